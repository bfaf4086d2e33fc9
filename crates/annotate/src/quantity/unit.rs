//! The unit of a number: per cent, money, measures, ages.

use super::age::{self, People};
use super::words;
use crate::QuantityUnit;
use crate::number::{self, Form, Number};
use crate::scan::Scan;

/// What was read around a number.
pub(super) struct Measured {
    pub(super) unit: QuantityUnit,
    /// The token after the number and its unit.
    pub(super) end: usize,
    /// What the number is to be multiplied by and, after that, increased by: a fraction is 100 per cent, `6 feet 2` is
    /// 6 and a sixth.
    pub(super) factor: f64,
    pub(super) more: f64,
}

impl Measured {
    pub(super) fn new(unit: QuantityUnit, end: usize) -> Self {
        Self { unit, end, factor: 1.0, more: 0.0 }
    }
}

/// The sign or code of a currency before the number at token `at`, and the token it starts at: `$`, `US$`, `EUR`.
pub(super) fn money_before(scan: &Scan<'_>, at: usize) -> Option<(String, usize)> {
    let before = at.checked_sub(1)?;
    if scan.is_mark(before) {
        let code = words::currency(scan.raw(before))?;
        // `US$`, `C$`
        let country = before.checked_sub(1).filter(|&country| scan.is_word(country) && scan.is_glued(country));
        let country = country.and_then(|country| Some((words::country_dollar(scan.raw(country))?, country)));
        return Some(country.map_or((code.to_owned(), before), |(code, from)| (code.to_owned(), from)));
    }
    // `EUR 5 million`, `Rs 500`: codes are in capitals.
    words::currency_code(scan.raw(before)).map(|code| (code.to_owned(), before))
}

/// Whether the word after a sum says its currency once more: `$3 million dollars`, `US$5 USD`.
pub(super) fn repeats_money(scan: &Scan<'_>, end: usize, code: &str) -> bool {
    scan.is_word(end)
        && (words::currency_code(scan.raw(end)).is_some()
            || matches!(scan.folded(end), "dollar" | "dollars" | "euros" | "pounds")
                && words::currency(scan.folded(end)) == Some(code))
}

/// The unit after the number at token `at`. Nothing if the letters after the figure make it a name (`5G`).
pub(super) fn after(scan: &Scan<'_>, people: &People, at: usize, number: &Number<'_>) -> Option<Measured> {
    let end = number.end;
    if number.form == Form::Ordinal {
        return Some(Measured::new(QuantityUnit::Ordinal, end));
    }
    if let Some(age) = age::age(scan, people, at, number) {
        return Some(Measured { factor: age.factor, more: 0.0, ..Measured::new(QuantityUnit::Age, age.end) });
    }
    if !number.suffix.is_empty() {
        return suffix(scan, number);
    }
    if number.form == Form::Fraction {
        return fraction(scan, end);
    }
    // `billions of dollars`, `thousands of miles`; `0.6 of a percentage point`
    let of = scan.folded(end) == "of" && number.form == Form::Vague;
    let of_a = scan.folded(end) == "of" && scan.folded(end + 1) == "a" && scan.folded(end + 2) == "percentage";
    let word = end + usize::from(scan.is_hyphen(end) || of) + if of_a { 2 } else { 0 };
    Some(
        percent(scan, word)
            .or_else(|| money(scan, at, number, word))
            .or_else(|| measure(scan, word))
            .unwrap_or_else(|| Measured::new(QuantityUnit::Count, end)),
    )
}

/// Letters glued to the figure: `60km`, `30C`, `50p`, `5kg`.
fn suffix(scan: &Scan<'_>, number: &Number<'_>) -> Option<Measured> {
    let (end, raw) = (number.end, number.suffix);
    let unit = match raw {
        "C" => QuantityUnit::Measure("degree celsius".into()),
        "F" => QuantityUnit::Measure("degree fahrenheit".into()),
        "p" => QuantityUnit::Money("penny".into()),
        _ => {
            if let Some(code) = words::currency_code(raw) {
                return Some(Measured::new(QuantityUnit::Money(code.into()), end));
            }
            // `5G` is a name; `5g` is a weight.
            let written = raw.len() > 1 || raw.starts_with(char::is_lowercase) || raw == "°";
            let name = words::measure(&raw.to_lowercase()).filter(|_| written)?;
            return Some(compound(scan, name, end));
        }
    };
    Some(Measured::new(unit, end))
}

