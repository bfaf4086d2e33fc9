//! C001: passage copied from an article, not marked as quotation.

use std::collections::HashMap;

use coincide_annotate::{QuotationKind, Reading};
use coincide_text::Span;

use crate::alignment::{Word, words};
use crate::case::Case;
use crate::{Claim, Code, Finding, Level, Page, Place, Proof};

/// Fewest words in a row that are a copy.
const RUN: usize = 12;

/// Fewest of them that carry content.
const CONTENT: usize = 5;

pub(super) const PAGE: Page = Page {
    code: Code::C001,
    name: "copied",
    title: "passage copied from an article, not marked as quotation",
    level: Level::Note,
    verdict: None,
    meaning: "A run of words is the same as in an article and does not stand in quotation marks.",
    why: "It is somebody else's text.",
    decided: "Twelve or more words in a row, outside quotation marks in both texts, stand in an article word for word; five of them carry content.",
    example: "A sentence of thirty words taken over from a feature.",
    mend: "Say it in your own words, or quote it and name the outlet.",
};

pub(super) fn decide(case: &Case<'_>, claims: &[Claim], out: &mut Vec<Finding>) {
    let draft = outside_quotations(case.draft);
    let mut starts: HashMap<Vec<&str>, usize> = HashMap::new();
    for (at, run) in draft.windows(RUN).enumerate() {
        // Of a run that the draft repeats the first is the one copied.
        starts.entry(forms(run)).or_insert(at);
    }
    let mut copies: Vec<(Span, usize, Span)> = Vec::new();
    for (article, reading) in case.articles.iter().enumerate() {
        let other = outside_quotations(reading);
        let mut at = 0;
        while at + RUN <= other.len() {
            let Some(&start) = starts.get(&forms(&other[at..at + RUN])) else {
                at += 1;
                continue;
            };
            let length = common(&draft[start..], &other[at..]);
            let content = draft[start..start + length].iter().filter(|word| word.content).count();
            if content >= CONTENT {
                let ours = draft[start].span.cover(draft[start + length - 1].span);
                copies.push((ours, article, other[at].span.cover(other[at + length - 1].span)));
            }
            at += length;
        }
    }
    // The longest copy of a stretch stands for it; other articles that have it too are further evidence.
    copies.sort_by_key(|&(span, article, _)| (std::cmp::Reverse(span.len()), span.start, article));
    let mut taken: Vec<(Span, usize)> = Vec::new();
    for (span, article, theirs) in copies {
        let proof = Proof { article, span: theirs, words: Vec::new() };
        if let Some(&(_, at)) = taken.iter().find(|(known, _)| known.overlaps(span)) {
            out[at].evidence.push(proof);
            continue;
        }
        taken.push((span, out.len()));
        let count = case.draft.annotations.tokens_in(span).iter().filter(|token| token.is_word()).count();
        out.push(Finding {
            code: Code::C001,
            level: Level::Note,
            message: format!("{count} words in a row as in an article"),
            claim: claims.iter().position(|claim| claim.span.overlaps(span)),
            place: Place::Draft,
            spans: vec![span],
            evidence: vec![proof],
            differences: Vec::new(),
            notes: Vec::new(),
            suggestion: None,
        });
    }
}

fn forms(words: &[Word]) -> Vec<&str> {
    words.iter().map(|word| &*word.form).collect()
}

fn common(a: &[Word], b: &[Word]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a.form == b.form).count()
}

/// The words of a text that nobody is quoted with.
fn outside_quotations(reading: &Reading) -> Vec<Word> {
    let quoted: Vec<Span> = reading
        .annotations
        .quotations
        .iter()
        .filter(|quotation| matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed))
        .map(|quotation| quotation.marked)
        .collect();
    let tokens: Vec<_> = reading
        .annotations
        .tokens
        .iter()
        .filter(|token| {
            let next = quoted.partition_point(|span| span.end <= token.span.start);
            !quoted.get(next).is_some_and(|span| span.contains(token.span))
        })
        .cloned()
        .collect();
    words(&tokens)
}
