//! Which cue, and so which speaker, words in marks belong to.

use std::ops::Range;

use coincide_text::Span;

use super::lexicon;
use super::marks::Marked;
use super::phrase::{is_adverb, is_be, is_finite, is_preposition, is_subject_pronoun, is_subordinating};
use super::speaker::{Cast, Found, cue_span};
use super::words::{BEFORE_TERMS, CONJUNCTIONS, CUES};
use crate::Speaker;
use crate::entity::{ADDRESS, ROLES};
use crate::scan::{Scan, is_in};

/// The cue and the speaker of a quotation.
#[derive(Clone, Debug)]
pub(super) struct Attribution {
    pub(super) speaker: Option<Speaker>,
    pub(super) cue: Option<Span>,
    /// Whether the cue gives a word to a thing (`called it "illegal"`).
    pub(super) names: bool,
    /// Whether nothing but the speaker stands between the cue and the mark.
    pub(super) adjacent: bool,
}

/// What stands around words in marks in their own sentences.
pub(super) struct Setting {
    /// The tokens of the sentence before the opening mark.
    before: Range<usize>,
    /// Where the last quotation of the same sentence ends, if one stands before.
    previous: Option<usize>,
    /// The tokens of the sentence after the closing mark, up to the next quotation.
    after: Range<usize>,
    pub(super) starts_sentence: bool,
    /// Whether a cue, a comma after one or a colon stands right before the mark.
    pub(super) is_introduced: bool,
}

impl Setting {
    pub(super) fn of(scan: &Scan<'_>, words: &Marked, previous: Option<&Marked>, next: Option<&Marked>) -> Self {
        let first =
            scan.sentences.get(scan.sentence_of(words.open)).map_or(words.open, |sentence| sentence.tokens.start);
        let last = scan
            .sentences
            .get(scan.sentence_of(words.after.saturating_sub(1)))
            .map_or(words.after, |sentence| sentence.tokens.end);
        // A paragraph may end in `Holm continued:` and the words stand in the next one.
        let continued = words.open == first && first > 0 && scan.raw(first - 1) == ":";
        let first = if continued {
            scan.sentences.get(scan.sentence_of(first - 1)).map_or(first, |sentence| sentence.tokens.start)
        } else {
            first
        };
        let previous = previous.map(|previous| previous.after).filter(|&after| after > first);
        let before = first.min(words.open)..words.open;
        let limit = next.map_or(usize::MAX, |next| next.open);
        // `"…, and so we left." Mayor Holm said that`: the next sentence, whatever the segmenter made of the mark.
        let stops = scan.raw(words.content.end.saturating_sub(1)) == "." && scan.is_capitalised(words.after);
        let last = if stops { words.after } else { last };
        let after = words.after..last.min(limit).max(words.after);
        let own = previous.unwrap_or(first)..words.open;
        let starts_sentence = previous.is_none()
            && own.clone().all(|index| scan.is_mark(index) || is_in(CONJUNCTIONS, scan.folded(index)));
        let mark = words.open.wrapping_sub(1);
        let introduced = match scan.raw(mark) {
            ":" => true,
            // `said that, "of course …"`: a part of the clause.
            "," if scan.folded(mark.wrapping_sub(1)) == "that" => false,
            "," => {
                let cue = |index: usize| is_speech(scan.folded(index)) || scan.folded(index) == "according";
                own.clone().rev().take(8).any(cue)
            }
            _ => own.contains(&mark) && is_speech(scan.folded(mark)),
        };
        Self { before, previous, after, starts_sentence, is_introduced: introduced && words.open > first }
    }

    /// Whether nothing but the words in marks makes up their sentences.
    pub(super) fn is_whole(&self, scan: &Scan<'_>) -> bool {
        self.starts_sentence && self.after.clone().all(|index| scan.is_mark(index))
    }

