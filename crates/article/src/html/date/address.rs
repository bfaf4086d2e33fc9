//! The day in a page's address.

use jiff::civil::Date;

use crate::Precision;

/// A day, or only a month, that an address names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AddressDate {
    pub(super) date: Date,
    pub(super) precision: Precision,
    /// Whether the address is built from it (`/2020/03/14/`), rather than that it has a number that can be read as one.
    pub(super) is_path: bool,
}

/// The date in the path of `url`. The address that an archive's leads to is looked at, not the archive's own.
pub(super) fn date_of(url: &str) -> Option<AddressDate> {
    let path = path(url);
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).take(32).collect();
    let parts = |date, is_path| AddressDate { date, precision: Precision::Day, is_path };
    for (index, segment) in segments.iter().enumerate() {
        let rest = |ahead: usize| segments.get(index + ahead).copied().unwrap_or_default();
        if let Some(year) = year(segment) {
            // `/2020/03/14/`, `/2020/mar/14/`, `/2020/0314/`.
            let date = month(rest(1)).and_then(|month| day(rest(2)).and_then(|day| Date::new(year, month, day).ok()));
            if let Some(date) = date.or_else(|| four_digits(year, rest(1))) {
                return Some(parts(date, true));
            }
        }
        // `/2020-03/14/`
        if let Some((first, second)) = segment.split_once('-')
            && let (Some(year), Some(month), Some(day)) = (year(first), month(second), day(rest(1)))
            && let Ok(date) = Date::new(year, month, day)
        {
            return Some(parts(date, true));
        }
    }
    for (index, segment) in segments.iter().enumerate().rev() {
        if let Some(date) = inside(segment) {
            // A name that begins with its day, or a segment that is nothing else, was made from it.
            let is_path = segment.bytes().filter(u8::is_ascii_digit).count() <= 8
                && segment.bytes().take(4).all(|byte| byte.is_ascii_digit());
            return Some(parts(date, is_path && index > 0));
        }
    }
    segments.windows(2).find_map(|pair| {
        let date = Date::new(year(pair[0])?, month(pair[1])?, 1).ok()?;
        Some(AddressDate { date, precision: Precision::Month, is_path: true })
    })
}

/// The path, without query and fragment, of the innermost address in `url`.
fn path(url: &str) -> &str {
    let bounded = url.get(..2048).unwrap_or(url);
    let inner = bounded.rfind("://").map_or(bounded, |at| &bounded[at + 3..]);
    let path = inner.find('/').map_or("", |at| &inner[at..]);
    path.find(['?', '#']).map_or(path, |at| &path[..at])
}

fn year(text: &str) -> Option<i16> {
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| is_year && (1990..2100).contains(year))
}

fn month(text: &str) -> Option<i8> {
    const NAMES: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    if matches!(text.len(), 1 | 2) {
        return text.parse().ok().filter(|month| (1..=12).contains(month));
    }
    let text = text.to_ascii_lowercase();
    let index = NAMES.iter().position(|name| *name == text)?;
    i8::try_from(index + 1).ok()
}

/// The day a segment begins with, at its end or before a mark.
fn day(text: &str) -> Option<i8> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !matches!(digits, 1 | 2) || text.as_bytes().get(digits).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    text[..digits].parse().ok()
}

/// `0314` after a year.
fn four_digits(year: i16, text: &str) -> Option<Date> {
    let is_day = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_day.then(|| Date::new(year, text[..2].parse().ok()?, text[2..].parse().ok()?).ok()).flatten()
}

/// A date inside a segment: `2020-03-14-title`, `title-20200314`, `14-03-2020-title`.
fn inside(segment: &str) -> Option<Date> {
    let bytes = segment.as_bytes();
    let mut at = 0;
    let mut runs: Vec<(usize, usize)> = Vec::new();
    while at < bytes.len() {
        let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits > 0 {
            runs.push((at, at + digits));
        }
        at += digits.max(1);
    }
    let compact = |text: &str| Date::new(year(&text[..4])?, text[4..6].parse().ok()?, text[6..8].parse().ok()?).ok();
    for (index, &(start, end)) in runs.iter().enumerate() {
        // `20200314`, or with a time behind it.
        if matches!(end - start, 8 | 12 | 14)
            && let Some(date) = compact(&segment[start..end])
        {
            return Some(date);
        }
        let (Some(&second), Some(&third)) = (runs.get(index + 1), runs.get(index + 2)) else { continue };
        let is_joined =
            |a: (usize, usize), b: (usize, usize)| b.0 == a.1 + 1 && matches!(bytes[a.1], b'-' | b'_' | b'.');
        if !is_joined((start, end), second) || !is_joined(second, third) {
            continue;
        }
        let text = |run: (usize, usize)| &segment[run.0..run.1];
        let (first, second, third) = (text((start, end)), text(second), text(third));
        let year_first = || Date::new(year(first)?, month(second)?, day(third)?).ok();
        let day_first = || Date::new(year(third)?, month(second)?, day(first)?).ok();
        let month_first = || Date::new(year(third)?, month(first)?, day(second)?).ok();
        if let Some(date) = year_first().or_else(day_first).or_else(month_first) {
            return Some(date);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for (url, expected) in [
            ("https://courier.example/2020/03/14/ferry", "2020-03-14 path"),
            ("https://courier.example/news/2020/3/4/ferry", "2020-03-04 path"),
            ("https://courier.example/world/2020/mar/14/ferry", "2020-03-14 path"),
            ("https://courier.example/2020/0314/c1.html", "2020-03-14 path"),
            ("https://courier.example/n1/2020-03/14/c1.htm", "2020-03-14 path"),
            ("https://courier.example/news/2020-03-14-ferry.html", "2020-03-14 path"),
            ("https://courier.example/news/20200314/ferry", "2020-03-14 path"),
            ("https://courier.example/ferry-20200314.html", "2020-03-14"),
            ("https://courier.example/news/23-01-2022-ferry/17.html", "2022-01-23"),
            ("https://courier.example/ferry-202003141530", "2020-03-14"),
            ("https://courier.example/2020/03/ferry", "2020-03 path"),
            ("https://archive.example/web/20130217080612/http://courier.example/2012/08/ferry/", "2012-08 path"),
            ("https://archive.example/web/20130217080612/http://courier.example/ferry/", "none"),
            ("https://courier.example/ferry-19920315887", "none"),
            ("https://courier.example/2020/ferry", "none"),
            ("https://courier.example/ferry?date=20200314", "none"),
            ("https://courier.example/2020/13/45/ferry", "none"),
            ("https://courier.example/a/88884444", "none"),
            ("", "none"),
        ] {
            let shown = date_of(url).map_or("none".to_owned(), |found| {
                let mut shown = found.date.to_string();
                shown.truncate(if found.precision == Precision::Month { 7 } else { 10 });
                shown + if found.is_path { " path" } else { "" }
            });
            assert_eq!(shown, expected, "{url}");
        }
    }
}
