//! Whether what a weekday or a date tells lies behind or ahead, by the tense of the verb it belongs to.

use super::words;
use crate::scan::{Scan, is_acronym};

/// Whether what happens at the time named at token `at` lies ahead, by the tense of the nearest verb: the last one before
/// in the clause, else the first one after it, else the last one of the sentence before. Without one it lies behind,
/// since news tells what was.
pub(super) fn is_ahead(scan: &Scan<'_>, at: usize) -> bool {
    told(scan, at) == Told::Ahead
}

/// What a clause tells of the time it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// That it lies ahead.
    Ahead,
    /// That it lies behind: the verb before it is in the past.
    Behind,
    /// Neither for certain.
    Open,
}

/// What the nearest verb tells of the time named at token `at`.
pub(super) fn told(scan: &Scan<'_>, at: usize) -> Told {
    /// A verb further off than this is another clause's.
    const REACH: usize = 14;
    let tokens = scan.sentences.get(scan.sentence_of(at)).map_or(at..at + 1, |sentence| sentence.tokens.clone());
    let mut passed_comma = false;
    let mut far = None;
    for index in (tokens.start.max(at.saturating_sub(REACH))..at).rev() {
        match scan.raw(index) {
            ";" | ":" | "\"" | "“" | "”" => break,
            "," => passed_comma = true,
            _ => {}
        }
        if let Some(ahead) = tense(scan, index) {
            if !passed_comma {
                // What somebody said may lie ahead: `the vote in November, he said`.
                let reports = crate::quotation::is_cue(scan.folded(index));
                return if ahead {
                    Told::Ahead
                } else if reports {
                    Told::Open
                } else {
                    Told::Behind
                };
            }
            far = Some(ahead);
            break;
        }
    }
    let after = (at + 1..tokens.end.min(at + REACH))
        .take_while(|&index| !matches!(scan.raw(index), ";" | ":" | "\"" | "“" | "”"))
        .find_map(|index| tense(scan, index));
    if after.or(far).unwrap_or(false) { Told::Ahead } else { Told::Open }
}

/// Whether the verb at `index` tells of what lies ahead; nothing where there is no verb that tells.
fn tense(scan: &Scan<'_>, index: usize) -> Option<bool> {
    let word = scan.folded(index);
    let before = index.checked_sub(1).map_or("", |before| scan.folded(before));
    let past_auxiliary = |word: &str| matches!(word, "was" | "were" | "had");
    if word == "would" {
        return Some(!matches!(scan.folded(index + 1), "have" | "often"));
    }
    if words::AHEAD.contains(word) || word.ends_with("'ll") {
        return Some(!past_auxiliary(before));
    }
    if scan.folded(index + 1) == "to" {
        if words::AHEAD_TO.contains(word) {
            return Some(!past_auxiliary(before));
        }
        if matches!(word, "is" | "are") {
            return Some(true);
        }
    }
    let is_noun = || {
        matches!(before, "a" | "the" | "an" | "his" | "her" | "its" | "their" | "these" | "those" | "of")
            || index.checked_sub(1).is_some_and(|before| crate::number::single(scan, before).is_some())
    };
    if words::SCHEDULED.contains(word) && scan.is_lower(index) && !is_noun() {
        return Some(true);
    }
    // `Sailings resume on Friday`: the plural is told from the infinitive by its subject.
    let plural = || {
        words::SCHEDULED.words().iter().any(|singular| singular.strip_suffix('s') == Some(word))
            && (matches!(before, "they" | "we")
                || before.ends_with('s')
                    && index > 0
                    && !scan.is_function(index - 1)
                    && !is_acronym(scan.raw(index - 1)))
    };
    if scan.is_lower(index) && plural() {
        return Some(true);
    }
    // `expected to be held`: the participle has no tense of its own.
    let participle = matches!(before, "be" | "been" | "being" | "is" | "are" | "has" | "have" | "was" | "were" | "had");
    let regular = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    let infinitive = matches!(before, "to" | "not" | "would" | "could" | "should" | "may" | "might");
    let auxiliary = past_auxiliary(word) || matches!(word, "did" | "has" | "have" | "says") && !infinitive;
    let past = || (regular || words::PAST.contains(word)) && !participle && !is_noun();
    (scan.is_lower(index) && (auxiliary || past())).then_some(false)
}
