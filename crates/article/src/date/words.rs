//! A line as runs of digits, runs of letters and single marks.

use coincide_text::Span;
use unicode_normalization::char::is_combining_mark;

/// What a word is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Digits,
    Letters,
    Mark,
}

/// A run of digits or letters, or one mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) span: Span,
    kind: Kind,
    /// The value of digits, of whatever script, and how many they are.
    value: u64,
    digits: usize,
}

/// A line taken apart. Indices past its end are words that are nothing.
pub(super) struct Line<'a> {
    text: &'a str,
    words: Vec<Word>,
}

impl<'a> Line<'a> {
    /// Takes `text` apart; white space and marks of writing direction part words and are none.
    pub(super) fn of(text: &'a str) -> Self {
        let mut words: Vec<Word> = Vec::new();
        let mut previous = None;
        for (at, character) in text.char_indices() {
            let end = at + character.len_utf8();
            let digit = digit(character);
            let kind = if digit.is_some() {
                Some(Kind::Digits)
            } else if is_letter(character) {
                Some(Kind::Letters)
            } else if is_blank(character) {
                None
            } else {
                Some(Kind::Mark)
            };
            let value = u64::from(digit.unwrap_or_default());
            match (words.last_mut(), kind) {
                (_, None) => {}
                (Some(word), Some(Kind::Digits | Kind::Letters)) if kind == previous => {
                    word.span.end = end;
                    word.value = word.value.saturating_mul(10).saturating_add(value);
                    word.digits += usize::from(digit.is_some());
                }
                (_, Some(kind)) => {
                    words.push(Word { span: Span::new(at, end), kind, value, digits: usize::from(digit.is_some()) });
                }
            }
            previous = kind;
        }
        Self { text, words }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn get(&self, index: usize) -> Option<&Word> {
        self.words.get(index)
    }

    /// The word as written.
    pub(super) fn word(&self, index: usize) -> &'a str {
        self.words.get(index).map_or("", |word| word.span.of(self.text))
    }

    /// Where the words from `first` up to `end` stand; there is at least one.
    pub(super) fn span(&self, first: usize, end: usize) -> Span {
        let start = self.words.get(first).map_or(self.text.len(), |word| word.span.start);
        let end = end.checked_sub(1).and_then(|last| self.words.get(last)).map_or(start, |word| word.span.end);
        Span::new(start, end.max(start))
    }

    /// The text between two places.
    pub(super) fn between(&self, start: usize, end: usize) -> &'a str {
        Span::new(start, end).of(self.text)
    }

    /// The letters of a word, nothing of digits and marks.
    pub(super) fn letters(&self, index: usize) -> Option<&'a str> {
        self.words.get(index).filter(|word| word.kind == Kind::Letters).map(|word| word.span.of(self.text))
    }

    /// How many digits the word has: none if it is none of digits.
    pub(super) fn digits(&self, index: usize) -> usize {
        self.words.get(index).map_or(0, |word| word.digits)
    }

    /// The value of a word of at most `most` digits.
    pub(super) fn number(&self, index: usize, most: usize) -> Option<u64> {
        self.words.get(index).filter(|word| (1..=most).contains(&word.digits)).map(|word| word.value)
    }

    /// The value of one or two digits: a day, a month, an hour.
    pub(super) fn small(&self, index: usize) -> Option<i8> {
        self.number(index, 2).and_then(|number| i8::try_from(number).ok())
    }

    /// Whether nothing stands between this word and the next.
    pub(super) fn touches_next(&self, index: usize) -> bool {
        self.get(index).zip(self.get(index + 1)).is_some_and(|(a, b)| a.span.end == b.span.start)
    }
}

fn is_letter(character: char) -> bool {
    if character.is_ascii() {
        character.is_ascii_alphabetic()
    } else {
        character.is_alphabetic() || is_combining_mark(character)
    }
}

fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

/// The value of a decimal digit of any script that dates are written in.
pub(super) fn digit(character: char) -> Option<u32> {
    /// The zeros of Arabic, Persian, Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam,
    /// Thai, Lao, Burmese, Khmer and of wide forms.
    const ZEROS: [u32; 16] = [
        0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040, 0x17e0,
        0xff10,
    ];
    if character.is_ascii() {
        return character.to_digit(10);
    }
    let code = u32::from(character);
    ZEROS.iter().find(|&&zero| (zero..zero + 10).contains(&code)).map(|zero| code - zero)
}
