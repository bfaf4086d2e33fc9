//! What holds for every check: it never panics, every span slices to the text it is given for, and its bytes hold that
//! text. On the examples, and on text of any kind.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic in a test is a failed test")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use coincide::{Check, Input, Line, Options, Report, Span};
use proptest::prelude::*;
use sha2::{Digest, Sha256};

/// The bytes that spans count in, by their hash: whole inputs, and their lines.
type Sources = BTreeMap<String, Vec<u8>>;

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn add(sources: &mut Sources, bytes: &[u8]) {
    sources.insert(hash(bytes), bytes.to_vec());
    for line in bytes.split(|&byte| byte == b'\n') {
        sources.insert(hash(line), line.to_vec());
    }
}

/// Every span of `report` with the input it is of and the text it is given for.
fn spans(report: &Check) -> Vec<(String, Span, Option<String>)> {
    let mut spans = Vec::new();
    let mut add = |input: &str, span: Span, text: Option<&str>| {
        spans.push((input.to_owned(), span, text.map(str::to_owned)));
    };
    for claim in &report.claims {
        add("draft", claim.span, Some(&claim.text));
        for clause in &claim.clauses {
            add("draft", clause.span, None);
            for evidence in &clause.evidence {
                add(&evidence.article, evidence.span, Some(&evidence.text));
            }
        }
    }
    for finding in &report.findings {
        // What could not be read has no spans, and the place for its text.
        let input = finding.input.as_deref().unwrap_or("draft");
        for &span in &finding.spans {
            add(input, span, None);
        }
        for evidence in &finding.evidence {
            for &span in &evidence.spans {
                add(&evidence.article, span, None);
            }
        }
        for difference in &finding.differences {
            add("draft", difference.draft, None);
            if let Some(evidence) = finding.evidence.get(difference.evidence) {
                add(&evidence.article, difference.article, None);
            }
        }
    }
    for fact in &report.comparison.facts {
        for cell in &fact.cells {
            add(&cell.article, cell.span, Some(&cell.text));
        }
    }
    for reuse in &report.comparison.reuse {
        for passage in &reuse.spans {
            add(&reuse.a, passage.a, None);
            add(&reuse.b, passage.b, None);
        }
    }
    spans
}

/// Letters and digits of ASCII, which cleaning leaves as they are, whatever escapes and marks stand between them.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(char::is_ascii_alphanumeric)
}

/// Whether the letters of `text` stand in `raw` in their order.
fn holds(raw: &[u8], text: &str) -> bool {
    let raw = String::from_utf8_lossy(raw);
    let mut rest = letters(&raw);
    letters(text).all(|letter| rest.any(|other| other == letter))
}

/// Checks every span of `report`; gives how many had bytes.
fn check_spans(report: &Report<Check>, sources: &Sources) -> usize {
    let texts: BTreeMap<&str, Vec<char>> =
        report.documents.iter().map(|document| (document.id.as_str(), document.text.chars().collect())).collect();
    let hashes: BTreeMap<&str, &str> =
        report.value.inputs.iter().map(|input| (input.id.as_str(), input.sha256.as_str())).collect();
    let mut with_bytes = 0;
    for (input, span, text) in spans(&report.value) {
        let whole = &texts[input.as_str()];
        assert!(span.start <= span.end && span.end <= whole.len(), "{input} {span:?}");
        let slice: String = whole[span.start..span.end].iter().collect();
        if let Some(text) = text {
            assert_eq!(slice, text, "{input} {span:?}");
        }
        if let Some((start, end)) = span.bytes {
            let source = &sources[hashes[input.as_str()]];
            assert!(start <= end && end <= source.len(), "{input} {span:?}");
            assert!(holds(&source[start..end], &slice), "{input}: {slice:?} is not in {:?}", &source[start..end]);
            with_bytes += 1;
        }
    }
    with_bytes
}

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

fn input(path: &Path, sources: &mut Sources) -> Input {
    let bytes = std::fs::read(path).unwrap();
    add(sources, &bytes);
    Input::new(path.file_name().unwrap().to_string_lossy(), bytes)
}

