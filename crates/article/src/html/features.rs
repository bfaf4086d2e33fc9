//! What can be said of a block without understanding its language: its length, its links, the element it stands in and
//! what that is called, and the same of what stands around it.
//!
//! Length and link density tell text from page (Kohlschütter, Fankhauser and Nejdl, WSDM 2010); so does how much of the
//! page's running text the elements around a block hold, and what stands before and after it.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use super::blocks::{Block, Blocks};
use super::hints::Hints;
use super::name::Name;
use super::tree::Tree;
use crate::furniture::{furniture, is_tail_heading};

/// What the page says elsewhere of its article's text, to lay beside its blocks.
#[derive(Debug, Default)]
pub(crate) struct Said<'a> {
    /// The element of the headline.
    pub(crate) headline: Option<usize>,
    /// The headline, if no element of the page has it.
    pub(crate) title: Option<&'a str>,
    /// The description for search engines, often the lead.
    pub(crate) description: Option<&'a str>,
    /// The text in its structured data.
    pub(crate) body: Option<&'a str>,
}

/// Longer blocks are running text and not looked at for what short lines say.
const SHORT_LINE: u32 = 200;

/// The page as a whole, once for all of its blocks.
pub(crate) struct Page<'a> {
    pub(crate) tree: &'a Tree,
    pub(crate) blocks: &'a Blocks,
    /// For each element the bytes of running text, of text, and of text in links that it holds.
    running: Vec<u32>,
    bytes: Vec<u32>,
    linked: Vec<u32>,
    /// Hints of each element by itself, and of all elements around and including it that hold no large part of the page.
    own: Vec<Hints>,
    around: Vec<Hints>,
    /// The element that holds most of the running text, the smallest such.
    pub(crate) core: usize,
    /// The block of the headline.
    pub(crate) headline: Option<usize>,
    /// For each block whether it is running text.
    is_running: Vec<bool>,
    /// A key of the element's names up to three levels for each block, and the running text by such keys.
    signatures: Vec<u64>,
    by_signature: BTreeMap<u64, u32>,
    /// A key of the block's words and how often it stands on the page.
    keys: Vec<u64>,
    by_key: BTreeMap<u64, u32>,
    /// Bytes of running text before each block, and where the nearest running blocks before and after it stand.
    before: Vec<u32>,
    /// Whether each block ends as a sentence does.
    ends: Vec<bool>,
    /// How many running blocks are children of an element.
    running_children: BTreeMap<usize, u32>,
    /// How many blocks each element holds.
    counts: Vec<u32>,
    /// The nearest heading before each block, and whether it heads a list of other articles.
    last_heading: Vec<usize>,
    is_tail_heading: Vec<bool>,
    last_running: Vec<usize>,
    next_running: Vec<usize>,
    /// The first and the last running block in the core.
    core_ends: (usize, usize),
    body: Vec<u64>,
    description: Vec<u64>,
}

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

const LARGE_NUMERATOR: u64 = 5;
const LARGE_DENOMINATOR: u64 = 10;

