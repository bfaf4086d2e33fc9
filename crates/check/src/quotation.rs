//! What the articles have of a quotation of the draft.

use std::ops::Range;

use coincide_annotate::{Quotation, QuotationKind};
use coincide_retrieve::terms;
use coincide_text::{Span, Token};

use crate::alignment::{Fit, Step, Word, fit, is_replaced_letter, verbatim, words};
use crate::case::{Case, quotation_around};
use crate::wording::{Weight, weight};

/// Longest quotation that is aligned, in words; what is longer is compared by its first words.
const LONGEST: usize = 400;

/// The least similarity at which a passage is the same utterance in other words and not another one.
const SAME_UTTERANCE: f64 = 0.6;

/// The same for a passage outside of quotation marks: what an outlet tells in its own words shares many of them.
const SAME_UNMARKED: f64 = 0.75;

/// The least part of the words, of whatever weight, that an utterance of few words has in quotation marks.
const NEARLY: f64 = 0.75;

/// Fewest words of it.
const FEWEST_KEPT: usize = 4;

/// The least part of the weight of a quotation's words an article must have to be searched for it.
const WORTH_SEARCHING: f64 = 0.35;

/// Fewest words of each half of a stitched quotation.
const HALF: usize = 4;

/// Most words that join the halves and stand in neither.
const LONGEST_JOINT: usize = 2;

/// A quotation of the draft, as far as it stands in one sentence, with what the articles have of it.
pub(crate) struct Quoted<'a> {
    /// The quotation.
    pub(crate) quotation: &'a Quotation,
    /// The part of its content that stands in the sentence.
    pub(crate) span: Span,
    /// Its comparable words.
    pub(crate) words: Vec<Word>,
    /// What the articles have of it.
    pub(crate) found: Found,
    /// The closest other wording in every article that has one, by article.
    pub(crate) variants: Vec<Variant>,
}

/// What the articles have of a quotation.
pub(crate) enum Found {
    /// The same words, in these places: at most one an article.
    Verbatim(Vec<Stretch>),
    /// Words that differ; the index of the closest variant.
    Altered(usize),
    /// Its halves, word for word, in two places.
    Stitched(Stretch, Stretch),
    /// Nothing like it.
    Nothing,
}

/// A stretch of an article that has a quotation's words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stretch {
    pub(crate) article: usize,
    pub(crate) span: Span,
}

/// A stretch of an article that has a quotation in other words.
pub(crate) struct Variant {
    pub(crate) stretch: Stretch,
    pub(crate) fit: Fit,
    /// The gravest of its differences.
    pub(crate) weight: Weight,
}

impl Variant {
    /// The stretch from its first to its last word that is the same.
    fn same_words(&self, case: &Case<'_>) -> Option<Stretch> {
        let all = case.words(self.stretch.article);
        let of = |step: &Step| match *step {
            Step::Same(_, article) => Some(all[article].span),
            Step::Changed(..) | Step::Added(_) | Step::Left(_) => None,
        };
        let span = self.fit.steps.iter().filter_map(of).reduce(Span::cover)?;
        Some(Stretch { article: self.stretch.article, span })
    }
}

/// Looks up the part of `quotation` that lies in `sentence`; nothing if it has no words.
pub(crate) fn look_up<'a>(case: &Case<'_>, quotation: &'a Quotation, sentence: Span) -> Option<Quoted<'a>> {
    let span = Span::new(quotation.span.start.max(sentence.start), quotation.span.end.min(sentence.end));
    let annotations = &case.draft.annotations;
    let segments = segments(annotations.tokens_in(span));
    let words: Vec<Word> = segments.concat().into_iter().take(LONGEST).collect();
    if words.is_empty() {
        return None;
    }
    let candidates = candidates(case, span, &words);
    let worth: Vec<usize> = candidates.iter().map(|candidate| candidate.article).collect();
    let places: Vec<Stretch> = worth.iter().filter_map(|&article| segments_in(case, article, &segments)).collect();
    let variants = variants(case, &words, &candidates, &places);
    let slight = || variants.iter().filter(|it| it.weight == Weight::Slight && in_marks(case, it.stretch));
    let found = if !places.is_empty() {
        Found::Verbatim(places)
    } else if slight().next().is_some() {
        Found::Verbatim(slight().filter_map(|it| it.same_words(case)).collect())
    } else if let Some(closest) = closest(case, quotation, &words, &variants) {
        match stitched(case, &words, &worth) {
            Some((first, second)) if is_stitch(&variants[closest].fit) => Found::Stitched(first, second),
            _ => Found::Altered(closest),
        }
    } else if let Some((first, second)) = stitched(case, &words, &worth) {
        Found::Stitched(first, second)
    } else {
        Found::Nothing
    };
    Some(Quoted { quotation, span, words, found, variants })
}

