//! Vectors of word pieces and of sentences.

use std::ops::Range;

use crate::Error;
use crate::model::Model;
use crate::weights::{Branch, Sequence};

/// The most word pieces of a text that are read, without the two special ones; what the base model was trained with.
const MOST_PIECES: usize = 254;

/// What the encoder makes of one text.
#[derive(Debug, Clone, PartialEq)]
pub struct Encoding {
    /// The bytes of the text that each word piece stands for, on character boundaries and in order.
    pub spans: Vec<Range<usize>>,
    /// The vector of each word piece, one after another: `[spans.len(), width]`.
    pub pieces: Vec<f32>,
    /// The vector of the text: the mean over its word pieces and the two special ones, of length 1.
    pub text: Vec<f32>,
}

impl Encoding {
    /// The vector of word piece `index`.
    pub fn piece(&self, index: usize) -> Option<&[f32]> {
        let width = self.text.len();
        self.pieces.get(index * width..(index + 1) * width)
    }
}

/// Gives vectors of texts; see [`Model::encoder`].
#[derive(Clone, Copy)]
pub struct Encoder<'a> {
    model: &'a Model,
}

impl<'a> Encoder<'a> {
    pub(crate) fn new(model: &'a Model) -> Self {
        Self { model }
    }

    pub(crate) fn model(&self) -> &'a Model {
        self.model
    }

    /// Encodes texts, each as if it were alone. A text of more than 254 word pieces is read to there.
    ///
    /// # Errors
    ///
    /// [`Error::Shape`] or [`Error::Threads`], neither of which a model that was loaded gives.
    pub fn encode(&self, texts: &[&str]) -> Result<Vec<Encoding>, Error> {
        let special = self.model.word_pieces().special();
        let most = MOST_PIECES.min(self.model.longest().saturating_sub(2));
        let mut spans = Vec::with_capacity(texts.len());
        let mut sequences = Vec::with_capacity(texts.len());
        for text in texts {
            let pieces = self.model.word_pieces().pieces(text, most);
            let mut ids = Vec::with_capacity(pieces.len() + 2);
            ids.push(special.start);
            ids.extend(pieces.ids);
            ids.push(special.separator);
            sequences.push(Sequence { segments: vec![0; ids.len()], ids });
            spans.push(pieces.spans);
        }
        let rows = self.model.run(Branch::Encoder, &sequences, |_, rows| rows.to_vec())?;
        let width = self.model.width();
        Ok(spans.into_iter().zip(rows).map(|(spans, rows)| encoding(spans, rows, width)).collect())
    }
}

/// From the rows of a text with its special pieces at both ends.
fn encoding(spans: Vec<Range<usize>>, mut rows: Vec<f32>, width: usize) -> Encoding {
    let mut text = vec![0.0; width];
    for row in rows.chunks_exact(width) {
        text.iter_mut().zip(row).for_each(|(sum, x)| *sum += x);
    }
    normalise(&mut text);
    rows.drain(..width);
    rows.truncate(spans.len() * width);
    Encoding { spans, pieces: rows, text }
}

/// Scales a vector to the length 1; one of zeros stays as it is.
pub(crate) fn normalise(vector: &mut [f32]) {
    let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt();
    if length > 0.0 {
        vector.iter_mut().for_each(|x| *x /= length);
    }
}
