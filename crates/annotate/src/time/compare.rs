use jiff::civil::{Date, Weekday};

use crate::quantity::by_value;
use crate::{Agreement, AgreementReason, Clock, Hedge, Quantity, QuantityUnit, TimeExpression, TimeKind};

/// Whether two time expressions agree; see [`compare_times_reason`] for the rules.
pub fn compare_times(a: &TimeExpression, b: &TimeExpression) -> Agreement {
    compare_times_reason(a, b).0
}

/// Whether two time expressions agree, and what decided it. That both tell when the *same* thing happened is for the
/// caller to know. The order of the two does not matter.
///
/// * A date and a time of day are compared by their days, if both have them. Other kinds are not comparable.
/// * Dates that were resolved to days: equal ranges are the same, overlapping ones compatible, others differ. Two
///   weekdays of one name that were resolved to days a week or two apart are compatible, since which week is meant is
///   inferred. Parts of one day differ if they have no hour in common; the evening and the night have.
/// * Two ranges (`from Monday to Friday`) are compared end by end.
/// * A weekday that could not be resolved fits any day of its name and any longer period, and differs from a single day
///   of another name.
/// * Dates without a year are compared by the parts that both words give.
/// * Times of day are compared in one zone if both name one, and as written if neither does. If only one does and the
///   hours differ, they are not comparable. Whole hours and half hours fit what is within ten minutes, `around` fits half
///   an hour.
/// * Durations are compared as quantities are, with their hedges; 24 months are two years, and a month fits 28 to 31 days.
///   A vague duration (`PXY`) is not comparable.
/// * Sets agree if they recur alike.
pub fn compare_times_reason(a: &TimeExpression, b: &TimeExpression) -> (Agreement, AgreementReason) {
    use {Agreement as G, AgreementReason as R};
    match (a.kind, b.kind) {
        (TimeKind::Date | TimeKind::Time, TimeKind::Date | TimeKind::Time) => points(a, b),
        (TimeKind::Duration, TimeKind::Duration) => durations(a, b),
        (TimeKind::Set, TimeKind::Set) => {
            if a.value == b.value && a.frequency.unwrap_or(1) == b.frequency.unwrap_or(1) {
                (G::Same, R::EqualValues)
            } else {
                (G::Differs, R::UnequalValues)
            }
        }
        _ => (G::NotComparable, R::OtherUnit),
    }
}

/// Dates and times of day.
fn points(a: &TimeExpression, b: &TimeExpression) -> (Agreement, AgreementReason) {
    use {Agreement as G, AgreementReason as R};
    let clocks = hours(a, b);
    if !has_day(a) || !has_day(b) {
        return match clocks {
            // The day of one is not told.
            Some((G::Same, _)) if has_day(a) || has_day(b) => (G::Compatible, R::Overlapping),
            Some(clocks) => clocks,
            None if a.kind == b.kind && !a.value.is_empty() && a.value == b.value && !a.value.contains("XX") => {
                (G::Same, R::EqualValues)
            }
            None if fiscal(a) && fiscal(b) => (G::Differs, R::UnequalValues),
            None if a.kind != b.kind => (G::NotComparable, R::OtherUnit),
            None => by_parts(a, b),
        };
    }
    let days = match (a.days, b.days) {
        (Some(x), Some(y)) => compare_days(a, x, b, y),
        (None, Some(days)) => unresolved_against(a, days).unwrap_or_else(|| by_parts(a, b)),
        (Some(days), None) => unresolved_against(b, days).unwrap_or_else(|| by_parts(a, b)),
        (None, None) => by_parts(a, b),
    };
    match (days.0, clocks) {
        (G::Same, Some(clocks)) => clocks,
        (G::Same, None) if a.clock.is_some() != b.clock.is_some() => {
            // `Monday at 10 a.m.` and `Monday`
            (G::Compatible, R::Overlapping)
        }
        (G::Compatible, Some((G::Differs, reason))) => (G::Differs, reason),
        _ => days,
    }
}

fn fiscal(time: &TimeExpression) -> bool {
    time.value.starts_with("FY")
}

fn has_day(time: &TimeExpression) -> bool {
    time.days.is_some() || time.weekday.is_some() || time.written != (None, None, None)
}

/// What the hours of the day say: clocks, and parts of the day. Nothing where one of them has neither.
fn hours(a: &TimeExpression, b: &TimeExpression) -> Option<(Agreement, AgreementReason)> {
    use {Agreement as G, AgreementReason as R};
    if let (Some(x), Some(y)) = (a.clock, b.clock) {
        let about = a.hedge.is_some() || b.hedge.is_some();
        return Some(compare_clocks(x, y, about));
    }
    let (x, y) = (part_of_day(a)?, part_of_day(b)?);
    Some(if x == y && a.clock.is_none() && b.clock.is_none() {
        (G::Same, R::EqualValues)
    } else if meets(x, y) {
        (G::Compatible, R::Overlapping)
    } else {
        (G::Differs, R::Disjoint)
    })
}

