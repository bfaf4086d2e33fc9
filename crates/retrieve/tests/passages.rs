//! What is found for a clause, and that it slices.

use coincide_annotate::{Context, Reading, annotate};
use coincide_article::{Article, Paragraph, ParagraphKind};
use coincide_retrieve::{Index, TermKind, terms};
use coincide_text::{Span, Text};
use proptest::prelude::*;

fn reading(text: &str) -> Reading {
    let paragraphs = vec![Paragraph { span: Span::new(0, text.len()), kind: ParagraphKind::Body }];
    Reading::new(Article { text: Text::identical(text, 0), paragraphs, ..Article::default() })
}

fn query(text: &str) -> Vec<coincide_retrieve::Term> {
    let annotations = annotate(text, &[Span::new(0, text.len())], &Context::default());
    terms(text, &annotations, Span::new(0, text.len()))
}

#[test]
fn the_sentence_that_has_the_words_comes_first() {
    let articles =
        [reading("It rained. The pilot slept on the bridge. Nobody saw the buoy."), reading("A pilot buoy.")];
    let index = Index::new(&articles, None);
    let passages = index.passages(&query("The pilot was sleeping"), &[], 2);
    assert_eq!(passages[0].article, 0);
    assert_eq!(passages[0].span.of(articles[0].text()), "The pilot slept on the bridge.");
    assert!((passages[0].score - 1.0).abs() < 1e-9, "irregular and regular forms are one word: {passages:?}");
}

#[test]
fn a_neighbour_that_adds_words_is_part_of_the_passage() {
    let article = reading("The pilot slept on the bridge. The lookout had gone below. It rained.");
    let index = Index::new(std::slice::from_ref(&article), None);
    let passages = index.passages(&query("The pilot slept while the lookout was below"), &[], 1);
    assert_eq!(passages[0].sentences, 0..2);
    assert_eq!(passages[0].span.of(article.text()), "The pilot slept on the bridge. The lookout had gone below.");
}

#[test]
fn words_of_one_root_are_related_and_names_are_not() {
    let article = reading("Two of the crew were injured in winter.");
    let index = Index::new(std::slice::from_ref(&article), None);
    let words = query("injuries");
    assert_eq!(index.related(&words[0]).len(), 1);
    let mut name = words[0].clone();
    name.kind = TermKind::Name;
    assert_eq!(index.related(&name).len(), 0);
}

#[test]
fn no_articles_and_no_words_find_nothing() {
    assert_eq!(Index::new(&[], None).passages(&query("The pilot slept"), &[], 3), []);
    assert_eq!(Index::new(&[reading("The pilot slept.")], None).passages(&[], &[], 3), []);
}

proptest! {
    #[test]
    fn passages_slice(text in "[a-eå .\"]{0,200}", asked in "[a-eå ]{0,40}") {
        let articles = [reading(&text), reading(&asked)];
        let index = Index::new(&articles, None);
        for passage in index.passages(&query(&asked), &[], 3) {
            let article = articles[passage.article].text();
            prop_assert!(article.get(passage.span.start..passage.span.end).is_some_and(|slice| !slice.is_empty()));
            prop_assert!((0.0..=1.0 + 1e-9).contains(&passage.score));
        }
    }
}
