//! A page as a tree, in one pass, with the place of every character.
//!
//! html5gum makes the tokens as the HTML standard says; the tree follows the standard's rules for tags that pages leave
//! out (`p`, `li`, cells and rows, `head`), for what an end tag may close, and no others: formatting elements that
//! overlap are not opened again, and misplaced text in a table stays where it stands. All of it is flat: elements and
//! pieces of text in the order of the page, which nothing walks recursively.

use std::convert::Infallible;
use std::ops::Range;

use coincide_text::{Span, Text, TextBuilder};
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Tokenizer};

use super::attribute::{Attribute, LONGEST_VALUE};
use super::characters::push_decoded;
use super::name::Name;
use super::pausing::Pausing;

/// Elements nest no deeper than in Blink: what is deeper belongs to the element at this depth. It bounds every walk
/// from an element to the page.
const DEEPEST: usize = 512;

/// Elements past this number are not told apart any more; their text is that of the element around them.
const MOST_ELEMENTS: usize = 1 << 20;

/// A page.
pub(crate) struct Tree {
    /// All text of the page outside scripts and styles, in order, over the text that was parsed.
    pub(crate) text: Text,
    /// The elements in the order of their start tags. The first is the page itself.
    pub(crate) elements: Vec<Element>,
    /// Text and the element it stands in, in order.
    pub(crate) pieces: Vec<Piece>,
    /// What stands in `script` elements: the element, and where in the text that was parsed.
    pub(crate) scripts: Vec<(usize, Span)>,
    attributes: Vec<(Attribute, Range<u32>)>,
    values: String,
}

/// An element.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Element {
    pub(crate) name: Name,
    /// Whether the page says that it is not shown.
    pub(crate) hidden: bool,
    parent: u32,
    end: u32,
    first_piece: u32,
    last_piece: u32,
    attributes: u32,
    place: u32,
}

impl Element {
    /// The element it stands in; the page stands in itself.
    pub(crate) const fn parent(&self) -> usize {
        self.parent as usize
    }

    /// One past its last descendant.
    pub(crate) const fn end(&self) -> usize {
        self.end as usize
    }

    /// The pieces of text in it, those of its descendants included.
    pub(crate) const fn pieces(&self) -> Range<usize> {
        self.first_piece as usize..self.last_piece as usize
    }

    /// Where its start tag begins in the text that was parsed.
    pub(crate) const fn place(&self) -> usize {
        self.place as usize
    }
}

/// A stretch of text in one element.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    element: u32,
    start: u32,
    end: u32,
}

impl Piece {
    pub(crate) const fn element(&self) -> usize {
        self.element as usize
    }

    /// Where it stands in [`Tree::text`].
    pub(crate) const fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// What one meets on a walk through a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// The element begins.
    Open(usize),
    /// The element ends.
    Close(usize),
    /// The piece of text.
    Piece(usize),
}

