//! What a verifier is asked: a clause of the draft beside the passages that could bear on it.

use coincide_annotate::Sentence;
use coincide_retrieve::Passage;
use coincide_text::Span;

use crate::Features;
use crate::case::Case;
use crate::clause::clauses;
use crate::judge::query;
use crate::support::{Query, features};

/// Most passages of one article among which those that are asked about are chosen.
const CANDIDATES: usize = 6;

/// From how many words on no further passage is added: what a small encoder reads at once beside the clause.
const WORDS: usize = 75;

/// The least part of a clause's weighted words that passages must have to be asked about: below it they are silent.
const LEAST: f64 = 0.3;

/// From which coverage of its best passage on an article is asked about by itself.
const OPEN: f64 = 0.4;

/// Most articles that are asked about by themselves, those with the highest coverage.
const MOST_OPEN: usize = 2;

/// Most passages among which those of all articles together are chosen.
const MOST_TOGETHER: usize = 32;

/// A clause of the draft beside passages of one article, or of several together.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The clause.
    pub claim: Span,
    /// The article all passages are of; nothing if they are the best of several.
    pub article: Option<usize>,
    /// The passages, each with its article, in the order of the articles and of their text; never empty.
    pub passages: Vec<(usize, Span)>,
    /// What the passages have of the clause by rules.
    pub features: Features,
}

/// The questions that the clauses of a sentence raise, clause by clause.
pub(crate) fn of_sentence(case: &Case<'_>, sentence: &Sentence) -> Vec<Vec<Question>> {
    let clauses = clauses(case.draft.text(), &case.draft.annotations, sentence);
    clauses.into_iter().map(|clause| questions(case, clause, &query(case, clause))).collect()
}

/// The questions a clause raises: one on the best passages of all articles together, then one for each of the few articles
/// that have most of it.
///
/// Passages are added as long as they have something of the clause that those before them have not, and then by how
/// much they have of it, until they are long enough together.
fn questions(case: &Case<'_>, claim: Span, query: &Query) -> Vec<Question> {
    let mut candidates: Vec<Candidate> = query
        .passages(&case.index, CANDIDATES)
        .into_iter()
        .map(|passage| {
            let strengths = query.strengths(&case.index, passage.article, &passage.sentences);
            let coverage = query.coverage(&strengths);
            Candidate { passage, strengths, coverage }
        })
        .collect();
    let mut open: Vec<(f64, &[Candidate])> = candidates
        .chunk_by(|a, b| a.passage.article == b.passage.article)
        .map(|of_article| (of_article.iter().map(|it| it.coverage).fold(0.0, f64::max), of_article))
        .filter(|(coverage, _)| *coverage >= OPEN)
        .collect();
    open.sort_by(|a, b| b.0.total_cmp(&a.0));
    open.truncate(MOST_OPEN);
    let mut single: Vec<Question> =
        open.into_iter().filter_map(|(_, of_article)| question(case, claim, query, of_article)).collect();
    candidates.sort_by(|a, b| b.coverage.total_cmp(&a.coverage));
    candidates.truncate(MOST_TOGETHER);
    let together = question(case, claim, query, &candidates);
    single.retain(|it| together.as_ref().is_none_or(|together| together.article != it.article));
    together.into_iter().chain(single).collect()
}

/// For each term, how far one of two has it.
fn union(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a.max(*b)).collect()
}

struct Candidate {
    passage: Passage,
    strengths: Vec<f64>,
    coverage: f64,
}

fn question(case: &Case<'_>, claim: Span, query: &Query, candidates: &[Candidate]) -> Option<Question> {
    let chosen = choose(case, query, candidates);
    let together = chosen.iter().fold(vec![0.0; query.terms.len()], |together, it| union(&together, &it.strengths));
    if query.coverage(&together) < LEAST {
        return None;
    }
    let mut passages: Vec<(usize, Span)> = chosen.iter().map(|it| (it.passage.article, it.passage.span)).collect();
    passages.sort_unstable();
    passages.dedup_by(|next, last| {
        let joined = next.0 == last.0 && next.1.start <= last.1.end;
        if joined {
            last.1 = last.1.cover(next.1);
        }
        joined
    });
    let article = passages.first().map(|it| it.0).filter(|first| passages.iter().all(|it| it.0 == *first));
    let strengths: Vec<(&Passage, &[f64])> = chosen.iter().map(|it| (&it.passage, &*it.strengths)).collect();
    let features = features(case, query, claim, &strengths, article);
    Some(Question { claim, article, passages, features })
}

/// The candidates that together have most of the clause, the best first.
fn choose<'c>(case: &Case<'_>, query: &Query, candidates: &'c [Candidate]) -> Vec<&'c Candidate> {
    let mut left: Vec<&Candidate> = candidates.iter().collect();
    let mut chosen: Vec<&Candidate> = Vec::new();
    let mut together = vec![0.0; query.terms.len()];
    let mut words = 0;
    while words < WORDS {
        let with = |it: &Candidate| query.coverage(&union(&together, &it.strengths));
        let best = (0..left.len()).max_by(|&a, &b| {
            let by_union = with(left[a]).total_cmp(&with(left[b]));
            by_union.then(left[a].coverage.total_cmp(&left[b].coverage)).then(b.cmp(&a))
        });
        let Some(best) = best else { break };
        let next = left.remove(best);
        together = union(&together, &next.strengths);
        let sentences = &case.articles[next.passage.article].annotations.sentences;
        let held = |at: &usize| {
            chosen.iter().any(|it| it.passage.article == next.passage.article && it.passage.sentences.contains(at))
        };
        words += next
            .passage
            .sentences
            .clone()
            .filter(|at| !held(at))
            .filter_map(|at| sentences.get(at))
            .map(|sentence| sentence.tokens.len())
            .sum::<usize>();
        chosen.push(next);
    }
    chosen
}
