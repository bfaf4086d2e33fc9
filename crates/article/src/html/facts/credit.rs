//! What a credit names: people, desks and organisations, agencies.
//!
//! A credit is what stands in a byline or in the author field of metadata. Names are told from what stands around them by
//! form: a label before them, capitals and particles in them, a comma, a preposition or a bar after them.

use crate::DateSource;
use crate::agency::news_agency;
use crate::byline::stamp_label;
use crate::date::find_date;
use crate::stripped::key;

/// A longer credit is text, in bytes.
pub(super) const LONGEST: usize = 400;

/// A name has at most this many words.
const MOST_WORDS: usize = 6;

/// What a credit names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Credited {
    pub(super) name: String,
    pub(super) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Person,
    /// A news agency.
    Agency,
    /// A desk, a team, an outlet.
    Organisation,
}

/// How far a credit is trusted to hold names alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// A field for names: after a comma stands the next one, and a name of one word is a name.
    Field,
    /// A line that readers see: after a comma may stand a role, a place or an outlet.
    Line,
}

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
    &["in", "à", "en", "aus", "im", "at", "from", "à", "i", "bei", "zurzeit", "derzeit", "v", "w", "di", "da"];

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

/// Names that programs give their first users, and placeholders.
const DEFAULT_USERS: &[&str] = &[
    "admin",
    "administrator",
    "anonymous",
    "author",
    "default",
    "editor",
    "guest",
    "none",
    "null",
    "root",
    "siteadmin",
    "test",
    "undefined",
    "unknown",
    "user",
    "webmaster",
];

/// Degrees and letters after a name.
fn is_postnominal(word: &str) -> bool {
    let letters: String = word.chars().filter(|character| character.is_alphanumeric()).collect();
    matches!(
        letters.to_lowercase().as_str(),
        "phd"
            | "md"
            | "jr"
            | "sr"
            | "esq"
            | "rd"
            | "rdn"
            | "msc"
            | "bsc"
            | "mba"
            | "cfp"
            | "cpa"
            | "jd"
            | "ms"
            | "ma"
            | "rn"
            | "dds"
            | "edd"
            | "psyd"
            | "mph"
    ) || (2..=6).contains(&letters.len()) && letters.chars().all(char::is_uppercase) && letters.is_ascii()
}

/// The names in a credit, in its order.
pub(super) fn credited(credit: &str, source: Source) -> Vec<Credited> {
    if credit.len() > LONGEST {
        return Vec::new();
    }
    let credit = without_label(credit.trim());
    let mut names: Vec<Credited> = Vec::new();
    for part in parts(credit, source) {
        if let Some(credited) = one(part, source)
            && !names.iter().any(|known| key(&known.name) == key(&credited.name))
        {
            names.push(credited);
        }
    }
    names
}

/// A credit without the words that say it is one.
pub(super) fn without_label(credit: &str) -> &str {
    let mut rest = credit.trim_start_matches(|character: char| !character.is_alphanumeric());
    while let Some(shorter) = LABELS.iter().find_map(|label| strip(rest, label)) {
        rest = shorter.trim_start_matches([':', '：', ' ', '/', '／', '|', '-', '–', '\u{3000}', '\n']);
    }
    if rest.is_empty() { credit } else { rest }
}

/// Whether a line begins with a word that says who wrote.
pub(super) fn has_label(line: &str) -> bool {
    let line = line.trim();
    without_label(line).len() < line.len() && line.starts_with(char::is_alphabetic)
}

fn strip<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for wanted in label.chars() {
        let next = rest.next()?;
        if !next.to_lowercase().eq(std::iter::once(wanted)) {
            return None;
        }
    }
    let rest = rest.as_str();
    let is_open = label.ends_with(|character: char| !character.is_ascii_alphanumeric() && !character.is_alphabetic())
        || label.chars().next().is_some_and(is_ideograph);
    (is_open || rest.starts_with(|character: char| character.is_whitespace() || matches!(character, ':' | '：' | '/')))
        .then_some(rest)
}

/// Whether a character belongs to a script without capitals and without blanks between words.
fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}')
}

