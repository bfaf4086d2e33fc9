//! Markdown to blocks, its marks taken away with every character left at its place.

use coincide_text::{Span, Text, TextBuilder};
use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use crate::date::parse_date;
use crate::facts::Facts;
use crate::manuscript::{Block, Manuscript};
use crate::{DateSource, ParagraphKind, Published, stripped};

/// Reads Markdown (CommonMark with strikethrough, tables and YAML front matter). Code, comments, HTML and pictures are
/// left out; a link leaves its words.
pub(crate) fn read(text: &Text, span: Span, as_draft: bool) -> Manuscript {
    let source = span.of(text.as_str());
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = Reader::new(text, source, span.start);
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        reader.event(event, Span::from(range));
    }
    reader.close();
    let mut manuscript = Manuscript {
        text: reader.builder.finish(),
        blocks: reader.blocks,
        facts: reader.facts,
        ..Manuscript::default()
    };
    if as_draft {
        stripped::mark_up(&mut manuscript);
    } else {
        stripped::edit(&mut manuscript, stripped::Layout::Elements);
    }
    manuscript
}

struct Reader<'a> {
    source: &'a str,
    offset: usize,
    builder: TextBuilder,
    blocks: Vec<Block>,
    facts: Facts,
    start: usize,
    kind: ParagraphKind,
    /// How many lists and quotations are open.
    lists: usize,
    quotes: usize,
    /// How many open elements hide their text.
    silent: usize,
    in_front_matter: bool,
}

impl<'a> Reader<'a> {
    fn new(text: &Text, source: &'a str, offset: usize) -> Self {
        Self {
            source,
            offset,
            builder: TextBuilder::over(text),
            blocks: Vec::new(),
            facts: Facts::default(),
            start: 0,
            kind: ParagraphKind::Body,
            lists: 0,
            quotes: 0,
            silent: 0,
            in_front_matter: false,
        }
    }

    fn event(&mut self, event: Event<'_>, range: Span) {
        match event {
            Event::Start(tag) => self.open(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) if self.in_front_matter => self.facts = front_matter(&words),
            Event::Text(words) if self.silent == 0 => self.push(&words, range),
            Event::Code(words) if self.silent == 0 => match range.of(self.source).find(&*words) {
                Some(at) => self.push(&words, Span::new(range.start + at, range.start + at + words.len())),
                None => self.push_lines(&words, range),
            },
            Event::SoftBreak | Event::HardBreak if self.silent == 0 => {
                self.builder.push_for(" ", Span::new(self.offset + range.start, self.offset + range.end));
            }
            Event::Rule => self.close(),
            _ => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::TableCell => self.close(),
            Tag::Heading { .. } => {
                self.close();
                // The first heading of a document is its headline.
                let first = self.blocks.is_empty() && self.facts.title.is_none();
                self.kind = if first { ParagraphKind::Title } else { ParagraphKind::Heading };
                return;
            }
            Tag::BlockQuote(_) => {
                self.close();
                self.quotes += 1;
            }
            Tag::List(_) => {
                self.close();
                self.lists += 1;
            }
            Tag::Item => self.close(),
            Tag::MetadataBlock(MetadataBlockKind::YamlStyle) => self.in_front_matter = true,
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Image { .. } => self.silent += 1,
            _ => return,
        }
        self.kind = self.kind_here();
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell => self.close(),
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.close();
                self.lists = self.lists.saturating_sub(1);
            }
            TagEnd::MetadataBlock(_) => self.in_front_matter = false,
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Image => self.silent = self.silent.saturating_sub(1),
            _ => return,
        }
        self.kind = self.kind_here();
    }

    const fn kind_here(&self) -> ParagraphKind {
        if self.quotes > 0 {
            ParagraphKind::BlockQuote
        } else if self.lists > 0 {
            ParagraphKind::ListItem
        } else {
            ParagraphKind::Body
        }
    }

    /// Adds code that goes over lines: between its words stand line ends and marks of quotes, which it has as blanks.
    fn push_lines(&mut self, code: &str, range: Span) {
        let mut at = range.start;
        let mut after_blank = false;
        for (index, word) in code.split(' ').enumerate() {
            after_blank |= index > 0;
            if word.is_empty() {
                continue;
            }
            let found = Span::new(at, range.end).of(self.source).find(word);
            let place =
                found.map_or(Span::new(at, range.end), |skipped| Span::new(at + skipped, at + skipped + word.len()));
            if after_blank {
                self.push(" ", Span::new(at, place.start));
                after_blank = false;
            }
            self.push(word, place);
            at = place.end;
        }
        if after_blank {
            self.push(" ", Span::new(at, range.end));
        }
    }

    /// Adds words that stand at `range`, byte for byte, or for all of it where an escape or an entity was read.
    fn push(&mut self, words: &str, range: Span) {
        let below = Span::new(self.offset + range.start, self.offset + range.end);
        if range.of(self.source) == words {
            self.builder.push_same(words, below.start);
        } else {
            self.builder.push_for(words, below);
        }
    }

    fn close(&mut self) {
        let span = Span::new(self.start, self.builder.len());
        self.start = span.end;
        if !span.of(self.builder.as_str()).trim().is_empty() {
            self.blocks.push(Block::new(self.kind, span));
        }
    }
}

