//! A draft against the articles: claims and clauses, stance, verdicts and findings.
//!
//! Spans are byte offsets of the clean text of the draft or of the article named beside them; articles are named by
//! their index. Nothing here reads, prints or knows of an output format.

mod alignment;
mod case;
mod checkable;
mod clause;
mod contrast;
mod features;
mod figure;
pub mod findings;
mod judge;
mod moment;
mod name;
mod newest;
mod order;
mod outcome;
mod parallel;
mod polarity;
mod question;
mod quotation;
mod reversal;
mod role;
mod sequence;
mod support;
mod swap;
mod verifier;
mod view;
mod wording;

use std::panic::{AssertUnwindSafe, catch_unwind};

use coincide_annotate::Reading;
use coincide_retrieve::Embedder;

use crate::case::Case;
pub use features::{Features, SentenceFeatures, probability};
pub use findings::{Code, Page};
pub use outcome::{
    Checked, Claim, Clause, Difference, Evidence, Finding, Level, Note, Place, Proof, Reason, Stance, Verdict,
};
pub use question::Question;
pub use verifier::{Models, Pair, Stances, Unanswered, Verifier};

/// Checks `draft` against `articles`: a verdict for every sentence, and findings.
///
/// The draft is read like an article; its paragraphs, quotations and dates matter, its title is checked like any other
/// sentence. With no articles at all every sentence that can be checked is not found.
///
/// Without models the rules decide alone. With a verifier, what it says of a sentence and the passages of each article, and
/// of all together, is weighed with what the rules make of them; a sentence that it does not answer on is not checked
/// unless a rule decides it. With an embedder, passages and statements are also found by what they speak of.
pub fn check(draft: &Reading, articles: &[Reading], models: Models<'_>) -> Checked {
    let Models { verifier, embedder } = models;
    let comparison = coincide_story::compare(articles, embedder);
    let case = Case::new(draft, articles, &comparison.reuse, embedder);
    let unsupported = draft.article.language.as_deref().is_some_and(|language| language != "en");
    let mut views = verifier.filter(|_| !unsupported).map(|verifier| view::views(&case, verifier)).unwrap_or_default();
    views.resize_with(draft.annotations.sentences.len(), || None);
    let mut findings = Vec::new();
    let mut claims = Vec::with_capacity(draft.annotations.sentences.len());
    for ((number, sentence), view) in draft.annotations.sentences.iter().enumerate().zip(views) {
        if unsupported {
            claims.push(judge::not_checked(sentence.span, Reason::Language, articles.len()));
            continue;
        }
        let after_navigation = claims.last().is_some_and(|claim: &Claim| claim.reason == Some(Reason::Navigation));
        // A defect in one rule must not lose the other sentences: what it left undone is reported as such.
        let judged = catch_unwind(AssertUnwindSafe(|| {
            let mut raised = Vec::new();
            let claim = judge::judge(&case, number, sentence, view.as_ref(), after_navigation, &mut raised);
            (claim, raised)
        }));
        if let Ok((claim, raised)) = judged {
            claims.push(claim);
            findings.extend(raised);
        } else {
            claims.push(judge::not_checked(sentence.span, Reason::Failed, articles.len()));
            findings.push(findings::failed(number, sentence.span, None));
        }
    }
    findings::decide_on_draft(&case, &claims, &comparison, &mut findings);
    let place = |finding: &Finding| finding.spans.first().map_or(usize::MAX, |span| span.start);
    findings.sort_by(|a, b| place(a).cmp(&place(b)).then(a.code.cmp(&b.code)));
    Checked { claims, findings, comparison }
}

/// The features of every sentence of `draft` and of its clauses, from which the probability of support is made.
///
/// For fitting the weights, and as inputs for whoever judges support in another way.
pub fn features(draft: &Reading, articles: &[Reading], models: Models<'_>) -> Vec<SentenceFeatures> {
    let Models { verifier, embedder } = models;
    let case = Case::new(draft, articles, &[], embedder);
    let mut views = verifier.map(|verifier| view::views(&case, verifier)).unwrap_or_default();
    views.resize_with(draft.annotations.sentences.len(), || None);
    let sentences = draft.annotations.sentences.iter().zip(&views);
    sentences.map(|(sentence, view)| judge::features(&case, sentence, view.as_ref())).collect()
}

/// What a verifier would be asked on every sentence of `draft`, clause by clause: see [`Question`].
pub fn questions(draft: &Reading, articles: &[Reading], embedder: Option<&dyn Embedder>) -> Vec<Vec<Vec<Question>>> {
    let case = Case::new(draft, articles, &[], embedder);
    draft.annotations.sentences.iter().map(|sentence| question::of_sentence(&case, sentence)).collect()
}
