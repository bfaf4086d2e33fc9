//! A snapshot of every output format, all made from one value.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic in a test is a failed test")]

mod sample;

use coincide_report::{Span, TextOptions};
use insta::assert_snapshot;

#[test]
fn text() {
    assert_snapshot!(coincide_report::text(&sample::check(), &TextOptions::default()));
}

#[test]
fn text_narrow_in_ascii_and_colour() {
    let options = TextOptions { width: 48, colour: true, unicode: false, verbose: false };
    // Escapes are shown as the word, so that the snapshot can be read.
    assert_snapshot!(coincide_report::text(&sample::check(), &options).replace('\u{1b}', "ESC"));
}

#[test]
fn text_verbose() {
    let options = TextOptions { verbose: true, ..TextOptions::default() };
    assert_snapshot!(coincide_report::text(&sample::check(), &options));
}

#[test]
fn text_of_articles() {
    assert_snapshot!(coincide_report::text_compare(&sample::compare(), &TextOptions::default()));
}

#[test]
fn json() {
    assert_snapshot!(coincide_report::json(&sample::check().value).unwrap());
}

#[test]
fn jsonl() {
    let lines = coincide_report::jsonl(&sample::compare().value).unwrap();
    assert_eq!(lines.matches('\n').count(), 1);
    assert_snapshot!(lines);
}

#[test]
fn html() {
    assert_snapshot!(body(&coincide_report::html(&sample::check())));
}

#[test]
fn html_of_articles() {
    assert_snapshot!(body(&coincide_report::html_compare(&sample::compare())));
}

/// A page without its style and script, one element a line.
fn body(page: &str) -> String {
    let start = page.find("<body>").unwrap();
    let end = page.find("<script>").unwrap();
    page[start..end].replace("><", ">\n<")
}

#[test]
fn markdown() {
    assert_snapshot!(coincide_report::markdown(&sample::check()));
}

#[test]
fn markdown_of_articles() {
    assert_snapshot!(coincide_report::markdown_compare(&sample::compare()));
}

#[test]
fn sarif() {
    let sarif: serde_json::Value = serde_json::from_str(&coincide_report::sarif(&sample::check()).unwrap()).unwrap();
    // The rules are the pages of the codes, which have their own tests.
    assert_eq!(sarif["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap().len(), coincide_check::Code::ALL.len());
    assert_snapshot!(serde_json::to_string_pretty(&sarif["runs"][0]["results"]).unwrap());
}

#[test]
fn github() {
    assert_snapshot!(coincide_report::github(&sample::check()));
}

#[test]
fn article() {
    assert_snapshot!(coincide_report::json(&coincide_report::article(&sample::articles()[0].article)).unwrap());
}

#[test]
fn every_span_slices_to_its_text() {
    let report = sample::check().value;
    let slice = |text: &str, span: Span| text.chars().skip(span.start).take(span.end - span.start).collect::<String>();
    let articles = sample::articles();
    let article = |id: &str| articles[id[1..].parse::<usize>().unwrap() - 1].text();
    for claim in &report.claims {
        assert_eq!(slice(sample::DRAFT, claim.span), claim.text);
        let (start, end) = claim.span.bytes.unwrap();
        assert_eq!(sample::DRAFT[start..end], claim.text);
        for evidence in claim.clauses.iter().flat_map(|clause| &clause.evidence) {
            assert_eq!(slice(article(&evidence.article), evidence.span), evidence.text);
        }
    }
    for evidence in report.findings.iter().flat_map(|finding| &finding.evidence) {
        assert_eq!(slice(article(&evidence.article), evidence.spans[0]), evidence.text);
    }
    for cell in report.comparison.facts.iter().flat_map(|fact| &fact.cells) {
        assert_eq!(slice(article(&cell.article), cell.span), cell.text);
    }
}

#[test]
fn regions_are_lines_and_columns_of_the_file() {
    let report = sample::check().value;
    for finding in report.findings.iter().filter(|finding| finding.region.is_some()) {
        let region = finding.region.unwrap();
        let line = sample::DRAFT.lines().nth(region.line - 1).unwrap();
        let found: String = line.chars().skip(region.column - 1).take(region.end_column - region.column).collect();
        assert_eq!(found, finding.text);
    }
}

#[test]
fn a_fingerprint_stays_when_its_sentence_moves() {
    let moved = format!("A new first line.\n\n{}", sample::DRAFT);
    let shift = moved.len() - sample::DRAFT.len();
    let mut draft = sample::draft();
    draft.article.text = coincide_text::Text::identical(moved, 0);
    let mut checked = sample::checked();
    let move_span =
        |span: &mut coincide_text::Span| *span = coincide_text::Span::new(span.start + shift, span.end + shift);
    checked.claims.iter_mut().for_each(|claim| move_span(&mut claim.span));
    checked.findings.iter_mut().flat_map(|finding| &mut finding.spans).for_each(move_span);
    let report = coincide_report::check("0.1.0", Default::default(), &draft, None, &sample::articles(), &checked).value;
    let fingerprints = |check: &coincide_report::Check| {
        check.findings.iter().map(|finding| finding.fingerprint.clone()).collect::<Vec<_>>()
    };
    assert_eq!(fingerprints(&report), fingerprints(&sample::check().value));
    assert!(report.findings.iter().all(|finding| finding.region.is_none()));
}

#[test]
fn a_page_asks_for_nothing() {
    for page in [coincide_report::html(&sample::check()), coincide_report::html_compare(&sample::compare())] {
        assert!(page.contains("default-src 'none'"));
        for loads in ["@import", "url("] {
            assert!(!page.contains(loads), "{loads}");
        }
        for tag in page.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
            let name = tag.split(' ').next().unwrap();
            assert!(!["link", "img", "iframe", "object", "embed", "base", "form"].contains(&name), "{tag}");
            for attribute in [" src=", " srcset=", " style=", " action=", " on"] {
                assert!(!tag.contains(attribute), "{tag}");
            }
            assert!(!tag.contains(" href=") || tag.contains(" href=\"#"), "{tag}");
        }
    }
}

#[test]
fn no_script_of_a_text_gets_into_a_page() {
    let page = coincide_report::html(&sample::check());
    assert_eq!(page.matches("<script").count(), 1);
    assert!(!page.contains("<img"));
    assert!(!page.contains("unsafe-inline"));
    for format in [
        page,
        coincide_report::markdown(&sample::check()),
        coincide_report::github(&sample::check()),
        coincide_report::text(&sample::check(), &TextOptions::default()),
        coincide_report::text_compare(&sample::compare(), &TextOptions::default()),
    ] {
        assert!(!format.contains('\u{1b}'), "an escape sequence got through");
    }
}
