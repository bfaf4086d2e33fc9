//! Planting that somebody did to somebody else what that one did to them.

use std::ops::Range;

use coincide_text::Token;

use super::Site;
use super::edit::Edit;
use super::names::Name;
use super::words::{AUXILIARIES, bare, is_irregular_past, is_title, is_weekday, names};
use crate::bootstrap::SplitMix;

/// Most words between the two names.
const BETWEEN: usize = 8;

/// Two neighbouring names of one clause, the first of which does something to the second or the other way round, change
/// places: `A told B`, `A was accused by B`, `A has called on B`, `asked A to pay B`, `A's defeat of B`.
pub(super) fn roles(site: &Site<'_>, _: &mut SplitMix) -> Vec<Vec<Edit>> {
    let mut ranges = names(site.text, site.tokens);
    if begins_with_person(site) && ranges.first().is_none_or(|first| first.start > 0) {
        ranges.insert(0, 0..1);
    }
    let mut found = Vec::new();
    for pair in ranges.windows(2) {
        let all_shared = (pair[0].start..pair[1].end).all(|at| {
            // A determiner or auxiliary more or less changes nothing.
            site.is_free(at) || site.tokens[at].function && !site.quoted.iter().any(|range| range.contains(&at))
        });
        let between = &site.tokens[pair[0].end..pair[1].start];
        let [a, b] = [&pair[0], &pair[1]].map(|range| Name::new(site, site.text, site.tokens, range));
        let before = pair[0].start.checked_sub(1).map(|at| &site.tokens[at]);
        let after = site.tokens.get(pair[1].end);
        let owner = owns(site, pair[0].end - 1);
        let acts =
            if owner { is_deed(site, between) } else { is_act(site, between) && before.is_none_or(is_before_subject) };
        // `Republican` in `Republican senators` is nobody.
        let goes_on = |token: &Token| token.is_content() && !is_verb(token) && !is_weekday(token.span.of(site.text));
        let alone = !after.is_some_and(goes_on) && !owns(site, pair[1].end - 1);
        let whole = [(&pair[0], &a), (&pair[1], &b)].iter().all(|(range, name)| name.person || !is_titled(site, range));
        let apart = a.words.iter().all(|word| !b.words.contains(word));
        if all_shared && acts && alone && whole && apart {
            found.push(vec![Edit::new(a.span, b.text), Edit::new(b.span, a.text)]);
        }
    }
    found
}

/// Whether the sentence begins with the name of somebody who speaks in the story: one word, whose capital shows nothing.
fn begins_with_person(site: &Site<'_>) -> bool {
    let [first, second, ..] = site.tokens else { return false };
    let name = bare(&first.folded);
    !second.is_capitalised(site.text) && site.story.accounts.iter().any(|account| account.people.contains(name))
}

/// Whether a token is a possessive.
fn owns(site: &Site<'_>, at: usize) -> bool {
    let word = site.word(at);
    bare(word) != word
}

/// Whether a word with a capital stands right before a name: a title, or a part of the name of something else.
fn is_titled(site: &Site<'_>, name: &Range<usize>) -> bool {
    let before = name.start.checked_sub(1).filter(|&at| at > 0).map(|at| &site.tokens[at]);
    before.is_some_and(|token| token.is_capitalised(site.text))
}

/// Whether a subject may stand after a token: a mark, a conjunction, the end of a title.
fn is_before_subject(token: &Token) -> bool {
    !token.is_word() || token.is_content() || CONJUNCTIONS.binary_search(&&*token.folded).is_ok()
}

/// Sorted.
#[rustfmt::skip]
const CONJUNCTIONS: [&str; 16] = [
    "after", "although", "and", "as", "because", "before", "but", "if", "since", "so", "that", "the", "though", "until",
    "when", "while",
];

/// Verbs whose sides say the same, by the letters they begin with.
const MUTUAL: [&str; 12] =
    ["meet", "met", "marr", "fight", "fought", "debat", "fac", "talk", "speak", "spoke", "join", "negotiat"];

/// Whether words tell what the one before them does to the one after them: a verb, with auxiliaries, adverbs and a
/// preposition.
fn is_act(site: &Site<'_>, between: &[Token]) -> bool {
    let [first, rest @ ..] = between else { return false };
    let plain = between.iter().all(|token| {
        token.is_word()
            && !matches!(&*token.folded, "and" | "or" | "with" | "who" | "which" | "like" | "than" | "between" | "of")
            && (!token.is_capitalised(site.text) || token.function || is_title(site.text, token))
    });
    let mutual = between.iter().any(|token| MUTUAL.iter().any(|stem| token.folded.starts_with(stem)));
    let modal =
        matches!(&*first.folded, "to" | "will" | "would" | "can" | "could" | "should" | "must" | "did" | "does");
    let verb = if is_verb(first) || first.is_content() && first.folded.ends_with('s') {
        true
    } else if modal {
        rest.iter().any(Token::is_content)
    } else {
        AUXILIARIES.contains(&&*first.folded) && rest.iter().any(is_verb)
    };
    verb && plain && !mutual && between.len() <= BETWEEN
}

/// Whether words tell a deed of their owner: `'s criticism of`, `'s attack on`.
fn is_deed(site: &Site<'_>, between: &[Token]) -> bool {
    let [deeds @ .., to] = between else { return false };
    matches!(&*to.folded, "of" | "on" | "against" | "over" | "for")
        && (1..=2).contains(&deeds.len())
        && deeds.iter().all(|token| token.is_content() && token.is_word() && !token.is_capitalised(site.text))
}

/// Whether a word may be a verb in the past or a participle: by its ending, or from the list.
fn is_verb(token: &Token) -> bool {
    let folded = &*token.folded;
    token.is_content() && (folded.ends_with("ed") || folded.ends_with("ing") || is_irregular_past(folded))
}
