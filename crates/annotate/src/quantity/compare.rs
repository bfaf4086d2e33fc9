use crate::{Agreement, AgreementReason, Counted, Hedge, Quantity, QuantityUnit};

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

/// Whether two quantities agree, and what decided it.
///
/// * They are comparable if their units are of one kind and they count the same thing: one topic, or, where not both
///   have a topic, one head noun. Ages need no thing counted. Two ordinals need the same head noun.
/// * Bounds: a value inside an open bound is compatible with it (860 and `at least 840`); two bounds of one
///   direction must be equal; two of opposite directions must overlap.
/// * `about` allows 5 per cent or half of the last digit written, at most 15 per cent; `nearly` allows 10 per cent below.
/// * Plain numbers are compatible if one, written with at least two digits and at least two noughts, is the other
///   rounded (1.2 million and 1,195,000), if two numbers of millions and more are within 2.5 per cent, or if one has no
///   decimals and is the other without them.
/// * Anything else that is not equal differs.
pub fn compare_reason(a: &Quantity, b: &Quantity) -> (Agreement, AgreementReason) {
    use {Agreement as G, AgreementReason as R};
    if !same_unit(&a.unit, &b.unit) {
        return (G::NotComparable, R::OtherUnit);
    }
    if a.unit != QuantityUnit::Age && !same_thing(a.of.as_ref(), b.of.as_ref()) {
        return (G::NotComparable, R::OtherThing);
    }
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

/// Whether two comparable quantities of equal value are hedged differently, from `a` to `b`.
pub fn hedge_change(a: &Quantity, b: &Quantity) -> Option<HedgeChange> {
    let comparable = !matches!(compare(a, b), Agreement::NotComparable);
    if !comparable || !equal_values(a, b) {
        return None;
    }
    match (a.hedge, b.hedge) {
        (Some(_), None) => Some(HedgeChange::Dropped),
        (None, Some(_)) => Some(HedgeChange::Added),
        (Some(x), Some(y)) if direction(x) != direction(y) => Some(HedgeChange::Replaced),
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

fn same_unit(a: &QuantityUnit, b: &QuantityUnit) -> bool {
    a == b
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

/// Hedges that say the same to a reader have one direction.
fn direction(hedge: Hedge) -> u8 {
    match hedge {
        Hedge::AtLeast | Hedge::MoreThan => 0,
        Hedge::AtMost | Hedge::LessThan => 1,
        Hedge::About => 2,
        Hedge::Nearly => 3,
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
