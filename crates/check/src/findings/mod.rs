//! The findings: one file for each code, with the page that explains it and the rule that decides it.

mod page;

pub use page::{Code, Page};
