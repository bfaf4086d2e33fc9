//! Articles in JSON: the forms in which researchers, content systems and agencies keep them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic in a test is a failed test")]

use coincide_article::{Article, Fields, Input, ParagraphKind, read};
use serde_json::json;

fn articles(json: &str) -> Vec<Article> {
    read(&Input { name: Some("x.json"), bytes: json.as_bytes(), ..Input::default() }, &Fields::default())
        .unwrap_or_else(|error| panic!("{error}: {json}"))
        .articles
}

const FIRST: &str = "The ferry Alma ran aground off Holm late on Friday evening with ninety people on board.";
const SECOND: &str = "Nobody was hurt, the harbour master said, and the ferry was afloat again on Saturday.";

fn page() -> String {
    format!(
        "<!doctype html><html><head><title>Ferry runs aground | Coast Radio</title></head><body><nav><a href='/'>Home</a></nav>\
         <article><h1>Ferry runs aground</h1><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
    )
}

/// The bytes of the body's paragraphs are those of the line.
fn check_alignment(article: &Article, json: &str) {
    for paragraph in article.paragraphs.iter().filter(|paragraph| paragraph.kind == ParagraphKind::Body) {
        let source = article.text.source(paragraph.span).unwrap();
        assert_eq!(&json[source.start..source.end], article.text.slice(paragraph.span));
    }
}

#[test]
fn a_text_is_found_under_the_names_that_are_in_use() {
    let plain = format!("{FIRST}\n\n{SECOND}");
    let html = format!("<p>{FIRST}</p>\n<p>{SECOND}</p>");
    for record in [
        json!({"headline": "Ferry runs aground", "articleBody": plain, "@type": "NewsArticle"}),
        json!({"title": "Ferry runs aground", "maintext": plain, "date_publish": "2031-05-04 10:15:00"}),
        json!({"title": "Ferry runs aground", "html": page(), "url": "https://coast-radio.example/1"}),
        json!({"title": "Ferry runs aground", "raw_html": page(), "text": ""}),
        json!({"title": {"rendered": "Ferry runs aground"}, "content": {"rendered": html, "protected": false}}),
        json!({"uri": "urn:x:1", "pubstatus": "usable", "title": "ferry 2", "headline": "Ferry runs aground", "body_html": html}),
        json!({"uri": "urn:x:1", "pubStatus": "usable", "headlines": [{"role": "main", "value": "Ferry runs aground"}],
            "bodies": [{"role": "main", "contentType": "text/plain", "value": "not this"}, {"role": "main", "contentType": "text/html", "value": html}]}),
    ] {
        let json = record.to_string();
        let article = articles(&json).remove(0);
        check_alignment(&article, &json);
        let body: Vec<&str> = article
            .paragraphs
            .iter()
            .filter(|paragraph| paragraph.kind == ParagraphKind::Body)
            .map(|paragraph| article.text.slice(paragraph.span))
            .collect();
        assert_eq!(body, [FIRST, SECOND], "{json}");
        assert_eq!(article.title.as_deref(), Some("Ferry runs aground"), "{json}");
    }
}

#[test]
fn the_facts_of_ninjs_are_read() {
    let json = json!({"uri": "urn:x:1", "pubStatus": "usable", "headline": "Ferry", "by": "By Inga Strand", "body_text": FIRST,
        "firstCreated": "2031-05-04T10:15:00Z", "versionCreated": "2031-05-04T12:00:00Z", "language": "en-GB",
        "copyrightHolder": "Coast Agency"});
    let article = articles(&json.to_string()).remove(0);
    assert_eq!((article.id.as_deref(), article.url), (Some("urn:x:1"), None));
    assert_eq!((article.outlet.as_deref(), article.authors[0].as_str()), (Some("Coast Agency"), "Inga Strand"));
    assert_eq!(article.published.unwrap().at.time.unwrap().hour(), 10);
    assert_eq!(article.modified.unwrap().at.time.unwrap().hour(), 12);
}

#[test]
fn a_json_feed_is_its_entries() {
    let json = json!({"version": "https://jsonfeed.org/version/1.1", "title": "Coast Radio", "items": [
        {"id": "1", "url": "https://coast-radio.example/1", "title": "Ferry", "content_html": format!("<p>{FIRST}</p>")},
        {"id": "2", "title": "Pier", "content_text": SECOND, "authors": [{"name": "Inga Strand"}]}]});
    let articles = articles(&json.to_string());
    assert_eq!(articles.len(), 2);
    assert!(articles.iter().all(|article| article.outlet.as_deref() == Some("Coast Radio")));
    assert_eq!(articles[1].authors, ["Inga Strand"]);
}

#[test]
fn titles_and_names_have_their_references_decoded() {
    let json = r#"{"title": "Men &amp; boats: \u0026#8220;afloat\u0026#8221;", "publisher": "Coast &amp; Co", "text": "R&amp;D stays as it is in a plain text."}"#;
    let article = articles(json).remove(0);
    assert_eq!(article.title.as_deref(), Some("Men & boats: “afloat”"));
    assert_eq!(article.outlet.as_deref(), Some("Coast & Co"));
    assert!(article.text.as_str().ends_with("R&amp;D stays as it is in a plain text."));
    let title = article.paragraphs[0].span;
    let source = article.text.source(title).unwrap();
    assert_eq!(&json[source.start..source.end], r#"Men &amp; boats: \u0026#8220;afloat\u0026#8221;"#);
}
