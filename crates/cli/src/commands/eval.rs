use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::{Args, Subcommand, ValueEnum};
use coincide::formats;
use coincide_eval::Evaluation;

use crate::arguments::{Judge, Work};
use crate::exit::{Status, cannot, tell};
use crate::output;
use crate::progress::Progress;

mod pages;
mod verify;

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
    /// Errors planted into true sentences: how many are found, and what is raised without one
    #[command(after_help = "\
Example:
  coincide eval planted stories/

A line of a set is {\"story\": ..., \"outlet\", \"date\", \"title\", \"text\"}; every *.jsonl and
*.jsonl.gz of a folder that has such lines is a set. A sentence of one outlet that another outlet of the story bears out gets
one error and is checked against the other articles of the story. Beside each figure stands its 95 %
interval, by bootstrap over stories.")]
    Planted(Planted),
    /// Quotations with their content, speaker and cue
    #[command(after_help = "\
Example:
  coincide eval quotes labelled/

A line of a set is {\"text\": ..., \"quotes\": [{\"spans\", \"speaker\", \"cue\", \"kind\"}]}, places being lists
of [start, end] in code points. Every *.jsonl and *.jsonl.gz of a folder is a set. Beside each figure
stands its 95 % interval, by bootstrap over texts.")]
    Quotes(Sets),
    /// Captured pages: body, title, authors and day of publication
    #[command(after_help = pages::PAGES_HELP)]
    Pages(pages::Arguments),
    /// Days of publication of captured pages
    #[command(after_help = pages::DATES_HELP)]
    Dates(pages::Arguments),
    /// Whether texts are supported by their sources: the check beside its rules alone and simple baselines
    #[command(after_help = verify::HELP)]
    Verify(verify::Arguments),
}

#[derive(Args, Debug)]
struct Planted {
    /// JSON lines, compressed with gzip or not, or a folder of such files; skipped if it is not there
    #[arg(value_name = "DIR|FILE")]
    stories: PathBuf,
    /// Which stories: the rules were tuned on the even half
    #[arg(long, value_enum, value_name = "HALF", default_value = "odd")]
    half: Half,
    /// How many sentences a draft has before and after the one that is looked at
    #[arg(long, value_name = "N", default_value_t = 0)]
    around: usize,
    /// The format of the result
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// Which stories errors are planted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Half {
    /// Those whose name has an even FNV-1a hash
    Even,
    /// Those whose name has an odd one
    Odd,
    /// All
    Both,
}

#[derive(Args, Debug)]
struct Sets {
    /// A folder of JSON lines, compressed with gzip or not, or one such file; skipped if it is not there
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The format of the result
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

#[derive(Args, Debug)]
struct Set {
    /// JSON lines, compressed with gzip or not; a file that is not there is skipped
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    judge: Judge,
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
    match &arguments.what {
        What::Drafts(set) => {
            let judge = set.judge.open(Work::default().start(None), false)?;
            measure(std::slice::from_ref(&set.file), set.format, |name, bytes| {
                coincide_eval::drafts(name, bytes, judge.models())
            })
        }
        What::Planted(planted) => self::planted(planted),
        What::Quotes(sets) => measure(&files(&sets.folder)?, sets.format, quotes),
        What::Pages(arguments) => pages::run(arguments, pages::What::Pages),
        What::Dates(arguments) => pages::run(arguments, pages::What::Dates),
        What::Verify(arguments) => verify::run(arguments),
    }
}

/// The sets of a folder in the order of their names, or the one file that is named.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(vec![folder.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(cannot("read", folder))? {
        let path = entry.map_err(cannot("read", folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".jsonl") || name.ends_with(".jsonl.gz") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn measure(
    files: &[PathBuf],
    format: Format,
    metric: impl Fn(&str, &[u8]) -> Result<Evaluation, coincide_eval::Error>,
) -> Result<Status> {
    let progress = Progress::start("measuring", None);
    let mut evaluation = Evaluation { schema: coincide_eval::SCHEMA, sets: Vec::new() };
    for file in files {
        let name = file.display().to_string();
        if !file.exists() {
            tell("note", &format!("skipped: {name} is not there"));
            continue;
        }
        let bytes = std::fs::read(file).map_err(cannot("read", file))?;
        evaluation.sets.extend(metric(&name, &bytes).with_context(|| format!("cannot measure {name}"))?.sets);
    }
    drop(progress);
    if evaluation.sets.is_empty() {
        return Ok(Status::Clean);
    }
    let text = match format {
        Format::Text => evaluation.to_string(),
        Format::Json => formats::json(&evaluation)?,
    };
    output::write(None, text.as_bytes())?;
    Ok(Status::Clean)
}

/// Measures quotations; how fast they were found goes to the terminal, since it is not the same every time.
fn quotes(name: &str, bytes: &[u8]) -> Result<Evaluation, coincide_eval::Error> {
    let start = std::time::Instant::now();
    let outcomes = coincide_eval::quote_outcomes(bytes)?;
    let seconds = start.elapsed().as_secs_f64();
    let speed = outcomes.len() as f64 / seconds;
    tell("note", &format!("{} texts read, annotated and paired, {speed:.0} a second on one core", outcomes.len()));
    Ok(coincide_eval::quotes(name, &outcomes))
}

/// Measures planted errors; how fast they were checked goes to the terminal as well.
fn planted(arguments: &Planted) -> Result<Status> {
    let half = match arguments.half {
        Half::Even => coincide_eval::Half::Even,
        Half::Odd => coincide_eval::Half::Odd,
        Half::Both => coincide_eval::Half::Both,
    };
    let several = arguments.stories.is_dir();
    measure(&files(&arguments.stories)?, arguments.format, |name, bytes| {
        let set = match coincide_eval::PlantedSet::new(bytes, half, arguments.around) {
            Err(error) if several => {
                tell("note", &format!("skipped: {name} has no stories: {error}"));
                return Ok(Evaluation { schema: coincide_eval::SCHEMA, sets: Vec::new() });
            }
            set => set?,
        };
        let start = std::time::Instant::now();
        let mut evaluation = set.evaluate();
        let speed = set.drafts as f64 / start.elapsed().as_secs_f64();
        tell("note", &format!("{} drafts checked, {speed:.0} a second on one core", set.drafts));
        if several {
            for family in &mut evaluation.sets {
                family.name = format!("{name}: {}", family.name);
            }
        }
        Ok(evaluation)
    })
}
