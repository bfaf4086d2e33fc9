//! What every reader hands on: a text and its blocks, not yet cleaned.

use coincide_text::{Span, Text, TextBuilder};

use crate::facts::Facts;
use crate::{Dropped, Paragraph, ParagraphKind};

/// A stretch of a manuscript that is to become a paragraph.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) kind: ParagraphKind,
    /// Its parts in the manuscript's text. What stands between two of them is an artefact and becomes one blank.
    pub(crate) pieces: Vec<Span>,
}

impl Block {
    pub(crate) fn new(kind: ParagraphKind, span: Span) -> Self {
        Self { kind, pieces: vec![span] }
    }

    /// Its words, white space made single blanks.
    pub(crate) fn words(&self, text: &Text) -> String {
        let mut builder = TextBuilder::new();
        push_pieces(&mut builder, text, &self.pieces);
        builder.as_str().to_owned()
    }
}

/// A text, its blocks in reading order, and what was found about it on the way.
#[derive(Clone, Debug, Default)]
pub(crate) struct Manuscript {
    pub(crate) text: Text,
    pub(crate) blocks: Vec<Block>,
    pub(crate) facts: Facts,
    pub(crate) dropped: Vec<Dropped>,
    /// Whether the text is to stay as it is, white space and all, and not only its blocks.
    pub(crate) as_given: bool,
}

impl Manuscript {
    /// Whether it says anything besides its headline.
    pub(crate) fn has_text(&self) -> bool {
        let has_words = |block: &Block| block.pieces.iter().any(|piece| has_words(piece.of(self.text.as_str())));
        self.blocks.iter().any(|block| block.kind != ParagraphKind::Title && has_words(block))
    }

    /// The clean text: the blocks, white space made single blanks, a blank line between two of them. Or the text itself,
    /// if it is to stay as it is.
    pub(crate) fn assemble(&self) -> (Text, Vec<Paragraph>) {
        if self.as_given {
            let paragraph = |block: &Block| {
                let span = block.pieces.iter().copied().reduce(Span::cover)?;
                has_words(span.of(self.text.as_str())).then_some(Paragraph { span, kind: block.kind })
            };
            return (self.text.clone(), self.blocks.iter().filter_map(paragraph).collect());
        }
        let mut builder = TextBuilder::over(&self.text);
        let mut paragraphs = Vec::with_capacity(self.blocks.len());
        let mut separated = true;
        for block in &self.blocks {
            if !block.pieces.iter().any(|piece| has_words(piece.of(self.text.as_str()))) {
                continue;
            }
            if !separated {
                builder.push_inserted("\n\n");
            }
            let start = builder.len();
            push_pieces(&mut builder, &self.text, &block.pieces);
            separated = builder.len() == start;
            if !separated {
                paragraphs.push(Paragraph { span: Span::new(start, builder.len()), kind: block.kind });
            }
        }
        (builder.finish(), paragraphs)
    }
}

fn has_words(piece: &str) -> bool {
    piece.chars().any(|character| !is_blank(character) && !is_invisible(character))
}

/// White space and control characters, which a clean text shows as one blank.
pub(crate) fn is_blank(character: char) -> bool {
    character.is_whitespace() || character.is_control()
}

/// Characters that show nothing or only reorder what is shown: soft hyphens, zero-width spaces, bidirectional controls.
/// They are left out, since two texts that look the same must compare the same.
pub(crate) const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

/// Adds the pieces without the white space at their ends, each run of white space and each gap between pieces as one
/// blank that stands for all of it.
fn push_pieces(builder: &mut TextBuilder, text: &Text, pieces: &[Span]) {
    let mut written = false;
    let mut gap: Option<Span> = None;
    for (index, &piece) in pieces.iter().enumerate() {
        if index > 0 && written {
            let before = gap.map_or(pieces[index - 1].end, |gap| gap.start);
            // Pieces need not stand in order (a list of highlights); then nothing between them stands for the blank.
            gap = Some(Span::new(before.min(piece.start), piece.start));
        }
        let slice = piece.of(text.as_str());
        let mut same = 0;
        for (at, character) in slice.char_indices() {
            let blank = is_blank(character);
            if !blank && !is_invisible(character) {
                if let Some(blanks) = gap.take() {
                    push_blank(builder, text.as_str(), blanks);
                    same = at;
                }
                written = true;
                continue;
            }
            if written && gap.is_none() || !blank {
                builder.push_same(&slice[same.min(at)..at], piece.start + same.min(at));
            }
            let after = at + character.len_utf8();
            if blank && written {
                let start = gap.map_or(piece.start + at, |gap| gap.start);
                gap = Some(Span::new(start, piece.start + after));
            }
            same = after;
        }
        if gap.is_none() {
            builder.push_same(&slice[same..], piece.start + same);
        }
    }
}

