use std::borrow::Cow;

use super::convert::convert;
use super::words::PERIODS;
use crate::{Agreement, AgreementReason, Counted, Hedge, Per, Quantity, QuantityUnit};

/// How a hedge differs between two quantities of equal value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HedgeChange {
    /// The first has one, the second has none.
    Dropped,
    /// The second has one, the first has none.
    Added,
    /// Both have one, and they do not mean the same.
    Replaced,
}

/// Whether two quantities agree; see [`compare_reason`] for the rules.
pub fn compare(a: &Quantity, b: &Quantity) -> Agreement {
    compare_reason(a, b).0
}

/// Whether two quantities agree, and what decided it. The order of the two does not matter.
///
/// * They are comparable if their units are of one kind and they count the same thing: one topic, or, where not both
///   have a topic, one head noun. Ages need no thing counted. Two ordinals need the same head noun. Shares of the same
///   people (`59% of Americans believe`) also need the same verb, where both have one.
/// * Units of one dimension (miles and kilometres) are brought to one; then values are compatible if they meet within
///   half of the last digit written of each, at most a tenth of the value. The same number with two units
///   (`60 miles`, `60 km`) is not compared: the unit is what differs.
/// * A rate is compared with a rate for the same thing only, a change (`rose 5`) with a change only. A rise and a fall
///   differ.
/// * Bounds: a value inside an open bound is compatible with it (860 and `at least 840`); two bounds of one
///   direction must be equal; two of opposite directions must overlap.
/// * `about` allows 5 per cent or half of the last digit written, at most 15 per cent; `nearly` allows 10 per cent below.
/// * Plain numbers are compatible if one, written with at least two digits and at least two noughts, is the other
///   rounded (1.2 million and 1,195,000), if two numbers of millions and more are within 2.5 per cent, or if one has no
///   decimals and is the other without them.
/// * Anything else that is not equal differs.
pub fn compare_reason(a: &Quantity, b: &Quantity) -> (Agreement, AgreementReason) {
    use {Agreement as G, AgreementReason as R};
    let other_unit = !same_unit(a, b);
    if other_unit && !convertible(a, b) {
        return (G::NotComparable, R::OtherUnit);
    }
    let share = a.unit == QuantityUnit::Percent && b.unit == QuantityUnit::Percent;
    if a.unit != QuantityUnit::Age && !same_thing(a.of.as_ref(), b.of.as_ref())
        || share && other_predicate(a.of.as_ref(), b.of.as_ref())
    {
        return (G::NotComparable, R::OtherThing);
    }
    let Some((a, b)) = for_the_same(a, b) else { return (G::NotComparable, R::OtherRate) };
    match (a.change, b.change) {
        (Some(x), Some(y)) if x != y => return (G::Differs, R::OppositeChange),
        (Some(_), None) | (None, Some(_)) => return (G::NotComparable, R::ChangeAgainstLevel),
        _ => {}
    }
    if other_unit {
        return converted(&a, &b);
    }
    by_value(&a, &b)
}

/// Compares the values of two quantities of which it is known otherwise that they count the same thing, as where the words
/// around them are the same. Units of one dimension are brought to one; of others nothing can be said.
pub fn compare_values(a: &Quantity, b: &Quantity) -> Agreement {
    if same_unit(a, b) {
        by_value(a, b).0
    } else if convertible(a, b) {
        converted(a, b).0
    } else {
        Agreement::NotComparable
    }
}

/// The values of two quantities of one thing and unit.
pub(crate) fn by_value(a: &Quantity, b: &Quantity) -> (Agreement, AgreementReason) {
    use {Agreement as G, AgreementReason as R};
    let equal = equal_values(a, b);
    match (bound(a), bound(b)) {
        (Some(Bound::Lower), Some(Bound::Lower)) | (Some(Bound::Upper), Some(Bound::Upper)) => {
            if equal {
                (G::Same, R::EqualValues)
            } else {
                (G::Differs, R::UnequalBounds)
            }
        }
        (Some(Bound::Lower), Some(Bound::Upper)) => overlap(a.value.0 <= b.value.1),
        (Some(Bound::Upper), Some(Bound::Lower)) => overlap(b.value.0 <= a.value.1),
        (Some(bound), None) => against_bound(a, bound, b),
        (None, Some(bound)) => against_bound(b, bound, a),
        (None, None) if equal => (G::Same, R::EqualValues),
        (None, None) => without_bounds(a, b),
    }
}

