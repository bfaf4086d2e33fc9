//! Q001: quotation in no article.

use crate::case::Case;
use crate::judge::Judged;
use crate::quotation::Found;
use crate::{Code, Finding, Level, Page};

use super::quotation_finding;

pub(super) const PAGE: Page = Page {
    code: Code::Q001,
    name: "quotation-not-found",
    title: "quotation in no article",
    level: Level::Error,
    verdict: Some("not_found"),
    meaning: "The draft gives words as somebody's, in quotation marks, and no article has them or anything close to them.",
    why: "An invented quotation puts words into a real mouth. It is the error that costs a newsroom most and that fluent machine-written text makes most easily.",
    decided: "Every word of the quotation is aligned with every article that has a third of its weight (fitting alignment over words; contractions opened, titles such as \"Sen.\" written out, what stands in brackets left aside). It is not found if no article has it word for word and none has 60 per cent of its weight, content words counting three times function words, nor do two places have its halves. Titles, nicknames and terms of art in quotation marks are not utterances and are not looked up. If an article has the very words without quotation marks, the level is a note.",
    example: "The mayor called the decision \"a betrayal\". No article has \"betrayal\".",
    mend: "Find who said it where, or take the marks off and say it in your own words, if an article bears those out.",
};

pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, out: &mut Vec<Finding>) {
    for quoted in &judged.quoted {
        if matches!(quoted.found, Found::Nothing) {
            let message = "no article has this quotation".to_owned();
            out.push(quotation_finding(case, judged, quoted, Code::Q001, Level::Error, message));
        }
    }
}
