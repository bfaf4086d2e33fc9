use thiserror::Error;

/// Why an input gave nothing to work with. The caller adds the name of the input.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// Not one byte, or nothing but white space.
    #[error("the input is empty")]
    Empty,
    /// Not text, and not a document this crate unpacks.
    #[error("{what}, which is not read: {instead}")]
    Binary {
        /// What it is by its first bytes, as `a PDF document`.
        what: &'static str,
        /// What the caller can do, as `give its text`.
        instead: &'static str,
    },
    /// It breaks the rules of its own format.
    #[error("malformed {format}, line {line}, column {column}: {message}")]
    Malformed {
        /// The format, as `JSON`.
        format: &'static str,
        /// Line of the input, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
        /// What is wrong there.
        message: String,
    },
    /// A document whose archive or markup cannot be unpacked.
    #[error("damaged {format} document: {message}")]
    Damaged {
        /// The format, as `DOCX`.
        format: &'static str,
        /// What is wrong with it.
        message: String,
    },
    /// Larger than what is read, packed or unpacked.
    #[error("{what} is larger than {limit} bytes")]
    TooLarge {
        /// What is too large: `the input`, or a part of an archive.
        what: String,
        /// The limit in bytes.
        limit: u64,
    },
    /// Packed so densely that it would unpack to far more than written text does.
    #[error("{what} unpacks to more than {ratio} times its size, which is refused")]
    Bomb {
        /// What is packed, as `the page`.
        what: String,
        /// The limit: see [`Limits::largest_ratio`](crate::Limits::largest_ratio).
        ratio: u64,
    },
    /// Sent in a coding that is not undone.
    #[error("the page was sent packed with {coding}, which is not unpacked")]
    Coding {
        /// The name of the coding in HTTP.
        coding: String,
    },
    /// The source of its bytes failed.
    #[error("{message}")]
    Unreadable {
        /// What the source says.
        message: String,
    },
    /// XML that is neither a page, a feed, a sitemap nor a format of news agencies.
    #[error("XML with the outermost element `{root}`, which is not read: give a page, a feed, NewsML-G2 or NITF")]
    Vocabulary {
        /// The name of its outermost element.
        root: String,
    },
    /// Well-formed, but with no text that could be an article or a draft.
    #[error("no text found: {message}")]
    NoText {
        /// What was looked for.
        message: String,
    },
}

impl Error {
    /// The same error, as seen from the whole input of which the text was line `line`.
    pub(crate) fn at_line(self, line: usize) -> Self {
        match self {
            Self::Malformed { format, column, message, .. } => Self::Malformed { format, line, column, message },
            other => other,
        }
    }
}
