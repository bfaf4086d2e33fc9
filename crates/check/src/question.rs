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
const WORDS: usize = 45;

/// The least part of a clause's weighted words that passages must have to be asked about: below it they are silent.
const TOUCHES: f64 = 0.3;

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

/// The questions a clause raises: one for each article that has something of its content words, then one on the best
/// passages of all where they are not of one article.
///
/// Passages are added as long as they have something of the clause that those before them have not, and then by how
/// much they have of it, until they are long enough together.
fn questions(case: &Case<'_>, claim: Span, query: &Query) -> Vec<Question> {
    let candidates: Vec<Candidate> = case
        .index
        .passages(&query.terms, CANDIDATES)
        .into_iter()
        .map(|passage| {
            let strengths = query.strengths(&case.index, passage.article, &passage.sentences);
            let coverage = query.coverage(&strengths);
            Candidate { passage, strengths, coverage }
        })
        .collect();
    let mut questions: Vec<Question> = candidates
        .chunk_by(|a, b| a.passage.article == b.passage.article)
        .filter_map(|of_article| {
            question(case, claim, query, of_article, of_article.first().map(|it| it.passage.article))
        })
        .collect();
    let together = question(case, claim, query, &candidates, None);
    questions.extend(together.filter(|it| it.passages.iter().any(|passage| passage.0 != it.passages[0].0)));
    questions
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

fn question(
    case: &Case<'_>,
    claim: Span,
    query: &Query,
    candidates: &[Candidate],
    article: Option<usize>,
) -> Option<Question> {
    let chosen = choose(case, query, candidates);
    let together = chosen.iter().fold(vec![0.0; query.terms.len()], |together, it| union(&together, &it.strengths));
    if query.coverage(&together) < TOUCHES {
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
    let strengths: Vec<(&Passage, &[f64])> = chosen.iter().map(|it| (&it.passage, &*it.strengths)).collect();
    let features = features(&case.index, query, &strengths, article);
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
