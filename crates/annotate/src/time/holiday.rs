//! Holidays whose day follows from the year: fixed ones, those of the n-th weekday of a month, those that hang on Easter.

use jiff::civil::{Date, Weekday};

use super::resolve::{self, shift};
use super::tense::{Told, told};
use super::{Found, calendar};
use crate::TimeKind;
use crate::scan::Scan;

/// When a holiday is.
#[derive(Clone, Copy)]
enum Rule {
    /// A month and a day.
    Fixed(i8, i8),
    /// The n-th such weekday of a month (the last for -1), and days after it.
    Nth(i8, Weekday, i8, i64),
    /// Days after Easter Sunday.
    Easter(i64),
}

/// Holidays by their folded words, the longest first where one begins another. A name that countries give to different
/// days (`Mother's Day`, `Father's Day`) is left out, but for Thanksgiving (Canada has one in October), Labor Day and
/// Election Day, Memorial Day and Columbus Day: these are the days of the United States, of which news in English mostly
/// tells by these names. (`Labour Day`, as others write it, is not read.)
#[rustfmt::skip]
const HOLIDAYS: &[(&[&str], Rule)] = &[
    (&["new", "year", "eve"], Rule::Fixed(12, 31)),
    (&["new", "year", "day"], Rule::Fixed(1, 1)),
    (&["groundhog", "day"], Rule::Fixed(2, 2)),
    (&["valentine", "day"], Rule::Fixed(2, 14)),
    (&["valentines", "day"], Rule::Fixed(2, 14)),
    (&["st", "patrick", "day"], Rule::Fixed(3, 17)),
    (&["st", ".", "patrick", "day"], Rule::Fixed(3, 17)),
    (&["april", "fools", "day"], Rule::Fixed(4, 1)),
    (&["april", "fool", "day"], Rule::Fixed(4, 1)),
    (&["earth", "day"], Rule::Fixed(4, 22)),
    (&["may", "day"], Rule::Fixed(5, 1)),
    (&["juneteenth"], Rule::Fixed(6, 19)),
    (&["canada", "day"], Rule::Fixed(7, 1)),
    (&["fourth", "of", "july"], Rule::Fixed(7, 4)),
    (&["july", "fourth"], Rule::Fixed(7, 4)),
    (&["bastille", "day"], Rule::Fixed(7, 14)),
    (&["halloween"], Rule::Fixed(10, 31)),
    (&["bonfire", "night"], Rule::Fixed(11, 5)),
    (&["veterans", "day"], Rule::Fixed(11, 11)),
    (&["armistice", "day"], Rule::Fixed(11, 11)),
    (&["remembrance", "day"], Rule::Fixed(11, 11)),
    (&["christmas", "eve"], Rule::Fixed(12, 24)),
    (&["christmas", "day"], Rule::Fixed(12, 25)),
    (&["christmas"], Rule::Fixed(12, 25)),
    (&["boxing", "day"], Rule::Fixed(12, 26)),
    (&["martin", "luther", "king", "jr", ".", "day"], Rule::Nth(1, Weekday::Monday, 3, 0)),
    (&["martin", "luther", "king", "day"], Rule::Nth(1, Weekday::Monday, 3, 0)),
    (&["presidents", "day"], Rule::Nth(2, Weekday::Monday, 3, 0)),
    (&["memorial", "day"], Rule::Nth(5, Weekday::Monday, -1, 0)),
    (&["labor", "day"], Rule::Nth(9, Weekday::Monday, 1, 0)),
    (&["columbus", "day"], Rule::Nth(10, Weekday::Monday, 2, 0)),
    (&["election", "day"], Rule::Nth(11, Weekday::Monday, 1, 1)),
    (&["thanksgiving", "day"], Rule::Nth(11, Weekday::Thursday, 4, 0)),
    (&["thanksgiving"], Rule::Nth(11, Weekday::Thursday, 4, 0)),
    (&["black", "friday"], Rule::Nth(11, Weekday::Thursday, 4, 1)),
    (&["cyber", "monday"], Rule::Nth(11, Weekday::Thursday, 4, 4)),
    (&["ash", "wednesday"], Rule::Easter(-46)),
    (&["palm", "sunday"], Rule::Easter(-7)),
    (&["maundy", "thursday"], Rule::Easter(-3)),
    (&["good", "friday"], Rule::Easter(-2)),
    (&["easter", "sunday"], Rule::Easter(0)),
    (&["easter", "monday"], Rule::Easter(1)),
    (&["easter"], Rule::Easter(0)),
    (&["pentecost"], Rule::Easter(49)),
];

