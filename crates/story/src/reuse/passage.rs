use super::chain::{GAP, Match};
use super::words::{Word, Words};

/// Shared words, outside quotations, that make a passage.
const FEWEST: usize = 12;
/// Shared words that are enough if they are a whole sentence on both sides.
const FEWEST_IN_SENTENCE: usize = 8;
/// Shared content words in small letters that a passage must have, lest names and titles make one.
const PLAIN: usize = 4;
/// Shared words between two quotations below which they are only attribution (`the mayor of Holm said`) and not text.
const ATTRIBUTION: usize = 6;
/// Shared words at an end of a passage that are dropped if no more of their sentence is shared.
const STUB: usize = 3;
/// The part of a passage's own words, on either side, that must be shared.
const DENSITY: f64 = 0.6;

/// A passage found in two articles: the matches outside quotations, in order.
pub(super) type Passage = Vec<Match>;

/// The passages that `chains` make, in the order of `a`; no word is in two of them. Longer chains come first, what they
/// leave of the others is judged anew.
pub(super) fn passages(a: &Words, b: &Words, mut chains: Vec<Vec<Match>>) -> Vec<Passage> {
    chains.sort_by_key(|chain| (std::cmp::Reverse(chain.len()), chain.first().copied()));
    let (mut used_a, mut used_b) = (vec![false; a.words.len()], vec![false; b.words.len()]);
    let mut found = Vec::new();
    for chain in chains {
        let free: Vec<Match> = chain.into_iter().filter(|&(i, j)| !used_a[i as usize] && !used_b[j as usize]).collect();
        let mut waiting = vec![free];
        while let Some(matches) = waiting.pop() {
            let Some(matches) = own_text(a, b, &matches) else { continue };
            let widest = widest_gap(a, b, &matches);
            if let Some((gap, at)) = widest
                && (gap > GAP || density(a, b, &matches) < DENSITY)
            {
                waiting.push(matches[..at].to_vec());
                waiting.push(matches[at..].to_vec());
                continue;
            }
            if !suffices(a, b, &matches) {
                continue;
            }
            let (first, last) = (matches[0], matches[matches.len() - 1]);
            used_a[first.0 as usize..=last.0 as usize].fill(true);
            used_b[first.1 as usize..=last.1 as usize].fill(true);
            found.push(matches);
        }
    }
    found.sort_unstable();
    found
}

/// The matches outside quotations, without those that only attribute a quotation; nothing if none are left.
fn own_text(a: &Words, b: &Words, matches: &[Match]) -> Option<Vec<Match>> {
    let quoted = |&(i, j): &Match| a.words[i as usize].quoted || b.words[j as usize].quoted;
    let stretches: Vec<&[Match]> = matches.chunk_by(|one, next| quoted(one) == quoted(next)).collect();
    let alone = stretches.len() == 1;
    let own = stretches.into_iter().filter(|stretch| !quoted(&stretch[0]) && (alone || stretch.len() >= ATTRIBUTION));
    let own: Vec<Match> = own.flatten().copied().collect();
    Some(without_stubs(a, b, &own).to_vec()).filter(|kept| !kept.is_empty())
}

/// The matches without those at the ends that are only the last or the first few words of another sentence.
fn without_stubs<'m>(a: &Words, b: &Words, matches: &'m [Match]) -> &'m [Match] {
    let one_sentence = |one: &Match, next: &Match| {
        a.words[one.0 as usize].sentence == a.words[next.0 as usize].sentence
            && b.words[one.1 as usize].sentence == b.words[next.1 as usize].sentence
    };
    let mut kept = matches;
    let parts: Vec<usize> = matches.chunk_by(one_sentence).map(<[Match]>::len).collect();
    let stubs = |parts: &mut dyn Iterator<Item = &usize>| parts.take_while(|&&part| part <= STUB).sum::<usize>();
    let back = stubs(&mut parts.iter().rev());
    if back < kept.len() {
        kept = &kept[..kept.len() - back];
        kept = &kept[stubs(&mut parts.iter()).min(kept.len())..];
    }
    kept
}

/// The widest gap between two neighbouring matches, in words of the outlets' own, and the match after it.
fn widest_gap(a: &Words, b: &Words, matches: &[Match]) -> Option<(usize, usize)> {
    matches
        .windows(2)
        .enumerate()
        .map(|(index, pair)| {
            let own = |words: &Words, from: u32, to: u32| words.own_between(from as usize + 1, to as usize);
            (own(a, pair[0].0, pair[1].0).max(own(b, pair[0].1, pair[1].1)), index + 1)
        })
        .max_by_key(|&(gap, at)| (gap, std::cmp::Reverse(at)))
}

/// The part of the own words between the first and the last match that is shared, on the side where it is less.
fn density(a: &Words, b: &Words, matches: &[Match]) -> f64 {
    let (Some(first), Some(last)) = (matches.first(), matches.last()) else { return 0.0 };
    let all =
        a.own_between(first.0 as usize, last.0 as usize + 1).max(b.own_between(first.1 as usize, last.1 as usize + 1));
    matches.len() as f64 / all.max(1) as f64
}

/// Whether the matches are long and plain enough to be a passage.
fn suffices(a: &Words, b: &Words, matches: &[Match]) -> bool {
    let plain = matches.iter().filter(|&&(i, j)| a.words[i as usize].plain && b.words[j as usize].plain).count();
    if plain < PLAIN || matches.len() < FEWEST_IN_SENTENCE {
        return false;
    }
    let (first, last) = (matches[0], matches[matches.len() - 1]);
    matches.len() >= FEWEST
        || (holds_sentence(&a.words, first.0 as usize, last.0 as usize)
            && holds_sentence(&b.words, first.1 as usize, last.1 as usize))
}

/// Whether a whole sentence of enough words lies between the two places.
fn holds_sentence(words: &[Word], first: usize, last: usize) -> bool {
    let begins = |at: usize| at == 0 || words[at - 1].sentence != words[at].sentence;
    (first..=last).filter(|&at| begins(at)).any(|start| {
        let length = words[start..].iter().take_while(|word| word.sentence == words[start].sentence).count();
        length >= FEWEST_IN_SENTENCE && start + length <= last + 1
    })
}

/// The stretches of a passage that are whole on both sides: it is cut where a caption, a heading or furniture stands
/// inside, which is in the text and not in the list of words.
pub(super) fn stretches<'m>(a: &'m Words, b: &'m Words, passage: &'m [Match]) -> impl Iterator<Item = &'m [Match]> {
    let whole = |words: &[Word], from: u32, to: u32| {
        words[from as usize..=to as usize].windows(2).all(|pair| pair[1].sentence <= pair[0].sentence + 1)
    };
    passage.chunk_by(move |one, next| whole(&a.words, one.0, next.0) && whole(&b.words, one.1, next.1))
}
