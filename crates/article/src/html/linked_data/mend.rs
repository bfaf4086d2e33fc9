//! JSON as people and templates write it, made well-formed.

/// Stands for a backslash that escapes nothing. It is a control character that no text holds, and is left out of texts.
pub(crate) const STRAY: char = '\u{7f}';

/// The text with the usual mistakes put right: comments and what hides a script from old browsers, commas after the
/// last item, line breaks and quotation marks inside strings, escapes that JSON does not know, halves of surrogate
/// pairs, a missing end. Every byte that remains keeps its place, so spans of the result hold in `script`.
pub(super) fn mend(script: &str) -> String {
    let mut mender = Mender { bytes: script.as_bytes(), out: Vec::with_capacity(script.len()), open: Vec::new() };
    mender.run();
    // Only ASCII is replaced, and only by ASCII.
    String::from_utf8(mender.out).unwrap_or_default()
}

/// Whether half of a surrogate pair is escaped somewhere, which JSON allows and Unicode does not.
pub(super) fn has_half_surrogate(script: &str) -> bool {
    let bytes = script.as_bytes();
    let mut at = 0;
    while let Some(found) = script[at..].find("\\u") {
        at += found;
        let length = surrogates(bytes, at);
        if length == Some(1) {
            return true;
        }
        at += 2;
        if length == Some(2) {
            at += 10;
        }
    }
    false
}

/// Whether the escape `\uXXXX` at `at` is a pair of surrogates (2) or half of one (1).
fn surrogates(bytes: &[u8], at: usize) -> Option<usize> {
    let unit = |at: usize| {
        let digits = bytes.get(at..at + 6)?.strip_prefix(b"\\u")?;
        u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
    };
    match unit(at)? {
        0xd800..0xdc00 if unit(at + 6).is_some_and(|low| (0xdc00..0xe000).contains(&low)) => Some(2),
        0xd800..0xe000 => Some(1),
        _ => None,
    }
}

struct Mender<'a> {
    bytes: &'a [u8],
    out: Vec<u8>,
    /// The brackets that are open.
    open: Vec<u8>,
}

