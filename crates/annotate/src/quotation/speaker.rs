//! Who says it: the words that name the speaker, and the entity they stand for.

use std::collections::BTreeMap;

use coincide_text::{Span, is_function_word};

use super::attribution::is_speech;
use super::lexicon::{self, Form};
use super::marks::Marked;
use super::phrase::{
    is_adverb, is_auxiliary, is_determiner, is_finite, is_preposition, is_subordinating, noun_phrase_start,
    verb_group_start,
};
use super::words::{BETWEEN, PREPOSITIONS, PRONOUNS};
use crate::entity::{ADDRESS, ROLES, is_nationality};
use crate::scan::{Scan, is_in};
use crate::{Entity, EntityKind, Speaker};

mod antecedent;

use antecedent::roles;

/// A named mention between two tokens.
#[derive(Clone, Copy, Debug)]
struct Place {
    from: usize,
    to: usize,
    entity: usize,
    /// The name, without a possessive ending.
    span: Span,
}

/// Looks up speakers among the entities of a text.
pub(super) struct Cast<'a> {
    entities: &'a [Entity],
    marked: &'a [Marked],
    places: Vec<Place>,
    /// For each entity what a form of address says: `he` or `she`.
    pronouns: Vec<Option<&'static str>>,
    /// The people whose role has a word of this stem, with the words of that role.
    roles: BTreeMap<String, Vec<(usize, Vec<String>)>>,
}

/// What a search for a speaker found.
pub(super) struct Found {
    pub(super) speaker: Speaker,
    pub(super) from: usize,
}

impl<'a> Cast<'a> {
    pub(super) fn new(scan: &Scan<'_>, entities: &'a [Entity], marked: &'a [Marked]) -> Self {
        let mut places = Vec::new();
        let mut pronouns = vec![None; entities.len()];
        for (entity, known) in entities.iter().enumerate() {
            for mention in known.mentions.iter().filter(|mention| mention.named) {
                let from = scan.tokens.partition_point(|token| token.span.start < mention.span.start);
                let to = scan.tokens.partition_point(|token| token.span.start < mention.span.end);
                places.push(Place { from, to, entity, span: mention.span });
                let title = if from >= 2 && scan.raw(from - 1) == "." { from - 2 } else { from.wrapping_sub(1) };
                let pronoun = match scan.folded(title) {
                    "mr" | "sir" | "lord" | "king" | "prince" | "spokesman" | "chairman" => Some("he"),
                    "mrs" | "ms" | "miss" | "dame" | "lady" | "queen" | "princess" | "spokeswoman" | "chairwoman" => {
                        Some("she")
                    }
                    _ => None,
                };
                if let Some(slot) = pronouns.get_mut(entity) {
                    *slot = slot.or(pronoun);
                }
            }
        }
        places.sort_by_key(|place| place.from);
        Self { entities, marked, places, pronouns, roles: roles(entities) }
    }

    fn ending_at(&self, to: usize) -> Option<Place> {
        let index = self.places.partition_point(|place| place.from < to).checked_sub(1)?;
        self.places.get(index).copied().filter(|place| place.to == to)
    }

    /// The first mention that starts between two tokens.
    fn starting_in(&self, from: usize, to: usize) -> Option<Place> {
        let index = self.places.partition_point(|place| place.from < from);
        self.places.get(index).copied().filter(|place| place.from < to)
    }

    fn named(&self, place: Place) -> Found {
        Found { speaker: Speaker { span: place.span, entity: Some(place.entity) }, from: place.from }
    }

