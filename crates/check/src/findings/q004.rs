//! Q004: quotation cut so that its sense changes.

use coincide_text::{Span, Token};

use crate::case::{Case, quotation_around};
use crate::judge::Judged;
use crate::quotation::{Found, Stretch, is_negation};
use crate::{Code, Finding, Level, Page, Proof};

use super::quotation_finding;

/// How many words before the cut a negation reaches over.
const REACH: usize = 6;

pub(super) const PAGE: Page = Page {
    code: Code::Q004,
    name: "quotation-cut",
    title: "quotation cut so that its sense changes",
    level: Level::Error,
    verdict: Some("contradicted"),
    meaning: "The words are right, but what was cut off before or after them turns or limits their sense.",
    why: "A cut quotation can say the opposite of what was said while each of its words is true.",
    decided: "Every article that has the words has them inside a longer quotation, and in the same sentence of that quotation a negation or denial stands in the six words before the cut with no mark between, or a condition (\"if\", \"unless\", \"until\", \"provided\", \"without\") in the two words after it; and the draft's own sentence has no negation before its quotation. The level is an error for a negation, a warning for a condition.",
    example: "Draft: \"the crew made a mistake\". Article: \"We have no evidence that the crew made a mistake\".",
    mend: "Quote from the negation on, or say in your own words what it denies.",
};

pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, out: &mut Vec<Finding>) {
    for quoted in &judged.quoted {
        let Found::Verbatim(places) = &quoted.found else { continue };
        let before = Span::new(judged.span.start, quoted.span.start.max(judged.span.start));
        if case.draft.annotations.tokens_in(before).iter().any(|token| is_negation(&token.folded)) {
            continue;
        }
        let cuts: Vec<Option<Cut>> = places.iter().map(|place| cut(case, *place)).collect();
        // One article that has the words uncut bears them out.
        let Some(cuts) = cuts.into_iter().collect::<Option<Vec<Cut>>>() else { continue };
        let Some(worst) = cuts.iter().max_by_key(|cut| cut.level) else { continue };
        let message = format!("cut off: \"{}\"", worst.words.of(case.articles[worst.article].text()));
        let mut finding = quotation_finding(case, judged, quoted, Code::Q004, worst.level, message);
        for (cut, place) in cuts.iter().zip(places) {
            let span = case.passage(cut.article, place.span.cover(cut.words));
            finding.evidence.push(Proof { article: cut.article, span, words: vec![cut.words] });
        }
        let whole = worst.sentence;
        finding.suggestion = Some(format!("\"{}\"", whole.of(case.articles[worst.article].text())));
        out.push(finding);
    }
}

/// What was cut off that turns or limits the words left.
struct Cut {
    article: usize,
    /// The words cut off that matter.
    words: Span,
    /// The sentence of the quotation, uncut.
    sentence: Span,
    level: Level,
}

fn cut(case: &Case<'_>, place: Stretch) -> Option<Cut> {
    let reading = &case.articles[place.article];
    let quotation = quotation_around(reading, place.span)?;
    let passage = case.passage(place.article, place.span);
    let sentence = Span::new(passage.start.max(quotation.span.start), passage.end.min(quotation.span.end));
    let found = |words: Span, level: Level| Cut { article: place.article, words, sentence, level };
    let before = reading.annotations.tokens_in(Span::new(sentence.start, place.span.start));
    let reached = before.iter().rev().take_while(|token| token.is_word()).take(REACH);
    if let Some(negation) = reached.filter(|token| is_negation(&token.folded)).last() {
        return Some(found(Span::new(negation.span.start, place.span.start).trim(reading.text()), Level::Error));
    }
    let after = reading.annotations.tokens_in(Span::new(place.span.end, sentence.end));
    let condition = after.iter().filter(|token| token.is_word()).take(2).find(|token| is_condition(token))?;
    Some(found(Span::new(condition.span.start, sentence.end).trim(reading.text()), Level::Warning))
}

fn is_condition(token: &Token) -> bool {
    matches!(&*token.folded, "if" | "unless" | "until" | "provided" | "without")
}
