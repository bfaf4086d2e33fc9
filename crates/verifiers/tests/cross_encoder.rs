//! Cross-encoders from the files of a folder. `data/make.py` writes the files.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic in a test is a failed test")]

use std::path::PathBuf;

use coincide_check::{Features, Pair, Stances, Unanswered, Verifier};
use coincide_verifiers::{CrossEncoder, Folder, Weights};

/// The files of a folder of `data`, with the weights in a file of this name.
fn folder(name: &str, weights: &str) -> Folder {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    let read = |file: &str| std::fs::read(path.join(file)).unwrap();
    let weights = match weights {
        "model.onnx" => Weights::Onnx { graph: read(weights), external: Vec::new() },
        _ => Weights::Safetensors(read(weights)),
    };
    Folder { name: name.to_owned(), config: read("config.json"), tokenizer: read("tokenizer.json"), weights }
}

fn pair<'a>(passages: &[&'a str], claim: &'a str) -> Pair<'a> {
    Pair { claim, passages: passages.to_vec(), features: Features::default() }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-4
}

/// The stances of the three outputs of a folder made from random weights: contradiction, entailment, neutral.
fn stances(logits: &[f64]) -> Stances {
    let all: f64 = logits.iter().map(|logit| logit.exp()).sum();
    Stances { contradicts: logits[0].exp() / all, supports: logits[1].exp() / all, silent: logits[2].exp() / all }
}

#[derive(serde::Deserialize)]
struct Expected {
    premise: String,
    hypothesis: String,
    logits: Vec<f64>,
}

/// Compares a folder with what the reference implementation made of the same weights.
fn compare_with_reference(name: &str, weights: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name).join("expected.json");
    let expected: Vec<Expected> = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let pairs: Vec<Pair<'_>> = expected.iter().map(|row| pair(&[&row.premise], &row.hypothesis)).collect();
    let together = CrossEncoder::new(folder(name, weights), 2).unwrap();
    let answers = together.verify(&pairs);
    for (row, answer) in expected.iter().zip(&answers) {
        let (found, wanted) = (answer.clone().unwrap(), stances(&row.logits));
        assert!(
            near(found.supports, wanted.supports)
                && near(found.contradicts, wanted.contradicts)
                && near(found.silent, wanted.silent),
            "{name}, {:?}: {found:?}, not {wanted:?}",
            row.hypothesis
        );
    }
    // The same bits alone, on one thread and from several callers at once.
    let alone = CrossEncoder::new(folder(name, weights), 1).unwrap();
    for (pair, answer) in pairs.iter().zip(&answers) {
        assert_eq!(alone.verify(std::slice::from_ref(pair)), *std::slice::from_ref(answer));
    }
    std::thread::scope(|scope| {
        let calls: Vec<_> = (0..4).map(|_| scope.spawn(|| together.verify(&pairs))).collect();
        calls.into_iter().for_each(|call| assert_eq!(call.join().unwrap(), answers));
    });
}

#[test]
fn computes_an_onnx_graph_as_the_reference_does() {
    compare_with_reference("bert", "model.onnx");
}

#[cfg(feature = "safetensors")]
#[test]
fn computes_safetensors_of_every_kind_as_the_reference_does() {
    for name in ["bert", "roberta", "deberta-v2", "modernbert"] {
        compare_with_reference(name, "model.safetensors");
    }
}

#[cfg(not(feature = "safetensors"))]
#[test]
fn says_that_safetensors_need_another_build() {
    let error = CrossEncoder::new(folder("bert", "model.safetensors"), 1).unwrap_err();
    assert!(error.to_string().contains("--features safetensors"), "{error}");
}

#[test]
fn takes_the_passages_as_premise_and_the_clause_as_hypothesis() {
    // The graph gives 0.25 for "ferry" in the first segment and 2.5 in the second, on the output of entailment.
    let model = CrossEncoder::new(folder("sums", "model.onnx"), 2).unwrap();
    let pairs = [
        pair(&["The ferry left."], "It left."),
        pair(&["It left."], "The ferry left."),
        pair(&["The ferry.", "The ferry left.", "Old port."], "Rain"),
        pair(&[], "Never"),
    ];
    let answers: Vec<Stances> = model.verify(&pairs).into_iter().map(Result::unwrap).collect();
    let wanted = [[0.0, 0.25, 0.0], [0.0, 2.5, 0.0], [0.0, 0.5, 2.5], [2.5, 0.0, 0.0]];
    for (answer, logits) in answers.iter().zip(&wanted) {
        let wanted = stances(logits);
        assert!(near(answer.supports, wanted.supports) && near(answer.silent, wanted.silent), "{answer:?} {wanted:?}");
    }
}

#[test]
fn cuts_long_passages_and_refuses_long_clauses() {
    let model = CrossEncoder::new(folder("sums", "model.onnx"), 1).unwrap();
    let rain = "rain ".repeat(100_000);
    let answers = model.verify(&[pair(&[&rain], "The ferry"), pair(&["The ferry"], &rain), pair(&["é"], "é")]);
    // 40 pieces, of which five are the clause and the special ones.
    let wanted = stances(&[0.0, 2.5, 35.0 * 0.25]);
    assert!(near(answers[0].clone().unwrap().supports, wanted.supports), "{answers:?} {wanted:?}");
    assert!(matches!(&answers[1], Err(Unanswered(reason)) if reason.contains("too long")));
    assert!(answers[2].is_ok());
}

#[test]
fn is_named_after_folder_and_weights() {
    let model = CrossEncoder::new(folder("sums", "model.onnx"), 1).unwrap();
    let (name, digits) = model.name().split_once('@').unwrap();
    assert_eq!((name, digits.len()), ("sums", 12));
    let other = CrossEncoder::new(folder("bert", "model.onnx"), 1).unwrap();
    assert_ne!(other.name().split_once('@').unwrap().1, digits);
}

#[test]
fn names_the_file_that_is_wrong() {
    let sums = || folder("sums", "model.onnx");
    let onnx = |graph: &[u8]| Weights::Onnx { graph: graph.to_vec(), external: Vec::new() };
    let labels = |labels: &str| format!(r#"{{"id2label": {labels}}}"#).into_bytes();
    let cases = [
        (Folder { config: b"{".to_vec(), ..sums() }, "config.json: "),
        (Folder { config: b"{}".to_vec(), ..sums() }, "config.json: there is no `id2label`"),
        (
            Folder { config: labels(r#"{"0": "LABEL_0", "1": "LABEL_1"}"#), ..sums() },
            "config.json: the label \"LABEL_0\"",
        ),
        (
            Folder { config: br#"{"id2label": {"0": "x"}, "max_position_embeddings": 3}"#.to_vec(), ..sums() },
            "config.json: ",
        ),
        (Folder { config: labels(r#"{"0": "entailment", "1": "not_entailment"}"#), ..sums() }, "model.onnx: 3 outputs"),
        (Folder { tokenizer: b"{}".to_vec(), ..sums() }, "tokenizer.json: "),
        (Folder { weights: onnx(b""), ..sums() }, "model.onnx: "),
        (Folder { weights: onnx(b"not a graph at all"), ..sums() }, "model.onnx: "),
    ];
    for (folder, message) in cases {
        let error = CrossEncoder::new(folder, 1).unwrap_err().to_string();
        assert!(error.starts_with(message), "{error}, not {message}");
    }
}
