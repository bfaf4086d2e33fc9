//! Results by what they were made from.
//!
//! A [`Key`] is the SHA-256 of the model's files and of the text, so that an entry is never taken for another model's. The
//! crate holds nothing on disk: a caller keeps entries where it likes, through [`Cache`].

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::encoder::Encoding;
use crate::model::{Digests, Model};
use crate::weights::Head;
use crate::{CrossEncoder, Encoder, Error, Question};

/// What an entry was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub [u8; 32]);

/// The version of the entries' form and of the arithmetic behind them; a change of either must change it.
const VERSION: &[u8] = b"coincide-model/1";

impl Key {
    /// The key of a result of `kind` that the model of `digests` makes of `parts`.
    fn new<'a>(digests: &'a Digests, kind: &'a str, parts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut hash = Sha256::new();
        hash.update(VERSION);
        let fields = [digests.weights.as_str(), digests.vocabulary.as_str(), kind];
        for part in fields.into_iter().chain(parts) {
            // The length first, so that no two lists of parts are one.
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        }
        Self(hash.finalize().into())
    }
}

/// Keeps bytes by key.
pub trait Cache {
    /// The bytes kept for `key`, if any.
    fn get(&mut self, key: &Key) -> Option<Vec<u8>>;

    /// Keeps bytes for `key`, or does not, if there is no room.
    fn put(&mut self, key: Key, bytes: Vec<u8>);
}

/// A cache in memory, without bounds: for one run over inputs that are bounded themselves.
impl Cache for HashMap<Key, Vec<u8>> {
    fn get(&mut self, key: &Key) -> Option<Vec<u8>> {
        HashMap::get(self, key).cloned()
    }

    fn put(&mut self, key: Key, bytes: Vec<u8>) {
        self.insert(key, bytes);
    }
}

impl Encoder<'_> {
    /// As [`encode`](Encoder::encode), taking from `cache` what it has and keeping the rest there. The results are the same
    /// bits; each different text is encoded once.
    ///
    /// # Errors
    ///
    /// As [`encode`](Encoder::encode). An entry that cannot be read is made again.
    pub fn encode_cached(&self, texts: &[&str], cache: &mut (impl Cache + ?Sized)) -> Result<Vec<Encoding>, Error> {
        let key = |text: &&str| Key::new(self.model().digests(), "encoding", [*text]);
        let width = self.model().width();
        cached(
            texts,
            cache,
            key,
            |texts| self.encode(texts),
            encoding_to_bytes,
            |text, bytes| encoding_from_bytes(text, &bytes, width),
        )
    }
}

impl CrossEncoder<'_> {
    /// As [`pooled`](CrossEncoder::pooled), taking from `cache` what it has and keeping the rest there.
    ///
    /// # Errors
    ///
    /// As [`pooled`](CrossEncoder::pooled). An entry that cannot be read is made again.
    pub fn pooled_cached(
        &self,
        questions: &[Question<'_>],
        cache: &mut (impl Cache + ?Sized),
    ) -> Result<Vec<Vec<f32>>, Error> {
        let model: &Model = self.model();
        let key = |question: &Question<'_>| {
            let parts = std::iter::once(question.claim).chain(question.passages.iter().copied());
            Key::new(model.digests(), "pooled", parts)
        };
        let stances = model.head().map_or(0, Head::pooled);
        let read = |_: &Question<'_>, bytes: Vec<u8>| floats_from_bytes(&bytes).filter(|row| row.len() == stances);
        cached(questions, cache, key, |questions| self.pooled(questions), |row| floats_to_bytes(row), read)
    }
}

/// The values of `items`: kept ones from the cache, the others made in one go, each different one once.
fn cached<I: Copy, V: Clone>(
    items: &[I],
    cache: &mut (impl Cache + ?Sized),
    key: impl Fn(&I) -> Key,
    make: impl FnOnce(&[I]) -> Result<Vec<V>, Error>,
    write: impl Fn(&V) -> Vec<u8>,
    read: impl Fn(&I, Vec<u8>) -> Option<V>,
) -> Result<Vec<V>, Error> {
    let keys: Vec<Key> = items.iter().map(&key).collect();
    let mut values: HashMap<Key, Option<V>> = HashMap::new();
    let mut missing = Vec::new();
    for (item, key) in items.iter().zip(&keys) {
        values.entry(*key).or_insert_with(|| {
            let kept = cache.get(key).and_then(|bytes| read(item, bytes));
            if kept.is_none() {
                missing.push((*key, *item));
            }
            kept
        });
    }
    let made = make(&missing.iter().map(|(_, item)| *item).collect::<Vec<_>>())?;
    for ((key, _), value) in missing.into_iter().zip(made) {
        cache.put(key, write(&value));
        values.insert(key, Some(value));
    }
    let value = |key| values.get(key).cloned().flatten().ok_or_else(|| Error::Shape("results".into()));
    keys.iter().map(value).collect()
}

/// The number of spans, the spans, the vector of the text, those of the pieces; all little-endian.
fn encoding_to_bytes(encoding: &Encoding) -> Vec<u8> {
    let mut bytes =
        Vec::with_capacity(4 * (1 + 2 * encoding.spans.len() + encoding.text.len() + encoding.pieces.len()));
    let mut push = |number: usize| bytes.extend_from_slice(&(number as u32).to_le_bytes());
    push(encoding.spans.len());
    encoding.spans.iter().for_each(|span| {
        push(span.start);
        push(span.end);
    });
    bytes.extend(floats_to_bytes(&encoding.text));
    bytes.extend(floats_to_bytes(&encoding.pieces));
    bytes
}

/// Nothing if the bytes are not those of an encoding of `text`.
fn encoding_from_bytes(text: &str, bytes: &[u8], width: usize) -> Option<Encoding> {
    let (words, []) = bytes.as_chunks::<4>() else { return None };
    let (count, words) = words.split_first()?;
    let count = u32::from_le_bytes(*count) as usize;
    let (spans, floats) = words.split_at_checked(count.checked_mul(2)?)?;
    if floats.len() != count.checked_add(1)?.checked_mul(width)? {
        return None;
    }
    let number = |word: &[u8; 4]| u32::from_le_bytes(*word) as usize;
    let spans: Vec<_> = spans.as_chunks::<2>().0.iter().map(|[start, end]| number(start)..number(end)).collect();
    if spans.iter().any(|span| text.get(span.clone()).is_none()) {
        return None;
    }
    let mut floats = floats.iter().map(|word| f32::from_le_bytes(*word));
    let text = floats.by_ref().take(width).collect();
    Some(Encoding { spans, text, pieces: floats.collect() })
}

fn floats_to_bytes(floats: &[f32]) -> Vec<u8> {
    floats.iter().flat_map(|x| x.to_le_bytes()).collect()
}

fn floats_from_bytes(bytes: &[u8]) -> Option<Vec<f32>> {
    let (words, []) = bytes.as_chunks::<4>() else { return None };
    Some(words.iter().map(|word| f32::from_le_bytes(*word)).collect())
}
