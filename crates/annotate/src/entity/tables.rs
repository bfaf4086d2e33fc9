//! Names that are known beforehand: given names and surnames of people, countries and towns.
//!
//! The tables are text files with one name a line, sorted by bytes, so that a look-up is a binary search over the file as
//! it was compiled in, between the places where names with its first two letters begin: nothing is allocated. `tables/derive.py` makes them from packages
//! whose versions and hashes stand beside it; NOTICE has their licences. What a table says is a hint: a name that the text
//! itself explains is taken as the text has it.

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::OnceLock;

static PEOPLE: Table = Table::new(include_str!("../../tables/people.txt"));
static NICKNAMES: Table = Table::new(include_str!("../../tables/nicknames.txt"));
static PLACES: Table = Table::new(include_str!("../../tables/places.txt"));
static PLACE_VARIANTS: Table = Table::new(include_str!("../../tables/place_variants.txt"));

/// A table, and where in it the lines with each two first bytes begin, which is made once.
struct Table {
    lines: &'static str,
    starts: OnceLock<Vec<usize>>,
}

/// How many classes of bytes a name's first two are told apart by: letters, what sorts before them and what after.
const CLASSES: usize = 28;

impl Table {
    const fn new(lines: &'static str) -> Self {
        Self { lines, starts: OnceLock::new() }
    }

    /// Where the lines whose key begins like one that begins with these bytes are.
    fn bucket(&self, first: Option<u8>, second: Option<u8>) -> Range<usize> {
        let starts = self.starts.get_or_init(|| {
            let mut starts = vec![self.lines.len(); CLASSES * CLASSES + 1];
            let mut at = self.lines.len();
            for line in self.lines.split_inclusive('\n').rev() {
                at -= line.len();
                let mut bytes = line.split('\t').next().unwrap_or_default().bytes();
                starts[bucket(bytes.next(), bytes.next())] = at;
            }
            // A bucket without lines begins where the next one does.
            for index in (0..CLASSES * CLASSES).rev() {
                starts[index] = starts[index].min(starts[index + 1]);
            }
            starts
        });
        let bucket = bucket(first, second);
        starts[bucket]..starts[bucket + 1]
    }
}

/// The number of a bucket; buckets are in the order of their names.
fn bucket(first: Option<u8>, second: Option<u8>) -> usize {
    let class = |byte: Option<u8>| match byte {
        Some(letter @ b'a'..=b'z') => usize::from(letter - b'a') + 1,
        Some(byte) if byte > b'z' => CLASSES - 1,
        _ => 0,
    };
    class(first) * CLASSES + class(second)
}

/// What the tables know of a word as a name of people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PersonWord {
    /// Whether it is a given name.
    pub(super) given: bool,
    /// Whether it is a common given name, which one in 20,000 women or men has.
    pub(super) common: bool,
    /// Whether it is a surname.
    pub(super) surname: bool,
    /// Whose given name it is, if that of women only or of men only.
    pub(super) gender: Option<Gender>,
}

/// The pronoun that a person is known to go with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Female,
    Male,
}

/// What kind of place a name is known to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PlaceClass {
    /// A town of 50,000 people or more.
    Town,
    /// A province, state or county.
    Division,
    /// A town of 200,000 people or more.
    City,
    /// A capital, or a town of a million people or more.
    Metropolis,
    /// A country, continent or region of the world.
    Country,
}

/// What is known of a folded word as a name of people.
pub(super) fn person_word(word: &str) -> PersonWord {
    let flags = find(&PEOPLE, [word].into_iter()).unwrap_or_default();
    let gender = match flags.as_bytes().first() {
        Some(b'f' | b'F') => Some(Gender::Female),
        Some(b'm' | b'M') => Some(Gender::Male),
        _ => None,
    };
    let common = flags.starts_with(['F', 'M', 'B']);
    PersonWord { given: common || flags.starts_with(['f', 'm', 'b']), common, surname: flags.ends_with('s'), gender }
}

