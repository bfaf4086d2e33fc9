use crate::{Article, Moment, Place, Published};

/// One input: its bytes and what the caller knows about it.
#[derive(Clone, Debug, Default)]
pub struct Input<'a> {
    /// Its name, as a file's path. Its extension only breaks ties; its stem stands in for an unknown outlet.
    pub name: Option<&'a str>,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// What it is, if the caller knows; else it is told by its content.
    pub kind: Option<Kind>,
    /// What the caller says about it.
    pub given: Given,
    /// When it was captured, if an archive says so. It was published before.
    pub captured: Option<Moment>,
    /// The address it was captured from.
    pub url: Option<&'a str>,
    /// The encoding that the server named.
    pub charset: Option<&'a str>,
    /// Where it stands in an archive or a collection, if it is a part of one: see [`captures`](crate::captures).
    pub place: Option<Place>,
}

/// What the caller says about an input; it wins over what the input says of itself.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// Who published it.
    pub outlet: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
}

/// The forms of input that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Plain text, or a page stripped of its tags.
    Text,
    /// Markdown.
    Markdown,
    /// HTML or XHTML, a page or a part of one.
    Html,
    /// One JSON value: an article, an array of them, or an object with `articles`.
    Json,
    /// One JSON object a line.
    JsonLines,
    /// A data-set record in plain text: `article:`, `highlights:`, `id:`, `chatgpt:`.
    Record,
    /// An Office Open XML document.
    Docx,
    /// An OpenDocument text.
    Odt,
    /// A web archive, ISO 28500.
    Warc,
    /// RSS or Atom.
    Feed,
    /// A sitemap or an index of sitemaps, whose addresses are listed and not followed.
    Sitemap,
    /// NewsML-G2, or NewsML 1 with NITF in it.
    NewsMl,
    /// NITF, the News Industry Text Format.
    Nitf,
}

/// Which fields of a record hold the draft and the article, where they have names of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// The field with the draft; `chatgpt` if nothing is said.
    pub draft: Option<String>,
    /// The field with the article; `text`, `article`, `body`, `content`, `html` and other usual names
    /// if nothing is said.
    pub article: Option<String>,
}

/// What one input held.
#[derive(Clone, Debug)]
pub struct Contents {
    /// Its articles, in order.
    pub articles: Vec<Article>,
    /// The texts to check it came with, in order.
    pub drafts: Vec<Article>,
    /// What it names without bringing its text along: the pages of a sitemap, the bare entries of a feed. Nothing is
    /// fetched.
    pub addresses: Vec<Address>,
    /// What of it could not be read.
    pub problems: Vec<Problem>,
    /// What it was read as.
    pub kind: Kind,
    /// How its bytes were decoded; nothing for packed documents.
    pub encoding: Option<Encoding>,
}

/// A page that an input only names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Where it is.
    pub url: String,
    /// Its headline.
    pub title: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
}

/// A part of an input that could not be read, or only with loss. The rest was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Line of the input, from 1.
    pub line: Option<usize>,
    /// Column in bytes, from 1.
    pub column: Option<usize>,
    /// Offset of the byte in the input (in the line, for JSON lines).
    pub byte: Option<usize>,
    /// What is wrong, in lower case without a final stop.
    pub message: String,
}

impl Problem {
    /// Something about all of an input.
    pub(crate) fn of_all(message: impl Into<String>) -> Self {
        Self { line: None, column: None, byte: None, message: message.into() }
    }
}

/// How bytes were decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding {
    /// The name of the encoding in the WHATWG standard.
    pub name: &'static str,
    /// What told it.
    pub from: EncodingSource,
}

/// What an encoding was told by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EncodingSource {
    /// A byte order mark.
    ByteOrderMark,
    /// What the server said when it sent it.
    Server,
    /// A declaration in the page or the XML header.
    Declaration,
    /// The bytes are valid UTF-8.
    Valid,
    /// A guess from the frequencies of bytes.
    Detection,
}
