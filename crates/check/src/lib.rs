//! A draft against the articles: claims and clauses, stance, verdicts and findings.
//!
//! Spans are byte offsets of the clean text of the draft or of the article named beside them; articles are named by
//! their index. Nothing here reads, prints or knows of an output format.

pub mod findings;
mod outcome;

pub use findings::{Code, Page};
pub use outcome::{
    Checked, Claim, Clause, Difference, Evidence, Finding, Level, Note, Place, Proof, Reason, Stance, Verdict,
};
