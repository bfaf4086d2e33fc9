//! The lines of a page: text without a break, each in the block-level element it stands in.

use std::ops::Range;

use coincide_text::Span;

use super::name::Name;
use super::tree::{Event, Tree};

/// A block with more than half of its characters in links is a list of links, not text.
const LINK_SHARE: u32 = 2;

/// A block of at least this many bytes can be running text by its length alone.
const RUNNING_TEXT: u32 = 80;

/// A paragraph by its element is running text if it has as many bytes as a short sentence.
const SHORT_SENTENCE: u32 = 30;

/// A stretch of text without a break.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    /// The block-level element it stands in.
    pub(crate) element: usize,
    /// The innermost element that all of it stands in, a link say.
    pub(crate) inner: usize,
    /// Bytes that are not white space, and how many of them are in links.
    pub(crate) bytes: u32,
    pub(crate) linked: u32,
    /// Whether two line breaks set it apart.
    pub(crate) broken: bool,
    /// Whether an element around it is not shown.
    pub(crate) hidden: bool,
    spans: Range<u32>,
}

impl Block {
    /// Whether more than half of it is in links.
    pub(crate) const fn is_linked(&self) -> bool {
        self.linked * LINK_SHARE > self.bytes
    }

    /// Whether it can be running text by its length alone.
    pub(crate) const fn is_long(&self) -> bool {
        self.bytes >= RUNNING_TEXT
    }

    /// Whether it reads as running text: in an element made for it, or long, and not made of links.
    pub(crate) fn is_running(&self, tree: &Tree) -> bool {
        let in_paragraph = || matches!(tree.elements[self.element].name, Name::P | Name::Blockquote | Name::Pre);
        !self.is_linked()
            && (self.bytes >= RUNNING_TEXT || self.bytes >= SHORT_SENTENCE && (self.broken || in_paragraph()))
    }
}

/// The blocks of a page in their order.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    pub(crate) list: Vec<Block>,
    spans: Vec<Span>,
}

impl Blocks {
    /// Takes the blocks of a page. What is in controls, scripts, drawings and the head is in none.
    pub(crate) fn of(tree: &Tree) -> Self {
        let mut reader = Reader {
            tree,
            blocks: Self::default(),
            current: None,
            silent: 0,
            links: 0,
            hidden: 0,
            breaks: 0,
            element: 0,
        };
        for event in tree.events() {
            reader.event(event);
        }
        reader.close(0);
        reader.blocks
    }

    /// The parts of a block in the tree's text; between two of them stands something that is no text.
    pub(crate) fn spans(&self, block: &Block) -> &[Span] {
        self.spans.get(block.spans.start as usize..block.spans.end as usize).unwrap_or_default()
    }

    /// The parts of a block as text.
    pub(crate) fn parts<'a>(&'a self, tree: &'a Tree, block: &Block) -> impl Iterator<Item = &'a str> + Clone {
        self.spans(block).iter().map(|span| tree.text.slice(*span))
    }
}

struct Reader<'a> {
    tree: &'a Tree,
    blocks: Blocks,
    current: Option<Block>,
    /// How many open elements are silent, are links, are hidden.
    silent: u32,
    links: u32,
    hidden: u32,
    /// Line breaks since the last text.
    breaks: u32,
    /// The block-level element that is open.
    element: usize,
}

impl Reader<'_> {
    fn event(&mut self, event: Event) {
        match event {
            Event::Open(at) => {
                let element = &self.tree.elements[at];
                if element.name.is_block() {
                    self.close(at);
                }
                self.count(at, 1);
            }
            Event::Close(at) => {
                let element = &self.tree.elements[at];
                if element.name.is_block() {
                    self.close(self.tree.nearest_block(at));
                }
                self.count(at, -1);
            }
            Event::Piece(at) if self.silent == 0 => self.piece(at),
            Event::Piece(_) => {}
        }
    }

    fn count(&mut self, at: usize, change: i32) {
        let element = &self.tree.elements[at];
        for (count, counts) in [
            (&mut self.silent, element.name.is_silent()),
            (&mut self.links, element.name == Name::A),
            (&mut self.hidden, element.hidden),
        ] {
            if counts {
                *count = count.saturating_add_signed(change);
            }
        }
    }

    fn piece(&mut self, at: usize) {
        let piece = &self.tree.pieces[at];
        let span = piece.span();
        if self.tree.elements[piece.element()].name == Name::Br {
            self.breaks += 1;
            if self.breaks >= 2 {
                self.close(self.element);
            }
        }
        let visible = self.tree.text.slice(span).bytes().filter(|byte| !byte.is_ascii_whitespace()).count();
        let visible = u32::try_from(visible).unwrap_or(u32::MAX);
        if visible == 0 && self.current.is_none() {
            return;
        }
        let broken = self.breaks >= 2;
        if visible > 0 {
            self.breaks = 0;
        }
        let from = u32::try_from(self.blocks.spans.len()).unwrap_or(u32::MAX);
        let block = self.current.get_or_insert_with(|| Block {
            element: self.element,
            inner: piece.element(),
            bytes: 0,
            linked: 0,
            broken,
            hidden: self.hidden > 0,
            spans: from..from,
        });
        if visible > 0 && !self.tree.contains(block.inner, piece.element()) {
            block.inner = self.element;
        }
        block.bytes = block.bytes.saturating_add(visible);
        block.linked = block.linked.saturating_add(if self.links > 0 { visible } else { 0 });
        match self.blocks.spans.last_mut().filter(|last| from > block.spans.start && last.end == span.start) {
            Some(last) => last.end = span.end,
            None => {
                self.blocks.spans.push(span);
                block.spans.end = from + 1;
            }
        }
    }

    /// Ends the block that is open; `element` is the element whose text comes next.
    fn close(&mut self, element: usize) {
        if let Some(mut block) = self.current.take() {
            block.broken |= self.breaks >= 2;
            self.blocks.list.push(block);
        }
        self.element = element;
        self.breaks = 0;
    }
}
