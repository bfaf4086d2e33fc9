//! What a number is for each of: `$15 an hour`, `50 per 100,000 people`, `12 deaths a day`.

use super::words::{PER_PIECE, PERIODS};
use crate::scan::Scan;
use crate::{Per, number};

/// The rate that starts at token `at`, and the token after it.
pub(super) fn rate(scan: &Scan<'_>, at: usize) -> Option<(Per, usize)> {
    let hyphen = scan.is_hyphen(at) && scan.is_glued(at);
    let first = at + usize::from(hyphen);
    match scan.folded(first) {
        "per" => per(scan, at, first + 1),
        "for" if scan.folded(first + 1) == "every" => per(scan, at, first + 2),
        "a" | "an" | "each" | "every" => {
            let noun = first + 1 + usize::from(hyphen && scan.is_hyphen(first + 1));
            let unit = scan.folded(noun);
            let known = PERIODS.contains(unit) || PER_PIECE.contains(unit);
            // `a day after the storm` is a time.
            let dated = matches!(scan.folded(noun + 1), "after" | "ago" | "before" | "earlier" | "later");
            if known && !dated && !scan.is_hyphen(noun + 1) {
                return made(scan, at, noun + 1, 1.0, unit);
            }
            (scan.folded(first) == "each" && !hyphen).then(|| made(scan, at, first + 1, 1.0, "each"))?
        }
        "apiece" => made(scan, at, first + 1, 1.0, "each"),
        "/" if scan.is_glued(first) && PERIODS.contains(scan.folded(first + 1)) => {
            made(scan, at, first + 2, 1.0, scan.folded(first + 1))
        }
        word => made(scan, at, first + 1, 1.0, adverb(word)?),
    }
}

/// After `per`: a number and its noun, or a noun.
fn per(scan: &Scan<'_>, at: usize, after: usize) -> Option<(Per, usize)> {
    let (amount, noun) = match number::single(scan, after) {
        Some(number) if number.suffix.is_empty() => (number.low, number.end),
        _ => (1.0, after),
    };
    let counted = scan.is_lower(noun) && !scan.is_function(noun);
    if counted {
        made(scan, at, noun + 1, amount, scan.folded(noun))
    } else {
        (noun > after).then(|| made(scan, at, noun, amount, "person"))?
    }
}

fn made(scan: &Scan<'_>, from: usize, to: usize, amount: f64, unit: &str) -> Option<(Per, usize)> {
    let unit = match unit {
        "people" | "persons" | "capita" | "head" | "inhabitants" | "residents" => "person",
        "piece" | "pop" => "each",
        "months" | "days" | "hours" | "weeks" | "years" | "miles" => unit.strip_suffix('s').unwrap_or(unit),
        unit => unit,
    };
    (amount > 0.0).then(|| (Per { span: scan.span(from, to), amount, unit: unit.to_owned() }, to))
}

/// `2 million dollars annually`.
fn adverb(word: &str) -> Option<&'static str> {
    let period = match word {
        "hourly" => "hour",
        "daily" => "day",
        "nightly" => "night",
        "weekly" => "week",
        "monthly" => "month",
        "quarterly" => "quarter",
        "annually" | "yearly" => "year",
        _ => return None,
    };
    Some(period)
}
