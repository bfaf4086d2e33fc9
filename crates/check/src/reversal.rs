//! Whether the articles have two events in the other order than the draft.

use std::cmp::{Ordering, Reverse};

use coincide_annotate::{TimeExpression, TimeKind};
use coincide_retrieve::{Term, TermId, TermKind};
use coincide_text::Span;

use crate::case::Case;
use crate::order::{Event, Order, orders};

/// The least part of the weight of an event's words that the article's event must have.
const EVENT: f64 = 0.5;

/// The least mean of both events' parts.
const BOTH: f64 = 0.65;

/// The most of an event's words that the article's event on the same side may have.
const SAME_SIDE: f64 = 0.2;

/// Fewest words and names of both events that the article's events must have.
const FEWEST_MATCHED: usize = 3;

/// From which part on of both events an article that has them in the draft's order bears it out.
const AGREES: f64 = 0.4;

/// The least part of an event's words in a sentence whose day is taken for that of the event.
const DATED: f64 = 0.8;

/// Fewest words besides names that such a sentence has.
const FEWEST_WORDS: usize = 2;

/// An article that has the events in the other order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reversed {
    pub(crate) article: usize,
    /// What proves it: the words of time in one sentence, or the two dates.
    pub(crate) words: Vec<Span>,
    /// Whether it follows from two dates.
    pub(crate) by_dates: bool,
}

/// The articles that have the events of `order` the other way round, unless one has them as the draft does.
pub(crate) fn reversed(case: &Case<'_>, order: &Order) -> Vec<Reversed> {
    let (earlier, later) = (Words::new(case, &order.earlier), Words::new(case, &order.later));
    let mut found = Vec::new();
    for article in 0..case.articles.len() {
        let (mut told, mut agrees) = (None, false);
        for sentence in sentences(case, article, &earlier, &later) {
            let reading = &case.articles[article];
            let Some(sentence) = reading.annotations.sentences.get(sentence) else { continue };
            for theirs in orders(reading.text(), &reading.annotations, sentence) {
                let (first, second) = (ids(case, &theirs.earlier), ids(case, &theirs.later));
                let same = [earlier.share(&first), later.share(&second)];
                let crossed = [earlier.share(&second), later.share(&first)];
                agrees |= same[0].min(same[1]) >= AGREES;
                let enough = crossed[0].min(crossed[1]) >= EVENT && crossed[0] + crossed[1] >= 2.0 * BOTH;
                let matched = earlier.matched(&second) + later.matched(&first);
                let clear = same[0].max(same[1]) <= SAME_SIDE;
                if enough && clear && matched >= FEWEST_MATCHED && theirs.imagined == order.imagined {
                    told.get_or_insert(Reversed { article, words: vec![theirs.marker], by_dates: false });
                }
            }
        }
        if told.is_none() && !agrees && !order.imagined {
            match by_dates(case, article, &earlier, &later) {
                Some(ByDates::Agrees) => agrees = true,
                Some(ByDates::Reversed(reversed)) => told = Some(reversed),
                None => {}
            }
        }
        if agrees {
            return Vec::new();
        }
        found.extend(told);
    }
    found
}

/// The words of an event of the draft as the articles have them.
struct Words {
    words: Vec<Word>,
}

struct Word {
    name: bool,
    weight: f64,
    related: Vec<(TermId, f64)>,
}

impl Words {
    fn new(case: &Case<'_>, event: &Event) -> Self {
        let word = |term: &Term| Word {
            name: term.kind == TermKind::Name,
            weight: case.index.weight(term),
            related: case.index.related(term),
        };
        Self { words: event.terms.iter().map(word).collect() }
    }

    /// The part of the words' weight that `ids`, ascending, have. A name counts only where it is there, since a sentence
    /// may say `she`.
    fn share(&self, ids: &[TermId]) -> f64 {
        let (mut has, mut all) = (0.0, 0.0);
        for word in &self.words {
            let sure = strength(word, |id| ids.binary_search(&id).is_ok());
            if sure > 0.0 || !word.name {
                has += sure * word.weight;
                all += word.weight;
            }
        }
        if all > 0.0 { has / all } else { 0.0 }
    }

