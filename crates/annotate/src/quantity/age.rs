//! Whether a number is somebody's age.

use super::words::PEOPLE;
use crate::entity::ROLES;
use crate::number::Number;
use crate::scan::{Scan, is_in};
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
            || (scan.is_lower(last) && (is_in(ROLES, word) || is_in(PEOPLE, word)))
            || scan.tokens.get(last).is_some_and(|token| self.ends.binary_search(&token.span.end).is_ok())
    }
}

/// `aged 51`, `20-year-old`, `51 years old`, `Holm, 51,`, `Holm is 51 and`. Moves `to` past the words of the age.
pub(super) fn is_age(scan: &Scan<'_>, people: &People, at: usize, number: &Number<'_>, to: &mut usize) -> bool {
    if number.low < 0.0 || number.high > 119.0 || number.low.fract() != 0.0 || !number.suffix.is_empty() {
        return false;
    }
    let end = number.end;
    let skip = |index: usize| index + usize::from(scan.is_hyphen(index));
    let unit = skip(end);
    if matches!(scan.folded(unit), "year" | "years" | "month" | "months")
        && matches!(scan.folded(skip(unit + 1)), "old" | "olds")
    {
        *to = skip(unit + 1) + 1;
        return scan.folded(unit).starts_with("year");
    }
    let Some(before) = at.checked_sub(1) else { return false };
    if matches!(scan.folded(before), "aged" | "age") {
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
