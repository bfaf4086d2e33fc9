use coincide_text::{Span as Bytes, Text};

use crate::Region;

/// Where the lines of an input file start: turns byte ranges into lines and columns as editors count them.
///
/// Only UTF-8 has them, since columns are code points of the decoded file and byte offsets are what is known of it. A
/// byte order mark is not counted; a line ends with a line feed.
#[derive(Clone, Debug)]
pub struct Lines {
    // Its remembered counts keep a column cheap in a file of one long line.
    source: Text,
    starts: Vec<usize>,
}

impl Lines {
    /// The lines of a file with these bytes; nothing if they are not UTF-8.
    pub fn new(bytes: &[u8]) -> Option<Self> {
        let source = std::str::from_utf8(bytes).ok()?;
        let first = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let after_breaks = source.match_indices('\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(first).chain(after_breaks).collect();
        Some(Self { source: Text::identical(source, 0), starts })
    }

    /// The region that a range of bytes covers; nothing if the file is shorter.
    pub fn region(&self, bytes: (usize, usize)) -> Option<Region> {
        let (start, end) = bytes;
        if end > self.source.as_str().len() || start > end {
            return None;
        }
        let (line, column) = self.place(start);
        let (end_line, end_column) = self.place(end);
        Some(Region { line, column, end_line, end_column })
    }

    fn place(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or_default().min(offset);
        (line, self.source.code_points(Bytes::new(start, offset)).len() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_counted_from_one_in_code_points() {
        let source = "\u{feff}Ünd\r\nso wéiter";
        let lines = Lines::new(source.as_bytes()).unwrap();
        let at = source.find("éi").unwrap();
        let region = lines.region((at, at + "éi".len())).unwrap();
        assert_eq!(region, Region { line: 2, column: 5, end_line: 2, end_column: 7 });
        assert_eq!(lines.region((3, 5)), Some(Region { line: 1, column: 1, end_line: 1, end_column: 2 }));
        assert_eq!(lines.region((0, 3)).map(|region| region.column), Some(1));
        assert_eq!(lines.region((0, 4000)), None);
    }

    #[test]
    fn other_encodings_have_no_regions() {
        assert!(Lines::new(b"caf\xe9").is_none());
    }
}
