use std::collections::BTreeMap;

use crate::{Document, Span};

/// Slices the texts of a report by spans in code points.
pub(crate) struct Passages<'a> {
    documents: BTreeMap<&'a str, (&'a str, Vec<usize>)>,
}

impl<'a> Passages<'a> {
    pub(crate) fn new(documents: &'a [Document]) -> Self {
        let offsets = |text: &'a str| text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        Self { documents: documents.iter().map(|d| (d.id.as_str(), (d.text.as_str(), offsets(&d.text)))).collect() }
    }

    /// The words that `span` of the text with this identifier stands for; nothing if it does not fit there.
    pub(crate) fn slice(&self, id: &str, span: Span) -> &'a str {
        let words = self
            .documents
            .get(id)
            .and_then(|(text, offsets)| text.get(*offsets.get(span.start)?..*offsets.get(span.end)?));
        words.unwrap_or_default()
    }
}
