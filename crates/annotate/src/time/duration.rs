//! Lengths of time: `28 months`, `two-day`, `several years`, `half an hour`, `two hours and 15 minutes`.

use super::Found;
use super::words::{LASTING, unit};
use crate::TimeKind;
use crate::number::{self, Form};
use crate::scan::Scan;

/// The duration that starts at token `at`.
pub(super) fn duration(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let mut first = one(scan, at)?;
    // `two hours and 15 minutes`
    let and = first.to + usize::from(scan.folded(first.to) == "and" || scan.raw(first.to) == ",");
    if !first.value.contains(['/', 'X'])
        && let Some(second) = one(scan, and)
        && let Some(value) = both(&first.value, &second.value)
    {
        first.value = value;
        first.to = second.to;
    }
    Some(first)
}

/// `P2Y` and `P3M` are `P2Y3M`; nothing unless the second has the smaller unit.
fn both(first: &str, second: &str) -> Option<String> {
    /// Units from the largest on, as they end a value.
    const ORDER: [&str; 7] = ["PY", "PM", "PW", "PD", "PTH", "PTM", "PTS"];
    let rank = |value: &str| {
        let prefix = if value.starts_with("PT") { "PT" } else { "P" };
        let letter = value.get(value.len().checked_sub(1)?..)?;
        let digits = value.strip_prefix(prefix)?.strip_suffix(letter)?;
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        ORDER.iter().position(|unit| *unit == format!("{prefix}{letter}")).filter(|_| plain)
    };
    let (a, b) = (rank(first)?, rank(second)?);
    if a >= b {
        return None;
    }
    let rest = if first.starts_with("PT") { second.strip_prefix("PT") } else { second.strip_prefix('P') };
    Some(format!("{first}{}", rest?))
}

/// A duration of one unit.
fn one(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if let Some(found) = bare(scan, at) {
        return Some(found);
    }
    let (start, count, end) = count_at(scan, at)?;
    let named = if scan.is_hyphen(end) { end + 1 } else { end };
    let (prefix, letters) = unit(scan.folded(named))?;
    let mut to = named + 1;
    // `a year and a half`
    let half = count.is_some() && scan.reads(to, &["and", "a", "half"]) && unit(scan.folded(to + 3)).is_none();
    let more = if half { 0.5 } else { 0.0 };
    if half {
        to += 3;
    }
    // `51 years old` and `a two-year-old boy` are ages; of what lasts it is a duration.
    let old = if scan.is_hyphen(to) { to + 1 } else { to };
    if matches!(scan.folded(old), "old" | "olds") {
        if !is_of_what_lasts(scan, old + 1) {
            return None;
        }
        to = old + 1;
    } else if scan.is_hyphen(to) && scan.folded(to + 1) == "long" {
        to += 2;
    }
    let of = |count: f64| value(prefix, letters, count + more);
    let value = match count {
        None => format!("{prefix}X{}", letters.trim_start_matches('2')),
        Some((low, high)) if low < high => format!("{}/{}", of(low), of(high)),
        Some((low, _)) => of(low),
    };
    Some(Found::new(start, to, TimeKind::Duration, value))
}

/// The TIMEX3 value of `count` units.
fn value(prefix: &str, letters: &str, count: f64) -> String {
    match letters {
        // ISO 8601 has no letter for decades, fortnights and centuries; TIMEX3 has those below.
        "2W" => format!("P{}W", 2.0 * count),
        _ => format!("{prefix}{count}{letters}"),
    }
}

/// `for years`, `over decades`, `the past year`, `year-long`, `a quarter of a century`: a unit without a number.
fn bare(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let word = scan.folded(at);
    if scan.is_hyphen(at + 1) && scan.folded(at + 2) == "long" {
        let (prefix, letters) = unit(word)?;
        let count = if word.ends_with('s') { "X" } else { "1" };
        return Some(Found::new(at, at + 3, TimeKind::Duration, format!("{prefix}{count}{letters}")));
    }
    // `over the past year`
    if matches!(word, "past" | "coming") && !scan.folded(at + 1).ends_with('s') {
        let (prefix, letters) = unit(scan.folded(at + 1)).filter(|&(_, letters)| letters != "S")?;
        return Some(Found::new(at, at + 2, TimeKind::Duration, value(prefix, letters, 1.0)));
    }
    let (quarter, end) = match word {
        "quarter" => (at, at + 1),
        "a" if scan.folded(at + 1) == "quarter" => (at + 1, at + 2),
        _ => (at, at),
    };
    if end > quarter {
        let century = scan.reads(end, &["of", "a", "century"]) || scan.reads(end, &["century"]);
        let to = end + if scan.folded(end) == "of" { 3 } else { 1 };
        return century.then(|| Found::new(at, to, TimeKind::Duration, "P25Y".to_owned()));
    }
    let before = at.checked_sub(1).map_or("", |before| scan.folded(before));
    let lasts = matches!(before, "for" | "in" | "over" | "after" | "within" | "spanning" | "took" | "last" | "lasted");
    if !word.ends_with('s') || !lasts || !scan.is_lower(at) || scan.is_hyphen(at + 1) {
        return None;
    }
    let (prefix, letters) = unit(word)?;
    // `in days of old`, `seconds out`
    let counted = !matches!(letters, "S" | "WE") && scan.folded(at + 1) != "of";
    counted.then(|| Found::new(at, at + 1, TimeKind::Duration, format!("{prefix}X{letters}")))
}

