//! E001: name in no article.

use coincide_annotate::EntityKind;
use coincide_text::Span;

use crate::case::Case;
use crate::judge::{Judged, Named, Part};
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
    decided: "A word of the name stands in no article, and no article has an entity of the same name: parts of names, short forms of given names, initials, acronyms and spelling variants are allowed for. An organisation or place is also known if all but one of four words or more are, or if the acronym in brackets after it is. What something was said through (\"told Harbour Radio\", \"wrote on\" a network) is left aside unless it stands where a passage that runs parallel to the sentence (see E004) has another name: each outlet tells where it heard it.",
    example: "The ship's cook, Hanne Brekke: no article names the cook.",
    mend: "Find a source for the name, or leave it out.",
};

pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, part: &Part<'_>, out: &mut Vec<Finding>) {
    for named in part.names.iter().filter(|named| named.known == Known::No) {
        let replaced = judged.contrasts.iter().any(|it| it.ours.overlaps(named.span));
        if !replaced && is_channel(case, judged, named) {
            continue;
        }
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

/// How many words before a name the verb of saying may stand: `said in an interview with`.
const REACH: usize = 6;

/// Whether a name that is no person's is what something was said through: after `told`, or after a verb of saying and
/// `on`, `to` or `with`.
fn is_channel(case: &Case<'_>, judged: &Judged<'_>, named: &Named<'_>) -> bool {
    let annotations = &case.draft.annotations;
    let before = Span::new(judged.span.start, named.span.start.max(judged.span.start));
    let words: Vec<&str> = annotations
        .tokens_in(before)
        .iter()
        .rev()
        .filter(|it| &*it.folded != "the")
        .take(REACH)
        .map(|it| &*it.folded)
        .collect();
    let through = matches!(words.first(), Some(&("on" | "to" | "with" | "via" | "by")));
    let said = words.iter().any(|word| SAYING.contains(word));
    named.entity.kind != EntityKind::Person && (matches!(words.first(), Some(&("told" | "tells"))) || through && said)
}

/// Verbs and nouns of saying that go with where it was said.
const SAYING: &[&str] = &["interview", "posted", "said", "says", "statement", "told", "tweeted", "wrote"];
