//! Whether a sentence states something that articles could bear out, and if not, why not.

use coincide_annotate::{Annotations, QuotationKind, Sentence};
use coincide_article::ParagraphKind;
use coincide_text::Token;

use crate::Reason;

/// Why `sentence` is not checked; nothing if it is. `after_navigation` says that the sentence before it was navigation:
/// such lines come in blocks, and a short one after another that names and counts nothing belongs to them.
///
/// A sentence that quotes somebody is checked whatever else it is, since quotations are decided word by word. What has
/// is reported of somebody, or has figures or names, is opinion or flourish on strong signs only: the doubtful is checked.
pub(crate) fn reason(
    text: &str,
    annotations: &Annotations,
    sentence: &Sentence,
    kind: ParagraphKind,
    after_navigation: bool,
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
    let figures = has_figures(annotations, sentence);
    let concrete = figures || has_names(annotations, sentence);
    let reported = words.iter().any(|word| REPORTING.contains(word));
    if after_navigation && words.len() <= SHORT_LINE && !concrete && !reported {
        return Some(Reason::Navigation);
    }
    if is_flourish(&words, figures) {
        return Some(Reason::Flourish);
    }
    (!reported && is_opinion(&words, concrete)).then_some(Reason::Opinion)
}

/// Most words of a line that belongs to the navigation before it.
const SHORT_LINE: usize = 10;

/// Whether the sentence has a number or a date.
fn has_figures(annotations: &Annotations, sentence: &Sentence) -> bool {
    annotations.quantities.iter().any(|quantity| sentence.span.contains(quantity.span))
        || annotations.times.iter().any(|time| sentence.span.contains(time.span))
}

/// Whether the sentence names anybody or anything.
fn has_names(annotations: &Annotations, sentence: &Sentence) -> bool {
    let mentions = annotations.entities.iter().flat_map(|entity| &entity.mentions);
    mentions.into_iter().any(|mention| mention.named && sentence.span.contains(mention.span))
}

/// Lines of a page that speak to its reader: a short command about the page's own services.
fn is_navigation(slice: &str, words: &[&str]) -> bool {
    if words.len() > 16 || slice.contains(['"', '“']) {
        return false;
    }
    let first = words.first().copied().unwrap_or_default();
    let services = count(words, SERVICES);
    let addressed = words.iter().any(|word| matches!(*word, "you" | "your" | "our" | "us"));
    services >= 2 || (COMMANDS.contains(&first) && (services > 0 || addressed && words.len() <= 6))
}

/// What a page tells its reader to do.
const COMMANDS: &[&str] = &[
    "accept",
    "advertisement",
    "click",
    "download",
    "follow",
    "get",
    "join",
    "let",
    "read",
    "register",
    "share",
    "sign",
    "subscribe",
    "support",
    "tap",
    "watch",
];

/// What a page offers or asks for.
const SERVICES: &[&str] = &[
    "account",
    "advertisement",
    "alerts",
    "app",
    "browser",
    "captcha",
    "cookie",
    "cookies",
    "email",
    "inbox",
    "javascript",
    "login",
    "newsletter",
    "newsletters",
    "notifications",
    "password",
    "podcast",
    "privacy",
    "recaptcha",
    "subscribe",
    "subscriber",
    "subscribers",
    "subscription",
];

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
        || (small && folded != &*token.stem && !folded.ends_with("ing"))
}

const AUXILIARIES: &[&str] = &[
    "am", "are", "be", "been", "can", "cannot", "could", "did", "do", "does", "had", "has", "have", "is", "may",
    "might", "must", "shall", "should", "was", "were", "will", "would",
];

/// A sentence that sums up or decorates: it opens like a conclusion and gives no figure, or it says that something
/// stands for something (`stands as a reminder`, `underlines how`).
fn is_flourish(words: &[&str], figures: bool) -> bool {
    let concludes = CONCLUSIONS.iter().any(|opening| words.starts_with(opening));
    let symbol = words.iter().any(|word| SYMBOLS.contains(word));
    let stands = words.windows(2).any(|pair| {
        (STANDING.contains(&pair[0]) && pair[1] == "as") || (POINTING.contains(&pair[0]) && pair[1] == "how")
    });
    if concludes { !figures || symbol || stands } else { !figures && (stands || symbol && count(words, STANDING) > 0) }
}

