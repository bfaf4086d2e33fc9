//! Whether the articles that give another figure than the draft's are simply later: the story moved on.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use coincide_annotate::{Quantity, QuantityUnit};
use coincide_article::Published;
use coincide_story::earlier;

use crate::case::{Case, passage};
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
    newer.retain(|rival| !is_of_earlier_days(case, rival, &older) && !is_of_a_sibling(case, figure, rival));
    let develops = |rival: &&Rival<'_>| rival.context >= SAME_THING && changes(case, rival);
    if !newer.iter().any(develops) {
        return None;
    }
    // The latest: that of the article that fewest others come after.
    let articles: BTreeSet<usize> = newer.iter().map(|rival| rival.article).collect();
    let after = |article: usize| articles.iter().filter(|&&other| is_later(case, other, article) == Some(true)).count();
    let rank: BTreeMap<usize, usize> = articles.iter().map(|&article| (article, after(article))).collect();
    let mut ranked: Vec<(usize, Reverse<bool>, usize, &Rival<'a>)> =
        newer.iter().map(|&rival| (rank[&rival.article], Reverse(develops(&rival)), rival.article, rival)).collect();
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

/// Whether a newer figure may come from the event itself: it is one of the counts that are kept while an event goes on,
/// or its sentence says that it changed.
fn changes(case: &Case<'_>, rival: &Rival<'_>) -> bool {
    is_running_count(rival.quantity) || is_told_as_change(case, rival)
}

/// The dead, injured, arrested, displaced, evacuated, missing, infected. Votes are not among them: there are several
/// tallies of one election.
fn is_running_count(quantity: &Quantity) -> bool {
    let topic = quantity.of.as_ref().and_then(|of| of.topic);
    quantity.unit == QuantityUnit::Count && topic.is_some_and(|topic| topic != "vote")
}

/// `Has risen to 17`, `now has 17`, `was revised to 17`.
fn is_told_as_change(case: &Case<'_>, rival: &Rival<'_>) -> bool {
    let annotations = &case.articles[rival.article].annotations;
    let at = annotations.token_range(rival.quantity.span).start;
    let before = annotations.tokens.get(at.saturating_sub(NEAR)..at).unwrap_or_default();
    let to = before.last().is_some_and(|token| &*token.folded == "to");
    before.iter().any(|token| {
        matches!(&*token.folded, "now" | "updated" | "revised") || (to && CHANGE.binary_search(&&*token.stem).is_ok())
    })
}

/// How many words before a figure are looked at.
const NEAR: usize = 4;

/// Whether the sentence of `rival` names a time long before `older` was published: it tells of another event.
fn is_of_earlier_days(case: &Case<'_>, rival: &Rival<'_>, older: &[&Rival<'_>]) -> bool {
    let first = older.iter().filter_map(|old| latest(case, old.article)).map(|published| published.at.date).min();
    let sentence = case.passage(rival.article, rival.quantity.span);
    let times = &case.articles[rival.article].annotations.times;
    let from = times.partition_point(|time| time.span.start < sentence.start);
    let inside = times[from..].iter().take_while(|time| time.span.end <= sentence.end);
    inside
        .filter_map(|time| time.days)
        .any(|(_, last)| first.is_some_and(|first| first.since(last).is_ok_and(|apart| apart.get_days() > LONG_BEFORE)))
}

/// How many days before an article an event may lie that it gives figures of.
const LONG_BEFORE: i32 = 31;

/// Whether another figure of the draft's sentence is that of `rival`: `two women and one man`.
fn is_of_a_sibling(case: &Case<'_>, figure: &Figure<'_>, rival: &Rival<'_>) -> bool {
    let sentence = passage(case.draft, figure.quantity.span);
    let quantities = &case.draft.annotations.quantities;
    let from = quantities.partition_point(|quantity| quantity.span.start < sentence.start);
    quantities[from..]
        .iter()
        .take_while(|quantity| quantity.span.end <= sentence.end)
        .any(|quantity| quantity.span != figure.quantity.span && quantity.value == rival.quantity.value)
}

/// Stems of verbs by which news tells that a figure changed, to what it is now. Sorted.
const CHANGE: &[&str] =
    &["climb", "declin", "drop", "fall", "grow", "increas", "jump", "rise", "shrink", "soar", "swell"];

#[cfg(test)]
mod tests {
    use coincide_text::stem;

    use super::*;

    #[test]
    fn verbs_of_change_are_listed_by_their_stems() {
        assert!(CHANGE.windows(2).all(|pair| pair[0] < pair[1]));
        for word in ["risen", "rose", "climbed", "increased", "fell", "grew", "dropped", "swelling", "soared"] {
            assert!(CHANGE.contains(&&*stem(word)), "{word} {}", stem(word));
        }
    }
}
