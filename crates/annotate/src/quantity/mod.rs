//! Quantities: numbers with their unit, their hedge and what they count.
//!
//! Fractions (`half of the voters`, `one in five`) are percentages, so that they compare with figures. A number that is
//! part of a time expression or of a name (`Boeing 737`) is no quantity; a duration is a time expression only.

mod age;
mod compare;
mod counted;
mod hedge;
mod subject;
mod words;

#[cfg(test)]
mod tests;

use coincide_text::is_function_word;

pub use compare::{HedgeChange, compare, compare_reason, hedge_change};

use crate::number::{self, Form, Number};
use crate::scan::{Scan, is_acronym, is_in};
use crate::{Entity, Quantity, QuantityUnit, TimeExpression};
use age::People;

/// The quantities of a text outside of its time expressions, in order.
pub(crate) fn quantities(scan: &Scan<'_>, times: &[TimeExpression], entities: &[Entity]) -> Vec<Quantity> {
    let people = People::of(entities);
    let mut found = Vec::new();
    let mut times = times.iter().peekable();
    let mut at = 0;
    while at < scan.tokens.len() {
        let start = scan.tokens[at].span.start;
        while times.next_if(|time| time.span.end <= start).is_some() {}
        if times.peek().is_some_and(|time| time.span.start <= start) {
            at += 1;
            continue;
        }
        // A number in words starts with a word; anything else cannot begin one.
        if scan.is_mark(at) {
            at += 1;
            continue;
        }
        let limit = times.peek().map_or(usize::MAX, |time| time.span.start);
        match quantity(scan, &people, at, limit) {
            Some((quantity, after)) => {
                found.push(quantity);
                at = after.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// The quantity whose number starts at token `at` and ends before the byte `limit`, and the token after it.
fn quantity(scan: &Scan<'_>, people: &People, at: usize, limit: usize) -> Option<(Quantity, usize)> {
    let number = number::parse(scan, at)?;
    let number_span = scan.span(at, number.end);
    if number_span.end > limit || is_part_of_name(scan, at, &number) {
        return None;
    }
    let (mut from, mut to) = (at, number.end);
    let before_at = at.checked_sub(1);
    let sign = before_at.filter(|&sign| scan.is_mark(sign)).and_then(|sign| words::currency(scan.raw(sign)));
    if sign.is_some() {
        from -= 1;
        // `US$`, `C$`
        if from > 0 && scan.is_word(from - 1) && scan.is_glued(from - 1) {
            from -= 1;
        }
    }
    let unit = match sign {
        Some(code) => {
            if from + 1 < at {
                QuantityUnit::Money(country_dollar(scan.raw(from), code))
            } else {
                QuantityUnit::Money(code.into())
            }
        }
        None => unit(scan, people, at, &number, &mut to)?,
    };
    let (unit, factor) = if unit == QuantityUnit::Count && to == number.end {
        shared_unit(scan, people, at, &number).unwrap_or((unit, 1.0))
    } else {
        (unit, 1.0)
    };
    let mut value = (number.low * factor, number.high * factor);
    if number.form == Form::Fraction {
        value = (100.0 * value.0, 100.0 * value.1);
    }
    let mut hedge = None;
    if let Some((kind, start)) = hedge::before(scan, from) {
        from = start;
        hedge = Some(kind);
    } else if let Some((kind, end)) = hedge::after(scan, to) {
        to = end;
        hedge = Some(kind);
    }
    let of = match unit {
        QuantityUnit::Age => None,
        QuantityUnit::Count => subject::subject(scan, from, &unit).or_else(|| counted::counted(scan, from, to)),
        QuantityUnit::Percent | QuantityUnit::Money(_) => {
            counted::counted(scan, from, to).or_else(|| subject::subject(scan, from, &unit))
        }
        _ => counted::counted(scan, from, to),
    };
    if number.form == Form::Words && scan.folded(at) == "one" && !one_counts(scan, at, number.end, &unit, of.as_ref()) {
        return None;
    }
    if unit == QuantityUnit::Ordinal && scan.is_word(at) && !is_ranked(scan, to) {
        return None;
    }
    let span = scan.span(from, to);
    Some((Quantity { span, number: number_span, value, unit, of, hedge }, to))
}

/// The unit after the number; moves `to` past it. Nothing if the letters after the figure make it a name (`5G`).
fn unit(scan: &Scan<'_>, people: &People, at: usize, number: &Number<'_>, to: &mut usize) -> Option<QuantityUnit> {
    if number.form == Form::Ordinal {
        return Some(QuantityUnit::Ordinal);
    }
    if age::is_age(scan, people, at, number, to) {
        return Some(QuantityUnit::Age);
    }
    if !number.suffix.is_empty() {
        return words::measure(&number.suffix.to_lowercase()).map(|unit| QuantityUnit::Measure(unit.into()));
    }
    let hyphen = usize::from(scan.is_hyphen(number.end));
    let word = scan.folded(number.end + hyphen);
    let percent = match word {
        "%" | "percent" | "pct" => 1,
        "per" if scan.folded(number.end + hyphen + 1) == "cent" => 2,
        "percentage" if scan.folded(number.end + hyphen + 1).starts_with("point") => {
            *to = number.end + hyphen + 2;
            return Some(QuantityUnit::PercentagePoints);
        }
        _ => 0,
    };
    if percent > 0 {
        *to = number.end + hyphen + percent;
        if scan.folded(*to).starts_with("point") {
            *to += 1;
            return Some(QuantityUnit::PercentagePoints);
        }
        return Some(QuantityUnit::Percent);
    }
    if number.form == Form::Fraction {
        return Some(QuantityUnit::Percent);
    }
    if let Some(code) = words::currency(word).filter(|_| scan.is_word(number.end + hyphen)) {
        *to = number.end + hyphen + 1;
        return Some(QuantityUnit::Money(code.into()));
    }
    // `won` is a currency only where nothing else can be meant.
    let nationality = words::currency(scan.folded(number.end + 1)).filter(|_| scan.is_capitalised(number.end));
    if let Some(code) = nationality {
        *to = number.end + 2;
        return Some(QuantityUnit::Money(code.into()));
    }
    if let Some(name) = words::measure(word) {
        *to = number.end + hyphen + if name == "basis point" { 2 } else { 1 };
        if name == "mile" && scan.reads(*to, &["per", "hour"]) || scan.reads(*to, &["an", "hour"]) {
            *to += 2;
            return Some(QuantityUnit::Measure(format!("{name} per hour")));
        }
        return Some(QuantityUnit::Measure(name.into()));
    }
    if matches!(word, "square" | "cubic")
        && let Some(name) = words::measure(scan.folded(number.end + hyphen + 1))
    {
        *to = number.end + hyphen + 2;
        return Some(QuantityUnit::Measure(format!("{word} {name}")));
    }
    Some(QuantityUnit::Count)
}

/// The unit of the second figure of `from 10 to 12 percent`, which is that of both, with the magnitude that the first
/// leaves out (`from 3 to 4 million euros`).
fn shared_unit(scan: &Scan<'_>, people: &People, at: usize, number: &Number<'_>) -> Option<(QuantityUnit, f64)> {
    if scan.folded(number.end) != "to" || !scan.reads_before(at, &["from"]) {
        return None;
    }
    let second = number::single(scan, number.end + 1)?;
    let mut to = second.end;
    let unit = unit(scan, people, number.end + 1, &second, &mut to)?;
    let shared = matches!(unit, QuantityUnit::Percent | QuantityUnit::Money(_) | QuantityUnit::Measure(_));
    let short = number.form == Form::Digits && second.form == Form::Words && number.high < 1000.0;
    let factor = if short { number::magnitude_of(scan, second.end) } else { 1.0 };
    shared.then_some((unit, factor))
}

fn country_dollar(prefix: &str, code: &str) -> String {
    match prefix {
        "US" | "U.S." => "USD".into(),
        "C" | "CA" | "CAD" => "CAD".into(),
        "A" | "AU" => "AUD".into(),
        "NZ" => "NZD".into(),
        "HK" => "HKD".into(),
        "S" => "SGD".into(),
        _ => code.into(),
    }
}

/// Whether the number belongs to a name, an address, a score or a code.
fn is_part_of_name(scan: &Scan<'_>, at: usize, number: &Number<'_>) -> bool {
    let Some(before) = at.checked_sub(1) else { return is_code(scan, at, number) };
    if is_code(scan, at, number) {
        return true;
    }
    // `No. 10`
    let named =
        if scan.raw(before) == "." && before > 0 && scan.folded(before - 1) == "no" { before - 1 } else { before };
    if scan.is_capitalised(named) && is_in(words::BEFORE_NAME_NUMBERS, scan.folded(named)) {
        return true;
    }
    if named == before
        && scan.folded(before) == "of"
        && before > 0
        && scan.folded(before - 1) == "group"
        && scan.is_capitalised(before - 1)
    {
        return true;
    }
    // `Area 51 opened`, `Holm 7`: a figure after a name counts only if a noun follows.
    let starts = scan.sentences.get(scan.sentence_of(at)).map_or(0, |sentence| sentence.tokens.start);
    let after_name = scan.is_number(at)
        && scan.is_capitalised(before)
        && (before > starts || is_acronym(scan.raw(before)))
        && !is_function_word(scan.folded(before));
    let has_unit = !number.suffix.is_empty() || matches!(scan.raw(number.end), "%") || scan.is_hyphen(number.end);
    let counts = has_unit || (scan.is_lower(number.end) && !is_function_word(scan.folded(number.end)));
    after_name && !counts && number.form == Form::Digits
}

/// `9/11`, `3:1`, `F-35`, `202-555-0100`, `#1`, `@5`.
fn is_code(scan: &Scan<'_>, at: usize, number: &Number<'_>) -> bool {
    let glued_before = at > 0 && scan.is_glued(at - 1);
    if glued_before {
        let before = at - 1;
        let joined = matches!(scan.raw(before), "/" | ":" | "#" | "@" | "_" | "." | "=" | "&")
            || (scan.is_hyphen(before)
                && before > 0
                && scan.is_glued(before - 1)
                && (scan.is_number(at) || scan.is_capitalised(before - 1)));
        if joined && !(scan.is_hyphen(before) && matches!(scan.folded(before - 1), "mid" | "a")) {
            return true;
        }
    }
    let end = number.end;
    let glued_after = end > 0 && scan.is_glued(end - 1);
    if glued_after && number.form == Form::Digits {
        let joined = matches!(scan.raw(end), "/" | ":" | "_" | "@" | "=")
            && (scan.is_number(end + 1) || scan.is_word(end + 1))
            && scan.is_glued(end);
        let score = scan.is_dash(end) && scan.is_glued(end) && scan.is_number(end + 1);
        return joined || score;
    }
    false
}

/// Whether `one` counts here and is no pronoun.
fn one_counts(scan: &Scan<'_>, at: usize, end: usize, unit: &QuantityUnit, of: Option<&crate::Counted>) -> bool {
    if end > at + 1 || matches!(unit, QuantityUnit::Percent | QuantityUnit::Money(_) | QuantityUnit::PercentagePoints) {
        return true;
    }
    if at > 0
        && matches!(
            scan.folded(at - 1),
            "no" | "any" | "every" | "this" | "that" | "each" | "which" | "the" | "another"
        )
    {
        return false;
    }
    let noun = scan.folded(end);
    is_in(words::PEOPLE, noun)
        || of.is_some_and(|of| of.topic.is_some() && of.head.as_deref().is_none_or(|head| words::topic(head).is_some()))
}

fn is_ranked(scan: &Scan<'_>, to: usize) -> bool {
    let next = to + usize::from(scan.is_hyphen(to));
    is_in(words::RANKED, scan.folded(next))
}
