//! Bytes to text, every character with the bytes it stands for.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use coincide_text::{Span, Text, TextBuilder};
use encoding_rs::{DecoderResult, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

use crate::{Encoding, EncodingSource, Error, Problem, signature};

/// How many bytes at the start are searched for a declaration, as the HTML standard does.
const DECLARATION_WINDOW: usize = 1024;

/// How many bytes are shown to the detector and to the test for binary data.
const DETECTION_WINDOW: usize = 1 << 20;

/// A decoded input.
pub(crate) struct Decoded {
    pub(crate) text: Text,
    pub(crate) encoding: Encoding,
    pub(crate) problems: Vec<Problem>,
}

/// How an input is to be decoded.
pub(crate) struct Coding {
    encoding: &'static encoding_rs::Encoding,
    from: EncodingSource,
    /// Length of its byte order mark.
    mark: usize,
}

impl Coding {
    /// Tells the encoding by byte order mark, then what the server said (`charset`), then declaration, then detection.
    pub(crate) fn of(bytes: &[u8], charset: Option<&str>) -> Result<Self, Error> {
        // Its mark begins as that of UTF-16 does.
        if bytes.starts_with(b"\xff\xfe\0\0") || bytes.starts_with(b"\0\0\xfe\xff") {
            return Err(Error::Binary { what: "text in UTF-32", instead: "save it as UTF-8" });
        }
        if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
            return Ok(Self { encoding, from: EncodingSource::ByteOrderMark, mark });
        }
        if let Some(refused) = signature::refused(bytes) {
            return Err(refused);
        }
        let told = |encoding, from| Ok(Self { encoding, from, mark: 0 });
        if let Some(encoding) = bare_utf16(bytes) {
            return told(encoding, EncodingSource::Detection);
        }
        if is_binary(bytes) {
            return Err(signature::UNKNOWN);
        }
        let served = charset.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
        let declared = served.or_else(|| declaration(bytes));
        let from = if served.is_some() { EncodingSource::Server } else { EncodingSource::Declaration };
        if std::str::from_utf8(bytes).is_ok() && !(declared == Some(ISO_2022_JP) && bytes.contains(&0x1b)) {
            // Valid UTF-8 beyond ASCII is never an accident, whatever the page declares.
            let declared = declared == Some(UTF_8);
            return told(UTF_8, if declared { from } else { EncodingSource::Valid });
        }
        if let Some(encoding) = declared.filter(|&encoding| encoding != UTF_8 || mostly_utf8(bytes)) {
            return told(encoding, from);
        }
        if mostly_utf8(bytes) {
            return told(UTF_8, EncodingSource::Detection);
        }
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(&bytes[..bytes.len().min(DETECTION_WINDOW)], true);
        told(detector.guess(None, Utf8Detection::Deny), EncodingSource::Detection)
    }

    /// The encoding and what told it.
    pub(crate) fn name(&self) -> Encoding {
        Encoding { name: self.encoding.name(), from: self.from }
    }

    /// The lines of `bytes`, without what ends them.
    pub(crate) fn lines<'a>(&self, bytes: &'a [u8]) -> Vec<&'a [u8]> {
        let newline = if self.encoding == UTF_16LE {
            [b'\n', 0]
        } else if self.encoding == UTF_16BE {
            [0, b'\n']
        } else {
            return bytes.split(|&byte| byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line)).collect();
        };
        let mut lines = Vec::new();
        let mut start = 0;
        for (index, unit) in bytes.chunks_exact(2).enumerate() {
            if unit == newline {
                lines.push(&bytes[start..index * 2]);
                start = index * 2 + 2;
            }
        }
        lines.push(&bytes[start..]);
        lines
    }

    /// Decodes one of the lines; the byte order mark stands on the first.
    pub(crate) fn decode_line(&self, line: &[u8], first: bool) -> Decoded {
        decode_as(line, if first { self.mark.min(line.len()) } else { 0 }, self.encoding, self.from)
    }
}

/// Decodes as [`Coding::of`] tells. What does not decode becomes U+FFFD and one problem.
pub(crate) fn decode(bytes: &[u8], charset: Option<&str>) -> Result<Decoded, Error> {
    let Coding { encoding, from, mark } = Coding::of(bytes, charset)?;
    Ok(decode_as(bytes, mark, encoding, from))
}

