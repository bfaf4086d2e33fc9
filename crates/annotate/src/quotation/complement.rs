//! What follows a word that reports, and how far it goes.

use super::endings::{comma_ends_clause, comma_ends_phrase, ends_clause, ends_phrase, is_report};
use super::lexicon::{self, Entry, Form, INF, ING, OBJ, OBJ_INF, SAY, SPEECH, THAT, TO_WHOM, WH, takes};
use super::phrase::{
    is_adverb, is_auxiliary, is_determiner, is_finite, is_preposition, is_subject_pronoun, is_subordinating,
    is_time_word,
};
use super::report::Reporter;
use crate::scan::Scan;

/// What a word reports, in tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Complement {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The token after the cue, with the preposition that belongs to it.
    pub(super) cue_end: usize,
    /// Whether it is a clause or an infinitive, and no noun phrase.
    pub(super) clausal: bool,
}

/// Between a cue and `that` stand whom it is said to, when and where, in at most so many tokens.
const BETWEEN: usize = 18;

/// A cue follows the words in marks that it gives within so many tokens.
const CUE: usize = 6;

/// Boundaries further off than this are not looked for, in tokens.
const REACH: usize = 150;

/// The complement of the verb or adjective at `cue`.
pub(super) fn of(reporter: &Reporter<'_>, cue: usize, entry: &Entry) -> Option<Complement> {
    let scan = reporter.view.scan;
    let stop = reporter.limits.stop;
    let mut next = cue + 1;
    while next < stop && is_adverb(scan, next) && scan.folded(next) != "there" {
        next += 1;
    }
    if next >= stop {
        return None;
    }
    let word = scan.folded(next);
    let clause = |start: usize, cue_end: usize| clause(reporter, start, cue_end);
    // `said that`, `told reporters on Monday that`
    if entry.frames & (SAY | THAT) != 0
        && let Some(that) = that_after(reporter, next)
    {
        return clause(that, cue + 1);
    }
    if entry.frames & INF != 0 && word == "to" && is_infinitive(scan, next) {
        return phrase(reporter, next, cue + 1, true);
    }
    let mut object = next;
    if entry.frames & TO_WHOM != 0 {
        object = after_addressee(reporter, next).unwrap_or(next);
    }
    if entry.frames & (WH | THAT | SAY) != 0 && object < stop {
        let question = scan.folded(object);
        let asks = entry.frames & WH != 0
            && matches!(question, "whether" | "if" | "why" | "how" | "what" | "who" | "where" | "when" | "which");
        if asks || matches!(question, "whether" | "why" | "how" | "what") {
            return clause(object, cue + 1);
        }
    }
    if takes(entry, word) && next == cue + 1 && next + 1 < stop && !scan.is_mark(next + 1) {
        if word == "out" {
            return that_after(reporter, next + 1)
                .and_then(|that| clause(that, next + 1))
                .or_else(|| begins_clause(scan, next + 1).then(|| clause(next + 1, next + 1)).flatten())
                .or_else(|| phrase(reporter, next + 1, next + 1, false));
        }
        if entry.frames & OBJ_INF != 0
            && let Some(found) = object_infinitive(reporter, next + 1)
        {
            return found.then(|| phrase(reporter, next + 1, next + 1, true)).flatten();
        }
        return phrase(reporter, next + 1, next + 1, false);
    }
    if entry.frames & OBJ_INF != 0 && object_infinitive(reporter, next) == Some(true) {
        return phrase(reporter, next, cue + 1, true);
    }
    if entry.frames & SAY != 0 {
        let after = if entry.frames & TO_WHOM != 0 { object } else { after_occasion(reporter, next) };
        let addressed = entry.frames & TO_WHOM == 0 || object > next;
        if after + 1 < stop && addressed && begins_clause(scan, after) && has_verb(reporter, after, entry) {
            return clause(after, cue + 1);
        }
    }
    // `said, if elected, she would`
    if entry.frames & SAY != 0
        && next == cue + 1
        && word == ","
        && (is_preposition(scan.folded(next + 1)) || is_subordinating(scan.folded(next + 1)))
        && let Some(comma) = (next + 2..stop.min(next + BETWEEN)).find(|&index| scan.raw(index) == ",")
        && !(next + 1..comma).any(|index| is_finite(scan, index))
        && begins_clause(scan, comma + 1)
        && has_finite(reporter, comma + 1)
    {
        return clause(next + 1, cue + 1);
    }
    if entry.frames & THAT != 0 && begins_clause(scan, next) && has_finite(reporter, next) {
        return clause(next, cue + 1);
    }
    if entry.frames & TO_WHOM != 0
        && let Some(preposition) = preposition_after(reporter, next, entry)
    {
        let end = boundary(reporter, next, preposition + 1, false, comma_ends_phrase, |scan, index| {
            ends_phrase(scan, index, false)
        });
        return Some(Complement { start: next, end, cue_end: cue + 1, clausal: false });
    }
    if entry.frames & ING != 0 && word.len() > 5 && word.ends_with("ing") && scan.is_lower(next) {
        return phrase(reporter, next, cue + 1, true);
    }
    let object = after_occasion(reporter, next);
    if entry.frames & OBJ != 0 && begins_object(scan, object) {
        return phrase(reporter, object, cue + 1, false);
    }
    None
}