    /// Whether the word before the mark says that a name or term follows.
    pub(super) fn is_named(&self, scan: &Scan<'_>, words: &Marked) -> bool {
        let Some(before) = words.open.checked_sub(1).filter(|before| self.before.contains(before)) else {
            return false;
        };
        let so_called = scan.folded(before) == "called" && before > 1 && scan.folded(before.saturating_sub(2)) == "so";
        let passive = matches!(scan.folded(before), "called" | "known" | "labeled" | "labelled" | "termed" | "as")
            && before > 1
            && matches!(scan.folded(before - 1), "is" | "are" | "was" | "were" | "be" | "been" | "known" | "so");
        // A programme: `the channel's "Harbour Today"`.
        let owned = scan.is_possessive(before) && scan.is_capitalised(before) && {
            let mut content = words.content.clone().filter(|&index| scan.is_word(index) && !scan.is_function(index));
            content.by_ref().count() <= 6
                && words
                    .content
                    .clone()
                    .filter(|&index| scan.is_word(index) && !scan.is_function(index))
                    .all(|index| scan.is_capitalised(index))
                && scan.is_capitalised(words.content.start)
        };
        is_in(BEFORE_TERMS, scan.folded(before)) || so_called || passive || owned
    }
}

/// Cues that give a word to a thing or a person.
#[rustfmt::skip]
const NAMING: &[&str] = &[
    "blasted", "branded", "called", "calling", "calls", "characterised", "characterising", "characterized",
    "characterizing", "condemned", "condemning", "described", "describes", "describing", "dismissed", "dismissing",
    "hailed", "hailing", "labeled", "labeling", "labelled", "praised", "praising", "referred", "referring",
    "slammed", "slamming",
];

/// The attribution of words in marks, by the words around them. `last` is the entity that spoke last.
pub(super) fn attribute(
    scan: &Scan<'_>,
    cast: &Cast<'_>,
    setting: &Setting,
    last: Option<usize>,
) -> Option<Attribution> {
    let own = setting.previous.unwrap_or(setting.before.start)..setting.before.end;
    let before = cue_before(scan, &own);
    let after = cue_after(scan, cast, setting, last);
    match (before, after) {
        // Right beside the mark the cue before wins; farther off, one that follows the words at once does.
        (Some(cue), Some(follows)) => {
            // `Holm was blunt when asked: "The pier is gone," he said`: what a comma ends is not over.
            let colon = setting.is_introduced
                && scan.raw(own.end - 1) == ":"
                && scan.raw(words_end(scan, setting.after.start)) == ",";
            if setting.is_introduced && !colon || !follows.at_once {
                Some(by_cue_before(scan, cast, cue, &own, setting.after.start, last))
            } else {
                Some(follows.attribution)
            }
        }
        (Some(cue), None) => Some(by_cue_before(scan, cast, cue, &own, setting.after.start, last)),
        (None, Some(follows)) => Some(follows.attribution),
        (None, None) => by_lead(scan, cast, &own, last)
            .or_else(|| by_colon(scan, cast, &own, last))
            .or_else(|| by_signature(scan, cast, setting)),
    }
}

/// The last cue before the mark.
fn cue_before(scan: &Scan<'_>, own: &Range<usize>) -> Option<usize> {
    let cues = || own.clone().rev().filter(|&index| is_finite_cue(scan, index));
    // `He said that 12 had died, according to the port, and must "rest"`: the source is that of its own clause.
    cues().find(|&index| scan.folded(index) != "according").or_else(|| cues().next())
}

