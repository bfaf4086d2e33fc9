//! Facts by outlet: what several articles say about one thing, one row each.
//!
//! Quantities, quotations, times and statements are aligned in the same way. Items that may say the same thing are
//! found by what they have in common that is rare, pairs are judged by a rule of their kind, and groups are made of the
//! surest pairs first. What a row comes to is decided here, from the values and the independent sources.

mod align;
mod corpus;
mod label;
mod quantity;
mod quotation;
mod statement;
#[cfg(test)]
mod tests;
mod time;

use coincide_annotate::Reading;
use coincide_retrieve::Embedder;
use coincide_text::Span;

use crate::{Cell, Fact, FactKind, FactState, Reuse, independent};

/// A fact before its sources are counted. Cells are in article order.
struct Row {
    kind: FactKind,
    label: String,
    cells: Vec<Cell>,
    /// Whether the values of two articles differ.
    differs: bool,
}

/// The facts of `articles`: by kind, then differing before shared before single, then by first occurrence.
pub(crate) fn facts(articles: &[Reading], reuse: &[Reuse], embedder: Option<&dyn Embedder>) -> Vec<Fact> {
    let corpus = corpus::Corpus::new(articles);
    let mut rows = quantity::quantities(articles, &corpus);
    rows.extend(quotation::quotations(articles, &corpus));
    rows.extend(time::times(articles, &corpus));
    rows.extend(statement::statements(articles, &corpus, embedder));
    let mut facts: Vec<Fact> = rows.into_iter().map(|row| fact(row, reuse)).collect();
    facts.sort_by_key(|fact| {
        let first = fact.cells.first().map(|cell| (cell.article, cell.span));
        (fact.kind, fact.state, first)
    });
    facts
}

fn fact(row: Row, reuse: &[Reuse]) -> Fact {
    let passages: Vec<(usize, Span)> = row.cells.iter().map(|cell| (cell.article, cell.passage)).collect();
    let independent_sources = independent(&passages, reuse);
    let state = if row.differs {
        FactState::Differing
    } else if independent_sources > 1 {
        FactState::Shared
    } else {
        FactState::Single
    };
    Fact { kind: row.kind, label: row.label, state, cells: row.cells, independent_sources }
}

/// How many items of a group each is held against.
const HELD_AGAINST: usize = 256;

/// Whether `differ` holds for two items of `group`. In a large group each is held against the first ones.
fn any_two(group: &[usize], differ: impl Fn(usize, usize) -> bool) -> bool {
    group.iter().enumerate().any(|(place, &b)| group[..place.min(HELD_AGAINST)].iter().any(|&a| differ(a, b)))
}
