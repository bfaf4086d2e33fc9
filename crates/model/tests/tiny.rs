//! The whole of the crate on the tiny model of `training/tiny_model.py`.

use std::collections::HashMap;

use coincide_model::{Cache, Digests, Error, Key, Model, Question, StaticEmbedder, WordPiece};

const WEIGHTS: &[u8] = include_bytes!("data/tiny.onnx");
const VOCABULARY: &[u8] = include_bytes!("data/tiny_vocab.txt");
const TEXTS: [&str; 7] = [
    "The ferry left the harbour at noon.",
    "",
    "No one was hurt, the master said.",
    "Warned",
    "the the the",
    "At noon the ferry left the harbour; no one was hurt and the harbour master said no ferry was warned at noon.",
    "Ünïcode: 渡船 and an \u{1F6A2}",
];

fn model(threads: usize) -> Result<Model, Error> {
    Model::from_bytes(WEIGHTS, VOCABULARY, &Digests::of(WEIGHTS, VOCABULARY), threads)
}

#[test]
fn a_text_has_the_same_vectors_alone_and_in_company() -> Result<(), Error> {
    let together = model(2)?.encoder().encode(&TEXTS)?;
    let model = model(1)?;
    for (text, with_others) in TEXTS.iter().zip(&together) {
        assert_eq!(&model.encoder().encode(&[text])?[0], with_others, "{text}");
    }
    let mut turned = TEXTS;
    turned.reverse();
    let mut turned = model.encoder().encode(&turned)?;
    turned.reverse();
    assert_eq!(turned, together);
    Ok(())
}

#[test]
fn a_question_has_the_same_answer_alone_and_in_company() -> Result<(), Error> {
    let passages = [&TEXTS[..1], &TEXTS[1..3], &[], &TEXTS[3..]];
    let questions: Vec<Question<'_>> =
        TEXTS.iter().zip(passages.iter().cycle()).map(|(claim, passages)| Question { claim, passages }).collect();
    let together = model(3)?.cross_encoder()?.pooled(&questions)?;
    let model = model(1)?;
    for (question, with_others) in questions.iter().zip(&together) {
        assert_eq!(&model.cross_encoder()?.pooled(&[*question])?[0], with_others, "{question:?}");
        assert_eq!(with_others.len(), 2, "of three stances");
    }
    Ok(())
}

#[test]
fn passages_are_read_as_if_joined_by_spaces() -> Result<(), Error> {
    let model = model(1)?;
    let claim = TEXTS[0];
    let joined = [TEXTS[2], TEXTS[3]].join(" ");
    let apart = Question { claim, passages: &[TEXTS[2], TEXTS[3]] };
    let together = Question { claim, passages: &[&joined] };
    assert_eq!(model.cross_encoder()?.pooled(&[apart])?, model.cross_encoder()?.pooled(&[together])?);
    Ok(())
}

#[test]
fn vectors_of_texts_have_length_one_and_each_piece_has_its_place() -> Result<(), Error> {
    for (text, encoding) in TEXTS.iter().zip(model(1)?.encoder().encode(&TEXTS)?) {
        let length: f32 = encoding.text.iter().map(|x| x * x).sum();
        assert!((length - 1.0).abs() < 1e-5, "{text}: {length}");
        assert_eq!(encoding.pieces.len(), encoding.spans.len() * encoding.text.len());
        assert!(encoding.piece(encoding.spans.len()).is_none());
        let mut before = 0;
        for span in encoding.spans {
            assert!(span.start >= before && !text[span.clone()].is_empty());
            before = span.start;
        }
    }
    Ok(())
}

#[test]
fn long_texts_are_cut_where_the_model_ends() -> Result<(), Error> {
    let long = "ferry ".repeat(10_000);
    let model = model(1)?;
    // The tiny model has places for 48 pieces, two of them special.
    assert_eq!(model.encoder().encode(&[&long])?[0].spans.len(), 46);
    let question = Question { claim: &long, passages: &[&long] };
    assert_eq!(model.cross_encoder()?.pooled(&[question])?.len(), 1);
    Ok(())
}

#[test]
fn another_file_than_the_expected_one_is_refused() {
    let mut other = WEIGHTS.to_vec();
    other[100] ^= 1;
    let refused = Model::from_bytes(&other, VOCABULARY, &Digests::of(WEIGHTS, VOCABULARY), 1);
    assert!(matches!(refused, Err(Error::Digest { file: "the weights", .. })));
}

