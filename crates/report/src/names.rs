use std::collections::BTreeMap;

use crate::visible::visible;
use crate::{Comparison, Direction, FactKind, FactState, Input, Level, Summary, Verdict};

/// What inputs are called in formats that people read: the outlet, else the file; with the identifier where two would
/// be called the same.
#[derive(Debug)]
pub(crate) struct Names {
    names: BTreeMap<String, String>,
}

impl Names {
    pub(crate) fn new(inputs: &[Input]) -> Self {
        let name = |input: &Input| {
            let name = input.outlet.as_deref().or(input.path.as_deref()).unwrap_or(&input.id);
            visible(name.trim()).into_owned()
        };
        let mut uses: BTreeMap<String, usize> = BTreeMap::new();
        for input in inputs {
            *uses.entry(name(input)).or_default() += 1;
        }
        let named = |input: &Input| {
            let name = name(input);
            let shared = uses.get(&name).is_some_and(|&uses| uses > 1);
            (input.id.clone(), if shared { format!("{name} ({})", input.id) } else { name })
        };
        Self { names: inputs.iter().map(named).collect() }
    }

    /// The name of the input with this identifier; the identifier itself if there is none.
    pub(crate) fn of<'a>(&'a self, id: &'a str) -> &'a str {
        self.names.get(id).map_or(id, String::as_str)
    }

    /// The names of several, one after the other.
    pub(crate) fn list<'a>(&'a self, ids: impl IntoIterator<Item = &'a str>) -> String {
        ids.into_iter().map(|id| self.of(id)).collect::<Vec<_>>().join(", ")
    }
}

/// Every verdict, in the order in which people look at them.
pub(crate) const VERDICTS: [Verdict; 5] =
    [Verdict::Contradicted, Verdict::Conflicting, Verdict::NotFound, Verdict::Supported, Verdict::NotChecked];

/// A verdict in words.
pub(crate) const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "supported",
        Verdict::Contradicted => "contradicted",
        Verdict::Conflicting => "conflicting",
        Verdict::NotFound => "not found",
        Verdict::NotChecked => "not checked",
    }
}

/// A verdict as one character that differs in shape, not in colour alone.
pub(crate) const fn icon(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "✓",
        Verdict::Contradicted => "✗",
        Verdict::Conflicting => "≠",
        Verdict::NotFound => "?",
        Verdict::NotChecked => "–",
    }
}

/// A level in words.
pub(crate) const fn level(level: Level) -> &'static str {
    match level {
        Level::Note => "note",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}

/// A state in words.
pub(crate) const fn state(state: FactState) -> &'static str {
    match state {
        FactState::Differing => "differing",
        FactState::Shared => "shared",
        FactState::Single => "only here",
    }
}

/// Every kind of fact with its heading, in the order in which they are shown.
pub(crate) const KINDS: [(FactKind, &str); 4] = [
    (FactKind::Quantity, "Figures"),
    (FactKind::Quotation, "Quotations"),
    (FactKind::Time, "Dates and times"),
    (FactKind::Statement, "Statements"),
];

/// How many claims have `verdict`.
pub(crate) const fn count(summary: &Summary, verdict: Verdict) -> usize {
    match verdict {
        Verdict::Supported => summary.supported,
        Verdict::Contradicted => summary.contradicted,
        Verdict::Conflicting => summary.conflicting,
        Verdict::NotFound => summary.not_found,
        Verdict::NotChecked => summary.not_checked,
    }
}

/// `1 article`, `5 articles`.
pub(crate) fn counted(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// `5 articles, 3 independent sources`.
pub(crate) fn sources(comparison: &Comparison) -> String {
    let articles = counted(comparison.articles.len(), "article");
    format!("{articles}, {}", counted(comparison.sources.len(), "independent source"))
}

/// `2 errors, 3 warnings, 1 note`, without the levels nothing is at; `nothing to look at` if nothing is.
pub(crate) fn levels(findings: &[crate::Finding]) -> String {
    let counts: Vec<String> = [Level::Error, Level::Warning, Level::Note]
        .into_iter()
        .map(|level| (level, findings.iter().filter(|finding| finding.level == level).count()))
        .filter(|&(_, count)| count > 0)
        .map(|(level, count)| counted(count, self::level(level)))
        .collect();
    if counts.is_empty() { "nothing to look at".to_owned() } else { counts.join(", ") }
}

/// A share as a whole percentage.
pub(crate) fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// Who took text from whom, in one sentence without a stop.
pub(crate) fn reuse(reuse: &crate::Reuse, a: &str, b: &str) -> String {
    match reuse.direction {
        Direction::AToB => format!("{b} took text from {a}"),
        Direction::BToA => format!("{a} took text from {b}"),
        Direction::Common => format!("{a} and {b} took text from the same agency"),
        Direction::Unknown => format!("{a} and {b} share text; who had it first is not known"),
    }
}