/// Two halves word for word are likelier stitched than altered unless the altered words agree better than this.
const STITCH_BEATS: f64 = 0.85;

/// Whether the best fit of a quotation that falls into two halves is no fit at all: its words differ too much, or it
/// leaps over as many words as a half has.
fn is_stitch(fit: &Fit) -> bool {
    let leaps = fit.steps.chunk_by(|a, b| matches!((a, b), (Step::Left(_), Step::Left(_))));
    fit.similarity < STITCH_BEATS || leaps.map(<[Step]>::len).any(|length| length >= HALF)
}

/// The words of a quotation, apart where the writer left something out (`…`, `[...]`), without what the writer put in
/// (`[his]`).
fn segments(tokens: &[Token]) -> Vec<Vec<Word>> {
    let mut segments = Vec::new();
    let mut current: Vec<Token> = Vec::new();
    let mut bracket = false;
    let mut points = 0;
    for (at, token) in tokens.iter().enumerate() {
        let letter = (at.saturating_sub(1)..=at + 1).any(|near| is_replaced_letter(tokens, near));
        match &*token.folded {
            "[" | "]" if letter => current.push(token.clone()),
            "[" => {
                bracket = true;
                points = 3;
            }
            "]" => bracket = false,
            "…" => points = 3,
            "." => points += 1,
            _ if bracket => {}
            _ => {
                if points >= 3 && !current.is_empty() {
                    segments.push(words(&std::mem::take(&mut current)));
                }
                points = 0;
                current.push(token.clone());
            }
        }
    }
    segments.push(words(&current));
    segments.retain(|segment| !segment.is_empty());
    segments
}

/// An article worth searching, and its passage that has most of the quotation's words.
struct Candidate {
    article: usize,
    passage: Option<Span>,
}

/// The articles worth searching: those that have enough of the quotation's words, or any of them if it is short.
fn candidates(case: &Case<'_>, span: Span, words: &[Word]) -> Vec<Candidate> {
    let terms = terms(case.draft.text(), &case.draft.annotations, span);
    if terms.is_empty() || words.len() <= 3 && case.articles.len() <= 64 {
        return (0..case.articles.len()).map(|article| Candidate { article, passage: None }).collect();
    }
    case.index
        .passages(&terms, &[], 1)
        .into_iter()
        .filter(|passage| passage.score >= WORTH_SEARCHING)
        .map(|passage| Candidate { article: passage.article, passage: Some(passage.span) })
        .collect()
}

/// Most words of an article a quotation is aligned with; of a longer one those around its best passage.
const WIDEST: usize = 4096;

/// The part of an article's words a quotation is aligned with.
fn window(all: &[Word], passage: Option<Span>) -> Range<usize> {
    let middle = passage.map_or(0, |passage| all.partition_point(|word| word.span.start < passage.start));
    let from = if all.len() <= WIDEST { 0 } else { middle.saturating_sub(WIDEST / 2) };
    from..all.len().min(from + WIDEST)
}

/// Where `article` has all segments, word for word and in order, not far from each other; within quotation marks if it
/// has them there.
fn segments_in(case: &Case<'_>, article: usize, segments: &[Vec<Word>]) -> Option<Stretch> {
    const FAR: usize = 80;
    let all = case.words(article);
    let (first, rest) = segments.split_first()?;
    let mut best: Option<Stretch> = None;
    'starts: for start in verbatim(first, all) {
        let mut end = start + first.len();
        for segment in rest {
            let window = &all[end..all.len().min(end + FAR + segment.len())];
            let Some(&at) = verbatim(segment, window).first() else { continue 'starts };
            end += at + segment.len();
        }
        let span = all[start].span.cover(all[end - 1].span);
        let stretch = Stretch { article, span };
        if quotation_around(&case.articles[article], span).is_some() {
            return Some(stretch);
        }
        best = best.or(Some(stretch));
    }
    best
}

