//! One page that needs nothing but itself: no request, no fonts, nothing that runs but one script it names by hash.

mod comparison;
mod draft;
mod texts;

use std::collections::BTreeSet;

use coincide_check::Page;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use crate::names::{self, Names};
use crate::visible::visible;
use crate::{Check, Compare, Finding, Input, Report};

const STYLE: &str = concat!(include_str!("palette.css"), include_str!("page.css"));
const SCRIPT: &str = include_str!("page.js");

/// Items of one list that the page shows, so that thousands of articles make a page that still opens. The JSON has more.
const LISTED: usize = 500;

/// The report on a draft as a page: the draft with a verdict beside each sentence, the evidence, the facts by outlet,
/// who copied whom.
pub fn html(report: &Report<Check>) -> String {
    let check = &report.value;
    let names = Names::new(&check.inputs);
    let draft = check.inputs.first();
    let title = draft.map_or("Draft", |draft| draft.title.as_deref().unwrap_or_else(|| names.of(&draft.id)));
    let lede = html! {
        (draft.and_then(|draft| draft.path.as_deref()).map(|path| visible(path)).unwrap_or_default()) ": "
        strong { (names::counted(check.claims.len(), "sentence")) } " against "
        strong { (names::sources(&check.comparison)) } ". "
        strong { (names::levels(&check.findings)) } "."
    };
    let body = html! {
        (draft::draft(report, &names))
        (comparison::comparison(&check.comparison, &report.documents, &names, "What the articles say"))
        (texts::texts(&report.documents, &names))
        (codes(&check.findings))
    };
    let anchors = [
        ("#draft", "The draft"),
        ("#facts", "What the articles say"),
        ("#reuse", "Who copied whom"),
        ("#articles", "The articles"),
        ("#texts", "What was read in them"),
    ];
    page(title, &lede, &anchors, &body, &check.version, &check.options, draft)
}

/// The report on articles alone as a page.
pub fn html_compare(report: &Report<Compare>) -> String {
    let compare = &report.value;
    let names = Names::new(&compare.comparison.articles);
    let lede = html! { strong { (names::sources(&compare.comparison)) } "." };
    let body = html! {
        @if !compare.findings.is_empty() {
            section aria-label="Findings" {
                @for finding in &compare.findings {
                    p class={ "finding " (names::level(finding.level)) } { (draft::line(finding)) }
                }
            }
        }
        (comparison::comparison(&compare.comparison, &report.documents, &names, "Facts by outlet"))
        (texts::texts(&report.documents, &names))
        (codes(&compare.findings))
    };
    let anchors = [
        ("#facts", "Facts by outlet"),
        ("#reuse", "Who copied whom"),
        ("#articles", "The articles"),
        ("#texts", "What was read in them"),
    ];
    page("What the articles say", &lede, &anchors, &body, &compare.version, &compare.options, None)
}

/// What each code that was found means.
fn codes(findings: &[Finding]) -> Markup {
    let found: BTreeSet<&str> = findings.iter().map(|finding| finding.code.as_str()).collect();
    let pages: Vec<&Page> = found.into_iter().filter_map(crate::page).collect();
    html! {
        @if !pages.is_empty() {
            section id="codes" aria-labelledby="codes-heading" {
                h2 id="codes-heading" { "What the codes mean" }
                dl.codes {
                    @for page in pages {
                        dt id=(page.code.name()) { code { (page.code.name()) } " " (page.title) }
                        dd { p { (page.meaning) } p { (page.mend) } }
                    }
                }
            }
        }
    }
}

fn page(
    title: &str,
    lede: &Markup,
    anchors: &[(&str, &str)],
    body: &Markup,
    version: &str,
    options: &std::collections::BTreeMap<String, serde_json::Value>,
    draft: Option<&Input>,
) -> String {
    let title = visible(title);
    let policy = format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    );
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="generator" content={ "coincide " (version) };
                title { (title) " – Coincide" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#main" { "Skip to the report" }
                div.page {
                    header.top {
                        p.brand { "Coincide" }
                        h1 dir="auto" { (title) }
                        p.lede dir="auto" { (lede) }
                        nav aria-label="Parts of this report" {
                            ul.contents { @for (href, name) in anchors { li { a href=(href) { (name) } } } }
                        }
                    }
                    main id="main" { (body) }
                    footer {
                        p { "Made by coincide " (version) ". The same inputs, options and version give the same report." }
                        @if let Some(draft) = draft { p { "Draft, SHA-256: " code { (draft.sha256) } } }
                        @if !options.is_empty() {
                            details {
                                summary { "Options" }
                                dl.facts { @for (name, value) in options { dt { (visible(name)) } dd { code { (visible(&value.to_string())) } } } }
                            }
                        }
                    }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}

/// The source expression by which a Content-Security-Policy allows exactly this text (CSP Level 2, 4.2.5).
pub(crate) fn hash(text: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(text)))
}

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let at = |index: usize| u32::from(chunk.get(index).copied().unwrap_or_default());
        let group = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4 {
            if place > chunk.len() {
                out.push('=');
            } else {
                out.push(char::from(ALPHABET[(group >> (18 - 6 * place) & 63) as usize]));
            }
        }
    }
    out
}

/// What is written after `class="claim `: a verdict as its name in JSON.
const fn class(verdict: crate::Verdict) -> &'static str {
    match verdict {
        crate::Verdict::Supported => "supported",
        crate::Verdict::Contradicted => "contradicted",
        crate::Verdict::Conflicting => "conflicting",
        crate::Verdict::NotFound => "not_found",
        crate::Verdict::NotChecked => "not_checked",
    }
}

/// Says how many items of a list with this many are not shown, if any.
fn more(all: usize) -> Markup {
    html! { @if all > LISTED { p.meta { "And " (all - LISTED) " more in the JSON." } } }
}

/// The identifiers of several inputs as links to them.
fn links<'a>(names: &Names, ids: impl IntoIterator<Item = &'a str>) -> Markup {
    html! {
        @let ids: Vec<&str> = ids.into_iter().collect();
        @for (index, id) in ids.iter().take(LISTED).enumerate() {
            @if index > 0 { ", " }
            a href={ "#" (id) } { bdi { (names.of(id)) } }
        }
        @if ids.len() > LISTED { " and " (ids.len() - LISTED) " more" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_standard() {
        let cases =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE=")];
        for (plain, coded) in cases {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }
}
