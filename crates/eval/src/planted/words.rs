//! What the planter knows of English: patterns of capitals and marks, and short lists of words.
//!
//! On purpose not the annotations that the check works with: a name that those miss is to be missed in the result.

use std::ops::Range;

use coincide_text::{Token, TokenKind};

pub(super) const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

#[rustfmt::skip]
pub(super) const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
];

#[rustfmt::skip]
const SHORT_MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

/// Numbers in words that are planted for each other.
pub(super) const NUMBERS: [&str; 11] =
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Verbs beside which a speaker stands.
const CUES: [&str; 10] =
    ["said", "says", "told", "added", "argued", "wrote", "tweeted", "insisted", "acknowledged", "explained"];

/// Forms of address and offices that stand before a name.
const TITLES: [&str; 22] = [
    "President",
    "Sen",
    "Senator",
    "Rep",
    "Representative",
    "Gov",
    "Governor",
    "Mr",
    "Mrs",
    "Ms",
    "Dr",
    "Secretary",
    "Justice",
    "Judge",
    "Minister",
    "Gen",
    "General",
    "Chairman",
    "Speaker",
    "Leader",
    "Mayor",
    "Director",
];

/// Verb forms after which `not` can stand.
pub(super) const AUXILIARIES: [&str; 17] = [
    "is", "are", "was", "were", "will", "would", "has", "have", "had", "can", "could", "should", "must", "may",
    "might", "did", "does",
];

/// Past forms of verbs of doing something to somebody that do not end in `ed`. Sorted.
#[rustfmt::skip]
const IRREGULAR_PASTS: [&str; 32] = [
    "beat", "bought", "brought", "caught", "chose", "cut", "drew", "fed", "found", "gave", "held", "hit", "hurt", "kept",
    "led", "left", "let", "lost", "met", "paid", "put", "said", "saw", "sent", "shot", "sold", "struck", "swore", "taught",
    "told", "took", "won",
];

pub(super) fn is_irregular_past(folded: &str) -> bool {
    IRREGULAR_PASTS.binary_search(&folded).is_ok()
}

/// Whether a participle may stand after a word: a form of `be` or `have`.
pub(super) fn is_participle_aux(folded: &str) -> bool {
    matches!(folded, "be" | "been" | "being" | "is" | "are" | "was" | "were" | "has" | "have" | "had" | "having")
}

pub(super) fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(&word)
}

pub(super) fn is_month(word: &str) -> bool {
    MONTHS.contains(&word) || SHORT_MONTHS.contains(&word)
}

pub(super) fn is_cue(folded: &str) -> bool {
    CUES.contains(&folded)
}

/// A word without the ending of the possessive.
pub(super) fn bare(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

/// Runs of capitalised words, as ranges of `tokens`: names, without forms of address, weekdays and months.
///
/// The first word of a sentence or quotation begins a run only if the word after it is capitalised too.
pub(super) fn names(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut names: Vec<Range<usize>> = Vec::new();
    let capital = |at: usize| {
        let word = tokens[at].span.of(text);
        tokens[at].kind == TokenKind::Word
            && tokens[at].is_capitalised(text)
            && word.chars().count() > 1
            && !is_weekday(bare(word))
            && !is_month(word)
            && !TITLES.contains(&word)
            && (!tokens[at].function || word.chars().all(|c| c.is_uppercase() || c == '.'))
    };
    let mut at = 0;
    while at < tokens.len() {
        if !capital(at) {
            at += 1;
            continue;
        }
        let start = at;
        while at + 1 < tokens.len()
            && capital(at + 1)
            && bare(tokens[at].span.of(text)) == tokens[at].span.of(text)
            && text[tokens[at].span.end..tokens[at + 1].span.start] == *" "
        {
            at += 1;
        }
        at += 1;
        let begins = start == 0 || matches!(&*tokens[start - 1].folded, "\"" | "“" | "‘" | "'" | ":" | "." | "—");
        let titled = start > 1 && &*tokens[start - 1].folded == "." && is_title(text, &tokens[start - 2]);
        // A part of a longer name (`Jon J. Holm`, `Chief of Staff Jon Holm`) or of a handle is none by itself.
        let part = |near: Option<usize>, before: bool| {
            near.and_then(|near| tokens.get(near)).is_some_and(|token| {
                let word = token.span.of(text);
                let title = before && (titled || TITLES.contains(&word));
                matches!(word, "@" | "#" | "/" | "of" | "-") || token.is_capitalised(text) && !title
            })
        };
        let apart = !part(start.checked_sub(1), true) && !part(Some(at), false);
        if apart && (!begins || titled || at - start > 1) {
            names.push(start..at);
        }
    }
    names
}

pub(super) fn is_title(text: &str, token: &Token) -> bool {
    TITLES.contains(&token.span.of(text))
}

/// Last words of the names of people: those beside a verb of saying or after a form of address.
pub(super) fn people(text: &str, tokens: &[Token]) -> Vec<Box<str>> {
    names(text, tokens)
        .into_iter()
        .filter(|name| {
            let before = name.start.checked_sub(1).map(|at| &tokens[at]);
            let point = before.is_some_and(|token| &*token.folded == ".");
            let title = if point { name.start.checked_sub(2).map(|at| &tokens[at]) } else { before };
            title.is_some_and(|token| is_title(text, token)) || speaks(tokens, name)
        })
        .map(|name| bare(&tokens[name.end - 1].folded).into())
        .collect()
}

/// Whether a verb of saying stands right before or after a name.
pub(super) fn speaks(tokens: &[Token], name: &Range<usize>) -> bool {
    let cue = |at: usize| tokens.get(at).is_some_and(|token| is_cue(&token.folded));
    cue(name.end) || name.start.checked_sub(1).is_some_and(cue)
}

/// What stands in double quotation marks, as ranges of `tokens` without the marks. A mark that is not closed or opened in
/// them reaches to their end or from their beginning.
pub(super) fn quoted(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, token) in tokens.iter().enumerate() {
        match (&*token.folded, open) {
            ("“", _) | ("\"", None) => open = Some(at + 1),
            ("”" | "\"", Some(start)) => {
                found.push(start..at);
                open = None;
            }
            ("”", None) => found.push(0..at),
            _ => {}
        }
    }
    found.extend(open.map(|start| start..tokens.len()));
    found
}
