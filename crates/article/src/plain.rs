//! Plain text to blocks.

use coincide_text::{Span, Text};

use crate::ParagraphKind;
use crate::manuscript::Block;

/// Lines longer than this are not broken by hand: each is a paragraph of its own.
const WIDEST_WRAP: usize = 120;

/// The paragraphs of plain text within `span`: parted by blank lines, lines that were wrapped at a width joined again.
pub(crate) fn paragraphs(text: &Text, span: Span) -> Vec<Block> {
    let content = text.as_str();
    let lines = lines(content, span);
    let widest = lines.iter().map(|line| characters(line.of(content))).max().unwrap_or_default();
    let wrapped = widest <= WIDEST_WRAP;
    let mut blocks: Vec<Block> = Vec::new();
    let mut previous: Option<Span> = None;
    for line in lines {
        if line.is_empty() {
            previous = None;
            continue;
        }
        let joins = wrapped && previous.is_some_and(|previous| continues(content, previous, line, widest));
        let marker = item_marker(line.of(content));
        match blocks.last_mut().and_then(|block| block.pieces.last_mut()) {
            Some(piece) if joins && marker == 0 => piece.end = line.end,
            _ if marker > 0 => {
                blocks.push(Block::new(ParagraphKind::ListItem, Span::new(line.start + marker, line.end)))
            }
            _ => blocks.push(Block::new(ParagraphKind::Body, line)),
        }
        previous = Some(line);
    }
    blocks
}

/// The lines of `content` within `span`, trimmed; blank ones are empty.
fn lines(content: &str, span: Span) -> Vec<Span> {
    let mut at = span.start;
    let mut lines = Vec::new();
    for line in span.of(content).split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
        // `\r\n` gives an empty line between the two, which is no blank line.
        let end = at + line.len();
        let after_return = at > span.start
            && content.as_bytes()[at - 1] == b'\r'
            && content[end..].starts_with('\n')
            && line.is_empty();
        if !after_return {
            lines.push(Span::new(at, end).trim(content));
        }
        at = end + content[end..].chars().next().map_or(0, char::len_utf8);
    }
    lines
}

fn characters(line: &str) -> usize {
    line.chars().count()
}

/// Whether `line` goes on where `previous` was broken: its first word did not fit there.
fn continues(content: &str, previous: Span, line: Span, widest: usize) -> bool {
    let first_word = line.of(content).split_whitespace().next().unwrap_or_default();
    let length = characters(previous.of(content));
    length >= 30 && length + 1 + characters(first_word) + 6 > widest
}

/// Length of the mark of a list item, as `- ` or `• `, with the blank after it.
fn item_marker(line: &str) -> usize {
    ["- ", "* ", "• ", "– ", "· ", "▪ ", "● "]
        .iter()
        .find(|mark| line.starts_with(**mark) && line.len() > mark.len())
        .map_or(0, |mark| mark.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(content: &str) -> Vec<String> {
        let text = Text::identical(content, 0);
        paragraphs(&text, Span::new(0, content.len())).iter().map(|block| block.words(&text)).collect()
    }

    #[test]
    fn wrapped_lines_are_joined_and_others_are_not() {
        let wrapped = "The ferry left the harbour late in the evening and\nran aground before the tide turned at three in\nthe morning.\n\nNobody was hurt.";
        assert_eq!(
            read(wrapped),
            [
                "The ferry left the harbour late in the evening and ran aground before the tide turned at three in the morning.",
                "Nobody was hurt."
            ]
        );
        let long = "word ".repeat(30);
        assert_eq!(read(&format!("{long}\n{long}")).len(), 2);
        assert_eq!(read("Name\nAddress\nTown"), ["Name", "Address", "Town"]);
        assert_eq!(read("one\r\ntwo\r\n\r\nthree"), ["one", "two", "three"]);
        assert_eq!(read("- one\n- two"), ["one", "two"]);
    }
}
