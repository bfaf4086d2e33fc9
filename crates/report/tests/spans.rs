//! Spans that leave slice to the text they are of, whatever the text.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic in a test is a failed test")]

use coincide_annotate::Reading;
use coincide_article::{Article, Paragraph, ParagraphKind};
use coincide_check::{Checked, Claim, Clause, Code, Evidence, Finding, Level, Place, Proof, Stance, Verdict};
use coincide_report::{Span, TextOptions};
use coincide_text::Text;
use proptest::prelude::*;

fn reading(text: &str) -> Reading {
    let span = coincide_text::Span::new(0, text.len());
    Reading::new(Article {
        path: Some("a.txt".to_owned()),
        text: Text::identical(text, 0),
        paragraphs: vec![Paragraph { span, kind: ParagraphKind::Body }],
        ..Article::default()
    })
}

/// Every sentence of the draft as a claim, with every sentence of the article as its evidence, and a finding on each.
fn checked(draft: &Reading, article: &Reading) -> Checked {
    let spans = |reading: &Reading| reading.annotations.sentences.iter().map(|s| s.span).collect::<Vec<_>>();
    let passages = spans(article);
    let evidence: Vec<Evidence> = passages
        .iter()
        .map(|&span| Evidence { article: 0, stance: Stance::Supports, score: 0.5, alone: true, span })
        .collect();
    let claim = |span| Claim {
        span,
        verdict: Verdict::Supported,
        reason: None,
        score: Some(0.5),
        independent_sources: 1,
        silent: 0,
        clauses: vec![Clause {
            span,
            verdict: Verdict::Supported,
            reason: None,
            score: None,
            evidence: evidence.clone(),
        }],
    };
    let finding = |(index, &span)| Finding {
        code: Code::Q002,
        level: Level::Error,
        message: "quotation altered".to_owned(),
        claim: Some(index),
        place: Place::Draft,
        spans: vec![span],
        evidence: passages.iter().map(|&span| Proof { article: 0, span, words: vec![span] }).collect(),
        differences: Vec::new(),
        notes: Vec::new(),
        suggestion: None,
    };
    let sentences = spans(draft);
    Checked {
        claims: sentences.iter().copied().map(claim).collect(),
        findings: sentences.iter().enumerate().map(finding).collect(),
        ..Checked::default()
    }
}

fn slice(text: &str, span: Span) -> String {
    text.chars().skip(span.start).take(span.end - span.start).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn spans_regions_and_bytes_slice_to_the_text(draft in "(\\PC|[.!\n\r\t]){0,160}", article in "(\\PC|[. \n]){0,120}") {
        let (of_draft, of_article) = (reading(&draft), reading(&article));
        let checked = checked(&of_draft, &of_article);
        let articles = [of_article];
        let report = coincide_report::check("0", Default::default(), &of_draft, Some(draft.as_bytes()), &articles, &checked);
        for claim in &report.value.claims {
            prop_assert_eq!(&slice(&draft, claim.span), &claim.text);
            let (start, end) = claim.span.bytes.unwrap();
            prop_assert_eq!(&draft[start..end], &claim.text);
            let region = claim.region.unwrap();
            let before: Vec<&str> = draft.split('\n').take(region.line - 1).collect();
            let skipped: usize = before.iter().map(|line| line.chars().count() + 1).sum();
            let mark = usize::from(region.line == 1 && draft.starts_with('\u{feff}'));
            prop_assert_eq!(skipped + region.column - 1 + mark, claim.span.start);
            for evidence in &claim.clauses[0].evidence {
                prop_assert_eq!(&slice(&article, evidence.span), &evidence.text);
            }
        }
        for finding in &report.value.findings {
            prop_assert_eq!(&slice(&draft, finding.spans[0]), &finding.text);
        }
        // Whatever the texts hold, every format can be made of them.
        let lines = coincide_report::text(&report, &TextOptions::default());
        prop_assert!(!lines.chars().any(|character| character.is_control() && character != '\n'));
        let page = coincide_report::html(&report);
        prop_assert_eq!(page.matches("<script").count(), 1);
        coincide_report::markdown(&report);
        coincide_report::github(&report);
        coincide_report::sarif(&report).unwrap();
    }
}