/// Two quantities with what they are for each of brought to the same (`5 per 1,000` and `50 per 10,000`); nothing if
/// they are for different things.
fn for_the_same<'a>(a: &'a Quantity, b: &'a Quantity) -> Option<(Cow<'a, Quantity>, Cow<'a, Quantity>)> {
    let (x, y) = match (&a.per, &b.per) {
        (None, None) => return Some((Cow::Borrowed(a), Cow::Borrowed(b))),
        (Some(x), Some(y)) => (x, y),
        _ => return None,
    };
    // `Each` is of whatever is spoken of, which is no period.
    let each = |this: &Per, other: &Per| this.unit == "each" && !PERIODS.contains(&other.unit);
    if x.unit != y.unit && !each(x, y) && !each(y, x) {
        return None;
    }
    if near(x.amount, y.amount) {
        return Some((Cow::Borrowed(a), Cow::Borrowed(b)));
    }
    let of_one = |quantity: &Quantity, per: &Per| {
        let value = (quantity.value.0 / per.amount, quantity.value.1 / per.amount);
        Cow::Owned(Quantity { value, ..quantity.clone() })
    };
    Some((of_one(a, x), of_one(b, y)))
}

/// Whether the units are two measures of one dimension, and not one number with two units.
fn convertible(a: &Quantity, b: &Quantity) -> bool {
    match (&a.unit, &b.unit) {
        (QuantityUnit::Measure(x), QuantityUnit::Measure(y)) => convert(1.0, x, y).is_some() && !equal_values(a, b),
        _ => false,
    }
}

/// Two measures in units of one dimension.
fn converted(a: &Quantity, b: &Quantity) -> (Agreement, AgreementReason) {
    let (QuantityUnit::Measure(x), QuantityUnit::Measure(y)) = (&a.unit, &b.unit) else {
        return (Agreement::NotComparable, AgreementReason::OtherUnit);
    };
    // One direction for either order, so that what is left of decimals cannot decide.
    if y < x {
        return converted(b, a);
    }
    let written = |quantity: &Quantity| {
        let slack = |value: f64| (step(value) / 2.0).min(0.1 * value.abs());
        let (low, high) = tolerance(quantity);
        (low - slack(quantity.value.0), high + slack(quantity.value.1))
    };
    let to_x = |(low, high): (f64, f64)| Some((convert(low, y, x)?, convert(high, y, x)?));
    let (Some(value), Some((low, high))) = (to_x(b.value), to_x(written(b))) else {
        return (Agreement::NotComparable, AgreementReason::OtherUnit);
    };
    let ours = written(a);
    if ours.0 <= high && low <= ours.1 {
        return (Agreement::Compatible, AgreementReason::Converted);
    }
    by_value(a, &Quantity { value, unit: a.unit.clone(), ..b.clone() })
}

/// Whether two comparable quantities of equal value are hedged differently, from `a` to `b`.
pub fn hedge_change(a: &Quantity, b: &Quantity) -> Option<HedgeChange> {
    let comparable = !matches!(compare(a, b), Agreement::NotComparable);
    if !comparable || !equal_values(a, b) {
        return None;
    }
    match (a.hedge, b.hedge) {
        (Some(_), None) => Some(HedgeChange::Dropped),
        (None, Some(_)) => Some(HedgeChange::Added),
        (Some(x), Some(y)) if !x.is_like(y) => Some(HedgeChange::Replaced),
        _ => None,
    }
}

/// Whether two quantities speak of the same thing: one topic, or else one head noun.
fn same_thing(a: Option<&Counted>, b: Option<&Counted>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    match (a.topic, b.topic) {
        (Some(x), Some(y)) => x == y,
        (None, None) => a.head.is_some() && a.head == b.head,
        // `12 people` beside `12 people were killed`: what happened to the first is not said.
        _ => false,
    }
}

/// Whether shares of the same people are of those who do different things: `59% of Americans believe`, `77% of Americans
/// who support`.
fn other_predicate(a: Option<&Counted>, b: Option<&Counted>) -> bool {
    let predicate = |of: Option<&Counted>| of.and_then(|of| of.predicate.clone());
    predicate(a).zip(predicate(b)).is_some_and(|(x, y)| x != y)
}

fn same_unit(a: &Quantity, b: &Quantity) -> bool {
    use QuantityUnit::{Measure, PercentagePoints};
    match (&a.unit, &b.unit) {
        // Polls move by points, which are of the hundred.
        (Measure(points), PercentagePoints) | (PercentagePoints, Measure(points)) => points == "point",
        // A degree without a scale is that of the place; an equal number is one of the same scale.
        (Measure(x), Measure(y)) => {
            let degrees = (x == "degree" || y == "degree") && x.starts_with("degree") && y.starts_with("degree");
            x == y || degrees && equal_values(a, b)
        }
        (x, y) => x == y,
    }
}

