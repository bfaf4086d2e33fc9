//! Which names stand for one entity.

use std::collections::{BTreeMap, HashMap};

use coincide_text::Span;

use super::brackets::Definition;
use super::name::{NameMatch, same_name};
use super::role::compare_roles;
use super::roles::Named;
use super::tables::{Gender, PlaceClass, person_word, place_class};
use super::words::{BEFORE_PLACES, ORGANISATIONS, PARTICLES, PLACES, is_generation};
use crate::Agreement;
use crate::scan::{Scan, is_acronym};

/// The mentions that stand for one entity, by token, and its fullest name.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    pub(super) mentions: Vec<Named>,
    /// The mention with the fullest name.
    pub(super) fullest: usize,
    /// The pronoun it goes with, by a form of address or a given name.
    pub(super) gender: Option<Gender>,
}

/// The words of a name, folded, without marks and particles.
fn words<'a>(scan: &Scan<'a>, named: &Named) -> Vec<&'a str> {
    (named.from..named.to)
        .filter(|&index| scan.is_word(index))
        .map(|index| scan.folded(index))
        .filter(|word| !PARTICLES.contains(word))
        .collect()
}

/// Whether a name ends in a generation: `Ola Berg Jr.` is not the `Ola Berg` beside him.
fn is_junior(words: &[&str]) -> bool {
    words.len() > 1 && words.last().is_some_and(|last| is_generation(last))
}

/// Whether the name is two surnames with a hyphen and nothing else (`the Holm-Strand talks`): two people, a double name or
/// a firm, and so no person's given name and surname.
pub(super) fn is_pair(scan: &Scan<'_>, named: &Named) -> bool {
    named.to == named.from + 3
        && scan.is_hyphen(named.from + 1)
        && [named.from, named.from + 2].into_iter().all(|index| !PARTICLES.contains(scan.folded(index)))
}

/// The span of a name, without a possessive ending.
pub(super) fn name_span(scan: &Scan<'_>, named: &Named) -> Span {
    let mut span = scan.span(named.from, named.to);
    let text = span.of(scan.text);
    if let Some(bare) = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")) {
        span.end = span.start + bare.len();
    }
    span
}

/// Puts together what stands for one entity. Groups come in the order of their first mention.
///
/// Full names come first, wherever they stand, since headlines and leads often have the surname before the full name.
/// Then each single word joins, in this order: the name that it was defined as the acronym of, or has the initials of;
/// the one person of that surname; the one person of that given name; the same word elsewhere. Of several people of
/// one surname a form of address decides, else who alone was named in the paragraph or the one before; else it joins
/// none of them.
pub(super) fn link(scan: &Scan<'_>, found: &[Named], definitions: &[Definition]) -> Vec<Group> {
    let mut links = Links::new(scan, found);
    for index in 0..found.len() {
        links.full_name(index);
    }
    links.people = (0..links.fullest.len()).map(|group| links.can_be_person(group)).collect();
    for definition in definitions {
        links.define(definition);
    }
    for index in 0..found.len() {
        links.stands_alone(index);
    }
    for index in 0..found.len() {
        if links.place.get(index).is_some_and(Option::is_none) {
            links.short_name(index);
        }
        if let (Some(Some(group)), Some(named)) = (links.place.get(index), found.get(index))
            && let Some(seen) = links.last_seen.get_mut(*group)
        {
            *seen = Some(named.from);
        }
    }
    links.groups()
}

/// What is known while names are put together.
struct Links<'a> {
    scan: &'a Scan<'a>,
    found: &'a [Named],
    /// For each name the group it joined.
    place: Vec<Option<usize>>,
    /// For each group the index of its fullest name.
    fullest: Vec<usize>,
    /// For each group the pronoun that its people go with.
    genders: Vec<Option<Gender>>,
    /// For each group of full names whether it can be a person's.
    people: Vec<bool>,
    /// For each group the token of its last mention so far.
    last_seen: Vec<Option<usize>>,
    /// People who are called by a surname with a title that none of those named in full with it has.
    alone: HashMap<&'a str, usize>,
    by_key: HashMap<String, usize>,
    by_last: HashMap<&'a str, Vec<usize>>,
    by_first: HashMap<&'a str, Vec<usize>>,
    by_initials: HashMap<String, usize>,
}

impl<'a> Links<'a> {
    fn new(scan: &'a Scan<'a>, found: &'a [Named]) -> Self {
        Self {
            scan,
            found,
            place: vec![None; found.len()],
            fullest: Vec::new(),
            genders: Vec::new(),
            people: Vec::new(),
            last_seen: Vec::new(),
            alone: HashMap::new(),
            by_key: HashMap::new(),
            by_last: HashMap::new(),
            by_first: HashMap::new(),
            by_initials: HashMap::new(),
        }
    }

