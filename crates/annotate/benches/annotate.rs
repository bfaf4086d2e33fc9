//! How much text is annotated in a second on one core: `cargo bench -p coincide-annotate`.
//!
//! The texts are the articles of the example story, one by one, as they are read in practice; one long paragraph is
//! the same texts put together, to show that time grows with length and no faster.

#![allow(clippy::unwrap_used, reason = "a benchmark without its texts is none")]

use std::path::{Path, PathBuf};

use coincide_annotate::{Context, annotate};
use coincide_article::{Article, Fields, Input};
use coincide_text::{Span, sentences, tokenize_into};
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// Sentences and tokens alone, which all annotations stand on.
#[divan::bench(sample_count = 50)]
fn tokens(bencher: Bencher<'_, '_>) {
    let articles = articles();
    bencher.counter(bytes(&articles)).bench(|| {
        for article in &articles {
            let text = article.text.as_str();
            let mut tokens = Vec::new();
            for paragraph in &article.paragraphs {
                for sentence in sentences(text, paragraph.span) {
                    tokenize_into(text, sentence, &mut tokens);
                }
            }
            divan::black_box(tokens);
        }
    });
}

/// Everything: tokens, sentences, quotations, quantities, times, entities.
#[divan::bench(sample_count = 50)]
fn everything(bencher: Bencher<'_, '_>) {
    let articles = articles();
    bencher.counter(bytes(&articles)).bench(|| {
        for article in &articles {
            let paragraphs: Vec<Span> = article.paragraphs.iter().map(|paragraph| paragraph.span).collect();
            let context = Context { published: article.published.as_ref().map(|published| published.at.date) };
            divan::black_box(annotate(article.text.as_str(), &paragraphs, &context));
        }
    });
}

/// Everything in one paragraph of so many bytes.
#[divan::bench(args = [100_000, 1_000_000, 10_000_000], sample_count = 3, sample_size = 1)]
fn one_paragraph(bencher: Bencher<'_, '_>, length: usize) {
    let articles = articles();
    let mut text = String::new();
    for article in articles.iter().cycle() {
        if text.len() >= length {
            break;
        }
        text.push_str(&article.text.as_str().replace('\n', " "));
        text.push(' ');
    }
    bencher.counter(BytesCount::new(text.len())).bench(|| {
        divan::black_box(annotate(&text, &[Span::new(0, text.len())], &Context::default()));
    });
}

fn bytes(articles: &[Article]) -> BytesCount {
    BytesCount::new(articles.iter().map(|article| article.text.as_str().len()).sum::<usize>())
}

fn articles() -> Vec<Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/ferry/articles");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
        .iter()
        .flat_map(|file| {
            let bytes = std::fs::read(file).unwrap();
            let name = file.display().to_string();
            let input = Input { name: Some(&name), bytes: &bytes, ..Default::default() };
            coincide_article::read(&input, &Fields::default()).unwrap().articles
        })
        .collect()
}
