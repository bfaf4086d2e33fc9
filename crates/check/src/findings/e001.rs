//! E001: name in no article.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::E001,
    name: "name-not-found",
    title: "name in no article",
    level: Level::Warning,
    verdict: Some("not_found"),
    meaning: "",
    why: "",
    decided: "",
    example: "",
    mend: "",
};