impl Tree {
    /// Parses the page at `span` of `text`. The tree's text begins with the first `kept` bytes of `text` as they are.
    pub(crate) fn parse(text: &Text, span: Span, kept: usize) -> Self {
        let source = span.of(text.as_str());
        let mut tree = Self {
            text: Text::default(),
            elements: Vec::new(),
            pieces: Vec::new(),
            scripts: Vec::new(),
            attributes: Vec::new(),
            values: String::new(),
        };
        let mut builder = TextBuilder::over(text);
        builder.push_same(Span::new(0, kept).of(text.as_str()), 0);
        let mut reader = Reader {
            source,
            offset: span.start,
            tree: &mut tree,
            builder,
            open: Vec::new(),
            last_open: [NONE; Name::COUNT],
            attribute: None,
            tag: NONE,
            tag_name: Name::Other,
            after_block: true,
        };
        reader.push(Name::Page, 0);
        let callback = |event: CallbackEvent<'_>, span: html5gum::Span<usize>| -> Option<Infallible> {
            reader.event(&event, Span::new(span.start, span.end));
            None
        };
        let mut emitter = CallbackEmitter::new(callback);
        emitter.naively_switch_states(true);
        // There are no tokens, since the emitter calls back; there are stops of the reader, after which it goes on.
        Tokenizer::new_with_emitter(Pausing::new(source), Lenient(emitter)).for_each(drop);
        while !reader.open.is_empty() {
            reader.pop();
        }
        let text = reader.builder.finish();
        tree.text = text;
        tree
    }

    /// The value of an attribute of an element: the first, decoded.
    pub(crate) fn attribute(&self, element: usize, wanted: Attribute) -> Option<&str> {
        let (_, value) = self.attributes_of(element).iter().find(|(attribute, _)| *attribute == wanted)?;
        self.values.get(value.start as usize..value.end as usize)
    }

    /// The attributes of an element that are kept, in the order written.
    pub(crate) fn attributes(&self, element: usize) -> impl Iterator<Item = (Attribute, &str)> {
        self.attributes_of(element).iter().map(|(attribute, value)| {
            (*attribute, self.values.get(value.start as usize..value.end as usize).unwrap_or_default())
        })
    }

    fn attributes_of(&self, element: usize) -> &[(Attribute, Range<u32>)] {
        let start = self.elements[element].attributes as usize;
        let end = self.elements.get(element + 1).map_or(self.attributes.len(), |next| next.attributes as usize);
        self.attributes.get(start..end).unwrap_or_default()
    }

    /// The elements inside an element.
    pub(crate) fn descendants(&self, element: usize) -> Range<usize> {
        element + 1..self.elements[element].end()
    }

    /// The elements around an element, the nearest first, the page last.
    pub(crate) fn ancestors(&self, element: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(element), |&at| (at > 0).then(|| self.elements[at].parent())).skip(1)
    }

    /// The nearest block-level element around an element.
    pub(crate) fn nearest_block(&self, element: usize) -> usize {
        self.ancestors(element).find(|&at| self.elements[at].name.is_block()).unwrap_or(0)
    }

    /// Whether `inner` is `outer` or stands in it.
    pub(crate) fn contains(&self, outer: usize, inner: usize) -> bool {
        outer <= inner && inner < self.elements[outer].end()
    }

    /// The text of an element with its descendants', white space made single blanks. Texts of scripts and styles are
    /// no part of it; those of blocks are set apart by a blank.
    pub(crate) fn words(&self, element: usize) -> String {
        let mut words = String::new();
        let mut last = element;
        for piece in &self.pieces[self.elements[element].pieces()] {
            if piece.element() != last {
                let is_block = |at: usize| self.elements[at].name.is_block();
                if is_block(last) || is_block(piece.element()) {
                    words.push(' ');
                }
                last = piece.element();
            }
            words.push_str(self.text.slice(piece.span()));
        }
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The page from its beginning to its end.
    pub(crate) fn events(&self) -> impl Iterator<Item = Event> {
        let (mut next, mut piece) = (0, 0);
        let mut open: Vec<usize> = Vec::new();
        std::iter::from_fn(move || {
            let ending = open.last().copied().filter(|&top| self.elements[top].end() <= next);
            let until = match (ending, self.elements.get(next)) {
                (Some(top), _) => self.elements[top].last_piece,
                (None, Some(element)) => element.first_piece,
                (None, None) => return None,
            };
            if piece < until as usize {
                piece += 1;
                return Some(Event::Piece(piece - 1));
            }
            if let Some(top) = ending {
                open.pop();
                return Some(Event::Close(top));
            }
            open.push(next);
            next += 1;
            Some(Event::Open(next - 1))
        })
    }
}

/// An emitter that is told of no errors: the tokeniser then looks for none, which takes it a seventh of its time.
struct Lenient<E>(E);

impl<E: Emitter> ForwardingEmitter for Lenient<E> {
    type Token = E::Token;

    fn inner(&mut self) -> &mut impl Emitter<Token = Self::Token> {
        &mut self.0
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }
}

const NONE: u32 = u32::MAX;

/// An open element.
struct Open {
    name: Name,
    element: u32,
    /// The nearest open element below it that has the same name, as a place in `Reader::open`.
    same_name: u32,
    /// The nearest open element, itself included, that bounds what an end tag reaches.
    scope: u32,
}

struct Reader<'a> {
    source: &'a str,
    offset: usize,
    tree: &'a mut Tree,
    builder: TextBuilder,
    open: Vec<Open>,
    /// For each name the last open element that has it, as a place in `open`.
    last_open: [u32; Name::COUNT],
    /// The attribute whose value comes next.
    attribute: Option<Attribute>,
    /// The element of the tag that is being read.
    tag: u32,
    tag_name: Name,
    /// Whether no text came since the last block began or ended.
    after_block: bool,
}

