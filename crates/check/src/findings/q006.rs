//! Q006: articles differ on the wording.

use coincide_story::passages_reused;
use coincide_text::Span;

use crate::alignment::Step;
use crate::case::Case;
use crate::judge::Judged;
use crate::quotation::{Found, Quoted, Variant, in_marks};
use crate::{Code, Finding, Level, Page, Proof};

use super::quotation_finding;

/// Fewest content words of a quotation of which wordings are compared.
const FEWEST_WORDS: usize = 4;

pub(super) const PAGE: Page = Page {
    code: Code::Q006,
    name: "wording-differs",
    title: "articles differ on the wording",
    level: Level::Note,
    verdict: Some("conflicting"),
    meaning: "The draft's wording is that of one article; another gives the same utterance in other words.",
    why: "One of them is a translation, a paraphrase or a slip. Whoever quotes should know that there is a choice.",
    decided: "An article has the quotation word for word, and another article that is not a print of the same text has at least 60 per cent of its weight in quotation marks, with a content word changed inside it; the quotation has four content words or more. A shorter or longer cut of the same words is not another wording.",
    example: "\"must be looked at again\" in one article, \"have to be looked at again\" in another.",
    mend: "Prefer the original language or the fuller report; or quote only what both have.",
};

pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, out: &mut Vec<Finding>) {
    for quoted in &judged.quoted {
        let Found::Verbatim(places) = &quoted.found else { continue };
        if quoted.words.iter().filter(|word| word.content).count() < FEWEST_WORDS {
            continue;
        }
        let other: Vec<&Variant> = quoted
            .variants
            .iter()
            .filter(|variant| in_marks(case, variant.stretch) && is_other_wording(case, quoted, variant))
            .filter(|variant| {
                let other = (variant.stretch.article, variant.stretch.span);
                !places.iter().any(|place| passages_reused((place.article, place.span), other, case.reuse))
            })
            .collect();
        if other.is_empty() {
            continue;
        }
        let message = "another article words this differently".to_owned();
        let mut finding = quotation_finding(case, judged, quoted, Code::Q006, Level::Note, message);
        for place in places {
            finding.evidence.push(Proof { article: place.article, span: place.span, words: Vec::new() });
        }
        for variant in other {
            let article = variant.stretch.article;
            let words = changed(case, variant);
            finding.evidence.push(Proof { article, span: variant.stretch.span, words });
        }
        out.push(finding);
    }
}

/// Whether a word of content was changed inside: more than a cut at the ends.
fn is_other_wording(case: &Case<'_>, quoted: &Quoted<'_>, variant: &Variant) -> bool {
    let same = |step: &Step| matches!(step, Step::Same(..));
    let steps = &variant.fit.steps;
    let (Some(first), Some(last)) = (steps.iter().position(same), steps.iter().rposition(same)) else { return false };
    let words = case.words(variant.stretch.article);
    steps[first..=last].iter().any(|step| match *step {
        Step::Changed(word, other) => quoted.words[word].content || words[other].content,
        Step::Added(word) => quoted.words[word].content,
        Step::Same(..) | Step::Left(_) => false,
    })
}

fn changed(case: &Case<'_>, variant: &Variant) -> Vec<Span> {
    let words = case.words(variant.stretch.article);
    let of = |step: &Step| match *step {
        Step::Changed(_, other) | Step::Left(other) => Some(words[other].span),
        Step::Same(..) | Step::Added(_) => None,
    };
    variant.fit.steps.iter().filter_map(of).collect()
}
