use std::collections::BTreeMap;
use std::fmt::Write;

use super::style::{Style, TextOptions};
use super::wrap::{self, Line, columns, wrap_plain};
use crate::marks::{self, Mark, Stretch};
use crate::names::{self, Names};
use crate::proofs::{self, Proven};
use crate::visible::visible;
use crate::{Check, Claim, Comparison, Finding, FindingEvidence, Level, Span};

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
    comparison: &'a Comparison,
    options: &'a TextOptions,
}

/// Writes the findings: errors, warnings, then notes, each in the order of the draft. Those of one code that have
/// nothing but their place to show stand together, and so do notes.
pub(super) fn findings(out: &mut String, check: &Check, names: &Names, options: &TextOptions) {
    let lines = check.claims.iter().filter_map(|claim| claim.region).map(|region| region.end_line);
    let digits = lines.max().unwrap_or(1).to_string().len();
    let frame = Frame { digits, names, comparison: &check.comparison, options };
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
    let code = format!("{}[{}]", names::level(finding.level), finding.code);
    let lines = wrap_plain(&format!("{code}: {}", finding.message), options.columns());
    for (index, line) in lines.iter().enumerate() {
        match line.strip_prefix(&code).filter(|_| index == 0) {
            Some(message) => {
                options.paint(out, style, &code);
                options.paint(out, Style::Strong, message);
            }
            None => options.paint(out, Style::Strong, line),
        }
        out.push('\n');
    }
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
            let shown = &group[..group.len().min(NOTES)];
            let widest = shown.iter().map(|finding| place(finding).len()).max().unwrap_or_default();
            let width = widest.max(self.digits + 4);
            for finding in shown {
                self.one_line(out, finding, width);
            }
            if group.len() > NOTES {
                let _ = writeln!(out, " {:width$} and {} more", "", group.len() - NOTES);
            }
            return;
        }
        for finding in group {
            self.place(out, finding);
            self.draft(out, check, finding);
            if finding.message != title {
                self.bar(out, Style::of_level(finding.level), &finding.message);
            }
        }
        self.frame(out, "|");
        out.push('\n');
    }

    /// A note in one line: where, what, and the article it is about.
    fn one_line(&self, out: &mut String, finding: &Finding, width: usize) {
        let _ = write!(out, " {:>width$} ", place(finding));
        let outlets = self.names.list(finding.evidence.iter().map(|evidence| evidence.article.as_str()));
        let passage = match finding.evidence.first() {
            Some(evidence) if finding.text.is_empty() => &evidence.text,
            _ => &finding.text,
        };
        // A finding that doubt has made a note says itself what it found: its code's title would claim too much.
        let lowered = crate::page(&finding.code).is_some_and(|page| page.level > finding.level);
        let passage = if lowered { format!("{}: {passage}", finding.message) } else { passage.clone() };
        let room = self.options.columns().saturating_sub(width + 4);
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

    /// The passages of the articles, each under the outlet's name; those in the same words by name alone.
    fn evidence(&self, out: &mut String, finding: &Finding) {
        let shown = if self.options.verbose { usize::MAX } else { PASSAGES };
        let passages = proofs::distinct(finding);
        let mut also: Vec<&str> = Vec::new();
        for (number, Proven { index, evidence, same }) in passages.iter().enumerate() {
            if number >= shown {
                also.extend(std::iter::once(evidence).chain(same).map(|evidence| evidence.article.as_str()));
                continue;
            }
            self.article(out, evidence, None);
            let (focus, differs) = marks::of_evidence(finding, *index);
            let start = evidence.spans.first().map_or(0, |span| span.start);
            self.passage(out, None, &evidence.text, start, &focus, &differs);
            for (number, other) in same.iter().enumerate() {
                if number >= shown {
                    also.push(&other.article);
                } else {
                    let words = proofs::same_words(self.comparison, self.names, &evidence.article, &other.article);
                    self.article(out, other, Some(&words));
                }
            }
        }
        if !also.is_empty() {
            self.note(out, "also", &self.names.list(also));
        }
        self.frame(out, "|");
        out.push('\n');
    }

    /// Writes `::: Coast Radio, par. 2`, and what there is to say of it.
    fn article(&self, out: &mut String, evidence: &FindingEvidence, remark: Option<&str>) {
        let _ = write!(out, "{:width$}", "", width = self.digits + 1);
        self.options.paint(out, Style::Frame, "::: ");
        let name = self.names.of(&evidence.article);
        let mut rest = format!(", par. {}", evidence.paragraph);
        if let Some(remark) = remark {
            rest.push_str(": ");
            rest.push_str(remark);
        }
        let width = self.options.columns().saturating_sub(self.digits + 5);
        for (index, line) in wrap_plain(&format!("{name}{rest}"), width).iter().enumerate() {
            match line.strip_prefix(name).filter(|_| index == 0) {
                Some(rest) => {
                    self.options.paint(out, Style::Strong, name);
                    out.push_str(rest);
                }
                None => {
                    let indent = if index == 0 { 0 } else { self.digits + 5 };
                    let _ = write!(out, "{:indent$}{line}", "");
                }
            }
            out.push('\n');
        }
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
                self.options.signs(out, set, |mark| style(mark, article));
                out.push('\n');
            }
        }
        if to < lines.len() {
            self.bar(out, Style::Faint, self.options.either("…", "..."));
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
        let lines = wrap_plain(text, self.options.columns().saturating_sub(used));
        let shown = if self.options.verbose { usize::MAX } else { LINES };
        for (index, line) in lines.iter().take(shown).enumerate() {
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
            let cut = if index + 1 == shown && lines.len() > shown { self.options.either(" …", " ...") } else { "" };
            let _ = writeln!(out, "{line}{cut}");
        }
    }
}

/// Line and column of a finding as `7:25`; nothing where they are not known.
fn place(finding: &Finding) -> String {
    finding.region.map_or_else(String::new, |region| format!("{}:{}", region.line, region.column))
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
