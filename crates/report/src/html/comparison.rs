use coincide_story::{FactKind, FactState};
use maud::{Markup, html};

use super::{LISTED, links, more};
use crate::facts::{self, KINDS, by_words, in_one_line, only_here};
use crate::marks::{self, Mark, Stretch};
use crate::names::{self, Names};
use crate::passages::Passages;
use crate::visible::visible;
use crate::wordings::{Wording, wordings};
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
                (facts(kind, heading, comparison, names))
            }
            (single(&comparison.facts, names))
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

/// The facts of one kind that several articles speak of; those that differ first.
fn facts(kind: FactKind, heading: &str, comparison: &Comparison, names: &Names) -> Markup {
    let in_state = |state| comparison.facts.iter().filter(move |fact| fact.kind == kind && fact.state == state);
    let several: Vec<&Fact> = in_state(FactState::Differing).chain(in_state(FactState::Shared)).collect();
    let shown = &several[..several.len().min(LISTED)];
    let short = matches!(kind, FactKind::Quantity | FactKind::Time);
    html! {
        @if !shown.is_empty() {
            h3 { (heading) }
            @if short && comparison.articles.len() <= COLUMNS {
                (table(shown, &comparison.articles, names))
            } @else {
                ul.rows { @for fact in shown { (row(fact, names)) } }
            }
            (more(several.len()))
        }
    }
}

/// What one source alone says, under its articles.
fn single(facts: &[Fact], names: &Names) -> Markup {
    let sources = only_here(facts);
    html! {
        @if !sources.is_empty() { h3 { "Only in one source" } }
        @for (articles, facts) in sources.iter().take(LISTED) {
            details.only {
                summary {
                    strong { bdi { (names.list(articles.iter().copied())) } } " "
                    span.meta { (names::counted(facts.len(), "fact")) }
                }
                ul {
                    @for fact in facts.iter().take(LISTED) { li dir="auto" { (visible(&in_one_line(fact))) } }
                }
                (more(facts.len()))
            }
        }
        (more(sources.len()))
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

/// A fact whose values are too long for a column: each wording with the outlets that have it, the main one first, and
/// in the others the words that differ from it marked.
fn row(fact: &Fact, names: &Names) -> Markup {
    let long = matches!(fact.kind, FactKind::Quotation | FactKind::Statement);
    let wordings = wordings(fact);
    let (open, folded) = match fact.state {
        // A statement is shared whatever the words, so that those of one speak for all.
        FactState::Shared if fact.kind == FactKind::Statement => wordings.split_at(wordings.len().min(1)),
        _ => wordings.split_at(wordings.len().min(LISTED)),
    };
    html! {
        li id=(fact.id) {
            (state(fact)) " "
            @if !long { span.label dir="auto" { (visible(&fact.label)) } }
            dl.wordings { @for (index, wording) in open.iter().enumerate() { (self::wording(wording, fact.kind, long && index == 0, names)) } }
            @if !folded.is_empty() {
                details.proof {
                    summary { (names::counted(folded.len(), "other wording")) }
                    dl.wordings { @for wording in folded.iter().take(LISTED) { (self::wording(wording, fact.kind, false, names)) } }
                    (more(folded.len()))
                }
            }
        }
    }
}

fn wording(wording: &Wording<'_>, kind: FactKind, main: bool, names: &Names) -> Markup {
    let words = marked(&marks::stretches(wording.value, 0, &[], &wording.differs));
    html! {
        dt.label[main] dir="auto" { @if kind == FactKind::Quotation { q { (words) } } @else { (words) } }
        dd { (links(names, wording.articles.iter().copied())) }
    }
}

/// A wording whose words that the main one has otherwise are marked: neither is the right one.
fn marked(stretches: &[Stretch<'_>]) -> Markup {
    html! {
        @for stretch in stretches {
            @match stretch.mark {
                Mark::Plain => (visible(stretch.text)),
                Mark::Missing => span.gap title="words are missing here" { span.hidden { "[words are missing here]" } },
                Mark::Focus | Mark::Differs => mark { (visible(stretch.text)) },
            }
        }
    }
}

fn reuse(comparison: &Comparison, documents: &[Document], names: &Names) -> Markup {
    let passages = Passages::new(documents);
    html! {
        @if comparison.reuse.is_empty() { p.meta { "No two articles share more than passing words." } }
        ul.rows {
            @for reuse in by_words(&comparison.reuse).into_iter().take(LISTED) {
                li {
                    @let (a, b) = (names.of(&reuse.a), names.of(&reuse.b));
                    span.label dir="auto" { (facts::reuse(reuse, a, b)) }
                    p.meta {
                        (names::counted(reuse.words, "word")) ": " (share(a, reuse.share_of_a)) ", " (share(b, reuse.share_of_b))
                        @if !reuse.why.is_empty() { " (" (visible(&reuse.why)) ")" }
                    }
                    (shared_passages(reuse, &passages))
                }
            }
        }
        (more(comparison.reuse.len()))
        h3 { "Independent sources" }
        ul {
            @for source in comparison.sources.iter().take(LISTED) {
                li { (links(names, source.articles.iter().map(String::as_str))) }
            }
        }
        (more(comparison.sources.len()))
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
                ul { @for span in reuse.spans.iter().take(LISTED) { li dir="auto" { q { (visible(passages.slice(&reuse.a, span.a).trim())) } } } }
                (more(reuse.spans.len()))
            }
        }
    }
}

fn articles(comparison: &Comparison, names: &Names) -> Markup {
    html! {
        ol.rows {
            @for article in comparison.articles.iter().take(LISTED) {
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
        (more(comparison.articles.len()))
    }
}
