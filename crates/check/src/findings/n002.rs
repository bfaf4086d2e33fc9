//! N002: articles differ on the quantity.

use crate::case::Case;
use crate::figure::Rival;
use crate::judge::{Judged, Part};
use crate::newest::moved_on;
use crate::{Code, Finding, Level, Page, Place, Proof};

use super::{inside_sentence, quantity_proof, silent_note};

pub(super) const PAGE: Page = Page {
    code: Code::N002,
    name: "quantity-disputed",
    title: "articles differ on the quantity",
    level: Level::Warning,
    verdict: Some("conflicting"),
    meaning: "Some articles have the draft's figure and others have another one for the same thing.",
    why: "Early figures change and sources count differently. A single figure hides that.",
    decided: "As N001, but at least one article's figure agrees with the draft's and at least one differs from it, in a sentence that shares at least 75 per cent of what the closest one that agrees shares. Ordinals and ages are never disputed: another one is of something or somebody else. Where those that differ are known to be later and the count goes on changing, it is N005 instead.",
    example: "Fourteen injured in two articles, seventeen in three.",
    mend: "Say whose figure it is, or give the range and the newest.",
};

pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, part: &Part<'_>, out: &mut Vec<Finding>) {
    for figure in &part.figures {
        let differing: Vec<_> = figure.differing().collect();
        if differing.is_empty() || figure.agreeing().next().is_none() || moved_on(case, figure).is_some() {
            continue;
        }
        let rivals = figure.agreeing().chain(differing.iter().copied());
        let evidence: Vec<Proof> = rivals.map(|rival| quantity_proof(case, rival)).collect();
        let words = |rival: &&Rival<'_>| rival.quantity.span.of(case.articles[rival.article].text());
        let mut others: Vec<String> = differing.iter().map(|rival| inside_sentence(words(rival))).collect();
        others.sort_unstable();
        others.dedup();
        out.push(Finding {
            code: Code::N002,
            level: Level::Warning,
            message: format!("other articles have {}", others.join(", ")),
            claim: Some(judged.claim),
            place: Place::Draft,
            spans: vec![figure.quantity.span],
            notes: silent_note(case, &evidence).into_iter().collect(),
            evidence,
            differences: Vec::new(),
            suggestion: None,
        });
    }
}
