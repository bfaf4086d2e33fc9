//! Words that stand in credits and are no names: labels, joints, roles, degrees. Closed classes of the languages that
//! news is written in.

use crate::byline::stamp_label;

/// Words before the names, in lower case, the longer before those they begin with.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "article written by", "written and reported by", "written by", "reported by", "reporting by", "posted by",
    "published by", "story by", "text by", "words by", "review by", "analysis by", "opinion by", "column by",
    "guest post by", "authored by", "author:", "author", "authors:", "authors", "by:", "by", "from",
    "ein kommentar von", "kommentar von", "eine analyse von", "ein gastbeitrag von", "gastbeitrag von",
    "ein interview von", "geschrieben von", "verfasst von", "von:", "von", "autor:", "autorin:", "autor", "autorin",
    "autoren:", "autoren", "text:", "text",
    "propos recueillis par", "écrit par", "rédigé par", "publié par", "par:", "par", "auteur:", "auteur",
    "escrito por", "publicado por", "texto:", "por:", "por",
    "scritto da", "a cura di", "articolo di", "di:", "di", "autore:",
    "geschreven door", "door:", "door", "tekst:", "tekst", "skrevet av", "skrevet af", "skriven av", "av:", "av", "af:", "af",
    "kirjoittaja:", "teksti:", "napisał", "napisała", "autorka:", "přidal", "od:", "yazan:", "oleh:", "oleh", "penulis:",
    "автор:", "автор", "текст:", "автори:", "автора:", "συντάκτης:", "του", "της",
    "作者：", "作者:", "作者", "文：", "文/", "文／", "文 ", "撰文：", "記者", "记者", "著者：", "執筆：", "筆者：", "기자:", "글:",
    "责任编辑：", "责编：", "編集：",
];

/// Words that join two names. Both must have two words or more for it, since some join the parts of one name.
#[rustfmt::skip]
const JOINTS: &[&str] = &[
    "and", "&", "+", "with", "und", "mit", "et", "avec", "y", "e", "con", "en", "met", "och", "og", "ja", "a", "i", "oraz",
    "ve", "dan", "и", "та", "și", "és", "και",
];

/// Words inside a name that have no capital.
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "af", "al", "av", "ben", "bin", "bint", "d'", "da", "dal", "das", "de", "del", "della", "den", "der", "des", "di", "do",
    "dos", "du", "e", "el", "ibn", "la", "las", "le", "los", "ter", "ten", "van", "vom", "von", "y", "zu", "zum", "zur",
    "’t", "'t",
];

/// Words after a name, before the place it was written in or the one it was written for.
const PREPOSITIONS: &[&str] =
    &["at", "aus", "bei", "da", "derzeit", "di", "en", "from", "i", "im", "in", "v", "w", "zurzeit", "à"];

/// What journalists and others are by profession, and what a newsroom is called: no part of a person's name. Lower case;
/// a word that begins with one of those marked by a hyphen counts too.
#[rustfmt::skip]
const ROLES: &[&str] = &[
    "agencies", "agency-", "agentur-", "analyst", "anchor", "assistant", "associate", "author", "autor-", "bureau", "chief", "collaborator",
    "columnist", "content", "contributing", "contributor-", "copywriter", "coordinator", "correspondent-", "corresponsal",
    "critic", "desk", "digital", "director", "editor-", "editora", "editorial", "editors", "enviado", "enviada", "expert", "founder",
    "freelance-", "journalist-", "journaliste", "giornalista", "gastautor-", "head", "intern", "korrespondent-", "lead", "manager",
    "medarbetare", "member", "muhabir-", "news", "newsdesk", "newsroom", "ombudsman", "online", "periodista", "photographer",
    "podcaster", "producer", "publisher", "redacción", "redactor-", "redaction", "redakce", "redaktion-", "redaktionen", "redaktor-",
    "redaktur", "redakteur-", "redazione", "redacteur-", "rédaction", "rédacteur", "rédactrice", "reporter-", "reporters",
    "reviewer", "senior", "service", "special", "specialist", "staff", "strategist", "studio", "subeditor", "team", "toimittaja",
    "toimitus", "volontär-", "webmaster", "writer-", "writers", "agencia", "agencias", "agence", "press", "media", "magazine",
    "university", "institute", "inc", "ltd", "gmbh", "llc", "foundation", "network",
];

