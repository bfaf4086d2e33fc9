//! The dateline: where a report was written and which agency it is from, at the head of its first paragraph.

use crate::agency::news_agency;

/// A place has at most this many words.
const MOST_WORDS: usize = 6;

/// Words in capitals before a dash that name the kind of text and no place.
const RUBRICS: &[&str] = &[
    "ANALYSIS",
    "BREAKING",
    "COLUMN",
    "COMMENT",
    "CORRECTION",
    "EDITORIAL",
    "ESSAY",
    "EXCLUSIVE",
    "EXPLAINER",
    "INTERVIEW",
    "LIVE",
    "NEW",
    "OPINION",
    "PHOTOS",
    "PREVIEW",
    "REVIEW",
    "UPDATE",
    "UPDATED",
    "VIDEO",
    "WATCH",
];

/// What a dateline says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dateline<'a> {
    /// The place as written: `OSTVIK, Norway`.
    pub(crate) place: Option<&'a str>,
    /// The agency, under its usual short name.
    pub(crate) agency: Option<&'static str>,
}

/// Reads the dateline that a paragraph begins with: `OSTVIK, Norway (Reuters) - `, `(AP) — `, `Ostvik (dpa) – `,
/// `OSTVIK, 5 June (Xinhua) --`, `OSTVIK — `. Without an agency the place must be in capitals, since a name before a
/// dash may begin any sentence.
pub(crate) fn dateline(paragraph: &str) -> Option<Dateline<'_>> {
    let head = &paragraph[..paragraph.char_indices().nth(120).map_or(paragraph.len(), |(at, _)| at)];
    if let Some(open) = head.find('(')
        && let Some(close) = head[open..].find(')').map(|close| open + close)
    {
        let before = head[..open].trim();
        let after = head[close + 1..].trim_start_matches(['.', ' ', '\u{a0}']);
        let agency = head[open + 1..close].split(['/', ',', '-']).find_map(news_agency);
        let dash = after.starts_with(['-', '–', '—', ':']);
        if let Some(agency) = agency.filter(|_| dash && (before.is_empty() || is_place(before))) {
            return Some(Dateline { place: place(before), agency: Some(agency) });
        }
    }
    let marks = ["—", "–", " -- "];
    let (before, _) = marks.iter().filter_map(|mark| head.split_once(mark)).min_by_key(|(before, _)| before.len())?;
    let before = before.trim();
    let town = before.split([',', ' ']).next().unwrap_or_default();
    let in_capitals = town.chars().filter(|letter| letter.is_alphabetic()).count() >= 3
        && !town.contains(|letter: char| letter.is_lowercase() || letter.is_numeric());
    let place = place(before).filter(|_| in_capitals && is_place(before) && !RUBRICS.contains(&town))?;
    Some(Dateline { place: Some(place), agency: None })
}

/// Whether the words before a dash may name a place and a day: few, and no sentence.
fn is_place(words: &str) -> bool {
    !words.contains(['?', '!', '"', '“', ';', '|'])
        && words.split_whitespace().count() <= MOST_WORDS
        && words.starts_with(|first: char| first.is_uppercase() || first.is_alphabetic() && !first.is_lowercase())
}

/// The place without the day that may follow it.
fn place(words: &str) -> Option<&str> {
    let end = words.find('(').unwrap_or(words.len());
    let day = words[..end].find(|character: char| character.is_ascii_digit()).unwrap_or(end);
    let mut place = &words[..day];
    if day < end
        && let Some((town, _)) = place.rsplit_once(',')
    {
        // `OSTVIK, June 5`: the month belongs to the day.
        place = town;
    }
    Some(place.trim_end_matches([',', ' ', '.'])).filter(|place| !place.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_name_place_and_agency() {
        for (paragraph, place, agency) in [
            ("OSTVIK, Norway (Reuters) - A ferry sank.", Some("OSTVIK, Norway"), Some("Reuters")),
            ("(AP) — A ferry sank.", None, Some("AP")),
            ("Ostvik (dpa) - Eine Fähre sank.", Some("Ostvik"), Some("dpa")),
            ("Ostvik (dpa/lno) – Eine Fähre sank.", Some("Ostvik"), Some("dpa")),
            ("OSTVIK, June 5 (Xinhua) -- A ferry sank.", Some("OSTVIK"), Some("Xinhua")),
            ("Ostvik, 5 jun (EFE).- Un ferri se hundió.", Some("Ostvik"), Some("EFE")),
            ("OSTVIK — A ferry sank.", Some("OSTVIK"), None),
            ("PORT OSTVIK -- A ferry sank.", Some("PORT OSTVIK"), None),
            ("OSTVIK (5 June 2024) — A ferry sank.", Some("OSTVIK"), None),
            ("ØSTVIK, 5 June – A ferry sank.", Some("ØSTVIK"), None),
        ] {
            assert_eq!(dateline(paragraph), Some(Dateline { place, agency }), "{paragraph}");
        }
    }

    /// A colon in the place of the dash stands after any word in capitals, so it makes no dateline.
    #[test]
    fn known_failures() {
        for paragraph in ["PORT OSTVIK: A ferry sank.", "Ostvik – A ferry sank."] {
            assert_eq!(dateline(paragraph), None, "{paragraph} is read rightly now");
        }
    }

    #[test]
    fn other_beginnings_are_no_dateline() {
        for paragraph in [
            "The ferry (built in 1988) - a wreck - sank.",
            "Ostvik - a small town in the north - woke early.",
            "NATO: Ferries are too old.",
            "UPDATE — The ferry is afloat.",
            "COVID-19 — what to know on board.",
            "Anna Holm — the master of the ferry — was asleep.",
            "\"WATER EVERYWHERE\" — that is what they saw.",
            "It was late.",
            "",
        ] {
            assert_eq!(dateline(paragraph), None, "{paragraph}");
        }
    }
}
