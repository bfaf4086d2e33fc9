use std::collections::HashMap;

use coincide_annotate::{Agreement, QuotationKind, Reading, TimeExpression, TimeKind, compare_times};
use coincide_text::{Span, Token};

use super::align::{Link, align};
use super::corpus::Corpus;
use super::label::shorten;
use super::{Row, any_two};
use crate::{Cell, FactKind};

/// Content words on either side of a time expression that tell what happened then.
const AROUND: usize = 6;
/// How alike the words around two times must be if the times agree.
const ALIKE_AGREEING: f64 = 0.35;
/// How alike they must be if the times differ.
const ALIKE_DIFFERING: f64 = 0.5;
/// Stems that two events must have in common.
const FEWEST: usize = 3;
/// How many later times of one event each is compared with, at most.
const NEIGHBOURS: usize = 64;
/// Characters of a label.
const LABEL: usize = 60;

/// A time with the event it is told of.
struct Item<'a> {
    article: usize,
    time: &'a TimeExpression,
    /// The content stems around it, sorted.
    event: Vec<u32>,
    /// The words around it.
    words: Span,
    /// The sentence.
    passage: Span,
}

/// When things happened: one row for every event that two or more articles give a time for.
pub(super) fn times(articles: &[Reading], corpus: &Corpus<'_>) -> Vec<Row> {
    let items = items(articles, corpus);
    let mut by_stem: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut links = Vec::new();
    for (b, item) in items.iter().enumerate() {
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for &stem in &item.event {
            let earlier = by_stem.entry(stem).or_default();
            for &a in earlier.iter().rev().take(NEIGHBOURS) {
                *shared.entry(a).or_default() += 1;
            }
            earlier.push(b);
        }
        let mut others: Vec<usize> = shared.into_iter().filter(|&(_, n)| n >= FEWEST).map(|(a, _)| a).collect();
        others.sort_unstable();
        for a in others.into_iter().filter(|&a| items[a].article != item.article) {
            let alike = corpus.likeness(&items[a].event, &item.event);
            let least = match compare_times(items[a].time, item.time) {
                Agreement::NotComparable => continue,
                Agreement::Same | Agreement::Compatible => ALIKE_AGREEING,
                Agreement::Differs => ALIKE_DIFFERING,
            };
            if alike >= least {
                links.push(Link { score: alike, a, b });
            }
        }
    }
    let owners: Vec<usize> = items.iter().map(|item| item.article).collect();
    let groups = align(&owners, links);
    groups.into_iter().filter(|group| group.len() > 1).map(|group| row(articles, &items, &group)).collect()
}

fn items<'a>(articles: &'a [Reading], corpus: &Corpus<'_>) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    for (article, reading) in articles.iter().enumerate() {
        for time in &reading.annotations.times {
            let told = matches!(time.kind, TimeKind::Date | TimeKind::Time) && !time.value.is_empty();
            if told
                && let Some(sentence) = corpus.sentence_at(article, time.span)
                && sentence.running
            {
                let (event, words) = around(reading, corpus, sentence.span, time.span);
                items.push(Item { article, time, event, words, passage: sentence.span });
            }
        }
    }
    items
}

/// The content stems near a time expression, and the words they span.
fn around(reading: &Reading, corpus: &Corpus<'_>, sentence: Span, time: Span) -> (Vec<u32>, Span) {
    let quoted: Vec<Span> = reading
        .annotations
        .quotations
        .iter()
        .filter(|q| matches!(q.kind, QuotationKind::Direct | QuotationKind::Mixed))
        .map(|quotation| quotation.span)
        .filter(|quotation| quotation.overlaps(sentence) && !quotation.contains(time))
        .collect();
    // When somebody spoke is no time of what he spoke of.
    let unquoted = |token: &Token| !quoted.iter().any(|quotation| quotation.contains(token.span));
    let content =
        || reading.annotations.tokens_in(sentence).iter().filter(|token| token.is_content() && unquoted(token));
    let before: Vec<_> = content().filter(|token| token.span.end <= time.start).collect();
    let after: Vec<_> = content().filter(|token| token.span.start >= time.end).take(AROUND).collect();
    let near = before[before.len().saturating_sub(AROUND)..].iter().chain(&after);
    let mut words = time;
    let mut event = Vec::new();
    for token in near {
        words = words.cover(token.span);
        event.extend(corpus.id(&token.stem));
    }
    event.sort_unstable();
    event.dedup();
    (event, words)
}

fn row(articles: &[Reading], items: &[Item<'_>], group: &[usize]) -> Row {
    let cells = group
        .iter()
        .map(|&index| {
            let item = &items[index];
            Cell {
                article: item.article,
                value: item.time.span.of(articles[item.article].text()).to_owned(),
                normal: item.time.value.clone(),
                span: item.time.span,
                passage: item.passage,
            }
        })
        .collect();
    let differs = any_two(group, |a, b| compare_times(items[a].time, items[b].time) == Agreement::Differs);
    let shortest = group.iter().map(|&index| &items[index]).min_by_key(|item| (item.words.len(), item.article));
    let label = shortest.map_or_else(String::new, |item| shorten(item.words.of(articles[item.article].text()), LABEL));
    Row { kind: FactKind::Time, label, cells, differs }
}
