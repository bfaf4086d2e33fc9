//! One name of a credit.

use super::words::{has_role, is_degree, is_ideograph, is_no_one, is_particle, is_preposition};
use super::{Credited, Kind, Source};
use crate::agency::news_agency;
use crate::url;

/// A person's name has at most this many words.
const MOST_WORDS: usize = 6;

/// A longer part of a credit is a sentence, in words.
const LONGEST: usize = 12;

/// The one name that a part of a credit holds, if it holds one.
pub(super) fn name(part: &str, source: Source) -> Option<Credited> {
    let is_address = part.contains("://") || part.contains('@') || part.trim().starts_with("www.");
    let part = part.trim().trim_matches(|character: char| {
        !(character.is_alphanumeric() || matches!(character, ')' | '.' | '\'' | '’' | '®'))
    });
    let credit = |name: &str, kind| Some(Credited { name: name.to_owned(), kind });
    if let Some(agency) = news_agency(part) {
        let whole = part.trim_end_matches(['.', ',']);
        // A short form in another case is the usual one.
        return credit(if whole.chars().count() <= agency.len() { agency } else { whole }, Kind::Agency);
    }
    let words: Vec<&str> = part.split_whitespace().collect();
    if is_address || words.len() > LONGEST || !part.contains(char::is_alphabetic) || is_no_one(part) {
        return None;
    }
    if part.starts_with(is_ideograph) {
        return ideographic(part, source);
    }
    if words.iter().all(|word| word.contains('.') && url::host(word).is_some()) {
        return credit(part, Kind::Organisation);
    }
    let name = leading_name(&words);
    if news_agency(&name.join(" ")).is_some() {
        return credit(&name.join(" "), Kind::Agency);
    }
    if words.iter().any(|word| has_role(word)) {
        // `Anna Holm Political Editor` is not told from `Coast Radio Staff`, so it signs as a whole.
        let fits = words.len() <= MOST_WORDS && (words.len() > 1 || source == Source::Field);
        return if fits { credit(part, Kind::Organisation) } else { None };
    }
    match (source, words.get(name.len())) {
        // A pen name in small letters, as one chooses it oneself.
        (Source::Field, _) if name.is_empty() && words.len() <= 3 => credit(part, Kind::Person),
        // Small words inside, other than in a person's name: `Centre for Harbour Studies`.
        (Source::Field, Some(next)) if next.starts_with(char::is_lowercase) && !is_preposition(next) => {
            credit(part, Kind::Organisation)
        }
        (Source::Field, None) if name.len() <= MOST_WORDS => credit(&joined(&name), Kind::Person),
        _ if (2..=MOST_WORDS).contains(&name.len()) => credit(&joined(&name), Kind::Person),
        _ => None,
    }
}

/// The words of a name; a point at the end stays with an initial or a short form: `Holm Jr.`
fn joined(name: &[&str]) -> String {
    let joined = name.join(" ");
    let is_short = name.last().is_some_and(|last| last.chars().count() <= 3);
    let bare = joined.trim_end_matches([',', ':']);
    if is_short { bare.to_owned() } else { bare.trim_end_matches('.').to_owned() }
}

/// The words at the beginning that make up a name: with a capital or a particle, up to one in small letters, a number
/// or a degree.
fn leading_name<'a>(words: &[&'a str]) -> Vec<&'a str> {
    // In a byline all in capitals a degree looks like a name.
    let in_capitals = !words.iter().take(2).any(|word| word.contains(char::is_lowercase));
    let mut name: Vec<&str> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let bare = word.trim_matches(|character: char| !character.is_alphanumeric());
        let has_capital = bare.starts_with(|first: char| first.is_alphabetic() && !first.is_lowercase());
        let leads_on = |next: &&str| next.starts_with(char::is_uppercase) || is_particle(next);
        let fits = has_capital || is_particle(word) && words.get(index + 1).is_some_and(leads_on);
        let is_degree = name.len() >= 2 && bare.len() > 1 && !in_capitals && is_degree(bare);
        if !fits || is_degree || !bare.chars().all(is_inside_name) {
            break;
        }
        name.push(word);
        if word.ends_with([',', ':']) {
            break;
        }
    }
    while name.last().is_some_and(|last| is_particle(last)) {
        name.pop();
    }
    name
}

fn is_inside_name(character: char) -> bool {
    character.is_alphabetic() || matches!(character, '.' | '-' | '\'' | '’' | '‐' | '‑' | '`' | '´')
}

/// A name in a script without blanks: two to five characters, or an organisation in a field for names.
fn ideographic(part: &str, source: Source) -> Option<Credited> {
    const TITLES: &[&str] = &["기자", "특파원", "논설위원", "記者", "记者", "編集委員", "特派員"];
    let part = part.split(['/', '／']).next().unwrap_or_default().trim();
    let name = TITLES.iter().find_map(|title| part.strip_suffix(title)).unwrap_or(part).trim();
    let kind = match name.chars().filter(|character| !character.is_whitespace()).count() {
        2..=5 => Kind::Person,
        6..=20 if source == Source::Field => Kind::Organisation,
        _ => return None,
    };
    Some(Credited { name: name.to_owned(), kind })
}
