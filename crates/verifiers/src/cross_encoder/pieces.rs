//! Two texts to the word pieces of one input.

use tokenizers::{Tokenizer, TruncationParams, TruncationStrategy};

use super::config;
use crate::Error;

/// No word piece of prose has more bytes on average. What is longer than the pieces read, times this, is not looked at.
const BYTES_A_PIECE: usize = 64;

/// A model that reads fewer pieces has no room for two texts and the special pieces around them.
const FEWEST: usize = 8;

/// The word pieces of a pair, special ones included. None is padding.
#[derive(Debug, PartialEq)]
pub(crate) struct Pieces {
    /// Their numbers in the vocabulary.
    pub(crate) ids: Vec<u32>,
    /// The segment of each: 0 for the premise, 1 for the hypothesis; all 0 where the model knows but one.
    pub(crate) segments: Vec<u32>,
}

/// The tokeniser of a model.
pub(crate) struct Tokens {
    tokenizer: Tokenizer,
    longest: usize,
}

impl Tokens {
    /// Reads a `tokenizer.json` for inputs of at most `longest` pieces; what it says itself of truncation and padding does
    /// not count.
    pub(crate) fn new(bytes: &[u8], longest: usize) -> Result<Self, Error> {
        if longest < FEWEST {
            return Err(Error::file(config::FILE, format!("a model that reads {longest} word pieces reads no pair")));
        }
        let wrong = |error: tokenizers::Error| Error::file("tokenizer.json", error);
        let mut tokenizer = Tokenizer::from_bytes(bytes).map_err(wrong)?;
        let truncation =
            TruncationParams { max_length: longest, strategy: TruncationStrategy::OnlyFirst, ..Default::default() };
        tokenizer.with_truncation(Some(truncation)).map_err(wrong)?;
        tokenizer.with_padding(None);
        // A text that spells a special piece, `[SEP]`, does not get its meaning.
        tokenizer.set_encode_special_tokens(true);
        Ok(Self { tokenizer, longest })
    }

    /// The pieces of the pair. The end of the premise is left out if they are too many.
    pub(crate) fn pieces(&self, premise: &str, hypothesis: &str) -> Result<Pieces, String> {
        let too_long = || format!("the clause is too long for the model, which reads {} word pieces", self.longest);
        let bytes = self.longest * BYTES_A_PIECE;
        if hypothesis.len() > bytes {
            return Err(too_long());
        }
        let premise = &premise[..premise.floor_char_boundary(bytes)];
        // The one thing that fails here is that the premise cannot be cut enough.
        let encoding = self.tokenizer.encode_fast((premise, hypothesis), true).map_err(|_| too_long())?;
        let pieces = Pieces { ids: encoding.get_ids().to_vec(), segments: encoding.get_type_ids().to_vec() };
        if pieces.ids.is_empty() {
            return Err("the texts have no word pieces".to_owned());
        }
        Ok(pieces)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKENIZER: &[u8] = include_bytes!("../../tests/data/sums/tokenizer.json");
    const SEPARATOR: u32 = 3;

    #[test]
    fn marks_the_segments() {
        let tokens = Tokens::new(TOKENIZER, 40).unwrap();
        let pieces = tokens.pieces("The ferry", "left").unwrap();
        assert_eq!(pieces.segments, [0, 0, 0, 0, 1, 1]);
        assert_eq!((pieces.ids[3], pieces.ids[5]), (SEPARATOR, SEPARATOR));
    }

    #[test]
    fn a_text_that_spells_a_special_piece_does_not_get_its_meaning() {
        let tokens = Tokens::new(TOKENIZER, 40).unwrap();
        let pieces = tokens.pieces("The ferry [SEP] left", "[SEP][CLS] never [PAD]").unwrap();
        assert_eq!(pieces.ids.iter().filter(|&&id| id == SEPARATOR).count(), 2);
        assert!(!pieces.ids.contains(&0));
    }

    #[test]
    fn leaves_out_the_end_of_the_premise_alone() {
        let tokens = Tokens::new(TOKENIZER, 8).unwrap();
        let pieces = tokens.pieces("The ferry left the old harbour at noon", "never on rain").unwrap();
        let whole = tokens.pieces("The ferry", "never on rain").unwrap();
        assert_eq!(pieces, whole);
        assert!(tokens.pieces("The ferry", "never on rain at noon").is_err());
        assert!(Tokens::new(TOKENIZER, 7).is_err());
    }
}
