//! How far an article has the words of a sentence in their order, function words among them.
//!
//! Content words alone do not tell `the owner sued the captain` from `the captain sued the owner`.

use std::collections::HashMap;

use coincide_annotate::{Annotations, Reading};
use coincide_text::{Span, common_subsequence};

/// The words of all articles, in order, each by its number.
pub(crate) struct Sequences<'a> {
    numbers: HashMap<&'a str, u32>,
    articles: Vec<Vec<u32>>,
}

/// A number no article's word has.
const UNKNOWN: u32 = u32::MAX;

/// The words of a part of the draft, in order, by their numbers in the articles.
#[derive(Clone, Debug)]
pub(crate) struct Sequence(Vec<u32>);

/// What an article has of a sequence.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Kept {
    /// The part of the words that it has in the same order: ROUGE-L precision (Lin 2004).
    pub(crate) order: f64,
    /// The part of the pairs of neighbouring words that it has side by side as well: ROUGE-2 precision.
    pub(crate) neighbours: f64,
}

impl<'a> Sequences<'a> {
    pub(crate) fn new(articles: &'a [Reading]) -> Self {
        let mut numbers: HashMap<&str, u32> = HashMap::new();
        let sequence = |reading: &'a Reading| {
            let words = reading.annotations.tokens.iter().filter(|token| token.is_word());
            words
                .map(|token| {
                    let next = u32::try_from(numbers.len()).unwrap_or(UNKNOWN);
                    *numbers.entry(&token.folded).or_insert(next)
                })
                .collect()
        };
        Self { articles: articles.iter().map(sequence).collect(), numbers }
    }

    /// The words of `span`.
    pub(crate) fn of(&self, annotations: &Annotations, span: Span) -> Sequence {
        let words = annotations.tokens_in(span).iter().filter(|token| token.is_word());
        Sequence(words.map(|token| self.numbers.get(&*token.folded).copied().unwrap_or(UNKNOWN)).collect())
    }

    /// What that one of `articles` has that has most of it, for each of the two apart.
    pub(crate) fn kept(&self, sequence: &Sequence, articles: impl IntoIterator<Item = usize>) -> Kept {
        let Sequence(words) = sequence;
        let mut own: Vec<u32> = words.iter().copied().filter(|&word| word != UNKNOWN).collect();
        own.sort_unstable();
        own.dedup();
        let kind = |word: &u32| own.binary_search(word).unwrap_or(usize::MAX);
        let kinds: Vec<usize> = words.iter().map(kind).collect();
        let mut kept = Kept::default();
        for article in articles.into_iter().filter_map(|article| self.articles.get(article)) {
            let theirs: Vec<usize> = article.iter().map(kind).collect();
            let order = common_subsequence(&kinds, theirs.iter().copied(), own.len());
            kept.order = kept.order.max(part(order, kinds.len()));
            kept.neighbours = kept.neighbours.max(neighbours(&kinds, &theirs, own.len()));
        }
        kept
    }
}

/// The part of the neighbours in `a` that are neighbours in `b` as well; of a single word, whether `b` has it. Numbers
/// from `kinds` on are of words that the other has not.
fn neighbours(a: &[usize], b: &[usize], kinds: usize) -> f64 {
    if let [word] = a {
        return part(usize::from(*word < kinds && b.contains(word)), 1);
    }
    let mut known: Vec<(usize, usize)> =
        b.windows(2).filter(|pair| pair[0] < kinds && pair[1] < kinds).map(|pair| (pair[0], pair[1])).collect();
    known.sort_unstable();
    let has = a.windows(2).filter(|pair| known.binary_search(&(pair[0], pair[1])).is_ok()).count();
    part(has, a.len().saturating_sub(1))
}

#[allow(clippy::cast_precision_loss, reason = "a sentence has few words")]
fn part(has: usize, all: usize) -> f64 {
    if all == 0 { 0.0 } else { has as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use coincide_article::{Article, Paragraph, ParagraphKind};
    use coincide_text::Text;

    use super::*;

    fn reading(text: &str) -> Reading {
        let paragraphs = vec![Paragraph { span: Span::new(0, text.len()), kind: ParagraphKind::Body }];
        Reading::new(Article { text: Text::identical(text, 0), paragraphs, ..Article::default() })
    }

    fn kept(text: &str, articles: &[&str]) -> Kept {
        let articles: Vec<Reading> = articles.iter().map(|text| reading(text)).collect();
        let sequences = Sequences::new(&articles);
        let draft = reading(text);
        let sequence = sequences.of(&draft.annotations, Span::new(0, text.len()));
        sequences.kept(&sequence, 0..articles.len())
    }

    #[test]
    fn order_and_neighbours() {
        let article = "The owner of the ferry sued the captain, a court in Ostvik said.";
        let cases = [
            ("The owner of the ferry sued the captain.", 1.0, 1.0),
            ("The captain sued the owner of the ferry.", 5.0 / 8.0, 6.0 / 7.0),
            ("The owner sued.", 1.0, 0.5),
            ("Owner", 1.0, 1.0),
            ("Nobody", 0.0, 0.0),
            ("", 0.0, 0.0),
        ];
        for (text, order, neighbours) in cases {
            let kept = kept(text, &[article]);
            assert!((kept.order - order).abs() < 1e-9, "{text}: {kept:?}");
            assert!((kept.neighbours - neighbours).abs() < 1e-9, "{text}: {kept:?}");
        }
    }

    #[test]
    fn the_best_article_counts() {
        assert_eq!(kept("The ferry sank.", &["A ferry.", "The ferry sank off Ostvik."]), kept("It.", &["It."]));
        assert_eq!(kept("The ferry sank.", &[]), Kept::default());
    }
}
