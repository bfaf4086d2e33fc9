//! The inflected forms of English words, both ways, as far as the table of antonyms needs them.

use super::table::Table;

/// A line a form that is not regular: the form, its word, the letters of class and inflection.
static IRREGULAR: Table = Table::new(include_str!("../../tables/irregular_forms.txt"));

/// The longest word that is looked up, in bytes: no word of the table is longer.
const LONGEST: usize = 24;

/// A class of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WordClass {
    /// `rise`
    Verb,
    /// `high`
    Adjective,
    /// `upward`
    Adverb,
    /// `victory`
    Noun,
    /// `before`
    Preposition,
}

impl WordClass {
    /// The class of a letter of the tables.
    pub(super) fn from_letter(letter: &str) -> Option<Self> {
        Some(match letter {
            "v" => Self::Verb,
            "a" => Self::Adjective,
            "r" => Self::Adverb,
            "n" => Self::Noun,
            _ => return None,
        })
    }

    /// Whether words of this class have this form.
    pub(super) fn has(self, inflection: Inflection) -> bool {
        match inflection {
            Inflection::Base => true,
            Inflection::S => matches!(self, Self::Verb | Self::Noun),
            Inflection::Past | Inflection::PastParticiple | Inflection::PresentParticiple => self == Self::Verb,
            Inflection::Comparative | Inflection::Superlative => matches!(self, Self::Adjective | Self::Adverb),
        }
    }
}

/// A form of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Inflection {
    /// `rise`, `high`
    Base,
    /// The third person of a verb, the plural of a noun: `rises`, `women`.
    S,
    /// `rose`
    Past,
    /// `risen`
    PastParticiple,
    /// `rising`
    PresentParticiple,
    /// `higher`
    Comparative,
    /// `highest`
    Superlative,
}

impl Inflection {
    const INFLECTED: [Self; 6] =
        [Self::S, Self::Past, Self::PastParticiple, Self::PresentParticiple, Self::Comparative, Self::Superlative];

    /// Its letter in the tables, which is a capital where another form is usual.
    const fn letter(self) -> &'static str {
        match self {
            Self::Base => "",
            Self::S => "s",
            Self::Past => "d",
            Self::PastParticiple => "n",
            Self::PresentParticiple => "g",
            Self::Comparative => "r",
            Self::Superlative => "t",
        }
    }

    /// The endings of regular forms, with what stood in their place in the word. A doubled letter is another matter.
    const fn endings(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Base => &[],
            Self::S => &[("s", ""), ("es", ""), ("ies", "y")],
            Self::Past | Self::PastParticiple => &[("ed", ""), ("d", ""), ("ied", "y")],
            Self::PresentParticiple => &[("ing", ""), ("ing", "e"), ("ying", "ie")],
            Self::Comparative => &[("er", ""), ("r", ""), ("ier", "y")],
            Self::Superlative => &[("est", ""), ("st", ""), ("iest", "y")],
        }
    }
}

/// The usual form of a word that is in the table of antonyms; of another word the regular form.
///
/// For adjectives of several syllables that is not always one that is used.
pub fn inflected(word: &str, class: WordClass, inflection: Inflection) -> String {
    if inflection == Inflection::Base {
        return word.to_owned();
    }
    let mut listed = IRREGULAR.all().filter(|[_, base, letter, form]| {
        *base == word && WordClass::from_letter(letter) == Some(class) && *form == inflection.letter()
    });
    listed.next().map_or_else(|| regular(word, inflection), |[form, ..]| form.to_owned())
}

/// Calls `each` with every word that `form` may be a form of, whether there is such a word or not, and with that form's
/// name.
pub(super) fn each_reading(form: &str, mut each: impl FnMut(&str, Inflection)) {
    if form.is_empty() || form.len() > LONGEST || !form.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return;
    }
    each(form, Inflection::Base);
    for [_, base, _, letter] in IRREGULAR.lines(form) {
        let named = |it: &&Inflection| it.letter().eq_ignore_ascii_case(letter);
        if let Some(&inflection) = Inflection::INFLECTED.iter().find(named) {
            each(base, inflection);
        }
    }
    for inflection in Inflection::INFLECTED {
        for (ending, before) in inflection.endings() {
            let Some(stem) = form.strip_suffix(ending).filter(|stem| !stem.is_empty()) else { continue };
            let mut word = format!("{stem}{before}");
            if regular(&word, inflection) == form {
                each(&word, inflection);
            }
            // `Banned`: the last letter was doubled.
            if word.pop().is_some() && !word.is_empty() && before.is_empty() && regular(&word, inflection) == form {
                each(&word, inflection);
            }
        }
    }
}

