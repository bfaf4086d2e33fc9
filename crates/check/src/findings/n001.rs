//! N001: quantity differs from every article's figure.

use crate::case::Case;
use crate::judge::{Judged, Part};
use crate::{Code, Finding, Level, Page, Place, Proof};

use super::{quantity_proof, silent_note};

/// From which context on there is no doubt that the same thing is counted.
const NO_DOUBT: f64 = 0.6;

pub(super) const PAGE: Page = Page {
    code: Code::N001,
    name: "quantity-differs",
    title: "quantity differs from every article's figure for the same thing",
    level: Level::Error,
    verdict: Some("contradicted"),
    meaning: "Articles give a figure for this, and none of them is the draft's.",
    why: "Figures are what readers keep. A wrong one is copied from text to text.",
    decided: "The number, its unit and what it counts are brought to a normal form and compared with every article quantity of the same unit and thing whose sentence shares at least 45 per cent of the weight of the other words of the clause, two of them at least; that people died, were hurt and the like is left aside. Rounding to the written digits, hedges (\"nearly 100\" fits 97) and ranges are allowed for. All of them differ; an article that has the same figure for the same thing in any sentence agrees. A figure with a definite article (\"the 212 passengers\") is compared with every one of its unit and thing. The value that most articles have is shown. The level is an error if the sentence shares 60 per cent, else a warning. If no article counts that thing, it is S001. Whatever it counts, a number also differs if a passage that runs parallel to the sentence has another one in its place; the alignment and its thresholds are those of E004. Not so if a sentence elsewhere that shares 60 per cent has the draft's figure for the same thing, or another article counts as many dead, injured and the like.",
    example: "Draft: 221 passengers. Articles: 212 passengers.",
    mend: "Use the articles' figure; the suggestion is that of the closest passage.",
};

pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, part: &Part<'_>, out: &mut Vec<Finding>) {
    for figure in &part.figures {
        if figure.agreeing().next().is_some() {
            continue;
        }
        let prevailing = figure.prevailing();
        let Some(closest) = prevailing.first() else { continue };
        let level = if closest.context >= NO_DOUBT { Level::Error } else { Level::Warning };
        let theirs = closest.quantity.span.of(case.articles[closest.article].text());
        let evidence: Vec<Proof> = prevailing.iter().map(|rival| quantity_proof(case, rival)).collect();
        out.push(Finding {
            code: Code::N001,
            level,
            message: format!("the articles have {theirs}"),
            claim: Some(judged.claim),
            place: Place::Draft,
            spans: vec![figure.quantity.span],
            notes: silent_note(case, &evidence).into_iter().collect(),
            evidence,
            differences: Vec::new(),
            suggestion: Some(theirs.to_owned()),
        });
    }
}
