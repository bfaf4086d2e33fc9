//! N004: unit, or what is counted, differs.

use crate::case::Case;
use crate::judge::{Judged, Part};
use crate::{Code, Finding, Level, Page, Place};

use super::quantity_proof;

pub(super) const PAGE: Page = Page {
    code: Code::N004,
    name: "counted-differs",
    title: "unit, or what is counted, differs",
    level: Level::Error,
    verdict: Some("contradicted"),
    meaning: "The number stands in an article in a sentence about the same thing, with another unit or counting something else.",
    why: "A right number of the wrong thing looks checked and is not.",
    decided: "No article has a figure for the draft's thing in its unit, neither this one nor another, no sentence that shares as much has the same number in the same unit, and an article whose sentence shares at least 45 per cent of the weight of the other words of the clause has the same value in another unit or for another thing. The level is an error if the units differ, a warning if only what is counted does, which must be two known topics such as deaths and injuries. Also where a passage that runs parallel to the sentence (see E004) has the same number in its place with another unit; the level is then decided as there.",
    example: "Draft: a tear 11 feet long. Article: 11 metres.",
    mend: "Use the article's unit or say what is really counted.",
};

pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, part: &Part<'_>, out: &mut Vec<Finding>) {
    for figure in &part.figures {
        if figure.echoed || figure.agreeing().chain(figure.differing()).next().is_some() {
            continue;
        }
        let Some(rival) = &figure.elsewhere else { continue };
        let level = if rival.quantity.unit == figure.quantity.unit { Level::Warning } else { Level::Error };
        let theirs = rival.quantity.span.of(case.articles[rival.article].text());
        out.push(Finding {
            code: Code::N004,
            level,
            message: format!("the articles have {theirs}"),
            claim: Some(judged.claim),
            place: Place::Draft,
            spans: vec![figure.quantity.span],
            evidence: vec![quantity_proof(case, rival)],
            differences: Vec::new(),
            notes: Vec::new(),
            suggestion: Some(theirs.to_owned()),
        });
    }
}
