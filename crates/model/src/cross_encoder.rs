//! A claim read together with passages.

use crate::Error;
use crate::cache::Cache;
use crate::model::Model;
use crate::weights::{Branch, Sequence};

/// The most word pieces of a claim that are read: as many as in training.
const MOST_OF_CLAIM: usize = 62;

/// The most word pieces of a claim and its passages, the three special ones included: as many as in training.
const MOST_PIECES: usize = 144;

/// What the cross-encoder reads at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question<'a> {
    /// The sentence in question. At most 62 word pieces of it are read.
    pub claim: &'a str,
    /// What it is held against: read one after another, as if a space were between them, until
    /// claim and passages have 144 word pieces with the three special ones.
    pub passages: &'a [&'a str],
}

/// Reads claims together with passages; see [`Model::cross_encoder`].
#[derive(Clone, Copy)]
pub struct CrossEncoder<'a> {
    model: &'a Model,
}

impl<'a> CrossEncoder<'a> {
    pub(crate) fn new(model: &'a Model) -> Self {
        Self { model }
    }

    pub(crate) fn model(&self) -> &'a Model {
        self.model
    }

    /// For each question how strongly the word pieces of its claim speak for every stance but the first, beside the
    /// passages: see [`stances`](CrossEncoder::stances), which makes probabilities of them.
    ///
    /// The sequence is `[CLS] claim [SEP] passages [SEP]`, the claim in segment 0, the passages in segment 1.
    ///
    /// # Errors
    ///
    /// [`Error::NoHead`] if the file has no head; [`Error::Shape`] or [`Error::Threads`], neither of which a model that was
    /// loaded gives.
    pub fn pooled(&self, questions: &[Question<'_>]) -> Result<Vec<Vec<f32>>, Error> {
        let head = self.model.head().ok_or(Error::NoHead)?;
        let width = self.model.width();
        let sequences: Vec<Sequence> = questions.iter().map(|question| self.sequence(question)).collect();
        self.model.run(Branch::Cross, &sequences, |sequence, rows| {
            let claim = sequence.segments.iter().filter(|&&segment| segment == 0).count();
            head.pool(rows.get(width..claim.saturating_sub(1) * width).unwrap_or_default())
        })
    }

    /// For each question the probabilities of the stances the file's head tells apart, in its order; they make one.
    ///
    /// `features` has for each question the numbers that the head reads beside the word pieces. Exponentials and sums are those
    /// of 64-bit floats, in one order, and the results are rounded to four digits. Processors without fused multiplication and
    /// addition may still differ: see `docs/model-runtime.md`.
    ///
    /// # Errors
    ///
    /// [`Error::NoHead`] if the file has none; [`Error::Shape`] if a question's features are not as many as the head reads.
    pub fn stances(&self, questions: &[Question<'_>], features: &[&[f32]]) -> Result<Vec<Vec<f64>>, Error> {
        self.head_over(&self.pooled(questions)?, features)
    }

    /// As [`stances`](CrossEncoder::stances), what the claims speak for taken from `cache` where it has them and kept there.
    ///
    /// # Errors
    ///
    /// As [`stances`](CrossEncoder::stances). An entry that cannot be read is made again.
    pub fn stances_cached(
        &self,
        questions: &[Question<'_>],
        features: &[&[f32]],
        cache: &mut (impl Cache + ?Sized),
    ) -> Result<Vec<Vec<f64>>, Error> {
        self.head_over(&self.pooled_cached(questions, cache)?, features)
    }

    fn head_over(&self, pooled: &[Vec<f32>], features: &[&[f32]]) -> Result<Vec<Vec<f64>>, Error> {
        let head = self.model.head().ok_or(Error::NoHead)?;
        if features.len() != pooled.len() {
            return Err(Error::Shape("features".into()));
        }
        let stances = |(pooled, features): (&Vec<f32>, &&[f32])| Ok(softmax(&head.logits(pooled, features)?));
        pooled.iter().zip(features).map(stances).collect()
    }

    fn sequence(&self, question: &Question<'_>) -> Sequence {
        let (words, special) = (self.model.word_pieces(), self.model.word_pieces().special());
        let most = MOST_PIECES.min(self.model.longest());
        let mut ids = vec![special.start];
        ids.extend(words.pieces(question.claim, MOST_OF_CLAIM.min(most.saturating_sub(3))).ids);
        ids.push(special.separator);
        let claim = ids.len();
        for passage in question.passages {
            let left = most.saturating_sub(1 + ids.len());
            if left == 0 {
                break;
            }
            ids.extend(words.pieces(passage, left).ids);
        }
        ids.push(special.separator);
        let segments = (0..ids.len()).map(|at| u8::from(at >= claim)).collect();
        Sequence { ids, segments }
    }
}

/// To how many digits probabilities are rounded.
const DIGITS: i32 = 4;

fn softmax(logits: &[f64]) -> Vec<f64> {
    let highest = logits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let powers: Vec<f64> = logits.iter().map(|logit| (logit - highest).exp()).collect();
    let sum: f64 = powers.iter().sum();
    let scale = 10_f64.powi(DIGITS);
    powers.iter().map(|power| (power / sum * scale).round() / scale).collect()
}
