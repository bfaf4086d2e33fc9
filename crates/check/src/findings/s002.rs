//! S002: an article says the opposite.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::S002,
    name: "opposite",
    title: "an article says the opposite",
    level: Level::Error,
    verdict: Some("contradicted"),
    meaning: "An article has the same words with a negation more or less.",
    why: "One word turns a sentence round, and every other word of it is right.",
    decided: "The sentence is aligned with passages as for E004. Between two words that follow each other in one text, the other has a negation (\"not\", \"never\", \"no\", with or without \"do\") and nothing else, four words or more beside it stand in both without a break, a content word stands within three words of it, and no passage has the words as the draft has them with half as many such words beside (at most eight are counted). \"Not only\" turns nothing. The level is an error from five words on, else a warning. Inside a quotation that was altered it is Q002. What an article denies in other words is not seen.",
    example: "Draft: the ferry was insured. Article: the ferry was not insured.",
    mend: "Say what the article says.",
};
