//! E003: role or title differs.

use crate::case::Case;
use crate::judge::{Judged, Part};
use crate::role::{beside, differing, is_of_the_past};
use crate::{Code, Finding, Level, Page, Place, Proof};

use super::silent_note;

pub(super) const PAGE: Page = Page {
    code: Code::E003,
    name: "role-differs",
    title: "role or title differs",
    level: Level::Warning,
    verdict: None,
    meaning: "The articles give this person another office or title than the draft does.",
    why: "A wrong title puts words and deeds into an office that had no part in them.",
    decided: "The role stands right before the name or after a comma behind it, and the articles name a person of the same name, first and last, with a role beside it. Every article that gives the person a role gives one that nobody holds together with the draft's: another office of state (\"president\", \"prime minister\", \"governor\", \"mayor\", \"ambassador\", \"judge\", a spokesman), another rank of an office with one seat (\"deputy mayor\", \"mayor\"), another department (\"finance minister\", \"transport minister\"), another country or place of such an office (\"mayor of\"), or \"former\" beside \"acting\". Silent are: more general roles (\"official\", \"minister\"), other words for one office (\"premier\", \"press secretary\" and \"spokeswoman\"), departments by acronym, offices that go together (a member of parliament who is a minister or presides), ranks of the forces or the church and occupations beside an office. A role that either text calls past (\"former\", \"then\") is held against no other office, and \"former\" may be dropped. No finding if the articles' roles differ among themselves, or if a sentence that names the person has the words of the draft's role too. Words beside a name are no role if more than six of them carry content, if they have \"against\", \"by\", \"said\", \"says\" or \"with\", or if they begin more than 24 bytes behind the name. Of several roles that one text gives a person only the first is compared.",
    example: "Draft: the finance minister, Kari Vik. Articles: the transport minister, Kari Vik.",
    mend: "Use the articles' title, which is the suggestion.",
};

pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, part: &Part<'_>, out: &mut Vec<Finding>) {
    for named in &part.names {
        let Some(ours) = named.entity.role.as_deref() else { continue };
        let Some(span) = beside(case.draft, named.span, ours) else { continue };
        if is_of_the_past(case.draft, span) {
            continue;
        }
        let held = differing(case, named.entity);
        let Some(first) = held.first() else { continue };
        let evidence: Vec<Proof> = held
            .iter()
            .map(|it| Proof { article: it.article, span: case.passage(it.article, it.span), words: vec![it.span] })
            .collect();
        out.push(Finding {
            code: Code::E003,
            level: Level::Warning,
            message: format!("the articles call {} \"{}\"", named.span.of(case.draft.text()), first.role),
            claim: Some(judged.claim),
            place: Place::Draft,
            spans: vec![span],
            notes: silent_note(case, &evidence).into_iter().collect(),
            evidence,
            differences: Vec::new(),
            suggestion: Some(first.role.clone()),
        });
    }
}
