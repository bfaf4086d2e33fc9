//! What a page says about when it was published or changed, one entry for each place that says so.

use super::weights::{Mark, Place};
use crate::date::{Style, find_date_in, from_epoch};
use crate::{DateSource, Moment, Precision, Published};

/// What a place says the date is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Published,
    /// When it was last changed.
    Modified,
}

/// The kind of place a date stands in. Places of one kind are seldom independent of each other: a content system fills
/// them from one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// JSON-LD.
    LinkedData,
    /// A `meta` element.
    Meta,
    /// An attribute made for programs, of an element that may be shown: `datetime`, `content`, `data-published`.
    Attribute,
    /// Words that are shown.
    Words,
    /// The page's address.
    Address,
    /// Data of the page's programs.
    Script,
}

impl Kind {
    /// In the order of their numbers.
    pub(super) const ALL: [Self; 6] =
        [Self::LinkedData, Self::Meta, Self::Attribute, Self::Words, Self::Address, Self::Script];
}

/// One place that says a date.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) published: Published,
    pub(super) role: Role,
    pub(super) kind: Kind,
    /// How far it is believed, see [`super::weights`].
    pub(super) weight: i32,
    /// Where it stands and how it is marked, for what is shown.
    pub(super) shown: Option<(Place, Mark)>,
}

/// Reads a date written for programs: ISO 8601 in all its forms, RFC 2822, seconds or milliseconds since 1970, and what
/// people write.
pub(super) fn machine_date(value: &str, style: &Style) -> Option<Published> {
    let value = value.trim();
    if value.len() > 80 {
        return None;
    }
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    let found = if digits == value.len() && matches!(digits, 10 | 13) && value.starts_with(['1', '9']) {
        from_epoch(value.parse().ok()?)
    } else if matches!(digits, 8 | 12 | 14)
        && value.as_bytes().get(digits).is_none_or(|byte| matches!(byte, b'T' | b' ' | b'Z'))
    {
        compact(value, digits)
    } else {
        find_date_in(value, style, DateSource::Metadata).map(|found| found.published)
    };
    found.map(|published| Published { from: DateSource::Metadata, ..published })
}

/// `20200314`, `20200314T130732`, `20200314130732`.
fn compact(value: &str, digits: usize) -> Option<Published> {
    let number = |start: usize, end: usize| value.get(start..end).and_then(|part| part.parse::<i8>().ok());
    let date = jiff::civil::Date::new(value.get(..4)?.parse().ok()?, number(4, 6)?, number(6, 8)?).ok()?;
    if !(1600..2200).contains(&date.year()) {
        return None;
    }
    let hour = if digits == 8 { 9 } else { 8 };
    let time = number(hour, hour + 2).zip(number(hour + 2, hour + 4)).and_then(|(hours, minutes)| {
        jiff::civil::Time::new(hours, minutes, number(hour + 4, hour + 6).unwrap_or(0), 0).ok()
    });
    let precision = if time.is_some() { Precision::Minute } else { Precision::Day };
    let zone = time.and(value.ends_with('Z').then(|| "Z".to_owned()));
    Some(Published { at: Moment { date, time, zone }, precision, from: DateSource::Metadata })
}
