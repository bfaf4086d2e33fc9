//! Where names stand: runs of capitalised words that are not capitalised for another reason.

use std::collections::HashSet;

use coincide_text::is_function_word;

use super::case;
use super::tables::{PlaceClass, person_word, place_class};
use super::words::{
    ABBREVIATIONS, BEFORE_OF, BEGINNERS, ORGANISATIONS, PARTICLES, PLACES, ROLE_MODIFIERS, ROLES, is_generation,
    is_nationality,
};
use crate::scan::{Scan, is_acronym};
use crate::time::{is_calendar_word, is_zone};

/// A run of tokens that make a name, with the titles and roles still in front.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub(super) from: usize,
    pub(super) to: usize,
}

/// What a text shows about its words.
pub(super) struct Evidence<'a> {
    /// Words that occur in small letters.
    lower: HashSet<&'a str>,
    /// Words that occur with a capital where nothing but being a name asks for one.
    capitalised: HashSet<&'a str>,
    /// Sentences whose capitals tell nothing: headlines.
    pub(super) headlines: Vec<bool>,
}

impl<'a> Evidence<'a> {
    pub(super) fn gather(scan: &Scan<'a>) -> Self {
        let headlines: Vec<bool> =
            (0..scan.sentences.len()).map(|sentence| case::is_headline(scan, sentence)).collect();
        let (mut lower, mut capitalised) = (HashSet::new(), HashSet::new());
        for (sentence, &headline) in scan.sentences.iter().zip(&headlines) {
            for index in sentence.tokens.clone() {
                if scan.is_lower(index) {
                    lower.insert(scan.folded(index));
                } else if !headline && scan.is_capitalised(index) && !is_initial(scan, index, sentence.tokens.start) {
                    capitalised.insert(scan.folded(index));
                }
            }
        }
        Self { lower, capitalised, headlines }
    }

    /// Whether a word with a capital at the beginning of a sentence may be a name all the same.
    fn may_be_name(&self, scan: &Scan<'_>, index: usize) -> bool {
        let word = scan.folded(index);
        is_acronym(scan.raw(index))
            || !(is_function_word(word)
                || BEGINNERS.contains(word)
                || (self.lower.contains(word) && !self.capitalised.contains(word))
                || word.ends_with("ly") && !self.capitalised.contains(word))
    }

    /// Whether the text shows elsewhere that a word is a name.
    fn is_name(&self, scan: &Scan<'_>, index: usize) -> bool {
        self.capitalised.contains(scan.folded(index)) || is_acronym(scan.raw(index))
    }
}

/// Whether the token begins a sentence, a quotation in it or what follows a colon.
fn is_initial(scan: &Scan<'_>, index: usize, start: usize) -> bool {
    index == start
        || index.checked_sub(1).is_some_and(|before| {
            matches!(
                scan.raw(before),
                "\"" | "“" | "‘" | "«" | "„" | "'" | ":" | "(" | "[" | "—" | "–" | "|" | "•" | "/"
            ) && (before <= start + 1 || !matches!(scan.raw(before), "("))
        })
}

/// The runs of capitalised words in a sentence.
pub(super) fn runs(scan: &Scan<'_>, evidence: &Evidence<'_>, sentence: usize) -> Vec<Run> {
    let Some(tokens) = scan.sentences.get(sentence).map(|sentence| sentence.tokens.clone()) else { return Vec::new() };
    let mut found = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        if !begins(scan, at) {
            at += 1;
            continue;
        }
        let initial = is_initial(scan, at, tokens.start);
        if initial && !evidence.may_be_name(scan, at) && !begins_title(scan, at) {
            at += 1;
            continue;
        }
        let to = end_of(scan, at, tokens.end);
        let alone = to == at + 1 || (to == at + 3 && scan.is_hyphen(at + 1));
        if alone
            && (scan.raw(at).chars().count() < 2
                || (initial && !evidence.is_name(scan, at) && !is_said(scan, at, to) && !is_known_place(scan, at, to)))
        {
            at = to;
            continue;
        }
        if !is_caption(scan, at, to) {
            found.push(Run { from: at, to });
        }
        at = to;
    }
    found
}

/// Whether a cue follows a single capitalised word that begins a sentence; a plural is a group (`Critics say`).
fn is_said(scan: &Scan<'_>, at: usize, to: usize) -> bool {
    !scan.folded(at).ends_with('s') && crate::quotation::is_cue(scan.folded(to)) && !scan.is_possessive(at)
}

/// Whether these words are the name of a country or large town.
fn is_known_place(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    let words = (from..to).filter(|&index| scan.is_word(index)).map(|index| scan.folded(index));
    place_class(words).is_some_and(|class| class >= PlaceClass::City)
}

fn begins(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.folded(at);
    if scan.is_capitalised(at) {
        // `PUBLISHED:`, `10 PM EST`
        let handle = at > 0 && matches!(scan.raw(at - 1), "@" | "#") && scan.is_glued(at - 1);
        let month = is_month_before_day(scan, at);
        let label = is_acronym(scan.raw(at)) && (scan.raw(at).len() > 5 && scan.raw(at + 1) == ":" || is_zone(word));
        return !scan.is_function(at)
            && !label
            && !handle
            && !month
            && !is_calendar_word(word)
            && word != "i"
            && !word.starts_with("i'");
    }
    // `al-Rahim`
    matches!(word, "al" | "el") && scan.is_hyphen(at + 1) && scan.is_glued(at) && scan.is_capitalised(at + 2)
}

