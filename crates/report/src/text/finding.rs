use std::collections::BTreeMap;
use std::fmt::Write;

use super::style::{Style, TextOptions};
use super::wrap::{self, Line, columns, wrap_plain};
use crate::marks::{self, Mark, Stretch};
use crate::names::{self, Names};
use crate::visible::visible;
use crate::{Check, Claim, Finding, Level, Span};

/// Passages of articles shown for one finding unless all are asked for.
const PASSAGES: usize = 4;
/// Lines shown of one passage unless all are asked for.
const LINES: usize = 5;
/// Notes of one code shown in short.
const NOTES: usize = 8;
/// Columns of the labels of notes.
const LABEL: usize = 9;

/// Where the frame stands, and what it is drawn for.
struct Frame<'a> {
    /// Digits of the highest line number.
    digits: usize,
    names: &'a Names,
    options: &'a TextOptions,
}

/// Writes the findings: errors, warnings, then notes, each in the order of the draft. Those of one code that have
/// nothing but their place to show stand together, and so do notes.
pub(super) fn findings(out: &mut String, check: &Check, names: &Names, options: &TextOptions) {
    let lines = check.claims.iter().filter_map(|claim| claim.region).map(|region| region.end_line);
    let digits = lines.max().unwrap_or(1).to_string().len();
    let frame = Frame { digits, names, options };
    for level in [Level::Error, Level::Warning, Level::Note] {
        let mut groups: Vec<Vec<&Finding>> = Vec::new();
        let mut brief: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in check.findings.iter().filter(|finding| finding.level == level) {
            let group = if frame.is_brief(finding) {
                *brief.entry(&finding.code).or_insert(groups.len())
            } else {
                groups.len()
            };
            match groups.get_mut(group) {
                Some(group) => group.push(finding),
                None => groups.push(vec![finding]),
            }
        }
        for group in groups {
            frame.group(out, check, &group);
        }
    }
}

/// Writes `error[Q002]: quotation altered`.
pub(super) fn header(out: &mut String, finding: &Finding, options: &TextOptions) {
    let style = Style::of_level(finding.level);
    options.paint(out, style, &format!("{}[{}]", names::level(finding.level), finding.code));
    options.paint(out, Style::Strong, &format!(": {}", visible(&finding.message)));
    out.push('\n');
}

