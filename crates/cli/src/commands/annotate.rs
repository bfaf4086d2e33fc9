use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, ValueEnum};
use coincide::formats;

use crate::corpus::{self, Corpus, Made};
use crate::exit::Status;
use crate::output;

/// Finds quotations, quantities, time expressions and entities in texts
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  coincide annotate article.html | jq '.quotations[] | .speaker.text'
  coincide annotate texts.jsonl --output annotations.jsonl

Spans count Unicode code points, and bytes of the input. Plain text and the `text` of JSON lines are taken as given: \
spans count in them. Of pages, Markdown and documents the article is taken: spans count in the text that `coincide read` \
gives. The results come out in the order of the inputs; memory does not grow with their number.

Exit status: 0 everything was read, 1 some inputs were not, 2 none was.")]
pub(crate) struct Arguments {
    /// Files, folders, patterns, JSON lines, web archives, or `-` for standard input
    #[arg(required = true, value_name = "TEXTS")]
    texts: Vec<PathBuf>,
    /// The format of the result
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "jsonl", help_heading = "Output")]
    format: Format,
    #[command(flatten)]
    corpus: Corpus,
}

/// Formats of annotations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// `coincide.annotations/1`, one text a line
    Jsonl,
}

/// Annotates the texts named.
pub(crate) fn run(arguments: &Arguments) -> Result<Status> {
    let annotate = |input, options: &_| {
        let annotated = coincide::annotate([input], options)?;
        let lines = annotated.readings.iter().map(|reading| match arguments.format {
            // None of its values is a map whose keys are not strings, the one thing JSON cannot hold.
            Format::Jsonl => formats::jsonl(&formats::annotations(reading)).unwrap_or_default(),
        });
        Ok(Made { made: lines.collect(), problems: annotated.problems })
    };
    let mut lines = Lines(output::open(arguments.corpus.output.as_deref())?);
    let outcome = arguments.corpus.run(&arguments.texts, "annotating", annotate, &mut lines)?;
    output::finish(lines.0.flush())?;
    Ok(match (outcome.articles, outcome.failed) {
        (0, _) => Status::Failed,
        (_, 0) => Status::Clean,
        _ => Status::Findings,
    })
}

struct Lines(Box<dyn Write + Send>);

impl corpus::Output<String> for Lines {
    fn write(&mut self, line: String) -> std::io::Result<()> {
        self.0.write_all(line.as_bytes())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.0.flush()
    }
}
