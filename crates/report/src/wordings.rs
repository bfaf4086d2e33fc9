//! The ways in which articles say one thing, with the words that differ.

use std::collections::BTreeMap;

use coincide_text::{Span as Bytes, Text, Token, tokenize};

use crate::proofs::words;
use crate::{Fact, FactKind, FactState, Span};

/// Words up to which two wordings are compared word by word: far more than a quotation has.
const WORDS: usize = 300;
/// Wordings of one fact that are compared with the main one.
const COMPARED: usize = 20;

/// One way of saying it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wording<'a> {
    /// As the first article has it.
    pub(crate) value: &'a str,
    /// The articles that have these words, whatever their marks and capitals.
    pub(crate) articles: Vec<&'a str>,
    /// The words that the main wording has not, in code points of the value; empty where words are missing.
    pub(crate) differs: Vec<Span>,
}

/// The wordings of a fact.
///
/// Figures and times stand in the order of the articles. Of longer wordings the main one comes first, and what the
/// others have otherwise is marked. It is the longest quotation, since the others are then parts of it, and the
/// statement that the fact is named after. A quotation that starts later or ends earlier is not marked there: it is
/// cut, not changed.
pub(crate) fn wordings(fact: &Fact) -> Vec<Wording<'_>> {
    let mut found: Vec<Wording<'_>> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for cell in &fact.cells {
        let place = *places.entry(words(&cell.value)).or_insert(found.len());
        match found.get_mut(place) {
            Some(wording) => wording.articles.push(&cell.article),
            None => found.push(Wording { value: &cell.value, articles: vec![&cell.article], differs: Vec::new() }),
        }
    }
    let name = fact.label.trim_end_matches(['.', '…']);
    let main = match fact.kind {
        FactKind::Quantity | FactKind::Time => return found,
        FactKind::Statement => found.iter().position(|wording| wording.value.starts_with(name)),
        FactKind::Quotation => {
            let length = |wording: &Wording<'_>| wording.value.chars().count();
            let longest = found.iter().map(length).max();
            found.iter().position(|wording| Some(length(wording)) == longest)
        }
    };
    let Some(main) = main else { return found };
    found[..=main].rotate_right(1);
    if fact.kind == FactKind::Quotation || fact.state == FactState::Differing {
        let main = found[0].value;
        for wording in found.iter_mut().take(COMPARED).skip(1) {
            wording.differs = differing(main, wording.value);
        }
    }
    found
}

/// The words of `other` that are not in `main`, and the places where words of `main` are missing, by the longest common
/// subsequence of the two. Nothing if too little is common for the marks to say anything.
fn differing(main: &str, other: &str) -> Vec<Span> {
    let (main, words) = (tokens(main), (tokens(other)));
    if main.len() > WORDS || words.len() > WORDS {
        return Vec::new();
    }
    let pairs = common(&main, &words);
    if pairs.len() * 2 < words.len() {
        return Vec::new();
    }
    let text = Text::identical(other, 0);
    let points = |bytes: Bytes| {
        let points = text.code_points(bytes);
        Span { start: points.start, end: points.end, bytes: None }
    };
    let mut found = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    for next in pairs.iter().copied().map(Some).chain([None]) {
        let from = last.map_or(0, |(_, other)| other + 1);
        let to = next.map_or(words.len(), |(_, other)| other);
        if let (Some(first), true) = (words.get(from), from < to) {
            found.push(points(Bytes::new(first.span.start, words[to - 1].span.end)));
        } else if let (Some((before, _)), Some((after, at))) = (last, next)
            && before + 1 < after
        {
            let at = words[at].span.start;
            found.push(points(Bytes::new(at, at)));
        }
        last = next;
    }
    found
}

fn tokens(text: &str) -> Vec<Token> {
    tokenize(text, Bytes::new(0, text.len())).into_iter().filter(Token::is_word).collect()
}

/// The indices of a longest common subsequence of words.
fn common(a: &[Token], b: &[Token]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut lengths = vec![0u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            lengths[i * width + j] = if a[i].folded == b[j].folded {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i].folded == b[j].folded {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marked(main: &str, other: &str) -> Vec<String> {
        let slice = |span: Span| other.chars().skip(span.start).take(span.end - span.start).collect();
        differing(main, other).into_iter().map(slice).collect()
    }

    #[test]
    fn what_differs_is_marked_and_what_is_cut_is_not() {
        let main = "We left the quay before the warning, and nobody called us back";
        assert_eq!(marked(main, "we left the quay after the warning"), ["after"]);
        assert_eq!(marked(main, "nobody called us back"), [""; 0]);
        assert_eq!(marked(main, "We left before the warning"), [""]);
        assert_eq!(marked(main, "The lamps went out"), [""; 0]);
    }

    proptest! {
        #[test]
        fn spans_lie_in_the_wording(main in "\\PC{0,40}", other in "\\PC{0,40}") {
            let length = other.chars().count();
            for span in differing(&main, &other) {
                prop_assert!(span.start <= span.end && span.end <= length);
            }
        }
    }
}
