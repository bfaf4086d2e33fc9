//! The formats a result leaves in. Each is made from a value or a [`Report`](crate::Report) and decides nothing.

#[cfg(feature = "parquet")]
pub use coincide_report::ArticleTable;
pub use coincide_report::{
    ArticlePage, ArticleSection, ArticleValue, TextOptions, annotations, article, article_markdown, article_section,
    article_text, github, html, html_compare, json, jsonl, markdown, markdown_compare, sarif, schemas, text,
    text_compare,
};
