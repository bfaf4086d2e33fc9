//! Q005: quotation stitched from two places.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::Q005,
    name: "quotation-stitched",
    title: "quotation stitched from two places",
    level: Level::Warning,
    verdict: None,
    meaning: "",
    why: "",
    decided: "",
    example: "",
    mend: "",
};
