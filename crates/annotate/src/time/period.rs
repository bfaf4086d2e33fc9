//! Parts of the calendar longer than a month: quarters, halves, seasons, centuries, fiscal years; and `early`, `mid` and
//! `late` before what they are a part of.

use jiff::civil::Date;

use super::calendar::year_at;
use super::resolve::{self, Days};
use super::tense::is_ahead;
use super::words::season;
use super::{Found, calendar};
use crate::TimeKind;
use crate::number::ordinal_word;
use crate::scan::Scan;

/// The period that starts at token `at`.
pub(super) fn period(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let word = scan.folded(at);
    match word {
        "early" | "mid" | "late" => part_of(scan, at),
        "spring" | "summer" | "autumn" | "winter" | "fall" => season_of(scan, at, at),
        "the" => match scan.folded(at + 1) {
            "spring" | "summer" | "autumn" | "winter" | "fall" => {
                season_of(scan, at + 1, at + 1).or_else(|| season_alone(scan, at))
            }
            "late" | "early" | "mid" => part_of(scan, at + 1),
            _ => None,
        },
        "fiscal" | "fy" => fiscal(scan, at),
        "first" | "second" | "third" | "fourth" => {
            quarter(scan, at).or_else(|| half(scan, at)).or_else(|| century(scan, at))
        }
        "q1" | "q2" | "q3" | "q4" => quarter(scan, at),
        "h1" | "h2" => half(scan, at),
        _ if scan.is_number(at) || word.ends_with("th") => quarter(scan, at).or_else(|| century(scan, at)),
        _ => None,
    }
}

/// `early 2017`, `mid-June`, `late 1990s`: the whole period; which part of it is left open.
fn part_of(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let hyphen = usize::from(scan.is_hyphen(at + 1));
    let of = at + 1 + hyphen;
    let of = if matches!(scan.folded(of), "in" | "the") { of + 1 } else { of };
    let inner = calendar::date(scan, of)
        .filter(|date| date.weekday.is_none() && date.written.2.is_none() && !date.value.contains('/'))
        .or_else(|| season_of(scan, of, of))
        .or_else(|| century(scan, of))?;
    Some(Found { from: at, ..inner })
}

/// `summer 2016`, `the summer of 2016`, `winter of 2014-15`.
fn season_of(scan: &Scan<'_>, at: usize, from: usize) -> Option<Found> {
    let (code, month) = season(scan.folded(at))?;
    let of = usize::from(scan.folded(at + 1) == "of");
    let year = year_at(scan, at + 1 + of)?;
    let days = season_days(year, month);
    Some(Found { days, ..Found::new(from, at + 2 + of, TimeKind::Date, format!("{year:04}-{code}")) })
}

/// `in the spring`, without a year.
fn season_alone(scan: &Scan<'_>, the: usize) -> Option<Found> {
    let before = the.checked_sub(1).map_or("", |before| scan.folded(before));
    let placed =
        matches!(before, "by" | "during" | "in" | "over" | "since" | "this" | "through" | "throughout" | "until");
    // `In the fall of the wall` and `in the spring air` are of other things.
    let alone = !scan.is_lower(the + 2) || scan.is_function(the + 2) && scan.folded(the + 2) != "of";
    let (code, _) = season(scan.folded(the + 1)).filter(|_| placed && alone)?;
    Some(Found::new(the + 1, the + 2, TimeKind::Date, format!("XXXX-{code}")))
}

/// The days of the season that begins in `month` of `year`, by months as meteorologists count them.
pub(super) fn season_days(year: i16, month: i8) -> Option<Days> {
    let first = Date::new(year, month, 1).ok()?;
    Some((first, resolve::month_of(first, 2)?.1))
}

/// `fiscal 2019`, `fiscal year 2019`, `FY 2019`. Which days those are differs from one treasury to the next.
fn fiscal(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let word = at + 1 + usize::from(scan.folded(at + 1) == "year");
    let year = year_at(scan, word)?;
    Some(Found::new(at, word + 1, TimeKind::Date, format!("FY{year:04}")))
}

