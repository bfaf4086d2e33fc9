//! Whether a number tells by how much something changed: `rose 5 to 93`, `a 3 percent drop`, `up 12`.
//!
//! A change and a level are never the same figure, so they must be told apart before figures are compared.

use super::words::{FALLING, FALLS, RISES, RISING};
use crate::scan::Scan;
use crate::{Change, QuantityUnit};

/// The change told by the number, with its hedge and unit, between the tokens `from` and `to`.
pub(super) fn change(scan: &Scan<'_>, from: usize, to: usize, unit: &QuantityUnit) -> Option<Change> {
    if matches!(unit, QuantityUnit::Ordinal | QuantityUnit::Age) {
        return None;
    }
    before(scan, from, to, unit).or_else(|| after(scan, to, unit))
}

fn before(scan: &Scan<'_>, from: usize, to: usize, unit: &QuantityUnit) -> Option<Change> {
    let last = from.checked_sub(1)?;
    let word = scan.folded(last);
    match word {
        // `rose by 5`, `was cut by 5 percent`, `higher by 5`
        "by" | "another" | "a" | "an" => {
            let verb = last.checked_sub(1)?;
            let by = word == "by";
            // An adverb may stand between: `fell sharply by`.
            let verb = if scan.folded(verb).ends_with("ly") { verb.checked_sub(1)? } else { verb };
            direction(scan.folded(verb), by)
        }
        // `an increase of 5 percent`
        "of" => noun(scan.folded(last.checked_sub(1)?)),
        "up" => Some(Change::Rise),
        "down" => Some(Change::Fall),
        // `rose 5 percent`; but `raised 5 million dollars` is a sum.
        _ => direction(word, false)
            .filter(|_| *unit != QuantityUnit::Count || !scan.is_lower(to) || scan.is_function(to)),
    }
}

/// `a 5 percent increase`, `5 points higher`.
fn after(scan: &Scan<'_>, to: usize, unit: &QuantityUnit) -> Option<Change> {
    let measured = !matches!(unit, QuantityUnit::Count);
    let next = to + usize::from(scan.is_hyphen(to));
    match scan.folded(next) {
        "higher" | "up" if measured => return Some(Change::Rise),
        "lower" | "down" | "off" if measured => return Some(Change::Fall),
        _ => {}
    }
    if !measured {
        return None;
    }
    // Up to two words may tell what changed: `a 5 percent pay rise`.
    (next..next + 3).take_while(|&index| scan.is_lower(index) && !scan.is_function(index)).find_map(|index| {
        let last = !scan.is_lower(index + 1) || scan.is_function(index + 1);
        noun(scan.folded(index)).filter(|_| last)
    })
}

/// The way a verb says; with `by` also those that otherwise have what they act on after them (`cut`, `raised`).
pub(super) fn direction(word: &str, by: bool) -> Option<Change> {
    if RISING.contains(word) {
        Some(Change::Rise)
    } else if FALLING.contains(word) {
        Some(Change::Fall)
    } else if by {
        match word {
            "boosted" | "expanded" | "higher" | "lifted" | "raise" | "raised" | "raising" | "up" => Some(Change::Rise),
            "cut" | "cuts" | "cutting" | "down" | "lower" | "lowered" | "reduce" | "reduced" | "reducing" | "slash"
            | "slashed" => Some(Change::Fall),
            _ => None,
        }
    } else {
        None
    }
}

fn noun(word: &str) -> Option<Change> {
    if RISES.contains(word) {
        Some(Change::Rise)
    } else if FALLS.contains(word) {
        Some(Change::Fall)
    } else {
        None
    }
}
