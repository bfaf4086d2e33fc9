//! S003: articles disagree.

use crate::case::Case;
use crate::judge::{Judged, Part, SAYS};
use crate::{Code, Finding, Level, Note, Page, Place, Proof};

pub(super) const PAGE: Page = Page {
    code: Code::S003,
    name: "articles-disagree",
    title: "articles disagree",
    level: Level::Warning,
    verdict: Some("conflicting"),
    meaning: "One article says this and another says otherwise.",
    why: "Whoever states one side as a fact takes a side without saying so.",
    decided: "Two articles have a passage that covers 70 per cent of the clause, and one of them negates what the other states; or the time that one gives agrees with the draft's and the time another gives for the same event differs (see T001). Not raised where a Q, N, T or E finding has decided the clause.",
    example: "The company says that the harbour had cleared the ferry; the port's log says that it had not.",
    mend: "Say who says what.",
};

pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, part: &Part<'_>, out: &mut Vec<Finding>) {
    by_negation(judged, part, out);
    for moment in part.moments.iter().filter(|moment| !moment.agreeing.is_empty() && !moment.differing.is_empty()) {
        let evidence: Vec<Proof> = moment
            .agreeing
            .iter()
            .chain(&moment.differing)
            .map(|other| Proof {
                article: other.article,
                span: case.passage(other.article, other.time.span),
                words: vec![other.time.span],
            })
            .collect();
        out.push(finding(judged, vec![moment.time.span], evidence, "the articles give different times"));
    }
}

fn by_negation(judged: &Judged<'_>, part: &Part<'_>, out: &mut Vec<Finding>) {
    let saying = part.support.passages.iter().zip(&part.opposed).filter(|(covered, _)| covered.coverage >= SAYS);
    let (against, with): (Vec<_>, Vec<_>) = saying.partition(|&(_, &opposed)| opposed);
    if against.is_empty() || with.is_empty() {
        return;
    }
    let proof = |(covered, _): &(&crate::support::Covered, &bool)| Proof {
        article: covered.passage.article,
        span: covered.passage.span,
        words: Vec::new(),
    };
    let evidence = with.iter().chain(&against).map(proof).collect();
    out.push(finding(judged, vec![part.span], evidence, "one article says this, another denies it"));
}

fn finding(judged: &Judged<'_>, spans: Vec<coincide_text::Span>, evidence: Vec<Proof>, message: &str) -> Finding {
    Finding {
        code: Code::S003,
        level: Level::Warning,
        message: message.to_owned(),
        claim: Some(judged.claim),
        place: Place::Draft,
        spans,
        evidence,
        differences: Vec::new(),
        notes: Vec::<Note>::new(),
        suggestion: None,
    }
}
