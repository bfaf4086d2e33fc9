//! Every finding code on a draft of one or two sentences, and beside it a draft that must not raise it.

#![allow(clippy::expect_used, clippy::panic, reason = "a panic here is a failed test")]

use coincide_annotate::Reading;
use coincide_article::{Article, DateSource, Moment, Paragraph, ParagraphKind, Precision, Published};
use coincide_check::{Checked, Code, Level, Place, Verdict, check};
use coincide_text::{Span, Text};

/// A text of one paragraph a line, published on a Tuesday.
fn reading(outlet: &str, text: &str) -> Reading {
    dated(outlet, "2025-10-14", text)
}

/// A text of one paragraph a line, published on `day`.
fn dated(outlet: &str, day: &str, text: &str) -> Reading {
    let mut at = 0;
    let mut paragraphs = Vec::new();
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trim(text);
        at += line.len();
        if !span.is_empty() {
            paragraphs.push(Paragraph { span, kind: ParagraphKind::Body });
        }
    }
    let at = Moment { date: day.parse().expect("a date"), time: None, zone: None };
    let published = Published { at, precision: Precision::Day, from: DateSource::Given };
    Reading::new(Article {
        outlet: Some(outlet.to_owned()),
        published: Some(published),
        text: Text::identical(text, 0),
        paragraphs,
        ..Article::default()
    })
}

const COURIER: &str = "The car ferry Nordstjerna struck a reef near Veldhavn on Tuesday with 212 passengers on board.\n\
    At least 60 passengers were lifted off by helicopter, and 14 people were injured.\n\
    \"We received the warning ten minutes after the ferry had left the quay,\" said Inga Strand, the harbour master.\n\
    The captain, Jonas Eide, has worked for the company for 22 years.\n\
    Divers found a tear in the hull that is 11 metres long.\n\
    The first report of the accident bureau is due on 12 December.\n\
    \"We have no evidence that the crew made a mistake,\" said Ragna Holm, who leads the inquiry.\n\
    The harbour office had cleared the ferry to sail before the gale arrived.";

const HAVN: &str = "The ferry Nordstjerna ran on to a reef outside Veldhavn with 212 passengers.\n\
    Seventeen people were injured when the ferry struck the reef, the hospital said.\n\
    \"The rules on sailing in high winds have to be looked at again,\" said Kari Vik, the transport minister.\n\
    The harbour office had not cleared the ferry to sail, according to the log of the port.";

const POSTEN: &str = "\"The rules for sailing in a gale must be looked at again,\" said Kari Vik, the transport minister.\n\
    \"There was a bang like a car crash,\" said Amina Berg, a passenger.\n\
    The sea was calm again by noon, and the islanders went home.\n\
    \"The crew stayed calm from the first minute,\" Berg said later at the school.";

fn checked(draft: &str) -> (Reading, Vec<Reading>, Checked) {
    let draft = reading("", draft);
    let articles =
        vec![reading("North Sea Courier", COURIER), reading("Dagens Havn", HAVN), reading("Veldhavn Posten", POSTEN)];
    let checked = check(&draft, &articles, None);
    (draft, articles, checked)
}

fn codes(draft: &str) -> Vec<&'static str> {
    checked(draft).2.findings.iter().map(|finding| finding.code.name()).collect()
}

#[track_caller]
fn raises(code: Code, draft: &str, words: &str, verdict: Verdict) {
    let (draft, articles, checked) = checked(draft);
    let finding = checked
        .findings
        .iter()
        .find(|finding| finding.code == code)
        .unwrap_or_else(|| panic!("{code:?} is not raised: {:#?}", checked.findings));
    let said: Vec<&str> = finding.spans.iter().map(|span| span.of(draft.text())).collect();
    assert!(said.iter().any(|said| said.contains(words)), "{said:?} has no {words:?}");
    let claim = finding.claim.map_or(Verdict::NotChecked, |claim| checked.claims[claim].verdict);
    assert_eq!(claim, verdict, "{:#?}", checked.claims);
    for proof in &finding.evidence {
        let text = articles[proof.article].text();
        assert!(!proof.span.of(text).is_empty());
        assert!(proof.words.iter().all(|word| !word.of(text).is_empty()));
    }
}

