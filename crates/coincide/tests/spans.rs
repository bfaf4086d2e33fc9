//! What holds for every check: it never panics, every span slices to the text it is given for, and its bytes hold that
//! text. On the examples, and on text of any kind.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic in a test is a failed test")]

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use coincide::{Check, Input, Line, Options, Report, Span};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
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

/// The first and the last letter or digit of any script.
fn ends(text: &str) -> Option<(char, char)> {
    let first = text.chars().find(|character| character.is_alphanumeric())?;
    let last = text.chars().rev().find(|character| character.is_alphanumeric())?;
    Some((first, last))
}

/// What `raw` says if it stands in a string of JSON; nothing if it reaches out of one or cuts an escape.
fn unescaped(raw: &str) -> Option<String> {
    serde_json::from_str(&format!("\"{raw}\"")).ok()
}

/// What `raw` says if it is HTML: without tags and, but for those of marks, without entities.
fn without_markup(raw: &str) -> String {
    let mut text = String::new();
    let mut rest = raw;
    while let Some(at) = rest.find(['<', '&']) {
        let close = if rest[at..].starts_with('<') { '>' } else { ';' };
        let end = rest[at..].find(close).map(|length| at + length + 1);
        // A `<` before anything else than a name is itself, as in HTML and in Markdown.
        let is_tag =
            rest[at + 1..].starts_with(|next: char| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'));
        let is_markup = |end: &usize| if close == '>' { is_tag } else { is_entity(&rest[at..*end]) };
        let end = end.filter(is_markup).unwrap_or(at + 1);
        text += &rest[..at];
        text += match &rest[at..end] {
            "&amp;" | "&" => "&",
            "&lt;" | "<" => "<",
            "&gt;" => ">",
            _ => "",
        };
        rest = &rest[end..];
    }
    text + rest
}

fn is_entity(text: &str) -> bool {
    text.len() <= 10 && text.chars().all(|character| character.is_ascii_alphanumeric() || "&#;".contains(character))
}

/// Whether `text` is what the bytes `raw` say and they are no more than that: its letters stand there in their order,
/// the first and the last of them at the ends.
fn holds(raw: &[u8], text: &str) -> bool {
    let raw = String::from_utf8_lossy(raw).into_owned();
    let unescaped = unescaped(&raw);
    let bare = [Some(raw.as_str()), unescaped.as_deref()].map(|text| text.map(without_markup));
    [Some(raw), unescaped].into_iter().chain(bare).flatten().any(|reading| {
        let mut rest = letters(&reading);
        ends(&reading) == ends(text) && letters(text).all(|letter| rest.any(|other| other == letter))
    })
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
            let raw = &source[start..end];
            assert!(holds(raw, &slice), "{input}: {slice:?} is not {:?}", String::from_utf8_lossy(raw));
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

/// Checks every span of a line of a batch that is given with its text; gives how many had bytes.
fn check_line_spans(check: &Check, line: &[u8]) -> usize {
    let mut with_bytes = 0;
    for (input, span, text) in spans(check) {
        let (Some((start, end)), Some(text)) = (span.bytes, text) else { continue };
        let raw = &line[start..end];
        assert!(holds(raw, &text), "{input}: {text:?} is not {:?}", String::from_utf8_lossy(raw));
        with_bytes += 1;
    }
    with_bytes
}

#[test]
fn every_span_of_a_batch_counts_in_its_line() {
    let pairs = std::fs::read(examples().join("pairs.jsonl")).unwrap();
    let mut with_bytes = 0;
    for (index, line) in pairs.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).enumerate() {
        let Line::Checked(check) = coincide::check_line(line, index + 1, &Options::default()) else { continue };
        with_bytes += check_line_spans(&check, line);
    }
    assert!(with_bytes > 20, "{with_bytes}");
}

/// Text as it comes: any Unicode, and what the rules look for.
fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[A-Za-z]{1,8}",
        2 => "\\PC{1,6}",
        4 => prop::sample::select(vec![
            "The ferry", "Inga Strand", "Holm", "said", "told", "\"", "“", "”", "'", "’", "–", "at least", "86,000",
            "three", "people", "were killed", "not", "no", "on Friday", "on 14 October 2025", "7.05 a.m.", "per cent",
            "$1.5m", "km", "Mr", "U.S.", "but", "that", "who", "[...]", "…", "é", "\u{301}", "İ", "ß", "ﬁ", "\u{200b}",
            "日本", "🚢", "\u{feff}", "\r\n", "\t", "#", "- ", "> ", "<b>", "&amp;",
        ]).prop_map(str::to_owned),
    ];
    let joint = prop::sample::select(vec![" ", " ", " ", " ", "", ". ", ", ", "\n", "\n\n", "? ", ": ", "; "]);
    prop::collection::vec((word, joint), 0..60)
        .prop_map(|parts| parts.into_iter().map(|(word, joint)| word + joint).collect())
}

