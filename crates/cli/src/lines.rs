//! Lines of a stream, none longer than there is memory for.

use std::io::{BufRead, Read};

/// A line longer than this is passed over.
pub(crate) const LONGEST: usize = 32 << 20;

/// A line of a stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// Its bytes, without its end.
    Whole(Vec<u8>),
    /// It was longer than [`LONGEST`].
    TooLong,
}

impl Line {
    /// Why a line that is too long is not read.
    pub(crate) fn too_long() -> String {
        format!("a line longer than {} MiB", LONGEST >> 20)
    }
}

/// The next line. Nothing at the end of the stream.
pub(crate) fn next(input: &mut impl BufRead) -> std::io::Result<Option<Line>> {
    bounded(input, LONGEST)
}

fn bounded(input: &mut impl BufRead, longest: usize) -> std::io::Result<Option<Line>> {
    let mut line = Vec::new();
    let limit = u64::try_from(longest).unwrap_or(u64::MAX).saturating_add(1);
    if input.by_ref().take(limit).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if line.len() > longest {
        input.skip_until(b'\n')?;
        return Ok(Some(Line::TooLong));
    }
    Ok(Some(Line::Whole(line)))
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    #[test]
    fn lines_end_at_their_ends_and_long_ones_are_passed_over() {
        let mut input = BufReader::with_capacity(4, "one\n\nmuch too long\n12345\nlast".as_bytes());
        let mut lines = Vec::new();
        while let Some(line) = bounded(&mut input, 5).unwrap() {
            lines.push(match line {
                Line::Whole(line) => String::from_utf8(line).unwrap(),
                Line::TooLong => "too long".to_owned(),
            });
        }
        assert_eq!(lines, ["one", "", "too long", "12345", "last"]);
    }
}
