//! Findings on what a passage that runs parallel to the draft has otherwise.

use coincide_annotate::{Entity, EntityKind, NameMatch, QuotationKind, Reading, same_name};
use coincide_text::{Span, TokenKind};

use crate::case::Case;
use crate::contrast::{Contrast, Kind};
use crate::judge::Judged;
use crate::name::Known;
use crate::{Code, Finding, Level, Place, Proof};

use super::silent_note;

/// Raises a finding on every contrast that none is on yet.
pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, out: &mut Vec<Finding>) {
    for contrast in &judged.contrasts {
        let Some(code) = code(case, judged, contrast) else { continue };
        let on_it = |code: Code| out.iter().any(|it| it.code == code && touches(it, contrast.ours));
        let known = match code {
            // Another wording of a quotation is told as such.
            Code::S002 if matches!(contrast.kind, Kind::Antonym(_)) => {
                let told = |it: &Finding| it.code.page().level == Level::Error && touches(it, contrast.ours);
                out.iter().any(told)
            }
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

/// Whether another sentence of the articles bears out what the draft has.
fn is_borne_out(case: &Case<'_>, judged: &Judged<'_>, contrast: &Contrast) -> bool {
    match contrast.kind {
        Kind::Number => is_number_borne_out(case, judged, contrast),
        Kind::Antonym(_) => is_word_borne_out(case, judged, contrast),
        _ => false,
    }
}

/// Whether a sentence that speaks of the same has the draft's word too, be it the very passage.
fn is_word_borne_out(case: &Case<'_>, judged: &Judged<'_>, contrast: &Contrast) -> bool {
    let mut queries = judged.parts.iter().map(|part| &part.query);
    let place = queries.find_map(|query| Some((query, query.terms.iter().find(|it| it.span.overlaps(contrast.ours))?)));
    let Some((query, term)) = place else { return false };
    let Some(id) = case.index.id(&term.stem) else { return false };
    (0..case.articles.len()).any(|article| {
        let mut sentences = case.index.occurrences(article, id);
        sentences.any(|at| query.context(&case.index, article, &(at..at + 1), &[contrast.ours]).share >= BORNE_OUT)
    })
}

/// Whether another sentence of the articles bears out the draft's number: one that speaks of the same, or, in another
/// article, one that counts deaths where the draft does, injuries and the like.
fn is_number_borne_out(case: &Case<'_>, judged: &Judged<'_>, contrast: &Contrast) -> bool {
    let there = case.passage(contrast.article, contrast.theirs);
    let figures = judged.parts.iter().flat_map(|part| &part.figures);
    figures.filter(|figure| figure.quantity.span.overlaps(contrast.ours)).flat_map(|figure| figure.agreeing()).any(
        |rival| {
            let elsewhere = rival.article != contrast.article || !there.contains(rival.quantity.span);
            let topic = rival.quantity.of.as_ref().is_some_and(|of| of.topic.is_some());
            elsewhere && (rival.context >= BORNE_OUT || topic && rival.article != contrast.article)
        },
    )
}

/// From which context on a sentence bears out a number or word, whatever a passage that runs parallel has.
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
        Kind::Negation | Kind::Antonym(_) => Code::S002,
        Kind::Name => {
            let mut names = judged.parts.iter().flat_map(|part| &part.names);
            if names.any(|named| named.span.overlaps(contrast.ours) && named.known != Known::Yes) {
                return None;
            }
            match (speaks(case.draft, contrast.ours), speaks(&case.articles[contrast.article], contrast.theirs)) {
                (true, true) => Code::Q003,
                // Who says it is told in many ways: beside words on one side only this shows nothing.
                (true, false) if !contrast.enclosed || !is_name(case, contrast) => return None,
                (true, false) => Code::Q003,
                _ => Code::E004,
            }
        }
    })
}

/// Whether the article has a name that is known as one, and not only a word with a capital.
fn is_name(case: &Case<'_>, contrast: &Contrast) -> bool {
    let annotations = &case.articles[contrast.article].annotations;
    annotations.names.iter().any(|(name, _)| name.overlaps(contrast.theirs))
}

