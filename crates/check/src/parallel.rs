//! Passages that run parallel to a sentence of the draft, word by word, and what they have in the place of some of its
//! words.
//!
//! Where the words around a place are the same in both, both speak of the same thing, whatever it is: what stands in that
//! place can be compared without knowing what it is about. Such a place is found by aligning the sentence with the
//! passages that have most of its words ([`fit`], Sellers 1980).

mod opposite;

use std::collections::HashSet;
use std::ops::Range;

use coincide_retrieve::Term;
use coincide_text::Span;

use crate::alignment::{Step, Word, fit, words};
use crate::case::Case;

/// Most passages of one article a sentence is aligned with.
const PASSAGES: usize = 3;

/// The least part of the weight of a sentence's words that a passage has.
const WORTH_ALIGNING: f64 = 0.35;

/// Fewest pairs of neighbouring words, one of them with content, that a passage worth aligning has in common with a
/// sentence: without them no words stand beside a place in both.
const FEWEST_PAIRS: usize = 2;

/// Longest sentence that is aligned, in words; of a longer one the first words are.
const LONGEST: usize = 120;

/// Longest passage that is aligned, in words.
const WIDEST: usize = 240;

/// Most words without a counterpart between a place and the word that anchors it.
const LOOSE: usize = 2;

/// Most words a counterpart may be longer than what it stands for.
const LONGER: usize = 4;

/// How many words more must stand beside a place for each word between it and its anchors.
const LOOSENS: usize = 2;

/// Fewest words that stand beside a place in both texts without a break, on its two sides together.
const RUN: usize = 3;

/// The same where only one side has any.
const ONE_SIDED_RUN: usize = 4;

/// A sentence of the draft with the passages that run parallel to it.
pub(crate) struct Parallels {
    /// The sentence's words.
    words: Vec<Word>,
    passages: Vec<Parallel>,
}

/// A passage with its words beside those of the sentence.
struct Parallel {
    article: usize,
    /// For each word of the sentence, the same word of the article, as an index.
    same: Vec<Option<usize>>,
    /// The article's words in the passage, as indices.
    range: Range<usize>,
}

/// What a passage has in the place of some words of the draft.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Counterpart {
    /// The article.
    pub(crate) article: usize,
    /// The words in that place; empty where there are none.
    pub(crate) span: Span,
    /// Whether they are the same words.
    pub(crate) same: bool,
    /// How many words stand beside it in both texts without a break, on both sides together.
    pub(crate) run: usize,
    /// How many of these are content words without a capital.
    pub(crate) plain: usize,
    /// Whether there are such words on both sides.
    pub(crate) enclosed: bool,
}

impl Parallels {
    /// Aligns the sentence `span` of the draft, whose content words are `terms`.
    pub(crate) fn new(case: &Case<'_>, span: Span, terms: &[Term]) -> Self {
        let mut own = words(case.draft.annotations.tokens_in(span));
        own.truncate(LONGEST);
        let pairs: HashSet<(&str, &str)> = own.windows(2).map(|pair| (&*pair[0].form, &*pair[1].form)).collect();
        let mut passages: Vec<Parallel> = Vec::new();
        for passage in case.index.passages(terms, &[], PASSAGES) {
            if passage.score < WORTH_ALIGNING {
                continue;
            }
            let all = case.words(passage.article);
            let from = all.partition_point(|word| word.span.start < passage.span.start);
            let to = all.partition_point(|word| word.span.end <= passage.span.end).clamp(from, from + WIDEST);
            let known = |it: &Parallel| it.article == passage.article && it.range.start <= from && to <= it.range.end;
            if passages.iter().any(known) {
                continue;
            }
            let shared = all[from..to].windows(2).filter(|pair| pairs.contains(&(&*pair[0].form, &*pair[1].form)));
            if shared.filter(|pair| pair.iter().any(|word| word.content)).count() < FEWEST_PAIRS {
                continue;
            }
            let Some(fit) = fit(&own, &all[from..to]) else { continue };
            let mut same = vec![None; own.len()];
            for step in &fit.steps {
                match *step {
                    Step::Same(word, other) => same[word] = Some(from + other),
                    // Another inflection of the same word.
                    Step::Changed(word, other) if own[word].stem == all[from + other].stem => {
                        same[word] = Some(from + other);
                    }
                    Step::Changed(..) | Step::Added(_) | Step::Left(_) => {}
                }
            }
            passages.push(Parallel { article: passage.article, same, range: from..to });
        }
        Self { words: own, passages }
    }

