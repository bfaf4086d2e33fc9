//! Quantities: N001 to N005.

use coincide_check::{Code, Models, Verdict, check};

use crate::{over_days, raises, reading, silent};

#[test]
fn n001_quantity_differs() {
    let draft = "The car ferry Nordstjerna struck a reef near Veldhavn with 221 passengers on board.";
    raises(Code::N001, draft, "221", Verdict::Contradicted);
    silent("N001", "The car ferry Nordstjerna struck a reef near Veldhavn with 212 passengers on board.");
}

#[test]
fn n001_figures_of_one_cost() {
    let article = "The repair of the Tallow Bridge will cost 4.3 million pounds, the county said on Monday.";
    let draft = "The repair of the Tallow Bridge will cost 3.4 million pounds.";
    let checked = check(&reading("", draft), &[reading("Courier", article)], Models::default());
    assert!(checked.findings.iter().any(|finding| finding.code == Code::N001), "{:#?}", checked.findings);
}

#[test]
fn n002_articles_differ_on_the_quantity() {
    raises(
        Code::N002,
        "Fourteen people were injured when the ferry struck the reef.",
        "Fourteen",
        Verdict::Conflicting,
    );
    silent("N002", "The ferry struck a reef with 212 passengers on board.");
}

#[test]
fn n003_hedge_dropped() {
    raises(Code::N003, "60 passengers were lifted off by helicopter.", "60", Verdict::Supported);
    silent("N003", "At least 60 passengers were lifted off by helicopter.");
    silent("N003", "No fewer than 60 passengers were lifted off by helicopter.");
}

#[test]
fn n004_unit_differs() {
    raises(Code::N004, "Divers found a tear in the hull that is 11 feet long.", "11 feet", Verdict::Contradicted);
    silent("N004", "Divers found a tear in the hull that is 11 metres long.");
}

#[test]
fn n004_is_silent_where_a_sentence_has_the_number_in_its_unit_without_saying_of_what() {
    let articles = [
        (
            "2025-10-14",
            "Ola Vinje added 16 points for the Herons, while Dag Moen had 14, including the 1,000th of his career.",
        ),
        (
            "2025-10-14",
            "Though Ola Vinje had a good night and Dag Moen passed his 1,000th career point, the Herons had 16 turnovers.",
        ),
    ];
    let draft = "Ola Vinje added 16 points for the Herons, and Dag Moen had 14, including the 1,000th of his career.";
    let (codes, _) = over_days(draft, &articles);
    assert!(!codes.contains(&"N004"), "{codes:?}");
}

#[test]
fn n001_a_length_in_another_unit_is_the_same_length() {
    let articles =
        [("2025-10-14", "The wreck of the trawler was found about 97 km off the coast of Ostvik on Monday morning.")];
    let draft = "The wreck of the trawler was found about 60 miles off the coast of Ostvik on Monday morning.";
    let (codes, _) = over_days(draft, &articles);
    assert!(!codes.contains(&"N001"), "{codes:?}");
    let draft = "The wreck of the trawler was found about 80 miles off the coast of Ostvik on Monday morning.";
    let (codes, _) = over_days(draft, &articles);
    assert!(codes.contains(&"N001") || codes.contains(&"N004"), "{codes:?}");
}

#[test]
fn n002_ordinals_and_ages_of_others_are_no_dispute() {
    let articles = [
        ("2025-10-14", "Ola Vinje scored twice for the Herons in the second quarter of the final against Skerra."),
        ("2025-10-14", "Dag Moen scored twice for the Herons in the first quarter of the final against Skerra."),
    ];
    let (codes, _) = over_days("Ola Vinje scored twice for the Herons in the second quarter of the final.", &articles);
    assert!(!codes.contains(&"N002"), "{codes:?}");
    let articles = [
        ("2025-10-14", "Per Holm, 47, of Ostvik was shot in the harbour office on Monday, the police said."),
        ("2025-10-14", "Eva Lund, 63, of Ostvik was shot in the harbour office on Monday, the police said."),
    ];
    let (codes, _) = over_days("Per Holm, 47, of Ostvik was shot in the harbour office on Monday.", &articles);
    assert!(!codes.contains(&"N002"), "{codes:?}");
}

