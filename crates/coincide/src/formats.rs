//! The formats a result leaves in.

pub use crate::landing::{github, html, html_compare, markdown, markdown_compare, sarif};
pub use coincide_report::*;
