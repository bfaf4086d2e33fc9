use std::collections::BTreeMap;

use coincide_text::{Span, Text, TextBuilder};
use html5gum::{DefaultEmitter, EndTag, StartTag, Token, Tokenizer};

use super::characters::push_decoded;
use crate::ParagraphKind;

/// A page taken apart.
pub(crate) struct Page {
    /// All text of the page, block after block.
    pub(crate) text: Text,
    pub(crate) blocks: Vec<PageBlock>,
    /// The containers, each after the one it stands in; the first is the page itself.
    pub(crate) containers: Vec<Container>,
    pub(crate) meta: Meta,
}

/// What a page says of itself outside its text.
#[derive(Default)]
pub(crate) struct Meta {
    /// `content` of the `meta` elements by their `name`, `property` or `itemprop`, the first of each.
    pub(crate) named: BTreeMap<String, String>,
    /// The text of the `title` element.
    pub(crate) window: String,
    pub(crate) canonical: Option<String>,
    pub(crate) language: Option<String>,
    /// The JSON-LD scripts.
    pub(crate) linked_data: Vec<String>,
    /// `datetime` of the first `time` element.
    pub(crate) time: Option<String>,
}

/// An element that holds blocks.
pub(crate) struct Container {
    pub(crate) parent: usize,
    /// Whether the page itself says that the article is in here.
    pub(crate) is_article: bool,
    /// Why nothing in it should be part of an article, by its own name or class.
    pub(crate) reason: Option<&'static str>,
}

/// A stretch of text without a break.
pub(crate) struct PageBlock {
    pub(crate) container: usize,
    pub(crate) kind: ParagraphKind,
    pub(crate) span: Span,
    /// Bytes that are not white space, and how many of them are in links.
    pub(crate) length: usize,
    pub(crate) linked: usize,
    /// Whether it stands in a `p` or another element made for running text.
    pub(crate) is_paragraph: bool,
    /// Whether the page marks it as the author's line.
    pub(crate) is_byline: bool,
}

/// An open element.
struct Open {
    name: Box<[u8]>,
    /// The container that was current outside of it.
    outside: usize,
    kind: Option<ParagraphKind>,
    is_paragraph: bool,
    is_byline: bool,
    is_link: bool,
    silent: bool,
}

struct Reader {
    builder: TextBuilder,
    page: Vec<PageBlock>,
    containers: Vec<Container>,
    meta: Meta,
    open: Vec<Open>,
    /// How many of each name are open, so that a stray end tag costs nothing.
    open_names: BTreeMap<Box<[u8]>, usize>,
    container: usize,
    /// How many open elements hide their text, are links, are author's lines.
    silent: usize,
    links: usize,
    bylines: usize,
    block_start: usize,
    length: usize,
    linked: usize,
    breaks: usize,
}

/// Reads the page at `span` of `text`. The text of the page begins with the first `kept` bytes of `text` as they are.
pub(crate) fn parse(text: &Text, span: Span, kept: usize) -> Page {
    let source = span.of(text.as_str());
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut builder = TextBuilder::over(text);
    builder.push_same(Span::new(0, kept).of(text.as_str()), 0);
    let mut reader = Reader {
        builder,
        page: Vec::new(),
        containers: vec![Container { parent: 0, is_article: false, reason: None }],
        meta: Meta::default(),
        open: Vec::new(),
        open_names: BTreeMap::new(),
        container: 0,
        silent: 0,
        links: 0,
        bylines: 0,
        block_start: kept,
        length: 0,
        linked: 0,
        breaks: 0,
    };
    for token in Tokenizer::new_with_emitter(super::pausing::Pausing::new(source), emitter).flatten() {
        match token {
            Token::StartTag(tag) => reader.start(&tag, span.start),
            Token::EndTag(tag) => reader.end(&tag),
            Token::String(string) => {
                let at = Span::new(string.span.start, string.span.end);
                reader.characters(&String::from_utf8_lossy(&string), at.of(source), span.start + at.start);
            }
            _ => {}
        }
    }
    reader.close_block();
    Page { text: reader.builder.finish(), blocks: reader.page, containers: reader.containers, meta: reader.meta }
}

