//! A set of texts with their sources.

use std::collections::HashMap;

use coincide_annotate::Reading;
use coincide_retrieve::Index;
use rayon::prelude::*;
use serde::Deserialize;

use super::document::{Part, document};
use super::evidence::Gold;
use super::{Label, Pair, Scored, Scorer};
use crate::lines::{Error, each_row};
use crate::source::{in_lines, plain};

/// A line of a set.
#[derive(Debug, Deserialize)]
struct Row {
    #[serde(default)]
    id: Option<Name>,
    text: String,
    source: Source,
    #[serde(default)]
    label: Option<Binary>,
    #[serde(default)]
    label3: Option<String>,
    #[serde(default)]
    event: Option<Name>,
    #[serde(default)]
    source_sentences: Vec<String>,
    #[serde(default)]
    supporting_sentences: Vec<Vec<usize>>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Source {
    One(String),
    Several(Vec<String>),
}

#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Name {
    Text(String),
    Number(i64),
}

impl std::fmt::Display for Name {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => out.write_str(text),
            Self::Number(number) => number.fmt(out),
        }
    }
}

/// 1 or 0.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "u8")]
struct Binary(bool);

impl TryFrom<u8> for Binary {
    type Error = String;

    fn try_from(label: u8) -> Result<Self, String> {
        match label {
            0 => Ok(Self(false)),
            1 => Ok(Self(true)),
            _ => Err(format!("the label {label} is neither 1 nor 0")),
        }
    }
}

/// A set of labelled texts, each with its sources, all of them annotated.
pub struct VerifySet {
    pub(super) texts: Vec<LabelledText>,
    sources: Vec<Sources>,
    /// The lines that could not be read; they are left out.
    pub unreadable: Vec<Error>,
    /// How many texts have no label at all; they are left out.
    pub unlabelled: usize,
}

/// A text with its labels.
pub(super) struct LabelledText {
    pub(super) id: String,
    pub(super) reading: Reading,
    /// Index of its sources.
    sources: usize,
    pub(super) document: String,
    pub(super) supported: Option<bool>,
    pub(super) label: Option<Label>,
    pub(super) gold: Option<Gold>,
}

/// The sources of one or more texts.
struct Sources {
    readings: Vec<Reading>,
    index: Index,
}

impl VerifySet {
    /// Reads and annotates `part` of a set: JSON lines, gzip'd or not, of `{text, source, label, label3}`. `source` is a
    /// text or a list of texts, `label` 1 (supported) or 0, `label3` `supported`, `contradicted` or anything else, which
    /// is taken as not found. Either label may be missing or null. Also read: `id`, `event` (see [`document`]), and
    /// `source_sentences` with `supporting_sentences`, lists of indices into them that each suffice.
    ///
    /// # Errors
    ///
    /// If the gzip stream is broken, or no line can be read: then the error of the first.
    pub fn from_json_lines(bytes: &[u8], part: Part) -> Result<Self, Error> {
        let (mut rows, mut unreadable) = (Vec::new(), Vec::new());
        for row in each_row::<Row>(bytes)? {
            match row {
                Ok(row) => rows.push(row),
                Err(error) => unreadable.push(error),
            }
        }
        if rows.is_empty() && !unreadable.is_empty() {
            return Err(unreadable.swap_remove(0));
        }
        let mut places: HashMap<Vec<String>, usize> = HashMap::new();
        let mut lists: Vec<Vec<String>> = Vec::new();
        let mut texts = Vec::new();
        let mut unlabelled = 0;
        for (line, row) in rows.into_iter().enumerate() {
            let sources = match row.source {
                Source::One(text) => vec![text],
                Source::Several(texts) => texts,
            };
            let event = row.event.map(|event| event.to_string());
            let document = document(event.as_deref(), sources.first().map_or("", String::as_str));
            if !part.has(&document) {
                continue;
            }
            if row.label.is_none() && row.label3.is_none() {
                unlabelled += 1;
                continue;
            }
            let at = *places.entry(sources).or_insert_with_key(|sources| {
                lists.push(sources.clone());
                lists.len() - 1
            });
            let labels = (row.label.map(|label| label.0), row.label3.as_deref().map(label));
            let gold = Gold::new(row.source_sentences, row.supporting_sentences);
            let id = row.id.map_or_else(|| (line + 1).to_string(), |id| id.to_string());
            texts.push((id, row.text, at, document, labels, gold));
        }
        let sources = lists.into_par_iter().map(Sources::new).collect();
        let texts = texts
            .into_par_iter()
            .map(|(id, text, sources, document, (supported, label), gold)| {
                let reading = Reading::new(plain(in_lines(text)));
                LabelledText { id, reading, sources, document, supported, label, gold }
            })
            .collect();
        Ok(Self { texts, sources, unreadable, unlabelled })
    }

    /// How many texts it has.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether it has no texts.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The texts with their sources, in order.
    pub fn pairs(&self) -> impl ExactSizeIterator<Item = Pair<'_>> {
        self.texts.iter().map(|text| self.pair(text))
    }

    /// The score of every text, in order, on the threads of the current `rayon` pool.
    pub fn score(&self, scorer: &Scorer<'_>) -> Vec<Scored> {
        self.texts.par_iter().map(|text| (scorer.score)(&self.pair(text))).collect()
    }

    fn pair<'a>(&'a self, text: &'a LabelledText) -> Pair<'a> {
        let Sources { readings, index } = &self.sources[text.sources];
        Pair {
            id: &text.id,
            text: &text.reading,
            sources: readings,
            index,
            supported: text.supported,
            label: text.label,
        }
    }
}

impl Sources {
    fn new(texts: Vec<String>) -> Self {
        let readings: Vec<Reading> = texts.into_iter().map(|text| Reading::new(plain(text))).collect();
        let index = Index::new(&readings, None);
        Self { readings, index }
    }
}

/// What a third label says: whatever is neither supported nor contradicted is not found.
fn label(name: &str) -> Label {
    match name {
        "supported" => Label::Supported,
        "contradicted" => Label::Contradicted,
        _ => Label::NotFound,
    }
}
