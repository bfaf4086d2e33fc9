use std::ops::Range;

use coincide_annotate::{Context, Quotation, QuotationKind, annotate};
use coincide_text::{Span, Text};
use serde::Deserialize;

use crate::bootstrap::interval;
use crate::evaluation::{Evaluation, SCHEMA, Set};
use crate::lines::{Error, rows};
use crate::metrics::rounded;

mod gold;
mod matching;

use gold::Gold;
pub use gold::GoldKind;

/// A labelled text: all that it gives as somebody's words, thoughts or wishes.
#[derive(Debug, Deserialize)]
struct Row {
    text: String,
    quotes: Vec<gold::Record>,
}

/// One attribution: contents that one cue gives to one source.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// Of pieces in marks alone, of both, of none in marks.
    pub kind: GoldKind,
    /// The contents, in text order.
    pub contents: Vec<Span>,
    /// What stands in marks within them, without the marks, cut at line breaks.
    pub pieces: Vec<Span>,
    /// The mentions of the source.
    pub speaker: Vec<Span>,
    /// The words that say it is said.
    pub cue: Vec<Span>,
}

/// What came out for one text.
#[derive(Clone, Debug)]
pub struct QuotesOutcome {
    /// The text.
    pub text: String,
    /// What readers marked.
    pub gold: Vec<Attribution>,
    /// What was found.
    pub found: Vec<Attribution>,
    /// For every gold attribution what it is paired with and what of it is right.
    pub pairs: Vec<Option<Pair>>,
}

/// A gold attribution and one that was found for it.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// Index of the one that was found.
    pub found: usize,
    /// The overlap of the contents, from 0 to 1: Dice's coefficient over letters and digits.
    pub overlap: f64,
    /// Whether the kinds are the same.
    pub kind: bool,
    /// Whether the contents begin and end at the same places, within two characters.
    pub exact: bool,
    /// Whether every piece in marks was found, and no other, within two characters.
    pub pieces: bool,
    /// Whether the right mention is the speaker.
    pub speaker: bool,
    /// Whether the right words are the cue.
    pub cue: bool,
}

impl Pair {
    /// Content, speaker and cue are right. The content is right if it overlaps by .8 and its pieces are found.
    pub fn all_three(&self) -> bool {
        self.overlap >= RIGHT && self.pieces && self.speaker && self.cue
    }
}

/// Contents that overlap less are not of one attribution.
const PAIRED: f64 = 0.5;

/// Contents that overlap so much are the same.
const RIGHT: f64 = 0.8;

/// Boundaries may differ by so many characters: a comma and a mark.
const TOLERANCE: usize = 2;

/// Annotates every text of a set and pairs what is found with what readers marked.
///
/// `bytes` is JSON lines of `{text, quotes: [{spans, speaker, cue, kind}]}`, gzip'd or not: `spans`, `speaker` and `cue`
/// are lists of `[start, end]` in code points, `kind` is `direct`, `mixed` or `indirect`, as PolNeAR has them (Newell,
/// Margolin and Ruths 2018). A content called indirect that has words in single marks, or in pairs of them (`''`), counts
/// as direct or mixed. Every line of a text is a paragraph.
pub fn quote_outcomes(bytes: &[u8]) -> Result<Vec<QuotesOutcome>, Error> {
    let annotated = |row: Row| {
        let annotations = annotate(&row.text, &paragraphs(&row.text), &Context::default());
        outcome(row, &annotations.quotations)
    };
    Ok(rows::<Row>(bytes)?.into_iter().map(annotated).collect())
}