impl Reader {
    fn start(&mut self, tag: &StartTag<usize>, offset: usize) {
        let name: &[u8] = &tag.name;
        let attribute =
            |name: &str| tag.attributes.get(name.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned());
        match name {
            b"meta" => return self.meta_element(attribute),
            b"link" => {
                if attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) {
                    self.meta.canonical = self.meta.canonical.take().or(attribute("href"));
                }
                return;
            }
            b"html" => self.meta.language = self.meta.language.take().or(attribute("lang")),
            b"time" => self.meta.time = self.meta.time.take().or(attribute("datetime")),
            b"br" => return self.line_break(Span::new(offset + tag.span.start, offset + tag.span.end)),
            _ => {}
        }
        let breaks = is_block(name);
        if breaks {
            self.close_block();
        }
        if is_void(name) || tag.self_closing && !breaks {
            return;
        }
        // A new paragraph or item ends the one before it, which need not be closed.
        if matches!(name, b"p" | b"li" | b"dd" | b"dt" | b"option" | b"tr" | b"td")
            && self.open.last().is_some_and(|open| &*open.name == name)
        {
            self.pop();
        }
        let class = [
            attribute("class"),
            attribute("id"),
            attribute("role"),
            attribute("data-component"),
            attribute("aria-label"),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
        .to_ascii_lowercase();
        let hints = Hints::of(&class);
        let itemprop = attribute("itemprop").unwrap_or_default();
        let hidden = attribute("hidden").is_some()
            || attribute("style")
                .is_some_and(|style| style.to_ascii_lowercase().replace(' ', "").contains("display:none"));
        let inherited = self.open.last().and_then(|open| open.kind);
        let kind = match name {
            b"h1" => Some(ParagraphKind::Title),
            b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Some(ParagraphKind::Heading),
            b"figcaption" => Some(ParagraphKind::Caption),
            b"blockquote" => Some(ParagraphKind::BlockQuote),
            b"li" => Some(ParagraphKind::ListItem),
            _ if hints.caption => Some(ParagraphKind::Caption),
            b"ul" | b"ol" | b"table" => None,
            _ => inherited,
        };
        let outside = self.container;
        let is_leaf = matches!(name, b"p" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"li" | b"figcaption");
        if breaks && (!is_leaf || hints.reason.is_some()) {
            let reason = match name {
                b"nav" | b"footer" | b"menu" | b"dialog" => Some("navigation"),
                b"aside" => Some("aside"),
                _ if hidden => Some("hidden"),
                b"body" | b"html" | b"main" | b"article" => None,
                _ => hints.reason,
            };
            let is_article = matches!(name, b"article" | b"main") || itemprop == "articleBody" || hints.article;
            self.container = self.containers.len();
            self.containers.push(Container { parent: outside, is_article, reason });
        }
        let is_byline = hints.byline || itemprop == "author" || attribute("rel").as_deref() == Some("author");
        let silent = is_silent(name) || hidden && !breaks;
        let is_link = name == b"a";
        self.silent += usize::from(silent);
        self.links += usize::from(is_link);
        self.bylines += usize::from(is_byline);
        if name == b"script" && attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")) {
            self.meta.linked_data.push(String::new());
        }
        let is_paragraph = matches!(name, b"p" | b"blockquote" | b"pre")
            || self.open.last().is_some_and(|open| open.is_paragraph) && !breaks;
        *self.open_names.entry(name.into()).or_default() += 1;
        self.open.push(Open { name: name.into(), outside, kind, is_paragraph, is_byline, is_link, silent });
    }

    fn meta_element(&mut self, attribute: impl Fn(&str) -> Option<String>) {
        let name = attribute("property").or_else(|| attribute("name")).or_else(|| attribute("itemprop"));
        if let (Some(name), Some(content)) = (name, attribute("content"))
            && !content.trim().is_empty()
        {
            self.meta.named.entry(name.trim().to_ascii_lowercase()).or_insert(content);
        }
    }

    fn end(&mut self, tag: &EndTag<usize>) {
        let name: &[u8] = &tag.name;
        if is_block(name) {
            self.close_block();
        }
        if self.open_names.get(name).is_none_or(|&count| count == 0) {
            return;
        }
        while let Some(last) = self.open.last() {
            let found = &*last.name == name;
            self.pop();
            if found {
                break;
            }
        }
    }

    fn pop(&mut self) {
        let Some(open) = self.open.pop() else { return };
        if let Some(count) = self.open_names.get_mut(&open.name) {
            *count = count.saturating_sub(1);
        }
        if is_block(&open.name) {
            self.close_block();
        }
        self.container = open.outside;
        self.silent -= usize::from(open.silent);
        self.links -= usize::from(open.is_link);
        self.bylines -= usize::from(open.is_byline);
    }

    fn characters(&mut self, decoded: &str, raw: &str, offset: usize) {
        match self.open.last().map(|open| &*open.name) {
            Some(b"title") if self.meta.window.is_empty() => return self.meta.window.push_str(decoded),
            Some(b"script") => {
                if let Some(script) = self.meta.linked_data.last_mut().filter(|script| script.is_empty()) {
                    script.push_str(decoded);
                }
                return;
            }
            _ if self.silent > 0 => return,
            _ => {}
        }
        let visible = decoded.bytes().filter(|byte| !byte.is_ascii_whitespace()).count();
        if visible > 0 {
            self.breaks = 0;
        }
        self.length += visible;
        self.linked += if self.links > 0 { visible } else { 0 };
        push_decoded(&mut self.builder, decoded, raw, offset);
    }

    /// One break is a blank; two part paragraphs.
    fn line_break(&mut self, tag: Span) {
        self.breaks += 1;
        if self.breaks >= 2 {
            self.close_block();
        } else if self.silent == 0 {
            self.builder.push_for(" ", tag);
        }
    }

    fn close_block(&mut self) {
        let span = Span::new(self.block_start, self.builder.len());
        self.block_start = span.end;
        if self.length > 0 {
            let open = self.open.last();
            self.page.push(PageBlock {
                container: self.container,
                kind: open.and_then(|open| open.kind).unwrap_or(ParagraphKind::Body),
                span,
                length: self.length,
                linked: self.linked,
                is_paragraph: self.breaks >= 2 || open.is_some_and(|open| open.is_paragraph),
                is_byline: self.bylines > 0,
            });
        }
        self.length = 0;
        self.linked = 0;
        self.breaks = 0;
    }
}

