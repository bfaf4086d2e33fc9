use std::collections::HashMap;

use super::words::Words;

/// Words per n-gram, and n-grams per window, of the fingerprints that find candidates. Two articles with a run of
/// `GRAM + WINDOW - 1` = 8 equal words have at least one fingerprint in common.
const GRAM: usize = 5;
const WINDOW: usize = 4;

/// How many earlier articles one is compared with at most: those it has most fingerprints in common with. As many
/// articles a fingerprint remembers: what stands in more is compared with these first ones only, which keeps a thousand
/// prints of one agency text from being a million pairs.
const PARTNERS: usize = 128;

/// Very many articles are compared with fewer others each, so that there are no more pairs than this ...
const PAIRS: usize = 100_000;

/// ... but each with as many as this all the same.
const FEWEST_PARTNERS: usize = 8;

/// The pairs of articles, the lower index first and in order, that may share text.
///
/// Fingerprints are picked by winnowing: S. Schleimer, D. S. Wilkerson, A. Aiken, "Winnowing: local algorithms for
/// document fingerprinting", SIGMOD 2003.
pub(super) fn candidates(articles: &[Words]) -> Vec<(usize, usize)> {
    let most = (PAIRS / articles.len().max(1)).clamp(FEWEST_PARTNERS, PARTNERS);
    let mut index: HashMap<u64, Vec<u32>> = HashMap::new();
    let mut shared = vec![0_u32; articles.len()];
    let mut pairs = Vec::new();
    for (article, words) in articles.iter().enumerate() {
        let mut partners: Vec<u32> = Vec::new();
        for fingerprint in fingerprints(words) {
            let postings = index.entry(fingerprint).or_default();
            for &earlier in postings.iter() {
                if shared[earlier as usize] == 0 {
                    partners.push(earlier);
                }
                shared[earlier as usize] += 1;
            }
            if postings.len() < most
                && let Ok(number) = u32::try_from(article)
            {
                postings.push(number);
            }
        }
        partners.sort_unstable_by_key(|&earlier| (std::cmp::Reverse(shared[earlier as usize]), earlier));
        for &earlier in &partners {
            shared[earlier as usize] = 0;
        }
        partners.truncate(most);
        pairs.extend(partners.iter().map(|&earlier| (earlier as usize, article)));
    }
    pairs.sort_unstable();
    pairs
}

/// The smallest hash of every window, each once, sorted.
fn fingerprints(words: &Words) -> Vec<u64> {
    let hashes: Vec<Option<u64>> = words.hashes(GRAM).collect();
    let mut picked: Vec<u64> = if hashes.len() < WINDOW {
        hashes.into_iter().flatten().collect()
    } else {
        hashes.windows(WINDOW).filter_map(|window| window.iter().flatten().min().copied()).collect()
    };
    picked.sort_unstable();
    picked.dedup();
    picked
}
