use std::collections::BTreeSet;

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use super::body::{Words, tokens};

/// What of a title is right.
#[derive(Clone, Copy, Debug)]
pub struct TitleScore {
    /// The same words in the same order.
    pub exact: bool,
    /// The F1 of the multisets of words.
    pub f1: f64,
}

/// What of the authors is right.
#[derive(Clone, Debug)]
pub struct NamesScore {
    /// The names that should be found, in normal form.
    pub gold: BTreeSet<String>,
    /// Those that were.
    pub found: BTreeSet<String>,
}

/// Whether the day of publication is right. As htmldate counts: a wrong day is wrongly found, whether the page names
/// another one or none; a day that is not given is missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateScore {
    /// The right day.
    Right,
    /// Another day, or one where there is none.
    Wrong,
    /// None, where there is one.
    Missed,
    /// None, and there is none.
    RightlyNone,
}

impl DateScore {
    /// Whether what was found, or that nothing was, is right.
    pub fn is_right(self) -> bool {
        matches!(self, Self::Right | Self::RightlyNone)
    }
}

impl NamesScore {
    /// The F1 of the sets; 1 if both are empty.
    pub fn f1(&self) -> f64 {
        let all = self.gold.len() + self.found.len();
        if all == 0 { 1.0 } else { 2.0 * self.gold.intersection(&self.found).count() as f64 / all as f64 }
    }
}

pub(super) fn title(gold: &str, found: &str) -> TitleScore {
    let (gold, found) = (normal(gold), normal(found));
    TitleScore { exact: gold == found, f1: Words::of(&gold).overlap(&Words::of(&found)).f1() }
}

/// Names are told apart by semicolons, commas, slashes, `and`, `&` and `|`; after a comma, a single word is no name but a
/// degree. An agency counts where it is listed among the authors, in the gold as in what was found.
pub(super) fn names(gold: &[String], found: &[String]) -> NamesScore {
    let set = |texts: &[String]| texts.iter().flat_map(|text| apart(text)).collect();
    NamesScore { gold: set(gold), found: set(found) }
}

fn apart(text: &str) -> Vec<String> {
    let text = text.replace(" and ", ";").replace(" And ", ";").replace(['&', '|', '/'], ";");
    let mut names = Vec::new();
    for group in text.split(';') {
        for (index, part) in group.split(',').enumerate() {
            let name = normal(part);
            let name = name.strip_prefix("by ").unwrap_or(&name);
            if !name.is_empty() && (index == 0 || name.contains(' ')) {
                names.push(name.to_owned());
            }
        }
    }
    names
}

pub(super) fn date(gold: Option<Date>, found: Option<Date>) -> DateScore {
    match (gold, found) {
        (None, None) => DateScore::RightlyNone,
        (Some(_), None) => DateScore::Missed,
        (Some(gold), Some(found)) if gold == found => DateScore::Right,
        _ => DateScore::Wrong,
    }
}

/// The day that an ISO 8601 date or moment begins with, as it is written, whatever its zone.
pub(super) fn day(text: &str) -> Option<Date> {
    text.trim().get(..10)?.parse().ok()
}

/// The words in lower case, compatibility forms resolved, with single blanks between them.
fn normal(text: &str) -> String {
    let text: String = text.nfkc().collect::<String>().to_lowercase();
    tokens(&text).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_compared_by_their_words() {
        assert!(title("“Ferry  aground”: crew safe", "\"Ferry aground\" – Crew safe").exact);
        let with_outlet = title("Ferry aground off Ostvik", "Ferry aground off Ostvik | Coast Radio");
        assert!(!with_outlet.exact && (with_outlet.f1 - 0.8).abs() < 1e-9);
    }

    #[test]
    fn names_are_told_apart() {
        for (text, expected) in [
            ("Inga Strand, Per Holm, and Ada Vik", &["ada vik", "inga strand", "per holm"][..]),
            ("By Inga Strand", &["inga strand"]),
            ("Inga Strand, MS, RD", &["inga strand"]),
            ("Inga Strand; Per Holm", &["inga strand", "per holm"]),
            ("Ostvik Team", &["ostvik team"]),
        ] {
            let score = names(&[text.to_owned()], &[]);
            assert_eq!(score.gold.iter().map(String::as_str).collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn an_agency_is_an_author_like_any_other() {
        let (strand, agency) = (["Inga Strand".to_owned()], ["NTB".to_owned()]);
        let both = [strand[0].clone(), agency[0].clone()];
        assert_eq!(names(&agency, &agency).f1(), 1.0);
        assert_eq!(names(&agency, &[]).f1(), 0.0);
        assert_eq!(names(&strand, &both).f1(), 2.0 / 3.0);
        assert_eq!(names(&both, &strand).f1(), 2.0 / 3.0);
        assert_eq!(names(&[], &strand).f1(), 0.0);
    }

    #[test]
    fn days_are_compared_as_htmldate_does() {
        let (first, second) = (day("2024-05-03 23:30:00+00:00"), day("2024-05-04"));
        assert_eq!(date(first, second), DateScore::Wrong);
        assert_eq!(date(None, second), DateScore::Wrong);
        assert_eq!(date(first, None), DateScore::Missed);
        assert_eq!(date(None, day("soon")), DateScore::RightlyNone);
    }
}
