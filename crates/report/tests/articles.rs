//! A snapshot of every format of articles. The values are made here, so that no change of a reader changes them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic in a test is a failed test")]

use coincide_report::{
    ArticlePage, ArticleValue, DroppedValue, ParagraphValue, PlaceValue, Published, Span, article_markdown,
    article_section, article_text,
};
use insta::assert_snapshot;

/// Paragraphs of every kind, with all that a format could take for its own signs.
const PARAGRAPHS: &[(&str, &str)] = &[
    ("title", "Ferry <b>Vestfold</b> & 212 people\nrun aground"),
    ("standfirst", "Nobody was hurt, \"all are *safe*\""),
    ("body", "# The ferry ran aground off Holm on Sunday_ | the police said.\n\t- It was late.\u{1b}[31m\u{202e}"),
    ("heading", "1. Warnings"),
    ("list_item", "at 9:40 a first one"),
    ("list_item", "at 9:55 a second,\nwhich was heard"),
    ("body", "2031. That is the year. </script><script>alert(1)</script>"),
    ("block_quote", "We received\nno warning."),
    ("block_quote", "None."),
    ("caption", "The ferry on the rocks [photo](javascript:alert(1))"),
    ("body", "Ελλάδα العربية 👩‍🚒 ~~e\u{301}nd~~"),
];

fn article() -> ArticleValue {
    let mut text = String::new();
    let mut paragraphs = Vec::new();
    for (kind, words) in PARAGRAPHS {
        text.push_str(if text.is_empty() { "" } else { "\n\n" });
        let start = text.chars().count();
        text.push_str(words);
        let span = Span { start, end: text.chars().count(), bytes: None };
        paragraphs.push(ParagraphValue { span, kind: (*kind).to_owned() });
    }
    let dropped = |reason: &str, text: &str| DroppedValue { reason: reason.to_owned(), text: text.to_owned() };
    let published = |value: &str, precision: &str, from: &str| {
        Some(Published { value: value.to_owned(), precision: precision.to_owned(), from: from.to_owned() })
    };
    ArticleValue {
        schema: coincide_report::ARTICLE_SCHEMA.to_owned(),
        id: Some("f\"7".to_owned()),
        path: Some("crawl.warc.gz".to_owned()),
        url: Some("https://courier.example/ferry?a=1&b=<2>".to_owned()),
        outlet: Some("North Sea Courier".to_owned()),
        title: Some("Ferry <b>Vestfold</b> & 212 people run aground".to_owned()),
        authors: vec!["Inga Strand".to_owned(), "Ola \"Ole\" Moe".to_owned()],
        agency: Some("AP".to_owned()),
        dateline: Some("HOLM".to_owned()),
        access: Some("teaser".to_owned()),
        published: published("2031-05-04T10:15:00+02:00", "second", "metadata"),
        modified: published("2031-05-05", "day", "byline"),
        captured: Some("2031-05-06T00:00:00Z".to_owned()),
        place: Some(PlaceValue { unit: "record".to_owned(), number: 7, offset: 4096 }),
        language: Some("en".to_owned()),
        corrections: paragraphs.last().map(|paragraph| paragraph.span).into_iter().collect(),
        text,
        paragraphs,
        dropped: vec![
            dropped("navigation", "Home"),
            dropped("repeated", "The ferry <i>ran</i> aground"),
            dropped("navigation", &"Sea ".repeat(200)),
        ],
        sha256: "0f".repeat(32),
    }
}

/// An article of which nothing is known but its words.
fn bare() -> ArticleValue {
    let paragraph = ParagraphValue { span: Span { start: 0, end: 17, bytes: Some((3, 20)) }, kind: "body".to_owned() };
    ArticleValue { text: "It was all quiet.".to_owned(), paragraphs: vec![paragraph], ..ArticleValue::default() }
}

fn page(articles: &[ArticleValue]) -> String {
    let mut page = ArticlePage::new("1.2.3");
    let mut text: String = articles.iter().map(|article| page.add(article_section(article))).collect();
    text.push_str(&page.finish());
    text
}

#[test]
fn text() {
    assert_snapshot!(article_text(&article()));
}

#[test]
fn markdown() {
    assert_snapshot!(article_markdown(&article()));
    assert_eq!(article_markdown(&bare()), "---\n---\n\nIt was all quiet.\n");
}

#[test]
fn json() {
    assert_snapshot!(coincide_report::json(&article()).unwrap());
}

#[test]
fn html() {
    let page = page(&[article(), bare()]);
    assert_snapshot!(page[page.find("<body>").unwrap()..].replace("><", ">\n<"));
}

#[test]
fn nothing_of_an_article_runs_or_is_fetched() {
    for page in [page(&[article()]), page(&[article(), bare()]), page(&[])] {
        assert!(page.contains("default-src 'none'; style-src 'sha256-"));
        for never in ["<script", "<i>", "<b>Vestfold", "javascript:alert(1)\"", "url(", "@import", "\u{1b}", "\u{202e}"]
        {
            assert!(!page.contains(never), "{never}");
        }
        for (open, close) in
            [("<article", "</article>"), ("<main", "</main>"), ("<details", "</details>"), ("<p", "</p>")]
        {
            let opened = page.split('<').filter(|tag| tag.split([' ', '>']).next() == open.get(1..)).count();
            assert_eq!(opened, page.matches(close).count(), "{open}");
        }
    }
}
