#![no_main]
//! Checks an arbitrary draft against arbitrary articles, parted by lines of `=====`; every span must slice to its text.

use coincide::{Input, Options, Span};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let mut parts = text.split("\n=====\n");
    let draft = Input::new("draft.md", parts.next().unwrap_or_default());
    let articles = parts.enumerate().map(|(index, part)| Input::new(format!("a{index}"), part));
    let options = Options { marks: true, ..Options::default() };
    let Ok(report) = coincide::check(draft, articles, &options) else { return };
    let slice = |input: &str, span: Span| -> Option<String> {
        let document = report.documents.iter().find(|document| document.id == input)?;
        Some(document.text.chars().skip(span.start).take(span.end.checked_sub(span.start)?).collect())
    };
    for claim in &report.value.claims {
        assert_eq!(slice("draft", claim.span).as_ref(), Some(&claim.text));
        for evidence in claim.clauses.iter().flat_map(|clause| &clause.evidence) {
            assert_eq!(slice(&evidence.article, evidence.span).as_ref(), Some(&evidence.text));
        }
    }
    for cell in report.value.comparison.facts.iter().flat_map(|fact| &fact.cells) {
        assert_eq!(slice(&cell.article, cell.span).as_ref(), Some(&cell.text));
    }
});