/// Whether a word that looks like a cue is a verb here: not `the reported deaths`, `his called number`, `the calls`.
fn is_finite_cue(scan: &Scan<'_>, index: usize) -> bool {
    let word = scan.folded(index);
    if matches!(word, "put" | "puts") {
        return scan.folded(index + 1) == "it";
    }
    if word == "according" {
        return scan.folded(index + 1) == "to";
    }
    if !is_speech(word) || scan.is_capitalised(index) && is_noun_like(word) {
        return false;
    }
    let before = index.checked_sub(1).map_or("", |before| scan.folded(before));
    let nominal = matches!(
        before,
        "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "its"
            | "their"
            | "these"
            | "those"
            | "of"
            | "no"
            | "any"
            | "for"
            | "in"
            | "by"
            | "with"
    );
    let participle = lexicon::verb(word).is_some_and(|verb| verb.form == lexicon::Form::Participle);
    !(nominal && (participle || is_noun_like(word) || word.ends_with("ed") || word == "warning"))
        && !scan.is_hyphen(index + 1)
}

/// Whether a folded word can give words in marks as said.
pub(super) fn is_speech(word: &str) -> bool {
    is_in(CUES, word)
        || lexicon::verb(word)
            .is_some_and(|verb| verb.frames & lexicon::SPEECH != 0 && verb.form != lexicon::Form::Base)
}

fn is_noun_like(word: &str) -> bool {
    matches!(
        word,
        "calls"
            | "claims"
            | "notes"
            | "reports"
            | "states"
            | "warns"
            | "say"
            | "warning"
            | "writing"
            | "posted"
            | "reads"
            | "explains"
            | "promises"
            | "urges"
            | "demanded"
    )
}

/// The first token of the sentence of a token.
fn sentence_start(scan: &Scan<'_>, token: usize) -> usize {
    scan.sentences.get(scan.sentence_of(token)).map_or(token, |sentence| sentence.tokens.start)
}

fn by_cue_before(
    scan: &Scan<'_>,
    cast: &Cast<'_>,
    cue: usize,
    own: &Range<usize>,
    after: usize,
    last: Option<usize>,
) -> Attribution {
    let names = is_in(NAMING, scan.folded(cue));
    let found = if scan.folded(cue) == "according" {
        cast.after(scan, cue + 2, own.end, last)
    } else if matches!(scan.folded(cue), "asked" | "told") && is_be(scan.folded(cue.wrapping_sub(1))) {
        // `Holm was asked by Berg, "…"`
        let by = (cue + 1..own.end).find(|&index| scan.folded(index) == "by");
        by.and_then(|by| cast.after(scan, by + 1, own.end, last))
    } else {
        let participle = scan.folded(cue).ends_with("ing");
        // `Recalling "the long night", the statement urged`
        let leads = participle && cue == sentence_start(scan, cue);
        let after = if scan.raw(after) == "," { after + 1 } else { after };
        let direct = if leads {
            cast.after(scan, after, after + 12, last)
        } else if participle && let Some(found) = cast.name_before(cue, own.start) {
            Some(found)
        } else if participle
            && !matches!(scan.folded(cue.wrapping_sub(1)), "as" | "is" | "was" | "are" | "were" | "been")
        {
            None
        } else {
            cast.before(scan, cue, own.start, last)
        };
        direct.or_else(|| cast.clause_subject(scan, sentence_start(scan, cue).min(own.start), cue, last)).or_else(
            || {
                cast.after(scan, cue + 1, own.end, last).filter(|found| {
                    found.speaker.entity.is_some() && !matches!(scan.folded(cue), "told" | "asked" | "urged")
                })
            },
        )
    };
    // `It was, Holm said, "a blow to us all"`: what stands before the speaker is reported as well.
    let inserted = found.as_ref().is_some_and(|found| {
        found.from > own.start + 1
            && found.from < cue
            && scan.raw(found.from - 1) == ","
            && scan.is_lower(own.end + 1)
            && scan.raw(own.end - 1) == ","
    });
    Attribution {
        speaker: found.map(|found| found.speaker),
        cue: Some(cue_span(scan, cue)),
        names,
        adjacent: !inserted,
    }
}

struct Follows {
    attribution: Attribution,
    /// Whether the cue and its speaker touch the mark.
    at_once: bool,
}

