use std::sync::Arc;

use crate::Span;

/// One stretch of a text and where it stands in the layer below.
#[derive(Clone, Copy, Debug)]
struct Run {
    /// Where it starts in the text.
    start: usize,
    /// The range below it came from.
    below: Span,
    /// Whether byte `start + i` is byte `below.start + i`. If not, the whole run came from the whole range, as `é` from
    /// `&eacute;`.
    exact: bool,
}

/// Where each stretch of a text stands in the layer below. Runs are in text order; their ranges below need not be.
#[derive(Clone, Debug, Default)]
struct Layer {
    runs: Vec<Run>,
}

impl Layer {
    /// The smallest range below that contains everything `span` was made from; nothing if all of it was inserted.
    fn below(&self, span: Span, length: usize) -> Option<Span> {
        let first = self.runs.partition_point(|run| run.start <= span.start).saturating_sub(1);
        let mut found: Option<Span> = None;
        for (index, run) in self.runs.iter().enumerate().skip(first) {
            if run.start >= span.end.max(span.start + 1) {
                break;
            }
            let end = self.runs.get(index + 1).map_or(length, |next| next.start);
            let range = if run.exact {
                // An exact run may be followed by inserted text, which its range below does not cover.
                let limit = end.min(run.start + run.below.len());
                let from = span.start.clamp(run.start, limit);
                let to = span.end.clamp(run.start, limit);
                if from == to && !span.is_empty() {
                    continue;
                }
                Span::new(run.below.start + (from - run.start), run.below.start + (to - run.start))
            } else {
                run.below
            };
            found = Some(found.map_or(range, |so_far| so_far.cover(range)));
        }
        found
    }
}

/// A clean text and the way back to the bytes it was read from.
///
/// The way is a list of layers, outermost first: clean text over decoded text over bytes, for example. A text made from
/// nothing with bytes of its own (a generated page, a paragraph of a DOCX file) has no layers, and
/// [`source`](Self::source) answers `None`.
#[derive(Clone, Debug, Default)]
pub struct Text {
    content: String,
    layers: Vec<Arc<Layer>>,
    /// Code points before every [`STRIDE`]-th byte; empty where the text is ASCII.
    counts: Vec<usize>,
}

/// Distance in bytes between two remembered counts of code points.
const STRIDE: usize = 256;

impl Text {
    /// A text whose bytes are the input's from `offset` on: UTF-8 that needed no cleaning.
    pub fn identical(content: impl Into<String>, offset: usize) -> Self {
        let content = content.into();
        let run = Run { start: 0, below: Span::new(offset, offset + content.len()), exact: true };
        Self::with_layers(content, vec![Arc::new(Layer { runs: vec![run] })])
    }

    /// A text with no bytes of its own.
    pub fn unaligned(content: impl Into<String>) -> Self {
        Self::with_layers(content.into(), Vec::new())
    }

    fn with_layers(content: String, layers: Vec<Arc<Layer>>) -> Self {
        let mut counts = Vec::new();
        if !content.is_ascii() {
            let mut total = 0;
            for (index, byte) in content.bytes().enumerate() {
                if index % STRIDE == 0 {
                    counts.push(total);
                }
                total += usize::from(starts_character(byte));
            }
        }
        Self { content, layers, counts }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.content
    }

    /// The part of the text that `span` stands for.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.content)
    }

    /// The smallest range of the input's bytes whose decoded, cleaned reading contains `span`; nothing where the input
    /// has no bytes of its own or all of `span` was inserted by the reader.
    pub fn source(&self, span: Span) -> Option<Span> {
        let mut at = span;
        let mut length = self.content.len();
        for layer in &self.layers {
            at = layer.below(at, length)?;
            length = usize::MAX;
        }
        (!self.layers.is_empty()).then_some(at)
    }

    /// `span` in Unicode code points, as a W3C `TextPositionSelector` counts.
    pub fn code_points(&self, span: Span) -> Span {
        Span::new(self.code_points_before(span.start), self.code_points_before(span.end))
    }

    fn code_points_before(&self, offset: usize) -> usize {
        let Some(&before) = self.counts.get(offset / STRIDE).or(self.counts.last()) else {
            return offset;
        };
        let from = (offset / STRIDE).min(self.counts.len() - 1) * STRIDE;
        let bytes = self.content.as_bytes().get(from..offset).unwrap_or_default();
        before + bytes.iter().filter(|&&byte| starts_character(byte)).count()
    }

    /// The span of the code points `start..end`; the inverse of [`code_points`](Self::code_points), or nothing where
    /// the text is shorter.
    pub fn from_code_points(&self, start: usize, end: usize) -> Option<Span> {
        let mut offsets = self.content.char_indices().map(|(at, _)| at).chain([self.content.len()]);
        let from = offsets.nth(start)?;
        let to = if end == start { from } else { offsets.nth(end.checked_sub(start + 1)?)? };
        Some(Span::new(from, to))
    }
}

