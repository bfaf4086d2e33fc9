use std::fmt::Write;

use coincide_story::FactState;

use super::style::{Style, TextOptions};
use super::wrap::{columns, wrap_plain};
use crate::facts::{self, KINDS, in_one_line, only_here, wordings};
use crate::names::{self, Names};
use crate::passages::Passages;
use crate::visible::visible;
use crate::{Compare, Fact, FactKind, Report, Reuse};

/// Facts of one source that are shown of each kind unless all are asked for.
const SINGLE: usize = 5;

/// Writes the facts by kind, what is said by one source only, who copied whom, and the sources.
pub(super) fn comparison(out: &mut String, report: &Report<Compare>, names: &Names, options: &TextOptions) {
    let comparison = &report.value.comparison;
    for (kind, heading) in KINDS {
        let facts: Vec<&Fact> = comparison.facts.iter().filter(|fact| fact.kind == kind).collect();
        if facts.is_empty() {
            continue;
        }
        self::heading(out, heading, options);
        for state in [FactState::Differing, FactState::Shared] {
            for fact in facts.iter().filter(|fact| fact.state == state) {
                self::fact(out, fact, names, options);
            }
        }
        single(out, &facts, names, options);
        out.push('\n');
    }
    if !comparison.reuse.is_empty() {
        heading(out, "Who copied whom", options);
        let passages = Passages::new(&report.documents);
        for reuse in &comparison.reuse {
            self::reuse(out, reuse, &passages, names, options);
        }
        out.push('\n');
    }
    heading(out, "Sources", options);
    for source in &comparison.sources {
        let articles = names.list(source.articles.iter().map(String::as_str));
        indented(out, 2, &articles, Style::Plain, options);
    }
    let _ = writeln!(out, "\n{}; {}", names::sources(comparison), tally(&comparison.facts));
}

fn heading(out: &mut String, text: &str, options: &TextOptions) {
    options.paint(out, Style::Strong, text);
    out.push('\n');
}

/// `3 differing, 5 shared, 12 only in one`.
fn tally(facts: &[Fact]) -> String {
    let count = |state| facts.iter().filter(|fact| fact.state == state).count();
    let (differing, shared, single) = (count(FactState::Differing), count(FactState::Shared), count(FactState::Single));
    format!(
        "{}: {differing} differing, {shared} shared, {single} by one source only",
        names::counted(facts.len(), "fact")
    )
}

/// One row: its label and state, then each wording with the outlets that have it.
fn fact(out: &mut String, fact: &Fact, names: &Names, options: &TextOptions) {
    let style = if fact.state == FactState::Differing { Style::Warning } else { Style::Good };
    out.push_str("  ");
    options.paint(out, style, &format!("{:<10}", facts::state(fact.state)));
    let label = wrap_plain(&fact.label, options.columns().saturating_sub(12));
    let one_value = fact.cells.windows(2).all(|pair| pair[0].value == pair[1].value && pair[0].value == fact.label);
    for (index, line) in label.iter().enumerate() {
        let indent = if index == 0 { 0 } else { 12 };
        let _ = write!(out, "{:indent$}", "");
        options.paint(out, Style::Strong, line);
        out.push('\n');
    }
    if one_value {
        let outlets = names.list(fact.cells.iter().map(|cell| cell.article.as_str()));
        indented(out, 14, &outlets, Style::Faint, options);
        return;
    }
    for (value, articles) in wordings(fact) {
        let outlets = names.list(articles.iter().copied());
        let value = visible(value);
        if columns(&value) + columns(&outlets) + 18 <= options.columns() {
            let pad = 24usize.saturating_sub(columns(&value));
            let _ = write!(out, "{:14}{value}{:pad$}  ", "", "");
            options.paint(out, Style::Faint, &outlets);
            out.push('\n');
        } else {
            indented(out, 14, &value, Style::Plain, options);
            indented(out, 16, &outlets, Style::Faint, options);
        }
        if options.verbose && fact.kind != FactKind::Statement {
            for cell in fact.cells.iter().filter(|cell| cell.value == value) {
                indented(out, 18, &format!("{}: {}", names.of(&cell.article), cell.passage), Style::Faint, options);
            }
        }
    }
}

/// What one source alone says, under its articles.
fn single(out: &mut String, facts: &[&Fact], names: &Names, options: &TextOptions) {
    let shown = if options.verbose { usize::MAX } else { SINGLE };
    for (articles, facts) in only_here(facts) {
        out.push_str("  ");
        options.paint(out, Style::Note, "only in   ");
        options.paint(out, Style::Strong, &names.list(articles));
        out.push('\n');
        for fact in facts.iter().take(shown) {
            indented(out, 14, &in_one_line(fact), Style::Plain, options);
        }
        if facts.len() > shown {
            let more = format!("and {} more; --verbose shows all", facts.len() - shown);
            indented(out, 14, &more, Style::Faint, options);
        }
    }
}

fn reuse(out: &mut String, reuse: &Reuse, passages: &Passages<'_>, names: &Names, options: &TextOptions) {
    let (a, b) = (names.of(&reuse.a), names.of(&reuse.b));
    let line = facts::reuse(reuse, a, b);
    indented(out, 2, &line, Style::Plain, options);
    let shares = format!(
        "{}, {} of {a}, {} of {b}; {}",
        names::counted(reuse.words, "word"),
        names::percent(reuse.share_of_a),
        names::percent(reuse.share_of_b),
        reuse.why
    );
    indented(out, 14, &shares, Style::Faint, options);
    let longest = reuse.spans.iter().max_by_key(|passage| passage.a.end - passage.a.start);
    let shown: Vec<_> = if options.verbose { reuse.spans.iter().collect() } else { longest.into_iter().collect() };
    for passage in shown {
        let text = passages.slice(&reuse.a, passage.a);
        indented(out, 14, &format!("\"{}\"", visible(text).trim()), Style::Plain, options);
    }
}

fn indented(out: &mut String, indent: usize, text: &str, style: Style, options: &TextOptions) {
    for line in wrap_plain(text, options.columns().saturating_sub(indent)) {
        let _ = write!(out, "{:indent$}", "");
        options.paint(out, style, &line);
        out.push('\n');
    }
}