/// Whether a word that is no name begins a title: `Mayor Inga Strand`, `Finance Minister Inga Strand`.
fn begins_title(scan: &Scan<'_>, at: usize) -> bool {
    let title = |index: usize| ROLES.contains(scan.folded(index)) || ROLE_MODIFIERS.contains(scan.folded(index));
    scan.is_capitalised(at + 1) && (title(at) || title(at + 1))
}

/// `Oct. 12`: a month cut short, before a point or a number.
fn is_month_before_day(scan: &Scan<'_>, at: usize) -> bool {
    let short = matches!(
        scan.folded(at),
        "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec"
    );
    short && scan.is_number(at + 1 + usize::from(scan.raw(at + 1) == "."))
}

/// `Kim Jong-un`: the second part of a given name in small letters after a hyphen; a short word that is no participle.
fn is_small_syllable(scan: &Scan<'_>, from: usize, hyphen: usize) -> bool {
    let word = scan.folded(hyphen + 1);
    hyphen >= from + 2
        && scan.is_lower(hyphen + 1)
        && word.len() <= 5
        && scan.raw(hyphen - 1).len() <= 6
        && !scan.is_hyphen(hyphen + 2)
        && !matches!(
            word,
            "area"
                | "based"
                | "born"
                | "built"
                | "elect"
                | "era"
                | "free"
                | "led"
                | "like"
                | "held"
                | "made"
                | "owned"
                | "only"
                | "run"
                | "style"
                | "wide"
        )
}

/// Whether two words or more are all in capitals and no person's name: a caption or a heading inside prose.
fn is_caption(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    let words = || (from..to).filter(|&index| scan.is_word(index));
    words().count() > 1
        && words().all(|index| scan.raw(index).chars().count() > 3 && !scan.raw(index).contains(char::is_lowercase))
        && !person_word(scan.folded(from)).given
}

fn end_of(scan: &Scan<'_>, from: usize, limit: usize) -> usize {
    let name_word = |index: usize| {
        index < limit && scan.is_capitalised(index) && !is_calendar_word(scan.folded(index)) && !scan.is_function(index)
    };
    let mut to = from + 1;
    let mut named_with_of = false;
    while to < limit {
        let last = to - 1;
        if scan.is_possessive(last) {
            break;
        }
        let word = scan.folded(to);
        let abbreviated = scan.raw(to) == "." && is_abbreviated(scan, last) && name_word(to + 1);
        let hyphenated = scan.is_hyphen(to)
            && scan.is_glued(last)
            && scan.is_glued(to)
            && (name_word(to + 1) || PARTICLES.contains(scan.folded(last)) || is_small_syllable(scan, from, to));
        if name_word(to) {
            to += 1;
        } else if abbreviated || hyphenated {
            to += 2;
        } else if PARTICLES.contains(word) && scan.is_lower(to) {
            // `Omar al-Rahim`, `Ana de la Cruz`
            let mut next = to + 1;
            while next < to + 4 && (PARTICLES.contains(scan.folded(next)) || scan.is_hyphen(next)) {
                next += 1;
            }
            if !name_word(next) {
                break;
            }
            to = next + 1;
        } else if matches!(word, "of" | "for") && BEFORE_OF.contains(scan.folded(last)) {
            let next = if scan.folded(to + 1) == "the" { to + 2 } else { to + 1 };
            if !name_word(next) {
                break;
            }
            named_with_of = true;
            to = next + 1;
        } else if scan.raw(to) == "," && is_generation(scan.folded(to + 1)) && name_word(to + 1) && to > from + 1 {
            // `Ola Berg, Jr.`
            to += 2;
        } else if is_joined(scan, to, named_with_of) && name_word(to + 1)
            || word == "and" && is_double_field(scan, from, to, limit)
        {
            to += 2;
        } else {
            break;
        }
    }
    to
}

/// Whether `&`, or in a name with `of` an `and`, joins what stands around it.
fn is_joined(scan: &Scan<'_>, index: usize, named_with_of: bool) -> bool {
    scan.raw(index) == "&"
        || scan.folded(index) == "and"
            && named_with_of
            && !ORGANISATIONS.contains(scan.folded(index + 1))
            && !is_acronym(scan.raw(index + 1))
}

/// `the Food and Drug Agency`: after an article, two fields that one noun for a body ends.
fn is_double_field(scan: &Scan<'_>, from: usize, and: usize, limit: usize) -> bool {
    let article = from.checked_sub(1).is_some_and(|before| scan.folded(before) == "the");
    let body = (and + 1..limit.min(and + 4))
        .take_while(|&index| scan.is_capitalised(index))
        .skip(1)
        .any(|index| ORGANISATIONS.contains(scan.folded(index)));
    let known = |index: usize| {
        let word = scan.folded(index);
        let places = place_class([word].into_iter()).is_some() || is_nationality(word) || PLACES.contains(word);
        places || ORGANISATIONS.contains(word) || person_word(word).surname || is_acronym(scan.raw(index))
    };
    article && body && !known(and - 1)
}

fn is_abbreviated(scan: &Scan<'_>, index: usize) -> bool {
    scan.is_glued(index) && (scan.raw(index).chars().count() == 1 || ABBREVIATIONS.contains(scan.folded(index)))
}
