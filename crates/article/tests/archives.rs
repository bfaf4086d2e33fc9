//! Archives and collections, divided as a stream and read as a whole.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic in a test is a failed test")]

use std::io::Write;

use coincide_article::{Article, Capture, CaptureError, Error, Fields, Input, Limits, Unit, captures, read};
use flate2::Compression;
use flate2::write::GzEncoder;

const PAGE: &str = "<!doctype html><title>Ferry runs aground</title><article><h1>Ferry runs aground</h1>\
    <p>The ferry <b>Alma</b> ran aground off Ostvik late on Friday evening with ninety people on board.</p>\
    <p>Nobody was hurt, the harbour master said, and the ferry was afloat again on Saturday morning.</p></article>";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn record(kind: &str, number: u8, content_type: &str, block: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: 2031-05-04T10:15:0{number}Z\r\n\
         WARC-Target-URI: https://www.coast-radio.example/{number}\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\n\r\n",
        block.len()
    );
    [head.as_bytes(), block, b"\r\n\r\n"].concat()
}

fn response(number: u8, head: &str, body: &[u8]) -> Vec<u8> {
    let block = [b"HTTP/1.1 ", head.as_bytes(), b"\r\n\r\n", body].concat();
    record("response", number, "application/http; msgtype=response", &block)
}

/// Seven records, of which three hold a page.
fn records() -> Vec<Vec<u8>> {
    let chunked = format!("{:x}\r\n{PAGE}\r\n0\r\n\r\n", PAGE.len());
    vec![
        record("warcinfo", 0, "application/warc-fields", b"software: x\r\n"),
        record("request", 1, "application/http; msgtype=request", b"GET / HTTP/1.1\r\n\r\n"),
        response(
            1,
            "200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked",
            chunked.as_bytes(),
        ),
        response(2, "404 Not Found\r\nContent-Type: text/html", b"<h1>Not found</h1>"),
        response(3, "200 OK\r\nContent-Type: image/png", b"\x89PNG\r\n\x1a\n0000"),
        response(4, "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", &gzip(PAGE.as_bytes())),
        record("resource", 5, "text/html", PAGE.as_bytes()),
    ]
}

fn all(bytes: &[u8], limits: Limits) -> Vec<Result<Capture, CaptureError>> {
    captures(bytes, None, limits).collect()
}

fn articles(name: &str, bytes: &[u8]) -> Vec<Article> {
    read(&Input { name: Some(name), bytes, ..Input::default() }, &Fields::default()).unwrap().articles
}

/// Every paragraph leads back to bytes of the capture that read as it does.
fn check_alignment(article: &Article, bytes: &[u8]) {
    for paragraph in &article.paragraphs {
        let source = article.text.source(paragraph.span).unwrap();
        let below = std::str::from_utf8(&bytes[source.start..source.end]).unwrap();
        let plain = below.replace("<b>", "").replace("</b>", "");
        assert_eq!(plain, article.text.slice(paragraph.span));
    }
}

#[test]
fn pages_of_a_warc_file_come_one_by_one() {
    let plain = records().concat();
    let members: Vec<u8> = records().iter().flat_map(|record| gzip(record)).collect();
    for bytes in [plain.as_slice(), &members, &gzip(&plain)] {
        let mut iterator = captures(bytes, None, Limits::default());
        let read: Vec<Capture> = iterator.by_ref().map(Result::unwrap).collect();
        let passed_over = iterator.passed_over();
        assert_eq!((passed_over.other_records, passed_over.failed_fetches, passed_over.other_media), (2, 1, 1));
        assert_eq!(iterator.position(), bytes.len() as u64);
        let told: Vec<_> =
            read.iter().map(|capture| (capture.place.unwrap().number, capture.bytes.as_slice())).collect();
        assert_eq!(told, [(3, PAGE.as_bytes()), (6, PAGE.as_bytes()), (7, PAGE.as_bytes())]);
        assert_eq!(read[0].url.as_deref(), Some("https://www.coast-radio.example/1"));
        assert_eq!(read[0].charset.as_deref(), Some("utf-8"));
        assert_eq!(read[1].id.as_deref(), Some("urn:uuid:4"));
        assert!(read.iter().all(|capture| capture.problems.is_empty()));
    }
}

#[test]
fn places_lead_to_the_records() {
    let members: Vec<Vec<u8>> = records().iter().map(|record| gzip(record)).collect();
    for capture in all(&members.concat(), Limits::default()) {
        let place = capture.unwrap().place.unwrap();
        let before: usize = members[..place.number as usize - 1].iter().map(Vec::len).sum();
        assert_eq!((place.unit, place.offset), (Unit::Record, before as u64));
    }
    let plain = records().concat();
    for capture in all(&plain, Limits::default()) {
        assert!(plain[capture.unwrap().place.unwrap().offset as usize..].starts_with(b"WARC/1.1\r\n"));
    }
}

