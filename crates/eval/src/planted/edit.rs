//! Changing a sentence in a copy.

use coincide_text::Span;

/// Words of an article and what is put in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    /// The words that go; empty where words are only put in.
    pub(super) at: Span,
    /// The words that come; empty where words are only taken out.
    pub(super) with: String,
}

impl Edit {
    pub(super) fn new(at: Span, with: impl Into<String>) -> Self {
        Self { at, with: with.into() }
    }
}

/// The copy of `window` of `text` with `edits`, which are in order and apart, and where the planted words stand in it.
/// Where words were only taken out, that is from the word before the gap to the word after it.
pub(super) fn apply(text: &str, window: Span, edits: &[Edit]) -> (String, Vec<Planted>) {
    let mut copy = String::new();
    let mut places = Vec::new();
    let mut at = window.start;
    for edit in edits {
        copy.push_str(&text[at..edit.at.start]);
        let start = copy.len();
        copy.push_str(&edit.with);
        places.push(start..copy.len());
        at = edit.at.end;
    }
    copy.push_str(&text[at..window.end]);
    let planted = places
        .into_iter()
        .map(|place| {
            let span = Span::new(place.start, place.end).trim(&copy);
            if span.is_empty() { Planted::Gap(around(&copy, place.start)) } else { Planted::Words(span) }
        })
        .collect();
    (copy, planted)
}

/// Where an error stands in a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Planted {
    /// Words put in.
    Words(Span),
    /// The words on both sides of a place where words were taken out.
    Gap(Span),
}

impl Planted {
    /// Where it stands.
    pub const fn span(self) -> Span {
        match self {
            Self::Words(span) | Self::Gap(span) => span,
        }
    }

    /// Whether `spans` show it: all of its words lie in one of them, or one of them touches the gap.
    pub(super) fn is_shown_by(self, spans: &[Span]) -> bool {
        match self {
            Self::Words(words) => spans.iter().any(|span| span.contains(words)),
            Self::Gap(around) => spans.iter().any(|span| span.overlaps(around)),
        }
    }
}

/// The word before and the word after `at`, with what is between.
fn around(text: &str, at: usize) -> Span {
    let is_word = |c: char| c.is_alphanumeric();
    let before = text[..at].trim_end_matches(|c: char| !is_word(c));
    let start = before.rfind(char::is_whitespace).map_or(0, |space| space + 1);
    let after = &text[at..];
    let skipped = after.find(is_word).unwrap_or(after.len());
    let end = at + skipped + after[skipped..].find(|c: char| !is_word(c)).unwrap_or(after.len() - skipped);
    Span::new(start, end).trim(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn planted_words_are_where_they_were_put() {
        let text = "Before. The ferry did not sink at noon. After.";
        let window = Span::new(8, 39);
        let (copy, planted) =
            apply(text, window, &[Edit::new(Span::new(12, 17), "tug"), Edit::new(Span::new(22, 26), "")]);
        assert_eq!(copy, "The tug did sink at noon.");
        assert_eq!(planted, [Planted::Words(Span::new(4, 7)), Planted::Gap(Span::new(8, 16))]);
        assert!(planted[1].is_shown_by(&[Span::new(12, 16)]));
        assert!(!planted[0].is_shown_by(&[Span::new(5, 16)]));
    }
}
