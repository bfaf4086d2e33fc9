use coincide_annotate::Reading;
use coincide_check::{Finding, Level, Models, SentenceFeatures, Verdict, check};
use coincide_text::{Span, Text};
use rayon::prelude::*;
use serde::Deserialize;

use crate::bootstrap::interval;
use crate::evaluation::{Evaluation, SCHEMA, Set};
use crate::lines::{Error, rows};
use crate::metrics::{area_under_curve, f1, rounded, share};
use crate::source::{Source, article, in_lines, plain};
use crate::verify::{Name, document, is_held_out};

/// A labelled draft: every sentence with the verdict that careful readers gave it.
#[derive(Debug, Deserialize)]
struct Row {
    text: String,
    sources: Vec<Source>,
    sentences: Vec<Sentence>,
}

#[derive(Debug, Deserialize)]
struct Sentence {
    /// In code points.
    start: usize,
    end: usize,
    label: Option<Verdict>,
}

/// What came out for one labelled sentence.
#[derive(Clone, Debug)]
pub struct SentenceOutcome {
    /// The sentence.
    pub text: String,
    /// What readers said.
    pub label: Verdict,
    /// What the check said.
    pub verdict: Verdict,
    /// The probability that it is supported; nothing where it was not checked.
    pub score: Option<f64>,
    /// The findings on it.
    pub findings: Vec<FindingOutcome>,
}

/// A finding on a labelled sentence.
#[derive(Clone, Debug)]
pub struct FindingOutcome {
    /// Its code.
    pub code: &'static str,
    /// Its level.
    pub level: Level,
    /// The words concerned.
    pub words: Vec<String>,
    /// What is wrong.
    pub message: String,
    /// The passages that prove it.
    pub evidence: Vec<String>,
}

/// Checks every labelled draft of a set and gives each labelled sentence's outcome, by draft.
///
/// `bytes` is JSON lines of `{text, sources: [{outlet, date, title, text}], sentences: [{start, end, label}]}`, gzip'd
/// or not. A sentence takes the worst verdict of the claims that lie mostly within it.
pub fn outcomes(bytes: &[u8], models: Models<'_>) -> Result<Vec<Vec<SentenceOutcome>>, Error> {
    Ok(rows::<Row>(bytes)?.into_iter().map(|row| draft(row, models)).collect())
}

/// A labelled text with the features of its sentences.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// Whether the sources support it.
    pub supported: bool,
    /// Whether nothing that ships may be trained on its document; always so for drafts.
    pub held_out: bool,
    /// The features of the sentences it has.
    pub features: Vec<SentenceFeatures>,
}

/// The features of every labelled sentence of a set of drafts that readers found supported, contradicted or not found,
/// by draft.
pub fn draft_features(bytes: &[u8], models: Models<'_>) -> Result<Vec<Vec<Labelled>>, Error> {
    Ok(rows::<Row>(bytes)?
        .into_iter()
        .map(|row| {
            let (draft, articles, labelled) = read(row);
            let features = coincide_check::features(&draft, &articles, models);
            labelled
                .into_iter()
                .filter(|&(_, label)| label != Verdict::NotChecked)
                .map(|(span, label)| Labelled {
                    supported: label == Verdict::Supported,
                    held_out: true,
                    features: (0..features.len())
                        .filter(|&at| mostly(span, draft.annotations.sentences[at].span))
                        .map(|at| features[at].clone())
                        .collect(),
                })
                .collect()
        })
        .collect())
}

/// The features of every claim of a set of `{text, source, label}`, `source` being a text or a list of texts. The models are
/// asked about held-out documents alone: on the others they would be asked what they have learnt.
pub fn claim_features(bytes: &[u8], models: Models<'_>) -> Result<Vec<Labelled>, Error> {
    let of = |row: Claimed| {
        let sources = match row.source {
            OneOrMore::One(text) => vec![text],
            OneOrMore::More(texts) => texts,
        };
        let document =
            document(row.event.map(|event| event.to_string()).as_deref(), sources.first().map_or("", String::as_str));
        let articles: Vec<Reading> = sources.into_iter().map(|text| Reading::new(plain(text))).collect();
        let text = Reading::new(plain(in_lines(row.text)));
        let held_out = is_held_out(&document);
        let models = if held_out { models } else { Models::default() };
        let features = coincide_check::features(&text, &articles, models);
        Labelled { supported: row.label == 1, held_out, features }
    };
    Ok(rows::<Claimed>(bytes)?.into_par_iter().map(of).collect())
}

