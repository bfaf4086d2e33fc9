use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, Subcommand, ValueEnum};
use coincide::formats;

use crate::exit::{Status, cannot, tell};
use crate::output;
use crate::progress::Progress;

/// Measures quality on labelled sets
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: What,
}

/// What is measured.
#[derive(Debug, Subcommand)]
enum What {
    /// Verdicts and findings of whole drafts, sentence by sentence
    #[command(after_help = "\
Example:
  coincide eval drafts labelled.jsonl.gz

A line of a set is {\"text\": ..., \"sources\": [{\"outlet\", \"date\", \"title\", \"text\"}],
\"sentences\": [{\"start\", \"end\", \"label\"}]}. Beside each figure stands its 95 % interval, by
bootstrap over drafts.")]
    Drafts(Set),
}

#[derive(Args, Debug)]
struct Set {
    /// JSON lines, compressed with gzip or not; a file that is not there is skipped
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The format of the result
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// Formats of an evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table
    Text,
    /// `coincide.eval/1`
    Json,
}

/// Measures what is asked for.
pub(crate) fn run(arguments: &Arguments) -> Result<Status> {
    let What::Drafts(set) = &arguments.what;
    let name = set.file.display().to_string();
    if !set.file.exists() {
        tell("note", &format!("skipped: {name} is not there"));
        return Ok(Status::Clean);
    }
    let bytes = std::fs::read(&set.file).map_err(cannot("read", &set.file))?;
    let progress = Progress::start("measuring", None);
    let evaluation = coincide_eval::drafts(&name, &bytes).with_context(|| format!("cannot measure {name}"))?;
    drop(progress);
    let text = match set.format {
        Format::Text => evaluation.to_string(),
        Format::Json => formats::json(&evaluation)?,
    };
    output::write(None, text.as_bytes())?;
    Ok(Status::Clean)
}
