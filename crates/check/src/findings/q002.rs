//! Q002: quotation altered.

use coincide_text::Span;

use crate::alignment::Step;
use crate::case::{Case, speaker_name};
use crate::judge::Judged;
use crate::quotation::{Found, Quoted, Variant, in_marks};
use crate::wording::Weight;
use crate::{Code, Difference, Finding, Level, Note, Page, Proof};

use super::{quotation_finding, silent_note};

pub(super) const PAGE: Page = Page {
    code: Code::Q002,
    name: "quotation-altered",
    title: "quotation altered",
    level: Level::Error,
    verdict: Some("contradicted"),
    meaning: "An article has this utterance in other words. What differs is shown word by word.",
    why: "Words inside quotation marks are a promise that they are the speaker's. One changed word can turn their sense.",
    decided: "No article has the quotation word for word, and the closest has at least 60 per cent of its weight within quotation marks, or 75 per cent outside, and three of its content words (fitting alignment over words, Sellers 1980; content words count three times function words). Among several, one that stands in quotation marks is taken as the closest. A shorter one may have four words and 75 per cent of its words instead. The level is an error if the article's words stand in quotation marks and a word of content stands for another, a number or negation is another, or a word without content on which the sense hangs (\"before\", \"if\", \"may\", \"or\") for another; else (\"his\" for \"this\", \"will\" for \"would\"), and for words of five letters that differ by one, a warning. Two words of content or fewer that the draft leaves out are no alteration by themselves. Differences of spelling, inflection, contractions and shortened titles, a word without content more or less (\"that\"), what stands in brackets, words that one side hides (\"d***\") and words at its ends that the article has outside of its marks (fewer than three with content) do not count, and a phrase of three words or fewer is Q001.",
    example: "Draft: \"we did not receive any warning before the ferry left\". Article: \"we received a warning after the ferry had left\".",
    mend: "Use the article's wording, which is the suggestion.",
};

pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, out: &mut Vec<Finding>) {
    for quoted in &judged.quoted {
        let Found::Altered(closest) = quoted.found else { continue };
        let variant = &quoted.variants[closest];
        let grave = variant.weight == Weight::Grave && in_marks(case, variant.stretch);
        let level = if grave { Level::Error } else { Level::Warning };
        let message = "the quotation is not what was said".to_owned();
        let mut finding = quotation_finding(case, judged, quoted, Code::Q002, level, message);
        let (differences, words) = differences(case, quoted, variant, 0);
        let changed: Vec<Span> = differences.iter().map(|it| it.draft).filter(|span| !span.is_empty()).collect();
        if !changed.is_empty() {
            finding.spans = changed;
        }
        let article = variant.stretch.article;
        finding.evidence.push(Proof { article, span: variant.stretch.span, words });
        for other in
            quoted.variants.iter().filter(|other| other.stretch.article != article && in_marks(case, other.stretch))
        {
            finding.evidence.push(Proof {
                article: other.stretch.article,
                span: other.stretch.span,
                words: Vec::new(),
            });
        }
        finding.differences = differences;
        let said = crate::case::quotation_around(&case.articles[article], variant.stretch.span)
            .and_then(|quotation| speaker_name(&case.articles[article], quotation));
        if let Some(name) = said {
            finding.notes = vec![Note { label: "said", text: name.to_owned() }];
        }
        finding.notes.extend(silent_note(case, &finding.evidence));
        finding.suggestion = Some(format!("\"{}\"", variant.stretch.span.of(case.articles[article].text())));
        out.push(finding);
    }
}

/// What differs between a quotation and a variant of it, neighbouring words taken together, and the article's words
/// concerned. `proof` is the index of the evidence the article's words are of.
fn differences(case: &Case<'_>, quoted: &Quoted<'_>, variant: &Variant, proof: usize) -> (Vec<Difference>, Vec<Span>) {
    let article = case.words(variant.stretch.article);
    // Where the next word of each side would stand, for a difference that one side has no words of.
    let mut draft_at = quoted.span.start;
    let mut article_at = variant.stretch.span.start;
    let mut open: Option<Difference> = None;
    let mut found = Vec::new();
    for step in &variant.fit.steps {
        let (draft, other) = match *step {
            Step::Same(word, other) => {
                found.extend(open.take());
                draft_at = quoted.words[word].span.end;
                article_at = article[other].span.end;
                continue;
            }
            Step::Changed(word, other) => (quoted.words[word].span, article[other].span),
            Step::Added(word) => (quoted.words[word].span, Span::new(article_at, article_at)),
            Step::Left(other) => (Span::new(draft_at, draft_at), article[other].span),
        };
        draft_at = draft.end;
        article_at = other.end;
        let joined = open.map_or(Difference { draft, article: other, proof }, |so_far| Difference {
            draft: join(so_far.draft, draft),
            article: join(so_far.article, other),
            proof,
        });
        open = Some(joined);
    }
    found.extend(open);
    let words = found.iter().map(|difference| difference.article).filter(|span| !span.is_empty()).collect();
    (found, words)
}

/// Both spans together; an empty one adds nothing.
fn join(a: Span, b: Span) -> Span {
    match (a.is_empty(), b.is_empty()) {
        (true, _) => b,
        (_, true) => a,
        _ => a.cover(b),
    }
}
