//! Titles and roles: what stands in front of a name, or beside it between commas.

use std::collections::HashSet;

use coincide_text::{Span, is_function_word};

use super::names::Run;
use super::tables::{Gender, person_word};
use super::words::{
    ADDRESS, BEFORE_NAMES_OF_PLACES, ORGANISATIONS, PLACES, ROLE_MODIFIERS, ROLES, is_follower, is_nationality,
    is_sure_nationality,
};
use crate::scan::{Scan, is_acronym};

/// A name with what was said in front of it.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) role: Option<Span>,
    /// Whether a form of address (`Mrs`) or a title stands in front.
    pub(super) titled: bool,
    /// What the form of address says.
    pub(super) gender: Option<Gender>,
    /// The token of a surname that the next name has for both: `Ola and Kari Berg`.
    pub(super) shares: Option<usize>,
}

impl Named {
    /// A bare name.
    pub(super) const fn new(from: usize, to: usize) -> Self {
        Self { from, to, role: None, titled: false, gender: None, shares: None }
    }
}

/// Whom a form of address is for.
pub(super) fn address(word: &str) -> Option<Gender> {
    match word {
        "mr" | "sir" | "lord" => Some(Gender::Male),
        "mrs" | "ms" | "miss" | "dame" | "lady" => Some(Gender::Female),
        _ => None,
    }
}

/// The names in a run, without titles and roles. A run of roles alone (`the Prime Minister`) has none; an organisation
/// in a role (`Foreign Ministry spokesman`) is a run of its own.
pub(super) fn split(scan: &Scan<'_>, run: Run) -> Vec<Named> {
    let Run { from, to } = run;
    // `envoy to UNESCO Petter Lund`: after a preposition the acronym is one name and the rest another.
    if to - from >= 3
        && is_acronym(scan.raw(from))
        && !is_acronym(scan.raw(from + 1))
        && scan.is_word(from + 1)
        && !ROLES.contains(scan.folded(from + 1))
        && from > 0
        && matches!(scan.folded(from - 1), "to" | "of" | "at" | "for")
        && !is_head(scan.folded(to - 1))
    {
        let mut names = split(scan, Run { from, to: from + 1 });
        names.extend(split(scan, Run { from: from + 1, to }));
        return names;
    }
    if let Some(named) = after_office(scan, run) {
        return vec![named];
    }
    let last_title = (from..to).rev().find(|&index| is_title(scan, index, from));
    match last_title {
        // `Justice Department`, `King County`: the title is a part of a name.
        Some(title) if title + 1 < to && !is_head(scan.folded(to - 1)) => titled(scan, run, title),
        Some(title) if title + 1 == to && !ORGANISATIONS.contains(scan.folded(title)) => before_title(scan, run),
        _ => plain(scan, run),
    }
}

/// `Secretary of State Inga Strand`, `Minister for Fisheries Inga Strand`: the run begins with the field of an office, and
/// the name with the first given name in it.
fn after_office(scan: &Scan<'_>, run: Run) -> Option<Named> {
    let of = run.from.checked_sub(1)?;
    let office = of.checked_sub(1)?;
    if !matches!(scan.folded(of), "of" | "for") || !scan.is_capitalised(office) || !ROLES.contains(scan.folded(office))
    {
        return None;
    }
    let name = (run.from + 1..run.to.saturating_sub(1)).find(|&index| person_word(scan.folded(index)).given)?;
    let mut from = office;
    while from > 0
        && (scan.is_capitalised(from - 1) && !scan.is_function(from - 1)
            || ROLE_MODIFIERS.contains(scan.folded(from - 1)))
    {
        from -= 1;
    }
    Some(Named { role: Some(scan.span(from, name)), titled: true, ..Named::new(name, run.to) })
}

/// Whether a blank was lost before a role: `NorwegianPresident`.
fn has_glued_role(raw: &str) -> bool {
    let Some((at, _)) = raw.char_indices().rfind(|&(at, c)| at > 2 && c.is_uppercase()) else { return false };
    raw[..at].ends_with(char::is_lowercase) && ROLES.contains(&coincide_text::fold(&raw[at..]))
}

fn is_head(word: &str) -> bool {
    ORGANISATIONS.contains(word) || PLACES.contains(word)
}

fn is_surname(scan: &Scan<'_>, index: usize) -> bool {
    scan.is_capitalised(index) && person_word(scan.folded(index)).surname
}

fn is_title(scan: &Scan<'_>, index: usize, from: usize) -> bool {
    let word = scan.folded(index);
    // `General Motors`: the bare word is a title only at the end of another.
    let general = matches!(word, "general" | "major" | "state" | "star" | "head")
        && index == from
        && !(matches!(word, "general" | "major") && is_surname(scan, index + 1));
    // `Department of Justice`
    let field = index > from && matches!(scan.folded(index - 1), "of" | "for");
    (ROLES.contains(word) || ADDRESS.contains(word) || has_glued_role(scan.raw(index)))
        && !general
        && !field
        && !scan.is_possessive(index)
}

