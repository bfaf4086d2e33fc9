//! O001: most independent sources say it, the draft does not.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::O001,
    name: "omitted",
    title: "most independent sources say it, the draft does not",
    level: Level::Note,
    verdict: None,
    meaning: "",
    why: "",
    decided: "",
    example: "",
    mend: "",
};
