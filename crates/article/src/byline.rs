//! Lines beside a headline that say who wrote and when.

use crate::agency::news_agency;
use crate::date::{FoundDate, find_date};
use crate::facts::Facts;
use crate::{DateSource, Published};

/// What a line beside the headline is, if it is not text.
pub(crate) struct CreditLine {
    /// `byline`, `time stamp` or `credit`.
    pub(crate) reason: &'static str,
    pub(crate) facts: Facts,
}

/// Reads a byline, a time stamp or a line that names its source; nothing for any other line.
pub(crate) fn credit_line(line: &str) -> Option<CreditLine> {
    if line.len() > 240 || line.split_whitespace().count() > 30 {
        return None;
    }
    source_line(line).or_else(|| byline(line)).or_else(|| time_stamp(line))
}

/// `/ Source: Coast Radio`, `Source: Reuters`.
fn source_line(line: &str) -> Option<CreditLine> {
    let rest = line.trim_start_matches(['/', '|', '-', '–', '—', ' ']);
    let name = strip_label(rest, "source:")?.trim_end_matches(['.', '/', '|', ' ']);
    if name.is_empty() || name.split_whitespace().count() > 6 {
        return None;
    }
    let mut facts = Facts::default();
    match news_agency(name) {
        Some(agency) => facts.agency = Some(agency.to_owned()),
        None => facts.outlet = Some(name.to_owned()),
    }
    Some(CreditLine { reason: "credit", facts })
}

/// `By Anna Holm and Per Dahl, Coast Radio | Published 21 June 2018`.
fn byline(line: &str) -> Option<CreditLine> {
    let rest = strip_label(line, "by ").or_else(|| strip_label(line, "written by "))?;
    let date = find_date(rest, DateSource::Byline);
    let people = date.as_ref().map_or(rest, |date| &rest[..date.span.start]);
    let mut facts = Facts::default();
    let mut read = 0;
    for piece in people_in(people) {
        let piece = piece.trim().trim_end_matches(['.', ':']);
        if piece.is_empty() {
            continue;
        }
        if let Some(agency) = news_agency(piece) {
            facts.agency.get_or_insert_with(|| agency.to_owned());
        } else if is_person(piece) {
            facts.authors.push(piece.to_owned());
        } else if !is_desk(piece) && !is_stamp_label(piece) && read == 0 {
            // `By Friday the harbour was closed` is a sentence.
            return None;
        } else if is_stamp_label(piece) {
            break;
        }
        read += 1;
    }
    let has_text =
        people.split_whitespace().count() > 16 || (line.trim_end().ends_with('.') && date.is_none() && line.len() > 60);
    if has_text || (facts.authors.is_empty() && facts.agency.is_none() && !is_desk(people)) {
        return None;
    }
    facts.published = date.map(|date| date.published);
    Some(CreditLine { reason: "byline", facts })
}

/// The parts of a byline. After a comma stands another name only in a list that ends with `and`; else it is an outlet
/// or a role.
fn people_in(people: &str) -> Vec<&str> {
    let people = people.split(['|', '/', ';', '•', '·']).next().unwrap_or_default();
    let joined = |part: &'_ str| part.contains(" and ") || part.contains(" & ");
    let names = match people.split_once(',') {
        Some((first, rest)) if !joined(rest) => first,
        _ => people,
    };
    names.split(',').flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" & ")).collect()
}

