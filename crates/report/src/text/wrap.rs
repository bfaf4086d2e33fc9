use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::marks::{Mark, Stretch};
use crate::visible::visible;

/// One character as people see it, with the columns it takes.
#[derive(Clone, Debug)]
struct Cell {
    text: String,
    width: usize,
    mark: Mark,
    /// Words are missing before it.
    missing: bool,
}

/// A line of a passage: its stretches, and the signs to draw under it (empty if nothing is marked).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) stretches: Vec<(String, Mark)>,
    pub(super) signs: Vec<(usize, Mark)>,
}

impl Line {
    pub(super) fn is_marked(&self) -> bool {
        self.signs.iter().any(|&(_, mark)| mark != Mark::Plain)
    }
}

/// Sets `stretches` in lines of at most `width` columns, broken at blanks; a word longer than a line is cut.
///
/// Wide characters count two columns and combining marks none. Nothing of the passage is obeyed by a terminal.
pub(super) fn wrap(stretches: &[Stretch<'_>], width: usize) -> Vec<Line> {
    let width = width.max(8);
    let cells = cells(stretches);
    let mut lines = Vec::new();
    let mut start = 0;
    while start < cells.len() {
        let mut taken = 0;
        let mut end = start;
        let mut break_at = None;
        while let Some(cell) = cells.get(end) {
            if taken + cell.width > width {
                break;
            }
            taken += cell.width;
            end += 1;
            if cell.text == " " {
                break_at = Some(end);
            }
        }
        if end < cells.len() && cells[end].text != " " {
            end = break_at.unwrap_or(end).max(start + 1);
        }
        lines.push(line(&cells[start..end]));
        start = end;
        while cells.get(start).is_some_and(|cell| cell.text == " ") {
            start += 1;
        }
    }
    lines
}

/// The columns that `text` takes.
pub(super) fn columns(text: &str) -> usize {
    visible(text).graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// `text` made visible in lines of at most `width` columns.
pub(super) fn wrap_plain(text: &str, width: usize) -> Vec<String> {
    wrap(&[Stretch { text, mark: Mark::Plain }], width)
        .into_iter()
        .map(|line| line.stretches.into_iter().map(|(text, _)| text).collect())
        .collect()
}

fn cells(stretches: &[Stretch<'_>]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    let mut missing = false;
    for stretch in stretches {
        if stretch.mark == Mark::Missing {
            missing = true;
            continue;
        }
        for grapheme in visible(stretch.text).graphemes(true) {
            // Several blanks are one, so that a wrapped source and a wide table read as prose.
            if grapheme == " " && cells.last().is_none_or(|last| last.text == " ") {
                continue;
            }
            // A combining mark on its own, at the start of a stretch, belongs to what stands before it.
            let width = UnicodeWidthStr::width(grapheme);
            cells.push(Cell { text: grapheme.to_owned(), width, mark: stretch.mark, missing });
            missing = false;
        }
    }
    if missing && let Some(last) = cells.last_mut() {
        last.missing = true;
    }
    while cells.last().is_some_and(|cell| cell.text == " ") {
        cells.pop();
    }
    cells
}

fn line(cells: &[Cell]) -> Line {
    let trimmed = cells.iter().rposition(|cell| cell.text != " ").map_or(0, |last| last + 1);
    let mut line = Line::default();
    for (index, cell) in cells[..trimmed].iter().enumerate() {
        // A blank between two marked words carries the mark on; at the end of a mark it does not.
        let next = cells[index + 1..trimmed].first();
        let mark =
            if cell.text == " " && next.is_none_or(|next| next.mark != cell.mark) { Mark::Plain } else { cell.mark };
        match line.stretches.last_mut() {
            Some((text, last)) if *last == mark => text.push_str(&cell.text),
            _ => line.stretches.push((cell.text.clone(), mark)),
        }
        let sign = if cell.missing && mark == Mark::Plain { Mark::Missing } else { mark };
        let (first, rest) =
            if sign == Mark::Missing { (cell.width.min(1), cell.width.saturating_sub(1)) } else { (cell.width, 0) };
        for (width, sign) in [(first, sign), (rest, Mark::Plain)].into_iter().filter(|&(width, _)| width > 0) {
            match line.signs.last_mut() {
                Some((columns, last)) if *last == sign => *columns += width,
                _ => line.signs.push((width, sign)),
            }
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(text: &str) -> Stretch<'_> {
        Stretch { text, mark: Mark::Plain }
    }

    fn signs(line: &Line) -> String {
        line.signs
            .iter()
            .flat_map(|&(width, mark)| std::iter::repeat_n(super::super::TextOptions::sign(mark), width))
            .collect()
    }

    #[test]
    fn signs_stand_under_their_words() {
        let lines = wrap(
            &[
                plain("東京 "),
                Stretch { text: "e\u{301}t", mark: Mark::Differs },
                plain(" b"),
                Stretch { text: "", mark: Mark::Missing },
                plain(" c"),
            ],
            40,
        );
        assert_eq!(signs(&lines[0]).trim_end(), "     ~~  +");
    }

    #[test]
    fn lines_break_at_blanks() {
        assert_eq!(wrap_plain("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap_plain("abcdefghijkl", 8), ["abcdefgh", "ijkl"]);
        assert_eq!(wrap_plain("one\n  two", 20), ["one two"]);
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_nothing_can_be_obeyed(text in any::<String>(), width in 8usize..60) {
            for line in wrap_plain(&text, width) {
                prop_assert!(columns(&line) <= width.max(8) || line.graphemes(true).count() == 1);
                prop_assert!(!line.chars().any(char::is_control));
            }
        }
    }
}
