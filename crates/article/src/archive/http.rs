//! HTTP messages as archives keep them: the payload, with what the transfer did to it undone.

use std::io::Read;

use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

use super::fields::{NamedFields, media_type};
use super::gzip::MAGIC;
use super::limits::Limits;
use crate::{Error, Problem};

/// The longest head of a message, in bytes; servers refuse to send longer ones.
const LONGEST_HEAD: usize = 1 << 20;

/// What a message brought.
#[derive(Debug, Default)]
pub(super) struct Message {
    pub(super) status: u16,
    pub(super) media_type: Option<String>,
    pub(super) charset: Option<String>,
    pub(super) payload: Vec<u8>,
    pub(super) problems: Vec<Problem>,
}

/// Takes the response in `bytes` apart; nothing if it is none.
///
/// Codings are undone as far as the bytes bear them out: many archives keep the fields of the server with a body that
/// they have decoded themselves.
///
/// # Errors
///
/// If the payload would be larger than the limits, or its coding is not known.
pub(super) fn response(bytes: &[u8], limits: &Limits) -> Option<Result<Message, Error>> {
    let (head, body) = head_and_body(bytes)?;
    let (status_line, fields) = head.split_at(head.iter().position(|&byte| byte == b'\n').unwrap_or(head.len()));
    let status = std::str::from_utf8(status_line).ok()?.strip_prefix("HTTP/")?;
    let status = status.split_whitespace().nth(1)?.parse().ok()?;
    let fields = NamedFields::parse(fields);
    let (media_type, charset) = fields.get("content-type").map(media_type).unzip();
    let mut message = Message { status, media_type, charset: charset.flatten(), ..Message::default() };
    let mut payload = body.to_vec();
    if fields.list("transfer-encoding").iter().any(|coding| coding == "chunked") {
        payload = unchunked(payload, &mut message.problems);
    }
    for coding in fields.list("content-encoding").iter().rev() {
        match decoded(payload, coding, limits, &mut message.problems) {
            Ok(decoded) => payload = decoded,
            Err(error) => return Some(Err(error)),
        }
    }
    message.payload = payload;
    Some(Ok(message))
}

/// The head and what follows the blank line behind it.
fn head_and_body(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut at = 0;
    for line in bytes[..bytes.len().min(LONGEST_HEAD)].split_inclusive(|&byte| byte == b'\n') {
        if matches!(line, b"\r\n" | b"\n") {
            return Some((&bytes[..at], &bytes[at + line.len()..]));
        }
        at += line.len();
    }
    (at == bytes.len() && bytes.starts_with(b"HTTP/")).then_some((bytes, &[]))
}

/// A body sent in chunks (RFC 9112, 7.1) put together; the body itself if it does not begin with a chunk.
fn unchunked(body: Vec<u8>, problems: &mut Vec<Problem>) -> Vec<u8> {
    let mut joined = Vec::with_capacity(body.len());
    let mut rest = body.as_slice();
    while let Some((length, line)) = chunk_length(rest) {
        if length == 0 {
            return joined;
        }
        let chunk = &rest[line..];
        let Some(whole) = chunk.get(..length) else {
            joined.extend_from_slice(chunk);
            rest = &[];
            break;
        };
        joined.extend_from_slice(whole);
        let after = &chunk[length..];
        rest = after.strip_prefix(b"\r\n").or(after.strip_prefix(b"\n")).unwrap_or(after);
    }
    if joined.is_empty() {
        return body;
    }
    let message = if rest.is_empty() { "the last chunk of the body is missing" } else { "the body's chunks break off" };
    problems.push(Problem::of_all(message));
    joined
}

/// The length that the line at the start of a chunk says, and that of the line.
fn chunk_length(rest: &[u8]) -> Option<(usize, usize)> {
    let end = rest.iter().take(256).position(|&byte| byte == b'\n')?;
    let line = std::str::from_utf8(&rest[..end]).ok()?;
    let digits = line.split(';').next().unwrap_or_default().trim();
    Some((usize::from_str_radix(digits, 16).ok()?, end + 1))
}

/// `body` with one coding undone.
fn decoded(body: Vec<u8>, coding: &str, limits: &Limits, problems: &mut Vec<Problem>) -> Result<Vec<u8>, Error> {
    let packed = body.as_slice();
    let unpacked = match coding {
        "gzip" | "x-gzip" if packed.starts_with(&MAGIC) => inflated(MultiGzDecoder::new(packed), packed.len(), limits)?,
        // The name stands for the format of zlib, and many servers send it without its frame (RFC 9110, 8.4.1.2).
        "deflate" => {
            let framed = inflated(ZlibDecoder::new(packed), packed.len(), limits)?;
            if framed.bytes.is_empty() { inflated(DeflateDecoder::new(packed), packed.len(), limits)? } else { framed }
        }
        "br" => inflated(brotli_decompressor::Decompressor::new(packed, 4096), packed.len(), limits)?,
        "identity" | "gzip" | "x-gzip" => return Ok(body),
        _ if std::str::from_utf8(packed).is_ok() => return Ok(body),
        other => return Err(Error::Coding { coding: other.to_owned() }),
    };
    if unpacked.bytes.is_empty() && unpacked.broken {
        return Ok(body);
    }
    if unpacked.broken {
        problems.push(Problem::of_all(format!("the data packed with {coding} break off or are damaged")));
    }
    Ok(unpacked.bytes)
}

