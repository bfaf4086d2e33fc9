//! The figures as a table.

use std::fmt;

use super::figures::{Figure, VerifyFigures};

/// Columns of a scorer's or comparison's name.
const NAME: usize = 28;

/// Columns of a figure with its interval.
const FIGURE: usize = 25;

/// Columns of a figure without.
const SHORT: usize = 10;

/// The figures of a scorer that stand with their interval, and what heads their column.
const WITH_INTERVAL: [(&str, &str); 3] =
    [("balanced_accuracy", "balanced accuracy"), ("auc", "ROC AUC"), ("macro_f1", "three-way F1")];

/// Those that stand without.
const WITHOUT: [(&str, &str); 5] = [
    ("verdict_balanced_accuracy", "verdict BA"),
    ("verdict_macro_f1", "verdict F1"),
    ("verdict_supported", "supported"),
    ("ece", "ECE"),
    ("unchecked", "unchecked"),
];

impl fmt::Display for VerifyFigures {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {} texts on {} documents", self.name, self.texts, self.documents)?;
        let [supported, unsupported] = self.binary;
        if supported + unsupported > 0 {
            write!(out, "; {supported} supported, {unsupported} not")?;
        }
        let [contradicted, not_found, supported] = self.three;
        if contradicted + not_found + supported > 0 {
            write!(out, "; of three: {supported} supported, {contradicted} contradicted, {not_found} not found")?;
        }
        writeln!(out)?;
        let mut lines = vec![self.heading()];
        lines.extend(self.scorer_lines());
        lines.extend(self.gain_lines());
        for evidence in &self.evidence {
            let name = format!("  evidence by {}", evidence.name);
            let (hit, recall) =
                (interval(Some(&evidence.first_three), false), interval(Some(&evidence.recall_at_five), false));
            lines.push(format!("{name:<NAME$}{hit} in the first 3; recall@5 {recall}; {} texts", evidence.texts));
        }
        for line in lines {
            writeln!(out, "{}", line.trim_end())?;
        }
        writeln!(out)
    }
}

impl VerifyFigures {
    /// Whether any scorer has a figure.
    fn has(&self, name: &str) -> bool {
        self.scorers.iter().any(|scorer| scorer.figures.contains_key(name))
    }

    fn heading(&self) -> String {
        let mut line = " ".repeat(NAME);
        for (name, heading) in WITH_INTERVAL {
            if self.has(name) {
                line += &format!("{heading:<FIGURE$}");
            }
        }
        for (name, heading) in WITHOUT {
            if self.has(name) {
                line += &format!("{heading:>SHORT$} ");
            }
        }
        line
    }

    fn scorer_lines(&self) -> impl Iterator<Item = String> {
        self.scorers.iter().map(|scorer| {
            let mut line = format!("  {:<width$}", scorer.name, width = NAME - 2);
            for (name, _) in WITH_INTERVAL {
                if self.has(name) {
                    line += &format!("{:<FIGURE$}", interval(scorer.figures.get(name), false));
                }
            }
            for (name, _) in WITHOUT {
                if self.has(name) {
                    let value =
                        scorer.figures.get(name).map(|figure| format!("{:.3}", figure.value)).unwrap_or_default();
                    line += &format!("{value:>SHORT$} ");
                }
            }
            line
        })
    }

    fn gain_lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for gain in self.gains.iter().filter(|gain| gain.auc.is_some() || gain.balanced_accuracy.is_some()) {
            if lines.is_empty() {
                lines.push(format!("  gain of {} over", self.scorers.first().map_or("", |scorer| &scorer.name)));
            }
            let name = format!("    {}", gain.over);
            if name.len() >= NAME {
                // A long name has a line of its own.
                lines.push(name);
                lines.push(" ".repeat(NAME));
            } else {
                lines.push(format!("{name:<NAME$}"));
            }
            if let Some(line) = lines.last_mut() {
                *line += &format!("{:<FIGURE$}", interval(gain.balanced_accuracy.as_ref(), true));
                *line += &interval(gain.auc.as_ref(), true);
            }
        }
        lines
    }
}

fn interval(figure: Option<&Figure>, signed: bool) -> String {
    let Some(figure) = figure else { return String::new() };
    let number = |value: f64| if signed { format!("{value:+.3}") } else { format!("{value:.3}") };
    match figure.bounds {
        Some((low, high)) => format!("{} [{}, {}]", number(figure.value), number(low), number(high)),
        None => number(figure.value),
    }
}
