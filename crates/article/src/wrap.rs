//! The ` . ` of a data-set record.
//!
//! The makers of the CNN / Daily Mail records ended every line that had no final stop with ` .`, then joined the lines.
//! So a ` . ` stands where a line ended: in mid-sentence where the text was wrapped at a width, or after a line that
//! ends without a stop of its own, such as a caption, a pull quote or a part of the byline. It is never a full stop.

use coincide_text::{Span, fold, is_function_word, sentences};

/// A line hand-wrapped in an editor is about this long, in bytes.
const WIDEST_LINE: usize = 90;

/// How far back a line is looked at, in bytes.
const LONGEST_TAIL: usize = 1000;

/// A paragraph made of sentences that came without paragraphs ends after this many words.
const PARAGRAPH_WORDS: usize = 60;

/// A part of a record's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) kind: PartKind,
    /// What it consists of; artefacts stand between the pieces.
    pub(crate) pieces: Vec<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartKind {
    /// Sentences of the text.
    Sentences,
    /// A line that ended without a stop of its own.
    OpenLine,
}

/// The places of ` . ` within `span`: the point itself, with a blank or an end on both sides.
pub(crate) fn artefacts(text: &str, span: Span) -> Vec<usize> {
    let slice = span.of(text).as_bytes();
    let blank = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
    (0..slice.len())
        .filter(|&at| slice[at] == b'.' && at > 0 && blank(slice.get(at - 1)) && blank(slice.get(at + 1)))
        .map(|at| span.start + at)
        .collect()
}

/// The lines within `span` that artefacts end.
pub(crate) fn lines(text: &str, span: Span) -> Vec<Span> {
    pieces(text, span, &artefacts(text, span))
}

/// `span` without the artefacts, which part it into pieces.
fn pieces(text: &str, span: Span, artefacts: &[usize]) -> Vec<Span> {
    let inside = artefacts.partition_point(|&at| at < span.start)..artefacts.partition_point(|&at| at < span.end);
    let mut start = span.start;
    let mut pieces = Vec::new();
    for &at in &artefacts[inside] {
        pieces.push(Span::new(start, at).trim(text));
        start = at + 1;
    }
    pieces.push(Span::new(start, span.end).trim(text));
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// The parts of a record's text: paragraphs of sentences, and lines without a stop between them.
pub(crate) fn parts(text: &str, span: Span) -> Vec<Part> {
    let artefacts = artefacts(text, span);
    let mut starts: Vec<usize> = sentences(text, span).iter().map(|sentence| sentence.start).collect();
    // An artefact looks like the end of a sentence where the next word has a capital.
    starts.retain(|&start| !follows_artefact(text, start, &artefacts));
    let wrapped = artefacts.iter().any(|&at| {
        let after = text[at + 1..span.end].trim_start();
        after.starts_with(char::is_lowercase)
    });
    let mut parts = Vec::new();
    let mut run = span.start;
    let mut line = span.start;
    for &at in &artefacts {
        let joint = Joint { text, run: Span::new(run, at), line_start: line, after: Span::new(at + 1, span.end) };
        let sentence =
            starts[..starts.partition_point(|&start| start < at)].last().map_or(run, |&start| start.max(run));
        match joint.ending(sentence, wrapped) {
            Ending::Wrap => {}
            Ending::Stopped => {
                push_sentences(&mut parts, text, Span::new(run, at), &starts, &artefacts);
                run = at + 1;
            }
            Ending::Open => {
                push_sentences(&mut parts, text, Span::new(run, sentence), &starts, &artefacts);
                let pieces = pieces(text, Span::new(sentence, at), &artefacts);
                if !pieces.is_empty() {
                    parts.push(Part { kind: PartKind::OpenLine, pieces });
                }
                run = at + 1;
            }
        }
        line = at + 1;
    }
    push_sentences(&mut parts, text, Span::new(run, span.end), &starts, &artefacts);
    parts
}

fn follows_artefact(text: &str, start: usize, artefacts: &[usize]) -> bool {
    let before = text[..start].trim_end().len();
    before > 0 && artefacts.binary_search(&(before - 1)).is_ok()
}

/// Adds the sentences of `span` as paragraphs of a readable size, which never begin with a word that leans on the
/// sentence before.
fn push_sentences(parts: &mut Vec<Part>, text: &str, span: Span, starts: &[usize], artefacts: &[usize]) {
    let inside =
        starts.partition_point(|&start| start <= span.start)..starts.partition_point(|&start| start < span.end);
    let mut from = span.start;
    let mut counted = span.start;
    let mut words = 0;
    for &start in starts.get(inside).unwrap_or_default().iter().chain([&span.end]) {
        words += text[counted..start].split_whitespace().count();
        counted = start;
        if start == span.end || words >= PARAGRAPH_WORDS && !leans_back(&text[start..span.end]) {
            let pieces = pieces(text, Span::new(from, start), artefacts);
            if !pieces.is_empty() {
                parts.push(Part { kind: PartKind::Sentences, pieces });
            }
            from = start;
            words = 0;
        }
    }
}

fn leans_back(sentence: &str) -> bool {
    const LEANING: &[&str] =
        &["but", "he", "her", "his", "it", "its", "she", "that", "their", "these", "they", "this", "those"];
    sentence.starts_with(['"', '“', '\'', '‘']) || LEANING.contains(&fold(first_word(sentence)).as_str())
}

enum Ending {
    /// The line was wrapped: the sentence goes on.
    Wrap,
    /// The line had a stop of its own, so the artefact adds nothing.
    Stopped,
    /// The line ended here without a stop.
    Open,
}

struct Joint<'a> {
    text: &'a str,
    /// From the last known end of a line to the artefact.
    run: Span,
    /// After the artefact before this one.
    line_start: usize,
    after: Span,
}

