//! Bytes of any kind to clean articles.

mod agency;
mod article;
mod byline;
mod date;
mod decode;
mod error;
mod facts;
mod furniture;
mod html;
mod input;
mod json;
mod kind;
mod language;
mod manuscript;
mod markdown;
mod office;
mod plain;
mod read;
mod record;
mod record_text;
mod stripped;
mod url;
mod wrap;

pub use article::{Article, DateSource, Dropped, Moment, Paragraph, ParagraphKind, Precision, Published};
pub use date::parse_date;
pub use error::Error;
pub use input::{Contents, Encoding, EncodingSource, Fields, Given, Input, Kind, Problem};
pub use read::{LARGEST_INPUT, read, read_draft, read_draft_value, read_value};