/// `PUBLISHED: 16:34, 21 June 2018 | UPDATED: 07:05, 22 June 2018`, or a date alone.
fn time_stamp(line: &str) -> Option<CreditLine> {
    let mut facts = Facts::default();
    let mut other = 0;
    for piece in line.split(['|', '•', '·']) {
        let Some(date) = find_date(piece, DateSource::Byline) else {
            other += piece.split_whitespace().count();
            continue;
        };
        let before = piece[..date.span.start].trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let after = piece[date.span.end..].trim_matches(|c: char| !c.is_alphanumeric());
        match stamp_label(&before) {
            Some(Stamp::Changed) => facts.modified = facts.modified.or(Some(date.published)),
            Some(Stamp::Published) => facts.published = facts.published.or(Some(date.published)),
            Some(Stamp::Shown) => {}
            None => {
                other += before.split_whitespace().count();
                facts.published = facts.published.or(Some(date.published));
            }
        }
        other += after.split_whitespace().count();
    }
    let dated = facts.published.is_some() || facts.modified.is_some();
    (dated && other <= 2 && !line.trim_end().ends_with(['!', '?', '"']))
        .then_some(CreditLine { reason: "time stamp", facts })
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stamp {
    Published,
    Changed,
    /// When the page was captured or shown: no date of the article.
    Shown,
}

/// What the words before a date say that it is.
pub(crate) fn stamp_label(label: &str) -> Option<Stamp> {
    let label = label.trim_end_matches([':', ' ']).trim_end_matches(" on").trim_end_matches(" at").trim();
    match label {
        "published" | "posted" | "first published" | "created" | "issued" | "publication date" | "date"
        | "date published" => Some(Stamp::Published),
        "updated" | "last updated" | "modified" | "last modified" | "changed" | "update" | "last update" => {
            Some(Stamp::Changed)
        }
        "archived" | "retrieved" | "accessed" | "captured" | "downloaded" | "printed" | "saved" | "snapshot"
        | "today is" | "page shown" | "shown" => Some(Stamp::Shown),
        _ => None,
    }
}

fn is_stamp_label(piece: &str) -> bool {
    stamp_label(&piece.to_lowercase()).is_some()
}

/// A date and clock that a page shows of itself: `14-02-2023 06:17 PM in Ostvik`.
pub(crate) fn is_clock(line: &str) -> bool {
    let Some(FoundDate { span, published, has_weekday }) = find_date(line, DateSource::Text) else { return false };
    let Published { at, .. } = published;
    let rest = line.split_whitespace().count().saturating_sub(line[span.start..span.end].split_whitespace().count());
    let label = line[..span.start].trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    stamp_label(&label) == Some(Stamp::Shown)
        || (rest <= 4 && stamp_label(&label).is_none() && (at.time.is_some() || has_weekday))
}

/// Whether `text` has the form of a person's name: two to four words with capitals, particles allowed.
pub(crate) fn is_person(text: &str) -> bool {
    const PARTICLES: &[&str] =
        &["al", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "la", "le", "ten", "van", "von", "y"];
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=5).contains(&words.len())
        && !is_desk(text)
        && words.iter().all(|word| {
            PARTICLES.contains(word)
                || (word.chars().next().is_some_and(char::is_uppercase)
                    && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’')))
        })
}

/// Whether `text` signs for a newsroom rather than a person: `Daily Post Reporter`, `Staff`, `Agencies`.
fn is_desk(text: &str) -> bool {
    const DESKS: &[&str] = &[
        "reporter",
        "reporters",
        "staff",
        "desk",
        "agencies",
        "agency",
        "correspondent",
        "newsroom",
        "editors",
        "team",
        "writer",
        "writers",
        "editor",
        "service",
    ];
    text.split_whitespace().count() <= 6
        && text
            .split_whitespace()
            .any(|word| DESKS.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str()))
}

/// What follows `label` at the start of `line`, whatever its case.
pub(crate) fn strip_label<'a>(line: &'a str, label: &str) -> Option<&'a str> {
    let head = line.get(..label.len())?;
    head.eq_ignore_ascii_case(label).then(|| line[label.len()..].trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_name_people_and_agencies() {
        for (line, authors, agency) in [
            ("By Anna Holm and Per van Dahl, Coast Radio", &["Anna Holm", "Per van Dahl"][..], None),
            ("By Anna Holm, Per Dahl and Ivo Berg", &["Anna Holm", "Per Dahl", "Ivo Berg"], None),
            ("By ANNA HOLM | Published 21 June 2018", &["ANNA HOLM"], None),
            ("By Anna Holm, Associated Press", &["Anna Holm"], None),
            ("By The Associated Press", &[], Some("AP")),
            ("By Coast Post Reporter", &[], None),
        ] {
            let credit = credit_line(line).unwrap();
            assert_eq!(
                (credit.reason, credit.facts.authors.as_slice(), credit.facts.agency.as_deref()),
                ("byline", &authors.iter().map(|&name| name.to_owned()).collect::<Vec<_>>()[..], agency),
                "{line}"
            );
        }
        for line in ["By Friday the harbour was closed.", "By and large it held", "Bystanders saw it."] {
            assert!(credit_line(line).is_none(), "{line}");
        }
    }

    #[test]
    fn time_stamps_say_which_date_is_which() {
        let facts = credit_line("PUBLISHED: 16:34 EST, 21 June 2018 | UPDATED: 07:05 EST, 22 June 2018").unwrap().facts;
        assert_eq!(facts.published.unwrap().at.date.to_string(), "2018-06-21");
        assert_eq!(facts.modified.unwrap().at.date.to_string(), "2018-06-22");
        assert!(credit_line("21 June 2018").unwrap().facts.published.is_some());
        assert!(credit_line("Archived on 3 May 2024").is_none());
        assert!(credit_line("The ferry sank on 21 June 2018 near Ostvik.").is_none());
    }

    #[test]
    fn a_source_line_names_an_outlet_or_an_agency() {
        assert_eq!(credit_line("/ Source: Coast Radio").unwrap().facts.outlet.as_deref(), Some("Coast Radio"));
        assert_eq!(credit_line("Source: Reuters").unwrap().facts.agency.as_deref(), Some("Reuters"));
    }

    #[test]
    fn clocks_of_the_page_are_told_from_sentences() {
        assert!(is_clock("14-02-2023 06:17 PM in Ostvik"));
        assert!(is_clock("Friday, May 3, 2024"));
        assert!(is_clock("Archived on 3 May 2024"));
        assert!(!is_clock("3 May 2024"));
        assert!(!is_clock("The ferry sank on Friday, May 3, 2024, near the harbour of Ostvik"));
    }
}