fn push_blank(builder: &mut TextBuilder, text: &str, blanks: Span) {
    if blanks.of(text) == " " {
        builder.push_same(" ", blanks.start);
    } else if blanks.is_empty() {
        builder.push_inserted(" ");
    } else {
        builder.push_for(" ", blanks);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn assembled(content: &str, blocks: Vec<Vec<Span>>) -> (Text, Vec<Paragraph>) {
        let blocks = blocks.into_iter().map(|pieces| Block { kind: ParagraphKind::Body, pieces }).collect();
        Manuscript { text: Text::identical(content, 0), blocks, ..Manuscript::default() }.assemble()
    }

    #[test]
    fn white_space_and_gaps_become_one_blank() {
        let content = "  The\u{a0}\n boat . sank\u{ad}ed. Then";
        let stop = content.find(" .").unwrap();
        let (text, paragraphs) = assembled(content, vec![vec![Span::new(0, stop), Span::new(stop + 2, content.len())]]);
        assert_eq!(text.as_str(), "The boat sanked. Then");
        assert_eq!(paragraphs[0].span, Span::new(0, text.as_str().len()));
        assert_eq!(text.source(Span::new(8, 9)).unwrap().of(content), " . ");
        assert_eq!(text.source(Span::new(0, 8)).unwrap().of(content), "The\u{a0}\n boat");
    }

    #[test]
    fn blocks_are_separated_by_a_blank_line() {
        let (text, paragraphs) =
            assembled("one two", vec![vec![Span::new(0, 3)], vec![Span::new(3, 4)], vec![Span::new(4, 7)]]);
        assert_eq!(text.as_str(), "one\n\ntwo");
        assert_eq!(paragraphs.len(), 2);
        assert_eq!(text.slice(paragraphs[1].span), "two");
        assert_eq!(text.source(paragraphs[1].span), Some(Span::new(4, 7)));
    }

    /// What the clean text of one block must be, by the plainest means.
    fn collapsed(text: &str) -> String {
        let visible: String =
            text.chars().filter(|&c| !is_invisible(c)).map(|c| if is_blank(c) { ' ' } else { c }).collect();
        visible.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }

    proptest! {
        #[test]
        fn the_source_of_a_slice_collapses_to_the_slice(content in "[a-cé \u{a0}\n\u{ad}\u{feff}日]{0,40}", cuts in proptest::collection::vec(0usize..60, 0..6)) {
            let mut offsets: Vec<usize> = cuts.into_iter().filter(|&cut| content.is_char_boundary(cut) && cut <= content.len()).collect();
            offsets.sort_unstable();
            let pieces: Vec<Span> = offsets.windows(2).map(|pair| Span::new(pair[0], pair[1])).collect();
            let (text, paragraphs) = assembled(&content, pieces.iter().map(|&piece| vec![piece]).collect());
            for paragraph in &paragraphs {
                let source = text.source(paragraph.span).unwrap();
                prop_assert_eq!(collapsed(source.of(&content)), text.slice(paragraph.span));
                for (at, character) in text.slice(paragraph.span).char_indices() {
                    let span = Span::new(paragraph.span.start + at, paragraph.span.start + at + character.len_utf8());
                    let below = text.source(span).unwrap().of(&content);
                    let expected = if character == ' ' { String::new() } else { character.to_string() };
                    prop_assert_eq!(collapsed(below), expected);
                }
            }
        }
    }
}
