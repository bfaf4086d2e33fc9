//! Dates that name a day, month, year or decade of the calendar.

use super::Found;
use super::resolve::{self, Days};
use super::tense::told;
use super::words::{BEFORE_YEARS, month, short_weekday, weekday};
use crate::TimeKind;
use crate::scan::Scan;

/// The calendar date that starts at token `at`, with the weekday before it.
pub(super) fn date(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if let Some(named) = weekday(scan.folded(at)).or_else(|| short_weekday(scan.folded(at)))
        && scan.is_capitalised(at)
    {
        let mut start = at + 1;
        while start < at + 4 && (matches!(scan.raw(start), "," | ".") || matches!(scan.folded(start), "the" | "on")) {
            start += 1;
        }
        let found = day_and_month(scan, start)?;
        return Some(Found { from: at, weekday: Some(named), ..found });
    }
    day_and_month(scan, at).or_else(|| numeric(scan, at)).or_else(|| decade(scan, at)).or_else(|| year_alone(scan, at))
}

/// The words of a date before they are resolved.
struct Written {
    to: usize,
    year: Option<i16>,
    month: i8,
    day: Option<i8>,
    /// The last day of a range such as `3-4`.
    until: Option<i8>,
}

fn day_and_month(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let start = if scan.folded(at) == "the" && scan.is_number(at + 1) { at + 1 } else { at };
    let written = if scan.is_number(start) { day_first(scan, start)? } else { month_first(scan, at)? };
    Some(resolved(scan, at, &written))
}

fn resolved(scan: &Scan<'_>, at: usize, written: &Written) -> Found {
    let &Written { to, year, month, day, until } = written;
    let known =
        year.or_else(|| scan.published.map(|published| resolve::year_of(published, month, day, told(scan, at))));
    let days: Option<Days> = known.and_then(|year| {
        let (first, last) = resolve::days_of(year, Some(month), day)?;
        let last = until.and_then(|until| resolve::days_of(year, Some(month), Some(until))).map_or(last, |days| days.1);
        Some((first, last))
    });
    let mut value = known.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"));
    value.push_str(&format!("-{month:02}"));
    if let Some(day) = day {
        value.push_str(&format!("-{day:02}"));
    }
    let mut ends = None;
    if until.is_some()
        && let Some((first, last)) = days
    {
        value.push_str(&format!("/{last}"));
        ends = Some(((first, first), (last, last)));
    }
    Found { ends, days, written: (year, Some(month), day), ..Found::new(at, to, TimeKind::Date, value) }
}

/// `June 25, 2018`, `June 3-4`, `June 2018`, `June`.
fn month_first(scan: &Scan<'_>, at: usize) -> Option<Written> {
    let month = month_at(scan, at)?;
    let mut to = at + 1;
    if scan.raw(to) == "."
        && scan.is_glued(at)
        && scan.raw(at).len() <= 4
        && (scan.is_number(to + 1) || scan.raw(to + 1) == ",")
    {
        to += 1;
    }
    if let Some(day) = day_at(scan, to).filter(|&day| resolve::is_day_of_month(month, day)) {
        to += 1;
        let mut until = None;
        if (scan.is_dash(to) || matches!(scan.folded(to), "to" | "and" | "through"))
            && let Some(last) = day_at(scan, to + 1)
            && last > day
            && resolve::is_day_of_month(month, last)
            && (scan.is_dash(to) || !scan.is_lower(to + 2))
        {
            until = Some(last);
            to += 2;
        }
        let comma = usize::from(scan.raw(to) == ",");
        let year = year_at(scan, to + comma);
        if year.is_some() {
            to += comma + 1;
        }
        return Some(Written { to, year, month, day: Some(day), until });
    }
    if scan.folded(to) == "of"
        && scan.folded(to + 2) == "year"
        && let Some(published) = scan.published
        && let Some(offset) = match scan.folded(to + 1) {
            "last" => Some(-1),
            "this" => Some(0),
            "next" => Some(1),
            _ => None,
        }
    {
        return Some(Written { to: to + 3, year: Some(published.year() + offset), month, day: None, until: None });
    }
    let comma = usize::from(scan.raw(to) == "," || scan.folded(to) == "of");
    if let Some(year) = year_at(scan, to + comma) {
        return Some(Written { to: to + comma + 1, year: Some(year), month, day: None, until: None });
    }
    // A month by itself: `May` and `March` are other words, `April` and `August` names.
    let before = at.checked_sub(1).map_or("", |before| scan.folded(before));
    // Prepositions that people follow as well say nothing of `May`: `loyal to May`.
    let person = scan.folded(at) == "may"
        && matches!(before, "after" | "and" | "before" | "between" | "by" | "for" | "from" | "of" | "or" | "to");
    let titled = scan.is_capitalised(at + 1) && !crate::time::is_calendar_word(scan.folded(at + 1));
    let placed = (BEFORE_YEARS.contains(before) || matches!(before, "last" | "next" | "this")) && !person
        || matches!(before, "early" | "mid" | "late")
        || before == "-" && at > 1 && scan.folded(at - 2) == "mid";
    let ambiguous = matches!(scan.folded(at), "may" | "march" | "mar" | "dec" | "jan" | "sep" | "jun");
    let name = scan.is_capitalised(at + 1) || (at > 0 && scan.is_capitalised(at - 1) && !placed);
    let taken = placed && !(ambiguous && titled) || !(ambiguous || name);
    taken.then_some(Written { to: at + 1, year: None, month, day: None, until: None })
}

