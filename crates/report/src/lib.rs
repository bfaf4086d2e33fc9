//! The values that leave Coincide and every output format made from them.

mod value;

pub use value::*;