impl<'a> Page<'a> {
    pub(crate) fn new(tree: &'a Tree, blocks: &'a Blocks, said: &Said<'_>) -> Self {
        let count = tree.elements.len();
        let mut page = Self {
            tree,
            blocks,
            running: vec![0; count],
            bytes: vec![0; count],
            linked: vec![0; count],
            own: vec![Hints::default(); count],
            around: Vec::new(),
            core: 0,
            headline: None,
            is_running: Vec::with_capacity(blocks.list.len()),
            signatures: Vec::with_capacity(blocks.list.len()),
            by_signature: BTreeMap::new(),
            keys: Vec::with_capacity(blocks.list.len()),
            by_key: BTreeMap::new(),
            before: Vec::new(),
            ends: blocks.list.iter().map(|block| ends_sentence(blocks.parts(tree, block))).collect(),
            running_children: BTreeMap::new(),
            counts: vec![0; count],
            last_heading: Vec::new(),
            is_tail_heading: Vec::new(),
            last_running: Vec::new(),
            next_running: Vec::new(),
            core_ends: (0, 0),
            body: said.body.map(shingles).unwrap_or_default(),
            description: said.description.map(shingles).unwrap_or_default(),
        };
        for block in &blocks.list {
            let is_running = block.is_running(tree);
            page.is_running.push(is_running);
            page.counts[block.element] += 1;
            page.bytes[block.element] += block.bytes;
            page.linked[block.element] += block.linked;
            if is_running {
                *page.running_children.entry(tree.elements[block.element].parent()).or_default() += 1;
                page.running[block.element] += block.bytes - block.linked;
            }
        }
        // Elements stand after the ones they are in, so one pass from the end adds up what each holds.
        for at in (1..count).rev() {
            let parent = tree.elements[at].parent();
            page.running[parent] += page.running[at];
            page.counts[parent] += page.counts[at];
            page.bytes[parent] += page.bytes[at];
            page.linked[parent] += page.linked[at];
        }
        page.find_hints();
        page.core = page.smallest_that_holds_most();
        for block in &blocks.list {
            let signature = page.signature(block.element);
            let key = key(blocks.parts(tree, block));
            let running = if block.is_linked() { 0 } else { block.bytes };
            *page.by_signature.entry(signature).or_default() += running;
            *page.by_key.entry(key).or_default() += 1;
            page.signatures.push(signature);
            page.keys.push(key);
        }
        page.headline = page.find_headline(said);
        page.find_order();
        page
    }

    fn find_hints(&mut self) {
        let total = u64::from(self.running[0].max(1));
        for at in 0..self.own.len() {
            let element = &self.tree.elements[at];
            if element.pieces().is_empty() {
                self.around.push(Hints::default());
                continue;
            }
            let own = Hints::of(self.tree, at);
            self.own[at] = own;
            // Layouts are called `has-sidebar` and `menu-open`: what holds much of the page is no furniture.
            let is_large = u64::from(self.running[at]) * LARGE_DENOMINATOR > total * LARGE_NUMERATOR;
            let counted = if is_large { own.only(Hints::OF_ARTICLE) } else { own };
            let outside = if at == 0 { Hints::default() } else { self.around[element.parent()] };
            self.around.push(outside.with(counted));
        }
    }

    /// The element that holds eight tenths of the running text of the one around it, and so on down.
    fn smallest_that_holds_most(&self) -> usize {
        const BAD: [Hints; 5] = [Hints::NAVIGATION, Hints::FOOTER, Hints::COMMENT, Hints::RELATED, Hints::SIDE];
        let count = self.tree.elements.len();
        let is_bad = |at: usize| BAD.iter().any(|&hint| self.around[at].has(hint));
        let marked = (1..count)
            .filter(|&at| {
                (matches!(self.tree.elements[at].name, Name::Article | Name::Main)
                    || self.own[at].has(Hints::ARTICLE_BODY))
                    && self.running[at] * 2 > self.running[0]
            })
            .max_by_key(|&at| (self.running[at], std::cmp::Reverse(at)));
        let mut chosen = marked.unwrap_or(0);
        for at in chosen + 1..count {
            if self.tree.elements[at].parent() == chosen
                && u64::from(self.running[at]) * 10 >= u64::from(self.running[chosen]) * 8
                && self.running[at] > 0
                && !is_bad(at)
            {
                chosen = at;
            }
        }
        chosen
    }

    fn find_order(&mut self) {
        let count = self.blocks.list.len();
        let (mut bytes, mut last) = (0, usize::MAX);
        let (mut heading, mut tail) = (usize::MAX, false);
        for (at, block) in self.blocks.list.iter().enumerate() {
            self.before.push(bytes);
            self.last_running.push(last);
            self.last_heading.push(heading);
            self.is_tail_heading.push(tail);
            if self.tree.elements[block.element].name.is_heading() {
                heading = at;
                tail = is_tail_heading(&self.blocks.parts(self.tree, block).collect::<String>());
            }
            if self.is_running[at] {
                bytes += block.bytes - block.linked;
                last = at;
            }
        }
        self.next_running = vec![usize::MAX; count];
        let mut next = usize::MAX;
        for at in (0..count).rev() {
            self.next_running[at] = next;
            if self.is_running[at] {
                next = at;
            }
        }
        let mut inside =
            (0..count).filter(|&at| self.is_running[at] && self.tree.contains(self.core, self.blocks.list[at].element));
        let first = inside.next().unwrap_or(0);
        self.core_ends = (first, inside.next_back().unwrap_or(first));
    }

