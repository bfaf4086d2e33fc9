//! From what words say to days, counted from the day the text was published.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

use super::tense::Told;

/// The first and the last day of something.
pub(super) type Days = (Date, Date);

/// The day `days` after `day`.
pub(super) fn shift(day: Date, days: i64) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// The days of a year, of a month or one day.
pub(super) fn days_of(year: i16, month: Option<i8>, day: Option<i8>) -> Option<Days> {
    match (month, day) {
        (None, _) => Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?)),
        (Some(month), None) => {
            let first = Date::new(year, month, 1).ok()?;
            Some((first, first.last_of_month()))
        }
        (Some(month), Some(day)) => Date::new(year, month, day).ok().map(|day| (day, day)),
    }
}

/// The year of a month or day that was named without one: the coming one where the words say it lies ahead, the last one
/// where they say it lies behind. Otherwise the one that brings it nearest to the day of publication, with the past
/// preferred, since news tells what was: it is taken to lie ahead only if it is at most three months away.
pub(super) fn year_of(published: Date, month: i8, day: Option<i8>, told: Told) -> i16 {
    let this = published.year();
    let Some((first, last)) = days_of(this, Some(month), day) else { return this };
    if told == Told::Ahead {
        return if last < published { this + 1 } else { this };
    }
    let limit = match told {
        // News of the last hours may be dated a day ahead of its publication.
        Told::Behind => shift(published, 1),
        Told::Ahead | Told::Open => published.checked_add(3.months()).ok(),
    };
    let limit = limit.unwrap_or(published);
    if first > limit {
        this - 1
    } else if days_of(this + 1, Some(month), day).is_some_and(|(next, _)| next <= limit) {
        this + 1
    } else {
        this
    }
}

/// The day of a weekday: the last one up to and including the day of publication, or the first one from it on.
pub(super) fn weekday_of(published: Date, weekday: i8, ahead: bool) -> Option<Date> {
    let named = Weekday::from_monday_one_offset(weekday).ok()?;
    let past = i64::from(published.weekday().since(named));
    if past == 0 {
        Some(published)
    } else if ahead {
        shift(published, 7 - past)
    } else {
        shift(published, -past)
    }
}

/// The Monday and the Sunday of the week that is `weeks` after that of `day`.
pub(super) fn week_of(day: Date, weeks: i64) -> Option<Days> {
    let monday = shift(day, 7 * weeks - i64::from(day.weekday().to_monday_zero_offset()))?;
    Some((monday, shift(monday, 6)?))
}

/// The month that is `months` after that of `day`.
pub(super) fn month_of(day: Date, months: i64) -> Option<Days> {
    let first = day.first_of_month().checked_add(jiff::Span::new().try_months(months).ok()?).ok()?;
    Some((first, first.last_of_month()))
}

/// The days of a decade.
pub(super) fn decade(first: i16) -> Option<Days> {
    Some((Date::new(first, 1, 1).ok()?, Date::new(first.checked_add(9)?, 12, 31).ok()?))
}

/// Any leap year: for days of which the year is not known.
pub(super) fn is_day_of_month(month: i8, day: i8) -> bool {
    (1..=12).contains(&month) && (1..=date(2000, month, 1).days_in_month()).contains(&day)
}

/// The ISO week of a day, as TIMEX3 writes it.
pub(super) fn week_value(day: Date) -> String {
    let week = day.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}
