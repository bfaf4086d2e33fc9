use std::collections::HashMap;

use coincide_annotate::Reading;
use coincide_text::Span;

use crate::reuse::{is_furniture, is_running_text, tokens};

/// How many sentences are looked up by a stem: the first that have it. Going through all that have a common one would
/// be quadratic.
const POSTINGS: usize = 256;

/// A sentence of one of the articles, by its content.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The article.
    pub article: usize,
    /// Where it stands.
    pub span: Span,
    /// The numbers of its content stems, sorted, each once.
    pub stems: Vec<u32>,
    /// Those of its stems that some word in small letters has: what is said, as against who and where.
    pub plain: Vec<u32>,
    /// Those that stand right after a negation, function words aside: `had not been cleared`.
    pub negated: Vec<u32>,
    /// Whether it is running text and no furniture: what can be a statement.
    pub running: bool,
}

/// The sentences of all articles and what their words weigh.
#[derive(Debug, Default)]
pub(super) struct Corpus<'a> {
    /// The sentences, by article and place.
    pub entries: Vec<Entry>,
    /// The first sentence of every article, and at the end the number of sentences.
    firsts: Vec<usize>,
    ids: HashMap<&'a str, u32>,
    names: Vec<&'a str>,
    postings: Vec<Vec<u32>>,
    weights: Vec<f64>,
}

impl<'a> Corpus<'a> {
    /// Reads the sentences of `articles`.
    pub(super) fn new(articles: &'a [Reading]) -> Self {
        let mut corpus = Self::default();
        for (article, reading) in articles.iter().enumerate() {
            corpus.firsts.push(corpus.entries.len());
            for sentence in &reading.annotations.sentences {
                let number = u32::try_from(corpus.entries.len()).unwrap_or(u32::MAX);
                let (mut stems, mut plain, mut negated) = (Vec::new(), Vec::new(), Vec::new());
                let mut after_negation = false;
                for token in tokens(reading, sentence).iter().filter(|token| token.is_content()) {
                    let stem = corpus.intern(&token.stem);
                    stems.push(stem);
                    if after_negation {
                        negated.push(stem);
                    }
                    after_negation = is_negation(&token.stem);
                    if !token.is_capitalised(reading.text()) {
                        plain.push(stem);
                    }
                }
                for list in [&mut stems, &mut plain, &mut negated] {
                    list.sort_unstable();
                    list.dedup();
                }
                for &stem in &stems {
                    corpus.postings[stem as usize].push(number);
                }
                let running = is_running_text(reading, sentence) && !is_furniture(reading, sentence);
                corpus.entries.push(Entry { article, span: sentence.span, stems, plain, negated, running });
            }
        }
        corpus.firsts.push(corpus.entries.len());
        let sentences = corpus.entries.len() as f64;
        corpus.weights =
            corpus.postings.iter().map(|postings| (1.0 + sentences / postings.len().max(1) as f64).ln()).collect();
        corpus
    }

    fn intern(&mut self, stem: &'a str) -> u32 {
        let next = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        let id = *self.ids.entry(stem).or_insert(next);
        if id == next {
            self.names.push(stem);
            self.postings.push(Vec::new());
        }
        id
    }

    /// The number of a stem, if any sentence has it.
    pub(super) fn id(&self, stem: &str) -> Option<u32> {
        self.ids.get(stem).copied()
    }

    /// The stem of a number.
    pub(super) fn name(&self, stem: u32) -> &'a str {
        self.names.get(stem as usize).copied().unwrap_or_default()
    }

    /// What a stem weighs: its inverse document frequency, the document being a sentence.
    pub(super) fn weight(&self, stem: u32) -> f64 {
        self.weights.get(stem as usize).copied().unwrap_or_default()
    }

    /// What all of `stems` weigh.
    pub(super) fn weight_of(&self, stems: &[u32]) -> f64 {
        stems.iter().map(|&stem| self.weight(stem)).sum()
    }

    /// What two sorted lists of stems have in common, by weight, and how many stems that is.
    pub(super) fn common(&self, a: &[u32], b: &[u32]) -> (f64, usize) {
        let (mut i, mut j) = (0, 0);
        let mut common = (0.0, 0);
        while i < a.len() && j < b.len() {
            match a[i].cmp(&b[j]) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    common = (common.0 + self.weight(a[i]), common.1 + 1);
                    i += 1;
                    j += 1;
                }
            }
        }
        common
    }

    /// How alike two sorted lists of stems are, from 0 to 1: Dice's coefficient over weights.
    pub(super) fn likeness(&self, a: &[u32], b: &[u32]) -> f64 {
        let all = self.weight_of(a) + self.weight_of(b);
        if all > 0.0 { 2.0 * self.common(a, b).0 / all } else { 0.0 }
    }

    /// Whether no article but `article` has `stem`.
    pub(super) fn only_in(&self, article: usize, stem: u32) -> bool {
        let ends = self.postings.get(stem as usize).and_then(|postings| postings.first().zip(postings.last()));
        let here = |&sentence: &u32| self.entries.get(sentence as usize).is_some_and(|entry| entry.article == article);
        ends.is_some_and(|(first, last)| here(first) && here(last))
    }

    /// The first sentences that have `stem`, and whether these are all.
    pub(super) fn postings(&self, stem: u32) -> (&[u32], bool) {
        let postings = self.postings.get(stem as usize).map(Vec::as_slice).unwrap_or_default();
        (&postings[..postings.len().min(POSTINGS)], postings.len() <= POSTINGS)
    }

    /// The sentence of `article` that holds `span`, or the last that begins before it.
    pub(super) fn sentence_at(&self, article: usize, span: Span) -> Option<&Entry> {
        let range = *self.firsts.get(article)?..*self.firsts.get(article + 1)?;
        let sentences = self.entries.get(range)?;
        let after = sentences.partition_point(|entry| entry.span.start <= span.start);
        sentences.get(after.checked_sub(1)?)
    }
}

/// Whether a stem denies what follows it.
pub(super) fn is_negation(stem: &str) -> bool {
    matches!(stem, "not" | "never" | "no" | "none" | "nobodi" | "nobody" | "noth" | "cannot") || stem.ends_with("n't")
}
