use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::WordSet;

/// The form in which two spellings of a word are the same word: lower case, accents removed, apostrophes straight, the
/// points of an acronym and a possessive ending dropped (`U.S.` and `US`, `Strand’s` and `Strand`).
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    if word.is_ascii() {
        folded.extend(word.chars().map(|character| character.to_ascii_lowercase()));
    } else {
        for character in word.nfkd().filter(|&character| !is_combining_mark(character)) {
            match character {
                '‘' | '’' | 'ʼ' | '＇' => folded.push('\''),
                '‐' | '‑' => folded.push('-'),
                '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' => {}
                _ => folded.extend(character.to_lowercase()),
            }
        }
    }
    if folded.contains('.') && folded.chars().any(char::is_alphabetic) {
        folded.retain(|character| character != '.');
    }
    let bare = folded.strip_suffix("'s").or_else(|| folded.strip_suffix('\'')).map_or(folded.len(), str::len);
    if bare > 0 {
        folded.truncate(bare);
    }
    folded
}

/// The stem of a folded word: irregular forms from a closed list, then the English Snowball stemmer.
pub fn stem(folded: &str) -> Cow<'_, str> {
    if folded.len() < 3 || !folded.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return Cow::Borrowed(folded);
    }
    if let Ok(index) = IRREGULAR.binary_search_by_key(&folded, |&(form, _)| form) {
        return Cow::Borrowed(IRREGULAR[index].1);
    }
    thread_local! {
        // The stemmer is stateless but not free to make.
        static ENGLISH: Stemmer = Stemmer::create(Algorithm::English);
    }
    Cow::Owned(ENGLISH.with(|stemmer| stemmer.stem(folded).into_owned()))
}

/// Whether a folded word belongs to the closed classes (articles, pronouns, prepositions, auxiliaries), which carry no
/// content of their own. Negations are not among them: they decide what a sentence says.
pub fn is_function_word(folded: &str) -> bool {
    FUNCTION_WORDS.contains(folded)
}

/// Irregular verb forms and plurals of the core vocabulary, with the stem of their base form. Sorted by form.
#[rustfmt::skip]
const IRREGULAR: &[(&str, &str)] = &[
    ("ate", "eat"), ("beaten", "beat"), ("became", "becom"), ("began", "begin"), ("begun", "begin"), ("bought", "buy"),
    ("bred", "breed"), ("broke", "break"), ("broken", "break"), ("brought", "bring"), ("built", "build"),
    ("burnt", "burn"), ("came", "come"), ("caught", "catch"), ("children", "child"), ("chose", "choos"),
    ("chosen", "choos"), ("dealing", "deal"), ("dealt", "deal"), ("died", "die"), ("drank", "drink"),
    ("drawn", "draw"), ("drew", "draw"), ("driven", "drive"), ("drove", "drive"), ("drunk", "drink"), ("dying", "die"),
    ("eaten", "eat"), ("fallen", "fall"), ("fed", "feed"), ("feet", "foot"), ("fell", "fall"), ("felt", "feel"),
    ("fled", "flee"), ("flew", "fli"), ("flown", "fli"), ("forbade", "forbid"), ("forbidden", "forbid"),
    ("fought", "fight"), ("found", "find"), ("froze", "freez"), ("frozen", "freez"), ("gave", "give"),
    ("given", "give"), ("gone", "go"), ("got", "get"), ("gotten", "get"), ("grew", "grow"), ("grown", "grow"),
    ("heard", "hear"), ("held", "hold"), ("hid", "hide"), ("hidden", "hide"), ("hung", "hang"), ("kept", "keep"),
    ("knew", "know"), ("known", "know"), ("laid", "lay"), ("led", "lead"), ("left", "leav"), ("lent", "lend"),
    ("lost", "lose"), ("made", "make"), ("meant", "mean"), ("men", "man"), ("met", "meet"), ("mice", "mous"),
    ("paid", "pay"), ("proven", "prove"), ("ran", "run"), ("rang", "ring"), ("ridden", "ride"), ("risen", "rise"),
    ("rode", "ride"), ("rose", "rise"), ("rung", "ring"), ("said", "say"), ("sang", "sing"), ("sank", "sink"),
    ("sat", "sit"), ("saw", "see"), ("seen", "see"), ("sent", "send"), ("shaken", "shake"), ("shook", "shake"),
    ("shot", "shoot"), ("shown", "show"), ("shrank", "shrink"), ("slept", "sleep"), ("slid", "slide"),
    ("sold", "sell"), ("sought", "seek"), ("spent", "spend"), ("spoke", "speak"), ("spoken", "speak"),
    ("stole", "steal"), ("stolen", "steal"), ("stood", "stand"), ("struck", "strike"), ("stuck", "stick"),
    ("sung", "sing"), ("sunk", "sink"), ("swam", "swim"), ("swept", "sweep"), ("swore", "swear"), ("sworn", "swear"),
    ("swum", "swim"), ("taken", "take"), ("taught", "teach"), ("thought", "think"), ("threw", "throw"),
    ("thrown", "throw"), ("told", "tell"), ("took", "take"), ("tore", "tear"), ("torn", "tear"), ("understood", "understand"),
    ("undertaken", "undertak"), ("undertook", "undertak"), ("went", "go"), ("withdrawn", "withdraw"),
    ("withdrew", "withdraw"), ("withheld", "withhold"), ("woke", "wake"), ("woken", "wake"), ("women", "woman"),
    ("won", "win"), ("wore", "wear"), ("worn", "wear"), ("written", "write"), ("wrote", "write"),
];