/// Values below this share of each other are one: what is left of decimal fractions in binary.
const ROUNDING_ERROR: f64 = 1e-9;

fn near(x: f64, y: f64) -> bool {
    (x - y).abs() <= ROUNDING_ERROR * x.abs().max(y.abs()).max(1.0)
}

fn equal_values(a: &Quantity, b: &Quantity) -> bool {
    near(a.value.0, b.value.0) && near(a.value.1, b.value.1)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    Lower,
    Upper,
}

fn bound(quantity: &Quantity) -> Option<Bound> {
    match quantity.hedge? {
        Hedge::AtLeast | Hedge::MoreThan => Some(Bound::Lower),
        Hedge::AtMost | Hedge::LessThan => Some(Bound::Upper),
        Hedge::About | Hedge::Nearly => None,
    }
}

fn overlap(does: bool) -> (Agreement, AgreementReason) {
    if does {
        (Agreement::Compatible, AgreementReason::Overlapping)
    } else {
        (Agreement::Differs, AgreementReason::Disjoint)
    }
}

fn against_bound(bounded: &Quantity, bound: Bound, other: &Quantity) -> (Agreement, AgreementReason) {
    let (low, high) = tolerance(other);
    let inside = match bound {
        Bound::Lower => high >= bounded.value.0 || near(high, bounded.value.0),
        Bound::Upper => low <= bounded.value.1 || near(low, bounded.value.1),
    };
    if inside {
        (Agreement::Compatible, AgreementReason::WithinHedge)
    } else {
        (Agreement::Differs, AgreementReason::OutsideHedge)
    }
}

fn without_bounds(a: &Quantity, b: &Quantity) -> (Agreement, AgreementReason) {
    let ((a_low, a_high), (b_low, b_high)) = (tolerance(a), tolerance(b));
    let within = |low: f64, high: f64, of: &Quantity| {
        (low <= of.value.0 || near(low, of.value.0)) && (high >= of.value.1 || near(high, of.value.1))
    };
    if (a.hedge.is_some() && within(a_low, a_high, b)) || (b.hedge.is_some() && within(b_low, b_high, a)) {
        return (Agreement::Compatible, AgreementReason::WithinHedge);
    }
    let plain = |quantity: &Quantity| near(quantity.value.0, quantity.value.1);
    if !plain(a) || !plain(b) {
        return overlap(a_low <= b_high && b_low <= a_high);
    }
    if rounds_to(a.value.0, b.value.0) || rounds_to(b.value.0, a.value.0) {
        return (Agreement::Compatible, AgreementReason::WithinRounding);
    }
    let reason = if a.hedge.is_some() || b.hedge.is_some() {
        AgreementReason::OutsideHedge
    } else {
        AgreementReason::UnequalValues
    };
    (Agreement::Differs, reason)
}

/// The range that a value with `about` or `nearly` stands for.
fn tolerance(quantity: &Quantity) -> (f64, f64) {
    let (low, high) = quantity.value;
    let slack = |value: f64| (0.05 * value.abs()).max((step(value) / 2.0).min(0.15 * value.abs()));
    match quantity.hedge {
        Some(Hedge::About) => (low - slack(low), high + slack(high)),
        Some(Hedge::Nearly) => (low - 0.1 * low.abs(), high),
        _ => (low, high),
    }
}

/// The place of the last digit that is not nought: 100,000 for 1.2 million, 1 for 97, 0.1 for 12.3.
fn step(value: f64) -> f64 {
    let value = value.abs();
    if value == 0.0 || !value.is_finite() || value >= 1e18 {
        return 1.0;
    }
    let mut step = 1.0_f64;
    while !near((value / step).round() * step, value) && step > 1e-6 {
        step /= 10.0;
    }
    while near((value / (step * 10.0)).round() * step * 10.0, value) && step < 1e18 {
        step *= 10.0;
    }
    step
}

