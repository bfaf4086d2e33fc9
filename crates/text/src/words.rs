/// A closed class of words, as a grammar has them: `and`, `or`, `but`.
///
/// Rules of annotation ask of every word of a text whether it belongs to one of dozens of such classes, and nearly always
/// it does not. A filter (Bloom 1970, with one hash) answers that from three bytes of the word, and only what passes is
/// looked for by binary search.
///
/// ```
/// use coincide_text::WordSet;
///
/// static CONJUNCTIONS: WordSet = WordSet::new(&["and", "but", "or"]);
/// assert!(CONJUNCTIONS.contains("but"));
/// assert!(!CONJUNCTIONS.contains("bus"));
/// ```
#[derive(Debug)]
pub struct WordSet {
    words: &'static [&'static str],
    filter: [u64; FILTER],
}

/// Words of 64 bits in a filter. A class of a hundred words lets one of ten others pass.
const FILTER: usize = 16;

impl WordSet {
    /// The class of these words, which stand in the order of their bytes, each once and none empty. A `static` that
    /// breaks this does not compile.
    pub const fn new(words: &'static [&'static str]) -> Self {
        let mut filter = [0; FILTER];
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            assert!(!word.is_empty(), "a word is empty");
            assert!(at == 0 || is_before(words[at - 1].as_bytes(), word), "the words are not in order");
            let bit = hash(word);
            filter[bit / 64] |= 1 << (bit % 64);
            at += 1;
        }
        Self { words, filter }
    }

    /// Whether `word` is one of them.
    pub fn contains(&self, word: &str) -> bool {
        if word.is_empty() {
            return false;
        }
        let bit = hash(word.as_bytes());
        self.filter[bit / 64] & (1 << (bit % 64)) != 0 && self.words.binary_search(&word).is_ok()
    }

    /// The words, in the order of their bytes.
    pub const fn words(&self) -> &'static [&'static str] {
        self.words
    }
}

/// A bit of the filter, from the length and the first, middle and last byte.
const fn hash(word: &[u8]) -> usize {
    let last = word.len() - 1;
    let mixed = (word[0] as usize)
        .wrapping_mul(0x9e37_79b1)
        .wrapping_add((word[last / 2] as usize).wrapping_mul(0x85eb_ca6b))
        .wrapping_add((word[last] as usize).wrapping_mul(0xc2b2_ae35))
        .wrapping_add(last.wrapping_mul(0x27d4_eb2f));
    ((mixed as u32) >> 22) as usize
}

const fn is_before(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() {
        if one[at] != other[at] {
            return one[at] < other[at];
        }
        at += 1;
    }
    one.len() < other.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    static SAMPLE: WordSet = WordSet::new(&["a", "as well as", "don't", "in", "into", "über"]);

    #[test]
    fn every_word_is_found_and_its_neighbours_are_not() {
        for word in SAMPLE.words() {
            assert!(SAMPLE.contains(word), "{word}");
            assert!(!SAMPLE.contains(&word[..word.len() - 1]), "{word}");
        }
        assert!(!SAMPLE.contains("") && !SAMPLE.contains("int"));
    }

    proptest! {
        #[test]
        fn the_filter_changes_no_answer(word in "[a-z']{0,4}|über|as well as") {
            prop_assert_eq!(SAMPLE.contains(&word), SAMPLE.words().contains(&word.as_str()));
        }
    }
}
