use std::collections::BTreeMap;
use std::fmt::Write;

use coincide_story::FactState;

use crate::facts::{self, KINDS, by_words};
use crate::marks::{self, Mark, Stretch};
use crate::names::{self, Names};
use crate::proofs::{self, Proven};
use crate::visible::visible;
use crate::wordings::wordings;
use crate::{Check, Claim, Compare, Comparison, Finding, Level, Report};

/// The report on a draft in GitHub Flavored Markdown: counts, errors and warnings in the open, notes and facts folded.
pub fn markdown(report: &Report<Check>) -> String {
    let check = &report.value;
    let names = Names::new(&check.inputs);
    let title = check.inputs.first().map_or("the draft", |draft| names.of(&draft.id));
    let mut out = format!("## Coincide: {}\n\n", escaped(title));
    out.push_str("| verdict | sentences |\n| --- | ---: |\n");
    for verdict in names::VERDICTS {
        let count = names::count(&check.summary, verdict);
        let _ = writeln!(out, "| {} {} | {count} |", names::icon(verdict), names::verdict(verdict));
    }
    let _ = writeln!(out, "\n{}; {}\n", names::sources(&check.comparison), names::levels(&check.findings));
    let claims: BTreeMap<&str, &Claim> = check.claims.iter().map(|claim| (claim.id.as_str(), claim)).collect();
    let (notes, open): (Vec<_>, Vec<_>) = check.findings.iter().partition(|finding| finding.level == Level::Note);
    for level in [Level::Error, Level::Warning] {
        for finding in open.iter().filter(|finding| finding.level == level) {
            self::finding(&mut out, &claims, finding, &names);
        }
    }
    if !notes.is_empty() {
        let _ = writeln!(out, "<details><summary>{}</summary>\n", names::counted(notes.len(), "note"));
        for finding in notes {
            self::finding(&mut out, &claims, finding, &names);
        }
        out.push_str("</details>\n\n");
    }
    if !check.comparison.facts.is_empty() {
        out.push_str("<details><summary>What the articles say</summary>\n\n");
        comparison(&mut out, &check.comparison, &names);
        out.push_str("</details>\n");
    }
    out
}

/// The report on articles alone in GitHub Flavored Markdown.
pub fn markdown_compare(report: &Report<Compare>) -> String {
    let names = Names::new(&report.value.comparison.articles);
    let mut out = String::from("## Coincide: what the articles say\n\n");
    for finding in &report.value.findings {
        let _ = writeln!(out, "- **{}** {}", finding.code, escaped(&finding.message));
    }
    let _ = writeln!(out, "{}\n", names::sources(&report.value.comparison));
    comparison(&mut out, &report.value.comparison, &names);
    out
}

fn finding(out: &mut String, claims: &BTreeMap<&str, &Claim>, finding: &Finding, names: &Names) {
    let level = names::level(finding.level);
    let _ = write!(out, "#### {level} `{}` {}", finding.code, escaped(&finding.message));
    if let Some(region) = finding.region {
        let _ = write!(out, " (line {})", region.line);
    }
    out.push_str("\n\n");
    match finding.claim.as_deref().and_then(|id| claims.get(id)) {
        Some(Claim { text, span, .. }) => {
            let (focus, differs) = marks::of_draft(finding);
            let _ = writeln!(out, "> {}\n", marked(&marks::stretches(text, span.start, &focus, &differs)));
        }
        None if !finding.text.is_empty() => {
            let _ = writeln!(out, "> {}\n", escaped(&finding.text));
        }
        None => {}
    }
    for Proven { index, evidence, same } in proofs::distinct(finding) {
        let (focus, differs) = marks::of_evidence(finding, index);
        let start = evidence.spans.first().map_or(0, |span| span.start);
        let passage = marked(&marks::stretches(&evidence.text, start, &focus, &differs));
        let _ = write!(out, "- **{}**, par. {}: {passage}", escaped(names.of(&evidence.article)), evidence.paragraph);
        if !same.is_empty() {
            let others = names.list(same.iter().map(|evidence| evidence.article.as_str()));
            let _ = write!(out, " (the same words in {})", escaped(&others));
        }
        out.push('\n');
    }
    for note in &finding.notes {
        let _ = writeln!(out, "- {}: {}", escaped(&note.label), escaped(&note.text));
    }
    if let Some(suggestion) = &finding.suggestion {
        let _ = writeln!(out, "- mend: {}", escaped(suggestion));
    }
    out.push('\n');
}

