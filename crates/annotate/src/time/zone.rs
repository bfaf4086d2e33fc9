//! Time zones after a time of day.

use jiff::civil::{Date, Weekday};

use crate::scan::Scan;

/// The zone that stands at a token.
pub(super) struct Zone {
    /// The token after it.
    pub(super) end: usize,
    /// Minutes east of Greenwich; nothing for `local time` and for letters that several zones have.
    pub(super) offset: Option<i16>,
}

/// The zone at token `at`: `GMT`, `ET`, `Eastern`, `+0200`, `UTC+2`, `local time`, `Paris time`. `day` tells whether
/// summer time holds where the letters leave it open.
pub(super) fn zone(scan: &Scan<'_>, at: usize, day: Option<Date>) -> Option<Zone> {
    let raw = scan.raw(at);
    if matches!(raw, "+" | "-" | "−") {
        return offset(scan, at);
    }
    if scan.folded(at) == "local" && scan.folded(at + 1) == "time" {
        return Some(Zone { end: at + 2, offset: None });
    }
    if !scan.is_capitalised(at) {
        return None;
    }
    if scan.folded(at + 1) != "time" {
        if let Some(offset) = letters(raw, day) {
            // `GMT+2`
            if matches!(raw, "GMT" | "UTC")
                && let Some(more) = self::offset(scan, at + 1).filter(|_| scan.is_glued(at))
            {
                return Some(more);
            }
            return Some(Zone { end: at + 1, offset });
        }
        return american(scan.folded(at), day).map(|offset| Zone { end: at + 1, offset: Some(offset) });
    }
    let offset = letters(raw, day).flatten().or_else(|| american(scan.folded(at), day));
    Some(Zone { end: at + 2, offset })
}

/// `+0200`, `+02:00`, `+2`.
fn offset(scan: &Scan<'_>, at: usize) -> Option<Zone> {
    let sign: i16 = if scan.raw(at) == "+" { 1 } else { -1 };
    if !matches!(scan.raw(at), "+" | "-" | "−") || !scan.is_glued(at) {
        return None;
    }
    let digits = scan.raw(at + 1);
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (minutes, end) = match digits.len() {
        4 => {
            let number: i16 = digits.parse().ok()?;
            (number / 100 * 60 + number % 100, at + 2)
        }
        1 | 2 => {
            let hours = digits.parse::<i16>().ok()? * 60;
            let colon = scan.raw(at + 2) == ":" && scan.is_glued(at + 1) && scan.is_glued(at + 2);
            match scan.raw(at + 3).parse::<i16>() {
                Ok(minutes) if colon && scan.raw(at + 3).len() == 2 => (hours + minutes, at + 4),
                _ => (hours, at + 2),
            }
        }
        _ => return None,
    };
    (minutes <= 14 * 60).then_some(Zone { end, offset: Some(sign * minutes) })
}

/// The offset of a zone that is named by letters: `Some(None)` for letters that several zones have.
#[rustfmt::skip]
fn letters(raw: &str, day: Option<Date>) -> Option<Option<i16>> {
    let hours: i16 = match raw {
        "GMT" | "UTC" | "Z" | "WET" => 0,
        "BST" | "CET" | "WEST" | "WAT" => 1,
        "CEST" | "EET" | "SAST" | "CAT" => 2,
        "EEST" | "MSK" | "EAT" => 3,
        "PKT" => 5,
        "HKT" | "SGT" | "AWST" => 8,
        "JST" | "KST" => 9,
        "AEST" => 10,
        "AEDT" => 11,
        "NZST" => 12,
        "NZDT" => 13,
        "EDT" => -4,
        "EST" | "CDT" => -5,
        "CST" | "MDT" => -6,
        "MST" | "PDT" => -7,
        "PST" | "AKDT" => -8,
        "HST" => -10,
        "ET" => return Some(american("eastern", day)),
        "CT" => return Some(american("central", day)),
        "MT" => return Some(american("mountain", day)),
        "PT" => return Some(american("pacific", day)),
        // Arabia and the Atlantic; India, Ireland and Israel.
        "AST" | "IST" => return Some(None),
        _ => return None,
    };
    Some(Some(hours * 60))
}

/// The offset of a zone of North America, by the rule of the United States since 2007: summer time from the second
/// Sunday of March to the first of November. Without a day it is not known.
fn american(name: &str, day: Option<Date>) -> Option<i16> {
    let standard: i16 = match name {
        "eastern" => -5,
        "central" => -6,
        "mountain" => -7,
        "pacific" => -8,
        _ => return None,
    };
    let day = day?;
    let starts = Date::new(day.year(), 3, 1).ok()?.nth_weekday_of_month(2, Weekday::Sunday).ok()?;
    let ends = Date::new(day.year(), 11, 1).ok()?.nth_weekday_of_month(1, Weekday::Sunday).ok()?;
    Some((standard + i16::from(day >= starts && day < ends)) * 60)
}

/// An offset as ISO 8601 writes it: `Z`, `+02:00`, `-05:00`.
pub(super) fn iso(offset: i16) -> String {
    match offset {
        0 => "Z".to_owned(),
        _ => {
            let sign = if offset < 0 { '-' } else { '+' };
            format!("{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
        }
    }
}
