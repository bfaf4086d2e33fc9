//! What can be told of words without knowing their language.

use std::hash::Hasher;

/// Whether a text ends as a sentence does, whatever closes after it.
pub(super) fn ends_sentence<'a>(parts: impl Iterator<Item = &'a str>) -> bool {
    parts.filter(|part| !part.trim().is_empty()).last().is_some_and(|part| {
        let end = part.trim_end().trim_end_matches(['"', '”', '’', '\'', ')', '»', ']', '“']);
        end.ends_with(['.', '!', '?', '。', '！', '？', '।', '…'])
    })
}

/// The last character of a text that is not blank.
pub(super) fn last_character<'a>(parts: impl Iterator<Item = &'a str>) -> Option<char> {
    parts.filter_map(|part| part.trim_end().chars().next_back()).last()
}

/// A key of the letters and digits of a text: the same for what reads the same.
pub(super) fn key<'a>(parts: impl Iterator<Item = &'a str>) -> u64 {
    let mut hasher = Fnv::default();
    for byte in parts.flat_map(str::bytes).filter(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii()) {
        hasher.write_u8(byte.to_ascii_lowercase());
    }
    hasher.finish()
}

/// Keys of all runs of three words, sorted.
pub(super) fn shingles(text: &str) -> Vec<u64> {
    let mut keys: Vec<u64> = shingles_of(std::iter::once(text)).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn shingles_of<'a>(parts: impl Iterator<Item = &'a str>) -> impl Iterator<Item = u64> {
    let words = parts.flat_map(|part| part.split(|c: char| !c.is_alphanumeric())).filter(|word| !word.is_empty());
    let mut last = [0_u64; 2];
    words
        .map(|word| {
            let mut hasher = Fnv::default();
            for byte in word.bytes() {
                hasher.write_u8(byte.to_ascii_lowercase());
            }
            hasher.finish()
        })
        .map(move |word| {
            let key = last[0].rotate_left(24) ^ last[1].rotate_left(12) ^ word;
            last = [last[1], word];
            key
        })
}

/// The share of the runs of three words that are among `keys`.
#[allow(clippy::cast_precision_loss, reason = "a share")]
pub(super) fn contained<'a>(parts: impl Iterator<Item = &'a str>, keys: &[u64]) -> f32 {
    let (mut found, mut all) = (0_u32, 0_u32);
    for key in shingles_of(parts).skip(2) {
        all += 1;
        found += u32::from(keys.binary_search(&key).is_ok());
    }
    if all == 0 { 0.0 } else { found as f32 / all as f32 }
}

/// FNV-1a, 64 bits: keys that are the same on every machine.
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
