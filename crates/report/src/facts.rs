use std::collections::{BTreeMap, BTreeSet};

use crate::names;
use crate::{Direction, Fact, FactKind, FactState, Reuse};

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

/// The facts of one source only, of every kind, by the identifiers of its articles, in the order of these.
///
/// A figure, time or quotation whose whole sentence is such a fact too is left out: the sentence says it.
pub(crate) fn only_here(facts: &[Fact]) -> Vec<(Vec<&str>, Vec<&Fact>)> {
    // By length first, so that `a10` comes after `a9`.
    let mut found: BTreeMap<Vec<(usize, &str)>, Vec<&Fact>> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| fact.state == FactState::Single) {
        let articles: BTreeSet<_> = fact.cells.iter().map(|cell| (cell.article.len(), cell.article.as_str())).collect();
        found.entry(articles.into_iter().collect()).or_default().push(fact);
    }
    let named = found.into_iter();
    named.map(|(articles, facts)| (articles.into_iter().map(|(_, id)| id).collect(), by_sentence(&facts))).collect()
}

/// `facts` without the figures, times and quotations whose sentence is among them.
fn by_sentence<'a>(facts: &[&'a Fact]) -> Vec<&'a Fact> {
    let statements = facts.iter().filter(|fact| fact.kind == FactKind::Statement);
    let sentences: BTreeSet<&str> = statements.flat_map(|fact| &fact.cells).map(|cell| &*cell.passage).collect();
    let says_more = |fact: &&Fact| {
        fact.kind == FactKind::Statement || fact.cells.iter().all(|cell| !sentences.contains(&*cell.passage))
    };
    facts.iter().copied().filter(says_more).collect()
}

/// A fact of one source in one line: its value, with what it is about where the value alone does not say.
pub(crate) fn in_one_line(fact: &Fact) -> String {
    let value = fact.cells.first().map_or(fact.label.as_str(), |cell| cell.value.as_str());
    match fact.kind {
        FactKind::Statement => value.to_owned(),
        FactKind::Quotation => format!("\"{value}\""),
        FactKind::Quantity | FactKind::Time if value == fact.label => value.to_owned(),
        FactKind::Quantity => format!("{}: {value}", fact.label),
        FactKind::Time => format!("{value}: {}", fact.label),
    }
}

/// Reused text, the most words first.
pub(crate) fn by_words(reuse: &[Reuse]) -> Vec<&Reuse> {
    let mut sorted: Vec<&Reuse> = reuse.iter().collect();
    sorted.sort_by_key(|reuse| std::cmp::Reverse(reuse.words));
    sorted
}

/// Who took text from whom, in one sentence without a stop.
pub(crate) fn reuse(reuse: &Reuse, a: &str, b: &str) -> String {
    match reuse.direction {
        Direction::AToB => format!("{b} took text from {a}"),
        Direction::BToA => format!("{a} took text from {b}"),
        Direction::Common => format!("{a} and {b} took text from the same agency"),
        Direction::Unknown => format!("{a} and {b} share text, and who had it first is not known"),
    }
}

/// How much text two articles share: `3 passages, 128 words: 56 % of Coast Radio, 45 % of North Sea Courier`.
pub(crate) fn shares(reuse: &Reuse, a: &str, b: &str) -> String {
    format!(
        "{}, {}: {} of {a}, {} of {b}",
        names::counted(reuse.spans.len(), "passage"),
        names::counted(reuse.words, "word"),
        names::percent(reuse.share_of_a),
        names::percent(reuse.share_of_b),
    )
}
