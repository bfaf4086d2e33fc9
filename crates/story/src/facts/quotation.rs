use std::collections::{BTreeMap, HashMap};

use coincide_annotate::{Quotation, QuotationKind, Reading};
use coincide_text::{Span, Token};

use super::Row;
use super::corpus::{Corpus, is_negation};
use super::label::shorten;
use crate::{Cell, FactKind};

/// The part of the shorter wording's content words that stand in the longer one in the same order. Two translations of
/// one utterance that share fewer are two wordings which an editor could not recognise as one.
const HELD: f64 = 0.67;
/// Content words up to which a wording must stand in the other as a whole, word beside word.
const SHORT: usize = 3;
/// Content words that a quotation needs to be worth a row though one article alone has it.
const FEWEST_ALONE: usize = 3;
/// By how many of its rarest stems a piece looks for others.
const RAREST: usize = 8;
/// How many earlier pieces a stem leads to: those that come last.
const NEIGHBOURS: usize = 128;
/// Characters of a label.
const LABEL: usize = 60;

/// The part of a quotation that lies in one sentence: outlets cut utterances between sentences.
struct Piece<'a> {
    article: usize,
    span: Span,
    passage: Span,
    /// Its words.
    words: Vec<&'a Token>,
    /// The numbers of its content stems, in text order.
    stems: Vec<u32>,
    /// How many negations stand before each of them, and in all at the end.
    negations: Vec<u32>,
    /// The last name of who says it, folded, where that is a name.
    speaker: Option<String>,
}

/// Somebody's words, the wordings of one utterance in one row.
pub(super) fn quotations(articles: &[Reading], corpus: &Corpus<'_>) -> Vec<Row> {
    let pieces = pieces(articles, corpus);
    let mut by_stem: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut parent: Vec<usize> = (0..pieces.len()).collect();
    for (b, piece) in pieces.iter().enumerate() {
        let mut rare = piece.stems.clone();
        rare.sort_by(|&one, &other| corpus.weight(other).total_cmp(&corpus.weight(one)).then(one.cmp(&other)));
        rare.dedup();
        let earlier = rare.iter().take(RAREST).filter_map(|stem| by_stem.get(stem));
        let mut near: Vec<usize> = earlier.flat_map(|places| places.iter().rev().take(NEIGHBOURS)).copied().collect();
        near.sort_unstable();
        // The shorter wording has two thirds of its words in the longer, so of several rare words one is not enough.
        let least = if rare.len() > SHORT { 2 } else { 1 };
        for same in near.chunk_by(|one, other| one == other) {
            let a = same[0];
            if same.len() >= least.min(pieces[a].stems.len() - 1).max(1) && one_utterance(&pieces[a], piece) {
                let (one, other) = (root(&mut parent, a), root(&mut parent, b));
                parent[one.max(other)] = one.min(other);
            }
        }
        for stem in rare {
            by_stem.entry(stem).or_default().push(b);
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for piece in 0..pieces.len() {
        groups.entry(root(&mut parent, piece)).or_default().push(piece);
    }
    groups.values().filter_map(|group| row(articles, &pieces, group)).collect()
}

fn root(parent: &mut [usize], mut piece: usize) -> usize {
    while parent[piece] != piece {
        parent[piece] = parent[parent[piece]];
        piece = parent[piece];
    }
    piece
}

fn pieces<'a>(articles: &'a [Reading], corpus: &Corpus<'_>) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    for (article, reading) in articles.iter().enumerate() {
        let sentences = &reading.annotations.sentences;
        let spoken = reading.annotations.quotations.iter();
        for quotation in spoken.filter(|q| matches!(q.kind, QuotationKind::Direct | QuotationKind::Mixed)) {
            let speaker = speaker(reading, quotation);
            let from = sentences.partition_point(|sentence| sentence.span.end <= quotation.span.start);
            for sentence in sentences[from..].iter().take_while(|sentence| sentence.span.start < quotation.span.end) {
                let part =
                    Span::new(sentence.span.start.max(quotation.span.start), sentence.span.end.min(quotation.span.end));
                let span = part.trim(reading.text());
                let words: Vec<&Token> =
                    reading.annotations.tokens_in(span).iter().filter(|token| token.is_word()).collect();
                let content = words.iter().filter(|token| token.is_content());
                let (mut stems, mut negations) = (Vec::new(), vec![0]);
                for token in content {
                    stems.extend(corpus.id(&token.stem));
                    negations.push(negations.last().copied().unwrap_or(0) + u32::from(is_negation(&token.stem)));
                }
                if !stems.is_empty() && corpus.sentence_at(article, span).is_some_and(|sentence| sentence.running) {
                    let passage = sentence.span;
                    pieces.push(Piece { article, span, passage, words, stems, negations, speaker: speaker.clone() });
                }
            }
        }
    }
    pieces
}

/// The last name of the speaker, folded; nothing for a pronoun or a description.
fn speaker(reading: &Reading, quotation: &Quotation) -> Option<String> {
    let entity = reading.annotations.entities.get(quotation.speaker.as_ref()?.entity?)?;
    entity.name.split_whitespace().last().map(coincide_text::fold)
}

