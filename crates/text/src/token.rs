use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use crate::{Span, fold, is_function_word, stem};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with the apostrophes and points that belong to them: `don't`, `U.S.`, `Strand's`.
    Word,
    /// A figure: `86,400`, `1.2`, `19th`, `1.2m`.
    Number,
    /// Anything else, one character each.
    Mark,
}

/// A word, a number or a mark, with the forms it is compared by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Its folded form; see [`fold`](crate::fold()). For a number, without thousands separators.
    pub folded: Arc<str>,
    /// Its stem; see [`stem`](crate::stem()).
    pub stem: Arc<str>,
    /// Whether it is a word of the closed classes; see [`is_function_word`](crate::is_function_word). `US` is not,
    /// although it folds to the pronoun.
    pub function: bool,
}

impl Token {
    /// Whether it is a word or a number.
    pub fn is_word(&self) -> bool {
        self.kind != TokenKind::Mark
    }

    /// Whether it carries content: a number, or a word outside the closed classes.
    pub fn is_content(&self) -> bool {
        match self.kind {
            TokenKind::Word => !self.function,
            TokenKind::Number => true,
            TokenKind::Mark => false,
        }
    }

    /// Whether it begins with a capital letter.
    pub fn is_capitalised(&self, text: &str) -> bool {
        self.span.of(text).chars().next().is_some_and(char::is_uppercase)
    }
}

/// The tokens of `text` within `span`, in order. White space is not a token; hyphens separate words.
pub fn tokenize(text: &str, span: Span) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(span.len() / 5);
    tokenize_into(text, span, &mut tokens);
    tokens
}

/// Adds the tokens of `text` within `span` to `tokens`; otherwise as [`tokenize`].
pub fn tokenize_into(text: &str, span: Span, tokens: &mut Vec<Token>) {
    let slice = span.of(text);
    KNOWN.with_borrow_mut(|known| {
        let mut at = 0;
        while let Some(character) = slice[at..].chars().next() {
            let after_character = at + character.len_utf8();
            if character.is_whitespace() || is_ignorable(character) {
                at = after_character;
                continue;
            }
            let end = if character.is_alphanumeric() { word_end(slice, at) } else { after_character };
            let Forms { kind, folded, stem, function } = known.forms(&slice[at..end], character);
            let span = Span::new(span.start + at, span.start + end);
            tokens.push(Token { span, kind, folded, stem, function });
            at = end;
        }
    });
}

/// The forms a word is compared by.
#[derive(Clone, Debug)]
struct Forms {
    kind: TokenKind,
    folded: Arc<str>,
    stem: Arc<str>,
    function: bool,
}

/// The forms of words met before. Folding and stemming cost far more than finding where a word ends, and all but a few
/// of the words of a text have been met in others: their forms, which depend on nothing else, are made once and shared.
#[derive(Debug, Default)]
struct Known {
    forms: HashMap<Box<str>, Forms, foldhash::fast::RandomState>,
}

/// How many words are kept: the common vocabulary of a language with its names. Then all are forgotten, so that memory
/// stays bounded.
const LARGEST_VOCABULARY: usize = 1 << 15;

/// The longest word that is kept, in bytes.
const LONGEST_KEPT: usize = 32;

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

impl Known {
    fn forms(&mut self, raw: &str, first: char) -> Forms {
        if let Some(forms) = self.forms.get(raw) {
            return forms.clone();
        }
        let forms = forms(raw, first);
        if raw.len() <= LONGEST_KEPT {
            if self.forms.len() >= LARGEST_VOCABULARY {
                self.forms.clear();
            }
            self.forms.insert(raw.into(), forms.clone());
        }
        forms
    }
}

fn forms(raw: &str, first: char) -> Forms {
    if first.is_numeric() {
        let folded: Arc<str> = fold(raw).replace(',', "").into();
        Forms { kind: TokenKind::Number, stem: folded.clone(), folded, function: false }
    } else if first.is_alphabetic() {
        let folded: Arc<str> = fold(raw).into();
        let stem = stem(&folded);
        let stem = if *stem == *folded { folded.clone() } else { stem.into() };
        let function = is_function_word(&folded) && !is_country(raw);
        Forms { kind: TokenKind::Word, folded, stem, function }
    } else {
        let raw: Arc<str> = raw.into();
        Forms { kind: TokenKind::Mark, stem: raw.clone(), folded: raw, function: false }
    }
}

/// Whether a word that folds to `us` is written as the country is: `US`, `U.S.`, `US's`. Other words of the closed classes
/// are not looked at, since a line all in capitals has many.
fn is_country(raw: &str) -> bool {
    raw.starts_with("US") || raw.starts_with("U.S")
}

