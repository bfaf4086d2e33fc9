use std::collections::{BTreeMap, BTreeSet};

use crate::visible::visible;
use crate::{Comparison, Finding, Input, Level, Summary, Verdict};

/// What inputs are called in formats that people read: the outlet, else the file; with the identifier where two would
/// be called the same.
#[derive(Debug)]
pub(crate) struct Names {
    inputs: BTreeMap<String, Named>,
}

#[derive(Debug)]
struct Named {
    name: String,
    path: Option<String>,
}

impl Names {
    pub(crate) fn new(inputs: &[Input]) -> Self {
        let name = |input: &Input| {
            let file = input.path.as_deref().and_then(|path| path.rsplit(['/', '\\']).next());
            // An outlet that is only the name of the file says no more than its last part.
            let outlet = input.outlet.as_deref().filter(|&outlet| Some(outlet) != input.path.as_deref());
            visible(outlet.or(file).unwrap_or(&input.id).trim()).into_owned()
        };
        let mut uses: BTreeMap<String, usize> = BTreeMap::new();
        for input in inputs {
            *uses.entry(name(input)).or_default() += 1;
        }
        let named = |input: &Input| {
            let name = name(input);
            let shared = uses.get(&name).is_some_and(|&uses| uses > 1);
            let name = if shared { format!("{name} ({})", input.id) } else { name };
            (input.id.clone(), Named { name, path: input.path.clone() })
        };
        Self { inputs: inputs.iter().map(named).collect() }
    }

    /// The name of the input with this identifier; the identifier itself if there is none.
    pub(crate) fn of<'a>(&'a self, id: &'a str) -> &'a str {
        self.inputs.get(id).map_or(id, |input| &input.name)
    }

    /// The path of the input with this identifier, as the caller gave it.
    pub(crate) fn path(&self, id: &str) -> Option<&str> {
        self.inputs.get(id)?.path.as_deref()
    }

    /// The path of the input a finding's place is in.
    pub(crate) fn file<'a>(&'a self, finding: &'a Finding) -> Option<&'a str> {
        match &finding.input {
            Some(id) => self.path(id),
            None => Some(finding.text.as_str()).filter(|name| !name.is_empty()),
        }
    }

    /// The names of several, one after the other, each once.
    pub(crate) fn list<'a>(&'a self, ids: impl IntoIterator<Item = &'a str>) -> String {
        let mut seen = BTreeSet::new();
        let names = ids.into_iter().filter(|&id| seen.insert(id)).map(|id| self.of(id));
        names.collect::<Vec<_>>().join(", ")
    }
}

/// Every verdict, in the order in which people look at them.
pub(crate) const VERDICTS: [Verdict; 5] =
    [Verdict::Contradicted, Verdict::Conflicting, Verdict::NotFound, Verdict::Supported, Verdict::NotChecked];

/// A verdict in words.
pub(crate) const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "supported",
        Verdict::Contradicted => "contradicted",
        Verdict::Conflicting => "conflicting",
        Verdict::NotFound => "not found",
        Verdict::NotChecked => "not checked",
    }
}

/// A verdict as one character that differs in shape, not in colour alone.
pub(crate) const fn icon(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "✓",
        Verdict::Contradicted => "✗",
        Verdict::Conflicting => "≠",
        Verdict::NotFound => "?",
        Verdict::NotChecked => "–",
    }
}

/// A level in words.
pub(crate) const fn level(level: Level) -> &'static str {
    match level {
        Level::Note => "note",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}

/// How many claims have `verdict`.
pub(crate) const fn count(summary: &Summary, verdict: Verdict) -> usize {
    match verdict {
        Verdict::Supported => summary.supported,
        Verdict::Contradicted => summary.contradicted,
        Verdict::Conflicting => summary.conflicting,
        Verdict::NotFound => summary.not_found,
        Verdict::NotChecked => summary.not_checked,
    }
}

/// `1 article`, `5 articles`.
pub(crate) fn counted(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// `5 articles, 3 independent sources`.
pub(crate) fn sources(comparison: &Comparison) -> String {
    let articles = counted(comparison.articles.len(), "article");
    format!("{articles}, {}", counted(comparison.sources.len(), "independent source"))
}

/// `2 errors, 3 warnings, 1 note`, without the levels nothing is at; `nothing to look at` if nothing is.
pub(crate) fn levels(findings: &[Finding]) -> String {
    let counts: Vec<String> = [Level::Error, Level::Warning, Level::Note]
        .into_iter()
        .map(|level| (level, findings.iter().filter(|finding| finding.level == level).count()))
        .filter(|&(_, count)| count > 0)
        .map(|(level, count)| counted(count, self::level(level)))
        .collect();
    if counts.is_empty() { "nothing to look at".to_owned() } else { counts.join(", ") }
}

/// A share as a whole percentage.
pub(crate) fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_named_by_its_outlet_then_its_file() {
        let input = |id: &str, outlet: Option<&str>| Input {
            id: id.to_owned(),
            path: Some("clips/a.txt".to_owned()),
            outlet: outlet.map(str::to_owned),
            ..Input::default()
        };
        let inputs = [input("a1", Some("Coast Radio")), input("a2", None), input("a3", Some("clips/a.txt"))];
        let names = Names::new(&inputs);
        assert_eq!(names.list(["a1", "a2", "a1", "a3", "a4"]), "Coast Radio, a.txt (a2), a.txt (a3), a4");
    }
}
