//! Dates and times as pages and records write them.

use coincide_text::Span;
use jiff::civil::{Date, Time};

use crate::{DateSource, Moment, Precision, Published};

/// The date that `text` says, with the time of day and the zone where it has them; nothing if it has no date that can
/// be told for certain.
///
/// Understood are ISO 8601, RFC 2822 and the written forms of news pages: `16:34 EST, 21 June 2018`, `June 21st, 2018`,
/// `Jun 21, 2018 at 4:34 p.m. ET`, `21/06/2018`, `21.6.2018`, `June 2018`. Of `03/04/2018` nobody can tell which is the
/// month, so it is no date; with points or hyphens the day stands first. A zone is kept as written.
///
/// ```
/// let moment = coincide_article::parse_date("16:34 EST, 21 June 2018").unwrap().at;
/// assert_eq!(moment.date, jiff::civil::date(2018, 6, 21));
/// assert_eq!(moment.zone.as_deref(), Some("EST"));
/// ```
pub fn parse_date(text: &str) -> Option<Published> {
    let text = text.trim();
    if text.len() > 120 {
        return None;
    }
    find_date(text, DateSource::Given).map(|found| found.published)
}

/// A date found inside a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FoundDate {
    /// All of it: weekday, date, time and zone.
    pub(crate) span: Span,
    pub(crate) published: Published,
    pub(crate) has_weekday: bool,
}

/// The first date in `text` that has a day, or a month if none has.
pub(crate) fn find_date(text: &str, from: DateSource) -> Option<FoundDate> {
    let words = words(text);
    let dates: Vec<(usize, DateWords)> =
        (0..words.len()).filter_map(|index| date_at(text, &words, index).map(|date| (index, date))).collect();
    let (index, date) = dates
        .iter()
        .find(|(_, date)| date.precision == Precision::Day)
        .or_else(|| dates.first())
        .map(|(index, date)| (*index, date.clone()))?;
    let mut first = index;
    let mut last = index + date.words;
    let mut has_weekday = false;
    let mut clock = None;
    if date.precision == Precision::Day {
        if let Some((at, found)) = clock_after(text, &words, last) {
            last = at + found.words;
            clock = Some(found);
        }
        while first > 0 && (is_weekday(words[first - 1].of(text)) || is_joint(words[first - 1].of(text))) {
            has_weekday |= is_weekday(words[first - 1].of(text));
            first -= 1;
        }
        if clock.is_none()
            && let Some((at, found)) = clock_before(text, &words, first)
        {
            first = at;
            clock = Some(found);
        }
        while first < index && is_joint(words[first].of(text)) {
            first += 1;
        }
    }
    let precision = match &clock {
        Some(clock) if clock.seconds => Precision::Second,
        Some(_) => Precision::Minute,
        None => date.precision,
    };
    let (time, zone) = clock.map_or((None, None), |clock| (Some(clock.time), clock.zone));
    let at = Moment { date: date.date, time, zone };
    let span = words[first].cover(words[last - 1]);
    Some(FoundDate { span, published: Published { at, precision, from }, has_weekday })
}

/// The words of a text for this purpose: runs of digits, runs of letters, single marks.
fn words(text: &str) -> Vec<Span> {
    let class = |character: char| match character {
        _ if character.is_ascii_digit() => 0,
        _ if character.is_alphabetic() => 1,
        _ if character.is_whitespace() => 2,
        _ => 3,
    };
    let mut words: Vec<Span> = Vec::new();
    let mut previous = 2;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        let this = class(character);
        match words.last_mut() {
            Some(word) if this == previous && this < 2 => word.end = end,
            _ if this != 2 => words.push(Span::new(at, end)),
            _ => {}
        }
        previous = this;
    }
    words
}

#[derive(Clone)]
struct DateWords {
    date: Date,
    precision: Precision,
    words: usize,
}