/// Whether two pieces are wordings of one utterance: most content words of the shorter stand in the longer, in order.
/// If two people are said to have said them, all must: who spoke is easily mistaken, and the words are then the proof.
fn one_utterance(a: &Piece<'_>, b: &Piece<'_>) -> bool {
    let two_speakers = a.speaker.is_some() && b.speaker.is_some() && a.speaker != b.speaker;
    let (short, long) = if a.stems.len() <= b.stems.len() { (a, b) } else { (b, a) };
    if short.stems.len() <= SHORT {
        // One word is nobody's in particular, unless it is all that both quote.
        return !two_speakers
            && (short.stems.len() > 1 || long.stems.len() == 1)
            && long.stems.windows(short.stems.len()).any(|window| window == short.stems.as_slice());
    }
    let held = if two_speakers { 1.0 } else { HELD };
    common_subsequence(&short.stems, &long.stems).len() as f64 >= held * short.stems.len() as f64
}

fn row(articles: &[Reading], pieces: &[Piece<'_>], group: &[usize]) -> Option<Row> {
    // One cell an article: its longest wording.
    let mut longest: BTreeMap<usize, &Piece<'_>> = BTreeMap::new();
    for piece in group.iter().map(|&index| &pieces[index]) {
        let kept = longest.entry(piece.article).or_insert(piece);
        if piece.words.len() > kept.words.len() {
            *kept = piece;
        }
    }
    if longest.len() == 1 && longest.values().all(|piece| piece.stems.len() < FEWEST_ALONE) {
        return None;
    }
    let wordings: Vec<&Piece<'_>> = longest.values().copied().collect();
    let members: Vec<&Piece<'_>> = group.iter().map(|&index| &pieces[index]).collect();
    let differs = wordings.len() > 1 && differing(&members);
    let main = main_wording(&wordings)?;
    let words = main.span.of(articles[main.article].text()).trim_end_matches([',', '.']);
    let label = format!("\"{}\"", shorten(words, LABEL));
    let cells = longest
        .values()
        .map(|piece| Cell {
            article: piece.article,
            value: piece.span.of(articles[piece.article].text()).to_owned(),
            normal: normal(piece),
            span: piece.span,
            passage: piece.passage,
        })
        .collect();
    Some(Row { kind: FactKind::Quotation, label, cells, differs })
}

/// The words in their folded form.
fn normal(piece: &Piece<'_>) -> String {
    piece.words.iter().map(|token| &*token.folded).collect::<Vec<_>>().join(" ")
}

/// The wording that most others agree with; of two the longer, then the first.
fn main_wording<'p, 'a>(wordings: &[&'p Piece<'a>]) -> Option<&'p Piece<'a>> {
    let wordings = &wordings[..wordings.len().min(NEIGHBOURS)];
    let agreeing = |piece: &Piece<'_>| wordings.iter().filter(|other| !reworded(piece, other).1).count();
    let best = (0..wordings.len())
        .max_by_key(|&place| (agreeing(wordings[place]), wordings[place].words.len(), std::cmp::Reverse(place)))?;
    wordings.get(best).copied()
}

/// Whether two articles word the utterance differently; see [`reworded`]. Each piece is compared with that of the other
/// article it has most in common with.
fn differing(members: &[&Piece<'_>]) -> bool {
    let members = &members[..members.len().min(NEIGHBOURS)];
    members.iter().any(|one| {
        let mut best: BTreeMap<usize, (usize, bool)> = BTreeMap::new();
        for other in members.iter().filter(|other| other.article != one.article) {
            let (common, reworded) = reworded(one, other);
            let kept = best.entry(other.article).or_insert((common, reworded));
            if common > kept.0 {
                *kept = (common, reworded);
            }
        }
        best.values().any(|&(_, reworded)| reworded)
    })
}

/// How many content words two wordings share in order, and whether between the first and the last of these one has
/// other content words where the other has some, or one has a negation that the other has not. Words left out, at the
/// ends or in between, are a cut and no other wording.
fn reworded(a: &Piece<'_>, b: &Piece<'_>) -> (usize, bool) {
    let pairs = common_subsequence(&a.stems, &b.stems);
    let negated = |piece: &Piece<'_>, from: usize, to: usize| {
        piece.negations.get(to).zip(piece.negations.get(from)).map(|(to, from)| to - from)
    };
    let other_words = pairs.windows(2).any(|pair| {
        let ((i, j), (to_i, to_j)) = (pair[0], pair[1]);
        negated(a, i + 1, to_i) != negated(b, j + 1, to_j) || (to_i > i + 1 && to_j > j + 1)
    });
    (pairs.len(), other_words)
}

/// The longest common subsequence, as pairs of places. Pieces are sentences; of longer ones the first words do.
fn common_subsequence(a: &[u32], b: &[u32]) -> Vec<(usize, usize)> {
    const LONGEST: usize = 200;
    let (a, b) = (&a[..a.len().min(LONGEST)], &b[..b.len().min(LONGEST)]);
    let width = b.len() + 1;
    let mut longest = vec![0_u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i * width + j] = if a[i] == b[j] {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            pairs.push((i, j));
            i += 1;
            j += 1;
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}
