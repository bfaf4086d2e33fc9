//! What a verifier says of each sentence of the draft.

use coincide_article::ParagraphKind;

use crate::case::Case;
use crate::checkable;
use crate::judge::query;
use crate::question::questions;
use crate::{Pair, Question, Stances, Unanswered, Verifier};

/// What a verifier says of one sentence: of each question its answer, or why there is none.
pub(crate) type View = Result<Vec<(Question, Stances)>, Unanswered>;

/// Asks `verifier` about every sentence that can be checked, all at once; nothing for the others.
pub(crate) fn views(case: &Case<'_>, verifier: &dyn Verifier) -> Vec<Option<View>> {
    let draft = case.draft;
    let asked: Vec<Vec<Question>> = draft
        .annotations
        .sentences
        .iter()
        .map(|sentence| {
            let kind = draft.article.paragraphs.get(sentence.paragraph).map_or(ParagraphKind::Body, |it| it.kind);
            match checkable::reason(draft.text(), &draft.annotations, sentence, kind, false) {
                None => questions(case, &query(case, sentence.span)),
                Some(_) => Vec::new(),
            }
        })
        .collect();
    let pairs: Vec<Pair<'_>> = draft
        .annotations
        .sentences
        .iter()
        .zip(&asked)
        .flat_map(|(sentence, questions)| questions.iter().map(move |question| (sentence, question)))
        .map(|(sentence, question)| Pair {
            claim: sentence.span.of(draft.text()),
            passages: question.passages.iter().map(|&(article, span)| span.of(case.articles[article].text())).collect(),
            features: question.features,
        })
        .collect();
    let mut answers = verifier.verify(&pairs).into_iter();
    let mut next = || answers.next().unwrap_or_else(|| Err(Unanswered("there is no answer".to_owned())));
    asked
        .into_iter()
        .map(|questions| {
            (!questions.is_empty())
                .then(|| questions.into_iter().map(|question| next().map(|stances| (question, stances))).collect())
        })
        .collect()
}