fn decode_as(bytes: &[u8], skip: usize, encoding: &'static encoding_rs::Encoding, from: EncodingSource) -> Decoded {
    let (text, errors) = if encoding == UTF_8 { from_utf8(bytes, skip) } else { from_legacy(bytes, skip, encoding) };
    let problems = errors
        .first
        .map(|byte| Problem {
            line: is_line_based(encoding).then(|| bytes[..byte].iter().filter(|&&byte| byte == b'\n').count() + 1),
            column: None,
            byte: Some(byte),
            message: match errors.count {
                1 => format!("not valid {} at byte {byte}, replaced by U+FFFD", encoding.name()),
                count => format!(
                    "not valid {} at byte {byte} and {} more places, replaced by U+FFFD",
                    encoding.name(),
                    count - 1
                ),
            },
        })
        .into_iter()
        .collect();
    Decoded { text, encoding: Encoding { name: encoding.name(), from }, problems }
}

/// Whether a line feed is the byte of that name, and nothing else is.
fn is_line_based(encoding: &'static encoding_rs::Encoding) -> bool {
    encoding != UTF_16LE && encoding != UTF_16BE
}

#[derive(Default)]
struct Errors {
    first: Option<usize>,
    count: usize,
}

impl Errors {
    fn add(&mut self, byte: usize) {
        self.first.get_or_insert(byte);
        self.count += 1;
    }
}

fn from_utf8(bytes: &[u8], skip: usize) -> (Text, Errors) {
    if let Ok(content) = std::str::from_utf8(&bytes[skip..]) {
        return (Text::identical(content, skip), Errors::default());
    }
    let mut builder = TextBuilder::new();
    let mut errors = Errors::default();
    let mut at = skip;
    for chunk in bytes[skip..].utf8_chunks() {
        builder.push_same(chunk.valid(), at);
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            errors.add(at);
            builder.push_for("\u{fffd}", Span::new(at, at + chunk.invalid().len()));
            at += chunk.invalid().len();
        }
    }
    (builder.finish(), errors)
}

/// Feeds the decoder one byte at a time, so that each character's bytes are those fed since the last one.
fn from_legacy(bytes: &[u8], skip: usize, encoding: &'static encoding_rs::Encoding) -> (Text, Errors) {
    let mut builder = TextBuilder::new();
    let mut errors = Errors::default();
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let ascii_stands_for_itself = encoding.is_ascii_compatible();
    // After a malformed sequence the decoder may hold bytes that it will read again.
    let mut settled = true;
    let mut pending = skip;
    let mut at = skip;
    let mut buffer = [0_u8; 16];
    while at <= bytes.len() {
        if ascii_stands_for_itself && settled && pending == at {
            let run = bytes[at..].iter().take_while(|byte| byte.is_ascii()).count();
            builder.push_same(std::str::from_utf8(&bytes[at..at + run]).unwrap_or_default(), at);
            at += run;
            pending = at;
        }
        let last = at == bytes.len();
        let next = bytes.get(at..at + 1).unwrap_or_default();
        let (result, read, written) = decoder.decode_to_utf8_without_replacement(next, &mut buffer, last);
        at += read;
        if let Ok(piece) = std::str::from_utf8(&buffer[..written])
            && !piece.is_empty()
        {
            builder.push_for(piece, Span::new(pending, at));
            pending = at;
            settled = true;
        }
        if let DecoderResult::Malformed(..) = result {
            // A byte that was not consumed is fed again; if nothing was consumed at all, the character before it failed.
            let from = pending.min(at.saturating_sub(1)).max(skip);
            errors.add(from);
            builder.push_for("\u{fffd}", Span::new(from, at.max(from + 1).min(bytes.len())));
            pending = at;
            settled = false;
        } else if last {
            break;
        }
    }
    (builder.finish(), errors)
}

