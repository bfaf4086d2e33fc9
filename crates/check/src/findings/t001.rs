//! T001: date or time differs.

use crate::case::Case;
use crate::judge::{Judged, Part};
use crate::{Code, Finding, Level, Page, Place, Proof};

use super::silent_note;

pub(super) const PAGE: Page = Page {
    code: Code::T001,
    name: "time-differs",
    title: "date or time differs",
    level: Level::Error,
    verdict: Some("contradicted"),
    meaning: "The articles give another day or time for this event.",
    why: "A wrong day breaks the order of events and is easily checked by every reader.",
    decided: "Dates, weekdays and times of day are resolved against the day of publication and compared with those in each article's best passage for the clause. No article's agrees, and one that differs stands in a sentence that shares two words besides names and verbs of saying and 75 per cent of the weight of the clause's other words. An article that has the draft's time in a sentence sharing 40 per cent agrees with it. A year alone is never held against another, since things happen again; a passage that has another of the sentence's own times is left aside, and a weekday whose week is only inferred is compared by its name. A date, year or time of day also differs if a passage that runs parallel to the sentence has another one in its place; the alignment and its thresholds are those of E004.",
    example: "Draft: on 19 December. Articles: on 12 December.",
    mend: "Use the articles' date.",
};

pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, part: &Part<'_>, out: &mut Vec<Finding>) {
    for moment in &part.moments {
        if !moment.agreeing.is_empty() {
            continue;
        }
        let Some(closest) = moment.differing.first() else { continue };
        let theirs = closest.time.span.of(case.articles[closest.article].text());
        let evidence: Vec<Proof> = moment
            .differing
            .iter()
            .map(|other| Proof {
                article: other.article,
                span: case.passage(other.article, other.time.span),
                words: vec![other.time.span],
            })
            .collect();
        out.push(Finding {
            code: Code::T001,
            level: Level::Error,
            message: format!("the articles have {theirs}"),
            claim: Some(judged.claim),
            place: Place::Draft,
            spans: vec![moment.time.span],
            notes: silent_note(case, &evidence).into_iter().collect(),
            evidence,
            differences: Vec::new(),
            // `Next Friday` mends nothing in a text of another day.
            suggestion: (closest.time.written.2.is_some() || closest.time.days.is_none()).then(|| theirs.to_owned()),
        });
    }
}
