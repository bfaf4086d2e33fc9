//! What the outputs of a classifier mean.

use coincide_check::Stances;

use super::config::{self, Config};
use crate::Error;

/// What the outputs of a classifier mean.
#[derive(Debug, PartialEq)]
pub(crate) enum Labels {
    /// One output, through the logistic function the probability of support.
    Support,
    /// One output for each, through softmax its probability.
    Each(Vec<Stance>),
}

/// What passages say of a clause.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Stance {
    Supports,
    Contradicts,
    Silent,
}

impl Labels {
    /// Reads `id2label`. The names are those of natural language inference and of fact verification (FEVER), in any order
    /// and case. A model that knows only `entailment` and `not_entailment` does not tell contradiction from silence: what
    /// it does not find entailed is taken as silence, so that it never makes a contradiction.
    pub(crate) fn of(config: &Config) -> Result<Self, Error> {
        let wrong = |reason: String| Error::file(config::FILE, reason);
        let labels = &config.id2label;
        if labels.is_empty() {
            return Err(wrong("there is no `id2label`, which says what the outputs mean".to_owned()));
        }
        let label = |number: usize| labels.get(&number.to_string());
        if labels.len() == 1 && label(0).is_some() {
            return Ok(Self::Support);
        }
        let mut stances = Vec::with_capacity(labels.len());
        for number in 0..labels.len() {
            let Some(label) = label(number) else {
                return Err(wrong(format!("`id2label` has no {number} though it has {} labels", labels.len())));
            };
            let Some(stance) = stance(label) else {
                return Err(wrong(format!(
                    "the label {label:?} is not known; entailment, contradiction and neutral are, or entailment and \
                     not_entailment"
                )));
            };
            if stances.contains(&stance) {
                return Err(wrong(format!("two labels mean what {label:?} means")));
            }
            stances.push(stance);
        }
        if !stances.contains(&Stance::Supports) {
            return Err(wrong("no label means entailment".to_owned()));
        }
        Ok(Self::Each(stances))
    }

    /// How many outputs there must be.
    pub(crate) fn count(&self) -> usize {
        match self {
            Self::Support => 1,
            Self::Each(stances) => stances.len(),
        }
    }

    /// The probabilities of the stances from the outputs.
    pub(crate) fn stances(&self, logits: &[f32]) -> Result<Stances, String> {
        if logits.len() != self.count() {
            return Err(format!("{} outputs for {} labels", logits.len(), self.count()));
        }
        if logits.iter().any(|logit| !logit.is_finite()) {
            return Err("an output is not a finite number".to_owned());
        }
        let mut result = Stances { supports: 0.0, contradicts: 0.0, silent: 0.0 };
        match self {
            Self::Support => {
                result.supports = 1.0 / (1.0 + (-f64::from(logits[0])).exp());
                result.silent = 1.0 - result.supports;
            }
            Self::Each(stances) => {
                let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
                let odds = |logit: f32| (f64::from(logit) - f64::from(largest)).exp();
                let all: f64 = logits.iter().copied().map(odds).sum();
                for (stance, &logit) in stances.iter().zip(logits) {
                    let probability = odds(logit) / all;
                    match stance {
                        Stance::Supports => result.supports = probability,
                        Stance::Contradicts => result.contradicts = probability,
                        Stance::Silent => result.silent = probability,
                    }
                }
            }
        }
        Ok(result)
    }
}

fn stance(label: &str) -> Option<Stance> {
    match label.trim().to_ascii_lowercase().replace(['-', ' '], "_").as_str() {
        "entailment" | "supports" => Some(Stance::Supports),
        "contradiction" | "refutes" => Some(Stance::Contradicts),
        "neutral" | "not_entailment" | "not_enough_info" => Some(Stance::Silent),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(labels: &str) -> Result<Labels, String> {
        let config = format!(r#"{{"id2label": {labels}}}"#);
        Labels::of(&Config::read(config.as_bytes()).unwrap()).map_err(|error| error.to_string())
    }

    #[test]
    fn reads_labels_in_any_order_and_case() {
        use Stance::{Contradicts, Silent, Supports};
        let cases: [(&str, &[Stance]); 5] = [
            (r#"{"0": "entailment", "1": "neutral", "2": "contradiction"}"#, &[Supports, Silent, Contradicts]),
            (r#"{"2": "CONTRADICTION", "0": "Neutral", "1": "Entailment"}"#, &[Silent, Supports, Contradicts]),
            (r#"{"0": "not_entailment", "1": "entailment"}"#, &[Silent, Supports]),
            (r#"{"0": "entailment", "1": "Not-Entailment"}"#, &[Supports, Silent]),
            (r#"{"0": "SUPPORTS", "1": "REFUTES", "2": "NOT ENOUGH INFO"}"#, &[Supports, Contradicts, Silent]),
        ];
        for (labels, stances) in cases {
            assert_eq!(of(labels), Ok(Labels::Each(stances.to_vec())), "{labels}");
        }
        assert_eq!(of(r#"{"0": "LABEL_0"}"#), Ok(Labels::Support));
    }

    #[test]
    fn says_what_is_wrong_with_labels() {
        let cases = [
            (r#"{}"#, "there is no `id2label`"),
            (r#"{"0": "LABEL_0", "1": "LABEL_1"}"#, "\"LABEL_0\" is not known"),
            (r#"{"0": "entailment", "2": "neutral"}"#, "has no 1"),
            (r#"{"0": "neutral", "1": "not_entailment", "2": "entailment"}"#, "two labels"),
            (r#"{"0": "neutral", "1": "contradiction"}"#, "no label means entailment"),
        ];
        for (labels, reason) in cases {
            let error = of(labels).unwrap_err();
            assert!(error.starts_with("config.json: ") && error.contains(reason), "{labels}: {error}");
        }
    }

    #[test]
    fn makes_probabilities_of_outputs() {
        let labels = of(r#"{"0": "contradiction", "1": "entailment", "2": "neutral"}"#).unwrap();
        let stances = labels.stances(&[0.0, 2.0_f32.ln(), 0.0]).unwrap();
        assert!((stances.supports - 0.5).abs() < 1e-6 && (stances.silent - 0.25).abs() < 1e-6);
        assert!((stances.supports + stances.contradicts + stances.silent - 1.0).abs() < 1e-12);
        let far = labels.stances(&[-1e30, 1e30, 0.0]).unwrap();
        assert_eq!(far, Stances { supports: 1.0, contradicts: 0.0, silent: 0.0 });
        assert!(labels.stances(&[0.0, f32::NAN, 0.0]).is_err());
        assert!(labels.stances(&[0.0]).is_err());
        let one = Labels::Support.stances(&[3.0_f32.ln()]).unwrap();
        assert!((one.supports - 0.75).abs() < 1e-6 && one.contradicts == 0.0);
    }
}
