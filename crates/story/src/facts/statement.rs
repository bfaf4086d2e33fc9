use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use coincide_annotate::{QuotationKind, Reading};
use coincide_retrieve::{Embedder, cosine};
use coincide_text::Span;

use super::align::{Link, align};
use super::corpus::{Corpus, Entry};
use super::label::shorten;
use crate::{Cell, FactKind};

/// Content words that a sentence needs to be a statement.
const FEWEST: usize = 5;
/// Content words that a sentence needs to be worth showing though nobody else says it.
const FEWEST_ALONE: usize = 6;
/// How alike two sentences must be to say the same.
const ALIKE: f64 = 0.42;
/// The part of the shorter sentence that must stand in a longer one which says more.
const HELD: f64 = 0.72;
/// What the cosine of two sentences' vectors counts beside how alike their words are, and how much the two must come to.
const MEANING: f64 = 0.5;
const SAME: f64 = 0.75;
/// The part of a sentence that may stand in two neighbouring sentences of another article if it is said here only.
const ELSEWHERE: f64 = 0.5;
/// How many statements of one article alone are kept.
const ALONE: usize = 8;
/// Content words that a statement of one article alone has and no other article.
const NOVEL: usize = 3;
/// Content words in small letters that two sentences must share, lest names and titles make them alike.
const PLAIN: usize = 3;
/// The part of a sentence's words from which on it is a quotation and compared as one.
const QUOTED: f64 = 0.6;
/// By how many of its rarest stems a sentence looks for others.
const RAREST: usize = 10;
/// How many earlier sentences one is compared with: those that have most of its rarest stems.
const NEIGHBOURS: usize = 64;
/// Characters of a label.
const LABEL: usize = 80;

/// What is said beside quantities, quotations and times: sentences of several articles that say the same, and sentences
/// of one whose content stands in no two neighbouring sentences of any other.
///
/// With an embedder, sentences also say the same whose words are less alike but which speak of the same.
pub(super) fn statements(
    articles: &[Reading],
    corpus: &Corpus<'_>,
    embedder: Option<&dyn Embedder>,
) -> Vec<super::Row> {
    let eligible: Vec<bool> = eligible(articles, corpus);
    let owners: Vec<usize> = corpus.entries.iter().map(|entry| entry.article).collect();
    let vector = |entry: &Entry| embedder.map(|embedder| embedder.embed(entry.span.of(articles[entry.article].text())));
    let vectors: Vec<Option<Vec<f32>>> =
        corpus.entries.iter().zip(&eligible).map(|(entry, &eligible)| vector(entry).filter(|_| eligible)).collect();
    let groups = align(&owners, links(corpus, &eligible, &vectors));
    let mut rows = Vec::new();
    let mut alone: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for group in groups {
        if let [only] = group[..] {
            let entry = &corpus.entries[only];
            if eligible[only]
                && entry.stems.len() >= FEWEST_ALONE
                && said_elsewhere(corpus, only) < ELSEWHERE * corpus.weight_of(&entry.stems)
            {
                alone.entry(entry.article).or_default().push(only);
            }
            continue;
        }
        rows.push(row(articles, corpus, &group));
    }
    for (article, sentences) in alone {
        rows.extend(most_novel(corpus, article, sentences).into_iter().map(|only| row(articles, corpus, &[only])));
    }
    rows
}

/// The sentences of an article that say most of what no other article says: one after the other that with the greatest
/// weight of stems that stand in no other article and in none of the sentences taken before.
fn most_novel(corpus: &Corpus<'_>, article: usize, mut sentences: Vec<usize>) -> Vec<usize> {
    let mut told: BTreeSet<u32> = BTreeSet::new();
    let mut taken = Vec::new();
    while taken.len() < ALONE {
        let novel = |sentence: usize| {
            let stems = corpus.entries[sentence].stems.iter();
            let new: BTreeSet<u32> =
                stems.copied().filter(|&stem| corpus.only_in(article, stem) && !told.contains(&stem)).collect();
            (new.iter().map(|&stem| corpus.weight(stem)).sum::<f64>(), new.len())
        };
        let candidates = sentences.iter().map(|&sentence| (novel(sentence), sentence));
        let best = candidates
            .filter(|&((_, new), _)| new >= NOVEL)
            .max_by(|one, other| one.0.0.total_cmp(&other.0.0).then(other.1.cmp(&one.1)));
        let Some((_, sentence)) = best else { break };
        told.extend(&corpus.entries[sentence].stems);
        sentences.retain(|&other| other != sentence);
        taken.push(sentence);
    }
    taken
}

/// Which sentences can be statements: running text of some length that is not mainly somebody's words.
fn eligible(articles: &[Reading], corpus: &Corpus<'_>) -> Vec<bool> {
    corpus
        .entries
        .iter()
        .map(|entry| {
            entry.running && entry.stems.len() >= FEWEST && quoted(&articles[entry.article], entry.span) < QUOTED
        })
        .collect()
}

/// The part of the content words in `span` that is quoted.
fn quoted(article: &Reading, span: Span) -> f64 {
    let quotations = &article.annotations.quotations;
    let from = quotations.partition_point(|quotation| quotation.span.end <= span.start);
    let near = quotations[from..]
        .iter()
        .take_while(|quotation| quotation.span.start < span.end)
        .filter(|quotation| matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed));
    let near: Vec<Span> = near.map(|quotation| quotation.span).collect();
    let content = article.annotations.tokens_in(span).iter().filter(|token| token.is_content());
    let (all, inside) = content.fold((0_usize, 0_usize), |(all, inside), token| {
        (all + 1, inside + usize::from(near.iter().any(|quotation| quotation.contains(token.span))))
    });
    inside as f64 / all.max(1) as f64
}

