//! Prints what the model makes of sentences, one a line, to compare processors; `benches/processors.py` reads it.
//!
//!     states MODEL.onnx VOCAB.txt SENTENCES.txt
//!
//! For each sentence one line of JSON: the vector of the text and, if there is a cross-encoder, the state of the question
//! whether the sentence before bears it out.

use std::error::Error;
use std::io::Write;

use coincide_model::{Digests, Model, Question};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [weights, vocabulary, sentences] = &arguments[..] else {
        return Err("usage: states MODEL.onnx VOCAB.txt SENTENCES.txt".into());
    };
    let (weights, vocabulary) = (std::fs::read(weights)?, std::fs::read(vocabulary)?);
    let sentences = std::fs::read_to_string(sentences)?;
    let model = Model::from_bytes(&weights, &vocabulary, &Digests::of(&weights, &vocabulary), 1)?;
    let mut out = std::io::stdout();
    let mut before = "";
    for sentence in sentences.lines() {
        let encoded = model.encoder().encode(&[sentence])?;
        let pooled = match model.cross_encoder() {
            Ok(cross) => cross.pooled(&[Question { claim: sentence, passages: &[before] }])?,
            Err(_) => Vec::new(),
        };
        let line = serde_json::json!({ "text": encoded[0].text, "pooled": pooled.first() });
        writeln!(out, "{line}")?;
        before = sentence;
    }
    Ok(())
}
