//! What could not be read of many inputs: told as it happens, and counted at the end.

use std::collections::BTreeMap;

use coincide::Problem;

use crate::exit::tell;
use crate::progress::Progress;

/// Reasons that are counted apart; what comes beyond them is counted together, so that memory is bounded.
const REASONS: usize = 40;

/// Notes that are told; of a crawl in old encodings there is one for each page.
const NOTES: usize = 10;

/// The inputs of a run, and what became of them.
#[derive(Debug, Default)]
pub(crate) struct Failures {
    /// Inputs, each line and each record of an archive being one.
    inputs: usize,
    /// Inputs of which nothing was read.
    failed: usize,
    /// Inputs of which a part was not read.
    in_part: usize,
    /// Notes on what was read all the same.
    notes: usize,
    reasons: BTreeMap<String, Reason>,
}

#[derive(Debug)]
struct Reason {
    /// What is wrong with all of them, in full, as long as it is the same.
    message: Option<String>,
    count: usize,
    first: String,
}

impl Failures {
    /// Counts an input that gave `articles` articles, and tells its problems. Whether something of it was not read.
    pub(crate) fn add(&mut self, articles: usize, problems: &[Problem], progress: &Progress) -> bool {
        self.inputs += 1;
        let mut first = None;
        for problem in problems {
            if problem.harmless {
                self.notes += 1;
                if self.notes > NOTES {
                    continue;
                }
            } else {
                first = first.or(Some(problem));
            }
            progress.aside(|| tell(if problem.harmless { "note" } else { "error" }, &problem.to_string()));
        }
        let Some(problem) = first else { return false };
        *(if articles == 0 { &mut self.failed } else { &mut self.in_part }) += 1;
        self.count(problem);
        true
    }

    /// How many inputs failed, in whole or in part.
    pub(crate) fn total(&self) -> usize {
        self.failed + self.in_part
    }

    fn count(&mut self, problem: &Problem) {
        let kind = kind(&problem.message);
        let known = self.reasons.contains_key(kind) || self.reasons.len() < REASONS;
        let kind = if known { kind } else { "other reasons" };
        let reason = self.reasons.entry(kind.to_owned()).or_insert_with(|| Reason {
            message: Some(problem.message.clone()),
            count: 0,
            first: problem.place(),
        });
        reason.count += 1;
        if reason.message.as_ref().is_some_and(|message| *message != problem.message) {
            reason.message = None;
        }
    }

    /// Tells how many inputs failed and why, the most frequent reason first.
    pub(crate) fn finish(&self) {
        if self.notes > NOTES {
            tell("note", &format!("{} more notes are not shown", self.notes - NOTES));
        }
        if self.total() == 0 {
            return;
        }
        let inputs = format!("{} input{}", self.inputs, if self.inputs == 1 { "" } else { "s" });
        let what = match (self.failed, self.in_part) {
            (failed, 0) => format!("{failed} of {inputs} could not be read"),
            (0, in_part) => format!("{in_part} of {inputs} could be read only in part"),
            (failed, in_part) => format!("{failed} of {inputs} could not be read, and {in_part} only in part"),
        };
        // The reason of a single one has just been told.
        let several = self.total() > 1;
        let mut reasons: Vec<(&String, &Reason)> = self.reasons.iter().filter(|_| several).collect();
        reasons.sort_by_key(|(_, reason)| std::cmp::Reverse(reason.count));
        let width = reasons.first().map_or(1, |(_, reason)| reason.count.to_string().len());
        let lines = reasons.into_iter().map(|(kind, reason)| {
            let why = reason.message.as_ref().unwrap_or(kind);
            let which = if reason.count == 1 { &reason.first } else { &format!("first: {}", reason.first) };
            format!("\n  {:width$}  {why} ({which})", reason.count)
        });
        tell("error", &format!("{what}{}", lines.collect::<String>()));
    }
}

/// What is wrong, without where and with what, so that the same thing at different places is one reason: what stands
/// before a colon, and before the number of a byte or a line.
fn kind(message: &str) -> &str {
    let mut kind = message;
    for mark in [": ", " at byte ", ", line "] {
        kind = kind.split_once(mark).map_or(kind, |(kind, _)| kind);
    }
    kind
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_thing_at_different_places_is_one_reason() {
        for (message, expected) in [
            ("not valid UTF-8 at byte 17, replaced by U+FFFD", "not valid UTF-8"),
            ("not valid UTF-8 at byte 9 and 4 more places, replaced by U+FFFD", "not valid UTF-8"),
            ("malformed JSON, line 3, column 5: expected value", "malformed JSON"),
            ("no text found: nothing that could be a paragraph", "no text found"),
            ("the input is empty", "the input is empty"),
        ] {
            assert_eq!(kind(message), expected);
        }
    }
}
