//! Names of months and weekdays.

use super::names::{MONTHS, PERSIAN_MONTHS, UNCLEAR_MONTHS, WEEKDAYS};

/// The longest name in the tables, in bytes.
const LONGEST: usize = 40;

/// A month by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Month {
    /// From 1.
    pub(super) number: i8,
    /// Whether the name alone, with a year, says a month: short names are words of other languages.
    pub(super) is_whole: bool,
    pub(super) calendar: Calendar,
}

/// The calendar that a month's name belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calendar {
    Gregorian,
    /// Solar Hijri, the calendar of Iran and Afghanistan.
    Persian,
}

/// The month a word names. `language` decides where two languages call different months the same.
pub(super) fn month(word: &str, language: &str) -> Option<Month> {
    if word.len() < 2 || word.len() > LONGEST || !word.chars().next().is_some_and(char::is_alphabetic) {
        return None;
    }
    let word = word.to_lowercase();
    // Hebrew writes "in" as part of the word: `במרץ`.
    named(&word, language).or_else(|| named(word.strip_prefix('ב')?, language))
}

fn named(word: &str, language: &str) -> Option<Month> {
    if let Ok(index) = MONTHS.binary_search_by_key(&word, |(name, _, _)| name) {
        let (_, number, is_whole) = MONTHS[index];
        return Some(Month { number, is_whole, calendar: Calendar::Gregorian });
    }
    if word.len() < LONGEST / 2 {
        // Keyboards of other languages have other letters for the same ones.
        let word = word.replace('ي', "ی").replace('ك', "ک");
        if let Ok(index) = PERSIAN_MONTHS.binary_search_by_key(&word.as_str(), |(name, _)| name) {
            return Some(Month { number: PERSIAN_MONTHS[index].1, is_whole: true, calendar: Calendar::Persian });
        }
    }
    let unclear = UNCLEAR_MONTHS.iter().find(|(name, of, _)| *name == word && *of == language);
    unclear.map(|&(_, _, number)| Month { number, is_whole: true, calendar: Calendar::Gregorian })
}

/// Whether a word names a weekday.
pub(super) fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    if word.len() < 2 || word.len() > LONGEST {
        return false;
    }
    let word = word.to_lowercase();
    WEEKDAYS.binary_search(&word.as_str()).is_ok()
        || DAYS.iter().any(|day| word.strip_prefix(day).is_some_and(|rest| matches!(rest, "s" | "rs")))
}
