//! N003: hedge dropped or added.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::N003,
    name: "hedge-changed",
    title: "hedge dropped or added",
    level: Level::Warning,
    verdict: None,
    meaning: "",
    why: "",
    decided: "",
    example: "",
    mend: "",
};
