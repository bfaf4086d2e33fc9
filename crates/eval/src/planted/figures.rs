//! Planting a wrong number, unit, hedge or date.

use coincide_text::{Span, Token, TokenKind};

use super::Site;
use super::edit::Edit;
use super::words::{MONTHS, NUMBERS, WEEKDAYS, bare, is_month, is_weekday};
use crate::bootstrap::SplitMix;

/// A number of two digits or more, or a number word from two to twelve, becomes one of as many digits that differs by a
/// fifth or more and stands in none of the story's articles. Dates, years, times of day and figures with letters
/// (`19th`) are left aside.
pub(super) fn number(site: &Site<'_>, random: &mut SplitMix) -> Vec<Vec<Edit>> {
    let mut found = Vec::new();
    for at in plain_numbers(site) {
        let word = site.word(at);
        for _ in 0..20 {
            let Some(other) = another_number(word, random) else { break };
            if !site.story.accounts.iter().any(|account| account.has(&other.replace(',', ""))) {
                found.push(vec![Edit::new(site.tokens[at].span, other)]);
                break;
            }
        }
    }
    found
}

/// A number becomes another number of the supporting article, written alike (both with digits or both in words) and
/// different by a tenth or more.
pub(super) fn number_hard(site: &Site<'_>, random: &mut SplitMix) -> Vec<Vec<Edit>> {
    let account = &site.story.accounts[site.by];
    let mut others: Vec<&str> = Vec::new();
    for range in &account.sentences {
        let tokens = &account.tokens[range.clone()];
        let there = numbers(account.text(), tokens);
        others.extend(there.into_iter().map(|at| tokens[at].span.of(account.text())));
    }
    let mut found = Vec::new();
    for at in plain_numbers(site) {
        let word = site.word(at);
        let fits: Vec<&str> = others.iter().copied().filter(|other| is_like(word, other)).collect();
        let fits: Vec<&str> = fits
            .into_iter()
            .filter(|other| site.tokens.iter().all(|token| token.span.of(site.text) != *other))
            .collect();
        if !fits.is_empty() {
            found.push(vec![Edit::new(site.tokens[at].span, fits[random.below(fits.len())])]);
        }
    }
    found
}

/// Whether two numbers are written alike and are clearly different: by a tenth, and by less than a factor of twenty.
fn is_like(a: &str, b: &str) -> bool {
    match (value(a), value(b)) {
        (Some(x), Some(y)) => {
            let ratio = x.max(y) / x.min(y).max(0.01);
            (1.1..20.0).contains(&ratio) && a.contains('.') == b.contains('.')
        }
        (None, None) => a != b,
        _ => false,
    }
}

fn value(number: &str) -> Option<f64> {
    number.replace(',', "").parse().ok()
}

/// The numbers of the sentence that may be planted in.
fn plain_numbers(site: &Site<'_>) -> Vec<usize> {
    numbers(site.text, site.tokens).into_iter().filter(|&at| site.is_free(at)).collect()
}

/// The numbers among `tokens` that are neither dates, years, times of day nor parts of names.
fn numbers(text: &str, tokens: &[Token]) -> Vec<usize> {
    let word = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or("", |token| token.span.of(text));
    (0..tokens.len())
        .filter(|&at| {
            let it = tokens[at].span.of(text);
            let (before, after) = (word(at.checked_sub(1)), word(Some(at + 1)));
            if NUMBERS.contains(&it) {
                return before != "one" && after != "-" && before != "-";
            }
            let plain = it.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.')) && it.len() > 1;
            let year = it.len() == 4 && (it.starts_with("19") || it.starts_with("20"));
            let clock = matches!(after, ":" | "a.m." | "p.m." | "am" | "pm" | "a.m" | "p.m") || before == ":";
            let joined = matches!(before, "-" | "–" | "/" | "No" | "#") || matches!(after, "–" | "/");
            let dated = is_month(before) || before == "." && is_month(word(at.checked_sub(2))) || is_month(after);
            tokens[at].kind == TokenKind::Number && plain && !year && !clock && !joined && !dated
        })
        .collect()
}

/// Another number of as many digits, or another number word.
fn another_number(word: &str, random: &mut SplitMix) -> Option<String> {
    if NUMBERS.contains(&word) {
        return Some(NUMBERS[random.below(NUMBERS.len())].to_owned()).filter(|other| other != word);
    }
    let mut other = String::new();
    for (at, digit) in word.char_indices() {
        match digit {
            '0'..='9' if at == 0 => other.push(char::from(b'1' + random.below(9) as u8)),
            // A round number stays round: its last noughts are kept.
            '0' if word[at..].chars().all(|c| matches!(c, '0' | ',')) => other.push('0'),
            '0'..='9' => other.push(char::from(b'0' + random.below(10) as u8)),
            _ => other.push(digit),
        }
    }
    let (x, y) = (value(word)?, value(&other)?);
    Some(other).filter(|_| (x - y).abs() >= 0.2 * x.max(y))
}

/// Units that are planted for each other.
const UNITS: [(&str, &str); 24] = [
    ("percent", "points"),
    ("miles", "kilometers"),
    ("mile", "kilometer"),
    ("kilometers", "miles"),
    ("feet", "meters"),
    ("meters", "feet"),
    ("pounds", "kilograms"),
    ("inches", "feet"),
    ("acres", "hectares"),
    ("years", "months"),
    ("year", "month"),
    ("months", "weeks"),
    ("month", "week"),
    ("weeks", "days"),
    ("week", "month"),
    ("days", "hours"),
    ("day", "week"),
    ("hours", "minutes"),
    ("hour", "minute"),
    ("minutes", "seconds"),
    ("million", "billion"),
    ("billion", "million"),
    ("trillion", "billion"),
    ("dollars", "euros"),
];

