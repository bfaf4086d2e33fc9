//! N001: quantity differs from every article's figure.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::N001,
    name: "quantity-differs",
    title: "quantity differs from every article's figure",
    level: Level::Error,
    verdict: Some("contradicted"),
    meaning: "",
    why: "",
    decided: "",
    example: "",
    mend: "",
};
