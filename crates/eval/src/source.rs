//! Texts of a set as articles.

use coincide_article::{Article, DateSource, Moment, Paragraph, ParagraphKind, Precision, Published};
use coincide_text::{Span, Text};
use serde::Deserialize;

/// An article of a set.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Source {
    pub(crate) outlet: Option<String>,
    pub(crate) date: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) text: String,
}

/// A text of which nothing else is known: every line is a paragraph.
pub(crate) fn plain(text: String) -> Article {
    let text = Text::identical(text, 0);
    let paragraphs = lines(text.as_str(), 0, ParagraphKind::Body);
    Article { text, paragraphs, ..Article::default() }
}

/// A text whose paragraphs are given, in order.
pub(crate) fn paragraphs(texts: &[String]) -> Article {
    let mut joined = String::new();
    let mut paragraphs = Vec::new();
    for text in texts {
        let start = joined.len();
        joined.push_str(text);
        paragraphs.push(Paragraph { span: Span::new(start, joined.len()), kind: ParagraphKind::Body });
        joined.push('\n');
    }
    Article { text: Text::identical(joined, 0), paragraphs, ..Article::default() }
}

/// An article of a set: its title is the first paragraph, every further line another.
pub(crate) fn article(source: Source) -> Article {
    let title = source.title.unwrap_or_default();
    let joined = format!("{title}\n\n{}", source.text);
    let mut paragraphs = Vec::new();
    if !title.is_empty() {
        paragraphs.push(Paragraph { span: Span::new(0, title.len()), kind: ParagraphKind::Title });
    }
    paragraphs.extend(lines(&joined[title.len()..], title.len(), ParagraphKind::Body));
    let published = source.date.and_then(|date| date.get(..10)?.parse().ok()).map(|date| Published {
        at: Moment { date, time: None, zone: None },
        precision: Precision::Day,
        from: DateSource::Field,
    });
    Article {
        outlet: source.outlet,
        title: (!title.is_empty()).then_some(title),
        published,
        text: Text::identical(joined, 0),
        paragraphs,
        ..Article::default()
    }
}

fn lines(text: &str, offset: usize, kind: ParagraphKind) -> Vec<Paragraph> {
    let mut at = 0;
    let mut paragraphs = Vec::new();
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trim(text);
        at += line.len();
        if !span.is_empty() {
            paragraphs.push(Paragraph { span: Span::new(offset + span.start, offset + span.end), kind });
        }
    }
    paragraphs
}