/// The complement of a participle after `be`: `was accused of …`, `is expected to …`, `was told that …`.
pub(super) fn of_passive(reporter: &Reporter<'_>, cue: usize, entry: &Entry) -> Option<Complement> {
    let scan = reporter.view.scan;
    let next = cue + 1;
    if entry.frames & (SAY | THAT) != 0
        && let Some(that) = that_after(reporter, next)
    {
        return clause(reporter, that, cue + 1);
    }
    if entry.frames & (OBJ_INF | INF | SAY | OBJ) != 0 && scan.folded(next) == "to" && is_infinitive(scan, next) {
        return phrase(reporter, next, cue + 1, true);
    }
    if entry.frames & WH != 0 && matches!(scan.folded(next), "whether" | "why" | "how" | "if" | "what") {
        return clause(reporter, next, cue + 1);
    }
    if entry.frames & TO_WHOM != 0 && takes(entry, scan.folded(next)) {
        return phrase(reporter, next + 1, next + 1, false);
    }
    None
}

/// What follows a noun that reports. Without an owner only a clause is one.
pub(super) fn of_noun(reporter: &Reporter<'_>, next: usize, entry: &Entry, owned: bool) -> Option<Complement> {
    let scan = reporter.view.scan;
    let word = scan.folded(next);
    if entry.frames & THAT != 0 && word == "that" && next + 2 < reporter.limits.stop {
        // `the report that said`: a relative clause.
        if is_auxiliary(scan.folded(next + 1))
            || lexicon::verb(scan.folded(next + 1)).is_some_and(|verb| verb.form == Form::Past)
        {
            return None;
        }
        return phrase(reporter, next, next, true).or_else(|| clause(reporter, next, next));
    }
    if owned && entry.frames & INF != 0 && word == "to" && is_infinitive(scan, next) {
        return phrase(reporter, next, next, true);
    }
    if owned && takes(entry, word) {
        // The noun may be a subject: what is reported ends before its verb.
        let ends = |scan: &Scan<'_>, index: usize| {
            let relative = matches!(scan.folded(index - 1), "who" | "which" | "that")
                || is_subject_pronoun(scan.folded(index - 1));
            is_finite(scan, index) && !relative || ends_phrase(scan, index, false)
        };
        let end = boundary(reporter, next + 1, next + 2, false, comma_ends_phrase, ends);
        return Some(Complement { start: next + 1, end, cue_end: next + 1, clausal: false });
    }
    None
}

