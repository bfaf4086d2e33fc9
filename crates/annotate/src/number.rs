use coincide_text::WordSet;

use crate::scan::Scan;

/// A number read from digits or words, without its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number<'a> {
    /// The index after its last token.
    pub(crate) end: usize,
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) form: Form,
    /// The letters glued to the digits that are no magnitude: `km` of `60km`.
    pub(crate) suffix: &'a str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A figure.
    Digits,
    /// Number words, or a figure with a magnitude word.
    Words,
    /// `47th`, `third`.
    Ordinal,
    /// A part of one: `half`, `two-thirds`, `one in five`.
    Fraction,
    /// `dozens`, `tens of thousands`.
    Vague,
}

/// The number that starts at token `at`, with its range if it has one (`3-4`, `three or four`).
pub(crate) fn parse<'a>(scan: &Scan<'a>, at: usize) -> Option<Number<'a>> {
    let first = single(scan, at)?;
    Some(range(scan, at, first).unwrap_or(first))
}

/// The number that starts at token `at`, by itself.
pub(crate) fn single<'a>(scan: &Scan<'a>, at: usize) -> Option<Number<'a>> {
    let number = if scan.is_number(at) {
        figure(scan, at)?
    } else {
        vague(scan, at).or_else(|| fraction(scan, at)).or_else(|| words(scan, at))?
    };
    Some(and_a_half(scan, number).unwrap_or(number))
}

/// `two and a half`, `2 and a half million`.
fn and_a_half<'a>(scan: &Scan<'a>, number: Number<'a>) -> Option<Number<'a>> {
    let whole = matches!(number.form, Form::Digits | Form::Words) && number.suffix.is_empty();
    if !whole || number.low >= 1000.0 || !scan.reads(number.end, &["and", "a", "half"]) {
        return None;
    }
    let (factor, end) = magnitude_after(scan, number.end + 3).unwrap_or((1.0, number.end + 3));
    let value = (number.low + 0.5) * factor;
    Some(Number { end, low: value, high: value, form: Form::Words, suffix: "" })
}

fn figure<'a>(scan: &Scan<'a>, at: usize) -> Option<Number<'a>> {
    let raw = scan.raw(at);
    let split = raw.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(raw.len());
    let (digits, suffix) = raw.split_at(split);
    // More digits than any count in the news has, and fewer than a double can tell apart.
    if digits.len() > 20 {
        return None;
    }
    let digits = digits.trim_end_matches(['.', ',']);
    let mut value = if digits.is_empty() { 0.0 } else { plain(digits)? };
    let mut end = at + 1;
    if let Some(part) = single_character(suffix).and_then(vulgar) {
        value += part;
        let (factor, end) = magnitude_after(scan, end).unwrap_or((1.0, end));
        return Some(Number { end, low: value * factor, high: value * factor, form: Form::Digits, suffix: "" });
    }
    if digits.is_empty() {
        return None;
    }
    if matches!(suffix, "st" | "nd" | "rd" | "th") {
        return Some(Number { end, low: value, high: value, form: Form::Ordinal, suffix: "" });
    }
    let mut form = Form::Digits;
    let mut suffix = suffix;
    // `a 2m wall`, `the 100m final`: a length, where what follows has one.
    let metres = suffix == "m" && AFTER_METRES.contains(scan.folded(end));
    if let Some(factor) = short_magnitude(suffix).filter(|_| !metres) {
        value *= factor;
        suffix = "";
    } else if suffix.is_empty() {
        if let Some(slash) = simple_fraction(scan, at) {
            return Some(slash);
        }
        if let Some((factor, after)) = magnitude_after(scan, end) {
            value *= factor;
            end = after;
            form = Form::Words;
        } else if let Some(number) = one_in(scan, value, end) {
            return Some(number);
        }
    }
    Some(Number { end, low: value, high: value, form, suffix })
}

