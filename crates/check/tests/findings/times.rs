//! Times and the order of events: T001 to T003.

use coincide_check::{Code, Level, Models, Verdict, check};

use crate::{raises, reading, silent};

#[test]
fn t003_order_of_events_reversed() {
    let article = "The council closed the Tallow Bridge after engineers had found cracks in a pillar.\n\
        A lorry driver alarmed the coastguard before the barge hit the pillar.\n\
        The engineers will inspect the crane before the tunnel opens.";
    let raised = |draft: &str| {
        let checked = check(&reading("", draft), &[reading("Courier", article)], Models::default());
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
    let checked = check(&reading("", draft), &articles, Models::default());
    assert!(checked.findings.iter().all(|finding| finding.code != Code::T003), "{:#?}", checked.findings);
}

#[test]
fn t003_by_the_days_of_two_sentences() {
    let article = "On Thursday 9 October 2025 the council closed the Tallow Bridge.\n\
        Engineers had found cracks in a pillar on Monday 6 October 2025.";
    let found = |draft: &str| {
        let checked = check(&reading("", draft), &[reading("Courier", article)], Models::default());
        checked.findings.into_iter().find(|finding| finding.code == Code::T003)
    };
    let finding =
        found("Engineers found cracks in a pillar after the council closed the Tallow Bridge.").expect("raised");
    assert_eq!((finding.level, finding.evidence.len()), (Level::Warning, 2));
    assert!(found("The council closed the Tallow Bridge after engineers found cracks in a pillar.").is_none());
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
