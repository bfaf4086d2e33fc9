//! S002: an article says the opposite.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::S002,
    name: "opposite",
    title: "an article says the opposite",
    level: Level::Error,
    verdict: Some("contradicted"),
    meaning: "An article has the same words with a negation more or less, or with the antonym of one of them.",
    why: "One word turns a sentence round, and every other word of it is right.",
    decided: "The sentence is aligned with passages as for E004. First, between two words that follow each other in one text, the other has a negation (\"not\", \"never\", \"no\", with or without \"do\") and nothing else, four words or more beside it stand in both without a break, a content word stands within three words of it, the first one after it is the same in both, and no passage has the words as the draft has them with half as many such words beside (at most eight are counted). \"Not only\" turns nothing. The level is an error from five words on, two of them after it, else a warning. Second, in the place of a word the passage has its antonym, in whatever form (\"rises\", \"fell\"). Antonyms are those of WordNet 3.1, those that follow from them by a synonym, words with \"un\" or \"non\" before them, and a few prepositions (\"before\", \"after\"). Up to three words may stand there and two more in the passage; none of the others has content, and negations and antonyms together are odd in number, since \"did not fall\" is no opposite of \"rose\". Three words or more stand beside the place in both texts without a break, four where they stand on one side only, one more for each further word in the place but articles; one of them has content. There is no finding if a passage has the draft's words with half as many such words beside, if any sentence that has 60 per cent of the weight of the clause's other words has the draft's word too, if the word belongs to a quantity, a time or a name, or if another error is on it. The level is an error if such words stand on both sides, five together, and WordNet links the two words themselves; else a warning. Inside a quotation that was altered it is Q002. What an article denies in other words is not seen.",
    example: "Draft: the ferry was insured. Article: the ferry was not insured.",
    mend: "Say what the article says.",
};
