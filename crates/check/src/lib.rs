//! A draft against the articles: claims and clauses, stance, verdicts and findings.
//!
//! Spans are byte offsets of the clean text of the draft or of the article named beside them; articles are named by
//! their index. Nothing here reads, prints or knows of an output format.

pub mod findings;
mod outcome;

use coincide_annotate::Reading;

pub use findings::{Code, Page};
pub use outcome::{
    Checked, Claim, Clause, Difference, Evidence, Finding, Level, Note, Place, Proof, Reason, Stance, Verdict,
};

/// Checks `draft` against `articles`.
pub fn check(draft: &Reading, articles: &[Reading]) -> Checked {
    let _ = (draft, articles);
    Checked::default()
}