    /// The subject of the cue at `cue`, looked for before it, down to token `limit`.
    pub(super) fn before(&self, scan: &Scan<'_>, cue: usize, limit: usize, last: Option<usize>) -> Option<Found> {
        let mut end = cue;
        // `who in 2010 said`
        if end > limit + 2 && scan.is_number(end - 1) && matches!(scan.folded(end - 2), "in" | "since") {
            end -= 2;
        }
        // `Holm, the mayor, on Tuesday said`; `Holm two weeks ago said`
        end = before_time(scan, end, limit);
        while end > limit
            && (is_in(BETWEEN, scan.folded(end - 1))
                || scan.folded(end - 1).ends_with("ly") && is_adverb(scan, end - 1))
        {
            end -= 1;
        }
        // `Holm left the pier and said`: the subject of both verbs is that of the sentence.
        if end > limit + 1
            && end < cue
            && (scan.folded(end) == "and" || matches!(scan.folded(end), "so" | "then") && scan.raw(end - 1) == ",")
            && scan.folded(end - 1) != "and"
        {
            if let Some(found) = self.last_clause_subject(scan, limit, end, last) {
                return Some(found);
            }
            return self
                .clause_subject(scan, limit, end, last)
                .or_else(|| self.bare_subject(scan, limit, end))
                .filter(|found| found.from < end - 1);
        }
        // `Holm was moved to say`: the subject of the verb before.
        if scan.folded(end) == "to"
            && end > limit + 1
            && end < cue
            && scan.is_lower(end - 1)
            && !scan.is_function(end - 1)
        {
            let found = self.clause_subject(scan, limit, end, last);
            if found.is_some() {
                return found;
            }
        }
        // `Holm, who led the search, said`; `Holm (Coast Party) said`.
        let closing = end.checked_sub(1).map_or("", |index| scan.raw(index));
        if matches!(closing, "," | ")" | "—" | "–") && end > limit {
            let opening = match closing {
                ")" => "(",
                other => other,
            };
            /// The longest insertion between a subject and its verb, in tokens.
            const INSERTION: usize = 40;
            let earliest = limit.max(end.saturating_sub(INSERTION));
            let opening = |before: usize| {
                (earliest..before).rev().find(|&index| scan.raw(index) == opening).filter(|&index| index > limit)
            };
            let inserted = end - 1;
            end = opening(inserted)?;
            // `the harbour master, Inga Strand, said`: the role is the mention, the name says who.
            if closing == ","
                && let Some(place) = self.ending_at(inserted).filter(|place| place.from == end + 1)
                && let Some(mut found) = self.ending(scan, end, limit, last)
                && is_in(ARTICLES, scan.folded(found.from))
            {
                found.speaker.entity = found.speaker.entity.or(Some(place.entity));
                return Some(found);
            }
            // `Holm, 59, of Bergen, Norway, who led the search, said`: what hangs on the name lies between more commas.
            while closing == ","
                && let Some(earlier) = opening(end - 1)
                && hangs_on_name(scan, earlier + 1, end)
            {
                end = earlier;
            }
        } else if matches!(scan.folded(end.wrapping_sub(1)), "who" | "which" | "that") && end > limit + 1 {
            // `Holm, who said`: the pronoun is the mention, Holm whom it stands for.
            let pronoun = end - 1;
            let noun = if scan.raw(pronoun - 1) == "," { pronoun - 1 } else { pronoun };
            let entity = self.ending(scan, noun, limit, last).and_then(|found| found.speaker.entity);
            return Some(Found { speaker: Speaker { span: scan.span(pronoun, end), entity }, from: pronoun });
        }
        if end <= limit {
            return None;
        }
        self.ending(scan, end, limit, last)
    }

    /// The noun phrase that ends before token `end`.
    fn ending(&self, scan: &Scan<'_>, end: usize, limit: usize, last: Option<usize>) -> Option<Found> {
        let pronoun = end - 1;
        if is_in(PRONOUNS, scan.folded(pronoun)) {
            let entity = self.antecedent(scan, pronoun, last);
            return Some(Found { speaker: Speaker { span: scan.span(pronoun, end), entity }, from: pronoun });
        }
        let from = noun_phrase_start(scan, end, limit)?;
        if let Some(place) = self.ending_at(end)
            && place.from >= limit
        {
            let hangs = (from..place.from).any(|index| {
                is_preposition(scan.folded(index)) || matches!(scan.folded(index), "who" | "that" | "which")
            });
            if !hangs {
                return Some(self.named(place));
            }
        }
        let span = scan.span(from, end);
        Some(Found { speaker: Speaker { span, entity: self.described(scan, from, end) }, from })
    }

    /// The token after the name that starts at `from`.
    pub(super) fn name_at(&self, from: usize) -> Option<usize> {
        self.starting_in(from, from + 1).map(|place| place.to)
    }

    /// The name that ends right before a token.
    pub(super) fn name_before(&self, to: usize, limit: usize) -> Option<Found> {
        self.ending_at(to).filter(|place| place.from >= limit).map(|place| self.named(place))
    }

