use std::collections::BTreeMap;

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

/// The values of a fact in the order of the articles, each with the identifiers of those that have it.
pub(crate) fn wordings(fact: &Fact) -> Vec<(&str, Vec<&str>)> {
    let mut found: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for cell in &fact.cells {
        let place = *places.entry(&cell.value).or_insert(found.len());
        match found.get_mut(place) {
            Some((_, articles)) => articles.push(&cell.article),
            None => found.push((&cell.value, vec![&cell.article])),
        }
    }
    found
}

/// The facts of one source only, by the identifiers of its articles, in the order of these.
pub(crate) fn only_here<'a>(facts: &[&'a Fact]) -> Vec<(Vec<&'a str>, Vec<&'a Fact>)> {
    // By length first, so that `a10` comes after `a9`.
    let mut found: BTreeMap<Vec<(usize, &str)>, Vec<&Fact>> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| fact.state == FactState::Single) {
        let articles = fact.cells.iter().map(|cell| (cell.article.len(), cell.article.as_str()));
        found.entry(articles.collect()).or_default().push(fact);
    }
    found.into_iter().map(|(articles, facts)| (articles.into_iter().map(|(_, id)| id).collect(), facts)).collect()
}

/// A fact of one source in one line: its value, after what is measured where the value alone does not say.
pub(crate) fn in_one_line(fact: &Fact) -> String {
    let value = fact.cells.first().map_or(fact.label.as_str(), |cell| cell.value.as_str());
    let speaks = matches!(fact.kind, FactKind::Quotation | FactKind::Statement);
    if speaks || value == fact.label { value.to_owned() } else { format!("{}: {value}", fact.label) }
}

/// Who took text from whom, in one sentence without a stop.
pub(crate) fn reuse(reuse: &Reuse, a: &str, b: &str) -> String {
    match reuse.direction {
        Direction::AToB => format!("{b} took text from {a}"),
        Direction::BToA => format!("{a} took text from {b}"),
        Direction::Common => format!("{a} and {b} took text from the same agency"),
        Direction::Unknown => format!("{a} and {b} share text; who had it first is not known"),
    }
}
