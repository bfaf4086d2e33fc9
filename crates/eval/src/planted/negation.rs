//! Planting the opposite.

use coincide_text::Span;

use super::Site;
use super::edit::Edit;
use super::words::AUXILIARIES;
use crate::bootstrap::SplitMix;

/// `not` is put after an auxiliary verb, or taken out from after one; outside of quotation marks.
pub(super) fn negation(site: &Site<'_>, _: &mut SplitMix) -> Vec<Vec<Edit>> {
    let mut found = Vec::new();
    for at in (0..site.tokens.len().saturating_sub(1)).filter(|&at| site.is_free(at) && site.is_free(at + 1)) {
        let token = &site.tokens[at];
        let next = &site.tokens[at + 1];
        let only = site.tokens.get(at + 2).is_some_and(|after| &*after.folded == "only");
        if AUXILIARIES.contains(&&*token.folded) && next.is_word() && takes_not(&token.folded, &next.folded) {
            found.push(vec![Edit::new(Span::new(token.span.end, token.span.end), " not")]);
        } else if AUXILIARIES.contains(&&*token.folded) && &*next.folded == "not" && !only {
            found.push(vec![Edit::new(Span::new(token.span.end, next.span.end), "")]);
        } else if let Some(verb) = token.folded.strip_suffix("n't").filter(|verb| AUXILIARIES.contains(verb)) {
            found.push(vec![Edit::new(Span::new(token.span.start + verb.len(), token.span.end), "")]);
        }
    }
    found
}

/// Whether `not` can stand between an auxiliary verb and the word after it.
fn takes_not(auxiliary: &str, next: &str) -> bool {
    let negative = matches!(next, "not" | "no" | "never" | "nothing" | "more" | "only");
    match auxiliary {
        "has" | "have" | "had" => next.ends_with("ed") || next.ends_with("en") || next == "made",
        "did" | "does" => false,
        _ => !negative,
    }
}
