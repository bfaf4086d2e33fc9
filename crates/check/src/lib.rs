//! A draft against the articles: claims and clauses, stance, verdicts and findings.
//!
//! Spans are byte offsets of the clean text of the draft or of the article named beside them; articles are named by
//! their index. Nothing here reads, prints or knows of an output format.

mod alignment;
mod case;
mod checkable;
mod clause;
mod figure;
pub mod findings;
mod judge;
mod moment;
mod name;
mod outcome;
mod polarity;
mod quotation;
mod support;

use std::panic::{AssertUnwindSafe, catch_unwind};

use coincide_annotate::Reading;

use crate::case::Case;
pub use findings::{Code, Page};
pub use outcome::{
    Checked, Claim, Clause, Difference, Evidence, Finding, Level, Note, Place, Proof, Reason, Stance, Verdict,
};

/// Checks `draft` against `articles`: a verdict for every sentence, and findings.
///
/// The draft is read like an article; its paragraphs, quotations and dates matter, its title is checked like any other
/// sentence. With no articles at all every sentence that can be checked is not found.
pub fn check(draft: &Reading, articles: &[Reading]) -> Checked {
    let comparison = coincide_story::compare(articles);
    let case = Case::new(draft, articles, &comparison.reuse);
    let unsupported = draft.article.language.as_deref().is_some_and(|language| language != "en");
    let mut findings = Vec::new();
    let mut claims = Vec::with_capacity(draft.annotations.sentences.len());
    for (number, sentence) in draft.annotations.sentences.iter().enumerate() {
        if unsupported {
            claims.push(judge::not_checked(sentence.span, Reason::Language, articles.len()));
            continue;
        }
        // A defect in one rule must not lose the other sentences: what it left undone is reported as such.
        let judged = catch_unwind(AssertUnwindSafe(|| {
            let mut raised = Vec::new();
            let claim = judge::judge(&case, number, sentence, &mut raised);
            (claim, raised)
        }));
        if let Ok((claim, raised)) = judged {
            claims.push(claim);
            findings.extend(raised);
        } else {
            claims.push(judge::not_checked(sentence.span, Reason::Failed, articles.len()));
            findings.push(findings::failed(number, sentence.span));
        }
    }
    findings::decide_on_draft(&case, &claims, &comparison, &mut findings);
    let place = |finding: &Finding| finding.spans.first().map_or(usize::MAX, |span| span.start);
    findings.sort_by(|a, b| place(a).cmp(&place(b)).then(a.code.cmp(&b.code)));
    Checked { claims, findings, comparison }
}

#[allow(missing_docs)]
pub fn debug_features(draft: &Reading, articles: &[Reading]) -> Vec<(coincide_text::Span, Vec<Vec<f64>>)> {
    let case = Case::new(draft, articles, &[]);
    let mut out = Vec::new();
    for sentence in &draft.annotations.sentences {
        let mut rows = Vec::new();
        let mut spans = vec![sentence.span];
        spans.extend(clause::clauses(draft.text(), &draft.annotations, sentence));
        for span in spans {
            let times: Vec<_> = draft.annotations.times.iter().map(|t| t.span).filter(|t| span.contains(*t)).collect();
            let words: Vec<_> = coincide_retrieve::terms(draft.text(), &draft.annotations, span)
                .into_iter()
                .filter(|t| !times.iter().any(|x| x.contains(t.span)))
                .collect();
            let q = support::Query::new(&case.index, words);
            let s = support::support(&case.index, &q);
            let f = &s.features;
            // unweighted coverage of best passage
            let best = s.chosen.first().map(|&i| &s.passages[i]);
            let plain = best.map_or(0.0, |b| {
                b.strengths.iter().filter(|x| **x >= 0.7).count() as f64 / q.terms.len().max(1) as f64
            });
            let strict = best.map_or(0.0, |b| {
                let ids: Vec<_> = q.terms.iter().map(|t| case.index.id(&t.stem)).collect();
                ids.iter()
                    .filter(|i| {
                        i.is_some_and(|i| b.passage.sentences.clone().any(|x| case.index.has(b.passage.article, x, i)))
                    })
                    .count() as f64
                    / q.terms.len().max(1) as f64
            });
            let unk = s.unknown.len() as f64 / q.terms.len().max(1) as f64;
            rows.push(vec![
                f.best,
                f.together,
                f.anywhere,
                f.pairs,
                f.names,
                f.numbers,
                plain,
                strict,
                unk,
                q.terms.len() as f64,
            ]);
        }
        out.push((sentence.span, rows));
    }
    out
}