impl Joint<'_> {
    /// Decides by what stands on both sides, then by how long the line is. `sentence` is where the last sentence
    /// before the artefact starts; `wrapped` says that this text has lines that were certainly wrapped.
    fn ending(&self, sentence: usize, wrapped: bool) -> Ending {
        let before = self.run.of(self.text).trim_end();
        let after = self.after.of(self.text).trim_start();
        if before.is_empty() {
            return Ending::Stopped;
        }
        if after.is_empty() {
            return if ends_stopped(before) { Ending::Stopped } else { Ending::Open };
        }
        if after.starts_with(char::is_lowercase) {
            return Ending::Wrap;
        }
        if ends_stopped(before) {
            return if ends_in_abbreviation(before) && !begins_sentence(after) {
                Ending::Wrap
            } else {
                Ending::Stopped
            };
        }
        // Neither a caption nor a quotation is longer; looking further would make a long text quadratic.
        let tail = Span::new(sentence, self.run.end);
        let tail = if tail.len() > LONGEST_TAIL { "" } else { tail.of(self.text).trim() };
        if is_pull_quote(tail) {
            return Ending::Open;
        }
        if leans_forward(before) {
            return Ending::Wrap;
        }
        if has_open_quotation(tail) {
            return Ending::Wrap;
        }
        let line = self.run.end - self.line_start.max(sentence);
        let alone = begins_sentence(after) || has_label(tail);
        if alone || line > WIDEST_LINE || !wrapped { Ending::Open } else { Ending::Wrap }
    }
}

fn ends_stopped(before: &str) -> bool {
    before.trim_end_matches(['"', '”', '’', '\'', ')', '»', ']']).ends_with(['.', '!', '?', '…'])
}

fn ends_in_abbreviation(before: &str) -> bool {
    let word = before.split_whitespace().next_back().unwrap_or_default();
    let inner = word.trim_end_matches('.');
    word.ends_with('.')
        && (inner.contains('.')
            || inner.chars().count() <= 1
            || matches!(inner, "Mr" | "Mrs" | "Ms" | "Dr" | "St" | "Gen" | "Sen" | "Rep" | "Gov" | "Lt" | "Sgt"))
}

/// Whether the last word before a line's end cannot end a sentence: `the`, `of`, a possessive, a title, a comma.
fn leans_forward(before: &str) -> bool {
    let word = before.split_whitespace().next_back().unwrap_or_default();
    let possessive = word.ends_with("'s") || word.ends_with("’s") || word.ends_with("s'");
    let title = matches!(
        word,
        "Mr" | "Mrs" | "Ms" | "Miss" | "Dr" | "Sir" | "Lord" | "Lady" | "President" | "Minister" | "Professor"
    );
    let open = word.ends_with([',', ';', ':', '-', '–', '—', '(', '“', '‘', '&', '/']);
    let lower = word.starts_with(char::is_lowercase);
    possessive
        || title
        || open
        || lower
            && is_function_word(word)
            && !matches!(
                word,
                "it" | "them"
                    | "him"
                    | "her"
                    | "me"
                    | "us"
                    | "there"
                    | "here"
                    | "too"
                    | "out"
                    | "up"
                    | "down"
                    | "off"
                    | "again"
                    | "once"
            )
}

