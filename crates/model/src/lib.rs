//! Sentence and token embeddings and a cross-encoder, in pure Rust.
//!
//! A [`Model`] is made from bytes: an ONNX file of an 8-bit BERT encoder with, beside its upper layers, those of a
//! cross-encoder, and a vocabulary of word pieces. [`Encoder`] gives a vector of each sentence and of each word piece with
//! its place in the text; [`CrossEncoder`] reads a claim together with passages; [`StaticEmbedder`], from a table of its
//! own, gives vectors of texts for where there are millions. [`Cache`] is for what a caller keeps.
//!
//! The results for a text are the same bits whatever it is computed together with, and for every number of threads: texts
//! are not padded, each row of a matrix is quantised by itself, and each text is computed in one order.
//! AVX2 and AVX-512 give the same bits too; processors without fused multiply-add do not, see `docs/model-runtime.md`.
//!
//! Nothing here reads a file, a clock or the environment.

mod cache;
mod cross_encoder;
mod encoder;
mod error;
mod linear;
mod model;
mod onnx_tensors;
mod static_embedding;
mod transformer;
mod weights;
mod wordpiece;
mod workers;

pub use cache::{Cache, Key};
pub use cross_encoder::{CrossEncoder, Question};
pub use encoder::{Encoder, Encoding};
pub use error::Error;
pub use model::{Digests, Model};
pub use static_embedding::{STATIC_WIDTH, StaticEmbedder};
pub use wordpiece::{Pieces, WordPiece};