/// Words before which the `m` of a figure is metres and not millions.
#[rustfmt::skip]
static AFTER_METRES: WordSet = WordSet::new(&[
    "above", "across", "apart", "away", "below", "dash", "deep", "final", "freestyle", "from", "gap", "high", "hurdles",
    "long", "race", "relay", "sprint", "swim", "tall", "thick", "wall", "waves", "wide",
]);

fn single_character(text: &str) -> Option<char> {
    let mut characters = text.chars();
    let first = characters.next()?;
    characters.next().is_none().then_some(first)
}

/// The value of digits with separators: commas before groups of three, a point before decimals.
fn plain(digits: &str) -> Option<f64> {
    if let Some((_, groups)) = digits.split_once(',') {
        let whole = groups.split('.').next().unwrap_or_default();
        // `1,2` is a list without blanks.
        if !whole.split(',').all(|group| group.len() == 3) {
            return None;
        }
    }
    digits.replace(',', "").parse().ok()
}

/// `1/2`, `3/4`: only fractions that cannot be a date.
fn simple_fraction<'a>(scan: &Scan<'a>, at: usize) -> Option<Number<'a>> {
    if scan.raw(at + 1) != "/" || !scan.is_glued(at) || !scan.is_glued(at + 1) {
        return None;
    }
    let value = match (scan.raw(at), scan.raw(at + 2)) {
        ("1", "2") => 0.5,
        ("1", "3") => 1.0 / 3.0,
        ("2", "3") => 2.0 / 3.0,
        ("1", "4") => 0.25,
        ("3", "4") => 0.75,
        _ => return None,
    };
    Some(Number { end: at + 3, low: value, high: value, form: Form::Fraction, suffix: "" })
}

fn vulgar(character: char) -> Option<f64> {
    let value = match character {
        '½' => 0.5,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅕' => 0.2,
        '⅛' => 0.125,
        _ => return None,
    };
    Some(value)
}

fn short_magnitude(suffix: &str) -> Option<f64> {
    let factor = match suffix {
        "k" | "K" => 1e3,
        "m" | "M" | "mn" | "mln" => 1e6,
        "b" | "B" | "bn" | "bln" => 1e9,
        "tn" | "trn" => 1e12,
        _ => return None,
    };
    Some(factor)
}

pub(crate) fn magnitude(word: &str) -> Option<f64> {
    let factor = match word {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "million" | "mn" | "mln" => 1e6,
        "billion" | "bn" | "bln" => 1e9,
        "trillion" | "tn" | "trn" => 1e12,
        "dozen" => 12.0,
        _ => return None,
    };
    Some(factor)
}

/// The product of the magnitude words from `at` on (`1.2 million`, `$20-million`, `two hundred thousand`).
fn magnitude_after(scan: &Scan<'_>, at: usize) -> Option<(f64, usize)> {
    let mut after = at;
    let mut factor = 1.0;
    // Two is the most that is ever written.
    for _ in 0..2 {
        let word = if scan.is_hyphen(after) && scan.is_glued(after) { after + 1 } else { after };
        let Some(next) = magnitude(scan.folded(word)) else { break };
        factor *= next;
        after = word + 1;
    }
    (after > at).then_some((factor, after))
}

fn small(word: &str) -> Option<f64> {
    let value: u8 = match word {
        "zero" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        _ => return None,
    };
    Some(value.into())
}

