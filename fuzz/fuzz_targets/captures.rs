#![no_main]
//! Divides arbitrary bytes into captures and reads each; limits hold, every paragraph lies in its capture, and however
//! the bytes arrive the captures are the same.

use std::io::Read;

use coincide_article::{Fields, Limits, captures, read};
use libfuzzer_sys::fuzz_target;

const LIMITS: Limits = Limits { largest_record: 1 << 16, largest_input: 1 << 17, largest_ratio: 200 };

/// Gives its bytes a few at a time.
struct Trickle<'a>(&'a [u8]);

impl Read for Trickle<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let length = buffer.len().min(self.0.len()).min(7);
        buffer[..length].copy_from_slice(&self.0[..length]);
        self.0 = &self.0[length..];
        Ok(length)
    }
}

fuzz_target!(|bytes: &[u8]| {
    let mut trickled = captures(Trickle(bytes), Some("input"), LIMITS);
    for capture in captures(bytes, Some("input"), LIMITS) {
        let other = trickled.next().expect("as many captures");
        assert_eq!(format!("{capture:?}"), format!("{other:?}"));
        let Ok(capture) = capture else { continue };
        assert!(capture.bytes.len() as u64 <= LIMITS.largest_input);
        let Ok(contents) = read(&capture.input(Some("input")), &Fields::default()) else { continue };
        for article in contents.articles.iter().chain(&contents.drafts) {
            for paragraph in &article.paragraphs {
                assert!(!article.text.slice(paragraph.span).is_empty());
                if let Some(source) = article.text.source(paragraph.span) {
                    assert!(source.start < source.end && source.end <= capture.bytes.len());
                }
            }
        }
    }
    assert!(trickled.next().is_none());
});
