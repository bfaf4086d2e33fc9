//! From scores to figures.

use std::collections::BTreeMap;

use coincide_retrieve::Embedder;

use super::document::{FOLDS, fold};
use super::evidence::{EvidenceFigures, evidence};
use super::threshold::{threshold, two_thresholds};
use super::{Label, Scored, Scorer, ScorerKind, VerifySet};
use crate::bootstrap::intervals;
use crate::evaluation::Set;
use crate::metrics::{area_under_curve, f1, rounded, share};

/// A value with the bounds of its 95 % bootstrap interval over documents.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The value on the set.
    pub value: f64,
    /// The bounds.
    pub bounds: Option<(f64, f64)>,
}

/// The figures of a set. What the set's labels do not allow is not there.
#[derive(Clone, Debug)]
pub struct VerifyFigures {
    /// The name of the set.
    pub name: String,
    /// How many documents it has.
    pub documents: usize,
    /// How many texts it has.
    pub texts: usize,
    /// How many of them are labelled supported, and how many not.
    pub binary: [usize; 2],
    /// How many are labelled contradicted, not found and supported.
    pub three: [usize; 3],
    /// The scorers; the first is the one in question.
    pub scorers: Vec<ScorerFigures>,
    /// The gains of the first scorer.
    pub gains: Vec<GainFigures>,
    /// How well the sentences that bear texts out are found.
    pub evidence: Vec<EvidenceFigures>,
}

/// The figures of one scorer by name, as the module names them.
#[derive(Clone, Debug)]
pub struct ScorerFigures {
    /// The scorer.
    pub name: String,
    /// What its scores are.
    pub kind: ScorerKind,
    /// The figures.
    pub figures: BTreeMap<&'static str, Figure>,
}

/// The gains of the first scorer over another, or over the best overlap baseline.
#[derive(Clone, Debug)]
pub struct GainFigures {
    /// What it is compared with.
    pub over: String,
    /// Whether that is the overlap baseline with the best figure on this set, for each figure.
    pub best_overlap: bool,
    /// The gain in balanced accuracy.
    pub balanced_accuracy: Option<Figure>,
    /// The gain in the area under the curve.
    pub auc: Option<Figure>,
}

/// A text with its labels and what every scorer says of it.
struct Item {
    supported: Option<bool>,
    label: Option<Label>,
    calls: Vec<Call>,
}

/// What one scorer says of a text.
#[derive(Clone, Copy)]
struct Call {
    scored: Scored,
    /// Whether it is supported, by a threshold from other documents.
    supported: Option<bool>,
    /// What it is, by two thresholds from other documents.
    label: Option<Label>,
}

