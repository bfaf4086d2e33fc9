//! Q003: quotation by another speaker.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::Q003,
    name: "other-speaker",
    title: "quotation by another speaker",
    level: Level::Error,
    verdict: Some("contradicted"),
    meaning: "",
    why: "",
    decided: "",
    example: "",
    mend: "",
};