/// The last token in marks that end before `after`.
fn words_end(scan: &Scan<'_>, after: usize) -> usize {
    let mut index = after.saturating_sub(1);
    while index > 0 && matches!(scan.raw(index), "\"" | "”" | "’" | "'" | "»" | "“") {
        index -= 1;
    }
    index
}

/// Verbs that speak with their particle only: `shot back`, `went on`, `chimed in`.
fn is_phrasal(scan: &Scan<'_>, index: usize) -> bool {
    matches!(
        (scan.folded(index), scan.folded(index + 1)),
        ("shot" | "fired" | "hit" | "bit" | "called", "back")
            | ("went" | "goes", "on")
            | ("chimed" | "cut" | "broke" | "jumped", "in")
            | ("piped" | "spoke", "up")
    )
}

/// Whatever word stands where a verb that speaks must: between a comma in the marks and the end of the clause, beside a
/// name or a pronoun (`"We left," Holm began.`, `"We left," began Holm.`).
fn any_verb(scan: &Scan<'_>, cast: &Cast<'_>, start: usize, end: usize) -> Option<usize> {
    let verb =
        |index: usize| index < end && scan.is_lower(index) && !scan.is_function(index) && !is_adverb(scan, index);
    let name = |index: usize| cast.name_at(index).or_else(|| is_person(scan.folded(index)).then_some(index + 1));
    // `"We left!" beamed Holm.`
    if verb(start) && name(start + 1).is_some() {
        return Some(start);
    }
    if scan.raw(words_end(scan, start)) != "," {
        return None;
    }
    let ends = |index: usize| {
        index >= end
            || scan.is_mark(index) && !scan.is_hyphen(index)
            || is_preposition(scan.folded(index))
            || is_adverb(scan, index)
    };
    name(start).filter(|&after| verb(after) && ends(after + 1))
}

/// `he` and `she`
fn is_person(word: &str) -> bool {
    matches!(word, "he" | "she" | "they" | "i" | "we")
}

/// Whether the cue is the first of its sentence, and so not part of what another one reports.
pub(super) fn is_outer(scan: &Scan<'_>, attribution: &Attribution) -> bool {
    let Some(cue) = attribution.cue else { return true };
    let at = scan.tokens.partition_point(|token| token.span.start < cue.start);
    let start = scan.sentences.get(scan.sentence_of(at)).map_or(at, |sentence| sentence.tokens.start);
    /// A cue further before is another clause's.
    const REACH: usize = 60;
    scan.folded(at) != "according" && !(start.max(at.saturating_sub(REACH))..at).any(|index| is_finite_cue(scan, index))
}

