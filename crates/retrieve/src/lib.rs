//! For a clause, the passages of each article that could bear on it.
//!
//! Lexical retrieval over sentences: an inverted index from stems to sentences, weights from how rare a stem is among
//! the sentences of the story (inverse document frequency, Spärck Jones 1972), and a little of each neighbour's score,
//! since news prose spreads one statement over two sentences. With an [`Embedder`], sentences that speak of the same in other
//! words gain on those that only share words.

mod embedder;
mod index;
mod term;

pub use embedder::{Embedder, cosine};
pub use index::{Index, Passage};
pub use term::{Term, TermId, TermKind, number_word, terms};
