//! The commands, one file each.

pub(crate) mod annotate;
pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod completions;
pub(crate) mod eval;
pub(crate) mod explain;
pub(crate) mod man;
pub(crate) mod read;

use anyhow::Result;

use crate::arguments::{Arguments, Color, Command};
use crate::config::Config;
use crate::exit::Status;

/// Runs the command that `arguments` ask for.
pub(crate) fn run(arguments: Arguments) -> Result<Status> {
    colour(arguments.color);
    match arguments.command {
        Command::Check(check) => {
            let config = Config::find(check.gate.config.as_deref())?;
            colour(arguments.color.or(config.color));
            check::run(&check, &config)
        }
        Command::Compare(compare) => compare::run(&compare),
        Command::Read(read) => read::run(&read),
        Command::Annotate(annotate) => annotate::run(&annotate),
        Command::Explain(explain) => explain::run(&explain),
        Command::Eval(eval) => eval::run(&eval),
        Command::Completions(completions) => completions::run(&completions),
        Command::Man(man) => man::run(&man),
    }
}

/// Decides for both standard streams whether to use colour.
fn colour(color: Option<Color>) {
    match color {
        None | Some(Color::Auto) => anstream::ColorChoice::Auto,
        Some(Color::Always) => anstream::ColorChoice::Always,
        Some(Color::Never) => anstream::ColorChoice::Never,
    }
    .write_global();
}
