//! The arguments, by command. What several commands take stands here; what one takes stands in its own file.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result};
use clap::builder::styling::{AnsiColor, Styles};
use clap::{Args, Parser, Subcommand, ValueEnum};
use coincide::{Cache, CacheKey, Embedder, Models, Verifier};

use crate::cache::{self, FolderCache};
use crate::commands::{annotate, check, compare, completions, eval, explain, man, read};
use crate::verifier;

/// Shows where several articles about one event coincide, where they differ, what only one of them says and who copied
/// whom; and checks a draft against them, sentence by sentence, with the passage behind every statement.
#[derive(Debug, Parser)]
#[command(
    name = "coincide",
    version,
    about = "Checks a draft about an event against the articles on it, and compares the articles",
    styles = STYLES,
    max_term_width = 100,
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "\
Examples:
  coincide check draft.md clippings/            a verdict for every sentence of the draft
  coincide compare clippings/ --format html     what the articles have in common, as a page
  coincide explain Q002                         what a finding means

Exit status: 0 nothing at or above --fail-on, 1 findings, 2 it could not be done."
)]
pub(crate) struct Arguments {
    /// When to use colour.
    ///
    /// `auto` uses it on a terminal and obeys NO_COLOR and CLICOLOR_FORCE.
    #[arg(long, global = true, value_enum, value_name = "WHEN")]
    pub(crate) color: Option<Color>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

/// What is to be done.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(Box<check::Arguments>),
    Compare(compare::Arguments),
    Read(read::Arguments),
    Annotate(annotate::Arguments),
    Explain(explain::Arguments),
    Eval(eval::Arguments),
    Completions(completions::Arguments),
    Man(man::Arguments),
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How inputs are to be read.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Inputs")]
pub(crate) struct Reading {
    /// The outlet of an article that does not name it
    #[arg(long, value_name = "PATH=NAME")]
    pub(crate) outlet: Vec<String>,
    /// The day an article was published, where it does not say so
    #[arg(long, value_name = "PATH=DATE")]
    pub(crate) date: Vec<String>,
    /// The headline of an article that has none
    #[arg(long, value_name = "PATH=TITLE")]
    pub(crate) title: Vec<String>,
    /// The field of a record that is the article [default: the usual names, as `article`, `text`, `body`]
    #[arg(long, value_name = "FIELD")]
    pub(crate) article_field: Option<String>,
    /// The field of a record that is the draft [default: the usual names, as `chatgpt`, `draft`]
    #[arg(long, value_name = "FIELD")]
    pub(crate) draft_field: Option<String>,
}

/// How much of the machine is used.
#[derive(Args, Clone, Copy, Debug, Default)]
pub(crate) struct Work {
    /// Threads at work; the result is the same whatever their number [default: one a core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) jobs: Option<u16>,
}

impl Work {
    /// The number of threads, `otherwise` if none was asked for. From here on that many share the work on many
    /// articles.
    pub(crate) fn start(self, otherwise: Option<usize>) -> usize {
        let cores = || std::thread::available_parallelism().map_or(1, usize::from);
        let jobs = self.jobs.map(usize::from).or(otherwise).unwrap_or_else(cores).max(1);
        // It fails only where the threads are there already, and their number decides nothing.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global();
        jobs
    }
}

/// Who judges what passages say of a clause, beside the rules.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Verifier")]
pub(crate) struct Judge {
    /// Decide by the rules alone, without the model
    #[arg(long)]
    no_model: bool,
    /// In place of the model, ask a cross-encoder in a folder, or a language model behind a chat endpoint
    ///
    /// A folder has config.json, tokenizer.json and model.onnx or model.safetensors. What is asked of a URL, the draft's
    /// clauses and passages of the articles, leaves the machine if the URL does. COINCIDE_VERIFIER_KEY has the key.
    #[arg(long, value_name = "PATH|URL", conflicts_with = "no_model")]
    verifier: Option<String>,
}

/// A verifier, and what it keeps between runs.
pub(crate) struct Opened {
    /// The verifier; none if the rules are to decide alone.
    pub(crate) verifier: Option<Arc<dyn Verifier>>,
    /// By what passages are found beside their words; none if by these alone.
    pub(crate) embedder: Option<Arc<dyn Embedder>>,
    cache: Option<Shared>,
}

/// A cache that the verifier uses and the program saves.
#[derive(Clone)]
struct Shared(Arc<Mutex<FolderCache>>);

/// How many bytes the cache folder may hold.
const CACHE_LIMIT: u64 = 128 << 20;

impl Judge {
    /// The verifier asked for, which computes with `jobs` threads; `keep` is whether the model uses the user's cache.
    pub(crate) fn open(&self, jobs: usize, keep: bool) -> Result<Opened> {
        if self.no_model {
            return Ok(Opened { verifier: None, embedder: None, cache: None });
        }
        let embedder = Some(vectors()?);
        if let Some(what) = &self.verifier {
            return Ok(Opened { verifier: Some(verifier::open(what, jobs)?), embedder, cache: None });
        }
        let model = coincide::Model::shipped(jobs).context("the model cannot be loaded")?;
        let folder = cache::user_folder(|name| std::env::var_os(name)).filter(|_| keep);
        let cache = folder.map(|folder| Shared(Arc::new(Mutex::new(FolderCache::open(&folder, CACHE_LIMIT)))));
        let model = match &cache {
            Some(cache) => model.caching(Box::new(cache.clone())),
            None => model,
        };
        Ok(Opened { verifier: Some(Arc::new(model)), embedder, cache })
    }
}

/// The vectors that ship.
pub(crate) fn vectors() -> Result<Arc<dyn Embedder>> {
    Ok(Arc::new(coincide::Vectors::shipped().context("the vectors cannot be loaded")?))
}

impl Opened {
    /// As a check takes them.
    pub(crate) fn models(&self) -> Models<'_> {
        Models { verifier: self.verifier.as_deref(), embedder: self.embedder.as_deref() }
    }

    /// Keeps what is new. A folder that cannot be written is no reason to fail: the next run makes it again.
    pub(crate) fn save(&self) {
        if let Some(Shared(cache)) = &self.cache {
            let _ = cache.lock().unwrap_or_else(PoisonError::into_inner).save();
        }
    }
}

impl Cache for Shared {
    fn get(&mut self, key: &CacheKey) -> Option<Vec<u8>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key)
    }

    fn put(&mut self, key: CacheKey, bytes: Vec<u8>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).put(key, bytes);
    }
}

/// Where the result goes, and how wide.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Output")]
pub(crate) struct Output {
    /// Write to this file instead of standard output
    ///
    /// Without --format, its ending chooses the format: .html, .json, .jsonl, .md, .sarif; else text.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Columns of the text report [default: the terminal's, else 100]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..))]
    pub(crate) width: Option<u16>,
    /// In the text report, show every sentence with its verdict, notes in full and all of the evidence
    #[arg(long, short)]
    pub(crate) verbose: bool,
    /// In the text report, draw with ASCII characters only
    #[arg(long)]
    pub(crate) ascii: bool,
}

impl Arguments {
    /// The definition that help, completions and the manual page are made from.
    pub(crate) fn definition() -> clap::Command {
        <Self as clap::CommandFactory>::command()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_is_sound() {
        Arguments::definition().debug_assert();
    }
}