fn tens(word: &str) -> Option<f64> {
    let value: u8 = match word {
        "twenty" => 20,
        "thirty" => 30,
        "forty" | "fourty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    };
    Some(value.into())
}

/// `ninety-three thousand`, `two dozen`, `a hundred and twenty`.
fn words<'a>(scan: &Scan<'a>, at: usize) -> Option<Number<'a>> {
    if let Some(value) = ordinal_word(scan.folded(at)) {
        return Some(Number { end: at + 1, low: value, high: value, form: Form::Ordinal, suffix: "" });
    }
    let mut index = at;
    let mut total = 0.0;
    let mut current = None;
    if matches!(scan.folded(at), "a" | "an") && magnitude(scan.folded(at + 1)).is_some() {
        current = Some(1.0);
        index += 1;
    }
    let mut end = at;
    let mut last_below_ten = false;
    // The longest number in words that news writes is far shorter.
    while index < at + 16 {
        let word = scan.folded(index);
        if let Some(value) = tens(word) {
            if current.is_some_and(|so_far: f64| so_far % 100.0 != 0.0) {
                break;
            }
            current = Some(current.unwrap_or(0.0) + value);
            last_below_ten = false;
        } else if let Some(value) = small(word) {
            if current.is_some_and(|so_far: f64| {
                so_far % 100.0 != 0.0 && (last_below_ten || so_far % 10.0 != 0.0 || value >= 10.0)
            }) {
                break;
            }
            current = Some(current.unwrap_or(0.0) + value);
            last_below_ten = true;
        } else if let Some(factor) = magnitude(word) {
            let Some(value) = current else { break };
            if factor == 100.0 || factor == 12.0 {
                current = Some(value * factor);
            } else {
                total += value * factor;
                current = Some(0.0);
            }
            last_below_ten = false;
        } else {
            break;
        }
        index += 1;
        end = index;
        if scan.is_hyphen(index) && scan.is_glued(index) && scan.is_glued(index - 1) {
            let next = scan.folded(index + 1);
            if small(next).is_some() || magnitude(next).is_some() {
                index += 1;
            }
        } else if scan.folded(index) == "and"
            && (total > 0.0 || current.is_some_and(|so_far| so_far >= 100.0))
            && (tens(scan.folded(index + 1)).is_some() || small(scan.folded(index + 1)).is_some())
        {
            index += 1;
        }
    }
    if end == at {
        return None;
    }
    let value = total + current?;
    one_in(scan, value, end).or(Some(Number { end, low: value, high: value, form: Form::Words, suffix: "" }))
}

/// The ordinals that news writes in words.
pub(crate) fn ordinal_word(word: &str) -> Option<f64> {
    let value: u8 = match word {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        "eleventh" => 11,
        "twelfth" => 12,
        "thirteenth" => 13,
        "fourteenth" => 14,
        "fifteenth" => 15,
        "sixteenth" => 16,
        "seventeenth" => 17,
        "eighteenth" => 18,
        "nineteenth" => 19,
        "twentieth" => 20,
        "thirtieth" => 30,
        "fortieth" => 40,
        "fiftieth" => 50,
        "hundredth" => 100,
        _ => return None,
    };
    Some(value.into())
}

/// `one in five`, `three out of four`; `value` was read before token `at`.
fn one_in<'a>(scan: &Scan<'a>, value: f64, at: usize) -> Option<Number<'a>> {
    let of = match scan.folded(at) {
        "in" => at + 1,
        "out" if scan.folded(at + 1) == "of" => at + 2,
        "of" if scan.folded(at + 1) == "every" || matches!(scan.folded(at + 1), "10" | "ten" | "100") => at + 1,
        _ => return None,
    };
    let of = of + usize::from(scan.folded(of) == "every");
    let word = scan.folded(of);
    let whole = small(word).or_else(|| magnitude(word)).or_else(|| word.parse().ok())?;
    // `12 in 2018` and `three in ten hours` are no parts of a whole.
    let follows = scan.folded(of + 1);
    if value >= whole || whole > 1000.0 || crate::time::is_unit(follows) || magnitude(follows).is_some() {
        return None;
    }
    let part = value / whole;
    Some(Number { end: of + 1, low: part, high: part, form: Form::Fraction, suffix: "" })
}

/// Words that can follow a part: what it is a part of.
static OF_WHOLE: WordSet = WordSet::new(&["a", "all", "an", "her", "his", "its", "of", "our", "the", "their"]);