#[track_caller]
fn silent(code: &str, draft: &str) {
    assert!(!codes(draft).contains(&code), "{code} is raised on {draft:?}: {:#?}", checked(draft).2.findings);
}

#[test]
fn q001_quotation_in_no_article() {
    raises(Code::Q001, "Inga Strand called the decision \"a betrayal of sailors\".", "betrayal", Verdict::NotFound);
    silent("Q001", "Inga Strand said \"we received the warning ten minutes after the ferry had left the quay\".");
}

#[test]
fn q001_words_that_stand_outside_quotation_marks_by_chance() {
    let draft = "The mayor, Inga Strand, called the crews \"a disaster\".";
    let article = "The storm was a disaster for farmers. The mayor, Inga Strand, praised the crews.";
    let checked = check(&reading("", draft), &[reading("Courier", article)], None);
    let finding = checked.findings.iter().find(|finding| finding.code == Code::Q001).expect("raised");
    assert_eq!(finding.level, Level::Warning);
    assert_eq!(checked.claims[0].verdict, Verdict::NotFound);
}

#[test]
fn q002_quotation_altered() {
    let draft = "Inga Strand said \"we received the warning ten minutes before the ferry left the quay\".";
    raises(Code::Q002, draft, "before", Verdict::Contradicted);
    let finding = checked(draft).2.findings.into_iter().find(|finding| finding.code == Code::Q002).expect("raised");
    assert_eq!(finding.level, Level::Error);
    let shown: Vec<(&str, &str)> =
        finding.differences.iter().map(|it| (it.draft.of(draft), it.article.of(COURIER))).collect();
    assert_eq!(shown, [("before", "after"), ("", "had")]);
    silent("Q002", "\"We received the warning ten minutes after the ferry had left the quay\", Ms Strand said.");
}

#[test]
fn q003_quotation_by_another_speaker() {
    let draft = "\"We received the warning ten minutes after the ferry had left the quay,\" said Jonas Eide.";
    raises(Code::Q003, draft, "Jonas Eide", Verdict::Contradicted);
    silent("Q003", "\"We received the warning ten minutes after the ferry had left the quay,\" said Strand.");
}

#[test]
fn q004_quotation_cut() {
    raises(Code::Q004, "Ragna Holm said \"the crew made a mistake\".", "the crew made", Verdict::Contradicted);
    silent("Q004", "Ragna Holm said there was \"no evidence that the crew made a mistake\".");
    silent("Q004", "Ragna Holm did not say that \"the crew made a mistake\".");
}

#[test]
fn q005_quotation_stitched() {
    let draft = "Amina Berg said \"there was a bang like a car crash the crew stayed calm from the first minute\".";
    let found = codes(draft);
    assert!(found.contains(&"Q005"), "{found:?}");
    silent("Q005", "Amina Berg said \"there was a bang like a car crash\".");
}

#[test]
fn q006_wording_differs() {
    let draft = "Kari Vik said \"the rules for sailing in a gale must be looked at again\".";
    raises(Code::Q006, draft, "must be looked at", Verdict::Conflicting);
    silent("Q006", "Inga Strand said \"we received the warning ten minutes after the ferry had left the quay\".");
}

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
    let checked = check(&reading("", draft), &[reading("Courier", article)], None);
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

