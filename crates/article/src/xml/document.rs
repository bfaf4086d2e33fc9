use coincide_text::{Span, Text, TextBuilder};
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::escape::{reference, unescaped};

/// Elements past this number are left out: fifty thousand entries, as many as a sitemap may have, of a dozen each.
const MOST_ELEMENTS: usize = 50_000 * 12;

/// An XML document taken apart: its elements in document order, and every stretch of characters with its place.
///
/// It is read leniently, as feeds need it: end tags need not fit, and what breaks the document ends it there. Entities
/// that the document declares itself are never expanded. Nothing recurses, so elements may nest as deep as they like.
pub(super) struct Document<'a> {
    pub(super) text: &'a Text,
    elements: Vec<Element<'a>>,
    pieces: Vec<Piece>,
    /// Where the document breaks its rules, and how.
    pub(super) broken: Option<(usize, String)>,
    /// How many elements there are beyond those that are kept.
    pub(super) left_out: usize,
}

/// An element of a document. `'a` is that of the document's text.
pub(super) struct Element<'a> {
    /// Its name with its prefix, as it is written.
    name: &'a str,
    /// The rest of its start tag.
    attributes: &'a str,
    pub(super) parent: usize,
    /// One past its last descendant.
    end: usize,
    /// What stands between its tags, in the document's text.
    pub(super) inner: Span,
    /// The pieces in it, descendants included.
    pieces: (usize, usize),
}

/// Characters of a document.
#[derive(Clone, Copy)]
struct Piece {
    span: Span,
    /// Whether they are `&name;`, without which the two marks are part of the span.
    is_reference: bool,
}

impl<'a> Document<'a> {
    /// Takes `text` apart.
    pub(super) fn parse(text: &'a Text) -> Self {
        let source = text.as_str();
        let mut document = Self { text, elements: Vec::new(), pieces: Vec::new(), broken: None, left_out: 0 };
        let mut reader = Reader::from_str(source);
        let config = reader.config_mut();
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        config.check_end_names = false;
        let mut open: Vec<usize> = Vec::new();
        let mut start = 0;
        loop {
            let event = reader.read_event();
            let end = usize::try_from(reader.buffer_position()).unwrap_or(source.len()).min(source.len());
            let tag = Span::new(start, end);
            match event {
                Err(error) => {
                    let at = usize::try_from(reader.error_position()).unwrap_or(start).min(source.len());
                    document.broken = Some((at, error.to_string()));
                    break;
                }
                Ok(Event::Eof) => break,
                // What is left out is counted, and nothing of it closes what is kept.
                Ok(Event::Start(_) | Event::Empty(_)) if document.elements.len() == MOST_ELEMENTS => {
                    document.left_out += 1;
                }
                Ok(_) if document.left_out > 0 => {}
                Ok(Event::Start(_)) => open.push(document.open(tag, &open, 1)),
                Ok(Event::Empty(_)) => {
                    document.open(tag, &open, 2);
                }
                Ok(Event::End(name)) => document.close(&mut open, name.name().as_ref(), tag.start),
                Ok(Event::Text(_)) => document.pieces.push(Piece { span: tag, is_reference: false }),
                Ok(Event::CData(_)) => {
                    let span = Span::new(start + "<![CDATA[".len(), end - "]]>".len());
                    document.pieces.push(Piece { span, is_reference: false });
                }
                Ok(Event::GeneralRef(_)) => document.pieces.push(Piece { span: tag, is_reference: true }),
                Ok(_) => {}
            }
            // What is open where the rest is left out ends there.
            if document.left_out == 0 {
                start = end;
            }
        }
        while let Some(index) = open.pop() {
            document.end(index, start);
        }
        document
    }

    /// Adds an element with this start tag, of which `closing` bytes at the end belong to the mark.
    fn open(&mut self, tag: Span, open: &[usize], closing: usize) -> usize {
        let inside =
            Span::new(tag.start + 1, tag.end.saturating_sub(closing).max(tag.start + 1)).of(self.text.as_str());
        let (name, attributes) =
            inside.split_at(inside.find(|c: char| c.is_ascii_whitespace()).unwrap_or(inside.len()));
        self.elements.push(Element {
            name,
            attributes,
            parent: open.last().copied().unwrap_or_default(),
            end: self.elements.len() + 1,
            inner: Span::new(tag.end, tag.end),
            pieces: (self.pieces.len(), self.pieces.len()),
        });
        self.elements.len() - 1
    }

    /// Closes the innermost open element of this name, and those in it. An end tag of none is passed over.
    fn close(&mut self, open: &mut Vec<usize>, name: &str, at: usize) {
        // Documents nest a little; a stray end tag in a deep one must not cost its depth.
        let Some(found) = open.iter().rev().take(64).position(|&index| self.elements[index].name == name) else {
            return;
        };
        for index in open.drain(open.len() - found - 1..) {
            self.end(index, at);
        }
    }

    fn end(&mut self, index: usize, at: usize) {
        let (end, pieces) = (self.elements.len(), self.pieces.len());
        let element = &mut self.elements[index];
        element.end = end;
        element.inner.end = at.max(element.inner.start);
        element.pieces.1 = pieces;
    }

