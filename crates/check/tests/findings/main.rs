//! Every finding code on a draft of one or two sentences, and beside it a draft that must not raise it.

#![allow(clippy::expect_used, clippy::panic, reason = "a panic here is a failed test")]

mod names;
mod parallel;
mod quantities;
mod quotations;
mod support;
mod times;

use coincide_annotate::Reading;
use coincide_article::{Article, DateSource, Moment, Paragraph, ParagraphKind, Precision, Published};
use coincide_check::{Checked, Code, Level, Models, Verdict, check};
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
    let checked = check(&draft, &articles, Models::default());
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

/// The codes raised on `draft` against articles of the given days, and the verdict of its first sentence.
fn over_days(draft: &str, articles: &[(&str, &str)]) -> (Vec<&'static str>, Verdict) {
    let articles: Vec<Reading> = articles.iter().map(|(day, text)| dated(day, day, text)).collect();
    let checked = check(&dated("", "2025-10-20", draft), &articles, Models::default());
    (checked.findings.iter().map(|finding| finding.code.name()).collect(), checked.claims[0].verdict)
}

/// What is raised on `draft` against one article, with the words it is on.
fn raised(draft: &str, article: &str) -> Vec<(Code, String)> {
    let draft = reading("", draft);
    let checked = check(&draft, &[reading("Courier", article)], Models::default());
    let findings = checked.findings.iter().filter(|finding| finding.level >= Level::Warning);
    findings
        .map(|it| (it.code, it.spans.iter().map(|span| span.of(draft.text())).collect::<Vec<_>>().join(" ")))
        .collect()
}