    /// What the passages have in the place of `span` of the draft, for every passage that has the words beside it.
    pub(crate) fn counterparts(&self, case: &Case<'_>, span: Span) -> Vec<Counterpart> {
        let start = self.words.partition_point(|word| word.span.end <= span.start);
        let end = self.words.partition_point(|word| word.span.start < span.end);
        if start >= end {
            return Vec::new();
        }
        self.passages.iter().filter_map(|passage| passage.counterpart(case, start..end)).collect()
    }
}

/// A negation that one text has and the other has not, between words that are the same in both.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Negation {
    /// The article.
    pub(crate) article: usize,
    /// In the draft, the words around the place.
    pub(crate) ours: Span,
    /// In the article, the words around the place.
    pub(crate) theirs: Span,
    /// How many words stand beside it in both texts without a break, on both sides together.
    pub(crate) run: usize,
    /// Whether two words or more stand after it: one may be denied of something else.
    pub(crate) enclosed: bool,
}

impl Parallels {
    /// The negations that one of the sentence and a passage has and the other has not, the longest run first, unless a
    /// passage has the words around it just as the sentence has.
    pub(crate) fn negations(&self, case: &Case<'_>) -> Vec<Negation> {
        let mut found: Vec<Negation> = Vec::new();
        for passage in &self.passages {
            for negation in passage.negations(case, &self.words) {
                if self.agreeing(negation.ours) * 2 >= negation.run.min(ENOUGH) {
                    continue;
                }
                match found.iter_mut().find(|old| old.ours.overlaps(negation.ours)) {
                    Some(old) if old.run < negation.run => *old = negation,
                    Some(_) => {}
                    None => found.push(negation),
                }
            }
        }
        found
    }

    /// The longest run of words of a passage in which all words of `span` stand as they do here.
    fn agreeing(&self, span: Span) -> usize {
        let start = self.words.partition_point(|word| word.span.start < span.start);
        let end = self.words.partition_point(|word| word.span.end <= span.end);
        let whole = |passage: &&Parallel| {
            let places = &passage.same[start..end.max(start)];
            places.windows(2).all(|pair| matches!(pair, [Some(a), Some(b)] if *b == *a + 1))
        };
        let run = |passage: &Parallel| {
            let Some(other) = passage.same.get(start).copied().flatten() else { return 0 };
            passage.run(start, other, true) + passage.run(start, other, false) - 1
        };
        self.passages.iter().filter(whole).map(run).max().unwrap_or(0)
    }
}

/// Words in a row that are as good as any more.
pub(crate) const ENOUGH: usize = 8;

/// Fewest words beside a negation that are the same in both.
const NEGATION_RUN: usize = 4;

/// Auxiliary verbs that come with a negation: `did not see`, `saw`.
fn is_do(form: &str) -> bool {
    matches!(form, "do" | "does" | "did")
}

/// Words that turn what is said.
fn is_negator(form: &str) -> bool {
    matches!(form, "not" | "never" | "no")
}

