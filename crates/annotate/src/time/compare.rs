use jiff::civil::{Date, Weekday};

use crate::{Agreement, AgreementReason, TimeExpression, TimeKind};

/// Whether two time expressions agree; see [`compare_times_reason`] for the rules.
pub fn compare_times(a: &TimeExpression, b: &TimeExpression) -> Agreement {
    compare_times_reason(a, b).0
}

/// Whether two time expressions agree, and what decided it. That both tell when the *same* thing happened is for the
/// caller to know.
///
/// * Expressions of different kinds are not comparable.
/// * Dates that were resolved to days: equal ranges are the same, overlapping ones compatible, others differ. Two
///   weekdays of one name that were resolved to days a week or two apart are compatible, since which week is meant is
///   inferred.
/// * A weekday that could not be resolved fits any day of its name and any longer period, and differs from a single day
///   of another name.
/// * Dates without a year are compared by the parts that both words give.
/// * Times of day, durations and sets agree if their values are equal. A vague duration (`PXY`) is not comparable.
pub fn compare_times_reason(a: &TimeExpression, b: &TimeExpression) -> (Agreement, AgreementReason) {
    use {Agreement as G, AgreementReason as R};
    if a.kind != b.kind {
        return (G::NotComparable, R::OtherUnit);
    }
    if a.kind != TimeKind::Date {
        return if a.value.is_empty() || b.value.is_empty() || a.value.contains('X') != b.value.contains('X') {
            (G::NotComparable, R::Unresolved)
        } else if a.value == b.value {
            (G::Same, R::EqualValues)
        } else if a.value.starts_with("PX") {
            (G::NotComparable, R::Unresolved)
        } else {
            (G::Differs, R::UnequalValues)
        };
    }
    match (a.days, b.days) {
        (Some(x), Some(y)) => compare_days(a, x, b, y),
        (None, Some(days)) => unresolved_against(a, days).unwrap_or_else(|| by_parts(a, b)),
        (Some(days), None) => unresolved_against(b, days).unwrap_or_else(|| by_parts(a, b)),
        (None, None) => by_parts(a, b),
    }
}

fn compare_days(
    a: &TimeExpression,
    x: (Date, Date),
    b: &TimeExpression,
    y: (Date, Date),
) -> (Agreement, AgreementReason) {
    use {Agreement as G, AgreementReason as R};
    if x == y {
        return (G::Same, R::EqualValues);
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
