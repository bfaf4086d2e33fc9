//! One invented story with hostile text in it, from which every format is made.

use std::collections::BTreeMap;

use coincide_annotate::Reading;
use coincide_article::{Article, DateSource, Moment, Paragraph, ParagraphKind, Precision, Published};
use coincide_check::{
    Checked, Claim, Clause, Code, Difference, Evidence, Finding, Level, Note, Place, Proof, Reason, Stance, Verdict,
};
use coincide_report::{Check, Compare, Report};
use coincide_story::{Cell, Comparison, Direction, Fact, FactKind, FactState, Reuse, SharedPassage};
use coincide_text::{Span, Text};
use jiff::civil::date;

pub(crate) const DRAFT: &str = "# Ferry runs aground off Brännö\n\n\
The ferry “Måsen” ran aground off Brännö on Tuesday. The harbour master said \"we did not receive any warning before \
the ferry left\".\nAt least 14 people were hurt, <script>alert(1)</script> police said.\n\n\
Dolphins led the boats to the wreck. The island has 東京 \u{1b}[31mred\u{1b}[0m lamps. It was a dark day for the coast.\n";

const COURIER: &str = "Ferry aground near Brännö\n\n\
The ferry Måsen ran aground near Brännö on Tuesday evening, the coast guard said.\n\n\
Inga Strand, harbour master, said \"we received a warning after the ferry had left\".\n\n\
Twelve people were hurt.";

const RADIO: &str = "The ferry Måsen ran aground near Brännö on Tuesday evening, the coast guard said.\n\n\
At least 12 people were hurt, and three are still in hospital.";

const HAVN: &str = "Skipperen på Måsen sov, siger politiet. <img src=x onerror=alert(1)>";

fn reading(outlet: &str, path: &str, text: &str) -> Reading {
    let mut paragraphs = Vec::new();
    let mut at = 0;
    for piece in text.split("\n\n") {
        let span = Span::new(at, at + piece.len()).trim(text);
        let kind = if paragraphs.is_empty() { ParagraphKind::Title } else { ParagraphKind::Body };
        paragraphs.push(Paragraph { span, kind });
        at += piece.len() + 2;
    }
    Reading::new(Article {
        path: Some(path.to_owned()),
        sha256: "0123456789abcdef".repeat(4),
        outlet: (!outlet.is_empty()).then(|| outlet.to_owned()),
        title: Some(text.lines().next().unwrap_or_default().trim_start_matches("# ").to_owned()),
        authors: if outlet == "North Sea Courier" { vec!["Ada <Lovely> Berg".to_owned()] } else { Vec::new() },
        published: (outlet != "Dagens Havn").then(|| Published {
            at: Moment {
                date: date(2031, 5, 7),
                time: jiff::civil::Time::new(21, 5, 0, 0).ok(),
                zone: Some("GMT".into()),
            },
            precision: Precision::Minute,
            from: DateSource::Byline,
        }),
        text: Text::identical(text, 0),
        paragraphs,
        ..Article::default()
    })
}

pub(crate) fn draft() -> Reading {
    let mut draft = reading("", "drafts/ferry, night.md", DRAFT);
    draft.article.published = None;
    draft
}

pub(crate) fn articles() -> Vec<Reading> {
    vec![
        reading("North Sea Courier", "clips/courier.html", COURIER),
        reading("Coast Radio", "clips/radio.txt", RADIO),
        reading("Dagens Havn", "clips/havn.txt", HAVN),
    ]
}

/// Where `words` stand in `text`.
fn at(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap_or_else(|| panic!("{words:?} is not in the sample"));
    Span::new(start, start + words.len())
}

