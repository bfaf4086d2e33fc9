//! What every rule of a check looks at.

use std::cell::OnceCell;
use std::ops::Range;

use coincide_annotate::{Quotation, QuotationKind, Reading};
use coincide_retrieve::{Embedder, Index};
use coincide_story::Reuse;
use coincide_text::Span;

use crate::alignment::{Word, words};
use crate::sequence::Sequences;

/// One draft and its articles, with what is derived from them once.
pub(crate) struct Case<'a> {
    pub(crate) draft: &'a Reading,
    pub(crate) articles: &'a [Reading],
    pub(crate) index: Index,
    pub(crate) sequences: Sequences<'a>,
    pub(crate) reuse: &'a [Reuse],
    embedder: Option<&'a dyn Embedder>,
    /// The comparable words of each article, made when a quotation first needs them.
    words: Vec<OnceCell<Vec<Word>>>,
}

impl<'a> Case<'a> {
    pub(crate) fn new(
        draft: &'a Reading,
        articles: &'a [Reading],
        reuse: &'a [Reuse],
        embedder: Option<&'a dyn Embedder>,
    ) -> Self {
        let words = articles.iter().map(|_| OnceCell::new()).collect();
        Self {
            draft,
            articles,
            index: Index::new(articles, embedder),
            sequences: Sequences::new(articles),
            reuse,
            embedder,
            words,
        }
    }

    /// The vector of a part of the draft; empty without an embedder.
    pub(crate) fn vector(&self, span: Span) -> Vec<f32> {
        self.embedder.map(|embedder| embedder.embed(span.of(self.draft.text()))).unwrap_or_default()
    }

    /// The comparable words of an article, for quotations.
    pub(crate) fn words(&self, article: usize) -> &[Word] {
        self.words[article].get_or_init(|| words(&self.articles[article].annotations.tokens))
    }

    /// The index of the sentence of an article in which `span` starts, as a range of one; empty after the last.
    pub(crate) fn sentence_of(&self, article: usize, span: Span) -> Range<usize> {
        let sentences = &self.articles[article].annotations.sentences;
        let at = sentences.partition_point(|sentence| sentence.span.end <= span.start);
        at..(at + 1).min(sentences.len())
    }

    /// The sentences of an article that `span` touches, as one span.
    pub(crate) fn passage(&self, article: usize, span: Span) -> Span {
        passage(&self.articles[article], span)
    }
}

/// The sentences of `reading` that `span` touches, as one span; `span` itself where there are none.
pub(crate) fn passage(reading: &Reading, span: Span) -> Span {
    let sentences = &reading.annotations.sentences;
    let from = sentences.partition_point(|sentence| sentence.span.end <= span.start);
    sentences[from..]
        .iter()
        .take_while(|sentence| sentence.span.start < span.end.max(span.start + 1))
        .map(|sentence| sentence.span)
        .reduce(Span::cover)
        .unwrap_or(span)
}

/// The quotation of `reading` in whose marks `span` lies, if any.
pub(crate) fn quotation_around(reading: &Reading, span: Span) -> Option<&Quotation> {
    reading
        .annotations
        .quotations
        .iter()
        .filter(|quotation| quotation.kind != QuotationKind::Indirect)
        .find(|quotation| quotation.marked.contains(span))
}

/// The name of who says `quotation`, if the text names them.
pub(crate) fn speaker_name<'a>(reading: &'a Reading, quotation: &Quotation) -> Option<&'a str> {
    let entity = quotation.speaker.as_ref()?.entity?;
    reading.annotations.entities.get(entity).map(|entity| entity.name.as_str())
}