#[test]
fn broken_files_are_errors() {
    for end in (0..WEIGHTS.len()).step_by(997) {
        let cut = &WEIGHTS[..end];
        assert!(Model::from_bytes(cut, VOCABULARY, &Digests::of(cut, VOCABULARY), 1).is_err(), "{end}");
    }
    for vocabulary in [&b""[..], b"\xff", b"[UNK]\n[CLS]\n", &VOCABULARY[..VOCABULARY.len() - 5]] {
        assert!(Model::from_bytes(WEIGHTS, vocabulary, &Digests::of(WEIGHTS, vocabulary), 1).is_err());
    }
}

/// Pieces and places as the crate `tokenizers` gives them, by way of its Python binding in `training/tiny_model.py`.
#[test]
fn word_pieces_are_those_of_tokenizers() -> Result<(), Box<dyn std::error::Error>> {
    #[derive(serde::Deserialize)]
    struct Reference {
        text: String,
        ids: Vec<u32>,
    }
    let words = WordPiece::from_bytes(VOCABULARY)?;
    let references: Vec<Reference> = serde_json::from_slice(include_bytes!("data/tiny_pieces.json"))?;
    for reference in references {
        assert_eq!(words.pieces(&reference.text, usize::MAX).ids, reference.ids, "{:?}", reference.text);
    }
    Ok(())
}

const TABLE: &[u8] = include_bytes!("data/tiny_static.onnx");

/// A table of the tests, whose digest the refusal tells.
fn static_embedder() -> Result<StaticEmbedder, Error> {
    match StaticEmbedder::from_bytes(TABLE, "", VOCABULARY) {
        Err(Error::Digest { found, .. }) => StaticEmbedder::from_bytes(TABLE, &found, VOCABULARY),
        other => other,
    }
}

/// Sums of rows as onnxruntime looks them up, by way of `training/tiny_model.py`.
#[test]
fn static_vectors_are_sums_of_rows() -> Result<(), Box<dyn std::error::Error>> {
    #[derive(serde::Deserialize)]
    struct Reference {
        text: String,
        vector: Vec<f32>,
    }
    let embedder = static_embedder()?;
    let references: Vec<Reference> = serde_json::from_slice(include_bytes!("data/tiny_static.json"))?;
    for reference in references {
        let vector = embedder.embed(&reference.text);
        assert!(vector.iter().zip(&reference.vector).all(|(a, b)| (a - b).abs() < 1e-4), "{:?}", reference.text);
    }
    assert!(embedder.embed(" \u{200b}").iter().all(|x| *x == 0.0));
    Ok(())
}

/// Counts what is asked of it and may break what it holds.
#[derive(Default)]
struct Counted {
    kept: HashMap<Key, Vec<u8>>,
    puts: usize,
    broken: bool,
}

impl Cache for Counted {
    fn get(&mut self, key: &Key) -> Option<Vec<u8>> {
        let mut bytes = self.kept.get(key).cloned()?;
        if self.broken {
            bytes.truncate(bytes.len() - 1);
        }
        Some(bytes)
    }

    fn put(&mut self, key: Key, bytes: Vec<u8>) {
        self.puts += 1;
        self.kept.insert(key, bytes);
    }
}

#[test]
fn the_cache_gives_the_same_bits_and_each_text_is_encoded_once() -> Result<(), Error> {
    let model = model(1)?;
    let mut texts = TEXTS.to_vec();
    texts.extend(TEXTS);
    let expected = model.encoder().encode(&texts)?;
    let mut cache = Counted::default();
    assert_eq!(model.encoder().encode_cached(&texts, &mut cache)?, expected);
    assert_eq!(cache.puts, TEXTS.len());
    assert_eq!(model.encoder().encode_cached(&texts, &mut cache)?, expected);
    assert_eq!(cache.puts, TEXTS.len());
    cache.broken = true;
    assert_eq!(model.encoder().encode_cached(&texts, &mut cache)?, expected);
    assert_eq!(cache.puts, 2 * TEXTS.len());
    Ok(())
}

#[test]
fn questions_are_kept_apart_from_each_other() -> Result<(), Error> {
    let model = model(1)?;
    let cross = model.cross_encoder()?;
    let questions = [
        Question { claim: "the ferry", passages: &["left", "at noon"] },
        Question { claim: "the ferry", passages: &["left"] },
        Question { claim: "the", passages: &["ferry", "left"] },
    ];
    let expected = cross.pooled(&questions)?;
    let mut cache = HashMap::new();
    assert_eq!(cross.pooled_cached(&questions, &mut cache)?, expected);
    assert_eq!(cache.len(), 3);
    assert_eq!(cross.pooled_cached(&questions, &mut cache)?, expected);
    Ok(())
}
