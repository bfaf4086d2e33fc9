//! The order of events: what a sentence says was before what, by the words of time between two clauses.

use coincide_annotate::{Annotations, QuotationKind, Sentence};
use coincide_retrieve::{Term, TermKind, terms};
use coincide_text::{Span, Token};

use crate::clause::begins_clause;
use crate::quotation::is_negation;

/// Two events of one sentence and their order.
pub(crate) struct Order {
    /// The words that say it: `after`, `prior to`.
    pub(crate) marker: Span,
    /// What was first.
    pub(crate) earlier: Event,
    /// What came after it.
    pub(crate) later: Event,
    /// Whether it is not told as something that happened: `would leave before`, `if they left before`.
    pub(crate) imagined: bool,
    /// Whether it stands in somebody's quoted words.
    pub(crate) quoted: bool,
}

/// One of the two events.
pub(crate) struct Event {
    /// Its content words, without numbers, times and verbs of saying.
    pub(crate) terms: Vec<Term>,
}

/// Which side of the words of time is the earlier event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    /// `X before Y`: the left one.
    Left,
    /// `X after Y`: the right one.
    Right,
}

/// The orders that `sentence` states.
///
/// * `X after Y`, `following`, `since`, `in the wake of`, `in the aftermath of`: Y is earlier.
/// * `X before Y`, `prior to`, `ahead of`, `until`, `till`, `followed by`, `after which`, `and then`: X is earlier.
/// * In front (`After Y, X`) the other event is what stands behind the comma.
///
/// An event reaches to the nearest place where something new begins: a mark, a conjunction before a verb, a relative
/// word, the next word of time. A sentence that denies one of the two (`not before`) states no order, but for `not until`.
pub(crate) fn orders(text: &str, annotations: &Annotations, sentence: &Sentence) -> Vec<Order> {
    let tokens = annotations.tokens.get(sentence.tokens.clone()).unwrap_or_default();
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() && found.len() < ORDERS {
        let Some((length, before)) = marker(tokens, at) else {
            at += 1;
            continue;
        };
        found.extend(order(text, annotations, tokens, at, length, before));
        at += length;
    }
    found
}

/// The words of time at `at`: how many they are, and which side is the earlier one.
fn marker(tokens: &[Token], at: usize) -> Option<(usize, Before)> {
    let word = |offset: usize| tokens.get(at + offset).map_or("", |token| &*token.folded);
    let previous = at.checked_sub(1).map_or("", |before| &*tokens[before].folded);
    Some(match (word(0), word(1), word(2), word(3)) {
        ("after", "which" | "that", _, _) => (2, Before::Left),
        // `After all` and `after him` name no event; `named after` and `looked after` are other verbs.
        ("after", "all" | "hours" | "him" | "her" | "them" | "it" | "us" | "me" | "you", _, _) => return None,
        ("after", ..) => match tokens.get(at.wrapping_sub(1)).map_or("", |before| &*before.stem) {
            "name" | "look" | "seek" | "go" | "model" | "day" if !is_length(tokens, at) => return None,
            _ => (1, Before::Right),
        },
        ("following", ..) if !matches!(previous, "the" | "a" | "is" | "are" | "was" | "were" | "been" | "be") => {
            (1, Before::Right)
        }
        ("since", "then", ..) => return None,
        ("since", ..) if previous != "ever" => (1, Before::Right),
        ("in", "the", "wake" | "aftermath", "of") => (4, Before::Right),
        ("before", "it" | "him" | "her" | "them" | "us" | "me" | "you", _, _) if ends_event(tokens, at + 2) => {
            return None;
        }
        ("before" | "until" | "till", ..) => (1, Before::Left),
        ("prior", "to", ..) | ("ahead", "of", ..) | ("followed", "by", ..) | ("and", "then", ..) => (2, Before::Left),
        _ => return None,
    })
}

/// Whether a length of time stands right before `at`: `two days after`.
fn is_length(tokens: &[Token], at: usize) -> bool {
    at.checked_sub(2).and_then(|two| tokens.get(two)).is_some_and(|token| {
        token.kind == coincide_text::TokenKind::Number || token.function || SPANS.contains(&&*token.folded)
    })
}

