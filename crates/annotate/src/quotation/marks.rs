//! What stands between quotation marks.

use std::ops::Range;

use coincide_text::Span;

use crate::scan::Scan;

/// Words in marks.
#[derive(Clone, Debug)]
pub(super) struct Marked {
    /// The opening mark.
    pub(super) open: usize,
    /// The tokens of the content.
    pub(super) content: Range<usize>,
    /// The token after the closing mark, or after the content where it is missing.
    pub(super) after: usize,
    /// Whether it goes on with what the paragraph before left open.
    pub(super) goes_on: bool,
    /// Whether it stands in single marks and makes up a paragraph by itself.
    pub(super) is_crosshead: bool,
}

impl Marked {
    /// The content, without a comma that belongs to the sentence around.
    pub(super) fn span(&self, scan: &Scan<'_>) -> Span {
        let mut end = self.content.end;
        if end > self.content.start + 1 && scan.raw(end - 1) == "," {
            end -= 1;
        }
        scan.span(self.content.start, end)
    }
}

/// The kinds of marks, by what opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Double,
    Single,
    Guillemets,
    Low,
    /// Two single marks that stand for one double mark: ''…'', ``…''.
    Pair,
}

impl Style {
    /// How many tokens its opening or closing mark has.
    const fn width(self) -> usize {
        match self {
            Self::Pair => 2,
            Self::Double | Self::Single | Self::Guillemets | Self::Low => 1,
        }
    }
}

/// Everything in marks, in order. Marks inside of marks are left alone. Every paragraph of a quotation stands by itself: one
/// whose closing mark is missing ends with its paragraph, and goes on if the next one opens with the same mark.
pub(super) fn marked(scan: &Scan<'_>) -> Vec<Marked> {
    let mut found: Vec<Marked> = Vec::new();
    let mut unclosed: Option<Style> = None;
    for tokens in paragraphs(scan) {
        let limits = Limits { tokens: tokens.clone(), last_single: last_single(scan, &tokens) };
        let goes_on = unclosed.take().is_some_and(|style| opens(scan, &limits, tokens.start) == Some(style));
        let first = found.len();
        let mut open: Option<(Style, usize)> = None;
        // Whether words in double marks of the other kind, straight or curly, stand inside.
        let mut nested = false;
        let mut next = tokens.start;
        for at in tokens.clone() {
            // The second half of a pair is no mark of its own.
            if !scan.is_mark(at) || at < next {
                continue;
            }
            next = at + if is_pair(scan, &tokens, at) { Style::Pair.width() } else { 1 };
            let Some((style, from)) = open else {
                open = opens(scan, &limits, at).map(|style| (style, at));
                nested = false;
                continue;
            };
            let other = style == Style::Double && is_straight(scan.raw(from)) != is_straight(scan.raw(at));
            if other && opens(scan, &limits, at) == Some(style) && scan.is_glued(at) {
                nested = true;
            } else if closes(scan, &limits, at, style) {
                if other && nested {
                    nested = false;
                } else {
                    push(scan, &mut found, style, from, at..at + style.width());
                    open = None;
                }
            } else if style != Style::Single && opens(scan, &limits, at) == Some(style) {
                // The closing mark is missing: the words end with the last whole sentence before.
                let end = (from + 1..at)
                    .rev()
                    .find(|&index| matches!(scan.raw(index), "." | "!" | "?" | ","))
                    .map_or(at, |index| index + 1);
                push(scan, &mut found, style, from, end..end);
                open = Some((style, at));
            }
        }
        if let Some((style, from)) = open {
            push(scan, &mut found, style, from, tokens.end..tokens.end);
            unclosed = (style != Style::Single).then_some(style);
        }
        if let Some(words) = found.get_mut(first).filter(|words| goes_on && words.open == tokens.start) {
            words.goes_on = true;
        }
        if let [.., words] = found.as_mut_slice()
            && words.open == tokens.start
            && (tokens.end - 1..=tokens.end).contains(&words.after)
            && words.content.len() <= CROSSHEAD
            && is_single(scan.raw(words.open))
            && words.content.start == words.open + 1
        {
            words.is_crosshead = true;
        }
    }
    found
}

/// A longer paragraph is no crosshead, in tokens.
const CROSSHEAD: usize = 12;

fn is_straight(raw: &str) -> bool {
    matches!(raw, "\"" | "＂")
}

/// `closing` is the range of the closing mark, empty where it is missing.
fn push(scan: &Scan<'_>, found: &mut Vec<Marked>, style: Style, open: usize, closing: Range<usize>) {
    let content = open + style.width()..closing.start;
    if content.clone().any(|index| !scan.is_mark(index)) {
        found.push(Marked { open, content, after: closing.end, goes_on: false, is_crosshead: false });
    }
}

/// The tokens of each paragraph that has any.
fn paragraphs(scan: &Scan<'_>) -> Vec<Range<usize>> {
    let mut ranges: Vec<(usize, Range<usize>)> = Vec::new();
    for sentence in scan.sentences {
        match ranges.last_mut() {
            Some((paragraph, range)) if *paragraph == sentence.paragraph => range.end = sentence.tokens.end,
            _ => ranges.push((sentence.paragraph, sentence.tokens.clone())),
        }
    }
    ranges.into_iter().map(|(_, range)| range).collect()
}

struct Limits {
    tokens: Range<usize>,
    /// The last token of the paragraph that could close single marks: an opening one after it is an apostrophe.
    last_single: Option<usize>,
}

