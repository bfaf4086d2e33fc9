use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use clap::Args;
use coincide::formats;
use coincide_eval::{Evaluation, Lost, PageOutcome, PageReading, PageSet, PeerReadings};

use super::{Format, files};
use crate::exit::{Status, cannot, tell};
use crate::output;
use crate::progress::Progress;

/// What `coincide eval pages --help` says at the end.
pub(super) const PAGES_HELP: &str = "\
Examples:
  coincide eval pages wcxb.jsonl.gz --failures 20
  coincide eval pages article-extraction-benchmark/
  coincide eval pages wcxb.jsonl.gz --against trafilatura.jsonl

Sets, told by their fields:
  WCXB         {\"html\", \"url\", \"text\", \"title\", \"author\", \"date\", \"with_\", \"without\"}
  fundus       {\"html\", \"url\", \"gold\": {VERSION: {\"body\", \"title\", \"authors\", \"publishing_date\"}}}
  Scrapinghub  a folder with ground-truth.json and html/ID.html.gz

shingle_... are the figures of Scrapinghub's benchmark, word_f1 is that of WCXB: the mean over pages of the
F1 of the words. title and authors are mean F1 of words and of names. Neither titles nor captions count as
the body; a standfirst does where the set has it. Beside each figure stands its 95 % interval, by bootstrap
over pages. How fast pages are read goes to standard error.

A line of --against is {\"id\", \"text\", \"title\", \"authors\": [...], \"date\", \"seconds\"}; a field that is not
there is not compared.";

/// What `coincide eval dates --help` says at the end.
pub(super) const DATES_HELP: &str = "\
Example:
  coincide eval dates htmldate.jsonl.gz

A line of a set is {\"html\", \"url\", \"date\"}, the date null where the page names none; the sets of
`coincide eval pages` do as well. The figures are those of htmldate: a wrong day costs precision, a day that
is not given recall, and giving none where there is none counts as accurate.";

#[derive(Args, Debug)]
pub(super) struct Arguments {
    /// JSON lines, compressed with gzip or not, or folders of such files; skipped if they are not there
    #[arg(required = true, value_name = "FILE|DIR")]
    sets: Vec<PathBuf>,
    /// What another program read from the same pages, as JSON lines: its figures, and the gain over it page by page
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
    /// In the table, list the N worst pages
    #[arg(long, value_name = "N", default_value_t = 0, conflicts_with = "format")]
    failures: usize,
    /// The format of the result
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// What is measured of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Pages,
    Dates,
}

/// Measures what was read from pages.
pub(super) fn run(arguments: &Arguments, what: What) -> Result<Status> {
    let peer = arguments.against.as_deref().map(peer).transpose()?;
    let progress = Progress::start("measuring", None);
    let mut evaluation = Evaluation { schema: coincide_eval::SCHEMA, sets: Vec::new() };
    let mut failures = String::new();
    for (name, set) in sets(&arguments.sets)? {
        let set = set.with_context(|| format!("cannot measure {name}"))?;
        let (readings, seconds) = read(&set, what);
        let readings: Vec<Option<PageReading>> = readings.into_iter().map(Some).collect();
        let outcomes: Vec<PageOutcome> = set.score(&readings).into_iter().flatten().collect();
        let figures = if what == What::Pages { coincide_eval::pages } else { coincide_eval::dates };
        evaluation.sets.extend(figures(&name, &outcomes).sets);
        if let Some((peer_name, peer)) = &peer {
            let theirs = set.score(&peer.of(&set));
            let gain = if what == What::Pages { coincide_eval::pages_gain } else { coincide_eval::dates_gain };
            evaluation.sets.extend(gain(&name, peer_name, &outcomes, &theirs).sets);
            if let Some(theirs) = peer.seconds {
                tell("note", &format!("{peer_name} took {:.1} times as long", theirs / seconds));
            }
        }
        worst(&mut failures, &name, &outcomes, what, arguments.failures)?;
    }
    drop(progress);
    if evaluation.sets.is_empty() {
        return Ok(Status::Clean);
    }
    let text = match arguments.format {
        Format::Text => format!("{evaluation}{failures}"),
        Format::Json => formats::json(&evaluation)?,
    };
    output::write(None, text.as_bytes())?;
    Ok(Status::Clean)
}

/// The sets named, each with its name. A folder with a ground truth is one set, any other as many as it has files.
fn sets(paths: &[PathBuf]) -> Result<Vec<(String, Result<PageSet, coincide_eval::Error>)>> {
    let mut sets = Vec::new();
    for path in paths {
        let truth = path.join("ground-truth.json");
        if truth.is_file() {
            let bytes = std::fs::read(&truth).map_err(cannot("read", &truth))?;
            sets.push((path.display().to_string(), PageSet::from_ground_truth(&bytes, |id| page(path, id))));
            continue;
        }
        for file in files(path)? {
            let name = file.display().to_string();
            if file.exists() {
                let bytes = std::fs::read(&file).map_err(cannot("read", &file))?;
                sets.push((name, PageSet::from_json_lines(&bytes)));
            } else {
                tell("note", &format!("skipped: {name} is not there"));
            }
        }
    }
    Ok(sets)
}

/// The packed page of an identifier. One that is a path could lead out of the folder.
fn page(folder: &Path, id: &str) -> std::io::Result<Vec<u8>> {
    if id.contains(['/', '\\']) {
        return Err(std::io::Error::other("the identifier is a path"));
    }
    std::fs::read(folder.join("html").join(format!("{id}.html.gz")))
}

/// Another program's readings, and its name: that of the file.
fn peer(file: &Path) -> Result<(String, PeerReadings)> {
    let bytes = std::fs::read(file).map_err(cannot("read", file))?;
    let readings = PeerReadings::from_json_lines(&bytes).with_context(|| format!("cannot read {}", file.display()))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let name = name.split(".jsonl").next().unwrap_or_default();
    if name.is_empty() {
        bail!("{} has no name", file.display());
    }
    Ok((name.to_owned(), readings))
}

/// The readings of a set and the seconds they took; how fast that is goes to the terminal, since it is not the same every
/// time.
fn read(set: &PageSet, what: What) -> (Vec<PageReading>, f64) {
    let start = Instant::now();
    let readings = if what == What::Pages { set.read() } else { set.read_dates() };
    let seconds = start.elapsed().as_secs_f64();
    let (pages, megabytes) = (set.len() as f64 / seconds, set.bytes() as f64 / 1e6 / seconds);
    tell("note", &format!("{} pages read, {pages:.0} a second ({megabytes:.1} MB/s) on one core", set.len()));
    (readings, seconds)
}

/// Lists the worst pages: those with the lowest F1 of words, or without the right day.
fn worst(out: &mut String, name: &str, outcomes: &[PageOutcome], what: What, count: usize) -> std::fmt::Result {
    if count == 0 {
        return Ok(());
    }
    writeln!(out, "\nworst of {name}")?;
    if what == What::Dates {
        let wrong =
            outcomes.iter().filter_map(|outcome| Some((outcome, outcome.date.filter(|date| !date.is_right())?)));
        for (outcome, date) in wrong.take(count) {
            writeln!(out, "  {date:?}: {}{}", outcome.id, error(outcome))?;
        }
        return Ok(());
    }
    let mut bodies: Vec<_> = outcomes.iter().filter_map(|outcome| Some((outcome, outcome.body.as_ref()?))).collect();
    bodies.sort_by(|a, b| a.1.words.f1().total_cmp(&b.1.words.f1()).then_with(|| a.0.id.cmp(&b.0.id)));
    for (outcome, body) in bodies.into_iter().take(count) {
        let words = body.words;
        let lost = match words.lost() {
            Lost::Precision => format!("{} words added", words.added),
            Lost::Recall => format!("{} words missing", words.missing),
        };
        let (precision, recall) = (words.precision(), words.recall());
        let (f1, id, error) = (words.f1(), &outcome.id, error(outcome));
        writeln!(out, "  {f1:.3}  precision {precision:.3}  recall {recall:.3}  {lost:<22}  {id}{error}")?;
    }
    Ok(())
}

fn error(outcome: &PageOutcome) -> String {
    outcome.error.as_ref().map(|error| format!(" ({error})")).unwrap_or_default()
}
