//! Invented articles for tests.

use coincide_annotate::{Quotation, QuotationKind, Reading};
use coincide_article::{Article, Paragraph, ParagraphKind};
use coincide_text::{Span, Text};

/// An article whose paragraphs stand one on a line. Words in curly marks are its quotations, all direct and nobody's in
/// particular; whatever else annotation finds is kept.
pub(crate) fn article(outlet: &str, lines: &str) -> Reading {
    let mut text = String::new();
    let mut paragraphs = Vec::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let kind = if line.starts_with("# ") { ParagraphKind::Title } else { ParagraphKind::Body };
        paragraphs.push(Paragraph { span: Span::new(text.len(), text.len() + line.len()), kind });
        text.push_str(line);
    }
    let quotations = in_curly_marks(&text);
    let text = Text::identical(text, 0);
    let mut reading = Reading::new(Article { outlet: Some(outlet.to_owned()), text, paragraphs, ..Article::default() });
    reading.annotations.quotations = quotations;
    reading
}

fn in_curly_marks(text: &str) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    let mut open = None;
    for (at, character) in text.char_indices() {
        match (character, open) {
            ('“', _) => open = Some(at),
            ('”', Some(start)) => {
                let marked = Span::new(start, at + '”'.len_utf8());
                let span = Span::new(start + '“'.len_utf8(), at);
                quotations.push(Quotation {
                    span,
                    marked,
                    content: None,
                    kind: QuotationKind::Direct,
                    speaker: None,
                    cue: None,
                });
                open = None;
            }
            _ => {}
        }
    }
    quotations
}

/// The part of a story that two outlets took from one agency.
pub(crate) const WIRE: &str = "The ferry Solveig ran aground on a sandbank outside the harbour of Holm shortly after \
    midnight and began to take in water through a tear in its hull. Rescue boats brought all passengers ashore within \
    two hours while the crew stayed on board to keep the pumps running until daylight.";
