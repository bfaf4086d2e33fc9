use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

/// The schema name of [`Evaluation`].
pub const SCHEMA: &str = "coincide.eval/1";

/// Figures on one or more sets.
#[derive(Clone, Debug, Serialize)]
pub struct Evaluation {
    /// `coincide.eval/1`.
    pub schema: &'static str,
    /// One for each set.
    pub sets: Vec<Set>,
}

/// Figures on one set.
#[derive(Clone, Debug, Serialize)]
pub struct Set {
    /// Its name.
    pub name: String,
    /// Number of items the figures are over.
    pub n: usize,
    /// The figures by name, from 0 to 1, or differences of such figures; `x_low` and `x_high` bound `x` in 95 of 100 resamplings.
    pub metrics: BTreeMap<String, f64>,
}

impl fmt::Display for Evaluation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for set in &self.sets {
            writeln!(out, "{} (n = {})", set.name, set.n)?;
            for (name, value) in &set.metrics {
                if name.ends_with("_low") || name.ends_with("_high") {
                    continue;
                }
                let bounds = set.metrics.get(&format!("{name}_low")).zip(set.metrics.get(&format!("{name}_high")));
                write!(out, "  {name:<34} {value:>6.3}")?;
                match bounds {
                    Some((low, high)) => writeln!(out, "   [{low:.3}, {high:.3}]")?,
                    None => writeln!(out)?,
                }
            }
        }
        Ok(())
    }
}
