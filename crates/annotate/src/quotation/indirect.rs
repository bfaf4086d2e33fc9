//! Utterances that are reported without marks.

use coincide_text::Span;

use super::speaker::{Cast, cue_span};
use super::words::{CUES, REPORTING, SAYING};
use crate::scan::{Scan, is_in};
use crate::{Quotation, QuotationKind};

/// The indirect quotations of a text. A sentence may have several (`Holm said that …, and warned that …`). Where a part
/// of the reported clause stands in marks, that part is the quotation and nothing is added.
pub(super) fn indirect(scan: &Scan<'_>, cast: &Cast<'_>, marked: &[Quotation]) -> Vec<Quotation> {
    /// After so many clauses that hold words in marks the rest of a sentence is left alone.
    const REFUSED: usize = 8;
    let mut found = Vec::new();
    let mut last = None;
    let overlaps = |span: Span| {
        let first = marked.partition_point(|quotation| quotation.marked.end <= span.start);
        marked
            .get(first..)
            .unwrap_or_default()
            .iter()
            .take_while(|quotation| quotation.marked.start < span.end)
            .any(|quotation| quotation.marked.overlaps(span) && quotation.kind != QuotationKind::Term)
    };
    // A cue that gives words in marks does not report another clause as well: `"…," Holm said at a briefing`.
    let mut taken: Vec<usize> = marked.iter().filter_map(|quotation| quotation.cue).map(|cue| cue.start).collect();
    taken.sort_unstable();
    for sentence in scan.sentences {
        let (start, end) = (sentence.tokens.start, sentence.tokens.end);
        let limits = Limits { start, end, stop: content_end(scan, start, end) };
        let mut from = start;
        let mut refused = 0;
        let mut cue = start;
        while cue < end && refused < REFUSED {
            let span = scan.span(cue, cue + 1);
            let free = taken.binary_search(&span.start).is_err() && !overlaps(span);
            let reported = if free { reported_by(scan, cast, cue, from, &limits, last) } else { None };
            cue += 1;
            let Some(quotation) = reported else { continue };
            if overlaps(quotation.span) {
                refused += 1;
                continue;
            }
            last = quotation.speaker.as_ref().and_then(|speaker| speaker.entity).or(last);
            from = scan.tokens.partition_point(|token| token.span.end <= quotation.span.end).max(cue);
            cue = from;
            found.push(quotation);
        }
    }
    found
}

/// The tokens of a sentence.
struct Limits {
    start: usize,
    end: usize,
    /// Before the marks that close it.
    stop: usize,
}

/// What stands further from `according to` than this belongs to another clause, in tokens.
const REACH: usize = 40;

/// The clause that the cue reports, between token `from`, before which all is reported already, and the sentence's end.
fn reported_by(
    scan: &Scan<'_>,
    cast: &Cast<'_>,
    cue: usize,
    from: usize,
    limits: &Limits,
    last: Option<usize>,
) -> Option<Quotation> {
    let word = scan.folded(cue);
    if word != "according" && (!is_in(REPORTING, word) || scan.is_capitalised(cue)) {
        return None;
    }
    let (start, end) = (from, limits.end);
    let stop = limits.stop;
    if word == "according" && scan.folded(cue + 1) == "to" {
        let found = cast.after(scan, cue + 2, end, last)?;
        // Inside of what another cue reports it is the source of a part only.
        if (start.max(cue.saturating_sub(REACH))..cue).any(|index| is_in(REPORTING, scan.folded(index))) {
            return None;
        }
        let content = if cue > start + 2 {
            trimmed(scan, start, cue)
        } else {
            let comma = (cue..stop.min(cue + REACH)).find(|&index| scan.raw(index) == ",")?;
            trimmed(scan, comma + 1, stop)
        };
        return quotation(scan, content, cue, found.speaker);
    }
    if word == "according" {
        return None;
    }
    // At the end of its sentence the cue closes what was reported: `…, Holm said.`
    let speaker = cast.before(scan, cue, limits.start, last);
    let tail = stop <= cue + 5 && (cue + 1..stop).all(|index| !scan.is_word(index) || is_time_word(scan, index));
    if let Some(found) = &speaker
        && tail
        && found.from > start + 3
        && scan.raw(found.from - 1) == ","
    {
        return quotation(scan, trimmed(scan, start, found.from - 1), cue, found.speaker.clone());
    }
    if tail || scan.raw(cue + 1) == "," && speaker.is_none() {
        let found = cast.after(scan, cue + 1, end, last)?;
        if cue > start + 3 && scan.raw(cue - 1) == "," {
            return quotation(scan, trimmed(scan, start, cue - 1), cue, found.speaker);
        }
        return None;
    }
    if speaker.is_none() && cue > start + 3 && scan.raw(cue - 1) == "," && !word.ends_with("ing") {
        let found = cast.after(scan, cue + 1, end, last)?;
        return quotation(scan, trimmed(scan, start, cue - 1), cue, found.speaker);
    }
    // `The pier, Holm said, was closed`: the whole sentence is reported.
    if let Some(found) = &speaker
        && found.from > start + 1
        && scan.raw(found.from - 1) == ","
        && scan.raw(cue + 1) == ","
        && cue + 3 < stop
    {
        return quotation(scan, trimmed(scan, start, stop), cue, found.speaker.clone());
    }
    let content = content_start(scan, cue, stop)?;
    let speaker = if word.ends_with("ing") { cast.subject(scan, limits.start, cue, last) } else { speaker }?;
    quotation(scan, trimmed(scan, content, clause_end(scan, content, stop)), cue, speaker.speaker)
}

