//! JSON strings with the place of every character.

use coincide_text::{Span, TextBuilder};

/// Adds what the JSON string `raw`, quotes included, stands for. `offset` is where `raw` begins in the layer below.
pub(crate) fn push_string(builder: &mut TextBuilder, raw: &str, offset: usize) {
    let inner = raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')).unwrap_or_default();
    let mut at = 0;
    while let Some(found) = inner[at..].find('\\') {
        let escape = at + found;
        builder.push_same(&inner[at..escape], offset + 1 + at);
        let (character, length) = unescape(&inner[escape..]);
        let below = Span::new(offset + 1 + escape, offset + 1 + escape + length);
        builder.push_for(character.encode_utf8(&mut [0; 4]), below);
        at = escape + length;
    }
    builder.push_same(&inner[at..], offset + 1 + at);
}

/// The character of the escape that `rest` begins with, and the length of the escape in bytes. Half a surrogate pair,
/// which JSON allows and Unicode does not, becomes U+FFFD.
fn unescape(rest: &str) -> (char, usize) {
    let simple = |character| (character, 2);
    match rest.as_bytes().get(1) {
        Some(b'n') => simple('\n'),
        Some(b't') => simple('\t'),
        Some(b'r') => simple('\r'),
        Some(b'b') => simple('\u{8}'),
        Some(b'f') => simple('\u{c}'),
        Some(b'u') => unicode(rest),
        Some(&byte) if byte.is_ascii() => simple(char::from(byte)),
        _ => (char::REPLACEMENT_CHARACTER, 1),
    }
}

fn unicode(rest: &str) -> (char, usize) {
    let code = |at: usize| rest.get(at..at + 4).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let Some(first) = code(2) else { return (char::REPLACEMENT_CHARACTER, 2) };
    if (0xd800..0xdc00).contains(&first)
        && rest.get(6..8) == Some("\\u")
        && let Some(second) = code(8).filter(|second| (0xdc00..0xe000).contains(second))
    {
        let both = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
        return (char::from_u32(both).unwrap_or(char::REPLACEMENT_CHARACTER), 12);
    }
    (char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER), 6)
}

#[cfg(test)]
mod tests {
    use coincide_text::Text;
    use proptest::prelude::*;

    use super::*;

    fn unescaped(raw: &str) -> Text {
        let mut builder = TextBuilder::new();
        push_string(&mut builder, raw, 0);
        builder.finish()
    }

    #[test]
    fn escapes_map_to_all_of_their_bytes() {
        let raw = r#""a\né\ud83d\ude00 \ud83d!\"""#;
        let text = unescaped(raw);
        assert_eq!(text.as_str(), "a\né😀 \u{fffd}!\"");
        let smile = text.as_str().find('😀').unwrap();
        assert_eq!(text.source(Span::new(smile, smile + 4)).unwrap().of(raw), r"\ud83d\ude00");
        assert_eq!(text.source(Span::new(1, 2)).unwrap().of(raw), r"\n");
    }

    proptest! {
        #[test]
        fn what_serde_reads_is_what_we_read(content in "\\PC{0,40}[\u{0}-\u{20}\"\\\\]{0,8}\\PC{0,9}", escaped in any::<bool>()) {
            let mut raw = serde_json::to_string(&content).unwrap();
            if escaped {
                raw = raw.chars().map(|c| if c.is_ascii() { c.to_string() } else { c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect() }).collect();
            }
            let text = unescaped(&raw);
            prop_assert_eq!(text.as_str(), &content);
            for (at, character) in content.char_indices() {
                let below = text.source(Span::new(at, at + character.len_utf8())).unwrap().of(&raw);
                prop_assert_eq!(serde_json::from_str::<String>(&format!("\"{below}\"")).unwrap(), character.to_string());
            }
        }
    }
}
