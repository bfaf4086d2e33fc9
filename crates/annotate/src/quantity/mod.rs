//! Quantities: numbers with their unit, their hedge and what they count.

mod compare;

pub use compare::{HedgeChange, compare, compare_reason, hedge_change};
