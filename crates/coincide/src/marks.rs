//! Marks in a draft by which its author accepts a finding: `<!-- coincide: ignore S001, C001 -->`.
//!
//! A mark is for the paragraph it stands in or on top of, with no blank line between; a mark that stands alone is for
//! the paragraph that follows.

use coincide_article::Article;
use coincide_check::Code;
use coincide_text::Span;

/// What the marks of one draft say.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    /// Paragraphs of the clean text and the codes ignored there.
    rules: Vec<(Span, Code)>,
    /// Words in marks that are no code, and the byte at which their mark starts.
    pub(crate) unknown: Vec<(usize, String)>,
}

impl Marks {
    /// The marks in `bytes`, from which `draft` was read.
    pub(crate) fn read(bytes: &[u8], draft: &Article) -> Self {
        let mut marks = Self::default();
        // Paragraphs without bytes of their own, such as a title that the caller gave, cannot be marked.
        let paragraphs: Vec<(Span, Span)> = draft
            .paragraphs
            .iter()
            .filter_map(|paragraph| Some((paragraph.span, draft.text.source(paragraph.span)?)))
            .collect();
        for comment in comments(bytes) {
            let Some(words) = bytes.get(comment.start..comment.end).and_then(instruction) else { continue };
            let block = block(bytes, comment);
            let mut marked: Vec<Span> =
                paragraphs.iter().filter(|(_, source)| source.overlaps(block)).map(|&(span, _)| span).collect();
            if marked.is_empty() {
                marked.extend(paragraphs.iter().find(|(_, source)| source.start >= comment.end).map(|&(span, _)| span));
            }
            for word in words {
                match Code::from_name(word) {
                    Some(code) => marks.rules.extend(marked.iter().map(|&span| (span, code))),
                    None => marks.unknown.push((comment.start, word.to_owned())),
                }
            }
        }
        marks
    }

    /// Whether a finding of `code` about `span` of the draft is accepted.
    pub(crate) fn ignore(&self, code: Code, span: Span) -> bool {
        self.rules.iter().any(|&(paragraph, ignored)| ignored == code && paragraph.overlaps(span))
    }
}

/// The ranges of the comments in `bytes`, marks included.
fn comments(bytes: &[u8]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = find(bytes, b"<!--", from) {
        let Some(end) = find(bytes, b"-->", start + 4) else { break };
        found.push(Span::new(start, end + 3));
        from = end + 3;
    }
    found
}

fn find(bytes: &[u8], needle: &[u8], from: usize) -> Option<usize> {
    bytes.get(from..)?.windows(needle.len()).position(|window| window == needle).map(|at| from + at)
}

/// The words after `coincide: ignore` in a comment; nothing if it is another comment.
fn instruction(comment: &[u8]) -> Option<impl Iterator<Item = &str>> {
    let comment = std::str::from_utf8(comment).ok()?;
    let inside = comment.strip_prefix("<!--")?.strip_suffix("-->")?.trim();
    let words = inside.strip_prefix("coincide:")?.trim_start().strip_prefix("ignore")?;
    words
        .starts_with([' ', ',', '\t', '\n'])
        .then(|| words.split([' ', ',', '\t', '\r', '\n']).filter(|word| !word.is_empty()))
}

/// The lines around `at` up to a blank line on either side.
fn block(bytes: &[u8], at: Span) -> Span {
    let line_start = |at: usize| bytes[..at].iter().rposition(|&byte| byte == b'\n').map_or(0, |newline| newline + 1);
    let line_end =
        |at: usize| bytes[at..].iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |length| at + length);
    let is_blank = |from: usize, to: usize| bytes[from..to].iter().all(u8::is_ascii_whitespace);
    let (mut start, mut end) = (line_start(at.start), line_end(at.end));
    while start > 0 {
        let above = line_start(start - 1);
        if is_blank(above, start) {
            break;
        }
        start = above;
    }
    while end < bytes.len() {
        let below = line_end(end + 1);
        if is_blank(end, below) {
            break;
        }
        end = below;
    }
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use coincide_article::{Paragraph, ParagraphKind};
    use coincide_text::Text;

    use super::*;

    /// A draft whose paragraphs are those of `content`, marks included.
    fn draft(content: &str) -> Article {
        let mut paragraphs = Vec::new();
        let mut at = 0;
        for part in content.split("\n\n") {
            let span = Span::new(at, at + part.len());
            at += part.len() + 2;
            if !part.starts_with("<!--") || part.contains('\n') {
                paragraphs.push(Paragraph { span, kind: ParagraphKind::Body });
            }
        }
        Article { text: Text::identical(content, 0), paragraphs, ..Article::default() }
    }

    fn marked(content: &str, code: Code) -> Vec<&str> {
        let draft = draft(content);
        let marks = Marks::read(content.as_bytes(), &draft);
        let spans = draft.paragraphs.iter().map(|paragraph| paragraph.span);
        spans.filter(|&span| marks.ignore(code, span)).map(|span| span.of(content)).collect()
    }

    #[test]
    fn a_mark_is_for_its_paragraph_or_the_next() {
        let alone = "One.\n\n<!-- coincide: ignore S001, c001 -->\n\nTwo.\n\nThree.";
        assert_eq!(marked(alone, Code::S001), ["Two."]);
        assert_eq!(marked(alone, Code::C001), ["Two."]);
        assert!(marked(alone, Code::Q001).is_empty());
        let inside = "One. <!-- coincide: ignore S001 -->\n\nTwo.";
        assert_eq!(marked(inside, Code::S001).len(), 1);
        assert!(marked(inside, Code::S001)[0].starts_with("One."));
        let above = "One.\n\n<!-- coincide: ignore S001 -->\nTwo.\n\nThree.";
        assert_eq!(marked(above, Code::S001), ["<!-- coincide: ignore S001 -->\nTwo."]);
    }

    #[test]
    fn what_is_no_mark_and_what_is_no_code() {
        for content in
            ["<!-- ignore S001 -->\nOne.", "<!-- coincide: ignoreS001 -->\nOne.", "<!-- coincide: ignore S001"]
        {
            assert!(marked(content, Code::S001).is_empty(), "{content}");
        }
        let content = "One. <!-- coincide: ignore S999 -->";
        let marks = Marks::read(content.as_bytes(), &draft(content));
        assert_eq!(marks.unknown, [(5, "S999".to_owned())]);
    }
}