/// `%`, `percent`, `per cent`, `percentage points`.
fn percent(scan: &Scan<'_>, at: usize) -> Option<Measured> {
    let after = match scan.folded(at) {
        "%" | "percent" | "pct" => at + 1,
        "per" if scan.folded(at + 1) == "cent" => at + 2,
        "percentage" if is_point(scan.folded(at + 1 + usize::from(scan.is_hyphen(at + 1)))) => at + 1,
        _ => return None,
    };
    let hyphen = usize::from(scan.is_hyphen(after));
    Some(if is_point(scan.folded(after + hyphen)) {
        Measured::new(QuantityUnit::PercentagePoints, after + hyphen + 1)
    } else {
        Measured::new(QuantityUnit::Percent, after)
    })
}

fn is_point(word: &str) -> bool {
    matches!(word, "point" | "points")
}

/// `3 million euros`, `5 Canadian dollars`, `12 Swiss francs`.
fn money(scan: &Scan<'_>, at: usize, number: &Number<'_>, word: usize) -> Option<Measured> {
    if !scan.is_word(word) {
        return None;
    }
    let money = |code: &str, end| Some(Measured::new(QuantityUnit::Money(code.into()), end));
    if let Some(code) = words::currency_code(scan.raw(word)) {
        return money(code, word + 1);
    }
    if let Some(code) = words::currency(scan.folded(word)) {
        // `won` is a verb more often than the money of Korea, which is counted by the thousand.
        if matches!(scan.folded(word), "won") && number.high < 1000.0 {
            return None;
        }
        if code == "GBP" && is_weight(scan, at, number, word) {
            return Some(Measured::new(QuantityUnit::Measure("pound-weight".into()), word + 1));
        }
        return money(code, word + 1);
    }
    if !scan.is_capitalised(word) {
        return None;
    }
    // `5 Canadian dollars`, `5 Hong Kong dollars`: the word before the currency says whose it is.
    let name = (word + 1..word + 3).find(|&index| words::currency(scan.folded(index)).is_some())?;
    let code = words::national(scan.folded(name - 1), scan.folded(name))?;
    money(code, name + 1)
}

/// Whether `pounds` is a weight: after a verb of weighing, as the measure of a thing (`a 12-pound hammer`), or of a
/// substance (`40 pounds of flour`). Sums in millions are money.
fn is_weight(scan: &Scan<'_>, at: usize, number: &Number<'_>, word: usize) -> bool {
    if number.high >= 1e6 || scan.folded(word) == "sterling" {
        return false;
    }
    let weighing = (at.saturating_sub(5)..at)
        .any(|index| matches!(scan.folded(index), "weigh" | "weighed" | "weighing" | "weighs"));
    weighing
        || scan.is_hyphen(number.end) && scan.folded(word) == "pound"
        || scan.folded(word) == "pounds" && scan.folded(word + 1) == "of"
}

/// `12 miles`, `300 square miles`, `30 degrees Celsius`, `6 feet 2 inches`, `a 12-point lead`.
fn measure(scan: &Scan<'_>, at: usize) -> Option<Measured> {
    let word = scan.folded(at);
    if matches!(word, "square" | "cubic" | "sq") {
        let name = words::measure(scan.folded(at + 1 + usize::from(scan.is_hyphen(at + 1))))?;
        let kind = if word == "cubic" { "cubic" } else { "square" };
        let end = at + 2 + usize::from(scan.is_hyphen(at + 1));
        return Some(Measured::new(QuantityUnit::Measure(format!("{kind} {name}")), end));
    }
    if word == "nautical" && words::measure(scan.folded(at + 1)) == Some("mile") {
        return Some(Measured::new(QuantityUnit::Measure("nautical mile".into()), at + 2));
    }
    if word == "basis" && is_point(scan.folded(at + 1)) {
        return Some(Measured::new(QuantityUnit::Measure("basis point".into()), at + 2));
    }
    // Letters alone (`m`, `c`) are units only right after the figure.
    let name = words::measure(word).filter(|_| word.len() > 1 || !scan.is_word(at) || matches!(word, "m"))?;
    Some(compound(scan, name, at + 1))
}