/// Quality of quotations on a labelled set called `name`.
///
/// Quotations that were found with one cue are one attribution, as readers mark them: direct if all of them are, indirect
/// if all are, else mixed. A gold attribution and one that was found are paired if their contents overlap by half or
/// more (Dice's coefficient over letters and digits), each with one other at most, the largest overlap first. The content
/// of a mixed quotation is the whole reported clause.
///
/// * `pieces_...`: what stands in marks within direct and mixed contents, against the spans of quotations of these kinds:
///   equal within two characters at either end. Both are cut at line breaks.
/// * `direct_...`, `mixed_...`, `indirect_...`: `precision`, `recall` and `f1` of pairs of one kind;
///   `exact` the share of gold attributions whose every content was found within two characters, not counting marks,
///   blanks and a leading `that`; `speaker` and `cue` the share of pairs of that kind in which it is right. A speaker is
///   right if its mention overlaps a head of the gold mention: of each of its conjuncts the last word before a comma, a
///   bracket, a preposition, a relative pronoun or a participle. A cue is right if it overlaps a word of the gold cue
///   that is no auxiliary, adverb or preposition, or the gold cue has no other.
/// * `direct_all_three`, `mixed_all_three`, `all_three`: the share of gold attributions, whether paired or not, of which
///   the overlap is .8 or more, every piece in marks is found and no other, and speaker and cue are right. The kind need
///   not be. Gold attributions without a speaker or a cue need none.
pub fn quotes(name: &str, outcomes: &[QuotesOutcome]) -> Evaluation {
    // The bootstrap draws documents; each is one item here.
    let documents: Vec<Vec<Counts>> = outcomes.iter().map(|outcome| vec![Counts::of(outcome)]).collect();
    let all: Vec<&Counts> = documents.iter().flatten().collect();
    let n = outcomes.iter().map(|outcome| outcome.gold.len()).sum();
    let mut set = Set { name: name.to_owned(), n, metrics: Default::default() };
    let mut add = |name: String, statistic: &dyn Fn(&[&Counts]) -> Option<f64>| {
        let Some(value) = statistic(&all) else { return };
        if let Some((low, high)) = interval(&documents, statistic) {
            set.metrics.insert(format!("{name}_low"), rounded(low));
            set.metrics.insert(format!("{name}_high"), rounded(high));
        }
        set.metrics.insert(name, rounded(value));
    };
    add_f1(&mut add, "pieces", |counts| &counts.pieces);
    for (kind, name) in [(GoldKind::Direct, "direct"), (GoldKind::Mixed, "mixed"), (GoldKind::Indirect, "indirect")] {
        add_f1(&mut add, name, move |counts| &counts.of_kind(kind).tally);
        add(format!("{name}_exact"), &|all| ratio(all, |it| it.of_kind(kind).exact, |it| it.of_kind(kind).tally.gold));
        let paired = |it: &Counts| it.of_kind(kind).tally.matched;
        add(format!("{name}_speaker"), &|all| ratio(all, |it| it.of_kind(kind).speaker, paired));
        add(format!("{name}_cue"), &|all| ratio(all, |it| it.of_kind(kind).cue, paired));
    }
    let three = |it: &Counts, kind| it.of_kind(kind).all_three;
    let gold = |it: &Counts, kind| it.of_kind(kind).tally.gold;
    use GoldKind::{Direct, Mixed};
    add("direct_all_three".into(), &|all| ratio(all, |it| three(it, Direct), |it| gold(it, Direct)));
    add("mixed_all_three".into(), &|all| ratio(all, |it| three(it, Mixed), |it| gold(it, Mixed)));
    add("all_three".into(), &|all| {
        ratio(all, |it| three(it, Direct) + three(it, Mixed), |it| gold(it, Direct) + gold(it, Mixed))
    });
    Evaluation { schema: SCHEMA, sets: vec![set] }
}

/// Adds precision, recall and F1.
fn add_f1(
    add: &mut impl FnMut(String, &dyn Fn(&[&Counts]) -> Option<f64>),
    name: &str,
    tally: impl Fn(&Counts) -> &Tally,
) {
    add(format!("{name}_precision"), &|all| ratio(all, |it| tally(it).matched, |it| tally(it).found));
    add(format!("{name}_recall"), &|all| ratio(all, |it| tally(it).matched, |it| tally(it).gold));
    add(format!("{name}_f1"), &|all| ratio(all, |it| 2 * tally(it).matched, |it| tally(it).gold + tally(it).found));
}

/// The sum of one count over the sum of another; nothing if that is zero.
fn ratio(all: &[&Counts], part: impl Fn(&Counts) -> usize, whole: impl Fn(&Counts) -> usize) -> Option<f64> {
    let sum = all.iter().map(|counts| whole(counts)).sum::<usize>();
    (sum > 0).then(|| all.iter().map(|counts| part(counts)).sum::<usize>() as f64 / sum as f64)
}

/// Of one kind of thing: how many there should be, how many were found, how many are both.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    gold: usize,
    found: usize,
    matched: usize,
}

/// The counts of one text.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    pieces: Tally,
    kinds: [KindCounts; 3],
}