/// Closed-class words of English, folded and sorted.
#[rustfmt::skip]
static FUNCTION_WORDS: WordSet = WordSet::new(&[
    "a", "about", "above", "after", "again", "all", "also", "although", "am", "amid", "among", "an", "and", "any", "are",
    "aren't", "as", "at", "be", "because", "been", "before", "being", "below", "between", "both", "but", "by", "can",
    "could", "did", "do", "does", "doing", "done", "down", "during", "each", "either", "even", "every", "few", "for",
    "from", "further", "had", "has", "have", "having", "he", "he'd", "he'll", "her", "here", "hers", "herself", "him",
    "himself", "his", "how", "however", "i", "i'd", "i'll", "i'm", "i've", "if", "in", "into", "is", "it", "its",
    "itself", "just", "may", "me", "meanwhile", "might", "more", "most", "much", "must", "my", "myself", "of", "off",
    "on", "once", "only", "onto", "or", "other", "others", "ought", "our", "ours", "ourselves", "out", "over", "own",
    "per", "same", "shall", "she", "she'd", "she'll", "should", "since", "so", "some", "such", "than", "that", "the",
    "their", "theirs", "them", "themselves", "then", "there", "these", "they", "they'd", "they'll", "they're",
    "they've", "this", "those", "though", "through", "to", "too", "toward", "towards", "under", "until", "up", "upon",
    "us", "very", "via", "was", "we", "we'd", "we'll", "we're", "we've", "were", "what", "when", "where", "whether",
    "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "would", "yet", "you", "you'd",
    "you'll", "you're", "you've", "your", "yours", "yourself", "yourselves",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_for_binary_search() {
        assert!(
            IRREGULAR.windows(2).all(|pair| pair[0].0 < pair[1].0),
            "{:?}",
            IRREGULAR.windows(2).find(|p| p[0].0 >= p[1].0)
        );
    }

    #[test]
    fn the_stem_of_an_irregular_form_is_that_of_its_base() {
        for (form, base) in
            [("told", "tell"), ("said", "says"), ("fell", "falls"), ("women", "woman"), ("gave", "giving")]
        {
            assert_eq!(stem(form), stem(base), "{form} and {base}");
        }
    }

    #[test]
    fn spellings_of_a_word_fold_to_one() {
        assert_eq!(fold("U.S."), fold("US"));
        assert_eq!(fold("Coast’s"), "coast");
        assert_eq!(fold("Café"), "cafe");
        assert_eq!(fold("don’t"), "don't");
        assert_eq!(fold("'s"), "'s");
    }
}