/// A claim with what it is to be checked against.
#[derive(Debug, Deserialize)]
struct Claimed {
    text: String,
    event: Option<Name>,
    source: OneOrMore,
    label: u8,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

/// Quality of verdicts and findings on a set of labelled drafts; see [`outcomes`] for its form.
///
/// * `accuracy`: verdict equal to the label, over all labels; `f1_...` by label.
/// * `supported_accuracy`: supported told from not supported, over the sentences labelled as checkable; `auc` the same
///   by score.
/// * `unsupported_with_finding`: sentences labelled contradicted or not found with a finding at warning or above.
/// * `errors_in_place`: findings at error that lie on sentences not labelled supported.
/// * `supported_with_error`: sentences labelled supported with a finding at error.
pub fn drafts(name: &str, bytes: &[u8], models: Models<'_>) -> Result<Evaluation, Error> {
    let documents = outcomes(bytes, models)?;
    let all: Vec<&SentenceOutcome> = documents.iter().flatten().collect();
    let mut set = Set { name: name.to_owned(), n: all.len(), metrics: Default::default() };
    let mut add = |name: &str, statistic: &dyn Fn(&[&SentenceOutcome]) -> Option<f64>| {
        let Some(value) = statistic(&all) else { return };
        set.metrics.insert(name.to_owned(), rounded(value));
        if let Some((low, high)) = interval(&documents, statistic) {
            set.metrics.insert(format!("{name}_low"), rounded(low));
            set.metrics.insert(format!("{name}_high"), rounded(high));
        }
    };
    add("accuracy", &|items| share(items, |item| item.verdict == item.label));
    for (label, metric) in [
        (Verdict::Supported, "f1_supported"),
        (Verdict::Contradicted, "f1_contradicted"),
        (Verdict::NotFound, "f1_not_found"),
        (Verdict::NotChecked, "f1_not_checked"),
    ] {
        add(metric, &|items| f1(items, |item| item.label == label, |item| item.verdict == label));
    }
    add("supported_accuracy", &|items| {
        let checkable = checkable(items);
        share(&checkable, |item| (item.label == Verdict::Supported) == (item.verdict == Verdict::Supported))
    });
    add("auc", &|items| {
        let scores: Vec<(f64, bool)> =
            checkable(items).iter().map(|item| (item.score.unwrap_or(0.0), item.label == Verdict::Supported)).collect();
        area_under_curve(&scores)
    });
    add("unsupported_with_finding", &|items| {
        let unsupported: Vec<&SentenceOutcome> =
            checkable(items).into_iter().filter(|item| item.label != Verdict::Supported).collect();
        share(&unsupported, |item| item.findings.iter().any(|finding| finding.level >= Level::Warning))
    });
    add("errors_in_place", &|items| {
        let errors: Vec<&SentenceOutcome> = items
            .iter()
            .flat_map(|item| item.findings.iter().filter(|finding| finding.level == Level::Error).map(move |_| *item))
            .collect();
        share(&errors, |item| item.label != Verdict::Supported)
    });
    add("supported_with_error", &|items| {
        let supported: Vec<&SentenceOutcome> =
            items.iter().filter(|item| item.label == Verdict::Supported).copied().collect();
        share(&supported, |item| item.findings.iter().any(|finding| finding.level == Level::Error))
    });
    Ok(Evaluation { schema: SCHEMA, sets: vec![set] })
}

fn checkable<'a>(items: &[&'a SentenceOutcome]) -> Vec<&'a SentenceOutcome> {
    items.iter().filter(|item| item.label != Verdict::NotChecked).copied().collect()
}

fn draft(row: Row, models: Models<'_>) -> Vec<SentenceOutcome> {
    let (draft, articles, labelled) = read(row);
    let checked = check(&draft, &articles, models);
    let text = &draft.article.text;
    labelled
        .into_iter()
        .filter_map(|(span, label)| {
            let claims: Vec<usize> =
                (0..checked.claims.len()).filter(|&claim| mostly(span, checked.claims[claim].span)).collect();
            let verdict = claims.iter().map(|&claim| checked.claims[claim].verdict).min()?;
            let score = claims.iter().filter_map(|&claim| checked.claims[claim].score).min_by(f64::total_cmp);
            let on_it = |finding: &&Finding| finding.claim.is_some_and(|claim| claims.contains(&claim));
            let findings =
                checked.findings.iter().filter(on_it).map(|finding| outcome(finding, text, &articles)).collect();
            Some(SentenceOutcome { text: text.slice(span).to_owned(), label, verdict, score, findings })
        })
        .collect()
}

/// The draft of a row, its articles, and its labelled sentences.
fn read(row: Row) -> (Reading, Vec<Reading>, Vec<(Span, Verdict)>) {
    let articles = row.sources.into_iter().map(|source| Reading::new(article(source))).collect();
    let draft = Reading::new(plain(row.text));
    let text = &draft.article.text;
    let labelled = row
        .sentences
        .iter()
        .filter_map(|sentence| Some((text.from_code_points(sentence.start, sentence.end)?, sentence.label?)))
        .collect();
    (draft, articles, labelled)
}

/// Whether one of two spans lies mostly in the other.
fn mostly(a: Span, b: Span) -> bool {
    let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    shared * 2 > a.len() || shared * 2 > b.len()
}

fn outcome(finding: &Finding, draft: &Text, articles: &[Reading]) -> FindingOutcome {
    FindingOutcome {
        code: finding.code.name(),
        level: finding.level,
        words: finding.spans.iter().map(|&span| draft.slice(span).to_owned()).collect(),
        message: finding.message.clone(),
        evidence: finding.evidence.iter().map(|it| it.span.of(articles[it.article].text()).to_owned()).collect(),
    }
}