/// The hours, from and to, that a part of the day or a clock stands for. The night ends after midnight.
fn part_of_day(time: &TimeExpression) -> Option<(u16, u16)> {
    if let Some(clock) = time.clock {
        return Some((clock.minute / 60, clock.minute / 60 + 1));
    }
    let value = time.value.as_str();
    let hours = match value.get(value.len().checked_sub(3)?..)? {
        "TMO" => (0, 12),
        "TMI" => (11, 14),
        "TAF" => (12, 18),
        "TEV" => (16, 24),
        "TNI" => (17, 30),
        _ => return None,
    };
    Some(hours)
}

/// Whether two stretches of a day have an hour in common. What is before six may be of the night that ends then.
fn meets(x: (u16, u16), y: (u16, u16)) -> bool {
    let late = |(from, to): (u16, u16)| if to <= 6 { (from + 24, to + 24) } else { (from, to) };
    let overlap = |(a, b): (u16, u16), (c, d): (u16, u16)| a < d && c < b;
    overlap(x, y) || overlap(late(x), y) || overlap(x, late(y))
}

fn compare_clocks(x: Clock, y: Clock, about: bool) -> (Agreement, AgreementReason) {
    use {Agreement as G, AgreementReason as R};
    const DAY: i32 = 24 * 60;
    let minutes = |clock: Clock| i32::from(clock.minute) - i32::from(clock.offset.unwrap_or(0));
    let apart = match (x.offset, y.offset) {
        (Some(_), Some(_)) => (minutes(x) - minutes(y)).rem_euclid(DAY),
        _ => (i32::from(x.minute) - i32::from(y.minute)).rem_euclid(DAY),
    };
    let apart = apart.min(DAY - apart);
    let one_zone = x.offset.is_some() == y.offset.is_some();
    let rounded = x.minute.is_multiple_of(30) || y.minute.is_multiple_of(30);
    if apart == 0 {
        return if one_zone { (G::Same, R::EqualValues) } else { (G::Compatible, R::Overlapping) };
    }
    if about && apart <= 30 {
        (G::Compatible, R::WithinHedge)
    } else if rounded && apart <= 10 {
        (G::Compatible, R::WithinRounding)
    } else if one_zone {
        (G::Differs, R::UnequalValues)
    } else {
        (G::NotComparable, R::Unresolved)
    }
}

fn compare_days(
    a: &TimeExpression,
    x: (Date, Date),
    b: &TimeExpression,
    y: (Date, Date),
) -> (Agreement, AgreementReason) {
    use {Agreement as G, AgreementReason as R};
    if let (Some(p), Some(q)) = (a.ends, b.ends) {
        let overlap = |x: (Date, Date), y: (Date, Date)| x.0 <= y.1 && y.0 <= x.1;
        return if p == q {
            (G::Same, R::EqualValues)
        } else if overlap(p.0, q.0) && overlap(p.1, q.1) {
            (G::Compatible, R::Overlapping)
        } else {
            (G::Differs, R::UnequalBounds)
        };
    }
    if x == y {
        return match (a.clock, b.clock) {
            (None, None) => match hours(a, b) {
                Some(parts) => parts,
                None if part_of_day(a).is_some() != part_of_day(b).is_some() => (G::Compatible, R::Overlapping),
                None => (G::Same, R::EqualValues),
            },
            _ => match hours(a, b) {
                Some((G::Differs, reason)) => (G::Differs, reason),
                _ => (G::Same, R::EqualValues),
            },
        };
    }
    if x.0 <= y.1 && y.0 <= x.1 {
        return (G::Compatible, R::Overlapping);
    }
    let inferred = |time: &TimeExpression| time.weekday.is_some() && time.written == (None, None, None);
    let apart = x.0.since(y.0).map_or(i32::MAX, |span| span.get_days().abs());
    if a.weekday == b.weekday && (inferred(a) || inferred(b)) && matches!(apart, 7 | 14) {
        return (G::Compatible, R::WeekdayFits);
    }
    (G::Differs, R::Disjoint)
}

/// A weekday that stands for no known day, against a day or period.
fn unresolved_against(weekday: &TimeExpression, days: (Date, Date)) -> Option<(Agreement, AgreementReason)> {
    let named = Weekday::from_monday_one_offset(weekday.weekday?).ok()?;
    if weekday.written != (None, None, None) {
        return None;
    }
    let length = days.1.since(days.0).map_or(0, |span| span.get_days());
    let fits = length >= 6 || (0..=length).any(|n| day_after(days.0, n).is_some_and(|day| day.weekday() == named));
    Some(if fits {
        (Agreement::Compatible, AgreementReason::WeekdayFits)
    } else {
        (Agreement::Differs, AgreementReason::UnequalValues)
    })
}

