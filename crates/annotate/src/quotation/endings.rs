//! Which words and commas end what is reported.

use super::lexicon::{self, Form, OBJ_INF, SAY, SPEECH};
use super::phrase::{is_adverb, is_auxiliary, is_preposition, is_subject_pronoun, is_subordinating};
use crate::scan::Scan;

/// Whether a clause ends at a comma before token `next`.
pub(super) fn comma_ends_clause(scan: &Scan<'_>, next: usize) -> bool {
    let word = scan.folded(next);
    let after = scan.folded(next + 1);
    matches!(word, "though" | "although" | "prompting" | "despite")
        || word == "according" && !is_inserted(scan, next)
        || speaks(word, Form::Ing)
        || is_adverb(scan, next) && after.ends_with("ing")
        // `, with Holm calling it`; `, as Holm put it`; `, where she also promised`
        || word == "with" && (next + 2..next + 7).any(|index| speaks(scan.folded(index), Form::Ing))
        || word == "as" && (next + 2..next + 6).any(|index| matches!(scan.folded(index), "put" | "puts") && scan.folded(index + 1) == "it")
        || matches!(word, "where" | "who") && is_adverb(scan, next + 2) && is_past_report(scan, next + 3)
        // `, a swipe at Berg`
        || word == "which" && is_past(scan, next + 1)
        || matches!(word, "a" | "an") && is_remark(scan, next + 1)
        || matches!(word, "and" | "but" | "while") && (is_report(scan, next + 1) || says_soon(scan, next + 1))
        || is_report(scan, next) && word != "who"
}

/// Whether the clause goes on behind a source: `the crews, according to the union, had to`.
fn is_inserted(scan: &Scan<'_>, from: usize) -> bool {
    /// The longest source, in tokens.
    const SOURCE: usize = 10;
    (from..from + SOURCE)
        .find(|&index| scan.raw(index) == ",")
        .is_some_and(|comma| is_auxiliary(scan.folded(comma + 1)))
}

/// Whether a verb in the past begins: what the writer tells of what has been said.
fn is_past(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.folded(at);
    scan.is_lower(at) && (word.ends_with("ed") || matches!(word, "drew" | "led" | "came" | "brought" | "was" | "were"))
}

/// Whether a noun for what has just been said begins an apposition of the writer's: `a clear reference to`.
fn is_remark(scan: &Scan<'_>, at: usize) -> bool {
    (at..at + 3).take_while(|&index| scan.is_lower(index)).any(|index| {
        lexicon::noun(scan.folded(index)).is_some()
            || matches!(
                scan.folded(index),
                "allusion"
                    | "comment"
                    | "comparison"
                    | "dig"
                    | "jab"
                    | "line"
                    | "nod"
                    | "phrase"
                    | "quip"
                    | "reference"
                    | "response"
                    | "retort"
                    | "stance"
                    | "swipe"
                    | "term"
                    | "move"
            )
    })
}

/// Whether a word is this form of a verb of speech.
fn speaks(word: &str, form: Form) -> bool {
    lexicon::verb(word).is_some_and(|verb| verb.frames & SPEECH != 0 && verb.form == form)
}

pub(super) fn ends_clause(scan: &Scan<'_>, index: usize) -> bool {
    match scan.folded(index) {
        ";" => is_report(scan, index + 1),
        "and" | "but" => {
            // `saying that … and asking whether`
            let participle = speaks(scan.folded(index + 1), Form::Ing)
                && (scan.is_mark(index + 2) || matches!(scan.folded(index + 2), "that" | "whether"));
            participle || is_past_report(scan, index + 1) || says_soon(scan, index + 1)
        }
        _ => false,
    }
}