    fn running_before(&self, index: usize) -> f32 {
        share(self.before[index], self.running[0])
    }

    /// How many blocks lie between this and the first, or the last, running block of the core; negative before it.
    #[allow(clippy::cast_precision_loss, reason = "a count")]
    fn core_distance(&self, index: usize, first: bool) -> f32 {
        let end = if first { self.core_ends.0 } else { self.core_ends.1 };
        (index as f32 - end as f32).clamp(-60.0, 60.0)
    }

    /// How many blocks away the nearest running block before or after this one is.
    #[allow(clippy::cast_precision_loss, reason = "a count")]
    fn running_distance(&self, index: usize, way: isize) -> f32 {
        let other = if way < 0 { self.last_running[index] } else { self.next_running[index] };
        if other == usize::MAX { 60.0 } else { (index.abs_diff(other) as f32).min(60.0) }
    }

    fn signature(&self, element: usize) -> u64 {
        let mut hasher = Fnv::default();
        let around = self.tree.ancestors(element).take(2);
        for at in std::iter::once(element).chain(around) {
            self.tree.elements[at].name.hash(&mut hasher);
            if let Some(class) = self.tree.attribute(at, super::attribute::Attribute::Class) {
                for byte in class.bytes().filter(|byte| !byte.is_ascii_digit()) {
                    hasher.write_u8(byte);
                }
            }
        }
        hasher.finish()
    }

    /// The block that is the headline: the first in its element, else the one that says the same, else the first `h1`.
    fn find_headline(&self, said: &Said<'_>) -> Option<usize> {
        let list = &self.blocks.list;
        let stands_in = |element: usize| list.iter().position(|block| self.tree.contains(element, block.inner));
        let wanted = said.title.map(|title| key(std::iter::once(title)));
        let is_first = |block: &Block| self.tree.elements[block.element].name == Name::H1 && !block.is_linked();
        said.headline
            .and_then(stands_in)
            .or_else(|| self.keys.iter().position(|key| wanted == Some(*key)))
            .or_else(|| list.iter().position(is_first))
    }

    /// Whether a block is the summary between the headline and the text: called so, or what search engines are told, and
    /// apart from the paragraphs of the text. The first paragraph of a text, however it is dressed, is none.
    pub(crate) fn is_standfirst(&self, index: usize) -> bool {
        const LIKE: f32 = 0.6;
        const SHORTEST: u32 = 30;
        const MOST_BEFORE: usize = 2;
        let block = &self.blocks.list[index];
        let name = self.tree.elements[block.element].name;
        if self.headline.is_none_or(|headline| index <= headline)
            || block.bytes < SHORTEST
            || block.is_linked()
            || matches!(name, Name::H1 | Name::Figcaption)
            || index >= self.core_ends.1
        {
            return false;
        }
        let parent = self.tree.elements[block.element].parent();
        let hints = self.own[block.element].with(self.own[block.inner]).with(self.own[parent]);
        let is_called = hints.has(Hints::LEAD) && !hints.has(Hints::CAPTION) && !hints.has(Hints::BYLINE);
        let is_told = || {
            !self.description.is_empty() && contained(self.blocks.parts(self.tree, block), &self.description) >= LIKE
        };
        if !is_called && !is_told() {
            return false;
        }
        // It is among the first that follow the headline, and the text follows it elsewhere.
        let between =
            (0..index).filter(|&at| self.is_running[at] && self.headline.is_some_and(|headline| at > headline));
        between.count() < MOST_BEFORE
            && self.running_children.get(&parent).copied().unwrap_or(0) <= u32::from(self.is_running[index])
    }

    /// The text of the page, and how much of it is in links, in bytes.
    pub(crate) fn bytes(&self) -> u32 {
        self.bytes[0]
    }

