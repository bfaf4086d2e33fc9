//! Time expressions: dates, times of day, durations and sets, with their TIMEX3 value (TimeML, Pustejovsky et al. 2003;
//! ISO 24617-1).
//!
//! A weekday or date without a year is resolved against the day of publication, as HeidelTime does for news (Strötgen and
//! Gertz 2013). News tells what was, so the last such day up to and including the day of publication is taken, unless the
//! nearest verb says that the thing lies ahead (`will`, `is expected`, `meets`): then the coming one. What hangs on
//! another date (`the day before`, `two weeks later`) is resolved against the last one named, in its sentence or the one
//! before. A part of the day beside a day (`Monday night`) is a date, since it is compared by its day; a time of day
//! beside a day is a time that also has the day.

mod calendar;
mod clock;
mod compare;
mod duration;
mod holiday;
mod joined;
mod period;
mod relative;
mod resolve;
mod set;
mod tense;
mod words;
mod zone;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod pairs;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

use crate::scan::Scan;
use crate::{Clock, Hedge, TimeExpression, TimeKind};

pub use compare::{compare_times, compare_times_reason};

/// A time expression between two tokens.
#[derive(Clone)]
struct Found {
    from: usize,
    /// After its last token.
    to: usize,
    kind: TimeKind,
    value: String,
    days: Option<(Date, Date)>,
    weekday: Option<i8>,
    written: (Option<i16>, Option<i8>, Option<i8>),
    clock: Option<Clock>,
    hedge: Option<Hedge>,
    /// The two ends of a range: `from Monday to Friday`.
    ends: Option<((Date, Date), (Date, Date))>,
    frequency: Option<u16>,
}

impl Found {
    fn new(from: usize, to: usize, kind: TimeKind, value: String) -> Self {
        Self {
            from,
            to,
            kind,
            value,
            days: None,
            weekday: None,
            written: (None, None, None),
            clock: None,
            hedge: None,
            ends: None,
            frequency: None,
        }
    }
}

/// The time expressions of a text, in order.
pub(crate) fn times(scan: &Scan<'_>) -> Vec<TimeExpression> {
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < scan.tokens.len() {
        if !opens(scan, at) {
            at += 1;
            continue;
        }
        let Some(mut time) = expression(scan, at, found.last()) else {
            at += 1;
            continue;
        };
        time.to = time.to.max(at + 1).min(scan.tokens.len());
        at = time.to;
        if let Some(joined) = found.last().and_then(|last| joined::joined(scan, last, &time)) {
            found.pop();
            time = joined;
        }
        found.push(time);
    }
    found.into_iter().map(|time| finished(scan, time)).collect()
}

/// Whether an expression can start at token `at`. Most words begin none, and are asked nothing else.
fn opens(scan: &Scan<'_>, at: usize) -> bool {
    scan.is_number(at) || scan.is_word(at) && words::OPENERS.contains(scan.folded(at))
}

/// The expression that starts at token `at`; `last` is the one before it.
fn expression(scan: &Scan<'_>, at: usize, last: Option<&Found>) -> Option<Found> {
    if scan.is_number(at) {
        return calendar::date(scan, at)
            .or_else(|| relative::ago(scan, at))
            .or_else(|| set::times_a(scan, at))
            .or_else(|| period::period(scan, at))
            .or_else(|| clock::time_of_day(scan, at))
            .or_else(|| duration::duration(scan, at).map(|time| relative::after(scan, time, last)));
    }
    calendar::date(scan, at)
        .or_else(|| holiday::holiday(scan, at))
        .or_else(|| period::period(scan, at))
        .or_else(|| relative::relative(scan, at, last))
        .or_else(|| set::set(scan, at))
        .or_else(|| clock::time_of_day(scan, at))
        .or_else(|| duration::duration(scan, at).map(|time| relative::after(scan, time, last)))
}

fn finished(scan: &Scan<'_>, mut time: Found) -> TimeExpression {
    if matches!(time.kind, TimeKind::Duration) || time.kind == TimeKind::Time && time.clock.is_some() {
        if let Some((hedge, from)) =
            crate::quantity::hedge_before(scan, time.from).filter(|&(_, from)| hedges(scan, from))
        {
            time.hedge = Some(hedge);
            time.from = from;
        } else if time.kind == TimeKind::Duration
            && let Some((hedge, to)) = crate::quantity::hedge_after(scan, time.to)
        {
            time.hedge = Some(hedge);
            time.to = to.min(scan.tokens.len());
        }
    }
    TimeExpression {
        span: scan.span(time.from, time.to),
        value: time.value,
        kind: time.kind,
        days: time.days,
        weekday: time.weekday,
        written: time.written,
        clock: time.clock,
        hedge: time.hedge,
        ends: time.ends,
        frequency: time.frequency,
    }
}

/// Whether the hedge at token `at` is one of a time: `grown over decades` and `over a decade` say during what, `for over a
/// decade` says how long.
fn hedges(scan: &Scan<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| scan.folded(before));
    scan.folded(at) != "over"
        || matches!(
            before,
            "after" | "for" | "in" | "is" | "lasted" | "lasting" | "of" | "spent" | "took" | "was" | "within"
        )
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
    words::ZONES.contains(word) || matches!(word, "am" | "pm")
}
