//! E004: who did what to whom is swapped.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::E004,
    name: "name-in-place-of-another",
    title: "who did what to whom is swapped",
    level: Level::Error,
    verdict: Some("contradicted"),
    meaning: "An article says this of somebody else: another name stands in the place of the draft's.",
    why: "Each name is right and each stands in the articles, so a search for the names finds nothing wrong.",
    decided: "The sentence is aligned word by word with the three passages of every article that have most of its words (35 per cent of their weight at least). Where three words or more beside a name stand in both texts without a break, one of them a content word without a capital, and the passage has another name in its place, the article says it of that other. With words on one side only four are asked for, and two for every word that stands between the name and those. Names that agree (shorter forms, variants, acronyms, a pronoun or description that stands for the person, a word in common) are no difference, and there is no finding if another passage has the draft's name with half as many such words (at most eight are counted). The level is an error if both sides have such words, five together, else a warning. A name that no article has is E001, one that is spelt otherwise E002, and that of somebody who says something Q003.",
    example: "Draft: the pilots accused the ministry. Article: the ministry accused the pilots.",
    mend: "Use the article's name.",
};
