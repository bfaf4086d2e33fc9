//! What several articles about one event make together: reuse, independent sources, facts by outlet.

mod comparison;

pub use comparison::{Cell, Comparison, Direction, Fact, FactKind, FactState, Reuse, SharedPassage};