/// A figure of one scorer over some texts, if their labels allow it.
type Metric = (&'static str, fn(&[&Item], usize) -> Option<f64>);

const BALANCED_ACCURACY: usize = 0;
const AUC: usize = 1;

/// What is measured of each scorer.
const METRICS: [Metric; 8] = [
    ("balanced_accuracy", |items, at| balanced_accuracy(items, |item| item.calls[at].supported)),
    ("auc", |items, at| {
        area_under_curve(
            &labelled(items).map(|(item, supported)| (item.calls[at].scored.support, supported)).collect::<Vec<_>>(),
        )
    }),
    ("macro_f1", |items, at| macro_f1(items, |item| item.calls[at].label)),
    ("verdict_balanced_accuracy", |items, at| {
        balanced_accuracy(items, |item| Some(verdict(item, at)? == Label::Supported))
    }),
    ("verdict_macro_f1", |items, at| macro_f1(items, |item| verdict(item, at))),
    ("verdict_supported", |items, at| {
        verdict(items.first()?, at)?;
        share(items, |item| verdict(item, at) == Some(Label::Supported))
    }),
    ("ece", calibration_error),
    ("unchecked", |items, at| {
        verdict(items.first()?, at)?;
        share(items, |item| !item.calls[at].scored.checked)
    }),
];

/// The figures of the set called `name`, from each scorer with its score of every text, in order.
pub fn figures(
    name: &str,
    set: &VerifySet,
    scorers: &[(Scorer<'_>, Vec<Scored>)],
    embedder: Option<&dyn Embedder>,
) -> VerifyFigures {
    let columns: Vec<Vec<Call>> = scorers.iter().map(|(_, scores)| calls(set, scores)).collect();
    let items = set.texts.iter().enumerate().map(|(at, text)| {
        let calls = columns.iter().filter_map(|column| column.get(at).copied()).collect();
        (text.document.as_str(), Item { supported: text.supported, label: text.label, calls })
    });
    let documents = by_document(items);
    let all: Vec<&Item> = documents.iter().flatten().collect();
    let probability: Vec<bool> = scorers.iter().map(|(scorer, _)| scorer.kind == ScorerKind::Probability).collect();
    let of_each = |items: &[&Item]| -> Vec<Option<f64>> {
        let of = |at: usize| {
            let here = probability[at];
            METRICS.iter().map(move |&(name, metric)| if name == "ece" && !here { None } else { metric(items, at) })
        };
        (0..probability.len()).flat_map(of).collect()
    };
    let values = of_each(&all);
    let gains = gains(scorers, &values);
    let all_figures = |items: &[&Item]| {
        let mut figures = of_each(items);
        figures.extend(gains.iter().flat_map(|gain| gain.of(&figures)).collect::<Vec<_>>());
        figures
    };
    let values = all_figures(&all);
    let bounds = intervals(&documents, all_figures);
    let figure = |at: usize| {
        let value = (*values.get(at)?)?;
        Some(Figure { value, bounds: bounds.get(at).copied().flatten() })
    };
    let scorer = |(at, (scorer, _)): (usize, &(Scorer<'_>, Vec<Scored>))| ScorerFigures {
        name: scorer.name.clone(),
        kind: scorer.kind,
        figures: (0..METRICS.len())
            .filter_map(|metric| Some((METRICS[metric].0, figure(at * METRICS.len() + metric)?)))
            .collect(),
    };
    let first_gain = scorers.len() * METRICS.len();
    let gain = |(at, gain): (usize, &Gain)| GainFigures {
        over: gain.over.clone(),
        best_overlap: gain.best_overlap,
        balanced_accuracy: figure(first_gain + 2 * at),
        auc: figure(first_gain + 2 * at + 1),
    };
    let count = |holds: &dyn Fn(&Item) -> bool| all.iter().filter(|item| holds(item)).count();
    VerifyFigures {
        name: name.to_owned(),
        documents: documents.len(),
        texts: all.len(),
        binary: [true, false].map(|supported| count(&|item| item.supported == Some(supported))),
        three: Label::ALL.map(|label| count(&|item| item.label == Some(label))),
        scorers: scorers.iter().enumerate().map(scorer).collect(),
        gains: gains.iter().enumerate().map(gain).collect(),
        evidence: evidence(set, embedder),
    }
}

impl VerifyFigures {
    /// As one set of `coincide.eval/1`: `{scorer}_{figure}`, `gain_{figure}_over_{scorer}` and
    /// `evidence_{retrieval}_...`.
    pub fn to_set(&self) -> Set {
        let mut set = Set { name: self.name.clone(), n: self.texts, metrics: BTreeMap::new() };
        let mut add = |name: String, figure: Figure| {
            if let Some((low, high)) = figure.bounds {
                set.metrics.insert(format!("{name}_low"), rounded(low));
                set.metrics.insert(format!("{name}_high"), rounded(high));
            }
            set.metrics.insert(name, rounded(figure.value));
        };
        for scorer in &self.scorers {
            for (name, figure) in &scorer.figures {
                add(format!("{}_{name}", key(&scorer.name)), *figure);
            }
        }
        for gain in &self.gains {
            let over = if gain.best_overlap { "best_overlap".to_owned() } else { key(&gain.over) };
            for (name, figure) in [("balanced_accuracy", gain.balanced_accuracy), ("auc", gain.auc)] {
                if let Some(figure) = figure {
                    add(format!("gain_{name}_over_{over}"), figure);
                }
            }
        }
        for evidence in &self.evidence {
            add(format!("evidence_{}_first_three", key(&evidence.name)), evidence.first_three);
            add(format!("evidence_{}_recall_at_five", key(&evidence.name)), evidence.recall_at_five);
        }
        set
    }
}

/// A name in the form of a key: `ROUGE-L precision` is `rouge_l_precision`.
fn key(name: &str) -> String {
    name.chars().map(|it| if it.is_ascii_alphanumeric() { it.to_ascii_lowercase() } else { '_' }).collect()
}

/// Items by document, documents in the order in which they first come.
pub(super) fn by_document<'a, T>(items: impl IntoIterator<Item = (&'a str, T)>) -> Vec<Vec<T>> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut documents: Vec<Vec<T>> = Vec::new();
    for (document, item) in items {
        let at = *places.entry(document).or_insert(documents.len());
        if at == documents.len() {
            documents.push(Vec::new());
        }
        documents[at].push(item);
    }
    documents
}

/// What a scorer makes of every text, by thresholds from the other folds.
fn calls(set: &VerifySet, scores: &[Scored]) -> Vec<Call> {
    let folds: Vec<u8> = set.texts.iter().map(|text| fold(&text.document)).collect();
    let mut calls: Vec<Call> = scores.iter().map(|&scored| Call { scored, supported: None, label: None }).collect();
    for fold in 0..FOLDS {
        let others = || set.texts.iter().zip(scores).zip(&folds).filter(|(_, of)| **of != fold).map(|(it, _)| it);
        let binary: Vec<(f64, bool)> =
            others().filter_map(|(text, scored)| Some((scored.support, text.supported?))).collect();
        let three: Vec<(f64, Label)> =
            others().filter_map(|(text, scored)| Some((scored.support, text.label?))).collect();
        let (one, two) = (threshold(&binary), two_thresholds(&three));
        for (call, _) in calls.iter_mut().zip(&folds).filter(|(_, of)| **of == fold) {
            let score = call.scored.support;
            call.supported = one.map(|threshold| score >= threshold);
            call.label = two.map(|(low, high)| match score {
                _ if score >= high => Label::Supported,
                _ if score >= low => Label::NotFound,
                _ => Label::Contradicted,
            });
        }
    }
    calls
}

fn verdict(item: &Item, scorer: usize) -> Option<Label> {
    item.calls[scorer].scored.verdict
}

fn labelled<'a>(items: &[&'a Item]) -> impl Iterator<Item = (&'a Item, bool)> {
    items.iter().filter_map(|item| Some((*item, item.supported?)))
}

