//! X002: an input could not be read, or only in part.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::X002,
    name: "input-unreadable",
    title: "an input could not be read, or only in part",
    level: Level::Error,
    verdict: None,
    meaning: "",
    why: "",
    decided: "",
    example: "",
    mend: "",
};
