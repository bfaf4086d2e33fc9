//! Attributions that stand behind what is reported, inside of it, or at the head of the sentence with `according to`.

use std::ops::Range;

use super::complement;
use super::lexicon::{self, Entry, Form, SAY, SPEECH, THAT, WH};
use super::marks::Marked;
use super::phrase::{
    is_adverb, is_auxiliary, is_finite, is_preposition, is_subject_pronoun, is_time_word, noun_phrase_start,
    verb_group_start,
};
use super::report::{Limits, REACH, Report, Reporter};
use super::speaker::Found;
use crate::Speaker;
use crate::scan::Scan;

impl Reporter<'_> {
    /// `According to Holm, …` and `…, according to Holm`.
    pub(super) fn according(&self) -> Option<Report> {
        let scan = self.view.scan;
        let Limits { start, stop, .. } = self.limits;
        let cue = (start..stop.min(start + 4 * REACH)).find(|&index| {
            scan.folded(index) == "according" && scan.folded(index + 1) == "to" && self.view.marked_at(index).is_none()
        })?;
        if self.is_taken(cue) {
            return None;
        }
        let found = self.cast.after(scan, cue + 2, stop, self.last)?;
        let content = if cue > start + 2 {
            let after = scan.tokens.partition_point(|token| token.span.start < found.speaker.span.end);
            // `She said the crews, according to the union, must rest`: the source of a part only.
            let speaks = |index: usize| lexicon::verb(scan.folded(index)).is_some_and(|verb| verb.frames & SPEECH != 0);
            if scan.raw(after) == "," && after + 2 < stop && (start..cue).any(speaks) {
                return None;
            }
            self.trimmed(start..cue)?
        } else {
            let named = scan.tokens.partition_point(|token| token.span.start < found.speaker.span.end);
            let comma = self.comma_after(named.max(cue + 2), stop)?;
            self.trimmed(comma + 1..stop)?
        };
        self.not_all_marked(&content).then_some(Report { cue: cue..cue + 2, speaker: Some(found.speaker), content })
    }

    /// The comma that ends a noun phrase with what stands beside it: `Holm, a sailor, …`.
    fn comma_after(&self, from: usize, stop: usize) -> Option<usize> {
        let scan = self.view.scan;
        let comma = |from: usize| {
            (from..stop.min(from + REACH)).find(|&index| scan.raw(index) == "," && self.view.marked_at(index).is_none())
        };
        let first = comma(from)?;
        let beside = matches!(scan.folded(first + 1), "a" | "an" | "who" | "which");
        Some(if beside { comma(first + 1).unwrap_or(first) } else { first })
    }

    /// Whether a content is more than one stretch in marks.
    fn not_all_marked(&self, content: &Range<usize>) -> bool {
        let inside = |words: &Marked| words.open <= content.start && content.end <= words.after;
        !self.view.marked_at(content.start).is_some_and(inside)
    }

    /// An attribution behind what is said, or within: `…, Holm said on Monday.`, `…, said Holm.`, `…, Holm said, …`.
    pub(super) fn behind(&self) -> Option<Report> {
        let scan = self.view.scan;
        let Limits { start, stop, .. } = self.limits;
        let mut tried = 0;
        let whole = start;
        let mut start = start;
        for cue in whole + 2..stop {
            // `(the pier is closed, Holm said)`
            match scan.raw(cue - 2) {
                "(" => start = cue - 1,
                ")" => start = whole,
                _ => {}
            }
            if cue < start + 2 {
                continue;
            }
            let entry = match lexicon::verb(scan.folded(cue)).or_else(|| puts_it(scan, cue)) {
                Some(entry) if entry.frames & (SAY | THAT | WH) != 0 => entry,
                _ => continue,
            };
            if self.is_taken(cue)
                || self.view.marked_at(cue).is_some()
                || !matches!(entry.form, Form::Past | Form::Present | Form::Base)
            {
                continue;
            }
            /// After so many words that could be cues a sentence is a list.
            const TRIED: usize = 24;
            tried += 1;
            if tried > TRIED {
                return None;
            }
            if scan.is_capitalised(cue) && !self.limits.headline {
                continue;
            }
            let group = verb_group_start(scan, cue, start);
            if entry.form == Form::Present && self.is_noun_here(cue, group) {
                continue;
            }
            let parenthetical = self.closes_parenthesis(cue + 1);
            let after = if puts_it(scan, cue).is_some() { cue + 2 } else { cue + 1 };
            let tail = after >= stop || self.is_tail(after);
            if !(parenthetical || tail) {
                // `…, said Holm, who led the search.`
                if entry.frames & SAY != 0
                    && group == cue
                    && self.comma_before(cue)
                    && entry.form != Form::Base
                    && let Some(found) = self.cast.after(scan, cue + 1, stop, self.last)
                    && self.is_beside(cue + 1, &found)
                    && let Some(content) = self.trimmed(start..cue)
                    && content.len() > 2
                    && self.not_all_marked(&content)
                    && self.ends_inverted(&found.speaker)
                {
                    return Some(Report { cue: cue..cue + 1, speaker: Some(found.speaker), content });
                }
                continue;
            }
            let Some((from, speaker)) = self.inserted_subject(group) else { continue };
            // `"No," said Holm, as Berg cheered`: what stands before is another's.
            if self.any_taken(start..from) {
                continue;
            }
            if entry.form == Form::Base && !self.is_plural(group) && !self.limits.headline {
                continue;
            }
            // `…, as Holm put it.`
            let from = if scan.folded(from.wrapping_sub(1)) == "as" { from - 1 } else { from };
            if from < start + if parenthetical { 2 } else { 3 } || !self.comma_before(from) {
                continue;
            }
            // `Holm said he felt it was time, he said`: the first of them says it all.
            let pronoun = is_subject_pronoun(scan.folded(group.wrapping_sub(1)));
            if pronoun && (start..from.min(start + 8)).any(|index| speaks(scan, index)) {
                continue;
            }
            let Some(before) = self.trimmed(start..from) else { continue };
            if before.len() < if parenthetical { 1 } else { 2 } || !self.not_all_marked(&before) {
                continue;
            }
            // A short beginning (`On Monday, Holm said, …`) is none of what is said unless something follows.
            let content = if parenthetical {
                let comma = (cue + 1..stop).find(|&index| scan.raw(index) == ",").unwrap_or(cue);
                let end = complement::clause_end(self, comma);
                // Nothing of it follows: `…, Holm said on Monday, adding`.
                let participle = |at: usize| lexicon::verb(scan.folded(at)).is_some_and(|verb| verb.form == Form::Ing);
                if end <= comma + 1 || participle(comma + 1) {
                    if !self.is_clause(&before) {
                        continue;
                    }
                    before
                } else {
                    let Some(content) = self.trimmed(start..end) else { continue };
                    content
                }
            } else {
                if !self.is_clause(&before) {
                    continue;
                }
                before
            };
            return Some(Report { cue: group_words(scan, group, cue)..cue + 1, speaker: Some(speaker), content });
        }
        None
    }

    /// Whether a comma follows, at once or after when and where it was said, and the sentence goes on.
    fn closes_parenthesis(&self, from: usize) -> bool {
        /// The longest occasion, in tokens.
        const OCCASION: usize = 12;
        let scan = self.view.scan;
        let stop = self.limits.stop;
        let comma = (from..stop.min(from + OCCASION)).find(|&index| scan.raw(index) == ",");
        comma.is_some_and(|comma| comma + 2 < stop && (comma == from || self.is_occasion(from..comma)))
    }

    /// The subject that ends before a group of verbs, with its first token; what is inserted between them is passed over.
    fn inserted_subject(&self, group: usize) -> Option<(usize, Speaker)> {
        let scan = self.view.scan;
        let start = self.limits.start;
        let mut end = group;
        if matches!(scan.raw(group.wrapping_sub(1)), "," | "—" | "–") {
            let mark = scan.raw(group - 1);
            end = (start.max(group.saturating_sub(REACH))..group - 1).rev().find(|&index| scan.raw(index) == mark)?;
        }
        let from = noun_phrase_start(scan, end, start)?;
        let found = self.cast.before(scan, end, start, self.last)?;
        Some((from.min(found.from), found.speaker))
    }

    /// Whether a comma or the closing mark of words in marks stands before the token.
    fn comma_before(&self, token: usize) -> bool {
        let Some(before) = token.checked_sub(1).filter(|&before| before > self.limits.start) else { return false };
        let scan = self.view.scan;
        matches!(scan.raw(before), "," | "—" | "–" | "?")
            || self.view.marked_at(before).is_some_and(|words| words.after == token)
    }

    /// Whether a speaker begins right behind its cue, a title aside, and is a name or a phrase short enough to be one.
    fn is_beside(&self, after: usize, found: &Found) -> bool {
        /// `the harbour master of the old town`
        const SHORT: usize = 7;
        let scan = self.view.scan;
        let title = (after..found.from)
            .all(|index| scan.is_capitalised(index) || scan.raw(index) == "." || scan.is_lower(index));
        let to = scan.tokens.partition_point(|token| token.span.start < found.speaker.span.end);
        found.from <= after + 5 && title && (found.speaker.entity.is_some() || to <= after + SHORT)
    }

    /// Whether what an inverted attribution names ends the sentence or is followed by a comma or a preposition.
    fn ends_inverted(&self, speaker: &Speaker) -> bool {
        let scan = self.view.scan;
        let after = scan.tokens.partition_point(|token| token.span.start < speaker.span.end);
        after >= self.limits.stop
            || scan.is_mark(after) && self.view.marked_at(after).is_none()
            || is_preposition(scan.folded(after))
            || is_time_word(scan, after)
            || matches!(scan.folded(after), "who" | "during" | "and")
    }

    /// Whether nothing but times, places, occasions and whom it is said to follow a cue: `said in an interview on Monday`.
    fn is_tail(&self, from: usize) -> bool {
        let stop = self.limits.stop;
        stop <= from + REACH && self.is_occasion(from..stop)
    }

    fn is_occasion(&self, tokens: Range<usize>) -> bool {
        let scan = self.view.scan;
        let Range { start: from, end: stop } = tokens;
        let first = scan.folded(from);
        let begins = is_preposition(first) && first != "of" && first != "about" && first != "like"
            || is_time_word(scan, from)
            || is_adverb(scan, from)
            || matches!(first, "during" | "this" | "reporters" | "when" | "while");
        begins
            && (from..stop).all(|index| {
                let word = scan.folded(index);
                !(matches!(word, "that" | "he" | "she" | "they" | "it" | "we" | "there" | "whether")
                    || is_finite(scan, index))
                    || matches!(first, "when" | "while")
            })
    }

    /// Whether a stretch can be a clause: it does not begin with a preposition, or it has a verb that can be seen.
    fn is_clause(&self, content: &Range<usize>) -> bool {
        let scan = self.view.scan;
        let first = scan.folded(content.start);
        let short = content.len() < 4;
        let adjunct =
            is_preposition(first) || matches!(first, "when" | "while" | "after" | "before" | "during" | "meanwhile");
        let visible = content.clone().take(4 * REACH).any(|index| is_auxiliary(scan.folded(index)));
        visible || !short && !adjunct
    }
}

/// Whether a word is a past or present form of a verb of speech.
fn speaks(scan: &Scan<'_>, at: usize) -> bool {
    lexicon::verb(scan.folded(at))
        .is_some_and(|verb| verb.frames & SPEECH != 0 && matches!(verb.form, Form::Past | Form::Present))
}

/// `as Holm put it`
fn puts_it(scan: &Scan<'_>, at: usize) -> Option<Entry> {
    (matches!(scan.folded(at), "put" | "puts") && scan.folded(at + 1) == "it").then_some(Entry {
        frames: SAY,
        form: Form::Past,
        prepositions: [""; 4],
    })
}

/// The first word of a group of verbs that is no adverb.
fn group_words(scan: &Scan<'_>, group: usize, cue: usize) -> usize {
    (group..cue).find(|&index| !is_adverb(scan, index)).unwrap_or(cue)
}
