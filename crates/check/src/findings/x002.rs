//! X002: an input could not be read, or only in part.

use crate::{Code, Level, Page};

pub(super) const PAGE: Page = Page {
    code: Code::X002,
    name: "input-unreadable",
    title: "an input could not be read, or only in part",
    level: Level::Error,
    verdict: None,
    meaning: "A file, a line or a part of it could not be read. Everything else was checked without it.",
    why: "What was not read can neither support nor contradict.",
    decided: "Reading reports an error: the input is missing, empty, binary, cut off, malformed or not decodable. The message names the file and the place.",
    example: "harbour-gazette.json, line 1, column 812: the string is not closed.",
    mend: "Mend the file, or leave it out of the call.",
};
