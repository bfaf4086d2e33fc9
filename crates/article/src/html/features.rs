//! What can be said of a block without understanding its language: its length, its links, the element it stands in and
//! what that is called, and the same of what stands around it.
//!
//! Length and link density tell text from page (Kohlschütter, Fankhauser and Nejdl, WSDM 2010); so does how much of the
//! page's running text the elements around a block hold, and what stands before and after it.

mod page;
mod place;
mod words;

pub(crate) use self::page::{Page, Said};
use self::words::{contained, last_character};
use super::blocks::Block;
use super::hints::Hints;
use super::name::Name;
use crate::furniture::{furniture, is_tail_heading};

/// Longer blocks are running text and not looked at for what short lines say.
const SHORT_LINE: u32 = 200;

/// Names of the features, in their order: what whoever fits the weights sees.
pub(crate) fn names() -> Vec<String> {
    let mut names: Vec<String> = OWN.iter().chain(PLACE).map(|name| (*name).to_owned()).collect();
    for (place, hints) in [("own", Hints::COUNT), ("near", Hints::COUNT), ("around", Hints::COUNT)] {
        names.extend((0..hints).map(|index| format!("{place}_hint_{index}")));
    }
    for neighbour in NEIGHBOURS {
        names.extend(BESIDE.iter().map(|name| format!("{name}{neighbour:+}")));
    }
    names
}

/// Of the block itself.
const OWN: &[&str] = &[
    "bytes",
    "link_share",
    "words",
    "word_bytes",
    "sentence_marks",
    "commas",
    "ends_sentence",
    "ends_colon",
    "upper",
    "digits",
    "starts_lower",
    "has_bar",
    "has_sign",
    "element",
    "heading_level",
    "broken",
    "hidden",
    "furniture",
    "tail_heading",
    "repeats",
    "in_body",
    "has_body",
    "in_description",
    "is_title",
];

/// Of its place in the page.
const PLACE: &[&str] = &[
    "depth",
    "in_list",
    "in_table",
    "in_article",
    "in_main",
    "in_figure",
    "in_form",
    "in_quotation",
    "parent_share",
    "parent_links",
    "parent_running",
    "grand_share",
    "grand_links",
    "levels_to_half",
    "levels_to_most",
    "half_links",
    "most_links",
    "signature_share",
    "element_share",
    "siblings_like",
    "in_core",
    "core_levels",
    "core_share",
    "core_first",
    "core_last",
    "running_before",
    "running_after",
    "place",
    "branch_bytes",
    "branch_links",
    "branch_running",
    "branch_after",
    "branch_blocks",
    "branch_element",
    "list_blocks",
    "list_bytes",
    "heading_distance",
    "heading_links",
    "heading_bytes",
    "heading_tail",
    "heading_near_bad",
    "after_headline",
    "headline_distance",
    "headline_known",
    "last_running",
    "next_running",
    "page_running",
    "page_links",
    "page_blocks",
];

/// Blocks beside it that are looked at.
const NEIGHBOURS: [isize; 6] = [-3, -2, -1, 1, 2, 3];

/// Of each block beside it.
const BESIDE: &[&str] =
    &["bytes", "link_share", "element", "ends_sentence", "bad_hint", "good_hint", "same_parent", "same_signature"];

