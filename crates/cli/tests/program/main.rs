//! The program from outside: what it prints, what it ends with, and what it makes of bad input.

mod batch;
mod folder;
mod inputs;
mod settings;
mod surface;
