//! Names in a text whose capitals tell nothing: all in capitals, all in small letters, or all in title case.
//!
//! Only what the tables or a form of address bear out is taken: `mr` and a word, a given name and a surname, a country or
//! a large town. Much is missed, and the text's case says so (see `TextCase`).

use super::roles::Named;
use super::tables::{PlaceClass, person_word, place_class};
use super::words::{ADDRESS, ORGANISATIONS, PARTICLES, PLACES, ROLES};
use crate::scan::Scan;
use crate::time::is_calendar_word;

/// The longest name of a place in the tables, in words, that is looked for.
const LONGEST: usize = 4;

/// The names in a sentence.
pub(super) fn names(scan: &Scan<'_>, sentence: usize) -> Vec<Named> {
    let Some(tokens) = scan.sentences.get(sentence).map(|sentence| sentence.tokens.clone()) else { return Vec::new() };
    let mut found = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        if let Some(named) = person(scan, at, tokens.end).or_else(|| place(scan, at, tokens.end)) {
            at = named.to;
            found.push(named);
        } else {
            at += 1;
        }
    }
    found
}

fn is_plain(scan: &Scan<'_>, index: usize) -> bool {
    let word = scan.folded(index);
    scan.is_word(index)
        && !coincide_text::is_function_word(word)
        && !is_calendar_word(word)
        && !ROLES.contains(word)
        && !ADDRESS.contains(word)
        && !ORGANISATIONS.contains(word)
        && !PLACES.contains(word)
}

/// `mr holm`, `inga holm`, `inga m. holm`, `ana de la cruz`.
fn person(scan: &Scan<'_>, at: usize, limit: usize) -> Option<Named> {
    if ADDRESS.contains(scan.folded(at)) && !matches!(scan.folded(at), "miss" | "lord" | "lady") {
        let from = at + 1 + usize::from(scan.raw(at + 1) == ".");
        if from >= limit || !is_plain(scan, from) {
            return None;
        }
        let full = from + 1 < limit && person_word(scan.folded(from)).given && is_surname(scan, from + 1);
        let to = from + 1 + usize::from(full);
        return Some(Named { titled: true, gender: super::roles::address(scan.folded(at)), ..Named::new(from, to) });
    }
    if !is_plain(scan, at) || !person_word(scan.folded(at)).given || scan.is_possessive(at) {
        return None;
    }
    let mut last = at + 1;
    if scan.is_word(last) && scan.raw(last).chars().count() == 1 {
        last += 1 + usize::from(scan.raw(last + 1) == ".");
    }
    while last < at + 4 && PARTICLES.contains(scan.folded(last)) {
        last += 1;
    }
    (last < limit && is_surname(scan, last)).then(|| Named::new(at, last + 1))
}

fn is_surname(scan: &Scan<'_>, index: usize) -> bool {
    is_plain(scan, index) && person_word(scan.folded(index)).surname
}

/// A country or a large town, the longest name first; a smaller one only after `in` or `near`.
fn place(scan: &Scan<'_>, at: usize, limit: usize) -> Option<Named> {
    if !is_plain(scan, at) && !PLACES.contains(scan.folded(at)) {
        return None;
    }
    let inside = at.checked_sub(1).is_some_and(|before| matches!(scan.folded(before), "in" | "near"));
    (1..=LONGEST).rev().filter(|length| at + length <= limit).find_map(|length| {
        let all_words = (at..at + length).all(|index| scan.is_word(index));
        let class = place_class((at..at + length).filter(|_| all_words).map(|index| scan.folded(index)))?;
        (class >= PlaceClass::Metropolis || inside && class >= PlaceClass::City).then(|| Named::new(at, at + length))
    })
}
