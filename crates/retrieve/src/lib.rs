//! For a clause, the passages of each article that could bear on it.
//!
//! Lexical retrieval over sentences: an inverted index from stems to sentences, weights from how rare a stem is among
//! the sentences of the story (inverse document frequency, Spärck Jones 1972), and a little of each neighbour's score,
//! since news prose spreads one statement over two sentences. An embedding can stand behind the same function.

mod index;
mod term;

pub use index::{Index, Passage};
pub use term::{Term, TermId, TermKind, number_word, terms};
