//! Time expressions: dates, times of day, durations and sets, with their TIMEX3 value (ISO-TimeML, ISO 24617-1).
//!
//! A weekday or date without a year is resolved against the day of publication. News tells what was, so the last such
//! day up to and including the day of publication is taken, unless the nearest verb says that the thing lies ahead
//! (`will`, `is expected`, `meets`): then the coming one. A part of the day beside a day (`Monday night`) is a date, since it is
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

/// Whether what happens at the time named at token `at` lies ahead, by the tense of the nearest verb: the last one before
/// in the clause, else the first one after it, else the last one of the sentence before. Without one it lies behind,
/// since news tells what was.
fn is_ahead(scan: &Scan<'_>, at: usize) -> bool {
    /// A verb further off than this is another clause's.
    const REACH: usize = 14;
    let tokens = scan.sentences.get(scan.sentence_of(at)).map_or(at..at + 1, |sentence| sentence.tokens.clone());
    let mut passed_comma = false;
    let mut far = None;
    for index in (tokens.start.max(at.saturating_sub(REACH))..at).rev() {
        match scan.raw(index) {
            ";" | ":" | "\"" | "“" | "”" => break,
            "," => passed_comma = true,
            _ => {}
        }
        if let Some(ahead) = tense(scan, index) {
            if !passed_comma {
                return ahead;
            }
            far = Some(ahead);
            break;
        }
    }
    let after = (at + 1..tokens.end.min(at + REACH))
        .take_while(|&index| !matches!(scan.raw(index), ";" | ":" | "\"" | "“" | "”"))
        .find_map(|index| tense(scan, index));
    after.or(far).unwrap_or(false)
}

/// Whether the verb at `index` tells of what lies ahead; nothing where there is no verb that tells.
fn tense(scan: &Scan<'_>, index: usize) -> Option<bool> {
    let word = scan.folded(index);
    let before = index.checked_sub(1).map_or("", |before| scan.folded(before));
    let past_auxiliary = |word: &str| matches!(word, "was" | "were" | "had");
    if word == "would" {
        return Some(!matches!(scan.folded(index + 1), "have" | "often"));
    }
    if is_in(words::AHEAD, word) || word.ends_with("'ll") {
        return Some(!past_auxiliary(before));
    }
    if scan.folded(index + 1) == "to" {
        if is_in(words::AHEAD_TO, word) {
            return Some(!past_auxiliary(before));
        }
        if matches!(word, "is" | "are") {
            return Some(true);
        }
    }
    let is_noun = || {
        matches!(before, "a" | "the" | "an" | "his" | "her" | "its" | "their" | "these" | "those" | "of")
            || index.checked_sub(1).is_some_and(|before| crate::number::single(scan, before).is_some())
    };
    if is_in(words::SCHEDULED, word) && scan.is_lower(index) && !is_noun() {
        return Some(true);
    }
    // `Sailings resume on Friday`: the plural is told from the infinitive by its subject.
    let plural = || {
        words::SCHEDULED.iter().any(|singular| singular.strip_suffix('s') == Some(word))
            && (matches!(before, "they" | "we") || before.ends_with('s') && index > 0 && !scan.is_function(index - 1))
    };
    if scan.is_lower(index) && plural() {
        return Some(true);
    }
    // `expected to be held`: the participle has no tense of its own.
    let participle = matches!(before, "be" | "been" | "being" | "is" | "are" | "has" | "have" | "was" | "were" | "had");
    let regular = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    let auxiliary = past_auxiliary(word) || matches!(word, "did" | "has" | "have" | "says");
    let past = || (regular || is_in(words::PAST, word)) && !participle && !is_noun();
    (scan.is_lower(index) && (auxiliary || past())).then_some(false)
}
