use std::borrow::Cow;

/// `text` with nothing in it that a terminal or browser would obey instead of showing.
///
/// Control characters become their pictures (`␛` for escape), bidirectional overrides and isolates (which make a line
/// read otherwise than it is stored, CVE-2021-42574) and other invisible format characters become `�`. White space of
/// any kind stays one blank, so that a passage is one line; joiners stay, since scripts and emoji need them.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|character| shown(character) == character) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(shown).collect())
}

fn shown(character: char) -> char {
    match character {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{a0}' | '\u{2028}' | '\u{2029}' => ' ',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' => '\u{fffd}',
        '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => '\u{fffd}',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_to_obey() {
        assert_eq!(visible("a\u{1b}[31mb\u{202e}c\nd\te\u{7}\u{9b}"), "a␛[31mb\u{fffd}c d e␇\u{fffd}");
    }

    #[test]
    fn every_script_stays_as_it_is() {
        let text = "Ελλάδα العربية हिन्दी 👩‍🚒 e\u{301}";
        assert!(matches!(visible(text), Cow::Borrowed(same) if same == text));
    }
}
