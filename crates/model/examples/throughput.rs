//! Times the encoder, the cross-encoder and the static embeddings on sentences, one a line.
//!
//!     throughput MODEL.onnx VOCAB.txt SENTENCES.txt THREADS ROUNDS [STATIC.onnx]
//!
//! Prints one line of JSON: the seconds of loading, and of the fastest round over all sentences, each sentence by itself
//! and each as a claim with the two before it as passages; with a table, the seconds of static vectors on one thread, and
//! the words they are of. `benches/compare.py` reads it.

use std::error::Error;
use std::io::Write;
use std::time::Instant;

use coincide_model::{Digests, Error as ModelError, Model, Question, StaticEmbedder};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [weights, vocabulary, sentences, threads, rounds, table @ ..] = &arguments[..] else {
        return Err("usage: throughput MODEL.onnx VOCAB.txt SENTENCES.txt THREADS ROUNDS [STATIC.onnx]".into());
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
    let look_up = match table {
        [table] => {
            let embedder = static_embedder(&std::fs::read(table)?, &vocabulary)?;
            Some(fastest(rounds, || {
                sentences.iter().for_each(|sentence| {
                    std::hint::black_box(embedder.embed(sentence));
                });
                Ok(())
            })?)
        }
        _ => None,
    };
    let words: usize = sentences.iter().map(|sentence| sentence.split_whitespace().count()).sum();
    let line = serde_json::json!({
        "sentences": sentences.len(), "questions": questions.len(), "threads": threads,
        "load": load, "encode": encode, "ask": ask,
        "words": words, "look_up": look_up,
    });
    writeln!(std::io::stdout(), "{line}")?;
    Ok(())
}

/// The table, whatever its digest.
fn static_embedder(table: &[u8], vocabulary: &[u8]) -> Result<StaticEmbedder, ModelError> {
    match StaticEmbedder::from_bytes(table, "", vocabulary) {
        Err(ModelError::Digest { found, .. }) => StaticEmbedder::from_bytes(table, &found, vocabulary),
        other => other,
    }
}

/// The seconds of the fastest of `rounds` runs.
fn fastest(rounds: usize, mut run: impl FnMut() -> Result<(), ModelError>) -> Result<f64, ModelError> {
    let mut least = f64::INFINITY;
    for _ in 0..rounds {
        let start = Instant::now();
        run()?;
        least = least.min(start.elapsed().as_secs_f64());
    }
    Ok(least)
}
