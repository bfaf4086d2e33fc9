//! Which names stand for one entity.

use std::collections::{BTreeMap, HashMap};

use coincide_text::Span;

use super::name::{NameMatch, same_name};
use super::roles::Named;
use super::words::{BEFORE_PLACES, ORGANISATIONS, PARTICLES, PLACES};
use crate::scan::{Scan, is_acronym, is_in};

/// The mentions that stand for one entity, by token, and its fullest name.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) mentions: Vec<Named>,
    /// The mention with the fullest name.
    pub(super) fullest: usize,
}

/// The words of a name, folded, without marks and particles.
fn words<'a>(scan: &Scan<'a>, named: &Named) -> Vec<&'a str> {
    (named.from..named.to)
        .filter(|&index| scan.is_word(index))
        .map(|index| scan.folded(index))
        .filter(|word| !is_in(PARTICLES, word))
        .collect()
}

/// Whether the name is two surnames with a hyphen and nothing else (`the Holm-Strand talks`): two people, a double name or
/// a firm, and so no person's given name and surname.
pub(super) fn is_pair(scan: &Scan<'_>, named: &Named) -> bool {
    named.to == named.from + 3
        && scan.is_hyphen(named.from + 1)
        && [named.from, named.from + 2].into_iter().all(|index| !is_in(PARTICLES, scan.folded(index)))
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
pub(super) fn link(scan: &Scan<'_>, found: &[Named]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    // Full names first, wherever they stand: headlines and leads often have the surname before the full name.
    let mut by_key: HashMap<String, usize> = HashMap::new();
    let mut by_last: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut by_first: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut by_initials: HashMap<String, usize> = HashMap::new();
    let mut place: Vec<Option<usize>> = vec![None; found.len()];
    for (index, named) in found.iter().enumerate() {
        let words = words(scan, named);
        let (Some(&first), Some(&last)) = (words.first(), words.last()) else { continue };
        if words.len() < 2 || is_pair(scan, named) {
            continue;
        }
        let key = words.join(" ");
        let group =
            by_key.get(&key).copied().or_else(|| shorter_or_longer(scan, found, &groups, by_last.get(last), named));
        let group = group.unwrap_or_else(|| {
            groups.push(Group { mentions: Vec::new(), fullest: index });
            groups.len() - 1
        });
        by_key.insert(key, group);
        let lasts = by_last.entry(last).or_default();
        if !lasts.contains(&group) && lasts.len() < MOST_ALIKE {
            lasts.push(group);
        }
        let firsts = by_first.entry(first).or_default();
        if !firsts.contains(&group) && firsts.len() < MOST_ALIKE {
            firsts.push(group);
        }
        let initials: String = (named.from..named.to)
            .filter(|&index| scan.is_capitalised(index))
            .filter_map(|index| scan.folded(index).chars().next())
            .collect();
        by_initials.entry(initials).or_insert(group);
        if let Some(slot) = place.get_mut(index) {
            *slot = Some(group);
        }
        if named.to - named.from > length(found, &groups, group) {
            groups[group].fullest = index;
        }
    }
    let mut last_seen: BTreeMap<usize, usize> = BTreeMap::new();
    for (index, named) in found.iter().enumerate() {
        if place[index].is_none() && is_pair(scan, named) {
            let words = words(scan, named);
            let ends_with = |group: &usize| {
                groups
                    .get(*group)
                    .and_then(|group| found.get(group.fullest))
                    .is_some_and(|full| self::words(scan, full).ends_with(&words))
            };
            // `Smith-Holm` may be the surname of `Ada Smith-Holm`, but neither half of it stands for anybody.
            let surname = words.last().and_then(|last| by_last.get(last)?.iter().copied().find(ends_with));
            let key = words.join("-");
            let group = surname.or_else(|| by_key.get(&key).copied()).unwrap_or_else(|| {
                groups.push(Group { mentions: Vec::new(), fullest: index });
                groups.len() - 1
            });
            by_key.entry(key).or_insert(group);
            place[index] = Some(group);
        } else if place[index].is_none() {
            let words = words(scan, named);
            let Some(&word) = words.first() else { continue };
            let raw = scan.raw(named.from);
            let acronym = is_acronym(raw).then(|| by_initials.get(word).copied()).flatten();
            // An acronym stands for itself; a longer word in capitals may be a surname in a transcript.
            let short = is_acronym(raw) && raw.len() <= 4;
            let surname = by_last.get(word).filter(|_| !short).and_then(|groups| nearest(groups, &last_seen));
            let given = by_first.get(word).filter(|found| found.len() == 1).and_then(|groups| groups.first().copied());
            let given = given.filter(|&group| can_be_person(scan, found, &groups[group]));
            let surname = surname.filter(|&group| can_be_person(scan, found, &groups[group]));
            let group = acronym.or(surname).or(given).or_else(|| by_key.get(word).copied()).unwrap_or_else(|| {
                groups.push(Group { mentions: Vec::new(), fullest: index });
                groups.len() - 1
            });
            by_key.entry(word.to_owned()).or_insert(group);
            place[index] = Some(group);
        }
        if let Some(group) = place[index] {
            last_seen.insert(group, index);
        }
    }
    for (index, named) in found.iter().enumerate() {
        if let Some(group) = place[index] {
            groups[group].mentions.push(named.clone());
            if groups[group].fullest == index {
                groups[group].fullest = groups[group].mentions.len() - 1 + FULLEST_SET;
            }
        }
    }
    for group in &mut groups {
        group.fullest = group.fullest.saturating_sub(FULLEST_SET);
    }
    groups.retain(|group| !group.mentions.is_empty());
    groups.sort_by_key(|group| group.mentions.first().map_or(usize::MAX, |named| named.from));
    groups
}

/// Marks that `fullest` already names a mention and no longer an index into what was found.
const FULLEST_SET: usize = usize::MAX / 2;

/// No more groups than this are kept under one surname, so that a list of namesakes stays cheap.
const MOST_ALIKE: usize = 8;

fn length(found: &[Named], groups: &[Group], group: usize) -> usize {
    groups.get(group).and_then(|group| found.get(group.fullest)).map_or(0, |named| named.to - named.from)
}

/// A group whose full name is a shorter or longer form of this one.
fn shorter_or_longer(
    scan: &Scan<'_>,
    found: &[Named],
    groups: &[Group],
    candidates: Option<&Vec<usize>>,
    named: &Named,
) -> Option<usize> {
    let name = name_span(scan, named).of(scan.text);
    candidates?.iter().copied().find(|&group| {
        groups
            .get(group)
            .and_then(|group| found.get(group.fullest))
            .is_some_and(|other| same_name(name, name_span(scan, other).of(scan.text)) == NameMatch::Same)
    })
}

/// The group that was mentioned last; before any was, the first.
fn nearest(groups: &[usize], last_seen: &BTreeMap<usize, usize>) -> Option<usize> {
    groups.iter().copied().max_by_key(|group| (last_seen.get(group).copied(), std::cmp::Reverse(*group)))
}

/// Whether a group's full name can be a person's, so that one word of it can stand for it.
fn can_be_person(scan: &Scan<'_>, found: &[Named], group: &Group) -> bool {
    found.get(group.fullest).is_some_and(|named| may_be_person(scan, named))
}

fn may_be_person(scan: &Scan<'_>, named: &Named) -> bool {
    let words = words(scan, named);
    let head = words.last().is_some_and(|last| is_in(ORGANISATIONS, last) || is_in(PLACES, last));
    let place = words.first().is_some_and(|first| is_in(BEFORE_PLACES, first));
    let joined = (named.from..named.to).any(|index| matches!(scan.folded(index), "of" | "for" | "and" | "&"));
    named.titled || !(head || place || joined || is_pair(scan, named))
}

/// Adds the mentions in headlines, where every word is capitalised: only names that the body has.
pub(super) fn add_headlines(scan: &Scan<'_>, headlines: &[bool], groups: &mut [Group]) {
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
    for (sentence, _) in scan.sentences.iter().zip(headlines).filter(|&(_, &headline)| headline) {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let matched = by_word.get(scan.folded(at)).filter(|_| scan.is_capitalised(at)).and_then(|forms| {
                forms.iter().find(|(_, form)| at + form.len() <= sentence.tokens.end && scan.reads(at, form))
            });
            let Some((group, form)) = matched else {
                at += 1;
                continue;
            };
            let to = at + form.len();
            groups[*group].mentions.push(Named { from: at, to, role: None, titled: false });
            at = to;
        }
    }
    for group in groups.iter_mut() {
        let fullest = group.mentions.get(group.fullest).map(|named| named.from);
        group.mentions.sort_by_key(|named| named.from);
        group.fullest = group.mentions.iter().position(|named| Some(named.from) == fullest).unwrap_or_default();
    }
    groups.sort_by_key(|group| group.mentions.first().map_or(usize::MAX, |named| named.from));
}
