//! Times the encoder and the cross-encoder on sentences, one a line.
//!
//!     throughput MODEL.onnx VOCAB.txt SENTENCES.txt THREADS ROUNDS
//!
//! Prints one line of JSON: the seconds of loading, and of the fastest round over all sentences, each sentence by itself
//! and each as a claim with the two before it as passages. `benches/compare.py` reads it.

use std::error::Error;
use std::io::Write;
use std::time::Instant;

use coincide_model::{Digests, Model, Question};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [weights, vocabulary, sentences, threads, rounds] = &arguments[..] else {
        return Err("usage: throughput MODEL.onnx VOCAB.txt SENTENCES.txt THREADS ROUNDS".into());
    };
    let (weights, vocabulary) = (std::fs::read(weights)?, std::fs::read(vocabulary)?);
    let sentences = std::fs::read_to_string(sentences)?;
    let sentences: Vec<&str> = sentences.lines().collect();
    let (threads, rounds) = (threads.parse()?, rounds.parse()?);
    let digests = Digests::of(&weights, &vocabulary);
    let start = Instant::now();
    let model = Model::from_bytes(&weights, &vocabulary, &digests, threads)?;
    let load = start.elapsed().as_secs_f64();
    let encode = fastest(rounds, || model.encoder().encode(&sentences).map(drop))?;
    let questions: Vec<Question<'_>> =
        sentences.windows(3).map(|three| Question { claim: three[2], passages: &three[..2] }).collect();
    let ask = match model.cross_encoder() {
        Ok(cross) => Some(fastest(rounds, || cross.pooled(&questions).map(drop))?),
        Err(_) => None,
    };
    let line = serde_json::json!({
        "sentences": sentences.len(), "questions": questions.len(), "threads": threads,
        "load": load, "encode": encode, "ask": ask,
    });
    writeln!(std::io::stdout(), "{line}")?;
    Ok(())
}

/// The seconds of the fastest of `rounds` runs.
fn fastest(
    rounds: usize,
    mut run: impl FnMut() -> Result<(), coincide_model::Error>,
) -> Result<f64, coincide_model::Error> {
    let mut least = f64::INFINITY;
    for _ in 0..rounds {
        let start = Instant::now();
        run()?;
        least = least.min(start.elapsed().as_secs_f64());
    }
    Ok(least)
}
