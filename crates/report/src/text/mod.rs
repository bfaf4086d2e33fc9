//! The report for a terminal, in the manner of a compiler's.

mod compare;
mod finding;
mod style;
mod wrap;

use std::fmt::Write;

use coincide_check::Stance;
use style::Style;
pub use style::TextOptions;

use crate::names::{self, Names};
use crate::{Check, Claim, Compare, Level, Report, Verdict};

/// The report on a draft: findings, the worst first and then in the order of the draft, and what it comes to.
pub fn text(report: &Report<Check>, options: &TextOptions) -> String {
    let check = &report.value;
    let names = Names::new(&check.inputs);
    let mut out = String::new();
    if options.verbose {
        sentences(&mut out, check, &names, options);
    }
    finding::findings(&mut out, check, &names, options);
    summary(&mut out, check, options);
    out
}

/// The report on articles alone: what they say, by outlet, and who copied whom.
pub fn text_compare(report: &Report<Compare>, options: &TextOptions) -> String {
    let compare = &report.value;
    let names = Names::new(&compare.comparison.articles);
    let mut out = String::new();
    for finding in &compare.findings {
        finding::header(&mut out, finding, options);
        out.push('\n');
    }
    compare::comparison(&mut out, report, &names, options);
    out
}

/// Every sentence with its verdict and, where it is supported, by what.
fn sentences(out: &mut String, check: &Check, names: &Names, options: &TextOptions) {
    for claim in &check.claims {
        let style = Style::of_verdict(claim.verdict);
        let icon = options.either(names::icon(claim.verdict), ascii_icon(claim.verdict));
        options.paint(out, style, &format!("{icon} {:<12} ", names::verdict(claim.verdict)));
        let indent = 15;
        let width = options.columns().saturating_sub(indent);
        for (index, line) in wrap::wrap_plain(&claim.text, width).iter().enumerate() {
            if index > 0 {
                let _ = write!(out, "{:indent$}", "");
            }
            let _ = writeln!(out, "{line}");
        }
        for (article, paragraph, text) in supporting(claim) {
            let line = format!("{}, par. {paragraph}: {text}", names.of(article));
            for line in wrap::wrap_plain(&line, width.saturating_sub(2)) {
                let _ = write!(out, "{:indent$}", "");
                options.paint(out, Style::Faint, &format!("  {line}"));
                out.push('\n');
            }
        }
        if let Some(reason) = &claim.reason {
            let _ = write!(out, "{:indent$}", "");
            options.paint(out, Style::Faint, &format!("  ({reason})"));
            out.push('\n');
        }
    }
    out.push('\n');
}

fn supporting(claim: &Claim) -> impl Iterator<Item = (&str, usize, &str)> {
    let supports = claim.clauses.iter().flat_map(|clause| &clause.evidence).filter(|e| e.stance == Stance::Supports);
    let mut seen = std::collections::BTreeSet::new();
    supports
        .filter(move |evidence| seen.insert((evidence.article.as_str(), evidence.span)))
        .map(|evidence| (evidence.article.as_str(), evidence.paragraph, evidence.text.as_str()))
}

const fn ascii_icon(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "+",
        Verdict::Contradicted => "x",
        Verdict::Conflicting => "!",
        Verdict::NotFound => "?",
        Verdict::NotChecked => "-",
    }
}

/// `12 sentences: 7 supported, ...` and `5 articles, 3 independent sources; 2 errors, ...`.
fn summary(out: &mut String, check: &Check, options: &TextOptions) {
    let counts = names::VERDICTS.into_iter().map(|verdict| (verdict, names::count(&check.summary, verdict)));
    let mut parts = vec![(Style::Strong, names::counted(check.claims.len(), "sentence"), "")];
    for (index, (verdict, count)) in counts.filter(|&(_, count)| count > 0).enumerate() {
        let words = format!("{count} {}", names::verdict(verdict));
        parts.push((Style::of_verdict(verdict), words, if index == 0 { ": " } else { ", " }));
        if verdict == Verdict::NotChecked {
            parts.push((Style::Plain, format!("({})", reasons(check)), " "));
        }
    }
    in_lines(out, &parts, options);
    let worst = check.findings.iter().map(|finding| finding.level).max();
    let style = worst.map_or(Style::Good, Style::of_level);
    let sources = names::sources(&check.comparison);
    in_lines(out, &[(Style::Plain, sources, ""), (style, names::levels(&check.findings), "; ")], options);
    if !options.verbose && check.findings.iter().any(|finding| finding.level == Level::Note) {
        options.paint(out, Style::Faint, "notes in short; --verbose shows them in full\n");
    }
}

/// Writes parts, each after its separator, and goes to a new line before a part that does not fit.
fn in_lines(out: &mut String, parts: &[(Style, String, &str)], options: &TextOptions) {
    let mut column = 0;
    for (style, words, separator) in parts {
        let width = wrap::columns(words);
        // Room for the comma after it.
        if column > 0 && column + separator.len() + width + 1 > options.columns() {
            let _ = write!(out, "{}\n  ", separator.trim_end());
            column = 2;
        } else {
            out.push_str(separator);
            column += separator.len();
        }
        options.paint(out, *style, words);
        column += width;
    }
    out.push('\n');
}

/// Why sentences were not checked: `opinion`, or `2 opinion, 1 question`.
fn reasons(check: &Check) -> String {
    let mut reasons: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for claim in check.claims.iter().filter(|claim| claim.verdict == Verdict::NotChecked) {
        *reasons.entry(claim.reason.as_deref().unwrap_or("no reason")).or_default() += 1;
    }
    if reasons.len() == 1 {
        return reasons.into_keys().collect();
    }
    reasons.into_iter().map(|(reason, count)| format!("{count} {reason}")).collect::<Vec<_>>().join(", ")
}
