//! Whom a pronoun or a description beside a cue stands for.

use std::collections::BTreeMap;

use coincide_text::{is_function_word, stem};

use super::Cast;
use crate::entity::{ROLES, is_nationality};
use crate::scan::Scan;
use crate::{Entity, EntityKind};

impl Cast<'_> {
    /// Whom `he` or `she` at token `at` stands for: the first person of its own sentence, of the sentence before (the
    /// last speaker if named there), the last speaker, else the last one named.
    pub(super) fn antecedent(&self, scan: &Scan<'_>, at: usize, last: Option<usize>) -> Option<usize> {
        let pronoun = scan.folded(at);
        let fits = |entity: usize| {
            let person = self.entities.get(entity).is_some_and(|entity| entity.kind == EntityKind::Person);
            let gender = self.pronouns.get(entity).copied().flatten();
            person && gender.is_none_or(|known| known == pronoun)
        };
        if !matches!(pronoun, "he" | "she" | "him" | "her" | "who") {
            return None;
        }
        /// No sentence of prose names more than this; longer ones are lists.
        const REACH: usize = 40;
        let sentence = scan.sentence_of(at);
        let here = scan.sentences.get(sentence).map_or(0, |sentence| sentence.tokens.start);
        let same =
            self.places.iter().rev().skip(self.places.len() - self.places.partition_point(|place| place.to <= at));
        // `Lund met Holm, and he said`: the subject of the sentence, its first person.
        let in_sentence = same
            .take(REACH)
            .take_while(|place| place.from >= here)
            .map(|place| place.entity)
            .filter(|&entity| fits(entity))
            .last();
        if in_sentence.is_some() {
            return in_sentence;
        }
        let before = self.places.partition_point(|place| place.to <= here);
        let previous = sentence
            .checked_sub(1)
            .and_then(|index| scan.sentences.get(index))
            .map_or(0, |sentence| sentence.tokens.start);
        let first = self.places.partition_point(|place| place.from < previous);
        let people = || {
            self.places
                .get(first..before)
                .unwrap_or_default()
                .iter()
                .map(|place| place.entity)
                .filter(|&entity| fits(entity))
        };
        // Of a speaker it need not be known that it is a person.
        let last = last.filter(|&last| {
            let other = self.entities.get(last).is_some_and(|entity| entity.kind == EntityKind::Other);
            fits(last) || other
        });
        people().find(|&entity| Some(entity) == last).or_else(|| people().next()).or(last).or_else(|| {
            // Further back than this a pronoun does not reach.
            self.places
                .get(..before)
                .unwrap_or_default()
                .iter()
                .rev()
                .take(12)
                .map(|place| place.entity)
                .find(|&entity| fits(entity))
        })
    }

    /// The person whose role a description names, if there is exactly one best.
    pub(super) fn described(&self, scan: &Scan<'_>, from: usize, to: usize) -> Option<usize> {
        let words: Vec<&str> = (from..to)
            .filter(|&index| scan.is_word(index))
            .map(|index| scan.folded(index))
            .filter(|word| !is_function_word(word))
            .collect();
        if !words.iter().any(|word| ROLES.contains(word)) {
            return None;
        }
        let mut candidates: Vec<&(usize, Vec<String>)> = words
            .iter()
            .filter(|word| ROLES.contains(word))
            .filter_map(|word| self.roles.get(stem(word).as_ref()))
            .flatten()
            .collect();
        candidates.sort_by_key(|(entity, _)| *entity);
        candidates.dedup_by_key(|(entity, _)| *entity);
        let mut best: Option<(usize, usize)> = None;
        let mut tied = false;
        for (entity, role) in candidates {
            let shared = words.iter().filter(|word| role.iter().any(|part| is_akin(part, word))).count();
            // What the description says besides must fit: `the Danish minister` is not the Norwegian one.
            if words.iter().any(|word| is_nationality(word) && !role.iter().any(|part| is_akin(part, word))) {
                continue;
            }
            match best {
                Some((_, most)) if most == shared => tied = true,
                Some((_, most)) if most > shared => {}
                _ => {
                    best = Some((*entity, shared));
                    tied = false;
                }
            }
        }
        best.filter(|_| !tied).map(|(entity, _)| entity)
    }
}

/// The people of a text by the stems of their roles.
pub(super) fn roles(entities: &[Entity]) -> BTreeMap<String, Vec<(usize, Vec<String>)>> {
    /// With more people of one role a description tells none of them.
    const NAMESAKES: usize = 32;
    let mut found: BTreeMap<String, Vec<(usize, Vec<String>)>> = BTreeMap::new();
    for (entity, known) in entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Person) {
        let Some(role) = &known.role else { continue };
        let words: Vec<String> = role.split([' ', '-']).map(coincide_text::fold).collect();
        for word in &words {
            let people = found.entry(stem(word).into_owned()).or_default();
            if people.len() < NAMESAKES && people.last().is_none_or(|(last, _)| *last != entity) {
                people.push((entity, words.clone()));
            }
        }
    }
    found
}

/// One word, or a nation and its adjective: at least four letters in common at the beginning.
pub(super) fn is_akin(a: &str, b: &str) -> bool {
    a == b
        || (a.len() > 4
            && b.len() > 4
            && a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count() >= 4
            && (is_nationality(a) || is_nationality(b)))
}
