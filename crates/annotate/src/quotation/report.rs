//! What is reported without marks, or with some words of it in marks: a cue, its subject and the clause or phrase that
//! the cue gives as said, thought, wanted or promised.
//!
//! Only the outermost report of a stretch of text is given: what Holm says that Berg says is Holm's.

use std::ops::Range;

use super::complement::{self, Complement};
use super::lexicon::{self, Entry, Form, SAY, SPEECH, THAT, WH};
use super::marks::Marked;
use super::phrase::{
    View, is_adverb, is_auxiliary, is_be, is_determiner, is_preposition, is_subject_pronoun, is_time_word, last_word,
    noun_phrase_start, verb_group_start,
};
use super::speaker::{Cast, Found};
use crate::Speaker;
use crate::scan::Scan;

/// One report. Ranges are of tokens.
#[derive(Clone, Debug)]
pub(super) struct Report {
    pub(super) cue: Range<usize>,
    pub(super) speaker: Option<Speaker>,
    pub(super) content: Range<usize>,
}

/// A sentence as far as it is outside of marks that began before it.
pub(super) struct Limits {
    pub(super) start: usize,
    /// Before the marks that close it.
    pub(super) stop: usize,
    /// Whether most words are capitalised, so that a capital says nothing.
    pub(super) headline: bool,
}

/// The reports of a text. `taken` are the cues, in order, that give whole utterances in marks.
pub(super) fn reports(view: &View<'_>, cast: &Cast<'_>, taken: &[usize]) -> Vec<Report> {
    let scan = view.scan;
    let mut found: Vec<Report> = Vec::new();
    let mut last = None;
    for (index, sentence) in scan.sentences.iter().enumerate() {
        let (mut start, end) = (sentence.tokens.start, sentence.tokens.end);
        if let Some(words) = view.marked_at(start).filter(|words| words.open < start) {
            start = words.after;
        }
        let headline = is_headline(scan, index);
        while start < end {
            let stop = sentence_end(view, start, end);
            let limits = Limits { start, stop: last_word(scan, start, stop), headline };
            let mut reporter = Reporter { view, cast, taken, limits, last };
            let before = found.len();
            reporter.sentence(&mut found);
            let speaker = |report: &Report| report.speaker.as_ref().and_then(|speaker| speaker.entity);
            last = found.get(before..).unwrap_or_default().iter().rev().find_map(speaker).or(last);
            start = stop;
        }
    }
    found
}

/// Where a sentence ends that may end with words in marks: `called it "mad." Berg said …`.
fn sentence_end(view: &View<'_>, start: usize, end: usize) -> usize {
    let scan = view.scan;
    let first = view.marked.partition_point(|words| words.after <= start);
    let marked = view.marked.get(first..).unwrap_or_default().iter();
    marked
        .take_while(|words| words.after < end)
        .find(|words| {
            words.open > start
                && scan.raw(words.content.end.saturating_sub(1)) == "."
                && scan.is_capitalised(words.after)
        })
        .map_or(end, |words| words.after)
}

/// Whether nearly every long word of a sentence is capitalised.
pub(super) fn is_headline(scan: &Scan<'_>, sentence: usize) -> bool {
    /// A longer sentence is none.
    const LONGEST: usize = 40;
    let Some(sentence) = scan.sentences.get(sentence) else { return false };
    if sentence.tokens.len() > LONGEST {
        return false;
    }
    let long = sentence.tokens.clone().filter(|&index| scan.is_word(index) && scan.folded(index).len() > 3);
    let (all, capitals) =
        long.fold((0, 0), |(all, capitals), index| (all + 1, capitals + usize::from(scan.is_capitalised(index))));
    all >= 3 && capitals * 5 >= all * 4
}

pub(super) struct Reporter<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) cast: &'a Cast<'a>,
    taken: &'a [usize],
    pub(super) limits: Limits,
    /// Who was last reported.
    pub(super) last: Option<usize>,
}

