//! The two sides of a vote: `voted 52-48`, `by a vote of 31 to 26`, `a 5-4 ruling`.

use super::words::VOTING;
use crate::scan::Scan;
use crate::{Counted, Quantity, QuantityUnit};

/// How far from the figures a word may stand that says they are votes, in tokens.
const REACH: usize = 8;

/// The votes for and against that start at token `at`, and the token after them. Each side is a count of its own, so
/// that either can be compared.
pub(super) fn vote(scan: &Scan<'_>, at: usize) -> Option<([Quantity; 2], usize)> {
    let joined = scan.is_dash(at + 1) && scan.is_glued(at) && scan.is_glued(at + 1) || scan.folded(at + 1) == "to";
    if !scan.is_number(at) || !joined || !scan.is_number(at + 2) {
        return None;
    }
    let glued =
        |index: usize| scan.is_glued(index) && !matches!(scan.raw(index + 1), "." | "," | ")" | ";" | "\"" | "”");
    // More figures, a unit or a sign before: no bare pair.
    if glued(at + 2) || at > 0 && scan.is_glued(at - 1) && !matches!(scan.raw(at - 1), "(" | "\"" | "“") {
        return None;
    }
    // `ages 18 to 29`
    let before = at.checked_sub(1).map_or("", |before| scan.folded(before));
    if matches!(before, "age" | "aged" | "ages" | "between" | "from") {
        return None;
    }
    let side = |index: usize| scan.folded(index).parse::<u16>().ok().map(f64::from);
    let sides = [(at, side(at)?), (at + 2, side(at + 2)?)];
    let tokens = scan.sentences.get(scan.sentence_of(at))?.tokens.clone();
    let before = tokens.start.max(at.saturating_sub(REACH))..at;
    let after = at + 3..tokens.end.min(at + REACH);
    let word = before.rev().chain(after).find(|&index| VOTING.contains(scan.folded(index)))?;
    let of = Counted {
        span: scan.span(word, word + 1),
        stems: vec!["vote".to_owned()],
        head: Some("vote".to_owned()),
        topic: Some("vote"),
        predicate: None,
    };
    let quantities = sides.map(|(index, value)| {
        let span = scan.span(index, index + 1);
        Quantity {
            span,
            number: span,
            value: (value, value),
            unit: QuantityUnit::Count,
            of: Some(of.clone()),
            hedge: None,
            per: None,
            change: None,
        }
    });
    Some((quantities, at + 3))
}