#[test]
fn every_span_of_the_example_slices() {
    let folder = examples().join("ferry");
    for draft in ["draft.md", "draft-clean.md"] {
        let mut sources = Sources::new();
        let mut paths: Vec<PathBuf> =
            std::fs::read_dir(folder.join("articles")).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_none_or(|ending| ending != "toml"));
        paths.push(examples().join("broken/harbour-gazette.json"));
        paths.sort();
        let articles: Vec<Input> = paths.iter().map(|path| input(path, &mut sources)).collect();
        let draft = input(&folder.join(draft), &mut sources);
        let report = coincide::check(draft.clone(), articles.clone(), &Options::default()).unwrap();
        assert!(check_spans(&report, &sources) > 100);
        let again = coincide::check(draft, articles, &Options::default()).unwrap();
        assert_eq!(coincide::formats::json(&report.value).unwrap(), coincide::formats::json(&again.value).unwrap());
    }
}

#[test]
fn every_span_of_a_batch_counts_in_its_line() {
    let pairs = std::fs::read(examples().join("pairs.jsonl")).unwrap();
    for (index, line) in pairs.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).enumerate() {
        let Line::Checked(check) = coincide::check_line(line, index + 1, &Options::default()) else { continue };
        for (_, span, text) in spans(&check) {
            let Some((start, end)) = span.bytes else { continue };
            assert!(text.is_none_or(|text| holds(&line[start..end], &text)), "line {}: {span:?}", index + 1);
        }
    }
}

/// Text as it comes: any Unicode, and what the rules look for.
fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[A-Za-z]{1,8}",
        2 => "\\PC{1,6}",
        4 => prop::sample::select(vec![
            "The ferry", "Inga Strand", "Holm", "said", "told", "\"", "“", "”", "'", "’", "–", "at least", "93,000",
            "three", "people", "were killed", "not", "no", "on Friday", "on 14 October 2025", "7.05 a.m.", "per cent",
            "$1.5m", "km", "Mr", "U.S.", "but", "that", "who", "[...]", "…", "é", "\u{301}", "İ", "ß", "ﬁ", "\u{200b}",
            "日本", "🚢", "\u{feff}", "\r\n", "\t", "#", "- ", "> ", "<b>", "&amp;",
        ]).prop_map(str::to_owned),
    ];
    let joint = prop::sample::select(vec![" ", " ", " ", " ", "", ". ", ", ", "\n", "\n\n", "? ", ": ", "; "]);
    prop::collection::vec((word, joint), 0..60)
        .prop_map(|parts| parts.into_iter().map(|(word, joint)| word + joint).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_draft_against_any_articles(draft in text(), articles in prop::collection::vec(text(), 0..4), name in 0usize..4) {
        let name = ["draft", "draft.md", "draft.html", "draft.txt"][name];
        let mut sources = Sources::new();
        add(&mut sources, draft.as_bytes());
        let articles: Vec<Input> = articles.iter().enumerate().map(|(index, article)| {
            add(&mut sources, article.as_bytes());
            Input::new(format!("a{index}"), article.as_bytes())
        }).collect();
        let options = Options { marks: true, ..Options::default() };
        if let Ok(report) = coincide::check(Input::new(name, draft.as_bytes()), articles.clone(), &options) {
            check_spans(&report, &sources);
        }
        let _ = coincide::compare(articles, &options);
    }

    /// A draft that alters the article here and there: where claims, evidence and differences are found.
    #[test]
    fn any_draft_made_from_the_article(article in text(), cut in 0usize..80, added in text()) {
        let cut = article.char_indices().map(|(at, _)| at).nth(cut).unwrap_or_default();
        let draft = format!("{}{added}{}", &article[..cut], &article[cut..]);
        let mut sources = Sources::new();
        add(&mut sources, draft.as_bytes());
        add(&mut sources, article.as_bytes());
        if let Ok(report) = coincide::check(Input::text("draft", draft), [Input::text("a", article)], &Options::default()) {
            check_spans(&report, &sources);
        }
    }

    #[test]
    fn any_line_of_a_batch(draft in text(), source in text(), broken in any::<bool>(), cut in 0usize..200) {
        let line = serde_json::json!({"id": 1, "text": draft, "sources": [source, {"text": "A ferry."}]}).to_string();
        let end = if broken { cut.min(line.len()) } else { line.len() };
        let checked = coincide::check_line(&line.as_bytes()[..end], 1, &Options::default());
        if let Line::Checked(check) = checked {
            for (_, span, text) in spans(&check) {
                let Some((start, end)) = span.bytes else { continue };
                let Ok(unescaped) = serde_json::from_str::<String>(&format!("\"{}\"", &line[start..end])) else { continue };
                prop_assert!(text.is_none_or(|text| holds(unescaped.as_bytes(), &text)));
            }
        }
    }
}
