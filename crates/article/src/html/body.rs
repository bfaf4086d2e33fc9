//! The article of a page: which of its blocks, and what each of them is.
//!
//! Every block gets a probability from what can be said of it without its language ([`features`](super::features),
//! [`weights`](super::weights)); what is likelier than not is text. The headline and the summary are told by rules, since
//! what they are called says what they are. Where the page itself holds little of what its structured data says is the
//! text (it is put in by a script, or cut short for those who do not pay), the text is that of the structured data.

use std::collections::BTreeMap;

use coincide_text::{Span, Text, TextBuilder};

use super::attribute::Attribute;
use super::blocks::Block;
use super::features::Page;
use super::hints::Hints;
use super::name::Name;
use super::tree::Tree;
use super::weights::probability;
use crate::facts::Facts;
use crate::json::push_string;
use crate::manuscript::{self, Manuscript};
use crate::{Dropped, ParagraphKind};

/// A block at least this likely is text. Below one half, since a lost sentence is worse than a line too many: the value
/// that gave the best mean of both on held-out sites.
const LIKELY: f32 = 0.45;

/// A summary by its name and place is one unless all else speaks against it.
const LIKELY_SUMMARY: f32 = 0.2;

/// A page of more blocks is no article that anybody reads: its blocks are not weighed one by one.
const MOST_BLOCKS: usize = 100_000;

/// Paragraphs whose elements are called the same are text together if this share of them, by length, is likely: what
/// stands far down a long article differs from its beginning in place alone.
const TOGETHER: f32 = 0.2;

/// The structured data has the text if the page shows less than this share of it.
const SHOWN_TENTHS: usize = 4;

/// A page with less text than this in bytes, few of it in links, is one that somebody wrote by hand or cut out: there is
/// little in it to tell text from page by, and little page.
const SMALL_PAGE: u32 = 3000;

/// Shorter texts in structured data are descriptions.
const SHORTEST_BODY: usize = 600;

/// What is kept of a page: for each block what it is, or nothing.
pub(crate) struct Choice {
    kinds: Vec<Option<ParagraphKind>>,
}

/// The article of a page.
pub(crate) fn article(page: &Page<'_>) -> Choice {
    let blocks = &page.blocks.list;
    let is_plain = page.bytes() < SMALL_PAGE && page.linked() * 4 < page.bytes() || blocks.len() > MOST_BLOCKS;
    let mut values = Vec::new();
    let mut likely: Vec<f32> = Vec::with_capacity(blocks.len());
    for (index, block) in blocks.iter().enumerate() {
        if is_plain {
            let hints = page.hints(block).with(page.own_hints(block));
            likely.push(f32::from(!block.is_linked() && !block.hidden && !is_of_page(hints) && !is_offer(hints)));
            continue;
        }
        values.clear();
        page.values(index, &mut values);
        likely.push(probability(&values));
    }
    keep_together(page, &mut likely);
    keep_embedded(page, &mut likely);
    let kinds = blocks.iter().zip(likely).enumerate().map(|(index, (block, likely))| kind(page, index, block, likely));
    let mut choice = Choice { kinds: kinds.collect() };
    choice.drop_trailing_headings();
    choice
}

/// Makes all paragraphs of a kind likely of which many are.
fn keep_together(page: &Page<'_>, likely: &mut [f32]) {
    let mut kinds: BTreeMap<u64, (u64, u64)> = BTreeMap::new();
    for (index, likely) in likely.iter().enumerate().filter(|(index, _)| page.is_long_paragraph(*index)) {
        let bytes = u64::from(page.blocks.list[index].bytes);
        let (likely_bytes, all) = kinds.entry(page.signature_of(index)).or_default();
        *likely_bytes += if *likely > LIKELY { bytes } else { 0 };
        *all += bytes;
    }
    for (index, likely) in likely.iter_mut().enumerate().filter(|(index, _)| page.is_long_paragraph(*index)) {
        #[allow(clippy::cast_precision_loss, reason = "a share")]
        let is_text = kinds
            .get(&page.signature_of(index))
            .is_some_and(|(likely_bytes, all)| *likely_bytes as f32 > TOGETHER * *all as f32);
        if is_text {
            *likely = likely.max(1.0);
        }
    }
}

