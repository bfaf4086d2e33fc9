//! Bytes of any kind to clean articles.

mod article;

pub use article::{Article, DateSource, Dropped, Moment, Paragraph, ParagraphKind, Precision, Published};
