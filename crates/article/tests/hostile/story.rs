//! An article that must be found in every page.

use coincide_article::{Article, ParagraphKind};

const TITLE: &str = "Ferry runs aground off Ostvik with sixty people on board";

const STORY: [&str; 4] = [
    "The ferry Alma ran aground off Ostvik late on Friday evening with sixty passengers and a crew of nine on board, \
     the rescue centre said.",
    "All of them were brought ashore before midnight by two lifeboats and a fishing vessel that had been on its way \
     home, and nobody was hurt.",
    "“We had no warning that the light on the skerry was out,” the harbour master, Inga Strand, told reporters on the \
     quay on Saturday morning.",
    "The company that runs the ferry said that it would pay for the night in a hotel, and that divers were to look at \
     the hull before the tide turned.",
];

/// What of the story must be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keeps {
    /// Title and text.
    All,
    /// The text; the title is what is hostile.
    Text,
    /// Whatever there is: other text on the page outweighs the story by far, or all of it is a link.
    Anything,
    /// Something, or it is refused with a reason.
    NothingElseAnError,
}

/// A page with the story, and `before` and `after` around it.
pub(crate) fn page(before: &str, after: &str) -> String {
    page_of("", before, &paragraphs(), after)
}

/// The same with `head` in its head and `story` for the paragraphs.
pub(crate) fn page_of(head: &str, before: &str, story: &str, after: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{TITLE}</title>{head}</head><body>\
         <header><nav><a href=/>Home</a> <a href=/news>News</a></nav></header>{before}<main><article><h1>{TITLE}</h1>\
         {story}</article></main>{after}<footer>About us</footer></body></html>"
    )
}

/// The paragraphs of the story.
pub(crate) fn paragraphs() -> String {
    STORY.iter().map(|paragraph| format!("<p>{paragraph}</p>\n")).collect()
}

/// What of the story is not in an article.
pub(crate) fn missing(article: &Article, keeps: Keeps) -> Vec<String> {
    let mut missing = Vec::new();
    if keeps == Keeps::All && article.title.as_deref() != Some(TITLE) {
        let title: Option<String> = article.title.as_ref().map(|title| title.chars().take(80).collect());
        missing.push(format!("has the title {title:?}"));
    }
    let holds = |sentence: &&&str| article.text.as_str().contains(**sentence);
    let found = STORY.iter().filter(holds).count();
    if matches!(keeps, Keeps::All | Keeps::Text) && found < STORY.len() {
        missing.push(format!("keeps {found} of {} paragraphs", STORY.len()));
    }
    if keeps != Keeps::Anything && article.paragraphs.iter().all(|paragraph| paragraph.kind == ParagraphKind::Title) {
        missing.push("has no text".to_owned());
    }
    missing
}
