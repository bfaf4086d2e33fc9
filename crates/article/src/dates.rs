//! The dates of a page alone, without its article.

use coincide_text::Span;

use crate::decode::decode;
use crate::html::date::{Context, Found};
use crate::html::tree::Tree;
use crate::{Error, Input, Published};

/// When a page was published and changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// When it was published, if the page tells.
    pub published: Option<Published>,
    /// When it was last changed.
    pub modified: Option<Published>,
    /// All that the page says of either, what is believed most first.
    pub evidence: Vec<DateEvidence>,
}

/// One place of a page that says when it was published or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateEvidence {
    /// What it says.
    pub published: Published,
    /// Whether it is of a change and not of the publication.
    pub is_modified: bool,
    /// The kind of place: `linked data`, `meta`, `attribute`, `words`, `address` or `script`.
    pub place: &'static str,
    /// How far it is believed by itself, in points: see `html/date/weights.rs`.
    pub weight: i32,
}

/// The dates of the page `input`, without its article: what [`crate::read`] says of them, in a part of the time.
///
/// The input is taken for HTML, whatever its kind. Its address and the time of its capture are used if they are given;
/// a date that the caller gives is not.
///
/// ```
/// use coincide_article::{Input, dates};
///
/// let page = r#"<h1>Ferry runs aground</h1><p class="date">Published 14 March 2020, 10:15</p><p>The ferry ..."#;
/// let dates = dates(&Input { bytes: page.as_bytes(), ..Input::default() })?;
/// assert_eq!(dates.published.unwrap().at.date, jiff::civil::date(2020, 3, 14));
/// # Ok::<(), coincide_article::Error>(())
/// ```
///
/// # Errors
///
/// If the bytes are no text.
pub fn dates(input: &Input<'_>) -> Result<Dates, Error> {
    let text = decode(input.bytes, input.charset)?.text;
    let tree = Tree::parse(&text, Span::new(0, text.as_str().len()), 0);
    let url = input.given.url.as_deref().or(input.url);
    let context = Context { url, captured: input.captured.as_ref() };
    let Found { published, modified, evidence } = crate::html::date::published(&tree, &text, context);
    Ok(Dates { published, modified, evidence })
}
