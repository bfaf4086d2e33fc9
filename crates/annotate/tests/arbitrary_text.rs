//! Annotation of any text at all: nothing panics, and every span slices.

use coincide_annotate::{Context, annotate, compare, compare_times, same_name};
use coincide_text::Span;
use jiff::civil::date;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// Marks and emoji that stick to what stands before them, to be strewn into any text.
fn sticking() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "\u{301}",
        "\u{20e3}",
        "\u{200d}",
        "\u{fe0f}",
        "\u{1f3fd}",
        "\u{1f468}\u{200d}\u{1f469}",
        "\u{1f1f3}",
        "\u{e0067}",
        "\u{1100}",
        "\u{1161}",
        "\u{93f}",
        "\u{600}",
        "\u{a9}",
        "\r\n",
        "\u{200b}",
        "é",
        "ß",
        "한",
        "न",
    ])
    .prop_map(str::to_owned)
}

/// Words and marks that the rules look for, so that random texts reach deep into them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "\\PC{0,6}",
        2 => prop::sample::select(vec![
            "\"", "“", "”", "'", "‘", "’", "«", "»", "„", ",", ".", ":", "-", "–", "(", ")", "$", "£", "%", "\n\n", "...", "?",
        ]).prop_map(str::to_owned),
        4 => prop::sample::select(vec![
            "said", "Strand", "Inga", "Holm", "Mr", "U.S.", "UN", "President", "spokesman", "of", "the", "The", "Ministry",
            "according", "to", "that", "he", "She", "who", "told", "called", "at", "least", "about", "between", "and", "86,000",
            "1.2m", "3", "4", "one", "in", "five", "half", "a", "dozen", "million", "tens", "thousands", "people", "killed", "were",
            "injured", "June", "25", "2018", "Monday", "May", "1990s", "two", "year", "old", "days", "ago", "last", "week", "10",
            "a.m.", "00", "percent", "aged", "al", "de", "½", "9999999999999999999999", "99999",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec((piece, prop::sample::select(vec!["", " ", " "])), 0..60)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, blank)| [piece, blank.to_owned()]).collect())
}

fn paragraphs(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    for paragraph in text.split("\n\n") {
        spans.push(Span::new(at, at + paragraph.len()));
        at += paragraph.len() + 2;
    }
    spans
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_span_splits_a_grapheme(pieces in prop::collection::vec((pieces(), sticking()), 0..6)) {
        let text: String = pieces.into_iter().flat_map(|(piece, sticking)| [piece, sticking]).collect();
        let found = annotate(&text, &[Span::new(0, text.len())], &Context::default());
        let mut spans: Vec<Span> = found.times.iter().map(|time| time.span).collect();
        for quotation in &found.quotations {
            spans.extend([quotation.span, quotation.marked]);
            spans.extend(quotation.content);
            spans.extend(quotation.cue);
            spans.extend(quotation.speaker.as_ref().map(|speaker| speaker.span));
        }
        for quantity in &found.quantities {
            spans.extend([quantity.span, quantity.number]);
            spans.extend(quantity.of.as_ref().map(|of| of.span));
            spans.extend(quantity.per.as_ref().map(|per| per.span));
        }
        spans.extend(found.entities.iter().flat_map(|entity| entity.mentions.iter().map(|mention| mention.span)));
        let boundaries: Vec<usize> =
            text.grapheme_indices(true).map(|(at, _)| at).chain(std::iter::once(text.len())).collect();
        for span in spans {
            prop_assert!(boundaries.binary_search(&span.start).is_ok(), "{:?} in {:?}", span, text);
            prop_assert!(boundaries.binary_search(&span.end).is_ok(), "{:?} in {:?}", span, text);
        }
    }

    #[test]
    fn nothing_panics_and_every_span_slices(text in pieces(), dated in any::<bool>()) {
        let context = Context { published: dated.then(|| date(2018, 6, 26)) };
        let found = annotate(&text, &paragraphs(&text), &context);
        let mut spans: Vec<Span> = found.tokens.iter().map(|token| token.span).collect();
        spans.extend(found.sentences.iter().map(|sentence| sentence.span));
        for quotation in &found.quotations {
            prop_assert!(quotation.marked.contains(quotation.span));
            spans.extend([quotation.span, quotation.marked]);
            spans.extend(quotation.cue);
            if let Some(speaker) = &quotation.speaker {
                spans.push(speaker.span);
                prop_assert!(speaker.entity.is_none_or(|entity| entity < found.entities.len()));
            }
        }
        for quantity in &found.quantities {
            prop_assert!(quantity.span.contains(quantity.number));
            prop_assert!(quantity.value.0 <= quantity.value.1, "{:?}", quantity);
            spans.extend([quantity.span, quantity.number]);
            spans.extend(quantity.of.as_ref().map(|of| of.span));
        }
        spans.extend(found.times.iter().map(|time| time.span));
        spans.extend(found.entities.iter().flat_map(|entity| entity.mentions.iter().map(|mention| mention.span)));
        for span in spans {
            prop_assert!(!span.is_empty() && text.get(span.start..span.end).is_some(), "{:?}", span);
        }
        for pair in found.quantities.windows(2) {
            prop_assert_eq!(compare(&pair[0], &pair[1]), compare(&pair[1], &pair[0]));
        }
        for pair in found.times.windows(2) {
            prop_assert_eq!(compare_times(&pair[0], &pair[1]), compare_times(&pair[1], &pair[0]));
        }
        for pair in found.entities.windows(2) {
            prop_assert_eq!(same_name(&pair[0].name, &pair[1].name), same_name(&pair[1].name, &pair[0].name));
        }
    }

    #[test]
    fn any_characters_at_all(text in "\\PC{0,300}") {
        let found = annotate(&text, &paragraphs(&text), &Context::default());
        prop_assert!(found.tokens.iter().all(|token| !token.span.of(&text).is_empty()));
    }
}