/// Rules look no further than this for the parts of one report, in tokens.
const REACH: usize = 40;

impl Reporter<'_> {
    fn sentence(&mut self, found: &mut Vec<Report>) {
        let scan = self.view.scan;
        if let Some(report) = self.headline_colon() {
            found.push(report);
            return;
        }
        let mut at = self.limits.start;
        if let Some(report) = self.according().or_else(|| self.behind()) {
            // What follows may report again.
            at = report.content.end.max(report.cue.end);
            found.push(report);
        }
        while at < self.limits.stop {
            if let Some(words) = self.view.marked_at(at) {
                at = words.after.max(at + 1);
                continue;
            }
            let report = if scan.is_word(at) && !self.is_taken(at) { self.at(at) } else { None };
            match report {
                Some(report) => {
                    at = report.content.end.max(at + 1);
                    found.push(report);
                }
                None => at += 1,
            }
        }
    }

    fn is_taken(&self, token: usize) -> bool {
        self.taken.binary_search(&token).is_ok()
    }

    /// The report of the word at `at`, if it is a cue.
    fn at(&self, at: usize) -> Option<Report> {
        let scan = self.view.scan;
        let word = scan.folded(at);
        if scan.is_capitalised(at) && !self.limits.headline && at > self.limits.start {
            return None;
        }
        if let Some(entry) = lexicon::verb(word)
            && let Some(report) = self.verb(at, entry)
        {
            return Some(report);
        }
        lexicon::noun(word).and_then(|entry| self.noun(at, entry))
    }

    /// `Holm said that …`, `has vowed to …`, `, accusing Berg of …`, `is confident that …`.
    fn verb(&self, at: usize, entry: Entry) -> Option<Report> {
        let scan = self.view.scan;
        let group = verb_group_start(scan, at, self.limits.start);
        let auxiliary = (group..at).rev().find(|&index| is_auxiliary(scan.folded(index)));
        let before = if group > self.limits.start { scan.folded(group - 1) } else { "" };
        let after_be = auxiliary.is_some_and(|index| is_be(scan.folded(index)));
        let nominal = is_determiner(before)
            && before != "that"
            && !is_subject_pronoun(before)
            && !(group < at && auxiliary.is_some())
            || scan.is_possessive(group.wrapping_sub(1)) && group > self.limits.start;
        if scan.is_hyphen(at + 1) && scan.is_glued(at) || at > 0 && scan.is_hyphen(at - 1) && scan.is_glued(at - 1) {
            return None;
        }
        let to = before == "to" || scan.folded(at.wrapping_sub(1)) == "to";
        let governed = is_preposition(before) && !to;
        match entry.form {
            Form::Adjective => {
                let linked = after_be
                    || matches!(
                        before,
                        "feel"
                            | "feels"
                            | "felt"
                            | "remain"
                            | "remains"
                            | "remained"
                            | "became"
                            | "seemed"
                            | "seems"
                            | "sounded"
                    );
                if !linked {
                    return None;
                }
            }
            Form::Past if after_be => return self.passive(at, &entry),
            Form::Past if nominal || governed || to => return None,
            Form::Participle if auxiliary.is_none() || after_be => return None,
            Form::Base if auxiliary.is_none() && !to && !self.is_plural(group) => return None,
            Form::Present if nominal || governed || to || auxiliary.is_some() || self.is_noun_here(at, group) => {
                return None;
            }
            Form::Ing if nominal => return None,
            _ => {}
        }
        let complement = complement::of(self, at, &entry)?;
        let speaker = self.subject(at, group, &entry, after_be, complement.end);
        if speaker.is_none() && !(to && complement.clausal) {
            return None;
        }
        self.report(at, speaker, complement)
    }

    /// Who does what the verb at `at` says.
    fn subject(&self, at: usize, group: usize, entry: &Entry, progressive: bool, end: usize) -> Option<Speaker> {
        let scan = self.view.scan;
        let limit = self.limits.start;
        // `Citing the weather, Holm left.`
        if entry.form == Form::Ing && at <= limit + 1 {
            let end = if scan.raw(end) == "," { end + 1 } else { end };
            return self.cast.after(scan, end, self.limits.stop, self.last).map(|found| found.speaker);
        }
        let before = if group > limit { scan.folded(group - 1) } else { "" };
        // `footage of Holm saying`
        if entry.form == Form::Ing
            && let Some(found) = self.cast.name_before(group, limit)
        {
            return Some(found.speaker);
        }
        if entry.form == Form::Ing && !progressive || before == "to" {
            return self.cast.clause_subject(scan, limit, at, self.last).map(|found| found.speaker);
        }
        if matches!(before, "and" | "or" | "but" | "then") {
            return self.cast.clause_subject(scan, limit, group - 1, self.last).map(|found| found.speaker);
        }
        self.cast.before(scan, group, limit, self.last).map(|found| found.speaker)
    }

    /// Whether a form in -s that is also a plural noun is one: an adjective, a participle or a number stands before it.
    fn is_noun_here(&self, at: usize, group: usize) -> bool {
        let scan = self.view.scan;
        let Some(before) = group.checked_sub(1).filter(|&before| before >= self.limits.start) else { return false };
        let word = scan.folded(before);
        let adjective =
            ["ed", "ing", "ive", "al", "ous", "ful", "ic", "ary", "new"].iter().any(|end| word.ends_with(end));
        let plural = lexicon::noun(scan.folded(at)).is_some();
        scan.is_number(before) || plural && scan.is_lower(before) && adjective
    }

    /// Whether the noun phrase before a verb in its base form is a plural, or a pronoun that goes with that form.
    fn is_plural(&self, group: usize) -> bool {
        let scan = self.view.scan;
        let Some(at) = group.checked_sub(1).filter(|&at| at >= self.limits.start) else { return false };
        let word = scan.folded(at);
        if let Some(from) = noun_phrase_start(scan, group, self.limits.start)
            && (from..at).any(|index| scan.folded(index) == "and")
        {
            return true;
        }
        let pronoun = matches!(
            word,
            "i" | "we"
                | "you"
                | "they"
                | "who"
                | "which"
                | "that"
                | "some"
                | "many"
                | "most"
                | "others"
                | "both"
                | "few"
                | "all"
                | "people"
                | "men"
                | "women"
                | "children"
                | "police"
                | "percent"
                | "media"
                | "majority"
                | "and"
                | "none"
        );
        pronoun
            || scan.raw(at) == "%"
            || word.len() > 3
                && word.ends_with('s')
                && !word.ends_with("ss")
                && !scan.is_possessive(at)
                && scan.is_word(at)
                && !scan.is_capitalised(at)
            || scan.is_capitalised(at) && word.ends_with('s') && !word.ends_with("ss") && !scan.is_possessive(at)
    }

    /// `Holm was accused of …`, `The pier is expected to close`, `was told that …`: by whom, if it is said.
    fn passive(&self, at: usize, entry: &Entry) -> Option<Report> {
        let scan = self.view.scan;
        // `was quoted as saying` is found by `saying`; `is known as` names.
        let complement = complement::of_passive(self, at, entry)?;
        let by = (at + 1..complement.start.min(at + 8)).find(|&index| scan.folded(index) == "by");
        let speaker =
            by.and_then(|by| self.cast.after(scan, by + 1, self.limits.stop, self.last)).map(|found| found.speaker);
        self.report(at, speaker, complement)
    }

    /// `Holm's claim that …`, `the belief among sailors that …`, `a promise to …`, `criticism of …`.
    fn noun(&self, at: usize, entry: Entry) -> Option<Report> {
        let scan = self.view.scan;
        let limit = self.limits.start;
        // What stands between the owner and the noun: `Holm's repeated claim`.
        let owner = (limit.max(at.saturating_sub(4))..at)
            .rev()
            .take_while(|&index| scan.is_word(index) || scan.is_hyphen(index))
            .find(|&index| scan.is_possessive(index) || matches!(scan.folded(index), "his" | "her" | "its" | "their"));
        let mut speaker =
            owner.and_then(|owner| self.cast.owner(scan, owner, limit, self.last)).map(|found| found.speaker);
        let mut next = at + 1;
        // `the claim by Holm that …`
        if matches!(scan.folded(next), "by" | "among" | "from") {
            let found = self.cast.after(scan, next + 1, self.limits.stop, self.last)?;
            next = scan.tokens.partition_point(|token| token.span.start < found.speaker.span.end);
            speaker = Some(found.speaker);
        }
        let complement = complement::of_noun(self, next, &entry, speaker.is_some())?;
        self.report(at, speaker, complement)
    }

    /// Whether the token stands in a clause that leads in the sentence: after `Though` and before any comma.
    pub(super) fn leads_in(&self, token: usize) -> bool {
        let scan = self.view.scan;
        let first = self.limits.start;
        // `Citing the weather, Holm left`
        let participle = || lexicon::verb(scan.folded(first)).is_some_and(|verb| verb.form == Form::Ing);
        let leads = matches!(
            scan.folded(first),
            "although"
                | "as"
                | "after"
                | "because"
                | "before"
                | "if"
                | "once"
                | "since"
                | "though"
                | "until"
                | "when"
                | "while"
        );
        (leads || participle()) && token < first + REACH && !(first..token).any(|index| scan.raw(index) == ",")
    }

    pub(super) fn report(&self, at: usize, speaker: Option<Speaker>, complement: Complement) -> Option<Report> {
        let content = self.trimmed(complement.start..complement.end)?;
        Some(Report { cue: at..complement.cue_end.max(at + 1), speaker, content })
    }

    /// Without marks at its ends that are not of quoted words.
    fn trimmed(&self, content: Range<usize>) -> Option<Range<usize>> {
        let scan = self.view.scan;
        let Range { start: mut from, end: mut to } = content;
        let loose = |index: usize| scan.is_mark(index) && self.view.marked_at(index).is_none();
        while from < to && loose(from) && !matches!(scan.raw(from), "$" | "£" | "€" | "(" | "[" | "#" | "@") {
            from += 1;
        }
        while to > from && loose(to - 1) && !matches!(scan.raw(to - 1), "%" | ")" | "]") {
            to -= 1;
        }
        if let Some(words) = to.checked_sub(1).and_then(|inside| self.view.marked_at(inside)) {
            to = words.after;
        }
        (from < to && (from..to).any(|index| !scan.is_mark(index))).then_some(from..to)
    }

    /// `Holm: Pier to Close`, in a headline.
    fn headline_colon(&self) -> Option<Report> {
        /// A longer lead is a sentence.
        const LEAD: usize = 6;
        let scan = self.view.scan;
        let start = self.limits.start;
        let colon = (start + 1..self.limits.stop.min(start + LEAD)).find(|&index| scan.raw(index) == ":")?;
        // Outside of headlines a name alone leads in, as in a transcript.
        let name = self.cast.name_at(start) == Some(colon);
        if !(self.limits.headline || name) || self.view.marked_at(start).is_some() || self.limits.stop < colon + 4 {
            return None;
        }
        let found = self.cast.before(scan, colon, start, self.last)?;
        let content = self.trimmed(colon + 1..self.limits.stop)?;
        Some(Report { cue: colon..colon + 1, speaker: Some(found.speaker), content })
    }

    /// `According to Holm, …` and `…, according to Holm`.
    fn according(&self) -> Option<Report> {
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
    fn behind(&self) -> Option<Report> {
        let scan = self.view.scan;
        let Limits { start, stop, .. } = self.limits;
        let mut tried = 0;
        for cue in start + 2..stop {
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
            || scan.is_mark(after)
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
                    || is_auxiliary(word))
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
