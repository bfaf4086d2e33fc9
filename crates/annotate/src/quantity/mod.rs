//! Quantities: numbers with their unit, their hedge and what they count.
//!
//! Fractions (`half of the voters`, `one in five`) are percentages, so that they compare with figures. A number that is
//! part of a time expression or of a name (`Boeing 737`) is no quantity; a duration is a time expression only.
//!
//! [`quantities`] walks over the numbers of a text. Around each it reads the unit (`unit`), the hedge (`hedge`), what it is
//! for each of (`rate`), whether it tells a change (`change`) and what is counted (`counted` after it, `subject` before it);
//! `naming` tells what only looks like a quantity, and `vote` reads the two sides of a vote.

mod age;
mod change;
mod compare;
mod convert;
mod counted;
mod hedge;
mod naming;
mod rate;
mod subject;
mod unit;
mod vote;
mod words;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod pairs;
#[cfg(test)]
mod tests;

pub use compare::{HedgeChange, compare, compare_reason, compare_values, hedge_change};

use coincide_text::Span;

use crate::number::{self, Form, Number};
use crate::scan::Scan;
use crate::{Entity, Quantity, QuantityUnit, TimeExpression};
use age::People;
pub(crate) use compare::by_value;
pub(crate) use hedge::{after as hedge_after, before as hedge_before};
use naming::Names;
use unit::Measured;

