//! Archives and collections, one capture at a time.
//!
//! [`captures`] divides what is made of many captures, a WARC file or JSON lines, and takes off gzip, in memory that
//! does not grow with the input. What a capture is, is found out by [`read`](crate::read).

mod capture;
mod fields;
mod gzip;
mod http;
mod limits;
mod lines;
mod stream;
mod warc;
mod window;

use std::io::{self, Read};

pub use capture::{Capture, CaptureError, PassedOver, Place, Unit};
pub use limits::Limits;

use crate::{Error, signature};
use stream::Stream;
use warc::{Found, Outcome};
use window::{Window, take, take_line};

/// Divides `source` into captures.
///
/// WARC files give their pages: the payloads of `response`, `resource` and `conversion` records that are text. JSON
/// lines give their lines. All else is one capture. Any of them may be packed with gzip, in one member or many. Which
/// of them it is, is told by the bytes; `name` is asked only where JSON may be one value or lines.
///
/// What cannot be read is an error, and the iterator goes on with the next capture if there may be one. Memory is
/// bounded by `limits`.
///
/// ```
/// use coincide_article::{Fields, Limits, captures, read};
///
/// let lines = r#"{"url": "https://coast-radio.example/1", "text": "The ferry ran aground."}
/// {"url": "https://coast-radio.example/2", "text": "Nobody was hurt."}"#;
/// let mut titles = Vec::new();
/// for capture in captures(lines.as_bytes(), None, Limits::default()) {
///     let capture = capture?;
///     let contents = read(&capture.input(Some("pages.jsonl")), &Fields::default())?;
///     titles.push((capture.place.unwrap().to_string(), contents.articles[0].url.clone().unwrap()));
/// }
/// assert_eq!(titles[1], ("line 2".to_owned(), "https://coast-radio.example/2".to_owned()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn captures<R: Read>(source: R, name: Option<&str>, limits: Limits) -> Captures<R> {
    let stream = Stream::new(source, limits);
    Captures {
        window: Window::new(stream),
        lines_by_name: name.is_some_and(lines::has_their_name),
        limits,
        form: Form::Unknown,
        number: 0,
        errors: 0,
        passed_over: PassedOver::default(),
    }
}

/// Whether `bytes` are to be divided by [`captures`]; JSON lines, which [`read`](crate::read) takes as they are, are not.
pub(crate) fn is_divided(bytes: &[u8]) -> bool {
    bytes.starts_with(&gzip::MAGIC) || bytes.trim_ascii_start().starts_with(warc::MARK)
}

/// The captures of an input: see [`captures`].
pub struct Captures<R> {
    window: Window<Stream<R>>,
    lines_by_name: bool,
    limits: Limits,
    form: Form,
    number: u64,
    /// How many errors were given since something could be read.
    errors: u32,
    passed_over: PassedOver,
}

/// After so many errors in a row nothing more is read: what follows is no archive.
const MOST_ERRORS: u32 = 1000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Unknown,
    Whole,
    Lines,
    Warc,
    Ended,
}

impl<R: Read> Captures<R> {
    /// What was passed over so far.
    pub fn passed_over(&self) -> PassedOver {
        self.passed_over
    }

    /// How many bytes of the source were taken so far, packed as they are: for a progress bar.
    pub fn position(&mut self) -> u64 {
        self.window.source().position()
    }

    fn form(&mut self) -> Form {
        let start = self.window.peek(1 << 10);
        let blank = start.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        if start[blank..].starts_with(warc::MARK) {
            Form::Warc
        } else if lines::are_lines(&mut self.window, self.lines_by_name, self.limits.largest_record) {
            Form::Lines
        } else {
            Form::Whole
        }
    }

    /// The place of what begins where the window stands, under the current number.
    fn place(&mut self, unit: Unit) -> Place {
        let position = self.window.position();
        Place { unit, number: self.number, offset: self.window.source().place(position) }
    }

