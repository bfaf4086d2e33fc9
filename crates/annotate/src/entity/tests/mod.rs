mod cases;

use coincide_text::Span;

use crate::{Annotations, Context, EntityKind, TextCase, annotate};
use cases::{CASES, KNOWN_FAILURES};

fn read(text: &str) -> Annotations {
    let mut paragraphs = Vec::new();
    let mut at = 0;
    for paragraph in text.split("\n\n") {
        paragraphs.push(Span::new(at, at + paragraph.len()));
        at += paragraph.len() + 2;
    }
    annotate(text, &paragraphs, &Context::default())
}

/// The entities of a text as `cases` writes them.
fn written(case: &str) -> String {
    let text = case.replace("||", "\n\n");
    let entities = read(&text).entities;
    let one = |entity: &crate::Entity| {
        let kind = match entity.kind {
            EntityKind::Person => "p",
            EntityKind::Organisation => "o",
            EntityKind::Place => "l",
            EntityKind::Other => "?",
        };
        let role = entity.role.as_ref().map_or(String::new(), |role| format!(" [{role}]"));
        let mentions: Vec<&str> = entity.mentions.iter().map(|mention| mention.span.of(&text)).collect();
        let mentions = if mentions.len() > 1 { format!(" = {}", mentions.join("; ")) } else { String::new() };
        format!("{kind} {}{role}{mentions}", entity.name)
    };
    entities.iter().map(one).collect::<Vec<_>>().join(" / ")
}

#[test]
fn cases_come_out_as_written() {
    let wrong: Vec<String> = CASES
        .iter()
        .map(|&(text, expected)| (text, expected, written(text)))
        .filter(|(_, expected, got)| expected != got)
        .map(|(text, expected, got)| format!("{text}\n    should be {expected}\n    but is    {got}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), CASES.len(), wrong.join("\n"));
}

#[test]
fn known_failures_still_fail() {
    for &(text, expected, got) in KNOWN_FAILURES {
        assert_ne!(expected, got);
        assert_eq!(written(text), got, "{text}");
    }
}

#[test]
fn the_case_of_a_text_is_told() {
    for (text, case) in [
        ("Inga Strand warned sailors near the harbour.", TextCase::Mixed),
        ("INGA STRAND WARNED SAILORS NEAR THE HARBOUR.", TextCase::Upper),
        ("inga strand warned sailors near the harbour after ferry disaster yesterday.", TextCase::Lower),
        ("Strand Warns Sailors After Ferry Disaster", TextCase::Title),
        ("They left.", TextCase::Mixed),
        ("", TextCase::Mixed),
    ] {
        assert_eq!(read(text).case, case, "{text}");
    }
}
