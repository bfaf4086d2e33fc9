//! Times of day and their zones.

use jiff::civil::Time;

use super::month::is_weekday;
use super::words::Line;

/// A time of day, with its zone as written.
#[derive(Clone, Debug)]
pub(super) struct Clock {
    pub(super) time: Time,
    pub(super) has_seconds: bool,
    pub(super) zone: Option<String>,
    /// How many words it takes.
    pub(super) words: usize,
}

/// What may stand between a date and its time of day.
pub(super) fn is_joint(word: &str) -> bool {
    #[rustfmt::skip]
    const JOINTS: [&str; 40] = [
        ",", "|", ".", "-", "–", "—", "·", "•", "(", ")", "/", "،", "、", "~", "at", "on", "T", "@", "um", "kl", "klo",
        "à", "a", "alle", "ore", "ora", "às", "as", "las", "los", "om", "o", "godz", "в", "о", "saat", "ob", "v", "在", "Uhr",
    ];
    JOINTS.contains(&word)
}

/// The time of day that follows word `index`, behind joints and weekdays.
pub(super) fn clock_after(line: &Line<'_>, mut index: usize) -> Option<(usize, Clock)> {
    let limit = index + 4;
    while index < line.len() && index < limit {
        if let Some(clock) = clock_at(line, index) {
            return Some((index, clock));
        }
        let word = line.word(index);
        if !is_joint(word) && !is_weekday(word) {
            return None;
        }
        index += 1;
    }
    None
}

/// A time of day whose last word is next to word `end`, but for joints.
pub(super) fn clock_before(line: &Line<'_>, end: usize) -> Option<(usize, Clock)> {
    (end.saturating_sub(14)..end).find_map(|index| {
        let clock = clock_at(line, index)?;
        (index + clock.words..end).all(|at| is_joint(line.word(at))).then_some((index, clock))
    })
}

/// Reads `16:34`, `16:34:30.5`, `16h34`, `4.34pm`, `3 p.m.`, `下午3:05`, `15時30分` and a zone after it.
pub(super) fn clock_at(line: &Line<'_>, index: usize) -> Option<Clock> {
    let is_part = |at: usize, marks: &[&str]| {
        marks.contains(&line.word(at)) && line.touches_next(at - 1) && line.touches_next(at) && line.digits(at + 1) == 2
    };
    let own = half_of_day(line.letters(index).unwrap_or_default());
    let index_of_hour = index + usize::from(own.is_some());
    // In `14日下午4:05` it is the end of the word in front.
    let before = own.or_else(|| half_of_day(line.letters(index.checked_sub(1)?)?));
    let mut hour = line.small(index_of_hour)?;
    let mut at = index_of_hour + 1;
    let mut minute = 0;
    let mut second = 0;
    let is_spelt = matches!(line.word(at), "時" | "时" | "点" | "點" | "시");
    let has_minute = is_part(at, &[":", "h", "H", "."]) || is_spelt && line.small(at + 1).is_some();
    let mark = line.word(at);
    if has_minute {
        minute = line.small(at + 1)?;
        at += 2;
        at += usize::from(is_spelt && line.letters(at).is_some_and(|word| word.starts_with(['分', '분'])));
    } else if is_spelt {
        at += 1;
    }
    let is_certain = has_minute && mark != "." || is_spelt;
    let has_seconds = has_minute && mark == ":" && is_part(at, &[":"]);
    if has_seconds {
        second = line.small(at + 1)?;
        at += 2;
        if matches!(line.word(at), "." | ",")
            && line.touches_next(at - 1)
            && line.touches_next(at)
            && line.digits(at + 1) > 0
        {
            at += 2;
        }
    }
    // `pm`, `p.m.`, `p m`, and in front of the hour where Chinese, Japanese and Korean have it.
    let half = line.word(at).to_ascii_lowercase();
    let is_dotted =
        matches!(half.as_str(), "a" | "p") && line.word(at + 1) == "." && line.word(at + 2).eq_ignore_ascii_case("m");
    let after = (matches!(half.as_str(), "am" | "pm") || is_dotted).then(|| half.chars().next()).flatten();
    if let Some(half) = before.or(after) {
        // `下午` is written before hours of both halves of the clock.
        if !(1..=12).contains(&hour) && before.is_none() {
            return None;
        }
        if hour <= 12 {
            hour = hour % 12 + if half == 'p' { 12 } else { 0 };
        }
        if after.is_some() {
            at += if !is_dotted {
                1
            } else if line.word(at + 3) == "." {
                4
            } else {
                3
            };
        }
    } else if !is_certain {
        return None;
    }
    let time = Time::new(hour, minute, second, 0).ok()?;
    let zone = zone_at(line, at);
    let end = at + zone.as_ref().map_or(0, |(_, count)| *count);
    Some(Clock { time, has_seconds, zone: zone.map(|(zone, _)| zone), words: end - index })
}

/// The half of the day that the end of a Chinese, Japanese or Korean word says.
fn half_of_day(word: &str) -> Option<char> {
    let ends = |words: &[&str]| words.iter().any(|end| word.ends_with(end));
    if word.len() < 6 || word.is_ascii() {
        None
    } else if ends(&["午前", "上午", "오전", "凌晨", "早上"]) {
        Some('a')
    } else {
        ends(&["午後", "下午", "오후", "晚上"]).then_some('p')
    }
}

/// Reads `Z`, `EST`, `(GMT)`, `+02:00`, `-0500`, `GMT+2`.
fn zone_at(line: &Line<'_>, index: usize) -> Option<(String, usize)> {
    #[rustfmt::skip]
    const ZONES: &[&str] = &[
        "Z", "UTC", "GMT", "BST", "IST", "WET", "WEST", "CET", "CEST", "EET", "EEST", "MSK", "EST", "EDT", "ET", "CST",
        "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT", "AKST", "AKDT", "HST", "AST", "ADT", "NST", "JST", "KST",
        "HKT", "SGT", "AEST", "AEDT", "ACST", "AWST", "NZST", "NZDT", "SAST", "WIB", "MEZ", "MESZ",
    ];
    let bracket = usize::from(line.word(index) == "(");
    let has_name = ZONES.contains(&line.word(index + bracket));
    let sign = index + bracket + usize::from(has_name);
    let digits = line.digits(sign + 1);
    let is_signed =
        matches!(line.word(sign), "+" | "-" | "−") && line.touches_next(sign) && matches!(digits, 1 | 2 | 4);
    let touches = index > 0 && line.touches_next(index - 1) || digits >= 2;
    let mut end = sign;
    if is_signed && (has_name || touches) {
        end = sign + 2;
        if line.word(end) == ":" && line.digits(end + 1) == 2 {
            end += 2;
        }
    }
    let (first, last) = (line.get(index + bracket)?, line.get(end.checked_sub(1)?)?);
    (end > index + bracket).then(|| (line.between(first.span.start, last.span.end).to_owned(), end + bracket - index))
}
