//! Where noun phrases and clauses begin and end, as far as the closed classes of words tell.

use coincide_text::{WordSet, is_function_word};

use super::lexicon::{self, Form};
use super::marks::Marked;
use crate::scan::Scan;

/// A text with its words in marks, which no rule for what is outside of them may cut.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) scan: &'a Scan<'a>,
    pub(super) marked: &'a [Marked],
}

impl<'a> View<'a> {
    /// The words in marks to which the token belongs, the marks included.
    pub(super) fn marked_at(&self, token: usize) -> Option<&'a Marked> {
        let index = self.marked.partition_point(|words| words.after <= token);
        self.marked.get(index).filter(|words| words.open <= token)
    }
}

/// Forms of `be`, `have` and `do` and the modal verbs.
#[rustfmt::skip]
static AUXILIARIES: WordSet = WordSet::new(&[
    "am", "are", "aren't", "be", "been", "being", "can", "can't", "cannot", "could", "couldn't", "did", "didn't",
    "do", "does", "doesn't", "don't", "had", "hadn't", "has", "hasn't", "have", "haven't", "having", "is", "isn't",
    "may", "might", "must", "should", "shouldn't", "was", "wasn't", "were", "weren't", "will", "won't", "would",
    "wouldn't",
]);

/// Adverbs that may stand within a group of verbs and do not end in -ly.
#[rustfmt::skip]
static ADVERBS: WordSet = WordSet::new(&[
    "again", "all", "almost", "already", "also", "always", "both", "earlier", "either", "even", "ever", "first",
    "further", "however", "indeed", "instead", "just", "later", "long", "meanwhile", "much", "never", "nevertheless",
    "not", "now", "often", "once", "perhaps", "quite", "rather", "reportedly", "seldom", "since", "sometimes", "soon",
    "still", "then", "therefore", "thus", "today", "too", "twice", "very", "well", "widely", "yesterday",
]);

#[rustfmt::skip]
static PREPOSITIONS: WordSet = WordSet::new(&[
    "about", "across", "after", "against", "among", "around", "at", "before", "behind", "between", "beyond", "by",
    "for", "from", "in", "inside", "into", "like", "near", "of", "off", "on", "outside", "over", "per", "through",
    "to", "toward", "towards", "under", "via", "with", "within", "without",
]);

#[rustfmt::skip]
static DETERMINERS: WordSet = WordSet::new(&[
    "a", "all", "an", "another", "any", "both", "each", "every", "her", "his", "its", "many", "most", "my", "no",
    "one", "other", "our", "several", "some", "such", "that", "the", "their", "these", "this", "those", "your",
]);

/// Pronouns that are a subject by themselves.
#[rustfmt::skip]
static SUBJECTS: WordSet = WordSet::new(&[
    "anyone", "everybody", "everyone", "he", "i", "it", "nobody", "others", "she", "somebody", "someone", "there",
    "they", "we", "you",
]);

/// Nouns and verbs that end like adverbs.
#[rustfmt::skip]
static NO_ADVERBS: WordSet = WordSet::new(&[
    "ally", "anomaly", "apply", "assembly", "belly", "bully", "butterfly", "comply", "doily", "family", "folly", "gully",
    "homily", "imply", "jelly", "lily", "melancholy", "monopoly", "multiply", "rally", "rely", "reply", "supply",
    "tally",
]);

/// Words that begin a clause inside of a sentence.
#[rustfmt::skip]
static SUBORDINATING: WordSet = WordSet::new(&[
    "although", "as", "because", "but", "how", "if", "once", "since", "so", "than", "that", "though", "unless",
    "until", "what", "when", "whenever", "where", "whereas", "whether", "while", "why", "yet",
]);

pub(super) fn is_auxiliary(word: &str) -> bool {
    AUXILIARIES.contains(word)
}

pub(super) fn is_preposition(word: &str) -> bool {
    PREPOSITIONS.contains(word)
}

pub(super) fn is_determiner(word: &str) -> bool {
    DETERMINERS.contains(word)
}

pub(super) fn is_subject_pronoun(word: &str) -> bool {
    // `she'd`, `they're`
    let word = word.split(['\'', '’']).next().unwrap_or(word);
    SUBJECTS.contains(word)
}

pub(super) fn is_subordinating(word: &str) -> bool {
    SUBORDINATING.contains(word)
}

pub(super) fn is_adverb(scan: &Scan<'_>, index: usize) -> bool {
    let word = scan.folded(index);
    ADVERBS.contains(word)
        || word.len() > 3
            && word.ends_with("ly")
            && scan.is_word(index)
            && !scan.is_capitalised(index)
            && !NO_ADVERBS.contains(word)
}

/// A form of `be`.
pub(super) fn is_be(word: &str) -> bool {
    matches!(
        word,
        "am" | "are" | "aren't" | "be" | "been" | "being" | "is" | "isn't" | "was" | "wasn't" | "were" | "weren't"
    )
}

/// A word that can only be a verb with a subject: an auxiliary, or a past or present of speech.
pub(super) fn is_finite(scan: &Scan<'_>, index: usize) -> bool {
    let word = scan.folded(index);
    is_auxiliary(word) && !matches!(word, "be" | "been" | "being" | "having")
        || matches!(
            word,
            "says" | "said" | "told" | "tells" | "wants" | "wanted" | "thinks" | "thought" | "knows" | "knew"
        )
}

/// The first token of the group of verbs that ends with the one at `verb`: `has repeatedly said`.
pub(super) fn verb_group_start(scan: &Scan<'_>, verb: usize, limit: usize) -> usize {
    let mut from = verb;
    while from > limit && (is_auxiliary(scan.folded(from - 1)) || is_adverb(scan, from - 1)) {
        from -= 1;
    }
    from
}

