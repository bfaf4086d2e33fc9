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
    decided: "No article has the draft's spelling, and an article has a name that differs from it in one part by one letter (two in words of eight letters or more), by transliteration or by an initial.",
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
