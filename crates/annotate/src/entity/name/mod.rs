//! Whether two names are of one person, organisation or place.

mod spelling;

#[cfg(test)]
mod tests;

use coincide_text::fold;

use super::tables::{PlaceClass, is_nickname, person_word, place_class, place_variant};
use spelling::{is_misspelling, same_sound, spoken_alike};

/// How two names relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameMatch {
    /// One name, or a shorter form of it.
    Same,
    /// Most likely one name in two spellings, or with a first name shortened to its initial.
    Variant,
    /// Two names.
    Different,
}

/// How the names `a` and `b` relate.
///
/// Names are compared part by part, folded, without titles, articles, particles (`al-`, `van`) and `Jr`.
///
/// * Same: equal parts; one is the last part of the other (`Strand`, `Inga Strand`); all parts of one stand in order in
///   the other and both end alike (`Inga M. Strand`); one is the acronym of the other (`UN`, `United Nations`); the
///   given name of one is a short form of the other's (`Bill Strand`, `William Strand`).
/// * Variant: as many parts, of which at most one differs, by one letter if it has 4 to 7, by two if it has 8 or more,
///   counting a swap of neighbours as one (Damerau 1964), and with the same first letter; or any that differ have one
///   transliteration key (`Gassari`, `Qassari`); or are an initial of each other. A name of a single part has
///   nothing beside it that is equal, and real names lie close (`Iran`, `Iraq`; `Hansen`, `Hanson`), so it may differ by
///   one letter only: dropped, doubled or swapped if it has 5 letters or more, as fingers slip, but put for another only
///   if it has 7 or more, since that is how one short name becomes another.
///   Two names of a place that a table has (`Kiev`, `Kyiv`) are variants too.
/// * Different: all else. Two given names that the table has are not taken for a slip of each other, since `Jane Holm` and
///   `June Holm` are as likely two people, unless they are spoken alike (`Jon`, `John`).
pub fn same_name(a: &str, b: &str) -> NameMatch {
    let (x, y) = (parts(a), parts(b));
    if x.is_empty() || y.is_empty() {
        return NameMatch::Different;
    }
    if x == y || is_shorter(&x, &y) || is_shorter(&y, &x) || is_acronym(a, &y) || is_acronym(b, &x) {
        return NameMatch::Same;
    }
    if is_other_name(&x, &y) || is_other_name(&y, &x) {
        return NameMatch::Variant;
    }
    if x.len() != y.len() {
        return NameMatch::Different;
    }
    let alone = x.len() == 1;
    let mut spelt = 0;
    let mut equal = 0;
    let mut short = 0;
    // From the last part, which tells most names apart.
    for (at, (p, q)) in x.iter().zip(&y).enumerate().rev() {
        if p == q {
            equal += 1;
            continue;
        }
        let first_names = (at + 1 < x.len()).then(|| (person_word(p), person_word(q)));
        let given = first_names.is_some_and(|(one, other)| one.given && other.given);
        let opposite = first_names.is_some_and(|(one, other)| {
            one.gender.is_some_and(|gender| other.gender.is_some_and(|other| gender != other))
        });
        if given && !opposite && spoken_alike(p, q) {
            spelt += 1;
        } else if at == 0 && !alone && is_nickname(p, q) {
            short += 1;
        } else if is_initial(p, q) || is_initial(q, p) || !opposite && same_sound(p, q) {
        } else if !given && is_misspelling(p, q, alone) {
            spelt += 1;
        } else {
            return NameMatch::Different;
        }
    }
    if short > 0 && equal + short == x.len() {
        return NameMatch::Same;
    }
    // The initials of two people may coincide, so something must be equal; one part alone is judged by its spelling.
    let judged = equal > 0 || x.iter().zip(&y).all(|(p, q)| p.len() > 3 && q.len() > 3);
    if spelt <= 1 && judged && !(is_country(&x) && is_country(&y)) { NameMatch::Variant } else { NameMatch::Different }
}

/// Longer names are no names; their rest is not compared.
const LONGEST: usize = 12;

fn parts(name: &str) -> Vec<String> {
    name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '‑' | '–' | '.' | ',' | '\u{a0}'))
        .map(|part| fold(part).chars().filter(|c| c.is_alphanumeric()).take(40).collect::<String>())
        .filter(|part| !part.is_empty() && IGNORED.binary_search(&part.as_str()).is_err())
        .take(LONGEST)
        .collect()
}

/// Titles, articles, particles and generations. Sorted.
#[rustfmt::skip]
const IGNORED: &[&str] = &[
    "al", "ben", "bin", "da", "das", "de", "del", "den", "der", "di", "dos", "dr", "du", "el", "ibn", "ii", "iii", "jr",
    "la", "le", "lord", "miss", "mr", "mrs", "ms", "of", "sir", "sr", "the", "ul", "van", "von",
];

/// Whether `short` is the last part of `long`, or its parts stand in `long` in order and both end alike.
fn is_shorter(short: &[String], long: &[String]) -> bool {
    if short.len() >= long.len() || short.last() != long.last() {
        return false;
    }
    let mut rest = long.iter();
    short.iter().all(|part| rest.any(|other| other == part))
}

fn is_acronym(name: &str, parts: &[String]) -> bool {
    let letters: Vec<char> = name.chars().filter(|c| c.is_alphanumeric()).collect();
    parts.len() > 1
        && letters.len() == parts.len()
        && letters.iter().zip(parts).all(|(letter, part)| {
            letter.is_uppercase() && part.starts_with(letter.to_lowercase().next().unwrap_or(*letter))
        })
}

fn is_initial(short: &str, long: &str) -> bool {
    let mut letters = short.chars();
    letters.next().is_some_and(|first| long.starts_with(first)) && letters.next().is_none()
}

/// Whether the tables have the first as another name of the place that the second names.
fn is_other_name(a: &[String], b: &[String]) -> bool {
    let words = || b.iter().map(String::as_str);
    place_variant(a.iter().map(String::as_str))
        .is_some_and(|now| place_variant(words()) == Some(now) || now.split(' ').eq(words()))
}

/// Whether the parts are the name of a country, of which many lie close: `Niger`, `Nigeria`.
fn is_country(parts: &[String]) -> bool {
    place_class(parts.iter().map(String::as_str)) == Some(PlaceClass::Country)
}
