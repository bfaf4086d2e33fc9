//! Whether a number is somebody's age.

use super::words::PEOPLE;
use crate::entity::ROLES;
use crate::number::Number;
use crate::scan::Scan;
use crate::{Entity, EntityKind};

/// Where the names of people end in a text.
pub(super) struct People {
    ends: Vec<usize>,
}

impl People {
    pub(super) fn of(entities: &[Entity]) -> Self {
        let people = entities.iter().filter(|entity| entity.kind == EntityKind::Person);
        let mut ends: Vec<usize> =
            people.flat_map(|entity| entity.mentions.iter().map(|mention| mention.span.end)).collect();
        ends.sort_unstable();
        Self { ends }
    }

    /// Whether the words before token `at` name a person: a name, a pronoun, a role or another noun for one.
    fn named_before(&self, scan: &Scan<'_>, at: usize) -> bool {
        let Some(last) = at.checked_sub(1) else { return false };
        let word = scan.folded(last);
        matches!(word, "he" | "she" | "who" | "i")
            || (scan.is_lower(last) && (ROLES.contains(word) || PEOPLE.contains(word)))
            || scan.tokens.get(last).is_some_and(|token| self.ends.binary_search(&token.span.end).is_ok())
    }
}

/// An age that was read.
pub(super) struct Age {
    /// The token after its words.
    pub(super) end: usize,
    /// What the number is to be multiplied by to make years.
    pub(super) factor: f64,
}

/// The age at token `at`: `aged 51`, `20-year-old`, `51 years old`, `in her 40s`, `Holm, 51,`, `Holm is 51 and`.
pub(super) fn age(scan: &Scan<'_>, people: &People, at: usize, number: &Number<'_>) -> Option<Age> {
    let end = number.end;
    let skip = |index: usize| index + usize::from(scan.is_hyphen(index));
    let unit = skip(end);
    if number.suffix.is_empty() && number.high < 1000.0 && matches!(scan.folded(skip(unit + 1)), "old" | "olds") {
        let factor = match scan.folded(unit) {
            "year" | "years" => Some(1.0),
            "month" | "months" => Some(1.0 / 12.0),
            "week" | "weeks" => Some(7.0 / 365.25),
            "day" | "days" => Some(1.0 / 365.25),
            _ => None,
        };
        return factor.map(|factor| Age { end: skip(unit + 1) + 1, factor });
    }
    is_bare_age(scan, people, at, number).then_some(Age { end, factor: 1.0 })
}

/// `a man in his 40s`, `in their mid-50s`: the last year of the decade of life that begins at the number.
pub(super) fn decade_of_life(scan: &Scan<'_>, at: usize, number: &Number<'_>) -> Option<f64> {
    let decade = number.suffix == "s" && number.low % 10.0 == 0.0 && (20.0..=90.0).contains(&number.low);
    let owned = || {
        (at.saturating_sub(4)..at)
            .any(|index| matches!(scan.folded(index), "his" | "her" | "their" | "my" | "our" | "your"))
    };
    (decade && owned()).then_some(number.low + 9.0)
}

/// An age whose words have no unit.
fn is_bare_age(scan: &Scan<'_>, people: &People, at: usize, number: &Number<'_>) -> bool {
    if number.low < 0.0 || number.high > 119.0 || number.low.fract() != 0.0 || !number.suffix.is_empty() {
        return false;
    }
    let end = number.end;
    let Some(before) = at.checked_sub(1) else { return false };
    if matches!(scan.folded(before), "aged" | "age" | "ages") || scan.reads_before(at, &["age", "of"]) {
        return true;
    }
    if number.low < 1.0 || scan.is_glued(end.saturating_sub(1)) && !matches!(scan.raw(end), "," | ")" | "." | ";") {
        return false;
    }
    let closed = matches!(scan.raw(end), "," | ")" | "." | ";" | "—" | "–")
        || matches!(scan.folded(end), "of" | "and" | "who" | "from" | "was" | "but" | "when" | "on" | "in" | "has");
    // An apposition after a name: the number stands alone between commas or brackets.
    if matches!(scan.raw(before), "," | "(") && before > 0 {
        let named = scan.is_capitalised(before - 1) || people.named_before(scan, before);
        let calendar = crate::time::is_calendar_word(scan.folded(before - 1));
        return named && closed && !calendar && scan.is_number(at) && end == at + 1;
    }
    // `who is 51`, `Holm turned 51 on`: nothing that is counted follows.
    let is = matches!(scan.folded(before), "is" | "was" | "turned" | "turns" | "be");
    let subject = if matches!(scan.folded(before), "be") { before.saturating_sub(1) } else { before };
    let alone = closed && !matches!(scan.folded(end), "of");
    is && alone && people.named_before(scan, subject)
}
