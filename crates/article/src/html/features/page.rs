//! A page as a whole: what all of its blocks are measured by, once for all of them.

use std::collections::BTreeMap;

use super::place::{Place, places, signature};
use super::words::{contained, ends_sentence, key, shingles};
use crate::furniture::is_tail_heading;
use crate::html::blocks::{Block, Blocks};
use crate::html::hints::Hints;
use crate::html::name::Name;
use crate::html::tree::Tree;

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

/// The page as a whole, once for all of its blocks.
pub(crate) struct Page<'a> {
    pub(crate) tree: &'a Tree,
    pub(crate) blocks: &'a Blocks,
    /// For each element the bytes of running text, of text, and of text in links that it holds.
    pub(super) running: Vec<u32>,
    pub(super) bytes: Vec<u32>,
    pub(super) linked: Vec<u32>,
    /// Hints of each element by itself, and of all elements around and including it that hold no large part of the page.
    pub(super) own: Vec<Hints>,
    pub(super) around: Vec<Hints>,
    /// The element that holds most of the running text, the smallest such.
    pub(crate) core: usize,
    /// The block of the headline.
    pub(crate) headline: Option<usize>,
    /// For each block whether it is running text.
    pub(super) is_running: Vec<bool>,
    /// Where each element stands.
    pub(super) places: Vec<Place>,
    /// A key of the element's names up to three levels for each block, and the running text by such keys.
    pub(super) signatures: Vec<u64>,
    pub(super) by_signature: BTreeMap<u64, u32>,
    /// A key of the block's words and how often it stands on the page.
    pub(super) keys: Vec<u64>,
    pub(super) by_key: BTreeMap<u64, u32>,
    /// Bytes of running text before each block, and how many running blocks.
    pub(super) before: Vec<u32>,
    pub(super) running_before: Vec<u32>,
    /// Whether each block ends as a sentence does.
    pub(super) ends: Vec<bool>,
    /// How many running blocks are children of an element.
    pub(super) running_children: BTreeMap<usize, u32>,
    /// How many blocks each element holds.
    pub(super) counts: Vec<u32>,
    /// The nearest heading before each block, and whether it heads a list of other articles.
    pub(super) last_heading: Vec<usize>,
    pub(super) is_tail_heading: Vec<bool>,
    /// The nearest running block before and after each block; `usize::MAX` for none.
    pub(super) last_running: Vec<usize>,
    pub(super) next_running: Vec<usize>,
    /// The first and the last running block in the core.
    pub(super) core_ends: (usize, usize),
    /// Runs of words of the text in structured data, and of the description.
    pub(super) body: Vec<u64>,
    pub(super) description: Vec<u64>,
}

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
            running_before: Vec::new(),
            places: Vec::new(),
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
        page.places = places(tree, page.core, &page.running);
        let mut names = vec![None; count];
        for block in &blocks.list {
            let signature = signature(tree, block.element, &mut names);
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
            let is_large = u64::from(self.running[at]) * 2 > total;
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
        let (mut bytes, mut running, mut last) = (0, 0, usize::MAX);
        let (mut heading, mut tail) = (usize::MAX, false);
        for (at, block) in self.blocks.list.iter().enumerate() {
            self.before.push(bytes);
            self.running_before.push(running);
            self.last_running.push(last);
            self.last_heading.push(heading);
            self.is_tail_heading.push(tail);
            if self.tree.elements[block.element].name.is_heading() {
                heading = at;
                tail = is_tail_heading(&self.blocks.parts(self.tree, block).collect::<String>());
            }
            if self.is_running[at] {
                bytes += block.bytes - block.linked;
                running += 1;
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
        const MOST_BEFORE: u32 = 2;
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
        let above = self.headline.map_or(0, |at| self.running_before[at] + u32::from(self.is_running[at]));
        self.running_before[index] - above < MOST_BEFORE
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
}
