//! Times of day and durations.

use super::Found;
use super::words::{LASTING, ZONES, unit};
use crate::scan::{Scan, is_in};
use crate::{TimeKind, number};

/// The time of day that starts at token `at`: `16:34 EST`, `10 a.m.`, `5pm`, `ten o'clock`, `noon`.
pub(super) fn time_of_day(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let (hour, minute, mut to) = match scan.folded(at) {
        "noon" => (12, 0, at + 1),
        "midnight" => (0, 0, at + 1),
        _ if scan.is_number(at) => figures(scan, at)?,
        _ => oclock(scan, at)?,
    };
    if is_in(ZONES, scan.folded(to)) && scan.raw(to).starts_with(char::is_uppercase) {
        to += 1;
    }
    Some(Found::new(at, to, TimeKind::Time, format!("T{hour:02}:{minute:02}")))
}

/// An hour in words: `ten o'clock`.
fn oclock(scan: &Scan<'_>, at: usize) -> Option<(u8, u8, usize)> {
    if scan.folded(at + 1) != "o'clock" {
        return None;
    }
    let hour = (1..=12).zip(HOURS).find(|(_, word)| *word == scan.folded(at))?.0;
    Some((hour, 0, at + 2))
}

/// The hours of a clock face, from one on.
const HOURS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

fn figures(scan: &Scan<'_>, at: usize) -> Option<(u8, u8, usize)> {
    let raw = scan.raw(at);
    let digits = raw.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let half = &raw[digits.len()..];
    if !matches!(half, "" | "am" | "pm" | "AM" | "PM" | "h") {
        return None;
    }
    let (hour, minute) = match digits.split_once('.') {
        Some((hour, minute)) if minute.len() == 2 => (hour.parse().ok()?, Some(minute.parse().ok()?)),
        Some(_) => return None,
        None => (digits.parse().ok()?, None),
    };
    let (mut minute, mut to): (Option<u8>, usize) = (minute, at + 1);
    let mut half = half;
    if minute.is_none() && half.is_empty() && scan.raw(to) == ":" && scan.is_glued(at) && scan.is_glued(to) {
        let after = scan.raw(to + 1);
        let digits = after.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if digits.len() == 2 && scan.is_number(to + 1) {
            minute = digits.parse().ok();
            half = &after[digits.len()..];
            to += 2;
        }
    }
    let follows = scan.folded(to);
    let mut is_time = minute.is_some() && to > at + 1 || matches!(half, "am" | "pm" | "AM" | "PM" | "h");
    let mut afternoon = matches!(half, "pm" | "PM");
    let morning = matches!(half, "am" | "AM") || half.is_empty() && follows == "am" && scan.raw(to) != "am";
    if half.is_empty() && (matches!(follows, "am" | "pm") && scan.raw(to) != "am" || follows == "o'clock") {
        is_time = true;
        afternoon = follows == "pm";
        to += 1;
    }
    let (mut hour, minute): (u8, u8) = (hour, minute.unwrap_or(0));
    if !is_time || hour > 24 || minute > 59 {
        return None;
    }
    if afternoon && hour < 12 {
        hour += 12;
    } else if morning && hour == 12 {
        hour = 0;
    }
    Some((hour, minute, to))
}

/// The duration that starts at token `at`: `28 months`, `two-day`, `several years`, `half an hour`.
pub(super) fn duration(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let (count, end) = count_at(scan, at)?;
    let named = if scan.is_hyphen(end) { end + 1 } else { end };
    let (prefix, letters) = unit(scan.folded(named))?;
    let mut to = named + 1;
    // `a year and a half`
    let half = count.is_some() && scan.reads(to, &["and", "a", "half"]) && unit(scan.folded(to + 3)).is_none();
    let count = if half {
        to += 3;
        count.map(|count| count + 0.5)
    } else {
        count
    };
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
    let value = count.map_or_else(|| format!("{prefix}X{letters}"), |count| format!("{prefix}{count}{letters}"));
    Some(Found::new(at, to, TimeKind::Duration, value))
}

fn count_at(scan: &Scan<'_>, at: usize) -> Option<(Option<f64>, usize)> {
    match scan.folded(at) {
        "several" | "many" | "few" => Some((None, at + 1)),
        "half" if matches!(scan.folded(at + 1), "a" | "an") => Some((Some(0.5), at + 2)),
        "couple" if scan.folded(at + 1) == "of" => Some((Some(2.0), at + 2)),
        "a" | "an" if crate::time::is_unit(scan.folded(at + 1)) => {
            let before = at.checked_sub(1).map_or("", |before| scan.folded(before));
            let after = scan.folded(at + 2);
            let lasts = matches!(
                before,
                "for" | "in" | "within" | "nearly" | "over" | "about" | "than" | "after" | "almost" | "just" | "least"
            ) || matches!(after, "later" | "earlier" | "after" | "before" | "long" | "and");
            (lasts && scan.folded(at + 1) != "second").then_some((Some(1.0), at + 1))
        }
        _ => {
            let number = number::single(scan, at)?;
            let counts = matches!(number.form, number::Form::Digits | number::Form::Words | number::Form::Vague);
            (counts && number.suffix.is_empty()).then_some((
                (number.form != number::Form::Vague).then_some(number.low),
                if scan.folded(number.end) == "of" && number.form == number::Form::Vague {
                    number.end + 1
                } else {
                    number.end
                },
            ))
        }
    }
}

/// Whether the noun phrase from `at` on names something that lasts and is no living being.
fn is_of_what_lasts(scan: &Scan<'_>, at: usize) -> bool {
    (at..at + 5)
        .take_while(|&index| scan.is_word(index) && !coincide_text::is_function_word(scan.folded(index)))
        .any(|index| is_in(LASTING, scan.folded(index)))
}
