//! How far the articles bear out a clause.
//!
//! By rules: how much of the clause's weighted content words one passage has, how much two passages have together, and
//! how much of it no article has at all. What [`crate::Features`] make of that is another matter.

use std::ops::Range;

use coincide_retrieve::{Index, Passage, Term, TermId, TermKind};
use coincide_text::Span;

use crate::Features;
use crate::case::Case;

/// Most passages of one article that are looked at.
const PASSAGES: usize = 4;

/// What the articles have of a clause.
#[derive(Clone, Debug)]
pub(crate) struct Support {
    /// The features the probability is made from.
    pub(crate) features: Features,
    /// For every article that has something of it, its best passage, by article.
    pub(crate) passages: Vec<Covered>,
    /// Indices of terms that no passage chosen has.
    pub(crate) missing: Vec<usize>,
    /// The indices in `passages` of the passages that together have most of it: one or two.
    pub(crate) chosen: Vec<usize>,
}

/// A passage with what it has of a clause.
#[derive(Clone, Debug)]
pub(crate) struct Covered {
    /// The passage.
    pub(crate) passage: Passage,
    /// For each term, how far the passage has it, from 0 to 1.
    pub(crate) strengths: Vec<f64>,
    /// The weighted mean of the strengths.
    pub(crate) coverage: f64,
}

/// The content words of a clause with all that looking them up needs.
pub(crate) struct Query {
    /// The words.
    pub(crate) terms: Vec<Term>,
    weights: Vec<f64>,
    total: f64,
    related: Vec<Vec<(TermId, f64)>>,
    /// The vector of its text; empty without an embedder.
    vector: Vec<f32>,
}

impl Query {
    pub(crate) fn new(index: &Index, terms: Vec<Term>, vector: Vec<f32>) -> Self {
        let weights: Vec<f64> = terms.iter().map(|term| index.weight(term)).collect();
        let related = terms.iter().map(|term| index.related(term)).collect();
        Self { total: weights.iter().sum(), terms, weights, related, vector }
    }

    /// Of every article that has something of it, the best passages: see [`Index::passages`].
    pub(crate) fn passages(&self, index: &Index, limit: usize) -> Vec<Passage> {
        index.passages(&self.terms, &self.vector, limit)
    }

    /// How far `sentences` of `article` have each term, from 0 to 1.
    pub(crate) fn strengths(&self, index: &Index, article: usize, sentences: &Range<usize>) -> Vec<f64> {
        let each = self.terms.iter().zip(&self.related);
        each.map(|(term, related)| strength(index, article, sentences, term, related)).collect()
    }

    /// The weighted mean of `strengths`.
    pub(crate) fn coverage(&self, strengths: &[f64]) -> f64 {
        mean(strengths, &self.weights, self.total)
    }

    /// How far the sentences `sentences` of `article` speak of the same thing as the clause does outside of the spans
    /// `apart`, whatever they say in their place.
    ///
    /// Only what stands in those very sentences counts, but for names, since a later sentence says `she`.
    pub(crate) fn context(&self, index: &Index, article: usize, sentences: &Range<usize>, apart: &[Span]) -> Context {
        let (mut has, mut all, mut words, mut names) = (0.0, 0.0, 0, 0);
        let outside = |term: &Term| !apart.iter().any(|span| span.overlaps(term.span));
        for ((term, related), weight) in self.terms.iter().zip(&self.related).zip(&self.weights) {
            if !outside(term) {
                continue;
            }
            let strength = match term.kind {
                TermKind::Name => strength(index, article, sentences, term, related),
                TermKind::Number | TermKind::Saying | TermKind::Word => inside(index, article, sentences, related),
            };
            has += strength * weight;
            all += weight;
            words += usize::from(strength > 0.0 && matches!(term.kind, TermKind::Word | TermKind::Number));
            names += usize::from(term.kind == TermKind::Name && inside(index, article, sentences, related) > 0.0);
        }
        Context { share: if all > 0.0 { has / all } else { 0.0 }, words, names }
    }
}

/// How far a passage speaks of the same thing as a clause.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Context {
    /// The part of the weight of the clause's other words that it has, from 0 to 1.
    pub(crate) share: f64,
    /// How many of them it has that are neither names nor verbs of saying.
    pub(crate) words: usize,
    /// How many names it has itself.
    pub(crate) names: usize,
}

/// Judges how far the articles bear out `span`, a clause or sentence of the draft whose words `query` has.
pub(crate) fn support(case: &Case<'_>, query: &Query, span: Span) -> Support {
    let index = &case.index;
    let Query { terms, weights, total, .. } = query;
    let mut passages: Vec<Covered> = Vec::new();
    for passage in query.passages(index, PASSAGES) {
        let strengths = query.strengths(index, passage.article, &passage.sentences);
        let coverage = query.coverage(&strengths);
        let covered = Covered { passage, strengths, coverage };
        match passages.last_mut() {
            Some(last) if last.passage.article == covered.passage.article => {
                if covered.coverage > last.coverage {
                    *last = covered;
                }
            }
            _ => passages.push(covered),
        }
    }
    let chosen = choose(&passages, weights, *total);
    let chosen_passages: Vec<(&Passage, &[f64])> =
        chosen.iter().map(|&at| (&passages[at].passage, &*passages[at].strengths)).collect();
    let features = features(case, query, span, &chosen_passages, None);
    let together = union(&chosen_passages, terms.len());
    let missing = (0..terms.len()).filter(|&term| together[term] < 0.5).collect();
    Support { features, passages, missing, chosen }
}

