//! Whether retrieval finds the sentences that bear a text out.

use std::collections::{BTreeMap, HashMap};

use coincide_annotate::Reading;
use coincide_retrieve::{Embedder, Index, terms};
use coincide_text::Span;
use rayon::prelude::*;

use super::VerifySet;
use super::figures::{Figure, by_document};
use crate::bootstrap::interval;
use crate::source::paragraphs;

/// How many sentences are looked at for one of the gold ones.
const FIRST: usize = 3;

/// How many are looked at for all of them.
const DEEP: usize = 5;

/// The sentences of a source and those of them that bear a text out.
#[derive(Clone, Debug)]
pub(super) struct Gold {
    sentences: Vec<String>,
    /// Lists of indices that each suffice.
    sufficient: Vec<Vec<usize>>,
}

impl Gold {
    /// Nothing if no sentence bears the text out.
    pub(super) fn new(sentences: Vec<String>, mut sufficient: Vec<Vec<usize>>) -> Option<Self> {
        sufficient.retain(|list| !list.is_empty() && list.iter().all(|&at| at < sentences.len()));
        (!sufficient.is_empty()).then_some(Self { sentences, sufficient })
    }

    fn is_among(&self, found: &[usize]) -> bool {
        self.sufficient.iter().flatten().any(|at| found.contains(at))
    }

    /// The greatest part of one of the lists.
    fn recall(&self, found: &[usize]) -> f64 {
        let part = |list: &Vec<usize>| list.iter().filter(|at| found.contains(at)).count() as f64 / list.len() as f64;
        self.sufficient.iter().map(part).fold(0.0, f64::max)
    }
}

/// How well one way of retrieval finds the sentences that bear texts out.
#[derive(Clone, Debug)]
pub struct EvidenceFigures {
    /// Its name, in words.
    pub name: String,
    /// How many texts have such sentences.
    pub texts: usize,
    /// The share of texts with one of them among the first three sentences.
    pub first_three: Figure,
    /// Of the sentences that suffice together, the part among the first five; the best list where several suffice.
    pub recall_at_five: Figure,
}

/// A way to rank the sentences of a source: its name, and a function that gives the best paragraphs of the source (each is
/// a sentence of the set) for a text, best first.
type Retrieval<'a> = (&'static str, Box<dyn Fn(&Reading, &Reading) -> Vec<usize> + Sync + 'a>);

/// The retrieval of the check, with an embedder and without one, and the baseline.
fn retrievals(embedder: Option<&dyn Embedder>) -> Vec<Retrieval<'_>> {
    let with = embedder.map(|embedder| -> Retrieval<'_> {
        ("check", Box::new(move |text, source| by_index(text, source, Some(embedder))))
    });
    let without: [Retrieval<'_>; 2] =
        [("index", Box::new(|text, source| by_index(text, source, None))), ("BM25", Box::new(by_bm25))];
    with.into_iter().chain(without).collect()
}

/// The figures of each way of retrieval; none if the set names no such sentences.
pub(super) fn evidence(set: &VerifySet, embedder: Option<&dyn Embedder>) -> Vec<EvidenceFigures> {
    let texts: Vec<(&str, &Reading, &Gold, Reading)> = set
        .texts
        .par_iter()
        .filter_map(|text| {
            let gold = text.gold.as_ref()?;
            Some((text.document.as_str(), &text.reading, gold, Reading::new(paragraphs(&gold.sentences))))
        })
        .collect();
    if texts.is_empty() {
        return Vec::new();
    }
    let figures = |(name, rank): Retrieval| {
        let outcomes: Vec<(&str, (f64, f64))> = texts
            .par_iter()
            .map(|(document, text, gold, source)| {
                let found = rank(text, source);
                let hit = gold.is_among(&found[..found.len().min(FIRST)]);
                let recall = gold.recall(&found[..found.len().min(DEEP)]);
                (*document, (f64::from(u8::from(hit)), recall))
            })
            .collect();
        let documents = by_document(outcomes);
        let figure = |of: fn(&(f64, f64)) -> f64| {
            let mean = |items: &[&(f64, f64)]| {
                (!items.is_empty()).then(|| items.iter().map(|item| of(item)).sum::<f64>() / items.len() as f64)
            };
            let value = mean(&documents.iter().flatten().collect::<Vec<_>>()).unwrap_or_default();
            Figure { value, bounds: interval(&documents, mean) }
        };
        let (first_three, recall_at_five) = (figure(|it| it.0), figure(|it| it.1));
        EvidenceFigures { name: name.to_owned(), texts: texts.len(), first_three, recall_at_five }
    };
    retrievals(embedder).into_iter().map(figures).collect()
}