/// Whether `coarse` is `fine` rounded to the digits that `coarse` is written with.
fn rounds_to(fine: f64, coarse: f64) -> bool {
    let step_of = step(coarse);
    if step(fine) >= step_of {
        return false;
    }
    let rounded = near((fine / step_of).round() * step_of, coarse);
    let digits = (coarse.abs() / step_of).round();
    let decimals_dropped = step_of <= 1.0;
    let many = coarse.abs() >= 1e6 && (fine - coarse).abs() <= 0.025 * coarse.abs();
    (rounded && (decimals_dropped || (digits >= 10.0 && step_of >= 100.0))) || many
}

#[cfg(test)]
mod tests {
    use coincide_text::Span;

    use super::*;

    fn deaths(value: f64, hedge: Option<Hedge>) -> Quantity {
        let of = Counted { head: Some("peopl".into()), topic: Some("death"), ..Counted::default() };
        Quantity {
            span: Span::new(0, 1),
            number: Span::new(0, 1),
            value: (value, value),
            unit: QuantityUnit::Count,
            of: Some(of),
            hedge,
            per: None,
            change: None,
        }
    }

    #[test]
    fn hedges_and_rounding() {
        use Agreement::{Compatible, Differs, Same};
        use Hedge::{About, AtLeast, AtMost, MoreThan, Nearly};
        for (a, x, b, y, expected) in [
            (None, 97.0, None, 97.0, Same),
            (Some(Nearly), 100.0, None, 97.0, Compatible),
            (Some(Nearly), 100.0, None, 103.0, Differs),
            (Some(Nearly), 100.0, None, 60.0, Differs),
            (Some(AtLeast), 90_000.0, None, 93_000.0, Compatible),
            (Some(AtLeast), 90_000.0, Some(AtLeast), 93_000.0, Differs),
            (Some(AtLeast), 93_000.0, Some(MoreThan), 93_000.0, Same),
            (Some(AtLeast), 93_000.0, None, 90_000.0, Differs),
            (Some(AtMost), 12.0, None, 14.0, Differs),
            (Some(AtMost), 12.0, Some(AtLeast), 10.0, Compatible),
            (Some(AtMost), 12.0, Some(AtLeast), 14.0, Differs),
            (Some(About), 350.0, None, 349.0, Compatible),
            (Some(About), 350.0, None, 290.0, Differs),
            (None, 1_200_000.0, None, 1_195_000.0, Compatible),
            (None, 1_000_000.0, None, 1_020_000.0, Compatible),
            (None, 90_000.0, None, 93_000.0, Differs),
            (None, 12.0, None, 13.0, Differs),
            (None, 150.0, None, 149.0, Differs),
            (None, 12.0, None, 12.3, Compatible),
            (None, 12.4, None, 12.3, Differs),
        ] {
            let (a, b) = (deaths(x, a), deaths(y, b));
            assert_eq!(compare(&a, &b), expected, "{a:?} {b:?}");
            assert_eq!(compare(&b, &a), expected, "{b:?} {a:?}");
        }
    }

    #[test]
    fn other_things_and_other_units_are_not_compared() {
        let a = deaths(12.0, None);
        let mut hurt = deaths(15.0, None);
        hurt.of.as_mut().unwrap().topic = Some("injury");
        assert_eq!(compare_reason(&a, &hurt), (Agreement::NotComparable, AgreementReason::OtherThing));
        let mut percent = deaths(15.0, None);
        percent.unit = QuantityUnit::Percent;
        assert_eq!(compare_reason(&a, &percent), (Agreement::NotComparable, AgreementReason::OtherUnit));
        assert_eq!(compare(&a, &Quantity { of: None, ..deaths(3.0, None) }), Agreement::NotComparable);
    }

    #[test]
    fn a_hedge_dropped_added_or_replaced() {
        use Hedge::{AtLeast, AtMost, MoreThan};
        for (a, b, expected) in [
            (Some(AtLeast), None, Some(HedgeChange::Dropped)),
            (None, Some(AtLeast), Some(HedgeChange::Added)),
            (Some(AtLeast), Some(AtMost), Some(HedgeChange::Replaced)),
            (Some(AtLeast), Some(MoreThan), None),
            (None, None, None),
        ] {
            assert_eq!(hedge_change(&deaths(93_000.0, a), &deaths(93_000.0, b)), expected);
        }
        assert_eq!(hedge_change(&deaths(93_000.0, Some(AtLeast)), &deaths(90_000.0, None)), None);
    }

    #[test]
    fn the_last_digit_written() {
        for (value, expected) in [(1_200_000.0, 100_000.0), (97.0, 1.0), (12.3, 0.1), (0.0, 1.0), (100.0, 100.0)] {
            assert!(near(step(value), expected), "{value}: {}", step(value));
        }
    }
}
