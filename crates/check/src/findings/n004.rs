//! N004: unit, or what is counted, differs.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::N004,
    name: "counted-differs",
    title: "unit, or what is counted, differs",
    level: Level::Error,
    verdict: Some("contradicted"),
    meaning: "",
    why: "",
    decided: "",
    example: "",
    mend: "",
};
