use anyhow::Result;
use clap::Args;
use clap_complete::Shell;

use crate::exit::Status;
use crate::{arguments, output};

/// Prints a script that completes arguments in a shell
#[derive(Args, Debug)]
#[command(after_help = "\
Example:
  coincide completions bash > ~/.local/share/bash-completion/completions/coincide")]
pub(crate) struct Arguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Prints the completions of the shell asked for.
pub(crate) fn run(arguments: &Arguments) -> Result<Status> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut arguments::Arguments::definition(), "coincide", &mut script);
    output::write(None, &script)?;
    Ok(Status::Clean)
}
