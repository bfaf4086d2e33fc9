//! Articles as JSON, with every character of their text at its place in the input.

mod fields;
mod string;
mod value;

pub(crate) use fields::language_code;
pub(crate) use string::push_string;
pub(crate) use value::{elements, feed_name, malformed, read_item};
