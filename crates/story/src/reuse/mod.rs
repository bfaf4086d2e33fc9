//! Text that articles share.
//!
//! Candidates are pairs with a common fingerprint; each pair is aligned by its common n-grams, the runs are joined
//! across small edits into passages, and a passage counts if it is long enough in words that are the outlets' own.
//! Words inside quotation marks are somebody else's: two reporters at one press conference share them without having
//! shared text. They count neither for the words shared nor for the share, though a passage may reach across them.

mod candidates;
mod chain;
mod direction;
mod passage;
#[cfg(test)]
mod tests;
mod words;

use coincide_annotate::Reading;
use rayon::prelude::*;

use crate::{Reuse, SharedPassage};

use chain::Match;
pub use direction::earlier;
use direction::{Provenance, direction};
use passage::Passage;
use words::{Vocabulary, Words};
pub(crate) use words::{is_furniture, is_running_text, tokens};

/// The text that each two of `articles` share, in the order of their indices; pairs that share none are left out.
///
/// Time and memory are near linear: an article is compared in full with at most 128 others, those it has most
/// fingerprints in common with, and a text printed by more articles is compared with its first 128 prints only. Of more
/// than 800 articles each is compared with fewer, down to 8, so that there are about 100,000 pairs.
pub fn reuse(articles: &[Reading]) -> Vec<Reuse> {
    let mut vocabulary = Vocabulary::default();
    let words: Vec<Words> = articles.iter().map(|article| vocabulary.read(article)).collect();
    let provenance: Vec<Provenance> = articles.iter().map(Provenance::new).collect();
    let pairs = candidates::candidates(&words);
    let shared = |&(a, b): &(usize, usize)| {
        let passages = align(&words[a], &words[b]);
        let shared: usize = passages.iter().map(Vec::len).sum();
        if shared == 0 {
            return None;
        }
        let (direction, why) = direction((&articles[a], &provenance[a]), (&articles[b], &provenance[b]));
        Some(Reuse {
            a,
            b,
            direction,
            why,
            words: shared,
            share_of_a: shared as f64 / words[a].own().max(1) as f64,
            share_of_b: shared as f64 / words[b].own().max(1) as f64,
            passages: passages
                .iter()
                .flat_map(|passage| passage::stretches(&words[a], &words[b], passage))
                .filter_map(|stretch| shared_passage(&words[a], &words[b], stretch))
                .collect(),
        })
    };
    if pairs.len() < PARALLEL {
        pairs.iter().filter_map(shared).collect()
    } else {
        pairs.par_iter().filter_map(shared).collect()
    }
}

/// From how many pairs on they are aligned on every core. Fewer are done sooner than they are handed out, and a service
/// that compares many small stories has its cores busy already.
const PARALLEL: usize = 64;

/// The passages of two articles. The two are put into an order of their own first, so that it is the same result
/// whichever comes first.
fn align(a: &Words, b: &Words) -> Vec<Passage> {
    let (one, other) = (a.words.iter().map(|word| word.hash), b.words.iter().map(|word| word.hash));
    if a.words.len().cmp(&b.words.len()).then_with(|| one.cmp(other)).is_le() {
        return passage::passages(a, b, chain::chains(a, b));
    }
    let mut passages = passage::passages(b, a, chain::chains(b, a));
    for (i, j) in passages.iter_mut().flatten() {
        std::mem::swap(i, j);
    }
    passages.sort_unstable();
    passages
}

fn shared_passage(a: &Words, b: &Words, stretch: &[Match]) -> Option<SharedPassage> {
    let (first, last) = (stretch.first()?, stretch.last()?);
    Some(SharedPassage {
        a: a.words.get(first.0 as usize)?.span.cover(a.words.get(last.0 as usize)?.span),
        b: b.words.get(first.1 as usize)?.span.cover(b.words.get(last.1 as usize)?.span),
    })
}
