#![no_main]
//! Reads arbitrary bytes as an article and as a draft; every paragraph must lie in the text and in the input.

use coincide_article::{Fields, Input, Kind, read, read_draft};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let input = Input { name: Some("input"), bytes, kind: Some(Kind::Markdown), ..Input::default() };
    for contents in [read(&input, &Fields::default()), read_draft(&input, &Fields::default())].into_iter().flatten() {
        for article in contents.articles.iter().chain(&contents.drafts) {
            for paragraph in &article.paragraphs {
                assert!(!article.text.slice(paragraph.span).is_empty());
                if let Some(source) = article.text.source(paragraph.span) {
                    assert!(source.start < source.end && source.end <= bytes.len());
                }
            }
        }
    }
});
