//! Writes the blocks of labelled pages with their features as JSON lines: `page_blocks FILE`, a labelled set of pages,
//! compressed or not.
//!
//! Each line is `{"id", "url", "names", "blocks": [[words, kind, [features]]]}`; `names` of the features stand in the
//! first line. They are what `fit_body.py` beside this file fits the weights on.

#![allow(clippy::print_stdout, reason = "a program")]

use std::io::{BufWriter, Read, Write};

use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: page_blocks FILE")?;
    let bytes = std::fs::read(path)?;
    let mut lines = String::new();
    if bytes.starts_with(&[0x1f, 0x8b]) {
        flate2::read::MultiGzDecoder::new(bytes.as_slice()).read_to_string(&mut lines)?;
    } else {
        lines = String::from_utf8(bytes)?;
    }
    let mut output = BufWriter::new(std::io::stdout().lock());
    for (index, line) in lines.lines().enumerate() {
        let row: Value = serde_json::from_str(line)?;
        let blocks = coincide_article::page_blocks(row["html"].as_str().unwrap_or_default());
        let blocks: Vec<Value> =
            blocks.into_iter().map(|block| json!([block.words, block.kind, block.features])).collect();
        let names = if index == 0 { coincide_article::feature_names() } else { Vec::new() };
        writeln!(output, "{}", json!({"id": row["id"], "url": row["url"], "names": names, "blocks": blocks}))?;
    }
    Ok(())
}