#[test]
fn n005_a_later_article_has_a_newer_figure() {
    const DRAFT: &str = "The fire in the Tallow Street hostel killed four people.";
    const FOUR: &str = "The fire in the Tallow Street hostel killed four people, the police said.";
    const SIX: &str = "The fire in the Tallow Street hostel killed six people, the police said.";
    let (codes, verdict) = over_days(DRAFT, &[("2025-10-14", FOUR), ("2025-10-15", SIX)]);
    assert!(codes.contains(&"N005") && !codes.contains(&"N002"), "{codes:?}");
    assert_eq!(verdict, Verdict::Supported, "the figure was right on its day");
    // An older figure beside it does not make it a dispute.
    const TWO: &str = "The fire in the Tallow Street hostel killed two people, the police said.";
    let (codes, _) = over_days(DRAFT, &[("2025-10-13", TWO), ("2025-10-14", FOUR), ("2025-10-15", SIX)]);
    assert!(codes.contains(&"N005") && !codes.contains(&"N002"), "{codes:?}");
}

#[test]
fn n005_is_not_raised_where_articles_contradict_each_other() {
    const DRAFT: &str = "The fire in the Tallow Street hostel killed four people.";
    const FOUR: &str = "The fire in the Tallow Street hostel killed four people, the police said.";
    const SIX: &str = "The fire in the Tallow Street hostel killed six people, the police said.";
    for (why, articles) in [
        ("published on one day", [("2025-10-14", FOUR), ("2025-10-14", SIX)]),
        ("the draft has the newest figure", [("2025-10-15", FOUR), ("2025-10-14", SIX)]),
    ] {
        let (codes, verdict) = over_days(DRAFT, &articles);
        assert!(codes.contains(&"N002") && !codes.contains(&"N005"), "{why}: {codes:?}");
        assert_eq!(verdict, Verdict::Conflicting, "{why}");
    }
    let (codes, _) = over_days(DRAFT, &[("2025-10-14", FOUR), ("2025-10-15", SIX), ("2025-10-16", FOUR)]);
    assert!(codes.contains(&"N002") && !codes.contains(&"N005"), "an article after it agrees: {codes:?}");
    const LEAST: &str = "The fire in the Tallow Street hostel killed at least four people, the police said.";
    let (codes, _) = over_days(LEAST, &[("2025-10-14", LEAST), ("2025-10-15", SIX)]);
    assert!(!codes.contains(&"N005"), "at least four are still right: {codes:?}");
}

#[test]
fn n005_of_a_toll_that_rose() {
    let articles = [
        ("2025-10-14", "The death toll from the fire in the Tallow Street hostel rose to 14, the police said."),
        ("2025-10-16", "The death toll from the fire in the Tallow Street hostel has risen to 17."),
    ];
    for draft in [
        "The death toll from the fire in the Tallow Street hostel rose to 14.",
        "The fire in the Tallow Street hostel killed 14 people.",
        "Fourteen people died in the fire in the Tallow Street hostel.",
    ] {
        let (codes, _) = over_days(draft, &articles);
        assert!(codes.contains(&"N005"), "{draft}: {codes:?}");
    }
}

#[test]
fn n005_only_of_what_changes() {
    const DRAFT: &str = "The hostel in Tallow Street had 40 rooms above the bakery.";
    const SAME: &str = "The hostel in Tallow Street had 40 rooms above the bakery, the owner said.";
    const OTHER: &str = "The hostel in Tallow Street had 44 rooms above the bakery, the owner said.";
    let (codes, verdict) = over_days(DRAFT, &[("2025-10-14", SAME), ("2025-10-15", OTHER)]);
    assert!(codes.contains(&"N002") && !codes.contains(&"N005"), "{codes:?}");
    assert_eq!(verdict, Verdict::Conflicting);
    const GREW: &str = "The hostel in Tallow Street now has 44 rooms above the bakery, the owner said.";
    let (codes, _) = over_days(DRAFT, &[("2025-10-14", SAME), ("2025-10-15", GREW)]);
    assert!(codes.contains(&"N005") && !codes.contains(&"N002"), "{codes:?}");
}

#[test]
fn figures_of_another_event_are_not_compared() {
    let article = "14 people were injured in the fire, the hospital in Bergen said.\n\
        In 1999 a fire on another ship in Spain killed 3 people.";
    let draft = "14 people were killed, the hospital in Bergen said.";
    let checked = check(&reading("", draft), &[reading("Courier", article)], Models::default());
    assert!(checked.findings.iter().all(|finding| finding.code != Code::N001), "{:#?}", checked.findings);
}