fn order(
    text: &str,
    annotations: &Annotations,
    tokens: &[Token],
    at: usize,
    length: usize,
    before: Before,
) -> Option<Order> {
    let marker = tokens[at].span.cover(tokens[at + length - 1].span);
    let mut left_end = at;
    while left_end > 0 && is_degree(&tokens[left_end - 1]) {
        left_end -= 1;
    }
    if left_end > 0 && &*tokens[left_end - 1].folded == "," {
        left_end -= 1;
    }
    let right_end = event_end(text, tokens, at + length);
    let least = left_end.saturating_sub(LONGEST);
    let begins = |from: usize| ends_event(tokens, from - 1) || begins_clause(text, tokens, from);
    let left_from = (least + 1..left_end).rev().find(|&from| begins(from)).unwrap_or(least);
    let in_front = !tokens[left_from..left_end].iter().any(Token::is_content);
    let other = if in_front {
        // `After Y, X`
        tokens.get(right_end).filter(|token| &*token.folded == ",")?;
        right_end + 1..event_end(text, tokens, right_end + 1)
    } else {
        left_from..left_end
    };
    let (left, right) = (tokens.get(other)?, tokens.get(at + length..right_end)?);
    let negated = |side: &[Token]| side.iter().any(|token| is_negation(&token.folded));
    let until = matches!(&*tokens[at].folded, "until" | "till");
    let around = negated(tokens.get(left_end..at)?) || negated(left);
    let before = match (until && around, before) {
        (true, _) => Before::Right,
        (false, _) if around => return None,
        (false, before) => before,
    };
    if negated(right) {
        return None;
    }
    let imagined = left.iter().chain(right).any(|token| is_imagined(&token.folded));
    let (mut left, mut right) = (event(text, annotations, left)?, event(text, annotations, right)?);
    // What both have tells neither from the other.
    let both: Vec<_> = left
        .terms
        .iter()
        .filter(|term| right.terms.iter().any(|it| it.stem == term.stem))
        .map(|it| it.stem.clone())
        .collect();
    for side in [&mut left, &mut right] {
        side.terms.retain(|term| !both.contains(&term.stem));
        side.terms.iter().find(|term| term.kind == TermKind::Word)?;
    }
    let quoted = annotations
        .quotations
        .iter()
        .any(|quotation| quotation.kind != QuotationKind::Indirect && quotation.marked.overlaps(marker));
    let (earlier, later) = if before == Before::Left { (left, right) } else { (right, left) };
    Some(Order { marker, earlier, later, imagined, quoted })
}

/// The content words of an event; nothing if it has none.
fn event(text: &str, annotations: &Annotations, tokens: &[Token]) -> Option<Event> {
    let span = tokens.first()?.span.cover(tokens.last()?.span);
    let times = &annotations.times;
    let apart = |term: &Term| {
        let at = times.partition_point(|time| time.span.end <= term.span.start);
        times.get(at).is_some_and(|time| time.span.contains(term.span))
    };
    let mut words = terms(text, annotations, span);
    words.retain(|term| matches!(term.kind, TermKind::Word | TermKind::Name) && !apart(term));
    (!words.is_empty()).then_some(Event { terms: words })
}

/// Most orders of a sentence; there are more only in a text that is none.
const ORDERS: usize = 8;

/// Most words of an event.
const LONGEST: usize = 32;

/// Where the event that begins at `from` is over.
fn event_end(text: &str, tokens: &[Token], from: usize) -> usize {
    let last = (from + LONGEST).min(tokens.len());
    let over = |at: usize| at > from && (begins_clause(text, tokens, at) || marker(tokens, at).is_some());
    (from..last).find(|&at| ends_event(tokens, at) || over(at)).unwrap_or(last)
}

/// Whether an event is over at `at`: at a mark other than a hyphen or a point inside of it.
fn ends_event(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_none_or(|token| {
        matches!(&*token.folded, "," | ";" | ":" | "—" | "–" | "(" | ")" | "\"" | "“" | "”" | "." | "?" | "!" | "that")
    })
}

/// Whether a word tells how long before or after: `ten minutes`, `shortly`, `just`.
fn is_degree(token: &Token) -> bool {
    token.kind == coincide_text::TokenKind::Number
        || DEGREE.contains(&&*token.folded)
        || SPANS.contains(&&*token.folded)
}

const DEGREE: &[&str] = &[
    "a",
    "about",
    "almost",
    "an",
    "barely",
    "couple",
    "ever",
    "few",
    "half",
    "immediately",
    "just",
    "less",
    "long",
    "many",
    "more",
    "nearly",
    "of",
    "only",
    "right",
    "several",
    "shortly",
    "some",
    "soon",
    "than",
    "well",
];

/// Lengths of time, and the small numbers they are told with.
const SPANS: &[&str] = &[
    "second", "seconds", "moment", "moments", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks",
    "month", "months", "year", "years", "decade", "decades", "one", "two", "three", "four", "five", "six", "seven",
    "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty",
];

/// Whether a word makes what is told something that is not told as having happened.
fn is_imagined(folded: &str) -> bool {
    matches!(
        folded,
        "can"
            | "could"
            | "if"
            | "may"
            | "might"
            | "must"
            | "should"
            | "unless"
            | "whether"
            | "will"
            | "would"
            | "wo"
            | "ought"
            | "shall"
    )
}
