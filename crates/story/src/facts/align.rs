use std::collections::{BTreeSet, HashSet};

/// How many members of a group speak for it when two groups are put together.
const SPOKESMEN: usize = 6;

/// Two items that may say the same thing, and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Link {
    pub score: f64,
    pub a: usize,
    pub b: usize,
}

/// Groups of items that say the same thing, with at most one item of each article; every item is in exactly one.
///
/// The surest links come first. Two groups become one if they have no article in common and at least half of the pairs
/// between them are linked: average linkage, so that a chain of half-likenesses makes no group.
/// `articles` tells the article of each item.
pub(super) fn align(articles: &[usize], mut links: Vec<Link>) -> Vec<Vec<usize>> {
    links.sort_by(|one, other| other.score.total_cmp(&one.score).then((one.a, one.b).cmp(&(other.a, other.b))));
    let linked: HashSet<(usize, usize)> = links.iter().map(|link| (link.a.min(link.b), link.a.max(link.b))).collect();
    let mut group_of: Vec<usize> = (0..articles.len()).collect();
    let mut groups: Vec<Vec<usize>> = (0..articles.len()).map(|item| vec![item]).collect();
    let mut present: Vec<BTreeSet<usize>> = articles.iter().map(|&article| BTreeSet::from([article])).collect();
    for link in links {
        let (mut into, mut from) = (group_of[link.a], group_of[link.b]);
        if into == from {
            continue;
        }
        if groups[into].len() < groups[from].len() {
            std::mem::swap(&mut into, &mut from);
        }
        if present[from].iter().any(|article| present[into].contains(article)) {
            continue;
        }
        let pairs = groups[into]
            .iter()
            .take(SPOKESMEN)
            .flat_map(|&one| groups[from].iter().take(SPOKESMEN).map(move |&other| (one.min(other), one.max(other))));
        let (all, close) =
            pairs.fold((0, 0), |(all, close), pair| (all + 1, close + usize::from(linked.contains(&pair))));
        if 2 * close < all {
            continue;
        }
        let members = std::mem::take(&mut groups[from]);
        for &member in &members {
            group_of[member] = into;
        }
        groups[into].extend(members);
        let moved = std::mem::take(&mut present[from]);
        present[into].extend(moved);
    }
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.retain(|group| !group.is_empty());
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_in_a_group_once_and_chains_do_not_hold() {
        let link = |score, a, b| Link { score, a, b };
        let articles = [0, 1, 1, 2, 3];
        let groups = align(&articles, vec![link(0.9, 0, 1), link(0.8, 0, 2), link(0.7, 1, 3), link(0.6, 3, 4)]);
        assert_eq!(groups, [vec![0, 1, 3], vec![2], vec![4]]);
    }
}