/// What kind of place these folded words are a name of.
pub(super) fn place_class<'a>(words: impl Iterator<Item = &'a str> + Clone) -> Option<PlaceClass> {
    match find(&PLACES, words)? {
        "c" => Some(PlaceClass::Country),
        "3" => Some(PlaceClass::Metropolis),
        "2" => Some(PlaceClass::City),
        "d" => Some(PlaceClass::Division),
        _ => Some(PlaceClass::Town),
    }
}

/// Whether one of two folded given names is a short form of the other.
pub(super) fn is_nickname(a: &str, b: &str) -> bool {
    let full = |name| find(&NICKNAMES, [name].into_iter()).unwrap_or_default();
    full(a).split(' ').any(|name| name == b) || full(b).split(' ').any(|name| name == a)
}

/// The present English name of the place that these folded words are another name of.
pub(super) fn place_variant<'a>(words: impl Iterator<Item = &'a str> + Clone) -> Option<&'static str> {
    find(&PLACE_VARIANTS, words)
}

/// What stands after the tab on the line that begins with `words`, joined by blanks.
fn find<'a>(table: &Table, words: impl Iterator<Item = &'a str> + Clone) -> Option<&'static str> {
    let bytes = table.lines.as_bytes();
    let mut begins = joined(words.clone());
    let Range { start: mut from, end: mut to } = table.bucket(begins.next().copied(), begins.next().copied());
    while from < to {
        let middle = from + (to - from) / 2;
        let start = bytes.get(from..middle)?.iter().rposition(|&byte| byte == b'\n').map_or(from, |at| from + at + 1);
        let end = bytes.get(middle..)?.iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |at| middle + at);
        let line = bytes.get(start..end)?;
        let tab = line.iter().position(|&byte| byte == b'\t')?;
        match compare(line.get(..tab)?, words.clone()) {
            Ordering::Equal => return table.lines.get(start + tab + 1..end),
            Ordering::Less => from = end + 1,
            Ordering::Greater => to = start,
        }
    }
    None
}

fn compare<'a>(key: &'a [u8], words: impl Iterator<Item = &'a str>) -> Ordering {
    key.iter().cmp(joined(words))
}

/// The bytes of words with blanks between them.
fn joined<'a>(words: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a u8> {
    words.enumerate().flat_map(|(at, word)| {
        let blank: &[u8] = if at == 0 { b"" } else { b" " };
        blank.iter().chain(word.as_bytes())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(table: &Table) -> impl Iterator<Item = &'static str> {
        table.lines.lines().filter_map(|line| line.split_once('\t')).map(|(key, _)| key)
    }

    #[test]
    fn tables_are_sorted_and_every_line_is_found() {
        for table in [&PEOPLE, &NICKNAMES, &PLACES, &PLACE_VARIANTS] {
            let lines: Vec<&str> = keys(table).collect();
            assert_eq!(lines.len(), table.lines.lines().count());
            assert!(lines.windows(2).all(|pair| pair[0].as_bytes() < pair[1].as_bytes()));
            for line in lines.iter().step_by(97).chain(lines.first()).chain(lines.last()) {
                assert!(find(table, line.split(' ')).is_some(), "{line}");
            }
            for absent in ["", "0", "zzzzzz", "é", "inga strand of holm"] {
                assert_eq!(find(table, absent.split(' ')), None, "{absent}");
            }
        }
    }

    #[test]
    fn names_have_their_flags() {
        assert_eq!(person_word("mary").gender, Some(Gender::Female));
        assert_eq!(person_word("john").gender, Some(Gender::Male));
        assert!(person_word("smith").surname);
        assert_eq!(person_word("the"), PersonWord::default());
        assert_eq!(place_class(["norway"].into_iter()), Some(PlaceClass::Country));
        assert_eq!(place_class(["new", "york", "city"].into_iter()), Some(PlaceClass::Metropolis));
        assert_eq!(place_class(["new"].into_iter()), None);
        assert_eq!(place_variant(["kiev"].into_iter()), Some("kyiv"));
    }
}
