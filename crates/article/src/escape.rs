//! Character references (`&amp;`, `&#8217;`) in texts that are no pages: titles, names, addresses.

use coincide_text::{Span, Text, TextBuilder};
use html5gum::{Token, Tokenizer};

/// The longest name in the HTML standard has 32 characters.
const LONGEST: usize = 36;

/// What a character reference, from its ampersand to its semicolon, stands for by the HTML standard.
pub(crate) fn reference(raw: &str) -> Option<String> {
    let mut tokens = Tokenizer::new(raw);
    match tokens.next() {
        Some(Ok(Token::String(decoded))) => {
            Some(String::from_utf8_lossy(&decoded).into_owned()).filter(|decoded| decoded != raw)
        }
        _ => None,
    }
}

/// The character references in `text`: where they stand and what they stand for. One without its semicolon is none.
fn references(text: &str) -> impl Iterator<Item = (Span, String)> {
    text.match_indices('&').filter_map(|(start, _)| {
        let length = text[start + 1..].bytes().take(LONGEST).position(|byte| byte == b';')?;
        let span = Span::new(start, start + length + 2);
        let name = &text[start + 1..span.end - 1];
        let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
        Some((span, reference(span.of(text)).filter(|_| is_name)?))
    })
}

/// `text` with its character references decoded.
pub(crate) fn unescaped(text: &str) -> String {
    let mut builder = TextBuilder::new();
    push_unescaped(&mut builder, text, 0);
    builder.as_str().to_owned()
}

/// Adds `text`, which stands at `offset` below, with its character references decoded.
fn push_unescaped(builder: &mut TextBuilder, text: &str, offset: usize) {
    let mut at = 0;
    for (span, decoded) in references(text) {
        builder.push_same(&text[at..span.start], offset + at);
        builder.push_for(&decoded, Span::new(offset + span.start, offset + span.end));
        at = span.end;
    }
    builder.push_same(&text[at..], offset + at);
}

/// `text` with the character references in `spans` decoded, and where those spans and `body`, which stands behind them,
/// then stand. `spans` are in order.
pub(crate) fn unescape_spans(text: &Text, spans: &mut [Span], body: &mut Span) -> Option<Text> {
    if !spans.iter().any(|span| references(span.of(text.as_str())).next().is_some()) {
        return None;
    }
    let content = text.as_str();
    let mut builder = TextBuilder::over(text);
    let mut at = 0;
    for span in spans {
        builder.push_same(&content[at..span.start], at);
        let start = builder.len();
        push_unescaped(&mut builder, span.of(content), span.start);
        at = span.end;
        *span = Span::new(start, builder.len());
    }
    let moved = builder.len() + body.start - at;
    builder.push_same(&content[at..], at);
    *body = Span::new(moved, moved + body.len());
    Some(builder.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_decoded_once_and_only_where_they_are_whole() {
        for (raw, decoded) in [
            ("Fish &amp; chips", "Fish & chips"),
            ("&amp;lt;", "&lt;"),
            ("AT&T &copy 3 & 4; R&D;", "AT&T &copy 3 & 4; R&D;"),
            ("Harbour&#8217;s &#x2014; &nbsp;&unknown;", "Harbour’s — \u{a0}&unknown;"),
            ("&&amp;&", "&&&"),
            ("a < b &lt; c", "a < b < c"),
        ] {
            assert_eq!(unescaped(raw), decoded);
        }
    }

    #[test]
    fn spans_move_with_what_stands_before_them() {
        let text = Text::identical("R&amp;D\n\nMen &amp; boats\n\n&amp; body", 0);
        let mut spans = [Span::new(0, 7), Span::new(9, 24)];
        let mut body = Span::new(26, 36);
        let read = unescape_spans(&text, &mut spans, &mut body).unwrap();
        assert_eq!(spans.map(|span| span.of(read.as_str())), ["R&D", "Men & boats"]);
        assert_eq!(body.of(read.as_str()), "&amp; body");
        assert_eq!(read.source(Span::new(1, 2)), Some(Span::new(1, 6)));
    }
}