/// A credit up to the first bar, dash, bracket or date. A date before it is passed over.
fn stretch(credit: &str) -> &str {
    let is_bar =
        |character: char| matches!(character, '|' | '•' | '·' | '—' | '(' | '[' | '<' | '\n' | '｜' | '（' | '［');
    let mut rest = credit;
    for _ in 0..3 {
        let dashes = [" - ", " – ", " -- "].iter().filter_map(|dash| rest.find(dash));
        let end = rest.find(is_bar).into_iter().chain(dashes).filter(|&end| end > 0).min().unwrap_or(rest.len());
        let (first, after) = rest.split_at(end);
        let after = without_label(after);
        match find_date(first, DateSource::Byline) {
            Some(date) if date.span.start > 0 && first[..date.span.start].chars().any(char::is_alphabetic) => {
                return &first[..date.span.start];
            }
            Some(_) if !after.is_empty() => rest = after,
            _ => return first,
        }
    }
    rest
}

/// The parts of a credit that may be names.
fn parts(credit: &str, source: Source) -> Vec<&str> {
    let credit = stretch(credit);
    let lists: Vec<&str> = credit.split([';', '；', '、', '，']).flat_map(slashed).collect();
    let mut parts = Vec::new();
    for list in lists {
        let items: Vec<&str> = list.split(',').map(str::trim).collect();
        let last_joined = items.last().is_some_and(|item| joints(item).len() > 1 || starts_with_joint(item));
        let is_list = source == Source::Field || last_joined || items.len() > 3;
        let items = if is_list { &items[..] } else { &items[..1] };
        for item in items {
            parts.extend(joints(item));
        }
    }
    parts
}

fn starts_with_joint(item: &str) -> bool {
    item.split_once(' ').is_some_and(|(first, _)| is_joint(first))
}

/// A joint is written small, but for a byline in capitals.
fn is_joint(word: &str) -> bool {
    JOINTS.contains(&word) || matches!(word, "AND" | "UND" | "ET")
}

/// `Anna Holm / Per Dahl` and `Anna Holm / Coast Radio`; but no part of an address.
fn slashed(list: &str) -> Vec<&str> {
    list.split(" / ").collect()
}

