//! Which articles are one source.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use coincide_text::Span;

use crate::{Reuse, SharedPassage};

/// The share of its text from which on an article is put together with the one it shares it with.
const TOGETHER: f64 = 0.5;

/// Up to how many articles [`independent`] is exact.
const EXACT: usize = 20;

/// Up to how many articles that say one thing each two are looked up.
const FEW: usize = 64;

/// The first articles, of which [`reuse`](crate::reuse()) compares each two that may share text.
const FIRST: usize = 128;

/// The independent sources of a comparison as a whole: every one of `articles` articles in exactly one, an article
/// with those it shares at least half of its text with, in the order of their first articles.
pub fn sources(articles: usize, reuse: &[Reuse]) -> Vec<Vec<usize>> {
    let mut parent: Vec<usize> = (0..articles).collect();
    for pair in reuse.iter().filter(|pair| pair.share_of_a.max(pair.share_of_b) >= TOGETHER) {
        if pair.a < articles && pair.b < articles {
            let (a, b) = (root(&mut parent, pair.a), root(&mut parent, pair.b));
            parent[a.max(b)] = a.min(b);
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for article in 0..articles {
        groups.entry(root(&mut parent, article)).or_default().push(article);
    }
    groups.into_values().collect()
}

fn root(parent: &mut [usize], mut article: usize) -> usize {
    while parent[article] != article {
        parent[article] = parent[parent[article]];
        article = parent[article];
    }
    article
}

/// Whether two passages, each an article and a span of it, are reused text of each other: both lie for the most part
/// in text that the two articles share. The parts need not face each other: whoever took the text took both.
/// `reuse` is in the order [`reuse`](crate::reuse()) gives it.
pub fn passages_reused(a: (usize, Span), b: (usize, Span), reuse: &[Reuse]) -> bool {
    if a.0 == b.0 {
        return true;
    }
    let (first, second) = if a.0 < b.0 { (a, b) } else { (b, a) };
    let from = reuse.partition_point(|pair| (pair.a, pair.b) < (first.0, second.0));
    reuse[from..].iter().take_while(|pair| (pair.a, pair.b) == (first.0, second.0)).any(|pair| {
        pair.passages.iter().any(|passage| {
            let (left, right) = (common(passage.a, first.1), common(passage.b, second.1));
            // Of the shorter passage most must be shared; of the longer, as much as that.
            let least = first.1.len().min(second.1.len()).div_ceil(2).max(1);
            left >= least && right >= least
        })
    })
}

/// Bytes that two spans have in common.
fn common(a: Span, b: Span) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// The number of independent sources among passages that say one thing, each an article and a span of it: the size of
/// the largest set of articles of which no two have reused text there.
///
/// Two articles count once if all passages of one of them are reused text of the other's. Copies do not chain: if the
/// first shares its passage with the second and the second another with the third, the first and the third still
/// count as two. Exact for up to 20 articles; up to 64, articles are taken in the order of how few others they share
/// with. Of very many articles not every two were compared, so there copies do chain, by way of any article: a thousand
/// prints of one text are known by what each shares with the first. Both may count too few. `reuse` is in the order
/// [`reuse`](crate::reuse()) gives it.
pub fn independent(passages: &[(usize, Span)], reuse: &[Reuse]) -> usize {
    let mut by_article: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
    for &(article, span) in passages {
        by_article.entry(article).or_default().push(span);
    }
    let articles: Vec<(usize, Vec<Span>)> = by_article.into_iter().collect();
    if articles.len() > FEW || articles.last().is_some_and(|&(last, _)| last >= FIRST) {
        return chained(&articles, reuse);
    }
    let mut neighbours: Vec<Vec<usize>> = vec![Vec::new(); articles.len()];
    for (i, j) in (0..articles.len()).flat_map(|j| (0..j).map(move |i| (i, j))) {
        if count_once(&articles[i], &articles[j], reuse) {
            neighbours[i].push(j);
            neighbours[j].push(i);
        }
    }
    if articles.len() <= EXACT { exact(&neighbours) } else { greedy(&neighbours) }
}

/// The number of groups that articles fall into if all are in one that took their passages from one article, be it one
/// of them or another.
fn chained(articles: &[(usize, Vec<Span>)], reuse: &[Reuse]) -> usize {
    let place = |article: usize| articles.binary_search_by_key(&article, |&(article, _)| article).ok();
    let mut group_of: HashMap<usize, usize> = articles.iter().map(|&(article, _)| article).zip(0..).collect();
    let mut parent: Vec<usize> = (0..articles.len()).collect();
    for pair in reuse {
        let shares = |article: usize, shared: fn(&SharedPassage) -> Span| {
            place(article).is_some_and(|at| {
                let lies = |span: &Span| pair.passages.iter().any(|one| 2 * common(shared(one), *span) >= span.len());
                articles[at].1.iter().all(lies)
            })
        };
        if shares(pair.a, |passage| passage.a) || shares(pair.b, |passage| passage.b) {
            let mut node = |article: usize| {
                *group_of.entry(article).or_insert_with(|| {
                    parent.push(parent.len());
                    parent.len() - 1
                })
            };
            let (a, b) = (node(pair.a), node(pair.b));
            let (a, b) = (root(&mut parent, a), root(&mut parent, b));
            parent[a.max(b)] = a.min(b);
        }
    }
    let roots: BTreeSet<usize> = (0..articles.len()).map(|at| root(&mut parent, at)).collect();
    roots.len()
}

/// Whether all passages of one of two articles are reused text of the other's.
fn count_once(a: &(usize, Vec<Span>), b: &(usize, Vec<Span>), reuse: &[Reuse]) -> bool {
    let covered = |one: &(usize, Vec<Span>), other: &(usize, Vec<Span>)| {
        one.1.iter().all(|&span| other.1.iter().any(|&facing| passages_reused((one.0, span), (other.0, facing), reuse)))
    };
    covered(a, b) || covered(b, a)
}

/// The size of the largest set of vertices no two of which are neighbours, by trying for each vertex in turn to take
/// it or leave it. At most 2^20 steps, far fewer in practice: a vertex without neighbours left is always taken.
fn exact(neighbours: &[Vec<usize>]) -> usize {
    let masks: Vec<u32> =
        neighbours.iter().map(|list| list.iter().fold(0, |mask, &neighbour| mask | 1 << neighbour)).collect();
    let all = (1_u32 << masks.len()) - 1;
    let mut best = 0;
    let mut waiting = vec![(all, 0_u32)];
    while let Some((left, taken)) = waiting.pop() {
        if taken + left.count_ones() <= best {
            continue;
        }
        if left == 0 {
            best = taken;
            continue;
        }
        let vertices = (0..masks.len()).filter(|vertex| left >> vertex & 1 == 1);
        let Some(busiest) = vertices.max_by_key(|&vertex| (masks[vertex] & left).count_ones()) else { continue };
        if (masks[busiest] & left) == 0 {
            best = best.max(taken + left.count_ones());
            continue;
        }
        waiting.push((left & !(1 << busiest), taken));
        waiting.push((left & !(1 << busiest) & !masks[busiest], taken + 1));
    }
    best as usize
}

/// A maximal set of vertices no two of which are neighbours, those with fewest neighbours first.
fn greedy(neighbours: &[Vec<usize>]) -> usize {
    let mut order: Vec<usize> = (0..neighbours.len()).collect();
    order.sort_by_key(|&vertex| neighbours[vertex].len());
    let mut barred = vec![false; neighbours.len()];
    let mut taken = 0;
    for vertex in order {
        if !barred[vertex] {
            taken += 1;
            for &neighbour in &neighbours[vertex] {
                barred[neighbour] = true;
            }
        }
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Direction;

    const WHOLE: Span = Span::new(0, 100);

    fn pair(a: usize, b: usize, share: f64, spans: &[(Span, Span)]) -> Reuse {
        Reuse {
            a,
            b,
            direction: Direction::Unknown,
            why: String::new(),
            words: 20,
            share_of_a: share,
            share_of_b: share / 2.0,
            passages: spans.iter().map(|&(a, b)| SharedPassage { a, b }).collect(),
        }
    }

    #[test]
    fn copies_do_not_chain_within_a_passage() {
        let reuse = [pair(0, 1, 0.4, &[(WHOLE, WHOLE)]), pair(1, 2, 0.4, &[(WHOLE, WHOLE)])];
        assert_eq!(independent(&[(0, WHOLE), (1, WHOLE), (2, WHOLE)], &reuse), 2);
        assert_eq!(independent(&[(0, WHOLE), (1, WHOLE)], &reuse), 1);
        assert_eq!(independent(&[(0, WHOLE), (2, WHOLE), (3, WHOLE)], &reuse), 3);
        assert_eq!(independent(&[], &reuse), 0);
    }

    #[test]
    fn an_article_with_a_passage_of_its_own_is_a_source_of_its_own() {
        let own = Span::new(200, 300);
        let reuse = [pair(0, 1, 0.4, &[(WHOLE, WHOLE)])];
        assert_eq!(independent(&[(0, WHOLE), (0, own), (1, WHOLE), (1, own)], &reuse), 2);
        assert_eq!(independent(&[(0, WHOLE), (0, own), (1, WHOLE)], &reuse), 1);
    }

    #[test]
    fn a_passage_is_reused_if_most_of_the_shorter_is() {
        let reuse = [pair(0, 1, 0.4, &[(Span::new(10, 60), Span::new(110, 160))])];
        let reused = |a: Span, b: Span| passages_reused((0, a), (1, b), &reuse);
        assert!(reused(Span::new(0, 60), Span::new(100, 170)));
        assert!(reused(Span::new(10, 40), Span::new(130, 160)));
        assert!(!reused(Span::new(0, 18), Span::new(100, 170)));
        assert!(!reused(Span::new(0, 60), Span::new(0, 60)));
        assert!(passages_reused((1, Span::new(110, 160)), (0, Span::new(10, 60)), &reuse));
    }

    #[test]
    fn sources_are_those_that_share_half() {
        let reuse = [pair(0, 2, 0.5, &[(WHOLE, WHOLE)]), pair(1, 2, 0.49, &[(WHOLE, WHOLE)])];
        assert_eq!(sources(4, &reuse), [vec![0, 2], vec![1], vec![3]]);
    }

    #[test]
    fn many_prints_of_one_text_are_one_source() {
        let reuse: Vec<Reuse> = (1..200).map(|print| pair(0, print, 1.0, &[(WHOLE, WHOLE)])).collect();
        let mut passages: Vec<(usize, Span)> = (0..200).map(|print| (print, WHOLE)).collect();
        assert_eq!(independent(&passages, &reuse), 1);
        passages.push((200, WHOLE));
        assert_eq!(independent(&passages, &reuse), 2);
        assert_eq!(independent(&passages[150..], &reuse), 2);
    }

    #[test]
    fn exact_and_greedy_agree_where_both_must() {
        let ring: Vec<Vec<usize>> = (0..20).map(|at| vec![(at + 1) % 20, (at + 19) % 20]).collect();
        assert_eq!(exact(&ring), 10);
        let star: Vec<Vec<usize>> = (0..30).map(|at| if at == 0 { (1..30).collect() } else { vec![0] }).collect();
        assert_eq!(greedy(&star), 29);
        assert_eq!(exact(&[]), 0);
    }
}
