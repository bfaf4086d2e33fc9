//! Writes an invented web archive of so many megabytes to standard output, to measure time and memory with:
//!
//! ```sh
//! cargo run --release -p coincide-cli --example warc -- 1024 > crawl.warc
//! /usr/bin/time -v coincide read crawl.warc --output articles.jsonl
//! ```
//!
//! The same size gives the same bytes. Beside pages of all sizes it holds what every crawl does: requests, pictures, a
//! redirection, an error page.

use std::io::{BufWriter, Result, Write};

const NOUNS: &[&str] = &["ferry", "harbour", "pilot", "council", "bridge", "tug", "lock", "quay", "barge", "storm"];
const VERBS: &[&str] = &["reached", "left", "passed", "warned", "struck", "followed", "closed", "held"];
const PLACES: &[&str] = &["Ostvik", "Marrowby", "Holm", "Skerra", "Vestfold", "Sorrel Lock"];

fn main() -> Result<()> {
    let megabytes: u64 = std::env::args().nth(1).and_then(|size| size.parse().ok()).unwrap_or(64);
    let mut out = BufWriter::new(std::io::stdout().lock());
    let (mut written, mut number, mut state) = (0, 0, 1);
    while written < megabytes << 20 {
        number += 1;
        let url = format!("https://courier.example/{number}");
        let reply = |status: &str, kind: &str, body: &[u8]| {
            let head = format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n", body.len());
            [head.as_bytes(), body].concat()
        };
        let (kind, block) = match number % 8 {
            3 => ("request", format!("GET /{number} HTTP/1.1\r\nHost: courier.example\r\n\r\n").into_bytes()),
            5 => ("response", reply("200 OK", "image/png", &[0x89; 4096])),
            6 if number % 16 == 6 => ("response", reply("302 Found", "text/html", b"")),
            7 if number % 32 == 7 => ("response", reply("404 Not Found", "text/html", b"<h1>Not found</h1>")),
            _ => ("response", reply("200 OK", "text/html; charset=utf-8", page(number, &mut state).as_bytes())),
        };
        let head = format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-05-0{}T10:15:00Z\r\n\
             WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r\n\
             Content-Type: application/http; msgtype={kind}\r\nContent-Length: {}\r\n\r\n",
            1 + number % 9,
            block.len()
        );
        for part in [head.as_bytes(), &block, b"\r\n\r\n"] {
            out.write_all(part)?;
            written += part.len() as u64;
        }
    }
    out.flush()
}

/// The next of a sequence of numbers that look like chance (Knuth, MMIX).
fn next(state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) as usize
}

/// A page: menus, an article of four to sixty paragraphs, links to others, and a script that is most of it.
fn page(number: u64, state: &mut u64) -> String {
    let mut chosen = |words: &[&'static str]| words[next(state) % words.len()];
    let title = format!("{} {} at {}", chosen(NOUNS), chosen(VERBS), chosen(PLACES));
    let mut page = format!(
        "<!doctype html><html lang=en><head><title>{title} | North Sea Courier</title>\
         <meta property=\"article:published_time\" content=\"2031-05-0{}T08:00:00Z\"></head>\
         <body><nav><ul><li><a href=/>Home</a><li><a href=/sea>Sea</a></ul></nav><article><h1>{title}</h1>",
        1 + number % 9
    );
    for _ in 0..4 + next(state) % 57 {
        page.push_str("<p>");
        for _ in 0..3 + next(state) % 4 {
            let mut chosen = |words: &[&'static str]| words[next(state) % words.len()];
            let (who, did, whom, place) = (chosen(NOUNS), chosen(VERBS), chosen(NOUNS), chosen(PLACES));
            let count = next(state) % 900;
            page.push_str(&format!("The {who} {did} the {whom} near {place} with {count} people on board. "));
        }
        page.push_str("</p>\n");
    }
    page.push_str("</article><aside><h2>More</h2><ul>");
    for link in 0..next(state) % 40 {
        page.push_str(&format!("<li><a href=/{link}>More of the {}</a>", NOUNS[link % NOUNS.len()]));
    }
    page.push_str("</ul></aside><script>");
    page.push_str(&"var state = {};\n".repeat(next(state) % 6000));
    page.push_str("</script></body></html>");
    page
}
