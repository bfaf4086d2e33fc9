//! Q005: quotation stitched from two places.

use crate::case::Case;
use crate::judge::Judged;
use crate::quotation::Found;
use crate::{Code, Finding, Level, Page, Proof};

use super::quotation_finding;

pub(super) const PAGE: Page = Page {
    code: Code::Q005,
    name: "quotation-stitched",
    title: "quotation stitched from two places",
    level: Level::Warning,
    verdict: None,
    meaning: "The draft gives as one quotation what stands in two places.",
    why: "Two sentences said apart, in answer to different questions perhaps, can mean something else side by side.",
    decided: "No article has the quotation as one, but it falls into two parts of four words or more, two of them content words, each of which stands word for word in an article; up to two function words may join them. One altered passage that agrees in 85 per cent without leaping over four words goes before (Q002). A mark of omission between the parts (… or [...]) is allowed, and then nothing is raised as long as they stand in this order within eighty words.",
    example: "\"There was a bang\" and, three paragraphs later, \"the crew were calm\" become \"There was a bang and the crew were calm\".",
    mend: "Give two quotations, or mark the omission.",
};

pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, out: &mut Vec<Finding>) {
    for quoted in &judged.quoted {
        let Found::Stitched(first, second) = &quoted.found else { continue };
        let message = "one quotation made of two".to_owned();
        let mut finding = quotation_finding(case, judged, quoted, Code::Q005, Level::Warning, message);
        for stretch in [first, second] {
            finding.evidence.push(Proof { article: stretch.article, span: stretch.span, words: Vec::new() });
        }
        out.push(finding);
    }
}