impl Reader<'_> {
    fn event(&mut self, event: &CallbackEvent<'_>, span: Span) {
        match event {
            CallbackEvent::OpenStartTag { name } => self.start(name, span.start),
            CallbackEvent::AttributeName { name } => self.attribute_name(name),
            CallbackEvent::AttributeValue { value } => self.attribute_value(value),
            CallbackEvent::CloseStartTag { self_closing } => self.started(*self_closing, span.end),
            CallbackEvent::EndTag { name } => self.end(name),
            CallbackEvent::String { value } => self.characters(value, span),
            _ => {}
        }
    }

    fn start(&mut self, name: &[u8], at: usize) {
        self.tag = NONE;
        self.attribute = None;
        let known = Name::of(name);
        self.tag_name = known;
        if matches!(known, Name::Html | Name::Body) && self.last_open[known as usize] != NONE {
            return;
        }
        self.imply_ends(known);
        self.after_block |= known.is_block();
        if self.tree.elements.len() >= MOST_ELEMENTS {
            return;
        }
        self.tag = self.push(known, at);
        if known == Name::Other {
            self.keep(Attribute::Element, name);
        }
    }

    /// Ends what the start of an element of this name ends without an end tag.
    fn imply_ends(&mut self, name: Name) {
        use Name::{
            Body, Dd, Dl, Dt, Head, Html, Li, Menu, Ol, Optgroup, Option, P, Table, Tbody, Td, Tfoot, Th, Thead, Tr, Ul,
        };
        if self.last_open[Head as usize] != NONE && !name.is_of_head() {
            self.close(Head);
        }
        if name.ends_paragraph() && self.in_scope(P, &[Name::Button]) {
            self.close(P);
        }
        match name {
            Li if self.in_scope(Li, &[Ul, Ol, Menu]) => self.close(Li),
            Dd | Dt => {
                for open in [Dd, Dt] {
                    if self.in_scope(open, &[Dl]) {
                        self.close(open);
                    }
                }
            }
            Td | Th => self.close_inside(&[Td, Th], &[Table, Tr]),
            Tr => self.close_inside(&[Td, Th, Tr], &[Table]),
            Tbody | Thead | Tfoot => self.close_inside(&[Td, Th, Tr, Tbody, Thead, Tfoot], &[Table]),
            Option | Optgroup if self.top() == Some(Option) => self.pop(),
            Body => {
                while self.open.last().is_some_and(|open| !matches!(open.name, Html | Name::Page)) {
                    self.pop();
                }
            }
            Name::A if self.top() == Some(Name::A) => self.pop(),
            _ if name.is_heading() && self.top().is_some_and(Name::is_heading) => self.pop(),
            _ => {}
        }
    }

    fn top(&self) -> Option<Name> {
        self.open.last().map(|open| open.name)
    }

    /// Whether an element of this name is open and no element that bounds a scope, nor one of `also`, is open inside.
    fn in_scope(&self, name: Name, also: &[Name]) -> bool {
        let found = self.last_open[name as usize];
        let scope = self.open.last().map_or(NONE, |open| open.scope);
        let bounded = |bound: u32| bound != NONE && bound > found;
        found != NONE && !bounded(scope) && !also.iter().any(|&name| bounded(self.last_open[name as usize]))
    }

    /// Ends the outermost of the open elements of these `names` that stand inside the nearest of `bounds`.
    fn close_inside(&mut self, names: &[Name], bounds: &[Name]) {
        let last = |name: &Name| self.last_open[*name as usize];
        let Some(bound) = bounds.iter().map(last).filter(|&at| at != NONE).max() else { return };
        let outermost = names.iter().map(last).filter(|&at| at != NONE && at > bound).min();
        if let Some(outermost) = outermost {
            while self.open.len() > outermost as usize {
                self.pop();
            }
        }
    }

    fn push(&mut self, name: Name, at: usize) -> u32 {
        let element = small(self.tree.elements.len());
        let parent = self.open.last().map_or(0, |open| open.element);
        let piece = small(self.tree.pieces.len());
        self.tree.elements.push(Element {
            name,
            hidden: false,
            parent,
            end: element + 1,
            first_piece: piece,
            last_piece: piece,
            attributes: small(self.tree.attributes.len()),
            place: small(self.offset + at),
        });
        if !name.is_void() && self.open.len() < DEEPEST {
            let index = small(self.open.len());
            let scope = if name.is_scope() { index } else { self.open.last().map_or(index, |open| open.scope) };
            let same_name = std::mem::replace(&mut self.last_open[name as usize], index);
            self.open.push(Open { name, element, same_name, scope });
        }
        element
    }

    fn attribute_name(&mut self, name: &[u8]) {
        self.attribute = Attribute::of(name);
        if let Some(attribute) = self.attribute.filter(|attribute| attribute.is_flag()) {
            self.keep(attribute, b"");
        }
    }

    fn attribute_value(&mut self, value: &[u8]) {
        if let Some(attribute) = self.attribute.take() {
            self.keep(attribute, value);
        }
    }

    fn keep(&mut self, attribute: Attribute, value: &[u8]) {
        let Some(element) = self.tree.elements.get_mut(self.tag as usize) else { return };
        if attribute.hides(value) {
            element.hidden = true;
        }
        let from = element.attributes as usize;
        let again = self.tree.attributes[from..].iter().any(|(known, _)| *known == attribute);
        if again || attribute.is_flag() || value.len() > LONGEST_VALUE {
            return;
        }
        let start = small(self.tree.values.len());
        self.tree.values.push_str(&String::from_utf8_lossy(value));
        self.tree.attributes.push((attribute, start..small(self.tree.values.len())));
    }

    /// The start tag is complete.
    fn started(&mut self, self_closing: bool, end: usize) {
        if self.tag_name == Name::Br {
            let tag = self.tree.elements.get(self.tag as usize).map_or(end, |element| element.place() - self.offset);
            let start = self.builder.len();
            self.builder.push_for(" ", Span::new(self.offset + tag, self.offset + end));
            if self.tag != NONE {
                self.add_piece(self.tag, start);
                if let Some(element) = self.tree.elements.get_mut(self.tag as usize) {
                    element.last_piece += 1;
                }
            }
        }
        // Only in a drawing, or where XML is meant, does the slash end an element.
        if self_closing && self.tag_name == Name::Other && self.open.last().is_some_and(|open| open.element == self.tag)
        {
            self.pop();
        }
        self.tag = NONE;
    }

    fn end(&mut self, name: &[u8]) {
        let known = Name::of(name);
        self.after_block |= known.is_block();
        let found = self.last_open[known as usize];
        let reaches = match known {
            Name::Other => return self.end_other(name),
            Name::Html | Name::Body | Name::Page => false,
            Name::Table | Name::Template | Name::Object => found != NONE,
            Name::Caption | Name::Tbody | Name::Td | Name::Tfoot | Name::Th | Name::Thead | Name::Tr => {
                found != NONE && !self.bounded_by_table(known)
            }
            Name::Li => self.in_scope(known, &[Name::Ul, Name::Ol, Name::Menu]),
            _ if known.is_phrasing() => {
                // A phrase is not ended from inside a block that stands in it.
                let is_phrasing = |open: &&Open| open.name.is_phrasing() || open.name == Name::Other;
                let inner = self.open.iter().rev().take_while(is_phrasing).count();
                found != NONE && found as usize >= self.open.len() - inner
            }
            _ => self.in_scope(known, &[]),
        };
        if reaches {
            self.close(known);
        }
    }

    /// Whether a table began inside the last open element of this name.
    fn bounded_by_table(&self, name: Name) -> bool {
        let table = self.last_open[Name::Table as usize];
        table != NONE && table > self.last_open[name as usize]
    }

    /// An end tag of a name that HTML does not know: it ends the element of this name if that is near.
    fn end_other(&mut self, name: &[u8]) {
        const NEAR: usize = 64;
        let text = String::from_utf8_lossy(name);
        let found = self.open.iter().rev().take(NEAR).position(|open| {
            open.name == Name::Other
                && self.tree.attribute(open.element as usize, Attribute::Element) == Some(text.as_ref())
        });
        for _ in 0..found.map_or(0, |found| found + 1) {
            self.pop();
        }
    }

    /// Ends the last open element of this name and all in it.
    fn close(&mut self, name: Name) {
        let found = self.last_open[name as usize];
        while found != NONE && self.open.len() > found as usize {
            self.pop();
        }
    }

    fn pop(&mut self) {
        let Some(open) = self.open.pop() else { return };
        self.last_open[open.name as usize] = open.same_name;
        self.after_block |= open.name.is_block();
        let (end, last_piece) = (small(self.tree.elements.len()), small(self.tree.pieces.len()));
        if let Some(element) = self.tree.elements.get_mut(open.element as usize) {
            element.end = end;
            element.last_piece = last_piece;
        }
    }

    fn characters(&mut self, value: &[u8], span: Span) {
        let Some(open) = self.open.last() else { return };
        let (name, element) = (open.name, open.element);
        match name {
            Name::Script => {
                let place = Span::new(self.offset + span.start, self.offset + span.end);
                return self.tree.scripts.push((element as usize, place));
            }
            Name::Style | Name::Noscript | Name::Iframe | Name::Noembed | Name::Textarea => return,
            _ => {}
        }
        // What only indents the tags of blocks is no text.
        let blank = value.iter().all(u8::is_ascii_whitespace);
        if blank && self.after_block {
            return;
        }
        self.after_block &= blank;
        let start = self.builder.len();
        push_decoded(
            &mut self.builder,
            &String::from_utf8_lossy(value),
            span.of(self.source),
            self.offset + span.start,
        );
        self.add_piece(element, start);
    }

    fn add_piece(&mut self, element: u32, start: usize) {
        self.tree.pieces.push(Piece { element, start: small(start), end: small(self.builder.len()) });
    }
}

/// Inputs are shorter than 4 GiB, see [`crate::LARGEST_INPUT`].
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX - 1)
}

#[cfg(test)]
mod tests;
