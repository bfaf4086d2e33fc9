use std::fmt;

use thiserror::Error;

use crate::{Error, Input, Kind, Moment, Problem};

/// One thing to read: a page of an archive, a line of JSON lines, or an input that is not divided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capture {
    /// Its bytes: the payload of its record with what the transfer did to it undone, or its line without the line feed,
    /// or the whole input, unpacked. The `bytes` of spans count in these.
    pub bytes: Vec<u8>,
    /// The address it was captured from.
    pub url: Option<String>,
    /// When it was captured. That says nothing of when it was published, but that it was not later.
    pub captured: Option<Moment>,
    /// The identifier of its record: `urn:uuid:...`.
    pub id: Option<String>,
    /// What the server called it, in lower case and without parameters: `text/html`.
    pub media_type: Option<String>,
    /// The encoding that the server named, as it named it.
    pub charset: Option<String>,
    /// Where it stands; nothing for an input that is not divided.
    pub place: Option<Place>,
    /// What is missing or damaged of it.
    pub problems: Vec<Problem>,
}

/// Where in its input a capture stands. Displays as `record 7` or `line 7`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// What the input is divided into.
    pub unit: Unit,
    /// Which of them it is, from 1. All are counted: also records that hold no page, and empty lines.
    pub number: u64,
    /// The byte of the input at which it begins; where the input is packed, that at which the gzip member with its
    /// beginning begins, which is what an index of an archive (CDX) gives.
    pub offset: u64,
}

/// What an input may be divided into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unit {
    /// Records of a WARC file.
    Record,
    /// Lines.
    Line,
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Record => "record",
            Unit::Line => "line",
        };
        write!(formatter, "{unit} {}", self.number)
    }
}

/// A part of an input that could not be read. Displays as `record 7: message`.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{}{error}", .place.map(|place| format!("{place}: ")).unwrap_or_default())]
pub struct CaptureError {
    /// Where it stands; nothing if it is the whole input.
    pub place: Option<Place>,
    /// Why.
    pub error: Error,
}

/// How many records of an archive were passed over, since what they hold is no text that somebody published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PassedOver {
    /// Requests, metadata, and captures that only say that nothing changed.
    pub other_records: u64,
    /// Answers of servers that are not what was asked for: redirections, errors, empty ones.
    pub failed_fetches: u64,
    /// Pictures, styles, scripts and all else that is no text.
    pub other_media: u64,
}

impl PassedOver {
    /// All of them together.
    pub fn total(&self) -> u64 {
        self.other_records + self.failed_fetches + self.other_media
    }
}

impl Problem {
    /// The same problem of the capture at `place`, as seen from the whole input.
    pub fn at(self, place: Option<Place>) -> Self {
        match place {
            None => self,
            Some(Place { unit: Unit::Line, number, .. }) => Self { line: usize::try_from(number).ok(), ..self },
            Some(record) => Self::of_all(format!("{record}: {}", self.message)),
        }
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            Error::Malformed { format, line, column, message } => Self {
                line: Some(line),
                column: Some(column),
                byte: None,
                message: format!("malformed {format}: {message}"),
            },
            other => Self::of_all(other.to_string()),
        }
    }
}

impl Capture {
    /// The input that this capture of the input called `name` is. What the caller knows of it is still to be added.
    pub fn input<'a>(&'a self, name: Option<&'a str>) -> Input<'a> {
        let line = self.place.is_some_and(|place| place.unit == Unit::Line);
        Input {
            name,
            bytes: &self.bytes,
            kind: line.then_some(Kind::JsonLines),
            captured: self.captured.clone(),
            url: self.url.as_deref(),
            charset: self.charset.as_deref(),
            place: self.place,
            ..Input::default()
        }
    }
}