/// Runs `check` on values of `strategy`; gives how many spans it had to check in all, of which an arbitrary text may
/// have none.
fn for_any<S: Strategy>(strategy: S, check: impl Fn(S::Value) -> usize) -> usize {
    let with_bytes = Cell::new(0);
    let config = ProptestConfig { source_file: Some(file!()), ..ProptestConfig::with_cases(96) };
    let result = TestRunner::new(config).run(&strategy, |value| {
        with_bytes.set(with_bytes.get() + check(value));
        Ok(())
    });
    assert!(result.is_ok(), "{}", result.unwrap_err());
    with_bytes.get()
}

#[test]
fn any_draft_against_any_articles() {
    let names = prop::sample::select(vec!["draft", "draft.md", "draft.html", "draft.txt"]);
    let checked = for_any((text(), prop::collection::vec(text(), 0..4), names), |(draft, articles, name)| {
        let mut sources = Sources::new();
        add(&mut sources, draft.as_bytes());
        let input = |(index, article): (usize, &String)| {
            add(&mut sources, article.as_bytes());
            Input::new(format!("a{index}"), article.as_bytes())
        };
        let articles: Vec<Input> = articles.iter().enumerate().map(input).collect();
        let options = Options { marks: true, ..Options::default() };
        let report = coincide::check(Input::new(name, draft.as_bytes()), articles.clone(), &options);
        let _ = coincide::compare(articles, &options);
        report.map_or(0, |report| check_spans(&report, &sources))
    });
    assert!(checked > 500, "{checked}");
}

/// A draft that alters the article here and there: where claims, evidence and differences are found.
#[test]
fn any_draft_made_from_the_article() {
    let checked = for_any((text(), 0usize..80, text()), |(article, cut, added)| {
        let cut = article.char_indices().map(|(at, _)| at).nth(cut).unwrap_or_default();
        let draft = format!("{}{added}{}", &article[..cut], &article[cut..]);
        let mut sources = Sources::new();
        add(&mut sources, draft.as_bytes());
        add(&mut sources, article.as_bytes());
        let report = coincide::check(Input::text("draft", draft), [Input::text("a", article)], &Options::default());
        report.map_or(0, |report| check_spans(&report, &sources))
    });
    assert!(checked > 500, "{checked}");
}

#[test]
fn any_line_of_a_batch() {
    let checked = for_any((text(), text(), any::<bool>(), 0usize..200), |(draft, source, broken, cut)| {
        let line = serde_json::json!({"id": 1, "text": draft, "sources": [source, {"text": "A ferry."}]}).to_string();
        let end = if broken { cut.min(line.len()) } else { line.len() };
        let line = &line.as_bytes()[..end];
        match coincide::check_line(line, 1, &Options::default()) {
            Line::Checked(check) => check_line_spans(&check, line),
            Line::Failed(_) => 0,
        }
    });
    assert!(checked > 100, "{checked}");
}
