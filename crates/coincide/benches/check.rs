//! How long a check takes, from text in memory: `cargo bench -p coincide`.
//!
//! The texts are made from the example story, cut or filled up to the same length every time: drafts of 500 words,
//! articles of 600.

#![allow(clippy::unwrap_used, reason = "a benchmark without its texts is none")]

use std::path::{Path, PathBuf};

use coincide::{Input, Options};

fn main() {
    divan::main();
}

const DRAFT_WORDS: usize = 500;
const ARTICLE_WORDS: usize = 600;

/// One draft against five articles.
#[divan::bench(sample_count = 50)]
fn one_draft(bencher: divan::Bencher<'_, '_>) {
    let (draft, articles) = (draft(), articles(5));
    bencher
        .with_inputs(|| (Input::text("draft", draft.clone()), inputs(&articles)))
        .bench_values(|(draft, articles)| coincide::check(draft, articles, &Options::default()));
}

/// Five articles with each other.
#[divan::bench(sample_count = 50)]
fn five_articles(bencher: divan::Bencher<'_, '_>) {
    let articles = articles(5);
    bencher.with_inputs(|| inputs(&articles)).bench_values(|articles| coincide::compare(articles, &Options::default()));
}

/// A thousand lines of a batch on one core, each a draft with two articles.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn a_thousand_lines(bencher: divan::Bencher<'_, '_>) {
    let articles = articles(7);
    let draft = draft();
    let lines: Vec<Vec<u8>> = (0..1000)
        .map(|index| {
            let sources = [&articles[index % 7], &articles[(index + 1) % 7]];
            serde_json::json!({"id": index.to_string(), "text": draft, "sources": sources}).to_string().into_bytes()
        })
        .collect();
    bencher.bench(|| {
        for (index, line) in lines.iter().enumerate() {
            divan::black_box(coincide::check_line(line, index + 1, &Options::default()));
        }
    });
}

fn inputs(articles: &[String]) -> Vec<Input> {
    let named =
        |(index, text): (usize, &String)| Input::text(format!("a{index}"), text).outlet(format!("Outlet {index}"));
    articles.iter().enumerate().map(named).collect()
}

fn draft() -> String {
    let texts: Vec<String> =
        ["draft.md", "draft-clean.md"].iter().flat_map(|name| texts(&story().join(name))).collect();
    cut(texts.iter().cycle().flat_map(|text| text.split("\n\n")), DRAFT_WORDS)
}

/// `count` articles, each beginning with the text of another article of the story.
fn articles(count: usize) -> Vec<String> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(story().join("articles")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let texts: Vec<String> = files.iter().flat_map(|file| texts(file)).collect();
    (0..count)
        .map(|index| {
            cut(texts.iter().cycle().skip(index % texts.len()).flat_map(|text| text.split("\n\n")), ARTICLE_WORDS)
        })
        .collect()
}

fn texts(file: &Path) -> Vec<String> {
    let input = Input::new(file.display().to_string(), std::fs::read(file).unwrap());
    let read = coincide::read([input], &Options::default()).unwrap();
    read.articles.iter().map(|article| article.text.as_str().to_owned()).collect()
}

fn story() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/ferry")
}

/// The first `words` words of `paragraphs`.
fn cut<'a>(paragraphs: impl Iterator<Item = &'a str>, words: usize) -> String {
    let mut text = String::new();
    let mut left = words;
    for paragraph in paragraphs {
        let taken: Vec<&str> = paragraph.split_whitespace().take(left).collect();
        left -= taken.len();
        text.push_str(&taken.join(" "));
        if left == 0 {
            break;
        }
        text.push_str("\n\n");
    }
    text
}
