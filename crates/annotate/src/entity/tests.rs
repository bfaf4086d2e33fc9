use coincide_text::Span;

use super::words;
use crate::EntityKind::{Organisation, Other, Person, Place};
use crate::scan::assert_sorted;
use crate::{Context, Entity, EntityKind, annotate};

fn read(text: &str) -> Vec<Entity> {
    let mut paragraphs = Vec::new();
    let mut at = 0;
    for paragraph in text.split("\n\n") {
        paragraphs.push(Span::new(at, at + paragraph.len()));
        at += paragraph.len() + 2;
    }
    annotate(text, &paragraphs, &Context::default()).entities
}

/// Name, kind, role, number of mentions.
type Row<'a> = (&'a str, EntityKind, &'a str, usize);

fn check(text: &str, expected: &[Row<'_>]) {
    let entities = read(text);
    let rows: Vec<Row<'_>> = entities
        .iter()
        .map(|entity| (entity.name.as_str(), entity.kind, entity.role.as_deref().unwrap_or(""), entity.mentions.len()))
        .collect();
    assert_eq!(rows, expected, "{text}");
}

#[test]
fn tables_are_sorted_for_binary_search() {
    for table in words::TABLES {
        assert_sorted(table);
    }
}

#[test]
fn titles_and_roles_are_split_off() {
    check("Norwegian President Inga Strand left.", &[("Inga Strand", Person, "Norwegian President", 1)]);
    check("Then Senate Majority Leader Ivar Holm spoke.", &[("Ivar Holm", Person, "Senate Majority Leader", 1)]);
    check("Later Mr Holm left with Mrs. Strand.", &[("Holm", Person, "", 1), ("Strand", Person, "", 1)]);
    check("The harbour master, Inga Strand, left.", &[("Inga Strand", Person, "harbour master", 1)]);
    check("Inga Strand, the harbour master, left.", &[("Inga Strand", Person, "harbour master", 1)]);
    check(
        "Inga Strand, 51, a spokeswoman for the port, left.",
        &[("Inga Strand", Person, "spokeswoman for the port", 1)],
    );
    check(
        "The Justice Department and King County objected.",
        &[("Justice Department", Organisation, "", 1), ("King County", Place, "", 1)],
    );
    check("The Prime Minister left.", &[]);
}

#[test]
fn shorter_forms_join_the_full_name() {
    check("Inga Strand left. Strand's boat sank. Later Strand wept.", &[("Inga Strand", Person, "", 3)]);
    check("At noon Strand left. It was Inga Strand's boat.", &[("Inga Strand", Person, "", 2)]);
    check("The United Nations met. The U.N. left and the UN wept.", &[("United Nations", Organisation, "", 3)]);
    check("The Coastal Rescue Service (CRS) came. The CRS left.", &[("Coastal Rescue Service", Organisation, "", 3)]);
    check("He saw Omar al-Rahim there. Then al-Rahim left, and Rahim too.", &[("Omar al-Rahim", Person, "", 3)]);
}

#[test]
fn names_with_particles_and_of() {
    check("He met Ana de la Cruz there.", &[("Ana de la Cruz", Person, "", 1)]);
    check("The Ministry of Health said so.", &[("Ministry of Health", Organisation, "", 1)]);
    check("The University of North Holm closed.", &[("University of North Holm", Organisation, "", 1)]);
    check("He met J. K. Berg there.", &[("J. K. Berg", Person, "", 1)]);
}

#[test]
fn places() {
    check("The ferry sank in Holmsund near Port Alma.", &[("Holmsund", Place, "", 1), ("Port Alma", Place, "", 1)]);
    check("He lives on Harbour Street.", &[("Harbour Street", Place, "", 1)]);
}

#[test]
fn what_is_no_name() {
    check("Critics say so. Meanwhile, Norwegian sailors left on Monday in June.", &[]);
    check("Boats left. The boats sank.", &[]);
    check("However, nobody came. Speaking there, he wept.", &[]);
    check("Ferry sinks. I left.", &[]);
}

#[test]
fn headlines_give_only_names_of_the_body() {
    check(
        "Strand Warns Sailors After Ferry Disaster Near Holm\n\nInga Strand warned them.",
        &[("Inga Strand", Person, "", 2)],
    );
}

#[test]
fn a_pair_of_surnames_is_no_person_and_no_namesake_joins_it() {
    check(
        "The Berg-Strand exchange was loud. Later Strand left with Ivar Berg.",
        &[("Berg-Strand", Other, "", 1), ("Strand", Other, "", 1), ("Ivar Berg", Person, "", 1)],
    );
    check(
        "After the Berg-Strand exchange Strand left. She saw Inga Strand and Ivar Berg.",
        &[("Berg-Strand", Other, "", 1), ("Inga Strand", Person, "", 2), ("Ivar Berg", Person, "", 1)],
    );
    check("They met Ada Berg-Strand there. Then Berg-Strand left.", &[("Ada Berg-Strand", Person, "", 2)]);
}

#[test]
fn outlets_and_companies() {
    check("He told the Beacon that it sank.", &[("Beacon", Organisation, "", 1)]);
    check("The letter that Dagens Havn has seen is short.", &[("Dagens Havn", Organisation, "", 1)]);
    check("A letter seen by Dagens Havn is short.", &[("Dagens Havn", Organisation, "", 1)]);
    check("It belongs to Vardal Shipping, which owns the ship.", &[("Vardal Shipping", Organisation, "", 1)]);
    check(
        "There Inga Strand, the managing director of Nordlys, left.",
        &[("Inga Strand", Person, "managing director of Nordlys", 1), ("Nordlys", Organisation, "", 1)],
    );
    check("They closed it for the Tarn Crossing repair.", &[("Tarn Crossing", Other, "", 1)]);
}

/// A known failure: a name that begins its only sentence and is followed by no cue looks like any word.
#[test]
fn known_failure_a_single_name_at_the_start_of_its_only_sentence_is_missed() {
    check("Holmsund grows.", &[]);
}

/// A known failure: without evidence around it, the kind of a single name cannot be told.
#[test]
fn known_failure_a_bare_name_has_no_kind() {
    check("Then came Vardal.", &[("Vardal", Other, "", 1)]);
}
