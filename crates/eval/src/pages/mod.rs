//! Captured pages against what people or hand-written parsers took from them.
//!
//! The figures are those of the public benchmarks, each as its own evaluation computes it:
//!
//! * `shingle_f1`, `shingle_precision`, `shingle_recall`, `accuracy`: Scrapinghub's article-extraction-benchmark. See
//!   [`BodyScore`].
//! * `word_f1`: WCXB (Web Content Extraction Benchmark); the mean over pages of the F1 of the multisets of lower-cased
//!   words. `word_precision` and `word_recall` are means over pages as well. `segments_kept` is the share of passages
//!   that must be in the text and are, `segments_removed` that of passages that must not be and are not.
//! * `title_exact`: the same words in the same order, whatever their case, marks and spaces. `title`: mean F1 of the
//!   words. `title_similar`: the share of titles whose F1 is .9 or more.
//! * `authors`: mean F1 of the sets of names over pages that have authors; `authors_exact`: the share of sets that are
//!   equal; `authors_none`: the share of pages without an author for which none is given.
//! * `date`: over pages whose day is known, the share of those with the right one.
//! * `date_accuracy`, `date_precision`, `date_recall`, `date_f1`: those of htmldate (Barbaresi 2020). See [`DateScore`].

mod body;
mod facts;
mod figures;
mod peer;
mod reading;
mod set;

pub use body::{BodyScore, Lost, Overlap};
pub use facts::{DateScore, NamesScore, TitleScore};
pub use figures::{PageOutcome, dates, dates_gain, pages, pages_gain};
pub use peer::PeerReadings;
pub use reading::PageReading;
pub use set::{PageSet, PageSetKind};
