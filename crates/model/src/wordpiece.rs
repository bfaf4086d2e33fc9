//! Texts to word pieces: the uncased BERT tokeniser, with the place of every piece in the text.
//!
//! The steps are those of Google's BERT (`tokenization.py`, `BasicTokenizer` and `WordpieceTokenizer`) as the crate
//! `tokenizers` does them, and the pieces are the same (tested against it). It is written again since that crate keeps an
//! alignment through every step and is several times slower; static embeddings take hardly longer than the tokenising.
//!
//! One thing differs: a text that spells a special piece, `[SEP]`, gets the pieces of its letters and no special meaning.

use std::collections::HashMap;
use std::ops::Range;

use unicode_categories::UnicodeCategories;
use unicode_normalization::char::decompose_canonical;

use crate::Error;

/// A word of more characters is one unknown piece.
const LONGEST_WORD: usize = 100;

/// Word pieces of a text and the bytes of the text each stands for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pieces {
    /// The number of each piece in the vocabulary.
    pub ids: Vec<u32>,
    /// The bytes of the text that each piece stands for, on character boundaries and in order.
    pub spans: Vec<Range<usize>>,
}

impl Pieces {
    /// How many pieces there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    fn clear(&mut self) {
        self.ids.clear();
        self.spans.clear();
    }
}

/// The numbers of the pieces that every sequence needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Special {
    pub(crate) unknown: u32,
    pub(crate) start: u32,
    pub(crate) separator: u32,
}

/// A vocabulary of word pieces.
pub struct WordPiece {
    /// Pieces that begin a word.
    first: HashMap<Box<[u8]>, u32, foldhash::fast::FixedState>,
    /// Pieces that go on, without their `##`.
    further: HashMap<Box<[u8]>, u32, foldhash::fast::FixedState>,
    /// Bytes of the longest piece.
    longest: usize,
    size: usize,
    special: Special,
}

/// A word as it is read: its normal form, and for each byte of it the bytes of the text it comes from.
#[derive(Default)]
struct Word {
    bytes: Vec<u8>,
    origin: Vec<(usize, usize)>,
    characters: usize,
}

impl Word {
    fn push(&mut self, c: char, from: Range<usize>) {
        self.characters += 1;
        if self.characters > LONGEST_WORD {
            // The word is unknown; only its end is still of interest.
            if let Some(last) = self.origin.last_mut() {
                last.1 = from.end;
            }
            return;
        }
        let mut buffer = [0; 4];
        self.bytes.extend_from_slice(c.encode_utf8(&mut buffer).as_bytes());
        self.origin.resize(self.bytes.len(), (from.start, from.end));
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.origin.clear();
        self.characters = 0;
    }
}

impl WordPiece {
    /// Reads a `vocab.txt`: one piece a line, its number being that of the line, from 0.
    pub fn from_bytes(vocabulary: &[u8]) -> Result<Self, Error> {
        let vocabulary = std::str::from_utf8(vocabulary).map_err(|_| Error::Vocabulary("UTF-8 text"))?;
        let mut first = HashMap::default();
        let mut further = HashMap::default();
        let mut size = 0;
        let mut longest = 0;
        for (id, piece) in (0_u32..).zip(vocabulary.lines()) {
            let (map, piece) = match piece.strip_prefix("##") {
                Some(rest) if !rest.is_empty() => (&mut further, rest),
                _ => (&mut first, piece),
            };
            longest = longest.max(piece.len());
            map.insert(Box::from(piece.as_bytes()), id);
            size += 1;
        }
        let find = |piece: &'static str| first.get(piece.as_bytes()).copied().ok_or(Error::Vocabulary(piece));
        let special = Special { unknown: find("[UNK]")?, start: find("[CLS]")?, separator: find("[SEP]")? };
        Ok(Self { first, further, longest, size, special })
    }

    /// How many pieces the vocabulary has.
    pub fn size(&self) -> usize {
        self.size
    }

