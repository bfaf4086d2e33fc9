use std::collections::BTreeSet;

use coincide_annotate::{Annotations, Reading};
use coincide_article::{DateSource, ParagraphKind, Precision, Published};
use coincide_text::{Span, tokenize};
use jiff::civil::DateTime;

use crate::Direction;

/// The agencies and the names they are credited by, as folded words.
const AGENCIES: &[(&str, &[&str])] = &[
    ("AFP", &["afp", "agence france presse"]),
    ("AP", &["ap", "associated press", "the associated press"]),
    ("Bloomberg", &["bloomberg", "bloomberg news"]),
    ("DPA", &["dpa", "deutsche presse agentur"]),
    ("EFE", &["efe"]),
    ("Interfax", &["interfax"]),
    ("PA", &["pa", "pa media", "press association"]),
    ("Reuters", &["reuters", "thomson reuters"]),
    ("TASS", &["itar tass", "tass"]),
    ("UPI", &["united press international", "upi"]),
    ("Xinhua", &["xinhua", "xinhua news agency"]),
];

/// How far from the start of the running text a dateline's credit may stand, in tokens: `HOLM, June 3 (AP) -`.
const DATELINE: usize = 16;

/// What of an article says where its text comes from.
#[derive(Clone, Debug, Default)]
pub(super) struct Provenance {
    /// The outlet, as folded words.
    outlet: Option<String>,
    /// The agency the outlet is, if it is one.
    is_agency: Option<&'static str>,
    /// The agencies credited.
    agencies: BTreeSet<&'static str>,
    /// When it was published.
    published: Option<Published>,
}

impl Provenance {
    /// Reads what `article` says of itself.
    pub(super) fn new(article: &Reading) -> Self {
        let outlet = article.article.outlet.as_deref().map(words).filter(|outlet| !outlet.is_empty());
        let is_agency = outlet.as_deref().and_then(agency);
        let credits = article.article.agency.iter().chain(&article.article.authors);
        let mut agencies: BTreeSet<&'static str> = credits.filter_map(|credit| agency(&words(credit))).collect();
        agencies.extend(dateline(article));
        agencies.extend(contributor(article));
        Self { outlet, is_agency, agencies, published: article.article.published.clone() }
    }
}

/// Who took text from whom, and why it is thought so.
///
/// In this order: an agency that is one of the two outlets and is credited by the other; an agency that either
/// credits; an outlet that names the other as its source; the earlier time of publication, if both are known well
/// enough.
pub(super) fn direction((a, of_a): (&Reading, &Provenance), (b, of_b): (&Reading, &Provenance)) -> (Direction, String) {
    for (one, other, direction) in [(of_a, of_b, Direction::AToB), (of_b, of_a, Direction::BToA)] {
        if let Some(agency) = one.is_agency
            && other.agencies.contains(agency)
        {
            return (direction, format!("{agency} is an agency and the other credits it"));
        }
    }
    if let Some(agency) = of_a.agencies.intersection(&of_b.agencies).next() {
        return (Direction::Common, format!("both credit {agency}"));
    }
    match (names(a, of_b), names(b, of_a)) {
        (true, false) => return (Direction::BToA, "the first names the second as its source".to_owned()),
        (false, true) => return (Direction::AToB, "the second names the first as its source".to_owned()),
        _ => {}
    }
    if let Some(agency) = of_a.agencies.iter().chain(&of_b.agencies).next() {
        let who = if of_a.agencies.is_empty() { "the second" } else { "the first" };
        return (Direction::Common, format!("{who} credits {agency}"));
    }
    match (&of_a.published, &of_b.published) {
        (Some(first), Some(second)) => match earlier(first, second) {
            Some(true) => (Direction::AToB, "the first was published earlier".to_owned()),
            Some(false) => (Direction::BToA, "the second was published earlier".to_owned()),
            None => (Direction::Unknown, "no credit, and the times do not tell which was earlier".to_owned()),
        },
        _ => (Direction::Unknown, "no credit and no known time of publication".to_owned()),
    }
}

/// Words by which a text names its source.
const REPORTING: &[&str] = &[
    "according",
    "cited",
    "citing",
    "first",
    "quoted",
    "quoting",
    "report",
    "reported",
    "reporting",
    "reports",
    "said",
    "says",
    "told",
    "writes",
    "wrote",
];

/// Whether `article` names the outlet of the other beside a word of reporting: `the North Sea Courier reported`.
fn names(article: &Reading, other: &Provenance) -> bool {
    let Some(outlet) = other.outlet.as_deref() else { return false };
    let outlet: Vec<&str> = outlet.split(' ').collect();
    let Annotations { tokens, .. } = &article.annotations;
    let folded: Vec<&str> = tokens.iter().filter(|token| token.is_word()).map(|token| &*token.folded).collect();
    folded.windows(outlet.len()).enumerate().any(|(at, window)| {
        let before = folded[at.saturating_sub(3)..at].iter();
        let after = folded[at + window.len()..].iter().take(2);
        window == outlet.as_slice() && before.chain(after).any(|word| REPORTING.binary_search(word).is_ok())
    })
}

/// The agency that a name in folded words stands for.
fn agency(name: &str) -> Option<&'static str> {
    AGENCIES.iter().find(|(_, names)| names.contains(&name)).map(|&(agency, _)| agency)
}

/// `name` as folded words with one blank between them.
fn words(name: &str) -> String {
    let tokens = tokenize(name, Span::new(0, name.len()));
    tokens.iter().filter(|token| token.is_word()).map(|token| &*token.folded).collect::<Vec<_>>().join(" ")
}

