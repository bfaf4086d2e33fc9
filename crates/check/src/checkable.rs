//! Whether a sentence states something that articles could bear out, and if not, why not.

use coincide_annotate::{Annotations, QuotationKind, Sentence};
use coincide_article::ParagraphKind;
use coincide_text::Token;

use crate::Reason;

/// Why `sentence` is not checked; nothing if it is.
///
/// A sentence that quotes somebody is checked whatever else it is, since quotations are decided word by word. What has
/// a number or a date is opinion or flourish only on stronger signs than what has none: the doubtful is checked.
pub(crate) fn reason(
    text: &str,
    annotations: &Annotations,
    sentence: &Sentence,
    kind: ParagraphKind,
) -> Option<Reason> {
    let tokens = annotations.tokens.get(sentence.tokens.clone()).unwrap_or_default();
    let words: Vec<&str> = tokens.iter().filter(|token| token.is_word()).map(|token| &*token.folded).collect();
    let slice = sentence.span.of(text);
    if words.is_empty() {
        return Some(Reason::Fragment);
    }
    if is_navigation(slice, &words) {
        return Some(Reason::Navigation);
    }
    let quotes = annotations
        .quotations
        .iter()
        .filter(|quotation| matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed))
        .any(|quotation| quotation.span.overlaps(sentence.span));
    if quotes {
        return None;
    }
    if slice.ends_with('?') {
        return Some(Reason::Question);
    }
    if is_fragment(text, tokens, &words, slice, kind) {
        return Some(Reason::Fragment);
    }
    let concrete = has_concrete(annotations, sentence);
    if is_flourish(&words, concrete) {
        return Some(Reason::Flourish);
    }
    is_opinion(&words, concrete).then_some(Reason::Opinion)
}

/// Whether the sentence has a number or a date.
fn has_concrete(annotations: &Annotations, sentence: &Sentence) -> bool {
    annotations.quantities.iter().any(|quantity| sentence.span.contains(quantity.span))
        || annotations.times.iter().any(|time| sentence.span.contains(time.span))
}

/// Lines of a page that speak to its reader.
fn is_navigation(slice: &str, words: &[&str]) -> bool {
    let first = words.first().copied().unwrap_or_default();
    let addressed = words.iter().any(|word| matches!(*word, "you" | "your" | "our" | "us" | "inbox" | "newsletter"));
    let commands = matches!(
        first,
        "advertisement"
            | "click"
            | "download"
            | "follow"
            | "get"
            | "join"
            | "let"
            | "read"
            | "register"
            | "share"
            | "sign"
            | "subscribe"
            | "tap"
            | "watch"
    );
    let page_words = words
        .iter()
        .filter(|word| {
            matches!(
                **word,
                "alerts"
                    | "app"
                    | "browser"
                    | "cookie"
                    | "cookies"
                    | "delivered"
                    | "email"
                    | "inbox"
                    | "javascript"
                    | "login"
                    | "newsletter"
                    | "newsletters"
                    | "password"
                    | "privacy"
                    | "recaptcha"
                    | "reports"
                    | "stories"
                    | "subscribe"
                    | "subscription"
                    | "terms"
                    | "updates"
                    | "weekday"
                    | "mornings"
            )
        })
        .count();
    if slice.contains(['"', '“']) {
        return false;
    }
    words.len() <= 16
        && ((commands && (page_words > 0 || addressed && words.len() <= 8))
            || page_words >= 3
            || words.contains(&"recaptcha")
            || words.contains(&"copyright") && words.len() <= 12)
}

/// What is no sentence: no verb, or a bare lead-in such as `The Courier reported:`.
fn is_fragment(text: &str, tokens: &[Token], words: &[&str], slice: &str, kind: ParagraphKind) -> bool {
    if matches!(kind, ParagraphKind::Caption) && words.len() < 6 {
        return true;
    }
    if slice.ends_with(':') && words.len() <= 8 {
        return true;
    }
    if words.len() <= 2 {
        return true;
    }
    let verb = tokens.iter().enumerate().any(|(index, token)| is_verb(text, token, index));
    !verb && (words.len() <= 6 || kind == ParagraphKind::Heading)
}

