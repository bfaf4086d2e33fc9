//! Measures the dates of labelled pages: `dates SET.jsonl.gz [half] [list|why WORD|bare]`.
//!
//! A line of the set is `{"html", "url", "date": "2020-03-14" | null}`, or has `gold` with versions that have
//! `publishing_date`. `half` is 0, 1 or `all`: pages are split by their host. `list` prints the failures, `why` what the
//! pages with WORD in their address say; `bare` keeps the addresses from the reader.

#![allow(missing_docs, clippy::print_stdout, clippy::unwrap_used)]

use std::io::{BufRead, BufReader};
use std::time::{Duration, Instant};

use coincide_article::{Dates, Given, Input, dates};
use serde_json::Value;

fn half(url: &str) -> u64 {
    let host = url.split('/').nth(2).unwrap_or_default();
    let domain: Vec<&str> = host.rsplit('.').take(2).collect();
    let sum = domain
        .join(".")
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    sum >> 40 & 1
}

fn golds(row: &Value) -> Vec<Option<String>> {
    let day = |value: &Value| value.as_str().map(|text| text.get(..10).unwrap_or(text).to_owned());
    match row.get("gold").and_then(Value::as_object) {
        Some(versions) => versions.values().map(|version| day(&version["publishing_date"])).collect(),
        None => vec![day(&row["date"])],
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (wanted, mode) = (arguments.get(1).map_or("all", String::as_str), arguments.get(2).map(String::as_str));
    let file = std::fs::File::open(&arguments[0]).unwrap();
    let reader = BufReader::new(flate2::read::MultiGzDecoder::new(file));
    let (mut right, mut total, mut missing, mut spurious) = (0, 0, 0, 0);
    let mut time = Duration::ZERO;
    let mut slowest = Duration::ZERO;
    for line in reader.lines() {
        let row: Value = serde_json::from_str(&line.unwrap()).unwrap();
        let url = row["url"].as_str().unwrap_or_default().to_owned();
        if wanted != "all" && wanted != half(&url).to_string() {
            continue;
        }
        let html = row["html"].as_str().unwrap();
        let given = (mode != Some("bare")).then(|| url.clone());
        let input =
            Input { bytes: html.as_bytes(), given: Given { url: given, ..Given::default() }, ..Input::default() };
        let start = Instant::now();
        let Dates { published, evidence, modified } = dates(&input).unwrap_or_default();
        let taken = start.elapsed();
        time += taken;
        slowest = slowest.max(taken);
        let ours = published.as_ref().map(|published| published.at.date.to_string());
        let golds = golds(&row);
        total += 1;
        let is_right = golds.contains(&ours);
        right += usize::from(is_right);
        missing += usize::from(ours.is_none() && !is_right);
        spurious += usize::from(golds.iter().all(Option::is_none) && ours.is_some());
        let shows = match mode {
            Some("list") => !is_right,
            Some("why") => arguments.get(3).is_some_and(|word| url.contains(word.as_str())),
            _ => false,
        };
        if shows {
            let modified = modified.map_or(String::new(), |modified| modified.at.date.to_string());
            println!("{url}\n   gold {golds:?} ours {ours:?} modified {modified}");
            for item in evidence.iter().take(12) {
                let at = &item.published.at;
                let mark = if item.is_modified { "modified" } else { "" };
                println!(
                    "   {:4} {:12} {} {:?} {:?} {mark}",
                    item.weight,
                    item.place,
                    at.date,
                    at.time.map(|t| t.to_string()),
                    at.zone
                );
            }
        }
    }
    println!(
        "{right}/{total} = {:.4}; none given {missing}; given for none {spurious}; {:.3} ms a page, slowest {:.1} ms",
        f64::from(u32::try_from(right).unwrap()) / f64::from(total),
        time.as_secs_f64() * 1000.0 / f64::from(total),
        slowest.as_secs_f64() * 1000.0,
    );
}
