//! Is a text supported by its sources? Scorers side by side on labelled pairs.
//!
//! **Scorer**: a name and a function that gives a text with its sources a number that grows with support. Every text is
//! scored once; all figures are made of these scores. The first scorer is the one in question, the others are what it
//! must do better than.
//!
//! **Documents.** Texts on one document are not independent: thresholds are taken from other documents, and intervals
//! resample whole ones. [`document`] says what a document is, [`Part`] which of them are held out from training.
//!
//! **Figures** of each scorer, with 95 % bootstrap intervals:
//!
//! * `balanced_accuracy`: the mean of the shares of supported and of unsupported texts that are told right. The documents
//!   are put in ten folds by a hash; the threshold of a fold is the best one on all others.
//! * `auc`: the area under the ROC curve.
//! * `macro_f1`: the mean F1 of supported, contradicted and not found, where the set tells them apart, by two thresholds on the
//!   same score taken from other folds.
//! * `verdict_balanced_accuracy`, `verdict_macro_f1`: the same by the verdicts of the scorer itself, without a threshold
//!   from the set; `verdict_supported` the share of texts it calls supported.
//! * `ece`: the expected calibration error of a probability (Naeini, Cooper and Hauskrecht 2015), in ten bins of equally
//!   many texts.
//! * `unchecked`: the share of texts of which it checked nothing.
//!
//! **Gains** of the first scorer over each other one, and over the overlap baseline that is best on the set in question,
//! are differences of the first two on the same resamplings.
//!
//! **Evidence.** Where a set names the sentences that bear a text out: how often retrieval brings one of them among its
//! first three, and the share of them among its first five. See [`EvidenceFigures`].

mod document;
mod evidence;
mod figures;
mod overlap;
mod rules;
mod set;
mod table;
mod threshold;

use coincide_annotate::Reading;
use coincide_check::Models;
use coincide_retrieve::{Embedder, Index};

pub use document::{Part, document, is_held_out};
pub use evidence::EvidenceFigures;
pub use figures::{Figure, GainFigures, ScorerFigures, VerifyFigures, figures};
pub(crate) use set::Name;
pub use set::VerifySet;
pub use threshold::Label;

/// A text with its sources.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    /// Its identifier.
    pub id: &'a str,
    /// The text.
    pub text: &'a Reading,
    /// What it is to be borne out by.
    pub sources: &'a [Reading],
    /// The index of the sources.
    pub index: &'a Index,
    /// Whether readers found that they do, where they said so.
    pub supported: Option<bool>,
    /// What of the three readers found, where they said so.
    pub label: Option<Label>,
}

/// What a scorer says of one text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scored {
    /// How far the sources support it: more is more, and from 0 to 1 where it is a probability.
    pub support: f64,
    /// What the scorer makes of it, if it has verdicts.
    pub verdict: Option<Label>,
    /// Whether anything of the text was checked.
    pub checked: bool,
}

impl From<f64> for Scored {
    fn from(support: f64) -> Self {
        Self { support, verdict: None, checked: true }
    }
}

/// A way to score a text.
pub struct Scorer<'a> {
    /// Its name, in words.
    pub name: String,
    /// What its scores are.
    pub kind: ScorerKind,
    /// Scores one text.
    pub score: Box<dyn Fn(&Pair<'_>) -> Scored + Sync + 'a>,
}

/// What the scores of a scorer are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScorerKind {
    /// Probabilities of support.
    Probability,
    /// Some measure of similarity.
    Similarity,
    /// A count of what text and sources have in common: a baseline.
    Overlap,
}

impl<'a> Scorer<'a> {
    /// The check with models.
    pub fn with(models: Models<'a>) -> Self {
        Self {
            name: "check".to_owned(),
            kind: ScorerKind::Probability,
            score: Box::new(move |pair| rules::by_check(pair, models)),
        }
    }

    /// A baseline: of each sentence of the text the greatest cosine with a sentence of the sources, on average.
    pub fn cosine(embedder: &'a dyn Embedder) -> Self {
        Self {
            name: "cosine".to_owned(),
            kind: ScorerKind::Similarity,
            score: Box::new(move |pair| overlap::by_cosine(pair, embedder)),
        }
    }

    /// The rules of the check alone, and the overlap baselines.
    pub fn baselines() -> Vec<Self> {
        let scorer = |name: &str, kind, score: fn(&Pair<'_>) -> Scored| Self {
            name: name.to_owned(),
            kind,
            score: Box::new(score),
        };
        vec![
            scorer("rules", ScorerKind::Probability, rules::rules),
            scorer("word coverage", ScorerKind::Overlap, overlap::word_coverage),
            scorer("ROUGE-L precision", ScorerKind::Overlap, overlap::rouge_l_precision),
            scorer("numbers and names", ScorerKind::Overlap, overlap::numbers_and_names),
        ]
    }
}

/// What `score` gives for a text and sources.
#[cfg(test)]
fn scored(text: &str, sources: &[&str], score: fn(&Pair<'_>) -> Scored) -> Scored {
    let line = serde_json::json!({"text": text, "source": sources, "label": 1}).to_string();
    let set = VerifySet::from_json_lines(line.as_bytes(), Part::All).unwrap();
    set.pairs().map(|pair| score(&pair)).next().unwrap()
}