/// The quantities of a text outside of its time expressions, in order.
pub(crate) fn quantities(scan: &Scan<'_>, times: &[TimeExpression], entities: &[Entity]) -> Vec<Quantity> {
    let around = Around { people: People::of(entities), names: Names::of(entities, scan.text) };
    let mut found: Vec<Quantity> = Vec::new();
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
        if let Some((sides, after)) = vote::vote(scan, at) {
            found.extend(sides);
            at = after;
            continue;
        }
        match quantity(scan, &around, at, limit) {
            Some((quantity, after)) => {
                found.push(quantity);
                at = after.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// What of the other annotations tells numbers apart.
struct Around {
    people: People,
    names: Names,
}

/// The quantity whose number starts at token `at` and ends before the byte `limit`, and the token after it.
fn quantity(scan: &Scan<'_>, around: &Around, at: usize, limit: usize) -> Option<(Quantity, usize)> {
    let number = number::parse(scan, at)?;
    let number_span = scan.span(at, number.end);
    if number_span.end > limit || naming::names(scan, &around.names, at, &number) {
        return None;
    }
    let mut from = at;
    let decade = age::decade_of_life(scan, at, &number);
    let mut measured = match unit::money_before(scan, at) {
        Some((code, start)) => {
            from = start;
            let end = number.end + usize::from(unit::repeats_money(scan, number.end, &code));
            Measured::new(QuantityUnit::Money(code), end)
        }
        None if decade.is_some() => Measured::new(QuantityUnit::Age, number.end),
        None => unit::after(scan, &around.people, at, &number)?,
    };
    if measured.unit == QuantityUnit::Count && measured.end == number.end {
        share_unit(scan, around, at, &number, &mut measured);
    }
    let mut value = (number.low * measured.factor + measured.more, number.high * measured.factor + measured.more);
    if let Some(last) = decade {
        value.1 = last;
    }
    let mut to = measured.end;
    let mut number_span = number_span;
    if let Some((high, end)) = second_end(scan, around, at, from, &number, &measured) {
        value.1 = high;
        to = end;
        number_span = Span::new(number_span.start, scan.span(at, end).end);
    }
    if let Some(sign) = minus(scan, from, &measured.unit) {
        from = sign;
        value = (-value.1, -value.0);
    }
    assembled(scan, at, &number, Parts { from, to, number: number_span, value, unit: measured.unit })
}

/// A number with its unit, before what stands around them is read.
struct Parts {
    from: usize,
    to: usize,
    number: Span,
    value: (f64, f64),
    unit: QuantityUnit,
}

fn assembled(scan: &Scan<'_>, at: usize, number: &Number<'_>, parts: Parts) -> Option<(Quantity, usize)> {
    let Parts { mut from, mut to, number: number_span, value, unit } = parts;
    let mut hedge = None;
    if let Some((kind, start)) = hedge::before(scan, from) {
        from = start;
        hedge = Some(kind);
    } else if let Some((kind, end)) = hedge::after(scan, to) {
        to = end;
        hedge = Some(kind);
    }
    let change = change::change(scan, from, to, &unit);
    let mut rate = rate::rate(scan, to).filter(|_| !matches!(unit, QuantityUnit::Age | QuantityUnit::Ordinal));
    let noun = rate.as_ref().map_or(to, |&(_, end)| end);
    let of = match unit {
        QuantityUnit::Age => None,
        QuantityUnit::Ordinal => counted::counted(scan, from, noun),
        _ if change.is_some() => subject::of_change(scan, from).or_else(|| counted::counted(scan, from, noun)),
        QuantityUnit::Count => subject::subject(scan, from, &unit).or_else(|| counted::counted(scan, from, noun)),
        // `80% Democratic` and `93% support it` tell of what in front.
        QuantityUnit::Percent if !is_share(scan, from, noun) => subject::subject(scan, from, &unit),
        _ => counted::counted(scan, from, noun).or_else(|| subject::subject(scan, from, &unit)),
    };
    let mut end = to;
    match &rate {
        Some((_, after)) => {
            to = *after;
            end = to;
        }
        // `12 deaths a day`: the rate follows what is counted.
        None => {
            let after = of.as_ref().filter(|of| of.span.start >= scan.span(from, to).end).map(|of| of.span.end);
            let next = after.map(|end| to + scan.tokens[to..].iter().take_while(|token| token.span.end <= end).count());
            rate = next.filter(|&next| !scan.is_hyphen(next)).and_then(|next| rate::rate(scan, next));
            end = rate.as_ref().map_or(end, |&(_, after)| after);
        }
    }
    if number.form == Form::Words && scan.folded(at) == "one" && !one_counts(scan, at, number.end, &unit, of.as_ref()) {
        return None;
    }
    if unit == QuantityUnit::Ordinal && scan.is_word(at) && !is_ranked(scan, at, to) {
        return None;
    }
    let span = scan.span(from, to);
    let per = rate.map(|(per, _)| per);
    Some((Quantity { span, number: number_span, value, unit, of, hedge, per, change }, end))
}

/// Whether a noun that the percentage is of, or that it describes, follows: after `of`, after an article (`the 1 percent
/// threshold`), or a plural (`25 percent tariffs`).
fn is_share(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    let before = from.checked_sub(1).map_or("", |before| scan.folded(before));
    let determined = matches!(
        before,
        "a" | "an"
            | "another"
            | "any"
            | "each"
            | "her"
            | "his"
            | "its"
            | "new"
            | "our"
            | "the"
            | "their"
            | "this"
            | "that"
    ) || from > 0 && (scan.is_possessive(from - 1) || scan.is_capitalised(from - 1));
    determined
        || scan.is_hyphen(to)
        || matches!(scan.folded(to), "of" | "worth" | "more" | "fewer" | "less")
        || (to..to + 4)
            .take_while(|&index| scan.is_word(index) && !scan.is_function(index))
            .any(|index| naming::is_plural(scan.folded(index)))
}

/// The unit of the second figure of `from 10 to 12 percent`, which is that of both, with the magnitude that the first
/// leaves out (`from 3 to 4 million euros`).
fn share_unit(scan: &Scan<'_>, around: &Around, at: usize, number: &Number<'_>, measured: &mut Measured) {
    if scan.folded(number.end) != "to" || !scan.reads_before(at, &["from"]) {
        return;
    }
    let Some(second) = number::single(scan, number.end + 1) else { return };
    let Some(of_both) = unit::after(scan, &around.people, number.end + 1, &second) else { return };
    if is_measured(&of_both.unit) {
        let short = number.form == Form::Digits && second.form == Form::Words && number.high < 1000.0;
        measured.unit = of_both.unit;
        measured.factor = if short { number::magnitude_of(scan, second.end) } else { 1.0 };
    }
}

fn is_measured(unit: &QuantityUnit) -> bool {
    matches!(
        unit,
        QuantityUnit::Percent | QuantityUnit::PercentagePoints | QuantityUnit::Money(_) | QuantityUnit::Measure(_)
    )
}

/// The other end of a range whose both ends have the unit: `10% to 12%`, `between $3 million and $4 million`. Ends of
/// `from … to` are two levels.
fn second_end(
    scan: &Scan<'_>,
    around: &Around,
    at: usize,
    from: usize,
    number: &Number<'_>,
    measured: &Measured,
) -> Option<(f64, usize)> {
    let joined = match scan.folded(measured.end) {
        "to" => !scan.reads_before(from, &["from"]),
        "and" => scan.reads_before(from, &["between"]),
        _ => scan.is_dash(measured.end) && scan.is_glued(measured.end),
    };
    if !joined || !is_measured(&measured.unit) || number.form == Form::Ordinal || measured.end == at + 1 && from == at {
        return None;
    }
    let sign = measured.end + 1;
    let start = sign + usize::from(scan.is_mark(sign));
    let second = number::single(scan, start).filter(|second| second.form != Form::Ordinal)?;
    let other = match unit::money_before(scan, start) {
        Some((code, _)) => Measured::new(QuantityUnit::Money(code), second.end),
        None => unit::after(scan, &around.people, start, &second)?,
    };
    let high = second.high * other.factor + other.more;
    (other.unit == measured.unit && number.high * measured.factor < high).then_some((high, other.end))
}

/// The minus before a figure, where it can be one: it stands apart from what is before it.
fn minus(scan: &Scan<'_>, from: usize, unit: &QuantityUnit) -> Option<usize> {
    let sign = from.checked_sub(1)?;
    let word = scan.folded(sign) == "minus";
    let mark =
        matches!(scan.raw(sign), "-" | "−" | "–") && scan.is_glued(sign) && (sign == 0 || !scan.is_glued(sign - 1));
    let below_nought = matches!(unit, QuantityUnit::Percent | QuantityUnit::Measure(_) | QuantityUnit::Money(_));
    ((word || mark) && (below_nought || mark && scan.raw(sign) == "−")).then_some(sign)
}

/// Whether a folded word is a verb of rising or falling.
pub(crate) fn is_change(word: &str) -> bool {
    words::RISING.contains(word) || words::FALLING.contains(word)
}

/// Whether `one` counts here and is no pronoun.
fn one_counts(scan: &Scan<'_>, at: usize, end: usize, unit: &QuantityUnit, of: Option<&crate::Counted>) -> bool {
    // `at one point` is a time of the story.
    let at_one_point =
        matches!(unit, QuantityUnit::Measure(point) if point == "point") && scan.reads_before(at, &["at"]);
    if end > at + 1 || is_measured(unit) && !at_one_point {
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
    words::PEOPLE.contains(noun)
        || of.is_some_and(|of| of.topic.is_some() && of.head.as_deref().is_none_or(|head| words::topic(head).is_some()))
}

/// Whether an ordinal in words counts: `the third round`. `The first time` is only something new.
fn is_ranked(scan: &Scan<'_>, at: usize, to: usize) -> bool {
    let noun = scan.folded(to + usize::from(scan.is_hyphen(to)));
    let counts = words::RANKED.contains(noun);
    counts
        && !(scan.folded(at) == "first" && matches!(noun, "time" | "place" | "floor" | "year" | "highest" | "largest"))
}