impl Mender<'_> {
    fn run(&mut self) {
        while let Some(&byte) = self.bytes.get(self.out.len()) {
            match byte {
                b'"' => self.string(),
                b'{' | b'[' => {
                    self.open.push(byte);
                    self.out.push(byte);
                }
                b'}' | b']' => self.close(byte),
                b'/' if self.rest().starts_with(b"/*") => self.blank_through(b"*/"),
                b'/' => self.blank_through(b"\n"),
                b',' if self.open.is_empty() => self.out.push(b' '),
                _ if self.open.is_empty() => self.out.push(b' '),
                _ => self.out.push(byte),
            }
        }
        // What is cut off in the middle is closed, as far as the last item allows.
        self.drop_comma();
        while let Some(open) = self.open.pop() {
            self.out.push(closing(open));
        }
    }

    fn rest(&self) -> &[u8] {
        self.bytes.get(self.out.len()..).unwrap_or_default()
    }

    /// A comment becomes blanks.
    fn blank_through(&mut self, end: &[u8]) {
        let rest = self.rest();
        let length = rest.windows(end.len()).position(|window| window == end).map_or(rest.len(), |at| at + end.len());
        self.out.resize(self.out.len() + length, b' ');
    }

    /// An end that fits nothing is left out.
    fn close(&mut self, byte: u8) {
        if self.open.last().is_some_and(|&open| closing(open) == byte) {
            self.open.pop();
            self.drop_comma();
            self.out.push(byte);
        } else {
            self.out.push(b' ');
        }
    }

    fn drop_comma(&mut self) {
        let last = self.out.iter().rposition(|byte| !byte.is_ascii_whitespace());
        if let Some(last) = last.filter(|&last| self.out[last] == b',') {
            self.out[last] = b' ';
        }
    }

    fn string(&mut self) {
        if self.open.is_empty() {
            return self.out.push(b' ');
        }
        self.out.push(b'"');
        while let Some(&byte) = self.bytes.get(self.out.len()) {
            match byte {
                b'"' if self.ends_string() => return self.out.push(b'"'),
                b'"' => self.out.push(b'\''),
                b'\\' => self.escape(),
                0..0x20 => self.out.push(b' '),
                _ => self.out.push(byte),
            }
        }
        self.out.push(b'"');
    }

    /// Whether the quotation mark here ends its string, by what follows: the end of an item or of a name, or a comma and
    /// the next item.
    fn ends_string(&self) -> bool {
        let after = self.rest().get(1..).unwrap_or_default().trim_ascii_start();
        let Some((next, after)) = after.split_first() else { return true };
        let after = after.trim_ascii_start();
        match next {
            b'}' | b']' | b':' => true,
            b',' => {
                let is_value = |word: &&[u8]| after.starts_with(word);
                let begins_item =
                    |byte: &u8| matches!(byte, b'"' | b'{' | b'[' | b'}' | b']' | b'-' | b'/' | b'0'..=b'9');
                after.first().is_none_or(begins_item) || [&b"true"[..], b"false", b"null"].iter().any(is_value)
            }
            _ => false,
        }
    }

    fn escape(&mut self) {
        let at = self.out.len();
        match self.bytes.get(at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
                self.out.extend_from_slice(&self.bytes[at..at + 2]);
            }
            Some(b'u') => match surrogates(self.bytes, at) {
                Some(2) => self.out.extend_from_slice(&self.bytes[at..at + 12]),
                Some(_) => self.out.extend_from_slice(b"\\ufffd"),
                None => match self.bytes.get(at + 2..at + 6) {
                    Some(digits) if digits.iter().all(u8::is_ascii_hexdigit) => {
                        self.out.extend_from_slice(&self.bytes[at..at + 6]);
                    }
                    _ => self.out.push(STRAY as u8),
                },
            },
            _ => self.out.push(STRAY as u8),
        }
    }
}

const fn closing(open: u8) -> u8 {
    if open == b'{' { b'}' } else { b']' }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn mistakes_are_put_right_in_place() {
        for (script, expected) in [
            ("{\"a\": 1,}", "{\"a\": 1 }"),
            ("[1, 2, ]", "[1, 2  ]"),
            ("{\"a\": \"b\nc\"}", "{\"a\": \"b c\"}"),
            ("{\"a\": \"b \"c\" d\"}", "{\"a\": \"b 'c' d\"}"),
            ("{\"a\": 1 /* b */}", "{\"a\": 1        }"),
            ("{\"a\": \"//b\"}", "{\"a\": \"//b\"}"),
            ("<!--{\"a\": 1}-->", "    {\"a\": 1}   "),
            ("{\"a\": 1},{\"b\": 2};", "{\"a\": 1} {\"b\": 2} "),
            ("{\"a\": \"\\ude00\"}", "{\"a\": \"\\ufffd\"}"),
            ("{\"a\": [1, 2", "{\"a\": [1, 2]}"),
            ("{\"a\": \"b", "{\"a\": \"b\"}"),
            ("{\"a\": 1]}", "{\"a\": 1 }"),
        ] {
            assert_eq!(mend(script), expected, "{script}");
        }
    }

    proptest! {
        #[test]
        fn what_is_well_formed_stays_as_it_is(content in "\\PC{0,30}", number in any::<i32>()) {
            let script = serde_json::json!({"a": [content, number, {"b": null}], "c": true}).to_string();
            prop_assert_eq!(mend(&script), script);
        }

        #[test]
        fn every_byte_keeps_its_place(script in "[\\[\\]{}\",:/*\\\\ua1 é\n]{0,60}") {
            let mended = mend(&script);
            prop_assert!(mended.len() >= script.len());
            for (at, (before, after)) in script.bytes().zip(mended.bytes()).enumerate() {
                prop_assert!(before == after || before.is_ascii() || after == b' ', "{} at {}", script, at);
            }
        }
    }
}
