//! Texts of one kind of thing only, without sentences: the work must stay in proportion to their length. They are long
//! enough for a quadratic step to take minutes and short enough for a build without optimisation.

use coincide_annotate::{Annotations, Context, annotate};
use coincide_text::Span;

/// Bytes of each text.
const LENGTH: usize = 200_000;

fn read(piece: &str) -> Annotations {
    let text = piece.repeat(LENGTH / piece.len());
    annotate(&text, &[Span::new(0, text.len())], &Context::default())
}

fn check(pieces: &[&str]) {
    for piece in pieces {
        let found = read(piece);
        let length = LENGTH / piece.len() * piece.len();
        assert!(found.tokens.iter().all(|token| token.span.end <= length), "{piece:?}");
        assert!(found.quotations.len() <= found.tokens.len(), "{piece:?}");
    }
}

#[test]
fn nothing_but_marks() {
    check(&["\"", "\" ", "' ", "'", "’", "“ ", "a\" ", "\"a b\" ", "''a'' ", "a' ", ".", "? ", ".\" ", "a.\"B", "a—"]);
}

#[test]
fn nothing_but_names() {
    check(&[
        "A",
        "A ",
        "Holm ",
        "Mr. Holm ",
        "Inga Holm and ",
        "Holm-Berg ",
        "Holm, ",
        "UN ",
        "of Holm ",
        "mayor Inga Holm, ",
    ]);
}

#[test]
fn nothing_but_figures() {
    check(&[
        "1",
        "1 ",
        "1,",
        "1.",
        "one ",
        "from 1 to ",
        "1-",
        "10 percent to ",
        "ten and a half ",
        "$1 ",
        "May ",
        "Friday ",
    ]);
}

#[test]
fn nothing_but_reports() {
    check(&[
        "said ",
        "Holm said ",
        "said that ",
        "and said ",
        "to Holm and said ",
        "according to ",
        "\"a\" said ",
        "said \"we saw it go down\" ",
        "the mayor said ",
        "Holm, mayor of Berg, said the mayor said ",
    ]);
}