/// The encoding that a `<meta charset>`, a `<meta http-equiv>` or an XML declaration names.
fn declaration(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let window = bytes[..bytes.len().min(DECLARATION_WINDOW)].to_ascii_lowercase();
    let start = window.trim_ascii_start();
    if !start.starts_with(b"<") {
        return None;
    }
    let marker: &[u8] =
        if start.starts_with(b"<?xml") && find(&window, b"encoding").is_some() { b"encoding" } else { b"charset" };
    let after = find(&window, marker)? + marker.len();
    let value = window[after..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
    let end =
        value.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:.".contains(byte)).unwrap_or(value.len());
    let encoding = encoding_rs::Encoding::for_label(&value[..end])?;
    // A page that could be searched for ASCII is not UTF-16, as the HTML standard has it.
    Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

/// Whether most bytes beyond ASCII are valid UTF-8: a text in UTF-8 with a few damaged or foreign bytes.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut invalid) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    valid > invalid
}

/// UTF-16 without a byte order mark: text in it has a zero in every other byte.
fn bare_utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let window = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |parity: usize| window.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let half = window.len() / 2;
    if half < 4 {
        None
    } else if odd * 10 > half * 7 && even * 10 < half {
        Some(UTF_16LE)
    } else if even * 10 > half * 7 && odd * 10 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn is_binary(bytes: &[u8]) -> bool {
    let window = &bytes[..bytes.len().min(DETECTION_WINDOW)];
    // Nothing else that is in use begins as markup does, and browsers pass over the NULs of a page.
    let is_markup = bytes.trim_ascii_start().starts_with(b"<");
    let controls = window.iter().filter(|&&byte| byte < 9 || (14..32).contains(&byte) && byte != 0x1b).count();
    !is_markup && window.contains(&0) || controls * 20 > window.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decoded(bytes: &[u8]) -> (String, &'static str, EncodingSource, usize) {
        let decoded = decode(bytes, None).unwrap();
        let text = decoded.text.as_str().to_owned();
        (text, decoded.encoding.name, decoded.encoding.from, decoded.problems.len())
    }

    #[test]
    fn the_encoding_is_told_by_mark_declaration_and_detection() {
        use EncodingSource::{ByteOrderMark, Declaration, Detection, Valid};
        assert_eq!(decoded("\u{feff}båt".as_bytes()), ("båt".into(), "UTF-8", ByteOrderMark, 0));
        assert_eq!(decoded(b"\xff\xfeb\0\xe5\0t\0"), ("båt".into(), "UTF-16LE", ByteOrderMark, 0));
        assert_eq!(decoded(b"b\0\xe5\0t\0e\0r\0"), ("båter".into(), "UTF-16LE", Detection, 0));
        assert_eq!(decoded("båt".as_bytes()), ("båt".into(), "UTF-8", Valid, 0));
        let page = b"<meta charset='iso-8859-1'><p>b\xe5t";
        assert_eq!(decoded(page), ("<meta charset='iso-8859-1'><p>båt".into(), "windows-1252", Declaration, 0));
        let (text, name, from, _) =
            decoded("Das Schiff fuhr über die Brücke".chars().map(|c| c as u8).collect::<Vec<_>>().as_slice());
        assert_eq!((text.as_str(), name, from), ("Das Schiff fuhr über die Brücke", "windows-1252", Detection));
    }

    #[test]
    fn damaged_utf8_says_at_which_byte() {
        let decoded = decode(b"caf\xc3\xa9 na\xc3\xafve bo\xffat", None).unwrap();
        assert_eq!(decoded.text.as_str(), "café naïve bo\u{fffd}at");
        assert_eq!(decoded.problems[0].byte, Some(15));
        let at = decoded.text.as_str().find('\u{fffd}').unwrap();
        assert_eq!(decoded.text.source(Span::new(at, at + 3)), Some(Span::new(15, 16)));
    }

    #[test]
    fn binary_files_are_named() {
        assert_eq!(decode(b"%PDF-1.7", None).err(), signature::refused(b"%PDF-"));
        assert_eq!(decode(b"ab\0\x01cdef\0", None).err(), Some(signature::UNKNOWN));
    }

    #[test]
    fn characters_of_two_bytes_keep_them() {
        let bytes = [b"<meta charset=shift_jis>".as_slice(), b"\x93\xfa\x96{!"].concat();
        let decoded = decode(&bytes, None).unwrap();
        assert!(decoded.text.as_str().ends_with("日本!"));
        let at = decoded.text.as_str().find('本').unwrap();
        assert_eq!(decoded.text.source(Span::new(at, at + 3)), Some(Span::new(26, 28)));
    }

    proptest! {
        #[test]
        fn every_character_has_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200), which in 0usize..6) {
            let label = ["windows-1252", "shift_jis", "gb18030", "euc-kr", "iso-2022-jp", "utf-16le"][which];
            let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap();
            let decoded = decode_as(&bytes, 0, encoding, EncodingSource::Detection);
            let mut last = 0;
            for (at, character) in decoded.text.as_str().char_indices() {
                let source = decoded.text.source(Span::new(at, at + character.len_utf8())).unwrap();
                prop_assert!(source.start <= source.end && source.end <= bytes.len());
                prop_assert!(source.end >= last);
                last = source.end;
            }
            let (expected, _) = encoding.decode_without_bom_handling(&bytes);
            prop_assert_eq!(decoded.text.as_str(), expected);
        }
    }
}
