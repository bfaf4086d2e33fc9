use super::words::{GRAM, Word, Words};

/// How many of the outlet's own words may stand between two runs of one chain, on either side.
pub(super) const GAP: usize = 8;
/// How many quoted words may stand there besides.
const QUOTED_GAP: usize = 120;
/// An n-gram that makes more pairs of places than this says nothing of where the texts match.
const PLACES: usize = 64;
/// How many words an end of a chain may skip on either side to go on.
const SKIP: usize = 3;
/// How many words an end of a chain may grow by in this way. Longer runs have n-grams of their own.
const GROWTH: usize = 32;

/// A pair of equal words: their places in the two articles.
pub(super) type Match = (u32, u32);

/// The chains of equal words of two articles, each strictly increasing on both sides.
///
/// Runs of equal words ("maximal exact matches") are found from common n-grams and joined where they follow each other
/// at a small distance on both sides, as in the alignment of genomes (A. L. Delcher et al., "Alignment of whole
/// genomes", NAR 1999). Time and memory are linear in the number of words: an n-gram gives at most [`PLACES`] pairs.
pub(super) fn chains(a: &Words, b: &Words) -> Vec<Vec<Match>> {
    let mut open: Vec<Vec<Match>> = Vec::new();
    let mut closed: Vec<Vec<Match>> = Vec::new();
    for run in runs(a, b) {
        let mut best: Option<(usize, usize)> = None;
        let mut index = 0;
        while index < open.len() {
            let Some(&end) = open[index].last() else { break };
            if a.own_between(end.0 as usize + 1, run.a as usize) > GAP
                || (run.a as usize).saturating_sub(end.0 as usize) > GAP + QUOTED_GAP
            {
                closed.push(open.swap_remove(index));
                continue;
            }
            if let Some(distance) = distance(a, b, end, run)
                && best
                    .is_none_or(|(least, chain)| (distance, end) < (least, open[chain].last().copied().unwrap_or(end)))
            {
                best = Some((distance, index));
            }
            index += 1;
        }
        match best {
            Some((_, chain)) => {
                let from = open[chain].last().copied().unwrap_or_default();
                let matches = run.matches().filter(|next| next.0 > from.0 && next.1 > from.1);
                open[chain].extend(matches);
            }
            None => open.push(run.matches().collect()),
        }
    }
    closed.append(&mut open);
    for chain in &mut closed {
        fill(a, b, chain);
        extend(a, b, chain);
    }
    closed.sort_unstable();
    closed
}

/// A run of `length` equal words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Run {
    a: u32,
    b: u32,
    length: u32,
}

impl Run {
    fn matches(self) -> impl Iterator<Item = Match> {
        (0..self.length).map(move |at| (self.a + at, self.b + at))
    }
}

/// How far `run` is from the chain that ends at `end`, or nothing if it does not follow it closely. A run may overlap
/// the chain by a few words, as where a word between two equal ones was cut.
fn distance(a: &Words, b: &Words, end: Match, run: Run) -> Option<usize> {
    let overlap = (end.0 + 1).saturating_sub(run.a).max((end.1 + 1).saturating_sub(run.b));
    if overlap >= run.length || overlap as usize >= GRAM {
        return None;
    }
    let (from_a, from_b) = ((run.a + overlap) as usize, (run.b + overlap) as usize);
    let (own_a, own_b) = (a.own_between(end.0 as usize + 1, from_a), b.own_between(end.1 as usize + 1, from_b));
    let far = from_a - end.0 as usize > GAP + QUOTED_GAP || from_b - end.1 as usize > GAP + QUOTED_GAP;
    (!far && own_a <= GAP && own_b <= GAP).then_some(own_a + own_b)
}

