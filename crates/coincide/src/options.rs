use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use coincide_check::{Code, Level, Models, Verifier};
use coincide_retrieve::Embedder;
use serde_json::Value;

/// What decides a result besides the inputs. The options that are set are named in the result.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Codes whose findings are left out. The verdicts stay.
    pub ignore: BTreeSet<Code>,
    /// The level of a code in place of its own. A finding about which there is doubt keeps the lower of the two.
    pub levels: BTreeMap<Code, Level>,
    /// The day the draft was written, in any form that [`Input::published`](crate::Input::published) takes: what
    /// `on Friday` in it is resolved against. Without it, the day the draft gives itself, then `now`.
    pub draft_date: Option<String>,
    /// The present day, for a draft that has no other.
    pub now: Option<String>,
    /// The field of a record that is the draft, where it has another name than usual.
    pub draft_field: Option<String>,
    /// The field of a record that is the article, where it has another name than usual.
    pub article_field: Option<String>,
    /// Whether marks in a draft of Markdown or HTML, `<!-- coincide: ignore S001 -->`, are obeyed. Not for drafts of
    /// strangers, who would excuse themselves.
    pub marks: bool,
    /// Who judges what passages say of a sentence, beside the rules; without one the rules decide alone.
    pub verifier: Option<Arc<dyn Verifier>>,
    /// By what passages are found, and statements of several articles put together, beside their words; without it, by
    /// their words alone.
    pub embedder: Option<Arc<dyn Embedder>>,
}

impl Options {
    /// The options that are set, as they stand in a result.
    pub(crate) fn named(&self) -> BTreeMap<String, Value> {
        let mut named = BTreeMap::new();
        if !self.ignore.is_empty() {
            named.insert("ignore".to_owned(), self.ignore.iter().map(|code| code.name()).collect());
        }
        if !self.levels.is_empty() {
            let levels = self.levels.iter().map(|(code, level)| (code.name().to_owned(), level_name(*level).into()));
            named.insert("level".to_owned(), Value::Object(levels.collect()));
        }
        let words = [
            ("draft_date", &self.draft_date),
            ("now", &self.now),
            ("draft_field", &self.draft_field),
            ("article_field", &self.article_field),
        ];
        for (name, value) in words {
            if let Some(value) = value {
                named.insert(name.to_owned(), value.as_str().into());
            }
        }
        if self.marks {
            named.insert("marks".to_owned(), true.into());
        }
        if let Some(verifier) = &self.verifier {
            named.insert("verifier".to_owned(), verifier.name().into());
        }
        if let Some(embedder) = &self.embedder {
            named.insert("embedder".to_owned(), embedder.name().into());
        }
        named
    }

    /// The models a check goes by.
    pub(crate) fn models(&self) -> Models<'_> {
        Models { verifier: self.verifier.as_deref(), embedder: self.embedder.as_deref() }
    }

    /// The level of a finding of `code` that the rules gave `level`.
    pub(crate) fn level(&self, code: Code, level: Level) -> Level {
        match self.levels.get(&code) {
            Some(&asked) if level < code.page().level => asked.min(level),
            Some(&asked) => asked,
            None => level,
        }
    }
}

const fn level_name(level: Level) -> &'static str {
    match level {
        Level::Note => "note",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubt_only_lowers() {
        let options = |level| Options { levels: [(Code::S001, level)].into(), ..Options::default() };
        assert_eq!(Options::default().level(Code::S001, Level::Warning), Level::Warning);
        assert_eq!(options(Level::Error).level(Code::S001, Level::Warning), Level::Error);
        assert_eq!(options(Level::Error).level(Code::S001, Level::Note), Level::Note);
        assert_eq!(options(Level::Note).level(Code::S001, Level::Warning), Level::Note);
    }
}
