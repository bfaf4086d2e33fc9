//! The models that ship with the program: who judges, and by what passages are found.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use coincide_check::{Pair, Stances, Unanswered, Verifier};
use coincide_model::{Cache, Digests, Question, StaticEmbedder};
use coincide_retrieve::Embedder;

/// The files in `models/`, whose card says what they are made of and how well they do.
static WEIGHTS: &[u8] = include_bytes!("../../../models/coincide.onnx");
static VOCABULARY: &[u8] = include_bytes!("../../../models/vocab.txt");
static TABLE: &[u8] = include_bytes!("../../../models/static.onnx");
const WEIGHTS_SHA256: &str = "5454c01f7e2ab8989ba33fe0e454a81f16524e4c09d5277e936b3d5c2ff63dd3";
const VOCABULARY_SHA256: &str = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3";
const TABLE_SHA256: &str = "b474163e99ac575ade0b5f3376f31b0af678224a7649dfd49674a4bc8771987b";

/// How many pairs are computed before their states are let go.
const AT_ONCE: usize = 512;

/// A cross-encoder over clauses and passages, small enough to be part of the program.
pub struct Model {
    model: coincide_model::Model,
    name: String,
    cache: Option<Mutex<Box<dyn Cache + Send>>>,
}

impl Model {
    /// The model that ships, which computes with `threads` threads; the results are the same for every number.
    ///
    /// # Errors
    ///
    /// If the files are not those that this version was made with, or no thread can be started.
    pub fn shipped(threads: usize) -> Result<Self, coincide_model::Error> {
        let digests = Digests { weights: WEIGHTS_SHA256.to_owned(), vocabulary: VOCABULARY_SHA256.to_owned() };
        let model = coincide_model::Model::from_bytes(WEIGHTS, VOCABULARY, &digests, threads)?;
        Ok(Self { model, name: format!("coincide {}", &WEIGHTS_SHA256[..12]), cache: None })
    }

    /// The same, taking from `cache` what was made before and keeping there what is made. The answers are the same.
    #[must_use]
    pub fn caching(self, cache: Box<dyn Cache + Send>) -> Self {
        Self { cache: Some(Mutex::new(cache)), ..self }
    }

    fn stances(&self, pairs: &[Pair<'_>]) -> Result<Vec<Stances>, coincide_model::Error> {
        let questions: Vec<Question<'_>> =
            pairs.iter().map(|pair| Question { claim: pair.claim, passages: &pair.passages }).collect();
        #[allow(clippy::cast_possible_truncation, reason = "shares from 0 to 1")]
        let features: Vec<_> = pairs.iter().map(|pair| pair.features.values().map(|it| it as f32)).collect();
        let features: Vec<&[f32]> = features.iter().map(|it| it.as_slice()).collect();
        let reader = self.model.cross_encoder()?;
        let answers = match self.cache.as_ref().map(|cache| cache.lock().unwrap_or_else(PoisonError::into_inner)) {
            Some(mut cache) => reader.stances_cached(&questions, &features, &mut **cache)?,
            None => reader.stances(&questions, &features)?,
        };
        answers
            .into_iter()
            .map(|answer| match answer[..] {
                [supports, contradicts, silent] => Ok(Stances { supports, contradicts, silent }),
                _ => Err(coincide_model::Error::NoHead),
            })
            .collect()
    }
}

impl fmt::Debug for Model {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Model").field(&self.name).finish()
    }
}

impl Verifier for Model {
    fn name(&self) -> &str {
        &self.name
    }

    fn verify(&self, pairs: &[Pair<'_>]) -> Vec<Result<Stances, Unanswered>> {
        let answer = |pairs: &[Pair<'_>]| match self.stances(pairs) {
            Ok(stances) => stances.into_iter().map(Ok).collect::<Vec<_>>(),
            Err(error) => vec![Err(Unanswered(error.to_string())); pairs.len()],
        };
        pairs.chunks(AT_ONCE).flat_map(answer).collect()
    }
}

/// A vector for each word piece, and so for each text: how passages are found that say a thing in other words.
pub struct Vectors {
    table: StaticEmbedder,
    name: String,
}

impl Vectors {
    /// The table that ships.
    ///
    /// # Errors
    ///
    /// If the files are not those that this version was made with.
    pub fn shipped() -> Result<Self, coincide_model::Error> {
        let table = StaticEmbedder::from_bytes(TABLE, TABLE_SHA256, VOCABULARY)?;
        Ok(Self { table, name: format!("coincide {}", &TABLE_SHA256[..12]) })
    }
}

impl fmt::Debug for Vectors {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Vectors").field(&self.name).finish()
    }
}

impl Embedder for Vectors {
    fn name(&self) -> &str {
        &self.name
    }

    fn embed(&self, text: &str) -> Vec<f32> {
        self.table.embed(text).to_vec()
    }
}
