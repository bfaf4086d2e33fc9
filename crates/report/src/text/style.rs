use super::wrap::Line;
use crate::marks::Mark;
use crate::{Level, Verdict};

/// How the report for the terminal is set. The caller knows the terminal; this crate does not ask it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextOptions {
    /// Columns a line may take; at least 40 are taken.
    pub width: usize,
    /// Whether to colour with ANSI escape sequences. What colour says is said by marks and words too.
    pub colour: bool,
    /// Whether the reports's own marks may go beyond ASCII. Texts that are shown keep their characters in any case.
    pub unicode: bool,
    /// Whether to show notes in full, all of the evidence, and the supported sentences.
    pub verbose: bool,
}

impl Default for TextOptions {
    fn default() -> Self {
        Self { width: 100, colour: false, unicode: true, verbose: false }
    }
}

/// What a stretch of output is, for its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Strong,
    Faint,
    Frame,
    Error,
    Warning,
    Note,
    Good,
}

impl Style {
    pub(super) const fn of_level(level: Level) -> Self {
        match level {
            Level::Error => Self::Error,
            Level::Warning => Self::Warning,
            Level::Note => Self::Note,
        }
    }

    pub(super) const fn of_verdict(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Supported => Self::Good,
            Verdict::Contradicted => Self::Error,
            Verdict::Conflicting | Verdict::NotFound => Self::Warning,
            Verdict::NotChecked => Self::Faint,
        }
    }

    // Only the eight basic colours: they follow the reader's own theme, light or dark.
    const fn sequence(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Strong => "\u{1b}[1m",
            Self::Faint => "\u{1b}[2m",
            Self::Frame => "\u{1b}[34m",
            Self::Error => "\u{1b}[1;31m",
            Self::Warning => "\u{1b}[1;33m",
            Self::Note => "\u{1b}[1;36m",
            Self::Good => "\u{1b}[1;32m",
        }
    }
}

impl TextOptions {
    /// Appends `text` in `style`.
    pub(super) fn paint(&self, out: &mut String, style: Style, text: &str) {
        if self.colour && style != Style::Plain && !text.is_empty() {
            out.push_str(style.sequence());
            out.push_str(text);
            out.push_str("\u{1b}[0m");
        } else {
            out.push_str(text);
        }
    }

    /// The sign drawn under a character with `mark`.
    pub(super) const fn sign(mark: Mark) -> char {
        match mark {
            Mark::Plain => ' ',
            Mark::Focus => '^',
            Mark::Differs => '~',
            Mark::Missing => '+',
        }
    }

    /// Appends the signs under a line, each in the style of its mark; no blanks after the last.
    pub(super) fn signs(&self, out: &mut String, line: &Line, style: impl Fn(Mark) -> Style) {
        let last = line.signs.iter().rposition(|&(_, mark)| mark != Mark::Plain).map_or(0, |last| last + 1);
        for &(width, mark) in &line.signs[..last] {
            self.paint(out, style(mark), &Self::sign(mark).to_string().repeat(width));
        }
    }

    /// The width that lines are set to.
    pub(super) fn columns(&self) -> usize {
        self.width.max(40)
    }

    /// `unicode` where it may be written, else `ascii`.
    pub(super) const fn either<'a>(&self, unicode: &'a str, ascii: &'a str) -> &'a str {
        if self.unicode { unicode } else { ascii }
    }
}