/// Reads one date from word `index` on.
fn date_at(text: &str, words: &[Span], index: usize) -> Option<DateWords> {
    let word = |offset: usize| words.get(index + offset).map_or("", |span| span.of(text));
    let tight = |offset: usize| {
        words.get(index + offset).zip(words.get(index + offset + 1)).is_some_and(|(a, b)| a.end == b.start)
    };
    let is_after_digits =
        index > 0 && words[index - 1].end == words[index].start && "-/.:".contains(words[index - 1].of(text));
    let first = word(0);
    let mark = word(1);
    if !first.is_empty() && first.bytes().all(|byte| byte.is_ascii_digit()) && !is_after_digits {
        let digits = tight(0) && tight(1) && matches!(mark, "-" | "/" | ".") && is_digits(word(2));
        if digits && tight(2) && word(3) == mark && tight(3) && is_digits(word(4)) {
            return numeric(first, mark, word(2), word(4)).map(|date| day(date, 5));
        }
        if digits && first.len() == 4 && mark == "-" && word(2).len() == 2 {
            return month_only(first, number(word(2))?, 3);
        }
        // `21 June 2018`, `21st of June, 2018`, `21. Juni 2018`, `21-Jun-2018`.
        let mut at = 1;
        while matches!(word(at), "st" | "nd" | "rd" | "th" | "of" | "." | "-" | "de") && at < 4 {
            at += 1;
        }
        if let Some(month) = month(word(at)) {
            let mut year = at + 1;
            while matches!(word(year), "," | "." | "-" | "de") && year < at + 3 {
                year += 1;
            }
            return civil(word(year), month, first).map(|date| day(date, year + 1));
        }
        return None;
    }
    let month = month(first)?;
    // `June 21st, 2018`, `Jun. 21 2018`, and without a day `June 2018`.
    let mut at = 1;
    while matches!(word(at), "." | ",") && at < 3 {
        at += 1;
    }
    let is_after_day = index > 0 && is_digits(words[index - 1].of(text));
    if word(at).len() == 4 && !is_after_day {
        return month_only(word(at), month, at + 1);
    }
    let mut year = at + 1;
    while matches!(word(year), "st" | "nd" | "rd" | "th" | "," | ".") && year < at + 4 {
        year += 1;
    }
    civil(word(year), month, word(at)).map(|date| day(date, year + 1))
}

fn day(date: Date, words: usize) -> DateWords {
    DateWords { date, precision: Precision::Day, words }
}

fn month_only(year: &str, month: i8, words: usize) -> Option<DateWords> {
    Some(DateWords { date: civil(year, month, "1")?, precision: Precision::Month, words })
}

fn numeric(first: &str, mark: &str, second: &str, third: &str) -> Option<Date> {
    if first.len() == 4 {
        return civil(first, number(second)?, third);
    }
    let (a, b) = (number(first)?, number(second)?);
    match mark {
        "/" if a <= 12 && b <= 12 && a != b => None,
        "/" if b > 12 => civil(third, a, second),
        _ if b <= 12 => civil(third, b, first),
        _ => civil(third, a, second),
    }
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn number(word: &str) -> Option<i8> {
    word.parse().ok()
}

/// A civil date in the years newspapers and their archives cover.
fn civil(year: &str, month: i8, day: &str) -> Option<Date> {
    if year.len() != 4 || !is_digits(day) {
        return None;
    }
    let year: i16 = year.parse().ok().filter(|year| (1600..2200).contains(year))?;
    Date::new(year, month, number(day)?).ok()
}

/// The month a word names, in English or in a language whose pages are often read with English ones.
fn month(word: &str) -> Option<i8> {
    #[rustfmt::skip]
    const MONTHS: [&[&str]; 12] = [
        &["january", "jan", "januar", "janvier", "enero", "janeiro", "gennaio", "januari"],
        &["february", "feb", "februar", "février", "febrero", "fevereiro", "febbraio", "februari"],
        &["march", "mar", "märz", "mars", "marzo", "março", "maart"],
        &["april", "apr", "avril", "abril", "aprile"],
        &["may", "mai", "mayo", "maio", "maggio", "mei", "maj"],
        &["june", "jun", "juni", "juin", "junio", "junho", "giugno"],
        &["july", "jul", "juli", "juillet", "julio", "julho", "luglio"],
        &["august", "aug", "août", "agosto", "augustus", "augusti"],
        &["september", "sep", "sept", "septembre", "septiembre", "setembro", "settembre"],
        &["october", "oct", "oktober", "octobre", "octubre", "outubro", "ottobre"],
        &["november", "nov", "novembre", "noviembre", "novembro"],
        &["december", "dec", "dezember", "décembre", "diciembre", "dezembro", "dicembre", "desember"],
    ];
    if !word.chars().next().is_some_and(char::is_alphabetic) || word.len() > 12 {
        return None;
    }
    let word = word.to_lowercase();
    let index = MONTHS.iter().position(|names| names.contains(&word.as_str()))?;
    i8::try_from(index + 1).ok()
}

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let word = word.to_ascii_lowercase();
    word.len() < 10
        && DAYS.iter().any(|day| {
            word.strip_prefix(day)
                .is_some_and(|rest| matches!(rest, "" | "s" | "rs" | "day" | "sday" | "nesday" | "rsday" | "urday"))
        })
}

/// What may stand between a date and its time of day.
fn is_joint(word: &str) -> bool {
    matches!(word, "," | "|" | "." | "-" | "–" | "—" | "·" | "•" | "(" | ")" | "at" | "on" | "T" | "@" | "um" | "kl")
}

