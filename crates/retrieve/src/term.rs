use std::sync::Arc;

use coincide_annotate::Annotations;
use coincide_text::{Span, Token, TokenKind};

/// An interned stem. Stems no article contains have none.
pub type TermId = u32;

/// What a content word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TermKind {
    /// A part of a name.
    Name,
    /// A number, in figures or words.
    Number,
    /// A verb of saying, which carries little of what is said.
    Saying,
    /// Any other content word.
    Word,
}

/// A content word of a text, in the form it is looked up by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TermKind,
    /// Its stem; for a number in words, the figure.
    pub stem: Arc<str>,
}

/// The content words within `span` of the text that `annotations` are of.
pub fn terms(text: &str, annotations: &Annotations, span: Span) -> Vec<Term> {
    annotations
        .tokens_in(span)
        .iter()
        .filter(|token| token.is_content())
        .filter_map(|token| term(text, annotations, token))
        .collect()
}

fn term(text: &str, annotations: &Annotations, token: &Token) -> Option<Term> {
    // What is left of a split contraction, and lone letters, say nothing.
    if token.kind == TokenKind::Word && token.folded.chars().count() < 2 {
        return None;
    }
    let (kind, stem) = if token.kind == TokenKind::Number {
        (TermKind::Number, figure(&token.folded))
    } else if let Some(figure) = number_word(&token.folded) {
        (TermKind::Number, figure.into())
    } else if in_name(text, annotations, token) {
        (TermKind::Name, canonical(token))
    } else if SAYING.binary_search(&&*token.stem).is_ok() {
        (TermKind::Saying, token.stem.clone())
    } else {
        (TermKind::Word, canonical(token))
    };
    Some(Term { span: token.span, kind, stem })
}

/// A figure without the ending that makes it an ordinal.
fn figure(folded: &Arc<str>) -> Arc<str> {
    let digits = folded.trim_end_matches(char::is_alphabetic);
    match &folded[digits.len()..] {
        "st" | "nd" | "rd" | "th" | "s" => digits.into(),
        _ => folded.clone(),
    }
}

fn canonical(token: &Token) -> Arc<str> {
    match CANONICAL.binary_search_by_key(&&*token.folded, |&(form, _)| form) {
        Ok(index) => CANONICAL[index].1.into(),
        Err(_) => token.stem.clone(),
    }
}

fn in_name(text: &str, annotations: &Annotations, token: &Token) -> bool {
    token.is_capitalised(text) && annotations.is_in_name(token.span)
}

/// The figure that a number in words stands for, up to twenty and by tens; nothing for other words.
pub fn number_word(folded: &str) -> Option<&'static str> {
    NUMBER_WORDS.binary_search_by_key(&folded, |&(word, _)| word).ok().map(|index| NUMBER_WORDS[index].1)
}

/// Every term of `tokens`, for the index.
pub(crate) fn stems(token: &Token) -> Option<Arc<str>> {
    if !token.is_content() || (token.kind == TokenKind::Word && token.folded.chars().count() < 2) {
        return None;
    }
    if token.kind == TokenKind::Number {
        return Some(figure(&token.folded));
    }
    Some(number_word(&token.folded).map_or_else(|| canonical(token), Into::into))
}

/// Numbers in words, with their figures. Sorted.
#[rustfmt::skip]
const NUMBER_WORDS: &[(&str, &str)] = &[
    ("eight", "8"), ("eighteen", "18"), ("eighty", "80"), ("eleven", "11"), ("fifteen", "15"), ("fifty", "50"),
    ("first", "1"), ("five", "5"), ("forty", "40"), ("four", "4"), ("fourteen", "14"), ("nine", "9"),
    ("nineteen", "19"), ("ninety", "90"), ("one", "1"), ("second", "2"), ("seven", "7"), ("seventeen", "17"),
    ("seventy", "70"), ("six", "6"), ("sixteen", "16"), ("sixty", "60"), ("ten", "10"), ("third", "3"),
    ("thirteen", "13"), ("thirty", "30"), ("three", "3"), ("twelve", "12"), ("twenty", "20"), ("two", "2"),
];

/// Abbreviations, and words whose stems part though they are one word in the news. Sorted by form.
#[rustfmt::skip]
const CANONICAL: &[(&str, &str)] = &[
    ("america", "us"), ("american", "us"), ("americans", "us"), ("apr", "april"), ("aug", "august"), ("britain", "uk"),
    ("british", "uk"), ("colour", "color"), ("dead", "die"), ("death", "die"), ("deaths", "die"), ("dec", "decemb"),
    ("defence", "defens"), ("dr", "doctor"), ("feb", "februari"), ("gen", "general"), ("gov", "governor"),
    ("jan", "januari"), ("kid", "child"), ("kids", "child"), ("labour", "labor"), ("lt", "lieuten"), ("nov", "novemb"),
    ("oct", "octob"), ("percent", "%"), ("pm", "pm"), ("programme", "program"), ("programmes", "program"),
    ("rep", "repres"), ("sen", "senat"), ("senate", "senat"), ("senator", "senat"), ("senators", "senat"),
    ("sept", "septemb"), ("usa", "us"),
];

/// Stems of verbs of saying. Sorted.
#[rustfmt::skip]
const SAYING: &[&str] = &[
    "accord", "ad", "add", "announc", "argu", "ask", "claim", "comment", "describ", "explain", "note", "remark", "repli",
    "report", "say", "state", "statement", "tell", "write",
];

#[cfg(test)]
mod tests {
    use coincide_text::stem;

    use super::*;

    #[test]
    fn tables_are_sorted_for_binary_search() {
        assert!(NUMBER_WORDS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(CANONICAL.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(SAYING.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn verbs_of_saying_are_listed_by_their_stems() {
        for word in ["according", "adds", "announced", "argued", "said", "stated", "told", "wrote", "replied"] {
            assert!(SAYING.contains(&&*stem(word)), "{word} {}", stem(word));
        }
    }
}