/// The closest other wording in each candidate that does not have the words themselves.
fn variants(case: &Case<'_>, words: &[Word], candidates: &[Candidate], places: &[Stretch]) -> Vec<Variant> {
    let content = words.iter().filter(|word| word.content).count();
    candidates
        .iter()
        .filter(|candidate| places.iter().all(|place| place.article != candidate.article))
        .filter_map(|&Candidate { article, passage }| {
            let all = case.words(article);
            let near = window(all, passage);
            let fit = fit(words, &all[near.clone()])?.shifted(near.start);
            let kept = fit.steps.iter().filter(|step| matches!(**step, Step::Same(..))).count();
            let same =
                fit.steps.iter().filter(|step| matches!(**step, Step::Same(word, _) if words[word].content)).count();
            // Of a short utterance one changed word is much of the content.
            let nearly = kept >= FEWEST_KEPT && kept as f64 >= NEARLY * words.len() as f64 && same > 0;
            if !nearly && (same < 3.min(content) || content < 2) {
                return None;
            }
            let (first, last) = fit.article_words()?;
            let stretch = Stretch { article, span: all[first].span.cover(all[last].span) };
            let marked = in_marks(case, stretch);
            let enough = if marked { SAME_UTTERANCE } else { SAME_UNMARKED };
            if fit.similarity < enough && !(marked && nearly) {
                return None;
            }
            let weight = weight(case, words, stretch, &fit);
            Some(Variant { stretch, fit, weight })
        })
        .collect()
}

/// The variant that is most alike; one that stands in quotation marks wins over one that does not.
fn closest(case: &Case<'_>, quotation: &Quotation, words: &[Word], variants: &[Variant]) -> Option<usize> {
    // A few words of a mixed quotation are too little to tell an altered one from another.
    if quotation.kind == QuotationKind::Mixed && words.len() < 4 {
        return None;
    }
    let marked = |variant: &Variant| in_marks(case, variant.stretch);
    (0..variants.len()).max_by(|&a, &b| {
        let (first, second) = (&variants[a], &variants[b]);
        marked(first).cmp(&marked(second)).then(first.fit.similarity.total_cmp(&second.fit.similarity)).then(b.cmp(&a))
    })
}

/// Whether most of a stretch stands in quotation marks in its article.
pub(crate) fn in_marks(case: &Case<'_>, stretch: Stretch) -> bool {
    case.articles[stretch.article]
        .annotations
        .quotations
        .iter()
        .filter(|quotation| quotation.kind != QuotationKind::Indirect)
        .any(|quotation| {
            let from = quotation.marked.start.max(stretch.span.start);
            let to = quotation.marked.end.min(stretch.span.end);
            to.saturating_sub(from) * 2 >= stretch.span.len()
        })
}

/// The two places that have the halves of a quotation, if it was put together from two.
fn stitched(case: &Case<'_>, words: &[Word], candidates: &[usize]) -> Option<(Stretch, Stretch)> {
    if words.len() < 2 * HALF {
        return None;
    }
    let mut best: Option<(Stretch, usize)> = None;
    for &article in candidates {
        let all = case.words(article);
        for length in (HALF..=words.len() - HALF).rev() {
            if best.is_some_and(|(_, so_far)| so_far >= length) {
                break;
            }
            if let Some(&at) = verbatim(&words[..length], all).first() {
                let span = all[at].span.cover(all[at + length - 1].span);
                best = Some((Stretch { article, span }, length));
                break;
            }
        }
    }
    let (first, length) = best?;
    // The writer may have put a word between the halves: `and`.
    let joint = words[length..].iter().take(LONGEST_JOINT).take_while(|word| !word.content).count();
    let rest = match &words[length..] {
        rest if candidates.iter().any(|&article| !verbatim(rest, case.words(article)).is_empty()) => rest,
        rest => &rest[joint..],
    };
    if rest.len() < HALF {
        return None;
    }
    if words[..length].iter().filter(|word| word.content).count() < 2
        || rest.iter().filter(|word| word.content).count() < 2
    {
        return None;
    }
    let second = candidates.iter().find_map(|&article| {
        let all = case.words(article);
        let &at = verbatim(rest, all).first()?;
        Some(Stretch { article, span: all[at].span.cover(all[at + rest.len() - 1].span) })
    })?;
    Some((first, second))
}

/// A word that turns or limits what is said after it.
pub(crate) fn is_negation(folded: &str) -> bool {
    matches!(
        folded,
        "no" | "not"
            | "never"
            | "cannot"
            | "nobody"
            | "none"
            | "nothing"
            | "neither"
            | "nor"
            | "hardly"
            | "without"
            | "unless"
            | "deny"
            | "denies"
            | "denied"
            | "false"
            | "wrong"
    ) || folded.ends_with("n't")
}
