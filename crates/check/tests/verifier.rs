//! What a verifier is asked, and what comes of its answers.

#![allow(clippy::expect_used, clippy::panic, reason = "a panic here is a failed test")]

use std::sync::Mutex;

use coincide_annotate::Reading;
use coincide_article::{Article, Paragraph, ParagraphKind};
use coincide_check::{Code, Models, Pair, Reason, Stances, Unanswered, Verdict, Verifier, check};
use coincide_text::{Span, Text};

const ARTICLE: &str = "The ferry Alma struck a reef off Ostvik on Tuesday. Nobody was hurt, the harbour master said.";

/// Gives the same answer to everything and remembers what it was asked.
#[derive(Debug)]
struct Constant {
    answer: Result<f64, &'static str>,
    asked: Mutex<Vec<(String, Vec<String>)>>,
}

impl Constant {
    fn new(answer: Result<f64, &'static str>) -> Self {
        Self { answer, asked: Mutex::default() }
    }
}

impl Verifier for Constant {
    fn name(&self) -> &str {
        "constant"
    }

    fn verify(&self, pairs: &[Pair<'_>]) -> Vec<Result<Stances, Unanswered>> {
        let mut asked = self.asked.lock().expect("no panic");
        for pair in pairs {
            asked.push((pair.claim.to_owned(), pair.passages.iter().map(|&it| it.to_owned()).collect()));
        }
        let answer = |supports| Stances { supports, contradicts: 0.0, silent: 1.0 - supports };
        vec![self.answer.map(answer).map_err(|why| Unanswered(why.to_owned())); pairs.len()]
    }
}

fn reading(text: &str) -> Reading {
    Reading::new(Article {
        text: Text::identical(text.to_owned(), 0),
        paragraphs: vec![Paragraph { span: Span::new(0, text.len()), kind: ParagraphKind::Body }],
        ..Article::default()
    })
}

fn with(verifier: &dyn Verifier) -> Models<'_> {
    Models { verifier: Some(verifier), embedder: None }
}

#[test]
fn a_clause_is_asked_about_with_passages_that_have_its_words() {
    let verifier = Constant::new(Ok(0.9));
    let draft = "The ferry Alma struck a reef near the town of Ostvik.";
    check(&reading(draft), &[reading(ARTICLE), reading("The choir of Holm sang all night.")], with(&verifier));
    let asked = verifier.asked.into_inner().expect("no panic");
    assert!(!asked.is_empty());
    for (claim, passages) in asked {
        assert_eq!(claim, draft);
        assert!(passages.iter().any(|passage| passage.starts_with("The ferry Alma")), "{passages:?}");
    }
}

#[test]
fn its_answer_moves_the_score_and_not_what_rules_decided() {
    let draft = "The ferry Alma ran on to rocks near Ostvik on Tuesday.";
    let score = |answer| check(&reading(draft), &[reading(ARTICLE)], with(&Constant::new(Ok(answer)))).claims[0].score;
    assert!(score(0.99) > score(0.5) && score(0.5) > score(0.01));
    let wrong = "The ferry Alma struck a reef off Ostvik on Friday.";
    let checked = check(&reading(wrong), &[reading(ARTICLE)], with(&Constant::new(Ok(0.99))));
    assert_ne!(checked.claims[0].verdict, Verdict::Supported);
}

#[test]
fn a_sentence_without_an_answer_is_not_checked_but_for_the_rules() {
    let silent = Constant::new(Err("timed out"));
    let checked = check(&reading("The ferry Alma struck a reef off Ostvik."), &[reading(ARTICLE)], with(&silent));
    assert_eq!((checked.claims[0].verdict, checked.claims[0].reason), (Verdict::NotChecked, Some(Reason::Failed)));
    let failed = checked.findings.iter().find(|it| it.code == Code::X001).expect("X001");
    assert!(failed.message.ends_with("timed out"), "{}", failed.message);
    let draft = "The harbour master said: \"We shall never sail with cattle on deck again in winter\".";
    let checked = check(&reading(draft), &[reading(ARTICLE)], with(&silent));
    assert!(checked.findings.iter().any(|it| it.code == Code::Q001), "{:?}", checked.findings);
}

#[test]
fn a_clause_of_a_long_story_is_asked_about_three_times_at_most() {
    let verifier = Constant::new(Ok(0.5));
    let articles: Vec<Reading> = (0..40).map(|_| reading(ARTICLE)).collect();
    check(&reading("The ferry Alma struck a reef near the town of Ostvik."), &articles, with(&verifier));
    assert!((1..=3).contains(&verifier.asked.into_inner().expect("no panic").len()));
}

/// A verifier that breaks leaves its sentences unchecked and the program standing.
#[test]
fn a_verifier_that_panics_gives_no_answer() {
    #[derive(Debug)]
    struct Broken;
    impl Verifier for Broken {
        fn name(&self) -> &str {
            "broken"
        }

        fn verify(&self, _: &[Pair<'_>]) -> Vec<Result<Stances, Unanswered>> {
            panic!("broken")
        }
    }
    let checked = check(&reading("The ferry Alma struck a reef off Ostvik."), &[reading(ARTICLE)], with(&Broken));
    assert_eq!(checked.claims[0].verdict, Verdict::NotChecked);
}
