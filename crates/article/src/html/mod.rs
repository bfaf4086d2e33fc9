//! Pages to manuscripts.
//!
//! The page is read once, token by token, into blocks of text and the tree of the containers they stand in; nothing is
//! recursive, so a page may nest as deep as it likes. The article is the smallest container that holds most of the
//! running text (after the observation of Kohlschütter et al. 2010 that length and link density tell text from page),
//! with the headline and the summary above it.

#[allow(dead_code)]
mod attribute;
mod body;
mod characters;
pub(crate) mod date;
#[allow(dead_code)]
mod facts;
#[allow(dead_code)]
mod linked_data;
mod metadata;
#[allow(dead_code)]
mod name;
mod page;
mod pausing;
#[allow(dead_code)]
pub(crate) mod tree;

use coincide_text::{Span, Text};

use crate::manuscript::Manuscript;
use crate::stripped;

/// Reads the page at `span` of `text` as an article, or as a text to check, of which all running text stays.
pub(crate) fn read(text: &Text, span: Span, as_draft: bool) -> Manuscript {
    let page = page::parse(text, span, 0);
    let facts = metadata::facts(&page);
    let mut manuscript = body::manuscript(page, facts, as_draft);
    if as_draft {
        stripped::mark_up(&mut manuscript);
    } else {
        stripped::edit(&mut manuscript, stripped::Layout::Elements);
    }
    manuscript
}

/// Reads the part of a page at `span` of `text`, a field of a record say. What stands in `text` before it stays where
/// it is, so that spans of other fields still hold.
pub(crate) fn read_fragment(text: &Text, span: Span, as_draft: bool) -> Manuscript {
    let page = page::parse(text, span, span.start);
    let facts = metadata::facts(&page);
    body::manuscript(page, facts, as_draft)
}
