//! Bytes of any kind to clean articles.
//!
//! [`read`] takes one input and gives its articles; [`read_draft`] takes the text to check, of which nothing is left
//! out; [`read_given`] takes texts to annotate, which stay as they are. All work in three steps, and each keeps the
//! place of every character:
//!
//! 1. **Decode.** By byte order mark, declaration, then detection. What does not decode is a [`Problem`], not a failure.
//! 2. **Take apart.** By what the input is, told by its content: plain text, Markdown, HTML, JSON, JSON lines, a
//!    data-set record, a feed, NewsML-G2, NITF, DOCX, ODT. The result is a text, its blocks, and what the input says of itself.
//! 3. **Edit.** What belongs to the page (banners, menus, clocks, bylines, repeated paragraphs) goes to
//!    [`Article::dropped`] with a reason; title, summary, captions and headings are marked.
//!
//! What holds many inputs, a WARC file or JSON lines, or is packed with gzip, is divided by [`captures`] as it is read, in
//! bounded memory; [`read`] divides an archive itself. The bytes of an article are then those of its part, unpacked.
//!
//! The result is an [`Article`], whose text leads back to the bytes of the input: see [`coincide_text::Text::source`].
//! Time and memory grow with the size of the input and not with its structure; nothing here recurses into it.
//!
//! ```
//! use coincide_article::{Fields, Input, read};
//!
//! let page = "<h1>Ferry runs aground</h1><p>The ferry <b>Alma</b> ran aground off Ostvik late on Friday evening.</p>";
//! let contents = read(&Input { bytes: page.as_bytes(), ..Input::default() }, &Fields::default())?;
//! let article = &contents.articles[0];
//! assert_eq!(article.title.as_deref(), Some("Ferry runs aground"));
//! let source = article.text.source(article.paragraphs[0].span).unwrap();
//! assert_eq!(&page[source.start..source.end], "Ferry runs aground");
//! # Ok::<(), coincide_article::Error>(())
//! ```

mod agency;
mod archive;
mod article;
mod byline;
mod correction;
mod date;
mod dateline;
mod dates;
mod decode;
mod error;
mod escape;
mod facts;
mod furniture;
mod html;
mod input;
mod json;
mod kind;
mod language;
mod manuscript;
mod markdown;
mod office;
mod parts;
mod plain;
mod read;
mod record;
mod record_text;
mod signature;
mod stripped;
mod url;
mod wrap;
mod xml;

pub use archive::{Capture, CaptureError, Captures, Limits, PassedOver, Place, Unit, captures};
pub use article::{Access, Article, DateSource, Dropped, Moment, Paragraph, ParagraphKind, Precision, Published};
pub use date::parse_date;
pub use dates::{DateEvidence, Dates, dates};
pub use error::Error;
#[doc(hidden)]
pub use html::{LabelledBlock, feature_names, page_blocks};
pub use input::{Address, Contents, Encoding, EncodingSource, Fields, Given, Input, Kind, Problem};
pub use read::{LARGEST_INPUT, read, read_draft, read_draft_value, read_given, read_value};