    fn start_group(&mut self, index: usize) -> usize {
        self.fullest.push(index);
        self.genders.push(None);
        self.last_seen.push(None);
        self.fullest.len() - 1
    }

    fn full(&self, group: usize) -> Option<&'a Named> {
        self.found.get(*self.fullest.get(group)?)
    }

    fn put(&mut self, index: usize, group: usize) {
        if let Some(slot) = self.place.get_mut(index) {
            *slot = Some(group);
        }
        let gender = self.found.get(index).and_then(|named| named.gender);
        if let Some(slot) = self.genders.get_mut(group) {
            *slot = slot.or(gender);
        }
    }

    /// Groups a name of several words.
    fn full_name(&mut self, index: usize) {
        let Some(named) = self.found.get(index) else { return };
        let mut words = words(self.scan, named);
        let key = words.join(" ");
        let junior = is_junior(&words);
        if junior {
            words.pop();
        }
        let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return };
        if words.len() < 2 || is_pair(self.scan, named) {
            return;
        }
        let known = self.by_key.get(&key).copied().or_else(|| self.shorter_or_longer(last, named, junior));
        let group = known.unwrap_or_else(|| self.start_group(index));
        self.by_key.insert(key, group);
        let initials: String = (named.from..named.to)
            .filter(|&index| self.scan.is_capitalised(index))
            .filter_map(|index| self.scan.folded(index).chars().next())
            .collect();
        self.by_initials.entry(initials).or_insert(group);
        self.put(index, group);
        if let Some(slot) = self.genders.get_mut(group) {
            *slot = slot.or_else(|| person_word(first).gender);
        }
        self.index_words(first, last, group);
        if self.full(group).is_some_and(|full| named.to - named.from > full.to - full.from) {
            self.fullest[group] = index;
        }
    }

    fn index_words(&mut self, first: &'a str, last: &'a str, group: usize) {
        for (table, word) in [(&mut self.by_last, last), (&mut self.by_first, first)] {
            let groups = table.entry(word).or_default();
            if groups.len() < MOST_ALIKE && !groups.contains(&group) {
                groups.push(group);
            }
        }
    }

    /// A group whose full name is a shorter or longer form of this one.
    fn shorter_or_longer(&self, last: &str, named: &Named, junior: bool) -> Option<usize> {
        let name = name_span(self.scan, named).of(self.scan.text);
        self.by_last.get(last)?.iter().copied().find(|&group| {
            self.full(group).is_some_and(|other| {
                is_junior(&words(self.scan, other)) == junior
                    && same_name(name, name_span(self.scan, other).of(self.scan.text)) == NameMatch::Same
            })
        })
    }

    /// Puts an acronym that the text defines with its name.
    fn define(&mut self, definition: &Definition) {
        let Some(named) = self.found.get(definition.acronym) else { return };
        if let Some(group) = self.place.get(definition.name).copied().flatten() {
            self.put(definition.acronym, group);
            self.by_key.insert(self.scan.folded(named.from).to_owned(), group);
        }
    }

    /// Starts a group for `President Holm` where those named in full are the first lady Kari Holm and Ola Holm Jr.
    fn stands_alone(&mut self, index: usize) {
        let Some(named) = self.found.get(index) else { return };
        let word = self.scan.folded(named.from);
        if self.place.get(index) != Some(&None) || named.to != named.from + 1 || !named.titled {
            return;
        }
        let Some(namesakes) = self.by_last.get(word) else { return };
        let role = named.role.map(|role| role.of(self.scan.text));
        let fits = |group: &usize| {
            let Some(full) = self.full(*group) else { return false };
            let gender = self.genders.get(*group).copied().flatten();
            let other = gender.zip(named.gender).is_some_and(|(one, other)| one != other);
            let office = match (role, full.role.map(|role| role.of(self.scan.text))) {
                (Some(role), Some(full)) => !matches!(compare_roles(role, full), Agreement::Differs),
                (Some(_), None) => !is_junior(&words(self.scan, full)),
                _ => true,
            };
            !other && office && self.is_person(*group)
        };
        if !namesakes.iter().any(fits) && namesakes.iter().any(|&group| self.is_person(group)) {
            let group = self.alone.get(word).copied().unwrap_or_else(|| self.start_group(index));
            self.alone.insert(word, group);
            self.put(index, group);
        }
    }

    /// Groups a name of one word, or of two with a hyphen.
    fn short_name(&mut self, index: usize) {
        let Some(named) = self.found.get(index) else { return };
        let words = words(self.scan, named);
        let (Some(&word), Some(&last)) = (words.first(), words.last()) else { return };
        if is_pair(self.scan, named) {
            // `Smith-Holm` may be the surname of `Ada Smith-Holm`, but neither half of it stands for anybody.
            let surname = self.by_last.get(last).and_then(|groups| {
                groups
                    .iter()
                    .copied()
                    .find(|&group| self.full(group).is_some_and(|full| self::words(self.scan, full).ends_with(&words)))
            });
            return self.join(index, surname, words.join("-"));
        }
        if let Some(surname) = named.shares.filter(|_| !self.by_last.contains_key(word)) {
            let surname = self.scan.folded(surname);
            let key = format!("{word} {surname}");
            self.join(index, None, key);
            if let Some(group) = self.place.get(index).copied().flatten() {
                self.genders[group] = self.genders[group].or(person_word(word).gender);
                self.index_words(word, surname, group);
            }
            return;
        }
        if let Some(&group) = self.alone.get(word).filter(|_| words.len() == 1) {
            let gender = self.genders.get(group).copied().flatten();
            if gender.zip(named.gender).is_none_or(|(one, other)| one == other) {
                return self.put(index, group);
            }
        }
        let raw = self.scan.raw(named.from);
        // An acronym stands for itself; a longer word in capitals may be a surname in a transcript.
        let acronym = is_acronym(raw);
        let initials =
            if acronym { self.by_key.get(word).or_else(|| self.by_initials.get(word)).copied() } else { None };
        let person =
            if acronym && raw.len() <= 4 { None } else { self.surname(word, named).or_else(|| self.given(word)) };
        self.join(index, initials.or(person), words.join(" "));
    }

    fn join(&mut self, index: usize, group: Option<usize>, key: String) {
        let group = group.or_else(|| self.by_key.get(&key).copied()).unwrap_or_else(|| self.start_group(index));
        self.by_key.entry(key).or_insert(group);
        self.put(index, group);
    }

    /// The person of this surname that is meant.
    fn surname(&self, word: &str, named: &Named) -> Option<usize> {
        let namesakes = self.by_last.get(word)?;
        let agrees = |group: &usize| match (named.gender, self.genders.get(*group).copied().flatten()) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        };
        let mut people: Vec<usize> =
            namesakes.iter().copied().filter(|&group| self.is_person(group)).filter(agrees).collect();
        // `Berg` is the father where both are named, `Berg Jr.` the son.
        let junior = is_junior(&words(self.scan, named));
        let alike = |group: &usize| self.full(*group).is_some_and(|full| is_junior(&words(self.scan, full)) == junior);
        if people.iter().any(alike) {
            people.retain(alike);
        } else if junior {
            return None;
        }
        match people.as_slice() {
            [] => None,
            [one] if namesakes.len() < MOST_ALIKE => Some(*one),
            several => self.near(several, named.from),
        }
    }

    /// Which of several people was alone named in the same paragraph, or else in the one before.
    fn near(&self, people: &[usize], token: usize) -> Option<usize> {
        let paragraph = self.paragraph(token)?;
        let named_in = |wanted: usize| {
            let mut people = people.iter().copied().filter(move |&group| {
                self.last_seen.get(group).copied().flatten().and_then(|seen| self.paragraph(seen)) == Some(wanted)
            });
            (people.next(), people.next())
        };
        match named_in(paragraph) {
            (Some(one), None) => Some(one),
            (None, None) => match paragraph.checked_sub(1).map(named_in) {
                Some((Some(one), None)) => Some(one),
                _ => None,
            },
            _ => None,
        }
    }

    fn paragraph(&self, token: usize) -> Option<usize> {
        self.scan.sentences.get(self.scan.sentence_of(token)).map(|sentence| sentence.paragraph)
    }

    /// The one person of this given name.
    fn given(&self, word: &str) -> Option<usize> {
        match self.by_first.get(word).map(Vec::as_slice) {
            Some(&[one]) if self.is_person(one) => {
                let name = person_word(word);
                if !name.common && place_class([word].into_iter()).is_some_and(|class| class >= PlaceClass::Division) {
                    return None;
                }
                let titled = self.full(one).is_some_and(|full| full.titled || full.role.is_some());
                (titled || name.given).then_some(one)
            }
            _ => None,
        }
    }

    /// Whether a group can be a person: of two first names that share a surname it is known.
    fn is_person(&self, group: usize) -> bool {
        self.people.get(group).copied().unwrap_or(true)
    }

    /// Whether a group's full name can be a person's, so that one word of it can stand for it.
    fn can_be_person(&self, group: usize) -> bool {
        self.full(group).is_some_and(|named| may_be_person(self.scan, named))
    }

    /// The groups with their mentions.
    fn groups(self) -> Vec<Group> {
        let mut groups: Vec<Group> = vec![Group::default(); self.fullest.len()];
        for (index, (named, group)) in self.found.iter().zip(&self.place).enumerate() {
            let Some(group) = *group else { continue };
            let (Some(made), Some(&fullest)) = (groups.get_mut(group), self.fullest.get(group)) else { continue };
            if fullest == index {
                made.fullest = made.mentions.len();
            }
            made.mentions.push(named.clone());
        }
        for (group, gender) in groups.iter_mut().zip(self.genders) {
            group.gender = gender;
        }
        groups.retain(|group| !group.mentions.is_empty());
        groups.sort_by_key(|group| group.mentions.first().map_or(usize::MAX, |named| named.from));
        groups
    }
}

