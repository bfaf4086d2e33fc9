//! Q004: quotation cut so that its sense changes.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::Q004,
    name: "quotation-cut",
    title: "quotation cut so that its sense changes",
    level: Level::Error,
    verdict: Some("contradicted"),
    meaning: "",
    why: "",
    decided: "",
    example: "",
    mend: "",
};