/// A past form of speech, or one after an adverb: `warned`, `later added`.
fn is_past_report(scan: &Scan<'_>, at: usize) -> bool {
    let at = if is_adverb(scan, at) { at + 1 } else { at };
    !scan.is_capitalised(at)
        && lexicon::verb(scan.folded(at)).is_some_and(|verb| match verb.form {
            Form::Past => verb.frames & (SPEECH | SAY | OBJ_INF) != 0,
            Form::Present => verb.frames & SPEECH != 0 && lexicon::noun(scan.folded(at)).is_none(),
            _ => false,
        })
}

/// Whether a subject of a word or two and a cue stand at `at`: `he said`, `Inga Strand warned`, `warned`.
pub(super) fn is_report(scan: &Scan<'_>, at: usize) -> bool {
    (at..at + 4).take_while(|&index| scan.is_word(index)).any(|index| {
        let pronoun = index > at && is_subject_pronoun(scan.folded(index - 1));
        !scan.is_capitalised(index)
            && lexicon::verb(scan.folded(index)).is_some_and(|verb| match verb.form {
                Form::Past => {
                    pronoun && verb.frames & (SPEECH | OBJ_INF) != 0
                        || index == at
                        || verb.frames & SPEECH != 0 && scan.is_capitalised(index - 1)
                }
                Form::Present => {
                    verb.frames & SPEECH != 0 && (pronoun || index == at || scan.is_capitalised(index - 1))
                }
                _ => false,
            })
    })
}

/// Whether a verb of saying stands within the first words of another clause: `73 per cent said`.
fn says_soon(scan: &Scan<'_>, at: usize) -> bool {
    (at..at + 6)
        .take_while(|&index| scan.is_word(index) || scan.is_number(index))
        .any(|index| matches!(scan.folded(index), "said" | "says" | "say" | "added" | "told"))
}

pub(super) fn comma_ends_phrase(scan: &Scan<'_>, next: usize) -> bool {
    let word = scan.folded(next);
    word.ends_with("ing")
        || matches!(
            word,
            "and" | "but" | "or" | "who" | "which" | "where" | "a" | "an" | "so" | "then" | "according" | "not"
        )
        || is_subject_pronoun(word)
        || is_preposition(word)
        || is_subordinating(word)
        || is_adverb(scan, next)
        || is_report(scan, next)
        || scan.folded(next + 1) == "said"
}

pub(super) fn ends_phrase(scan: &Scan<'_>, index: usize, clausal: bool) -> bool {
    match scan.raw(index) {
        ";" | "—" | "–" | ":" => return true,
        "-" => return !scan.is_glued(index),
        _ => {}
    }
    let next = scan.folded(index + 1);
    let word = scan.folded(index);
    if matches!(word, "and" | "but") {
        return is_auxiliary(next)
            || is_subject_pronoun(next)
            || is_past_report(scan, index + 1)
            || next.ends_with("ed") && scan.is_lower(index + 1)
            || clausal && speaks_or_acts(scan, index + 1);
    }
    if matches!(word, "because" | "while" | "although" | "though" | "unless" | "whereas" | "despite" | "amid") {
        return true;
    }
    // `praised the crew on Monday.`, but `called the talks on Monday "a farce"`
    let day = |at: usize| {
        scan.folded(at).ends_with("day") && crate::time::is_calendar_word(scan.folded(at)) && !scan.is_possessive(at)
    };
    let last = |at: usize| {
        !scan.is_word(at) && !matches!(scan.raw(at), "“" | "\"" | "‘" | "'") || is_preposition(scan.folded(at))
    };
    let day = day(index) && !is_preposition(scan.folded(index.saturating_sub(1))) && last(index + 1)
        || word == "on" && day(index + 1) && last(index + 2);
    !clausal && (day || matches!(word, "when" | "after" | "before" | "during" | "since" | "until" | "if"))
}

/// Whether a second infinitive with a report of its own begins: `to accuse the port and encourage the crew to leave`.
fn speaks_or_acts(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.folded(at);
    scan.is_lower(at)
        && lexicon::noun(word).is_none()
        && lexicon::verb(word).is_some_and(|verb| verb.form == Form::Base)
}