/// The plain `name: value` lines of a YAML header.
fn front_matter(yaml: &str) -> Facts {
    let mut facts = Facts::default();
    for (name, value) in yaml.lines().filter_map(|line| line.split_once(':')) {
        let value = value.trim().trim_matches(['"', '\'']).to_owned();
        if value.is_empty() {
            continue;
        }
        let list = || {
            value
                .trim_matches(['[', ']'])
                .split(',')
                .map(|name| name.trim().trim_matches(['"', '\'']).to_owned())
                .collect()
        };
        let date = || parse_date(&value).map(|published| Published { from: DateSource::Field, ..published });
        match name.trim().to_ascii_lowercase().as_str() {
            "title" => facts.title = Some(value),
            "outlet" | "source" | "publisher" => facts.outlet = Some(value),
            "author" | "authors" => facts.authors = list(),
            "date" | "published" => facts.published = date(),
            "modified" | "updated" => facts.modified = date(),
            "url" | "link" => facts.url = Some(value),
            "language" | "lang" => facts.language = Some(crate::json::language_code(&value)),
            _ => {}
        }
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_away_and_places_kept() {
        let source = "---\ntitle: Ferry\ndate: 2024-05-03\nauthor: Anna Holm\n---\n\n# Ferry *aground*\n\nThe **harbour master** said [no\nwarning](https://a.example) came &amp; left.\n\n<!-- coincide: ignore S001 -->\n\n- one `two`\n\n> Said.\n\n```\ncode\n```\n";
        let text = Text::identical(source, 0);
        let manuscript = read(&text, Span::new(0, source.len()), true);
        let (clean, paragraphs) = manuscript.assemble();
        let shown: Vec<(ParagraphKind, &str)> =
            paragraphs.iter().map(|paragraph| (paragraph.kind, clean.slice(paragraph.span))).collect();
        assert_eq!(
            shown,
            [
                (ParagraphKind::Heading, "Ferry aground"),
                (ParagraphKind::Body, "The harbour master said no warning came & left."),
                (ParagraphKind::ListItem, "one two"),
                (ParagraphKind::BlockQuote, "Said."),
            ]
        );
        for word in ["harbour", "warning", "two", "Said."] {
            let at = clean.as_str().find(word).unwrap();
            assert_eq!(clean.source(Span::new(at, at + word.len())).unwrap().of(source), word);
        }
        assert_eq!(manuscript.facts.authors, ["Anna Holm"]);
        assert_eq!(manuscript.facts.published.unwrap().at.date.to_string(), "2024-05-03");
    }
}
