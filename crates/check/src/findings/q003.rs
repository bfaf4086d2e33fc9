//! Q003: quotation by another speaker.

use coincide_annotate::{NameMatch, same_name};

use crate::case::{Case, quotation_around, speaker_name};
use crate::judge::Judged;
use crate::quotation::Found;
use crate::{Code, Finding, Level, Note, Page, Proof};

use super::quotation_finding;

pub(super) const PAGE: Page = Page {
    code: Code::Q003,
    name: "other-speaker",
    title: "quotation by another speaker",
    level: Level::Error,
    verdict: Some("contradicted"),
    meaning: "The words were said, but by somebody else.",
    why: "A right quotation in the wrong mouth is a wrong statement about two people.",
    decided: "An article has the quotation word for word within quotation marks, the draft and the article both name a speaker, and the two names are of different people (parts of names, initials and spelling variants allowed for) in every article that has it. If the draft's speaker has said it in any article, there is no finding.",
    example: "Draft: \"Nobody should have been at sea,\" said the managing director. Article: it was the leader of the islanders who said so.",
    mend: "Name the speaker the articles name.",
};

pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, out: &mut Vec<Finding>) {
    for quoted in &judged.quoted {
        let Found::Verbatim(places) = &quoted.found else { continue };
        let Some(speaker) = speaker_name(case.draft, quoted.quotation) else { continue };
        let mut others = Vec::new();
        let mut same = false;
        for place in places {
            let reading = &case.articles[place.article];
            let Some(quotation) = quotation_around(reading, place.span) else { continue };
            match speaker_name(reading, quotation) {
                Some(name) if same_name(speaker, name) == NameMatch::Different => others.push((*place, name)),
                _ => same = true,
            }
        }
        let Some(&(_, said_by)) = others.first().filter(|_| !same) else { continue };
        let message = format!("{said_by} said this, not {speaker}");
        let mut finding = quotation_finding(case, judged, quoted, Code::Q003, Level::Error, message);
        finding.spans =
            quoted.quotation.speaker.iter().map(|it| it.span).filter(|it| judged.span.contains(*it)).collect();
        finding.spans.push(quoted.span);
        finding.spans.sort_unstable();
        for (place, _) in &others {
            finding.evidence.push(Proof {
                article: place.article,
                span: case.passage(place.article, place.span),
                words: vec![place.span],
            });
        }
        finding.notes.insert(0, Note { label: "said", text: said_by.to_owned() });
        finding.suggestion = Some(said_by.to_owned());
        out.push(finding);
    }
}