/// The maximal runs of at least [`GRAM`] equal words, in order.
fn runs(a: &Words, b: &Words) -> Vec<Run> {
    let mut cells: Vec<(i64, u32)> = Vec::new();
    let (mut left, mut right) = (a.grams.as_slice(), b.grams.as_slice());
    while let (Some(&(hash, _)), Some(&(other, _))) = (left.first(), right.first()) {
        if hash < other {
            left = &left[1..];
        } else if hash > other {
            right = &right[1..];
        } else {
            let many_a = left.partition_point(|gram| gram.0 <= hash);
            let many_b = right.partition_point(|gram| gram.0 <= hash);
            if many_a.saturating_mul(many_b) <= PLACES {
                for &(_, at) in &left[..many_a] {
                    for &(_, place) in &right[..many_b] {
                        if same(&a.words, at, &b.words, place) {
                            cells.push((i64::from(place) - i64::from(at), at));
                        }
                    }
                }
            }
            left = &left[many_a..];
            right = &right[many_b..];
        }
    }
    cells.sort_unstable();
    let mut runs: Vec<Run> = Vec::new();
    let mut previous: Option<(i64, u32)> = None;
    for (diagonal, at) in cells {
        match runs.last_mut() {
            Some(run) if previous == Some((diagonal, at.wrapping_sub(1))) => run.length += 1,
            _ => {
                let b = u32::try_from(i64::from(at) + diagonal).unwrap_or_default();
                runs.push(Run { a: at, b, length: GRAM as u32 });
            }
        }
        previous = Some((diagonal, at));
    }
    runs.sort_unstable();
    runs
}

/// Whether the n-grams at the two places are the same words and not only have the same hash.
fn same(a: &[Word], at: u32, b: &[Word], place: u32) -> bool {
    let (left, right) = (a.iter().skip(at as usize).take(GRAM), b.iter().skip(place as usize).take(GRAM));
    left.map(|word| word.id).eq(right.map(|word| word.id))
}

/// Adds the longest common subsequence of the words in each gap.
fn fill(a: &Words, b: &Words, chain: &mut Vec<Match>) {
    let mut added = Vec::new();
    for pair in chain.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let left = from.0 as usize + 1..to.0 as usize;
        let right = from.1 as usize + 1..to.1 as usize;
        if left.is_empty() || right.is_empty() || left.len() > 2 * GAP || right.len() > 2 * GAP {
            continue;
        }
        let common = common_subsequence(&a.words[left.clone()], &b.words[right.clone()]);
        added.extend(common.into_iter().map(|(i, j)| ((left.start + i) as u32, (right.start + j) as u32)));
    }
    chain.append(&mut added);
    chain.sort_unstable();
}

/// The longest common subsequence of two short lists of words, as pairs of places.
fn common_subsequence(a: &[Word], b: &[Word]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut longest = vec![0_u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i * width + j] = if a[i].id == b[j].id {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < a.len() && j < b.len() {
        if a[i].id == b[j].id {
            pairs.push((i, j));
            i += 1;
            j += 1;
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Carries both ends of a chain on across small edits, as long as two or more equal words follow.
fn extend(a: &Words, b: &Words, chain: &mut Vec<Match>) {
    let equal = |i: usize, j: usize| a.words.get(i).is_some_and(|w| b.words.get(j).is_some_and(|v| v.id == w.id));
    let before = chain.len();
    while let Some(&(i, j)) = chain.last().filter(|_| chain.len() < before + GROWTH) {
        let (i, j) = (i as usize + 1, j as usize + 1);
        let next = steps().map(|(da, db)| (i + da, j + db)).find(|&(i, j)| equal(i, j) && equal(i + 1, j + 1));
        let Some((i, j)) = next else { break };
        chain.extend([(i as u32, j as u32), (i as u32 + 1, j as u32 + 1)]);
    }
    let mut front = Vec::new();
    let mut first = chain.first().copied();
    while let Some((i, j)) = first.filter(|_| front.len() < GROWTH) {
        first = steps()
            .filter_map(|(da, db)| Some(((i as usize).checked_sub(da + 2)?, (j as usize).checked_sub(db + 2)?)))
            .find(|&(i, j)| equal(i, j) && equal(i + 1, j + 1))
            .map(|(i, j)| (i as u32, j as u32));
        if let Some((i, j)) = first {
            front.extend([(i + 1, j + 1), (i, j)]);
        }
    }
    front.reverse();
    front.append(chain);
    *chain = front;
}

/// The numbers of words to skip on either side, smallest sum first.
fn steps() -> impl Iterator<Item = (usize, usize)> {
    (0..=2 * SKIP).flat_map(|sum| (0..=sum).map(move |da| (da, sum - da))).filter(|&(da, db)| da <= SKIP && db <= SKIP)
}
