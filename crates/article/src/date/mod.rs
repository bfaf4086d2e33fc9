//! Dates and times as pages and records write them.
//!
//! A line is taken apart into words ([`words`]); a day ([`day`]) is found in figures or with the name of its month
//! ([`month`], [`names`]), and a time of day ([`clock`]) beside it. What figures alone leave open is decided by the
//! [`Style`] of the text: the order that its language and country write them in. The Buddhist era and the Solar Hijri
//! calendar ([`persian`]) are turned into civil dates; what is relative ("two hours ago") is no date.

#[cfg(test)]
mod cases;
mod clock;
mod day;
mod month;
mod names;
mod persian;
mod style;
mod words;

use coincide_text::Span;

use self::clock::{clock_after, clock_before, is_joint};
use self::day::{Day, day_at};
use self::month::is_weekday;
pub(crate) use self::style::{Order, Style};
use self::words::Line;
use crate::{DateSource, Moment, Precision, Published};

/// The date that `text` says, with the time of day and the zone where it has them; nothing if it has no date that can
/// be told for certain.
///
/// Understood are ISO 8601, RFC 2822 and the written forms of news pages, in the languages of CLDR's modern coverage:
/// `16:34 EST, 21 June 2018`, `June 21st, 2018`, `Jun 21, 2018 at 4:34 p.m. ET`, `21 de junio de 2018`, `2018年6月21日`,
/// `21/06/2018`, `21.6.2018`, `June 2018`. Of `03/04/2018` nobody can tell which is the month, so it is no date; with
/// points or hyphens the day stands first. A zone is kept as written.
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
    find_date_in(text, &Style::default(), from)
}

/// The first date in `text`, which is written in a known style; as [`find_date`].
pub(crate) fn find_date_in(text: &str, style: &Style, from: DateSource) -> Option<FoundDate> {
    let line = readable(text)?;
    let (index, day) = choose(days(&line, style))?;
    Some(around(&line, index, day, from))
}

/// The dates in `text`, in their order; of those with a month only, none if one has a day.
pub(crate) fn find_dates(text: &str, style: &Style, from: DateSource) -> Vec<FoundDate> {
    let Some(line) = readable(text) else { return Vec::new() };
    let mut found: Vec<FoundDate> = days(&line, style).map(|(index, day)| around(&line, index, day, from)).collect();
    if found.iter().any(|found| found.published.precision > Precision::Month) {
        found.retain(|found| found.published.precision > Precision::Month);
    }
    found
}

/// The words of a text that has a digit, without which there is no date.
fn readable(text: &str) -> Option<Line<'_>> {
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit()) || text.chars().any(|c| words::digit(c).is_some());
    has_digit.then(|| Line::of(text))
}

/// The days a line names, each with its first word; none lies in another.
fn days<'a>(line: &'a Line<'a>, style: &'a Style) -> impl Iterator<Item = (usize, Day)> + 'a {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < line.len() {
            let index = at;
            at += 1;
            if let Some(day) = day_at(line, index, style) {
                at = index + day.words;
                return Some((index, day));
            }
        }
        None
    })
}

fn choose(days: impl Iterator<Item = (usize, Day)>) -> Option<(usize, Day)> {
    let mut month = None;
    for (index, day) in days {
        if day.precision == Precision::Day {
            return Some((index, day));
        }
        month = month.or(Some((index, day)));
    }
    month
}

/// The date at word `index` with its weekday and its time of day.
fn around(line: &Line<'_>, index: usize, day: Day, from: DateSource) -> FoundDate {
    let mut first = index;
    let mut last = index + day.words;
    let mut has_weekday = false;
    let mut clock = None;
    if day.precision == Precision::Day {
        if let Some((at, found)) = clock_after(line, last) {
            last = at + found.words;
            clock = Some(found);
        }
        while first > 0 && (is_weekday(line.word(first - 1)) || is_joint(line.word(first - 1))) {
            has_weekday |= is_weekday(line.word(first - 1));
            first -= 1;
        }
        if clock.is_none()
            && let Some((at, found)) = clock_before(line, first)
        {
            first = at;
            clock = Some(found);
        }
        while first < index && is_joint(line.word(first)) {
            first += 1;
        }
    }
    let precision = match &clock {
        Some(clock) if clock.has_seconds => Precision::Second,
        Some(_) => Precision::Minute,
        None => day.precision,
    };
    let (time, zone) = clock.map_or((None, None), |clock| (Some(clock.time), clock.zone));
    let at = Moment { date: day.date, time, zone };
    let span = line.span(first, last);
    FoundDate { span, published: Published { at, precision, from }, has_weekday }
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
