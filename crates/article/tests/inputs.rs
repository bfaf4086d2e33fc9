//! Every form of input, read from outside.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic in a test is a failed test")]

use std::io::{Cursor, Write};

use coincide_article::{
    Article, Contents, DateSource, EncodingSource, Error, Fields, Given, Input, Kind, ParagraphKind, parse_date, read,
    read_draft, read_draft_value, read_given, read_value,
};
use coincide_text::Span;

fn contents(name: &str, bytes: &[u8]) -> Contents {
    read(&Input { name: Some(name), bytes, ..Input::default() }, &Fields::default()).unwrap()
}

fn shown(article: &Article) -> Vec<(ParagraphKind, &str)> {
    article.paragraphs.iter().map(|paragraph| (paragraph.kind, article.text.slice(paragraph.span))).collect()
}

/// The bytes that the first `words` of an article stand for.
fn bytes_of<'a>(article: &Article, words: &str, bytes: &'a [u8]) -> &'a str {
    let at = article.text.as_str().find(words).unwrap();
    let source = article.text.source(Span::new(at, at + words.len())).unwrap();
    std::str::from_utf8(&bytes[source.start..source.end]).unwrap()
}

fn day(article: &Article) -> (String, DateSource) {
    let published = article.published.as_ref().unwrap();
    (published.at.date.to_string(), published.from)
}

const LONG: &str = "The ferry Alma ran aground off Ostvik late on Friday with sixty people aboard, the harbour office said, and all of them were \
                    brought to the quay before the tide turned in the early morning.";

#[test]
fn a_stripped_page_is_cut_as_an_editor_would() {
    let page = format!(
        "Ferry runs aground off Ostvik - Coast News\nTides and jobs | Ostvik harbour 4 °C, light rain | Friday 10 May 2024, 21:41 | Log in |\n\
         Harbour |\n\nFerry runs aground off Ostvik\n\nBy Anna Holm | Published 3 May 2024 at 21:15 CET\n\nAll sixty people aboard were brought ashore.\n\n\
         The wreck seen from the quay on Friday. (Per Dahl/Coast Pictures)\n\n{LONG}\n\nA warning too late\n\n{LONG} Nobody was hurt.\n\n{LONG}\n\nRelated stories\n\nA bridge for Ostvik\n"
    );
    let contents = contents("page.txt", page.as_bytes());
    let article = &contents.articles[0];
    let again = format!("{LONG} Nobody was hurt.");
    assert_eq!(
        shown(article),
        [
            (ParagraphKind::Title, "Ferry runs aground off Ostvik"),
            (ParagraphKind::Standfirst, "All sixty people aboard were brought ashore."),
            (ParagraphKind::Caption, "The wreck seen from the quay on Friday. (Per Dahl/Coast Pictures)"),
            (ParagraphKind::Body, LONG),
            (ParagraphKind::Heading, "A warning too late"),
            (ParagraphKind::Body, &again),
        ]
    );
    assert_eq!(article.outlet.as_deref(), Some("Coast News"));
    assert_eq!(article.authors, ["Anna Holm"]);
    assert_eq!(day(article), ("2024-05-03".to_owned(), DateSource::Byline));
    let reasons: Vec<&str> = article.dropped.iter().map(|dropped| dropped.reason).collect();
    assert_eq!(reasons, ["weather", "navigation", "navigation", "navigation", "repeated", "repeated", "byline"]);
}

#[test]
fn the_clock_of_a_page_is_not_its_date_and_a_caption_is_a_lower_bound() {
    let page = format!(
        "10-05-2024 06:17 PM in Ostvik\n\nFerry runs aground\n\nThe wreck on May 3rd, 2024. Reuters\n\n{LONG}\n"
    );
    let contents = contents("harbour.txt", page.as_bytes());
    let article = &contents.articles[0];
    assert_eq!(day(article), ("2024-05-03".to_owned(), DateSource::Text));
    assert_eq!(article.outlet.as_deref(), Some("harbour"));
    assert_eq!(article.dropped[0].reason, "clock");
}

