//! C001: passage copied from an article, not marked as quotation.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::C001,
    name: "copied",
    title: "passage copied from an article, not marked as quotation",
    level: Level::Note,
    verdict: None,
    meaning: "",
    why: "",
    decided: "",
    example: "",
    mend: "",
};