/// The form of a word if it is regular; `tables/derive_antonyms.py` has the same rule.
fn regular(word: &str, inflection: Inflection) -> String {
    let bytes = word.as_bytes();
    let end = |back: usize| bytes.len().checked_sub(back).map_or(0, |at| bytes[at]);
    let after_y = (bytes.len() > 1 && end(1) == b'y' && !is_vowel(end(2))).then(|| &word[..word.len() - 1]);
    let stem = if doubles(bytes) { format!("{word}{}", char::from(end(1))) } else { word.to_owned() };
    match (inflection, after_y) {
        (Inflection::Base, _) => word.to_owned(),
        (Inflection::S, Some(stem)) => format!("{stem}ies"),
        (Inflection::S, None) => {
            let hisses = matches!(end(1), b's' | b'x' | b'z') || matches!(&[end(2), end(1)], b"ch" | b"sh");
            format!("{word}{}", if hisses { "es" } else { "s" })
        }
        (Inflection::PresentParticiple, _) => match word.strip_suffix('e') {
            Some(stem) if end(2) == b'i' => format!("{}ying", &stem[..stem.len() - 1]),
            Some(stem) if !matches!(end(2), 0 | b'e' | b'o' | b'y') => format!("{stem}ing"),
            _ => format!("{stem}ing"),
        },
        (Inflection::Past | Inflection::PastParticiple, after_y) => with_e(word, &stem, after_y, "ed"),
        (Inflection::Comparative, after_y) => with_e(word, &stem, after_y, "er"),
        (Inflection::Superlative, after_y) => with_e(word, &stem, after_y, "est"),
    }
}

/// A form whose ending begins with `e`.
fn with_e(word: &str, stem: &str, after_y: Option<&str>, ending: &str) -> String {
    match after_y {
        Some(before) => format!("{before}i{ending}"),
        None if word.ends_with('e') => format!("{word}{}", &ending[1..]),
        None => format!("{stem}{ending}"),
    }
}

const fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Whether the last letter is doubled before an ending: one vowel in the word, and one consonant after it.
fn doubles(word: &[u8]) -> bool {
    let [before @ .., vowel, last] = word else { return false };
    is_vowel(*vowel)
        && !is_vowel(*last)
        && !matches!(last, b'w' | b'x' | b'y')
        && !before.iter().any(|it| is_vowel(*it))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::antonym::{ANTONYMS, opposables};

    #[test]
    fn forms_are_the_usual_ones() {
        for (word, class, inflection, expected) in [
            ("rise", WordClass::Verb, Inflection::Past, "rose"),
            ("rise", WordClass::Verb, Inflection::PresentParticiple, "rising"),
            ("fall", WordClass::Verb, Inflection::PastParticiple, "fallen"),
            ("win", WordClass::Verb, Inflection::PresentParticiple, "winning"),
            ("admit", WordClass::Verb, Inflection::Past, "admitted"),
            ("deny", WordClass::Verb, Inflection::S, "denies"),
            ("deny", WordClass::Verb, Inflection::PresentParticiple, "denying"),
            ("agree", WordClass::Verb, Inflection::PresentParticiple, "agreeing"),
            ("lie", WordClass::Verb, Inflection::PresentParticiple, "lying"),
            ("push", WordClass::Verb, Inflection::S, "pushes"),
            ("focus", WordClass::Verb, Inflection::Past, "focused"),
            ("good", WordClass::Adjective, Inflection::Comparative, "better"),
            ("big", WordClass::Adjective, Inflection::Superlative, "biggest"),
            ("happy", WordClass::Adjective, Inflection::Comparative, "happier"),
            ("woman", WordClass::Noun, Inflection::S, "women"),
            ("victory", WordClass::Noun, Inflection::S, "victories"),
        ] {
            assert_eq!(inflected(word, class, inflection), expected);
        }
    }

    #[test]
    fn every_form_that_is_made_is_read_back() {
        for [word, letter, _] in ANTONYMS.all() {
            let class = WordClass::from_letter(letter).unwrap();
            for inflection in Inflection::INFLECTED.into_iter().filter(|it| class.has(*it)) {
                let form = inflected(word, class, inflection);
                let back = opposables(&form);
                let is_it =
                    |it: &super::super::Opposable| (it.word, it.class, it.inflection) == (word, class, inflection);
                assert!(back.iter().any(is_it), "{form} of {word}: {back:?}");
            }
        }
        assert!(ANTONYMS.all().all(|[word, ..]: [&str; 3]| word.len() + 4 <= LONGEST), "a word is longer");
    }
}
