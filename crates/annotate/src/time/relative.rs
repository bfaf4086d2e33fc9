//! Dates told from the day of publication: weekdays, `yesterday`, `last week`, `two days ago`.

use super::Found;
use super::resolve::{self, Days};
use super::tense::is_ahead;
use super::words::{IN_NAMES, month, part_of_day, season, unit, weekday};
use crate::scan::{Scan, is_acronym};
use crate::{TimeKind, number};

/// The relative date or the set of days that starts at token `at`.
pub(super) fn relative(scan: &Scan<'_>, at: usize, last: Option<&Found>) -> Option<Found> {
    named_day(scan, at)
        .or_else(|| weekday_with_modifiers(scan, at))
        .or_else(|| period(scan, at))
        .or_else(|| ago(scan, at))
        .or_else(|| anchored(scan, at, last))
}

/// `today`, `yesterday`, `tonight`, `last night`, `this morning`, `earlier today`, `overnight`.
fn named_day(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let modified = matches!(scan.folded(at), "earlier" | "early" | "late" | "later");
    let word = at + usize::from(modified);
    let (mut to, offset, mut part) = match scan.folded(word) {
        "today" | "tonight" if is_name(scan, word) => return None,
        "today" => (word + 1, 0, ""),
        "tonight" => (word + 1, 0, "TNI"),
        "yesterday" => (word + 1, -1, ""),
        "tomorrow" => (word + 1, 1, ""),
        "last" if scan.folded(word + 1) == "night" => (word + 2, -1, "TNI"),
        "this" => (word + 2, 0, part_of_day(scan.folded(word + 1))?),
        word if !modified && part_of_day(word).is_some() && scan.reads_before(at, &["in", "the"]) => {
            // `in the evening`, of a day that other words tell
            let value = part_of_day(word).unwrap_or_default().to_owned();
            return scan.is_lower(at).then(|| Found::new(at, at + 1, TimeKind::Time, value));
        }
        // Which of the two days it lies between is told by other words, if any.
        "overnight" if !modified && scan.is_lower(at) => {
            return Some(Found::new(at, at + 1, TimeKind::Time, "TNI".to_owned()));
        }
        _ => return None,
    };
    if part.is_empty()
        && let Some(named) = part_of_day(scan.folded(to))
    {
        part = named;
        to += 1;
    }
    let days = scan.published.and_then(|published| resolve::shift(published, offset)).map(|day| (day, day));
    let value = days.map_or_else(|| "XXXX-XX-XX".to_owned(), |(day, _)| day.to_string()) + part;
    Some(Found { days, ..Found::new(at, to, TimeKind::Date, value) })
}

/// Whether a capitalised `Today` or `Tonight` is part of a name: `USA TODAY`, `the Today show`.
fn is_name(scan: &Scan<'_>, at: usize) -> bool {
    let starts = scan.sentences.get(scan.sentence_of(at)).is_some_and(|sentence| sentence.tokens.start == at);
    let shouted = is_acronym(scan.raw(at)) && at > 0 && !is_acronym(scan.raw(at - 1));
    let programme = scan.is_capitalised(at) && matches!(scan.folded(at + 1), "show" | "programme" | "program");
    programme || scan.is_capitalised(at) && !starts && !shouted && at > 0 && scan.is_capitalised(at - 1)
}