/// The pairs of sentences of two articles that say the same.
fn links(corpus: &Corpus<'_>, eligible: &[bool], vectors: &[Option<Vec<f32>>]) -> Vec<Link> {
    let mut links = Vec::new();
    let mut shared = vec![0_u32; corpus.entries.len()];
    let mut near: Vec<usize> = Vec::new();
    for (number, entry) in corpus.entries.iter().enumerate().filter(|&(number, _)| eligible[number]) {
        let mut rare = entry.stems.clone();
        rare.sort_by(|&one, &other| corpus.weight(other).total_cmp(&corpus.weight(one)).then(one.cmp(&other)));
        for &stem in rare.iter().take(RAREST) {
            let earlier = corpus.postings(stem).0.iter().map(|&other| other as usize);
            for other in earlier.take_while(|&other| other < number) {
                if shared[other] == 0 {
                    near.push(other);
                }
                shared[other] += 1;
            }
        }
        near.sort_unstable_by_key(|&other| (Reverse(shared[other]), other));
        let together = near.iter().take_while(|&&other| shared[other] > 1);
        let others = together.filter(|&&other| eligible[other] && corpus.entries[other].article != entry.article);
        for &other in others.take(NEIGHBOURS) {
            let near = vectors[number].as_deref().zip(vectors[other].as_deref()).map(|(one, other)| cosine(one, other));
            if let Some(score) = likeness(corpus, entry, &corpus.entries[other], near) {
                links.push(Link { score, a: other, b: number });
            }
        }
        for other in near.drain(..) {
            shared[other] = 0;
        }
    }
    links
}

/// How sure it is that two sentences say the same, or nothing if they do not. `near` is the cosine of their vectors.
fn likeness(corpus: &Corpus<'_>, a: &Entry, b: &Entry, near: Option<f64>) -> Option<f64> {
    let (common, stems) = corpus.common(&a.stems, &b.stems);
    let (weight_a, weight_b) = (corpus.weight_of(&a.stems), corpus.weight_of(&b.stems));
    let alike = 2.0 * common / (weight_a + weight_b).max(f64::MIN_POSITIVE);
    let held = common / weight_a.min(weight_b).max(f64::MIN_POSITIVE);
    let plain = corpus.common(&a.plain, &b.plain).1;
    let words = alike.max(held * 0.75);
    let both = near.is_some_and(|near| words + MEANING * near >= SAME);
    (stems >= FEWEST - 1 && plain >= PLAIN && (alike >= ALIKE || held >= HELD || both)).then_some(words)
}

/// How much of a sentence stands in two neighbouring sentences of another article, at most, by weight.
fn said_elsewhere(corpus: &Corpus<'_>, number: usize) -> f64 {
    let entry = &corpus.entries[number];
    let mut near: HashMap<usize, f64> = HashMap::new();
    let mut common = 0.0;
    for &stem in &entry.stems {
        let (postings, all) = corpus.postings(stem);
        if !all {
            common += corpus.weight(stem);
            continue;
        }
        for &other in postings.iter().filter(|&&other| corpus.entries[other as usize].article != entry.article) {
            *near.entry(other as usize).or_default() += corpus.weight(stem);
        }
    }
    let mut near: Vec<(usize, f64)> = near.into_iter().collect();
    near.sort_unstable_by_key(|&(other, _)| other);
    let mut best = 0.0_f64;
    for (index, &(other, weight)) in near.iter().enumerate() {
        let next = near
            .get(index + 1)
            .filter(|&&(next, _)| next == other + 1 && corpus.entries[next].article == corpus.entries[other].article);
        let most = weight + next.map_or(0.0, |&(_, weight)| weight);
        if most <= best {
            continue;
        }
        let has = |sentence: usize, stem: u32| corpus.entries[sentence].stems.binary_search(&stem).is_ok();
        let both = entry
            .stems
            .iter()
            .filter(|&&stem| corpus.postings(stem).1)
            .filter(|&&stem| has(other, stem) || next.is_some_and(|&(next, _)| has(next, stem)));
        best = best.max(both.map(|&stem| corpus.weight(stem)).sum());
    }
    best + common
}

fn row(articles: &[Reading], corpus: &Corpus<'_>, group: &[usize]) -> super::Row {
    let cells: Vec<Cell> = group
        .iter()
        .map(|&number| {
            let entry = &corpus.entries[number];
            let mut stems: Vec<&str> = entry.stems.iter().map(|&stem| corpus.name(stem)).collect();
            stems.sort_unstable();
            Cell {
                article: entry.article,
                value: entry.span.of(articles[entry.article].text()).to_owned(),
                normal: stems.join(" "),
                span: entry.span,
                passage: entry.span,
            }
        })
        .collect();
    // The shortest wording is the one that says least besides.
    let label = cells.iter().min_by_key(|cell| (cell.value.chars().count(), cell.article));
    let label = label.map_or_else(String::new, |cell| shorten(&cell.value, LABEL));
    super::Row { kind: FactKind::Statement, label, cells, differs: deny_each_other(corpus, group) }
}

/// How many sentences of a group are looked at for one that denies another.
const SPOKESMEN: usize = 64;

/// Whether one of the sentences denies a word that another, which denies nothing, says plainly: `had not cleared` beside
/// `had cleared`.
fn deny_each_other(corpus: &Corpus<'_>, group: &[usize]) -> bool {
    let entries = || group.iter().take(SPOKESMEN).map(|&number| &corpus.entries[number]);
    entries().any(|denying| {
        denying
            .negated
            .iter()
            .filter(|stem| denying.plain.binary_search(stem).is_ok())
            .any(|stem| entries().any(|other| other.plain.binary_search(stem).is_ok() && other.negated.is_empty()))
    })
}
