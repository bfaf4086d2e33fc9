//! Shows where several articles about one event coincide, where they differ, and what a draft about it says that they
//! do not.
//!
//! This is the front door: plain data in, plain data out. It reads no file, prints nothing and asks no clock; the
//! program `coincide` is made of it, and so can a service or a notebook be.
//!
//! ```
//! use coincide::{Input, Options, Verdict};
//!
//! let draft = Input::text("draft", "The ferry ran aground off Holm on Sunday. Nobody had been warned.");
//! let articles = [
//!     Input::text("a", "The ferry Vestfold ran aground off Holm on Sunday, the police said.").outlet("Coast Radio"),
//!     Input::text("b", "A ferry ran aground off the island of Holm on Sunday.").outlet("North Sea Courier"),
//! ];
//! let report = coincide::check(draft, articles, &Options::default())?;
//! for claim in &report.value.claims {
//!     println!("{:?} by {} independent sources: {}", claim.verdict, claim.independent_sources, claim.text);
//! }
//! assert_eq!(report.value.claims[0].verdict, Verdict::Supported);
//! assert_eq!(report.value.claims[1].verdict, Verdict::NotFound);
//! # Ok::<(), coincide::Error>(())
//! ```
//!
//! | to | call | and get |
//! | --- | --- | --- |
//! | check a draft | [`check()`] | a [`Report`] of a [`Check`]: a verdict for every sentence, findings, evidence |
//! | compare articles | [`compare`] | a [`Report`] of a [`Compare`]: facts by outlet, who copied whom |
//! | check a line of a batch | [`check_line`] | a [`Line`] |
//! | clean captured pages | [`read`] | [`Articles`] |
//! | divide an archive of any size | [`captures`] | [`Captures`], of which each is a part of an [`Input`] |
//! | find quotations, quantities, times and entities | [`annotate`] | [`Annotated`] |
//!
//! A report becomes text, HTML, JSON, Markdown or SARIF by the functions of [`formats`]. A [`Code`] is explained by its
//! [`page`](Code::page).

mod check;
mod error;
pub mod formats;
mod input;
mod line;
mod marks;
#[cfg(feature = "model")]
mod model;
mod options;
mod reading;

pub use check::{check, compare};
pub use coincide_annotate::Reading;
pub use coincide_article::{
    Address, Article, Capture, CaptureError, Captures, Kind, Limits, Paragraph, ParagraphKind, PassedOver, Place, Unit,
    captures,
};
pub use coincide_check::{Code, Models, Page, Pair, Stances, Unanswered, Verifier};
#[cfg(feature = "model")]
pub use coincide_model::{Cache, Key as CacheKey};
pub use coincide_report::{
    Cell, Check, Claim, Clause, Compare, Comparison, Difference, Direction, Document, Evidence, Fact, FactKind,
    FactState, Finding, FindingEvidence, Input as ReportInput, Level, Note, Omitted, Published, Region, Report, Reuse,
    ReusedPassage, Source, Span, Stance, Summary, Verdict,
};
pub use coincide_retrieve::Embedder;
pub use error::{Error, ErrorKind, Problem};
pub use input::{Content, Input};
pub use line::{Failed, Line, check_line};
#[cfg(feature = "model")]
pub use model::{Model, Vectors};
pub use options::Options;
pub use reading::{Annotated, Articles, annotate, read};

/// The version that every result names.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
