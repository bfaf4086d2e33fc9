//! Support, disagreement, copies, and what is not checked: S001, S003, S004, C001.

use coincide_check::{Code, Models, Place, Verdict, check};

use crate::{COURIER, HAVN, POSTEN, checked, codes, raises, reading, silent};

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
        let checked = check(&reading("", draft), &[reading("Courier", article)], Models::default());
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
fn with_no_articles_nothing_is_found() {
    let draft = reading("", "The ferry struck a reef with 212 passengers.");
    let checked = check(&draft, &[], Models::default());
    assert_eq!(checked.claims[0].verdict, Verdict::NotFound);
    assert_eq!(checked.claims[0].silent, 0);
}

#[test]
fn another_language_is_not_checked() {
    let mut draft = reading("", "Fergen gikk på grunn med 212 passasjerer.");
    draft.article.language = Some("nb".to_owned());
    let checked = check(&draft, &[reading("Courier", COURIER)], Models::default());
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
