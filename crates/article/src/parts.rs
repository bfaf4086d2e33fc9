//! Articles whose parts stand apart: in the fields of a JSON object, in the elements of a feed's entry.

use coincide_text::{Span, Text};

use crate::escape::unescape_spans;
use crate::facts::Facts;
use crate::manuscript::{Block, Manuscript};
use crate::{ParagraphKind, html, kind, plain, record_text, stripped, wrap};

/// What one value, record or entry holds: the manuscript of an article, of a draft, or of both.
#[derive(Default)]
pub(crate) struct Item {
    pub(crate) article: Option<Manuscript>,
    pub(crate) draft: Option<Manuscript>,
}

/// What a text is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To be an article: what belongs to the page is dropped.
    Article,
    /// To be checked: all of it stays, white space made single blanks.
    Draft,
    /// To be annotated: an article whose text, where it is plain, stays as it is given.
    Given,
}

/// The parts of an article and where they stand in one text, the title first, the body last.
pub(crate) struct Parts {
    pub(crate) text: Text,
    pub(crate) facts: Facts,
    pub(crate) title: Option<Span>,
    pub(crate) summary: Vec<Span>,
    pub(crate) body: Span,
    /// Whether the body is HTML; told by its content if nothing is said.
    pub(crate) is_html: Option<bool>,
}

impl Parts {
    /// Reads the parts. For [`Purpose::Draft`] there is only a body.
    pub(crate) fn item(mut self, purpose: Purpose) -> Item {
        if purpose == Purpose::Article {
            self.unescape();
        }
        let is_whole = self.is_html.is_none() && is_whole_page(self.body.of(self.text.as_str()));
        if is_whole {
            return self.page(purpose);
        }
        let is_html = self.is_html.unwrap_or_else(|| is_page(self.body.of(self.text.as_str())));
        let Self { text, facts, title, summary, body, .. } = self;
        let manuscript = Manuscript { text, facts, ..Manuscript::default() };
        match purpose {
            Purpose::Draft if is_html => page_as_draft(manuscript, body),
            Purpose::Draft => draft_only(manuscript, body),
            Purpose::Given if !is_html => given_only(manuscript, body),
            _ if is_html => page_as_article(manuscript, title, body, &summary),
            _ => article_only(manuscript, title, body, &summary),
        }
    }

    /// Reads a body that is a whole page, which brings its own headline. What the other fields say counts more than what
    /// the page says.
    fn page(self, purpose: Purpose) -> Item {
        let context = html::Context { url: self.facts.url.as_deref(), captured: self.facts.captured.as_ref() };
        let page = html::read(&self.text, self.body, context, purpose == Purpose::Draft);
        let manuscript = Some(Manuscript { facts: self.facts.or(page.facts.clone()), ..page });
        if purpose == Purpose::Draft {
            Item { draft: manuscript, article: None }
        } else {
            Item { article: manuscript, draft: None }
        }
    }

    /// Decodes the character references in the headline and the summary: programs that make pages escape them, and
    /// hand them on as they are.
    fn unescape(&mut self) {
        let mut spans: Vec<Span> = self.title.into_iter().chain(self.summary.iter().copied()).collect();
        let in_order = spans.windows(2).all(|pair| pair[0].end <= pair[1].start)
            && spans.last().is_none_or(|last| last.end <= self.body.start);
        if !in_order {
            return;
        }
        if let Some(text) = unescape_spans(&self.text, &mut spans, &mut self.body) {
            self.text = text;
            let mut spans = spans.into_iter();
            self.title = self.title.and_then(|_| spans.next());
            self.summary = spans.collect();
        }
    }
}

/// Whether a text is HTML, as content systems export it, and not plain text.
fn is_page(field: &str) -> bool {
    kind::is_html(field.trim_start(), false) || field.contains("</p>")
}

/// Whether a text is a page with its head and all.
fn is_whole_page(field: &str) -> bool {
    let start: String = field.trim_start().chars().take(2048).collect::<String>().to_ascii_lowercase();
    start.starts_with('<') && ["<!doctype html", "<html", "<head>", "<body"].iter().any(|tag| start.contains(tag))
}

fn page_as_draft(manuscript: Manuscript, body: Span) -> Item {
    let page = html::read_fragment(&manuscript.text, body, true);
    let mut draft = Manuscript { facts: manuscript.facts.or(page.facts), ..page };
    stripped::mark_up(&mut draft);
    Item { draft: Some(draft), article: None }
}

fn page_as_article(manuscript: Manuscript, title: Option<Span>, body: Span, summary: &[Span]) -> Item {
    let page = html::read_fragment(&manuscript.text, body, false);
    let mut article = Manuscript { text: page.text, facts: manuscript.facts.or(page.facts), ..Manuscript::default() };
    article.blocks.extend(title.map(|span| Block::new(ParagraphKind::Title, span)));
    for &span in summary {
        record_text::add_highlights(&mut article, span);
    }
    for mut block in page.blocks {
        if title.is_some() && block.kind == ParagraphKind::Title {
            block.kind = ParagraphKind::Heading;
        }
        article.blocks.push(block);
    }
    article.dropped = page.dropped;
    stripped::edit(&mut article, stripped::Layout::Elements);
    Item { article: Some(article), draft: None }
}

/// Reads `body`, which is all of the manuscript's text, as a text to annotate.
pub(crate) fn given_only(mut manuscript: Manuscript, body: Span) -> Item {
    manuscript.blocks = plain::paragraphs(&manuscript.text, body);
    manuscript.as_given = true;
    Item { article: Some(manuscript), draft: None }
}

/// Reads `body` as a text to check: all of it stays.
pub(crate) fn draft_only(mut manuscript: Manuscript, body: Span) -> Item {
    manuscript.blocks = plain::paragraphs(&manuscript.text, body);
    stripped::mark_up(&mut manuscript);
    Item { draft: Some(manuscript), article: None }
}

/// Reads `body` as an article, with the title and the outlet's summary that stand elsewhere.
pub(crate) fn article_only(mut manuscript: Manuscript, title: Option<Span>, body: Span, summary: &[Span]) -> Item {
    manuscript.blocks.extend(title.map(|span| Block::new(ParagraphKind::Title, span)));
    for &span in summary {
        record_text::add_highlights(&mut manuscript, span);
    }
    if wrap::artefacts(manuscript.text.as_str(), body).is_empty() {
        let paragraphs = plain::paragraphs(&manuscript.text, body);
        manuscript.blocks.extend(paragraphs);
    } else {
        record_text::add_article(&mut manuscript, body);
    }
    stripped::edit(&mut manuscript, stripped::Layout::Lines);
    Item { article: Some(manuscript), draft: None }
}
