//! Q001: quotation in no article.

use crate::case::Case;
use crate::judge::Judged;
use crate::quotation::{Found, Quoted, Stretch, in_marks};
use crate::{Code, Finding, Level, Page, Proof};

use super::quotation_finding;

/// Fewest words that an outlet hardly has by chance.
const FEWEST_WORDS: usize = 4;

pub(super) const PAGE: Page = Page {
    code: Code::Q001,
    name: "quotation-not-found",
    title: "quotation in no article",
    level: Level::Error,
    verdict: Some("not_found"),
    meaning: "The draft gives words as somebody's, in quotation marks, and no article has them or anything close to them.",
    why: "An invented quotation puts words into a real mouth. It is the error that costs a newsroom most and that fluent machine-written text makes most easily.",
    decided: "The first 400 words of the quotation are aligned with every article whose best passage has 35 per cent of their weight (fitting alignment over words; contractions opened, titles such as \"Sen.\" written out, what stands in brackets left aside). It is not found if no article has it word for word, none has 60 per cent of its weight within quotation marks or 75 per cent outside, content words counting three times function words, none has four words and 75 per cent of its words within them, and no two places have its halves. A quoted phrase of three words or fewer inside a sentence is never taken as altered; if articles have its words without quotation marks only, the level is a warning. Titles, nicknames and terms of art in quotation marks are not utterances and are not looked up.",
    example: "The mayor called the decision \"a betrayal\". No article has \"betrayal\".",
    mend: "Find who said it where, or take the marks off and say it in your own words, if an article bears those out.",
};

pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, out: &mut Vec<Finding>) {
    for quoted in &judged.quoted {
        match &quoted.found {
            Found::Nothing => {
                let message = "no article has this quotation".to_owned();
                out.push(quotation_finding(case, judged, quoted, Code::Q001, Level::Error, message));
            }
            Found::Verbatim(places) if is_chance(case, quoted, places) => {
                let message = "no article has these words as a quotation".to_owned();
                let mut finding = quotation_finding(case, judged, quoted, Code::Q001, Level::Warning, message);
                let proof = |place: &Stretch| {
                    let span = case.passage(place.article, place.span);
                    Proof { article: place.article, span, words: vec![place.span] }
                };
                finding.evidence = places.iter().map(proof).collect();
                out.push(finding);
            }
            Found::Verbatim(_) | Found::Altered(_) | Found::Stitched(..) => {}
        }
    }
}

/// Whether a quotation is so short that an outlet may have its words by chance, and none has them in quotation marks.
fn is_chance(case: &Case<'_>, quoted: &Quoted<'_>, places: &[Stretch]) -> bool {
    quoted.words.len() < FEWEST_WORDS && !places.iter().any(|place| in_marks(case, *place))
}