fn last_single(scan: &Scan<'_>, tokens: &Range<usize>) -> Option<usize> {
    tokens.clone().rev().find(|&at| is_single(scan.raw(at)) && ends_words(scan, tokens, at))
}

/// Whether two single marks touch here, and not three.
fn is_pair(scan: &Scan<'_>, tokens: &Range<usize>, at: usize) -> bool {
    let mark = |index: usize| matches!(scan.raw(index), "'" | "`" | "’" | "‘");
    let third = at + 2 < tokens.end && scan.is_glued(at + 1) && mark(at + 2);
    at + 1 < tokens.end && mark(at) && mark(at + 1) && scan.is_glued(at) && !third
}

pub(super) fn is_single(raw: &str) -> bool {
    matches!(raw, "'" | "’" | "‘")
}

/// Whether something stands right before the token.
fn touches_before(scan: &Scan<'_>, tokens: &Range<usize>, at: usize) -> bool {
    at > tokens.start && scan.is_glued(at - 1)
}

/// Whether a single mark stands after a word and not before one.
fn ends_words(scan: &Scan<'_>, tokens: &Range<usize>, at: usize) -> bool {
    touches_before(scan, tokens, at) && !(scan.is_glued(at) && at + 1 < tokens.end && !scan.is_mark(at + 1))
}

fn opens(scan: &Scan<'_>, limits: &Limits, at: usize) -> Option<Style> {
    let tokens = &limits.tokens;
    if at >= tokens.end {
        return None;
    }
    let raw = scan.raw(at);
    // Glued marks may stand before: `("`, `—"`.
    let free = !touches_before(scan, tokens, at)
        || matches!(scan.raw(at - 1), "(" | "[" | "—" | "–" | "-" | "\"" | "“" | "‘" | "'" | "/" | ":" | "…");
    let touches = scan.is_glued(at) && at + 1 < tokens.end;
    if is_pair(scan, tokens, at) {
        let before = at == tokens.start || !scan.is_glued(at - 1);
        return (before && scan.is_glued(at + 1) && at + 2 < tokens.end).then_some(Style::Pair);
    }
    match raw {
        "“" | "‟" => Some(Style::Double),
        // Turned the wrong way, as some editors do at the beginning of a line.
        "”" if touches && !touches_before(scan, tokens, at) => Some(Style::Double),
        // `Holm says,” we left”`
        "”" if at > tokens.start + 1 && scan.raw(at - 1) == "," && crate::quotation::is_cue(scan.folded(at - 2)) => {
            Some(Style::Double)
        }
        "\"" | "＂" if touches && free => Some(Style::Double),
        // Blanks on both sides, as a stripped page may have: it opens if nothing is open.
        "\"" if !touches && !touches_before(scan, tokens, at) => Some(Style::Double),
        "«" if touches => Some(Style::Guillemets),
        "„" => Some(Style::Low),
        "‘" | "'" | "’" if touches && free && raw != "’" => {
            let word = scan.folded(at + 1);
            let elision = matches!(word, "em" | "tis" | "twas" | "cause" | "til" | "n" | "round")
                || (scan.is_number(at + 1) && word.ends_with('s'));
            let closed = limits.last_single.is_some_and(|last| last > at + 1);
            // Without a closing mark an apostrophe is likelier, unless a whole paragraph or a colon is opened.
            let whole = at == tokens.start || scan.raw(at - 1) == ":";
            (!elision && (closed || whole)).then_some(Style::Single)
        }
        _ => None,
    }
}

fn closes(scan: &Scan<'_>, limits: &Limits, at: usize, style: Style) -> bool {
    let tokens = &limits.tokens;
    let raw = scan.raw(at);
    match style {
        Style::Double => {
            let straight = matches!(raw, "\"" | "＂") && (touches_before(scan, tokens, at) || !scan.is_glued(at));
            // Turned the wrong way: it touches what is before it and nothing behind.
            let turned = raw == "“"
                && touches_before(scan, tokens, at)
                && scan.is_word(at - 1 - usize::from(at > tokens.start + 1 && scan.is_mark(at - 1)))
                && !(scan.is_glued(at) && at + 1 < tokens.end && !scan.is_mark(at + 1));
            raw == "”" || straight || turned
        }
        Style::Guillemets => raw == "»",
        Style::Pair => is_pair(scan, tokens, at) && touches_before(scan, tokens, at),
        Style::Low => matches!(raw, "“" | "”" | "\""),
        Style::Single => {
            matches!(raw, "'" | "’") && ends_words(scan, tokens, at) && !is_plural_possessive(scan, tokens, at)
        }
    }
}

/// Whether `voters' rights` goes on: the mark stands after an `s`, a small word follows, and another mark can close.
fn is_plural_possessive(scan: &Scan<'_>, tokens: &Range<usize>, at: usize) -> bool {
    let owner = at > tokens.start && scan.is_word(at - 1) && scan.raw(at - 1).ends_with('s');
    if !owner || !scan.is_lower(at + 1) || crate::quotation::is_cue(scan.folded(at + 1)) {
        return false;
    }
    /// How far the closing mark may be.
    const REACH: usize = 80;
    for index in at + 1..tokens.end.min(at + REACH) {
        if is_single(scan.raw(index)) {
            // Another opening mark comes first: this one closed.
            let opening = !touches_before(scan, tokens, index) && scan.is_glued(index);
            return !opening && ends_words(scan, tokens, index);
        }
    }
    false
}
