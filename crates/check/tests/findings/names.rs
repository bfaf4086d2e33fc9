//! Names and roles: E001 to E004.

use coincide_annotate::Reading;
use coincide_check::{Code, Models, Verdict, check};

use crate::{over_days, raises, reading, silent};

#[test]
fn e004_the_short_form_of_a_state_is_no_other_name() {
    let articles =
        [("2025-10-14", "The mayor, who leads the party, made the announcement in his hometown of Hope, Ark.")];
    let draft = "The mayor, who leads the party, made the announcement in his hometown of Hope, Arkansas.";
    let (codes, _) = over_days(draft, &articles);
    assert!(!codes.contains(&"E004"), "{codes:?}");
}

#[test]
fn e003_role_differs() {
    let against = |draft: &str, articles: &[&str]| {
        let articles: Vec<Reading> = articles.iter().map(|article| reading("Courier", article)).collect();
        let checked = check(&reading("", draft), &articles, Models::default());
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
        let checked = check(&reading("", draft), &[reading("Courier", article)], Models::default());
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
