use std::collections::{BTreeMap, BTreeSet};

use coincide_check::Stance;
use maud::{Markup, html};

use super::{LISTED, class};
use crate::marks::{self, Mark, Stretch};
use crate::names::{self, Names};
use crate::proofs::{self, Proven};
use crate::visible::visible;
use crate::{Check, Claim, Comparison, Evidence, Finding, FindingEvidence, Level, Report, Span};

/// The draft, sentence by sentence, under a strip that filters by verdict.
pub(super) fn draft(report: &Report<Check>, names: &Names) -> Markup {
    let check = &report.value;
    let findings: BTreeMap<&str, &Finding> =
        check.findings.iter().map(|finding| (finding.id.as_str(), finding)).collect();
    let paragraphs = report.documents.first().map(|draft| draft.paragraphs.as_slice()).unwrap_or_default();
    let comparison = &check.comparison;
    let loose: Vec<&Finding> = check.findings.iter().filter(|finding| finding.claim.is_none()).collect();
    html! {
        section id="draft" aria-labelledby="draft-heading" {
            h2 id="draft-heading" { "The draft" }
            (radio("all", "all sentences", check.claims.len()))
            @for verdict in names::VERDICTS {
                (radio(class(verdict), names::verdict(verdict), names::count(&check.summary, verdict)))
            }
            div.strip aria-hidden="true" {
                label for="v-all" { "All" b { (check.claims.len()) } }
                @for verdict in names::VERDICTS {
                    label.{ "k-" (class(verdict)) } for={ "v-" (class(verdict)) } {
                        (names::icon(verdict)) " " (names::verdict(verdict)) b { (names::count(&check.summary, verdict)) }
                    }
                }
            }
            div.draft {
                @for claims in by_paragraph(&check.claims, paragraphs) {
                    ol.paragraph {
                        @for claim in claims { (self::claim(claim, &findings, comparison, names)) }
                    }
                }
            }
            @if !loose.is_empty() {
                h3 { "Beyond the draft's sentences" }
                @for finding in loose { (self::finding(finding, comparison, names, finding.level == Level::Error)) }
            }
        }
    }
}

fn radio(value: &str, name: &str, count: usize) -> Markup {
    let label = format!("Show {name} ({count})");
    html! { input.filter type="radio" name="verdict" id={ "v-" (value) } aria-label=(label) checked[value == "all"]; }
}

/// The claims of each paragraph that has any.
fn by_paragraph<'a>(claims: &'a [Claim], paragraphs: &[(usize, usize)]) -> Vec<&'a [Claim]> {
    let number = |claim: &Claim| paragraphs.partition_point(|&(start, _)| start <= claim.span.start);
    claims.chunk_by(|one, next| number(one) == number(next)).collect()
}

fn claim(claim: &Claim, findings: &BTreeMap<&str, &Finding>, comparison: &Comparison, names: &Names) -> Markup {
    let mut of_claim: Vec<&Finding> =
        claim.findings.iter().filter_map(|id| findings.get(id.as_str()).copied()).collect();
    of_claim.sort_by_key(|finding| std::cmp::Reverse(finding.level));
    let (mut focus, mut differs) = (Vec::new(), Vec::new());
    for finding in
        of_claim.iter().filter(|finding| finding.level > Level::Note && finding.input.as_deref() == Some("draft"))
    {
        let (more_focus, more_differs) = marks::of_draft(finding);
        focus.extend(more_focus);
        differs.extend(more_differs);
    }
    // A mark on the whole sentence says no more than its verdict does.
    focus.retain(|span: &Span| span.start > claim.span.start || span.end < claim.span.end);
    html! {
        li id=(claim.id) class={ "claim " (class(claim.verdict)) } {
            div.side {
                div.verdict {
                    span.icon aria-hidden="true" { i { (names::icon(claim.verdict)) } }
                    span { (names::verdict(claim.verdict)) }
                }
                small { (claim.region.map(|region| format!("line {}", region.line)).into_iter().chain(claim.reason.as_deref().map(|reason| visible(reason).into_owned())).collect::<Vec<_>>().join(", ")) }
            }
            p.sentence dir="auto" { (marked(&marks::stretches(&claim.text, claim.span.start, &focus, &differs), false)) }
            div.under {
                @for finding in &of_claim { (self::finding(finding, comparison, names, finding.level > Level::Note)) }
                (proof(claim, &of_claim, names))
            }
        }
    }
}

