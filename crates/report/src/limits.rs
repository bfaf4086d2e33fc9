//! How much of a large result is shown.
//!
//! What is counted (independent sources, silent articles, states) is counted over everything; these limits only bound
//! what is listed, so that the report on ten thousand articles can still be read and kept. The results of an ordinary
//! story, of some dozens of articles, are far below them. How much was left out stands in the field `omitted` beside the
//! list.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use coincide_story::{Cell, Fact, Reuse};

/// Articles listed for one thing: cells of a fact, evidence of a clause or a finding.
pub(crate) const ARTICLES: usize = 64;

/// Facts of one kind.
const FACTS: usize = 512;

/// Pairs of articles that share text, for each article.
const REUSE_EACH: usize = 8;

/// Pairs of articles that share text, in all.
const REUSE: usize = 4096;

/// Texts that a page shows with what was found in them.
pub(crate) const TEXTS: usize = 64;

/// The facts that are listed, in their order: of each kind those that differ before those that are shared before those
/// of one source only, and of these what most independent sources say.
pub(crate) fn facts(facts: &[Fact]) -> Vec<&Fact> {
    let mut order: Vec<usize> = (0..facts.len()).collect();
    order.sort_by_key(|&at| {
        let fact = &facts[at];
        (fact.kind, fact.state, Reverse(fact.independent_sources), Reverse(fact.cells.len()), at)
    });
    let of_each_kind = order.chunk_by(|&one, &other| facts[one].kind == facts[other].kind);
    let mut kept: Vec<usize> = of_each_kind.flat_map(|of_kind| of_kind.iter().take(FACTS)).copied().collect();
    kept.sort_unstable();
    kept.into_iter().map(|at| &facts[at]).collect()
}

/// The cells that are listed, in their order: the first with each value, then the first of the others.
pub(crate) fn cells(cells: &[Cell]) -> Vec<&Cell> {
    let mut met = BTreeSet::new();
    let (new, known): (Vec<usize>, Vec<usize>) =
        (0..cells.len()).partition(|&at| met.insert(cells[at].normal.as_str()));
    let mut kept: Vec<usize> = new.into_iter().chain(known).take(ARTICLES).collect();
    kept.sort_unstable();
    kept.into_iter().map(|at| &cells[at]).collect()
}

/// The pairs that are listed, in their order: those that share most words, as long as one of the two articles is in few
/// pairs yet.
pub(crate) fn reuse(reuse: &[Reuse]) -> Vec<&Reuse> {
    let articles = reuse.iter().map(|pair| pair.b + 1).max().unwrap_or(0);
    let mut pairs = vec![0_usize; articles];
    let mut order: Vec<usize> = (0..reuse.len()).collect();
    order.sort_by_key(|&at| (Reverse(reuse[at].words), at));
    let mut kept: Vec<usize> = Vec::new();
    for at in order {
        let Reuse { a, b, .. } = reuse[at];
        if pairs[a].min(pairs[b]) < REUSE_EACH && kept.len() < REUSE {
            pairs[a] += 1;
            pairs[b] += 1;
            kept.push(at);
        }
    }
    kept.sort_unstable();
    kept.into_iter().map(|at| &reuse[at]).collect()
}

/// The evidence of a clause that is listed, in its order: what contradicts, then what supports best.
pub(crate) fn evidence(evidence: &[coincide_check::Evidence]) -> Vec<&coincide_check::Evidence> {
    let mut order: Vec<usize> = (0..evidence.len()).collect();
    order.sort_by(|&one, &other| {
        let supports = |at: usize| evidence[at].stance != coincide_check::Stance::Contradicts;
        (supports(one).cmp(&supports(other)))
            .then(evidence[other].score.total_cmp(&evidence[one].score))
            .then(one.cmp(&other))
    });
    order.truncate(ARTICLES);
    order.sort_unstable();
    order.into_iter().map(|at| &evidence[at]).collect()
}

#[cfg(test)]
mod tests {
    use coincide_story::{Direction, FactKind, FactState};
    use coincide_text::Span;

    use super::*;

    fn cell(article: usize, normal: &str) -> Cell {
        let nowhere = Span::default();
        Cell { article, value: normal.to_owned(), normal: normal.to_owned(), span: nowhere, passage: nowhere }
    }

    fn fact(state: FactState, independent_sources: usize) -> Fact {
        let cells = vec![cell(0, "12")];
        Fact { kind: FactKind::Quantity, label: String::new(), state, cells, independent_sources }
    }

    #[test]
    fn facts_that_differ_or_many_say_are_kept_in_their_order() {
        let mut many: Vec<Fact> = (0..FACTS).map(|_| fact(FactState::Single, 1)).collect();
        many.push(fact(FactState::Shared, 2));
        many.push(fact(FactState::Differing, 2));
        let kept = facts(&many);
        assert_eq!(kept.len(), FACTS);
        let last: Vec<FactState> = kept[FACTS - 3..].iter().map(|fact| fact.state).collect();
        assert_eq!(last, [FactState::Single, FactState::Shared, FactState::Differing]);
        assert_eq!(facts(&many[..9]).len(), 9);
    }

    #[test]
    fn every_value_has_a_cell_before_a_second_one_is_listed() {
        let mut many: Vec<Cell> = (0..ARTICLES).map(|article| cell(article, "12")).collect();
        many.push(cell(ARTICLES, "13"));
        let kept = cells(&many);
        assert_eq!(kept.len(), ARTICLES);
        assert_eq!(kept[ARTICLES - 1].normal, "13");
        assert_eq!(cells(&many[..5]).len(), 5);
    }

    #[test]
    fn an_article_that_all_have_copied_does_not_hide_who_did() {
        let pair = |b: usize, words: usize| Reuse {
            a: 0,
            b,
            direction: Direction::AToB,
            why: String::new(),
            words,
            share_of_a: 0.5,
            share_of_b: 0.5,
            passages: Vec::new(),
        };
        let star: Vec<Reuse> = (1..100).map(|b| pair(b, 20)).collect();
        assert_eq!(reuse(&star).len(), 99);
        let all: Vec<Reuse> = (0..40).flat_map(|b| (0..b).map(move |a| Reuse { a, ..pair(b, 20) })).collect();
        let kept = reuse(&all);
        assert!(kept.len() < all.len() && kept.len() <= 40 * REUSE_EACH, "{}", kept.len());
    }
}