/// The mean of the shares told right of both kinds. Nothing without both, or where a text was not called.
fn balanced_accuracy(items: &[&Item], called: impl Fn(&Item) -> Option<bool>) -> Option<f64> {
    let (mut right, mut all) = ([0.0; 2], [0.0; 2]);
    for (item, supported) in labelled(items) {
        all[usize::from(supported)] += 1.0;
        right[usize::from(supported)] += f64::from(u8::from(called(item)? == supported));
    }
    all.iter().all(|count| *count > 0.0).then(|| (right[0] / all[0] + right[1] / all[1]) / 2.0)
}

/// The mean F1 of the three labels. Nothing unless there are texts of all three, or where a text was not called.
fn macro_f1(items: &[&Item], called: impl Fn(&Item) -> Option<Label>) -> Option<f64> {
    let calls: Vec<(Label, Label)> = items
        .iter()
        .filter_map(|item| Some((item.label?, called(item))))
        .map(|(label, called)| Some((label, called?)))
        .collect::<Option<_>>()?;
    let calls: Vec<&(Label, Label)> = calls.iter().collect();
    let of_label = |label: Label| {
        let there = calls.iter().any(|call| call.0 == label);
        f1(&calls, |call| call.0 == label, |call| call.1 == label).filter(|_| there)
    };
    Some(Label::ALL.into_iter().map(of_label).sum::<Option<f64>>()? / 3.0)
}

/// In how many bins calibration is looked at.
const BINS: usize = 10;

/// The expected calibration error: over bins of equally many texts, in the order of their scores, the mean difference of
/// the mean score and the share that is supported. Nothing where all texts are of one kind.
fn calibration_error(items: &[&Item], scorer: usize) -> Option<f64> {
    let mut scores: Vec<(f64, bool)> =
        labelled(items).map(|(item, supported)| (item.calls[scorer].scored.support, supported)).collect();
    let positives = scores.iter().filter(|(_, supported)| *supported).count();
    if scores.len() < BINS || positives == 0 || positives == scores.len() {
        return None;
    }
    // Texts of equal score may fall in different bins: the label as second key makes that the same every time.
    scores.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let bin = |at: usize| &scores[at * scores.len() / BINS..(at + 1) * scores.len() / BINS];
    let off =
        |bin: &[(f64, bool)]| bin.iter().map(|&(score, supported)| score - f64::from(u8::from(supported))).sum::<f64>();
    Some((0..BINS).map(|at| off(bin(at)).abs()).sum::<f64>() / scores.len() as f64)
}

/// A comparison of the first scorer with another one: for each figure, with which.
struct Gain {
    over: String,
    best_overlap: bool,
    balanced_accuracy: usize,
    auc: usize,
}

impl Gain {
    /// The gains, from the figures of all scorers.
    fn of(&self, figures: &[Option<f64>]) -> [Option<f64>; 2] {
        let gain = |metric: usize, other: usize| Some(figures[metric]? - figures[other * METRICS.len() + metric]?);
        [gain(BALANCED_ACCURACY, self.balanced_accuracy), gain(AUC, self.auc)]
    }
}

