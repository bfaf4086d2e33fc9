//! The values that leave Coincide and every output format made from them.
//!
//! [`check`] and [`compare`] turn results, which speak in byte offsets and indices, into one [`Report`]; each format is
//! a function from that report to text. No format decides anything, and none computes what another computed:
//!
//! * [`json`] and [`jsonl`], described by [`schemas`];
//! * [`text`] and [`text_compare`], for a terminal;
//! * [`html`] and [`html_compare`], one file each that needs nothing else;
//! * [`markdown`] and [`markdown_compare`], for a comment on a change;
//! * [`sarif`] (2.1.0) and [`github`] workflow commands, for tools that show findings in a file.
//!
//! Texts of strangers go through all of them. They are escaped for the format, and characters that a terminal or a
//! browser would obey instead of showing are replaced by visible ones everywhere but in JSON.

mod annotations;
mod article;
mod convert;
mod facts;
mod fingerprint;
mod github;
mod html;
mod json;
mod limits;
mod lines;
mod markdown;
mod marks;
mod names;
mod passages;
mod proofs;
mod sarif;
mod schema;
mod text;
mod value;
mod visible;
mod wordings;

pub use annotations::*;
pub use article::*;
pub use convert::{check, compare};
pub use github::github;
pub use html::{html, html_compare};
pub use json::{json, jsonl};
pub use lines::Lines;
pub use markdown::{markdown, markdown_compare};
pub use sarif::sarif;
pub use schema::schemas;
pub use text::{TextOptions, text, text_compare};
pub use value::*;

/// The page that explains the code with this name.
fn page(code: &str) -> Option<&'static coincide_check::Page> {
    coincide_check::Code::from_name(code).map(coincide_check::Code::page)
}