/// The `that` of a clause after `from`, if nothing but whom, when and where stands before it.
fn that_after(reporter: &Reporter<'_>, from: usize) -> Option<usize> {
    let scan = reporter.view.scan;
    let stop = reporter.limits.stop;
    let that = (from..stop.min(from + BETWEEN)).find(|&index| scan.folded(index) == "that")?;
    let barred = (from..that).any(|index| {
        matches!(scan.raw(index), ";" | ":" | "\"" | "“")
            || is_finite(scan, index)
            || is_subject_pronoun(scan.folded(index))
            || lexicon::verb(scan.folded(index)).is_some_and(|verb| {
                verb.frames & SPEECH != 0
                    && matches!(verb.form, Form::Past | Form::Present)
                    && !is_determiner(scan.folded(index - 1))
            })
    });
    // `said of the plan that sank`: a noun stands right before, and a verb right after.
    let relative = that > from
        && (is_auxiliary(scan.folded(that + 1))
            || lexicon::verb(scan.folded(that + 1)).is_some_and(|verb| verb.form == Form::Past))
        && !is_time_word(scan, that - 1);
    let loose = matches!(scan.folded(that + 1), "," | "." | "") && reporter.view.marked_at(that + 2).is_none();
    let demonstrative = that == from && loose || that + 2 >= stop;
    (!barred && !relative && !demonstrative).then_some(that)
}

/// Whether `to` at `at` begins an infinitive and no place: a word of small letters follows that is no article.
fn is_infinitive(scan: &Scan<'_>, at: usize) -> bool {
    let mut verb = at + 1;
    while is_adverb(scan, verb) {
        verb += 1;
    }
    if matches!(scan.raw(verb), "“" | "\"" | "‘" | "'") {
        return !scan.is_capitalised(verb + 1);
    }
    scan.is_word(verb)
        && !is_determiner(scan.folded(verb))
        && !is_preposition(scan.folded(verb))
        && !scan.folded(verb).ends_with("ing")
}

/// Whether a noun phrase and an infinitive follow: `urged the crew to leave`.
fn object_infinitive(reporter: &Reporter<'_>, from: usize) -> Option<bool> {
    /// The longest object that is waited for, in tokens.
    const OBJECT: usize = 12;
    let scan = reporter.view.scan;
    let stop = reporter.limits.stop.min(from + OBJECT);
    for index in from..stop {
        let word = scan.folded(index);
        if word == "to" && index > from && is_infinitive(scan, index) {
            return Some(true);
        }
        if is_finite(scan, index)
            || is_subordinating(word)
            || (scan.is_mark(index) && !scan.is_hyphen(index) && !matches!(scan.raw(index), "." | "'" | "’"))
        {
            return None;
        }
    }
    None
}

/// The preposition of a verb behind its object: `accused the port's owner, Inga Strand, of …`.
fn preposition_after(reporter: &Reporter<'_>, from: usize, entry: &Entry) -> Option<usize> {
    let scan = reporter.view.scan;
    (from + 1..reporter.limits.stop.min(from + BETWEEN))
        .take_while(|&index| !is_finite(scan, index) && !is_subordinating(scan.folded(index)))
        .find(|&index| takes(entry, scan.folded(index)))
}

/// After whom it is said to: a pronoun, a name, a bare plural or a phrase with its article.
fn after_addressee(reporter: &Reporter<'_>, from: usize) -> Option<usize> {
    let scan = reporter.view.scan;
    let stop = reporter.limits.stop;
    let word = scan.folded(from);
    if matches!(word, "me" | "us" | "you" | "him" | "her" | "it" | "them" | "himself" | "herself" | "themselves") {
        return Some(skip_occasion(reporter, from + 1));
    }
    if let Some(end) = reporter.cast.name_at(from).filter(|&end| !scan.is_possessive(end - 1)) {
        return Some(skip_occasion(reporter, end));
    }
    let mut at = from;
    if is_determiner(word) {
        at += 1;
    }
    let noun = |index: usize| {
        index < stop
            && (scan.is_word(index) && !scan.is_function(index) && !is_subordinating(scan.folded(index))
                || scan.is_hyphen(index)
                || scan.is_number(index))
    };
    while noun(at) && at < from + 8 {
        at += 1;
    }
    (at > from).then(|| skip_occasion(reporter, at))
}

