use std::fmt::Write;

use coincide_story::FactState;

use super::style::{Style, TextOptions};
use super::wrap::{self, columns, wrap_plain};
use crate::facts::{self, KINDS, by_words, in_one_line, only_here};
use crate::marks::{self, Mark, Stretch};
use crate::names::{self, Names};
use crate::passages::Passages;
use crate::visible::visible;
use crate::wordings::{Wording, wordings};
use crate::{Compare, Fact, FactKind, Report, Reuse};

/// Facts of one source that are shown unless all are asked for.
const SINGLE: usize = 8;
/// Facts of one kind and state that are shown unless all are asked for.
const FACTS: usize = 40;
/// Wordings of one fact that are shown unless all are asked for.
const WORDINGS: usize = 6;
/// Pairs of articles that share text that are shown unless all are asked for.
const PAIRS: usize = 6;
/// Lines of a shared passage that are shown unless all are asked for.
const LINES: usize = 4;

/// Columns before a label, and before what is said of it.
const LABEL: usize = 12;
const INNER: usize = 14;
/// Columns of a short value beside its outlets.
const VALUE: usize = 24;

/// Writes the facts by kind, what is said by one source only, who copied whom, and the sources.
pub(super) fn comparison(out: &mut String, report: &Report<Compare>, names: &Names, options: &TextOptions) {
    let comparison = &report.value.comparison;
    for (kind, heading) in KINDS {
        let of_kind = |state| comparison.facts.iter().filter(move |fact| fact.kind == kind && fact.state == state);
        let states = [FactState::Differing, FactState::Shared].map(|state| of_kind(state).collect::<Vec<_>>());
        if states.iter().all(Vec::is_empty) {
            continue;
        }
        self::heading(out, heading, options);
        for facts in states {
            let shown = limit(FACTS, options);
            for fact in facts.iter().take(shown) {
                self::fact(out, fact, names, options);
            }
            more(out, LABEL, facts.len(), shown, options);
        }
        out.push('\n');
    }
    single(out, &comparison.facts, names, options);
    if !comparison.reuse.is_empty() {
        heading(out, "Who copied whom", options);
        let passages = Passages::new(&report.documents);
        let shown = limit(PAIRS, options);
        for reuse in by_words(&comparison.reuse).into_iter().take(shown) {
            self::reuse(out, reuse, &passages, names, options);
        }
        more(out, 2, comparison.reuse.len(), shown, options);
        out.push('\n');
    }
    heading(out, "Independent sources", options);
    let shown = limit(FACTS, options);
    for source in comparison.sources.iter().take(shown) {
        let articles = names.list(source.articles.iter().map(String::as_str));
        indented(out, 2, &articles, Style::Plain, options);
    }
    more(out, 2, comparison.sources.len(), shown, options);
    let _ = writeln!(out, "\n{}; {}", names::sources(comparison), tally(&comparison.facts));
}

fn heading(out: &mut String, text: &str, options: &TextOptions) {
    options.paint(out, Style::Strong, text);
    out.push('\n');
}

/// `8 facts: 3 differing, 5 shared, none by one source only`.
fn tally(facts: &[Fact]) -> String {
    let count = |state| facts.iter().filter(|fact| fact.state == state).count();
    let (differing, shared, single) = (count(FactState::Differing), count(FactState::Shared), count(FactState::Single));
    format!(
        "{}: {differing} differing, {shared} shared, {single} by one source only",
        names::counted(facts.len(), "fact")
    )
}

const fn limit(usual: usize, options: &TextOptions) -> usize {
    if options.verbose { usize::MAX } else { usual }
}

/// Says how many of a list are not shown, if any.
fn more(out: &mut String, indent: usize, all: usize, shown: usize, options: &TextOptions) {
    if all > shown {
        let text = format!("and {} more; --verbose shows all", all - shown);
        indented(out, indent, &text, Style::Faint, options);
    }
}

/// One row: what is compared and its state, then each wording with the outlets that have it.
fn fact(out: &mut String, fact: &Fact, names: &Names, options: &TextOptions) {
    let mut row = String::new();
    let wordings = wordings(fact);
    let shown = limit(WORDINGS, options);
    if matches!(fact.kind, FactKind::Quantity | FactKind::Time) {
        indented(&mut row, LABEL, &fact.label, Style::Strong, options);
        for wording in wordings.iter().take(shown) {
            value(&mut row, wording, names, options);
        }
        more(&mut row, INNER, wordings.len(), shown, options);
    } else if let Some(main) = wordings.first() {
        words(&mut row, LABEL, fact.kind, main, Style::Strong, options);
        indented(&mut row, INNER, &names.list(main.articles.iter().copied()), Style::Faint, options);
        // A statement is shared whatever the words, so that those of one speak for all.
        if fact.kind == FactKind::Statement && fact.state == FactState::Shared && !options.verbose {
            let others = wordings.iter().skip(1).flat_map(|wording| wording.articles.iter().copied());
            let others = names.list(others);
            if !others.is_empty() {
                indented(&mut row, INNER, &format!("in other words: {others}"), Style::Faint, options);
            }
        } else {
            for wording in wordings.iter().take(shown).skip(1) {
                words(&mut row, LABEL, fact.kind, wording, Style::Plain, options);
                indented(&mut row, INNER, &names.list(wording.articles.iter().copied()), Style::Faint, options);
            }
            more(&mut row, INNER, wordings.len(), shown, options);
        }
    }
    let style = if fact.state == FactState::Differing { Style::Warning } else { Style::Good };
    out.push_str("  ");
    options.paint(out, style, &format!("{:<10}", facts::state(fact.state)));
    out.push_str(row.get(LABEL..).unwrap_or("\n"));
}

