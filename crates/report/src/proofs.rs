use std::collections::BTreeMap;

use coincide_text::fold;

use crate::names::{self, Names};
use crate::{Comparison, Finding, FindingEvidence};

/// A passage that proves a finding, and the articles that have the same words.
#[derive(Debug)]
pub(crate) struct Proven<'a> {
    /// The index of the passage among the finding's evidence.
    pub(crate) index: usize,
    /// The passage.
    pub(crate) evidence: &'a FindingEvidence,
    /// Further passages that say it in the same words.
    pub(crate) same: Vec<&'a FindingEvidence>,
}

/// The evidence of a finding in its order, every passage once.
///
/// Passages are the same if they differ in nothing but case, marks and white space: an agency's text is set by each of
/// its customers in its own way.
pub(crate) fn distinct(finding: &Finding) -> Vec<Proven<'_>> {
    let mut found: Vec<Proven<'_>> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (index, evidence) in finding.evidence.iter().enumerate() {
        match places.get(&words(&evidence.text)).and_then(|&place| found.get_mut(place)) {
            Some(first) => first.same.push(evidence),
            None => {
                places.insert(words(&evidence.text), found.len());
                found.push(Proven { index, evidence, same: Vec::new() });
            }
        }
    }
    found
}

/// What is said of an article instead of showing the words of `first` again: `the same words (40 words shared with
/// Coast Radio)`.
pub(crate) fn same_words(comparison: &Comparison, names: &Names, first: &str, other: &str) -> String {
    let pair = |reuse: &&crate::Reuse| (reuse.a == first && reuse.b == other) || (reuse.a == other && reuse.b == first);
    match comparison.reuse.iter().find(pair) {
        Some(reuse) => {
            format!("the same words ({} shared with {})", names::counted(reuse.words, "word"), names.of(first))
        }
        None => "the same words".to_owned(),
    }
}

/// The words of `text` alone, by which passages are compared; the text itself if it has none.
pub(crate) fn words(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<String> = spaced.split_whitespace().map(fold).collect();
    if words.is_empty() { text.to_owned() } else { words.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_case_do_not_make_another_passage() {
        assert_eq!(words("“We left,” she  said."), words("\"we left\", she said"));
        assert_ne!(words("We left."), words("We had left."));
        assert_ne!(words("…"), words("!"));
    }
}
