//! The most memory that reading each page of a set takes, as a multiple of the page: `memory FILE...`.
//!
//! A set is JSON lines with an `html` field. The page itself is counted. Pages below 64 kB are left out, since what is
//! made once for all pages outweighs them.

#![allow(clippy::print_stdout, reason = "a program")]

use coincide_article::{Fields, Input, Kind, Limits, captures, read};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for path in std::env::args().skip(1) {
        let mut ratios = Vec::new();
        for line in captures(std::fs::File::open(&path)?, Some("set.jsonl"), Limits::default()) {
            let row: serde_json::Value = serde_json::from_slice(&line?.bytes)?;
            let Some(page) = row["html"].as_str().filter(|page| page.len() >= 64 << 10) else { continue };
            let input = Input { bytes: page.as_bytes(), kind: Some(Kind::Html), ..Input::default() };
            let before = MEMORY.current_usage();
            MEMORY.reset_peak_usage();
            // A page that cannot be read takes memory as well.
            let _ = read(&input, &Fields::default());
            let peak = MEMORY.peak_usage() - before + page.len();
            ratios.push((peak as f64 / page.len() as f64, page.len() >> 10, row["id"].to_string()));
        }
        ratios.sort_by(|a, b| b.0.total_cmp(&a.0));
        let at = |share: f64| ratios.get((ratios.len() as f64 * share) as usize).map_or(0.0, |ratio| ratio.0);
        println!("{path}: {} pages, median {:.1}, one in ten above {:.1}", ratios.len(), at(0.5), at(0.1));
        for (ratio, kilobytes, id) in ratios.iter().take(10) {
            println!("  {ratio:.1} times {kilobytes} kB  {id}");
        }
    }
    Ok(())
}
