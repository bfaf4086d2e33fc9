//! E001: name in no article.

use crate::judge::{Judged, Part};
use crate::name::Known;
use crate::{Code, Finding, Level, Page, Place};

pub(super) const PAGE: Page = Page {
    code: Code::E001,
    name: "name-not-found",
    title: "name in no article",
    level: Level::Warning,
    verdict: Some("not_found"),
    meaning: "The draft names a person, organisation or place that no article names.",
    why: "A name from elsewhere may be right, but nothing here bears it out; invented names look just like it.",
    decided: "A word of the name stands in no article, and no article has an entity of the same name: parts of names, short forms of given names, initials, acronyms and spelling variants are allowed for. An organisation or place is also known if all but one of four words or more are, or if the acronym in brackets after it is.",
    example: "The ship's cook, Hanne Brekke: no article names the cook.",
    mend: "Find a source for the name, or leave it out.",
};

pub(super) fn decide(judged: &Judged<'_>, part: &Part<'_>, out: &mut Vec<Finding>) {
    for named in part.names.iter().filter(|named| named.known == Known::No) {
        out.push(Finding {
            code: Code::E001,
            level: Level::Warning,
            message: format!("no article names {}", named.entity.name),
            claim: Some(judged.claim),
            place: Place::Draft,
            spans: vec![named.span],
            evidence: Vec::new(),
            differences: Vec::new(),
            notes: Vec::new(),
            suggestion: None,
        });
    }
}
