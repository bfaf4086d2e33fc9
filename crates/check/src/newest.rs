//! Whether the articles that give another figure than the draft's are simply later: the story moved on.

use std::cmp::Reverse;

use coincide_annotate::Quantity;
use coincide_article::Published;
use coincide_story::earlier;

use crate::case::Case;
use crate::figure::{Figure, Rival, SAME_THING};

/// A figure of the draft that was right when the articles that have it were published.
pub(crate) struct MovedOn<'f, 'a> {
    /// The figures that agree with the draft's.
    pub(crate) older: Vec<&'f Rival<'a>>,
    /// The newer ones, the latest first.
    pub(crate) newer: Vec<&'f Rival<'a>>,
}

/// The newer figures for what `figure` counts.
///
/// Some article agrees with the draft. Each that differs is known to be earlier or later than every one that agrees, and
/// one at least is later. What is counted goes on changing in the news, or the later sentence speaks of a change; else
/// the articles contradict each other, and the later one may be the one that errs.
pub(crate) fn moved_on<'f, 'a>(case: &Case<'_>, figure: &'f Figure<'a>) -> Option<MovedOn<'f, 'a>> {
    let older: Vec<&Rival<'a>> = figure.agreeing().collect();
    let mut newer = Vec::new();
    if older.is_empty() {
        return None;
    }
    for rival in figure.differing() {
        let orders: Option<Vec<bool>> = older.iter().map(|old| is_later(case, rival.article, old.article)).collect();
        let orders = orders?;
        if orders.iter().all(|&later| later) {
            newer.push(rival);
        } else if orders.contains(&true) {
            // Between two articles that agree with the draft: it was not the last word.
            return None;
        }
    }
    let develops = |rival: &&Rival<'_>| rival.context >= SAME_THING && changes(case, rival);
    if !newer.iter().any(develops) {
        return None;
    }
    // The latest: the one that fewest others come after.
    let after = |rival: &Rival<'_>| {
        newer.iter().filter(|other| is_later(case, other.article, rival.article) == Some(true)).count()
    };
    let mut ranked: Vec<(usize, Reverse<bool>, usize, &Rival<'a>)> =
        newer.iter().map(|&rival| (after(rival), Reverse(develops(&rival)), rival.article, rival)).collect();
    ranked.sort_by_key(|&(after, develops, article, _)| (after, develops, article));
    Some(MovedOn { older, newer: ranked.into_iter().map(|(_, _, _, rival)| rival).collect() })
}

/// When an article had last been changed, as far as is known.
pub(crate) fn latest<'a>(case: &Case<'a>, article: usize) -> Option<&'a Published> {
    let article = &case.articles[article].article;
    article.modified.as_ref().or(article.published.as_ref())
}

/// Whether `article` is later than `other`; nothing if that is not known.
fn is_later(case: &Case<'_>, article: usize, other: usize) -> Option<bool> {
    earlier(latest(case, other)?, latest(case, article)?)
}

/// Whether a newer figure may come from the event itself: its topic is one of the counts that are kept while an event
/// goes on, or its sentence says that it changed.
fn changes(case: &Case<'_>, rival: &Rival<'_>) -> bool {
    let annotations = &case.articles[rival.article].annotations;
    let sentence = case.passage(rival.article, rival.quantity.span);
    is_running_count(rival.quantity)
        || annotations.tokens_in(sentence).iter().any(|token| CHANGE.binary_search(&&*token.stem).is_ok())
}

/// Every topic is such a count: deaths, injuries, arrests, displacements, evacuations, people missing, infections, votes.
fn is_running_count(quantity: &Quantity) -> bool {
    quantity.of.as_ref().is_some_and(|of| of.topic.is_some())
}

/// Stems of words by which news tells that a figure changed. Sorted.
const CHANGE: &[&str] = &[
    "climb", "declin", "drop", "fall", "grow", "grown", "increas", "jump", "later", "latest", "now", "revis", "rise",
    "shrink", "soar", "swell", "updat", "upward",
];

#[cfg(test)]
mod tests {
    use coincide_text::stem;

    use super::*;

    #[test]
    fn words_of_change_are_listed_by_their_stems() {
        assert!(CHANGE.windows(2).all(|pair| pair[0] < pair[1]));
        for word in ["risen", "rose", "climbed", "increased", "revised", "now", "fell", "updated", "grew", "dropped"] {
            assert!(CHANGE.contains(&&*stem(word)), "{word} {}", stem(word));
        }
    }
}
