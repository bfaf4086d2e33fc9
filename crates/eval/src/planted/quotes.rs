//! Planting a wrong word in a quotation, and cutting one.

use coincide_text::{Span, TokenKind};

use super::Site;
use super::edit::Edit;
use crate::bootstrap::SplitMix;

/// Fewest words of a quotation.
const FEWEST: usize = 5;

/// A word of content in a quotation of five words or more becomes another lower-case word of the article the sentence is
/// from that ends in the same two letters.
pub(super) fn word(site: &Site<'_>, random: &mut SplitMix) -> Vec<Vec<Edit>> {
    let own = &site.story.accounts[site.own];
    let mut found = Vec::new();
    for range in opened(site).filter(|range| words(site, range) >= FEWEST) {
        for at in range {
            let token = &site.tokens[at];
            let plain = |token: &coincide_text::Token, text: &str| {
                token.kind == TokenKind::Word
                    && token.is_content()
                    && !token.is_capitalised(text)
                    && token.span.len() > 3
            };
            if !site.shared[at] || !plain(token, site.text) {
                continue;
            }
            let ending = &token.folded[token.folded.len().saturating_sub(2)..];
            let others: Vec<&str> = own
                .tokens
                .iter()
                .filter(|other| plain(other, own.text()) && other.folded.ends_with(ending) && other.stem != token.stem)
                .filter(|other| site.tokens.iter().all(|it| it.stem != other.stem))
                .map(|other| other.span.of(own.text()))
                .collect();
            if !others.is_empty() {
                found.push(vec![Edit::new(token.span, others[random.below(others.len())])]);
            }
        }
    }
    found
}

/// A quotation loses its beginning up to and with a negation (`not`, `never`, `n't`, and the verb of thinking after it),
/// or its end from a condition (`if`, `unless`, `until`) on; four words stay.
pub(super) fn cut(site: &Site<'_>, _: &mut SplitMix) -> Vec<Vec<Edit>> {
    let mut found = Vec::new();
    for range in opened(site) {
        for at in range.clone() {
            let folded = &*site.tokens[at].folded;
            if matches!(folded, "not" | "never") || folded.ends_with("n't") {
                let next = site.tokens.get(at + 1).map_or("", |token| &*token.folded);
                let mut from = at + 1;
                if matches!(next, "think" | "believe" | "know" | "say" | "want" | "mean") {
                    from += 1;
                    if site.tokens.get(from).is_some_and(|token| matches!(&*token.folded, "that" | "to")) {
                        from += 1;
                    }
                }
                let stays = from..range.end;
                if from < range.end && words(site, &stays) >= 4 && is_shared(site, &range) {
                    let gone = Span::new(site.tokens[range.start].span.start, site.tokens[from].span.start);
                    found.push(vec![Edit::new(gone, "")]);
                }
            }
            if matches!(folded, "if" | "unless" | "until") && at > range.start {
                let stays = range.start..at;
                let end = trimmed(site, &range);
                if words(site, &stays) >= 4 && end > at && is_shared(site, &range) {
                    let gone = Span::new(site.tokens[at - 1].span.end, site.tokens[end - 1].span.end);
                    found.push(vec![Edit::new(gone, "")]);
                }
            }
        }
    }
    found
}

/// The end of a quotation without its last marks, as an index after its last word.
fn trimmed(site: &Site<'_>, range: &std::ops::Range<usize>) -> usize {
    range.clone().rev().find(|&at| site.tokens[at].is_word()).map_or(range.start, |at| at + 1)
}

fn words(site: &Site<'_>, range: &std::ops::Range<usize>) -> usize {
    site.tokens[range.clone()].iter().filter(|token| token.is_word()).count()
}

fn is_shared(site: &Site<'_>, range: &std::ops::Range<usize>) -> bool {
    range.clone().all(|at| site.shared[at] || !site.tokens[at].is_word())
}

/// The quotations of the sentence that it has the opening mark of.
fn opened<'a>(site: &Site<'a>) -> impl Iterator<Item = std::ops::Range<usize>> + 'a {
    site.quoted.iter().filter(|range| range.start > 0).cloned()
}