struct Unpacked {
    bytes: Vec<u8>,
    broken: bool,
}

/// What `decoder` gives of `packed` bytes.
fn inflated(decoder: impl Read, packed: usize, limits: &Limits) -> Result<Unpacked, Error> {
    let too_large = Error::TooLarge { what: "the unpacked page".to_owned(), limit: limits.largest_record };
    let mut unpacked = Unpacked { bytes: Vec::new(), broken: false };
    let mut decoder = decoder.take(limits.largest_record.saturating_add(1));
    let mut step = vec![0; 64 << 10];
    loop {
        match decoder.read(&mut step) {
            Ok(0) => return Ok(unpacked),
            Ok(count) => unpacked.bytes.extend_from_slice(&step[..count]),
            Err(_) => {
                unpacked.broken = true;
                return Ok(unpacked);
            }
        }
        let length = unpacked.bytes.len() as u64;
        if length > limits.largest_record {
            return Err(too_large);
        }
        if limits.is_bomb(packed as u64, length) {
            return Err(Error::Bomb { what: "the page".to_owned(), ratio: limits.largest_ratio });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payload(head: &str, body: &[u8]) -> (String, usize) {
        let bytes = [head.as_bytes(), b"\r\n\r\n", body].concat();
        let message = response(&bytes, &Limits::default()).unwrap().unwrap();
        (String::from_utf8(message.payload).unwrap(), message.problems.len())
    }

    #[test]
    fn chunks_are_joined_where_there_are_any() {
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked";
        for (body, joined, problems) in [
            ("3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n", "abcde", 0),
            ("3\r\nabc\r\n9\r\nde", "abcde", 1),
            ("3\r\nabc\r\nzz\r\n", "abc", 1),
            ("<p>As it was kept.</p>", "<p>As it was kept.</p>", 0),
            ("ffffffffffffffff\r\nab", "ab", 1),
        ] {
            assert_eq!(payload(head, body.as_bytes()), (joined.to_owned(), problems), "{body}");
        }
    }

    #[test]
    fn status_lines_of_any_version_are_read() {
        let read = |bytes: &[u8]| response(bytes, &Limits::default()).map(|message| message.unwrap().status);
        assert_eq!(read(b"HTTP/2 404\n\nx"), Some(404));
        assert_eq!(read(b"HTTP/1.0 200 OK\r\nA: b\r\n"), Some(200));
        assert_eq!(read(b"GET / HTTP/1.1\r\n\r\n"), None);
        assert_eq!(read(b""), None);
    }

    #[test]
    fn codings_are_undone_where_the_bytes_bear_them_out() {
        use flate2::Compression;
        use flate2::read::{DeflateEncoder, GzEncoder, ZlibEncoder};
        let page = b"<p>The ferry ran aground.</p>".repeat(9);
        let expected = String::from_utf8(page.clone()).unwrap();
        let read = |mut source: Box<dyn Read + '_>| {
            let mut bytes = Vec::new();
            source.read_to_end(&mut bytes).unwrap();
            bytes
        };
        let gzip = read(Box::new(GzEncoder::new(page.as_slice(), Compression::fast())));
        let zlib = read(Box::new(ZlibEncoder::new(page.as_slice(), Compression::fast())));
        let raw = read(Box::new(DeflateEncoder::new(page.as_slice(), Compression::fast())));
        // "ab" as the encoder of Brotli writes it without compression.
        let brotli = [0x8b, 0x00, 0x80, b'a', b'b', 0x03];
        for (coding, body, problems) in [
            ("gzip", gzip.as_slice(), 0),
            ("x-gzip", &gzip, 0),
            ("deflate", &zlib, 0),
            ("deflate", &raw, 0),
            ("gzip", &page, 0),
            ("br", &page, 0),
            ("zstd", &page, 0),
            ("identity", &page, 0),
        ] {
            let head = format!("HTTP/1.1 200 OK\r\nContent-Encoding: {coding}");
            assert_eq!(payload(&head, body), (expected.clone(), problems), "{coding}");
        }
        assert_eq!(payload("HTTP/1.1 200 OK\r\nContent-Encoding: br", &brotli).0, "ab");
        let (cut, problems) = payload("HTTP/1.1 200 OK\r\nContent-Encoding: gzip", &gzip[..gzip.len() - 9]);
        assert!(expected.starts_with(&cut) && problems == 1);
        let unknown = b"HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n\r\n(\xb5/\xfd";
        assert!(matches!(response(unknown, &Limits::default()), Some(Err(Error::Coding { .. }))));
    }

    #[test]
    fn bombs_are_refused() {
        let mut bomb = Vec::new();
        let zeros = std::io::repeat(b' ').take(64 << 20);
        flate2::read::GzEncoder::new(zeros, flate2::Compression::best()).read_to_end(&mut bomb).unwrap();
        let message = [b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", bomb.as_slice()].concat();
        let error = response(&message, &Limits::default()).unwrap().map(|message| message.payload.len()).unwrap_err();
        assert_eq!(error, Error::Bomb { what: "the page".to_owned(), ratio: 200 });
    }
}
