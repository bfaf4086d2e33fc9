//! Quotations: Q001 to Q006.

use coincide_check::{Code, Level, Models, Verdict, check};

use crate::{COURIER, checked, codes, over_days, raises, reading, silent};

#[test]
fn q001_quotation_in_no_article() {
    raises(Code::Q001, "Inga Strand called the decision \"a betrayal of sailors\".", "betrayal", Verdict::NotFound);
    silent("Q001", "Inga Strand said \"we received the warning ten minutes after the ferry had left the quay\".");
}

#[test]
fn q001_words_that_stand_outside_quotation_marks_by_chance() {
    let draft = "The mayor, Inga Strand, called the crews \"a disaster\".";
    let article = "The storm was a disaster for farmers. The mayor, Inga Strand, praised the crews.";
    let checked = check(&reading("", draft), &[reading("Courier", article)], Models::default());
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
fn repeated_words_are_compared_in_linear_time() {
    let many = "the ".repeat(8_000);
    assert!(check(&reading("", &many), &[reading("Courier", &many)], Models::default()).claims.len() < 10);
}

#[test]
fn a_quotation_of_many_clauses_is_borne_out_by_its_words() {
    let said =
        "\"We packed the boats, we called the islands, we waited for the light, and we went home,\" said Inga Strand.";
    let checked = check(&reading("", said), &[reading("Courier", said)], Models::default());
    assert_eq!(checked.claims[0].verdict, Verdict::Supported, "{:#?}", checked.claims);
}