/// Whether a text begins with a word of the closed classes in a capital: the beginning of a sentence.
fn begins_sentence(after: &str) -> bool {
    let word = first_word(after);
    word.starts_with(char::is_uppercase)
        && word != "I"
        && !matches!(word, "May" | "Will" | "US" | "IT")
        && is_function_word(&fold(word))
}

fn first_word(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    &text[..text.find(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’')).unwrap_or(text.len())]
}

/// Whether a quotation that opened in `tail` is still open.
fn has_open_quotation(tail: &str) -> bool {
    let count = |mark: char| tail.matches(mark).count();
    count('“') > count('”') || count('"') % 2 == 1
}

/// Whether a line begins with a label of up to four words, as captions do: `Salvage: The ferry is towed ...`.
fn has_label(tail: &str) -> bool {
    let Some((label, rest)) = tail.split_once(": ") else { return false };
    tail.starts_with(char::is_uppercase)
        && label.split_whitespace().count() <= 4
        && rest.starts_with(char::is_alphabetic)
}

/// Whether a line is a quotation and the name of who said it, without a verb: `'We were warned' Anna Holm, pilot`.
pub(crate) fn is_pull_quote(tail: &str) -> bool {
    pull_quote(tail).is_some()
}

/// The words of a pull quote.
pub(crate) fn pull_quote(tail: &str) -> Option<&str> {
    let (open, close): (char, &[char]) = match tail.chars().next()? {
        '\'' => ('\'', &['\'']),
        '‘' => ('‘', &['’']),
        '"' => ('"', &['"']),
        '“' => ('“', &['”']),
        _ => return None,
    };
    let inner = &tail[open.len_utf8()..];
    let (end, mark) = inner.rmatch_indices(close).next()?;
    let speaker = inner[end + mark.len()..].trim().trim_start_matches(['-', '–', '—', ' ']);
    let is_name = speaker.starts_with(char::is_uppercase)
        && speaker.split_whitespace().count() <= 8
        && !speaker.contains(['.', '!', '?']);
    (is_name || speaker.is_empty()).then(|| inner[..end].trim()).filter(|words| !words.is_empty())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Vec<String> {
        parts(text, Span::new(0, text.len()))
            .iter()
            .map(|part| {
                let words: Vec<&str> = part.pieces.iter().map(|piece| piece.of(text)).collect();
                let mark = if part.kind == PartKind::OpenLine { "# " } else { "" };
                format!("{mark}{}", words.join("|"))
            })
            .collect()
    }

    #[test]
    fn wrapped_lines_captions_and_pull_quotes() {
        let text = "The pilot spoke today. Wreck: The ferry Alma off the quay of Ostvik harbour . Staring at the . sea, she told the \
                    Norwegian . Maritime Office what . had happened. 'We were never warned' Anna Holm, Vice President . Berg's . Hotel took the crew in.";
        assert_eq!(
            read(text),
            [
                "The pilot spoke today.",
                "# Wreck: The ferry Alma off the quay of Ostvik harbour",
                "Staring at the|sea, she told the Norwegian|Maritime Office what|had happened.",
                "# 'We were never warned' Anna Holm, Vice President",
                "Berg's|Hotel took the crew in.",
            ]
        );
    }

    #[test]
    fn a_stop_of_its_own_makes_the_artefact_nothing() {
        assert_eq!(read("It sank. . Nobody drowned ."), ["It sank.", "# Nobody drowned"]);
        assert_eq!(read("Plain text. It has none."), ["Plain text. It has none."]);
    }

    proptest! {
        #[test]
        fn parts_stand_in_order_and_lose_only_artefacts(text in "([A-Za-z'’“”é]{1,6}| |\\. | \\. |, ){0,60}") {
            let mut last = 0;
            let mut kept = String::new();
            for part in parts(&text, Span::new(0, text.len())) {
                for piece in part.pieces {
                    prop_assert!(piece.start >= last && !piece.is_empty());
                    kept.push_str(piece.of(&text));
                    last = piece.end;
                }
            }
            let bare = |text: &str| text.replace(['.', ' '], "");
            prop_assert_eq!(bare(&kept), bare(&text));
        }
    }
}
