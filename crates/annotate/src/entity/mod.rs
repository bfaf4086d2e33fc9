//! Entity mentions: people, organisations and places, each with all of its names in the text.

mod name;

pub use name::{NameMatch, same_name};
