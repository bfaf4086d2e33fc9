//! N003: hedge dropped or added.

use crate::case::Case;
use crate::figure::hedge_words;
use crate::judge::{Judged, Part};
use crate::{Code, Finding, Level, Page, Place};

use super::quantity_proof;

pub(super) const PAGE: Page = Page {
    code: Code::N003,
    name: "hedge-changed",
    title: "hedge dropped or added",
    level: Level::Warning,
    verdict: None,
    meaning: "The number is the same, but \"at least\", \"about\", \"up to\" or the like was dropped, added or changed.",
    why: "\"At least 60\" and \"60\" are different statements; the second claims to know.",
    decided: "In every article the closest quantity of the same value for the same thing, in a sentence that shares 22.5 per cent of the weight of the clause's other words (half of what N001 asks for), has another hedge than the draft's, or one where the draft has none, or none where the draft has one. Words of one meaning (\"at least\", \"no fewer than\") are one hedge. Also where a passage that runs parallel to the sentence (see E004) has the same number in its place, hedged otherwise.",
    example: "Draft: 60 passengers. Article: at least 60 passengers.",
    mend: "Take over the hedge.",
};

pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, part: &Part<'_>, out: &mut Vec<Finding>) {
    for figure in &part.figures {
        let Some(rival) = figure.hedged_otherwise() else { continue };
        let theirs = rival.quantity.span.of(case.articles[rival.article].text());
        let message = match (figure.quantity.hedge, rival.quantity.hedge) {
            (None, hedge) => format!("\"{}\" was dropped", hedge_words(hedge)),
            (hedge, None) => format!("\"{}\" was added", hedge_words(hedge)),
            (ours, hedge) => format!("\"{}\" became \"{}\"", hedge_words(hedge), hedge_words(ours)),
        };
        out.push(Finding {
            code: Code::N003,
            level: Level::Warning,
            message,
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
