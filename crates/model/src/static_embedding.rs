//! Vectors of texts by looking their word pieces up, for where millions of sentences are compared.

use crate::Error;
use crate::encoder::normalise;
use crate::model::check_digest;
use crate::onnx_tensors::Tensors;
use crate::wordpiece::{Pieces, WordPiece};

/// How many numbers a static vector has.
pub const STATIC_WIDTH: usize = 128;

/// The most word pieces of a text that are read, which bounds the memory that a text takes.
const MOST_PIECES: usize = 1 << 16;

/// A table with a vector for each word piece, as `training/static_table.py` distils it from the encoder.
///
/// The vector of a text is the sum over its pieces, the rare ones weighing most: a bag of words, blind to their order, some
/// thousand times faster than [`Encoder`](crate::Encoder).
pub struct StaticEmbedder {
    rows: Vec<[i8; STATIC_WIDTH]>,
    scales: Vec<f32>,
    word_pieces: WordPiece,
}

impl StaticEmbedder {
    /// From the bytes of the table's ONNX file, whose SHA-256 must be `expected` (hexadecimal), and of the `vocab.txt`.
    ///
    /// # Errors
    ///
    /// [`Error::Digest`] if the table is another one; [`Error::Onnx`], [`Error::Tensor`], [`Error::Shape`] or
    /// [`Error::Vocabulary`] if a file cannot be read or the two do not belong together.
    pub fn from_bytes(table: &[u8], expected: &str, vocabulary: &[u8]) -> Result<Self, Error> {
        check_digest("the static table", expected, table)?;
        let word_pieces = WordPiece::from_bytes(vocabulary)?;
        let mut tensors = Tensors::read(table)?;
        let ([count, width], bytes) = tensors.byte_matrix("words.table")?;
        if width != STATIC_WIDTH || count != word_pieces.size() {
            return Err(Error::Shape("the static table".into()));
        }
        let scales = tensors.vector("words.row_scale", count)?;
        Ok(Self { rows: bytes.as_chunks().0.to_vec(), scales, word_pieces })
    }

    /// The vector of a text, of length 1; of zeros if it has no words. A text is read to its first 65,536 word pieces.
    pub fn embed(&self, text: &str) -> [f32; STATIC_WIDTH] {
        let mut pieces = Pieces::default();
        self.word_pieces.pieces_into(text, MOST_PIECES, &mut pieces);
        let mut sum = [0.0; STATIC_WIDTH];
        for id in pieces.ids {
            let id = id as usize;
            let (Some(row), Some(scale)) = (self.rows.get(id), self.scales.get(id)) else { continue };
            for (sum, x) in sum.iter_mut().zip(row) {
                *sum += f32::from(*x) * scale;
            }
        }
        normalise(&mut sum);
        sum
    }
}
