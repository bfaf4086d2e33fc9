//! Time expressions: dates, times of day, durations and sets, with their TIMEX3 value.

mod compare;

pub use compare::{compare_times, compare_times_reason};
