use coincide_text::Span;

use super::words;
use crate::QuotationKind::{Direct, Indirect, Mixed, Term};
use crate::scan::assert_sorted;
use crate::{Annotations, Context, QuotationKind, annotate};

fn read(text: &str) -> Annotations {
    let mut paragraphs = Vec::new();
    let mut at = 0;
    for paragraph in text.split("\n\n") {
        paragraphs.push(Span::new(at, at + paragraph.len()));
        at += paragraph.len() + 2;
    }
    annotate(text, &paragraphs, &Context::default())
}

/// Kind, content, words of the speaker, name of its entity, cue.
type Row<'a> = (QuotationKind, &'a str, &'a str, &'a str, &'a str);

fn rows<'a>(text: &'a str, read: &'a Annotations) -> Vec<Row<'a>> {
    read.quotations
        .iter()
        .map(|quotation| {
            let speaker = quotation.speaker.as_ref();
            let entity =
                speaker.and_then(|speaker| speaker.entity).map_or("", |entity| read.entities[entity].name.as_str());
            (
                quotation.kind,
                quotation.span.of(text),
                speaker.map_or("", |speaker| speaker.span.of(text)),
                entity,
                quotation.cue.map_or("", |cue| cue.of(text)),
            )
        })
        .collect()
}

fn check(text: &str, expected: &[Row<'_>]) {
    let read = read(text);
    assert_eq!(rows(text, &read), expected, "{text}\n{:#?}", read.entities);
}

#[test]
fn tables_are_sorted_for_binary_search() {
    for table in
        [words::CUES, words::BEFORE_TERMS, words::PRONOUNS, words::BETWEEN, words::CONJUNCTIONS, words::PREPOSITIONS]
    {
        assert_sorted(table);
    }
}

#[test]
fn marks_of_all_kinds() {
    for text in [
        "\"We saw the ferry go down,\" said Inga Strand.",
        "“We saw the ferry go down,” said Inga Strand.",
        "'We saw the ferry go down,' said Inga Strand.",
        "‘We saw the ferry go down,’ said Inga Strand.",
        "«We saw the ferry go down,» said Inga Strand.",
        "„We saw the ferry go down,“ said Inga Strand.",
        "''We saw the ferry go down,'' said Inga Strand.",
        "``We saw the ferry go down,'' said Inga Strand.",
    ] {
        check(text, &[(Direct, "We saw the ferry go down", "Inga Strand", "Inga Strand", "said")]);
    }
}

#[test]
fn apostrophes_are_no_marks() {
    for text in [
        "The sailors' boats weren't Holm's.",
        "It was the '90s and the crew didn't care.",
        "The voters' choice is the mayors' problem.",
    ] {
        check(text, &[]);
    }
    check(
        "'We don't want the sailors' boats here,' said Inga Strand.",
        &[(Direct, "We don't want the sailors' boats here", "Inga Strand", "Inga Strand", "said")],
    );
}

#[test]
fn attribution_after_and_before() {
    check(
        "\"We saw it go down,\" Inga Strand said.",
        &[(Direct, "We saw it go down", "Inga Strand", "Inga Strand", "said")],
    );
    check(
        "\"We saw it go down,\" Inga Strand, who led the search, told reporters.",
        &[(Direct, "We saw it go down", "Inga Strand", "Inga Strand", "told")],
    );
    check(
        "\"We saw it go down,\" said the harbour master, Inga Strand.",
        &[(Direct, "We saw it go down", "Inga Strand", "Inga Strand", "said")],
    );
    check(
        "Inga Strand said: \"We saw it go down.\"",
        &[(Direct, "We saw it go down.", "Inga Strand", "Inga Strand", "said")],
    );
    check(
        "Inga Strand told reporters, \"We saw it go down.\"",
        &[(Direct, "We saw it go down.", "Inga Strand", "Inga Strand", "told")],
    );
    check("Inga Strand: \"We saw it go down.\"", &[(Direct, "We saw it go down.", "Inga Strand", "Inga Strand", ":")]);
    check(
        "Inga Strand was quoted as saying \"we saw it go down\".",
        &[(Direct, "we saw it go down", "Inga Strand", "Inga Strand", "saying")],
    );
    check(
        "\"We saw it go down,\" a spokesman for the ministry said.",
        &[(Direct, "We saw it go down", "a spokesman for the ministry", "", "said")],
    );
    check(
        "\"Who left the gate open?\" Inga Strand asked.",
        &[(Direct, "Who left the gate open?", "Inga Strand", "Inga Strand", "asked")],
    );
}

#[test]
fn words_inside_a_reporting_clause() {
    check("Inga Strand called the order \"illegal\".", &[(Mixed, "illegal", "Inga Strand", "Inga Strand", "called")]);
    check(
        "Mayor Inga Strand said they had a \"different view\" of the ferry.",
        &[(Mixed, "different view", "Inga Strand", "Inga Strand", "said")],
    );
    check(
        "The trip was \"a waste of time\", according to Inga Strand.",
        &[(Mixed, "a waste of time", "Inga Strand", "Inga Strand", "according to")],
    );
}

#[test]
fn terms_are_nobodys_words() {
    check("The crew sang \"Home Before Dawn\" on deck.", &[(Term, "Home Before Dawn", "", "", "")]);
    check("He was nicknamed \"Lucky\" at school.", &[(Term, "Lucky", "", "", "")]);
    check("The so-called \"ghost ships\" sail at night.", &[(Term, "ghost ships", "", "", "")]);
    check("Old \"whalers\" lined the pier.", &[(Term, "whalers", "", "", "")]);
}

#[test]
fn a_quotation_goes_on() {
    check(
        "\"We saw it go down,\" Inga Strand said. \"Then it was gone.\"",
        &[
            (Direct, "We saw it go down", "Inga Strand", "Inga Strand", "said"),
            (Direct, "Then it was gone.", "Inga Strand", "Inga Strand", "said"),
        ],
    );
    check(
        "\"We saw it,\" Inga Strand said, \"and then it was gone.\"",
        &[
            (Direct, "We saw it", "Inga Strand", "Inga Strand", "said"),
            (Direct, "and then it was gone.", "Inga Strand", "Inga Strand", "said"),
        ],
    );
    check(
        "Inga Strand said: \"We saw it go down.\n\n\"Then it was gone.\"",
        &[
            (Direct, "We saw it go down.", "Inga Strand", "Inga Strand", "said"),
            (Direct, "Then it was gone.", "Inga Strand", "Inga Strand", "said"),
        ],
    );
}

#[test]
fn a_missing_mark_ends_with_the_paragraph() {
    check(
        "Inga Strand said: \"We saw it go down.\n\nThe search goes on.",
        &[(Direct, "We saw it go down.", "Inga Strand", "Inga Strand", "said")],
    );
}

#[test]
fn several_sentences_in_one_pair_are_one_quotation() {
    check(
        "Inga Strand said: \"We saw it. It went down. Nobody came.\"",
        &[(Direct, "We saw it. It went down. Nobody came.", "Inga Strand", "Inga Strand", "said")],
    );
}

#[test]
fn pronouns_stand_for_the_last_speaker() {
    check(
        "\"We saw it go down,\" said Inga Strand. She added: \"Then it was gone for good.\"",
        &[
            (Direct, "We saw it go down", "Inga Strand", "Inga Strand", "said"),
            (Direct, "Then it was gone for good.", "She", "Inga Strand", "added"),
        ],
    );
}

#[test]
fn reported_clauses() {
    check(
        "Inga Strand said that the ferry had left too early.",
        &[(Indirect, "the ferry had left too early", "Inga Strand", "Inga Strand", "said")],
    );
    check(
        "Inga Strand said the ferry had left too early.",
        &[(Indirect, "the ferry had left too early", "Inga Strand", "Inga Strand", "said")],
    );
    check(
        "The ferry had left too early, Inga Strand said.",
        &[(Indirect, "The ferry had left too early", "Inga Strand", "Inga Strand", "said")],
    );
    check(
        "The ferry had left too early, according to Inga Strand.",
        &[(Indirect, "The ferry had left too early", "Inga Strand", "Inga Strand", "according to")],
    );
    check(
        "Inga Strand told reporters on Monday that the ferry had left too early.",
        &[(Indirect, "the ferry had left too early", "Inga Strand", "Inga Strand", "told")],
    );
}

#[test]
fn the_speaker_is_the_subject_and_no_object() {
    check(
        "Berg then turned to Strand and asked, \"Who left the gate open?\" Inga Strand left.",
        &[(Direct, "Who left the gate open?", "Berg", "", "asked")],
    );
    check(
        "Ivar Berg met with Inga Strand and said: \"We saw it go down.\"",
        &[(Direct, "We saw it go down.", "Ivar Berg", "Ivar Berg", "said")],
    );
    check(
        "In a letter to Mrs Inga Strand, Ivar Berg thanked the crew and wrote: \"We saw it go down.\"",
        &[
            (Indirect, "the crew", "Ivar Berg", "Ivar Berg", "thanked"),
            (Direct, "We saw it go down.", "Ivar Berg", "Ivar Berg", "wrote"),
        ],
    );
    check(
        "The skipper turned to Inga Strand and asked: \"Who left the gate open?\"",
        &[(Direct, "Who left the gate open?", "The skipper", "", "asked")],
    );
}

#[test]
fn a_signature_names_the_speaker() {
    for dash in ["—", "―", "–"] {
        check(
            &format!("\"We saw it go down.\" {dash} Inga Strand"),
            &[(Direct, "We saw it go down.", "Inga Strand", "Inga Strand", dash)],
        );
    }
}

#[test]
fn a_sentence_may_report_twice() {
    check(
        "Inga Strand said that the ferry had left too early, and warned that others would follow.",
        &[
            (Indirect, "the ferry had left too early", "Inga Strand", "Inga Strand", "said"),
            (Indirect, "others would follow", "Inga Strand", "Inga Strand", "warned"),
        ],
    );
    check(
        "Inga Strand said the ferry had left too early, adding that the crew was new.",
        &[
            (Indirect, "the ferry had left too early", "Inga Strand", "Inga Strand", "said"),
            (Indirect, "the crew was new", "Inga Strand", "Inga Strand", "adding"),
        ],
    );
    check(
        "The ferry, Inga Strand said, had left too early.",
        &[(Indirect, "The ferry, Inga Strand said, had left too early", "Inga Strand", "Inga Strand", "said")],
    );
}

#[test]
fn a_cue_with_words_in_marks_reports_nothing_else() {
    check(
        "\"We saw it go down,\" Inga Strand said at a briefing on Monday near the pier.",
        &[(Direct, "We saw it go down", "Inga Strand", "Inga Strand", "said")],
    );
}

#[test]
fn a_quotation_alone_goes_on_only_with_a_speaker_that_is_sure() {
    check(
        "She said that the crews, according to the Coast Union, had to leave \"at once\" and rest.\n\n\"We agreed to wait.\"",
        &[(Mixed, "at once", "She", "", "said"), (Direct, "We agreed to wait.", "She", "", "said")],
    );
    check(
        "The crews had to leave \"at once\", according to the Coast Union.\n\n\"We agreed to wait.\"",
        &[(Mixed, "at once", "Coast Union", "Coast Union", "according to"), (Direct, "We agreed to wait.", "", "", "")],
    );
    check("\"We agreed to wait.\"\n\nThe pier closed on Monday.", &[(Direct, "We agreed to wait.", "", "", "")]);
}
