//! Who judges what passages say of a sentence, beside the rules.

use std::fmt::Debug;

use coincide_retrieve::Embedder;

use crate::Features;

/// What a check goes by beside its rules; by default nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Models<'a> {
    /// Who judges what passages say of a clause.
    pub verifier: Option<&'a dyn Verifier>,
    /// By what passages are found, and statements of several articles put together, beside their words.
    pub embedder: Option<&'a dyn Embedder>,
}

/// A judge of whether passages support a sentence, contradict it or are silent on it: a model, say.
///
/// The rules decide quotations, quantities, times and names; it decides what they cannot.
pub trait Verifier: Debug + Send + Sync {
    /// Its name and version, as they stand in results.
    fn name(&self) -> &str;

    /// One answer for each of `pairs`, in order. The answer to a pair must not depend on the others, so that a check
    /// gives the same however its sentences are put together.
    fn verify(&self, pairs: &[Pair<'_>]) -> Vec<Result<Stances, Unanswered>>;
}

/// A sentence of a draft and the passages it is held against.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair<'a> {
    /// The sentence.
    pub claim: &'a str,
    /// The passages, in order.
    pub passages: Vec<&'a str>,
    /// What the passages have of the sentence by rules.
    pub features: Features,
}

/// How probable it is that passages support a sentence, contradict it, or are silent on it. The three make one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stances {
    /// They say all of it.
    pub supports: f64,
    /// They say otherwise.
    pub contradicts: f64,
    /// They do not say.
    pub silent: f64,
}

/// Why there is no answer, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unanswered(pub String);

impl Stances {
    /// The logarithm of the odds of support, between -8 and 8.
    pub(crate) fn support(&self) -> f64 {
        let supports = self.supports.clamp(0.0, 1.0);
        ((supports + TINY) / (1.0 - supports + TINY)).ln()
    }
}

/// Keeps odds finite: about e to the power of -8.
const TINY: f64 = 0.000_335;
