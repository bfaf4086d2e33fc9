use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use coincide_annotate::Reading;
use coincide_text::Span;

use crate::term::stems;
use crate::{Embedder, Term, TermId, TermKind, cosine};

/// An index of the sentences of several articles.
#[derive(Debug)]
pub struct Index {
    /// Stem to its identifier.
    vocabulary: HashMap<Arc<str>, TermId>,
    /// Every stem with its identifier, in alphabetical order.
    alphabet: Vec<(Arc<str>, TermId)>,
    /// For each term, the sentences that have it, ascending.
    postings: Vec<Vec<u32>>,
    /// Every sentence of every article.
    sentences: Vec<IndexedSentence>,
    /// For each article, its sentences in `sentences`.
    articles: Vec<Range<usize>>,
}

#[derive(Debug)]
struct IndexedSentence {
    span: Span,
    paragraph: usize,
    /// Its terms, ascending, each once.
    terms: Vec<TermId>,
    /// Its vector; empty without an embedder.
    vector: Vec<f32>,
}

/// One sentence, or two neighbouring ones, of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// The article.
    pub article: usize,
    /// The sentences, as indices into the article's annotations.
    pub sentences: Range<usize>,
    /// From the first of them to the end of the last.
    pub span: Span,
    /// The weight of the query's terms it has, from 0 to 1.
    pub score: f64,
}

/// What part of a neighbour's score a sentence is given.
const NEIGHBOUR: f64 = 0.25;

/// What the cosine of a sentence's and the query's vectors counts beside the part of the query's weight it has.
const MEANING: f64 = 0.2;

/// Fewest letters that make a root.
const ROOT: usize = 5;

/// How sure it is that two words from one root say the same.
const DERIVED: f64 = 0.7;

impl Index {
    /// Indexes the sentences of `articles`, by their words and, with an embedder, by their vectors.
    pub fn new(articles: &[Reading], embedder: Option<&dyn Embedder>) -> Self {
        let mut index = Self {
            vocabulary: HashMap::new(),
            alphabet: Vec::new(),
            postings: Vec::new(),
            sentences: Vec::new(),
            articles: Vec::with_capacity(articles.len()),
        };
        for reading in articles {
            let first = index.sentences.len();
            for sentence in &reading.annotations.sentences {
                let tokens = reading.annotations.tokens.get(sentence.tokens.clone()).unwrap_or_default();
                let mut terms: Vec<TermId> = tokens.iter().filter_map(stems).map(|stem| index.intern(stem)).collect();
                terms.sort_unstable();
                terms.dedup();
                let number = u32::try_from(index.sentences.len()).unwrap_or(u32::MAX);
                for &term in &terms {
                    index.postings[term as usize].push(number);
                }
                let vector =
                    embedder.map(|embedder| embedder.embed(sentence.span.of(reading.text()))).unwrap_or_default();
                let (span, paragraph) = (sentence.span, sentence.paragraph);
                index.sentences.push(IndexedSentence { span, paragraph, terms, vector });
            }
            index.articles.push(first..index.sentences.len());
        }
        index.alphabet = index.vocabulary.iter().map(|(stem, &id)| (stem.clone(), id)).collect();
        index.alphabet.sort_unstable();
        index
    }

    fn intern(&mut self, stem: Arc<str>) -> TermId {
        let next = TermId::try_from(self.vocabulary.len()).unwrap_or(TermId::MAX);
        let id = *self.vocabulary.entry(stem).or_insert(next);
        if id == next {
            self.postings.push(Vec::new());
        }
        id
    }

    /// The identifier of a stem, if any article has it.
    pub fn id(&self, stem: &str) -> Option<TermId> {
        self.vocabulary.get(stem).copied()
    }

    /// The terms of the articles that are the same word as `term` or one derived from the same root, each with how
    /// sure that is, from 0 to 1; best first.
    ///
    /// Words are taken as derived from one root if they share their first five letters or more and at least two thirds
    /// of the longer one (`legislation`, `legislator`). Names and numbers are only ever themselves.
    pub fn related(&self, term: &Term) -> Vec<(TermId, f64)> {
        let mut found: Vec<(TermId, f64)> = self.id(&term.stem).map(|id| (id, 1.0)).into_iter().collect();
        if matches!(term.kind, TermKind::Number | TermKind::Name) || term.stem.len() < ROOT {
            return found;
        }
        let Some(root) = term.stem.get(..ROOT) else { return found };
        let from = self.alphabet.partition_point(|(stem, _)| &**stem < root);
        for (stem, id) in self.alphabet[from..].iter().take_while(|(stem, _)| stem.starts_with(root)) {
            let shared = stem.bytes().zip(term.stem.bytes()).take_while(|(a, b)| a == b).count();
            if **stem != *term.stem && shared * 3 >= stem.len().max(term.stem.len()) * 2 {
                found.push((*id, DERIVED));
            }
        }
        found
    }

    /// How many sentences `article` has.
    pub fn sentences(&self, article: usize) -> usize {
        self.articles.get(article).map_or(0, Range::len)
    }

