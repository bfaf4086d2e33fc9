use std::collections::BTreeMap;

use super::body::BodyScore;
use super::facts::{DateScore, NamesScore, TitleScore};
use crate::bootstrap::interval;
use crate::evaluation::{Evaluation, SCHEMA, Set};
use crate::metrics::rounded;

/// What of one page is right. What is `None` is not in the gold, or was not asked for.
#[derive(Clone, Debug, Default)]
pub struct PageOutcome {
    /// Its identifier.
    pub id: String,
    /// Why it could not be read.
    pub error: Option<String>,
    /// The body.
    pub body: Option<BodyScore>,
    /// The title.
    pub title: Option<TitleScore>,
    /// The authors.
    pub authors: Option<NamesScore>,
    /// The day of publication.
    pub date: Option<DateScore>,
}

/// A figure over pages; nothing if it is not defined for them.
type Figure = fn(&[&PageOutcome]) -> Option<f64>;

const PAGES: [(&str, Figure); 17] = [
    ("accuracy", |pages| mean(bodies(pages).map(|body| f64::from(u8::from(body.exact))))),
    ("authors", |pages| mean(signed(pages).map(NamesScore::f1))),
    ("authors_exact", |pages| share(signed(pages).map(|names| names.gold == names.found))),
    ("authors_none", |pages| {
        share(names(pages).filter(|names| names.gold.is_empty()).map(|names| names.found.is_empty()))
    }),
    ("date", |pages| share(dated(pages).map(DateScore::is_right))),
    ("segments_kept", |pages| ratio(bodies(pages).map(|body| body.kept))),
    ("segments_removed", |pages| ratio(bodies(pages).map(|body| body.removed))),
    ("shingle_f1", |pages| {
        let (precision, recall) = (shingle_precision(pages)?, shingle_recall(pages)?);
        Some(if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 })
    }),
    ("shingle_page_f1", |pages| mean(bodies(pages).map(|body| body.shingles.f1()))),
    ("shingle_precision", shingle_precision),
    ("shingle_recall", shingle_recall),
    ("title", |pages| mean(titles(pages).map(|title| title.f1))),
    ("title_exact", |pages| share(titles(pages).map(|title| title.exact))),
    ("title_similar", |pages| share(titles(pages).map(|title| title.f1 >= SIMILAR))),
    ("word_f1", |pages| mean(bodies(pages).map(|body| body.words.f1()))),
    ("word_precision", |pages| mean(bodies(pages).map(|body| body.words.precision()))),
    ("word_recall", |pages| mean(bodies(pages).map(|body| body.words.recall()))),
];

const DATES: [(&str, Figure); 4] = [
    ("date_accuracy", |pages| share(dated(pages).map(DateScore::is_right))),
    ("date_f1", |pages| {
        let [right, wrong, missed] = date_counts(pages);
        quotient(2.0 * right, 2.0 * right + wrong + missed)
    }),
    ("date_precision", |pages| {
        let [right, wrong, _] = date_counts(pages);
        quotient(right, right + wrong)
    }),
    ("date_recall", |pages| {
        let [right, _, missed] = date_counts(pages);
        quotient(right, right + missed)
    }),
];

/// Titles with an F1 below are not similar.
const SIMILAR: f64 = 0.9;

/// Quality of pages of a set called `name`: bodies, titles, authors and days. The figures are explained in the module's
/// documentation and in `coincide eval pages --help`; intervals are over pages.
pub fn pages(name: &str, outcomes: &[PageOutcome]) -> Evaluation {
    evaluation(name, outcomes, &PAGES)
}

/// Quality of days of publication, as htmldate counts them.
pub fn dates(name: &str, outcomes: &[PageOutcome]) -> Evaluation {
    evaluation(name, outcomes, &DATES)
}

/// What a set and another program say of the same pages, in every figure of [`pages`]: the other program's figures, then
/// how much better `ours` is. The interval of a gain is that of the difference over the same pages, so one that does not
/// hold 0 tells the two apart. What one of the two has no reading of does not count.
pub fn pages_gain(name: &str, peer: &str, ours: &[PageOutcome], theirs: &[Option<PageOutcome>]) -> Evaluation {
    gain(name, peer, &pairs(ours, theirs), &PAGES)
}

/// As [`pages_gain`], in every figure of [`dates`].
pub fn dates_gain(name: &str, peer: &str, ours: &[PageOutcome], theirs: &[Option<PageOutcome>]) -> Evaluation {
    gain(name, peer, &pairs(ours, theirs), &DATES)
}

/// The pages of which both have a reading, with what both have read of them.
fn pairs(ours: &[PageOutcome], theirs: &[Option<PageOutcome>]) -> Vec<(PageOutcome, PageOutcome)> {
    let both = ours.iter().zip(theirs).filter_map(|(ours, theirs)| Some((ours.clone(), theirs.clone()?)));
    both.map(|(mut ours, mut theirs)| {
        keep_common(&mut ours.body, &mut theirs.body);
        keep_common(&mut ours.title, &mut theirs.title);
        keep_common(&mut ours.authors, &mut theirs.authors);
        keep_common(&mut ours.date, &mut theirs.date);
        (ours, theirs)
    })
    .collect()
}

fn keep_common<T>(ours: &mut Option<T>, theirs: &mut Option<T>) {
    if ours.is_none() || theirs.is_none() {
        (*ours, *theirs) = (None, None);
    }
}

fn evaluation(name: &str, outcomes: &[PageOutcome], figures: &[(&str, Figure)]) -> Evaluation {
    let documents: Vec<Vec<&PageOutcome>> = outcomes.iter().map(|outcome| vec![outcome]).collect();
    bounded(name, &documents, figures, |figure, sample| {
        figure(&sample.iter().map(|&&outcome| outcome).collect::<Vec<_>>())
    })
}

