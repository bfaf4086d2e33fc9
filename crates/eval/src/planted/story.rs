//! The stories of a set, and the sentences of one outlet that another bears out.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use coincide_annotate::Reading;
use coincide_article::ParagraphKind;
use coincide_text::{Span, Token, TokenKind, sentences, tokenize};
use serde::Deserialize;

use super::words;
use crate::source::{Source, article};

/// Length of the runs of words that are shared.
const GRAM: usize = 5;

/// The least part of a sentence's words that stand in runs shared with one other article.
const SUPPORTED: f64 = 0.7;

/// Fewest and most words of a sentence that is taken.
const LENGTH: Range<usize> = 8..61;

#[derive(Debug, Deserialize)]
pub(super) struct Row {
    story: String,
    #[serde(flatten)]
    source: Source,
}

/// The articles about one event.
pub(super) struct Story {
    pub(super) id: String,
    pub(super) accounts: Vec<Account>,
}

/// An article with its words.
pub(super) struct Account {
    pub(super) reading: Reading,
    pub(super) tokens: Vec<Token>,
    pub(super) sentences: Vec<Range<usize>>,
    grams: HashSet<u64>,
    words: HashSet<Box<str>>,
    /// Last words of the names of people: what stands beside a verb of saying or a form of address.
    pub(super) people: HashSet<Box<str>>,
}

impl Account {
    fn new(source: Source) -> Self {
        let article = article(source);
        let (mut tokens, mut ranges) = (Vec::new(), Vec::new());
        let text = article.text.as_str();
        for paragraph in article.paragraphs.iter().filter(|paragraph| paragraph.kind == ParagraphKind::Body) {
            for sentence in sentences(text, paragraph.span) {
                let first = tokens.len();
                tokens.extend(tokenize(text, sentence));
                ranges.push(first..tokens.len());
            }
        }
        let running: Vec<&Token> = tokens.iter().filter(|token| token.is_word()).collect();
        let grams = running.windows(GRAM).map(hash).collect();
        let words = running.iter().map(|token| &*token.folded).map(Box::from).collect();
        let people = ranges.iter().flat_map(|range| words::people(text, &tokens[range.clone()])).collect();
        Self { reading: Reading::new(article), tokens, sentences: ranges, grams, words, people }
    }

    pub(super) fn text(&self) -> &str {
        self.reading.text()
    }

    /// Whether it has this word, folded.
    pub(super) fn has(&self, folded: &str) -> bool {
        self.words.contains(folded)
    }

    /// The span of a sentence.
    pub(super) fn span(&self, sentence: usize) -> Span {
        let tokens = &self.tokens[self.sentences[sentence].clone()];
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => first.span.cover(last.span),
            _ => Span::new(0, 0),
        }
    }
}

/// A sentence that another article of the story supports.
pub(super) struct Supported {
    pub(super) sentence: usize,
    /// The article that supports it.
    pub(super) by: usize,
    /// For each token of the sentence, whether it stands in a run of words that the supporting article has.
    pub(super) shared: Vec<bool>,
}

/// The stories that have two articles or more, in the order of their names.
pub(super) fn stories(rows: Vec<Row>) -> Vec<Story> {
    let mut groups: BTreeMap<String, Vec<Source>> = BTreeMap::new();
    for row in rows {
        groups.entry(row.story).or_default().push(row.source);
    }
    groups
        .into_iter()
        .filter(|(_, sources)| sources.len() > 1)
        .map(|(id, sources)| Story { id, accounts: sources.into_iter().map(Account::new).collect() })
        .collect()
}

/// The sentences of `account` that another article supports.
///
/// Supported are sentences of 8 to 60 words of which 70 per cent stand in runs of five words that one other article has too, and
/// all of whose figures that article has.
pub(super) fn supported(story: &Story, account: usize) -> Vec<Supported> {
    let own = &story.accounts[account];
    let mut found = Vec::new();
    for (sentence, range) in own.sentences.iter().enumerate() {
        let tokens = &own.tokens[range.clone()];
        let running: Vec<usize> = (0..tokens.len()).filter(|&at| tokens[at].is_word()).collect();
        if !LENGTH.contains(&running.len()) {
            continue;
        }
        let best = (0..story.accounts.len())
            .filter(|&other| other != account)
            .map(|other| (shared(tokens, &running, &story.accounts[other]), other))
            .max_by_key(|(flags, other)| (count(flags), std::cmp::Reverse(*other)));
        let Some((flags, by)) = best else { continue };
        let other = &story.accounts[by];
        let mut figures = tokens.iter().filter(|token| token.kind == TokenKind::Number);
        let has_all = figures.all(|token| other.has(&token.folded));
        if has_all && count(&flags) as f64 >= SUPPORTED * running.len() as f64 {
            found.push(Supported { sentence, by, shared: flags });
        }
    }
    found
}

fn count(flags: &[bool]) -> usize {
    flags.iter().filter(|&&flag| flag).count()
}

/// For each of `tokens`, whether it stands in a run of words that `other` has.
fn shared(tokens: &[Token], running: &[usize], other: &Account) -> Vec<bool> {
    let mut flags = vec![false; tokens.len()];
    for run in running.windows(GRAM) {
        let words: Vec<&Token> = run.iter().map(|&at| &tokens[at]).collect();
        if other.grams.contains(&hash(&words)) {
            for &at in run {
                flags[at] = true;
            }
        }
    }
    flags
}

fn hash(words: &[&Token]) -> u64 {
    fnv(words.iter().flat_map(|token| token.folded.bytes().chain([0])))
}

/// FNV-1a (Fowler, Noll and Vo): the same on every machine.
pub(super) fn fnv(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

impl Row {
    /// Whether the hash of the story's name is even.
    pub(super) fn is_even(&self) -> bool {
        fnv(self.story.bytes()).is_multiple_of(2)
    }
}

impl Story {
    /// The articles besides `own`.
    pub(super) fn others(&self, own: usize) -> Vec<Reading> {
        let others = self.accounts.iter().enumerate().filter(|&(account, _)| account != own);
        others.map(|(_, account)| account.reading.clone()).collect()
    }
}