fn day_after(day: Date, days: i32) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// By what the words give, where days are not known.
fn by_parts(a: &TimeExpression, b: &TimeExpression) -> (Agreement, AgreementReason) {
    use {Agreement as G, AgreementReason as R};
    fn part<T: PartialEq>(x: Option<T>, y: Option<T>) -> Option<bool> {
        Some(x? == y?)
    }
    let (year, month, day) =
        (part(a.written.0, b.written.0), part(a.written.1, b.written.1), part(a.written.2, b.written.2));
    let weekday = part(a.weekday, b.weekday);
    // A day of the month means nothing without its month.
    let day = if month.is_some() { day } else { None };
    let shared = [year, month, day, weekday];
    if shared.contains(&Some(false)) {
        (G::Differs, R::UnequalValues)
    } else if shared.iter().all(Option::is_none) {
        (G::NotComparable, R::Unresolved)
    } else if a.written == b.written && a.weekday == b.weekday {
        (G::Same, R::EqualValues)
    } else {
        (G::Compatible, R::Overlapping)
    }
}

/// A duration in seconds and months, lowest and highest: months have no fixed number of seconds.
#[derive(Clone, Copy, PartialEq)]
struct Length {
    months: (f64, f64),
    seconds: (f64, f64),
}

fn durations(a: &TimeExpression, b: &TimeExpression) -> (Agreement, AgreementReason) {
    use {Agreement as G, AgreementReason as R};
    let (Some(x), Some(y)) = (length(&a.value), length(&b.value)) else { return (G::NotComparable, R::Unresolved) };
    let none = (0.0, 0.0);
    let as_quantity = |value: (f64, f64), hedge: Option<Hedge>| Quantity {
        span: a.span,
        number: a.span,
        value,
        unit: QuantityUnit::Count,
        of: None,
        hedge,
        per: None,
        change: None,
    };
    if x.months == none && y.months == none {
        // Both in the largest unit that either is whole in, so that rounding is that of the number as written.
        let unit = [604_800.0, 86_400.0, 3600.0, 60.0, 1.0]
            .into_iter()
            .find(|unit| x.seconds.0 % unit == 0.0 && y.seconds.0 % unit == 0.0)
            .unwrap_or(1.0);
        let scaled = |length: Length| (length.seconds.0 / unit, length.seconds.1 / unit);
        return by_value(&as_quantity(scaled(x), a.hedge), &as_quantity(scaled(y), b.hedge));
    }
    if x.seconds == none && y.seconds == none {
        let unit = if x.months.0 % 12.0 == 0.0 && y.months.0 % 12.0 == 0.0 { 12.0 } else { 1.0 };
        let scaled = |length: Length| (length.months.0 / unit, length.months.1 / unit);
        return by_value(&as_quantity(scaled(x), a.hedge), &as_quantity(scaled(y), b.hedge));
    }
    // Months against days: a month is 28 to 31 of them.
    let days = |length: Length| {
        (28.0 * length.months.0 + length.seconds.0 / 86_400.0, 31.0 * length.months.1 + length.seconds.1 / 86_400.0)
    };
    let (p, q) = (days(x), days(y));
    if p.0 <= q.1 && q.0 <= p.1 {
        return (G::Compatible, R::Converted);
    }
    by_value(&as_quantity(p, a.hedge), &as_quantity(q, b.hedge))
}

/// The length that a TIMEX3 value (`P2Y3M`, `PT90M`, `P2W/P3W`) stands for; nothing for vague ones (`PXY`).
fn length(value: &str) -> Option<Length> {
    if let Some((low, high)) = value.split_once('/') {
        let (low, high) = (length(low)?, length(high)?);
        return Some(Length { months: (low.months.0, high.months.1), seconds: (low.seconds.0, high.seconds.1) });
    }
    let mut rest = value.strip_prefix('P')?;
    let (mut months, mut seconds) = (0.0, 0.0);
    let mut in_day = false;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('T') {
            in_day = true;
            rest = after;
            continue;
        }
        let digits = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
        let letters = rest.bytes().skip(digits).take_while(|byte| byte.is_ascii_alphabetic()).count();
        // `WE`, `DE` and `CE` are one unit; else each letter is.
        let wide = matches!(rest.get(digits..digits + 2), Some("WE" | "DE" | "CE"));
        let length = if wide { 2 } else { letters.min(1) };
        let count: f64 = rest.get(..digits)?.parse().ok()?;
        match (rest.get(digits..digits + length)?, in_day) {
            ("S", true) => seconds += count,
            ("M", true) => seconds += 60.0 * count,
            ("H", true) => seconds += 3600.0 * count,
            ("D", false) => seconds += 86_400.0 * count,
            ("W", false) => seconds += 604_800.0 * count,
            ("M", false) => months += count,
            ("Y", false) => months += 12.0 * count,
            ("DE", false) => months += 120.0 * count,
            ("CE", false) => months += 1200.0 * count,
            _ => return None,
        }
        rest = rest.get(digits + length..)?;
    }
    Some(Length { months: (months, months), seconds: (seconds, seconds) })
}