#[test]
fn a_record_gives_an_article_and_a_draft() {
    let record = "article: By . Anna Holm . PUBLISHED: . 16:34 EST, 3 May 2024 . | . UPDATED: . 07:05 EST, 4 May 2024 . A ferry sank off Ostvik today. \
                  Wreck: The ferry Alma lies on its side near the pier of the old harbour of Ostvik . The pilot looked at the . floor and \
                  said: 'We had no warning.'\nhighlights: Ferry sinks off Ostvik . Pilot had no warning .\nid: 7f\nchatgpt: A ferry sank. It was old.\n";
    let contents = contents("000.txt", record.as_bytes());
    assert_eq!(contents.kind, Kind::Record);
    let article = &contents.articles[0];
    assert_eq!(
        shown(article),
        [
            (ParagraphKind::Standfirst, "Ferry sinks off Ostvik"),
            (ParagraphKind::Standfirst, "Pilot had no warning"),
            (ParagraphKind::Body, "A ferry sank off Ostvik today."),
            (
                ParagraphKind::Caption,
                "Wreck: The ferry Alma lies on its side near the pier of the old harbour of Ostvik"
            ),
            (ParagraphKind::Body, "The pilot looked at the floor and said: 'We had no warning.'"),
        ]
    );
    assert_eq!((article.id.as_deref(), article.authors.as_slice()), (Some("7f"), &["Anna Holm".to_owned()][..]));
    assert_eq!(day(article), ("2024-05-03".to_owned(), DateSource::Byline));
    assert_eq!(article.modified.as_ref().unwrap().at.date.to_string(), "2024-05-04");
    assert_eq!(bytes_of(article, "the floor", record.as_bytes()), "the . floor");
    assert_eq!(shown(&contents.drafts[0]), [(ParagraphKind::Body, "A ferry sank. It was old.")]);
}

#[test]
fn fields_choose_what_of_a_record_is_read() {
    let fields = Fields { draft: Some("summary".to_owned()), article: Some("source".to_owned()) };
    let line = r#"{"source": "The ferry sank.", "summary": "A boat sank.", "article": "Other."}"#;
    let input = Input { bytes: line.as_bytes(), ..Input::default() };
    let contents = read_draft(&input, &fields).unwrap();
    assert_eq!(contents.articles[0].text.as_str(), "The ferry sank.");
    assert_eq!(contents.drafts[0].text.as_str(), "A boat sank.");
}

#[test]
fn json_articles_keep_the_places_of_their_characters() {
    let json = r#"[{"headline": "Ferry sinks", "body": "The \u201cAlma\u201d sank.\n\nIt was caf\u00e9 time.", "publisher": {"name": "Coast Radio"},
        "date": "2024-05-03T10:00:00Z", "author": ["Anna Holm"], "link": "https://coast.example/1"}, {"text": "Second text."}]"#;
    let contents = contents("x.json", json.as_bytes());
    assert_eq!(contents.articles.len(), 2);
    let article = &contents.articles[0];
    assert_eq!(article.outlet.as_deref(), Some("Coast Radio"));
    assert_eq!(article.title.as_deref(), Some("Ferry sinks"));
    assert_eq!(day(article), ("2024-05-03".to_owned(), DateSource::Field));
    assert_eq!(bytes_of(article, "“Alma”", json.as_bytes()), r"\u201cAlma\u201d");
    assert_eq!(bytes_of(article, "café time", json.as_bytes()), r"caf\u00e9 time");
    assert_eq!(contents.articles[1].outlet.as_deref(), Some("x 2"));
}

#[test]
fn articles_of_the_own_schema_keep_their_paragraphs() {
    let json = r#"{"schema": "coincide.article/1", "title": "É", "text": "É\n\nOne. Two.", "paragraphs": [{"start": 0, "end": 1}, {"start": 3, "end": 12}]}"#;
    let contents = contents("x.json", json.as_bytes());
    assert_eq!(shown(&contents.articles[0]), [(ParagraphKind::Title, "É"), (ParagraphKind::Body, "One. Two.")]);
}

