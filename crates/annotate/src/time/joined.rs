//! Two expressions that are one: a day with a time of day (`10 a.m. on Friday`), and the two ends of a range
//! (`from Monday to Friday`, `between 2010 and 2014`).

use super::{Found, clock};
use crate::TimeKind;
use crate::scan::Scan;

/// `last` and `next` as one expression, if they are one.
pub(super) fn joined(scan: &Scan<'_>, last: &Found, next: &Found) -> Option<Found> {
    let apart = next.from < last.to || next.from > last.to + 3;
    if apart || scan.sentence_of(last.from) != scan.sentence_of(next.from) {
        return None;
    }
    match (last.kind, next.kind) {
        (TimeKind::Time, TimeKind::Date) => timed(scan, last, next, next),
        (TimeKind::Date, TimeKind::Time) => timed(scan, last, next, last),
        _ => None,
    }
    .or_else(|| range(scan, last, next))
}

/// A day with a time of day, in either order; `date` is the one of the two that is the day.
fn timed(scan: &Scan<'_>, last: &Found, next: &Found, date: &Found) -> Option<Found> {
    let time = if date.from == last.from { next } else { last };
    let day_alone = date.ends.is_none() && (date.weekday.is_some() || date.written.2.is_some() || is_day(date));
    let between = (last.to..next.from).all(|index| {
        matches!(scan.raw(index), "," | "at" | "on" | "around" | "about" | "the" | "of" | "(" | "shortly" | "just")
    });
    if !day_alone || !between || time.ends.is_some() {
        return None;
    }
    // The part of the day is told by the clock.
    let day = date.value.get(..10).filter(|day| !day.contains('T')).unwrap_or(&date.value);
    let day = if date.weekday.is_some() && date.days.is_none() { day.get(..10).unwrap_or(day) } else { day };
    let Some(mut on_clock) = time.clock else {
        // `overnight Monday`
        let value = format!("{day}{}", time.value);
        return Some(Found { from: last.from, to: next.to, value, ..date.clone() });
    };
    let mut to = next.to;
    // The zone may follow the day: `10 a.m. Friday GMT`; whether summer time holds is told by the day.
    let at_day = date.days.map(|(first, _)| first);
    let zoned = clock::zoned(scan, Found { from: next.from, to, ..time.clone() }, at_day);
    if on_clock.offset.is_none() {
        to = zoned.to;
        on_clock = zoned.clock?;
    }
    let value = format!("{day}{}", clock::value(on_clock));
    Some(Found { from: last.from, to, kind: TimeKind::Time, value, clock: Some(on_clock), ..date.clone() })
}

fn is_day(date: &Found) -> bool {
    date.days.is_some_and(|(first, last)| first == last)
}

/// Both ends of a range, as one expression whose days go from the first to the last.
fn range(scan: &Scan<'_>, last: &Found, next: &Found) -> Option<Found> {
    let joined = match scan.folded(last.to) {
        "and" => scan.reads_before(last.from, &["between"]),
        "through" | "till" | "to" | "until" => true,
        _ => scan.is_dash(last.to),
    };
    let one_between = next.from == last.to + 1;
    if !joined || !one_between || last.kind != next.kind || last.ends.is_some() || next.ends.is_some() {
        return None;
    }
    match last.kind {
        TimeKind::Date => {}
        TimeKind::Time => {
            let (Some(_), Some(_), None, None) = (last.clock, next.clock, last.days, next.days) else { return None };
            let value = format!("{}/{}", last.value, next.value);
            return Some(Found { to: next.to, value, clock: None, ..last.clone() });
        }
        TimeKind::Duration | TimeKind::Set => return None,
    }
    // Both ends name the same kind of thing: two weekdays, two years, two days of months.
    let kind = |date: &Found| (date.written.0.is_some(), date.written.1.is_some(), date.written.2.is_some());
    let (a, b) = (kind(last), kind(next));
    let alike = last.weekday.is_some() == next.weekday.is_some() && (a.1, a.2) == (b.1, b.2)
        || last.value.starts_with("FY") && next.value.starts_with("FY");
    if !alike || last.weekday.is_none() && a == (false, false, false) {
        return None;
    }
    let value = format!("{}/{}", last.value, next.value);
    let found = Found { to: next.to, value, ..last.clone() };
    let (Some(first), Some(mut second)) = (last.days, next.days) else {
        return Some(Found { days: None, ends: None, written: (None, None, None), weekday: None, ..found });
    };
    // `from Thursday to Monday`: the second is the one after the first.
    if second.0 < first.0 && next.weekday.is_some() && b == (false, false, false) {
        let week = |day| super::resolve::shift(day, 7);
        second = (week(second.0)?, week(second.1)?);
    }
    if second.0 < first.0 {
        return None;
    }
    let value = if next.weekday.is_some() { format!("{}/{}", last.value, second.0) } else { found.value.clone() };
    let written = if a == (true, false, false) { last.written } else { (None, None, None) };
    Some(Found { value, days: Some((first.0, second.1)), ends: Some((first, second)), weekday: None, written, ..found })
}
