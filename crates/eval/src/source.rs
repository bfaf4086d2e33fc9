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

/// A text whose words and marks stand apart (`the ferry sank . nobody was hurt .`) with a line for each sentence.
///
/// Many sets have their texts cut in this way and in small letters, where nothing but the full stop that stands free
/// says that a sentence ends. The blank after it becomes a line break; no character moves.
pub(crate) fn in_lines(mut text: String) -> String {
    let begins = |rest: &str| rest.starts_with(|first: char| first.is_alphanumeric() || first == '`');
    let ends: Vec<usize> =
        text.match_indices(" . ").map(|(at, _)| at + 2).filter(|&at| begins(&text[at + 1..])).collect();
    for at in ends {
        text.replace_range(at..at + 1, "\n");
    }
    text
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_of_texts_cut_into_words() {
        let cases = [
            ("the ferry sank . nobody was hurt .", "the ferry sank .\nnobody was hurt ."),
            ("`` we left . '' holm said . `` why ? ''", "`` we left . '' holm said .\n`` why ? ''"),
            ("The ferry sank. Nobody was hurt.", "The ferry sank. Nobody was hurt."),
            ("É . é . ", "É .\né . "),
        ];
        for (text, lines) in cases {
            assert_eq!(in_lines(text.to_owned()), lines);
        }
    }
}
