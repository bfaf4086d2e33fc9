//! What an entity is, by the evidence around all of its mentions.

use super::link::{Group, is_pair, name_span};
use super::roles::{Named, apposition};
use super::tables::{Gender, PlaceClass, person_word, place_class};
use super::words::{
    BEFORE_NAMES_OF_PLACES, BEFORE_PLACES, BUSINESS_ROLES, BUSINESS_VERBS, KIN, OF_PLACES, ORGANISATIONS, PLACES,
    ROLE_MODIFIERS, ROLES, THINGS,
};
use crate::scan::{Scan, is_acronym};
use crate::{Entity, EntityKind, Mention};

/// Points for each kind. One point is a sign that is right more often than not; two are as good as certain.
#[derive(Default)]
struct Points {
    person: u32,
    organisation: u32,
    place: u32,
    /// Mentions inside a place, and on the way to one: a name of people stands there now and then as well.
    within: u32,
    towards: u32,
    /// Mentions of a single word with an article right before it, which few towns and no people have.
    single_articles: u32,
    /// Mentions beside a cue.
    cues: u32,
    /// Mentions of several words with an article right before them, which people's names do not have.
    articles: u32,
    /// The same where a noun follows: `the Tarn Bridge repair`.
    modifiers: u32,
}

/// The entity that a group of mentions stands for.
pub(super) fn entity(scan: &Scan<'_>, group: &Group) -> Entity {
    let mut points = Points::default();
    let mut role = None;
    for named in &group.mentions {
        let after = apposition(scan, named.to);
        if named.titled {
            points.person += 4;
        }
        if named.role.is_some() || after.is_some() {
            points.person += 3;
        }
        role = role.or(named.role).or(after);
        around(scan, named.from, named.to, &mut points);
    }
    // Where a name stands is telling if it stands there often.
    let mentions = u32::try_from(group.mentions.len()).unwrap_or(u32::MAX);
    let often = |count: u32, share: u32| count > 0 && count.saturating_mul(share) >= mentions;
    points.place += if often(points.within, 4) { 2 * points.within.min(2) } else { u32::from(points.within > 0) };
    points.place += u32::from(often(points.towards, 4));
    // `the Kremlin said`
    points.organisation += 2 * u32::from(often(points.single_articles, 2) && points.cues > 0);
    let fullest = group.mentions.get(group.fullest).or(group.mentions.first());
    let name = fullest.map(|named| {
        let written = name_span(scan, named).of(scan.text);
        let shared =
            named.shares.map_or("", |surname| name_span(scan, &Named::new(surname, surname + 1)).of(scan.text));
        one_line(&format!("{written} {shared}"))
    });
    if let Some(named) = fullest {
        let words =
            if is_pair(scan, named) { 1 } else { (named.from..named.to).filter(|&index| scan.is_word(index)).count() };
        let shorter = group
            .mentions
            .iter()
            .any(|other| other.to - other.from < named.to - named.from && !is_acronym(scan.raw(other.from)));
        inside(scan, named.from, named.to, &mut points);
        known(scan, named, &mut points);
        let acronym = |other: &Named| other.to == other.from + 1 && is_acronym(scan.raw(other.from));
        if words > 1 && group.mentions.iter().any(acronym) {
            points.organisation += 2;
        }
        if words > 1 && points.articles > 0 && points.person < 3 {
            points.organisation += 2;
        }
        if words > 1 || points.cues > 2 {
            points.person += points.cues.min(2);
        }
        // Two words alone are most often a person, unless an article stands before them.
        if (2..=4).contains(&words) && points.organisation == 0 && points.place < 2 {
            let (first, last) = (person_word(scan.folded(named.from)), person_word(scan.folded(named.to - 1)));
            if shorter {
                points.person += 3;
            } else if points.articles + points.modifiers == 0 && (first.given || last.surname) {
                points.person += 1;
            }
        }
    }
    let thing = fullest.is_some_and(|named| {
        named.to > named.from + 1 && !named.titled && THINGS.contains(scan.folded(named.to - 1)) && points.person < 4
    });
    let kind = if thing { EntityKind::Other } else { points.kind() };
    let person = kind == EntityKind::Person;
    Entity {
        kind,
        name: name.unwrap_or_default(),
        role: role.filter(|_| person).map(|span| one_line(span.of(scan.text))),
        mentions: group.mentions.iter().map(|named| Mention { span: name_span(scan, named), named: true }).collect(),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Points {
    fn kind(&self) -> EntityKind {
        let most = self.person.max(self.organisation).max(self.place);
        // In doubt, names of one kind of evidence only: a tie says nothing.
        let ties = [self.person, self.organisation, self.place].into_iter().filter(|&points| points == most).count();
        if most == 0 || ties > 1 {
            EntityKind::Other
        } else if self.person == most {
            EntityKind::Person
        } else if self.organisation == most {
            EntityKind::Organisation
        } else {
            EntityKind::Place
        }
    }
}

/// What the words around a mention say.
fn around(scan: &Scan<'_>, from: usize, to: usize, points: &mut Points) {
    let article = usize::from(from > 0 && scan.folded(from - 1) == "the");
    let before = from.checked_sub(1 + article).map_or("", |before| scan.folded(before));
    // `at the P12 meeting`: with an article and a noun after it, the name only says which.
    let modifies = scan.is_lower(to) && !scan.is_function(to) && article == 1;
    if !modifies && matches!(before, "in" | "near" | "across" | "throughout" | "outside") {
        points.within += 1;
    } else if !modifies && BEFORE_NAMES_OF_PLACES.contains(before) && !is_acronym(scan.raw(from)) {
        points.towards += 1;
    }
    if article == 1 && to == from + 1 && !modifies {
        points.single_articles += 1;
    }
    if article == 1 && to > from + 1 {
        if modifies {
            points.modifiers += 1;
        } else {
            points.articles += 1;
        }
    }
    if to > from && scan.is_possessive(to - 1) {
        points.person += 3 * u32::from(KIN.contains(scan.folded(to)));
        points.place += 2 * u32::from(OF_PLACES.contains(scan.folded(to)));
    }
    // `the mayor of Holm`, `the coast of Holm`
    let head = from.checked_sub(2 + article).map_or("", |head| scan.folded(head));
    let of_place = matches!(
        head,
        "city"
            | "coast"
            | "east"
            | "governor"
            | "island"
            | "king"
            | "mayor"
            | "north"
            | "outskirts"
            | "people"
            | "premier"
            | "province"
            | "queen"
            | "region"
            | "sheriff"
            | "south"
            | "streets"
            | "town"
            | "village"
            | "west"
    );
    points.place += 2 * u32::from(before == "of" && of_place);
    // `Holm-based`
    if scan.is_hyphen(to) && matches!(scan.folded(to + 1), "based" | "born") {
        points.place += 3;
    }
    body(scan, from, to, article, before, points);
    if scan.raw(to) == ","
        && scan.is_number(to + 1)
        && matches!(scan.raw(to + 2), "," | ".")
        && scan.raw(to + 1).len() <= 2
    {
        points.person += 3;
    }
    let comma = usize::from(scan.raw(to) == ",");
    if matches!(scan.folded(to + comma), "who" | "whose") {
        points.person += 2;
    }
    // Countries, towns and bodies speak too, so that a cue says little.
    let says = |index: usize| crate::quotation::is_cue(scan.folded(index));
    if says(to) || (from > 0 && says(from - 1)) {
        points.cues += 1;
    }
}

/// Signs of a company or an outlet: what it owns, who leads it, what it was told or has seen.
fn body(scan: &Scan<'_>, from: usize, to: usize, article: usize, before: &str, points: &mut Points) {
    let comma = usize::from(scan.raw(to) == ",");
    let owns = scan.folded(to + comma) == "which" && BUSINESS_VERBS.contains(scan.folded(to + comma + 1));
    let head = from.checked_sub(2 + article).map_or("", |head| scan.folded(head));
    let led = matches!(before, "of" | "at") && BUSINESS_ROLES.contains(head);
    let leads = scan.tokens.get(to.wrapping_sub(1)).is_some()
        && scan.is_possessive(to - 1)
        && (to..to + 3)
            .find(|&index| !ROLE_MODIFIERS.contains(scan.folded(index)))
            .is_some_and(|index| BUSINESS_ROLES.contains(scan.folded(index)));
    // A person is told without an article.
    let told = article == 1 && matches!(before, "told" | "tells" | "telling");
    let acquired = |word: &str| matches!(word, "seen" | "obtained" | "reviewed");
    let saw = scan.folded(to) == "has"
        && (matches!(scan.folded(to + 1), "learned" | "learnt")
            || (acquired(scan.folded(to + 1)) && matches!(before, "that" | "which" | "and")));
    let shown = before == "by" && acquired(head);
    points.organisation += 3 * u32::from(owns || led || leads || told || saw || shown);
}

/// Whether a noun for a place begins its name: `Lake Holm`, but `Holm Park`.
fn begins_place(word: &str) -> bool {
    matches!(
        word,
        "bay" | "cape" | "fort" | "gulf" | "isle" | "kingdom" | "lake" | "mount" | "port" | "republic" | "strait"
    )
}

/// What the tables say of the words of the name.
fn known(scan: &Scan<'_>, named: &Named, points: &mut Points) {
    if is_pair(scan, named) {
        return;
    }
    if named.shares.is_some() {
        points.person += 4;
        return;
    }
    let words = (named.from..named.to).filter(|&index| scan.is_word(index)).map(|index| scan.folded(index));
    let several = words.clone().count() > 1;
    let (first, last) = (scan.folded(named.from), words.clone().next_back().unwrap_or_default());
    let (given, surname) = (person_word(first), person_word(last));
    let person = (given.given || surname.surname) && !is_acronym(scan.raw(named.from));
    if let Some(class) = place_class(words) {
        // `South Holm, Norway`
        let of_a_town = named.from >= 2
            && scan.raw(named.from - 1) == ","
            && scan.is_capitalised(named.from - 2)
            && scan.is_mark(named.to)
            && class >= PlaceClass::Division;
        points.place += 2 * u32::from(of_a_town);
        points.place += match class {
            // A word that is a name of people too (`Jordan`, `Chad`) says little by itself.
            _ if !several && person && class < PlaceClass::Metropolis => 0,
            _ if !several && person => 1,
            PlaceClass::Country => 4,
            PlaceClass::Metropolis => 3,
            PlaceClass::City | PlaceClass::Division | PlaceClass::Town => 2,
        };
    } else if several && given.given && !ORGANISATIONS.contains(last) && !PLACES.contains(last) {
        let sure = match (given.common, surname.surname) {
            (true, true) => 4,
            (true, false) => 3,
            (false, true) => 2,
            (false, false) => 1,
        };
        points.person += sure + if given.common { points.place.min(2) } else { 0 };
    } else if !several && person && points.cues > 0 {
        points.person += 1;
    }
}

/// What the words of the name say.
fn inside(scan: &Scan<'_>, from: usize, to: usize, points: &mut Points) {
    let last = (from..to).rev().find(|&index| scan.is_word(index)).map_or("", |index| scan.folded(index));
    let first = scan.folded(from);
    let several = to > from + 1;
    if ORGANISATIONS.contains(last) && (several || is_acronym(scan.raw(from))) {
        points.organisation += 4;
    } else if ORGANISATIONS.contains(last) {
        // `Congress`, `Parliament`: one stands in them as in a place.
        points.organisation += 3 + points.place;
    }
    if (from..to)
        .any(|index| ORGANISATIONS.contains(scan.folded(index)) && matches!(scan.folded(index + 1), "of" | "for"))
    {
        points.organisation += 4;
    }
    // `Friends of the Sea`, `Holm & Sons`
    let joined = |word: &str| (from..to).any(|index| scan.folded(index) == word);
    points.organisation += 4 * u32::from(joined("&"));
    let of_a_place = joined("of") && !PLACES.contains(first) && !BEFORE_PLACES.contains(first) && first != "isle";
    if of_a_place {
        points.organisation += 1;
    } else if several && (PLACES.contains(last) || begins_place(first)) {
        points.place += 3;
    } else if to == from + 2 && BEFORE_PLACES.contains(first) && points.person < 3 {
        points.place += 2;
    }
    if !several && is_acronym(scan.raw(from)) && points.place < 4 {
        points.organisation += 2;
    }
}

/// The pronoun that an entity is known to go with: by a form of address or a given name, else by the noun of its role, which
/// is the weaker sign: women are called `chairman`.
pub(super) fn gender(group: &Group, entity: &Entity) -> Option<Gender> {
    if entity.kind != EntityKind::Person {
        return None;
    }
    group.gender.or_else(|| entity.role.as_deref().and_then(gender_of_role))
}

/// Whether the noun of a role is said of women or men only: the last word of its first phrase. What stands around it says
/// nothing (`German chancellor`, `minister for women`), nor does an ending on a word that is no role (`human`).
fn gender_of_role(role: &str) -> Option<Gender> {
    let phrase = role.split([',', ';', '(']).next().unwrap_or_default();
    let words = phrase.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(coincide_text::fold);
    let head = words.take_while(|word| !coincide_text::is_function_word(word)).last()?;
    match head.as_str() {
        "actress" | "ballerina" | "baroness" | "mother" | "princess" | "queen" => Some(Gender::Female),
        "emperor" | "father" | "king" | "pope" | "prince" | "sultan" => Some(Gender::Male),
        head if !ROLES.contains(head) => None,
        head if head.ends_with("woman") => Some(Gender::Female),
        head if head.ends_with("man") => Some(Gender::Male),
        _ => None,
    }
}
