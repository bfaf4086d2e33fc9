//! The parts of the model on the tiny model of the tests: `cargo bench -p coincide-model`.
//!
//! What is measured is the work around the products (tokenising, looking up, attention, quantising), which a change here
//! can slow down. For the speed of a real model there are `examples/throughput.rs` and `benches/compare.py`.

#![allow(clippy::unwrap_used, reason = "a benchmark without its model is none")]

use coincide_model::{Digests, Model, Question, WordPiece};
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};

const WEIGHTS: &[u8] = include_bytes!("../tests/data/tiny.onnx");
const VOCABULARY: &[u8] = include_bytes!("../tests/data/tiny_vocab.txt");
const SENTENCE: &str = "No one was hurt when the ferry left the harbour at noon, the harbour master said.";

fn main() {
    divan::main();
}

fn model() -> Model {
    Model::from_bytes(WEIGHTS, VOCABULARY, &Digests::of(WEIGHTS, VOCABULARY), 1).unwrap()
}

#[divan::bench]
fn load(bencher: Bencher<'_, '_>) {
    bencher.counter(BytesCount::new(WEIGHTS.len())).bench(model);
}

#[divan::bench]
fn word_pieces(bencher: Bencher<'_, '_>) {
    let words = WordPiece::from_bytes(VOCABULARY).unwrap();
    let text = SENTENCE.repeat(100);
    bencher.counter(BytesCount::new(text.len())).bench(|| words.pieces(&text, usize::MAX));
}

#[divan::bench(args = [1, 64])]
fn encode(bencher: Bencher<'_, '_>, count: usize) {
    let model = model();
    let texts = vec![SENTENCE; count];
    bencher.counter(ItemsCount::new(count)).bench(|| model.encoder().encode(&texts).unwrap());
}

#[divan::bench(args = [1, 64])]
fn ask(bencher: Bencher<'_, '_>, count: usize) {
    let model = model();
    let questions = vec![Question { claim: SENTENCE, passages: &[SENTENCE] }; count];
    bencher.counter(ItemsCount::new(count)).bench(|| model.cross_encoder().unwrap().pooled(&questions).unwrap());
}