/// `Friday`, `last Friday`, `earlier Monday`, `Monday night`, `every Monday`, `Mondays`.
fn weekday_with_modifiers(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let modifier = scan.folded(at);
    let modified = matches!(
        modifier,
        "last" | "next" | "this" | "past" | "coming" | "earlier" | "later" | "late" | "early" | "every" | "each"
    );
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
    let part_named = part_of_day(scan.folded(to)).is_some() && scan.is_capitalised(to) && scan.is_capitalised(to + 1);
    // `the Sunday Post`, `Friday Night Lights`
    if scan.is_capitalised(to) && IN_NAMES.contains(scan.folded(to)) || part_named && !is_acronym(scan.raw(day)) {
        return None;
    }
    if plural || matches!(modifier, "every" | "each") {
        let found = Found::new(at, to, TimeKind::Set, format!("XXXX-WXX-{named}"));
        return Some(Found { weekday: Some(named), ..found });
    }
    let mut part = "";
    let early = usize::from(matches!(scan.folded(to), "early" | "late"));
    if let Some(named) = part_of_day(scan.folded(to + early)) {
        to += early;
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
    let value = match days {
        Some((day, _)) => format!("{day}{part}"),
        None => format!("XXXX-WXX-{named}{part}"),
    };
    Some(Found { days, weekday: Some(named), ..Found::new(at, to, TimeKind::Date, value) })
}

/// `last week`, `this weekend`, `earlier this year`, `next month`, `last summer`.
fn period(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let start = if matches!(scan.folded(at), "earlier" | "early" | "late" | "later") { at + 1 } else { at };
    // `earlier in the month`
    if start > at && scan.reads(start, &["in", "the"]) {
        let (days, value) = shifted(scan.published.map(|day| (day, day))?, unit(scan.folded(start + 2))?.1, 0)?;
        return Some(Found { days: Some(days), ..Found::new(at, start + 3, TimeKind::Date, value) });
    }
    let offset = match scan.folded(start) {
        "last" => -1,
        "this" => 0,
        "next" | "coming" => 1,
        _ => return None,
    };
    let word = scan.folded(start + 1);
    // `in the next year and a half`, `a last-minute deal`
    if scan.is_hyphen(start + 1) || scan.reads(start + 2, &["and", "a", "half"]) {
        return None;
    }
    // A possessive stays outside of the expression's words, yet the token carries it: `this week's summit`.
    let to = start + 2;
    let found = |days: Option<Days>, value: String| Found { days, ..Found::new(at, to, TimeKind::Date, value) };
    let Some(published) = scan.published else {
        let value = match word {
            "week" => "XXXX-WXX",
            "weekend" => "XXXX-WXX-WE",
            "month" => "XXXX-XX",
            "year" => "XXXX",
            "decade" => "XXX",
            "century" => "XX",
            _ => match month(word).filter(|_| scan.is_capitalised(start + 1)) {
                Some(month) => return Some(found(None, format!("XXXX-{month:02}"))),
                None => return season(word).map(|(code, _)| found(None, format!("XXXX-{code}"))),
            },
        };
        return Some(found(None, value.to_owned()));
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
        "century" => {
            let first = (published.year() - 1) / 100 + i16::try_from(offset).ok()?;
            let days =
                resolve::days_of(100 * first + 1, None, None).zip(resolve::days_of(100 * first + 100, None, None));
            found(days.map(|(from, to)| (from.0, to.1)), format!("{first:02}"))
        }
        "decade" => {
            let first = published.year() / 10 * 10 + i16::try_from(offset).ok()? * 10;
            found(resolve::decade(first), format!("{}", first / 10))
        }
        _ if month(word).is_some() && scan.is_capitalised(start + 1) && !scan.is_number(to) => {
            // `last July`: the last one that is over; `this July` is that of the year.
            let month = month(word)?;
            let this = published.month();
            let year = match offset {
                -1 if month < this => published.year(),
                -1 => published.year() - 1,
                1 if month <= this => published.year() + 1,
                _ => published.year(),
            };
            let days = resolve::days_of(year, Some(month), None);
            Found { written: (None, Some(month), None), ..found(days, format!("{year:04}-{month:02}")) }
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
            found(super::period::season_days(year, first), format!("{year:04}-{code}"))
        }
    };
    Some(result)
}

/// `two days ago`, `a week ago`, `three weeks from now`.
pub(super) fn ago(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let (count, end) = match scan.folded(at) {
        "a" | "an" => (1.0, at + 1),
        // How many is not said, so no day is known.
        "several" | "many" | "few" => (f64::NAN, at + 1),
        word if word.ends_with('s') && unit(word).is_some() && scan.folded(at + 1) == "ago" => (f64::NAN, at),
        _ => {
            let number = number::single(scan, at)?;
            (number.low, number.end)
        }
    };
    let (prefix, letters) = unit(scan.folded(end))?;
    let (to, direction) = match (scan.folded(end + 1), scan.folded(end + 2)) {
        ("ago", _) => (end + 2, -1),
        ("from", "now" | "today") => (end + 3, 1),
        _ => return None,
    };
    if count > 10_000.0 || count.fract() != 0.0 && !count.is_nan() {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "a whole number below the bound above, or 0 for none")]
    let many = if count.is_nan() { None } else { Some(direction * count as i64) };
    let found = Found::new(at, to, TimeKind::Date, "XXXX-XX-XX".to_owned());
    let Some((published, many)) = scan.published.filter(|_| prefix == "P").zip(many) else { return Some(found) };
    let Some((days, value)) = shifted((published, published), letters, many) else { return Some(found) };
    Some(Found { days: Some(days), value, ..found })
}

