//! Baselines that count what text and sources share.

use std::collections::HashMap;

use coincide_annotate::Reading;
use coincide_retrieve::{Term, TermKind, terms};
use coincide_text::Span;

use super::{Pair, Scored};

/// The part of the text's content words, by their stems, that any source has anywhere; 0 if it has none.
pub(super) fn word_coverage(pair: &Pair<'_>) -> Scored {
    Scored::from(share(pair, |_| true).unwrap_or(0.0))
}

/// The part of the text's numbers and of the capitalised words of its names that any source has anywhere; 1 if it has
/// none.
pub(super) fn numbers_and_names(pair: &Pair<'_>) -> Scored {
    Scored::from(share(pair, |term| matches!(term.kind, TermKind::Number | TermKind::Name)).unwrap_or(1.0))
}

fn share(pair: &Pair<'_>, counts: impl Fn(&Term) -> bool) -> Option<f64> {
    let whole = Span::new(0, pair.text.text().len());
    let mut terms = terms(pair.text.text(), &pair.text.annotations, whole);
    terms.retain(counts);
    let known = terms.iter().filter(|term| pair.index.id(&term.stem).is_some()).count();
    (!terms.is_empty()).then(|| known as f64 / terms.len() as f64)
}

/// ROUGE-L precision (Lin 2004): the longest common subsequence of words of the text and the source that has most of
/// it, as a part of the text's words; 0 if it has none.
pub(super) fn rouge_l_precision(pair: &Pair<'_>) -> Scored {
    let text = words(pair.text);
    let longest = pair.sources.iter().map(|source| common_subsequence(&text, &words(source))).max();
    Scored::from(if text.is_empty() { 0.0 } else { longest.unwrap_or(0) as f64 / text.len() as f64 })
}

fn words(reading: &Reading) -> Vec<&str> {
    reading.annotations.tokens.iter().filter(|token| token.is_word()).map(|token| &*token.folded).collect()
}

/// The length of the longest common subsequence, sixty-four words of `a` at a time (Hyyrö 2004).
fn common_subsequence(a: &[&str], b: &[&str]) -> usize {
    let blocks = a.len().div_ceil(64);
    let mut places: HashMap<&str, Vec<u64>> = HashMap::new();
    for (at, word) in a.iter().enumerate() {
        places.entry(word).or_insert_with(|| vec![0; blocks])[at / 64] |= 1 << (at % 64);
    }
    // A zero bit says that the subsequence grows with this word of `a`.
    let mut row = vec![u64::MAX; blocks];
    for places in b.iter().filter_map(|word| places.get(word)) {
        let mut carry = false;
        for (block, here) in row.iter_mut().zip(places) {
            let matched = *block & here;
            let (sum, first) = block.overflowing_add(matched);
            let (sum, second) = sum.overflowing_add(u64::from(carry));
            carry = first || second;
            *block = sum | (*block & !here);
        }
    }
    row.iter().map(|block| block.count_zeros() as usize).sum()
}

#[cfg(test)]
mod tests {
    use super::super::scored;
    use super::*;

    #[test]
    fn subsequences() {
        let cases =
            [("", "", 0), ("a b c", "a x b y c", 3), ("a b c", "c b a", 1), ("a a b", "a b a", 2), ("a", "b", 0)];
        for (a, b, length) in cases {
            let (a, b): (Vec<&str>, Vec<&str>) = (a.split_whitespace().collect(), b.split_whitespace().collect());
            assert_eq!(common_subsequence(&a, &b), length, "{a:?} {b:?}");
        }
        let long: Vec<String> = (0..300).map(|at| (at % 90).to_string()).collect();
        let long: Vec<&str> = long.iter().map(String::as_str).collect();
        let odd: Vec<&str> = long.iter().skip(1).step_by(2).copied().collect();
        assert_eq!(common_subsequence(&long, &odd), 150);
        assert_eq!(common_subsequence(&odd, &long), 150);
        assert_eq!(common_subsequence(&long, &long), 300);
    }

    #[test]
    fn shares() {
        let source = "The ferry Alma struck a reef off Ostvik with 212 passengers on board.";
        let cases: [(&str, f64, f64, f64); 4] = [
            ("The ferry Alma struck a reef.", 1.0, 1.0, 1.0),
            ("A reef struck the ferry.", 1.0, 0.4, 1.0),
            ("It had 300 passengers and 212 crew.", 0.5, 1.0 / 7.0, 0.5),
            ("It was.", 0.0, 0.0, 1.0),
        ];
        for (text, coverage, rouge, names) in cases {
            let (coverage_found, rouge_found, names_found) = (
                scored(text, &[source], word_coverage).support,
                scored(text, &[source], rouge_l_precision).support,
                scored(text, &[source], numbers_and_names).support,
            );
            assert!((coverage_found - coverage).abs() < 1e-9, "{text}: {coverage_found}");
            assert!((rouge_found - rouge).abs() < 1e-9, "{text}: {rouge_found}");
            assert!((names_found - names).abs() < 1e-9, "{text}: {names_found}");
        }
    }
}
