//! Time expressions: dates, times of day, durations and sets, with their TIMEX3 value (ISO-TimeML, ISO 24617-1).
//!
//! A weekday or date without a year is resolved against the day of publication. News tells what was, so the last such
//! day up to and including the day of publication is taken, unless the clause says before it that the thing lies ahead
//! (`will`, `is expected`): then the coming one. A part of the day beside a day (`Monday night`) is a date, since it is
//! compared by its day.

mod calendar;
mod clock;
mod compare;
mod relative;
mod resolve;
mod words;

#[cfg(test)]
mod tests;

use jiff::civil::Date;

use crate::scan::{Scan, is_in};
use crate::{TimeExpression, TimeKind};

pub use compare::{compare_times, compare_times_reason};

/// A time expression between two tokens.
struct Found {
    from: usize,
    /// After its last token.
    to: usize,
    kind: TimeKind,
    value: String,
    days: Option<(Date, Date)>,
    weekday: Option<i8>,
    written: (Option<i16>, Option<i8>, Option<i8>),
}

impl Found {
    fn new(from: usize, to: usize, kind: TimeKind, value: String) -> Self {
        Self { from, to, kind, value, days: None, weekday: None, written: (None, None, None) }
    }
}

/// The time expressions of a text, in order.
pub(crate) fn times(scan: &Scan<'_>) -> Vec<TimeExpression> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < scan.tokens.len() {
        if scan.is_mark(at) {
            at += 1;
            continue;
        }
        let time = calendar::date(scan, at)
            .or_else(|| relative::relative(scan, at))
            .or_else(|| clock::time_of_day(scan, at))
            .or_else(|| clock::duration(scan, at));
        if let Some(time) = time {
            let to = time.to.max(at + 1).min(scan.tokens.len());
            found.push(TimeExpression {
                span: scan.span(time.from, to),
                value: time.value,
                kind: time.kind,
                days: time.days,
                weekday: time.weekday,
                written: time.written,
            });
            at = to;
        } else {
            at += 1;
        }
    }
    found
}

/// Whether a folded word is a unit of time.
pub(crate) fn is_unit(word: &str) -> bool {
    words::unit(word).is_some()
}

/// Whether a capitalised word is a weekday or month, which makes it no name.
pub(crate) fn is_calendar_word(word: &str) -> bool {
    words::weekday(word).or_else(|| word.strip_suffix('s').and_then(words::weekday)).is_some()
        || (word.len() > 3 && words::month(word).is_some())
}

/// Whether a folded word belongs to a time of day: a time zone, `am`, `pm`.
pub(crate) fn is_zone(word: &str) -> bool {
    is_in(words::ZONES, word) || matches!(word, "am" | "pm")
}

/// Whether the clause says before token `at` that what happens then lies ahead.
fn is_ahead(scan: &Scan<'_>, at: usize) -> bool {
    let start = scan.sentences.get(scan.sentence_of(at)).map_or(0, |sentence| sentence.tokens.start);
    for index in (start.max(at.saturating_sub(14))..at).rev() {
        let word = scan.folded(index);
        if is_in(words::AHEAD, word) || word.ends_with("'ll") || (word == "set" && scan.folded(index + 1) == "to") {
            return true;
        }
        if matches!(scan.raw(index), "," | ";" | ":" | "\"" | "“" | "”") || matches!(word, "said" | "says" | "told")
        {
            return false;
        }
    }
    false
}