/// Where the words of a count start, the count (nothing for `several`), and the token after it.
type Count = (usize, Option<(f64, f64)>, usize);

fn count_at(scan: &Scan<'_>, at: usize) -> Option<Count> {
    match scan.folded(at) {
        "many" if scan.reads_before(at, &["as"]) => return None,
        "several" | "many" | "few" => return Some((at, None, at + 1)),
        "a" if scan.folded(at + 1) == "few" => return Some((at, None, at + 2)),
        "a" if scan.folded(at + 1) == "couple" => {
            let of = usize::from(scan.folded(at + 2) == "of");
            return Some((at, Some((2.0, 2.0)), at + 2 + of));
        }
        "couple" if scan.folded(at + 1) == "of" => return Some((at, Some((2.0, 2.0)), at + 2)),
        "half" => {
            let article = usize::from(matches!(scan.folded(at + 1), "a" | "an") || scan.is_hyphen(at + 1));
            return unit(scan.folded(at + 1 + article)).map(|_| (at, Some((0.5, 0.5)), at + 1 + article));
        }
        // `the past three years`, `the next few days`: the words before belong to it.
        "past" | "last" | "next" | "first" | "previous" | "coming" | "following" if !scan.is_hyphen(at + 1) => {
            let (_, count, end) = count_at(scan, at + 1).filter(|&(start, ..)| start == at + 1)?;
            let plain = !matches!(scan.folded(at + 1), "past" | "last" | "next" | "first" | "a" | "an");
            return plain.then_some((at, count, end));
        }
        _ => {}
    }
    if matches!(scan.folded(at), "a" | "an") {
        let word = scan.folded(at + 1);
        if !super::is_unit(word) || word == "second" || word.ends_with('s') {
            return None;
        }
        let before = at.checked_sub(1).map_or("", |before| scan.folded(before));
        let after = scan.folded(at + 2);
        let lasts = matches!(
            before,
            "for"
                | "in"
                | "within"
                | "nearly"
                | "over"
                | "about"
                | "than"
                | "after"
                | "almost"
                | "just"
                | "least"
                | "roughly"
                | "around"
                | "last"
                | "lasted"
                | "spent"
                | "took"
                | "takes"
                | "take"
        ) || matches!(after, "later" | "earlier" | "after" | "before" | "long" | "and");
        // `a week-long strike` is read from `week`.
        return (lasts && !scan.is_hyphen(at + 2)).then_some((at, Some((1.0, 1.0)), at + 1));
    }
    // `what if they one day decide`
    let one_day = scan.folded(at) == "one" && matches!(scan.folded(at + 1), "day" | "night" | "morning");
    let before = at.checked_sub(1).map_or("", |before| scan.folded(before));
    let lasts =
        matches!(before, "about" | "after" | "for" | "in" | "just" | "least" | "most" | "only" | "than" | "within");
    if one_day && !lasts && !matches!(scan.folded(at + 2), "ago" | "after" | "before" | "earlier" | "later") {
        return None;
    }
    let number = number::parse(scan, at)?;
    let counts = matches!(number.form, Form::Digits | Form::Words | Form::Vague | Form::Fraction);
    if !counts || !number.suffix.is_empty() || number.form == Form::Fraction && number.low >= 1.0 {
        return None;
    }
    if number.form == Form::Fraction {
        // `three quarters of an hour`
        let article = scan.reads(number.end, &["of", "a"]) || scan.reads(number.end, &["of", "an"]);
        return article.then_some((at, Some((number.low, number.low)), number.end + 2));
    }
    let of = usize::from(scan.folded(number.end) == "of" && number.form == Form::Vague);
    let value = (number.form != Form::Vague).then_some((number.low, number.high));
    Some((at, value, number.end + of))
}

/// Whether the noun phrase from `at` on names something that lasts and is no living being.
fn is_of_what_lasts(scan: &Scan<'_>, at: usize) -> bool {
    (at..at + 5)
        .take_while(|&index| scan.is_word(index) && !scan.is_function(index))
        .any(|index| LASTING.contains(scan.folded(index)))
}
