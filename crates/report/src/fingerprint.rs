use std::collections::BTreeMap;
use std::fmt::Write;

use coincide_text::{Span, TokenKind, tokenize};
use sha2::{Digest, Sha256};

/// Gives each finding of one report a fingerprint that a baseline can be kept by.
///
/// It is made from the code, the words concerned and the sentence they stand in, both folded, so it stays when the
/// sentence moves, is wrapped otherwise or changes its quotation marks. The same finding a second time counts up.
#[derive(Debug, Default)]
pub(crate) struct Fingerprints {
    seen: BTreeMap<String, usize>,
}

/// Bytes of SHA-256 that are kept: 64 bits would do for a document, 80 leave room for a whole archive.
const KEPT: usize = 10;

impl Fingerprints {
    /// The fingerprint of the next finding, in lower-case hexadecimal.
    pub(crate) fn next(&mut self, code: &str, words: &str, claim: &str) -> String {
        let key = format!("{code}\n{}\n{}", folded(words), folded(claim));
        let occurrence = self.seen.entry(key.clone()).or_default();
        let digest = Sha256::digest(format!("{key}\n{occurrence}"));
        *occurrence += 1;
        digest.iter().take(KEPT).fold(String::with_capacity(2 * KEPT), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}

fn folded(text: &str) -> String {
    let tokens = tokenize(text, Span::new(0, text.len()));
    let words: Vec<&str> = tokens.iter().filter(|t| t.kind != TokenKind::Mark).map(|t| &*t.folded).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_case_and_wrapping_do_not_change_it() {
        let one = Fingerprints::default().next("Q001", "“We won’t go”", "“We won’t go”, she said.");
        let other = Fingerprints::default().next("Q001", "\"we won't\n go\"", "\"We won't go\",\nshe said");
        assert_eq!(one, other);
        assert_eq!(one.len(), 2 * KEPT);
        assert_ne!(one, Fingerprints::default().next("Q002", "“We won’t go”", "“We won’t go”, she said."));
    }

    #[test]
    fn the_same_finding_twice_has_two() {
        let mut fingerprints = Fingerprints::default();
        assert_ne!(fingerprints.next("S001", "a", "a b"), fingerprints.next("S001", "a", "a b"));
    }
}