#[derive(Clone)]
struct Clock {
    time: Time,
    seconds: bool,
    zone: Option<String>,
    words: usize,
}

fn clock_after(text: &str, words: &[Span], mut index: usize) -> Option<(usize, Clock)> {
    let limit = index + 4;
    while index < words.len() && index < limit {
        if let Some(clock) = clock_at(text, words, index) {
            return Some((index, clock));
        }
        let word = words[index].of(text);
        if !is_joint(word) && !is_weekday(word) {
            return None;
        }
        index += 1;
    }
    None
}

/// A time of day whose last word is next to word `end`, but for joints.
fn clock_before(text: &str, words: &[Span], end: usize) -> Option<(usize, Clock)> {
    (end.saturating_sub(14)..end).find_map(|index| {
        let clock = clock_at(text, words, index)?;
        let rest = words.get(index + clock.words..end)?;
        rest.iter().all(|word| is_joint(word.of(text))).then_some((index, clock))
    })
}

/// Reads `16:34`, `16:34:30.5`, `4.34pm`, `3 p.m.` and a zone after it.
fn clock_at(text: &str, words: &[Span], index: usize) -> Option<Clock> {
    let word = |offset: usize| words.get(index + offset).map_or("", |span| span.of(text));
    let joined = |offset: usize| {
        words.get(index + offset).zip(words.get(index + offset + 1)).is_some_and(|(a, b)| a.end == b.start)
    };
    let mut hour = number(word(0)).filter(|_| is_digits(word(0)) && word(0).len() <= 2)?;
    let mut minute = 0;
    let mut second = 0;
    let mut at = 1;
    let is_part = |at: usize, mark: &[&str]| {
        mark.contains(&word(at)) && joined(at - 1) && joined(at) && word(at + 1).len() == 2 && is_digits(word(at + 1))
    };
    let has_minute = is_part(1, &[":", "h", "."]);
    if has_minute {
        minute = number(word(2))?;
        at = 3;
    }
    let has_colon = has_minute && word(1) != ".";
    let seconds = has_colon && is_part(at, &[":"]);
    if seconds {
        second = number(word(at + 1))?;
        at += 2;
        if word(at) == "." && joined(at - 1) && joined(at) && is_digits(word(at + 1)) {
            at += 2;
        }
    }
    // `pm`, `p.m.`, `p m`.
    let half = word(at).to_ascii_lowercase();
    let dotted = matches!(half.as_str(), "a" | "p") && word(at + 1) == "." && word(at + 2).eq_ignore_ascii_case("m");
    if matches!(half.as_str(), "am" | "pm") || dotted {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + if half.starts_with('p') { 12 } else { 0 };
        at += if !dotted {
            1
        } else if word(at + 3) == "." {
            4
        } else {
            3
        };
    } else if !has_colon {
        return None;
    }
    let time = Time::new(hour, minute, second, 0).ok()?;
    let zone = zone_at(text, words, index + at);
    let words = at + zone.as_ref().map_or(0, |(_, count)| *count);
    Some(Clock { time, seconds, zone: zone.map(|(zone, _)| zone), words })
}

/// Reads `Z`, `EST`, `(GMT)`, `+02:00`, `-0500`, `GMT+2`.
fn zone_at(text: &str, words: &[Span], index: usize) -> Option<(String, usize)> {
    #[rustfmt::skip]
    const ZONES: &[&str] = &[
        "Z", "UTC", "GMT", "BST", "IST", "WET", "WEST", "CET", "CEST", "EET", "EEST", "MSK", "EST", "EDT", "ET", "CST",
        "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT", "AKST", "AKDT", "HST", "AST", "ADT", "NST", "JST", "KST",
        "HKT", "SGT", "AEST", "AEDT", "ACST", "AWST", "NZST", "NZDT", "SAST", "WIB",
    ];
    let word = |offset: usize| words.get(index + offset).map_or("", |span| span.of(text));
    let bracket = usize::from(word(0) == "(");
    let name = ZONES.contains(&word(bracket));
    let sign = bracket + usize::from(name);
    let signed =
        matches!(word(sign), "+" | "-" | "−") && matches!(word(sign + 1).len(), 1 | 2 | 4) && is_digits(word(sign + 1));
    let touches = index > 0 && words.get(index).is_some_and(|next| words[index - 1].end == next.start)
        || word(sign + 1).len() >= 2;
    let mut end = sign;
    if signed && (name || touches) {
        end = sign + 2;
        if word(end) == ":" && word(end + 1).len() == 2 && is_digits(word(end + 1)) {
            end += 2;
        }
    }
    if end == bracket {
        return None;
    }
    let zone = Span::new(words[index + bracket].start, words[index + end - 1].end).of(text).to_owned();
    Some((zone, end + bracket))
}

