//! Verifiers a user brings along, behind the trait that `check` asks: [`coincide_check::Verifier`].
//!
//! [`CrossEncoder`] is a classifier of pairs of texts from the files of a folder as models are published in (`config.json`,
//! `tokenizer.json`, weights). [`Chat`] asks a language model behind a URL that speaks the chat interface of OpenAI, as
//! local servers do. Both are given bytes and values: nothing here reads a file or the environment.
//!
//! Neither fails as a whole once it is made. A pair that cannot be answered is
//! [`Unanswered`](coincide_check::Unanswered) with the reason, and the others are answered.

mod chat;
mod cross_encoder;
mod error;
mod places;

pub use chat::{Chat, ChatOptions, Key};
pub use cross_encoder::{CrossEncoder, Folder, Weights};
pub use error::Error;