/// What passages, the best of them first, each with how far it has each term, have of a clause at `span`. What stands
/// anywhere is looked for in `article` alone if there is one, and the order of words in the articles of the passages.
pub(crate) fn features(
    case: &Case<'_>,
    query: &Query,
    span: Span,
    chosen: &[(&Passage, &[f64])],
    article: Option<usize>,
) -> Features {
    let (index, terms) = (&case.index, &query.terms);
    let together = union(chosen, terms.len());
    let best = chosen.first();
    let mut articles: Vec<usize> = chosen.iter().map(|(passage, _)| passage.article).collect();
    articles.sort_unstable();
    articles.dedup();
    let kept = case.sequences.kept(&case.sequences.of(&case.draft.annotations, span), articles);
    Features {
        words: best.map_or(0.0, |(passage, _)| share(index, query, passage)),
        anywhere: query.coverage(&anywhere(index, &query.related, article)),
        pairs: best.map_or(0.0, |(_, strengths)| pairs(query, strengths)),
        names: of_kind(terms, &together, TermKind::Name),
        numbers: of_kind(terms, &together, TermKind::Number),
        order: kept.order,
        neighbours: kept.neighbours,
    }
}

/// For each of `terms` terms, how far one of the passages has it.
fn union(chosen: &[(&Passage, &[f64])], terms: usize) -> Vec<f64> {
    (0..terms).map(|term| chosen.iter().map(|(_, strengths)| strengths[term]).fold(0.0, f64::max)).collect()
}

/// How far the sentences `range` of `article` have a term: fully if it stands in them; for a name, nearly so if the
/// article has it elsewhere, since later sentences say `she`; else a little if it stands right beside them.
fn strength(index: &Index, article: usize, range: &Range<usize>, term: &Term, related: &[(TermId, f64)]) -> f64 {
    let stands = inside(index, article, range, related);
    if stands > 0.0 {
        return stands;
    }
    if term.kind == TermKind::Name {
        let elsewhere = related.iter().any(|&(id, _)| index.occurrences(article, id).next().is_some());
        return if elsewhere { ELSEWHERE } else { 0.0 };
    }
    let around = range.start.saturating_sub(1)..(range.end + 1).min(index.sentences(article));
    if inside(index, article, &around, related) > 0.0 { BESIDE } else { 0.0 }
}

/// How sure it is that one of the sentences has one of the terms.
fn inside(index: &Index, article: usize, sentences: &Range<usize>, related: &[(TermId, f64)]) -> f64 {
    let has = |id: TermId| sentences.clone().any(|sentence| index.has(article, sentence, id));
    related.iter().filter(|&&(id, _)| has(id)).map(|&(_, sure)| sure).fold(0.0, f64::max)
}

/// What a name counts that the article has, but not this passage.
const ELSEWHERE: f64 = 0.75;

/// What a word counts that the sentence before or after the passage has.
const BESIDE: f64 = 0.3;

/// The passage with the highest coverage, and the one that adds most to it if it adds anything of weight.
fn choose(passages: &[Covered], weights: &[f64], total: f64) -> Vec<usize> {
    let Some(best) =
        (0..passages.len()).max_by(|&a, &b| passages[a].coverage.total_cmp(&passages[b].coverage).then(b.cmp(&a)))
    else {
        return Vec::new();
    };
    let first = &passages[best];
    let added = |other: &Covered| {
        let union: Vec<f64> = first.strengths.iter().zip(&other.strengths).map(|(a, b)| a.max(*b)).collect();
        mean(&union, weights, total) - first.coverage
    };
    let second = (0..passages.len())
        .filter(|&at| at != best)
        .map(|at| (added(&passages[at]), at))
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
        .filter(|&(gain, _)| gain >= ADDS);
    std::iter::once(best).chain(second.map(|(_, at)| at)).collect()
}

/// The least part of the clause's weight a second passage must add to be taken beside the first.
const ADDS: f64 = 0.1;

fn mean(strengths: &[f64], weights: &[f64], total: f64) -> f64 {
    if total <= 0.0 {
        return 0.0;
    }
    strengths.iter().zip(weights).map(|(strength, weight)| strength * weight).sum::<f64>() / total
}

/// For each term, how sure it is that any article, or the one that is named, has it anywhere.
fn anywhere(index: &Index, related: &[Vec<(TermId, f64)>], article: Option<usize>) -> Vec<f64> {
    let stands = |id: TermId| article.is_none_or(|article| index.occurrences(article, id).next().is_some());
    let sure = |related: &Vec<(TermId, f64)>| {
        related.iter().filter(|&&(id, _)| stands(id)).map(|&(_, sure)| sure).fold(0.0, f64::max)
    };
    related.iter().map(sure).collect()
}

/// The part of the terms, each counting one, that stand in a passage themselves.
fn share(index: &Index, query: &Query, passage: &Passage) -> f64 {
    let Passage { article, sentences, .. } = passage;
    let standing = query.related.iter().filter(|related| inside(index, *article, sentences, related) > 0.0).count();
    ratio(standing, query.terms.len())
}

/// The mean strength of the terms of one kind; 1 where there are none.
fn of_kind(terms: &[Term], strengths: &[f64], kind: TermKind) -> f64 {
    let of_kind = terms.iter().zip(strengths).filter(|(term, _)| term.kind == kind);
    let (has, all) = of_kind.fold((0.0, 0.0), |(has, all), (_, strength)| (has + strength, all + 1.0));
    if all > 0.0 { has / all } else { 1.0 }
}

#[allow(clippy::cast_precision_loss, reason = "a sentence has few words")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The part of the clause's pairs of neighbouring content words of which the passage has both.
fn pairs(query: &Query, strengths: &[f64]) -> f64 {
    let pairs = query.terms.len().saturating_sub(1);
    if pairs == 0 {
        return query.coverage(strengths);
    }
    let kept = strengths.windows(2).filter(|pair| pair[0] >= 0.7 && pair[1] >= 0.7).count();
    ratio(kept, pairs)
}
