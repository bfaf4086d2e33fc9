//! The labelled set, as readers marked it.

use std::ops::Range;

use coincide_text::{Span, Text};
use serde::Deserialize;

use super::{Attribution, lines};

pub(super) type Gold = Attribution;

/// What the contents of an attribution are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GoldKind {
    /// All of it stands in marks.
    Direct,
    /// A part of it stands in marks.
    Mixed,
    /// None of it does.
    Indirect,
}

/// One attribution of the set; places in code points.
#[derive(Debug, Deserialize)]
pub(super) struct Record {
    spans: Vec<(usize, usize)>,
    speaker: Vec<(usize, usize)>,
    cue: Vec<(usize, usize)>,
    kind: GoldKind,
}

impl Record {
    /// Nothing if it has no content within the text.
    pub(super) fn read(&self, text: &Text) -> Option<Gold> {
        let places = |places: &[(usize, usize)]| -> Vec<Span> {
            places
                .iter()
                .filter_map(|&(start, end)| text.from_code_points(start, end))
                .map(|span| span.trim(text.as_str()))
                .filter(|span| !span.is_empty())
                .collect()
        };
        let mut contents: Vec<Span> = Vec::new();
        for span in places(&self.spans) {
            // A content may be cut between two sentences of one pair of marks.
            match contents.last_mut() {
                Some(last) if goes_on(text.as_str(), *last, span) => last.end = span.end,
                _ => contents.push(span),
            }
        }
        let pieces: Vec<Span> = contents.iter().flat_map(|&span| pieces(text.as_str(), span)).collect();
        let letters = |spans: &[Span]| -> usize {
            spans.iter().map(|span| span.of(text.as_str()).chars().filter(|c| c.is_alphanumeric()).count()).sum()
        };
        // The set tells kinds by double marks alone; what stands in single ones or in pairs of them is no less quoted.
        let kind = match self.kind {
            GoldKind::Indirect if pieces.is_empty() => GoldKind::Indirect,
            GoldKind::Indirect if letters(&pieces) < letters(&contents) => GoldKind::Mixed,
            GoldKind::Indirect => GoldKind::Direct,
            kind => kind,
        };
        (!contents.is_empty()).then(|| Gold {
            kind,
            contents,
            pieces,
            speaker: places(&self.speaker),
            cue: places(&self.cue),
        })
    }
}

fn goes_on(text: &str, before: Span, after: Span) -> bool {
    let between = text.get(before.end..after.start);
    between.is_some_and(|between| between.trim().is_empty() && !between.contains('\n'))
        && !before.of(text).ends_with(is_double)
}

const fn is_double(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

const fn is_single(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | '`')
}

/// A range without blanks and marks at its ends.
pub(super) fn unmarked(text: &str, range: Range<usize>) -> Span {
    let Some(slice) = text.get(range.clone()) else { return Span::default() };
    let skipped = |c: char| c.is_whitespace() || is_double(c) || is_single(c);
    let rest = slice.trim_start_matches(skipped);
    let start = range.end - rest.len();
    Span::new(start, start + rest.trim_end_matches(skipped).len())
}

/// What stands in marks within a content, without the marks. A content that begins with an opening mark and ends with a
/// closing one is one piece, whatever marks are inside; so is one in single marks; else the pieces go from each opening
/// mark to the next closing one, or to the end.
fn pieces(text: &str, content: Span) -> Vec<Span> {
    let slice = content.of(text);
    let opens = |c: char| is_double(c) || is_single(c);
    let inner: Vec<(usize, char)> = slice.char_indices().collect();
    let marks: Vec<usize> = (0..inner.len()).filter(|&at| is_double(inner[at].1)).collect();
    let ends = slice.trim_end_matches(['.', ',', '!', '?', ' ']);
    let whole = slice.starts_with(opens) && ends.ends_with(opens) && marks.len() <= 2;
    if whole {
        return lines(text, content).collect();
    }
    if marks.is_empty() {
        return singles(text, content, &inner);
    }
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for &at in &marks {
        let (byte, mark) = inner[at];
        let after = byte + mark.len_utf8();
        // A mark before a letter opens, one after a letter or a stop closes; a curly one says which it is.
        let spaced = at == 0 || inner[at - 1].1.is_whitespace() || matches!(inner[at - 1].1, '(' | '[' | '—' | '-');
        let opening = match mark {
            '“' | '„' | '«' => true,
            '”' | '»' => false,
            _ => spaced && open.is_none(),
        };
        match open {
            None if opening => open = Some(after),
            Some(from) if !opening => {
                found.extend(lines(text, Span::new(content.start + from, content.start + byte)));
                open = None;
            }
            // The closing mark of a piece that began before the content.
            None if found.is_empty() && at > 0 => {
                found.extend(lines(text, Span::new(content.start, content.start + byte)));
            }
            _ => {}
        }
    }
    if let Some(from) = open {
        found.extend(lines(text, Span::new(content.start + from, content.end)));
    }
    found
}

/// The pieces in single marks, for contents without double ones.
fn singles(text: &str, content: Span, inner: &[(usize, char)]) -> Vec<Span> {
    let letter = |at: Option<usize>| at.and_then(|at| inner.get(at)).is_some_and(|(_, c)| c.is_alphanumeric());
    let blank = |at: Option<usize>| at.and_then(|at| inner.get(at)).is_none_or(|(_, c)| !c.is_alphanumeric());
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, &(byte, mark)) in inner.iter().enumerate().filter(|(_, (_, c))| is_single(*c)) {
        let before = at.checked_sub(1);
        if open.is_none() && blank(before) && mark != '’' {
            open = Some(byte + mark.len_utf8());
        } else if let Some(from) = open.filter(|_| !letter(Some(at + 1)) && mark != '‘') {
            let span = Span::new(content.start + from, content.start + byte);
            // The second half of a doubled mark closes nothing.
            if span.of(text).chars().any(char::is_alphanumeric) {
                found.extend(lines(text, span));
                open = None;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(content: &str) -> Vec<&str> {
        pieces(content, Span::new(0, content.len())).into_iter().map(|piece| piece.of(content)).collect()
    }

    #[test]
    fn pieces_in_marks() {
        for (content, expected) in [
            ("“We saw it sink,”", &["We saw it sink,"][..]),
            ("\"We saw it sink.\"", &["We saw it sink."]),
            ("that the plan would \"cost us dear\" and \"soon\"", &["cost us dear", "soon"]),
            ("''We saw it,''", &["We saw it,"]),
            ("the plan is ''a shame''", &["a shame"]),
            ("Pier 'Failed Its Crews'", &["Failed Its Crews"]),
            ("“Look, how odd,\"", &["Look, how odd,"]),
            ("a shame\" for the port", &["a shame"]),
            ("“a shame", &["a shame"]),
            ("the crew's boat", &[]),
        ] {
            assert_eq!(shown(content), expected, "{content}");
        }
    }

    #[test]
    fn kinds_follow_from_what_stands_in_marks() {
        let text = Text::identical("Strand said ''no'' and that ''all'' had left.", 0);
        let record = |spans| Record { spans, speaker: vec![(0, 6)], cue: vec![(7, 11)], kind: GoldKind::Indirect };
        let kind = |spans| record(spans).read(&text).map(|gold| gold.kind);
        assert_eq!(kind(vec![(12, 18)]), Some(GoldKind::Direct));
        assert_eq!(kind(vec![(23, 44)]), Some(GoldKind::Mixed));
        assert_eq!(kind(vec![(36, 44)]), Some(GoldKind::Indirect));
        assert_eq!(kind(vec![(400, 440)]), None);
    }
}