/// `half`, `a third`, `two-thirds`, `three quarters`.
fn fraction<'a>(scan: &Scan<'a>, at: usize) -> Option<Number<'a>> {
    let found = |end, value| Some(Number { end, low: value, high: value, form: Form::Fraction, suffix: "" });
    if scan.folded(at) == "half" {
        let whole = if matches!(scan.folded(at + 1), "a" | "of" | "the") { at + 2 } else { at + 1 };
        if scan.folded(at + 1) == "a"
            && let Some(factor) = magnitude(scan.folded(whole))
        {
            let value = factor / 2.0;
            return Some(Number { end: whole + 1, low: value, high: value, form: Form::Words, suffix: "" });
        }
        // `the second half` and `half-time` are no halves of something counted.
        let counts = OF_WHOLE.contains(scan.folded(at + 1));
        return counts.then(|| found(at + 1, 0.5)).flatten();
    }
    let (many, part) = match scan.folded(at) {
        "a" | "one" => (1.0, at + 1),
        word => (small(word).filter(|&many| many > 1.0)?, at + 1),
    };
    let part = if scan.is_hyphen(part) { part + 1 } else { part };
    let whole = match scan.folded(part) {
        "half" => 2.0,
        "quarter" | "quarters" => 4.0,
        "second" | "seconds" => return None,
        word => ordinal_word(word.strip_suffix('s').unwrap_or(word)).filter(|&whole| whole <= 100.0)?,
    };
    let singular = !scan.folded(part).ends_with('s');
    // `half a mile` is read of `half`, `a third of`; `a third a` is nothing.
    let counts = OF_WHOLE.contains(scan.folded(part + 1)) && !matches!(scan.folded(part + 1), "a" | "an");
    if singular == (many == 1.0) && (counts || (many > 1.0 && !scan.is_hyphen(part + 1))) {
        found(part + 1, many / whole)
    } else {
        None
    }
}

/// `dozens`, `tens of thousands`. The range is from the magnitude itself to where the next word would be used, which
/// is generous on purpose: the word says no more.
fn vague<'a>(scan: &Scan<'a>, at: usize) -> Option<Number<'a>> {
    let plural = |word: &str| {
        let factor = match word {
            "dozens" => (12.0, 200.0),
            "scores" => (20.0, 200.0),
            "hundreds" => (100.0, 3e3),
            "thousands" => (1e3, 1e5),
            "millions" => (1e6, 1e9),
            "billions" => (1e9, 1e12),
            "trillions" => (1e12, 1e15),
            _ => return None,
        };
        Some(factor)
    };
    match scan.folded(at) {
        "several" => return several(scan, at, at + 1),
        "a" if scan.folded(at + 1) == "few" => return several(scan, at, at + 2),
        "a" if scan.folded(at + 1) == "couple" => return couple(scan, at + 2),
        _ => {}
    }
    let tens = matches!(scan.folded(at), "tens");
    let (mut low, mut high) = if tens { (10.0, 100.0) } else { plural(scan.folded(at))? };
    let mut end = at + 1;
    if scan.folded(end) == "of"
        && let Some((next, _)) = plural(scan.folded(end + 1))
    {
        high = if tens { 30.0 * next } else { low * 20.0 * next };
        low *= next;
        end += 2;
    } else if tens {
        return None;
    }
    Some(Number { end, low, high, form: Form::Vague, suffix: "" })
}

/// `several hundred`, `a few thousand`: from two times the magnitude to the next one. `Several` alone is no number.
fn several<'a>(scan: &Scan<'a>, at: usize, after: usize) -> Option<Number<'a>> {
    let (factor, end) = magnitude_after(scan, after)?;
    (at < after).then_some(Number { end, low: 2.0 * factor, high: 10.0 * factor, form: Form::Vague, suffix: "" })
}