fn gain(
    name: &str,
    peer: &str,
    pairs: &[(PageOutcome, PageOutcome)],
    figures: &[(&'static str, Figure)],
) -> Evaluation {
    let theirs: Vec<PageOutcome> = pairs.iter().map(|pair| pair.1.clone()).collect();
    let mut evaluation = evaluation(&format!("{name}: {peer}"), &theirs, figures);
    let documents: Vec<Vec<&(PageOutcome, PageOutcome)>> = pairs.iter().map(|pair| vec![pair]).collect();
    let gains = bounded(&format!("{name}: gain over {peer}"), &documents, figures, |figure, sample| {
        let ours = figure(&sample.iter().map(|pair| &pair.0).collect::<Vec<_>>())?;
        let theirs = figure(&sample.iter().map(|pair| &pair.1).collect::<Vec<_>>())?;
        Some(ours - theirs)
    });
    evaluation.sets.extend(gains.sets);
    evaluation
}

fn bounded<T>(
    name: &str,
    documents: &[Vec<T>],
    figures: &[(&str, Figure)],
    statistic: impl Fn(Figure, &[&T]) -> Option<f64>,
) -> Evaluation {
    let all: Vec<&T> = documents.iter().flatten().collect();
    let mut metrics = BTreeMap::new();
    for &(metric, figure) in figures {
        let Some(value) = statistic(figure, &all) else { continue };
        metrics.insert(metric.to_owned(), rounded(value));
        if let Some((low, high)) = interval(documents, |sample| statistic(figure, sample)) {
            metrics.insert(format!("{metric}_low"), rounded(low));
            metrics.insert(format!("{metric}_high"), rounded(high));
        }
    }
    let set = Set { name: name.to_owned(), n: documents.len(), metrics };
    Evaluation { schema: SCHEMA, sets: vec![set] }
}

fn bodies<'a>(pages: &[&'a PageOutcome]) -> impl Iterator<Item = &'a BodyScore> {
    pages.iter().filter_map(|page| page.body.as_ref())
}

fn titles<'a>(pages: &[&'a PageOutcome]) -> impl Iterator<Item = &'a TitleScore> {
    pages.iter().filter_map(|page| page.title.as_ref())
}

fn names<'a>(pages: &[&'a PageOutcome]) -> impl Iterator<Item = &'a NamesScore> {
    pages.iter().filter_map(|page| page.authors.as_ref())
}

fn signed<'a>(pages: &[&'a PageOutcome]) -> impl Iterator<Item = &'a NamesScore> {
    names(pages).filter(|names| !names.gold.is_empty())
}

fn dated(pages: &[&PageOutcome]) -> impl Iterator<Item = DateScore> {
    pages.iter().filter_map(|page| page.date)
}

/// A page on which nothing was found has no precision; the benchmark leaves it out of the mean.
fn shingle_precision(pages: &[&PageOutcome]) -> Option<f64> {
    mean(bodies(pages).map(|body| body.shingles).filter(|it| it.both + it.added > 0.0).map(|it| it.precision()))
}

/// A page with an empty gold has no recall.
fn shingle_recall(pages: &[&PageOutcome]) -> Option<f64> {
    mean(bodies(pages).map(|body| body.shingles).filter(|it| it.both + it.missing > 0.0).map(|it| it.recall()))
}

/// How many days are right, wrong and missed.
fn date_counts(pages: &[&PageOutcome]) -> [f64; 3] {
    [DateScore::Right, DateScore::Wrong, DateScore::Missed]
        .map(|score| dated(pages).filter(|&date| date == score).count() as f64)
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0_usize), |(sum, count), value| (sum + value, count + 1));
    quotient(sum, count as f64)
}

fn share(holds: impl Iterator<Item = bool>) -> Option<f64> {
    mean(holds.map(|holds| f64::from(u8::from(holds))))
}

fn ratio(counts: impl Iterator<Item = (usize, usize)>) -> Option<f64> {
    let (part, whole) = counts.fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
    quotient(part as f64, whole as f64)
}

fn quotient(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(date: DateScore, title: Option<f64>) -> PageOutcome {
        let title = title.map(|f1| TitleScore { exact: f1 >= 1.0, f1 });
        PageOutcome { date: Some(date), title, ..PageOutcome::default() }
    }

    #[test]
    fn dates_are_counted_as_htmldate_counts_them() {
        let outcomes =
            [DateScore::Right, DateScore::Right, DateScore::Wrong, DateScore::Missed, DateScore::RightlyNone]
                .map(|score| page(score, None));
        let metrics = &dates("set", &outcomes).sets[0].metrics;
        assert_eq!(metrics["date_accuracy"], 0.6);
        assert_eq!(metrics["date_precision"], 0.667);
        assert_eq!(metrics["date_recall"], 0.667);
        assert_eq!(pages("set", &outcomes).sets[0].metrics["date"], 0.6);
    }

    #[test]
    fn a_gain_is_over_what_both_have_read() {
        let ours = [page(DateScore::Right, Some(1.0)), page(DateScore::Right, Some(1.0)), page(DateScore::Wrong, None)];
        let theirs = [Some(page(DateScore::Right, None)), Some(page(DateScore::Wrong, Some(0.5))), None];
        let evaluation = pages_gain("set", "other", &ours, &theirs);
        let [other, gain] = evaluation.sets.as_slice() else { panic!("two sets") };
        assert_eq!((other.name.as_str(), gain.name.as_str()), ("set: other", "set: gain over other"));
        assert_eq!((other.n, other.metrics["date"], gain.metrics["date"]), (2, 0.5, 0.5));
        assert_eq!((gain.metrics["title"], gain.metrics["title_low"]), (0.5, 0.5));
    }
}
