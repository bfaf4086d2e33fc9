//! The time expressions of a clause against those of the passages that speak of the same thing.

use coincide_annotate::{Agreement, TimeExpression, TimeKind, compare_times};
use coincide_text::Span;

use crate::case::Case;
use crate::support::{Query, Support};

/// The least context at which a sentence's time is a time of the same event.
const SAME_EVENT: f64 = 0.75;

/// The least context at which a time elsewhere in an article bears out the draft's.
const AGREES: f64 = 0.4;

/// Fewest words besides names that must be shared: two people's names alone do not make one event.
const FEWEST_WORDS: usize = 2;

/// A time expression of the draft with what the articles have for the same event.
pub(crate) struct Moment<'a> {
    pub(crate) time: &'a TimeExpression,
    /// Those that agree, in the best passage of an article.
    pub(crate) agreeing: Vec<Other<'a>>,
    /// Those that differ, in the best passage of an article that has none that agrees.
    pub(crate) differing: Vec<Other<'a>>,
    /// Whether it is a date, and no article has it in a sentence that speaks of the same.
    pub(crate) unknown: bool,
}

/// An article's time expression.
#[derive(Clone, Copy)]
pub(crate) struct Other<'a> {
    pub(crate) article: usize,
    pub(crate) time: &'a TimeExpression,
}

impl<'a> Moment<'a> {
    /// Compares `time` with the expressions in the best passage of each article; `sentence` is the sentence it stands in.
    pub(crate) fn new(
        case: &Case<'a>,
        time: &'a TimeExpression,
        sentence: Span,
        query: &Query,
        support: &Support,
    ) -> Self {
        let mut moment = Self { time, agreeing: Vec::new(), differing: Vec::new(), unknown: false };
        if !matches!(time.kind, TimeKind::Date | TimeKind::Time) {
            return moment;
        }
        // `On Wednesday and Thursday`: a passage that has one of them speaks of the same days.
        let siblings: Vec<&TimeExpression> =
            case.draft.annotations.times.iter().filter(|other| sentence.contains(other.span)).collect();
        for covered in &support.passages {
            let article = covered.passage.article;
            let others: Vec<&TimeExpression> = case.articles[article]
                .annotations
                .times
                .iter()
                .filter(|other| covered.passage.span.contains(other.span))
                .collect();
            let agrees = |a: &TimeExpression, b: &TimeExpression| {
                matches!(compare_times(a, b), Agreement::Same | Agreement::Compatible)
            };
            let all = &case.articles[article].annotations.times;
            let borne_out = others.iter().copied().chain(all).find(|other| {
                let theirs = case.sentence_of(article, other.span);
                agrees(time, other)
                    && (covered.passage.span.contains(other.span)
                        || query.context(&case.index, article, &theirs, &[time.span]).share >= AGREES)
            });
            if let Some(other) = borne_out {
                moment.agreeing.push(Other { article, time: other });
                continue;
            }
            if others.iter().any(|other| siblings.iter().any(|sibling| agrees(sibling, other))) {
                continue;
            }
            let differs = others.into_iter().find(|other| {
                let theirs = case.sentence_of(article, other.span);
                let shared = query.context(&case.index, article, &theirs, &[time.span]);
                // Things happen again in other years: a year alone is no day of this event.
                compare_times(time, other) == Agreement::Differs
                    && !is_year(time)
                    && shared.words >= FEWEST_WORDS
                    && shared.share >= SAME_EVENT
            });
            moment.differing.extend(differs.map(|time| Other { article, time }));
        }
        moment.unknown = is_dated(time) && moment.agreeing.is_empty() && !is_publication(case, time);
        moment
    }
}

/// Whether the words give a year and nothing finer.
fn is_year(time: &TimeExpression) -> bool {
    matches!(time.written, (Some(_), None, None)) && time.kind == TimeKind::Date
}

/// Whether the words give a year, or a day of a month.
fn is_dated(time: &TimeExpression) -> bool {
    let (year, month, day) = time.written;
    time.kind == TimeKind::Date && (year.is_some() || month.is_some() && day.is_some())
}

/// Whether an article was published on the day `time` names: what it tells without a date happened then.
fn is_publication(case: &Case<'_>, time: &TimeExpression) -> bool {
    case.articles.iter().any(|reading| {
        let published = reading.article.published.as_ref().map(|published| published.at.date);
        time.days.zip(published).is_some_and(|((from, to), day)| from == to && from == day)
    })
}