    /// How much a term counts: its inverse document frequency among the sentences, doubled for names and numbers, a
    /// fifth for verbs of saying. A stem no article has counts like one that stands in a single sentence.
    pub fn weight(&self, term: &Term) -> f64 {
        let frequency = self.id(&term.stem).map_or(0, |id| self.postings[id as usize].len());
        #[allow(clippy::cast_precision_loss, reason = "counts of sentences are far below 2^52")]
        let rarity = ((self.sentences.len() + 2) as f64 / (frequency.max(1) as f64 + 0.5)).ln().max(0.3);
        match term.kind {
            TermKind::Name | TermKind::Number => 2.0 * rarity.min(3.0),
            TermKind::Saying => 0.2 * rarity,
            TermKind::Word => rarity,
        }
    }

    /// Whether the sentence `sentence` of `article` has the stem `id`.
    pub fn has(&self, article: usize, sentence: usize, id: TermId) -> bool {
        self.articles
            .get(article)
            .and_then(|range| self.sentences.get(range.start + sentence))
            .is_some_and(|sentence| sentence.terms.binary_search(&id).is_ok())
    }

    /// The sentences of `article` that have the stem `id`, ascending.
    pub fn occurrences(&self, article: usize, id: TermId) -> impl Iterator<Item = usize> + '_ {
        let range = self.articles.get(article).cloned().unwrap_or_default();
        let all = self.postings.get(id as usize).map(Vec::as_slice).unwrap_or_default();
        let from = all.partition_point(|&sentence| (sentence as usize) < range.start);
        all[from..]
            .iter()
            .map(|&sentence| sentence as usize)
            .take_while(move |&sentence| sentence < range.end)
            .map(move |sentence| sentence - range.start)
    }

    /// For every article that has any of `terms`, its best `limit` passages, best first; articles in order.
    ///
    /// A passage is a sentence, or a sentence and its next neighbour in the same or the following paragraph where both
    /// contribute. `vector` is that of the query, by the embedder of the index; it may be empty.
    pub fn passages(&self, terms: &[Term], vector: &[f32], limit: usize) -> Vec<Passage> {
        let mut weights: Vec<(TermId, f64)> =
            terms.iter().filter_map(|term| Some((self.id(&term.stem)?, self.weight(term)))).collect();
        weights.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        weights.dedup_by_key(|&mut (id, _)| id);
        let total: f64 = terms.iter().map(|term| self.weight(term)).sum();
        if weights.is_empty() || total <= 0.0 {
            return Vec::new();
        }
        let mut scores = vec![0.0; self.sentences.len()];
        for &(id, weight) in &weights {
            for &sentence in &self.postings[id as usize] {
                scores[sentence as usize] += weight;
            }
        }
        let mut found = Vec::new();
        for (article, range) in self.articles.iter().enumerate() {
            let mut ranked: Vec<(f64, usize)> = range
                .clone()
                .filter(|&sentence| scores[sentence] > 0.0)
                .map(|sentence| {
                    let before = sentence.checked_sub(1).filter(|before| range.contains(before));
                    let after = Some(sentence + 1).filter(|after| range.contains(after));
                    let around: f64 = [before, after].into_iter().flatten().map(|at| scores[at]).sum();
                    let meaning = MEANING * total * cosine(&self.sentences[sentence].vector, vector);
                    (scores[sentence] + NEIGHBOUR * around + meaning, sentence)
                })
                .collect();
            ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            ranked.truncate(limit);
            found.extend(
                ranked.into_iter().map(|(_, sentence)| self.passage(article, range, sentence, &weights, total)),
            );
        }
        found
    }

    /// The passage around `sentence`: with its better neighbour where that adds terms of its own.
    fn passage(
        &self,
        article: usize,
        range: &Range<usize>,
        sentence: usize,
        weights: &[(TermId, f64)],
        total: f64,
    ) -> Passage {
        let has = |at: usize, id: TermId| self.sentences[at].terms.binary_search(&id).is_ok();
        let alone: f64 = weights.iter().filter(|&&(id, _)| has(sentence, id)).map(|&(_, weight)| weight).sum();
        let neighbours = [sentence.checked_sub(1), Some(sentence + 1)];
        let best = neighbours
            .into_iter()
            .flatten()
            .filter(|at| range.contains(at))
            .filter(|&at| self.sentences[at].paragraph.abs_diff(self.sentences[sentence].paragraph) <= 1)
            .map(|at| {
                let added = weights.iter().filter(|&&(id, _)| !has(sentence, id) && has(at, id));
                (added.map(|&(_, weight)| weight).sum::<f64>(), at)
            })
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
            .filter(|&(added, _)| added > ADDS * total);
        let (score, first, last) = match best {
            Some((added, at)) => (alone + added, sentence.min(at), sentence.max(at)),
            None => (alone, sentence, sentence),
        };
        Passage {
            article,
            sentences: first - range.start..last - range.start + 1,
            span: self.sentences[first].span.cover(self.sentences[last].span),
            score: score / total,
        }
    }
}

/// The least part of the query's weight a neighbour must add to become part of the passage.
const ADDS: f64 = 0.08;