    /// All that is left, as one capture.
    fn whole(&mut self) -> Result<Capture, Error> {
        self.form = Form::Ended;
        let limit = self.limits.largest_input;
        let mut capture = Capture::default();
        match take(&mut self.window, limit.saturating_add(1), Some(&mut capture.bytes)) {
            Ok(length) if length > limit => Err(Error::TooLarge { what: "the input".to_owned(), limit }),
            Ok(_) if self.window.source().is_packed() && capture.bytes.starts_with(&gzip::MAGIC) => {
                Err(signature::refused(&capture.bytes).unwrap_or(signature::UNKNOWN))
            }
            Ok(_) => Ok(capture),
            Err(error) if is_break(&error) && !capture.bytes.is_empty() => {
                let message = format!("{error}; what stands before was read");
                capture.problems.push(crate::Problem::of_all(message));
                Ok(capture)
            }
            Err(error) => Err(unreadable(&error)),
        }
    }

    /// The next line that is not blank.
    fn line(&mut self) -> Option<Result<Capture, CaptureError>> {
        loop {
            self.number += 1;
            let place = self.place(Unit::Line);
            let limit = self.limits.largest_record;
            let mut line = Vec::new();
            let error = match take_line(&mut self.window, &mut line, limit) {
                Ok(true) if line.is_empty() => {
                    self.form = Form::Ended;
                    return None;
                }
                Ok(true) if line.iter().all(u8::is_ascii_whitespace) => continue,
                Ok(true) => {
                    line.truncate(line.strip_suffix(b"\n").unwrap_or(&line).len());
                    line.truncate(line.strip_suffix(b"\r").unwrap_or(&line).len());
                    return Some(Ok(Capture { bytes: line, place: Some(place), ..Capture::default() }));
                }
                Ok(false) => Error::TooLarge { what: "the line".to_owned(), limit },
                Err(error) => self.failed(&error),
            };
            return Some(Err(CaptureError { place: Some(place), error }));
        }
    }

    /// The next record that holds something to read.
    fn record(&mut self) -> Option<Result<Capture, CaptureError>> {
        loop {
            let found = warc::seek(&mut self.window);
            let place = self.place(Unit::Record);
            let error = match found {
                Ok(Found::End) => {
                    self.form = Form::Ended;
                    return None;
                }
                Ok(Found::Record) => {
                    self.number += 1;
                    let place = Place { number: self.number, ..place };
                    match warc::record(&mut self.window, &self.limits, &mut self.passed_over) {
                        Ok(Ok(Outcome::Passed)) => {
                            self.errors = 0;
                            continue;
                        }
                        Ok(Ok(Outcome::Read(capture))) => return Some(Ok(Capture { place: Some(place), ..*capture })),
                        Ok(Err(error)) => return Some(Err(CaptureError { place: Some(place), error })),
                        Err(error) => self.failed(&error),
                    }
                }
                Ok(Found::RecordBehind | Found::EndBehind) => {
                    let message = "something stands behind this record that is none, and was skipped".to_owned();
                    Error::Damaged { format: "WARC", message }
                }
                Err(error) => self.failed(&error),
            };
            return Some(Err(CaptureError { place: Some(Place { number: self.number, ..place }), error }));
        }
    }

    /// What a failure of the source means; after one that is not a mere break nothing more is read.
    fn failed(&mut self, error: &io::Error) -> Error {
        if !is_break(error) {
            self.form = Form::Ended;
        }
        unreadable(error)
    }
}

/// Whether the source goes on behind an error.
fn is_break(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::InvalidData
}

fn unreadable(error: &io::Error) -> Error {
    Error::Unreadable { message: error.to_string() }
}

impl<R: Read> Iterator for Captures<R> {
    type Item = Result<Capture, CaptureError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.form == Form::Unknown {
            self.form = self.form();
        }
        let next = match self.form {
            Form::Whole => Some(self.whole().map_err(|error| CaptureError { place: None, error })),
            Form::Lines => self.line(),
            Form::Warc => self.record(),
            Form::Unknown | Form::Ended => None,
        };
        self.errors = if matches!(next, Some(Err(_))) { self.errors + 1 } else { 0 };
        if self.errors == MOST_ERRORS {
            self.form = Form::Ended;
            let message = format!("{MOST_ERRORS} damaged places in a row; what follows was not read");
            return Some(Err(CaptureError { place: None, error: Error::Unreadable { message } }));
        }
        next
    }
}