/// Whether the two names are of different kinds, as a person and a place: either may be a word more or less.
fn is_other_kind(case: &Case<'_>, contrast: &Contrast) -> bool {
    let kind = |reading: &Reading, name: Span| {
        let named = |entity: &&Entity| entity.mentions.iter().any(|mention| mention.span.overlaps(name));
        reading.annotations.entities.iter().find(named).map(|entity| entity.kind)
    };
    let kinds = kind(case.draft, contrast.ours).zip(kind(&case.articles[contrast.article], contrast.theirs));
    kinds.is_some_and(|(ours, theirs)| ours != theirs && ours != EntityKind::Other && theirs != EntityKind::Other)
}

/// Whether one of the two is a description and the other may be the name of whom it describes: `the Veldhavn delegate`,
/// `Kari Vik`.
fn is_described(case: &Case<'_>, contrast: &Contrast) -> bool {
    let described = |reading: &Reading, name: Span| {
        let tokens = &reading.annotations.tokens;
        let before = reading.annotations.token_range(name).start.checked_sub(1).map(|at| &tokens[at]);
        before.is_some_and(|token| matches!(&*token.folded, "the" | "a" | "an"))
    };
    described(case.draft, contrast.ours) != described(&case.articles[contrast.article], contrast.theirs)
}

/// Whether a name is that of somebody who is quoted: beside the words, not in them.
fn speaks(reading: &Reading, name: Span) -> bool {
    let quotations = &reading.annotations.quotations;
    quotations.iter().any(|it| {
        it.kind != QuotationKind::Indirect
            && it.cue.is_some()
            && !it.span.overlaps(name)
            && it.speaker.as_ref().is_some_and(|speaker| speaker.span.overlaps(name))
    })
}

/// The words of the draft that are wrong: of a name also the words with a capital that go on with it and that the article
/// does not have there.
fn whole(case: &Case<'_>, contrast: &Contrast) -> Span {
    if contrast.kind != Kind::Name {
        return contrast.ours;
    }
    let (ours, theirs) = (&case.draft.annotations, &case.articles[contrast.article].annotations);
    let passage = theirs.tokens_in(case.passage(contrast.article, contrast.theirs));
    let after = ours.tokens[ours.token_range(contrast.ours).end..].iter().take_while(|token| {
        token.kind == TokenKind::Word
            && token.is_capitalised(case.draft.text())
            && !passage.iter().any(|other| other.folded == token.folded)
    });
    after.fold(contrast.ours, |span, token| span.cover(token.span))
}

/// Where the sentence has the name that stands in the article, if it has it too: two names have changed places.
fn exchanged(case: &Case<'_>, judged: &Judged<'_>, contrast: &Contrast) -> Option<Span> {
    let theirs = contrast.theirs.of(case.articles[contrast.article].text());
    let names = judged.parts.iter().flat_map(|part| &part.names);
    names
        .filter(|named| contrast.kind == Kind::Name && !named.span.overlaps(contrast.ours))
        .find(|named| same_name(named.span.of(case.draft.text()), theirs) == NameMatch::Same)
        .map(|named| named.span)
}

fn finding(case: &Case<'_>, judged: &Judged<'_>, contrast: &Contrast, code: Code) -> Finding {
    let theirs = contrast.theirs.of(case.articles[contrast.article].text());
    let proof = Proof {
        article: contrast.article,
        span: case.passage(contrast.article, contrast.theirs),
        words: vec![contrast.theirs],
    };
    let evidence = vec![proof];
    let mut spans = vec![whole(case, contrast)];
    spans.extend(exchanged(case, judged, contrast));
    spans.sort_unstable();
    let doubt = contrast.kind == Kind::Name
        && (code == Code::E004 && is_other_kind(case, contrast) || is_described(case, contrast));
    let level = if contrast.is_sure() && !doubt { Level::Error } else { Level::Warning };
    Finding {
        code,
        level: level.min(code.page().level),
        message: format!("the articles have {theirs}"),
        claim: Some(judged.claim),
        place: Place::Draft,
        spans,
        notes: silent_note(case, &evidence).into_iter().collect(),
        evidence,
        differences: Vec::new(),
        suggestion: Some(theirs.to_owned()),
    }
}
