use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, ValueEnum};
use coincide::{Options, formats};

use crate::arguments::Reading;
use crate::exit::{self, Status, tell_passed_over};
use crate::inputs::Inputs;
use crate::{gate, output};

/// Finds quotations, quantities, time expressions and entities in texts
#[derive(Args, Debug)]
#[command(after_help = "\
Example:
  coincide annotate article.html | jq '.quotations[] | .speaker.text'

Spans count Unicode code points, and bytes of the input. Plain text and the `text` of JSON lines are taken as given: \
spans count in them. Of pages, Markdown and documents the article is taken: spans count in the text that `coincide read` \
gives.

Exit status: 0 everything was read, 1 some inputs were not, 2 none was.")]
pub(crate) struct Arguments {
    /// Files, folders, patterns, JSON lines, or `-` for standard input
    #[arg(required = true, value_name = "TEXTS")]
    texts: Vec<PathBuf>,
    /// The format of the result
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "jsonl", help_heading = "Output")]
    format: Format,
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE", help_heading = "Output")]
    output: Option<PathBuf>,
    #[command(flatten)]
    reading: Reading,
}

/// Formats of annotations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// `coincide.annotations/1`, one text a line
    Jsonl,
}

/// Annotates the texts named.
pub(crate) fn run(arguments: &Arguments) -> Result<Status> {
    let mut inputs = Inputs::new(&arguments.reading)?;
    let texts = inputs.articles(&arguments.texts)?;
    tell_passed_over(inputs.finish()?);
    let options = Options { article_field: arguments.reading.article_field.clone(), ..Options::default() };
    let annotated = exit::told(coincide::annotate(texts, &options))?;
    exit::tell_problems(&annotated.problems);
    let mut text = String::new();
    for reading in &annotated.readings {
        match arguments.format {
            Format::Jsonl => text.push_str(&formats::jsonl(&formats::annotations(reading))?),
        }
    }
    output::write(arguments.output.as_deref(), text.as_bytes())?;
    Ok(if annotated.readings.is_empty() { Status::Failed } else { gate::status_of(&annotated.problems) })
}
