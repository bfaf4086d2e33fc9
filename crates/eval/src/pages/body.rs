use std::collections::HashMap;
use std::hash::Hash;

use unicode_normalization::char::is_combining_mark;

/// What of a body was read.
#[derive(Clone, Debug)]
pub struct BodyScore {
    /// Shingles of four words that are right, superfluous and missing, as shares of their sum, so that long pages weigh
    /// no more than short ones.
    pub shingles: Overlap,
    /// Words that are right, superfluous and missing, lower-cased.
    pub words: Overlap,
    /// Whether all words are the same, in the same order and case.
    pub exact: bool,
    /// Of passages that must be in the text, how many are, and how many there are.
    pub kept: (usize, usize),
    /// Of passages that must not be in the text, how many are not, and how many there are.
    pub removed: (usize, usize),
}

/// How two multisets overlap: what is in both, in the second alone, and in the first alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Overlap {
    /// In both.
    pub both: f64,
    /// Found and not in the gold.
    pub added: f64,
    /// In the gold and not found.
    pub missing: f64,
}

/// What a page lost more of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// More was added than is missing.
    Precision,
    /// More is missing than was added.
    Recall,
}

impl Overlap {
    /// The share of what was found that is right; 1 if nothing was found and nothing should be.
    pub fn precision(&self) -> f64 {
        share(self.both, self.added, self.missing)
    }

    /// The share of what is right that was found; 1 if nothing was found and nothing should be.
    pub fn recall(&self) -> f64 {
        share(self.both, self.missing, self.added)
    }

    /// The harmonic mean of precision and recall.
    pub fn f1(&self) -> f64 {
        let all = 2.0 * self.both + self.added + self.missing;
        if all > 0.0 { 2.0 * self.both / all } else { 1.0 }
    }

    /// What there is more of: words that were added, or words that are missing.
    pub fn lost(&self) -> Lost {
        if self.added > self.missing { Lost::Precision } else { Lost::Recall }
    }
}

fn share(right: f64, wrong: f64, other: f64) -> f64 {
    if right + wrong > 0.0 {
        right / (right + wrong)
    } else if other > 0.0 {
        0.0
    } else {
        1.0
    }
}

/// Scores the body `found` against `gold`.
///
/// Shingles are those of `evaluate.py` of the article-extraction-benchmark: every four words in a row, or all of them
/// where there are fewer; words are what Python's `\w+` finds, in their case.
pub(super) fn score(gold: &str, found: &str, with: &[String], without: &[String]) -> BodyScore {
    let (gold_tokens, found_tokens): (Vec<&str>, Vec<&str>) = (tokens(gold).collect(), tokens(found).collect());
    let shingles = overlap(&counted(shingles(&gold_tokens)), &counted(shingles(&found_tokens)));
    let sum = shingles.both + shingles.added + shingles.missing;
    let normalised = |value: f64| if sum > 0.0 { value / sum } else { value };
    let spaced = blanks_joined(found);
    let holds = |segment: &&String| spaced.contains(&blanks_joined(segment));
    BodyScore {
        shingles: Overlap {
            both: normalised(shingles.both),
            added: normalised(shingles.added),
            missing: normalised(shingles.missing),
        },
        words: Words::of(gold).overlap(&Words::of(found)),
        exact: gold_tokens == found_tokens,
        kept: (with.iter().filter(holds).count(), with.len()),
        removed: (without.len() - without.iter().filter(holds).count(), without.len()),
    }
}

/// Python's `\w+`: letters, digits, other numbers and underscores in a row. A combining mark is none of them.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let is_word = |c: char| c == '_' || c.is_alphanumeric() && !is_combining_mark(c);
    text.split(move |c| !is_word(c)).filter(|token| !token.is_empty())
}

fn shingles<'a, 'b>(tokens: &'b [&'a str]) -> impl Iterator<Item = &'b [&'a str]> {
    const LENGTH: usize = 4;
    let whole = (!tokens.is_empty() && tokens.len() < LENGTH).then_some(tokens);
    tokens.windows(LENGTH).chain(whole)
}

/// The multiset of the words of a text, lower-cased.
pub(super) struct Words(HashMap<String, usize>);

impl Words {
    pub(super) fn of(text: &str) -> Self {
        Self(counted(tokens(&text.to_lowercase()).map(str::to_owned)))
    }

    /// How `found` overlaps with these.
    pub(super) fn overlap(&self, found: &Self) -> Overlap {
        overlap(&self.0, &found.0)
    }
}

fn counted<T: Hash + Eq>(items: impl Iterator<Item = T>) -> HashMap<T, usize> {
    let mut counts = HashMap::new();
    for item in items {
        *counts.entry(item).or_default() += 1;
    }
    counts
}

/// Sums of counts, so the order in which a map is gone through does not show.
fn overlap<T: Hash + Eq>(gold: &HashMap<T, usize>, found: &HashMap<T, usize>) -> Overlap {
    let all = |counts: &HashMap<T, usize>| counts.values().sum::<usize>();
    let both: usize = gold.iter().map(|(item, &count)| count.min(found.get(item).copied().unwrap_or(0))).sum();
    Overlap { both: both as f64, added: (all(found) - both) as f64, missing: (all(gold) - both) as f64 }
}

fn blanks_joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_what_python_finds() {
        let found: Vec<&str> = tokens("It’s 3.5 km_h — caf\u{e9}, cafe\u{301}s, ½ and «Ж»").collect();
        assert_eq!(found, ["It", "s", "3", "5", "km_h", "caf\u{e9}", "cafe", "s", "½", "and", "Ж"]);
    }

    #[test]
    fn shingles_are_counted_as_the_benchmark_does() {
        // Gold has five shingles, found four; three are the same.
        let score = score("a b c d e f g h", "a b c d e f x", &[], &[]);
        let seven = |count: f64| count / 6.0;
        assert_eq!(score.shingles, Overlap { both: seven(3.0), added: seven(1.0), missing: seven(2.0) });
        assert_eq!(score.words, Overlap { both: 6.0, added: 1.0, missing: 2.0 });
        assert!(!score.exact);
    }

    #[test]
    fn texts_of_few_words_have_one_shingle_and_empty_ones_none() {
        let of = |gold, found| score(gold, found, &[], &[]).shingles;
        assert_eq!(of("a b", "a b"), Overlap { both: 1.0, added: 0.0, missing: 0.0 });
        assert_eq!(of("a b", ""), Overlap { both: 0.0, added: 0.0, missing: 1.0 });
        assert_eq!(of("", "").f1(), 1.0);
        assert_eq!(of("", "").precision(), 1.0);
        assert_eq!(of("a", "").recall(), 0.0);
    }

    #[test]
    fn segments_are_looked_for_whatever_the_blanks() {
        let with = ["The ferry left.".to_owned(), "Nobody waited.".to_owned()];
        let score =
            score("The ferry left.", "The  ferry\nleft. Sign up", &with, &["Sign up".to_owned(), "Home".to_owned()]);
        assert_eq!((score.kept, score.removed), ((1, 2), (1, 2)));
    }
}
