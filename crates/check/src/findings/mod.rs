//! The findings: one file for each code, with the page that explains it and the rule that decides it.

mod c001;
mod contrast;
mod e001;
mod e002;
mod e003;
mod e004;
mod n001;
mod n002;
mod n003;
mod n004;
mod n005;
mod o001;
mod page;
mod q001;
mod q002;
mod q003;
mod q004;
mod q005;
mod q006;
mod s001;
mod s002;
mod s003;
mod s004;
mod t001;
mod t002;
mod t003;
mod x001;
mod x002;

pub use page::{Code, Page};

use std::collections::BTreeSet;

use coincide_story::Comparison;

use crate::case::{Case, speaker_name};
use crate::figure::Rival;
use crate::judge::Judged;
use crate::quotation::Quoted;
use crate::{Claim, Clause, Finding, Level, Note, Place, Proof, Verdict};

impl Code {
    /// The page that explains it.
    pub const fn page(self) -> &'static Page {
        match self {
            Self::Q001 => &q001::PAGE,
            Self::Q002 => &q002::PAGE,
            Self::Q003 => &q003::PAGE,
            Self::Q004 => &q004::PAGE,
            Self::Q005 => &q005::PAGE,
            Self::Q006 => &q006::PAGE,
            Self::N001 => &n001::PAGE,
            Self::N002 => &n002::PAGE,
            Self::N003 => &n003::PAGE,
            Self::N004 => &n004::PAGE,
            Self::N005 => &n005::PAGE,
            Self::T001 => &t001::PAGE,
            Self::T002 => &t002::PAGE,
            Self::T003 => &t003::PAGE,
            Self::E001 => &e001::PAGE,
            Self::E002 => &e002::PAGE,
            Self::E003 => &e003::PAGE,
            Self::E004 => &e004::PAGE,
            Self::S001 => &s001::PAGE,
            Self::S002 => &s002::PAGE,
            Self::S003 => &s003::PAGE,
            Self::S004 => &s004::PAGE,
            Self::O001 => &o001::PAGE,
            Self::C001 => &c001::PAGE,
            Self::X001 => &x001::PAGE,
            Self::X002 => &x002::PAGE,
        }
    }

    /// The code with this name; nothing if there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name().eq_ignore_ascii_case(name))
    }
}

/// The verdict a finding of this code gives its clause; nothing if it leaves the verdict alone.
pub(crate) fn verdict(code: Code) -> Option<Verdict> {
    match code.page().verdict? {
        "contradicted" => Some(Verdict::Contradicted),
        "conflicting" => Some(Verdict::Conflicting),
        "not_found" => Some(Verdict::NotFound),
        "not_checked" => Some(Verdict::NotChecked),
        _ => None,
    }
}

/// Raises what the passages, quotations, quantities, times and names of one sentence show.
pub(crate) fn decide(case: &Case<'_>, judged: &Judged<'_>, out: &mut Vec<Finding>) {
    q001::decide(case, judged, out);
    q002::decide(case, judged, out);
    q003::decide(case, judged, out);
    q004::decide(case, judged, out);
    q005::decide(case, judged, out);
    q006::decide(case, judged, out);
    t002::decide(case, judged, out);
    t003::decide(case, judged, out);
    for part in &judged.parts {
        n001::decide(case, judged, part, out);
        n002::decide(case, judged, part, out);
        n003::decide(case, judged, part, out);
        n004::decide(case, judged, part, out);
        n005::decide(case, judged, part, out);
        t001::decide(case, judged, part, out);
        e001::decide(case, judged, part, out);
        e002::decide(case, judged, part, out);
        e003::decide(case, judged, part, out);
    }
    e004::decide(case, judged, out);
    contrast::decide(case, judged, out);
    for part in &judged.parts {
        // What a more specific rule has decided is not also a disagreement.
        let decided = out.iter().any(|finding| {
            verdict(finding.code).is_some() && finding.spans.iter().any(|span| part.span.overlaps(*span))
        });
        if !decided {
            s003::decide(case, judged, part, out);
        }
    }
}

