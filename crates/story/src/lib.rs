//! What several articles about one event make together: reuse, independent sources, facts by outlet.
//!
//! * [`reuse()`] finds the text that two articles share, up to small edits, and who took it from whom.
//! * [`independent`] and [`sources`] count articles after copies are folded: for one thing that is said by the passages
//!   that say it, for the comparison as a whole by how much of their text articles share.
//! * [`compare`] puts both together with the facts: quantities, quotations, times and statements, one row each, with
//!   what every article says of it.
//!
//! All of it is rules over words; nothing is learnt and nothing depends on the order of hash tables. Items are looked
//! up by what is rare in them, so that time grows nearly linearly with the number of articles.

mod compare;
mod comparison;
mod facts;
mod independence;
#[cfg(test)]
mod invented;
mod reuse;

pub use compare::compare;
pub use comparison::{Cell, Comparison, Direction, Fact, FactKind, FactState, Reuse, SharedPassage};
pub use independence::{independent, passages_reused, sources};
pub use reuse::{earlier, reuse};
