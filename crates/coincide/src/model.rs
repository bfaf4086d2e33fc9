//! The model that ships with the program, as a verifier.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use coincide_check::{Pair, Stances, Unanswered, Verifier};
use coincide_model::{Cache, Digests, Question};

/// The files in `models/`, whose card says what they are made of and how well they do.
static WEIGHTS: &[u8] = include_bytes!("../../../models/coincide.onnx");
static VOCABULARY: &[u8] = include_bytes!("../../../models/vocab.txt");
const WEIGHTS_SHA256: &str = "b73b17f39052a4877e578875c58d807264457098c6818f017761f58827d75424";
const VOCABULARY_SHA256: &str = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3";

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
        let features: Vec<[f32; 5]> = pairs.iter().map(|pair| pair.features.values().map(|it| it as f32)).collect();
        let features: Vec<&[f32]> = features.iter().map(<[f32; 5]>::as_slice).collect();
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