    pub(crate) fn linked(&self) -> u32 {
        self.linked[0]
    }

    /// A key of what the element of a block and those around it are called: the same for blocks of one kind.
    pub(crate) fn signature_of(&self, index: usize) -> u64 {
        self.signatures[index]
    }

    /// Whether a block is running text in a `p`, longer than a short sentence.
    pub(crate) fn is_long_paragraph(&self, index: usize) -> bool {
        let block = &self.blocks.list[index];
        self.tree.elements[block.element].name == Name::P && block.is_long() && !block.is_linked()
    }

    /// The hints of the element a block stands in.
    pub(crate) fn own_hints(&self, block: &Block) -> Hints {
        self.own[block.element].with(self.own[block.inner])
    }

    /// The hints of everything around a block that holds no large part of the page.
    pub(crate) fn hints(&self, block: &Block) -> Hints {
        self.around[block.element]
    }

    /// Whether a block says the same as the headline, and is another.
    pub(crate) fn repeats_headline(&self, index: usize) -> bool {
        self.headline.is_some_and(|headline| headline != index && self.keys[headline] == self.keys[index])
    }

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
            f32::from(parts().next_back_character() == Some(':')),
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

    #[allow(clippy::cast_precision_loss, reason = "counts and shares")]
    fn place_values(&self, index: usize, block: &Block, values: &mut Vec<f32>) {
        let elements = &self.tree.elements;
        let total = self.running[0].max(1);
        let element = block.element;
        let parent = elements[element].parent();
        let grand = elements[parent].parent();
        let around: Vec<usize> = std::iter::once(element).chain(self.tree.ancestors(element)).collect();
        let has = |names: &[Name]| f32::from(around.iter().any(|&at| names.contains(&elements[at].name)));
        let holds = |tenths: u32| {
            around
                .iter()
                .position(|&at| u64::from(self.running[at]) * 10 >= u64::from(total) * u64::from(tenths))
                .unwrap_or(0)
        };
        let (half, most) = (holds(4), holds(8));
        let links = |at: usize| share(self.linked[at], self.bytes[at]);
        let part = |at: usize| share(self.running[at], total);
        let core_levels = around.iter().position(|&at| self.tree.contains(at, self.core)).unwrap_or(0);
        let in_core = self.tree.contains(self.core, element);
        let levels_in = if in_core { around.iter().position(|&at| at == self.core).unwrap_or(0) } else { 0 };
        let signature = self.by_signature.get(&self.signatures[index]).copied().unwrap_or(0);
        let count = self.blocks.list.len().max(1);
        let headline = self.headline.map_or(0.0, |at| index as f32 - at as f32);
        let before = self.running_before(index);
        values.extend([
            around.len() as f32,
            has(&[Name::Ul, Name::Ol, Name::Menu]),
            has(&[Name::Table]),
            has(&[Name::Article]),
            has(&[Name::Main]),
            has(&[Name::Figure]),
            has(&[Name::Form]),
            has(&[Name::Blockquote]),
            part(parent),
            links(parent),
            share(self.running[parent], self.bytes[parent]),
            part(grand),
            links(grand),
            half as f32,
            most as f32,
            links(around[half]),
            links(around[most]),
            share(signature, total),
            share(block.bytes, self.bytes[element]),
            (self.bytes[parent] as f32).ln_1p(),
            f32::from(in_core),
            if in_core { levels_in as f32 } else { -(core_levels as f32) },
            part(self.core),
            self.core_distance(index, true),
            self.core_distance(index, false),
            before,
            1.0 - before,
            index as f32 / count as f32,
        ]);
        self.branch_values(element, values);
        let heading = self.last_heading[index];
        let list = &self.blocks.list;
        values.extend([
            self.counts[parent] as f32,
            share(self.bytes[parent], self.counts[parent]),
            if heading == usize::MAX { 99.0 } else { ((index - heading) as f32).min(99.0) },
            if heading == usize::MAX { -1.0 } else { share(list[heading].linked, list[heading].bytes) },
            if heading == usize::MAX { -1.0 } else { (list[heading].bytes as f32).ln_1p() },
            f32::from(heading != usize::MAX && self.is_tail_heading[index]),
            f32::from(
                heading != usize::MAX && {
                    let hints = self.around[list[heading].element];
                    hints != hints.only(Hints::OF_ARTICLE)
                },
            ),
            f32::from(headline > 0.0),
            headline.clamp(-60.0, 60.0),
            f32::from(self.headline.is_some()),
            self.running_distance(index, -1),
            self.running_distance(index, 1),
            (total as f32).ln_1p(),
            links(0),
            (count as f32).ln_1p(),
        ]);
    }
}

