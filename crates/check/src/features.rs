//! From what the articles have of a clause to the probability that they support it.

/// What the probability of support is made from: parts of a clause or sentence that the articles have, from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Features {
    /// Its content words, each counting one, that stand in the best passage.
    pub words: f64,
    /// The weight of its content words that any article has anywhere.
    pub anywhere: f64,
    /// Its pairs of neighbouring content words of which the best passage has both.
    pub pairs: f64,
    /// Its names, in the passages chosen or elsewhere in their articles; 1 if it has none.
    pub names: f64,
    /// Its numbers, in the passages chosen; 1 if it has none.
    pub numbers: f64,
    /// Its words, function words among them, that the best article has in the same order.
    pub order: f64,
    /// Its pairs of neighbouring words, function words among them, that the best article has side by side.
    pub neighbours: f64,
}

impl Features {
    /// How many they are.
    pub const COUNT: usize = 7;

    /// The features in the order of their fields.
    pub const fn values(&self) -> [f64; Self::COUNT] {
        [self.words, self.anywhere, self.pairs, self.names, self.numbers, self.order, self.neighbours]
    }
}

/// The features of a sentence and of each of its clauses.
#[derive(Clone, Debug, PartialEq)]
pub struct SentenceFeatures {
    /// Of the sentence as a whole.
    pub sentence: Features,
    /// Of each clause.
    pub clauses: Vec<Features>,
    /// For each clause the logarithm of the odds that the passages which support it most do so, as the verifier has it;
    /// nothing where it was not asked or gave no answer.
    pub verified: Vec<Option<f64>>,
}

/// The logistic function's constant.
const CONSTANT: f64 = -4.2;

/// Its weights for the features of the sentence, in the order of [`Features::values`].
const SENTENCE: [f64; Features::COUNT] = [0.5, 0.45, 0.5, 0.55, 0.85, 0.15, 0.5];

/// Its weights for the features of the clause.
const CLAUSE: [f64; Features::COUNT] = [0.5, 0.0, 0.0, 0.55, 0.75, 0.0, 0.0];

/// What a verifier's odds weigh beside those of the rules.
const WEIGHT_OF_VERIFIER: f64 = 0.3;

/// What makes the two together a probability (Platt 1999).
const SCALE: f64 = 0.85;

/// The constant beside it. One half of what it makes is at the low end of the thresholds that serve drafts alike.
const SHIFT: f64 = 0.4;

/// The probability that the articles support a clause, from its own features and those of its sentence.
///
/// A logistic regression whose weights were held at or above nought, since more found never speaks against support, and
/// small (L2), since there is little labelled text. It was fitted on eleven sets of labelled claims and summaries, which
/// weigh as much together as labelled drafts do. The constant is raised by 0.25, so that one half is the threshold that
/// serves drafts best. `examples/fit.py` of `coincide-eval` fits it, and tells how it does on each set when fitted without.
///
/// With a verifier, `verified` is the logarithm of the odds that it gives the clause with the passages that support it
/// most. Its weight and what makes a probability of the sum are those of the same script, on drafts and on documents that the
/// model which ships was not trained on, drafts weighing as much as all others; but the shift is 0.35 higher, which on drafts
/// changes little and keeps true sentences that several reports bear out together. Another verifier's odds are weighed the
/// same.
pub fn probability(sentence: &Features, clause: &Features, verified: Option<f64>) -> f64 {
    let weigh = |weights: &[f64; Features::COUNT], features: &Features| -> f64 {
        weights.iter().zip(features.values()).map(|(weight, value)| weight * value).sum()
    };
    let rules = CONSTANT + weigh(&SENTENCE, sentence) + weigh(&CLAUSE, clause);
    let logit = verified.map_or(rules, |verified| SCALE * (rules + WEIGHT_OF_VERIFIER * verified) + SHIFT);
    1.0 / (1.0 + (-logit).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_found_is_sure_and_nothing_found_is_not() {
        let all =
            Features { words: 1.0, anywhere: 1.0, pairs: 1.0, names: 1.0, numbers: 1.0, order: 1.0, neighbours: 1.0 };
        let none = Features::default();
        assert!(probability(&all, &all, None) > 0.7);
        assert!(probability(&none, &none, None) < 0.05);
        assert!(probability(&all, &none, None) < probability(&all, &all, None));
    }
}
