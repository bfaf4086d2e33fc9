use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, ValueEnum};
use coincide::{Options, formats};

use crate::arguments::{Output, Reading, Work, vectors};
use crate::exit::{self, Status, tell_passed_over};
use crate::gate::FailOn;
use crate::inputs::Inputs;
use crate::output;
use crate::progress::Progress;

/// Compares articles about one event: facts by outlet, and who copied whom
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  coincide compare clippings/
  coincide compare a.html b.txt c.json --format html --output story.html
  coincide compare clippings/ --outlet 'a.txt=North Sea Courier' --date a.txt=2031-05-04

Exit status: 0 compared, 1 compared but for an input that could not be read, 2 it could not be done.")]
pub(crate) struct Arguments {
    /// Files, folders, patterns, JSON lines, or `-` for standard input
    #[arg(required = true, value_name = "ARTICLES")]
    articles: Vec<PathBuf>,
    /// The format of the result [default: text]
    #[arg(long, value_enum, value_name = "FORMAT", help_heading = "Output")]
    format: Option<Format>,
    /// Put statements together by their words alone, without the vectors that ship
    #[arg(long)]
    no_model: bool,
    #[command(flatten)]
    work: Work,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    reading: Reading,
}

/// Formats of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For the terminal
    Text,
    /// `coincide.compare/1`
    Json,
    /// The same on one line
    Jsonl,
    /// One page with nothing to fetch
    Html,
    /// For a document or a ticket
    Markdown,
}

/// Compares the articles named.
pub(crate) fn run(arguments: &Arguments) -> Result<Status> {
    arguments.work.start(None);
    let progress = Progress::start("reading", None);
    let mut inputs = Inputs::new(&arguments.reading)?;
    let articles = inputs.articles(&arguments.articles)?;
    let passed_over = inputs.finish()?;
    drop(progress);
    tell_passed_over(passed_over);
    let progress = Progress::start(format!("comparing {} inputs", articles.len()), None);
    let embedder = if arguments.no_model { None } else { Some(vectors()?) };
    let options = Options { article_field: arguments.reading.article_field.clone(), embedder, ..Options::default() };
    let report = coincide::compare(articles, &options);
    drop(progress);
    let report = exit::told(report)?;

    let file = arguments.output.output.as_deref();
    let text = match arguments.format.or_else(|| by_ending(arguments)).unwrap_or(Format::Text) {
        Format::Text => formats::text_compare(&report, &arguments.output.text_options(None)),
        Format::Json => formats::json(&report.value)?,
        Format::Jsonl => formats::jsonl(&report.value)?,
        Format::Html => formats::html_compare(&report),
        Format::Markdown => formats::markdown_compare(&report),
    };
    output::write(file, text.as_bytes())?;
    Ok(FailOn::Error.status(&report.value.findings))
}

fn by_ending(arguments: &Arguments) -> Option<Format> {
    Some(match arguments.output.output.as_deref()?.extension()?.to_str()? {
        "html" | "htm" => Format::Html,
        "json" => Format::Json,
        "jsonl" => Format::Jsonl,
        "md" | "markdown" => Format::Markdown,
        _ => return None,
    })
}
