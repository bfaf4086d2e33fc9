//! Numbers that name something and count nothing: parts of names, addresses, codes, scores, labels of lists.

use coincide_text::Span;

use super::words::{BEFORE_NAME_NUMBERS, LABELS, STREETS, currency_code};
use crate::number::{Form, Number};
use crate::scan::{Scan, is_acronym};
use crate::{Entity, EntityKind};

/// The names of a text that hold more than one word, in order of their start.
pub(super) struct Names {
    spans: Vec<Span>,
}

impl Names {
    pub(super) fn of(entities: &[Entity], text: &str) -> Self {
        let named = entities.iter().filter(|entity| entity.kind != EntityKind::Person);
        let mut spans: Vec<Span> = named
            .flat_map(|entity| entity.mentions.iter().filter(|mention| mention.named).map(|mention| mention.span))
            .filter(|span| span.of(text).contains(' '))
            .collect();
        spans.sort_unstable_by_key(|span| (span.start, span.end));
        Self { spans }
    }

    /// Whether the number stands inside of a name that begins before it.
    fn holds(&self, number: Span) -> bool {
        let after = self.spans.partition_point(|span| span.start < number.start);
        after.checked_sub(1).and_then(|before| self.spans.get(before)).is_some_and(|span| number.end <= span.end)
    }
}

/// Whether the number at token `at` belongs to a name, an address, a score, a code or a list.
pub(super) fn names(scan: &Scan<'_>, names: &Names, at: usize, number: &Number<'_>) -> bool {
    if is_code(scan, at, number) || is_list_label(scan, at, number) || is_numbered(scan, at, number) {
        return true;
    }
    // `the 5th Circuit`, `21st Century Boats`: an ordinal with a name after it is of the name.
    if number.form == Form::Ordinal
        && scan.is_number(at)
        && scan.is_capitalised(number.end)
        && !scan.is_function(number.end)
    {
        return true;
    }
    if scan.is_word(at) {
        return is_name_word(scan, at, number) || names.holds(scan.span(at, number.end));
    }
    if is_street(scan, at, number) || is_emergency(scan, at, number) {
        return true;
    }
    let Some(before) = at.checked_sub(1) else { return false };
    // `No. 10`
    let named =
        if scan.raw(before) == "." && before > 0 && scan.folded(before - 1) == "no" { before - 1 } else { before };
    if scan.is_capitalised(named) && BEFORE_NAME_NUMBERS.contains(scan.folded(named)) {
        return true;
    }
    let counts = has_unit(scan, number) || counts_plural(scan, number);
    if named == before && scan.reads_before(at, &["group", "of"]) && scan.is_capitalised(before - 1) {
        return true;
    }
    // `Area 51 opened`, `the FTSE 250 index`: a figure after a name counts only if a plural follows.
    let starts = scan.sentences.get(scan.sentence_of(at)).map_or(0, |sentence| sentence.tokens.start);
    let after_name = scan.is_capitalised(before)
        && (before > starts || is_acronym(scan.raw(before)))
        && !scan.is_function(before)
        && currency_code(scan.raw(before)).is_none()
        && !crate::time::is_calendar_word(scan.folded(before));
    after_name && !counts && number.form == Form::Digits
}

/// `paragraph 22`, `day seven`, `the number two official`: a label and its number, with nothing that is counted after it.
fn is_numbered(scan: &Scan<'_>, at: usize, number: &Number<'_>) -> bool {
    let plain = matches!(number.form, Form::Digits | Form::Words) && number.end == at + 1 && number.suffix.is_empty();
    let label = at.checked_sub(1).filter(|&before| scan.is_lower(before) && LABELS.contains(scan.folded(before)));
    let unit = matches!(scan.folded(number.end), "%" | "percent" | "per") || scan.is_hyphen(number.end);
    plain && label.is_some() && !unit && !counts_plural(scan, number)
}

fn has_unit(scan: &Scan<'_>, number: &Number<'_>) -> bool {
    !number.suffix.is_empty()
        || matches!(scan.folded(number.end), "%" | "percent" | "per" | "°")
        || scan.is_hyphen(number.end)
        || number.form != Form::Digits
}

/// Whether one of the words after the figure is a plural, before any other kind of word.
fn counts_plural(scan: &Scan<'_>, number: &Number<'_>) -> bool {
    (number.end..number.end + 4)
        .take_while(|&index| scan.is_lower(index) && !scan.is_function(index))
        .any(|index| is_plural(scan.folded(index)))
}

/// Whether a folded word looks like a plural noun.
pub(super) fn is_plural(word: &str) -> bool {
    let regular = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    let of_men = word.len() > 5 && (word.ends_with("men") && word != "specimen" || word.ends_with("people"));
    regular && !matches!(word, "is" | "was" | "has" | "does" | "his" | "this" | "says" | "its")
        || matches!(word, "people" | "men" | "women" | "children" | "police" | "feet" | "lives" | "percent" | "dead")
        || of_men
}