impl Page<'_> {
    /// The features of the block at `index`.
    #[allow(clippy::cast_precision_loss, reason = "counts and shares")]
    pub(crate) fn values(&self, index: usize, values: &mut Vec<f32>) {
        let block = &self.blocks.list[index];
        self.own_values(index, block, values);
        self.place_values(index, block, values);
        let parent = self.tree.elements[block.element].parent();
        let own = self.own[block.element].with(self.own[block.inner]);
        let near = own.with(self.own[parent]).with(self.own[self.tree.elements[parent].parent()]);
        for hints in [own, near, self.around[block.element].with(own)] {
            values.extend((0..Hints::COUNT).map(|index| f32::from(hints.at(index))));
        }
        for offset in NEIGHBOURS {
            match index.checked_add_signed(offset).and_then(|at| self.blocks.list.get(at).map(|block| (at, block))) {
                Some((at, beside)) => {
                    let hints = self.around[beside.element];
                    values.extend([
                        (beside.bytes as f32).ln_1p(),
                        share(beside.linked, beside.bytes),
                        element_kind(self.tree.elements[beside.element].name),
                        f32::from(self.ends[at]),
                        f32::from(hints != hints.only(Hints::OF_ARTICLE)),
                        f32::from(hints.has(Hints::ARTICLE_BODY)),
                        f32::from(self.tree.elements[beside.element].parent() == parent),
                        f32::from(self.signatures[at] == self.signatures[index]),
                    ]);
                }
                None => values.extend([-1.0; 8]),
            }
        }
    }

    #[allow(clippy::cast_precision_loss, reason = "counts and shares")]
    fn own_values(&self, index: usize, block: &Block, values: &mut Vec<f32>) {
        let name = self.tree.elements[block.element].name;
        let mut words = 0_u32;
        let (mut stops, mut commas, mut upper, mut digits) = (0_u32, 0_u32, 0_u32, 0_u32);
        let (mut bar, mut sign) = (false, false);
        let mut first = None;
        let mut last = ' ';
        for character in self.blocks.parts(self.tree, block).flat_map(str::chars) {
            if character.is_whitespace() {
                last = ' ';
                continue;
            }
            if last == ' ' {
                words += 1;
            }
            first = first.or(Some(character));
            match character {
                '.' | '!' | '?' | '。' | '！' | '？' | '।' | '…' => stops += 1,
                ',' | ';' | '、' | '，' | '،' => commas += 1,
                '|' | '›' | '»' | '•' | '·' | '/' => bar = true,
                '©' | '®' | '@' | '#' | '→' | '▶' | '$' | '€' | '£' => sign = true,
                _ if character.is_uppercase() => upper += 1,
                _ if character.is_ascii_digit() => digits += 1,
                _ => {}
            }
            last = character;
        }
        let level = match name {
            Name::H1 => 1.0,
            Name::H2 => 2.0,
            Name::H3 => 3.0,
            Name::H4 => 4.0,
            Name::H5 | Name::H6 => 5.0,
            _ => 0.0,
        };
        let line = (block.bytes <= SHORT_LINE).then(|| {
            self.blocks.parts(self.tree, block).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
        });
        let parts = || self.blocks.parts(self.tree, block);
        values.extend([
            (block.bytes as f32).ln_1p(),
            share(block.linked, block.bytes),
            (words as f32).ln_1p(),
            block.bytes as f32 / words.max(1) as f32,
            stops as f32 / words.max(1) as f32,
            commas as f32 / words.max(1) as f32,
            f32::from(self.ends[index]),
            f32::from(last_character(parts()) == Some(':')),
            upper as f32 / block.bytes.max(1) as f32,
            digits as f32 / block.bytes.max(1) as f32,
            f32::from(first.is_some_and(char::is_lowercase)),
            f32::from(bar),
            f32::from(sign),
            element_kind(name),
            level,
            f32::from(block.broken),
            f32::from(block.hidden),
            f32::from(line.as_deref().is_some_and(|line| furniture(line, false).is_some())),
            f32::from(line.as_deref().is_some_and(is_tail_heading)),
            self.by_key.get(&self.keys[index]).copied().unwrap_or(0).min(5) as f32,
            if self.body.is_empty() { -1.0 } else { contained(parts(), &self.body) },
            f32::from(!self.body.is_empty()),
            if self.description.is_empty() { -1.0 } else { contained(parts(), &self.description) },
            f32::from(self.headline.is_some_and(|at| self.keys[at] == self.keys[index])),
        ]);
    }
}

pub(super) fn share(part: u32, whole: u32) -> f32 {
    #[allow(clippy::cast_precision_loss, reason = "a share")]
    let share = part as f32 / whole.max(1) as f32;
    share
}

fn element_kind(name: Name) -> f32 {
    match name {
        Name::P => 1.0,
        Name::H1 | Name::H2 | Name::H3 | Name::H4 | Name::H5 | Name::H6 => 2.0,
        Name::Li => 3.0,
        Name::Td | Name::Th | Name::Caption => 4.0,
        Name::Blockquote => 5.0,
        Name::Figcaption => 6.0,
        Name::Dd | Name::Dt => 7.0,
        Name::Pre => 8.0,
        Name::Div | Name::Section | Name::Article | Name::Main => 9.0,
        Name::Body | Name::Page | Name::Html => 10.0,
        _ => 0.0,
    }
}
