//! Spans that never split what a reader sees as one character.

use coincide_text::Span;
use unicode_segmentation::GraphemeCursor;

use crate::Annotations;

/// Widens every span of what was found that begins or ends inside a grapheme cluster (Unicode Standard Annex 29): a letter
/// with its combining marks, an emoji with its skin tone or its joined parts, a flag.
pub(crate) fn keep_whole(text: &str, found: &mut Annotations) {
    if text.is_ascii() {
        return;
    }
    let widen = |span: &mut Span| *span = whole(text, *span);
    for quotation in &mut found.quotations {
        widen(&mut quotation.span);
        widen(&mut quotation.marked);
        quotation.content.iter_mut().chain(&mut quotation.cue).for_each(widen);
        quotation.speaker.iter_mut().for_each(|speaker| widen(&mut speaker.span));
    }
    for quantity in &mut found.quantities {
        widen(&mut quantity.span);
        widen(&mut quantity.number);
        quantity.of.iter_mut().for_each(|of| widen(&mut of.span));
        quantity.per.iter_mut().for_each(|per| widen(&mut per.span));
    }
    for time in &mut found.times {
        widen(&mut time.span);
    }
    for mention in found.entities.iter_mut().flat_map(|entity| &mut entity.mentions) {
        widen(&mut mention.span);
    }
}

/// The smallest span around this one that splits no grapheme.
fn whole(text: &str, span: Span) -> Span {
    let mut span = span;
    while !is_boundary(text, span.start) {
        span.start =
            text.get(..span.start).and_then(|before| before.char_indices().next_back()).map_or(0, |(at, _)| at);
    }
    while !is_boundary(text, span.end) {
        span.end += text.get(span.end..).and_then(|after| after.chars().next()).map_or(1, char::len_utf8);
    }
    span
}

/// Whether no grapheme goes over byte offset `at`.
fn is_boundary(text: &str, at: usize) -> bool {
    if at == 0 || at >= text.len() {
        return true;
    }
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else { return true };
    let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else { return true };
    if is_simple(last) && is_simple(next) {
        return last != '\r' || next != '\n';
    }
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

/// Characters that join none beside them: Latin, and the dashes and quotation marks of print.
const fn is_simple(character: char) -> bool {
    matches!(character, '\0'..='\u{a8}' | '\u{ab}'..='\u{ac}' | '\u{af}'..='\u{2ff}' | '\u{2010}'..='\u{2027}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_grow_to_whole_graphemes() {
        for (text, part, expected) in [
            ("Holm\u{1f3fd} left", "Holm", "Holm\u{1f3fd}"),
            (
                "a \u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} b",
                "\u{1f469}",
                "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}",
            ),
            ("x \u{1f1f3}\u{1f1f4} y", "\u{1f1f4}", "\u{1f1f3}\u{1f1f4}"),
            ("\"\u{301}said\"", "said", "said"),
            ("Strand left", "Strand", "Strand"),
        ] {
            let start = text.find(part).unwrap_or_default();
            let span = whole(text, Span::new(start, start + part.len()));
            assert_eq!(span.of(text), expected);
        }
    }
}