/// The agency in brackets in the dateline: `HOLM (Reuters) -`.
fn dateline(article: &Reading) -> Option<&'static str> {
    let body = article.article.paragraphs.iter().find(|paragraph| paragraph.kind == ParagraphKind::Body)?;
    let text = article.text();
    let tokens = article.annotations.tokens_in(body.span);
    let open = tokens.iter().take(DATELINE).position(|token| token.span.of(text) == "(")?;
    let close = tokens.iter().skip(open).take(6).position(|token| token.span.of(text) == ")")?;
    let inside = tokens.get(open + 1..open + close)?;
    agency(&words(inside.first()?.span.cover(inside.last()?.span).of(text)))
}

/// The agency that the last sentence says has contributed: `The Associated Press contributed to this report.`
fn contributor(article: &Reading) -> Option<&'static str> {
    let sentence = article.annotations.sentences.last()?.span.of(article.text());
    agency(words(sentence).split_once(" contributed ")?.0)
}

/// Whether the first is earlier, as far as the two can be told apart. A date from the text itself is only a lower
/// bound and tells nothing. Times with a known offset are compared as instants, days without one only if they are
/// two or more apart or no time is known.
pub fn earlier(first: &Published, second: &Published) -> Option<bool> {
    if first.from == DateSource::Text || second.from == DateSource::Text {
        return None;
    }
    if first.precision == Precision::Month || second.precision == Precision::Month {
        let month = |published: &Published| (published.at.date.year(), published.at.date.month());
        return (month(first) != month(second)).then(|| month(first) < month(second));
    }
    if let (Some(one), Some(two)) = (local(first), local(second)) {
        match (offset(first), offset(second)) {
            (Some(east), Some(other)) => {
                let minutes = |at: DateTime, east: i64| {
                    let days =
                        i64::from(at.date().since(jiff::civil::date(1970, 1, 1)).map_or(0, |span| span.get_days()));
                    (days * 24 + i64::from(at.hour())) * 60 + i64::from(at.minute()) - east
                };
                let (one, two) = (minutes(one, east), minutes(two, other));
                return (one != two).then_some(one < two);
            }
            _ if first.at.zone == second.at.zone && first.at.zone.is_some() => {
                return (one != two).then_some(one < two);
            }
            _ => {}
        }
    }
    let apart = second.at.date.since(first.at.date).map_or(0, |span| span.get_days());
    let least = if first.at.time.is_none() && second.at.time.is_none() { 1 } else { 2 };
    (apart.abs() >= least).then_some(apart > 0)
}

fn local(published: &Published) -> Option<DateTime> {
    Some(published.at.date.to_datetime(published.at.time?))
}

/// Minutes east of Greenwich.
fn offset(published: &Published) -> Option<i64> {
    let zone = published.at.zone.as_deref()?.trim();
    if let Ok(index) = ZONES.binary_search_by_key(&zone.to_ascii_uppercase().as_str(), |&(name, _)| name) {
        return Some(ZONES[index].1);
    }
    let (sign, digits) =
        if let Some(digits) = zone.strip_prefix('+') { (1, digits) } else { (-1, zone.strip_prefix(['-', '−'])?) };
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.as_str(), "0"),
        4 => digits.split_at(2),
        _ => return None,
    };
    Some(sign * (hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?))
}

/// Abbreviations of zones that mean one offset in news from the English-speaking world. Sorted.
#[rustfmt::skip]
const ZONES: &[(&str, i64)] = &[
    ("AEDT", 660), ("AEST", 600), ("BST", 60), ("CDT", -300), ("CEST", 120), ("CET", 60), ("CST", -360), ("EDT", -240),
    ("EEST", 180), ("EET", 120), ("EST", -300), ("GMT", 0), ("HKT", 480), ("JST", 540), ("MDT", -360), ("MSK", 180),
    ("MST", -420), ("NZDT", 780), ("NZST", 720), ("PDT", -420), ("PST", -480), ("SGT", 480), ("UTC", 0), ("Z", 0),
];

#[cfg(test)]
mod tests {
    use coincide_article::Moment;
    use jiff::civil::{date, time};

    use super::*;

    fn at(day: i8, clock: Option<(i8, i8)>, zone: Option<&str>) -> Published {
        let time = clock.map(|(hour, minute)| time(hour, minute, 0, 0));
        let precision = if time.is_some() { Precision::Minute } else { Precision::Day };
        let moment = Moment { date: date(2031, 5, day), time, zone: zone.map(str::to_owned) };
        Published { at: moment, precision, from: DateSource::Byline }
    }

    #[test]
    fn tables_are_sorted_for_binary_search() {
        assert!(ZONES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(REPORTING.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn times_tell_what_came_first_only_if_they_can() {
        let table = [
            (at(3, None, None), at(4, None, None), Some(true)),
            (at(4, None, None), at(3, None, None), Some(false)),
            (at(3, None, None), at(3, None, None), None),
            (at(3, Some((23, 0)), None), at(4, Some((1, 0)), None), None),
            (at(3, Some((9, 0)), None), at(5, Some((1, 0)), None), Some(true)),
            (at(3, Some((9, 0)), Some("EST")), at(3, Some((13, 0)), Some("Z")), Some(false)),
            (at(3, Some((9, 0)), Some("+02:00")), at(3, Some((7, 0)), Some("GMT")), None),
            (at(3, Some((9, 0)), Some("X")), at(3, Some((9, 30)), Some("X")), Some(true)),
        ];
        for (first, second, expected) in table {
            assert_eq!(earlier(&first, &second), expected, "{first:?} {second:?}");
        }
    }

    #[test]
    fn a_date_of_the_event_is_no_date_of_publication() {
        let mut first = at(3, None, None);
        first.from = DateSource::Text;
        assert_eq!(earlier(&first, &at(9, None, None)), None);
    }
}