/// After when and where something is said: `on Monday`, `in a statement`, `at a rally in Bergen`.
fn skip_occasion(reporter: &Reporter<'_>, from: usize) -> usize {
    let scan = reporter.view.scan;
    let stop = reporter.limits.stop;
    let mut at = from;
    for _ in 0..4 {
        let begun = at;
        if matches!(scan.folded(at), "on" | "in" | "at" | "during" | "last" | "this" | "earlier" | "late")
            || is_time_word(scan, at)
        {
            let mut end = at;
            if is_preposition(scan.folded(end)) || matches!(scan.folded(end), "during" | "this") {
                end += 1;
            }
            if is_time_word(scan, end) {
                while end < stop && (is_time_word(scan, end) || scan.is_number(end)) {
                    end += 1;
                }
                at = end;
            } else if end > at
                && (matches!(scan.folded(end), "a" | "an" | "his" | "her" | "its" | "their" | "the")
                    || scan.is_number(end))
            {
                end += 1;
                let first = end;
                while end < stop
                    && (scan.is_word(end) && !scan.is_function(end) || scan.is_hyphen(end))
                    && !is_time_word(scan, end)
                    && end < first + 5
                {
                    end += 1;
                }
                if end > first {
                    at = end;
                }
            } else if end > at
                && let Some(after) = reporter.cast.name_at(end)
                && !scan.is_possessive(after - 1)
            {
                at = after;
            }
        } else if matches!(scan.folded(at), "to" | "with")
            && at > from
            && let Some(end) = reporter.cast.name_at(at + 1)
        {
            at = end;
        }
        if at == begun {
            break;
        }
    }
    at
}

fn after_occasion(reporter: &Reporter<'_>, from: usize) -> usize {
    let after = skip_occasion(reporter, from);
    let scan = reporter.view.scan;
    // `said, after a pause, the pier` is not followed; `said on Monday, the pier` is no complement.
    if after < reporter.limits.stop && !scan.is_mark(after) { after } else { from }
}

/// Whether a clause can begin here: with a subject, or an adverb or conjunction that goes before one.
fn begins_clause(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.folded(at);
    if scan.is_mark(at) {
        return matches!(scan.raw(at), "$" | "£" | "€" | "“" | "\"" | "‘" | "#" | "@");
    }
    scan.is_capitalised(at)
        || scan.is_number(at)
        || is_subject_pronoun(word)
        || is_determiner(word)
        || matches!(
            word,
            "if" | "when"
                | "while"
                | "who"
                | "about"
                | "more"
                | "few"
                | "not"
                | "even"
                | "despite"
                | "nothing"
                | "none"
                | "only"
                | "under"
                | "although"
                | "once"
                | "unless"
                | "without"
                | "until"
        )
        || matches!((word, scan.folded(at + 1)), ("at", "least" | "most"))
        || scan.is_lower(at)
            && !coincide_text::is_function_word(word)
            // `said crews "were tired"`
            && (!scan.is_mark(at + 1) || matches!(scan.raw(at + 1), "“" | "\"") && !scan.is_glued(at))
}

/// Whether the clause after a verb that also takes objects shows a verb; after a verb of saying alone none need be seen.
fn has_verb(reporter: &Reporter<'_>, from: usize, entry: &Entry) -> bool {
    let scan = reporter.view.scan;
    let subject = is_subject_pronoun(scan.folded(from));
    if subject || entry.frames & OBJ == 0 && entry.frames & SPEECH != 0 {
        // `said no word`, `said Holm`: the speaker after the cue.
        return true;
    }
    has_finite(reporter, from)
}

/// Whether a finite verb that can be seen follows before the next mark.
fn has_finite(reporter: &Reporter<'_>, from: usize) -> bool {
    /// The longest subject that is waited for, in tokens.
    const SUBJECT: usize = 14;
    let scan = reporter.view.scan;
    (from + 1..reporter.limits.stop.min(from + SUBJECT))
        .take_while(|&index| !matches!(scan.raw(index), ";" | ":" | ","))
        .any(|index| is_finite(scan, index) || is_subject_pronoun(scan.folded(from)))
}