/// `9/11`, `3:1`, `F-35`, `202-555-0100`, `#1`, `@5`.
fn is_code(scan: &Scan<'_>, at: usize, number: &Number<'_>) -> bool {
    if at > 0 && scan.is_glued(at - 1) {
        let before = at - 1;
        let hyphen = scan.is_hyphen(before) && before > 0 && scan.is_glued(before - 1);
        let joined = matches!(scan.raw(before), "/" | ":" | "#" | "@" | "_" | "." | "=" | "&")
            || hyphen && (scan.is_number(at) || scan.is_capitalised(before - 1));
        if joined && !(hyphen && matches!(scan.folded(before - 1), "mid" | "a")) {
            return true;
        }
    }
    if !scan.is_number(at) {
        return false;
    }
    let end = number.end;
    if end > 0 && scan.is_glued(end - 1) && number.form == Form::Digits {
        let joined = matches!(scan.raw(end), "/" | ":" | "_" | "@" | "=")
            && (scan.is_number(end + 1) || scan.is_word(end + 1))
            && scan.is_glued(end)
            && !matches!(scan.folded(end + 1), "h" | "hr" | "hour" | "s" | "day" | "week" | "month" | "year");
        let score = scan.is_dash(end) && scan.is_glued(end) && scan.is_number(end + 1);
        let name =
            scan.is_hyphen(end) && scan.is_glued(end) && scan.is_capitalised(end + 1) && !is_acronym(scan.raw(end + 1));
        if joined || score || name && number.suffix.is_empty() {
            return true;
        }
    }
    // `+44 20 7946 0958`: no text counts in three bare figures on end.
    let bare = |index: usize| scan.is_number(index) && scan.raw(index).bytes().all(|byte| byte.is_ascii_digit());
    bare(at) && (bare(at + 1) && (bare(at + 2) || at > 0 && bare(at - 1)) || at > 1 && bare(at - 1) && bare(at - 2))
}

/// `3. The boats`, `(2)`: a small figure that stands where a sentence begins, or alone in brackets, numbers a list.
fn is_list_label(scan: &Scan<'_>, at: usize, number: &Number<'_>) -> bool {
    if number.high > 100.0 || number.form != Form::Digits || !number.suffix.is_empty() || !scan.is_number(at) {
        return false;
    }
    let before = at.checked_sub(1).map_or("", |before| scan.raw(before));
    let after = scan.raw(number.end);
    if before == "(" && after == ")" {
        // After a name it is an age.
        return !at.checked_sub(2).is_some_and(|name| scan.is_word(name));
    }
    let starts = scan.sentences.get(scan.sentence_of(at)).is_some_and(|sentence| sentence.tokens.start == at)
        || matches!(before, ";" | ":" | ",") && after == ")";
    let last = |index: usize| scan.sentences.get(scan.sentence_of(at)).is_some_and(|it| it.tokens.end <= index);
    starts
        && scan.is_glued(number.end - 1)
        && (after == ")" || after == "." && (last(number.end + 1) || scan.is_capitalised(number.end + 1)))
}

/// `the Four Seasons`, `the Group of Seven`: a number word with a capital inside a sentence that is no headline.
fn is_name_word(scan: &Scan<'_>, at: usize, number: &Number<'_>) -> bool {
    // `7-Eleven`, `one-on-one`: the number is glued to a word that is no unit of it.
    if !scan.is_capitalised(at) || number.form == Form::Ordinal {
        return false;
    }
    let Some(sentence) = scan.sentences.get(scan.sentence_of(at)) else { return false };
    let opens = at == sentence.tokens.start || !scan.is_word(at - 1) && !matches!(scan.raw(at - 1), "," | "&");
    if opens || is_acronym(scan.raw(at)) {
        return false;
    }
    // Where no noun or verb nearby is in small letters, capitals tell nothing.
    let near = sentence.tokens.start.max(at.saturating_sub(8))..sentence.tokens.end.min(at + 8);
    near.filter(|&index| scan.is_lower(index) && !scan.is_function(index)).count() > 1
}

/// `1600 Harbour Avenue`
fn is_street(scan: &Scan<'_>, at: usize, number: &Number<'_>) -> bool {
    number.form == Form::Digits
        && number.end == at + 1
        && (at + 1..at + 5)
            .take_while(|&index| scan.is_capitalised(index) || scan.raw(index) == "." || scan.is_number(index))
            .skip(1)
            .any(|index| STREETS.contains(scan.folded(index)))
}

/// The numbers that help is called by: `calls to 911`, `dial 999`.
fn is_emergency(scan: &Scan<'_>, at: usize, number: &Number<'_>) -> bool {
    let calling = || {
        (at.saturating_sub(3)..at).chain(at + 1..at + 3).any(|index| {
            matches!(
                scan.folded(index),
                "call"
                    | "called"
                    | "calling"
                    | "calls"
                    | "caller"
                    | "callers"
                    | "dial"
                    | "dialed"
                    | "dialled"
                    | "dispatcher"
                    | "dispatchers"
                    | "operator"
                    | "operators"
                    | "phoned"
                    | "rang"
            )
        })
    };
    number.end == at + 1 && matches!(scan.raw(at), "911" | "999" | "112" | "101" | "111" | "311" | "988") && calling()
}