/// A cue after the closing mark: `said Holm`, `Holm said`, `Holm, who led the search, said`, `according to Holm`.
fn cue_after(scan: &Scan<'_>, cast: &Cast<'_>, setting: &Setting, last: Option<usize>) -> Option<Follows> {
    /// An attribution does not lie farther behind the mark than this, in tokens.
    const REACH: usize = 45;
    let start = setting.after.start;
    let end = setting.after.end.min(start + REACH);
    // Right behind the mark other verbs give words as well: `"…," he mocks.`, `"…," Holm shot back.`
    /// A subject without anything inserted, in tokens.
    const SUBJECT: usize = 8;
    let loose = |index: usize| {
        scan.raw(words_end(scan, start)) == ","
            && index > start
            && (is_phrasal(scan, index)
                || lexicon::verb(scan.folded(index)).is_some_and(|verb| {
                    !scan.is_capitalised(index) && matches!(verb.form, lexicon::Form::Past | lexicon::Form::Present)
                }))
    };
    let cue = (start..end)
        .find(|&index| is_finite_cue(scan, index))
        .filter(|&cue| cue < start + SUBJECT)
        .or_else(|| (start..end.min(start + SUBJECT)).find(|&index| loose(index)))
        .or_else(|| any_verb(scan, cast, start, end))
        .or_else(|| (start..end).find(|&index| is_finite_cue(scan, index)))?;
    let words = start..cue;
    let first = words.clone().find(|&index| !scan.is_mark(index)).unwrap_or(cue);
    let names = is_in(NAMING, scan.folded(cue));
    let found: Option<Found> = if scan.folded(cue) == "according" {
        cast.after(scan, cue + 2, end, last)
    } else if first == cue {
        cast.after(scan, cue + 1, end, last).or_else(|| cast.before(scan, cue, start, last))
    } else {
        // The last comma between the mark and the cue bounds the subject if nothing is inserted there.
        let clause = words
            .clone()
            .rev()
            .find(|&index| matches!(scan.raw(index), "," | ";" | "—" | "–"))
            .map_or(start, |index| index + 1);
        if clause == cue {
            // `…," Holm, a sailor, said` and `…, said Holm`
            cast.before(scan, cue, start, last).or_else(|| cast.after(scan, cue + 1, end, last))
        } else {
            cast.before(scan, cue, clause.max(start), last)
        }
    };
    let found = found?;
    /// The longest description before a name: `former harbour board chairwoman Inga Strand`.
    const LEAD: usize = 8;
    // What comes between the mark and the subject must be nothing, or a clause that a comma ends.
    let role = found.from > first
        && found.from < cue
        && (first..found.from).all(|index| !scan.is_mark(index) || scan.is_hyphen(index) || scan.raw(index) == ".")
        && !is_subordinating(scan.folded(first))
        && (found.from - first <= 2
            || (first..found.from).all(|index| {
                !is_finite(scan, index)
                    && !is_subordinating(scan.folded(index))
                    && !is_subject_pronoun(scan.folded(index))
            }) && found.from - first <= LEAD
            || (first..found.from)
                .any(|index| ROLES.contains(scan.folded(index)) || ADDRESS.contains(scan.folded(index))));
    let at_once = first == cue || found.from <= first || role;
    if !at_once {
        let bounded = (start..found.from.min(cue)).any(|index| scan.raw(index) == ",");
        let inverted = found.from > cue && scan.raw(cue - 1) == ",";
        if !(bounded || inverted) {
            return None;
        }
    }
    let attribution =
        Attribution { speaker: Some(found.speaker), cue: Some(cue_span(scan, cue)), names, adjacent: at_once };
    Some(Follows { attribution, at_once })
}

/// `Holm had a blunt message for the crews: "…"`: the subject a clause before the colon begins with, and its verb.
fn by_lead(scan: &Scan<'_>, cast: &Cast<'_>, own: &Range<usize>, last: Option<usize>) -> Option<Attribution> {
    /// A longer lead-in holds more than one clause, in tokens.
    const LEAD: usize = 40;
    let colon = own.end.checked_sub(1)?;
    if scan.raw(colon) != ":" || colon <= own.start || colon - own.start > LEAD {
        return None;
    }
    for begins in (own.start..colon).rev() {
        let bounded = begins == own.start
            || scan.raw(begins - 1) == ","
            || matches!(scan.folded(begins - 1), "and" | "but" | "so" | "when" | "while" | "that");
        let Some(after) = bounded.then(|| subject_at(scan, cast, begins)).flatten() else { continue };
        let Some(verb) = (after..colon).find(|&index| !is_adverb(scan, index)) else { continue };
        if !scan.is_lower(verb) || scan.is_function(verb) && !is_finite(scan, verb) {
            continue;
        }
        let found = cast.before(scan, after, begins, last)?;
        return Some(Attribution {
            speaker: Some(found.speaker),
            cue: Some(scan.span(verb, verb + 1)),
            names: false,
            adjacent: true,
        });
    }
    None
}

