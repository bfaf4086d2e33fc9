//! Findings on what a passage that runs parallel to the draft has otherwise.

use coincide_text::Span;

use crate::case::Case;
use crate::contrast::{Contrast, Kind};
use crate::judge::Judged;
use crate::name::Known;
use crate::{Code, Finding, Level, Place, Proof};

use super::silent_note;

/// From how many words in a row beside it on there is no doubt that a difference is one.
pub(super) const SURE: usize = 5;

/// Raises a finding on every contrast that none is on yet.
pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, out: &mut Vec<Finding>) {
    for contrast in &judged.contrasts {
        let Some(code) = code(case, judged, contrast) else { continue };
        let on_it = |code: Code| out.iter().any(|it| it.code == code && touches(it, contrast.ours));
        let known = match code {
            // Another wording of a quotation is told as such.
            Code::S002 => [Code::Q001, Code::Q002, Code::Q004].into_iter().any(on_it),
            // An unknown name, and one spelt otherwise, are told as such.
            Code::E004 => [Code::E001, Code::E002, Code::Q003].into_iter().any(on_it),
            _ => false,
        };
        if !known && !on_it(code) && !is_borne_out(case, judged, contrast) {
            let finding = finding(case, judged, contrast, code);
            out.push(finding);
        }
    }
}

/// Whether another sentence of the articles bears out the draft's number: one that speaks of the same, or, in another
/// article, one that counts deaths where the draft does, injuries and the like.
fn is_borne_out(case: &Case<'_>, judged: &Judged<'_>, contrast: &Contrast) -> bool {
    let there = case.passage(contrast.article, contrast.theirs);
    contrast.kind == Kind::Number
        && judged
            .parts
            .iter()
            .flat_map(|part| &part.figures)
            .filter(|figure| figure.quantity.span.overlaps(contrast.ours))
            .flat_map(|figure| figure.agreeing())
            .any(|rival| {
                let elsewhere = rival.article != contrast.article || !there.contains(rival.quantity.span);
                let topic = rival.quantity.of.as_ref().is_some_and(|of| of.topic.is_some());
                elsewhere && (rival.context >= BORNE_OUT || topic && rival.article != contrast.article)
            })
}

/// From which context on a sentence bears out a number, whatever a passage that runs parallel has.
const BORNE_OUT: f64 = 0.6;

fn touches(finding: &Finding, span: Span) -> bool {
    finding.spans.iter().any(|it| it.overlaps(span))
}

fn code(case: &Case<'_>, judged: &Judged<'_>, contrast: &Contrast) -> Option<Code> {
    Some(match contrast.kind {
        Kind::Number => Code::N001,
        Kind::Hedge => Code::N003,
        Kind::Unit => Code::N004,
        Kind::Time => Code::T001,
        Kind::Negation => Code::S002,
        Kind::Name => {
            let mut names = judged.parts.iter().flat_map(|part| &part.names);
            if names.any(|named| named.span.overlaps(contrast.ours) && named.known != Known::Yes) {
                return None;
            }
            let mut speakers = case.draft.annotations.quotations.iter().filter_map(|it| it.speaker.as_ref());
            if speakers.any(|speaker| speaker.span.overlaps(contrast.ours)) { Code::Q003 } else { Code::E004 }
        }
    })
}

fn finding(case: &Case<'_>, judged: &Judged<'_>, contrast: &Contrast, code: Code) -> Finding {
    let theirs = contrast.theirs.of(case.articles[contrast.article].text());
    let proof = Proof {
        article: contrast.article,
        span: case.passage(contrast.article, contrast.theirs),
        words: vec![contrast.theirs],
    };
    let evidence = vec![proof];
    let level = if contrast.enclosed && contrast.run >= SURE { Level::Error } else { Level::Warning };
    Finding {
        code,
        level: level.min(code.page().level),
        message: format!("the articles have {theirs}"),
        claim: Some(judged.claim),
        place: Place::Draft,
        spans: vec![contrast.ours],
        notes: silent_note(case, &evidence).into_iter().collect(),
        evidence,
        differences: Vec::new(),
        suggestion: Some(theirs.to_owned()),
    }
}
