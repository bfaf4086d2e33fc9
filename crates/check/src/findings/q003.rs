//! Q003: quotation by another speaker.

use coincide_annotate::{EntityKind, NameMatch, Quotation, Reading, same_name};

use crate::case::{Case, quotation_around};
use crate::judge::Judged;
use crate::name::Known;
use crate::quotation::{Found, Stretch};
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
    decided: "An article has the quotation word for word within quotation marks, the draft and the article both name a speaker beside it, and the two names are of different people (parts of names, initials and spelling variants allowed for) in every article that names one. If the draft's sentence names the article's speaker too, there is no finding: who names both has hardly taken one for the other; nor if the article's sentence names the draft's speaker beside the quotation. The level is a warning if one of the two is no person or no article has the draft's name. Also if a passage that runs parallel to the sentence (see E004) has another name in the place of the speaker's; what is said without marks is E004.",
    example: "Draft: \"Nobody should have been at sea,\" said the managing director. Article: it was the leader of the islanders who said so.",
    mend: "Name the speaker the articles name.",
};

pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, out: &mut Vec<Finding>) {
    for quoted in &judged.quoted {
        let Found::Verbatim(places) = &quoted.found else { continue };
        let Some(speaker) = speaker(case.draft, quoted.quotation) else { continue };
        let mut others = Vec::new();
        let mut same = false;
        for place in places {
            let reading = &case.articles[place.article];
            let Some(quotation) = quotation_around(reading, place.span) else { continue };
            // A headline quotes without saying whom: it speaks for nobody.
            match self::speaker(reading, quotation) {
                Some(other) if differ(speaker, other) => others.push((*place, other)),
                Some(_) => same = true,
                None => {}
            }
        }
        let Some(&(_, said_by)) = others.first().filter(|_| !same) else { continue };
        // Who names both people in one sentence has hardly taken one for the other.
        let named_too = judged
            .parts
            .iter()
            .flat_map(|part| &part.names)
            .any(|named| same_name(&named.entity.name, said_by.name) != NameMatch::Different);
        // An article may give both: a spokesman, and whom he speaks for.
        let both = others.iter().any(|(place, _)| names_beside(case, *place, speaker));
        if named_too || both {
            continue;
        }
        let unknown = judged.parts.iter().flat_map(|part| &part.names).any(|named| {
            named.known != Known::Yes
                && quoted.quotation.speaker.as_ref().is_some_and(|it| it.span.overlaps(named.span))
        });
        // An office and who speaks for it may both be named, and a name that no article has is told as such.
        let people = speaker.kind == EntityKind::Person && said_by.kind == EntityKind::Person;
        let level = if unknown || !people { Level::Warning } else { Level::Error };
        let message = format!("{} said this, not {}", said_by.name, speaker.name);
        let mut finding = quotation_finding(case, judged, quoted, Code::Q003, level, message);
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
        finding.notes = vec![Note { label: "said", text: said_by.name.to_owned() }];
        finding.suggestion = Some(said_by.name.to_owned());
        out.push(finding);
    }
}

/// Who says a quotation: the words that name them there, and their fullest name.
#[derive(Clone, Copy)]
struct Named<'a> {
    mention: &'a str,
    name: &'a str,
    kind: EntityKind,
}

/// The speaker of a quotation, if they are named beside it and not only meant by a pronoun or a description.
fn speaker<'a>(reading: &'a Reading, quotation: &Quotation) -> Option<Named<'a>> {
    let speaker = quotation.speaker.as_ref()?;
    let entity = reading.annotations.entities.get(speaker.entity?)?;
    entity.mentions.iter().any(|mention| mention.named && mention.span.overlaps(speaker.span)).then(|| Named {
        mention: speaker.span.of(reading.text()),
        name: &entity.name,
        kind: entity.kind,
    })
}

/// Whether the sentence of an article that has a quotation also names `speaker`, outside of the quotation.
fn names_beside(case: &Case<'_>, place: Stretch, speaker: Named<'_>) -> bool {
    let reading = &case.articles[place.article];
    let sentence = case.passage(place.article, place.span);
    let Some(quotation) = quotation_around(reading, place.span) else { return false };
    reading.annotations.entities.iter().any(|entity| {
        let mut mentions = entity.mentions.iter().filter(|it| it.named && sentence.contains(it.span));
        let beside = mentions.any(|it| !quotation.marked.overlaps(it.span));
        beside && same_name(&entity.name, speaker.name) != NameMatch::Different
    })
}

/// Whether two names are of different people, by the names used and by the fullest ones.
fn differ(a: Named<'_>, b: Named<'_>) -> bool {
    [(a.mention, b.mention), (a.name, b.name), (a.mention, b.name), (a.name, b.mention)]
        .iter()
        .all(|(a, b)| same_name(a, b) == NameMatch::Different)
}
