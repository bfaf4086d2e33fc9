//! E002: name spelt otherwise.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::E002,
    name: "name-misspelt",
    title: "name spelt otherwise",
    level: Level::Warning,
    verdict: None,
    meaning: "",
    why: "",
    decided: "",
    example: "",
    mend: "",
};