#[derive(Clone, Copy, Debug, Default)]
struct KindCounts {
    tally: Tally,
    exact: usize,
    speaker: usize,
    cue: usize,
    all_three: usize,
}

impl Counts {
    fn of_kind(&self, kind: GoldKind) -> &KindCounts {
        &self.kinds[kind as usize]
    }

    fn of(outcome: &QuotesOutcome) -> Self {
        let mut counts = Self::default();
        for found in &outcome.found {
            counts.kinds[found.kind as usize].tally.found += 1;
        }
        for (gold, pair) in outcome.gold.iter().zip(&outcome.pairs) {
            let of_kind = &mut counts.kinds[gold.kind as usize];
            of_kind.tally.gold += 1;
            let Some(pair) = pair else { continue };
            of_kind.all_three += usize::from(pair.all_three());
            if pair.kind {
                of_kind.tally.matched += 1;
                of_kind.exact += usize::from(pair.exact);
                of_kind.speaker += usize::from(pair.speaker);
                of_kind.cue += usize::from(pair.cue);
            }
        }
        let all = |attributions: &[Attribution]| {
            let mut pieces: Vec<Span> = attributions.iter().flat_map(|it| it.pieces.clone()).collect();
            pieces.sort_by_key(|piece| (piece.start, piece.end));
            pieces.dedup();
            pieces
        };
        let (gold, found) = (all(&outcome.gold), all(&outcome.found));
        let matched = matching::equal(&outcome.text, &gold, &found);
        counts.pieces = Tally { gold: gold.len(), found: found.len(), matched };
        counts
    }
}

/// Every line that is not blank.
fn paragraphs(text: &str) -> Vec<Span> {
    let mut at = 0;
    text.split_inclusive('\n')
        .map(|line| {
            at += line.len();
            Span::new(at - line.len(), at).trim(text)
        })
        .filter(|span| !span.is_empty())
        .collect()
}

fn outcome(row: Row, quotations: &[Quotation]) -> QuotesOutcome {
    let text = Text::identical(row.text, 0);
    let gold: Vec<Gold> = row.quotes.iter().filter_map(|record| record.read(&text)).collect();
    let found = grouped(text.as_str(), quotations);
    let letters = matching::Letters::of(text.as_str());
    let pairs = matching::pairs(text.as_str(), &letters, &gold, &found);
    QuotesOutcome { text: text.as_str().to_owned(), gold, found, pairs }
}

/// The quotations of one cue as one attribution. Words that are nobody's utterance are left out.
fn grouped(text: &str, quotations: &[Quotation]) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::new();
    let mut by_cue: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
    for quotation in quotations.iter().filter(|quotation| quotation.kind != QuotationKind::Term) {
        let kind = match quotation.kind {
            QuotationKind::Direct => GoldKind::Direct,
            QuotationKind::Mixed => GoldKind::Mixed,
            QuotationKind::Indirect | QuotationKind::Term => GoldKind::Indirect,
        };
        let content = quotation.content.unwrap_or(quotation.span);
        let group = quotation.cue.map(|cue| *by_cue.entry(cue.start).or_insert(found.len())).unwrap_or(found.len());
        if group == found.len() {
            found.push(Attribution {
                kind,
                contents: Vec::new(),
                pieces: Vec::new(),
                speaker: quotation.speaker.iter().map(|speaker| speaker.span).collect(),
                cue: quotation.cue.into_iter().collect(),
            });
        }
        let attribution = &mut found[group];
        if attribution.kind != kind {
            attribution.kind = GoldKind::Mixed;
        }
        match attribution.contents.last_mut() {
            Some(last) if last.overlaps(content) => *last = last.cover(content),
            _ => attribution.contents.push(content),
        }
        if kind != GoldKind::Indirect {
            attribution.pieces.extend(lines(text, quotation.span));
        }
    }
    found
}

/// A span cut at line breaks, without blanks and marks at the ends of its parts.
fn lines(text: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    let mut at = span.start;
    span.of(text).split_inclusive('\n').filter_map(move |line| {
        at += line.len();
        let trimmed = gold::unmarked(text, at - line.len()..at);
        (!trimmed.is_empty()).then_some(trimmed)
    })
}

/// The number of characters between two places.
fn distance(text: &str, a: usize, b: usize) -> usize {
    let Range { start, end } = a.min(b)..a.max(b);
    text.get(start..end).map_or(usize::MAX, |between| between.chars().count())
}
