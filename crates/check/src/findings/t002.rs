//! T002: weekday and date do not fit.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::T002,
    name: "weekday-misfit",
    title: "weekday and date do not fit",
    level: Level::Warning,
    verdict: None,
    meaning: "",
    why: "",
    decided: "",
    example: "",
    mend: "",
};
