//! The program from outside: what it prints, what it ends with, and what it makes of bad input.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic here is a failed test")]

mod batch;
mod examples;
mod folder;
mod hostile;
mod inputs;
mod many;
mod pages;
mod read;
mod settings;
mod surface;
mod verify;