/// Raises what follows from the verdicts of a sentence's clauses.
pub(crate) fn decide_by_verdict(case: &Case<'_>, judged: &Judged<'_>, clauses: &[Clause], out: &mut Vec<Finding>) {
    s001::decide(case, judged, clauses, out);
    s004::decide(case, judged, clauses, out);
}

/// Raises what concerns the draft as a whole.
pub(crate) fn decide_on_draft(case: &Case<'_>, claims: &[Claim], comparison: &Comparison, out: &mut Vec<Finding>) {
    c001::decide(case, claims, out);
    o001::decide(case, comparison, out);
}

/// A finding on a quotation, with the words in its marks as its span.
fn quotation_finding(
    case: &Case<'_>,
    judged: &Judged<'_>,
    quoted: &Quoted<'_>,
    code: Code,
    level: Level,
    message: String,
) -> Finding {
    let speaker = speaker_name(case.draft, quoted.quotation);
    let notes = speaker.map(|name| Note { label: "speaker", text: name.to_owned() }).into_iter().collect();
    Finding {
        code,
        level,
        message,
        claim: Some(judged.claim),
        place: Place::Draft,
        spans: vec![quoted.span],
        evidence: Vec::new(),
        differences: Vec::new(),
        notes,
        suggestion: None,
    }
}

/// The sentence of an article's quantity, with the quantity marked.
fn quantity_proof(case: &Case<'_>, rival: &Rival<'_>) -> Proof {
    let span = rival.quantity.span;
    Proof { article: rival.article, span: case.passage(rival.article, span), words: vec![span] }
}

/// Words from the beginning of a sentence as they stand inside of one: `Seventeen` as `seventeen`.
fn inside_sentence(words: &str) -> String {
    let mut characters = words.chars();
    match (characters.next(), characters.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(characters).collect()
        }
        _ => words.to_owned(),
    }
}

/// How many silent articles are named; of more, their number is told.
const MOST_NAMED: usize = 32;

/// Which articles say nothing, by number: the report knows their outlets.
fn silent_note(case: &Case<'_>, evidence: &[Proof]) -> Option<Note> {
    let speaking: BTreeSet<usize> = evidence.iter().map(|proof| proof.article).collect();
    let silent = || (0..case.articles.len()).filter(|article| !speaking.contains(article));
    let named: Vec<String> = silent().take(MOST_NAMED).map(|article| name_of(case, article)).collect();
    let rest = silent().count() - named.len();
    let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
    (!named.is_empty()).then(|| Note { label: "silent", text: named.join(", ") + &more })
}

/// What an article is called in a note.
fn name_of(case: &Case<'_>, article: usize) -> String {
    let it = &case.articles[article].article;
    it.outlet.clone().or_else(|| it.path.clone()).unwrap_or_else(|| format!("a{}", article + 1))
}

/// The finding on a sentence whose check failed.
pub(crate) fn failed(claim: usize, sentence: coincide_text::Span, why: Option<&str>) -> Finding {
    x001::finding(claim, sentence, why)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_capital_of_the_beginning_is_taken_away() {
        assert_eq!(inside_sentence("Seventeen people"), "seventeen people");
        assert_eq!(inside_sentence("US$3bn"), "US$3bn");
        assert_eq!(inside_sentence("17"), "17");
    }

    #[test]
    fn every_page_is_whole_and_names_a_verdict_there_is() {
        for &code in Code::ALL {
            let page = code.page();
            assert_eq!(page.code, code);
            assert_eq!(page.verdict.is_some(), verdict(code).is_some(), "{code:?}");
            for part in [page.name, page.title, page.meaning, page.why, page.decided, page.example, page.mend] {
                assert!(!part.is_empty(), "{code:?}");
            }
        }
    }
}
