//! What holds for every input: no panic, and every paragraph slices.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic in a test is a failed test")]

use coincide_article::{Article, Fields, Input, Kind, read, read_draft, read_given};
use proptest::prelude::*;

const KINDS: [Option<Kind>; 7] = [
    None,
    Some(Kind::Text),
    Some(Kind::Markdown),
    Some(Kind::Html),
    Some(Kind::Json),
    Some(Kind::JsonLines),
    Some(Kind::Record),
];

fn articles(bytes: &[u8], kind: Option<Kind>) -> Vec<Article> {
    let input = Input { name: Some("x"), bytes, kind, ..Input::default() };
    let mut articles = Vec::new();
    for contents in [read, read_draft, read_given].into_iter().filter_map(|read| read(&input, &Fields::default()).ok())
    {
        articles.extend(contents.articles);
        articles.extend(contents.drafts);
    }
    articles
}

fn check(bytes: &[u8], kind: Option<Kind>) -> Result<(), TestCaseError> {
    for article in articles(bytes, kind) {
        let mut last = 0;
        for paragraph in &article.paragraphs {
            prop_assert!(paragraph.span.start >= last && !paragraph.span.is_empty());
            prop_assert!(!article.text.slice(paragraph.span).is_empty());
            last = paragraph.span.end;
            let source = article.text.source(paragraph.span);
            prop_assert!(source.is_some_and(|source| source.start < source.end && source.end <= bytes.len()));
        }
    }
    Ok(())
}

/// The text as it must come out: nothing invisible, white space made single blanks.
fn collapsed(text: &str) -> String {
    let invisible = |c: &char| matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    let visible: String = text
        .chars()
        .filter(|c| !invisible(c))
        .map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c })
        .collect();
    visible.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

proptest! {
    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200), kind in 0usize..7) {
        check(&bytes, KINDS[kind])?;
    }

    #[test]
    fn any_unicode(text in "\\PC{0,200}", kind in 0usize..7) {
        check(text.as_bytes(), KINDS[kind])?;
    }

    #[test]
    fn any_page(parts in proptest::collection::vec("(<p>|</p>|<div class=nav>|</div>|<br>|<h1>|</h1>|<a>|</a>|<title>|<li>|&amp|&eacute;|&#x41;|&|\r\n|\0|[a-zé ]{1,9}|<!--|-->|<script>|</script>)", 0..60)) {
        check(parts.concat().as_bytes(), Some(Kind::Html))?;
    }

    #[test]
    fn any_markdown(parts in proptest::collection::vec("(# |\n|\n\n|> |- |\\*\\*|_|`|\\[|\\]\\(|\\)|---\n|title: a|&amp;|[a-zé ]{1,9}|<!--|-->|\\||\\\\)", 0..60)) {
        check(parts.concat().as_bytes(), Some(Kind::Markdown))?;
    }

    #[test]
    fn any_record(parts in proptest::collection::vec("(article: |highlights: |id: |chatgpt: |\n| \\. |By \\. |UPDATED: |3 May 2024|'|“|”|[A-Za-zé ]{1,9}|\\.)", 0..60)) {
        check(parts.concat().as_bytes(), Some(Kind::Record))?;
        check(parts.concat().as_bytes(), None)?;
    }

    #[test]
    fn plain_text_is_where_it_says(parts in proptest::collection::vec("(\n|\n\n|\u{a0}| |\\. |\u{ad}|[A-Za-zé日]{1,9}|Home|12 °C|\\||3 May 2024|By )", 0..80)) {
        let text = parts.concat();
        let input = Input { bytes: text.as_bytes(), kind: Some(Kind::Text), ..Input::default() };
        if let Ok(contents) = read_draft(&input, &Fields::default()) {
            for paragraph in &contents.drafts[0].paragraphs {
                let draft = &contents.drafts[0];
                let source = draft.text.source(paragraph.span).unwrap();
                prop_assert_eq!(collapsed(&text[source.start..source.end]), draft.text.slice(paragraph.span));
            }
        }
    }
}
