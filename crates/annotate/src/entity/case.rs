//! Whether capitals can tell names from other words.

use coincide_text::TokenKind;

use crate::scan::Scan;
use crate::{Sentence, TextCase};

/// The share of words, in tenths, from which a text or a sentence counts as written in one case.
const MOST: usize = 8;

/// Fewer words than this show nothing.
const FEWEST: usize = 4;

/// Of this many words a text of full sentences shows its case; fewer may all be names.
const MANY: usize = 12;

/// Words by how they are written. Function words and words of up to three letters are not counted, since headlines write
/// them small.
#[derive(Clone, Copy, Default)]
struct Counts {
    words: usize,
    capitalised: usize,
    upper: usize,
}

impl Counts {
    fn of(scan: &Scan<'_>, tokens: std::ops::Range<usize>) -> Self {
        let mut counts = Self::default();
        for token in scan.tokens.get(tokens).unwrap_or_default() {
            if token.kind != TokenKind::Word || token.span.len() <= 3 || token.function {
                continue;
            }
            counts.words += 1;
            let raw = token.span.of(scan.text);
            if raw.starts_with(char::is_uppercase) {
                counts.capitalised += 1;
                counts.upper += usize::from(!raw.contains(char::is_lowercase));
            }
        }
        counts
    }

    const fn are_mostly(&self, part: usize) -> bool {
        self.words >= FEWEST && part * 10 >= self.words * MOST
    }
}

/// How a text is written.
pub(super) fn of_text(scan: &Scan<'_>) -> TextCase {
    let counts = Counts::of(scan, 0..scan.tokens.len());
    if counts.are_mostly(counts.upper) {
        TextCase::Upper
    } else if counts.are_mostly(counts.capitalised) && (counts.words >= MANY || !has_full_stop(scan)) {
        TextCase::Title
    } else if counts.words >= 2 * FEWEST && counts.capitalised == 0 {
        TextCase::Lower
    } else {
        TextCase::Mixed
    }
}

/// Whether any sentence ends as one of prose.
fn has_full_stop(scan: &Scan<'_>) -> bool {
    scan.sentences.iter().any(|sentence| ends(scan, sentence))
}

fn ends(scan: &Scan<'_>, sentence: &Sentence) -> bool {
    sentence.span.of(scan.text).trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?'])
}

/// Whether the capitals of a sentence tell nothing: a headline in title case, or a line in capitals.
pub(super) fn is_headline(scan: &Scan<'_>, sentence: usize) -> bool {
    let Some(sentence) = scan.sentences.get(sentence) else { return false };
    let counts = Counts::of(scan, sentence.tokens.clone());
    // A byline or dateline of two names is no headline.
    counts.are_mostly(counts.upper) || (!ends(scan, sentence) && counts.are_mostly(counts.capitalised))
}
