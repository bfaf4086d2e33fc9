//! N005: a later article has a newer figure.

use crate::case::Case;
use crate::figure::Rival;
use crate::judge::{Judged, Part};
use crate::newest::{latest, moved_on};
use crate::{Code, Finding, Level, Note, Page, Place, Proof};

use super::{inside_sentence, name_of, quantity_proof};

pub(super) const PAGE: Page = Page {
    code: Code::N005,
    name: "quantity-outdated",
    title: "a later article has a newer figure",
    level: Level::Warning,
    verdict: None,
    meaning: "The draft's figure is that of an article, and an article that was published later has another one for the same thing: the story moved on.",
    why: "Counts of the dead and the hurt change for days. A figure that was right on the first evening is wrong in a text of today.",
    decided: "Figures are compared as for N001 and N002. At least one article agrees with the draft; every article that differs is known to be earlier or later than all of those that agree, and one of them is later. Articles are put in order by when they were last changed, else published: instants where both have a zone, else days, one day apart if neither has a time of day and two if one has. A day taken from a dateline tells no order. The thing is one that goes on changing (the dead, injured, arrested, displaced, evacuated, missing, infected), or the later sentence says so right before the figure (\"has risen to\", \"now\", \"revised\"). A sentence that names a time more than 31 days before the earlier articles tells of another event, and a figure that the draft's sentence has beside its own is of another thing. Another hedge that fits (\"at least 12\" and 17) is no newer figure. In all other cases articles that differ are N002: where no order is known, where the draft has the newest figure, and where the later article merely says otherwise. N005 takes the place of N002 and leaves the verdict alone, since the draft's figure was right when it was published; the later passage is listed as saying otherwise.",
    example: "Draft: 14 injured, as two articles had it on Tuesday. An article of Wednesday: \"has risen to 17\".",
    mend: "Use the newest figure, which is the suggestion, or say of which day the draft's is.",
};

pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, part: &Part<'_>, out: &mut Vec<Finding>) {
    for figure in &part.figures {
        let Some(moved) = moved_on(case, figure) else { continue };
        let Some(newest) = moved.newer.first() else { continue };
        let theirs = newest.quantity.span.of(case.articles[newest.article].text());
        let begins = figure.quantity.span.of(case.draft.text()).starts_with(char::is_uppercase);
        let rivals = moved.newer.iter().chain(&moved.older);
        let evidence: Vec<Proof> = rivals.map(|rival| quantity_proof(case, rival)).collect();
        let dated = |article: usize| match latest(case, article) {
            Some(published) => {
                let at = &published.at;
                let time = at.time.map(|time| format!(" {:02}:{:02}", time.hour(), time.minute())).unwrap_or_default();
                format!("{} ({}{time})", name_of(case, article), at.date)
            }
            None => name_of(case, article),
        };
        let list = |rivals: &[&Rival<'_>]| {
            let named: Vec<String> = rivals.iter().map(|rival| dated(rival.article)).collect();
            named.join(", ")
        };
        out.push(Finding {
            code: Code::N005,
            level: Level::Warning,
            message: format!("a later article has {}", inside_sentence(theirs)),
            claim: Some(judged.claim),
            place: Place::Draft,
            spans: vec![figure.quantity.span],
            evidence,
            differences: Vec::new(),
            notes: vec![
                Note { label: "earlier", text: list(&moved.older) },
                Note { label: "later", text: list(&moved.newer) },
            ],
            suggestion: Some(if begins { theirs.to_owned() } else { inside_sentence(theirs) }),
        });
    }
}