/// The moment of a number of seconds, or milliseconds, since 1970.
pub(crate) fn from_epoch(number: i64) -> Option<Published> {
    let seconds = if number.abs() >= 100_000_000_000 { number / 1000 } else { number };
    // Smaller numbers are years or counts, not moments.
    let timestamp = jiff::Timestamp::from_second(seconds).ok().filter(|_| seconds >= 100_000_000)?;
    let moment = timestamp.to_zoned(jiff::tz::TimeZone::UTC).datetime();
    let at = Moment { date: moment.date(), time: Some(moment.time()), zone: Some("Z".to_owned()) };
    Some(Published { at, precision: Precision::Second, from: DateSource::Field })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &str) -> String {
        let Some(published) = parse_date(text) else { return "none".to_owned() };
        let Moment { date, time, zone } = published.at;
        let mut shown = date.to_string();
        if published.precision == Precision::Month {
            shown.truncate(7);
        }
        if let Some(time) = time {
            shown += &format!(" {time}");
        }
        if let Some(zone) = zone {
            shown += &format!(" {zone}");
        }
        shown
    }

    #[test]
    fn the_forms_that_pages_write() {
        for (text, expected) in [
            ("2020-01-15", "2020-01-15"),
            ("2020-01", "2020-01"),
            ("2020-01-15T10:00:00Z", "2020-01-15 10:00:00 Z"),
            ("2020-01-15T10:00:30.250+02:00", "2020-01-15 10:00:30 +02:00"),
            ("2020-01-15 10:00 -0500", "2020-01-15 10:00:00 -0500"),
            ("Wed, 15 Jan 2020 08:49:37 GMT", "2020-01-15 08:49:37 GMT"),
            ("16:34 EST, 21 June 2018", "2018-06-21 16:34:00 EST"),
            ("June 21st, 2018", "2018-06-21"),
            ("Jun. 21, 2018, 3:05 p.m. ET", "2018-06-21 15:05:00 ET"),
            ("21/06/2018", "2018-06-21"),
            ("06/21/2018", "2018-06-21"),
            ("03/04/2018", "none"),
            ("04/04/2018", "2018-04-04"),
            ("27-09-2022 07:41 AM", "2022-09-27 07:41:00"),
            ("21.6.2018 kl. 16.34", "2018-06-21"),
            ("Thursday, October 12, 2023, 8:26 PM", "2023-10-12 20:26:00"),
            ("3rd of July 2016", "2016-07-03"),
            ("2:47 AM on 9th July 2016", "2016-07-09 02:47:00"),
            ("12am, 8 May 2016", "2016-05-08 00:00:00"),
            ("21. Juni 2018", "2018-06-21"),
            ("21 de junio de 2018", "2018-06-21"),
            ("June 2018", "2018-06"),
            ("21 June 2018 | 16:34 (GMT+2)", "2018-06-21 16:34:00 GMT+2"),
            ("31 June 2018", "none"),
            ("2018", "none"),
            ("may 12 people", "none"),
            ("", "none"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn a_date_is_found_inside_a_line() {
        let line = "Published on Thursday, 21 June 2018 at 16:34 BST by the desk";
        let found = find_date(line, DateSource::Byline).unwrap();
        assert_eq!(found.span.of(line), "Thursday, 21 June 2018 at 16:34 BST");
        assert!(found.has_weekday);
    }

    #[test]
    fn numbers_of_seconds_are_moments() {
        assert_eq!(from_epoch(1_529_598_840).unwrap().at.date.to_string(), "2018-06-21");
        assert_eq!(from_epoch(1_529_598_840_000), from_epoch(1_529_598_840));
        assert_eq!(from_epoch(2018), None);
    }

    proptest! {
        #[test]
        fn anything_is_a_date_or_not(text in "\\PC{0,60}") {
            if let Some(found) = find_date(&text, DateSource::Text) {
                prop_assert!(text.get(found.span.start..found.span.end).is_some());
            }
        }

        #[test]
        fn any_mixture_of_date_words(parts in proptest::collection::vec(prop_oneof!["[0-9]{1,4}", "[-/.:,]", Just(" ".to_owned()), "(June|may|Mon|pm|EST|T|Z|\\+|th)"], 0..14)) {
            let text = parts.concat();
            if let Some(found) = find_date(&text, DateSource::Text) {
                prop_assert!(text.get(found.span.start..found.span.end).is_some());
            }
        }
    }
}
