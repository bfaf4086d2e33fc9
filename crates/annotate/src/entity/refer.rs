//! Mentions that are no names: `the minister`, `the company`, `he`.
//!
//! Each is joined only where the text leaves one candidate. A wrong join puts words or deeds on somebody who did not say
//! or do them, so what is in doubt is left alone.

use std::collections::BTreeMap;

use super::role::{Role, is_one, roles};
use super::tables::{Gender, PlaceClass, place_class};
use super::words::{BUSINESS, ORGANISATIONS, PEOPLE, PLACES, ROLES};
use crate::scan::Scan;
use crate::{Entity, EntityKind, Mention};

/// A named mention by tokens.
#[derive(Clone, Copy, Debug)]
struct Place {
    from: usize,
    to: usize,
    entity: usize,
}

/// How many words may stand between `the` and the noun that it belongs to.
const MODIFIERS: usize = 5;

/// More people than this in two sentences are a list; a pronoun after it points at nobody certain.
const MOST_PEOPLE: usize = 12;

/// Adds to each entity the descriptions and pronouns that stand for it.
pub(super) fn refer(scan: &Scan<'_>, entities: &mut [Entity], genders: &[Option<Gender>]) {
    let mut places = Vec::new();
    for (entity, known) in entities.iter().enumerate() {
        for mention in &known.mentions {
            let from = scan.tokens.partition_point(|token| token.span.start < mention.span.start);
            let to = scan.tokens.partition_point(|token| token.span.start < mention.span.end);
            places.push(Place { from, to, entity });
        }
    }
    places.sort_by_key(|place| place.from);
    let cast = Cast::new(scan, entities, genders, &places);
    let found = cast.read(scan, &places);
    for (entity, from, to) in found {
        if let Some(entity) = entities.get_mut(entity) {
            entity.mentions.push(Mention { span: scan.span(from, to), named: false });
        }
    }
    for entity in entities {
        entity.mentions.sort_by_key(|mention| mention.span);
    }
}

/// What descriptions and pronouns can stand for.
struct Cast<'a> {
    entities: &'a [Entity],
    genders: &'a [Option<Gender>],
    /// The token of each entity's first mention.
    first: Vec<usize>,
    /// People by the head of their role.
    by_role: BTreeMap<String, Vec<(usize, Role)>>,
    /// Organisations and places by the last noun of their name; nothing if two have it.
    by_head: BTreeMap<&'a str, Option<usize>>,
    /// The only company, town and country of the text.
    company: Option<usize>,
    town: Option<usize>,
    country: Option<usize>,
}

impl<'a> Cast<'a> {
    fn new(scan: &Scan<'a>, entities: &'a [Entity], genders: &'a [Option<Gender>], places: &[Place]) -> Self {
        let mut first = vec![usize::MAX; entities.len()];
        let mut by_role: BTreeMap<String, Vec<(usize, Role)>> = BTreeMap::new();
        let mut by_head: BTreeMap<&str, Option<usize>> = BTreeMap::new();
        let (mut companies, mut towns, mut countries) = (Vec::new(), Vec::new(), Vec::new());
        for place in places {
            if first.get(place.entity) != Some(&usize::MAX) {
                continue;
            }
            first[place.entity] = place.from;
            let Some(entity) = entities.get(place.entity) else { continue };
            if let (EntityKind::Person, Some(role)) = (entity.kind, &entity.role) {
                for role in roles(role) {
                    let people = by_role.entry(role.head().to_owned()).or_default();
                    if people.len() < MOST_PEOPLE {
                        people.push((place.entity, role));
                    }
                }
            }
            let words = || (place.from..place.to).filter(|&index| scan.is_word(index)).map(|index| scan.folded(index));
            let last = words().next_back().unwrap_or_default();
            let several = words().count() > 1;
            // `the house` and `the senate` are said of much else.
            let telling = several
                && !matches!(
                    last,
                    "house"
                        | "state"
                        | "court"
                        | "road"
                        | "street"
                        | "senate"
                        | "congress"
                        | "parliament"
                        | "government"
                );
            if telling && matches!(entity.kind, EntityKind::Organisation | EntityKind::Place) {
                by_head.entry(last).and_modify(|known| *known = None).or_insert(Some(place.entity));
            }
            match entity.kind {
                EntityKind::Organisation if several && BUSINESS.contains(last) => companies.push(place.entity),
                EntityKind::Place => match place_class(words()) {
                    Some(PlaceClass::Country) => countries.push(place.entity),
                    Some(PlaceClass::Division) => {}
                    _ if several && PLACES.contains(last) => {}
                    _ => towns.push(place.entity),
                },
                _ => {}
            }
        }
        let only = |all: Vec<usize>| match all.as_slice() {
            &[one] => Some(one),
            _ => None,
        };
        Self {
            entities,
            genders,
            first,
            by_role,
            by_head,
            company: only(companies),
            town: only(towns),
            country: only(countries),
        }
    }

