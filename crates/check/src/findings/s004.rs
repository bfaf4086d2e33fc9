//! S004: one independent source only.

use std::collections::BTreeSet;

use crate::case::Case;
use crate::judge::{Judged, independent};
use crate::{Clause, Code, Finding, Level, Page, Place, Proof, Stance, Verdict};

pub(super) const PAGE: Page = Page {
    code: Code::S004,
    name: "single-source",
    title: "one independent source only",
    level: Level::Note,
    verdict: None,
    meaning: "A single independent source says this.",
    why: "Copies are not confirmation: five prints of one agency text are one source.",
    decided: "The clause is supported, there are at least two articles, and after passages that are reused text of each other are folded only one source is left.",
    example: "The cargo of salmon stands in one trade paper alone.",
    mend: "Name the source in the text.",
};

pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, clauses: &[Clause], out: &mut Vec<Finding>) {
    if case.articles.len() < 2 || clauses.iter().any(|clause| clause.verdict != Verdict::Supported) {
        return;
    }
    let single: Vec<&Clause> = clauses.iter().filter(|clause| independent(case, clause) == 1).collect();
    if single.is_empty() {
        return;
    }
    let supporting = single.iter().flat_map(|clause| &clause.evidence);
    let mut evidence: Vec<Proof> = supporting
        .filter(|evidence| evidence.stance == Stance::Supports)
        .map(|evidence| Proof { article: evidence.article, span: evidence.span, words: Vec::new() })
        .collect();
    evidence.sort_by_key(|proof| (proof.article, proof.span));
    evidence.dedup();
    let articles: BTreeSet<usize> = evidence.iter().map(|proof| proof.article).collect();
    let prints = if articles.len() > 1 { ", in several prints" } else { "" };
    out.push(Finding {
        code: Code::S004,
        level: Level::Note,
        message: format!("one independent source only{prints}"),
        claim: Some(judged.claim),
        place: Place::Draft,
        spans: single.iter().map(|clause| clause.span).collect(),
        evidence,
        differences: Vec::new(),
        notes: Vec::new(),
        suggestion: None,
    });
}