/// The unit after a number becomes another one: `miles` `kilometers`, `years` `months`, `million` `billion`; `$` before
/// one becomes `€`.
pub(super) fn unit(site: &Site<'_>, _: &mut SplitMix) -> Vec<Vec<Edit>> {
    let mut found = Vec::new();
    for at in 1..site.tokens.len() {
        let (before, it) = (&site.tokens[at - 1], &site.tokens[at]);
        if !site.is_free(at) || !site.shared[at - 1] && before.is_word() {
            continue;
        }
        let figure = is_figure(site.text, before) || matches!(&*before.folded, "million" | "billion");
        if let Some(&(_, other)) = UNITS.iter().find(|(unit, _)| figure && *unit == site.word(at)) {
            found.push(vec![Edit::new(it.span, other)]);
        } else if it.kind == TokenKind::Number && &*before.folded == "$" {
            found.push(vec![Edit::new(before.span, "€")]);
        }
    }
    found
}

/// Hedges and what they are planted as.
const HEDGES: [(&[&str], &str); 8] = [
    (&["at", "least"], ""),
    (&["more", "than"], "fewer than"),
    (&["less", "than"], "more than"),
    (&["fewer", "than"], "more than"),
    (&["up", "to"], ""),
    (&["about"], ""),
    (&["nearly"], "more than"),
    (&["almost"], ""),
];

/// The hedge before a number is taken out or turned into its opposite; a number without any gets `at least`, `nearly` or
/// `more than`, unless it is below twenty.
pub(super) fn hedge(site: &Site<'_>, random: &mut SplitMix) -> Vec<Vec<Edit>> {
    let mut found = Vec::new();
    for at in plain_numbers(site) {
        let money = at.checked_sub(1).filter(|&before| &*site.tokens[before].folded == "$");
        let start = money.unwrap_or(at);
        let first = |length: usize| start.checked_sub(length).map(|from| &site.tokens[from..start]);
        let is = |hedge: &[&str]| {
            first(hedge.len())
                .is_some_and(|tokens| tokens.iter().zip(hedge).all(|(token, word)| &*token.folded == *word))
        };
        if let Some((hedge, other)) = HEDGES.iter().find(|(hedge, _)| is(hedge)) {
            let from = start - hedge.len();
            // A capital letter begins the sentence: what is left would not.
            if from == 0 || !site.shared[from] {
                continue;
            }
            let span = site.tokens[from].span.cover(site.tokens[start - 1].span);
            let after = site.tokens[start].span.start;
            found.push(vec![match *other {
                "" => Edit::new(Span::new(span.start, after), ""),
                other => Edit::new(span, other),
            }]);
            continue;
        }
        let before = start.checked_sub(1).map_or("", |before| &*site.tokens[before].folded);
        let bare = [
            "and", "that", "killed", "with", "than", "of", "for", "in", "to", "by", "has", "have", "had", "were", "was",
        ];
        if value(site.word(at)).is_some_and(|value| value >= 20.0) && bare.contains(&before) && !is(&["one", "of"]) {
            if matches!(before, "than" | "to") {
                continue;
            }
            let hedge = ["at least", "nearly", "more than"][random.below(3)];
            let at = Span::new(site.tokens[start].span.start, site.tokens[start].span.start);
            found.push(vec![Edit::new(at, format!("{hedge} "))]);
        }
    }
    found
}

/// A weekday, a month, the day of a month or a year after `in` becomes another one.
pub(super) fn date(site: &Site<'_>, random: &mut SplitMix) -> Vec<Vec<Edit>> {
    let mut found = Vec::new();
    for at in (0..site.tokens.len()).filter(|&at| site.is_free(at)) {
        let it = bare(site.word(at));
        let span = Span::new(site.tokens[at].span.start, site.tokens[at].span.start + it.len());
        let before = at.checked_sub(1).map_or("", |before| site.word(before));
        let before = if before == "." { at.checked_sub(2).map_or("", |before| site.word(before)) } else { before };
        let follows = site.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number);
        let other = if is_weekday(it) {
            another(&WEEKDAYS, it, random)
        } else if MONTHS.contains(&it) && (follows || matches!(before, "in" | "since" | "last" | "until")) {
            another(&MONTHS, it, random)
        } else if is_month(before) && it.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day)) {
            (1 + random.below(28)).to_string()
        } else if it.len() == 4
            && matches!(before, "in" | "since" | "In")
            && it.parse().is_ok_and(|year: u16| (1900..2040).contains(&year))
        {
            (it.parse::<usize>().unwrap_or_default() - 1 - random.below(4)).to_string()
        } else {
            continue;
        };
        if other != it {
            found.push(vec![Edit::new(span, other)]);
        }
    }
    found
}

fn another(all: &[&str], it: &str, random: &mut SplitMix) -> String {
    let others: Vec<&&str> = all.iter().filter(|other| **other != it).collect();
    (*others[random.below(others.len())]).to_owned()
}

fn is_figure(text: &str, token: &Token) -> bool {
    token.kind == TokenKind::Number || NUMBERS.contains(&token.span.of(text))
}