/// No more groups than this are kept under one surname, so that a list of namesakes stays cheap.
const MOST_ALIKE: usize = 8;

fn may_be_person(scan: &Scan<'_>, named: &Named) -> bool {
    let words = words(scan, named);
    let head = words.last().is_some_and(|last| ORGANISATIONS.contains(last) || PLACES.contains(last));
    let place = words.first().is_some_and(|first| BEFORE_PLACES.contains(first));
    let joined = (named.from..named.to).any(|index| matches!(scan.folded(index), "of" | "for" | "and" | "&"));
    let town = || place_class(words.iter().copied()).is_some_and(|class| class >= PlaceClass::City);
    named.titled || !(head || place || joined || is_pair(scan, named) || town())
}

/// Marks first names that share the surname of the name after `and`: `Ola and Kari Berg`.
pub(super) fn share_surnames(scan: &Scan<'_>, found: &mut [Named]) {
    let mut next: Option<Named> = None;
    for named in found.iter_mut().rev() {
        let given = |index: usize| person_word(scan.folded(index)).given;
        if let Some(next) = &next
            && named.to == named.from + 1
            && next.from == named.to + 1
            && scan.folded(named.to) == "and"
            && next.to - next.from == 2
            && !scan.is_possessive(named.from)
            && given(named.from)
            && given(next.from)
            && may_be_person(scan, next)
        {
            named.shares = Some(next.to - 1);
        }
        next = Some(named.clone());
    }
}