    /// The descriptions and pronouns of the text: entity, first token, end.
    fn read(&self, scan: &Scan<'_>, places: &[Place]) -> Vec<(usize, usize, usize)> {
        let mut found = Vec::new();
        let mut places = places.iter().copied().peekable();
        // The people of the sentence before and of this one; and whether somebody without a name is among them.
        let (mut before, mut here) = (Scene::default(), Scene::default());
        let mut paragraph = usize::MAX;
        let mut named_until = 0;
        for sentence in scan.sentences {
            let goes_on = sentence.paragraph == paragraph;
            paragraph = sentence.paragraph;
            let next = Scene { quoted: goes_on && here.quoted, ..Scene::default() };
            before = if goes_on && here.is_empty() { before } else { here };
            here = next;
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                while places.next_if(|place| place.from < at).is_some() {}
                if let Some(place) = places.next_if(|place| place.from == at) {
                    // What cannot be told may be a person.
                    let kind = self.entities.get(place.entity).map(|entity| entity.kind);
                    if matches!(kind, Some(EntityKind::Person | EntityKind::Other)) {
                        here.meet(place.entity);
                        here.spoken_of |= here.quoted;
                    }
                    at = place.to;
                    named_until = at;
                    continue;
                }
                match scan.raw(at) {
                    "\"" => here.quoted = !here.quoted,
                    "“" | "«" => here.quoted = true,
                    "”" | "»" => here.quoted = false,
                    _ => {}
                }
                let word = scan.folded(at);
                // `his or her` is nobody.
                let either = scan.folded(at + 1) == "or" || at > 0 && scan.folded(at - 1) == "or";
                if let Some(gender) = pronoun(word).filter(|_| !either) {
                    // Who is named later in the sentence is not who its pronoun stands for.
                    let later = |entity: usize| {
                        let mut rest = places.clone().take(MOST_PEOPLE);
                        rest.any(|place| place.from < sentence.tokens.end && place.entity == entity)
                    };
                    if let Some(entity) =
                        self.antecedent(&before, &here, gender).filter(|&entity| !here.quoted && !later(entity))
                    {
                        found.push((entity, at, at + 1));
                        here.meet(entity);
                    }
                } else if word == "the"
                    && !(named_until + 1 == at && scan.raw(named_until) == ",")
                    && let Some((entity, end)) = self.described(scan, at, sentence.tokens.end)
                {
                    found.push((entity, at, end));
                    if self.entities.get(entity).is_some_and(|entity| entity.kind == EntityKind::Person) {
                        here.meet(entity);
                    }
                    at = end;
                    continue;
                } else if scan.is_lower(at) && is_one_person(scan, at) && !self.is_apposition(scan, at, &here) {
                    here.stranger = true;
                }
                at += 1;
            }
        }
        found
    }

    /// Whether a noun for a person stands beside the name of one, before it or after a comma.
    fn is_apposition(&self, scan: &Scan<'_>, at: usize, here: &Scene) -> bool {
        let article = at.checked_sub(1).map_or("", |before| scan.folded(before));
        scan.is_capitalised(at + 1)
            || scan.raw(at + 1) == "," && scan.is_capitalised(at + 2)
            || !here.people.is_empty() && matches!(article, "," | "is" | "was" | "as" | "former")
    }

    /// The one person that `he` or `she` can stand for.
    fn antecedent(&self, before: &Scene, here: &Scene, gender: Gender) -> Option<usize> {
        if before.stranger || here.stranger || before.crowded || here.crowded || here.spoken_of {
            return None;
        }
        let of = |entity: usize| self.genders.get(entity).copied().flatten();
        let mut fitting: Vec<usize> = before.people.iter().chain(&here.people).copied().collect();
        fitting.sort_unstable();
        fitting.dedup();
        fitting.retain(|&entity| of(entity).is_none_or(|known| known == gender));
        match fitting.as_slice() {
            &[one] => (of(one) == Some(gender)).then_some(one),
            _ => None,
        }
    }

    /// What the description that begins with `the` at token `at` stands for, and where it ends.
    fn described(&self, scan: &Scan<'_>, at: usize, limit: usize) -> Option<(usize, usize)> {
        let inside = |index: usize| {
            scan.is_word(index) && !scan.is_function(index) && !crate::quotation::is_cue(scan.folded(index))
                || scan.is_hyphen(index)
        };
        let end = (at + 1..limit.min(at + 2 + MODIFIERS)).find(|&index| !inside(index)).unwrap_or(limit);
        // The noun is the first word that is one; what follows is no part of a name or of a longer noun.
        let head = (at + 1..end).find(|&index| {
            let word = scan.folded(index);
            let noun =
                ROLES.contains(word) || ORGANISATIONS.contains(word) || PLACES.contains(word) || word == "country";
            noun && !(index + 1 < end && goes_on(scan, index + 1))
        })?;
        let next = scan.folded(head + 1);
        if scan.is_possessive(head) && !ROLES.contains(scan.folded(head))
            || matches!(next, "of" | "for" | "who" | "that")
            || scan.is_capitalised(head + 1)
            || scan.is_hyphen(head + 1)
            || scan.raw(head + 1) == "," && scan.is_capitalised(head + 2)
        {
            return None;
        }
        let word = scan.folded(head);
        let alone = head == at + 1;
        let entity = if ROLES.contains(word) {
            self.holder(scan.span(at + 1, head + 1).of(scan.text).trim_end_matches("'s").trim_end_matches("’s"))
        } else if !alone {
            None
        } else {
            let headed = self.by_head.get(word).copied();
            match word {
                "company" | "firm" => headed.unwrap_or(self.company),
                "city" | "town" => headed.unwrap_or(self.town),
                "country" => self.country,
                _ => headed.flatten(),
            }
        }?;
        let introduced = self.first.get(entity).is_some_and(|&first| first < at);
        introduced.then_some((entity, head + 1))
    }

    /// The one person who holds the office that a description names.
    fn holder(&self, description: &str) -> Option<usize> {
        let wanted = roles(description);
        let [wanted] = wanted.as_slice() else { return None };
        if !wanted.is_office() {
            return None;
        }
        let mut holders = self.by_role.get(wanted.head())?.iter().filter(|(_, role)| is_one(role, wanted));
        let (one, _) = holders.next()?;
        holders.all(|(other, _)| other == one).then_some(*one)
    }
}