const fn starts_character(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

/// Builds a [`Text`] piece by piece, each with the place it came from.
#[derive(Debug, Default)]
pub struct TextBuilder {
    content: String,
    runs: Vec<Run>,
    below: Vec<Arc<Layer>>,
    aligned: bool,
}

impl TextBuilder {
    /// A builder whose places are byte offsets of the input itself.
    pub fn new() -> Self {
        Self { aligned: true, ..Self::default() }
    }

    /// A builder whose places are byte offsets of `text`: what comes out is aligned to the input that `text` is
    /// aligned to, and to nothing if `text` is not aligned.
    pub fn over(text: &Text) -> Self {
        Self { aligned: !text.layers.is_empty(), below: text.layers.clone(), ..Self::default() }
    }

    /// Adds `piece`, which stands at `offset` below, byte for byte.
    pub fn push_same(&mut self, piece: &str, offset: usize) {
        if piece.is_empty() {
            return;
        }
        let start = self.content.len();
        self.content.push_str(piece);
        let below = Span::new(offset, offset + piece.len());
        if let Some(last) = self.runs.last_mut()
            && last.exact
            && last.below.end == offset
            && last.start + last.below.len() == start
        {
            last.below.end = below.end;
            return;
        }
        self.runs.push(Run { start, below, exact: true });
    }

    /// Adds `piece`, which stands for all of `below` taken together: a decoded entity, several blanks made one.
    pub fn push_for(&mut self, piece: &str, below: Span) {
        if piece.is_empty() {
            return;
        }
        self.runs.push(Run { start: self.content.len(), below, exact: false });
        self.content.push_str(piece);
    }

    /// Adds `piece`, which stands nowhere below: the blank line between two paragraphs.
    pub fn push_inserted(&mut self, piece: &str) {
        if piece.is_empty() {
            return;
        }
        // An empty exact run keeps the one before it from reaching over the insertion.
        let at = self.runs.last().map_or(0, |last| last.below.end);
        self.runs.push(Run { start: self.content.len(), below: Span::new(at, at), exact: true });
        self.content.push_str(piece);
    }

    /// Adds all of `text`, which was built over the same text below as this one.
    pub fn push_text(&mut self, text: &Text) {
        let start = self.content.len();
        self.content.push_str(&text.content);
        if let Some(layer) = text.layers.first() {
            self.runs.extend(layer.runs.iter().map(|run| Run { start: start + run.start, ..*run }));
        }
    }

    /// What has been added so far.
    pub fn as_str(&self) -> &str {
        &self.content
    }

    /// Number of bytes added so far: the offset at which the next piece will start.
    pub fn len(&self) -> usize {
        self.content.len()
    }

    /// Whether nothing has been added.
    pub fn is_empty(&self) -> bool {
        self.content.is_empty()
    }

    /// The text.
    pub fn finish(self) -> Text {
        let mut layers = Vec::new();
        if self.aligned {
            layers.push(Arc::new(Layer { runs: self.runs }));
            layers.extend(self.below);
        }
        Text::with_layers(self.content, layers)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_entity_maps_to_all_of_its_bytes() {
        let page = "<p>caf&eacute; bar</p>";
        let mut builder = TextBuilder::new();
        builder.push_same("caf", 3);
        builder.push_for("é", Span::new(6, 14));
        builder.push_same(" bar", 14);
        let text = builder.finish();
        assert_eq!(text.as_str(), "café bar");
        let cafe = text.source(Span::new(0, 5)).unwrap();
        assert_eq!(cafe.of(page), "caf&eacute;");
        let bar = text.source(Span::new(6, 9)).unwrap();
        assert_eq!(bar.of(page), "bar");
        assert_eq!(text.code_points(Span::new(6, 9)), Span::new(5, 8));
    }

    #[test]
    fn inserted_text_has_no_source_of_its_own() {
        let mut builder = TextBuilder::new();
        builder.push_same("one", 0);
        builder.push_inserted("\n\n");
        builder.push_same("two", 9);
        let text = builder.finish();
        assert_eq!(text.source(Span::new(3, 5)), None);
        assert_eq!(text.source(Span::new(0, 3)), Some(Span::new(0, 3)));
        assert_eq!(text.source(Span::new(5, 8)), Some(Span::new(9, 12)));
        assert_eq!(text.source(Span::new(2, 6)), Some(Span::new(2, 10)));
    }

    #[test]
    fn layers_lead_down_to_the_bytes() {
        let mut decoded = TextBuilder::new();
        decoded.push_same("a", 0);
        decoded.push_for("é", Span::new(1, 2));
        decoded.push_same("b  c", 2);
        let decoded = decoded.finish();
        let mut clean = TextBuilder::over(&decoded);
        clean.push_same("aéb", 0);
        clean.push_for(" ", Span::new(4, 6));
        clean.push_same("c", 6);
        let clean = clean.finish();
        assert_eq!(clean.as_str(), "aéb c");
        assert_eq!(clean.source(Span::new(1, 3)), Some(Span::new(1, 2)));
        assert_eq!(clean.source(Span::new(5, 6)), Some(Span::new(5, 6)));
    }

    #[test]
    fn two_texts_over_the_same_one_lead_down_to_it() {
        let page = Text::identical("one two three", 10);
        let part = |from: usize, to: usize| {
            let mut builder = TextBuilder::over(&page);
            builder.push_same(&page.as_str()[from..to], from);
            builder.finish()
        };
        let mut joined = TextBuilder::over(&page);
        joined.push_text(&part(8, 13));
        joined.push_inserted(" ");
        joined.push_text(&part(0, 3));
        let joined = joined.finish();
        assert_eq!(joined.as_str(), "three one");
        assert_eq!(joined.source(Span::new(0, 5)), Some(Span::new(18, 23)));
        assert_eq!(joined.source(Span::new(6, 9)), Some(Span::new(10, 13)));
        assert_eq!(joined.source(Span::new(5, 6)), None);
    }

    #[test]
    fn an_unaligned_text_has_no_source() {
        let text = Text::unaligned("words");
        assert_eq!(text.source(Span::new(0, 5)), None);
        assert_eq!(TextBuilder::over(&text).finish().source(Span::new(0, 0)), None);
    }

    proptest! {
        #[test]
        fn code_points_slice_to_the_same_characters(content in "\\PC{0,400}", a in 0usize..400, b in 0usize..400) {
            let characters: Vec<char> = content.chars().collect();
            let (a, b) = (a.min(b).min(characters.len()), a.max(b).min(characters.len()));
            let text = Text::identical(content.clone(), 0);
            let span = text.from_code_points(a, b).unwrap();
            prop_assert_eq!(text.code_points(span), Span::new(a, b));
            prop_assert_eq!(text.slice(span), characters[a..b].iter().collect::<String>());
            if !span.is_empty() {
                prop_assert_eq!(text.source(span), Some(span));
            }
        }

        #[test]
        fn pieces_map_back_to_where_they_were_taken(pieces in proptest::collection::vec(("\\PC{1,9}", 0u8..3), 1..20)) {
            let mut source = String::new();
            let mut builder = TextBuilder::new();
            let mut expected = Vec::new();
            for (piece, how) in &pieces {
                let at = builder.len();
                match how {
                    0 => {
                        builder.push_same(piece, source.len());
                        expected.push((Span::new(at, builder.len()), Some(Span::new(source.len(), source.len() + piece.len()))));
                        source.push_str(piece);
                    }
                    1 => {
                        let below = Span::new(source.len(), source.len() + 4);
                        source.push_str("&xx;");
                        builder.push_for(piece, below);
                        expected.push((Span::new(at, builder.len()), Some(below)));
                    }
                    _ => {
                        source.push('#');
                        builder.push_inserted(piece);
                        expected.push((Span::new(at, builder.len()), None));
                    }
                }
            }
            let text = builder.finish();
            for (span, below) in expected {
                prop_assert_eq!(text.source(span), below);
            }
        }
    }
}