/// Title or role in front: `Norwegian President Petter Lund`, `Mrs Strand`, `Secretary of State Inga Strand`.
fn titled(scan: &Scan<'_>, run: Run, title: usize) -> Vec<Named> {
    let mut from = title + 1;
    if scan.raw(from) == "." {
        from += 1;
    }
    if scan.folded(from) == "of" {
        return Vec::new();
    }
    let mut role_from = run.from;
    while role_from > 0 && ROLE_MODIFIERS.contains(scan.folded(role_from - 1)) && scan.is_lower(role_from - 1) {
        role_from -= 1;
    }
    // The roles may begin with the end of something else: `Norway President Lund` keeps all, it is what is written.
    let address_only = title == run.from && ADDRESS.contains(scan.folded(title));
    // `Norwegian President Mr Lund`
    let title = if ADDRESS.contains(scan.folded(title)) && !address_only { title - 1 } else { title };
    let role = (!address_only).then(|| {
        let span = scan.span(role_from, title + 1);
        if scan.raw(title + 1) == "." { scan.span(role_from, title + 2) } else { span }
    });
    if from >= run.to {
        return Vec::new();
    }
    let gender = (run.from..from).find_map(|index| address(scan.folded(index)));
    vec![Named { role, titled: true, gender, ..Named::new(from, run.to) }]
}

/// A run that ends in a title: what is in front of it may be the name of an organisation: `Castle Hill Press Secretary`.
fn before_title(scan: &Scan<'_>, run: Run) -> Vec<Named> {
    let mut to = run.to;
    while to > run.from
        && (ROLES.contains(scan.folded(to - 1))
            || ROLE_MODIFIERS.contains(scan.folded(to - 1))
            || !scan.is_word(to - 1))
    {
        to -= 1;
    }
    let whole = Run { from: run.from, to };
    if to > run.from && (is_head(scan.folded(to - 1)) || is_acronym(scan.raw(run.from)) && to == run.from + 1) {
        plain(scan, whole)
    } else {
        Vec::new()
    }
}

fn plain(scan: &Scan<'_>, run: Run) -> Vec<Named> {
    let Run { mut from, to } = run;
    // `Former Holm aides`, `Republican Ola Berg`
    while from + 1 < to
        && (matches!(scan.folded(from), "former" | "then" | "ex" | "current" | "longtime" | "veteran")
            || (is_follower(scan.folded(from)) || is_nationality(scan.folded(from)))
                && person_word(scan.folded(from + 1)).common
                && from + 2 < to)
    {
        from += 1;
    }
    // A nation's or a party's people, a role, or several: `Norwegians`, `Senators`, `Coast Republicans`.
    let last = scan.folded(to - 1);
    let people = |word: &str| is_nationality(word) || is_follower(word);
    let one = to == from + 1 && (people(scan.folded(from)) || ROLES.contains(last) && !is_acronym(scan.raw(from)));
    let several = last.strip_suffix('s').is_some_and(|singular| ROLES.contains(singular) || is_follower(last))
        && !(from..to).any(|index| matches!(scan.folded(index), "of" | "for"));
    // `a Holm Republican`
    let member = to > from + 1 && is_follower(last) && !person_word(scan.folded(from)).common;
    let pair = to == from + 3 && scan.is_hyphen(from + 1) && people(scan.folded(from)) && people(last);
    if one || several || member || pair {
        return Vec::new();
    }
    // `Middle Eastern leaders`
    if matches!(scan.folded(to - 1), "eastern" | "western" | "northern" | "southern") && scan.is_lower(to) {
        return Vec::new();
    }
    // `Iranian-backed`
    if to == from + 1
        && scan.is_hyphen(to)
        && scan.is_glued(from)
        && scan.is_lower(to + 1)
        && is_nationality(scan.folded(from))
    {
        return Vec::new();
    }
    vec![Named { role: role_in_front(scan, from), ..Named::new(from, to) }]
}

/// Adds to the names those of the words taken for the adjective of a nation that are the surname of somebody named in full
/// (`Mary Petrosian`) or with a title.
pub(super) fn keep_surnames(scan: &Scan<'_>, adjectives: &[usize], found: &mut Vec<Named>) {
    if adjectives.is_empty() {
        return;
    }
    let is_person = |named: &Named| {
        let full = named.to > named.from + 1;
        let known = person_word(scan.folded(named.from)).given || named.role.is_some();
        named.titled || full && (known || apposition(scan, named.to).is_some())
    };
    let surnames: HashSet<&str> = found
        .iter()
        .filter(|named| is_nationality(scan.folded(named.to - 1)) && is_person(named))
        .filter(|named| !is_sure_nationality(scan.folded(named.to - 1)))
        .map(|named| scan.folded(named.to - 1))
        .collect();
    let kept = found.len();
    // `a Petrosian flag`, `Petrosian-backed`
    let modifies = |at: usize| {
        let article = at.checked_sub(1).is_some_and(|before| matches!(scan.folded(before), "the" | "a" | "an"));
        article || scan.is_hyphen(at + 1) && scan.is_glued(at)
    };
    let names = adjectives.iter().filter(|&&at| surnames.contains(scan.folded(at)) && !modifies(at));
    found.extend(names.map(|&at| Named { role: role_in_front(scan, at), ..Named::new(at, at + 1) }));
    if found.len() > kept {
        found.sort_by_key(|named| named.from);
    }
}