/// Where the clause after the cue starts: after `that` within reach, or at once if it begins as a clause does.
fn content_start(scan: &Scan<'_>, cue: usize, stop: usize) -> Option<usize> {
    /// Between the cue and `that` stand an addressee and a time at most.
    const BETWEEN: usize = 9;
    let that = (cue + 1..stop.min(cue + BETWEEN)).find(|&index| scan.folded(index) == "that");
    let barred = |to: usize| {
        (cue + 1..to).any(|index| {
            matches!(scan.raw(index), "," | ";" | ":" | "\"" | "“") || is_in(REPORTING, scan.folded(index))
        })
    };
    if let Some(that) = that.filter(|&that| !barred(that)) {
        return (that + 2 < stop).then_some(that + 1);
    }
    if !is_in(SAYING, scan.folded(cue)) {
        return None;
    }
    let mut from = cue + 1;
    while from < stop && is_time_word(scan, from) {
        from += 1;
    }
    if scan.folded(cue) == "told" {
        // The addressee is one noun phrase; a clause begins with another subject.
        return None;
    }
    let next = scan.folded(from);
    let clause = scan.is_capitalised(from)
        || scan.is_number(from)
        || matches!(
            next,
            "he" | "she"
                | "it"
                | "they"
                | "we"
                | "i"
                | "the"
                | "a"
                | "an"
                | "his"
                | "her"
                | "its"
                | "their"
                | "there"
                | "this"
                | "these"
                | "those"
                | "some"
                | "more"
                | "both"
                | "no"
                | "all"
                | "any"
                | "about"
                | "two"
                | "three"
                | "not"
                | "who"
                | "if"
                | "when"
                | "while"
        )
        || (next == "at" && matches!(scan.folded(from + 1), "least" | "most"))
        || scan.is_lower(from) && !coincide_text::is_function_word(next) && !scan.is_mark(from + 1) && next != "so";
    (clause && from + 2 < stop).then_some(from)
}

/// Where the reported clause ends: before another report of its own (`, adding that`, `and warned`, `, but he said`) or a
/// concession of the writer's (`, though`).
fn clause_end(scan: &Scan<'_>, start: usize, stop: usize) -> usize {
    (start + 3..stop)
        .find(|&index| {
            let next = scan.folded(index + 1);
            match scan.folded(index) {
                "," => {
                    matches!(next, "though" | "although")
                        || (next.ends_with("ing") && is_in(CUES, next))
                        || (matches!(next, "and" | "but") && is_report(scan, index + 2))
                }
                "and" | "but" => is_in(REPORTING, next) && next.ends_with("ed"),
                _ => false,
            }
        })
        .unwrap_or(stop)
}

/// Whether a subject of a word or two and a cue stand at `at`: `he said`, `Inga Strand warned`, `warned`.
fn is_report(scan: &Scan<'_>, at: usize) -> bool {
    (at..at + 3).take_while(|&index| scan.is_word(index)).any(|index| is_in(REPORTING, scan.folded(index)))
}

fn is_time_word(scan: &Scan<'_>, index: usize) -> bool {
    crate::time::is_calendar_word(scan.folded(index))
        || matches!(
            scan.folded(index),
            "on" | "today" | "yesterday" | "late" | "earlier" | "morning" | "afternoon" | "night" | "evening"
        )
}

fn content_end(scan: &Scan<'_>, start: usize, end: usize) -> usize {
    let mut stop = end;
    while stop > start && matches!(scan.raw(stop - 1), "." | "!" | "?" | "\"" | "”" | "’" | "'") {
        stop -= 1;
    }
    stop
}

fn trimmed(scan: &Scan<'_>, from: usize, to: usize) -> Span {
    let (mut from, mut to) = (from, to);
    while from < to && scan.is_mark(from) && !matches!(scan.raw(from), "$" | "£" | "€" | "(" | "[") {
        from += 1;
    }
    while to > from && scan.is_mark(to - 1) && !matches!(scan.raw(to - 1), "%" | ")" | "]") {
        to -= 1;
    }
    scan.span(from, to)
}

fn quotation(scan: &Scan<'_>, span: Span, cue: usize, speaker: crate::Speaker) -> Option<Quotation> {
    (!span.is_empty()).then(|| Quotation {
        span,
        marked: span,
        kind: QuotationKind::Indirect,
        speaker: Some(speaker),
        cue: Some(cue_span(scan, cue)),
    })
}