/// The codes raised on `draft` against articles of the given days, and the verdict of its first sentence.
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
fn q002_the_last_word_parted_in_two_is_the_same_word() {
    let articles = [(
        "2025-10-14",
        "\"The gale has changed what we ask of the ferries and of our work force,\" said Kari Vik, the transport minister.",
    )];
    let draft = "\"The gale has changed what we ask of the ferries and of our workforce,\" said Kari Vik.";
    let (codes, _) = over_days(draft, &articles);
    assert!(!codes.contains(&"Q002"), "{codes:?}");
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
fn e004_the_short_form_of_a_state_is_no_other_name() {
    let articles =
        [("2025-10-14", "The mayor, who leads the party, made the announcement in his hometown of Hope, Ark.")];
    let draft = "The mayor, who leads the party, made the announcement in his hometown of Hope, Arkansas.";
    let (codes, _) = over_days(draft, &articles);
    assert!(!codes.contains(&"E004"), "{codes:?}");
}

fn over_days(draft: &str, articles: &[(&str, &str)]) -> (Vec<&'static str>, Verdict) {
    let articles: Vec<Reading> = articles.iter().map(|(day, text)| dated(day, day, text)).collect();
    let checked = check(&dated("", "2025-10-20", draft), &articles, None);
    (checked.findings.iter().map(|finding| finding.code.name()).collect(), checked.claims[0].verdict)
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
fn t003_order_of_events_reversed() {
    let article = "The council closed the Tallow Bridge after engineers had found cracks in a pillar.\n\
        A lorry driver alarmed the coastguard before the barge hit the pillar.\n\
        The engineers will inspect the crane before the tunnel opens.";
    let raised = |draft: &str| {
        let checked = check(&reading("", draft), &[reading("Courier", article)], None);
        let found = checked.findings.into_iter().find(|finding| finding.code == Code::T003);
        found.map(|finding| (finding.level, finding.spans[0].of(draft).to_owned(), checked.claims[0].verdict))
    };
    for (draft, marker) in [
        ("The council closed the Tallow Bridge before engineers found cracks in a pillar.", "before"),
        ("Engineers found cracks in a pillar after the council had closed the Tallow Bridge.", "after"),
        ("After the council closed the Tallow Bridge, engineers found cracks in a pillar.", "After"),
        ("The council closed the Tallow Bridge, followed by engineers finding cracks in a pillar.", "followed by"),
        ("The council closed the Tallow Bridge two days prior to engineers finding cracks in a pillar.", "prior to"),
        ("A lorry driver alarmed the coastguard shortly after the barge hit the pillar.", "after"),
        ("The barge hit the pillar before a lorry driver alarmed the coastguard.", "before"),
        ("The engineers will inspect the crane after the tunnel opens.", "after"),
    ] {
        assert_eq!(raised(draft), Some((Level::Error, marker.to_owned(), Verdict::Contradicted)), "{draft}");
    }
    for draft in [
        "The council closed the Tallow Bridge after engineers found cracks in a pillar.",
        "Before the council closed the Tallow Bridge, engineers had found cracks in a pillar.",
        "Engineers found cracks in a pillar before the council closed the Tallow Bridge.",
        "The council closed the Tallow Bridge before the winter.",
        // Neither what may be nor what is denied has an order.
        "The council would close the Tallow Bridge before engineers found cracks in a pillar.",
        "The council did not close the Tallow Bridge before engineers found cracks in a pillar.",
        "The council did not close the Tallow Bridge until engineers found cracks in a pillar.",
        "\"The council closed the Tallow Bridge before engineers found cracks in a pillar,\" said Ivar Lund.",
        "The barge was named after the lorry driver who alarmed the coastguard.",
    ] {
        assert_eq!(raised(draft), None, "{draft}");
    }
}

#[test]
fn t003_is_silent_where_an_article_has_the_order_of_the_draft() {
    let draft = "The council closed the Tallow Bridge before engineers found cracks in a pillar.";
    let articles = [
        reading("Courier", "The council closed the Tallow Bridge after engineers had found cracks in a pillar."),
        reading("Posten", "Engineers found cracks in the pillar after the council had closed the bridge."),
    ];
    let checked = check(&reading("", draft), &articles, None);
    assert!(checked.findings.iter().all(|finding| finding.code != Code::T003), "{:#?}", checked.findings);
}

#[test]
fn t003_by_the_days_of_two_sentences() {
    let article = "On Thursday 9 October 2025 the council closed the Tallow Bridge.\n\
        Engineers had found cracks in a pillar on Monday 6 October 2025.";
    let found = |draft: &str| {
        let checked = check(&reading("", draft), &[reading("Courier", article)], None);
        checked.findings.into_iter().find(|finding| finding.code == Code::T003)
    };
    let finding =
        found("Engineers found cracks in a pillar after the council closed the Tallow Bridge.").expect("raised");
    assert_eq!((finding.level, finding.evidence.len()), (Level::Warning, 2));
    assert!(found("The council closed the Tallow Bridge after engineers found cracks in a pillar.").is_none());
}

#[test]
fn e003_role_differs() {
    let against = |draft: &str, articles: &[&str]| {
        let articles: Vec<Reading> = articles.iter().map(|article| reading("Courier", article)).collect();
        let checked = check(&reading("", draft), &articles, None);
        let found = checked.findings.iter().find(|finding| finding.code == Code::E003);
        found.map(|finding| (finding.spans[0].of(draft).to_owned(), finding.suggestion.clone().unwrap_or_default()))
    };
    for (draft, article, ours, theirs) in [
        (
            "Prime Minister Ivar Lund opened the dam.",
            "President Ivar Lund opened the dam.",
            "Prime Minister",
            "President",
        ),
        (
            "The finance minister, Kari Vik, opened the dam.",
            "Kari Vik, the transport minister, opened the dam.",
            "finance minister",
            "transport minister",
        ),
        ("Mayor Ivar Lund opened the dam.", "Deputy Mayor Ivar Lund opened the dam.", "Mayor", "Deputy Mayor"),
        ("Governor Ivar Lund opened the dam.", "Senator Ivar Lund opened the dam.", "Governor", "Senator"),
    ] {
        assert_eq!(against(draft, &[article]), Some((ours.to_owned(), theirs.to_owned())), "{draft}");
    }
    for (draft, article) in [
        ("President Ivar Lund opened the dam.", "President Ivar Lund opened the dam."),
        ("Premier Ivar Lund opened the dam.", "Prime Minister Ivar Lund opened the dam."),
        ("Minister Kari Vik opened the dam.", "Kari Vik, the transport minister, opened the dam."),
        // What somebody was does not say what they are.
        ("President Ivar Lund opened the dam.", "Former President Ivar Lund opened the dam."),
        ("Senator Ivar Lund opened the dam.", "Former Governor Ivar Lund opened the dam."),
        // Offices and ranks that go together, and a surname that others bear.
        ("Representative Ivar Lund opened the dam.", "Transport Minister Ivar Lund opened the dam."),
        ("General Ivar Lund opened the dam.", "Defence Minister Ivar Lund opened the dam."),
        ("Governor Lund opened the dam.", "Senator Ivar Lund opened the dam."),
        ("Governor Ivar Lund opened the dam.", "Senator Ivar Lund, who will be governor in May, opened the dam."),
        ("Governor Ivar Lund opened the dam.", "Ivar Lund opened the dam."),
    ] {
        assert_eq!(against(draft, &[article]), None, "{draft} | {article}");
    }
    let disputed = ["Senator Ivar Lund opened the dam.", "Judge Ivar Lund opened the dam."];
    assert_eq!(against("Governor Ivar Lund opened the dam.", &disputed), None, "the articles differ themselves");
}

#[test]
fn e004_names_in_each_others_place() {
    let against = |draft: &str, article: &str| {
        let checked = check(&reading("", draft), &[reading("Courier", article)], None);
        let found = checked.findings.iter().find(|finding| finding.code == Code::E004);
        found.map(|finding| (finding.spans.len(), checked.claims[0].verdict))
    };
    for (draft, article) in [
        ("Ragna Holm accused Piet Kramer of theft.", "Piet Kramer accused Ragna Holm of theft, the police said."),
        ("Piet Kramer was accused by Ragna Holm of theft.", "Piet Kramer accused Ragna Holm of theft."),
        ("Ragna Holm accused Piet Kramer of theft.", "Ragna Holm was accused by Piet Kramer of theft."),
        (
            "Ragna Holm has asked Piet Kramer for a second opinion on the hull.",
            "Kramer has asked Holm for a second opinion on the hull. Piet Kramer and Ragna Holm are engineers.",
        ),
        // What one did to the other.
        (
            "The union heard Ragna Holm's criticism of Piet Kramer in the hall.",
            "The union heard Piet Kramer's criticism of Ragna Holm in the hall.",
        ),
        // A name that stands only where a capital shows nothing.
        (
            "Holm had conceded to Kramer on election night.",
            "Piet Kramer had conceded to Ragna Holm on election night, the office said.",
        ),
    ] {
        assert_eq!(against(draft, article), Some((2, Verdict::Contradicted)), "{draft} | {article}");
    }
    for (draft, article) in [
        ("Ragna Holm accused Piet Kramer of theft.", "Ragna Holm accused Piet Kramer of theft."),
        ("Piet Kramer was accused by Ragna Holm of theft.", "Ragna Holm accused Piet Kramer of theft."),
        ("Ragna Holm met Piet Kramer on the quay.", "Piet Kramer met Ragna Holm on the quay."),
        ("Ragna Holm and Piet Kramer left the quay.", "Piet Kramer and Ragna Holm left the quay."),
        // Each has accused the other: the article says both.
        (
            "Ragna Holm accused Piet Kramer of theft.",
            "Piet Kramer accused Ragna Holm of theft. Then Ragna Holm accused Piet Kramer of theft.",
        ),
        // Another occasion.
        (
            "Ragna Holm asked Piet Kramer for a second opinion on the hull of the ferry.",
            "Piet Kramer asked Ragna Holm about the weather.",
        ),
    ] {
        assert_eq!(against(draft, article), None, "{draft} | {article}");
    }
}

#[test]
fn t001_date_differs() {
    raises(Code::T001, "The first report of the accident bureau is due on 19 December.", "19", Verdict::Contradicted);
    silent("T001", "The first report of the accident bureau is due on 12 December.");
}

#[test]
fn t002_weekday_and_date_do_not_fit() {
    raises(
        Code::T002,
        "The ferry struck a reef near Veldhavn on Friday 14 October 2025.",
        "Friday",
        Verdict::Supported,
    );
    silent("T002", "The ferry struck a reef near Veldhavn on Tuesday 14 October 2025.");
}

#[test]
fn e001_name_in_no_article() {
    raises(
        Code::E001,
        "Hanne Brekke, the cook, worked for the company for 22 years.",
        "Hanne Brekke",
        Verdict::NotFound,
    );
    silent("E001", "Captain Eide has worked for the company for 22 years.");
}

#[test]
fn e002_name_spelt_otherwise() {
    raises(Code::E002, "The captain, Jonas Eyde, has worked for the company for 22 years.", "Eyde", Verdict::Supported);
    silent("E002", "The captain, Jonas Eide, has worked for the company for 22 years.");
}

#[test]
fn s001_no_article_says_this() {
    raises(Code::S001, "The insurers have refused to pay for the damage.", "insurers", Verdict::NotFound);
    silent("S001", "A tear 11 metres long was found in the hull by divers.");
}

#[test]
fn s001_marks_words_that_are_missing_and_not_those_that_were_found() {
    let draft = "The transport minister, Kari Vik, who opened the tunnel to Skerra, promised grants for fishermen.";
    let (draft, _, checked) = checked(draft);
    let found = checked.findings.iter().filter(|finding| finding.code == Code::S001);
    let marked: Vec<&str> = found.flat_map(|finding| &finding.spans).map(|span| span.of(draft.text())).collect();
    assert!(codes(draft.text()).contains(&"E001"), "the island is in no article");
    assert!(!marked.iter().any(|words| words.contains("transport minister")), "{marked:?}");
}

#[test]
fn a_clause_decided_for_sure_leaves_no_doubt_about_its_sentence() {
    let draft =
        "The car ferry Nordstjerna struck rocks near Skerra, and Inga Strand called the crew \"heroes of the sea\".";
    let (_, _, checked) = checked(draft);
    assert_eq!(checked.claims[0].verdict, Verdict::NotFound);
    let doubtful = checked.claims[0].clauses.iter().filter(|clause| clause.verdict == Verdict::NotFound);
    let all = doubtful.clone().count() > 0 && doubtful.clone().all(|clause| clause.reason.is_some());
    assert_eq!(checked.claims[0].reason.is_some(), all, "{:#?}", checked.claims[0]);
    assert!(checked.claims[0].reason.is_none());
}

#[test]
fn s003_articles_disagree() {
    raises(Code::S003, "The harbour office had cleared the ferry to sail.", "cleared", Verdict::Conflicting);
    silent("S003", "Divers found a tear in the hull that is 11 metres long.");
}

#[test]
fn s004_one_independent_source() {
    raises(Code::S004, "Divers found a tear in the hull that is 11 metres long.", "Divers", Verdict::Supported);
    silent("S004", "The ferry struck a reef with 212 passengers.");
}

#[test]
fn c001_copied_passage() {
    let copied = "The first report is due on 12 December.";
    let longer = "The car ferry Nordstjerna struck a reef near Veldhavn on Tuesday with 212 passengers on board.";
    raises(Code::C001, longer, "struck a reef near Veldhavn", Verdict::Supported);
    // A few words are not enough, and words somebody is quoted with are not copied.
    silent("C001", copied);
    silent("C001", "Inga Strand said \"we received the warning ten minutes after the ferry had left the quay\".");
}

#[test]
fn not_checked_says_why() {
    for (draft, reason) in [
        ("Who should have stopped the ferry?", "question"),
        ("Sign up for our newsletter.", "navigation"),
        ("The Courier reported:", "fragment"),
        ("It was a disgraceful way to run a ferry line.", "opinion"),
        ("All in all, the morning stands as a powerful reminder that the sea must be respected.", "flourish"),
    ] {
        let (_, _, checked) = checked(draft);
        let claim = &checked.claims[0];
        assert_eq!(claim.verdict, Verdict::NotChecked, "{draft}");
        assert_eq!(claim.reason.map(coincide_check::Reason::name), Some(reason), "{draft}");
    }
}

#[test]
fn the_opposite_of_what_articles_say_is_not_supported() {
    let against = |draft: &str, article: &str| {
        let checked = check(&reading("", draft), &[reading("Courier", article)], None);
        assert_ne!(checked.claims[0].verdict, Verdict::Supported, "{draft}: {:#?}", checked.claims);
    };
    against("The harbour office had received a warning.", "The harbour office had not received a warning.");
    against("The storm did not close two roads.", "The storm closed two roads near the town.");
    against("Nobody was hurt when the ferry struck the reef.", "Children were hurt when the ferry struck the reef.");
}

#[test]
fn what_is_supported_has_evidence_and_what_says_nothing_is_not_supported() {
    for draft in ["It is he.", "They did so then.", "He was there with them all.", COURIER, HAVN, POSTEN] {
        let (_, _, checked) = checked(draft);
        for claim in &checked.claims {
            let proved = claim.clauses.iter().all(|clause| {
                clause.verdict != Verdict::Supported
                    || clause.evidence.iter().any(|it| it.stance == coincide_check::Stance::Supports)
            });
            assert!(proved, "{claim:#?}");
        }
    }
    assert_eq!(checked("They did so then.").2.claims[0].verdict, Verdict::NotChecked);
}

#[test]
fn repeated_words_are_compared_in_linear_time() {
    let many = "the ".repeat(8_000);
    assert!(check(&reading("", &many), &[reading("Courier", &many)], None).claims.len() < 10);
}

#[test]
fn a_quotation_of_many_clauses_is_borne_out_by_its_words() {
    let said =
        "\"We packed the boats, we called the islands, we waited for the light, and we went home,\" said Inga Strand.";
    let checked = check(&reading("", said), &[reading("Courier", said)], None);
    assert_eq!(checked.claims[0].verdict, Verdict::Supported, "{:#?}", checked.claims);
}

#[test]
fn figures_of_another_event_are_not_compared() {
    let article = "14 people were injured in the fire, the hospital in Bergen said.\n\
        In 1999 a fire on another ship in Spain killed 3 people.";
    let draft = "14 people were killed, the hospital in Bergen said.";
    let checked = check(&reading("", draft), &[reading("Courier", article)], None);
    assert!(checked.findings.iter().all(|finding| finding.code != Code::N001), "{:#?}", checked.findings);
}

#[test]
fn with_no_articles_nothing_is_found() {
    let draft = reading("", "The ferry struck a reef with 212 passengers.");
    let checked = check(&draft, &[], None);
    assert_eq!(checked.claims[0].verdict, Verdict::NotFound);
    assert_eq!(checked.claims[0].silent, 0);
}

#[test]
fn another_language_is_not_checked() {
    let mut draft = reading("", "Fergen gikk på grunn med 212 passasjerer.");
    draft.article.language = Some("nb".to_owned());
    let checked = check(&draft, &[reading("Courier", COURIER)], None);
    assert_eq!(checked.claims[0].reason.map(coincide_check::Reason::name), Some("language"));
}

#[test]
fn every_span_slices() {
    let draft = format!("{COURIER}\n{POSTEN}\nÆgir Åsen sa «nei». Who knows? “We left — at 5 a.m.,” he said.");
    let (draft, articles, checked) = checked(&draft);
    for claim in &checked.claims {
        assert!(!claim.span.of(draft.text()).is_empty());
        for clause in &claim.clauses {
            assert!(claim.span.contains(clause.span));
            for evidence in &clause.evidence {
                assert!(!evidence.span.of(articles[evidence.article].text()).is_empty());
            }
        }
    }
    for finding in checked.findings.iter().filter(|finding| finding.place == Place::Draft) {
        assert!(finding.spans.iter().all(|span| !span.of(draft.text()).is_empty()));
        for it in &finding.differences {
            let proof = &finding.evidence[it.proof];
            assert!(proof.span.contains(it.article));
        }
    }
}

/// What is raised on `draft` against one article, with the words it is on.
fn raised(draft: &str, article: &str) -> Vec<(Code, String)> {
    let draft = reading("", draft);
    let checked = check(&draft, &[reading("Courier", article)], None);
    let findings = checked.findings.iter().filter(|finding| finding.level >= Level::Warning);
    findings
        .map(|it| (it.code, it.spans.iter().map(|span| span.of(draft.text())).collect::<Vec<_>>().join(" ")))
        .collect()
}

/// The code, the words it is on, the draft, the article.
const PARALLEL: &[(Code, &str, &str, &str)] = &[
    (
        Code::N001,
        "4,200",
        "The harbour office fined the owners 4,200 crowns for the missing rafts.",
        "The harbour office fined the owners 2,400 crowns for the missing rafts. It had 4,200 letters.",
    ),
    (
        Code::N001,
        "nine",
        "The log of the bridge was kept for nine months in a safe of the port.",
        "The log of the bridge was kept for seven months in a safe of the port.",
    ),
    (
        Code::N004,
        "seven weeks",
        "The log of the bridge was kept for seven weeks in a safe of the port.",
        "The log of the bridge was kept for seven months in a safe of the port.",
    ),
    (
        Code::N003,
        "nearly 300",
        "The storm has sunk nearly 300 boats in the northern harbours.",
        "The storm has sunk more than 300 boats in the northern harbours.",
    ),
    (
        Code::T001,
        "Friday",
        "The old tug left the northern yard on Friday with a new engine.",
        "The old tug left the northern yard on Monday with a new engine.",
    ),
    (
        Code::E004,
        "Kari Vik",
        "The union has asked Kari Vik to look at the rules again before winter.",
        "The union has asked Inga Strand to look at the rules again before winter. Kari Vik was abroad.",
    ),
    (
        Code::S002,
        "not insured",
        "The owners were not insured against the loss of the ferry.",
        "The owners were insured against the loss of the ferry.",
    ),
    (
        Code::S002,
        "had paid",
        "The owners of the ferry had paid for the rafts before the storm.",
        "The owners of the ferry had not paid for the rafts before the storm.",
    ),
    (
        Code::S002,
        "did not approve",
        "The harbour office did not approve the new rafts in the autumn.",
        "The harbour office approved the new rafts in the autumn.",
    ),
    (
        Code::S002,
        "rises",
        "The price of diesel rises in the northern harbours this winter.",
        "The price of diesel fell in the northern harbours this winter.",
    ),
    (
        Code::S002,
        "criticised",
        "The minister criticised the crew of the ferry on the quay.",
        "The minister praised the crew of the ferry on the quay.",
    ),
    (
        Code::S002,
        "without",
        "The old tug left the northern yard without a new engine.",
        "The old tug left the northern yard with a new engine.",
    ),
    // An antonym of one word, with `an` for `a`.
    (
        Code::S002,
        "increase",
        "The office expects an increase in the number of island ferries.",
        "The office expects a decrease in the number of island ferries.",
    ),
];

#[test]
fn what_a_parallel_passage_has_otherwise_is_found() {
    for &(code, words, draft, article) in PARALLEL {
        let found = raised(draft, article);
        let hit = found.iter().any(|(other, said)| *other == code && said.contains(words));
        assert!(hit, "{code:?} on {words:?} is not raised: {found:?}");
        // Its own words raise nothing.
        let own = article.split_inclusive('.').next().unwrap_or_default();
        assert!(raised(own, article).is_empty(), "{:?}", raised(own, article));
    }
}

#[test]
fn what_means_the_same_is_no_contrast() {
    for (draft, article) in [
        // A shorter name, a pronoun, another form of the name.
        (
            "The union has asked Strand to look at the rules again before winter.",
            "The union has asked Inga Strand to look at the rules again before winter.",
        ),
        (
            "The minister said the union has asked Inga Strand to look at the rules again.",
            "Inga Strand is the minister. The minister said the union has asked her to look at the rules again.",
        ),
        // A number that rounds, and one in words.
        (
            "The storm has sunk seven boats in the northern harbours.",
            "The storm has sunk 7 boats in the northern harbours.",
        ),
        // Two turns cancel out.
        (
            "The price of diesel did not rise in the northern harbours this winter.",
            "The price of diesel fell in the northern harbours this winter.",
        ),
        (
            "The harbour office thought a second storm less likely after the autumn.",
            "The harbour office thought a second storm more unlikely after the autumn.",
        ),
        // The same passage has both words.
        (
            "Women and men went on board the ferry in the northern harbours.",
            "Men and women went on board the ferry in the northern harbours.",
        ),
        // Another sentence bears it out.
        (
            "The price of diesel rose in the northern harbours this winter.",
            "The price of diesel fell in the northern harbours this winter. In the northern harbours diesel rose in price in \
             winter.",
        ),
        // Other things are denied.
        (
            "The captain told the crews of the two ferries not to sail before the storm.",
            "The captain told the crews of the two ferries to stay before the storm.",
        ),
        // Not only turns nothing.
        (
            "The storm has not only sunk boats in the northern harbours but broken piers.",
            "The storm has sunk boats in the northern harbours and broken piers.",
        ),
    ] {
        let found = raised(draft, article);
        let alarms: Vec<_> = found.iter().filter(|(code, _)| !matches!(code, Code::S001)).collect();
        assert!(alarms.is_empty(), "{draft}: {alarms:?}");
    }
}

#[test]
fn what_is_known_not_to_be_found() {
    for (code, draft, article) in [
        // The opposite without a negation.
        (
            Code::S002,
            "The port refused to take the ferry in before the storm.",
            "The port agreed to take the ferry in before the storm.",
        ),
        // A name in the place of a description.
        (
            Code::E004,
            "The union has asked Kari Vik to look at the rules again before winter.",
            "The union has asked the harbour master to look at the rules again before winter. Kari Vik was abroad.",
        ),
    ] {
        let found = raised(draft, article);
        assert!(found.iter().all(|(other, _)| *other != code), "{draft} is found now: move it");
    }
}
