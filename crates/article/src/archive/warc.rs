//! Records of WARC files (ISO 28500:2017).
//!
//! The crate `warc` (0.4) reads a record of any length into memory, ends at the first one that is damaged and has not
//! kept up with its dependencies; the form is a few named fields and a length, so it is read here.

use std::io::{self, BufRead, Read};

use super::capture::{Capture, PassedOver};
use super::fields::{NamedFields, media_type};
use super::http;
use super::limits::Limits;
use super::window::{Window, take, take_line};
use crate::decode::decode;
use crate::json::{elements, read_item};
use crate::parts::Purpose;
use crate::{Error, Fields, Problem, signature};

/// What every record begins with.
pub(super) const MARK: &[u8] = b"WARC/";

/// The longest line of a record's head, and the longest head, in bytes.
const LONGEST_LINE: u64 = 64 << 10;
const LONGEST_HEAD: u64 = 1 << 20;

/// What became of a record.
pub(super) enum Outcome {
    /// It holds something to read.
    Read(Box<Capture>),
    /// It holds no text that somebody published.
    Passed,
}

/// What was found on the way to the next record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A record, straight ahead.
    Record,
    /// A record behind something that is none.
    RecordBehind,
    /// The end.
    End,
    /// The end behind something that is no record.
    EndBehind,
}

/// Moves to where the next record begins.
pub(super) fn seek<R: Read>(window: &mut Window<R>) -> io::Result<Found> {
    let mut skipped = false;
    let mut line = Vec::new();
    loop {
        let ahead = window.peek(MARK.len());
        if ahead == MARK {
            return Ok(if skipped { Found::RecordBehind } else { Found::Record });
        }
        if ahead.is_empty() {
            // The end, or a break, behind which the search goes on.
            window.fill_buf()?;
            return Ok(if skipped { Found::EndBehind } else { Found::End });
        }
        line.clear();
        let whole = take_line(window, &mut line, 2)?;
        skipped |= !whole || !line.trim_ascii().is_empty();
    }
}

/// Reads the record that begins here.
///
/// # Errors
///
/// The inner one if the record cannot be read, and those behind it may; the outer one as the source has it.
pub(super) fn record<R: Read>(
    window: &mut Window<R>,
    limits: &Limits,
    passed_over: &mut PassedOver,
) -> io::Result<Result<Outcome, Error>> {
    let Some(fields) = head(window)? else {
        return Ok(Err(damaged("its head does not end")));
    };
    let Some(length) = fields.get("content-length").and_then(|length| length.parse::<u64>().ok()) else {
        return Ok(Err(damaged("it does not say how long it is")));
    };
    let kind = fields.get("warc-type").unwrap_or_default().to_ascii_lowercase();
    let (content_type, charset) = fields.get("content-type").map(media_type).unzip();
    let content_type = content_type.unwrap_or_default();
    let wanted = match kind.as_str() {
        "response" => content_type.is_empty() || content_type == "application/http",
        "resource" | "conversion" => true,
        _ => false,
    };
    if !wanted {
        passed_over.other_records += 1;
        take(window, length, None)?;
        return Ok(Ok(Outcome::Passed));
    }
    if length > limits.largest_record {
        take(window, length, None)?;
        return Ok(Err(Error::TooLarge { what: "the record".to_owned(), limit: limits.largest_record }));
    }
    let mut problems = Vec::new();
    let block = block(window, length, limits, &mut problems)?;
    if let Some(why) = fields.get("warc-truncated") {
        problems.push(Problem::of_all(format!("the archive holds only its beginning ({why})")));
    }
    let mut capture = Capture {
        url: fields.get("warc-target-uri").map(|url| url.trim_matches(['<', '>']).to_owned()),
        captured: fields.get("warc-date").and_then(crate::parse_date).map(|date| date.at),
        id: fields.get("warc-record-id").map(|id| id.trim_matches(['<', '>']).to_owned()),
        problems,
        ..Capture::default()
    };
    if kind == "response" {
        let message = match http::response(&block, limits) {
            Some(Ok(message)) => message,
            Some(Err(error)) => return Ok(Err(error)),
            None => return Ok(Err(damaged("it holds no HTTP response"))),
        };
        if !(200..300).contains(&message.status) || message.payload.trim_ascii().is_empty() {
            passed_over.failed_fetches += 1;
            return Ok(Ok(Outcome::Passed));
        }
        capture.bytes = message.payload;
        capture.media_type = message.media_type;
        capture.charset = message.charset;
        capture.problems.extend(message.problems);
    } else {
        capture.bytes = block;
        capture.media_type = Some(content_type).filter(|name| !name.is_empty());
        capture.charset = charset.flatten();
    }
    if !is_text(&capture) {
        passed_over.other_media += 1;
        return Ok(Ok(Outcome::Passed));
    }
    Ok(Ok(Outcome::Read(Box::new(capture))))
}

