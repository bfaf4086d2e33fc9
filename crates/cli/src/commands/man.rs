use anyhow::{Context, Result};
use clap::Args;
use clap_mangen::Man;

use crate::exit::Status;
use crate::{arguments, output};

/// Prints the manual page, of the program or of one command
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  coincide man | man -l -
  coincide man check > coincide-check.1")]
pub(crate) struct Arguments {
    /// The command; the program itself if none is named
    command: Option<String>,
}

/// Prints the manual page asked for.
pub(crate) fn run(arguments: &Arguments) -> Result<Status> {
    let mut definition = arguments::Arguments::definition();
    definition.build();
    if let Some(name) = &arguments.command {
        let command = definition.find_subcommand(name).with_context(|| format!("there is no command `{name}`"))?;
        definition = command.clone();
    }
    let mut page = Vec::new();
    Man::new(definition).render(&mut page)?;
    output::write(None, &page)?;
    Ok(Status::Clean)
}