/// A unit whose name goes on after its first word: `degrees Celsius`, `miles per hour`, `feet 2 inches`.
fn compound(scan: &Scan<'_>, name: &'static str, end: usize) -> Measured {
    let measured = |unit: String, end| Measured::new(QuantityUnit::Measure(unit), end);
    match name {
        "degree" => {
            let scale = match scan.folded(end) {
                "celsius" | "centigrade" => "degree celsius",
                "fahrenheit" => "degree fahrenheit",
                "c" if scan.raw(end) == "C" => "degree celsius",
                "f" if scan.raw(end) == "F" => "degree fahrenheit",
                _ => return measured(name.into(), end),
            };
            measured(scale.into(), end + 1)
        }
        "mile" | "kilometre" | "metre" | "foot" => {
            let hyphen = usize::from(scan.is_hyphen(end));
            let slash = scan.raw(end) == "/" && matches!(scan.folded(end + 1), "h" | "hr" | "hour");
            let hour = matches!(scan.folded(end + hyphen), "per" | "an")
                && matches!(scan.folded(end + hyphen + 1 + usize::from(scan.is_hyphen(end + hyphen + 1))), "hour");
            let second = scan.raw(end) == "/" && scan.folded(end + 1) == "s"
                || scan.folded(end) == "per" && scan.folded(end + 1) == "second";
            if slash {
                measured(format!("{name} per hour"), end + 2)
            } else if hour {
                measured(format!("{name} per hour"), end + hyphen + 2 + usize::from(scan.is_hyphen(end + hyphen + 1)))
            } else if second {
                measured(format!("{name} per second"), end + 2)
            } else if name == "foot" {
                feet_and_inches(scan, end)
            } else {
                measured(name.into(), end)
            }
        }
        _ => measured(name.into(), end),
    }
}

/// `6 feet 2 inches`, `6ft 2in`, `6-foot-2`.
fn feet_and_inches(scan: &Scan<'_>, end: usize) -> Measured {
    let feet = Measured::new(QuantityUnit::Measure("foot".into()), end);
    let hyphen = scan.is_hyphen(end);
    let at = end + usize::from(hyphen);
    let Some(inches) = number::single(scan, at).filter(|number| number.high < 12.0) else { return feet };
    let named = matches!(scan.folded(inches.end), "in" | "inch" | "inches") && scan.folded(at) != "a";
    let glued = matches!(inches.suffix, "in" | "ins");
    let inches_end = inches.end + usize::from(named && !glued);
    if glued || (named && inches.suffix.is_empty()) || (hyphen && inches.suffix.is_empty() && scan.is_number(at)) {
        return Measured { more: inches.low / 12.0, end: inches_end, ..feet };
    }
    feet
}

/// What a part is of: a unit (`half a mile`, `seven-tenths of a percentage point`), else the whole, in per cent. `Half a
/// boat` is neither.
fn fraction(scan: &Scan<'_>, end: usize) -> Option<Measured> {
    let article = if scan.folded(end) == "of" { end + 1 } else { end };
    if matches!(scan.folded(article), "a" | "an") {
        let word = article + 1;
        let unit = percent(scan, word).or_else(|| measure(scan, word));
        if unit.is_some() {
            return unit;
        }
        if let Some(code) = words::currency(scan.folded(word)).filter(|_| scan.is_word(word)) {
            return Some(Measured::new(QuantityUnit::Money(code.into()), word + 1));
        }
        if let Some(factor) = number::magnitude(scan.folded(word)) {
            return Some(Measured { factor, ..Measured::new(QuantityUnit::Count, word + 1) });
        }
        if article == end {
            return None;
        }
    }
    Some(Measured { factor: 100.0, ..Measured::new(QuantityUnit::Percent, end) })
}
