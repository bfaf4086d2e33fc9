//! N002: articles differ on the quantity.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::N002,
    name: "quantity-disputed",
    title: "articles differ on the quantity",
    level: Level::Warning,
    verdict: Some("conflicting"),
    meaning: "",
    why: "",
    decided: "",
    example: "",
    mend: "",
};
