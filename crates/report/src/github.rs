use std::fmt::Write;

use crate::names::{self, Names};
use crate::visible::visible;
use crate::{Check, Finding, Report};

/// The findings as workflow commands, one a line: GitHub shows each beside its line of the change.
///
/// The draft's lines and columns are given where they are known; else the command names the file alone.
pub fn github(report: &Report<Check>) -> String {
    let check = &report.value;
    let names = Names::new(&check.inputs);
    let mut out = String::new();
    for finding in &check.findings {
        let command = match finding.level {
            crate::Level::Error => "error",
            crate::Level::Warning => "warning",
            crate::Level::Note => "notice",
        };
        let _ = write!(out, "::{command} ");
        if let Some(file) = names.file(finding) {
            let _ = write!(out, "file={},", property(&visible(file)));
        }
        if let Some(region) = finding.region {
            let _ = write!(out, "line={},endLine={},", region.line, region.end_line);
            // Columns are read only where the region stays on its line.
            if region.line == region.end_line {
                let _ = write!(out, "col={},endColumn={},", region.column, region.end_column);
            }
        }
        let title = format!("{}: {}", finding.code, visible(&finding.message));
        let _ = writeln!(out, "title={}::{}", property(&title), data(&message(finding, &names)));
    }
    let summary = names::VERDICTS
        .into_iter()
        .map(|verdict| format!("{} {}", names::count(&check.summary, verdict), names::verdict(verdict)))
        .collect::<Vec<_>>()
        .join(", ");
    let _ = writeln!(out, "{}: {summary}", names::counted(check.claims.len(), "sentence"));
    out
}

/// What a finding says, in lines.
fn message(finding: &Finding, names: &Names) -> String {
    let mut lines = Vec::new();
    if finding.text.is_empty() {
        lines.push(visible(&finding.message).into_owned());
    } else {
        lines.push(format!("\"{}\"", visible(&finding.text)));
    }
    for evidence in &finding.evidence {
        let outlet = names.of(&evidence.article);
        lines.push(format!("{outlet}, par. {}: {}", evidence.paragraph, visible(&evidence.text)));
    }
    lines.extend(finding.notes.iter().map(|note| format!("{}: {}", visible(&note.label), visible(&note.text))));
    lines.extend(finding.suggestion.iter().map(|mend| format!("mend: {}", visible(mend))));
    lines.join("\n")
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_command_early() {
        assert_eq!(data("100 %\r\n::error::x"), "100 %25%0D%0A::error::x");
        assert_eq!(property("a:b,c"), "a%3Ab%2Cc");
    }
}
