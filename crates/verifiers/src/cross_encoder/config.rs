//! What `config.json` says that every kind of model has.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::Error;

/// The name of the file.
pub(crate) const FILE: &str = "config.json";

/// Most word pieces of a pair, whatever the model can take: passages are some sentences, and time grows with the square.
const LONGEST: usize = 512;

/// The part of `config.json` that is needed whatever runs the model.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Config {
    /// The architecture: `bert`, `roberta`, ...
    #[serde(default)]
    pub(crate) model_type: String,
    /// What each output means, by its number.
    #[serde(default)]
    pub(crate) id2label: BTreeMap<String, String>,
    max_position_embeddings: Option<usize>,
    pad_token_id: Option<usize>,
}

impl Config {
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Error> {
        serde_json::from_slice(bytes).map_err(|error| Error::file(FILE, error))
    }

    /// Most word pieces of a pair, special ones included.
    pub(crate) fn longest(&self) -> usize {
        let positions = self.max_position_embeddings.unwrap_or(LONGEST);
        // These number positions from behind that of padding.
        let behind_padding = matches!(&*self.model_type, "roberta" | "xlm-roberta" | "camembert" | "mpnet");
        let unused = if behind_padding { self.pad_token_id.unwrap_or(1).saturating_add(1) } else { 0 };
        positions.saturating_sub(unused).min(LONGEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_how_much_a_model_reads() {
        let cases = [
            (r#"{"model_type": "bert", "max_position_embeddings": 128}"#, 128),
            (r#"{"model_type": "roberta", "max_position_embeddings": 514, "pad_token_id": 1}"#, 512),
            (r#"{"model_type": "roberta", "max_position_embeddings": 130}"#, 128),
            (r#"{"model_type": "modernbert", "max_position_embeddings": 8192, "pad_token_id": 50283}"#, 512),
            (r#"{}"#, 512),
        ];
        for (json, longest) in cases {
            assert_eq!(Config::read(json.as_bytes()).unwrap().longest(), longest, "{json}");
        }
    }
}
