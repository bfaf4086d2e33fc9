//! T002: weekday and date do not fit.

use crate::case::Case;
use crate::judge::Judged;
use crate::{Code, Finding, Level, Page, Place};

pub(super) const PAGE: Page = Page {
    code: Code::T002,
    name: "weekday-misfit",
    title: "weekday and date do not fit",
    level: Level::Warning,
    verdict: None,
    meaning: "The draft names a weekday and a date that is another weekday.",
    why: "One of the two is wrong, and the reader cannot know which.",
    decided: "By the Gregorian calendar, for an expression that has a weekday, a day, a month and a year of its own. Without a year nothing is said: which one is meant is only inferred.",
    example: "Friday 23 October 2025 was a Thursday.",
    mend: "Correct the one the articles do not have.",
};

pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, out: &mut Vec<Finding>) {
    let times = case.draft.annotations.times.iter().filter(|time| judged.span.contains(time.span));
    for time in times {
        let (Some(weekday), (Some(_), Some(_), Some(_)), Some((first, last))) = (time.weekday, time.written, time.days)
        else {
            continue;
        };
        let really = first.weekday();
        if first != last || really.to_monday_one_offset() == weekday {
            continue;
        }
        let name = WEEKDAYS[usize::from(really.to_monday_zero_offset().unsigned_abs())];
        out.push(Finding {
            code: Code::T002,
            level: Level::Warning,
            message: format!("{first} is a {name}"),
            claim: Some(judged.claim),
            place: Place::Draft,
            spans: vec![time.span],
            evidence: Vec::new(),
            differences: Vec::new(),
            notes: Vec::new(),
            suggestion: None,
        });
    }
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
