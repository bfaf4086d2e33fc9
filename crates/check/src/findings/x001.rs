//! X001: a sentence could not be checked because something failed.

use coincide_text::Span;

use crate::{Code, Finding, Level, Page, Place};

pub(super) const PAGE: Page = Page {
    code: Code::X001,
    name: "check-failed",
    title: "a sentence could not be checked because something failed",
    level: Level::Warning,
    verdict: Some("not_checked"),
    meaning: "The program, or the verifier it was told to ask, failed on this sentence. The others were checked.",
    why: "A failure is not a pass: this sentence has not been looked at.",
    decided: "The check of the sentence ended in an error of the program itself, or the verifier gave no answer on one of its clauses and no rule decides it.",
    example: "A language model that is asked over the network does not answer in time.",
    mend: "Read the sentence yourself. If the program failed, report the defect with the draft and the articles; if the verifier did, try again.",
};

/// The finding on a sentence whose check failed.
pub(super) fn finding(claim: usize, sentence: Span, why: Option<&str>) -> Finding {
    Finding {
        code: Code::X001,
        level: Level::Warning,
        message: match why {
            Some(why) => format!("this sentence could not be checked: {why}"),
            None => "this sentence could not be checked".to_owned(),
        },
        claim: Some(claim),
        place: Place::Draft,
        spans: vec![sentence],
        evidence: Vec::new(),
        differences: Vec::new(),
        notes: Vec::new(),
        suggestion: None,
    }
}