/// Whether the word goes on a noun phrase: a noun or name after a noun.
fn goes_on(scan: &Scan<'_>, index: usize) -> bool {
    let word = scan.folded(index);
    ROLES.contains(word) || ORGANISATIONS.contains(word) || scan.is_capitalised(index) || scan.is_hyphen(index)
}

/// The people of a sentence.
#[derive(Clone, Debug, Default)]
struct Scene {
    people: Vec<usize>,
    /// Whether somebody without a name appears.
    stranger: bool,
    /// Whether somebody is named inside a quotation: whoever says it is somebody else.
    spoken_of: bool,
    /// Whether there are too many to tell.
    crowded: bool,
    /// Whether a quotation is open: its pronouns are those of its speaker.
    quoted: bool,
}

impl Scene {
    fn meet(&mut self, entity: usize) {
        if self.people.len() >= MOST_PEOPLE {
            self.crowded = true;
        } else if !self.people.contains(&entity) {
            self.people.push(entity);
        }
    }

    const fn is_empty(&self) -> bool {
        self.people.is_empty() && !self.stranger
    }
}

fn pronoun(word: &str) -> Option<Gender> {
    match word {
        "he" | "him" | "his" | "himself" | "he'd" | "he'll" => Some(Gender::Male),
        "she" | "her" | "hers" | "herself" | "she'd" | "she'll" => Some(Gender::Female),
        _ => None,
    }
}

/// A noun for one person, whom a pronoun may stand for as well.
fn is_one_person(scan: &Scan<'_>, index: usize) -> bool {
    let word = scan.folded(index);
    let adjective = matches!(word, "chief" | "general" | "major" | "head" | "prime" | "vice" | "executive" | "star");
    !adjective && (ROLES.contains(word) || PEOPLE.contains(word))
}
