//! A model from its bytes.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::Error;
use crate::cross_encoder::CrossEncoder;
use crate::encoder::Encoder;
use crate::weights::{Branch, Head, Sequence, Weights};
use crate::wordpiece::WordPiece;
use crate::workers::Workers;

/// Word pieces that are computed in one go: enough for the products to be efficient, few enough for the processor's cache.
const ROWS_AT_ONCE: usize = 128;

/// The SHA-256 of each file of a model, in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digests {
    /// Of the ONNX file.
    pub weights: String,
    /// Of the vocabulary.
    pub vocabulary: String,
}

impl Digests {
    /// The digests of the files themselves, where nothing better is known.
    pub fn of(weights: &[u8], vocabulary: &[u8]) -> Self {
        Self { weights: sha256(weights), vocabulary: sha256(vocabulary) }
    }
}

/// A model in memory: an encoder and, if its file has one, a cross-encoder.
pub struct Model {
    weights: Weights,
    word_pieces: WordPiece,
    workers: Workers,
    digests: Digests,
}

impl Model {
    /// A model from the bytes of its ONNX file, as `training/onnx_graph.py` writes it, and of its `vocab.txt`.
    ///
    /// Both must have the `expected` digests. `threads` is how many texts are computed at the same time, at least one; the
    /// results are the same for every number.
    ///
    /// # Errors
    ///
    /// [`Error::Digest`] if a file is another one; the others but [`Error::NoCrossEncoder`] if one cannot be read.
    pub fn from_bytes(weights: &[u8], vocabulary: &[u8], expected: &Digests, threads: usize) -> Result<Self, Error> {
        check_digest("the weights", &expected.weights, weights)?;
        check_digest("the vocabulary", &expected.vocabulary, vocabulary)?;
        let digests = Digests {
            weights: expected.weights.to_ascii_lowercase(),
            vocabulary: expected.vocabulary.to_ascii_lowercase(),
        };
        let word_pieces = WordPiece::from_bytes(vocabulary)?;
        let weights = Weights::read(weights)?;
        if word_pieces.size() != weights.vocabulary() {
            return Err(Error::Shape("vocabulary and weights".into()));
        }
        Ok(Self { weights, word_pieces, workers: Workers::new(threads)?, digests })
    }

    /// How many numbers a vector has.
    pub fn width(&self) -> usize {
        self.weights.width()
    }

    /// The digests of the files, which name the model wherever its results are kept.
    pub fn digests(&self) -> &Digests {
        &self.digests
    }

    /// The vocabulary.
    pub fn word_pieces(&self) -> &WordPiece {
        &self.word_pieces
    }

    /// The part that gives vectors of sentences and word pieces.
    pub fn encoder(&self) -> Encoder<'_> {
        Encoder::new(self)
    }

    /// The part that reads a claim together with passages.
    ///
    /// # Errors
    ///
    /// [`Error::NoCrossEncoder`] if the file has none.
    pub fn cross_encoder(&self) -> Result<CrossEncoder<'_>, Error> {
        if self.weights.has_cross() { Ok(CrossEncoder::new(self)) } else { Err(Error::NoCrossEncoder) }
    }

    /// The layer that makes stances of the cross-encoder's state, if the file has one.
    pub(crate) fn head(&self) -> Option<&Head> {
        self.weights.head()
    }

    /// The longest sequence that can be computed, special pieces included.
    pub(crate) fn longest(&self) -> usize {
        self.weights.longest()
    }

    /// Runs a branch over sequences and gives each one's rows, in their order.
    pub(crate) fn run<T: Send>(
        &self,
        branch: Branch,
        sequences: &[Sequence],
        of: impl Fn(&Sequence, &[f32]) -> T + Sync,
    ) -> Result<Vec<T>, Error> {
        let total: usize = sequences.iter().map(|s| s.ids.len()).sum();
        let share = total.div_ceil(self.workers.count()).clamp(1, ROWS_AT_ONCE);
        let groups = group(sequences, share);
        let width = self.width();
        let results = self.workers.map(&groups, |group| {
            let states = self.weights.run(branch, group)?;
            let rows = states.bounds.windows(2).map(|pair| &states.rows[pair[0] * width..pair[1] * width]);
            Ok(group.iter().zip(rows).map(|(sequence, rows)| of(sequence, rows)).collect::<Vec<T>>())
        })?;
        Ok(results.into_iter().flatten().collect())
    }
}

/// Runs of sequences that together have about `rows` word pieces.
fn group(sequences: &[Sequence], rows: usize) -> Vec<&[Sequence]> {
    let mut groups = Vec::new();
    let (mut start, mut filled) = (0, 0);
    for (index, sequence) in sequences.iter().enumerate() {
        if filled > 0 && filled + sequence.ids.len() > rows {
            groups.push(&sequences[start..index]);
            (start, filled) = (index, 0);
        }
        filled += sequence.ids.len();
    }
    if start < sequences.len() {
        groups.push(&sequences[start..]);
    }
    groups
}

/// Whether `bytes` have the SHA-256 `expected`, in hexadecimal.
pub(crate) fn check_digest(file: &'static str, expected: &str, bytes: &[u8]) -> Result<(), Error> {
    let found = sha256(bytes);
    if expected.eq_ignore_ascii_case(&found) {
        Ok(())
    } else {
        Err(Error::Digest { file, expected: expected.to_owned(), found })
    }
}

fn sha256(bytes: &[u8]) -> String {
    let mut hexadecimal = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a string cannot fail.
        let _ = write!(hexadecimal, "{byte:02x}");
    }
    hexadecimal
}