/// So many units after `from`, as a period of that unit, with its value: two weeks after a day is a week. Nothing if
/// `from` is longer than the unit.
fn shifted(from: Days, letters: &str, many: i64) -> Option<(Days, String)> {
    let (first, last) = from;
    let (days, value) = match letters {
        "D" if first == last => {
            let day = resolve::shift(first, many)?;
            ((day, day), day.to_string())
        }
        "W" | "2W" if resolve::shift(first, 7)? > last => {
            let days = resolve::week_of(first, if letters == "2W" { 2 * many } else { many })?;
            (days, resolve::week_value(days.0))
        }
        "M" if resolve::shift(first, 31)? > last => {
            let days = resolve::month_of(first, many)?;
            (days, days.0.strftime("%Y-%m").to_string())
        }
        "Y" if first.year() == last.year() => {
            let year = first.year().checked_add(i16::try_from(many).ok()?)?;
            (resolve::days_of(year, None, None)?, format!("{year:04}"))
        }
        "DE" if first.year() == last.year() => {
            let year = first.year().checked_add(i16::try_from(many.checked_mul(10)?).ok()?)?;
            (resolve::days_of(year, None, None)?, format!("{year:04}"))
        }
        _ => return None,
    };
    Some((days, value))
}

/// The last date named, if it stands in the sentence of token `at` or the one before.
fn anchor(scan: &Scan<'_>, at: usize, last: Option<&Found>) -> Option<Days> {
    let last = last.filter(|last| matches!(last.kind, TimeKind::Date | TimeKind::Time) && last.ends.is_none())?;
    let near = scan.sentence_of(at) - scan.sentence_of(last.from).min(scan.sentence_of(at)) <= 1;
    last.days.filter(|_| near)
}

/// `the day before`, `the next day`, `the following week`, `a day earlier`, `that day`, `the same year`: told from the
/// last date named.
fn anchored(scan: &Scan<'_>, at: usize, last: Option<&Found>) -> Option<Found> {
    let first = at + usize::from(scan.folded(at) == "the");
    let (noun, to, many) = match scan.folded(first) {
        "next" | "following" if first > at => (first + 1, first + 2, 1),
        "previous" if first > at => (first + 1, first + 2, -1),
        "same" if first > at => (first + 1, first + 2, 0),
        "that" if first == at => (first + 1, first + 2, 0),
        "day" | "week" | "month" | "year" if first > at => match scan.folded(first + 1) {
            "before" | "earlier" => (first, first + 2, -1),
            "after" | "later" => (first, first + 2, 1),
            _ => return None,
        },
        _ => return None,
    };
    let named = scan.folded(noun);
    // `that day` yes, `that week's` too; `that second` and `the next hour` no.
    let letters = match named {
        "day" | "morning" | "afternoon" | "evening" | "night" => "D",
        "week" => "W",
        "month" => "M",
        "year" => "Y",
        _ => return None,
    };
    let part = part_of_day(named).unwrap_or_default();
    // `The day after the storm` is told from the storm.
    let of_event = matches!(scan.folded(to - 1), "before" | "after")
        && (scan.is_capitalised(to)
            || matches!(
                scan.folded(to),
                "a" | "an" | "the" | "his" | "her" | "its" | "their" | "he" | "she" | "they" | "it"
            ));
    let known = anchor(scan, at, last).filter(|_| !of_event).and_then(|from| shifted(from, letters, many));
    let unknown = match letters {
        "D" => "XXXX-XX-XX",
        "W" => "XXXX-WXX",
        "M" => "XXXX-XX",
        _ => "XXXX",
    };
    let (days, value) = known.map_or((None, unknown.to_owned()), |(days, value)| (Some(days), value));
    Some(Found { days, ..Found::new(at, to, TimeKind::Date, value + part) })
}

/// A duration with `later` or `earlier` after it is the time that far from the last date named. Where that is not known
/// it stays a duration, with the word.
pub(super) fn after(scan: &Scan<'_>, duration: Found, last: Option<&Found>) -> Found {
    let direction = match scan.folded(duration.to) {
        "later" => 1,
        "earlier" => -1,
        _ => return duration,
    };
    let to = duration.to + 1;
    let known = || {
        let value = duration.value.strip_prefix('P')?;
        let digits = value.bytes().take_while(u8::is_ascii_digit).count();
        let (count, letters) = value.split_at_checked(digits)?;
        shifted(anchor(scan, duration.from, last)?, letters, direction * count.parse::<i64>().ok()?)
    };
    match known() {
        Some((days, value)) => Found { days: Some(days), ..Found::new(duration.from, to, TimeKind::Date, value) },
        None => Found { to, ..duration },
    }
}