#[test]
fn a_bad_line_leaves_the_others() {
    let lines = "{\"text\": \"One.\", \"id\": \"a\"}\n{\"text\": \n\n{\"text\": \"Two.\", \"id\": 2}\n";
    let contents = contents("x.jsonl", lines.as_bytes());
    let ids: Vec<_> = contents.articles.iter().map(|article| article.id.as_deref().unwrap()).collect();
    assert_eq!(ids, ["a", "2"]);
    assert_eq!((contents.problems.len(), contents.problems[0].line), (1, Some(2)));
    let line = lines.lines().nth(3).unwrap();
    assert_eq!(bytes_of(&contents.articles[1], "Two", line.as_bytes()), "Two");
}

#[test]
fn a_truncated_array_gives_what_was_whole() {
    let contents = contents("x.json", br#"[{"text": "One."}, {"text": "Tw"#);
    assert_eq!(contents.articles.len(), 1);
    assert_eq!(contents.problems[0].line, Some(1));
}

#[test]
fn values_inside_a_line_have_the_bytes_of_the_line() {
    let line = r#"{"id": 1, "sources": ["The ferry \"Alma\" sank.", {"text": "Two."}]}"#;
    let at = line.find("\"The").unwrap();
    let end = line.find(", {").unwrap();
    let contents = read_value(&line[at..end], at, &Fields::default()).unwrap();
    assert_eq!(bytes_of(&contents.articles[0], "\"Alma\"", line.as_bytes()), r#"\"Alma\""#);
    let draft = read_draft_value(&line[at..end], at, &Fields::default()).unwrap();
    assert_eq!(draft.drafts.len(), 1);
}

#[test]
fn a_page_gives_its_article_and_what_its_head_says() {
    let page = format!(
        "<!doctype html><html lang=en-GB><head><title>Ferry sinks | Coast Radio</title><meta property='article:published_time' content='2024-05-03T10:00:00Z'>\
         <script type='application/ld+json'>{{\"@type\": \"NewsArticle\", \"headline\": \"Ferry sinks\", \"author\": {{\"name\": \"Anna Holm\"}}}}</script>\
         <style>p {{ }}</style></head><body class=has-sidebar><nav><a href=/>Home</a></nav><main><h1>Ferry sinks</h1><article><p>The &ldquo;Alma&rdquo; sank <b>late</b> on Friday, {LONG}</p>\
         <figure><img src=a><figcaption>The wreck</figcaption></figure><p>{LONG} It was old.<p>{LONG} It was small.</article></main><aside><p>{LONG} Elsewhere.</p></aside>\
         <footer>All rights reserved</footer></body></html>"
    );
    let contents = contents("page.html", page.as_bytes());
    assert_eq!(contents.kind, Kind::Html);
    let article = &contents.articles[0];
    let kinds: Vec<ParagraphKind> = article.paragraphs.iter().map(|paragraph| paragraph.kind).collect();
    assert_eq!(kinds, [ParagraphKind::Title, ParagraphKind::Body, ParagraphKind::Body, ParagraphKind::Body]);
    let dropped = |reason: &str| article.dropped.iter().any(|dropped| dropped.reason == reason);
    assert!(dropped("caption") && dropped("navigation") && dropped("aside"));
    assert_eq!((article.outlet.as_deref(), article.title.as_deref()), (Some("Coast Radio"), Some("Ferry sinks")));
    assert_eq!((article.authors.as_slice(), article.language.as_deref()), (&["Anna Holm".to_owned()][..], Some("en")));
    assert_eq!(day(article), ("2024-05-03".to_owned(), DateSource::Metadata));
    assert_eq!(bytes_of(article, "“Alma” sank late", page.as_bytes()), "&ldquo;Alma&rdquo; sank <b>late");
    assert!(!article.text.as_str().contains("Elsewhere"));
}

#[test]
fn an_embedded_post_is_a_quotation_with_its_author() {
    let links: String =
        (0..60).map(|number| format!("<li><a href=/{number}>Story number {number} of the day</a></li>")).collect();
    let page = format!(
        "<!doctype html><title>Ferry sinks</title><body><nav><ul>{links}</ul></nav><article><h1>Ferry sinks</h1><p>One. {LONG}</p><p>Two. {LONG}</p>\
         <blockquote class=\"twitter-tweet\"><p lang=en>All of us are safe and on the quay by now.</p>&mdash; Inga Strand (@strand) \
         <a href=https://example.org/1>14 May 2024</a></blockquote><p>Three. {LONG}</p><p>Four. {LONG}</p></article><footer>Imprint</footer></body>"
    );
    let contents = contents("page.html", page.as_bytes());
    let article = &contents.articles[0];
    let quoted: Vec<&str> = article
        .paragraphs
        .iter()
        .filter(|paragraph| paragraph.kind == ParagraphKind::BlockQuote)
        .map(|paragraph| article.text.slice(paragraph.span))
        .collect();
    assert_eq!(quoted, ["All of us are safe and on the quay by now.", "— Inga Strand (@strand) 14 May 2024"]);
}

#[test]
fn deep_and_wide_pages_are_read() {
    let deep = format!("<div>{}{LONG}{}", "<div>".repeat(50_000), "</span>".repeat(50_000));
    assert!(contents("x", deep.as_bytes()).articles[0].text.as_str().contains("Alma"));
    let wide = format!("<p {}>{LONG}</p>", "a=1 b".repeat(50_000));
    assert!(contents("x", wide.as_bytes()).articles[0].text.as_str().contains("Alma"));
}

fn packed(name: &str, content: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(content.as_bytes()).unwrap();
    archive.finish().unwrap().into_inner()
}

#[test]
fn packed_documents_give_their_paragraphs() {
    let docx = packed(
        "word/document.xml",
        "<w:document><w:body><w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Ferry</w:t></w:r></w:p><w:p><w:r><w:t>It sank &amp; </w:t></w:r>\
         <w:del><w:r><w:delText>not</w:delText></w:r></w:del><w:r><w:t>drifted.</w:t></w:r></w:p></w:body></w:document>",
    );
    let odt = packed(
        "content.xml",
        "<office:text><text:h>Ferry</text:h><text:p>It sank &amp; <text:span>drifted.</text:span></text:p></office:text>",
    );
    for (bytes, kind) in [(docx, Kind::Docx), (odt, Kind::Odt)] {
        let contents = read_draft(&Input { bytes: &bytes, ..Input::default() }, &Fields::default()).unwrap();
        assert_eq!(contents.kind, kind);
        let draft = &contents.drafts[0];
        assert_eq!(draft.text.as_str(), "Ferry\n\nIt sank & drifted.");
        assert_eq!(draft.text.source(Span::new(0, 5)), None);
    }
    let other = read(&Input { bytes: &packed("a.txt", "a"), ..Input::default() }, &Fields::default());
    assert_eq!(
        other.err(),
        Some(Error::Binary { what: "a ZIP archive", instead: "unpack it, and give the files or their folder" })
    );
}

#[test]
fn what_the_caller_says_wins() {
    let given =
        Given { outlet: Some("Coast Radio".to_owned()), published: parse_date("3 May 2024"), ..Given::default() };
    let json = br#"{"text": "The ferry sank.", "outlet": "Other", "date": "2020-01-01"}"#;
    let contents = read(&Input { bytes: json, given, ..Input::default() }, &Fields::default()).unwrap();
    assert_eq!(contents.articles[0].outlet.as_deref(), Some("Coast Radio"));
    assert_eq!(day(&contents.articles[0]), ("2024-05-03".to_owned(), DateSource::Given));
}

#[test]
fn the_stem_of_a_name_stands_for_the_outlet_but_standard_input_has_none() {
    for (name, outlet) in [("captures/ferry.txt", Some("ferry")), ("-", None), ("", None)] {
        assert_eq!(contents(name, LONG.as_bytes()).articles[0].outlet.as_deref(), outlet, "{name}");
    }
}

#[test]
fn bad_input_says_what_is_wrong() {
    for (bytes, message) in [
        (&b""[..], "the input is empty"),
        (b" \n", "the input is empty"),
        (b"%PDF-1.4", "a PDF document, which is not read: give the page or feed that it was made from, or its text"),
        (b"{\"text\": \"a", "malformed JSON, line 1, column 11: EOF while parsing a string"),
        (
            b"{\"other\": 1}",
            "no text found: none of the fields text, article, body, content, html is there, only: other",
        ),
        (b"{\"text\": 1}", "no text found: the field text is a number and not a text"),
        (b"{\"body\": {\"a\": 1}}", "no text found: the field body is an object and not a text"),
        (b"{}", "no text found: the object has no fields"),
        (b"[]", "no text found: the list is empty"),
        (b"\xff\xfe\0\0a\0\0\0", "text in UTF-32, which is not read: save it as UTF-8"),
    ] {
        let result = read(&Input { bytes, ..Input::default() }, &Fields::default());
        assert_eq!(result.err().map(|error| error.to_string()).as_deref(), Some(message));
    }
}

#[test]
fn damaged_bytes_are_a_problem_and_not_a_failure() {
    let contents = contents(
        "x.txt",
        "Überall waren Schäden größer als geschätzt.\n\nEin Boot\u{0}"
            .replace('\u{0}', "")
            .into_bytes()
            .into_iter()
            .chain([0xff])
            .collect::<Vec<_>>()
            .as_slice(),
    );
    assert_eq!(contents.encoding.unwrap().from, EncodingSource::Detection);
    assert_eq!(contents.problems.len(), 1);
}

#[test]
fn a_draft_keeps_everything() {
    let text = "Ferry sinks off Ostvik\n\nOur cookie policy is a full tin, the mayor joked on Friday evening in town.\n\nHome News Login\n";
    let contents = read_draft(&Input { bytes: text.as_bytes(), ..Input::default() }, &Fields::default()).unwrap();
    let draft = &contents.drafts[0];
    assert_eq!(draft.paragraphs.len(), 3);
    assert_eq!(draft.paragraphs[0].kind, ParagraphKind::Title);
    assert!(draft.dropped.is_empty() && draft.outlet.is_none());
}

#[test]
fn a_field_that_holds_html_is_read_as_a_page() {
    let json = r#"{"title": "Ferry sinks", "content": "<h2>Friday</h2>\n<p>The \u003cb>Alma<\/b> sank &amp; \"drifted\" off Ostvik.</p>\n<p>Nobody was hurt in the caf\u00e9.</p><script>x()</script>"}"#;
    let contents = contents("x.json", json.as_bytes());
    let article = &contents.articles[0];
    assert!(
        article.text.as_str().starts_with("Ferry sinks\n\nFriday\n\nThe Alma sank & \"drifted\" off Ostvik.\n\nNobody"),
        "{}",
        article.text.as_str()
    );
    assert!(!article.text.as_str().contains("x()"));
    assert_eq!(bytes_of(article, "Ferry sinks", json.as_bytes()), "Ferry sinks");
    assert_eq!(bytes_of(article, "Alma", json.as_bytes()), "Alma");
    assert_eq!(bytes_of(article, "& \"drifted\" off", json.as_bytes()), r#"&amp; \"drifted\" off"#);
    assert_eq!(bytes_of(article, "café", json.as_bytes()), r"caf\u00e9");
    let draft = read_draft_value(r#""<p>One.</p><p>Two.</p>""#, 0, &Fields::default()).unwrap();
    assert_eq!(draft.drafts[0].text.as_str(), "One.\n\nTwo.");
}

#[test]
fn json_lines_come_in_any_encoding() {
    let text = "{\"text\": \"The Fähre sank.\"}\r\n{\"text\": \"Two.\"}\n";
    let sixteen = |unit: fn(u16) -> [u8; 2], mark: bool| -> Vec<u8> {
        mark.then_some(0xfeff).into_iter().chain(text.encode_utf16()).flat_map(unit).collect()
    };
    let latin: Vec<u8> = text.chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect();
    for bytes in [
        text.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        latin,
        sixteen(u16::to_le_bytes, true),
        sixteen(u16::to_be_bytes, true),
        sixteen(u16::to_le_bytes, false),
    ] {
        let contents = contents("x.jsonl", &bytes);
        let texts: Vec<&str> = contents.articles.iter().map(|article| article.text.as_str()).collect();
        assert_eq!((texts.as_slice(), contents.problems.len()), (&["The Fähre sank.", "Two."][..], 0));
        // Bytes are those of the line.
        let two = contents.articles[1].text.source(Span::new(0, 4)).unwrap();
        assert!(two.end <= bytes.len() / 2, "{two:?}");
    }
}

#[test]
fn a_date_under_the_headline_is_no_clock() {
    let page = format!("# Ferry sinks\n\n*Coast Radio*, Friday 3 May 2024, 20:15\n\n{LONG}\n");
    assert_eq!(day(&contents("x.md", page.as_bytes()).articles[0]), ("2024-05-03".to_owned(), DateSource::Byline));
    let clock = format!("Coast Radio, Friday 3 May 2024, 20:15\n\nFerry sinks\n\n{LONG}\n");
    assert_eq!(contents("x.txt", clock.as_bytes()).articles[0].published, None);
    let captured = format!("# Ferry sinks\n\nArchived on Friday 3 May 2024, 20:15\n\n{LONG}\n");
    assert_eq!(contents("x.md", captured.as_bytes()).articles[0].published, None);
}

#[test]
fn code_over_lines_keeps_the_places_of_its_words() {
    let page = "# Ferry sinks\n\n> The log says ` Alma\n> aground` at nine, and no more than that was written down.\n";
    let contents = contents("x.md", page.as_bytes());
    let article = &contents.articles[0];
    assert_eq!(bytes_of(article, "aground", page.as_bytes()), "aground");
    assert_eq!(bytes_of(article, "Alma", page.as_bytes()), "Alma");
}

#[test]
fn a_text_to_annotate_stays_as_it_is_given() {
    let text = "  Subscribe now\n\nHolm said \u{201c}we left\u{201d} on   Friday.\n\nHolm said \u{201c}we left\u{201d} on   Friday.\n";
    let line = serde_json::json!({"id": "t1", "text": text, "date": "2024-05-03"}).to_string();
    for (name, bytes) in [("lines.jsonl", line.as_bytes()), ("text.txt", text.as_bytes())] {
        let input = Input { name: Some(name), bytes, ..Input::default() };
        let contents = read_given(&input, &Fields::default()).unwrap();
        let article = &contents.articles[0];
        assert_eq!(article.text.as_str(), text, "{name}");
        let shown: Vec<&str> = article.paragraphs.iter().map(|paragraph| article.text.slice(paragraph.span)).collect();
        let sentence = "Holm said \u{201c}we left\u{201d} on   Friday.";
        assert_eq!(shown, ["Subscribe now", sentence, sentence], "{name}");
        assert!(article.dropped.is_empty(), "{name}");
        assert_eq!(bytes_of(article, "Holm", bytes), "Holm");
    }
    let page = format!("<p>Menu</p><p>{LONG}</p><p>{LONG}</p>");
    let line = serde_json::json!({"text": page}).to_string();
    let input = Input { name: Some("x.jsonl"), bytes: line.as_bytes(), ..Input::default() };
    assert!(!read_given(&input, &Fields::default()).unwrap().articles[0].text.as_str().contains('<'));
}
