//! Quality on labelled sets: what is measured, and how sure the figures are.
//!
//! Input is the bytes of a set (JSON lines, gzip'd or not); output is an [`Evaluation`]. Intervals are 95 per cent
//! bootstrap intervals over documents (Efron 1979), since sentences of one document are not independent, from a fixed
//! seed, so that the same set gives the same figures.

mod bootstrap;
mod drafts;
mod evaluation;
mod lines;
mod metrics;
mod pages;
mod planted;
mod questions;
mod quotes;
mod source;
pub mod verify;

pub use drafts::{FindingOutcome, Labelled, SentenceOutcome, claim_features, draft_features, drafts, outcomes};
pub use evaluation::{Evaluation, SCHEMA, Set};
pub use lines::Error;
pub use pages::{
    BodyScore, DateScore, Lost, NamesScore, Overlap, PageOutcome, PageReading, PageSet, PageSetKind, PeerReadings,
    TitleScore, dates, dates_gain, pages, pages_gain,
};
pub use planted::{Family, FindingShown, Half, Planted, PlantedSet, Planting, PlantingOutcome};
pub use questions::{Asked, asked};
pub use quotes::{Attribution, GoldKind, Pair, QuotesOutcome, quote_outcomes, quotes};