impl Frame<'_> {
    /// Whether a finding is shown by its place alone.
    fn is_brief(&self, finding: &Finding) -> bool {
        let nothing_else = finding.evidence.is_empty() && finding.suggestion.is_none() && finding.notes.is_empty();
        nothing_else || (finding.level == Level::Note && !self.options.verbose)
    }

    fn group(&self, out: &mut String, check: &Check, group: &[&Finding]) {
        let Some(&first) = group.first() else { return };
        if let [finding] = group
            && !(finding.level == Level::Note && self.is_brief(finding))
        {
            header(out, finding, self.options);
            self.place(out, finding);
            self.draft(out, check, finding);
            self.evidence(out, finding);
            self.notes(out, finding);
        } else {
            self.brief(out, check, first, group);
        }
        self.note(out, "why", &format!("coincide explain {}", first.code));
        out.push('\n');
    }

    /// Several findings of one code under one header.
    fn brief(&self, out: &mut String, check: &Check, first: &Finding, group: &[&Finding]) {
        let style = Style::of_level(first.level);
        let title = crate::page(&first.code).map_or(first.message.as_str(), |page| page.title);
        self.options.paint(out, style, &format!("{}[{}]", names::level(first.level), first.code));
        self.options.paint(out, Style::Strong, &format!(": {title}"));
        if group.len() > 1 {
            let _ = write!(out, " ({} places)", group.len());
        }
        out.push('\n');
        if first.level == Level::Note {
            for finding in group.iter().take(NOTES) {
                self.one_line(out, finding);
            }
            if group.len() > NOTES {
                let more = format!("and {} more", group.len() - NOTES);
                let _ = writeln!(out, " {:width$} {more}", "", width = self.digits + 4);
            }
            return;
        }
        self.place(out, first);
        for finding in group {
            self.draft(out, check, finding);
            if finding.message != title {
                self.bar(out, Style::of_level(finding.level), &finding.message);
            }
        }
        self.frame(out, "|");
        out.push('\n');
    }

    /// A note in one line: where, what, and the article it is about.
    fn one_line(&self, out: &mut String, finding: &Finding) {
        let place = finding.region.map_or_else(String::new, |region| format!("{}:{}", region.line, region.column));
        let _ = write!(out, " {place:>width$} ", width = self.digits + 4);
        let outlets = self.names.list(finding.evidence.iter().map(|evidence| evidence.article.as_str()));
        let passage = match finding.evidence.first() {
            Some(evidence) if finding.text.is_empty() => &evidence.text,
            _ => &finding.text,
        };
        // A finding that doubt has made a note says itself what it found: its code's title would claim too much.
        let lowered = crate::page(&finding.code).is_some_and(|page| page.level > finding.level);
        let passage = if lowered { format!("{}: {passage}", finding.message) } else { passage.clone() };
        let room = self.options.columns().saturating_sub(self.digits + 8);
        let for_outlets = columns(&outlets).min(room / 2);
        let words = self.shortened(&passage, room.saturating_sub(for_outlets + 2));
        let _ = write!(out, "{words}");
        if !outlets.is_empty() {
            self.options.paint(out, Style::Faint, &format!("  {}", self.shortened(&outlets, for_outlets)));
        }
        out.push('\n');
    }

    fn shortened(&self, text: &str, width: usize) -> String {
        let ellipsis = self.options.either("…", "...");
        let mut lines = wrap_plain(text, width).into_iter();
        let first = lines.next().unwrap_or_default();
        if lines.next().is_none() {
            return first;
        }
        let mut short =
            wrap_plain(text, width.saturating_sub(columns(ellipsis))).into_iter().next().unwrap_or_default();
        short.push_str(ellipsis);
        short
    }

    /// Writes `--> draft.md:7:25`.
    fn place(&self, out: &mut String, finding: &Finding) {
        let path = self.names.file(finding).or(finding.input.as_deref()).unwrap_or_default();
        let _ = write!(out, "{:width$}", "", width = self.digits + 1);
        self.options.paint(out, Style::Frame, "--> ");
        let _ = write!(out, "{}", visible(path));
        if let Some(region) = finding.region {
            let _ = write!(out, ":{}:{}", region.line, region.column);
        }
        out.push('\n');
    }

    /// The sentences of the draft that the finding marks.
    fn draft(&self, out: &mut String, check: &Check, finding: &Finding) {
        if finding.input.as_deref() != Some("draft") {
            return;
        }
        let (focus, differs) = marks::of_draft(finding);
        let all = || finding.spans.iter().chain(&differs);
        let (Some(start), Some(end)) = (all().map(|span| span.start).min(), all().map(|span| span.end).max()) else {
            return;
        };
        let first = check.claims.partition_point(|claim| claim.span.end <= start);
        let marked = |claim: &&Claim| {
            all().any(|span| span.start < claim.span.end && claim.span.start < span.end.max(span.start + 1))
        };
        let near = check.claims[first..].iter().take_while(|claim| claim.span.start < end);
        let claims: Vec<&Claim> = near.filter(marked).collect();
        if claims.is_empty() {
            self.passage(out, finding.region.map(|region| region.line), &finding.text, start, &focus, &differs);
        }
        for claim in claims {
            let line = claim.region.map(|region| region.line);
            self.passage(out, line, &claim.text, claim.span.start, &focus, &differs);
        }
    }

    /// The passages of the articles, each under the outlet's name.
    fn evidence(&self, out: &mut String, finding: &Finding) {
        let shown = if self.options.verbose { usize::MAX } else { PASSAGES };
        for (index, evidence) in finding.evidence.iter().enumerate().take(shown) {
            let _ = write!(out, "{:width$}", "", width = self.digits + 1);
            self.options.paint(out, Style::Frame, "::: ");
            self.options.paint(out, Style::Strong, self.names.of(&evidence.article));
            let _ = writeln!(out, ", par. {}", evidence.paragraph);
            let (focus, differs) = marks::of_evidence(finding, index);
            let start = evidence.spans.first().map_or(0, |span| span.start);
            self.passage(out, None, &evidence.text, start, &focus, &differs);
        }
        let left = finding.evidence.len().saturating_sub(shown);
        if left > 0 {
            let names = self.names.list(finding.evidence.iter().skip(shown).map(|evidence| evidence.article.as_str()));
            self.note(out, "also", &names);
        }
        self.frame(out, "|");
        out.push('\n');
    }

    fn notes(&self, out: &mut String, finding: &Finding) {
        for note in &finding.notes {
            self.note(out, &note.label, &note.text);
        }
        if let Some(suggestion) = &finding.suggestion {
            self.note(out, "mend", suggestion);
        }
    }

    /// A passage in its frame, with signs under what is marked.
    fn passage(
        &self,
        out: &mut String,
        line: Option<usize>,
        text: &str,
        start: usize,
        focus: &[Span],
        differs: &[Span],
    ) {
        let stretches: Vec<Stretch<'_>> = marks::stretches(text, start, focus, differs);
        let lines = wrap::wrap(&stretches, self.options.columns().saturating_sub(self.digits + 4));
        let first_marked = lines.iter().position(Line::is_marked).unwrap_or(0);
        let (from, to) = if self.options.verbose || lines.len() <= LINES {
            (0, lines.len())
        } else {
            let from = first_marked.saturating_sub(1).min(lines.len() - LINES);
            (from, from + LINES)
        };
        let article = line.is_none();
        if from > 0 {
            self.bar(out, Style::Faint, self.options.either("…", "..."));
        }
        for (index, set) in lines.iter().enumerate().take(to).skip(from) {
            match line.filter(|_| index == 0) {
                Some(number) => self.frame(out, &format!("{number:>width$} |", width = self.digits)),
                None => self.frame(out, "|"),
            }
            out.push(' ');
            for (text, mark) in &set.stretches {
                self.options.paint(out, style(*mark, article), text);
            }
            out.push('\n');
            if set.is_marked() {
                self.frame(out, "|");
                out.push(' ');
                self.signs(out, set, article);
                out.push('\n');
            }
        }
        if to < lines.len() {
            self.bar(out, Style::Faint, self.options.either("…", "..."));
        }
    }

    fn signs(&self, out: &mut String, line: &Line, article: bool) {
        let last = line.signs.iter().rposition(|&(_, mark)| mark != Mark::Plain).map_or(0, |last| last + 1);
        for &(width, mark) in &line.signs[..last] {
            let signs = TextOptions::sign(mark).to_string().repeat(width);
            self.options.paint(out, style(mark, article), &signs);
        }
    }

    /// Writes the frame's left edge; `edge` ends in its bar.
    fn frame(&self, out: &mut String, edge: &str) {
        let width = self.digits + 2;
        self.options.paint(out, Style::Frame, &format!(" {edge:>width$}"));
    }

    fn bar(&self, out: &mut String, style: Style, text: &str) {
        for line in wrap_plain(text, self.options.columns().saturating_sub(self.digits + 4)) {
            self.frame(out, "|");
            out.push(' ');
            self.options.paint(out, style, &line);
            out.push('\n');
        }
    }

    /// Writes `= said     Inga Strand, harbour master`.
    fn note(&self, out: &mut String, label: &str, text: &str) {
        let used = self.digits + 5 + LABEL.max(columns(label) + 1);
        for (index, line) in wrap_plain(text, self.options.columns().saturating_sub(used)).iter().enumerate() {
            if index == 0 {
                self.frame(out, "=");
                out.push(' ');
                self.options.paint(
                    out,
                    Style::Strong,
                    &format!("{label:<width$}", width = LABEL.max(columns(label) + 1)),
                );
            } else {
                let _ = write!(out, "{:width$}", "", width = used - 1);
            }
            let _ = writeln!(out, "{line}");
        }
    }
}

/// The draft's differing words are wrong, the article's are what was reported.
const fn style(mark: Mark, article: bool) -> Style {
    match (mark, article) {
        (Mark::Plain, _) => Style::Plain,
        (Mark::Focus, _) => Style::Strong,
        (Mark::Differs | Mark::Missing, false) => Style::Error,
        (Mark::Differs | Mark::Missing, true) => Style::Good,
    }
}
