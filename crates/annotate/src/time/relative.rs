//! Dates told from the day of publication: weekdays, `yesterday`, `last week`, `two days ago`.

use super::resolve::{self, Days};
use super::words::{part_of_day, season, unit, weekday};
use super::{Found, is_ahead};
use crate::scan::Scan;
use crate::{TimeKind, number};

/// The relative date or the set of days that starts at token `at`.
pub(super) fn relative(scan: &Scan<'_>, at: usize) -> Option<Found> {
    named_day(scan, at)
        .or_else(|| weekday_with_modifiers(scan, at))
        .or_else(|| period(scan, at))
        .or_else(|| ago(scan, at))
}

fn iso(days: Option<Days>) -> String {
    days.map(|(first, _)| first.to_string()).unwrap_or_default()
}

/// `today`, `yesterday`, `tonight`, `last night`, `this morning`.
fn named_day(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let (mut to, offset, mut part) = match scan.folded(at) {
        "today" => (at + 1, 0, ""),
        "tonight" => (at + 1, 0, "TNI"),
        "yesterday" => (at + 1, -1, ""),
        "tomorrow" => (at + 1, 1, ""),
        "last" if scan.folded(at + 1) == "night" => (at + 2, -1, "TNI"),
        "this" => (at + 2, 0, part_of_day(scan.folded(at + 1))?),
        _ => return None,
    };
    if part.is_empty()
        && let Some(named) = part_of_day(scan.folded(to))
    {
        part = named;
        to += 1;
    }
    let days = scan.published.and_then(|published| resolve::shift(published, offset)).map(|day| (day, day));
    let value = if days.is_some() { iso(days) + part } else { String::new() };
    Some(Found { days, ..Found::new(at, to, TimeKind::Date, value) })
}

/// `Friday`, `last Friday`, `earlier Monday`, `Monday night`, `every Monday`, `Mondays`.
fn weekday_with_modifiers(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let modifier = scan.folded(at);
    let modified =
        matches!(modifier, "last" | "next" | "this" | "earlier" | "later" | "late" | "early" | "every" | "each");
    let day = if modified { at + 1 } else { at };
    if !scan.is_capitalised(day) {
        return None;
    }
    let word = scan.folded(day);
    let (named, plural) = match (weekday(word), word.strip_suffix('s').and_then(weekday)) {
        (Some(named), _) => (named, false),
        (None, Some(named)) => (named, true),
        _ => return None,
    };
    let mut to = day + 1;
    if plural || matches!(modifier, "every" | "each") {
        let found = Found::new(at, to, TimeKind::Set, format!("XXXX-WXX-{named}"));
        return Some(Found { weekday: Some(named), ..found });
    }
    let mut part = "";
    if let Some(named) = part_of_day(scan.folded(to)) {
        part = named;
        to += 1;
    }
    let resolved = scan.published.and_then(|published| match modifier {
        // `last Friday` said on a Friday is the one before.
        "last" => resolve::weekday_of(resolve::shift(published, -1)?, named, false),
        "next" => resolve::weekday_of(resolve::shift(published, 1)?, named, true),
        _ => resolve::weekday_of(published, named, is_ahead(scan, at)),
    });
    let days = resolved.map(|day| (day, day));
    let value = if days.is_some() { iso(days) + part } else { format!("XXXX-WXX-{named}{part}") };
    Some(Found { days, weekday: Some(named), ..Found::new(at, to, TimeKind::Date, value) })
}

/// `last week`, `this weekend`, `earlier this year`, `next month`, `last summer`.
fn period(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let start = if matches!(scan.folded(at), "earlier" | "later") { at + 1 } else { at };
    let offset = match scan.folded(start) {
        "last" => -1,
        "this" => 0,
        "next" | "coming" => 1,
        _ => return None,
    };
    let word = scan.folded(start + 1);
    // A possessive stays outside of the expression's words, yet the token carries it: `this week's summit`.
    let to = start + 2;
    let found = |days: Option<Days>, value: String| Found { days, ..Found::new(at, to, TimeKind::Date, value) };
    let Some(published) = scan.published else {
        return (unit(word).is_some_and(|(_, letters)| matches!(letters, "W" | "M" | "Y" | "WE"))
            && !matches!(word, "minute" | "min")
            || season(word).is_some())
        .then(|| found(None, String::new()));
    };
    let result = match word {
        "week" => {
            let days = resolve::week_of(published, offset);
            found(days, days.map(|(first, _)| resolve::week_value(first)).unwrap_or_default())
        }
        "weekend" => {
            // On a Sunday or Monday `last weekend` and `this weekend` are the days just past.
            let week = resolve::week_of(published, offset)?;
            let days = (resolve::shift(week.0, 5)?, week.1);
            found(Some(days), resolve::week_value(days.0) + "-WE")
        }
        "month" => {
            let days = resolve::month_of(published, offset);
            found(days, days.map(|(first, _)| first.strftime("%Y-%m").to_string()).unwrap_or_default())
        }
        "year" => {
            let year = published.year().checked_add(i16::try_from(offset).ok()?)?;
            found(resolve::days_of(year, None, None), format!("{year:04}"))
        }
        "decade" => {
            let first = published.year() / 10 * 10 + i16::try_from(offset).ok()? * 10;
            found(resolve::decade(first), format!("{}", first / 10))
        }
        _ => {
            let (code, first) = season(word)?;
            let start = |year: i16| resolve::days_of(year, Some(first), None).map(|(day, _)| day);
            let this = start(published.year())?;
            let year = match offset {
                -1 if resolve::shift(this, 91)? < published => published.year(),
                -1 => published.year() - 1,
                1 if this > published => published.year(),
                1 => published.year() + 1,
                _ => published.year(),
            };
            let from = start(year)?;
            found(Some((from, resolve::shift(from, 91)?)), format!("{year:04}-{code}"))
        }
    };
    Some(result)
}

/// `two days ago`, `a week ago`.
fn ago(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let (count, end) = match scan.folded(at) {
        "a" | "an" => (1.0, at + 1),
        _ => {
            let number = number::single(scan, at)?;
            (number.low, number.end)
        }
    };
    let (prefix, letters) = unit(scan.folded(end))?;
    if scan.folded(end + 1) != "ago" || count > 10_000.0 || count.fract() != 0.0 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "a whole number below the bound above")]
    let count = count as i64;
    let found = Found::new(at, end + 2, TimeKind::Date, String::new());
    let Some(published) = scan.published.filter(|_| prefix == "P") else { return Some(found) };
    let (days, value) = match letters {
        "D" => {
            let day = resolve::shift(published, -count)?;
            (Some((day, day)), day.to_string())
        }
        "W" => {
            // `two weeks ago` is a week, not a day.
            let days = resolve::week_of(published, -count);
            (days, days.map(|(first, _)| resolve::week_value(first)).unwrap_or_default())
        }
        "M" => {
            let days = resolve::month_of(published, -count);
            (days, days.map(|(first, _)| first.strftime("%Y-%m").to_string()).unwrap_or_default())
        }
        "Y" => {
            let year = published.year().checked_sub(i16::try_from(count).ok()?)?;
            (resolve::days_of(year, None, None), format!("{year:04}"))
        }
        _ => (None, String::new()),
    };
    Some(Found { days, value, ..found })
}