/// Adds the mentions in headlines, where every word is capitalised: only names that the body has.
pub(super) fn add_headlines(scan: &Scan<'_>, headlines: &[bool], caseless: bool, groups: &mut [Group]) {
    let mut by_word: BTreeMap<&str, Vec<(usize, Vec<&str>)>> = BTreeMap::new();
    for (index, group) in groups.iter().enumerate() {
        let mut forms: Vec<Vec<&str>> = group.mentions.iter().map(|named| words(scan, named)).collect();
        if let Some(named) = group.mentions.get(group.fullest).filter(|named| may_be_person(scan, named)) {
            forms.extend(words(scan, named).last().map(|&surname| vec![surname]));
        }
        forms.sort();
        forms.dedup();
        for form in forms {
            if let Some(&first) = form.first() {
                let entry = by_word.entry(first).or_default();
                if entry.len() < MOST_ALIKE {
                    entry.push((index, form));
                }
            }
        }
    }
    for forms in by_word.values_mut() {
        forms.sort_by_key(|(index, form)| (std::cmp::Reverse(form.len()), *index));
    }
    let mut taken: Vec<(usize, usize)> =
        groups.iter().flat_map(|group| group.mentions.iter().map(|named| (named.from, named.to))).collect();
    taken.sort_unstable();
    let mut taken = taken.into_iter().peekable();
    for (sentence, _) in scan.sentences.iter().zip(headlines).filter(|&(_, &headline)| headline) {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            while taken.next_if(|&(_, to)| to <= at).is_some() {}
            if let Some(&(_, to)) = taken.peek().filter(|&&(from, _)| from <= at) {
                at = to;
                continue;
            }
            let forms = by_word.get(scan.folded(at)).filter(|_| caseless || scan.is_capitalised(at));
            let Some((group, form)) = forms.and_then(|forms| match_form(scan, forms, at, sentence.tokens.end)) else {
                at += 1;
                continue;
            };
            groups[group].mentions.push(Named::new(at, at + form));
            at += form;
        }
    }
    for group in groups.iter_mut() {
        let fullest = group.mentions.get(group.fullest).map(|named| named.from);
        group.mentions.sort_by_key(|named| named.from);
        group.fullest = group.mentions.iter().position(|named| Some(named.from) == fullest).unwrap_or_default();
    }
    groups.sort_by_key(|group| group.mentions.first().map_or(usize::MAX, |named| named.from));
}

/// The group of the longest form that stands at token `at`, and how many tokens it takes; nothing if two groups have it.
fn match_form(scan: &Scan<'_>, forms: &[(usize, Vec<&str>)], at: usize, limit: usize) -> Option<(usize, usize)> {
    let mut matching = forms.iter().filter(|(_, form)| at + form.len() <= limit && scan.reads(at, form));
    let (group, form) = matching.next()?;
    let alone = matching.all(|(other, same)| other == group || same.len() < form.len());
    alone.then_some((*group, form.len()))
}