/// What the first scorer is compared with, `values` being the figures on the whole set.
fn gains(scorers: &[(Scorer<'_>, Vec<Scored>)], values: &[Option<f64>]) -> Vec<Gain> {
    let one =
        |at: usize| Gain { over: scorers[at].0.name.clone(), best_overlap: false, balanced_accuracy: at, auc: at };
    let best = |metric: usize| {
        (1..scorers.len())
            .filter(|&at| scorers[at].0.kind == ScorerKind::Overlap)
            .filter_map(|at| Some((values[at * METRICS.len() + metric]?, at)))
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
            .map(|(_, at)| at)
    };
    let mut gains: Vec<Gain> = (1..scorers.len()).map(one).collect();
    if let (Some(balanced_accuracy), Some(auc)) = (best(BALANCED_ACCURACY), best(AUC)) {
        let name = |at: usize| scorers[at].0.name.as_str();
        let over = if auc == balanced_accuracy {
            format!("best overlap ({})", name(auc))
        } else {
            format!("best overlap ({}; {})", name(balanced_accuracy), name(auc))
        };
        gains.push(Gain { over, best_overlap: true, balanced_accuracy, auc });
    }
    gains
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::Part;

    /// A set of `n` documents with a supported and a contradicted text each, and a scorer that gives `scores` for them.
    fn measure(n: usize, scores: [f64; 2], kind: ScorerKind) -> VerifyFigures {
        let lines: Vec<String> = (0..n)
            .flat_map(|number| {
                ["supported", "contradicted", "discussed"].map(|label3| {
                    let label = match label3 {
                        "supported" => Some(1),
                        "contradicted" => Some(0),
                        _ => None,
                    };
                    let source = format!("Ferry {number} sank.");
                    serde_json::json!({"text": source, "source": source, "label": label, "label3": label3}).to_string()
                })
            })
            .collect();
        let set = VerifySet::from_json_lines(lines.join("\n").as_bytes(), Part::All).unwrap();
        let scorer = |name: &str, kind, scores: [f64; 2]| {
            let score = move |pair: &crate::verify::Pair<'_>| {
                Scored::from(match pair.label {
                    Some(Label::Supported) => scores[1],
                    Some(Label::Contradicted) => scores[0],
                    _ => 0.5,
                })
            };
            let scorer = Scorer { name: name.to_owned(), kind, score: Box::new(score) };
            let scores = set.score(&scorer);
            (scorer, scores)
        };
        figures("set", &set, &[scorer("one", kind, scores), scorer("blind", ScorerKind::Overlap, [0.5, 0.5])], None)
    }

    #[test]
    fn a_scorer_that_knows_and_one_that_does_not() {
        let figures = measure(40, [0.1, 0.9], ScorerKind::Probability);
        assert_eq!(
            (figures.documents, figures.texts, figures.binary, figures.three),
            (40, 120, [40, 40], [40, 40, 40])
        );
        let value = |scorer: usize, name: &str| figures.scorers[scorer].figures.get(name).map(|it| rounded(it.value));
        for name in ["balanced_accuracy", "auc", "macro_f1"] {
            assert_eq!(value(0, name), Some(1.0), "{name}");
        }
        assert_eq!((value(1, "balanced_accuracy"), value(1, "auc")), (Some(0.5), Some(0.5)));
        assert_eq!((value(0, "ece"), value(1, "ece"), value(0, "unchecked")), (Some(0.1), None, None));
        let best = figures.gains.last().unwrap();
        assert!(best.best_overlap && best.over.contains("blind"));
        assert_eq!(best.auc, Some(Figure { value: 0.5, bounds: Some((0.5, 0.5)) }));
        let set = figures.to_set();
        assert_eq!((set.metrics["one_auc"], set.metrics["gain_auc_over_best_overlap_low"]), (1.0, 0.5));
    }

    #[test]
    fn thresholds_are_those_of_other_documents() {
        let figures = measure(1, [0.1, 0.9], ScorerKind::Similarity);
        assert!(figures.scorers[0].figures.contains_key("auc"));
        assert!(!figures.scorers[0].figures.contains_key("balanced_accuracy"), "one document has no others");
    }

    #[test]
    fn the_table_has_what_there_is() {
        let table = measure(40, [0.1, 0.9], ScorerKind::Probability).to_string();
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(
            lines[0],
            "set: 120 texts on 40 documents; 40 supported, 40 not; of three: 40 supported, 40 contradicted, 40 not found"
        );
        assert_eq!(
            lines[2],
            "  one                       1.000 [1.000, 1.000]     1.000 [1.000, 1.000]     1.000 [1.000, 1.000]          0.100"
        );
        assert_eq!(lines[5], "    blind                   +0.500 [+0.500, +0.500]  +0.500 [+0.500, +0.500]");
    }
}