fn comparison(out: &mut String, comparison: &Comparison, names: &Names) {
    for (kind, heading) in KINDS {
        let mut facts: Vec<_> = comparison.facts.iter().filter(|fact| fact.kind == kind).collect();
        facts.retain(|fact| fact.state != FactState::Single);
        if facts.is_empty() {
            continue;
        }
        let _ = writeln!(out, "### {heading}\n\n| what | | who says what |\n| --- | --- | --- |");
        for fact in facts {
            let cells: Vec<String> = wordings(fact)
                .iter()
                .map(|wording| {
                    let words = marked(&marks::stretches(wording.value, 0, &[], &wording.differs));
                    format!("{words} ({})", escaped(&names.list(wording.articles.iter().copied())))
                })
                .collect();
            let _ =
                writeln!(out, "| {} | {} | {} |", escaped(&fact.label), facts::state(fact.state), cells.join("<br>"));
        }
        out.push('\n');
    }
    if !comparison.reuse.is_empty() {
        out.push_str("### Who copied whom\n\n");
        for reuse in by_words(&comparison.reuse) {
            let (a, b) = (names.of(&reuse.a), names.of(&reuse.b));
            let (who, much) = (facts::reuse(reuse, a, b), facts::shares(reuse, a, b));
            let _ = writeln!(out, "- {}: {} \\({}\\)", escaped(&who), escaped(&much), escaped(&reuse.why));
        }
        out.push('\n');
    }
}

/// A passage whose differing words are bold and whose words to look at are in italics.
fn marked(stretches: &[Stretch<'_>]) -> String {
    let mut out = String::new();
    for stretch in stretches {
        let sign = match stretch.mark {
            Mark::Plain => "",
            Mark::Focus => "_",
            Mark::Differs => "**",
            Mark::Missing => {
                out.push('‸');
                continue;
            }
        };
        // Emphasis must touch its words: blanks at the ends go outside.
        let words = stretch.text.trim();
        let (before, after) = stretch.text.split_once(words).unwrap_or((stretch.text, ""));
        let sign = if words.is_empty() { "" } else { sign };
        let _ = write!(out, "{}{sign}{}{sign}{}", escaped(before), escaped(words), escaped(after));
    }
    out
}

/// `text` with every character that Markdown or HTML would read as a sign made harmless, on one line. Names and numbers
/// that GitHub would link (`@someone`, `#1`) are broken by an empty comment.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in visible(text).chars() {
        match character {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '@' => out.push_str("@<!-- -->"),
            '#' => out.push_str("\\#<!-- -->"),
            // A bare address would become a link.
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '!' | '|' | '~' | '+' | '-' | '=' => {
                out.push('\\');
                out.push(character);
            }
            other => out.push(other),
        }
    }
    // A bare address would become a link.
    out.replace("://", ":<!-- -->//").replace("www.", "www<!-- -->.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_become_words() {
        assert_eq!(escaped("<b>*x*</b> @you #1"), "&lt;b&gt;\\*x\\*&lt;/b&gt; @<!-- -->you \\#<!-- -->1");
    }

    #[test]
    fn emphasis_touches_its_words() {
        let stretch = Stretch { text: " one ", mark: Mark::Differs };
        assert_eq!(marked(&[stretch]), " **one** ");
    }
}
