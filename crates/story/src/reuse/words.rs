use std::collections::HashMap;
use std::sync::LazyLock;

use coincide_annotate::{QuotationKind, Reading, Sentence};
use coincide_article::ParagraphKind;
use coincide_text::{Span, Token, TokenKind};

/// Words per n-gram by which two articles are aligned.
pub(super) const GRAM: usize = 4;

/// A word of an article as reuse sees it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// The number of its folded form; equal numbers are equal words.
    pub id: u32,
    /// A hash of its folded form that does not depend on the other articles.
    pub hash: u64,
    /// Where it stands.
    pub span: Span,
    /// Whether it stands in somebody's quoted words.
    pub quoted: bool,
    /// Whether it carries content and is written in small letters, so that it is neither a name nor a title.
    pub plain: bool,
    /// The sentence it belongs to.
    pub sentence: u32,
}

/// The words of one article that may be reused: those of its running text, without headline, headings, captions,
/// credits and other lines that belong to the outlet's furniture.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// The words in text order.
    pub words: Vec<Word>,
    /// How many words before each place, and in all at the end, are nobody's quotation.
    pub own_before: Vec<u32>,
    /// Hash and place of every n-gram of [`GRAM`] words, sorted.
    pub grams: Vec<(u32, u32)>,
}

impl Words {
    /// Number of words outside quotations.
    pub(super) fn own(&self) -> usize {
        self.own_before.last().map_or(0, |&count| count as usize)
    }

    /// Number of words outside quotations among those from `from` up to, not including, `to`.
    pub(super) fn own_between(&self, from: usize, to: usize) -> usize {
        match (self.own_before.get(from), self.own_before.get(to)) {
            (Some(from), Some(to)) => to.saturating_sub(*from) as usize,
            _ => 0,
        }
    }

    /// Hashes of the n-grams of `n` words that hold more of the outlet's own words than quoted ones, in text order.
    pub(super) fn hashes(&self, n: usize) -> impl Iterator<Item = Option<u64>> + '_ {
        self.words.windows(n).enumerate().map(move |(at, gram)| {
            let own = self.own_between(at, at + n);
            (2 * own > n).then(|| gram.iter().fold(0, |hash, word| mix(hash, word.hash)))
        })
    }
}

/// Numbers folded words, so that comparing two of them is comparing two integers.
#[derive(Debug, Default)]
pub(super) struct Vocabulary<'a> {
    ids: HashMap<&'a str, u32>,
}

impl<'a> Vocabulary<'a> {
    /// The words of `article` that may be reused.
    pub(super) fn read(&mut self, article: &'a Reading) -> Words {
        let text = article.text();
        let annotations = &article.annotations;
        let quotations: Vec<Span> = annotations
            .quotations
            .iter()
            .filter(|quotation| matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed))
            .map(|quotation| quotation.span)
            .collect();
        let mut words = Vec::with_capacity(annotations.tokens.len());
        let mut quotation = 0;
        for (index, sentence) in annotations.sentences.iter().enumerate() {
            if !is_running_text(article, sentence) || is_furniture(article, sentence) {
                continue;
            }
            for token in tokens(article, sentence).iter().filter(|token| token.is_word()) {
                while quotations.get(quotation).is_some_and(|span| span.end <= token.span.start) {
                    quotation += 1;
                }
                let quoted = quotations.get(quotation).is_some_and(|span| span.contains(token.span));
                let next = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
                let plain = token.kind == TokenKind::Word && token.is_content() && !token.is_capitalised(text);
                words.push(Word {
                    id: *self.ids.entry(&token.folded).or_insert(next),
                    hash: fnv(&token.folded),
                    span: token.span,
                    quoted,
                    plain,
                    sentence: u32::try_from(index).unwrap_or(u32::MAX),
                });
            }
        }
        let mut own = 0;
        let mut own_before = vec![0];
        own_before.extend(words.iter().map(|word| {
            own += u32::from(!word.quoted);
            own
        }));
        let mut grams: Vec<(u32, u32)> = words
            .windows(GRAM)
            .zip(0..)
            .map(|(gram, at)| ((gram.iter().fold(0, |hash, word| mix(hash, word.hash)) >> 32) as u32, at))
            .collect();
        grams.sort_unstable();
        Words { words, own_before, grams }
    }
}

/// The tokens of `sentence`.
pub(crate) fn tokens<'a>(article: &'a Reading, sentence: &Sentence) -> &'a [Token] {
    article.annotations.tokens.get(sentence.tokens.clone()).unwrap_or_default()
}

/// Whether `sentence` belongs to the running text or the outlet's own summary of it.
pub(crate) fn is_running_text(article: &Reading, sentence: &Sentence) -> bool {
    article.article.paragraphs.get(sentence.paragraph).is_none_or(|paragraph| {
        matches!(
            paragraph.kind,
            ParagraphKind::Body | ParagraphKind::Standfirst | ParagraphKind::ListItem | ParagraphKind::BlockQuote
        )
    })
}

/// Whether `sentence` is a credit, a notice of rights or an invitation, which outlets repeat without having taken it
/// from each other. Only short sentences: a report about copyright is not furniture.
pub(crate) fn is_furniture(article: &Reading, sentence: &Sentence) -> bool {
    const LONGEST: usize = 30;
    let tokens = tokens(article, sentence);
    if tokens.len() > LONGEST {
        return false;
    }
    let folded: Vec<&str> = tokens.iter().filter(|token| token.is_word()).map(|token| &*token.folded).collect();
    FURNITURE.iter().any(|phrase| folded.windows(phrase.len()).any(|window| window == phrase.as_slice()))
}

/// Phrases of credits, notices of rights and invitations, as folded words.
static FURNITURE: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| {
    [
        "all rights reserved",
        "contributed to this report",
        "contributed to this story",
        "contributed reporting",
        "contributed additional reporting",
        "reporting by",
        "editing by",
        "may not be published",
        "may not be reproduced",
        "sign up for",
        "subscribe to our",
        "follow us on",
        "click here",
        "terms of use",
        "privacy policy",
        "uses cookies",
        "this article was originally published",
        "this story was originally published",
        "this story has been updated",
        "this article has been updated",
    ]
    .iter()
    .map(|phrase| phrase.split(' ').collect())
    .collect()
});

/// FNV-1a, 64 bits.
fn fnv(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Adds `next` to a running hash. The finaliser is that of SplitMix64.
fn mix(hash: u64, next: u64) -> u64 {
    let mut mixed = (hash.rotate_left(23) ^ next).wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
