//! S001: no article says this.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::S001,
    name: "not-found",
    title: "no article says this",
    level: Level::Warning,
    verdict: Some("not_found"),
    meaning: "",
    why: "",
    decided: "",
    example: "",
    mend: "",
};
