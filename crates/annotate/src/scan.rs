use coincide_text::{Span, Token, TokenKind};
use jiff::civil::Date;

use crate::Sentence;

/// A text with its tokens and sentences: what every kind of annotation is read from.
///
/// Tokens are named by their index. Every accessor takes any index and answers "nothing" past either end of its limits,
/// so that rules can look around themselves without checking.
#[derive(Clone, Copy)]
pub(crate) struct Scan<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    pub(crate) sentences: &'a [Sentence],
    pub(crate) published: Option<Date>,
}

impl<'a> Scan<'a> {
    /// The token as written; empty past the ends.
    pub(crate) fn raw(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| token.span.of(self.text))
    }

    /// The folded token; empty past the ends.
    pub(crate) fn folded(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| &*token.folded)
    }

    pub(crate) fn kind(&self, index: usize) -> Option<TokenKind> {
        self.tokens.get(index).map(|token| token.kind)
    }

    pub(crate) fn is_word(&self, index: usize) -> bool {
        self.kind(index) == Some(TokenKind::Word)
    }

    pub(crate) fn is_number(&self, index: usize) -> bool {
        self.kind(index) == Some(TokenKind::Number)
    }

    pub(crate) fn is_mark(&self, index: usize) -> bool {
        self.kind(index) == Some(TokenKind::Mark)
    }

    /// Whether it is a word that begins with a capital letter.
    pub(crate) fn is_capitalised(&self, index: usize) -> bool {
        self.is_word(index) && self.tokens.get(index).is_some_and(|token| token.is_capitalised(self.text))
    }

    /// Whether it is a word that begins with a small letter.
    pub(crate) fn is_lower(&self, index: usize) -> bool {
        self.is_word(index) && self.raw(index).starts_with(char::is_lowercase)
    }

    /// Whether it is a word of the closed classes; `US` and `IT` in capitals are not.
    pub(crate) fn is_function(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.function) && !is_acronym(self.raw(index))
    }

    /// Whether it is written with a possessive ending.
    pub(crate) fn is_possessive(&self, index: usize) -> bool {
        let raw = self.raw(index);
        raw.ends_with("'s") || raw.ends_with("’s")
    }

    pub(crate) fn is_hyphen(&self, index: usize) -> bool {
        matches!(self.raw(index), "-" | "‑" | "‐")
    }

    /// A hyphen or a dash, as between the ends of a range.
    pub(crate) fn is_dash(&self, index: usize) -> bool {
        matches!(self.raw(index), "-" | "‑" | "‐" | "–" | "—")
    }

    /// Whether nothing stands between this token and the next.
    pub(crate) fn is_glued(&self, index: usize) -> bool {
        match (self.tokens.get(index), self.tokens.get(index + 1)) {
            (Some(token), Some(next)) => token.span.end == next.span.start,
            _ => false,
        }
    }

    /// The span from the first up to, not including, the last of these tokens.
    pub(crate) fn span(&self, from: usize, to: usize) -> Span {
        match (self.tokens.get(from), to.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if from < to => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    /// The index of the sentence that contains the token.
    pub(crate) fn sentence_of(&self, token: usize) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.tokens.end <= token)
            .min(self.sentences.len().saturating_sub(1))
    }

    /// Whether these folded words stand from `index` on.
    pub(crate) fn reads(&self, index: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(offset, word)| self.folded(index + offset) == *word)
    }

    /// Whether these folded words stand just before `index`.
    pub(crate) fn reads_before(&self, index: usize, words: &[&str]) -> bool {
        index >= words.len() && self.reads(index - words.len(), words)
    }
}

/// Capital letters only, two or more, with or without points and figures: `UN`, `U.S.`, `P12`.
pub(crate) fn is_acronym(raw: &str) -> bool {
    let raw = raw.strip_suffix("'s").or_else(|| raw.strip_suffix("’s")).unwrap_or(raw);
    raw.chars().all(|c| c.is_uppercase() || c.is_numeric() || c == '.')
        && raw.chars().filter(|&c| c != '.').count() >= 2
}

/// Whether `word` is in the sorted table.
pub(crate) fn is_in(table: &[&str], word: &str) -> bool {
    table.binary_search(&word).is_ok()
}

#[cfg(test)]
pub(crate) fn assert_sorted(table: &[&str]) {
    assert!(table.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", table.windows(2).find(|pair| pair[0] >= pair[1]));
}
