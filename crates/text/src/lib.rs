//! Text with an alignment to its original bytes.
//!
//! Everything Coincide says is proved by a passage, so every later crate speaks in [`Span`]s of one clean text, and
//! that text knows where in the captured bytes each of its characters came from. The crate has six rooms:
//!
//! * [`Span`]: a half-open range of byte offsets into a clean text.
//! * [`Text`] and [`TextBuilder`]: the clean text and its alignment, layer upon layer, down to the input.
//! * [`Token`] and [`tokenize`]: words, numbers and marks, each with the forms they are compared by.
//! * [`sentences`]: where sentences begin and end in news prose.
//! * [`common_subsequence`]: how many words two texts have in the same order.
//! * [`WordSet`]: a closed class of words, to ask of every word whether it is one of them.
//!
//! Nothing here reads files, knows of articles or allocates more than the text it is given asks for.

mod alignment;
mod normal;
mod sentence;
mod sequence;
mod span;
mod token;
mod words;

pub use alignment::{Text, TextBuilder};
pub use normal::{fold, is_function_word, stem};
pub use sentence::sentences;
pub use sequence::common_subsequence;
pub use span::Span;
pub use token::{Token, TokenKind, tokenize, tokenize_into};
pub use words::WordSet;
