//! Texts of one kind of thing only, without sentences: the work must stay in proportion to their length. A text four times
//! as long must not take ten times the time: a quadratic step makes it sixteen times. Where it is plain how much there is
//! to find, it is counted too.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use coincide_annotate::{Annotations, Context, annotate};
use coincide_text::Span;

/// Bytes of the shorter text; long enough that what is done once for a text does not hide what is done for each byte.
const LENGTH: usize = 100_000;
/// How many times as long the longer text is.
const LONGER: usize = 4;
/// How many times the time it may take: 4 if the work is linear, 16 if it is quadratic.
const MOST: u32 = 10;
/// How often a text is read again if it seemed slow: other programs share the machine. The best time counts.
const TRIES: usize = 12;

/// One text is timed at a time: the tests of this file run at once and would slow each other down.
static TIMED: Mutex<()> = Mutex::new(());

fn read(text: &str) -> Annotations {
    annotate(text, &[Span::new(0, text.len())], &Context::default())
}

/// Reads the text of `length` bytes and the one that is longer, compares their times and gives the longer one's findings
/// with its text.
fn grow(name: &str, text: impl Fn(usize) -> String) -> (Annotations, String) {
    let (short, long) = (text(LENGTH), text(LENGTH * LONGER));
    let _timed = TIMED.lock().unwrap_or_else(PoisonError::into_inner);
    let (mut fast, mut slow) = (Duration::MAX, Duration::MAX);
    let mut found = Annotations::default();
    for _ in 0..TRIES {
        let start = Instant::now();
        drop(read(&short));
        fast = fast.min(start.elapsed());
        let start = Instant::now();
        found = read(&long);
        slow = slow.min(start.elapsed());
        if slow < fast * MOST {
            break;
        }
    }
    assert!(slow < fast * MOST, "{name:?}: {} bytes take {fast:?}, {} bytes {slow:?}", short.len(), long.len());
    (found, long)
}

/// The findings in a text of nothing but this piece, and how often it stands there.
fn repeat(piece: &str) -> (Annotations, usize) {
    let (found, text) = grow(piece, |length| piece.repeat(length / piece.len()));
    (found, text.len() / piece.len())
}

#[test]
fn nothing_but_marks() {
    for piece in
        ["\"", "\" ", "' ", "'", "’", "“ ", "a\" ", "\"a b\" ", "''a'' ", "a' ", ".", "? ", ".\" ", "a.\"B", "a—"]
    {
        let (found, _) = repeat(piece);
        assert_eq!((found.quantities.len(), found.times.len()), (0, 0), "{piece:?}");
    }
}

#[test]
fn nothing_but_names() {
    for piece in ["A", "A ", "Holm-Berg ", "Holm, ", "of Holm ", "Mr. Holm ", "Inga Holm and "] {
        let (found, _) = repeat(piece);
        assert_eq!((found.quotations.len(), found.quantities.len(), found.times.len()), (0, 0, 0), "{piece:?}");
    }
    for (piece, name) in [("mayor Inga Holm, ", "Inga Holm"), ("UN, ", "UN")] {
        let (found, count) = repeat(piece);
        let names: Vec<_> = found.entities.iter().map(|entity| (entity.name.as_str(), entity.mentions.len())).collect();
        assert_eq!(names, [(name, count)], "{piece:?}");
    }
}

#[test]
fn names_titles_and_pronouns_without_end() {
    for piece in [
        "Mr ",
        "he ",
        "(A) ",
        "Holm of the Sea and (HS) ",
        "the mayor ",
        "the ",
        "president of the ",
        "Mary and James Holm and ",
        "Holm Jr. ",
        "Jong-un ",
        "HOLM LEFT ",
        "mr holm left ",
        "Mary Petrosian, Petrosian, ",
        "\u{1f1f3}",
    ] {
        let (found, _) = repeat(piece);
        assert_eq!((found.quantities.len(), found.times.len()), (0, 0), "{piece:?}");
    }
    let (found, count) = repeat("Mary Holm met James Holm. She left. ");
    let mentions: Vec<_> = found.entities.iter().map(|entity| (entity.name.as_str(), entity.mentions.len())).collect();
    assert_eq!(mentions, [("Mary Holm", 2 * count), ("James Holm", count)]);
    let (found, count) = repeat("Mr Holm said he saw the mayor. ");
    assert_eq!(found.entities.len(), 1);
    assert_eq!(
        found.entities.iter().flat_map(|entity| &entity.mentions).filter(|mention| mention.named).count(),
        count
    );
}

#[test]
fn a_name_that_is_never_the_same() {
    let shapes: [fn(&str) -> String; 3] = [
        |part| format!("then Vard{part}al left, "),
        |part| format!("then Inga Vard{part}al left, "),
        |part| format!("then I{part}ga Holm left, "),
    ];
    for (words, shape) in [1, 2, 2].into_iter().zip(shapes) {
        // Hexadecimal with letters for its digits, so that every name is one word.
        let part = |n: usize| -> String {
            let letter = |digit: char| digit.to_digit(10).map_or(digit, |digit| char::from(b'j' + digit as u8));
            format!("{n:x}").chars().map(letter).collect()
        };
        let (found, text) = grow(&shape(""), |length| (0..length / 28).map(|n| shape(&part(n))).collect());
        assert!(!found.entities.is_empty() && found.entities.len() <= text.matches("then ").count());
        // Each full name is an entity of its own.
        if words == 2 {
            let names: HashSet<&str> = found.entities.iter().map(|entity| entity.name.as_str()).collect();
            assert_eq!((names.len(), found.entities.len()), (text.matches("then ").count(), names.len()));
        }
    }
}

#[test]
fn nothing_but_figures() {
    for piece in ["1", "1 ", "1,", "1.", "one ", "from 1 to ", "1-", "10 percent to ", "ten and a half ", "May "] {
        let (found, _) = repeat(piece);
        assert_eq!((found.quotations.len(), found.entities.len()), (0, 0), "{piece:?}");
    }
    let (found, count) = repeat("$1. ");
    assert_eq!(found.quantities.len(), count);
    let (found, count) = repeat("on Friday, ");
    assert_eq!(found.times.len(), count);
}

#[test]
fn nothing_but_reports() {
    for piece in [
        "said ",
        "he said ",
        ", he said, ",
        "Holm said ",
        "Holm's claim ",
        "the claim that ",
        "“a, ",
        "to say ",
        "said that ",
        "and said ",
        "to Holm and said ",
        "according to ",
        "\"a\" said ",
        "the mayor said ",
        "Holm, mayor of Berg, said the mayor said ",
    ] {
        let (found, _) = repeat(piece);
        assert_eq!((found.quantities.len(), found.times.len()), (0, 0), "{piece:?}");
    }
    let (found, count) = repeat("said \"we saw it go down\" ");
    assert_eq!(found.quotations.len(), count);
}