/// The holiday that starts at token `at`, with `last` or `next` before it or a year after it.
pub(super) fn holiday(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let modifier = scan.folded(at);
    let modified = matches!(modifier, "last" | "next" | "this");
    let first = at + usize::from(modified);
    if !scan.is_capitalised(first) {
        return None;
    }
    let (words, rule) = HOLIDAYS.iter().find(|(words, _)| scan.reads(first, words))?;
    let mut to = first + words.len();
    let comma = usize::from(scan.raw(to) == ",");
    let year = calendar::year_at(scan, to + comma);
    if year.is_some() {
        to += comma + 1;
    } else if scan.is_capitalised(to) && !scan.is_function(to) && words.last() != Some(&"day") {
        // `Easter Island`, `Christmas Holm`
        return None;
    } else if words.len() == 1 && scan.is_lower(to) && !scan.is_function(to) {
        // `a Christmas market`
        return None;
    }
    let day = match year {
        Some(year) => rule.day(year),
        None => scan.published.and_then(|published| near(*rule, published, modifier, || told(scan, at))),
    };
    let written = match rule {
        Rule::Fixed(month, day) => (year, Some(*month), Some(*day)),
        _ => (year, None, None),
    };
    let value = match (day, written) {
        (Some(day), _) => day.to_string(),
        (None, (_, Some(month), Some(day))) => format!("XXXX-{month:02}-{day:02}"),
        (None, _) => "XXXX-XX-XX".to_owned(),
    };
    Some(Found { days: day.map(|day| (day, day)), written, ..Found::new(at, to, TimeKind::Date, value) })
}

impl Rule {
    fn day(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed(month, day) => Date::new(year, month, day).ok(),
            Self::Nth(month, weekday, nth, after) => {
                shift(Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?, after)
            }
            Self::Easter(after) => shift(easter(year)?, after),
        }
    }
}

/// The holiday of the year that is meant: the last one, or the coming one where it lies ahead or is near.
fn near(rule: Rule, published: Date, modifier: &str, told: impl Fn() -> Told) -> Option<Date> {
    let this = rule.day(published.year())?;
    let year = match modifier {
        "last" if this >= published => published.year() - 1,
        "next" if this <= published => published.year() + 1,
        "last" | "next" | "this" => published.year(),
        _ => {
            let (_, month, day) = (this.year(), this.month(), this.day());
            resolve::year_of(published, month, Some(day), told())
        }
    };
    rule.day(year)
}

/// Easter Sunday of the Gregorian calendar (Meeus 1991, Astronomical Algorithms, chapter 8, after Butcher 1876).
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(i16::try_from(year).ok()?, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn easter_of_some_years() {
        for day in [date(1999, 4, 4), date(2008, 3, 23), date(2018, 4, 1), date(2024, 3, 31), date(2038, 4, 25)] {
            assert_eq!(easter(day.year()), Some(day));
        }
    }

    #[test]
    fn weekdays_of_a_month() {
        assert_eq!(Rule::Nth(11, Weekday::Thursday, 4, 0).day(2018), Some(date(2018, 11, 22)));
        assert_eq!(Rule::Nth(5, Weekday::Monday, -1, 0).day(2018), Some(date(2018, 5, 28)));
        assert_eq!(Rule::Nth(11, Weekday::Monday, 1, 1).day(2016), Some(date(2016, 11, 8)));
    }
}
