use std::borrow::Cow;

use coincide_text::{fold, is_function_word, stem};

use super::super::words::ROLES;
use super::words::{FUTURE, OFFICES, PAST, PRESENT, RANKS, VARIANTS};

/// What a role says, taken apart: `former Norwegian deputy minister of fisheries`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::entity) struct Role {
    /// The head in the form it is compared by: `minister`.
    pub(super) head: String,
    /// `deputy`.
    pub(super) lower: bool,
    /// `former`.
    pub(super) status: Option<Status>,
    /// The other words, in order: `norwegian`, `fisheries`.
    pub(super) fields: Vec<Field>,
}

impl Role {
    /// The head in the form it is compared by.
    pub(in crate::entity) fn head(&self) -> &str {
        &self.head
    }

    /// Whether it is an office that one person of a story is likely to hold, and no occupation of many.
    pub(in crate::entity) fn is_office(&self) -> bool {
        let head = self.head.as_str();
        matches!(
            head,
            "chair" | "chief executive" | "chief" | "coach" | "director" | "principal" | "master" | "skipper"
        ) || OFFICES.contains(&head)
    }
}

/// When somebody holds an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Past,
    Present,
    Future,
}

/// A word that says whose or what office it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) word: String,
    /// Its stem, in American spelling.
    pub(super) key: String,
    /// Whether it comes after a preposition: `minister of fisheries`.
    pub(super) complement: bool,
}

/// The longest role that is looked at, in words.
const LONGEST: usize = 24;

/// The roles in `text`: one, or several that are joined by `and` (`chairman and chief executive`).
pub(in crate::entity) fn roles(text: &str) -> Vec<Role> {
    let text = text.split([',', ';', '(', '—']).next().unwrap_or_default();
    let words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '‑' | '‐' | '/'))
        .map(fold)
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .take(LONGEST)
        .collect();
    let mut roles = Vec::new();
    for part in words.split(|word| matches!(word.as_str(), "and" | "&")) {
        if part.iter().any(|word| is_role(word)) {
            roles.push(part.to_vec());
        } else if let Some(last) = roles.last_mut() {
            // `Minister of Health and Welfare`
            last.extend_from_slice(part);
        } else {
            roles.push(part.to_vec());
        }
    }
    roles.iter().filter_map(|words| role(words)).collect()
}

fn is_role(word: &str) -> bool {
    ROLES.contains(word) || VARIANTS.binary_search_by_key(&word, |&(form, _)| form).is_ok()
}

fn is_preposition(word: &str) -> bool {
    matches!(word, "at" | "for" | "from" | "in" | "of" | "on" | "to" | "with")
}

fn role(words: &[String]) -> Option<Role> {
    let mut role = Role::default();
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    words.retain(|word| {
        let status = if PAST.contains(word) {
            Status::Past
        } else if FUTURE.contains(word) {
            Status::Future
        } else if PRESENT.contains(word) {
            Status::Present
        } else {
            return !is_article(word);
        };
        role.status = role.status.or(Some(status));
        false
    });
    let end = words.iter().skip(1).position(|word| is_preposition(word)).map_or(words.len(), |at| at + 1);
    let (before, after) = words.split_at_checked(end)?;
    // `attorney general`, `secretary general`, `chief executive officer`: the head is not the last word.
    let mut head = before.len().checked_sub(1)?;
    match before {
        [.., "chief", "executive"] | [.., "chief", "executive", "officer"] | [.., "ceo"] => {
            role.head = "chief executive".to_owned();
            let first = before.iter().rposition(|word| matches!(*word, "chief" | "ceo"))?;
            return Some(with_fields(role, before.get(..first)?, &[], after));
        }
        [.., "prime", "minister"] => {
            role.head = "prime minister".to_owned();
            return Some(with_fields(role, before.get(..head - 1)?, &[], after));
        }
        [.., office, "general"]
            if matches!(*office, "attorney" | "director" | "governor" | "secretary" | "solicitor" | "surgeon") =>
        {
            head -= 1;
        }
        _ => {}
    }
    role.head = normal_head(before.get(head)?);
    Some(with_fields(role, before.get(..head)?, before.get(head + 1..)?, after))
}

fn with_fields(mut role: Role, before: &[&str], behind: &[&str], complement: &[&str]) -> Role {
    let words =
        before.iter().chain(behind).map(|word| (*word, false)).chain(complement.iter().map(|word| (*word, true)));
    for (word, complement) in words {
        if RANKS.contains(&word) && !complement {
            role.lower = true;
        } else if !is_function_word(word) || word == "us" {
            role.fields.push(Field { word: word.to_owned(), key: key(word), complement });
        }
    }
    role
}

fn is_article(word: &str) -> bool {
    matches!(word, "a" | "an" | "her" | "his" | "its" | "our" | "the" | "their")
}

/// One form for a man, a woman and a person in an office, for its abbreviation, and for one and several.
fn normal_head(word: &str) -> String {
    let bare = ["woman", "women", "man", "men", "person", "persons", "people"]
        .into_iter()
        .find_map(|ending| word.strip_suffix(ending))
        .filter(|bare| matches!(*bare, "chair" | "spokes" | "congress" | "council" | "alder" | "assembly"))
        .unwrap_or(word);
    let variant = |word: &str| VARIANTS.binary_search_by_key(&word, |&(form, _)| form).ok().map(|at| VARIANTS[at].1);
    let singular = bare.strip_suffix('s').filter(|singular| is_role(singular)).unwrap_or(bare);
    variant(singular).unwrap_or(singular).to_owned()
}

/// The stem of a word, with British endings made American: `defence`, `labour`, `centre`.
fn key(word: &str) -> String {
    let american: Cow<'_, str> = if let Some(root) = word.strip_suffix("ence").filter(|root| root.len() > 2) {
        format!("{root}ense").into()
    } else if let Some(root) = word.strip_suffix("our").filter(|root| root.len() > 2) {
        format!("{root}or").into()
    } else if let Some(root) = word.strip_suffix("tre").filter(|root| root.len() > 2) {
        format!("{root}ter").into()
    } else {
        word.into()
    };
    stem(&american).into_owned()
}
