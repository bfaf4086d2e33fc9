//! Planting the opposite.

use coincide_text::Span;

use super::Site;
use super::edit::Edit;
use super::words::{AUXILIARIES, quoted};
use crate::bootstrap::SplitMix;

/// `not` is put after an auxiliary verb, or taken out from after one; outside of quotation marks.
pub(super) fn negation(site: &Site<'_>, _: &mut SplitMix) -> Vec<Vec<Edit>> {
    let quoted = quoted(site.tokens);
    let mut found = Vec::new();
    for at in (0..site.tokens.len().saturating_sub(1)).filter(|&at| site.shared[at] && site.shared[at + 1]) {
        if quoted.iter().any(|range| range.contains(&at)) {
            continue;
        }
        let token = &site.tokens[at];
        let next = &site.tokens[at + 1];
        if AUXILIARIES.contains(&&*token.folded) && next.is_word() && &*next.folded != "not" {
            found.push(vec![Edit::new(Span::new(token.span.end, token.span.end), " not")]);
        } else if AUXILIARIES.contains(&&*token.folded) && &*next.folded == "not" {
            found.push(vec![Edit::new(Span::new(token.span.end, next.span.end), "")]);
        } else if let Some(verb) = token.folded.strip_suffix("n't").filter(|verb| AUXILIARIES.contains(verb)) {
            found.push(vec![Edit::new(Span::new(token.span.start + verb.len(), token.span.end), "")]);
        }
    }
    found
}