    pub(super) fn element(&self, index: usize) -> &Element<'a> {
        &self.elements[index]
    }

    pub(super) fn is_empty(&self) -> bool {
        self.elements.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.elements.len()
    }

    /// The children of an element.
    pub(super) fn children(&self, index: usize) -> impl Iterator<Item = usize> {
        let (mut at, end) = (index + 1, self.elements.get(index).map_or(0, |element| element.end));
        std::iter::from_fn(move || {
            let child = (at < end).then_some(at)?;
            at = self.elements[child].end;
            Some(child)
        })
    }

    /// All elements in an element.
    pub(super) fn descendants(&self, index: usize) -> std::ops::Range<usize> {
        index + 1..self.elements.get(index).map_or(index + 1, |element| element.end)
    }

    /// The first child of this name, prefix included.
    pub(super) fn child(&self, index: usize, name: &str) -> Option<usize> {
        self.children(index).find(|&child| self.elements[child].name == name)
    }

    /// The first element in `index` of this name, whatever its prefix.
    pub(super) fn find(&self, index: usize, name: &str) -> Option<usize> {
        self.descendants(index).find(|&found| self.elements[found].local() == name)
    }

    /// Adds the characters in an element to `builder`, which stands over the document's text.
    pub(super) fn push(&self, builder: &mut TextBuilder, index: usize) {
        let (from, to) = self.elements[index].pieces;
        for piece in &self.pieces[from..to] {
            let raw = piece.span.of(self.text.as_str());
            if piece.is_reference {
                builder.push_for(&reference(raw).unwrap_or_else(|| raw.to_owned()), piece.span);
            } else {
                builder.push_same(raw, piece.span.start);
            }
        }
    }

    /// The characters in an element.
    pub(super) fn characters(&self, index: usize) -> String {
        let mut builder = TextBuilder::new();
        self.push(&mut builder, index);
        builder.as_str().to_owned()
    }

    /// The characters in an element, white space made single blanks; nothing if there are none.
    pub(super) fn words(&self, index: usize) -> Option<String> {
        let characters = self.characters(index);
        let words = characters.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(words).filter(|words| !words.is_empty())
    }

    /// Whether an element has characters in it that are not white space.
    pub(super) fn has_words(&self, index: usize) -> bool {
        let (from, to) = self.elements[index].pieces;
        let blank = |piece: &Piece| piece.span.of(self.text.as_str()).chars().all(char::is_whitespace);
        !self.pieces[from..to].iter().all(blank)
    }
}

impl<'a> Element<'a> {
    /// Its name with its prefix.
    pub(super) fn name(&self) -> &'a str {
        self.name
    }

    /// Its name without a prefix.
    pub(super) fn local(&self) -> &'a str {
        self.name.rsplit_once(':').map_or(self.name, |(_, local)| local)
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = quick_xml::events::attributes::Attributes::new(self.attributes, 0);
        let found = attributes.with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == name)?;
        Some(unescaped(&found.value)).filter(|value| !value.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_and_characters_keep_their_places() {
        let source = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'boom'>]><a><b k='1 &amp; 2'>x &lt; y<![CDATA[ <z> ]]>&#233;</b>&x;<c/>& &nbsp;</a>";
        let text = Text::identical(source, 0);
        let document = Document::parse(&text);
        assert!(document.broken.is_none());
        let names: Vec<&str> = (0..document.len()).map(|index| document.element(index).name()).collect();
        assert_eq!(names, ["a", "b", "c"]);
        assert_eq!(document.children(0).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(document.element(1).attribute("k").as_deref(), Some("1 & 2"));
        assert_eq!(document.characters(1), "x < y <z> é");
        assert_eq!(document.characters(0), "x < y <z> é&x;& \u{a0}");
        let mut builder = TextBuilder::over(&text);
        document.push(&mut builder, 1);
        let read = builder.finish();
        for (piece, below) in [("<", "&lt;"), ("<z>", "<z>"), ("é", "&#233;")] {
            let at = read.as_str().rfind(piece).unwrap();
            let at = if piece == "<" { read.as_str().find(piece).unwrap() } else { at };
            assert_eq!(read.source(Span::new(at, at + piece.len())).unwrap().of(source), below);
        }
        assert_eq!(document.element(1).inner.of(source), "x &lt; y<![CDATA[ <z> ]]>&#233;");
    }

    #[test]
    fn broken_documents_are_read_up_to_the_break() {
        for (source, names, broken) in [
            ("<a><b>x</c></b><d>y</a>", vec!["a", "b", "d"], false),
            ("<a><b>x", vec!["a", "b"], false),
            ("<a><b>x</b><c", vec!["a", "b"], true),
            ("</a>", vec![], false),
            ("", vec![], false),
        ] {
            let text = Text::identical(source, 0);
            let document = Document::parse(&text);
            let found: Vec<&str> = (0..document.len()).map(|index| document.element(index).name()).collect();
            assert_eq!((found, document.broken.is_some()), (names, broken), "{source}");
        }
    }

    #[test]
    fn deep_and_wide_documents_are_read() {
        let deep = format!("{}x{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
        let text = Text::identical(deep, 0);
        assert_eq!(Document::parse(&text).len(), 100_000);
        let deeper = format!("<a>x{}{}</a>", "<b>".repeat(MOST_ELEMENTS), "</b>".repeat(MOST_ELEMENTS));
        let text = Text::identical(deeper, 0);
        let document = Document::parse(&text);
        assert_eq!((document.len(), document.left_out, document.characters(0).as_str()), (MOST_ELEMENTS, 1, "x"));
        let strays = format!("{}{}", "<a>".repeat(50_000), "</b>".repeat(50_000));
        let text = Text::identical(strays, 0);
        assert_eq!(Document::parse(&text).len(), 50_000);
        let wide = format!("<a {}>x</a>", (0..50_000).map(|index| format!("k{index}='1' ")).collect::<String>());
        let text = Text::identical(wide, 0);
        assert_eq!(Document::parse(&text).element(0).attribute("k49999").as_deref(), Some("1"));
    }
}