/// The passages that are not silent and that no open finding shows already, folded.
fn proof(claim: &Claim, findings: &[&Finding], names: &Names) -> Markup {
    let open = findings.iter().filter(|finding| finding.level > Level::Note).flat_map(|finding| &finding.evidence);
    let mut shown: BTreeSet<(&str, Option<&Span>)> =
        open.map(|evidence| (evidence.article.as_str(), evidence.spans.first())).collect();
    let mut passages: Vec<&Evidence> = claim.clauses.iter().flat_map(|clause| &clause.evidence).collect();
    passages.retain(|evidence| shown.insert((evidence.article.as_str(), Some(&evidence.span))));
    if passages.is_empty() {
        return html! {};
    }
    let articles = passages.iter().map(|evidence| evidence.article.as_str());
    html! {
        details.proof {
            summary {
                (names::counted(passages.len(), "passage")) " in " (names.list(articles))
                @if claim.independent_sources > 0 { "; " (names::counted(claim.independent_sources, "independent source")) }
            }
            dl.evidence {
                @for evidence in passages.iter().take(LISTED) {
                    dt {
                        bdi { (names.of(&evidence.article)) } " "
                        span.where { "par. " (evidence.paragraph) ", " (stance(evidence.stance)) }
                    }
                    dd dir="auto" { (visible(&evidence.text)) }
                }
            }
        }
    }
}

const fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "says so",
        Stance::Contradicts => "says otherwise",
        Stance::Silent => "silent",
    }
}

fn finding(finding: &Finding, comparison: &Comparison, names: &Names, open: bool) -> Markup {
    let class = format!("finding {}", names::level(finding.level));
    if finding.evidence.is_empty() && finding.notes.is_empty() && finding.suggestion.is_none() {
        return html! { p id=(finding.id) class=(class) { (line(finding)) } };
    }
    html! {
        details id=(finding.id) class=(class) open[open] {
            summary { (line(finding)) }
            div.body {
                @if !finding.evidence.is_empty() {
                    dl.evidence {
                        @for Proven { index, evidence, same } in proofs::distinct(finding).into_iter().take(LISTED) {
                            dt { (place(evidence, names)) }
                            dd dir="auto" {
                                @let (focus, differs) = marks::of_evidence(finding, index);
                                @let start = evidence.spans.first().map_or(0, |span| span.start);
                                (marked(&marks::stretches(&evidence.text, start, &focus, &differs), true))
                            }
                            @for other in same.into_iter().take(LISTED) {
                                dt {
                                    (place(other, names))
                                    span.where { ": " (proofs::same_words(comparison, names, &evidence.article, &other.article)) }
                                }
                            }
                        }
                    }
                }
                @if !finding.notes.is_empty() || finding.suggestion.is_some() {
                    dl.facts {
                        @for note in &finding.notes { dt { (visible(&note.label)) } dd dir="auto" { (visible(&note.text)) } }
                        @if let Some(suggestion) = &finding.suggestion { dt { "mend" } dd dir="auto" { (visible(suggestion)) } }
                    }
                }
            }
        }
    }
}

/// The article of a passage and where in it the passage stands.
fn place(evidence: &FindingEvidence, names: &Names) -> Markup {
    html! {
        a href={ "#" (evidence.article) } { bdi { (names.of(&evidence.article)) } } " "
        span.where { "par. " (evidence.paragraph) }
    }
}

/// `error Q002 quotation altered`.
pub(super) fn line(finding: &Finding) -> Markup {
    html! {
        span.level { (names::level(finding.level)) } " "
        a href={ "#" (finding.code) } { code { (finding.code) } } " "
        span dir="auto" { (visible(&finding.message)) }
    }
}

/// A passage with its marks: what differs is deleted text in the draft and inserted text in an article.
fn marked(stretches: &[Stretch<'_>], article: bool) -> Markup {
    html! {
        @for stretch in stretches {
            @let text = visible(stretch.text);
            @match (stretch.mark, article) {
                (Mark::Plain, _) => (text),
                (Mark::Focus, _) => mark { (text) },
                (Mark::Differs, false) => del { (text) },
                (Mark::Differs, true) => ins { (text) },
                (Mark::Missing, _) => span.gap title="words are missing here" { span.hidden { "[words are missing here]" } },
            }
        }
    }
}
