use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use coincide::{Models, formats};
use coincide_eval::verify::{Pair, Part, Scored, Scorer, VerifyFigures, VerifySet, figures};
use coincide_eval::{Evaluation, SCHEMA};

use super::{Format, files};
use crate::arguments::{Judge, Work};
use crate::exit::{Status, cannot, tell};
use crate::output;
use crate::progress::Progress;

/// What `coincide eval verify --help` says at the end.
pub(super) const HELP: &str = "\
Examples:
  coincide eval verify labelled/
  coincide eval verify labelled/ --part held-out --format json
  coincide eval verify labelled/claims.jsonl.gz --failures 10

A line of a set is {\"text\", \"source\": a text or a list of texts, \"label\": 1 or 0, \"label3\": \"supported\",
\"contradicted\" or other}; every *.jsonl and *.jsonl.gz of a folder is a set. Thresholds are taken from other
documents. Beside each figure stands its 95 % interval, by bootstrap over documents. How fast texts are
scored goes to standard error.";

/// How many lines that cannot be read are named, of each set.
const NAMED: usize = 10;

#[derive(Args, Debug)]
pub(super) struct Arguments {
    /// A folder of JSON lines, compressed with gzip or not, or one such file; skipped if it is not there
    #[arg(value_name = "DIR|FILE")]
    sets: PathBuf,
    /// Which documents: a fifth of them is held out from training
    #[arg(long, value_enum, value_name = "PART", default_value = "all")]
    part: Which,
    #[command(flatten)]
    judge: Judge,
    /// In the table, list the N supported texts with the lowest and the N others with the highest scores
    #[arg(long, value_name = "N", default_value_t = 0, conflicts_with = "format")]
    failures: usize,
    /// The format of the result
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// Which documents are measured on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Which {
    /// All
    All,
    /// Those that nothing is trained on
    HeldOut,
    /// The others
    Training,
}

impl From<Which> for Part {
    fn from(which: Which) -> Self {
        match which {
            Which::All => Self::All,
            Which::HeldOut => Self::HeldOut,
            Which::Training => Self::Training,
        }
    }
}

/// Measures whether texts are told to be supported by their sources.
pub(super) fn run(arguments: &Arguments) -> Result<Status> {
    // Texts are scored on every core: each by one thread.
    let judge = arguments.judge.open(Work::default().start(None), false)?;
    let progress = Progress::start("measuring", None);
    let mut status = Status::Clean;
    let mut evaluation = Evaluation { schema: SCHEMA, sets: Vec::new() };
    let mut text = String::new();
    for file in files(&arguments.sets)? {
        if !file.exists() {
            tell("note", &format!("skipped: {} is not there", file.display()));
            continue;
        }
        let bytes = std::fs::read(&file).map_err(cannot("read", &file))?;
        let start = Instant::now();
        let set = match VerifySet::from_json_lines(&bytes, arguments.part.into()) {
            Err(error) if arguments.sets.is_dir() => {
                tell("note", &format!("skipped: {} has no labelled texts: {error}", file.display()));
                continue;
            }
            set => set.with_context(|| format!("cannot measure {}", file.display()))?,
        };
        if tell_unreadable(&file, &set) {
            status = Status::Failed;
        }
        if set.is_empty() {
            tell("note", &format!("skipped: {} has no labelled texts of this part", file.display()));
            continue;
        }
        tell(
            "note",
            &format!("{}: {} texts annotated in {:.1} s", file.display(), set.len(), start.elapsed().as_secs_f64()),
        );
        let scorers = score(&set, judge.models());
        let figures = figures(&name(&file), &set, &scorers, judge.embedder.as_deref());
        write!(text, "{figures}")?;
        if arguments.failures > 0 {
            failures(&mut text, &figures, &set, &scorers, arguments.failures)?;
        }
        evaluation.sets.push(figures.to_set());
    }
    drop(progress);
    if evaluation.sets.is_empty() {
        return Ok(status);
    }
    let text = match arguments.format {
        Format::Text => text,
        Format::Json => formats::json(&evaluation)?,
    };
    output::write(None, text.as_bytes())?;
    Ok(status)
}

/// The name of a set: that of its file.
fn name(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.split(".jsonl").next().unwrap_or_default().to_owned()
}

/// Says what of a file was left out; whether any of it could not be read.
fn tell_unreadable(file: &Path, set: &VerifySet) -> bool {
    for error in set.unreadable.iter().take(NAMED) {
        tell("error", &format!("{}: {error}", file.display()));
    }
    if set.unreadable.len() > NAMED {
        tell("error", &format!("{}: {} more lines cannot be read", file.display(), set.unreadable.len() - NAMED));
    }
    if set.unlabelled > 0 {
        tell("note", &format!("{}: {} texts without a label are left out", file.display(), set.unlabelled));
    }
    !set.unreadable.is_empty()
}

/// The scores of every scorer; how fast they were made goes to the terminal, since it is not the same every time.
fn score<'a>(set: &VerifySet, models: Models<'a>) -> Vec<(Scorer<'a>, Vec<Scored>)> {
    let timed = |scorer: Scorer<'a>| {
        let start = Instant::now();
        let scores = set.score(&scorer);
        let speed = scores.len() as f64 / start.elapsed().as_secs_f64();
        tell("note", &format!("  {}: {speed:.0} pairs a second", scorer.name));
        (scorer, scores)
    };
    let check = models.verifier.map(|_| Scorer::with(models));
    let cosine = models.embedder.map(Scorer::cosine);
    check.into_iter().chain(Scorer::baselines()).chain(cosine).map(timed).collect()
}

/// Lists what the first scorer gets most wrong.
fn failures(
    out: &mut String,
    figures: &VerifyFigures,
    set: &VerifySet,
    scorers: &[(Scorer<'_>, Vec<Scored>)],
    count: usize,
) -> std::fmt::Result {
    let Some((scorer, scores)) = scorers.first() else { return Ok(()) };
    for (supported, heading) in [(true, "supported, scored lowest"), (false, "not supported, scored highest")] {
        let mut pairs: Vec<(Pair<'_>, &Scored)> =
            set.pairs().zip(scores).filter(|(pair, _)| pair.supported == Some(supported)).collect();
        pairs.sort_by(|a, b| a.1.support.total_cmp(&b.1.support));
        if !supported {
            pairs.reverse();
        }
        writeln!(out, "{}, {heading} by {}", figures.name, scorer.name)?;
        for (pair, scored) in pairs.into_iter().take(count) {
            writeln!(out, "  {:.3}  {}  {}", scored.support, pair.id, pair.text.text().replace('\n', " "))?;
        }
        writeln!(out)?;
    }
    Ok(())
}
