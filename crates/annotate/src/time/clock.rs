//! Times of day: `16:34 EST`, `10 a.m.`, `5pm`, `ten o'clock`, `noon`.

use jiff::civil::Date;

use super::{Found, zone};
use crate::scan::Scan;
use crate::{Clock, TimeKind};

/// The time of day that starts at token `at`.
pub(super) fn time_of_day(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let (hour, minute, mut to) = match scan.folded(at) {
        "noon" | "midday" => (12, 0, at + 1),
        "midnight" => (0, 0, at + 1),
        "dawn" | "dusk" => return twilight(scan, at),
        _ if scan.is_number(at) => figures(scan, at)?,
        _ => oclock(scan, at)?,
    };
    let mut hour = hour;
    // `12 o'clock midnight`, `10 o'clock in the morning`
    match scan.folded(to) {
        "noon" if hour == 12 => to += 1,
        "midnight" if hour == 12 => {
            hour = 0;
            to += 1;
        }
        "in" if scan.folded(to + 1) == "the" && hour <= 12 => {
            if matches!(scan.folded(to + 2), "morning") {
                hour %= 12;
                to += 3;
            } else if matches!(scan.folded(to + 2), "afternoon" | "evening") {
                hour = hour % 12 + 12;
                to += 3;
            }
        }
        "at" if scan.folded(to + 1) == "night" && (6..12).contains(&hour) => {
            hour += 12;
            to += 2;
        }
        _ => {}
    }
    let clock = Clock { minute: u16::from(hour % 24) * 60 + u16::from(minute), offset: None };
    Some(zoned(scan, Found { clock: Some(clock), ..Found::new(at, to, TimeKind::Time, String::new()) }, scan.published))
}

/// The time with the zone after it, and its value. `day` tells whether summer time holds.
pub(super) fn zoned(scan: &Scan<'_>, mut time: Found, day: Option<Date>) -> Found {
    let Some(mut clock) = time.clock else { return time };
    if let Some(zone) = zone::zone(scan, time.to, day) {
        time.to = zone.end;
        clock.offset = zone.offset;
    }
    time.clock = Some(clock);
    time.value = value(clock);
    time
}

/// `T16:34-05:00`
pub(super) fn value(clock: Clock) -> String {
    let zone = clock.offset.map(zone::iso).unwrap_or_default();
    format!("T{:02}:{:02}{zone}", clock.minute / 60, clock.minute % 60)
}

/// `at dawn`, `before dusk`: a part of the day without a clock.
fn twilight(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let before = at.checked_sub(1).map_or("", |before| scan.folded(before));
    let placed =
        matches!(before, "after" | "around" | "at" | "before" | "by" | "from" | "since" | "till" | "to" | "until");
    let part = if scan.folded(at) == "dawn" { "TMO" } else { "TEV" };
    (placed && scan.is_lower(at) && scan.folded(at + 1) != "of")
        .then(|| Found::new(at, at + 1, TimeKind::Time, part.to_owned()))
}

/// An hour in words: `ten o'clock`.
fn oclock(scan: &Scan<'_>, at: usize) -> Option<(u8, u8, usize)> {
    if scan.folded(at + 1) != "o'clock" {
        return None;
    }
    let hour = (1..=12).zip(HOURS).find(|(_, word)| *word == scan.folded(at))?.0;
    Some((hour, 0, at + 2))
}

/// The hours of a clock face, from one on.
const HOURS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

fn figures(scan: &Scan<'_>, at: usize) -> Option<(u8, u8, usize)> {
    let raw = scan.raw(at);
    let digits = raw.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let half = &raw[digits.len()..];
    if !matches!(half, "" | "am" | "pm" | "AM" | "PM" | "h") {
        return None;
    }
    let (hour, minute) = match digits.split_once('.') {
        Some((hour, minute)) if minute.len() == 2 => (hour.parse().ok()?, Some(minute.parse().ok()?)),
        Some(_) => return None,
        None => (digits.parse().ok()?, None),
    };
    let (mut minute, mut to): (Option<u8>, usize) = (minute, at + 1);
    let mut half = half;
    if minute.is_none() && half.is_empty() && scan.raw(to) == ":" && scan.is_glued(at) && scan.is_glued(to) {
        let after = scan.raw(to + 1);
        let digits = after.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if digits.len() == 2 && scan.is_number(to + 1) {
            minute = digits.parse().ok();
            half = &after[digits.len()..];
            to += 2;
            // Seconds: `14:30:05`.
            if scan.raw(to) == ":" && scan.is_glued(to - 1) && scan.is_glued(to) && scan.raw(to + 1).len() == 2 {
                to += 2;
            }
        }
    }
    let follows = scan.folded(to);
    // `3:56` is as long as a song unless a word says that it is a time; `14:30` has the form of one.
    let before = at.checked_sub(1).map_or("", |before| scan.folded(before));
    let placed = digits.len() == 2
        || matches!(
            before,
            "about"
                | "after"
                | "around"
                | "at"
                | "before"
                | "by"
                | "from"
                | "past"
                | "shortly"
                | "since"
                | "till"
                | "to"
                | "until"
        );
    let colon = minute.is_some() && to > at + 1 && (placed || scan.is_capitalised(to));
    let mut is_time = colon || matches!(half, "am" | "pm" | "AM" | "PM" | "h");
    let mut afternoon = matches!(half, "pm" | "PM");
    let morning = matches!(half, "am" | "AM") || half.is_empty() && follows == "am" && scan.raw(to) != "am";
    if half.is_empty() && (matches!(follows, "am" | "pm") && scan.raw(to) != "am" || follows == "o'clock") {
        is_time = true;
        afternoon = follows == "pm";
        to += 1;
    }
    let (mut hour, minute): (u8, u8) = (hour, minute.unwrap_or(0));
    if !is_time || hour > 24 || minute > 59 {
        return None;
    }
    if afternoon && hour < 12 {
        hour += 12;
    } else if morning && hour == 12 {
        hour = 0;
    }
    Some((hour, minute, to))
}