/// A figure or time beside the outlets that have it.
fn value(out: &mut String, wording: &Wording<'_>, names: &Names, options: &TextOptions) {
    let value = visible(wording.value);
    let outlets = names.list(wording.articles.iter().copied());
    let beside = INNER + VALUE + 2;
    if columns(&value) > VALUE || options.columns() < beside + VALUE {
        indented(out, INNER, &value, Style::Plain, options);
        indented(out, INNER + 2, &outlets, Style::Faint, options);
        return;
    }
    for (index, line) in wrap_plain(&outlets, options.columns().saturating_sub(beside)).iter().enumerate() {
        let value = if index == 0 { &*value } else { "" };
        let pad = VALUE.saturating_sub(columns(value));
        let _ = write!(out, "{:INNER$}{value}{:pad$}  ", "", "");
        options.paint(out, Style::Faint, line);
        out.push('\n');
    }
}

/// A wording with signs under the words that the main one has otherwise; a quotation in its marks.
fn words(out: &mut String, indent: usize, kind: FactKind, wording: &Wording<'_>, style: Style, options: &TextOptions) {
    let mut stretches = marks::stretches(wording.value, 0, &[], &wording.differs);
    if kind == FactKind::Quotation {
        stretches.insert(0, Stretch { text: "\"", mark: Mark::Plain });
        stretches.push(Stretch { text: "\"", mark: Mark::Plain });
    }
    let of_mark = |mark| if mark == Mark::Plain { style } else { Style::Warning };
    for line in wrap::wrap(&stretches, options.columns().saturating_sub(indent)) {
        let _ = write!(out, "{:indent$}", "");
        for (text, mark) in &line.stretches {
            options.paint(out, of_mark(*mark), text);
        }
        out.push('\n');
        if line.is_marked() {
            let _ = write!(out, "{:indent$}", "");
            options.signs(out, &line, of_mark);
            out.push('\n');
        }
    }
}

/// What one source alone says, under its articles.
fn single(out: &mut String, facts: &[Fact], names: &Names, options: &TextOptions) {
    let sources = only_here(facts);
    if sources.is_empty() {
        return;
    }
    heading(out, "Only in one source", options);
    let shown = limit(SINGLE, options);
    let shown_sources = limit(FACTS, options);
    for (articles, facts) in sources.iter().take(shown_sources) {
        indented(out, 2, &names.list(articles.iter().copied()), Style::Note, options);
        for fact in facts.iter().take(shown) {
            for (index, line) in wrap_plain(&in_one_line(fact), options.columns().saturating_sub(6)).iter().enumerate()
            {
                let _ = writeln!(out, "    {} {line}", if index == 0 { "-" } else { " " });
            }
        }
        more(out, 6, facts.len(), shown, options);
    }
    more(out, 2, sources.len(), shown_sources, options);
    out.push('\n');
}

/// Who took text from whom, how much it is, why the direction is what it is, and the longest passage.
fn reuse(out: &mut String, reuse: &Reuse, passages: &Passages<'_>, names: &Names, options: &TextOptions) {
    let (a, b) = (names.of(&reuse.a), names.of(&reuse.b));
    indented(out, 2, &facts::reuse(reuse, a, b), Style::Strong, options);
    indented(out, 4, &facts::shares(reuse, a, b), Style::Plain, options);
    if !reuse.why.is_empty() {
        indented(out, 4, &format!("({})", reuse.why), Style::Faint, options);
    }
    let longest = reuse.spans.iter().max_by_key(|passage| passage.a.end - passage.a.start);
    let shown: Vec<_> = if options.verbose { reuse.spans.iter().collect() } else { longest.into_iter().collect() };
    for passage in shown {
        let text = format!("\"{}\"", visible(passages.slice(&reuse.a, passage.a)).trim());
        let lines = wrap_plain(&text, options.columns().saturating_sub(8));
        let shown = limit(LINES, options);
        for (index, line) in lines.iter().take(shown).enumerate() {
            let cut = if index + 1 == shown && lines.len() > shown { options.either(" …", " ...") } else { "" };
            let _ = writeln!(out, "      {line}{cut}");
        }
    }
}

fn indented(out: &mut String, indent: usize, text: &str, style: Style, options: &TextOptions) {
    for line in wrap_plain(text, options.columns().saturating_sub(indent)) {
        let _ = write!(out, "{:indent$}", "");
        options.paint(out, style, &line);
        out.push('\n');
    }
}