impl Page<'_> {
    /// The part of the page that a block stands in where the way from the page to it leaves the way to the core.
    #[allow(clippy::cast_precision_loss, reason = "counts and shares")]
    fn branch_values(&self, element: usize, values: &mut Vec<f32>) {
        let mut branch = element;
        for at in self.tree.ancestors(element) {
            if self.tree.contains(at, self.core) {
                break;
            }
            branch = at;
        }
        if self.tree.contains(branch, self.core) && branch != self.core {
            branch = self.core;
        }
        values.extend([
            (self.bytes[branch] as f32).ln_1p(),
            share(self.linked[branch], self.bytes[branch]),
            share(self.running[branch], self.bytes[branch]),
            f32::from(branch >= self.tree.elements[self.core].end()),
            (self.counts[branch] as f32).ln_1p(),
            element_kind(self.tree.elements[branch].name),
        ]);
    }
}

trait LastCharacter {
    fn next_back_character(self) -> Option<char>;
}

impl<'a, I: Iterator<Item = &'a str>> LastCharacter for I {
    fn next_back_character(self) -> Option<char> {
        self.filter_map(|part| part.trim_end().chars().next_back()).last()
    }
}

fn share(part: u32, whole: u32) -> f32 {
    #[allow(clippy::cast_precision_loss, reason = "a share")]
    let share = part as f32 / whole.max(1) as f32;
    share
}

fn ends_sentence<'a>(parts: impl Iterator<Item = &'a str>) -> bool {
    parts.filter(|part| !part.trim().is_empty()).last().is_some_and(|part| {
        let end = part.trim_end().trim_end_matches(['"', '”', '’', '\'', ')', '»', ']', '“']);
        end.ends_with(['.', '!', '?', '。', '！', '？', '।', '…'])
    })
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

/// A key of the letters and digits of a text: the same for what reads the same.
fn key<'a>(parts: impl Iterator<Item = &'a str>) -> u64 {
    let mut hasher = Fnv::default();
    for byte in parts.flat_map(str::bytes).filter(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii()) {
        hasher.write_u8(byte.to_ascii_lowercase());
    }
    hasher.finish()
}

/// Keys of all runs of three words, sorted.
fn shingles(text: &str) -> Vec<u64> {
    let mut keys: Vec<u64> = shingles_of(std::iter::once(text)).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn shingles_of<'a>(parts: impl Iterator<Item = &'a str>) -> impl Iterator<Item = u64> {
    let words = parts.flat_map(|part| part.split(|c: char| !c.is_alphanumeric())).filter(|word| !word.is_empty());
    let mut last = [0_u64; 2];
    words
        .map(|word| {
            let mut hasher = Fnv::default();
            for byte in word.bytes() {
                hasher.write_u8(byte.to_ascii_lowercase());
            }
            hasher.finish()
        })
        .map(move |word| {
            let key = last[0].rotate_left(24) ^ last[1].rotate_left(12) ^ word;
            last = [last[1], word];
            key
        })
}

/// The share of the runs of three words that are among `keys`.
#[allow(clippy::cast_precision_loss, reason = "a share")]
fn contained<'a>(parts: impl Iterator<Item = &'a str>, keys: &[u64]) -> f32 {
    let (mut found, mut all) = (0_u32, 0_u32);
    for key in shingles_of(parts).skip(2) {
        all += 1;
        found += u32::from(keys.binary_search(&key).is_ok());
    }
    if all == 0 { 0.0 } else { found as f32 / all as f32 }
}

/// FNV-1a, 64 bits: keys that are the same on every machine.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