    /// How many words and names `ids`, ascending, have.
    fn matched(&self, ids: &[TermId]) -> usize {
        self.words.iter().filter(|word| strength(word, |id| ids.binary_search(&id).is_ok()) > 0.0).count()
    }

    fn ids(&self) -> impl Iterator<Item = TermId> + '_ {
        self.words.iter().flat_map(|word| word.related.iter().map(|&(id, _)| id))
    }
}

fn strength(word: &Word, has: impl Fn(TermId) -> bool) -> f64 {
    word.related.iter().filter(|&&(id, _)| has(id)).map(|&(_, sure)| sure).fold(0.0, f64::max)
}

fn ids(case: &Case<'_>, event: &Event) -> Vec<TermId> {
    let mut ids: Vec<TermId> = event.terms.iter().filter_map(|term| case.index.id(&term.stem)).collect();
    ids.sort_unstable();
    ids
}

/// The sentences of an article that have a word of both events; of very many those that have most of them.
fn sentences(case: &Case<'_>, article: usize, earlier: &Words, later: &Words) -> Vec<usize> {
    let mut found: Vec<usize> = earlier.ids().flat_map(|id| case.index.occurrences(article, id)).collect();
    found.sort_unstable();
    found.dedup();
    let has = |words: &Words, sentence| words.ids().filter(|&id| case.index.has(article, sentence, id)).count();
    found.retain(|&sentence| has(later, sentence) > 0);
    if found.len() > SENTENCES {
        found.sort_by_cached_key(|&sentence| Reverse(has(earlier, sentence) + has(later, sentence)));
        found.truncate(SENTENCES);
    }
    found
}

/// Most sentences of an article that are looked at for one order.
const SENTENCES: usize = 32;

enum ByDates {
    Agrees,
    Reversed(Reversed),
}

/// The order by the days that an article gives for each event, in a sentence with one day alone.
fn by_dates(case: &Case<'_>, article: usize, earlier: &Words, later: &Words) -> Option<ByDates> {
    let (first, second) = (day(case, article, earlier)?, day(case, article, later)?);
    match first.days.cmp(&second.days) {
        Ordering::Less => Some(ByDates::Agrees),
        Ordering::Equal => None,
        Ordering::Greater => {
            let mut words = vec![first.span, second.span];
            words.sort_unstable();
            Some(ByDates::Reversed(Reversed { article, words, by_dates: true }))
        }
    }
}

/// The words that give the day of an event; nothing if the sentences that tell the event have several days.
fn day<'a>(case: &Case<'a>, article: usize, event: &Words) -> Option<&'a TimeExpression> {
    let annotations = &case.articles[article].annotations;
    let mut sentences: Vec<usize> = event.ids().flat_map(|id| case.index.occurrences(article, id)).collect();
    sentences.sort_unstable();
    sentences.dedup();
    let mut found: Option<&TimeExpression> = None;
    for sentence in sentences {
        let has = |id: TermId| case.index.has(article, sentence, id);
        let (mut part, mut all, mut matched) = (0.0, 0.0, 0);
        for word in event.words.iter().filter(|word| !word.name) {
            let sure = strength(word, has);
            part += sure * word.weight;
            all += word.weight;
            matched += usize::from(sure > 0.0);
        }
        if all <= 0.0 || part / all < DATED || matched < FEWEST_WORDS {
            continue;
        }
        let span = annotations.sentences.get(sentence)?.span;
        let times = &annotations.times[annotations.times.partition_point(|time| time.span.start < span.start)..];
        let dated = times.iter().take_while(|time| span.contains(time.span)).filter(|time| time.kind == TimeKind::Date);
        for time in dated {
            let (from, to) = time.days?;
            if from != to || found.is_some_and(|other| other.days != time.days) {
                return None;
            }
            found.get_or_insert(time);
        }
    }
    found
}
