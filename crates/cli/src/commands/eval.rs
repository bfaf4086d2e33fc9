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
    /// Errors planted into true sentences: how many are found, and what is raised without one
    #[command(after_help = "\
Example:
  coincide eval planted stories/

A line of a set is {\"story\": ..., \"outlet\", \"date\", \"title\", \"text\"}; of a folder its
allsides.jsonl.gz is taken. A sentence of one outlet that another outlet of the story bears out gets
one error and is checked against the other articles of the story. Beside each figure stands its 95 %
interval, by bootstrap over stories.")]
    Planted(Planted),
}

#[derive(Args, Debug)]
struct Planted {
    /// JSON lines, compressed with gzip or not, or a folder with such a file; skipped if it is not there
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
    let set = match &arguments.what {
        What::Drafts(set) => set,
        What::Planted(planted) => return self::planted(planted),
    };
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

/// Measures planted errors; how fast they were checked goes to the terminal, since it is not the same every time.
fn planted(arguments: &Planted) -> Result<Status> {
    let folder = arguments.stories.is_dir();
    let file = if folder { arguments.stories.join("allsides.jsonl.gz") } else { arguments.stories.clone() };
    let name = file.display().to_string();
    if !file.exists() {
        tell("note", &format!("skipped: {name} is not there"));
        return Ok(Status::Clean);
    }
    let bytes = std::fs::read(&file).map_err(cannot("read", &file))?;
    let half = match arguments.half {
        Half::Even => coincide_eval::Half::Even,
        Half::Odd => coincide_eval::Half::Odd,
        Half::Both => coincide_eval::Half::Both,
    };
    let progress = Progress::start("measuring", None);
    let set = coincide_eval::PlantedSet::new(&bytes, half, arguments.around)
        .with_context(|| format!("cannot measure {name}"))?;
    let start = std::time::Instant::now();
    let evaluation = set.evaluate();
    let seconds = start.elapsed().as_secs_f64();
    drop(progress);
    tell("note", &format!("{} drafts checked, {:.0} a second on one core", set.drafts, set.drafts as f64 / seconds));
    let text = match arguments.format {
        Format::Text => evaluation.to_string(),
        Format::Json => formats::json(&evaluation)?,
    };
    output::write(None, text.as_bytes())?;
    Ok(Status::Clean)
}