/// The retrieval of the check. Of a passage of two sentences the one with more of the text's words comes first.
fn by_index(text: &Reading, source: &Reading, embedder: Option<&dyn Embedder>) -> Vec<usize> {
    let index = Index::new(std::slice::from_ref(source), embedder);
    let vector = embedder.map(|embedder| embedder.embed(text.text())).unwrap_or_default();
    let terms = terms(text.text(), &text.annotations, Span::new(0, text.text().len()));
    let weight = |sentence: usize| -> f64 {
        let has = terms.iter().filter(|term| index.id(&term.stem).is_some_and(|id| index.has(0, sentence, id)));
        has.map(|term| index.weight(term)).sum()
    };
    let mut found = Vec::new();
    for passage in index.passages(&terms, &vector, DEEP) {
        let mut sentences: Vec<usize> = passage.sentences.collect();
        sentences.sort_by(|&a, &b| weight(b).total_cmp(&weight(a)).then(a.cmp(&b)));
        for sentence in sentences {
            let paragraph = source.annotations.sentences[sentence].paragraph;
            if !found.contains(&paragraph) {
                found.push(paragraph);
            }
        }
    }
    found
}

/// BM25 (Robertson and others 1994) over stems of content words, k1 = 1.2 and b = 0.75: the baseline of retrieval.
fn by_bm25(text: &Reading, source: &Reading) -> Vec<usize> {
    let stems = |reading: &Reading, at: usize| -> Vec<String> {
        let tokens = &reading.annotations.tokens[reading.annotations.sentences[at].tokens.clone()];
        tokens.iter().filter(|token| token.is_content()).map(|token| token.stem.to_string()).collect()
    };
    let mut paragraphs: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for (at, sentence) in source.annotations.sentences.iter().enumerate() {
        paragraphs.entry(sentence.paragraph).or_default().extend(stems(source, at));
    }
    let mut counts: HashMap<&str, f64> = HashMap::new();
    for words in paragraphs.values() {
        let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
        words.sort_unstable();
        words.dedup();
        for word in words {
            *counts.entry(word).or_default() += 1.0;
        }
    }
    let all = paragraphs.len() as f64;
    let mean_length = paragraphs.values().map(Vec::len).sum::<usize>() as f64 / all.max(1.0);
    let mut query: Vec<String> = (0..text.annotations.sentences.len()).flat_map(|at| stems(text, at)).collect();
    query.sort_unstable();
    query.dedup();
    let score = |words: &Vec<String>| -> f64 {
        let length = 1.2 * (0.25 + 0.75 * words.len() as f64 / mean_length);
        let of_word = |word: &String| {
            let frequency = words.iter().filter(|it| *it == word).count() as f64;
            let sentences = counts.get(word.as_str()).copied().unwrap_or_default();
            (1.0 + (all - sentences + 0.5) / (sentences + 0.5)).ln() * frequency * 2.2 / (frequency + length)
        };
        query.iter().map(of_word).sum()
    };
    let mut ranked: Vec<(f64, usize)> = paragraphs.iter().map(|(&at, words)| (score(words), at)).collect();
    ranked.retain(|(score, _)| *score > 0.0);
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    ranked.into_iter().map(|(_, at)| at).take(DEEP).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::plain;

    #[test]
    fn sentences_are_ranked() {
        let sentences = [
            "The sea was calm by noon.",
            "The ferry Alma struck a reef off Ostvik.",
            "Its owner is a line of Bergen.",
            "A reef was struck.",
        ]
        .map(str::to_owned);
        let source = Reading::new(paragraphs(&sentences));
        let text = Reading::new(plain("The ferry Alma struck a reef.".to_owned()));
        for (name, rank) in retrievals(None) {
            let found = rank(&text, &source);
            assert_eq!(found[..2], [1, 3], "{name}");
        }
    }

    #[test]
    fn recall_is_that_of_the_best_list() {
        let sentences = vec![String::new(); 9];
        let gold = Gold::new(sentences.clone(), vec![vec![1, 2], vec![2, 3, 4], vec![], vec![20]]).unwrap();
        assert!(gold.is_among(&[7, 4]) && !gold.is_among(&[7]));
        assert_eq!((gold.recall(&[1, 2]), gold.recall(&[2]), gold.recall(&[7])), (1.0, 0.5, 0.0));
        assert!(Gold::new(sentences, vec![vec![]]).is_none());
    }
}
