//! Acronyms that a text defines in brackets.

use coincide_text::is_function_word;

use super::roles::Named;
use crate::scan::{Scan, is_acronym};

/// An acronym with the name it stands for, as indices into the names found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Definition {
    pub(super) name: usize,
    pub(super) acronym: usize,
}

/// Finds `Name of Something (NS)` and makes what stands before the bracket one name, after Schwartz and Hearst (2003): read
/// from the right, each letter of the acronym begins a word; words of the closed classes may give a letter or none.
pub(super) fn define(scan: &Scan<'_>, found: Vec<Named>) -> (Vec<Named>, Vec<Definition>) {
    let mut names: Vec<Named> = Vec::with_capacity(found.len());
    let mut definitions = Vec::new();
    for named in found {
        if let Some(start) = long_form(scan, &named) {
            let close = named.from - 1;
            let whole = names.last().is_some_and(|last| last.from <= start && last.to == close);
            if !whole {
                while names.last().is_some_and(|last| last.from >= start) {
                    names.pop();
                }
                if names.last().is_none_or(|last| last.to <= start) {
                    names.push(Named::new(start, close));
                }
            }
            if names.last().is_some_and(|last| last.to == close) {
                definitions.push(Definition { name: names.len() - 1, acronym: names.len() });
            }
        }
        names.push(named);
    }
    (names, definitions)
}

/// Where the name starts whose acronym stands in brackets.
fn long_form(scan: &Scan<'_>, named: &Named) -> Option<usize> {
    let open = named.from.checked_sub(1)?;
    let raw = scan.raw(named.from);
    if named.to != named.from + 1 || scan.raw(open) != "(" || scan.raw(named.to) != ")" || !is_acronym(raw) {
        return None;
    }
    let mut letters = scan.folded(named.from).chars().rev();
    let mut wanted = letters.next()?;
    let mut index = open;
    loop {
        index = index.checked_sub(1)?;
        let word = scan.folded(index);
        let small = is_function_word(word) && scan.is_lower(index);
        if scan.is_hyphen(index) || scan.raw(index) == "&" {
            continue;
        }
        if word.starts_with(wanted) && (scan.is_capitalised(index) || small) {
            // The first letter belongs to a word that is no `the`.
            match letters.next() {
                Some(next) => wanted = next,
                None => return (!small).then_some(index),
            }
        } else if !small {
            return None;
        }
    }
}
