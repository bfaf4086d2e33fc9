//! Q001: quotation in no article.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::Q001,
    name: "quotation-not-found",
    title: "quotation in no article",
    level: Level::Error,
    verdict: Some("not_found"),
    meaning: "",
    why: "",
    decided: "",
    example: "",
    mend: "",
};