/// A role in small letters in front: `Fisheries Ministry spokesman Jonas Eide`, `the harbour master, Inga Strand`.
fn role_in_front(scan: &Scan<'_>, from: usize) -> Option<Span> {
    let comma = from >= 2 && scan.raw(from - 1) == ",";
    let to = if comma { from - 1 } else { from };
    let last = to.checked_sub(1)?;
    // `envoy to UNESCO Ivar Holm`
    if last >= 2
        && is_acronym(scan.raw(last))
        && matches!(scan.folded(last - 1), "to" | "of" | "at" | "for")
        && ROLES.contains(scan.folded(last - 2))
    {
        let mut start = last - 2;
        while start > 0
            && last - start < 6
            && (ROLE_MODIFIERS.contains(scan.folded(start - 1)) || is_acronym(scan.raw(start - 1)))
        {
            start -= 1;
        }
        return Some(scan.span(start, to));
    }
    // Beside a comma the role is a whole noun phrase with its article; without one it touches the name.
    let touching = scan.is_lower(last) && ROLES.contains(scan.folded(last));
    if !comma && !touching {
        return None;
    }
    let mut start = to;
    let mut role = false;
    while start > 0 && to - start < 9 {
        let index = start - 1;
        let word = scan.folded(index);
        // A verb, or what stands before the name of a body: `met police chief`, `nominate Justice Department lawyer`.
        let verb =
            crate::quotation::is_cue(word) || word.ends_with("n't") || word.ends_with("ed") && scan.is_lower(index);
        let before_body = start < to
            && !comma
            && scan.is_lower(index)
            && scan.is_capitalised(start)
            && !ROLE_MODIFIERS.contains(word)
            && !ROLES.contains(word);
        if matches!(word, "like" | "including") || verb && !ROLE_MODIFIERS.contains(word) || before_body {
            break;
        }
        if matches!(word, "the" | "a" | "an" | "its" | "his" | "her" | "their") {
            return (role && start < to && has_role_head(scan, start, to)).then(|| scan.span(start, to));
        }
        let then = word == "then" && scan.is_hyphen(index + 1);
        let inside = scan.is_word(index)
            && (then || !is_function_word(word) || matches!(word, "of" | "for" | "at" | "and" | "to"))
            || scan.is_hyphen(index);
        let outside = !comma && (matches!(word, "of" | "for" | "at" | "to" | "and") || !inside);
        if !inside || outside {
            break;
        }
        role |= ROLES.contains(word);
        start -= 1;
    }
    (!comma && role && start < to).then(|| scan.span(start, to))
}

/// Whether the noun of a phrase, its last word before a preposition, is a role.
fn has_role_head(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    let end = (from..to).find(|&index| matches!(scan.folded(index), "of" | "for" | "at" | "to")).unwrap_or(to);
    end.checked_sub(1).is_some_and(|head| {
        let general = scan.folded(head) == "general" && head > from;
        ROLES.contains(scan.folded(head)) || general
    })
}

/// The apposition after a name that says what somebody is: `, the harbour master,`.
pub(super) fn apposition(scan: &Scan<'_>, to: usize) -> Option<Span> {
    if scan.raw(to) != "," {
        return None;
    }
    let mut start = to + 1;
    if scan.is_number(start) && scan.raw(start + 1) == "," {
        start += 2;
    }
    let article = matches!(scan.folded(start), "the" | "a" | "an" | "its" | "his" | "her" | "their");
    let first = if article { start + 1 } else { start };
    // `, as a student,`
    if scan.is_function(first) {
        return None;
    }
    let mut head = false;
    let mut complement = false;
    for index in first..first + 12 {
        let word = scan.folded(index);
        // `of the Ada B. Holm Fund`
        let initial = scan.raw(index) == "." && scan.is_glued(index - 1) && scan.raw(index - 1).chars().count() == 1;
        if initial && complement {
            continue;
        }
        if matches!(scan.raw(index), "," | "." | ";" | ")" | "—" | "–") {
            return (head && index > first).then(|| scan.span(first, index));
        }
        if scan.is_mark(index) && !scan.is_hyphen(index) || !scan.is_word(index) && !scan.is_mark(index) {
            return None;
        }
        // A clause, not a noun phrase.
        if matches!(
            word,
            "who" | "which" | "said" | "says" | "was" | "is" | "has" | "had" | "were" | "are" | "and" | "but"
        ) && !complement
        {
            return None;
        }
        if matches!(word, "who" | "which" | "said" | "says") {
            return (head && index > first).then(|| scan.span(first, index));
        }
        if BEFORE_NAMES_OF_PLACES.contains(word) || matches!(word, "of" | "for" | "with") {
            complement = true;
        } else if !complement && ROLES.contains(word) {
            head = true;
        } else if head && !complement && !article && scan.is_capitalised(index) {
            // `, Mayor Inga Holm,` is somebody else.
            return None;
        }
        if complement && !head {
            return None;
        }
    }
    None
}