/// `a couple of`, `a couple hundred`: two, or little more.
fn couple<'a>(scan: &Scan<'a>, after: usize) -> Option<Number<'a>> {
    let of = scan.folded(after) == "of";
    let after = after + usize::from(of);
    let (factor, end) = magnitude_after(scan, after).unwrap_or((1.0, after));
    (of || factor > 1.0).then_some(Number {
        end: if factor > 1.0 { end } else { after - 1 },
        low: 2.0 * factor,
        high: 3.0 * factor,
        form: Form::Vague,
        suffix: "",
    })
}

/// `3-4`, `three to four`, `between 10 and 12`, `two or three`.
fn range<'a>(scan: &Scan<'a>, at: usize, first: Number<'a>) -> Option<Number<'a>> {
    if matches!(first.form, Form::Ordinal | Form::Fraction | Form::Vague) || !first.suffix.is_empty() {
        return None;
    }
    // The word before, past the sign of a currency.
    let start = at - usize::from(at > 0 && matches!(scan.raw(at - 1), "$" | "£" | "€"));
    let joined = match scan.folded(first.end) {
        _ if scan.is_dash(first.end) => scan.is_glued(first.end) && scan.is_glued(first.end - 1),
        "to" => !scan.reads_before(start, &["from"]),
        "or" => true,
        "and" => scan.reads_before(start, &["between"]),
        _ => false,
    };
    if !joined {
        return None;
    }
    let next = if matches!(scan.raw(first.end + 1), "$" | "£" | "€") { first.end + 2 } else { first.end + 1 };
    let second = single(scan, next)?;
    if matches!(second.form, Form::Ordinal | Form::Fraction | Form::Vague) || is_score(scan, at, first.end, &second) {
        return None;
    }
    // In `3 to 4 million` the magnitude belongs to both.
    let small_first = first.high < 1000.0 && second.low >= 1000.0 && second.form == Form::Words;
    let factor = if small_first { magnitude_of(scan, second.end) } else { 1.0 };
    let low = first.low * factor;
    // `rose 5 to 93`: a change and what came of it.
    let changed = scan.folded(first.end) == "to" && second.high > 2.0 * low && {
        let verb = start - usize::from(scan.reads_before(start, &["by"]));
        verb > 0 && crate::quantity::is_change(scan.folded(verb - 1))
    };
    (!changed && low < second.high && second.high < low * 20.0 + 20.0).then_some(Number {
        low,
        high: second.high,
        form: first.form,
        ..second
    })
}

/// Whether two bare figures with a dash between them are a result and no range: `lost 1-3 at home`, `a 2-3 defeat`. A range
/// is of something, so a noun, a unit or a magnitude follows.
fn is_score(scan: &Scan<'_>, at: usize, dash: usize, second: &Number<'_>) -> bool {
    if !scan.is_dash(dash) || second.form != Form::Digits || !second.suffix.is_empty() {
        return false;
    }
    let before = at.checked_sub(1).map_or("", |before| scan.folded(before));
    let after = scan.folded(second.end);
    let unit = matches!(after, "%" | "percent" | "per") || scan.is_hyphen(second.end);
    !unit
        && (RESULTS.contains(before)
            || RESULTS.contains(after)
            || !scan.is_lower(second.end)
            || scan.is_function(second.end))
        && !matches!(before, "$" | "£" | "€")
}

/// Words beside which two figures are the result of a match.
#[rustfmt::skip]
static RESULTS: WordSet = WordSet::new(&[
    "ahead", "at", "beat", "beaten", "beating", "defeat", "defeated", "draw", "drew", "drubbing", "lead", "led", "lose",
    "losing", "loss", "lost", "record", "rout", "score", "scored", "scoreline", "shutout", "thrashed", "thrashing",
    "tied", "victory", "win", "winning", "won",
]);

/// The magnitude written just before token `end`.
pub(crate) fn magnitude_of(scan: &Scan<'_>, end: usize) -> f64 {
    end.checked_sub(1).and_then(|last| magnitude(scan.folded(last))).unwrap_or(1.0)
}
