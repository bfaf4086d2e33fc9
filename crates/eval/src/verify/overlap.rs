//! Baselines that count what text and sources share.

use std::collections::HashMap;

use coincide_annotate::Reading;
use coincide_retrieve::{Embedder, Term, TermKind, cosine, terms};
use coincide_text::{Span, common_subsequence};

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
    let longest = pair.sources.iter().map(|source| in_order(&text, &words(source))).max();
    Scored::from(if text.is_empty() { 0.0 } else { longest.unwrap_or(0) as f64 / text.len() as f64 })
}

/// Of each sentence of the text the greatest cosine with a sentence of the sources, on average; 0 if it has none.
pub(super) fn by_cosine(pair: &Pair<'_>, embedder: &dyn Embedder) -> Scored {
    let vectors = |reading: &Reading| -> Vec<Vec<f32>> {
        reading.annotations.sentences.iter().map(|sentence| embedder.embed(sentence.span.of(reading.text()))).collect()
    };
    let text = vectors(pair.text);
    let sources: Vec<Vec<f32>> = pair.sources.iter().flat_map(vectors).collect();
    let nearest = |one: &Vec<f32>| sources.iter().map(|other| cosine(one, other)).fold(0.0, f64::max);
    Scored::from(text.iter().map(nearest).sum::<f64>() / text.len().max(1) as f64)
}

fn words(reading: &Reading) -> Vec<&str> {
    reading.annotations.tokens.iter().filter(|token| token.is_word()).map(|token| &*token.folded).collect()
}

/// The length of the longest common subsequence.
fn in_order(a: &[&str], b: &[&str]) -> usize {
    let mut kinds: HashMap<&str, usize> = HashMap::new();
    for word in a {
        let next = kinds.len();
        kinds.entry(word).or_insert(next);
    }
    let a: Vec<usize> = a.iter().filter_map(|word| kinds.get(word).copied()).collect();
    common_subsequence(&a, b.iter().filter_map(|word| kinds.get(word).copied()), kinds.len())
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
            assert_eq!(in_order(&a, &b), length, "{a:?} {b:?}");
        }
        let long: Vec<String> = (0..300).map(|at| (at % 90).to_string()).collect();
        let long: Vec<&str> = long.iter().map(String::as_str).collect();
        let odd: Vec<&str> = long.iter().skip(1).step_by(2).copied().collect();
        assert_eq!(in_order(&long, &odd), 150);
        assert_eq!(in_order(&odd, &long), 150);
        assert_eq!(in_order(&long, &long), 300);
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