/// The longest noun phrase that is followed, in tokens.
const LONGEST: usize = 30;

/// The first token of the noun phrase that ends before token `end`, with what hangs on its head: `aides to the mayor`,
/// `voters who had left early`.
pub(super) fn noun_phrase_start(scan: &Scan<'_>, end: usize, limit: usize) -> Option<usize> {
    let limit = limit.max(end.saturating_sub(LONGEST));
    let mut from = end;
    while from > limit {
        let at = from - 1;
        let word = scan.folded(at);
        if scan.is_mark(at) {
            match scan.raw(at) {
                ")" | "]" => {
                    let opening = (limit..at).rev().find(|&index| matches!(scan.raw(index), "(" | "["));
                    match opening {
                        Some(opening) if opening > limit => from = opening,
                        _ => break,
                    }
                }
                "." if at > limit && scan.raw(at - 1).len() <= 4 && scan.is_capitalised(at - 1) => from = at,
                "-" | "‑" | "‐" | "'" | "’" | "&" | "/" | "%" | "$" | "£" | "€" | "#" | "@" => from = at,
                _ => break,
            }
            continue;
        }
        if is_subject_pronoun(word) && !scan.is_capitalised(at.wrapping_sub(1)) {
            if from == end {
                from = at;
            }
            break;
        }
        let nominal = at > limit && is_nominal(scan, at - 1);
        if matches!(word, "who" | "which" | "that" | "whose") {
            if nominal && from < end {
                from = at;
                continue;
            }
            break;
        }
        if is_finite(scan, at) {
            // `voters who had left`: the verb of a relative clause.
            let relative = (limit.max(at.saturating_sub(4))..at)
                .rev()
                .take_while(|&index| !scan.is_mark(index))
                .find(|&index| matches!(scan.folded(index), "who" | "which" | "that"));
            match relative {
                Some(relative) if relative > limit && is_nominal(scan, relative - 1) => from = relative,
                _ => break,
            }
            continue;
        }
        if matches!(word, "and" | "or") {
            let alike = scan.is_capitalised(from) == scan.is_capitalised(at.wrapping_sub(1))
                && !is_determiner(scan.folded(from))
                && !is_subject_pronoun(scan.folded(from));
            if nominal && from < end && alike {
                from = at;
                continue;
            }
            break;
        }
        if is_preposition(word) {
            let carries = |verb: &lexicon::Entry| match verb.form {
                Form::Base => true,
                // `a source speaking to the paper`
                Form::Ing => at > limit + 1 && is_nominal(scan, at - 2),
                _ => false,
            };
            if nominal && from < end && lexicon::verb(scan.folded(at - 1)).as_ref().is_none_or(carries) {
                from = at;
                continue;
            }
            break;
        }
        if is_subordinating(word) {
            break;
        }
        from = at;
        if is_determiner(word) {
            let before = at.checked_sub(1).map_or("", |before| scan.folded(before));
            let hangs = at > limit && (is_preposition(before) || is_determiner(before));
            if !hangs {
                break;
            }
        }
    }
    // What stands after a preposition that nothing carries (`In a statement`, `On Monday`) is no part of the subject.
    let governed = from > limit && is_preposition(scan.folded(from - 1)) && from < end;
    if governed {
        let inner = (from + 1..end).rev().find(|&index| is_determiner(scan.folded(index)));
        let name = (from + 1..end).find(|&index| scan.is_capitalised(index) && scan.is_lower(index - 1));
        // `After Holm said`: a conjunction.
        let joins = matches!(scan.folded(from - 1), "after" | "before");
        from = inner.or(name).or(joins.then_some(from))?;
    }
    while from < end
        && (is_adverb(scan, from) || is_preposition(scan.folded(from)) || matches!(scan.folded(from), "and" | "or"))
    {
        from += 1;
    }
    (from < end && (from..end).any(|index| scan.is_word(index) || scan.is_number(index))).then_some(from)
}

/// Whether a noun can stand here: a word of no closed class, a number, or a word such as `some`.
fn is_nominal(scan: &Scan<'_>, index: usize) -> bool {
    let word = scan.folded(index);
    scan.is_number(index)
        || matches!(scan.raw(index), ")" | "%")
        || matches!(
            word,
            "some" | "many" | "most" | "all" | "one" | "those" | "others" | "both" | "few" | "any" | "none" | "each"
        )
        || scan.is_word(index)
            && (!is_function_word(word) || scan.is_capitalised(index))
            && !is_adverb(scan, index)
            && !is_auxiliary(word)
}

/// Marks at the end of a sentence are none of its words.
pub(super) fn last_word(scan: &Scan<'_>, start: usize, end: usize) -> usize {
    let mut stop = end;
    while stop > start && matches!(scan.raw(stop - 1), "." | "!" | "?" | "\"" | "”" | "’" | "'" | "…") {
        stop -= 1;
    }
    stop
}

/// Whether a word belongs to a time: `Monday`, `today`, `earlier`.
pub(super) fn is_time_word(scan: &Scan<'_>, index: usize) -> bool {
    crate::time::is_calendar_word(scan.folded(index))
        || matches!(
            scan.folded(index),
            "today"
                | "yesterday"
                | "tonight"
                | "late"
                | "earlier"
                | "last"
                | "morning"
                | "afternoon"
                | "night"
                | "evening"
                | "week"
                | "weekend"
                | "month"
                | "year"
                | "recently"
        )
}
