//! What a verifier says of each sentence of the draft.

use std::panic::{AssertUnwindSafe, catch_unwind};

use coincide_article::ParagraphKind;

use crate::case::Case;
use crate::{Pair, Question, Stances, Unanswered, Verifier, checkable, question};

/// What a verifier says of one sentence: for each clause, of each question its answer; or why there is none.
pub(crate) type View = Result<Vec<Vec<(Question, Stances)>>, Unanswered>;

/// Asks `verifier` about every sentence that can be checked, all at once; nothing for the others.
pub(crate) fn views(case: &Case<'_>, verifier: &dyn Verifier) -> Vec<Option<View>> {
    let draft = case.draft;
    let asked: Vec<Option<Vec<Vec<Question>>>> = draft
        .annotations
        .sentences
        .iter()
        .map(|sentence| {
            let kind = draft.article.paragraphs.get(sentence.paragraph).map_or(ParagraphKind::Body, |it| it.kind);
            match checkable::reason(draft.text(), &draft.annotations, sentence, kind, false) {
                // A defect in one sentence must not lose the others.
                None => catch_unwind(AssertUnwindSafe(|| question::of_sentence(case, sentence))).ok(),
                Some(_) => Some(Vec::new()),
            }
        })
        .collect();
    let pairs: Vec<Pair<'_>> = asked
        .iter()
        .flatten()
        .flatten()
        .flatten()
        .map(|question| Pair {
            claim: question.claim.of(draft.text()),
            passages: question.passages.iter().map(|&(article, span)| span.of(case.articles[article].text())).collect(),
            features: question.features,
        })
        .collect();
    let answers = catch_unwind(AssertUnwindSafe(|| verifier.verify(&pairs)));
    let mut answers = answers.unwrap_or_default().into_iter();
    let mut answered = |question| {
        let answer = answers.next().unwrap_or_else(|| Err(Unanswered("there is no answer".to_owned())));
        answer.map(|stances| (question, stances))
    };
    asked
        .into_iter()
        .map(|clauses| {
            let view = |clauses: Vec<Vec<Question>>| {
                clauses.into_iter().map(|questions| questions.into_iter().map(&mut answered).collect()).collect()
            };
            match clauses {
                None => Some(Err(Unanswered("it could not be asked about".to_owned()))),
                Some(clauses) => Some(clauses).filter(|clauses| !clauses.is_empty()).map(view),
            }
        })
        .collect()
}
