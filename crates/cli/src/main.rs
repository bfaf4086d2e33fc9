//! The program `coincide`: arguments, files, progress and exit status around the library of the same name.
//!
//! Each command is one file of `commands/`. Nothing is decided here that another program using the library would have
//! to decide again.

mod arguments;
mod baseline;
mod batch;
mod cache;
mod commands;
mod config;
mod corpus;
mod exit;
mod failures;
mod gate;
mod inputs;
mod lines;
mod output;
mod places;
mod progress;
mod side_file;
mod stream;
mod toml_file;
mod verifier;

use std::process::ExitCode;

use clap::Parser;

use crate::arguments::Arguments;

fn main() -> ExitCode {
    exit::report(commands::run(Arguments::parse())).into()
}