/// Makes the words of posts likely that are embedded in the text, those who wrote them included: they are quotations.
fn keep_embedded(page: &Page<'_>, likely: &mut [f32]) {
    let is_text = |likely: &f32| *likely > LIKELY;
    let Some(first) = likely.iter().position(is_text) else { return };
    let last = likely.iter().rposition(is_text).unwrap_or(first);
    for (index, block) in page.blocks.list.iter().enumerate().take(last).skip(first + 1) {
        if !block.is_linked() && page.tree.contains(page.core, block.element) && is_embedded(page.tree, block.element) {
            likely[index] = 1.0;
        }
    }
}

/// Whether an element stands in a `blockquote` that is a post of another site: those are named after it or `embed`.
fn is_embedded(tree: &Tree, element: usize) -> bool {
    const NEAR: usize = 4;
    const SITES: [&str; 6] =
        ["twitter-tweet", "instagram-media", "tiktok-embed", "mastodon-embed", "bluesky-embed", "reddit-embed"];
    std::iter::once(element).chain(tree.ancestors(element)).take(NEAR).any(|at| {
        let class = tree.attribute(at, Attribute::Class).unwrap_or_default();
        tree.elements[at].name == Name::Blockquote && class.split_ascii_whitespace().any(|name| SITES.contains(&name))
    })
}

/// All text of a page, without menus and the like: for a text to check, and for the text of an article in a record or a
/// feed, which no page is around.
pub(crate) fn whole(page: &Page<'_>) -> Choice {
    let kept = |(index, block): (usize, &Block)| {
        let kind = if page.headline == Some(index) { ParagraphKind::Title } else { kind_of(page, block) };
        (!block.is_linked() && !is_of_page(page.hints(block))).then_some(kind)
    };
    Choice { kinds: page.blocks.list.iter().enumerate().map(kept).collect() }
}

/// The manuscript of what is chosen, and whether it has its text. If not, its text is the tree's, which is not copied.
/// `structured` is where the JSON string of the article's text stands in `source`, if structured data has it.
pub(crate) fn manuscript(
    page: &Page<'_>,
    mut choice: Choice,
    source: &Text,
    structured: Option<Span>,
    facts: Facts,
) -> (Manuscript, bool) {
    let blocks = &page.blocks.list;
    let is_text = |kind: &Option<ParagraphKind>| kind.is_some_and(|kind| kind != ParagraphKind::Title);
    let shown: usize =
        blocks.iter().zip(&choice.kinds).filter(|(_, kind)| is_text(kind)).map(|(block, _)| block.bytes as usize).sum();
    let unseen = structured.filter(|body| body.len() >= SHORTEST_BODY && shown * 10 < body.len() * SHOWN_TENTHS);
    if unseen.is_some() {
        for kind in &mut choice.kinds {
            *kind = kind.filter(|kind| matches!(kind, ParagraphKind::Title | ParagraphKind::Standfirst));
        }
    }
    let mut manuscript = Manuscript { facts, ..Manuscript::default() };
    for (index, (block, kind)) in blocks.iter().zip(choice.kinds).enumerate() {
        let pieces = page.blocks.spans(block).to_vec();
        if let Some(kind) = kind {
            manuscript.blocks.push(manuscript::Block { kind, pieces });
            continue;
        }
        let text = manuscript::Block { kind: ParagraphKind::Body, pieces }.words(&page.tree.text);
        if !text.is_empty() {
            manuscript.dropped.push(Dropped { reason: reason(page, index, block), text });
        }
    }
    if let Some(body) = unseen {
        add_structured(&mut manuscript, &page.tree.text, source, body);
    }
    (manuscript, unseen.is_some())
}

/// What a block that is so `likely` to be text is in the article, or nothing.
fn kind(page: &Page<'_>, index: usize, block: &Block, likely: f32) -> Option<ParagraphKind> {
    if page.headline == Some(index) {
        return Some(ParagraphKind::Title);
    }
    if likely > LIKELY_SUMMARY && page.is_standfirst(index) {
        return Some(ParagraphKind::Standfirst);
    }
    let kind = kind_of(page, block);
    let is_text = likely > LIKELY && kind != ParagraphKind::Caption && !page.repeats_headline(index);
    is_text.then_some(kind)
}

impl Choice {
    /// A heading with nothing under it leads to what is not part of the article.
    fn drop_trailing_headings(&mut self) {
        for kind in self.kinds.iter_mut().rev() {
            match kind {
                Some(ParagraphKind::Heading) => *kind = None,
                Some(_) => break,
                None => {}
            }
        }
    }
}

