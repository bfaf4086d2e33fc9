//! S003: articles disagree.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::S003,
    name: "articles-disagree",
    title: "articles disagree",
    level: Level::Warning,
    verdict: Some("conflicting"),
    meaning: "",
    why: "",
    decided: "",
    example: "",
    mend: "",
};
