//! Errors planted into sentences that another outlet bears out: how many are found, and what is raised on sentences that
//! were left alone.
//!
//! **Sentences.** Of every article of a story the sentences of 8 to 60 words of which 70 per cent stand in runs of five
//! words that one other article of the story has too, and all of whose figures that article has. Neither retrieval nor
//! annotations of the check have a part in choosing them.
//!
//! **Planting.** Into a copy of the sentence one error is planted, at a place whose words stand in such a run, so that the
//! other article really says it; outside of quotation marks but for the families quotation and cut. Where and what is drawn by a generator seeded with the names of story and family. Four
//! plantings a family and article at most. How each family is planted is said at [`Family`].
//!
//! **Checking.** The draft is the sentence alone, without a date, or with some sentences before and after it; it is
//! checked against the other articles of the story, which have their dates.
//!
//! **Found** is an error if a finding at warning or above has a code of the family and all planted words in its spans;
//! where words were only taken out, the span must touch the words beside the gap.
//!
//! Of a sentence left alone it counts whether it gets an `error`, and whether it gets a warning or error of the families
//! Q, N, T and E.

mod edit;
mod family;
mod figures;
mod names;
mod negation;
mod opposites;
mod quotes;
mod roles;
mod run;
mod story;
mod words;

use std::ops::Range;

use coincide_text::Token;

pub use edit::Planted;
pub use family::Family;
pub use run::{FindingShown, Half, PlantedSet, Planting, PlantingOutcome};
use story::Story;

/// A sentence in which an error can be planted.
struct Site<'a> {
    story: &'a Story,
    /// The article it is from.
    own: usize,
    /// The article that supports it.
    by: usize,
    text: &'a str,
    tokens: &'a [Token],
    shared: &'a [bool],
    /// What stands in quotation marks.
    quoted: &'a [Range<usize>],
}

impl<'a> Site<'a> {
    /// Whether a token can be planted in: the other article has it too, and it is nobody's utterance.
    fn is_free(&self, at: usize) -> bool {
        self.shared[at] && !self.quoted.iter().any(|range| range.contains(&at))
    }

    fn word(&self, at: usize) -> &'a str {
        self.tokens[at].span.of(self.text)
    }
}

/// The sentences `at` and up to `around` before and after it.
fn neighbours(at: usize, around: usize, all: usize) -> Range<usize> {
    at.saturating_sub(around)..(at + around + 1).min(all)
}
