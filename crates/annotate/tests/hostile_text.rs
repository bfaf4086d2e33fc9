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
fn names_titles_and_pronouns_without_end() {
    check(&[
        "Mr ",
        "he ",
        "Mr Holm said he saw the mayor. ",
        "Mary Holm met James Holm. She left. ",
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
        "\u{1f1f3}",
    ]);
}

#[test]
fn a_name_that_is_never_the_same() {
    for shape in
        [|n: usize| format!("Vard{n:x}al left. "), |n| format!("Inga Vard{n:x}al, "), |n| format!("I{n:x}ga Holm, ")]
    {
        let text: String = (0..LENGTH / 20).map(|n| shape(n).replace(|c: char| c.is_ascii_digit(), "y")).collect();
        let found = annotate(&text, &[Span::new(0, text.len())], &Context::default());
        assert!(found.entities.len() <= found.tokens.len());
    }
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
        "said \"we saw it go down\" ",
        "the mayor said ",
        "Holm, mayor of Berg, said the mayor said ",
    ]);
}
