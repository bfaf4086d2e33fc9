//! Characters of a page with their places: what the tokeniser decoded, laid beside what stands in the page.

use coincide_text::{Span, TextBuilder};

/// The longest name of a character reference in the HTML standard, with some room.
const LONGEST_REFERENCE: usize = 40;

/// Adds `decoded`, which the tokeniser made from `raw`, which stands at `offset` below. A character reference stands
/// for all of its bytes. Where the two cannot be laid beside each other, the rest stands for the rest.
pub(crate) fn push_decoded(builder: &mut TextBuilder, decoded: &str, raw: &str, offset: usize) {
    if decoded == raw {
        builder.push_same(raw, offset);
        return;
    }
    let (mut from, mut at) = (0, 0);
    while from < decoded.len() {
        let same = common_prefix(&decoded[from..], &raw[at..]);
        builder.push_same(&raw[at..at + same], offset + at);
        from += same;
        at += same;
        if from == decoded.len() {
            break;
        }
        let Some((characters, bytes)) = reference(&decoded[from..], &raw[at..]) else {
            builder.push_for(&decoded[from..], Span::new(offset + at, offset + raw.len()));
            return;
        };
        builder.push_for(&decoded[from..from + characters], Span::new(offset + at, offset + at + bytes));
        from += characters;
        at += bytes;
    }
}

/// How many bytes the two have in common, up to the next place where a reference, a carriage return or a zero byte may
/// make them differ.
fn common_prefix(decoded: &str, raw: &str) -> usize {
    let same = decoded.bytes().zip(raw.bytes()).take_while(|(a, b)| a == b && *b != b'&').count();
    (0..=same).rev().find(|&at| decoded.is_char_boundary(at) && raw.is_char_boundary(at)).unwrap_or_default()
}

/// The lengths of what one reference decodes to and of the reference itself.
fn reference(decoded: &str, raw: &str) -> Option<(usize, usize)> {
    let mut characters = decoded.chars();
    let first = characters.next()?.len_utf8();
    let Some(name) = raw.strip_prefix('&') else {
        // `\r\n` and `\r` are read as `\n`, a zero byte as U+FFFD.
        let bytes = if raw.starts_with("\r\n") { 2 } else { 1 };
        return (raw.starts_with(['\r', '\0'])).then_some((first, bytes));
    };
    let second = first + characters.next().map_or(0, char::len_utf8);
    let run =
        name.bytes().take(LONGEST_REFERENCE).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
    let closed = 1 + run + usize::from(name.as_bytes().get(run) == Some(&b';'));
    // A bare ampersand is itself; a reference may lack its semicolon, and a few stand for two characters.
    let lengths = [closed].into_iter().chain((1..=run).rev());
    let candidates = lengths.flat_map(|bytes| [(first, bytes), (second, bytes)]);
    let fits = |&(taken, bytes): &(usize, usize)| {
        let (rest, raw_rest) = (&decoded[taken..], &raw[bytes..]);
        let ahead =
            rest.bytes().zip(raw_rest.bytes()).take(8).take_while(|(a, b)| a == b && *b != b'&' && *b != b'\r').count();
        let next = raw_rest.as_bytes().get(ahead);
        ahead == 8
            || matches!(next, Some(b'&' | b'\r')) && ahead < rest.len()
            || ahead == rest.len() && ahead == raw_rest.len()
    };
    if decoded.starts_with('&') && !is_ampersand(&name[..run]) {
        return Some((1, 1));
    }
    candidates.into_iter().find(fits)
}

fn is_ampersand(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("amp")
        || name.trim_start_matches('#').trim_start_matches('x').trim_start_matches('0').starts_with(['2', '3'])
            && name.starts_with('#')
}

#[cfg(test)]
mod tests {
    use coincide_text::Text;

    use super::*;

    fn pushed(decoded: &str, raw: &str) -> Text {
        let mut builder = TextBuilder::new();
        push_decoded(&mut builder, decoded, raw, 0);
        builder.finish()
    }

    #[test]
    fn references_stand_for_their_bytes() {
        let raw = "Caf&eacute; &amp; b&#229;t & R&D &nbsp;&lt;3 &copy 1\r\n";
        let decoded = "Café & båt & R&D \u{a0}<3 © 1\n";
        let text = pushed(decoded, raw);
        assert_eq!(text.as_str(), decoded);
        for (piece, below) in [
            ("é", "&eacute;"),
            ("å", "&#229;"),
            ("D", "D"),
            ("\u{a0}", "&nbsp;"),
            ("<", "&lt;"),
            ("©", "&copy"),
            ("1", "1"),
        ] {
            let at = decoded.find(piece).unwrap();
            assert_eq!(text.source(Span::new(at, at + piece.len())).unwrap().of(raw), below, "{piece}");
        }
    }
}
