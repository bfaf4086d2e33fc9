//! Whether a passage states something or denies it.

use coincide_annotate::Annotations;
use coincide_text::Span;

use crate::quotation::is_negation;

/// How many words a negation reaches over.
const REACH: usize = 4;

/// Whether one of the words of `span` for which `matters` holds stands shortly after a negation, with no comma or other
/// mark between; two negations that reach the same word cancel out.
pub(crate) fn is_negated(annotations: &Annotations, span: Span, matters: impl Fn(Span) -> bool) -> bool {
    let tokens = annotations.tokens_in(span);
    if !tokens.iter().any(|token| is_negation(&token.folded)) {
        return false;
    }
    tokens.iter().enumerate().any(|(at, token)| {
        if !token.is_content() || is_negation(&token.folded) || !matters(token.span) {
            return false;
        }
        let before = tokens[..at].iter().rev().take_while(|token| token.is_word()).take(REACH);
        before.filter(|token| is_negation(&token.folded)).count() % 2 == 1
    })
}
