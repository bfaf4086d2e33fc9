//! Q006: articles differ on the wording.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::Q006,
    name: "wording-differs",
    title: "articles differ on the wording",
    level: Level::Note,
    verdict: Some("conflicting"),
    meaning: "",
    why: "",
    decided: "",
    example: "",
    mend: "",
};