#[test]
fn an_archive_is_read_as_its_articles() {
    for bytes in [records().concat(), records().iter().flat_map(|record| gzip(record)).collect()] {
        let articles = articles("harbour.warc.gz", &bytes);
        assert_eq!(articles.len(), 3);
        for article in &articles {
            check_alignment(article, PAGE.as_bytes());
            assert_eq!(article.outlet.as_deref(), Some("coast-radio.example"));
            assert_eq!(article.published, None, "a capture's time is no time of publication");
        }
        let captured = articles[0].captured.clone().unwrap();
        assert_eq!((captured.date.to_string(), captured.zone.as_deref()), ("2031-05-04".to_owned(), Some("Z")));
    }
}

#[test]
fn an_article_in_json_is_read_and_what_scripts_fetch_is_passed_over() {
    let ninjs = br#"{"uri":"urn:n:1","headline":"Ferry runs aground","body_text":"The ferry Alma ran aground off Ostvik late on Friday evening."}"#;
    let bytes = [
        response(1, "200 OK\r\nContent-Type: application/json; charset=utf-8", ninjs),
        response(2, "200 OK\r\nContent-Type: application/json", br#"{"consent":true,"vendors":[1,2]}"#),
        response(3, "200 OK\r\nContent-Type: application/manifest+json", br#"{"name":"Coast Radio","icons":[]}"#),
        response(4, "200 OK\r\nContent-Type: application/json", br#""saved""#),
    ];
    let found = articles("crawl.warc", &bytes.concat());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].title.as_deref(), Some("Ferry runs aground"));
    assert_eq!(found[0].outlet.as_deref(), Some("coast-radio.example"));
}

#[test]
fn a_packed_page_is_read_as_the_page() {
    let articles = articles("harbour.html.gz", &gzip(PAGE.as_bytes()));
    assert_eq!(articles[0].outlet.as_deref(), Some("harbour"));
    check_alignment(&articles[0], PAGE.as_bytes());
}

#[test]
fn lines_come_one_by_one_and_as_a_whole() {
    let lines = "{\"text\": \"The ferry ran aground.\"}\n\n{\"text\": 3}\r\n{\"text\": \"Nobody was hurt.\"}";
    for bytes in [lines.as_bytes().to_vec(), gzip(lines.as_bytes())] {
        let streamed: Vec<Article> = all(&bytes, Limits::default())
            .into_iter()
            .filter_map(|capture| {
                let capture = capture.unwrap();
                let contents = read(&capture.input(Some("x.jsonl")), &Fields::default()).ok()?;
                for article in &contents.articles {
                    check_alignment(article, &capture.bytes);
                }
                Some(contents.articles)
            })
            .flatten()
            .collect();
        let whole = articles("x.jsonl", &bytes);
        for articles in [&streamed, &whole] {
            let told: Vec<_> = articles.iter().map(|article| article.outlet.as_deref().unwrap()).collect();
            assert_eq!(told, ["x 1", "x 4"]);
        }
        assert_eq!(streamed[1].sha256, whole[1].sha256);
        assert_eq!(streamed[1].place.unwrap().number, whole[1].place.unwrap().number);
    }
}

#[test]
fn damage_is_told_at_its_place_and_the_rest_is_read() {
    let good = |number| record("resource", number, "text/html", PAGE.as_bytes());
    let longer = String::from_utf8(good(2)).unwrap().replace(&format!("Length: {}", PAGE.len()), "Length: 90000");
    let shorter = String::from_utf8(good(2)).unwrap().replace(&format!("Length: {}", PAGE.len()), "Length: 100");
    let headless = b"WARC/1.0\r\nWARC-Type: resource\r\n\r\n".to_vec();
    let mut damaged = gzip(&good(2));
    let middle = damaged.len() / 3;
    damaged[middle] ^= 0x55;
    damaged[middle + 1] ^= 0x55;
    for (name, file, numbers, errors, problems) in [
        ("too long", [good(1), longer.into_bytes(), good(3)].concat(), vec![1, 2, 3], 0, 1),
        ("too short", [good(1), shorter.into_bytes(), good(3)].concat(), vec![1, 2, 3], 1, 1),
        ("no length", [good(1), headless, good(3)].concat(), vec![1, 3], 1, 0),
        ("not a record", [good(1), b"x\n".repeat(9), good(3)].concat(), vec![1, 2], 1, 0),
        ("cut", [good(1), good(2)[..400].to_vec()].concat(), vec![1, 2], 0, 1),
        ("cut member", [gzip(&good(1)), gzip(&good(2))[..200].to_vec()].concat(), vec![1, 2], 0, 1),
        ("damaged member", [gzip(&good(1)), damaged, gzip(&good(3))].concat(), vec![1, 3], 1, 0),
        ("between members", [gzip(&good(1)), vec![7; 70_000], gzip(&good(3))].concat(), vec![1, 2], 1, 0),
        ("padding", [gzip(&good(1)), vec![0; 70_000]].concat(), vec![1], 0, 0),
    ] {
        let (read, failed): (Vec<_>, Vec<_>) = all(&file, Limits::default()).into_iter().partition(Result::is_ok);
        let read: Vec<Capture> = read.into_iter().map(Result::unwrap).collect();
        let told: Vec<u64> = read.iter().map(|capture| capture.place.unwrap().number).collect();
        let told_problems: usize = read.iter().map(|capture| capture.problems.len()).sum();
        // Damaged data may give a damaged record before they give none.
        assert_eq!((told, failed.len().min(1), told_problems), (numbers, errors, problems), "{name}: {failed:?}");
    }
}

#[test]
fn what_is_too_large_is_refused_and_says_the_limit() {
    let limits = Limits { largest_record: 1000, largest_input: 2000, ..Limits::default() };
    let large = record("resource", 1, "text/html", "<p>".repeat(400).as_bytes());
    let small = record("resource", 2, "text/html", b"<p>a</p>");
    let read = all(&[large, small].concat(), limits);
    let error = read[0].clone().unwrap_err();
    assert_eq!(error.to_string(), "record 1: the record is larger than 1000 bytes");
    assert_eq!(read[1].clone().unwrap().place.unwrap().number, 2);

    let lines = format!("{{\"a\": 1}}\n{{\"a\": \"{}\"}}\n{{\"a\": 2}}\n", "x".repeat(5000));
    let read = all(lines.as_bytes(), limits);
    assert_eq!(read[1].clone().unwrap_err().to_string(), "line 2: the line is larger than 1000 bytes");
    assert_eq!(read[2].clone().unwrap().bytes, b"{\"a\": 2}");

    let read = all(&"x".repeat(3000).into_bytes(), limits);
    assert_eq!(read[0].clone().unwrap_err().to_string(), "the input is larger than 2000 bytes");
    assert_eq!(read.len(), 1);
}

#[test]
fn bombs_are_refused_in_little_memory() {
    let bomb = gzip(&vec![b' '; 100 << 20]);
    let error = all(&bomb, Limits::default()).remove(0);
    // What stands before the limit is blank, which is nothing.
    let told = error.unwrap().problems[0].message.clone();
    assert!(told.starts_with("the gzip data at byte 0 inflate to more than 200 times their size"), "{told}");
    let good = gzip(&record("resource", 2, "text/html", PAGE.as_bytes()));
    let record = gzip(&record("resource", 1, "text/html", &vec![b'<'; 50 << 20]));
    let read = all(&[record, good].concat(), Limits::default());
    assert!(read[0].is_err() || !read[0].as_ref().unwrap().problems.is_empty());
    assert_eq!(read.last().unwrap().as_ref().unwrap().bytes, PAGE.as_bytes());
}

#[test]
fn hostile_archives_end_soon() {
    // Each record says that it reaches to the end of the file.
    let greedy = "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 9000000\r\n\r\nx\r\n\r\n".repeat(30_000);
    let read = all(greedy.as_bytes(), Limits { largest_record: 10_000_000, ..Limits::default() });
    assert!(read.len() < 30_000 && read.iter().all(Result::is_ok));
    // What looks like gzip members all over.
    let scattered = [gzip(&records()[2]), b"\x1f\x8b\x08\0\0\0\0\0\0\xff\xff".repeat(100_000)].concat();
    let read = all(&scattered, Limits::default());
    assert!(read[0].is_ok() && read.len() <= 1001);
    assert!(read.last().unwrap().clone().unwrap_err().to_string().contains("1000 damaged places in a row"));
    // A head without an end, a line without an end.
    for endless in [b"WARC/1.0\r\n".iter().copied().chain(vec![b'a'; 40 << 20]).collect(), vec![b'{'; 40 << 20]] {
        let _ = all(&endless, Limits { largest_record: 1 << 20, ..Limits::default() });
    }
}

#[test]
fn gzip_inside_of_gzip_is_refused() {
    let error = all(&gzip(&gzip(PAGE.as_bytes())), Limits::default()).remove(0).unwrap_err();
    assert!(matches!(error.error, Error::Binary { .. }));
    let error = read(&Input { bytes: &gzip(&gzip(b"x")), ..Input::default() }, &Fields::default()).unwrap_err();
    assert!(matches!(error, Error::Binary { .. }));
}

proptest::proptest! {
    #[test]
    fn any_damage_leaves_an_end(packed in proptest::bool::ANY, changes in proptest::collection::vec((0usize..4000, 0u8..=255), 0..6), cut in 0usize..4000) {
        let mut bytes: Vec<u8> =
            if packed { records().iter().flat_map(|record| gzip(record)).collect() } else { records().concat() };
        for (at, byte) in changes {
            let length = bytes.len();
            bytes[at % length] = byte;
        }
        bytes.truncate(bytes.len().min(cut.max(1)));
        let limits = Limits { largest_record: 1 << 20, largest_input: 1 << 20, ..Limits::default() };
        let read = all(&bytes, limits);
        proptest::prop_assert!(read.len() < 100);
        // Read in small steps, it gives the same.
        let stepwise: Vec<_> = captures(Steps(&bytes), None, limits).collect();
        proptest::prop_assert_eq!(read, stepwise);
    }
}

/// Gives a few bytes at a time.
struct Steps<'a>(&'a [u8]);

impl std::io::Read for Steps<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let count = into.len().min(7).min(self.0.len());
        into[..count].copy_from_slice(&self.0[..count]);
        self.0 = &self.0[count..];
        Ok(count)
    }
}