/// What the class, id and role of an element say about it.
struct Hints {
    reason: Option<&'static str>,
    article: bool,
    caption: bool,
    byline: bool,
}

impl Hints {
    fn of(class: &str) -> Self {
        let mut hints = Self { reason: None, article: false, caption: false, byline: false };
        if class.is_empty() || class.len() > 2000 {
            return hints;
        }
        for word in class.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
            hints.reason = hints.reason.or(match word {
                "nav" | "navbar" | "navigation" | "menu" | "breadcrumb" | "breadcrumbs" | "pagination" | "pager"
                | "masthead" | "topbar" => Some("navigation"),
                "share" | "sharing" | "social" | "sharebar" | "addthis" | "sharedaddy" => Some("navigation"),
                "comment" | "comments" | "disqus" | "respond" => Some("comments"),
                "related" | "recommended" | "recommendations" | "trending" | "popular" | "mostread" | "outbrain"
                | "taboola" => Some("promotion"),
                "newsletter" | "subscribe" | "signup" | "paywall" | "promo" | "advert" | "advertisement" | "ads"
                | "sponsored" | "banner" => Some("promotion"),
                "cookie" | "cookies" | "consent" | "gdpr" | "modal" | "popup" => Some("notice"),
                "sidebar" | "footer" | "copyright" | "tags" | "taglist" => Some("navigation"),
                _ => None,
            });
            hints.caption |= matches!(word, "caption" | "figcaption" | "wp");
            hints.byline |= matches!(word, "byline" | "author" | "authors");
        }
        hints.caption &= class.contains("caption");
        hints.article = [
            "article-body",
            "articlebody",
            "article__body",
            "story-body",
            "storybody",
            "entry-content",
            "post-content",
            "article-content",
            "article__content",
        ]
        .iter()
        .any(|name| class.contains(name));
        hints
    }
}

fn is_silent(name: &[u8]) -> bool {
    matches!(
        name,
        b"script"
            | b"style"
            | b"noscript"
            | b"template"
            | b"svg"
            | b"math"
            | b"iframe"
            | b"select"
            | b"textarea"
            | b"button"
            | b"object"
            | b"canvas"
            | b"audio"
            | b"video"
            | b"title"
            | b"label"
            | b"noframes"
    )
}

fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"br"
            | b"col"
            | b"embed"
            | b"hr"
            | b"img"
            | b"input"
            | b"link"
            | b"meta"
            | b"param"
            | b"source"
            | b"track"
            | b"wbr"
    )
}

fn is_block(name: &[u8]) -> bool {
    matches!(
        name,
        b"address"
            | b"article"
            | b"aside"
            | b"blockquote"
            | b"body"
            | b"center"
            | b"dd"
            | b"details"
            | b"dialog"
            | b"dir"
            | b"div"
            | b"dl"
            | b"dt"
            | b"fieldset"
            | b"figcaption"
            | b"figure"
            | b"footer"
            | b"form"
            | b"h1"
            | b"h2"
            | b"h3"
            | b"h4"
            | b"h5"
            | b"h6"
            | b"head"
            | b"header"
            | b"hgroup"
            | b"hr"
            | b"html"
            | b"li"
            | b"main"
            | b"menu"
            | b"nav"
            | b"ol"
            | b"p"
            | b"pre"
            | b"search"
            | b"section"
            | b"summary"
            | b"table"
            | b"tbody"
            | b"td"
            | b"tfoot"
            | b"th"
            | b"thead"
            | b"tr"
            | b"ul"
            | b"iframe"
            | b"button"
            | b"select"
            | b"textarea"
            | b"video"
            | b"img"
    )
}