/// Soft hyphens, zero-width characters and byte order marks, which show nothing.
const fn is_ignorable(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Where the word or number that starts at `start` ends.
fn word_end(text: &str, start: usize) -> usize {
    // Most words are letters of ASCII up to a blank or a mark that is never part of a word.
    let plain = text.as_bytes()[start..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if text.as_bytes().get(start + plain).is_none_or(|next| next.is_ascii() && !matches!(next, b'\'' | b'.' | b',')) {
        return start + plain;
    }
    let numeric = text[start..].starts_with(char::is_numeric);
    let mut end = start;
    let mut characters = text[start..].char_indices().peekable();
    let mut previous = ' ';
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|&(_, next)| next);
        let inside = if character.is_alphanumeric() || is_mark(character) || is_ignorable(character) {
            true
        } else if next.is_some_and(char::is_alphanumeric) {
            match character {
                '\'' | '’' | 'ʼ' => !numeric || next.is_some_and(char::is_alphabetic),
                '.' if numeric => previous.is_numeric() && next.is_some_and(char::is_numeric),
                ',' => numeric && previous.is_numeric() && next.is_some_and(char::is_numeric),
                // Between single letters a point makes an acronym; between longer words it is a missing blank.
                '.' => {
                    is_initial(text, start + at, start)
                        && (!begins_word(text, start + at + 1) || text[start..start + at].contains('.'))
                }
                _ => false,
            }
        } else {
            // The last point of an acronym: `U.S.`, but not the full stop after a word.
            character == '.' && !numeric && text[start..start + at].contains('.') && is_initial(text, start + at, start)
        };
        if !inside {
            break;
        }
        previous = character;
        end = start + at + character.len_utf8();
        if character == '.' && !numeric && begins_word(text, end) {
            break;
        }
    }
    end
}

/// Combining marks stay with the letter before them.
fn is_mark(character: char) -> bool {
    unicode_normalization::char::is_combining_mark(character)
}

/// Whether exactly one letter stands between `at` and the point or word start before it.
fn is_initial(text: &str, at: usize, start: usize) -> bool {
    let word = &text[start..at];
    let letter = word.rsplit('.').next().unwrap_or_default();
    let mut characters = letter.chars();
    characters.next().is_some_and(char::is_alphabetic) && characters.next().is_none()
}

/// Whether a word of two or more letters starts at `at`.
fn begins_word(text: &str, at: usize) -> bool {
    text[at..].chars().take_while(|character| character.is_alphabetic()).count() > 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokenize(text, Span::new(0, text.len())).iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn words_numbers_and_marks() {
        assert_eq!(words("At least 86,400 died."), ["At", "least", "86,400", "died", "."]);
        assert_eq!(words("U.S.President"), ["U.S.", "President"]);
        assert_eq!(words("the U.S. said"), ["the", "U.S.", "said"]);
        assert_eq!(words("Ivo’s four-year-old"), ["Ivo’s", "four", "-", "year", "-", "old"]);
        assert_eq!(words("$1.2bn, 5pm"), ["$", "1.2bn", ",", "5pm"]);
        assert_eq!(words("at 10 a.m. he"), ["at", "10", "a.m.", "he"]);
        assert_eq!(words("ended.Then"), ["ended", ".", "Then"]);
        assert_eq!(words("'quoted'"), ["'", "quoted", "'"]);
        assert_eq!(words("1,2 and 3."), ["1,2", "and", "3", "."]);
    }

    #[test]
    fn numbers_fold_without_separators() {
        let text = "86,400";
        assert_eq!(&*tokenize(text, Span::new(0, text.len()))[0].folded, "86400");
    }

    #[test]
    fn the_country_is_not_the_pronoun() {
        let text = "US U.S. us Us US’s TO";
        let tokens = tokenize(text, Span::new(0, text.len()));
        assert!(tokens[..5].iter().all(|token| &*token.stem == "us"));
        let content: Vec<bool> = tokens.iter().map(Token::is_content).collect();
        assert_eq!(content, [true, true, false, false, true, false]);
    }

    proptest! {
        #[test]
        fn tokens_are_in_order_and_slice(text in "\\PC{0,200}") {
            let tokens = tokenize(&text, Span::new(0, text.len()));
            let mut last = 0;
            for token in tokens {
                prop_assert!(token.span.start >= last && !token.span.is_empty());
                prop_assert!(text.get(token.span.start..token.span.end).is_some());
                last = token.span.end;
            }
        }
    }
}
