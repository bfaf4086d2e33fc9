//! A claim read together with passages.

use crate::Error;
use crate::model::Model;
use crate::weights::{Branch, Sequence};

/// The most word pieces of a claim that are read.
const MOST_OF_CLAIM: usize = 64;

/// The most word pieces of a claim and its passages, the three special ones included.
const MOST_PIECES: usize = 192;

/// What the cross-encoder reads at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question<'a> {
    /// The sentence in question. At most 64 word pieces of it are read.
    pub claim: &'a str,
    /// What it is held against, the most important first: read one after another, as if a space were between them, until
    /// claim and passages have 192 word pieces with the three special ones.
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

    /// For each question the state of its first word piece, `[width]`, from which a head makes probabilities.
    ///
    /// The sequence is `[CLS] claim [SEP] passages [SEP]`, the claim in segment 0, the passages in segment 1.
    ///
    /// # Errors
    ///
    /// [`Error::Shape`] or [`Error::Threads`], neither of which a model that was loaded gives.
    pub fn pooled(&self, questions: &[Question<'_>]) -> Result<Vec<Vec<f32>>, Error> {
        let sequences: Vec<Sequence> = questions.iter().map(|question| self.sequence(question)).collect();
        self.model.run(Branch::Cross, &sequences)
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
