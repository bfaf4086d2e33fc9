use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use coincide::{Check, Options, Report, formats};

use crate::arguments::{Judge, Output, Reading, Work};
use crate::baseline::{self, Baseline};
use crate::batch;
use crate::config::Config;
use crate::exit::{self, Status, tell, tell_passed_over};
use crate::gate::Gate;
use crate::inputs::Inputs;
use crate::output;
use crate::progress::Progress;

/// Checks a draft against articles, sentence by sentence
///
/// Each sentence gets a verdict (supported, contradicted, conflicting, not found, not checked) and what there is to look
/// at becomes a finding with a code, with the passages of the articles that prove it.
///
/// A draft in Markdown or HTML may accept a finding in place: `<!-- coincide: ignore S001 -->` in a paragraph, or on a
/// line above it. --no-marks checks a draft without regard to them.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  coincide check draft.md clippings/
  coincide check draft.md a.html b.txt --outlet 'b.txt=North Sea Courier' --date b.txt=2031-05-04
  coincide check draft.md clippings/ --format html --output report.html
  coincide check draft.md 'clippings/*.txt' --fail-on warning --ignore S004,O001
  coincide check --batch pairs.jsonl --output results.jsonl

A file `articles.toml` beside the articles may say what captures lack:
  [\"b.txt\"]
  outlet = \"North Sea Courier\"
  date = \"2031-05-04\"

A line of a batch is {\"id\": ..., \"text\": ..., \"sources\": [text or article, ...]}, or a
record with `article` and the draft's field. One object a line comes out, in the same order.

Exit status: 0 nothing at or above --fail-on, 1 findings, 2 it could not be done (in a batch, not
for every line).")]
pub(crate) struct Arguments {
    /// The text to check: a file, or `-` for standard input
    #[arg(value_name = "DRAFT", required_unless_present = "batch", conflicts_with = "batch")]
    draft: Option<PathBuf>,
    /// Files, folders, patterns, JSON lines, or `-` for standard input
    ///
    /// None is needed if the draft is a record that brings an article of its own.
    #[arg(value_name = "ARTICLES")]
    articles: Vec<PathBuf>,
    /// Check every line of this file of JSON lines, or of standard input if it is `-`
    #[arg(long, value_name = "FILE")]
    batch: Option<PathBuf>,
    #[command(flatten)]
    work: Work,
    /// The format of the result [default: text]
    #[arg(long, value_enum, value_name = "FORMAT", help_heading = "Output")]
    format: Option<Format>,
    /// The day the draft was written, against which `on Friday` in it is understood
    #[arg(long, value_name = "DATE", help_heading = "Inputs")]
    draft_date: Option<String>,
    /// The present day, for a draft that has no other
    #[arg(long, value_name = "DATE", help_heading = "Inputs")]
    now: Option<String>,
    /// Do not obey marks in the draft that accept findings: for drafts of strangers
    #[arg(long, help_heading = "Findings")]
    no_marks: bool,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    judge: Judge,
    /// Do not keep what the model made in the user's cache folder, nor take it from there; a batch never does
    #[arg(long, help_heading = "Verifier")]
    no_cache: bool,
    #[command(flatten)]
    pub(crate) gate: Gate,
    #[command(flatten)]
    reading: Reading,
}

/// Formats of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Format {
    /// For the terminal
    Text,
    /// `coincide.check/1`
    Json,
    /// The same on one line
    Jsonl,
    /// One page with nothing to fetch
    Html,
    /// For a document or a ticket
    Markdown,
    /// SARIF 2.1.0, for code hosts and editors
    Sarif,
    /// Commands that annotate a change on GitHub
    Github,
}

/// Checks the draft, or the batch.
pub(crate) fn run(arguments: &Arguments, config: &Config) -> Result<Status> {
    let gate = &arguments.gate;
    let fail_on = gate.fail_on.or(config.fail_on).unwrap_or_default();
    let mut options = gate.options(&arguments.reading, config);
    options.draft_date.clone_from(&arguments.draft_date);
    options.now.clone_from(&arguments.now);

    let baseline_file = gate.baseline.as_ref().or(config.baseline.as_ref());
    if gate.write_baseline && baseline_file.is_none() {
        bail!("--write-baseline needs --baseline FILE, or `baseline` in coincide.toml");
    }
    let baseline = match baseline_file {
        Some(file) if !gate.write_baseline => Baseline::read(file)?,
        _ => Baseline::default(),
    };

    let jobs = arguments.work.start(config.jobs);
    let judge = arguments.judge.open(jobs, arguments.batch.is_none() && !arguments.no_cache)?;
    options.verifier.clone_from(&judge.verifier);
    options.embedder.clone_from(&judge.embedder);
    if let Some(file) = &arguments.batch {
        if !matches!(arguments.format, None | Some(Format::Json | Format::Jsonl)) {
            bail!("a batch gives JSON lines, whatever --format says");
        }
        if gate.write_baseline {
            bail!("a baseline is written for one draft, not for a batch");
        }
        return batch::run(file, arguments.output.output.as_deref(), jobs, &options, &baseline, fail_on);
    }

    // Whoever runs the program on a file of their own may excuse a sentence in it; a line of a batch may not.
    options.marks = !arguments.no_marks;
    let mut report = check(arguments, &options)?;
    judge.save();
    if let Some(file) = baseline_file.filter(|_| gate.write_baseline) {
        let count = baseline::write(file, &report.value.findings)?;
        tell("note", &format!("{count} findings written to {}", file.display()));
        return Ok(Status::Clean);
    }
    let known = baseline.apply(&mut report.value);
    if known > 0 {
        report.value.options.insert("known_findings".to_owned(), known.into());
        tell("note", &format!("{known} known findings are not shown"));
    }

    let format = arguments.format.or_else(|| by_ending(arguments)).or(config.format).unwrap_or(Format::Text);
    let file = arguments.output.output.as_deref();
    let text = match format {
        Format::Text => formats::text(&report, &arguments.output.text_options(config.width)),
        Format::Json => formats::json(&report.value)?,
        Format::Jsonl => formats::jsonl(&report.value)?,
        Format::Html => formats::html(&report),
        Format::Markdown => formats::markdown(&report),
        Format::Sarif => formats::sarif(&report)?,
        Format::Github => formats::github(&report),
    };
    output::write(file, text.as_bytes())?;
    Ok(fail_on.status(&report.value.findings))
}

fn check(arguments: &Arguments, options: &Options) -> Result<Report<Check>> {
    let progress = Progress::start("reading", None);
    let name = arguments.draft.as_deref().context("there is no draft")?;
    let mut inputs = Inputs::new(&arguments.reading)?;
    let named = std::iter::once(name).chain(arguments.articles.iter().map(PathBuf::as_path));
    if named.filter(|name| *name == Path::new("-")).count() > 1 {
        bail!("standard input can be read once, and `-` stands more than once");
    }
    let draft = inputs.draft(name)?;
    let articles = inputs.articles(&arguments.articles)?;
    let passed_over = inputs.finish()?;
    drop(progress);
    tell_passed_over(passed_over);
    let progress = Progress::start(format!("checking against {} inputs", articles.len()), None);
    let report = coincide::check(draft, articles, options);
    drop(progress);
    exit::told(report)
}

fn by_ending(arguments: &Arguments) -> Option<Format> {
    Some(match arguments.output.output.as_deref()?.extension()?.to_str()? {
        "html" | "htm" => Format::Html,
        "json" => Format::Json,
        "jsonl" => Format::Jsonl,
        "md" | "markdown" => Format::Markdown,
        "sarif" => Format::Sarif,
        _ => return None,
    })
}