fn damaged(message: &str) -> Error {
    Error::Damaged { format: "WARC", message: message.to_owned() }
}

/// The fields of a record's head; nothing if it is longer than any.
fn head<R: Read>(window: &mut Window<R>) -> io::Result<Option<NamedFields>> {
    let mut head = Vec::new();
    let mut line = Vec::new();
    while (head.len() as u64) < LONGEST_HEAD {
        line.clear();
        take_line(window, &mut line, LONGEST_LINE)?;
        if line.trim_ascii().is_empty() {
            return Ok(Some(NamedFields::parse(&head)));
        }
        head.extend_from_slice(&line);
    }
    Ok(None)
}

/// The block of a record, `length` bytes by its own word. If no record ends there, but another begins inside, it ends
/// before that one.
fn block<R: Read>(
    window: &mut Window<R>,
    length: u64,
    limits: &Limits,
    problems: &mut Vec<Problem>,
) -> io::Result<Vec<u8>> {
    let mut block = Vec::new();
    let taken = match take(window, length, Some(&mut block)) {
        Ok(taken) => taken,
        // What stands before a break is read; where the source fails, nothing more is.
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            problems.push(Problem::of_all(error.to_string()));
            return Ok(block);
        }
        Err(error) => return Err(error),
    };
    let next = window.peek(2 + 2 + MARK.len());
    let ends = next.is_empty() || next.starts_with(b"\r\n\r\n") || next.starts_with(b"\n\n") || next.starts_with(MARK);
    if taken == length && ends {
        return Ok(block);
    }
    let next = find(&block, b"\r\n\r\nWARC/1.").filter(|&at| window.put_back(&block[at..], limits.largest_record));
    let message = if let Some(at) = next {
        block.truncate(at);
        "the record is shorter than it says"
    } else if taken < length {
        "the archive ends inside of the record"
    } else {
        "the record is longer than it says, and only that part is read"
    };
    problems.push(Problem::of_all(message));
    Ok(block)
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// Whether a capture may be a text, by its first bytes and what the server called it. A crawler's `robots.txt` (RFC
/// 9309) is none that somebody published.
fn is_text(capture: &Capture) -> bool {
    let path = capture.url.as_deref().map(|url| url.split(['?', '#']).next().unwrap_or_default());
    if signature::refused(&capture.bytes).is_some() || path.is_some_and(|path| path.ends_with("/robots.txt")) {
        return false;
    }
    let starts_with_tag = capture.bytes.trim_ascii_start().starts_with(b"<");
    match capture.media_type.as_deref() {
        Some("text/html" | "text/plain" | "text/markdown" | "text/xml" | "application/xml") => true,
        Some("image/svg+xml") => false,
        Some(name) if name.ends_with("+xml") => true,
        Some(name) if name == "application/json" || name.ends_with("+json") => holds_article(capture),
        None | Some("application/octet-stream" | "unknown" | "") => starts_with_tag,
        Some(_) => false,
    }
}

/// Whether an object of the JSON in a capture has the text of an article: crawlers save also what the scripts of pages
/// fetch.
fn holds_article(capture: &Capture) -> bool {
    let Ok(decoded) = decode(&capture.bytes, capture.charset.as_deref()) else { return false };
    let json = decoded.text.as_str();
    let (spans, _) = elements(json);
    spans.into_iter().filter(|span| span.of(json).starts_with('{')).any(|span| {
        let item = read_item(&decoded.text, span, &Fields::default(), Purpose::Article);
        item.is_ok_and(|item| item.article.is_some_and(|article| article.has_text()))
    })
}