    /// Whose something is: the possessive at `owner` with its phrase (`Holm's`, `the ministry's`, `his`).
    pub(super) fn owner(&self, scan: &Scan<'_>, owner: usize, limit: usize, last: Option<usize>) -> Option<Found> {
        if !scan.is_possessive(owner) {
            let entity = self.antecedent(scan, owner, last);
            return Some(Found { speaker: Speaker { span: scan.span(owner, owner + 1), entity }, from: owner });
        }
        self.ending(scan, owner + 1, limit, last)
    }

    /// The speaker named after the cue: `said Holm`, `said the mayor, Inga Strand`, `according to the ministry`.
    pub(super) fn after(&self, scan: &Scan<'_>, cue_end: usize, limit: usize, last: Option<usize>) -> Option<Found> {
        let start = cue_end;
        if start >= limit {
            return None;
        }
        if is_in(PRONOUNS, scan.folded(start)) || matches!(scan.folded(start), "him" | "her" | "them") {
            let entity = self.antecedent(scan, start, last);
            return Some(Found { speaker: Speaker { span: scan.span(start, start + 1), entity }, from: start });
        }
        // `shouted to the crowd` names no speaker.
        if scan.is_function(start) && !is_in(ARTICLES, scan.folded(start)) {
            return None;
        }
        let mut end = start;
        let point = |index: usize| {
            // `Rep. Holm`, `J. Holm`: a point that ends no sentence.
            scan.raw(index) == "."
                && index > start
                && scan.raw(index - 1).len() <= 5
                && scan.is_capitalised(index - 1)
                && scan.is_capitalised(index + 1)
                && scan.sentence_of(index) == scan.sentence_of(index + 1)
        };
        while end < limit
            && end < start + 12
            && (scan.is_word(end)
                || scan.is_hyphen(end)
                || scan.is_number(end)
                || scan.raw(end) == "/" && scan.is_glued(end)
                || point(end))
        {
            let word = scan.folded(end);
            if let Some(place) = self.starting_in(end, end + 1) {
                // A name inside a description (`a spokesman for Acme`) does not end it, nor does a title before a name.
                let inside = (start..end)
                    .any(|index| matches!(scan.folded(index), "of" | "for" | "at" | "from" | "with" | "to" | "in"));
                // `a Coast Party source`
                // `the Strand campaign`, but `Inga Strand left`
                let person = place.to - place.from > 1
                    && self.entities.get(place.entity).is_some_and(|entity| entity.kind == EntityKind::Person);
                let noun = !person
                    && scan.is_lower(place.to)
                    && !scan.is_function(place.to)
                    && !is_speech(scan.folded(place.to))
                    && !is_adverb(scan, place.to);
                // `Coast Research analyst Inga Strand`
                let title = ROLES.contains(scan.folded(place.to))
                    && scan.is_lower(place.to)
                    && self.name_at(place.to + 1).is_some();
                if !(inside || noun || title || point(place.to) || scan.is_possessive(place.to - 1)) {
                    return Some(self.named(place));
                }
                end = place.to.max(end + 1);
                continue;
            }
            let stops = scan.is_function(end)
                && !is_determiner(word)
                && !matches!(word, "of" | "for" | "at" | "from" | "with" | "two" | "to" | "in" | "more" | "than");
            if stops || is_auxiliary(word) || is_speech(word) && end > start + 1 {
                break;
            }
            end += 1;
        }
        while end > start && (is_function_word(scan.folded(end - 1)) || scan.is_mark(end - 1)) {
            end -= 1;
        }
        // `the harbour master, Inga Strand`: the name says it better.
        if scan.raw(end) == ","
            && let Some(place) = self
                .starting_in(end + 1, end + 2)
                .filter(|_| (start..end).any(|index| ROLES.contains(scan.folded(index))))
        {
            return Some(self.named(place));
        }
        let described = (start..end).any(|index| !is_function_word(scan.folded(index)));
        described.then(|| Found {
            speaker: Speaker { span: scan.span(start, end), entity: self.described(scan, start, end) },
            from: start,
        })
    }

