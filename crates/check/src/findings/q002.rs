//! Q002: quotation altered.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::Q002,
    name: "quotation-altered",
    title: "quotation altered",
    level: Level::Error,
    verdict: Some("contradicted"),
    meaning: "",
    why: "",
    decided: "",
    example: "",
    mend: "",
};
