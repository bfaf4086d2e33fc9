//! The time expressions of a clause against those of the passages that speak of the same thing.

use coincide_annotate::{Agreement, TimeExpression, TimeKind, compare_times};

use crate::case::Case;
use crate::support::{Query, Support};

/// The least context at which a sentence's time is a time of the same event.
const SAME_EVENT: f64 = 0.6;

/// Fewest words besides names that must be shared: two people's names alone do not make one event.
const FEWEST_WORDS: usize = 2;

/// A time expression of the draft with what the articles have for the same event.
pub(crate) struct Moment<'a> {
    pub(crate) time: &'a TimeExpression,
    /// Article, expression and context of those that agree.
    pub(crate) agreeing: Vec<Other<'a>>,
    /// Of those that differ, in articles where none agrees.
    pub(crate) differing: Vec<Other<'a>>,
}

/// An article's time expression.
#[derive(Clone, Copy)]
pub(crate) struct Other<'a> {
    pub(crate) article: usize,
    pub(crate) time: &'a TimeExpression,
    pub(crate) context: f64,
}

impl<'a> Moment<'a> {
    /// Compares `time` with the expressions in the best passage of each article.
    pub(crate) fn new(case: &Case<'a>, time: &'a TimeExpression, query: &Query, support: &Support) -> Self {
        let mut moment = Self { time, agreeing: Vec::new(), differing: Vec::new() };
        if !matches!(time.kind, TimeKind::Date | TimeKind::Time) {
            return moment;
        }
        for covered in &support.passages {
            let article = covered.passage.article;
            let others = case.articles[article].annotations.times.iter();
            let mut differing = None;
            let mut agrees = false;
            for other in others.filter(|other| covered.passage.span.contains(other.span)) {
                let sentence = case.sentence_of(article, other.span);
                let shared = query.context(&case.index, article, &sentence, time.span);
                let context = if shared.words >= FEWEST_WORDS { shared.share } else { 0.0 };
                match compare_times(time, other) {
                    Agreement::Same | Agreement::Compatible => {
                        agrees = true;
                        moment.agreeing.push(Other { article, time: other, context });
                    }
                    Agreement::Differs => differing = differing.or(Some(Other { article, time: other, context })),
                    Agreement::NotComparable => {}
                }
            }
            if let Some(other) = differing.filter(|other| !agrees && other.context >= SAME_EVENT) {
                moment.differing.push(other);
            }
        }
        moment
    }
}