    /// The first mention or pronoun of a sentence that no preposition governs: the subject of a participle such as
    /// `saying`, or of the second of two verbs.
    pub(super) fn subject(&self, scan: &Scan<'_>, from: usize, to: usize, last: Option<usize>) -> Option<Found> {
        /// No sentence of prose has more mentions before its subject.
        const MENTIONS: usize = 40;
        let first = self.places.partition_point(|place| place.from < from);
        let place = self
            .places
            .get(first..)
            .unwrap_or_default()
            .iter()
            .take(MENTIONS)
            .take_while(|place| place.from < to)
            .find(|place| !is_governed(scan, place.from, from))
            .copied();
        let pronoun = (from..to.min(from + 12)).find(|&index| matches!(scan.folded(index), "he" | "she" | "they"));
        match (place, pronoun) {
            (Some(place), Some(pronoun)) if pronoun < place.from => self.ending(scan, pronoun + 1, from, last),
            (Some(place), _) => Some(self.named(place)),
            (None, Some(pronoun)) => self.ending(scan, pronoun + 1, from, last),
            (None, None) => None,
        }
    }

    /// The subject of the main verb of the clauses between two tokens: the noun phrase before the first verb that can be
    /// seen, after what leads in (`In August, …`, `When it rained, …`).
    pub(super) fn clause_subject(&self, scan: &Scan<'_>, from: usize, to: usize, last: Option<usize>) -> Option<Found> {
        /// A verb further off is another clause's.
        const REACH: usize = 60;
        let outside = |index: &usize| {
            let words = self.marked.get(self.marked.partition_point(|words| words.after <= *index));
            words.is_none_or(|words| words.open > *index)
        };
        let mut start = (from..to).filter(outside).find(|&index| scan.is_word(index) || scan.is_number(index))?;
        let lead = scan.folded(start);
        if is_preposition(lead) || is_subordinating(lead) || lead.ends_with("ing") || lead == "during" {
            let comma = (start..to.min(start + REACH)).find(|&index| scan.raw(index) == ",");
            start = comma.map_or(start, |comma| comma + 1);
        }
        // `Nobody spoke when Holm rose and asked`: the clause of the last conjunction, unless a comma ended it.
        if let Some(begins) =
            (start..to.min(start + REACH)).rev().take_while(|&index| scan.raw(index) != ",").filter(outside).find(
                |&index| {
                    matches!(scan.folded(index), "when" | "while" | "because" | "after" | "before" | "where" | "if")
                },
            )
        {
            start = begins + 1;
        }
        let mut previous = start;
        for verb in (start..to.min(start + REACH)).filter(outside) {
            let visible = is_finite(scan, verb)
                || scan.is_lower(verb)
                    && lexicon::verb(scan.folded(verb)).map_or(scan.folded(verb).ends_with("ed"), |entry| {
                        matches!(entry.form, Form::Past | Form::Present)
                    });
            if !visible {
                continue;
            }
            let group = verb_group_start(scan, verb, start);
            let before = group.checked_sub(1).map_or("", |before| scan.folded(before));
            let nominal = is_determiner(before) || is_preposition(before) || scan.is_possessive(group.wrapping_sub(1));
            if matches!(before, "who" | "which" | "that" | "and" | "or") || nominal && group > start {
                continue;
            }
            if group == start || scan.is_mark(group - 1) && previous == start && group <= start + 1 {
                // `…," said Holm, adding`
                let found = self.after(scan, verb + 1, to, last);
                if found.is_some() {
                    return found;
                }
            }
            if group > start
                && let Some(found) = self.before(scan, group, start, last)
            {
                return Some(found);
            }
            previous = verb;
        }
        self.subject(scan, from, to, last)
    }

    /// The name or pronoun a last clause before `end` begins with, after a clause that leads in: `Asked about it, Holm shook
    /// her head and said`.
    fn last_clause_subject(&self, scan: &Scan<'_>, limit: usize, end: usize, last: Option<usize>) -> Option<Found> {
        /// The longest clause, in tokens.
        const CLAUSE: usize = 16;
        let lead = scan.folded(limit);
        if !(is_preposition(lead) || is_subordinating(lead) || lead.ends_with("ed") || lead.ends_with("ing")) {
            return None;
        }
        let comma = (limit.max(end.saturating_sub(CLAUSE))..end).rev().find(|&index| scan.raw(index) == ",")?;
        let mut begins = comma + 1;
        while begins < end && (ADDRESS.contains(scan.folded(begins)) || scan.raw(begins) == ".") {
            begins += 1;
        }
        let to = self
            .name_at(begins)
            .or_else(|| matches!(scan.folded(begins), "he" | "she" | "they" | "we").then_some(begins + 1))?;
        let verb = scan.is_lower(to) && !scan.is_function(to) && to < end;
        verb.then(|| self.ending(scan, to, comma + 1, last)).flatten()
    }

