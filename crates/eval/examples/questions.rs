//! Reads claims with their sources and writes what a verifier is asked on each: `questions < ROWS`.
//!
//! A line in is `{"id", "sources": [TEXT], "texts": [TEXT]}`; a line out is `{"id", "texts": [[{"features",
//! "clauses": [{"text", "features", "questions": [{"article", "passages", "features"}]}]}]]}`, one list of sentences for
//! each text, in order.
//! The training recipe makes its examples with it, so that the model is trained on the very passages that it is asked
//! about later.

#![allow(clippy::print_stdout, reason = "a program")]

use std::io::{BufRead, Write};

use coincide_eval::{Asked, asked};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let asked: Asked = asked(&line?)?;
        serde_json::to_writer(&mut out, &asked)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