impl Parallel {
    /// The negations that one side has and the other has not.
    fn negations(&self, case: &Case<'_>, own: &[Word]) -> Vec<Negation> {
        let all = case.words(self.article);
        let mut found = Vec::new();
        let mut at = 0;
        while at + 1 < own.len() {
            // The next word after `at` that is in both.
            let Some(other) = self.same[at] else {
                at += 1;
                continue;
            };
            let Some(next) = (at + 1..(at + 4).min(own.len())).find(|&next| self.same[next].is_some()) else {
                at += 1;
                continue;
            };
            let there = self.same[next].unwrap_or_default();
            let here = at;
            at = next;
            let (ours, theirs) = (&own[here + 1..next], &all[(other + 1).min(there)..there]);
            let negators = |words: &[Word]| words.iter().filter(|word| is_negator(&word.form)).count();
            let only = |words: &[Word]| words.iter().all(|word| is_negator(&word.form) || is_do(&word.form));
            let odd = (negators(ours) + negators(theirs)) % 2 == 1;
            // `Not only` turns nothing.
            let only_next = matches!(&*own[next].form, "only" | "just" | "yet");
            if !odd || only_next || !only(ours) || !only(theirs) {
                continue;
            }
            let after = self.run(next, there, true);
            let run = self.run(here, other, false) + after;
            let content = own[here.saturating_sub(3)..(next + 4).min(own.len())].iter().any(|word| word.content);
            // What is negated must be the same: `not to sail`, `to stay` are no opposites.
            let same = |at: &usize| self.same[*at].is_some_and(|other| other == there + (*at - next));
            let negated = (next..(next + 3).min(own.len())).find(|&at| own[at].content);
            if run < NEGATION_RUN || !content || !negated.iter().all(same) {
                continue;
            }
            let last = negated.unwrap_or(next);
            found.push(Negation {
                article: self.article,
                ours: own[here].span.cover(own[last].span),
                theirs: all[other].span.cover(all[there].span),
                run,
                enclosed: after > 1 || next + 1 == own.len(),
            });
        }
        found
    }

    fn counterpart(&self, case: &Case<'_>, place: Range<usize>) -> Option<Counterpart> {
        let all = case.words(self.article);
        let left = (place.start.saturating_sub(LOOSE + 1)..place.start).rev().find_map(|at| Some((at, self.same[at]?)));
        let right = (place.end..(place.end + LOOSE + 1).min(self.same.len())).find_map(|at| Some((at, self.same[at]?)));
        let before = left.map_or(0, |(at, other)| self.run(at, other, false));
        let after = right.map_or(0, |(at, other)| self.run(at, other, true));
        let length = place.len();
        let same = place.clone().all(|at| self.same[at].is_some());
        // Words between the place and its anchors loosen it.
        let gaps = left.map_or(0, |(at, _)| place.start - at - 1) + right.map_or(0, |(at, _)| at - place.end);
        let (from, to, needed) = match (left, right) {
            (Some((_, left)), Some((_, right))) if right > left && right - left - 1 <= length + LONGER => {
                let extra = (right - left - 1).saturating_sub(length + gaps);
                (left + 1, right, RUN + LOOSENS * gaps + extra)
            }
            (Some((at, left)), _) if before >= ONE_SIDED_RUN && at + 1 == place.start => {
                (left + 1, (left + 2 + length).min(self.range.end), ONE_SIDED_RUN)
            }
            (_, Some((at, right))) if after >= ONE_SIDED_RUN && at == place.end => {
                (right.saturating_sub(length + 1).max(self.range.start), right, ONE_SIDED_RUN)
            }
            _ => return None,
        };
        let enclosed = left.is_some_and(|(_, left)| left < from) && right.is_some_and(|(_, right)| right == to);
        let run = before + after;
        let beside =
            left.map_or(0..0, |(at, _)| at + 1 - before..at + 1).chain(right.map_or(0..0, |(at, _)| at..at + after));
        let plain = beside.map(|at| &all[self.same[at].unwrap_or_default()]).filter(|word| {
            word.content && !word.span.of(case.articles[self.article].text()).starts_with(char::is_uppercase)
        });
        let plain = plain.count();
        let telling = plain >= if enclosed { 1 } else { 2 } || run >= ENOUGH;
        if run < needed || !telling {
            return None;
        }
        let span = match all.get(from..to)? {
            [] => {
                let at = all.get(from)?.span.start;
                Span::new(at, at)
            }
            [only] => only.span,
            [first, .., last] => first.span.cover(last.span),
        };
        Some(Counterpart { article: self.article, span, same, run, plain, enclosed })
    }

    /// How many words from `at` on, which is the article's `other`, are the same in both without a break.
    fn run(&self, at: usize, other: usize, forward: bool) -> usize {
        let step = |by: usize| {
            let (word, theirs) = if forward {
                (at.checked_add(by)?, other.checked_add(by)?)
            } else {
                (at.checked_sub(by)?, other.checked_sub(by)?)
            };
            (*self.same.get(word)? == Some(theirs)).then_some(())
        };
        (0..).map_while(step).count()
    }
}