    /// A subject that is no known entity: the capitalised words a clause begins with (`Berg turned to Strand and asked`),
    /// or an article and a role (`The skipper turned and asked`).
    fn bare_subject(&self, scan: &Scan<'_>, from: usize, to: usize) -> Option<Found> {
        let from = (from..to).find(|&index| !scan.is_mark(index))?;
        let found = |end: usize, entity| Found { speaker: Speaker { span: scan.span(from, end), entity }, from };
        if is_in(ARTICLES, scan.folded(from)) {
            let head = (from + 1..to.min(from + 5))
                .take_while(|&index| scan.is_word(index) && !scan.is_function(index) || scan.is_hyphen(index))
                .filter(|&index| ROLES.contains(scan.folded(index)))
                .last()?;
            return Some(found(head + 1, self.described(scan, from, head + 1)));
        }
        let name = (from..to).take_while(|&index| scan.is_capitalised(index) && !scan.is_function(index)).count();
        (name > 0 && !crate::time::is_calendar_word(scan.folded(from))).then(|| found(from + name, None))
    }
}

/// The token after what stands before a time that ends before `end`, down to `limit`.
fn before_time(scan: &Scan<'_>, end: usize, limit: usize) -> usize {
    /// The longest time, in tokens: `less than two weeks ago`.
    const TIME: usize = 6;
    let earliest = limit.max(end.saturating_sub(TIME)) + 1;
    if end <= earliest {
        return end;
    }
    let word = scan.folded(end - 1);
    if crate::time::is_calendar_word(word) && scan.folded(end - 2) == "on" {
        return end - 2;
    }
    if word != "ago" {
        return end;
    }
    let mut from = end - 2;
    while from > earliest
        && (scan.is_number(from - 1)
            || matches!(
                scan.folded(from - 1),
                "a" | "an"
                    | "few"
                    | "several"
                    | "two"
                    | "three"
                    | "four"
                    | "five"
                    | "six"
                    | "than"
                    | "less"
                    | "more"
                    | "about"
                    | "nearly"
                    | "almost"
                    | "over"
            ))
    {
        from -= 1;
    }
    from
}

/// Whether what stands between two commas hangs on the name before them: an age, a place, a party.
fn hangs_on_name(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    let first = scan.folded(from);
    let short = to - from <= 3;
    let role = ROLES.contains(first) || ROLES.contains(scan.folded(from + 1)) && scan.is_lower(from);
    scan.is_number(from)
        || role
        // `Holm, meanwhile, who led the search, said`
        || to == from + 1 && is_adverb(scan, from)
        || matches!(first, "of" | "from" | "who" | "a" | "an" | "the" | "whose" | "which")
        || short
            && (from..to).all(|index| scan.is_capitalised(index) || scan.is_mark(index))
            && scan.raw(to.wrapping_sub(1)) == "."
}

/// Whether a preposition stands before the name at `at`, with its article and title: `to Holm`, `of the mayor, Holm` not.
fn is_governed(scan: &Scan<'_>, at: usize, limit: usize) -> bool {
    let mut before = at;
    while before > limit && at - before < 5 {
        let word = scan.folded(before - 1);
        let inside = ROLES.contains(word)
            || ADDRESS.contains(word)
            || is_nationality(word)
            || is_in(ARTICLES, word)
            || (scan.raw(before - 1) == "." && before > limit + 1 && ADDRESS.contains(scan.folded(before - 2)));
        if !inside {
            break;
        }
        before -= 1;
    }
    before > limit && is_in(PREPOSITIONS, scan.folded(before - 1))
}

/// The span of the cue's words.
pub(super) fn cue_span(scan: &Scan<'_>, cue: usize) -> Span {
    if scan.folded(cue) == "according" { scan.span(cue, cue + 2) } else { scan.span(cue, cue + 1) }
}

/// Function words that can begin a description.
const ARTICLES: &[&str] = &["a", "an", "both", "her", "his", "its", "my", "other", "our", "some", "the", "their"];