/// Whether a noun phrase can begin here.
fn begins_object(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.folded(at);
    if scan.is_mark(at) {
        return matches!(scan.raw(at), "$" | "£" | "€" | "#" | "@" | "“" | "\"" | "‘" | "'");
    }
    if is_time_word(scan, at) && !scan.is_possessive(at) {
        return false;
    }
    scan.is_number(at)
        || is_determiner(word)
        || matches!(
            word,
            "him" | "them" | "it" | "me" | "us" | "himself" | "herself" | "themselves" | "itself" | "what" | "more"
        )
        || scan.is_word(at) && !coincide_text::is_function_word(word) && !is_subordinating(word)
}

/// A clause from `start` to its end: before another report (`, adding that`, `and warned`, `, but he said`), or a
/// concession of the writer's (`, though`).
fn clause(reporter: &Reporter<'_>, start: usize, cue_end: usize) -> Option<Complement> {
    let end = boundary(reporter, start, start + 2, true, comma_ends_clause, ends_clause);
    (start + 1 < end).then_some(Complement { start, end, cue_end, clausal: true })
}

/// Where a clause that is interrupted by its cue ends, from the token after that cue on.
pub(super) fn clause_end(reporter: &Reporter<'_>, from: usize) -> usize {
    boundary(reporter, from, from, true, comma_ends_clause, ends_clause)
}

/// The first token from `from` on at which a stretch ends, words in marks being passed over. `comma` tells of the token
/// after a comma, which may stand before a closing mark, whether the stretch ends there; `word` of any other token.
fn boundary(
    reporter: &Reporter<'_>,
    start: usize,
    from: usize,
    clausal: bool,
    comma: impl Fn(&Scan<'_>, usize) -> bool,
    word: impl Fn(&Scan<'_>, usize) -> bool,
) -> usize {
    let scan = reporter.view.scan;
    let stop = reporter.limits.stop;
    let limit = stop.min(start + REACH);
    // `Though Holm said the pier was closed, the ferry left`: the clause that leads in ends at its comma.
    let leads = reporter.leads_in(start);
    let mut index = start;
    while index < limit {
        if let Some(words) = reporter.view.marked_at(index) {
            index = words.after.max(index + 1);
            // `what Holm called "the old way," the town`: a thing in marks is over with its comma.
            let is_all = words.open == start && !clausal && scan.is_lower(index);
            if scan.raw(words.content.end.saturating_sub(1)) == ","
                && index > from
                && (leads || is_all || comma(scan, index))
            {
                return index.min(stop);
            }
            // `was a "blow" as he toured the pier`: when it was said.
            let occasion = matches!(scan.folded(index), "as" | "while" | "when" | "after" | "before")
                && matches!(scan.folded(index + 1), "he" | "she" | "they");
            if clausal && occasion && index > from && !is_report(scan, index + 1) {
                return index.min(stop);
            }
            continue;
        }
        // `called for calm: "Go home," she said`: the words in marks have a cue of their own.
        if scan.raw(index) == ":"
            && index > from
            && let Some(words) = reporter.view.marked_at(index + 1)
            && scan.raw(words.content.end.saturating_sub(1)) == ","
            && reporter.any_taken(words.after..words.after + CUE)
        {
            return index;
        }
        if index >= from {
            let ends = match scan.raw(index) {
                "," => leads || comma(scan, index + 1),
                _ => word(scan, index),
            };
            if ends {
                return index;
            }
        }
        index += 1;
    }
    stop
}

/// A noun phrase or an infinitive from `start` to its end: a comma that goes on with something else, a conjunction with a
/// new verb, a word that begins another clause.
fn phrase(reporter: &Reporter<'_>, start: usize, cue_end: usize, clausal: bool) -> Option<Complement> {
    let end = boundary(reporter, start, start + 1, clausal, comma_ends_phrase, |scan, index| {
        ends_phrase(scan, index, clausal)
    });
    (start < end).then_some(Complement { start, end, cue_end, clausal })
}