/// `the third quarter of 2018`, `Q3 2018`, `third-quarter earnings`.
fn quarter(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let (number, to) = match scan.folded(at) {
        "q1" => (1, at + 1),
        "q2" => (2, at + 1),
        "q3" => (3, at + 1),
        "q4" => (4, at + 1),
        word => {
            let number = ordinal(scan, at, word)?;
            let noun = at + 1 + usize::from(scan.is_hyphen(at + 1));
            if scan.folded(noun) != "quarter" {
                return None;
            }
            (number, noun + 1)
        }
    };
    if number > 4 {
        return None;
    }
    let (year, to, named) = year_after(scan, to);
    if !named && !is_of_business(scan, at) {
        return None;
    }
    let year = year.or_else(|| scan.published.map(|published| last_begun(published, 3 * number - 2, scan, at)));
    let value = year.map_or_else(|| format!("XXXX-Q{number}"), |year| format!("{year:04}-Q{number}"));
    let days = year.and_then(|year| months(year, 3 * number - 2, 3));
    Some(Found { days, ..Found::new(at, to, TimeKind::Date, value) })
}

/// `the first half of 2018`; without a year it is half of something else.
fn half(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let (number, to) = match scan.folded(at) {
        "h1" => (1, at + 1),
        "h2" => (2, at + 1),
        "first" if scan.folded(at + 1) == "half" => (1, at + 2),
        "second" if scan.folded(at + 1) == "half" => (2, at + 2),
        _ => return None,
    };
    let (year, to, named) = year_after(scan, to);
    let year = year.filter(|_| named)?;
    let days = months(year, 6 * number - 5, 6);
    Some(Found { days, ..Found::new(at, to, TimeKind::Date, format!("{year:04}-H{number}")) })
}

/// The year after a part of it, the token after that, and whether the words name it: `of 2018`, `this year`.
fn year_after(scan: &Scan<'_>, at: usize) -> (Option<i16>, usize, bool) {
    let of = at + usize::from(matches!(scan.folded(at), "of" | "in"));
    if let Some(year) = year_at(scan, of) {
        return (Some(year), of + 1, true);
    }
    let offset = match scan.folded(of) {
        "last" => -1,
        "this" | "the" => 0,
        "next" => 1,
        _ => return (None, at, false),
    };
    if of > at && matches!(scan.folded(of + 1), "year") {
        return (scan.published.and_then(|published| published.year().checked_add(offset)), of + 2, true);
    }
    (None, at, false)
}

/// The year of the last quarter that began in `month`; of the coming one only if none of this year has begun.
fn last_begun(published: Date, month: i8, scan: &Scan<'_>, at: usize) -> i16 {
    let begun = published.month() >= month;
    if begun || is_ahead(scan, at) { published.year() } else { published.year() - 1 }
}

/// Whether the sentence is of business, where a quarter is one of the year and not of a match.
fn is_of_business(scan: &Scan<'_>, at: usize) -> bool {
    let tokens = scan.sentences.get(scan.sentence_of(at)).map_or(at..at, |sentence| sentence.tokens.clone());
    (tokens.start.max(at.saturating_sub(16))..tokens.end.min(at + 16)).any(|index| {
        matches!(
            scan.folded(index),
            "%" | "percent"
                | "$"
                | "earnings"
                | "economic"
                | "economy"
                | "forecast"
                | "gdp"
                | "growth"
                | "output"
                | "profit"
                | "profits"
                | "quarterly"
                | "revenue"
                | "revenues"
                | "sales"
                | "shipments"
        )
    })
}

/// `the 20th century`, `the nineteenth century`.
fn century(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let number = i16::from(ordinal(scan, at, scan.folded(at))?);
    let noun = at + 1 + usize::from(scan.is_hyphen(at + 1));
    if !matches!(scan.folded(noun), "century") || !(1..=22).contains(&number) {
        return None;
    }
    let days = resolve::days_of(100 * number - 99, None, None).zip(resolve::days_of(100 * number, None, None));
    let days = days.map(|(first, last)| (first.0, last.1));
    Some(Found { days, ..Found::new(at, noun + 1, TimeKind::Date, format!("{:02}", number - 1)) })
}

fn ordinal(scan: &Scan<'_>, at: usize, word: &str) -> Option<i8> {
    if scan.is_number(at) {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        return digits.parse().ok().filter(|_| digits.len() + 2 == word.len());
    }
    #[expect(clippy::cast_possible_truncation, reason = "the ordinals in words end at a hundred")]
    ordinal_word(word).map(|number| number as i8)
}

/// The days of so many months.
fn months(year: i16, first: i8, count: i64) -> Option<Days> {
    let first = Date::new(year, first, 1).ok()?;
    Some((first, resolve::month_of(first, count - 1)?.1))
}
