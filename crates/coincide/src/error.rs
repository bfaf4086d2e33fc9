use std::fmt;

use thiserror::Error;

/// Why nothing could be checked, compared or read.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{kind}")]
pub struct Error {
    kind: ErrorKind,
    problems: Vec<Problem>,
}

/// What kind of thing went wrong.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// There is no draft to check.
    #[error("there is no draft to check")]
    NoDraft,
    /// The input holds more than one draft.
    #[error("{name} holds {count} drafts, and one is checked at a time; a batch takes them all")]
    ManyDrafts {
        /// The input.
        name: String,
        /// How many.
        count: usize,
    },
    /// There is no article to check against or to compare.
    #[error("there is no article to check against or to compare")]
    NoArticles,
    /// A value that the caller gave is no date.
    #[error("{what} `{value}` is not a date that can be read; write it as 2031-05-04 or 2031-05-04 10:15")]
    Date {
        /// What it was given as.
        what: String,
        /// The value.
        value: String,
    },
}

impl Error {
    pub(crate) fn new(kind: ErrorKind) -> Self {
        Self { kind, problems: Vec::new() }
    }

    pub(crate) fn with(kind: ErrorKind, problems: Vec<Problem>) -> Self {
        Self { kind, problems }
    }

    /// What kind of thing went wrong.
    pub fn kind(&self) -> &ErrorKind {
        &self.kind
    }

    /// The inputs that could not be read, which may be why.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

/// An input, or a place in it, that could not be read. Displays as `name:line:column: message`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The input, as the caller named it.
    pub name: String,
    /// Record of the input, from 1, if it is an archive.
    pub record: Option<u64>,
    /// Line of the input, from 1, where there is one place.
    pub line: Option<usize>,
    /// Column in bytes, from 1.
    pub column: Option<usize>,
    /// What is wrong.
    pub message: String,
    /// Whether all that was to be read was read, and this is only worth knowing.
    pub harmless: bool,
}

impl Problem {
    /// All of an input could not be read.
    pub(crate) fn new(name: impl Into<String>, message: impl Into<String>) -> Self {
        Self { name: name.into(), record: None, line: None, column: None, message: message.into(), harmless: false }
    }

    /// The input and the place in it: `name:line:column`, or `name, record 7`.
    pub fn place(&self) -> String {
        let mut place = self.name.clone();
        if let Some(record) = self.record {
            place.push_str(&format!(", record {record}"));
        }
        for number in [self.line, self.line.and(self.column)].into_iter().flatten() {
            place.push(':');
            place.push_str(&number.to_string());
        }
        place
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place(), self.message)
    }
}