/// Names that programs give their first users, and placeholders. Lower case.
#[rustfmt::skip]
const DEFAULT_USERS: &[&str] = &[
    "admin", "administrator", "anonymous", "author", "default", "editor", "guest", "none", "null", "root", "siteadmin",
    "test", "undefined", "unknown", "user", "webmaster",
];

/// Degrees and letters after a name that are not all capitals everywhere. Lower case.
const DEGREES: &[&str] = &["bsc", "edd", "esq", "jr", "msc", "phd", "psyd", "sr"];

/// A credit without the words that say it is one.
pub(in crate::html::facts) fn without_label(credit: &str) -> &str {
    let mut rest = credit.trim_start_matches(|character: char| !character.is_alphanumeric() && character != '@');
    while let Some(shorter) = stripped(rest) {
        rest = shorter.trim_start_matches(|character: char| {
            character.is_whitespace() || matches!(character, ':' | '：' | '/' | '／' | '|' | '-' | '–')
        });
    }
    if rest.is_empty() { credit } else { rest }
}

/// Whether a line begins with a word that says who wrote.
pub(in crate::html::facts) fn has_label(line: &str) -> bool {
    let line = line.trim();
    without_label(line).len() < line.len() && line.starts_with(char::is_alphabetic)
}

/// What follows the label that a text begins with.
fn stripped(text: &str) -> Option<&str> {
    let first = text.chars().next()?.to_lowercase().next()?;
    LABELS.iter().filter(|label| label.starts_with(first)).find_map(|label| strip(text, label))
}

/// What follows a label, which ends where a word does, or after its own mark.
fn strip<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for wanted in label.chars() {
        let next = rest.next()?;
        if !next.to_lowercase().eq(std::iter::once(wanted)) {
            return None;
        }
    }
    let rest = rest.as_str();
    let is_open = !label.ends_with(char::is_alphabetic) || label.starts_with(is_ideograph);
    let ends = |first: char| first.is_whitespace() || matches!(first, ':' | '：' | '/');
    (is_open || rest.starts_with(ends)).then_some(rest)
}

/// Whether a character belongs to a script without capitals and without blanks between words.
pub(super) fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}')
}

/// Whether a word joins two names. It is written small, but for a byline in capitals.
pub(super) fn is_joint(word: &str) -> bool {
    JOINTS.contains(&word) || matches!(word, "AND" | "UND" | "ET")
}

/// Whether a word belongs inside a name though it has no capital.
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word.to_lowercase().as_str())
}

/// Whether a word stands before a place.
pub(super) fn is_preposition(word: &str) -> bool {
    PREPOSITIONS.contains(&word)
}

/// Whether a word is a profession or part of a newsroom's name.
pub(in crate::html::facts) fn has_role(word: &str) -> bool {
    let word = word.trim_matches(|character: char| !character.is_alphanumeric()).to_lowercase();
    ROLES.iter().any(|role| match role.strip_suffix('-') {
        Some(stem) => word.starts_with(stem),
        None => word == *role,
    })
}

/// Whether a word is a degree: `PhD`, or any few capitals.
pub(super) fn is_degree(word: &str) -> bool {
    let letters: String = word.chars().filter(|character| character.is_alphanumeric()).collect();
    let capitals = (2..=6).contains(&letters.len()) && letters.chars().all(|letter| letter.is_ascii_uppercase());
    capitals || DEGREES.contains(&letters.to_lowercase().as_str())
}

/// Whether a field names no one: an account of a program, a placeholder, a label of a time stamp.
pub(super) fn is_no_one(part: &str) -> bool {
    let lower = part.to_lowercase();
    let has_digit = part.contains(|character: char| character.is_ascii_digit());
    let is_account = !part.contains(' ') && (part.contains('_') || has_digit && !part.contains(char::is_uppercase));
    is_account
        || stamp_label(&lower).is_some()
        || lower.split(' ').any(|word| word == "admin")
        || DEFAULT_USERS.contains(&lower.as_str())
}
