//! The formats a result leaves in. Each is made from a value or a [`Report`](crate::Report) and decides nothing.

pub use coincide_report::{
    TextOptions, annotations, article, github, html, html_compare, json, jsonl, markdown, markdown_compare, sarif,
    schemas, text, text_compare,
};
