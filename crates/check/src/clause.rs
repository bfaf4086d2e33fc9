//! A sentence's clauses: parts that each say one thing.

use coincide_annotate::{Annotations, QuotationKind, Sentence};
use coincide_text::{Span, Token};

/// Fewest content words a clause has; a shorter part belongs to its neighbour.
const FEWEST_WORDS: usize = 3;

/// Splits `sentence` into clauses, in order; together they cover it.
///
/// Without a parser, by the marks and words that begin a clause in news prose: a semicolon or dash; a conjunction or
/// relative word after a comma; a participle after a comma (`, killing two`); a conjunction before a second verb
/// (`praised the crew and criticised the company`); a subordinating word inside the sentence. Nothing is split inside a
/// quotation, and a part with fewer than three content words joins its neighbour.
pub(crate) fn clauses(text: &str, annotations: &Annotations, sentence: &Sentence) -> Vec<Span> {
    let tokens = annotations.tokens.get(sentence.tokens.clone()).unwrap_or_default();
    let quoted: Vec<Span> = annotations
        .quotations
        .iter()
        .filter(|quotation| quotation.kind != QuotationKind::Indirect && quotation.marked.overlaps(sentence.span))
        .map(|quotation| quotation.marked)
        .collect();
    let mut starts = vec![0];
    for at in 1..tokens.len() {
        let inside = quoted.iter().any(|span| span.start < tokens[at].span.start && tokens[at].span.end <= span.end);
        if !inside && begins_clause(text, tokens, at) {
            starts.push(at);
        }
    }
    join_short(tokens, &mut starts);
    let mut spans = Vec::with_capacity(starts.len());
    for (index, &start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).map_or(sentence.span.end, |&next| tokens[next].span.start);
        let start = if index == 0 { sentence.span.start } else { tokens[start].span.start };
        spans.push(Span::new(start, end).trim(text));
    }
    spans
}

/// Whether something new is said from the token at `at` on, which is not the first.
pub(crate) fn begins_clause(text: &str, tokens: &[Token], at: usize) -> bool {
    let before = &*tokens[at - 1].folded;
    let word = &tokens[at];
    if matches!(before, ";" | "—" | "–") {
        return true;
    }
    if !word.is_word() {
        return false;
    }
    let after_comma = before == ",";
    let folded = &*word.folded;
    if after_comma && (AFTER_COMMA.contains(&folded) || is_participle(folded)) {
        return match folded {
            // A list (`bread, milk and salt`) is no clause: after the conjunction comes a verb, or a subject with one.
            "and" | "or" => {
                tokens.get(at + 1).is_some_and(|next| is_past(&next.folded) || is_pronoun(&next.folded))
                    || has_verb_soon(text, tokens, at + 1)
            }
            _ => true,
        };
    }
    match folded {
        "and" | "but" => tokens
            .get(at + 1)
            .is_some_and(|next| is_past(&next.folded) || is_pronoun(&next.folded) || &*next.folded == "that"),
        _ => INSIDE.contains(&folded) && !is_pronoun(before),
    }
}

/// Whether a verb form stands among the next few words, before any comma.
fn has_verb_soon(text: &str, tokens: &[Token], from: usize) -> bool {
    tokens
        .iter()
        .skip(from)
        .take(6)
        .take_while(|token| token.is_word())
        .any(|token| (is_past(&token.folded) && !token.is_capitalised(text)) || AUXILIARIES.contains(&&*token.folded))
}

fn is_participle(folded: &str) -> bool {
    folded.len() >= 6 && folded.ends_with("ing")
}

fn is_past(folded: &str) -> bool {
    (folded.len() >= 5 && folded.ends_with("ed"))
        || PAST.binary_search(&folded).is_ok()
        || AUXILIARIES.contains(&folded)
}

fn is_pronoun(folded: &str) -> bool {
    matches!(folded, "he" | "she" | "it" | "they" | "we" | "i")
}

fn join_short(tokens: &[Token], starts: &mut Vec<usize>) {
    let mut index = 0;
    while starts.len() > 1 && index < starts.len() {
        let end = starts.get(index + 1).copied().unwrap_or(tokens.len());
        let content = tokens[starts[index]..end].iter().filter(|token| token.is_content()).count();
        if content >= FEWEST_WORDS {
            index += 1;
        } else if index == 0 {
            starts.remove(1);
        } else {
            starts.remove(index);
            index -= 1;
        }
    }
}

/// Words that begin a clause after a comma.
const AFTER_COMMA: &[&str] = &[
    "after", "although", "and", "as", "because", "before", "but", "even", "leaving", "or", "since", "so", "then",
    "though", "unless", "until", "when", "where", "whereas", "which", "while", "who", "whose", "with", "yet",
];

/// Words that begin a clause wherever they stand.
const INSIDE: &[&str] = &["although", "because", "though", "unless", "whereas", "which", "while", "who", "whose"];

const AUXILIARIES: &[&str] = &[
    "are", "can", "could", "did", "does", "had", "has", "have", "is", "may", "might", "must", "should", "was", "were",
    "will", "would",
];

/// Past forms that do not end in `-ed` and begin second verbs often. Sorted.
const PAST: &[&str] = &[
    "became", "began", "brought", "built", "came", "cut", "fell", "felt", "found", "gave", "got", "grew", "held",
    "kept", "knew", "led", "left", "lost", "made", "met", "paid", "put", "ran", "rose", "said", "saw", "sent", "set",
    "shot", "shut", "sold", "spent", "spoke", "stood", "struck", "taught", "threw", "told", "took", "went", "won",
    "wrote",
];

#[cfg(test)]
mod tests {
    use coincide_annotate::{Context, annotate};

    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let annotations = annotate(text, &[Span::new(0, text.len())], &Context::default());
        clauses(text, &annotations, &annotations.sentences[0]).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn past_forms_are_sorted_for_binary_search() {
        assert!(PAST.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn clauses_begin_where_something_new_is_said() {
        for (text, expected) in [
            (
                "The ferry left the old harbour late, while two buses waited on the northern pier.",
                &["The ferry left the old harbour late,", "while two buses waited on the northern pier."][..],
            ),
            (
                "A wave hit the deck of the ferry, injuring three crew members badly.",
                &["A wave hit the deck of the ferry,", "injuring three crew members badly."],
            ),
            (
                "The mayor praised the rescue crew warmly and criticised the shipping company sharply.",
                &["The mayor praised the rescue crew warmly", "and criticised the shipping company sharply."],
            ),
            (
                "They carried bread, milk, and dry salt to the pier.",
                &["They carried bread, milk, and dry salt to the pier."],
            ),
            ("The ferry sank, he said.", &["The ferry sank, he said."]),
        ] {
            assert_eq!(split(text), expected, "{text}");
        }
    }
}