    pub(crate) fn special(&self) -> Special {
        self.special
    }

    /// The word pieces of `text`, at most `most` of them, without the special ones at its ends.
    ///
    /// Reading stops at the limit, so a long text costs no more than its beginning.
    pub fn pieces(&self, text: &str, most: usize) -> Pieces {
        let mut pieces = Pieces::default();
        self.pieces_into(text, most, &mut pieces);
        pieces
    }

    /// As [`pieces`](Self::pieces), into memory that is used again.
    pub(crate) fn pieces_into(&self, text: &str, most: usize, pieces: &mut Pieces) {
        pieces.clear();
        let mut word = Word::default();
        for (start, c) in text.char_indices() {
            if pieces.len() >= most {
                break;
            }
            let from = start..start + c.len_utf8();
            if is_dropped(c) {
                continue;
            } else if c.is_whitespace() {
                self.finish(&mut word, pieces);
            } else if c.is_ascii() {
                self.read(c.to_ascii_lowercase(), from, &mut word, pieces);
            } else if is_ideograph(c) {
                self.finish(&mut word, pieces);
                self.read(c, from, &mut word, pieces);
                self.finish(&mut word, pieces);
            } else {
                decompose_canonical(c, |part| {
                    if !part.is_mark_nonspacing() {
                        part.to_lowercase().for_each(|lower| self.read(lower, from.clone(), &mut word, pieces));
                    }
                });
            }
        }
        self.finish(&mut word, pieces);
        pieces.ids.truncate(most);
        pieces.spans.truncate(most);
    }

    /// Takes one character of the normal form: space ends a word, punctuation is a word by itself.
    fn read(&self, c: char, from: Range<usize>, word: &mut Word, pieces: &mut Pieces) {
        if c.is_ascii_alphanumeric() {
            word.push(c, from);
        } else if c.is_whitespace() {
            self.finish(word, pieces);
        } else if c.is_ascii_punctuation() || (!c.is_ascii() && c.is_punctuation()) {
            self.finish(word, pieces);
            word.push(c, from);
            self.finish(word, pieces);
        } else {
            word.push(c, from);
        }
    }

    /// Splits the word into the longest pieces, from its start, and forgets it.
    fn finish(&self, word: &mut Word, pieces: &mut Pieces) {
        let (Some(&(begin, _)), Some(&(_, end))) = (word.origin.first(), word.origin.last()) else { return };
        let before = pieces.len();
        let mut at = 0;
        let mut known = word.characters <= LONGEST_WORD;
        while known && at < word.bytes.len() {
            let map = if at == 0 { &self.first } else { &self.further };
            let furthest = word.bytes.len().min(at + self.longest);
            let found = (at + 1..=furthest).rev().find_map(|stop| Some((stop, *map.get(&word.bytes[at..stop])?)));
            if let Some((stop, id)) = found {
                pieces.ids.push(id);
                pieces.spans.push(word.origin[at].0..word.origin[stop - 1].1);
                at = stop;
            } else {
                known = false;
            }
        }
        if !known {
            pieces.ids.truncate(before);
            pieces.spans.truncate(before);
            pieces.ids.push(self.special.unknown);
            pieces.spans.push(begin..end);
        }
        word.clear();
    }
}

/// Characters that are taken out of the text: control and format characters, unassigned ones, the replacement character.
fn is_dropped(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\0' | '\u{fffd}' => true,
        c if c.is_ascii() => c.is_ascii_control(),
        c => c.is_other(),
    }
}

/// Chinese ideographs, each of which is a word: the blocks that BERT lists.
fn is_ideograph(c: char) -> bool {
    matches!(u32::from(c),
        0x4E00..=0x9FFF | 0x3400..=0x4DBF | 0x20000..=0x2A6DF | 0x2A700..=0x2B73F | 0x2B740..=0x2B81F
        | 0x2B920..=0x2CEAF | 0xF900..=0xFAFF | 0x2F800..=0x2FA1F)
}
