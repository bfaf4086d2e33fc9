//! Pages to manuscripts.
//!
//! The page is parsed once into a flat [`tree`], from which everything is read: the text, block by block ([`blocks`],
//! [`features`], [`weights`], [`body`]), what the page says of it ([`facts`], [`linked_data`]) and when it appeared
//! ([`date`]). Nothing is recursive, so a page may nest as deep as it likes.

mod attribute;
mod blocks;
mod body;
mod characters;
pub(crate) mod date;
mod facts;
mod features;
mod hints;
mod linked_data;
mod name;
mod pausing;
pub(crate) mod tree;
mod weights;

use coincide_text::{Span, Text};
use serde_json::Value;

use self::attribute::Attribute;
use self::blocks::Blocks;
pub(crate) use self::date::Context;
use self::facts::Described;
use self::features::{Page, Said};
use self::linked_data::LinkedData;
use self::name::Name;
use self::tree::Tree;
use crate::manuscript::Manuscript;
use crate::stripped;

/// Reads the page at `span` of `text` as an article, or as a text to check, of which all running text stays.
pub(crate) fn read(text: &Text, span: Span, context: Context<'_>, as_draft: bool) -> Manuscript {
    let mut manuscript = parse(text, span, 0, context, if as_draft { Kept::All } else { Kept::Article });
    if as_draft {
        stripped::mark_up(&mut manuscript);
    } else {
        stripped::edit(&mut manuscript, stripped::Layout::Elements);
    }
    manuscript
}

/// Reads the part of a page at `span` of `text`, a field of a record say. What stands in `text` before it stays where
/// it is, so that spans of other fields still hold.
/// If the part is no document of its own, all text in it is kept.
pub(crate) fn read_fragment(text: &Text, span: Span, as_draft: bool) -> Manuscript {
    parse(text, span, span.start, Context::default(), if as_draft { Kept::All } else { Kept::AllOfFragment })
}

/// How much of a page is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    Article,
    /// The article of a whole document, all of anything else.
    AllOfFragment,
    All,
}

fn parse(text: &Text, span: Span, from: usize, context: Context<'_>, kept: Kept) -> Manuscript {
    let tree = Tree::parse(text, span, from);
    let linked = LinkedData::parse(&tree, text.as_str());
    let mut described = facts::describe(&tree, &linked);
    let dates = date::published(&tree, text, context);
    described.facts.published = dates.published;
    described.facts.modified = dates.modified;
    let is_document =
        || tree.elements.iter().any(|element| matches!(element.name, Name::Html | Name::Body | Name::Head));
    let is_whole = kept == Kept::All || kept == Kept::AllOfFragment && !is_document();
    let structured = linked.article().and_then(|node| node.body).filter(|_| kept != Kept::All);
    let (mut manuscript, has_text) = with_page(&tree, &linked, &described, |page| {
        let choice = if is_whole { body::whole(page) } else { body::article(page) };
        body::manuscript(page, choice, text, structured, described.facts.clone())
    });
    if !has_text {
        manuscript.text = tree.text;
    }
    manuscript
}

/// What `read` makes of the blocks of a page.
fn with_page<R>(tree: &Tree, linked: &LinkedData, described: &Described, read: impl FnOnce(&Page<'_>) -> R) -> R {
    let description = description(tree);
    let said = Said {
        headline: described.headline,
        title: described.facts.title.as_deref(),
        description: description.as_deref(),
        body: body_of(linked),
    };
    let blocks = Blocks::of(tree);
    read(&Page::new(tree, &blocks, &said))
}

/// The text of the article in structured data, as written there.
fn body_of(linked: &LinkedData) -> Option<&str> {
    linked.article().and_then(|node| node.value.get("articleBody")).and_then(Value::as_str)
}

/// What the head of a page says of it to search engines and others that list it.
fn description(tree: &Tree) -> Option<String> {
    let named = |wanted: &str| {
        (0..tree.elements.len()).filter(|&at| tree.elements[at].name == Name::Meta).find_map(|at| {
            let name = tree.attribute(at, Attribute::Property).or_else(|| tree.attribute(at, Attribute::Name))?;
            let content = tree.attribute(at, Attribute::Content).filter(|content| !content.trim().is_empty())?;
            name.eq_ignore_ascii_case(wanted).then(|| content.to_owned())
        })
    };
    ["og:description", "description", "twitter:description"].into_iter().find_map(named)
}

/// A block of a page as whoever fits the weights sees it.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct LabelledBlock {
    /// Its words.
    pub words: String,
    /// `title`, `standfirst` or `caption` if a rule says so, else `body`.
    pub kind: &'static str,
    /// Its features, in the order of [`feature_names`].
    pub features: Vec<f32>,
}

/// The blocks of a page with their features.
#[doc(hidden)]
pub fn page_blocks(html: &str) -> Vec<LabelledBlock> {
    let text = Text::identical(html, 0);
    let tree = Tree::parse(&text, Span::new(0, html.len()), 0);
    let linked = LinkedData::parse(&tree, text.as_str());
    let described = facts::describe(&tree, &linked);
    with_page(&tree, &linked, &described, |page| {
        let of = |(index, block)| {
            let mut features = Vec::new();
            page.values(index, &mut features);
            let words = page.blocks.parts(&tree, block).flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
            LabelledBlock { words, kind: body::kind_name(page, index, block), features }
        };
        page.blocks.list.iter().enumerate().map(of).collect()
    })
}

/// Names of the features, in their order.
#[doc(hidden)]
pub fn feature_names() -> Vec<String> {
    features::names()
}
