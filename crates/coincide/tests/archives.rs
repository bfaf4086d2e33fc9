//! Archives, feeds and packed files through the front door: as a whole, and divided by the caller.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic in a test is a failed test")]

use std::io::Write;

use coincide::{Input, Limits, Options, captures, formats};
use flate2::Compression;
use flate2::write::GzEncoder;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A web archive with a page of each of two outlets, one record a gzip member.
fn archive() -> Vec<u8> {
    let pages = [
        (
            "coast-radio.example",
            "The ferry Alma ran aground off Holm on Friday with 90 people on board, the police said.",
        ),
        (
            "dagens-havn.example",
            "The ferry Alma ran aground off Holm on Friday with 70 people on board, the police said.",
        ),
    ];
    let record = |(number, (host, text)): (usize, &(&str, &str))| {
        let page = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<!doctype html><title>Ferry runs aground</title>\
             <article><h1>Ferry runs aground</h1><p>{text}</p><p>The harbour master said on Friday that an inquiry had begun.</p></article>"
        );
        gzip(
            format!(
                "WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2031-05-04T10:15:0{number}Z\r\nWARC-Target-URI: https://{host}/1\r\n\
                 Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{page}\r\n\r\n",
                page.len()
            )
            .as_bytes(),
        )
    };
    pages.iter().enumerate().flat_map(record).collect()
}

const FEED: &str = "<rss version=\"2.0\"><channel><title>North Sea Courier</title><item><title>Ferry aground</title>\
    <link>https://north-sea-courier.example/1</link><description>&lt;p&gt;The ferry Alma ran aground off Holm on Friday with 90 \
    people on board, the police said.&lt;/p&gt;</description></item><item><title>More</title>\
    <link>https://north-sea-courier.example/2</link></item></channel></rss>";

fn lines(inputs: Vec<Input>) -> Vec<String> {
    let read = coincide::read(inputs, &Options::default()).unwrap();
    read.articles.iter().map(|article| formats::jsonl(&formats::article(article)).unwrap()).collect()
}

#[test]
fn an_archive_gives_the_same_articles_whole_and_divided() {
    let bytes = archive();
    let whole = Input::new("harbour.warc.gz", bytes.clone());
    let about = Input::new("harbour.warc.gz", []);
    let parts: Vec<Input> =
        captures(bytes.as_slice(), Some(&about.name), Limits::default()).map(|capture| about.part(capture)).collect();
    assert_eq!(parts.len(), 2);
    let divided = lines(parts);
    assert_eq!(lines(vec![whole]), divided);
    assert!(divided[0].contains("\"captured\":\"2031-05-04T10:15:00Z\""), "{}", divided[0]);
    assert!(divided[1].contains("\"unit\":\"record\",\"number\":2"), "{}", divided[1]);
    assert!(divided[0].contains("\"published\":null"), "{}", divided[0]);
}

#[test]
fn every_command_takes_archives_and_feeds() {
    let inputs = || vec![Input::new("harbour.warc.gz", archive()), Input::new("feed.xml", FEED)];
    let read = coincide::read(inputs(), &Options::default()).unwrap();
    assert_eq!((read.articles.len(), read.addresses.len()), (3, 1));
    assert!(read.problems.iter().all(|problem| problem.harmless), "{:?}", read.problems);
    let compared = coincide::compare(inputs(), &Options::default()).unwrap();
    assert_eq!(compared.value.comparison.articles.len(), 3);
    let draft = Input::new("draft.md.gz", gzip(b"# Ferry\n\nThe ferry Alma ran aground off Holm on Friday.\n"));
    let checked = coincide::check(draft, inputs(), &Options::default()).unwrap();
    let claim = &checked.value.claims[checked.value.claims.len() - 1];
    assert_eq!(claim.verdict, coincide::Verdict::Supported);
    assert_eq!(coincide::annotate(inputs(), &Options::default()).unwrap().readings.len(), 3);
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    let mut bytes = archive();
    bytes.extend(gzip(b"WARC/1.1\r\nWARC-Type: response\r\n\r\n"));
    let read = coincide::read(
        [Input::new("x.warc.gz", bytes), Input::new("x.pdf", b"%PDF-1.7".to_vec())],
        &Options::default(),
    );
    let read = read.unwrap();
    let told: Vec<String> = read.problems.iter().map(ToString::to_string).collect();
    assert_eq!(read.articles.len(), 2);
    assert_eq!(told[0], "x.warc.gz: record 3: damaged WARC document: it does not say how long it is");
    assert!(told[1].starts_with("x.pdf: a PDF document, which is not read: "), "{}", told[1]);
}

#[test]
fn what_is_wrong_with_a_capture_is_told_where_it_cannot_be_read_too() {
    let page = "<!doctype html><title>Ferry</title><script>";
    let record = format!(
        "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Truncated: length\r\nContent-Type: text/html\r\nContent-Length: {}\r\n\r\n{page}\r\n\r\n",
        page.len()
    );
    let inputs = captures(record.as_bytes(), None, Limits::default());
    let inputs = inputs.map(|capture| Input::new("crawl.warc", Vec::new()).part(capture));
    let read = coincide::read(inputs, &Options::default()).unwrap();
    let told: Vec<&str> = read.problems.iter().map(|problem| problem.message.as_str()).collect();
    assert!(read.articles.is_empty());
    assert_eq!(told[0], "the archive holds only its beginning (length)");
    assert!(told[1].starts_with("no text found"), "{told:?}");
}
