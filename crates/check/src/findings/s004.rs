//! S004: one independent source only.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::S004,
    name: "single-source",
    title: "one independent source only",
    level: Level::Note,
    verdict: None,
    meaning: "",
    why: "",
    decided: "",
    example: "",
    mend: "",
};