/// `25 June 2018`, `the 25th of June`, `3-4 September`.
fn day_first(scan: &Scan<'_>, at: usize) -> Option<Written> {
    let day = day_at(scan, at)?;
    let mut to = at + 1;
    let mut until = None;
    if (scan.is_dash(to) || matches!(scan.folded(to), "and" | "to"))
        && let Some(last) = day_at(scan, to + 1)
        && last > day
    {
        until = Some(last);
        to += 2;
    }
    if scan.folded(to) == "of" {
        to += 1;
    }
    let month = month_at(scan, to)?;
    to += 1;
    if ![Some(day), until].into_iter().flatten().all(|day| resolve::is_day_of_month(month, day)) {
        return None;
    }
    let comma = usize::from(scan.raw(to) == ",");
    let year = year_at(scan, to + comma);
    if year.is_some() {
        to += comma + 1;
    }
    Some(Written { to, year, month, day: Some(day), until })
}

fn month_at(scan: &Scan<'_>, at: usize) -> Option<i8> {
    if !scan.is_capitalised(at) || scan.is_possessive(at) && scan.raw(at).len() < 5 {
        return None;
    }
    month(scan.folded(at))
}

/// A day of the month: `17`, `17th`.
fn day_at(scan: &Scan<'_>, at: usize) -> Option<i8> {
    let raw = scan.raw(at);
    let digits = raw.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if !scan.is_number(at) || digits.len() > 2 || !matches!(&raw[digits.len()..], "" | "st" | "nd" | "rd" | "th") {
        return None;
    }
    // `June 10:30` and `May 5%` go on to something else.
    let minutes = scan.raw(at + 1) == ":" && scan.is_glued(at + 1) && scan.is_number(at + 2);
    if scan.is_glued(at) && (minutes || scan.raw(at + 1) == "%") {
        return None;
    }
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

/// A year in four digits.
pub(super) fn year_at(scan: &Scan<'_>, at: usize) -> Option<i16> {
    let raw = scan.raw(at);
    let raw = raw.strip_suffix("'s").or_else(|| raw.strip_suffix("’s")).unwrap_or(raw);
    if raw.len() != 4 || !raw.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    raw.parse().ok().filter(|year| (1000..=2199).contains(year))
}

/// `2018-06-25`, `25/6/2018`. Which of the two small numbers is the month is known only if the other cannot be.
fn numeric(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if let Some(found) = dotted(scan, at) {
        return Some(found);
    }
    let separator = scan.raw(at + 1);
    let shaped = matches!(separator, "-" | "/")
        && scan.raw(at + 3) == separator
        && (at..at + 4).all(|index| scan.is_glued(index))
        && [at, at + 2, at + 4].into_iter().all(|index| scan.is_number(index));
    if !shaped {
        return None;
    }
    let small = |index: usize| {
        // `2018-06-25T14:30`: the day ends before the letter.
        let raw = scan.raw(index);
        let digits = if index == at + 4 { raw.split('T').next().unwrap_or(raw) } else { raw };
        digits.parse::<i8>().ok().filter(|_| digits.len() <= 2)
    };
    let (year, month, day) = if let Some(year) = year_at(scan, at) {
        (year, small(at + 2)?, small(at + 4)?)
    } else {
        let year = year_at(scan, at + 4).or_else(|| short_year(scan, at + 4).filter(|_| separator == "/"))?;
        match (small(at)?, small(at + 2)?) {
            (a, b) if a > 12 => (year, b, a),
            (a, b) if b > 12 => (year, a, b),
            (a, b) if a == b => (year, a, b),
            _ => {
                return Some(Found {
                    written: (Some(year), None, None),
                    ..Found::new(at, at + 5, TimeKind::Date, format!("{year:04}"))
                });
            }
        }
    };
    let days = resolve::days_of(year, Some(month), Some(day))?;
    let value = days.0.to_string();
    Some(Found {
        days: Some(days),
        written: (Some(year), Some(month), Some(day)),
        ..Found::new(at, at + 5, TimeKind::Date, value)
    })
}

/// `25.06.2018`: the day first, as wherever points are written.
fn dotted(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let raw = scan.raw(at);
    if !(8..=10).contains(&raw.len()) {
        return None;
    }
    let (day, rest) = raw.split_once('.')?;
    let (month, year) = rest.split_once('.')?;
    let (day, month, year) = (day.parse::<i8>().ok()?, month.parse::<i8>().ok()?, year.parse::<i16>().ok()?);
    let days = resolve::days_of(year, Some(month), Some(day)).filter(|_| (1900..=2199).contains(&year))?;
    let written = (Some(year), Some(month), Some(day));
    Some(Found { days: Some(days), written, ..Found::new(at, at + 1, TimeKind::Date, days.0.to_string()) })
}

/// The year of `6/25/18`: of this century up to the year after publication, else of the last.
fn short_year(scan: &Scan<'_>, at: usize) -> Option<i16> {
    let raw = scan.raw(at);
    let year = raw.parse::<i16>().ok().filter(|_| raw.len() == 2)?;
    let this = scan.published?.year() + 1;
    Some(if 2000 + year <= this { 2000 + year } else { 1900 + year })
}

/// `the 1990s`, `the '90s`.
fn decade(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let raw = scan.raw(at);
    let digits = raw.strip_suffix("'s").or_else(|| raw.strip_suffix("’s")).or_else(|| raw.strip_suffix('s'))?;
    if !digits.ends_with('0') || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let first = match digits.len() {
        4 => digits.parse::<i16>().ok()?,
        2 if at > 0 && matches!(scan.raw(at - 1), "'" | "’" | "‘") => 1900 + digits.parse::<i16>().ok()?,
        _ => return None,
    };
    let days = resolve::decade(first)?;
    Some(Found { days: Some(days), ..Found::new(at, at + 1, TimeKind::Date, format!("{}", first / 10)) })
}

/// A year by itself: four digits that the words around do not make a count.
fn year_alone(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let year = year_at(scan, at)?;
    let before = at.checked_sub(1).map_or("", |before| scan.folded(before));
    let placed = BEFORE_YEARS.contains(before) || matches!(before, "(" | "last" | "next" | "fiscal" | "year");
    let joined = scan.is_glued(at)
        && !(scan.raw(at + 1) == "/" && scan.raw(at + 2).len() <= 2)
        && !matches!(scan.raw(at + 1), "," | "." | ")" | ";" | "-" | "–" | "\"" | "”" | "?" | "!" | ":" | "'" | "’")
        || at > 0 && scan.is_glued(at - 1) && !matches!(before, "(" | "\"" | "“" | "‘" | "'" | "-" | "–" | "—");
    if joined || matches!(before, "than" | "least" | "about" | "some" | "nearly" | "almost" | "over" | "$" | "£" | "€")
    {
        return None;
    }
    let usual = (1900..=2099).contains(&year);
    // `the 2020 candidates`, `2018 midterms`: figures that near to the day are years, unless people are counted.
    let near = scan.published.is_some_and(|published| (year - published.year()).abs() <= 6)
        && at > 0
        && scan.is_capitalised(at - 1)
        && !BEFORE_YEARS.contains(before);
    let follows = scan.folded(at + 1);
    let counted =
        scan.is_lower(at + 1) && follows.ends_with('s') && !matches!(follows, "was" | "is" | "has" | "as" | "this")
            || matches!(follows, "people" | "men" | "women" | "children" | "percent" | "million");
    // `its 2012 elections`: a plural follows, yet something before makes it one year's.
    let determined = matches!(before, "the" | "a" | "his" | "her" | "its" | "their" | "our" | "this" | "s")
        || at > 0 && scan.is_possessive(at - 1);
    let taken = if usual { !counted || placed || determined || near } else { placed && !counted };
    if !taken {
        return None;
    }
    let mut to = at + 1;
    let mut last = year;
    if (scan.is_dash(to) || scan.raw(to) == "/") && scan.is_glued(at) && scan.is_glued(to) {
        let raw = scan.raw(to + 1);
        let until = match raw.len() {
            1 => raw.parse::<i16>().ok().map(|end| year / 10 * 10 + end),
            2 => raw.parse::<i16>().ok().map(|end| year / 100 * 100 + end),
            4 => year_at(scan, to + 1),
            _ => None,
        };
        if let Some(until) = until.filter(|until| *until > year) {
            last = until;
            to += 2;
        }
    }
    let (first_days, last_days) = (resolve::days_of(year, None, None)?, resolve::days_of(last, None, None)?);
    let value = if last == year { format!("{year:04}") } else { format!("{year:04}/{last:04}") };
    let ends = (last > year).then_some((first_days, last_days));
    Some(Found {
        ends,
        days: Some((first_days.0, last_days.1)),
        written: (Some(year), None, None),
        ..Found::new(at, to, TimeKind::Date, value)
    })
}
