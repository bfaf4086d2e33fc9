//! S001: no article says this.

use coincide_text::Span;

use crate::case::Case;
use crate::judge::{Judged, Part};
use crate::{Clause, Code, Finding, Level, Page, Place, Proof, Verdict};

/// From which coverage on the nearest passage is worth showing.
const NEAR: f64 = 0.35;

pub(super) const PAGE: Page = Page {
    code: Code::S001,
    name: "not-found",
    title: "no article says this",
    level: Level::Warning,
    verdict: Some("not_found"),
    meaning: "No article, and no two passages together, say this part of the sentence. The words without support are marked.",
    why: "It may be true, but it does not come from these articles: it is background, an inference or an invention.",
    decided: "The content words of the sentence and of each clause, weighted by how rare they are in the articles, with names and numbers counting double, are looked for in the best passage and the best two passages together; words of one root count in part, and a name counts nearly in full if it stands elsewhere in the article. A logistic function of how many of the words, names, numbers and neighbouring pairs they have, in the same order or side by side, and of how many no article has, gives the probability that the clause is supported. A verifier (the model that ships, unless it is turned off) is asked about the clause beside some 75 words of the best passages of all articles together, if they have three tenths of its words or more, and beside those of the two articles whose best passage has most, four tenths at least; three tenths of its highest log-odds of support are added, three tenths of -2 where nothing was worth asking about, and the sum is scaled by 0.85 and shifted by 0.4. Below one half it is not found, and from 0.35 on the reason is \"uncertain\". A figure or a date that no article has makes it not found whatever else it has. So is a clause of which every article that speaks of it says the opposite. A finding of the families Q, N, T or E that decides the same clause, or Q005, takes the place of this one.",
    example: "The insurers have refused to pay: no article speaks of insurers.",
    mend: "Find a source, or leave it out.",
};

/// One finding for all clauses of a sentence that were not found and that nothing more specific was raised on.
pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, clauses: &[Clause], out: &mut Vec<Finding>) {
    let specific: Vec<Span> = out
        .iter()
        .filter(|finding| {
            finding.claim == Some(judged.claim)
                && matches!(finding.code.name().as_bytes()[0], b'Q' | b'N' | b'T' | b'E')
        })
        .filter(|finding| super::verdict(finding.code).is_some() || finding.code == Code::Q005)
        .flat_map(|finding| finding.spans.iter().copied())
        .collect();
    let bare: Vec<&Part<'_>> = judged
        .parts
        .iter()
        .zip(clauses)
        .filter(|(part, clause)| {
            clause.verdict == Verdict::NotFound && !specific.iter().any(|span| span.overlaps(part.span))
        })
        .map(|(part, _)| part)
        .collect();
    let Some(worst) = bare.iter().min_by(|a, b| a.probability.total_cmp(&b.probability)) else { return };
    // A clause all of whose words were found is told of only where nothing else in the sentence is.
    let lacking: Vec<&Part<'_>> = bare.iter().copied().filter(|part| lacks(part)).collect();
    if lacking.is_empty() && !specific.is_empty() {
        return;
    }
    let marked = if lacking.is_empty() { &bare } else { &lacking };
    let spans = marked.iter().flat_map(|part| missing(case.draft.text(), part)).collect();
    let nearest =
        worst.support.chosen.first().map(|&at| &worst.support.passages[at]).filter(|near| near.coverage >= NEAR);
    out.push(Finding {
        code: Code::S001,
        level: Level::Warning,
        message: "no article says this".to_owned(),
        claim: Some(judged.claim),
        place: Place::Draft,
        spans,
        evidence: nearest
            .map(|near| Proof { article: near.passage.article, span: near.passage.span, words: Vec::new() })
            .into_iter()
            .collect(),
        differences: Vec::new(),
        notes: nearest
            .map(|_| crate::Note { label: "nearest", text: "the passage that has most of its words".to_owned() })
            .into_iter()
            .collect(),
        suggestion: None,
    });
}

/// Whether a clause has words, a figure or a date that no passage chosen has.
fn lacks(part: &Part<'_>) -> bool {
    !part.support.missing.is_empty() || !part.strange().is_empty()
}

/// The words of a clause that no passage chosen has, neighbours together; all of it if they are most of it.
fn missing(text: &str, part: &Part<'_>) -> Vec<Span> {
    let strange = part.strange();
    if !strange.is_empty() {
        return strange;
    }
    let terms = &part.query.terms;
    if part.support.missing.is_empty() || part.support.missing.len() * 3 > terms.len() * 2 {
        return vec![part.span];
    }
    let mut spans: Vec<Span> = Vec::new();
    let mut previous = None;
    for &at in &part.support.missing {
        let span = terms[at].span;
        let near = previous == at.checked_sub(1) && spans.last().is_some_and(|last| span.start - last.end <= 12);
        match spans.last_mut() {
            Some(last) if near && !text[last.end..span.start].contains(['.', ',', '"']) => last.end = span.end,
            _ => spans.push(span),
        }
        previous = Some(at);
    }
    spans
}