fn claim(words: &str, verdict: Verdict, reason: Option<Reason>, evidence: Vec<Evidence>) -> Claim {
    let span = at(DRAFT, words);
    let score = (verdict != Verdict::NotChecked).then_some(0.123_456);
    Claim {
        span,
        verdict,
        reason,
        score,
        independent_sources: usize::from(verdict == Verdict::Supported),
        silent: 3 - evidence.len().min(3),
        clauses: vec![Clause { span, verdict, reason, score, evidence }],
    }
}

fn finding(code: Code, level: Level, message: &str, claim: usize, words: &str) -> Finding {
    Finding {
        code,
        level,
        message: message.to_owned(),
        claim: Some(claim),
        place: Place::Draft,
        spans: vec![at(DRAFT, words)],
        evidence: Vec::new(),
        differences: Vec::new(),
        notes: Vec::new(),
        suggestion: None,
    }
}

pub(crate) fn comparison() -> Comparison {
    let cell = |article, text: &str, value: &str, normal: &str, passage: &str| Cell {
        article,
        value: value.to_owned(),
        normal: normal.to_owned(),
        span: at(text, value),
        passage: at(text, passage),
    };
    let wire = "The ferry Måsen ran aground near Brännö on Tuesday evening, the coast guard said.";
    Comparison {
        sources: vec![vec![0, 1], vec![2]],
        facts: vec![
            Fact {
                kind: FactKind::Quantity,
                label: "people hurt".to_owned(),
                state: FactState::Differing,
                cells: vec![
                    cell(0, COURIER, "Twelve", "12", "Twelve people were hurt."),
                    cell(
                        1,
                        RADIO,
                        "At least 12",
                        ">=12",
                        "At least 12 people were hurt, and three are still in hospital.",
                    ),
                ],
                independent_sources: 2,
            },
            Fact {
                kind: FactKind::Statement,
                label: wire.to_owned(),
                state: FactState::Single,
                cells: vec![cell(0, COURIER, wire, "", wire), cell(1, RADIO, wire, "", wire)],
                independent_sources: 1,
            },
            Fact {
                kind: FactKind::Statement,
                label: "the skipper was asleep".to_owned(),
                state: FactState::Single,
                cells: vec![cell(2, HAVN, "Skipperen på Måsen sov", "", HAVN)],
                independent_sources: 1,
            },
            Fact {
                kind: FactKind::Quotation,
                label: "we received a warning after the ferry had left".to_owned(),
                state: FactState::Single,
                cells: vec![cell(
                    0,
                    COURIER,
                    "we received a warning after the ferry had left",
                    "",
                    "Inga Strand, harbour master, said \"we received a warning after the ferry had left\".",
                )],
                independent_sources: 1,
            },
        ],
        reuse: vec![Reuse {
            a: 0,
            b: 1,
            direction: Direction::AToB,
            why: "Coast Radio was published later".to_owned(),
            words: 14,
            share_of_a: 0.341_46,
            share_of_b: 0.56,
            passages: vec![SharedPassage { a: at(COURIER, wire), b: at(RADIO, wire) }],
        }],
    }
}

