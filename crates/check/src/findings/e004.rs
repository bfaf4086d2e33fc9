//! E004: who did what to whom is swapped.

use crate::case::Case;
use crate::judge::Judged;
use crate::swap::swapped;
use crate::{Code, Finding, Level, Page, Place, Proof};

use super::silent_note;

pub(super) const PAGE: Page = Page {
    code: Code::E004,
    name: "name-in-place-of-another",
    title: "who did what to whom is swapped",
    level: Level::Error,
    verdict: Some("contradicted"),
    meaning: "An article says this of somebody else: the draft's names stand in each other's place, or another name stands in the place of one.",
    why: "Each name is right and each stands in the articles, so a search for the names finds nothing wrong.",
    decided: "First, two neighbouring names with a verb between them, eight words at most and no \"and\", \"with\" or comma, or with what one does to the other (\"Holm's criticism of Kramer\", three words at most and \"of\", \"on\", \"against\", \"over\" or \"for\"), are looked for in sentences of the articles that have both. An article has them swapped if more than half of the words between them are the same and the names stand the other way round, or the same way round where one of the two has \"by\" (\"was accused by\"); its sentence has 60 per cent of the weight of the sentence's other words (an error from 75 per cent and three words on, else a warning), and no article has the names as the draft does. Verbs whose sides say nothing (\"met\") are left aside. The word that the sentence begins with is a name too if an article has it as one. Second, the sentence is aligned word by word with the three passages of every article that have most of its words (35 per cent of their weight at least). Where three words or more beside a name stand in both texts without a break, one of them a content word without a capital or eight words in all, and the passage has another name in its place, the article says it of that other. With words on one side only four are asked for, and two more for every word that stands between the name and those. Names that agree (shorter forms, variants, acronyms, a pronoun or description that stands for the person, a word in common, the beginning of one: \"Ark.\") are no difference, and there is no finding if another passage has the draft's name with half as many such words (at most eight are counted). The level is an error if both sides have such words, five together, neither or both stand after an article (\"the Veldhavn delegate\" may be Holm), and the names are not known to be of different kinds, as a person and a place; else a warning. Who is called by a description and not by name (\"the ministry\") is not seen. A name that no article has is E001, one that is spelt otherwise E002, and that of somebody who is quoted Q003.",
    example: "Draft: Ragna Holm asked Piet Kramer for advice. Article: Piet Kramer asked Ragna Holm for advice.",
    mend: "Put the names in the article's places.",
};

/// From which context on there is no doubt that both tell of one thing.
const NO_DOUBT: f64 = 0.75;

/// Fewest words besides names that must be shared then.
const FEWEST_WORDS: usize = 3;

/// Raises it on names that stand in each other's place; a name in the place of a third one is told by the contrasts.
pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, out: &mut Vec<Finding>) {
    let all = swapped(case, judged.span);
    for (at, swap) in all.iter().enumerate() {
        if all[..at].iter().any(|earlier| earlier.ours == swap.ours) {
            continue;
        }
        let evidence: Vec<Proof> = all[at..]
            .iter()
            .filter(|other| other.ours == swap.ours)
            .map(|other| Proof {
                article: other.article,
                span: case.passage(other.article, other.theirs[0]),
                words: other.theirs.to_vec(),
            })
            .collect();
        let [first, second] = swap.ours.map(|span| span.of(case.draft.text()));
        let sure = swap.context.share >= NO_DOUBT && swap.context.words >= FEWEST_WORDS;
        out.push(Finding {
            code: Code::E004,
            level: if sure { Level::Error } else { Level::Warning },
            message: format!("the articles have {first} and {second} the other way round"),
            claim: Some(judged.claim),
            place: Place::Draft,
            spans: swap.ours.to_vec(),
            notes: silent_note(case, &evidence).into_iter().collect(),
            evidence,
            differences: Vec::new(),
            suggestion: None,
        });
    }
}
