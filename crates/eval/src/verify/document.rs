//! Which document a pair is of, and on which side of a split that document falls.

use sha2::{Digest, Sha256};

/// How many letters and digits of its source name a document.
const OPENING: usize = 80;

/// Of how many parts one is held out.
const HELD_OUT: u8 = 5;

/// In how many folds the documents are put, to take thresholds from the others.
pub(crate) const FOLDS: u8 = 10;

/// Which documents a set is measured on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All.
    All,
    /// Those that nothing that ships may be trained on, about a fifth.
    HeldOut,
    /// The others.
    Training,
}

impl Part {
    /// Whether the document named `document` is in it.
    pub fn has(self, document: &str) -> bool {
        match self {
            Self::All => true,
            Self::HeldOut => is_held_out(document),
            Self::Training => !is_held_out(document),
        }
    }
}

/// The name of the document a pair is of: its `event` where it has one, since headlines on one event go round among
/// its articles; else the opening of the first source, which is the same in every set that has the document, whatever
/// its identifier is there.
///
/// The opening is the first 80 ASCII letters and digits in lower case, everything else left out.
pub fn document(event: Option<&str>, source: &str) -> String {
    match event {
        Some(event) => event.to_owned(),
        None => {
            source.chars().filter(char::is_ascii_alphanumeric).take(OPENING).collect::<String>().to_ascii_lowercase()
        }
    }
}

/// Whether a document is held out: the first byte of the SHA-256 of its name is divisible by five.
pub fn is_held_out(document: &str) -> bool {
    Sha256::digest(document.as_bytes())[0].is_multiple_of(HELD_OUT)
}

/// The fold of a document: the second byte of the SHA-256 of its name, modulo ten. It knows nothing of the first.
pub(crate) fn fold(document: &str) -> u8 {
    Sha256::digest(document.as_bytes())[1] % FOLDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_named_by_their_opening() {
        let cases = [
            (None, "The ferry \u{201c}Alma\u{201d} sank\noff Ostvik.", "theferryalmasankoffostvik"),
            (None, "Über 12 Boote", "ber12boote"),
            (Some("storm 7"), "The ferry", "storm 7"),
        ];
        for (event, source, name) in cases {
            assert_eq!(document(event, source), name);
        }
        let long = "Ferry Alma. ".repeat(30);
        assert_eq!(document(None, &long).len(), 80);
    }

    /// What `hashlib.sha256(name.encode()).digest()` begins with in Python, which recipes split by.
    #[test]
    fn the_split_is_that_of_the_recipe() {
        let cases = [("theferryalmasankoffostvik", (false, 2)), ("storm 2", (true, 4)), ("", (false, 6))];
        for (name, (held_out, of_fold)) in cases {
            assert_eq!((is_held_out(name), fold(name)), (held_out, of_fold), "{name}");
        }
        let held_out = (0..1000).filter(|number| is_held_out(&format!("document {number}"))).count();
        assert!((150..250).contains(&held_out), "{held_out}");
    }
}
