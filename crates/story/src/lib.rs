//! What several articles about one event make together: reuse, independent sources, facts by outlet.

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
pub use reuse::reuse;