/// A judgement in the writer's own name: `it was a disgraceful way`, `sadly`, `we must hope`, or a guess about nobody in
/// particular (`the coming days may show`).
fn is_opinion(words: &[&str], concrete: bool) -> bool {
    let first = words.first().copied().unwrap_or_default();
    let judges = matches!(first, "it" | "it's" | "that" | "that's" | "this" | "there" | "what")
        && words.iter().take(6).any(|word| matches!(*word, "is" | "was" | "be" | "it's" | "that's"))
        && words.iter().take(8).any(|word| JUDGING.contains(word));
    let wonders = matches!(first, "i" | "we") && words.iter().take(4).any(|word| FEELING.contains(word));
    let guesses = !concrete && words.iter().any(|word| matches!(*word, "may" | "might" | "perhaps"));
    judges || wonders || guesses || ATTITUDES.contains(&first)
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

/// How a conclusion opens.
const CONCLUSIONS: &[&[&str]] = &[
    &["all", "in", "all"],
    &["in", "conclusion"],
    &["in", "short"],
    &["in", "sum"],
    &["in", "summary"],
    &["in", "the", "end"],
    &["overall"],
    &["to", "sum", "up"],
    &["ultimately"],
];

/// What an event is said to be when it is said to stand for something.
const SYMBOLS: &[&str] = &["milestone", "platform", "reminder", "symbol", "testament", "turning"];

/// How it stands for that.
const STANDING: &[&str] = &["remain", "remains", "serve", "served", "serves", "serving", "stand", "stands", "stood"];

/// How it is said to show something.
const POINTING: &[&str] = &["highlights", "illustrates", "shows", "underlines", "underscores"];

/// Adverbs that open a sentence with the writer's attitude.
const ATTITUDES: &[&str] = &["fortunately", "hopefully", "ironically", "perhaps", "sadly", "surely", "unfortunately"];

/// What a writer does in their own name.
const FEELING: &[&str] = &["believe", "fear", "feel", "hope", "must", "need", "should", "think", "wish", "wonder"];

/// Adjectives that judge.
const JUDGING: &[&str] = &[
    "absurd",
    "amazing",
    "appalling",
    "astonishing",
    "awful",
    "brilliant",
    "disappointing",
    "disgraceful",
    "embarrassing",
    "excellent",
    "extraordinary",
    "fascinating",
    "foolish",
    "hypocritical",
    "important",
    "impressive",
    "incredible",
    "inspiring",
    "interesting",
    "ironic",
    "ludicrous",
    "outrageous",
    "pitiful",
    "remarkable",
    "ridiculous",
    "sad",
    "shame",
    "shameful",
    "shocking",
    "stunning",
    "terrible",
    "tragic",
    "troubling",
    "unacceptable",
    "unfair",
    "unfortunate",
    "wonderful",
    "worrying",
];

#[cfg(test)]
mod tests {
    use coincide_annotate::{Context, annotate};
    use coincide_text::Span;

    use super::*;

    fn of(text: &str) -> Option<&'static str> {
        let annotations = annotate(text, &[Span::new(0, text.len())], &Context::default());
        reason(text, &annotations, &annotations.sentences[0], ParagraphKind::Body, false).map(Reason::name)
    }

    #[test]
    fn what_states_something_is_checked() {
        for text in [
            "A great fire destroyed the old mill on the river.",
            "The best players of the club won the cup in Bergen.",
            "Nobody died in the great storm.",
            "President Holm must never decide on the harbour.",
            "Inga Strand gave an important speech in Oslo.",
            "The report shows that the ferry served the islands.",
            "It was raining when the ferry left.",
            "The council may close the school in Veldhavn.",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn what_states_nothing_is_not() {
        for (text, expected) in [
            ("It was a shameful end to a long season.", "opinion"),
            ("Sadly, the crews came too late for the old pier.", "opinion"),
            ("What follows may show whether anything was learnt.", "opinion"),
            ("In the end, the storm brought the islands together.", "flourish"),
            ("The rescue stands as a testament to the courage of sailors.", "flourish"),
            ("Sign up for our newsletter.", "navigation"),
            ("Please enable cookies and JavaScript in your browser.", "navigation"),
            ("Harbour master Inga Strand.", "fragment"),
        ] {
            assert_eq!(of(text), Some(expected), "{text}");
        }
    }
}