/// Whether a token is likely a finite verb: an auxiliary, a past form, or a lower-case `-s` form after a noun.
fn is_verb(text: &str, token: &Token, index: usize) -> bool {
    if !token.is_word() || index == 0 {
        return false;
    }
    let folded = &*token.folded;
    let small = !token.is_capitalised(text);
    AUXILIARIES.contains(&folded)
        || (folded.contains('\'') && (folded.ends_with("n't") || folded.ends_with("'s") || folded.ends_with("'re")))
        || (small && folded.len() > 3 && folded.ends_with("ed"))
        || (small && folded.len() > 3 && folded.ends_with('s') && !folded.ends_with("ss"))
        || (small && folded != &*token.stem && !folded.ends_with("ing") && coincide_text::stem(folded) != folded)
}

const AUXILIARIES: &[&str] = &[
    "am", "are", "be", "been", "can", "cannot", "could", "did", "do", "does", "had", "has", "have", "is", "may",
    "might", "must", "shall", "should", "was", "were", "will", "would",
];

/// A sentence that sums up or decorates: it opens like a conclusion, and weighs instead of reporting.
fn is_flourish(words: &[&str], concrete: bool) -> bool {
    let opening = words.iter().take(3).copied().collect::<Vec<_>>();
    let concludes = matches!(opening.first(), Some(&("overall" | "ultimately")))
        || opening.starts_with(&["in", "conclusion"])
        || opening.starts_with(&["in", "the", "end"])
        || opening.starts_with(&["all", "in", "all"])
        || opening.starts_with(&["in", "summary"]);
    let weighs = count(words, WEIGHING);
    if concludes { !concrete || weighs > 0 } else { !concrete && weighs >= 2 }
}

/// A judgement, a guess at what will be or an appeal, and nothing reported.
fn is_opinion(words: &[&str], concrete: bool) -> bool {
    if words.iter().any(|word| REPORTING.contains(word)) {
        return false;
    }
    let judging = count(words, JUDGING);
    let guessing = count(words, GUESSING);
    let first_person = words.iter().any(|word| matches!(*word, "i" | "my" | "we" | "our"));
    if concrete {
        return judging >= 2;
    }
    judging >= 2
        || (judging >= 1 && words.len() <= 14)
        || (first_person && judging + guessing >= 1)
        || (guessing >= 1 && judging >= 1)
        || guessing >= 2
}

fn count(words: &[&str], table: &[&str]) -> usize {
    words.iter().filter(|word| table.contains(word)).count()
}

/// Verbs that hand a judgement to somebody: then it is that somebody's, and can be checked.
const REPORTING: &[&str] = &[
    "according",
    "added",
    "argued",
    "asked",
    "believes",
    "called",
    "claimed",
    "criticised",
    "criticized",
    "said",
    "says",
    "told",
    "warned",
    "wrote",
];

/// Words that weigh what was reported.
const WEIGHING: &[&str] = &[
    "symbolizes",
    "underline",
    "underlines",
    "underscore",
    "underscored",
    "underscores",
    "highlight",
    "highlighted",
    "highlights",
    "illustrates",
    "marks",
    "platform",
    "proved",
    "reminder",
    "serve",
    "served",
    "serves",
    "shows",
    "stands",
    "testament",
    "milestone",
    "reflects",
    "signals",
    "crucial",
    "important",
    "significant",
];

/// Words that judge.
const JUDGING: &[&str] = &[
    "absurd",
    "amazing",
    "appalling",
    "astonishing",
    "awful",
    "best",
    "brilliant",
    "compelling",
    "disappointing",
    "disgraceful",
    "dramatic",
    "embarrassing",
    "excellent",
    "extraordinary",
    "fascinating",
    "fortunately",
    "foolish",
    "great",
    "hopefully",
    "hypocritical",
    "important",
    "impressive",
    "incredible",
    "inspiring",
    "interesting",
    "ironic",
    "ludicrous",
    "missed",
    "outrageous",
    "perhaps",
    "pitiful",
    "remarkable",
    "ridiculous",
    "sad",
    "sadly",
    "shame",
    "shameful",
    "shocking",
    "stunning",
    "terrible",
    "tragic",
    "troubling",
    "unacceptable",
    "unfortunate",
    "unfortunately",
    "unfair",
    "worrying",
    "worst",
    "wonderful",
];

/// Words that guess or leave open.
const GUESSING: &[&str] = &[
    "central",
    "decide",
    "ever",
    "likely",
    "may",
    "maybe",
    "might",
    "must",
    "never",
    "ought",
    "remains",
    "seems",
    "surely",
    "uncertain",
    "wonder",
];