/// `Holm disagreed. "It will stay open."`: the subject of the short sentence before a whole utterance, and its verb.
pub(super) fn by_sentence_before(
    scan: &Scan<'_>,
    cast: &Cast<'_>,
    open: usize,
    last: Option<usize>,
) -> Option<Attribution> {
    /// A longer sentence tells of more than who goes on to speak, in tokens.
    const SHORT: usize = 12;
    let here = scan.sentence_of(open);
    let (own, before) = (scan.sentences.get(here)?, scan.sentences.get(here.checked_sub(1)?)?);
    let tokens = before.tokens.clone();
    if own.paragraph != before.paragraph || own.tokens.start != open || tokens.len() > SHORT {
        return None;
    }
    let after = subject_at(scan, cast, tokens.start).filter(|&after| after < tokens.end)?;
    let verb = (after..tokens.end).find(|&index| !is_adverb(scan, index))?;
    if !scan.is_lower(verb) || scan.is_function(verb) {
        return None;
    }
    let found = cast.before(scan, after, tokens.start, last)?;
    let cue = Some(scan.span(verb, verb + 1));
    Some(Attribution { speaker: Some(found.speaker), cue, names: false, adjacent: false })
}

/// The token after the name, with its title, or the pronoun that starts at `at`.
fn subject_at(scan: &Scan<'_>, cast: &Cast<'_>, at: usize) -> Option<usize> {
    let mut from = at;
    while from < at + 4
        && (ADDRESS.contains(scan.folded(from))
            || ROLES.contains(scan.folded(from))
            || from > at && scan.raw(from) == ".")
    {
        from += 1;
    }
    cast.name_at(from).or_else(|| is_person(scan.folded(at)).then_some(at + 1))
}

/// `Inga Strand: "…"`.
fn by_colon(scan: &Scan<'_>, cast: &Cast<'_>, own: &Range<usize>, last: Option<usize>) -> Option<Attribution> {
    /// A longer lead-in is a sentence of its own.
    const LEAD: usize = 10;
    let colon = own.end.checked_sub(1)?;
    if scan.raw(colon) != ":" || colon <= own.start || colon - own.start > LEAD {
        return None;
    }
    let found = cast.before(scan, colon, own.start, last).or_else(|| cast.subject(scan, own.start, colon, last))?;
    Some(Attribution {
        speaker: Some(found.speaker),
        cue: Some(scan.span(colon, colon + 1)),
        names: false,
        adjacent: true,
    })
}

/// `"…" — Inga Strand, skipper`: a dash after the mark and a name, with nothing else in the line.
fn by_signature(scan: &Scan<'_>, cast: &Cast<'_>, setting: &Setting) -> Option<Attribution> {
    /// A longer line is a sentence.
    const LINE: usize = 14;
    let dash = setting.after.start;
    if !setting.starts_sentence || !matches!(scan.raw(dash), "―" | "—" | "–" | "-") {
        return None;
    }
    let line = scan.sentences.get(scan.sentence_of(dash))?.tokens.clone();
    if line.end > dash + LINE {
        return None;
    }
    // The name goes to the first comma; whoever is named once, in a signature, may be no entity.
    let name = dash + 1;
    let end = (name..line.end).find(|&index| matches!(scan.raw(index), "," | "(" | ";")).unwrap_or(line.end);
    let is_name =
        (name..end).all(|index| scan.is_capitalised(index) || scan.is_mark(index) || scan.folded(index).len() < 4);
    let named = end > name && scan.is_capitalised(name) && is_name;
    let mut found = cast.after(scan, name, line.end, None).filter(|found| found.speaker.entity.is_some() || named)?;
    if named {
        found.speaker.span = scan.span(name, end);
    }
    let after = scan.tokens.partition_point(|token| token.span.start < found.speaker.span.end);
    let ends = named || after >= line.end || scan.is_mark(after);
    ends.then_some(Attribution {
        speaker: Some(found.speaker),
        cue: Some(scan.span(dash, dash + 1)),
        names: false,
        adjacent: true,
    })
}
