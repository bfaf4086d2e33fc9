use coincide_story::{FactKind, FactState};
use maud::{Markup, html};

use super::links;
use crate::facts::{self, KINDS, in_one_line, only_here, wordings};
use crate::names::{self, Names};
use crate::passages::Passages;
use crate::visible::visible;
use crate::{Cell, Comparison, Document, Fact, Input, Reuse};

/// Articles up to which facts stand in a table with a column for each.
const COLUMNS: usize = 8;

/// The facts by outlet, who copied whom, and the articles with what is known of them.
pub(super) fn comparison(comparison: &Comparison, documents: &[Document], names: &Names, heading: &str) -> Markup {
    html! {
        section id="facts" aria-labelledby="facts-heading" {
            h2 id="facts-heading" { (heading) }
            @if comparison.facts.is_empty() { p.meta { "Nothing that could be compared." } }
            @for (kind, heading) in KINDS {
                @let facts: Vec<&Fact> = comparison.facts.iter().filter(|fact| fact.kind == kind).collect();
                @if !facts.is_empty() { h3 { (heading) } (self::facts(kind, &facts, comparison, names)) }
            }
        }
        section id="reuse" aria-labelledby="reuse-heading" {
            h2 id="reuse-heading" { "Who copied whom" }
            (reuse(comparison, documents, names))
        }
        section id="articles" aria-labelledby="articles-heading" {
            h2 id="articles-heading" { "The articles" }
            (articles(comparison, names))
        }
    }
}

fn facts(kind: FactKind, facts: &[&Fact], comparison: &Comparison, names: &Names) -> Markup {
    let in_state = |state| facts.iter().copied().filter(move |fact| fact.state == state);
    let several: Vec<&Fact> = in_state(FactState::Differing).chain(in_state(FactState::Shared)).collect();
    let short = matches!(kind, FactKind::Quantity | FactKind::Time);
    html! {
        @if several.is_empty() {
        } @else if short && comparison.articles.len() <= COLUMNS {
            (table(&several, &comparison.articles, names))
        } @else {
            ul.rows { @for fact in several { (row(fact, names)) } }
        }
        @for (articles, facts) in only_here(facts) {
            details.only {
                summary { "Only in " strong { bdi { (names.list(articles.iter().copied())) } } " (" (facts.len()) ")" }
                ul {
                    @for fact in facts {
                        li dir="auto" { (visible(&in_one_line(fact))) }
                    }
                }
            }
        }
    }
}

fn state(fact: &Fact) -> Markup {
    let (class, icon) = match fact.state {
        FactState::Differing => ("differing", "≠"),
        FactState::Shared => ("shared", "="),
        FactState::Single => ("single", "1"),
    };
    html! { span class={ "state " (class) } { (icon) " " (facts::state(fact.state)) } }
}

fn table(facts: &[&Fact], articles: &[Input], names: &Names) -> Markup {
    html! {
        div.scroll role="region" aria-label="Facts by outlet" tabindex="0" {
            table {
                thead { tr {
                    th scope="col" { "What" }
                    @for article in articles { th scope="col" { bdi { (names.of(&article.id)) } } }
                } }
                tbody {
                    @for fact in facts { tr id=(fact.id) {
                        th scope="row" dir="auto" { (visible(&fact.label)) br; (state(fact)) }
                        @for article in articles {
                            @let cells: Vec<&Cell> = fact.cells.iter().filter(|cell| cell.article == article.id).collect();
                            @if cells.is_empty() { td.none { "silent" } } @else { td { @for cell in cells { (self::cell(cell)) } } }
                        }
                    } }
                }
            }
        }
    }
}

fn cell(cell: &Cell) -> Markup {
    html! {
        details {
            summary dir="auto" { (visible(&cell.value)) }
            q.passage dir="auto" { (visible(&cell.passage)) }
        }
    }
}

/// A fact whose values are too long for a column: each wording with the outlets that have it.
fn row(fact: &Fact, names: &Names) -> Markup {
    html! {
        li id=(fact.id) {
            (state(fact)) " " span.label dir="auto" { (visible(&fact.label)) }
            dl.wordings {
                @for (value, articles) in wordings(fact) {
                    @if value != fact.label { dt dir="auto" { (visible(value)) } }
                    dd { (links(names, articles)) }
                }
            }
        }
    }
}

fn reuse(comparison: &Comparison, documents: &[Document], names: &Names) -> Markup {
    let passages = Passages::new(documents);
    html! {
        @if comparison.reuse.is_empty() { p.meta { "No two articles share more than passing words." } }
        ul.rows {
            @for reuse in &comparison.reuse {
                li {
                    @let (a, b) = (names.of(&reuse.a), names.of(&reuse.b));
                    span.label dir="auto" { (facts::reuse(reuse, a, b)) }
                    p.meta {
                        (names::counted(reuse.words, "word")) "; " (share(a, reuse.share_of_a)) ", " (share(b, reuse.share_of_b))
                        @if !reuse.why.is_empty() { "; " (visible(&reuse.why)) }
                    }
                    (shared_passages(reuse, &passages))
                }
            }
        }
        h3 { "Independent sources" }
        ul { @for source in &comparison.sources { li { (links(names, source.articles.iter().map(String::as_str))) } } }
    }
}

fn share(name: &str, share: f64) -> Markup {
    html! { meter min="0" max="1" value=(share) aria-hidden="true" {} " " (names::percent(share)) " of " bdi { (name) } }
}

fn shared_passages(reuse: &Reuse, passages: &Passages<'_>) -> Markup {
    html! {
        @if !reuse.spans.is_empty() {
            details.proof {
                summary { (names::counted(reuse.spans.len(), "shared passage")) }
                ul { @for span in &reuse.spans { li dir="auto" { q { (visible(passages.slice(&reuse.a, span.a).trim())) } } } }
            }
        }
    }
}

fn articles(comparison: &Comparison, names: &Names) -> Markup {
    html! {
        ol.rows {
            @for article in &comparison.articles {
                li id=(article.id) {
                    span.label { bdi { (names.of(&article.id)) } }
                    @if let Some(title) = &article.title { ": " span dir="auto" { (visible(title)) } }
                    p.meta dir="auto" {
                        @if !article.authors.is_empty() { "By " (visible(&article.authors.join(", "))) ". " }
                        @if let Some(published) = &article.published {
                            "Published " time datetime=(published.value) { (published.value.replace('T', " ")) } " (" (published.from) "). "
                        } @else { "Date not known. " }
                        @if let Some(path) = &article.path { code { (visible(path)) } " " }
                    }
                    details.proof { summary { "SHA-256" } code { (article.sha256) } }
                }
            }
        }
    }
}
