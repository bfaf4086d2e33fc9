//! X001: a sentence could not be checked because something failed.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::X001,
    name: "check-failed",
    title: "a sentence could not be checked because something failed",
    level: Level::Warning,
    verdict: Some("not_checked"),
    meaning: "",
    why: "",
    decided: "",
    example: "",
    mend: "",
};