/// What a block can be, for whoever fits the weights.
pub(crate) fn kind_name(page: &Page<'_>, index: usize, block: &Block) -> &'static str {
    if page.headline == Some(index) || page.repeats_headline(index) {
        "title"
    } else if page.is_standfirst(index) {
        "standfirst"
    } else if kind_of(page, block) == ParagraphKind::Caption {
        "caption"
    } else {
        "body"
    }
}

/// What a block is by the elements it stands in.
fn kind_of(page: &Page<'_>, block: &Block) -> ParagraphKind {
    const NEAR: usize = 6;
    let tree = page.tree;
    let around = || std::iter::once(block.element).chain(tree.ancestors(block.element)).take(NEAR);
    let name = tree.elements[block.element].name;
    if name.is_heading() {
        return ParagraphKind::Heading;
    }
    for at in around() {
        match tree.elements[at].name {
            Name::Figcaption => return ParagraphKind::Caption,
            Name::Blockquote => return ParagraphKind::BlockQuote,
            Name::Li => return ParagraphKind::ListItem,
            Name::Article | Name::Main | Name::Section | Name::Table => break,
            _ => {}
        }
    }
    if page.own_hints(block).has(Hints::CAPTION) && name != Name::Table {
        ParagraphKind::Caption
    } else {
        ParagraphKind::Body
    }
}

fn is_of_page(hints: Hints) -> bool {
    [Hints::NAVIGATION, Hints::FOOTER, Hints::COMMENT, Hints::SHARE, Hints::RELATED, Hints::SIDE]
        .into_iter()
        .any(|hint| hints.has(hint))
}

fn is_offer(hints: Hints) -> bool {
    [Hints::NOTICE, Hints::ADVERTISEMENT, Hints::PROMOTION, Hints::FORM].into_iter().any(|hint| hints.has(hint))
}

/// Why a block is not part of the article, in a word.
fn reason(page: &Page<'_>, index: usize, block: &Block) -> &'static str {
    const REASONS: &[(Hints, &str)] = &[
        (Hints::COMMENT, "comments"),
        (Hints::CAPTION, "caption"),
        (Hints::NOTICE, "notice"),
        (Hints::ADVERTISEMENT, "advertisement"),
        (Hints::PROMOTION, "promotion"),
        (Hints::RELATED, "related"),
        (Hints::SHARE, "navigation"),
        (Hints::TAGS, "tags"),
        (Hints::BIOGRAPHY, "author"),
        (Hints::BYLINE, "byline"),
        (Hints::DATE, "time stamp"),
        (Hints::NAVIGATION, "navigation"),
        (Hints::FOOTER, "navigation"),
        (Hints::SIDE, "aside"),
        (Hints::FORM, "form"),
        (Hints::LISTING, "related"),
    ];
    if page.repeats_headline(index) {
        return "repeated";
    }
    if kind_of(page, block) == ParagraphKind::Caption {
        return "caption";
    }
    // What the block itself is called says more than what is around it.
    [page.own_hints(block), page.hints(block)]
        .into_iter()
        .find_map(|hints| REASONS.iter().find(|(hint, _)| hints.has(*hint)).map(|(_, reason)| *reason))
        .unwrap_or(if block.hidden {
            "hidden"
        } else if block.is_linked() {
            "navigation"
        } else {
            "outside"
        })
}

/// Adds the text in structured data, a JSON string at `body` of `source`, behind what the page itself gives.
fn add_structured(manuscript: &mut Manuscript, page: &Text, source: &Text, body: Span) {
    let mut string = TextBuilder::over(source);
    push_string(&mut string, body.of(source.as_str()), body.start);
    let string = string.finish();
    // Both are over the same text, so one more layer over their concatenation keeps every place.
    let mut joined = TextBuilder::over(source);
    joined.push_text(page);
    let start = joined.len();
    joined.push_text(&string);
    manuscript.text = joined.finish();
    let words = manuscript.text.as_str();
    let mut from = start;
    for line in words[start..].split_inclusive('\n') {
        let span = Span::new(from, from + line.len()).trim(words);
        if !span.is_empty() {
            manuscript.blocks.push(manuscript::Block { kind: ParagraphKind::Body, pieces: vec![span] });
        }
        from += line.len();
    }
}
