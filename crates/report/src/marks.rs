use std::collections::BTreeMap;

use crate::{Finding, Span};

/// How a stretch of a passage is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mark {
    /// Not at all.
    Plain,
    /// Words to look at.
    Focus,
    /// Words that differ from the other text.
    Differs,
    /// Nothing stands here where the other text has words. Its stretch is empty.
    Missing,
}

/// A stretch of a passage with one mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stretch<'a> {
    /// Its words.
    pub(crate) text: &'a str,
    /// How it is marked.
    pub(crate) mark: Mark,
}

/// Cuts `passage`, whose first code point is number `start` of its text, where marks begin and end.
///
/// `focus` and `differs` are spans of that text; what lies outside the passage is ignored, and an empty span of
/// `differs` is a [`Mark::Missing`].
pub(crate) fn stretches<'a>(passage: &'a str, start: usize, focus: &[Span], differs: &[Span]) -> Vec<Stretch<'a>> {
    // At each place where something changes: how many spans of focus and of difference begin less those that end, and
    // whether words are missing.
    let mut changes: BTreeMap<usize, (isize, isize, bool)> = BTreeMap::new();
    let relative = |span: &Span| (span.end >= start).then(|| (span.start.saturating_sub(start), span.end - start));
    for (from, to) in focus.iter().filter_map(relative).filter(|(from, to)| from < to) {
        changes.entry(from).or_default().0 += 1;
        changes.entry(to).or_default().0 -= 1;
    }
    for (from, to) in differs.iter().filter_map(relative) {
        changes.entry(from).or_default().1 += 1;
        changes.entry(to).or_default().1 -= 1;
        if from == to {
            changes.entry(from).or_default().2 = true;
        }
    }
    let mut found = Vec::new();
    let mut offsets = passage.char_indices().map(|(at, _)| at).chain([passage.len()]).enumerate();
    let (mut last, mut focus, mut differs) = (0, 0, 0);
    for (place, (in_focus, in_differs, is_missing)) in changes {
        let Some((_, at)) = offsets.find(|&(index, _)| index == place) else { break };
        if at > last {
            found.push(Stretch { text: &passage[last..at], mark: mark(focus, differs) });
        }
        if is_missing {
            found.push(Stretch { text: "", mark: Mark::Missing });
        }
        (last, focus, differs) = (at, focus + in_focus, differs + in_differs);
    }
    if last < passage.len() {
        found.push(Stretch { text: &passage[last..], mark: mark(focus, differs) });
    }
    found
}

const fn mark(focus: isize, differs: isize) -> Mark {
    match (focus > 0, differs > 0) {
        (_, true) => Mark::Differs,
        (true, false) => Mark::Focus,
        (false, false) => Mark::Plain,
    }
}

/// The marks of a finding on the draft: words to look at, words that differ.
///
/// The differences are those to the first passage that has any, and a span that holds a difference is not marked itself:
/// both would only hide what matters.
pub(crate) fn of_draft(finding: &Finding) -> (Vec<Span>, Vec<Span>) {
    let first = finding.differences.first().map(|difference| difference.evidence);
    let differs: Vec<Span> = finding
        .differences
        .iter()
        .filter(|difference| Some(difference.evidence) == first)
        .map(|difference| difference.draft)
        .collect();
    (without(&finding.spans, &differs), differs)
}

/// The marks of a finding on its evidence with this index.
pub(crate) fn of_evidence(finding: &Finding, index: usize) -> (Vec<Span>, Vec<Span>) {
    let differs: Vec<Span> = finding
        .differences
        .iter()
        .filter(|difference| difference.evidence == index)
        .map(|difference| difference.article)
        .collect();
    let words = finding.evidence.get(index).and_then(|evidence| evidence.spans.get(1..)).unwrap_or_default();
    (without(words, &differs), differs)
}

fn without(focus: &[Span], differs: &[Span]) -> Vec<Span> {
    let holds = |span: &Span| differs.iter().any(|other| span.start <= other.start && other.end <= span.end);
    focus.iter().filter(|span| !holds(span)).copied().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn span(start: usize, end: usize) -> Span {
        Span { start, end, bytes: None }
    }

    #[test]
    fn marks_are_cut_at_code_points() {
        let found = stretches("né à Ålesund", 10, &[span(13, 14)], &[span(15, 22), span(12, 12)]);
        let expected = [
            ("né", Mark::Plain),
            ("", Mark::Missing),
            (" ", Mark::Plain),
            ("à", Mark::Focus),
            (" ", Mark::Plain),
            ("Ålesund", Mark::Differs),
        ];
        assert_eq!(found.iter().map(|s| (s.text, s.mark)).collect::<Vec<_>>(), expected);
    }

    proptest! {
        #[test]
        fn no_character_is_lost(
            passage in "\\PC{0,60}",
            start in 0usize..20,
            focus in proptest::collection::vec((0usize..90, 0usize..20), 0..5),
            differs in proptest::collection::vec((0usize..90, 0usize..20), 0..5),
        ) {
            let spans = |pairs: &[(usize, usize)]| pairs.iter().map(|&(at, n)| span(at, at + n)).collect::<Vec<_>>();
            let found = stretches(&passage, start, &spans(&focus), &spans(&differs));
            prop_assert_eq!(found.iter().map(|stretch| stretch.text).collect::<String>(), passage);
        }
    }
}
