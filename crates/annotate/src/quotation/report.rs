//! What is reported without marks, or with some words of it in marks: a cue, its subject and the clause or phrase that
//! the cue gives as said, thought, wanted or promised.
//!
//! Only the outermost report of a stretch of text is given: what Holm says that Berg says is Holm's.

use std::ops::Range;

use super::complement::{self, Complement};
use super::lexicon::{self, Entry, Form};
use super::phrase::{
    View, is_auxiliary, is_be, is_determiner, is_preposition, is_subject_pronoun, last_word, noun_phrase_start,
    verb_group_start,
};
use super::speaker::Cast;
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
pub(super) const REACH: usize = 40;

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

    pub(super) fn is_taken(&self, token: usize) -> bool {
        self.taken.binary_search(&token).is_ok()
    }

    /// Whether a cue of words in marks stands between two tokens.
    pub(super) fn any_taken(&self, tokens: Range<usize>) -> bool {
        let first = self.taken.partition_point(|&token| token < tokens.start);
        self.taken.get(first).is_some_and(|&token| token < tokens.end)
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
    pub(super) fn is_noun_here(&self, at: usize, group: usize) -> bool {
        let scan = self.view.scan;
        let Some(before) = group.checked_sub(1).filter(|&before| before >= self.limits.start) else { return false };
        let word = scan.folded(before);
        let adjective =
            ["ed", "ing", "ive", "al", "ous", "ful", "ic", "ary", "new"].iter().any(|end| word.ends_with(end));
        let plural = lexicon::noun(scan.folded(at)).is_some();
        // `percentage points`, `pay rates`: a verb in -s has a name, a pronoun or an article before it.
        let bare = scan.is_lower(before)
            && !scan.is_function(before)
            && !matches!(scan.folded(at), "says" | "tells" | "thinks" | "knows" | "insists" | "argues")
            && noun_phrase_start(scan, group, self.limits.start).is_some_and(|from| {
                (from..group)
                    .all(|index| scan.is_lower(index) && !is_determiner(scan.folded(index)) || scan.is_mark(index))
            });
        if bare {
            return true;
        }
        scan.is_number(before) || plural && scan.is_lower(before) && adjective
    }

    /// Whether the noun phrase before a verb in its base form is a plural, or a pronoun that goes with that form.
    pub(super) fn is_plural(&self, group: usize) -> bool {
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
        // `Even as Holm said`
        let lead = first + usize::from(matches!(scan.folded(first), "even" | "just" | "only"));
        let leads = matches!(
            scan.folded(lead),
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
    pub(super) fn trimmed(&self, content: Range<usize>) -> Option<Range<usize>> {
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
}