pub(crate) fn checked() -> Checked {
    let said = "Inga Strand, harbour master, said \"we received a warning after the ferry had left\".";
    let supports = |article, text: &str, passage: &str| Evidence {
        article,
        stance: Stance::Supports,
        score: 0.987_654,
        alone: true,
        span: at(text, passage),
    };
    let contradicts = |article, text: &str, passage: &str| Evidence {
        stance: Stance::Contradicts,
        ..supports(article, text, passage)
    };
    let wire = "The ferry Måsen ran aground near Brännö on Tuesday evening, the coast guard said.";
    let claims = vec![
        claim("Ferry runs aground off Brännö", Verdict::NotChecked, Some(Reason::Fragment), Vec::new()),
        claim(
            "The ferry “Måsen” ran aground off Brännö on Tuesday.",
            Verdict::Supported,
            None,
            vec![supports(0, COURIER, wire), supports(1, RADIO, wire)],
        ),
        claim(
            "The harbour master said \"we did not receive any warning before the ferry left\".",
            Verdict::Contradicted,
            None,
            vec![contradicts(0, COURIER, said)],
        ),
        claim(
            "At least 14 people were hurt, <script>alert(1)</script> police said.",
            Verdict::Contradicted,
            None,
            vec![
                contradicts(0, COURIER, "Twelve people were hurt."),
                contradicts(1, RADIO, "At least 12 people were hurt, and three are still in hospital."),
            ],
        ),
        claim("Dolphins led the boats to the wreck.", Verdict::NotFound, None, Vec::new()),
        claim(
            "The island has 東京 \u{1b}[31mred\u{1b}[0m lamps.",
            Verdict::NotFound,
            Some(Reason::Uncertain),
            Vec::new(),
        ),
        claim("It was a dark day for the coast.", Verdict::NotChecked, Some(Reason::Opinion), Vec::new()),
    ];
    let difference =
        |draft: &str, article: &str| Difference { draft: at(DRAFT, draft), article: at(COURIER, article), proof: 0 };
    let warning = at(COURIER, "a warning");
    let findings = vec![
        Finding {
            evidence: vec![
                Proof { article: 0, span: at(COURIER, wire), words: Vec::new() },
                Proof { article: 1, span: at(RADIO, wire), words: Vec::new() },
            ],
            ..finding(
                Code::S004,
                Level::Note,
                "one independent source only",
                1,
                "The ferry “Måsen” ran aground off Brännö on Tuesday.",
            )
        },
        Finding {
            evidence: vec![Proof { article: 0, span: at(COURIER, said), words: vec![warning] }],
            differences: vec![
                difference("did not receive any", "received a"),
                difference("before", "after"),
                Difference {
                    draft: Span::new(at(DRAFT, "left\"").start, at(DRAFT, "left\"").start),
                    ..difference("left\"", "had")
                },
            ],
            notes: vec![
                Note { label: "said", text: "Inga Strand, harbour master".to_owned() },
                Note { label: "silent", text: "Coast Radio, Dagens Havn".to_owned() },
            ],
            suggestion: Some("\"we received a warning after the ferry had left\"".to_owned()),
            ..finding(
                Code::Q002,
                Level::Error,
                "quotation altered",
                2,
                "we did not receive any warning before the ferry left",
            )
        },
        Finding {
            evidence: vec![
                Proof { article: 0, span: at(COURIER, "Twelve people were hurt."), words: vec![at(COURIER, "Twelve")] },
                Proof {
                    article: 1,
                    span: at(RADIO, "At least 12 people were hurt, and three are still in hospital."),
                    words: vec![at(RADIO, "12")],
                },
            ],
            ..finding(Code::N001, Level::Error, "14, where the articles have 12", 3, "14")
        },
        finding(Code::S001, Level::Warning, "no article says this", 4, "Dolphins led the boats to the wreck."),
        finding(Code::S001, Level::Warning, "no article says this", 5, "東京 \u{1b}[31mred\u{1b}[0m lamps"),
        Finding {
            claim: None,
            place: Place::Input("clips/\u{1b}]0;x\u{7}.bin".to_owned()),
            spans: Vec::new(),
            ..finding(Code::X002, Level::Error, "clips/\u{1b}]0;x\u{7}.bin: not a text", 0, "Ferry")
        },
    ];
    Checked { claims, findings, comparison: comparison() }
}

fn options() -> BTreeMap<String, serde_json::Value> {
    [("fail_on".to_owned(), "error".into()), ("model".to_owned(), false.into())].into()
}

pub(crate) fn check() -> Report<Check> {
    coincide_report::check("0.1.0", options(), &draft(), Some(DRAFT.as_bytes()), &articles(), &checked())
}

pub(crate) fn compare() -> Report<Compare> {
    let unreadable = checked().findings.pop();
    coincide_report::compare("0.1.0", options(), &articles(), &comparison(), unreadable.as_slice())
}
