//! E002: name spelt otherwise.

use crate::case::Case;
use crate::judge::{Judged, Part};
use crate::name::Known;
use crate::{Code, Finding, Level, Page, Place, Proof};

pub(super) const PAGE: Page = Page {
    code: Code::E002,
    name: "name-misspelt",
    title: "name spelt otherwise",
    level: Level::Warning,
    verdict: None,
    meaning: "The articles spell this name in another way.",
    why: "A misspelt name hurts the person and the reader's trust.",
    decided: "No article has the draft's spelling, and an article has a name of as many parts, of which at most one differs by its letters: by one in parts of four to seven letters, by two in longer ones, the first letter being the same; or parts differ as two transliterations, an initial, given names that are spoken alike (\"Jon\", \"John\") or two names of one place do. A name of a single part may differ by one letter only: dropped, doubled or swapped if it has five or more, put for another if it has seven or more. Two given names that are both known are two people.",
    example: "Draft: Jonas Eyde. Articles: Jonas Eide.",
    mend: "Use the articles' spelling, which is the suggestion.",
};

pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, part: &Part<'_>, out: &mut Vec<Finding>) {
    for named in &part.names {
        let Known::Otherwise { article, span, name } = &named.known else { continue };
        out.push(Finding {
            code: Code::E002,
            level: Level::Warning,
            message: format!("the articles spell it {name}"),
            claim: Some(judged.claim),
            place: Place::Draft,
            spans: vec![named.span],
            evidence: vec![Proof { article: *article, span: case.passage(*article, *span), words: vec![*span] }],
            differences: Vec::new(),
            notes: Vec::new(),
            suggestion: Some(name.clone()),
        });
    }
}
