//! The whole of the crate on the tiny model of `training/tiny_model.py`.

use coincide_model::{Digests, Error, Model, Question, WordPiece};

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
fn a_question_has_the_same_state_alone_and_in_company() -> Result<(), Error> {
    let passages = [&TEXTS[..1], &TEXTS[1..3], &[], &TEXTS[3..]];
    let questions: Vec<Question<'_>> =
        TEXTS.iter().zip(passages.iter().cycle()).map(|(claim, passages)| Question { claim, passages }).collect();
    let together = model(3)?.cross_encoder()?.pooled(&questions)?;
    let model = model(1)?;
    for (question, with_others) in questions.iter().zip(&together) {
        assert_eq!(&model.cross_encoder()?.pooled(&[*question])?[0], with_others, "{question:?}");
        assert_eq!(with_others.len(), model.width());
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