/// The names that joints join.
fn joints(item: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for word in item.split_inclusive(char::is_whitespace) {
        let end = at + word.len();
        if is_joint(word.trim()) {
            let (before, after) = (&item[start..at], &item[end..]);
            let is_name = |side: &str| side.split_whitespace().take(2).count() == 2;
            if before.trim().is_empty() || is_name(before) && is_name(after) {
                parts.push(before);
                start = end;
            }
        }
        at = end;
    }
    parts.push(&item[start..]);
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// The one name that a part of a credit holds, if it holds one.
fn one(part: &str, source: Source) -> Option<Credited> {
    let part = part.trim().trim_matches(|character: char| {
        !(character.is_alphanumeric() || matches!(character, ')' | '.' | '\'' | '’' | '®'))
    });
    let whole = part.trim_end_matches(['.', ',']);
    if let Some(agency) = news_agency(whole) {
        let name = if whole.chars().count() <= agency.len() { agency } else { whole };
        return Some(Credited { name: name.to_owned(), kind: Kind::Agency });
    }
    if part.contains("://") || part.contains('@') || part.starts_with("www.") {
        return None;
    }
    let words: Vec<&str> = part.split_whitespace().collect();
    if words.is_empty() || words.len() > 12 || is_default_user(part) {
        return None;
    }
    if part.chars().next().is_some_and(is_ideograph) {
        return ideographic(part, source);
    }
    if !part.chars().any(char::is_alphabetic) {
        return None;
    }
    let is_role = |word: &&str| has_role(word);
    if words.iter().any(is_role) {
        // A person may stand before the role, another word with capitals after the name: `Anna Holm Political Editor`
        // is not told from `Coast Radio Staff`, so it signs as a whole.
        let fits = words.len() <= MOST_WORDS && words.len() > usize::from(source == Source::Line);
        return fits.then(|| Credited { name: part.to_owned(), kind: Kind::Organisation });
    }
    let name = leading_name(&words);
    if news_agency(&name.join(" ")).is_some() {
        return Some(Credited { name: name.join(" "), kind: Kind::Agency });
    }
    let whole_name = name.len() == words.len();
    if name.is_empty() {
        // A pen name in small letters, as one chooses it oneself.
        let fits = source == Source::Field && words.len() <= 3;
        return fits.then(|| Credited { name: part.to_owned(), kind: Kind::Person });
    }
    if part.split_whitespace().all(|word| word.contains('.') && crate::url::host(word).is_some()) {
        return Some(Credited { name: part.to_owned(), kind: Kind::Organisation });
    }
    if !whole_name
        && source == Source::Field
        && words.len() <= 2 * MOST_WORDS
        && words
            .iter()
            .skip(name.len())
            .take(1)
            .all(|word| word.starts_with(char::is_lowercase) && !PREPOSITIONS.contains(word))
    {
        // Small words inside, other than in a name: `Centre for Harbour Studies`.
        return Some(Credited { name: part.to_owned(), kind: Kind::Organisation });
    }
    let long_enough = name.len() >= 2 || source == Source::Field && whole_name;
    if !long_enough || name.len() > MOST_WORDS || !whole_name && source == Source::Field && words.len() > MOST_WORDS {
        return None;
    }
    let name = name.join(" ");
    Some(Credited { name: name.trim_end_matches([',', '.', ':']).to_owned(), kind: Kind::Person }).map(|credited| {
        if part.ends_with('.') && name.len() == part.len() && is_initial(part) {
            Credited { name, ..credited }
        } else {
            credited
        }
    })
}

fn is_initial(part: &str) -> bool {
    part.split_whitespace().last().is_some_and(|word| word.chars().count() <= 3)
}

fn is_default_user(part: &str) -> bool {
    let is_handle = !part.contains(' ')
        && (part.contains('_')
            || part.contains(|character: char| character.is_ascii_digit())
                && part.chars().all(|character| !character.is_uppercase()));
    let lower = part.to_lowercase();
    is_handle
        || stamp_label(&lower).is_some()
        || lower.split(' ').any(|word| word == "admin")
        || DEFAULT_USERS.contains(&lower.as_str())
}

/// Whether a word is a profession or part of a newsroom's name.
pub(super) fn has_role(word: &str) -> bool {
    let word = word.trim_matches(|character: char| !character.is_alphanumeric()).to_lowercase();
    ROLES.iter().any(|role| match role.strip_suffix('-') {
        Some(stem) => word.starts_with(stem),
        None => word == *role,
    })
}

/// The words at the beginning that make up a name: with a capital or a particle, up to one in small letters, a number
/// or letters after a name.
fn leading_name<'a>(words: &[&'a str]) -> Vec<&'a str> {
    let mut name: Vec<&str> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let bare = word.trim_matches(|character: char| !character.is_alphanumeric());
        let capital = bare
            .chars()
            .next()
            .is_some_and(|first| first.is_uppercase() || first.is_alphabetic() && !first.is_lowercase());
        let particle = PARTICLES.contains(&word.to_lowercase().as_str())
            && index + 1 < words.len()
            && words[index + 1]
                .chars()
                .next()
                .is_some_and(|next| next.is_uppercase() || PARTICLES.contains(&words[index + 1]));
        let has_digit = bare.chars().any(|character| character.is_ascii_digit());
        let is_inner = bare.chars().all(|character| {
            character.is_alphanumeric() || matches!(character, '.' | '-' | '\'' | '’' | '‐' | '‑' | '`' | '´')
        });
        if name.len() >= 2
            && is_postnominal(bare)
            && bare.len() > 1
            && words.iter().take(2).any(|word| word.chars().any(char::is_lowercase))
            || has_digit
            || !is_inner
            || !(capital || particle)
        {
            break;
        }
        name.push(word);
        if word.ends_with([',', ':']) {
            break;
        }
    }
    while name.last().is_some_and(|last| {
        PARTICLES.contains(&last.to_lowercase().as_str())
            || last.trim_matches(|c: char| !c.is_alphanumeric()).is_empty()
    }) {
        name.pop();
    }
    name
}

/// A name in a script without blanks: two to four characters, or an organisation in a field for names.
fn ideographic(part: &str, source: Source) -> Option<Credited> {
    const TITLES: &[&str] = &["기자", "특파원", "논설위원", "記者", "记者", "編集委員", "特派員"];
    let part = part.split(['/', '／']).next().unwrap_or_default().trim();
    let name = TITLES.iter().find_map(|title| part.strip_suffix(title)).unwrap_or(part).trim();
    let length = name.chars().filter(|character| !character.is_whitespace()).count();
    match length {
        2..=5 => Some(Credited { name: name.to_owned(), kind: Kind::Person }),
        6..=20 if source == Source::Field => Some(Credited { name: name.to_owned(), kind: Kind::Organisation }),
        _ => None,
    }
}
