//! T001: date or time differs.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::T001,
    name: "time-differs",
    title: "date or time differs",
    level: Level::Error,
    verdict: Some("contradicted"),
    meaning: "",
    why: "",
    decided: "",
    example: "",
    mend: "",
};
