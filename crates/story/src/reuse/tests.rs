use proptest::prelude::*;

use crate::invented::{WIRE, article};
use crate::{Direction, Reuse, reuse};

fn of(a: &str, b: &str) -> Option<Reuse> {
    reuse(&[article("North Sea Courier", a), article("Coast Radio", b)]).pop()
}

#[test]
fn what_is_reuse_and_what_is_not() {
    let filler = "Nobody at the company could be reached on Sunday evening.\nThe harbour office opens again at eight.";
    let edited = "The ferry Solveig ran aground on a sandbank near the harbour of Holm soon after midnight and began to \
        take in water through a gash in its hull. Rescue boats brought the passengers ashore within two hours, while \
        the crew stayed on board to keep pumps running until daylight.";
    let reordered = {
        let (first, second) = WIRE.split_once(". ").unwrap();
        format!("{second}\n{filler}\n{first}.")
    };
    let table = [
        ("verbatim", WIRE.to_owned(), format!("{filler}\n{WIRE}"), 44..=50, 1),
        ("small edits", WIRE.to_owned(), edited.to_owned(), 38..=46, 1),
        ("paragraphs in another order", WIRE.to_owned(), reordered, 44..=50, 2),
        (
            "a whole short sentence",
            format!("{filler}\nDivers searched the flooded engine room twice without success."),
            "Divers searched the flooded engine room twice without success.\nIt was already light by then.".to_owned(),
            9..=9,
            1,
        ),
        (
            "part of a short sentence",
            format!("{filler}\nDivers searched the flooded engine room twice."),
            "Police said divers searched the flooded engine room twice before noon and then left.".to_owned(),
            0..=0,
            0,
        ),
        (
            "somebody's words only",
            "“We received a warning after the ferry had already left the harbour and nobody told the captain of it,” \
             Strand said."
                .to_owned(),
            "Inga Strand said “we received a warning after the ferry had already left the harbour and nobody told the \
             captain of it”."
                .to_owned(),
            0..=0,
            0,
        ),
        (
            "attribution around shared words",
            "“It was a night that none of us will ever forget,” the harbour master of Holm said. “We did what we could \
             with the boats we had,” she said."
                .to_owned(),
            "“It was a night that none of us will ever forget,” the harbour master of Holm said. “We did what we could \
             with the boats we had,” she said."
                .to_owned(),
            0..=0,
            0,
        ),
        (
            "names and titles",
            "There was Foreign Minister Astrid Holm of Norway, Prime Minister Ivo Berg of Denmark and President Marta \
             Lind of Finland."
                .to_owned(),
            "Foreign Minister Astrid Holm of Norway, Prime Minister Ivo Berg of Denmark and President Marta Lind of \
             Finland met."
                .to_owned(),
            0..=0,
            0,
        ),
        (
            "furniture",
            "All rights reserved. This material may not be published, broadcast, rewritten or redistributed in whole."
                .to_owned(),
            "All rights reserved. This material may not be published, broadcast, rewritten or redistributed in whole."
                .to_owned(),
            0..=0,
            0,
        ),
        ("nothing", WIRE.to_owned(), filler.to_owned(), 0..=0, 0),
    ];
    for (case, a, b, words, passages) in table {
        let found = of(&a, &b);
        let (count, places) = found.as_ref().map_or((0, 0), |found| (found.words, found.passages.len()));
        assert!(words.contains(&count), "{case}: {count} words, not {words:?}");
        assert_eq!(places, passages, "{case}");
    }
}

#[test]
fn a_passage_reaches_across_somebodys_words() {
    let text = format!("{WIRE} “I have never seen the sandbank so high in all my years,” said the pilot. {WIRE}")
        .replacen("Solveig", "Solveig at last", 2);
    let found = of(&text, &text).unwrap();
    assert!((found.share_of_a - 1.0).abs() < 0.05, "{}", found.share_of_a);
}

#[test]
fn shares_are_parts_of_each_articles_own_words() {
    let long = format!(
        "{WIRE}\n{}",
        "Grain prices rose again on Tuesday as traders waited for rain in the south.\n".repeat(4)
    );
    let found = of(WIRE, &long).unwrap();
    assert!(found.share_of_a > 0.99, "{}", found.share_of_a);
    assert!((0.3..0.6).contains(&found.share_of_b), "{}", found.share_of_b);
}

#[test]
fn who_took_it_from_whom() {
    let plain = WIRE.to_owned();
    let credited = format!("HOLM (Reuters) - {WIRE}");
    let named = format!("{WIRE}\nThe ferry had been repaired in spring, the North Sea Courier reported.");
    assert_eq!(of(&plain, &plain).unwrap().direction, Direction::Unknown);
    assert_eq!(of(&plain, &credited).unwrap().direction, Direction::Common);
    assert_eq!(of(&credited, &credited).unwrap().direction, Direction::Common);
    assert_eq!(of(&plain, &named).unwrap().direction, Direction::AToB);
    let agency = reuse(&[article("Reuters", &credited), article("Coast Radio", &credited)]);
    assert_eq!(agency[0].direction, Direction::AToB);
    assert_eq!(agency[0].why, "Reuters is an agency and the other credits it");
}

#[test]
fn a_repeated_phrase_costs_no_quadratic_time() {
    let noise = "never again and again and ".repeat(20_000);
    assert!(of(&noise, &noise).is_none_or(|found| found.share_of_a <= 1.0));
}

proptest! {
    #[test]
    fn passages_slice_and_shares_are_parts(
        picks_a in prop::collection::vec(0_usize..40, 0..160),
        picks_b in prop::collection::vec(0_usize..40, 0..160),
    ) {
        let text = |picks: &[usize]| {
            let words: Vec<&str> = WIRE.split(' ').chain(["“", "”", "Ärger", "œuvre", "\n", "."]).collect();
            let sequence: Vec<&str> =
                picks.iter().flat_map(|&pick| words[pick % words.len()..].iter().take(7).copied()).collect();
            sequence.join(" ")
        };
        let (a, b) = (article("One", &text(&picks_a)), article("Two", &text(&picks_b)));
        let forward = reuse(&[a.clone(), b.clone()]);
        let backward = reuse(&[b.clone(), a.clone()]);
        prop_assert_eq!(forward.len(), backward.len());
        for (one, other) in forward.iter().zip(&backward) {
            prop_assert!((0.0..=1.0).contains(&one.share_of_a) && (0.0..=1.0).contains(&one.share_of_b));
            prop_assert_eq!(one.words, other.words);
            prop_assert_eq!(one.share_of_a.to_bits(), other.share_of_b.to_bits());
            prop_assert_eq!(one.passages.len(), other.passages.len());
            for passage in &one.passages {
                prop_assert!(a.text().get(passage.a.start..passage.a.end).is_some_and(|text| !text.is_empty()));
                prop_assert!(b.text().get(passage.b.start..passage.b.end).is_some_and(|text| !text.is_empty()));
                prop_assert!(other.passages.iter().any(|facing| facing.a == passage.b && facing.b == passage.a));
            }
        }
    }
}
