//! Words that say the opposite of each other: `rose` and `fell`, `guilty` and `innocent`, `before` and `after`.
//!
//! The pairs are those of WordNet 3.1 (Miller 1995), where two senses are linked as antonyms; `tables/derive_antonyms.py`
//! makes the table, and NOTICE has its licence. To these come a few prepositions, which WordNet leaves out. Two words are
//! compared in whatever forms they stand. Whether two texts that have them speak of the same thing, and in the sense that
//! the pair is meant in, is for the caller to find out.

mod form;
mod table;

pub use form::{Inflection, WordClass, inflected};
use table::Table;

/// A line a word and class: the word, the letter of the class, the antonyms.
static ANTONYMS: Table = Table::new(include_str!("../../tables/antonyms.txt"));

/// Prepositions that are opposites. A closed class; sorted.
const PREPOSITIONS: [(&str, &str); 10] = [
    ("after", "before"),
    ("against", "for"),
    ("before", "after"),
    ("for", "against"),
    ("over", "under"),
    ("since", "until"),
    ("under", "over"),
    ("until", "since"),
    ("with", "without"),
    ("without", "with"),
];

/// How it is known that two words are opposites.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Antonymy {
    /// WordNet links one of them, or a synonym, with a synonym of the other; or one is the other with `un` or `non`
    /// before it.
    Inferred,
    /// WordNet links the two words themselves.
    Direct,
}

/// A word that has antonyms, as one reading of a form: `left` is a form of the verb `leave`, and an adjective.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opposable {
    /// The word in its basic form.
    pub word: &'static str,
    /// Its class.
    pub class: WordClass,
    /// The form it stands in.
    pub inflection: Inflection,
    /// Its antonyms as the table has them.
    antonyms: &'static str,
}

impl Opposable {
    /// Its antonyms in their basic forms, which are of the same class.
    pub fn antonyms(&self) -> impl Iterator<Item = (&'static str, Antonymy)> + use<> {
        self.antonyms.split(' ').map(|word| match word.strip_prefix('~') {
            Some(word) => (word, Antonymy::Inferred),
            None => (word, Antonymy::Direct),
        })
    }
}

/// The words with antonyms that `folded` may be a form of; none if it is none.
///
/// `folded` is a word as [`coincide_text::fold`] makes it.
pub fn opposables(folded: &str) -> Vec<Opposable> {
    let mut found: Vec<Opposable> = Vec::new();
    form::each_reading(folded, |base, inflection| {
        for [word, letter, antonyms] in ANTONYMS.lines(base) {
            let Some(class) = WordClass::from_letter(letter).filter(|class| class.has(inflection)) else { continue };
            let opposable = Opposable { word, class, inflection, antonyms };
            if !found.contains(&opposable) {
                found.push(opposable);
            }
        }
    });
    if let Ok(at) = PREPOSITIONS.binary_search_by_key(&folded, |&(word, _)| word) {
        let (word, antonyms) = PREPOSITIONS[at];
        found.push(Opposable { word, class: WordClass::Preposition, inflection: Inflection::Base, antonyms });
    }
    found
}

/// Whether two words, in any of their forms, are opposites, and how that is known.
///
/// Both are folded. A form may be one of several words; it is enough if two of the same class are opposites.
pub fn antonymy(a: &str, b: &str) -> Option<Antonymy> {
    let ours = opposables(a);
    let theirs = if ours.is_empty() { Vec::new() } else { opposables(b) };
    let pairs = ours.iter().flat_map(|ours| theirs.iter().map(move |theirs| (ours, theirs)));
    pairs
        .filter(|(ours, theirs)| ours.class == theirs.class)
        .filter_map(|(ours, theirs)| ours.antonyms().find(|(word, _)| *word == theirs.word))
        .map(|(_, antonymy)| antonymy)
        .max()
        .or_else(|| (is_negative_of(a, b) || is_negative_of(b, a)).then_some(Antonymy::Inferred))
}

/// Whether a word is another one with a prefix that denies it: `unpaid`, `nonstop`.
fn is_negative_of(negative: &str, word: &str) -> bool {
    ["un", "non"].iter().any(|prefix| negative.strip_prefix(prefix) == Some(word)) && word.len() >= SHORTEST_DENIED
}

/// Shortest word that `un` may stand before, in bytes: `unit` denies nothing.
const SHORTEST_DENIED: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposites_are_known_in_all_their_forms() {
        for (a, b, expected) in [
            ("rose", "fell", Some(Antonymy::Direct)),
            ("rises", "fallen", Some(Antonymy::Direct)),
            ("criticised", "praised", Some(Antonymy::Inferred)),
            ("criticized", "praising", Some(Antonymy::Direct)),
            ("won", "lost", Some(Antonymy::Direct)),
            ("better", "worse", Some(Antonymy::Direct)),
            ("women", "man", Some(Antonymy::Direct)),
            ("guilty", "innocent", Some(Antonymy::Direct)),
            ("left", "right", Some(Antonymy::Direct)),
            ("left", "arrived", Some(Antonymy::Direct)),
            ("banning", "allowing", None),
            ("before", "after", Some(Antonymy::Direct)),
            ("unvaccinated", "vaccinated", Some(Antonymy::Inferred)),
            ("unit", "it", None),
            ("rose", "climbed", None),
            ("rose", "rose", None),
            ("", "fell", None),
            // One word is a verb, the other an adjective.
            ("leave", "right", None),
        ] {
            assert_eq!(antonymy(a, b), expected, "{a}, {b}");
            assert_eq!(antonymy(b, a), expected, "{b}, {a}");
        }
    }

    #[test]
    fn every_pair_stands_under_both_words() {
        for [word, letter, antonyms] in ANTONYMS.all() {
            let class = WordClass::from_letter(letter).unwrap();
            for antonym in antonyms.split(' ').map(|it| it.trim_start_matches('~')) {
                let back = |other: &Opposable| other.class == class && other.antonyms().any(|(it, _)| it == word);
                assert!(opposables(antonym).iter().any(back), "{word}, {antonym}");
            }
        }
        assert!(PREPOSITIONS.iter().all(|&(a, b)| PREPOSITIONS.contains(&(b, a))));
        assert!(PREPOSITIONS.is_sorted());
    }
}
