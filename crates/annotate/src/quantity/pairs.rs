//! A table of pairs of quantities with what comes out when they are compared, read from sentences; and the properties that
//! every comparison has.

use proptest::prelude::*;

use super::tests::one;
use super::{by_value, compare, compare_reason, hedge_change};
use crate::{Agreement, AgreementReason, Change, Counted, Hedge, Per, Quantity, QuantityUnit};
use coincide_text::Span;

#[test]
fn pairs() {
    for (a, b, expected) in PAIRS {
        let (x, y) = (one(a), one(b));
        assert_eq!(compare_reason(&x, &y), *expected, "{a} / {b}");
        assert_eq!(compare_reason(&y, &x), *expected, "{b} / {a}");
    }
}

use Agreement::{Compatible, Differs, NotComparable, Same};
use AgreementReason as R;

/// Two sentences of one quantity each, how the two compare, and why.
type Pair = (&'static str, &'static str, (Agreement, AgreementReason));

#[rustfmt::skip]
const PAIRS: &[Pair] = &[
    // Equal values, in whatever words.
    ("They sold 12 boats.", "They sold twelve boats.", (Same, R::EqualValues)),
    ("They sold 12 boats.", "They sold a dozen boats.", (Same, R::EqualValues)),
    ("The flood hit 1.2 million homes.", "The flood hit 1,200,000 homes.", (Same, R::EqualValues)),
    ("Half of voters stayed away.", "50% of voters stayed away.", (Same, R::EqualValues)),
    ("One in five voters stayed away.", "20 percent of voters stayed away.", (Same, R::EqualValues)),
    ("At least 860 people had been killed.", "No fewer than 860 deaths were counted.", (Same, R::EqualValues)),
    ("He is 44 years old.", "A 44-year-old man left.", (Same, R::EqualValues)),
    ("The dam cost $3bn.", "The dam cost 3 billion dollars.", (Same, R::EqualValues)),
    ("There were 50 cases per 100,000 people.", "There were 5 cases per 10,000 people.", (Same, R::EqualValues)),
    ("Fuel costs $3 a gallon.", "Fuel costs $3 per gallon.", (Same, R::EqualValues)),
    // What a hedge allows.
    ("Nearly 100 boats sank.", "Some said 97 boats sank.", (Compatible, R::WithinHedge)),
    ("About 350 boats sank.", "They say 349 boats sank.", (Compatible, R::WithinHedge)),
    ("At least 70,000 people fled.", "They say 74,000 people fled.", (Compatible, R::WithinHedge)),
    ("Up to 14 boats sank.", "They say 12 boats sank.", (Compatible, R::WithinHedge)),
    ("More than 70,000 people fled.", "Nearly 80,000 people fled.", (Compatible, R::WithinHedge)),
    ("At least 70,000 people fled.", "At least 74,000 people fled.", (Differs, R::UnequalBounds)),
    ("More than 12 boats sank.", "Over 14 boats sank.", (Differs, R::UnequalBounds)),
    ("At least 74,000 people fled.", "They say 70,000 people fled.", (Differs, R::OutsideHedge)),
    ("Nearly 100 boats sank.", "They say 103 boats sank.", (Differs, R::OutsideHedge)),
    ("Nearly 100 boats sank.", "They say 60 boats sank.", (Differs, R::OutsideHedge)),
    ("Up to 12 boats sank.", "They say 14 boats sank.", (Differs, R::OutsideHedge)),
    ("Up to 12 boats sank.", "At least 10 boats sank.", (Compatible, R::Overlapping)),
    ("Up to 12 boats sank.", "At least 14 boats sank.", (Differs, R::Disjoint)),
    // Rounding, ranges and vague numbers.
    ("The flood hit 1.2 million homes.", "The flood hit 1,195,000 homes.", (Compatible, R::WithinRounding)),
    ("The index rose 1.3%.", "The index rose 1.32%.", (Compatible, R::WithinRounding)),
    ("They sold 3-4 boats.", "They sold four boats.", (Compatible, R::Overlapping)),
    ("They sold 3-4 boats.", "They sold 5 boats.", (Differs, R::Disjoint)),
    ("They sold dozens of boats.", "They sold 48 boats.", (Compatible, R::Overlapping)),
    ("They sold hundreds of boats.", "They sold 48 boats.", (Differs, R::Disjoint)),
    ("A man in his 40s left.", "A 44-year-old man left.", (Compatible, R::Overlapping)),
    ("A man in his 40s left.", "A 54-year-old man left.", (Differs, R::Disjoint)),
    ("They sold 12 boats.", "They sold 13 boats.", (Differs, R::UnequalValues)),
    ("The man is 44 years old.", "A 45-year-old man left.", (Differs, R::UnequalValues)),
    // Units of one dimension.
    ("The lake covers 60 miles of road.", "The lake covers 97 kilometres of road.", (Compatible, R::Converted)),
    ("The lake covers 60 miles of road.", "The lake covers 120 kilometres of road.", (Differs, R::UnequalValues)),
    ("The lake covers 60 miles of road.", "The lake covers 60 kilometres of road.", (NotComparable, R::OtherUnit)),
    ("A 100-acre fire burnt.", "A 40-hectare fire burnt.", (Compatible, R::Converted)),
    ("A 12-point lead held.", "A 12-percentage-point lead held.", (Same, R::EqualValues)),
    // Not for the same thing.
    ("It cost $3 million.", "They say it has 3 million members.", (NotComparable, R::OtherUnit)),
    ("The tax is 5 percent of sales.", "The tax is 5 percentage points of sales.", (NotComparable, R::OtherUnit)),
    ("The dam cost $3 million.", "The dam cost 3 million euros.", (NotComparable, R::OtherUnit)),
    ("They sold 12 boats.", "They sold 13 cars.", (NotComparable, R::OtherThing)),
    ("860 people were killed.", "860 people were injured.", (NotComparable, R::OtherThing)),
    ("860 people were killed.", "They met 860 people.", (NotComparable, R::OtherThing)),
    ("59% of sailors believe it.", "77% of sailors reject it.", (NotComparable, R::OtherThing)),
    ("It was the 5th race.", "It was the 6th meeting.", (NotComparable, R::OtherThing)),
    ("It was the 5th race.", "It was the 6th race.", (Differs, R::UnequalValues)),
    ("There are 12 deaths a day.", "There are 12 deaths a week.", (NotComparable, R::OtherRate)),
    ("There are 12 deaths a day.", "There are 12 deaths.", (NotComparable, R::OtherRate)),
    ("Unemployment rose 5 percent.", "Unemployment rose to 5 percent.", (NotComparable, R::ChangeAgainstLevel)),
    ("Unemployment rose 5 percent.", "Unemployment fell 5 percent.", (Differs, R::OppositeChange)),
    ("Unemployment rose by 5 percent.", "Unemployment rose 5 percent.", (Same, R::EqualValues)),
];

fn quantities() -> impl Strategy<Value = Quantity> {
    let hedge = prop::option::of(prop::sample::select(vec![
        Hedge::AtLeast,
        Hedge::MoreThan,
        Hedge::AtMost,
        Hedge::LessThan,
        Hedge::About,
        Hedge::Nearly,
    ]));
    let unit = prop::sample::select(vec![
        QuantityUnit::Count,
        QuantityUnit::Percent,
        QuantityUnit::PercentagePoints,
        QuantityUnit::Age,
        QuantityUnit::Money("EUR".into()),
        QuantityUnit::Measure("mile".into()),
        QuantityUnit::Measure("kilometre".into()),
        QuantityUnit::Measure("degree".into()),
        QuantityUnit::Measure("degree celsius".into()),
        QuantityUnit::Measure("degree fahrenheit".into()),
        QuantityUnit::Measure("point".into()),
    ]);
    let number =
        prop_oneof![(0..200_u32).prop_map(f64::from), (0..2_000_u32).prop_map(|n| f64::from(n) / 10.0), 0.0..1e9];
    let per = prop::option::of((
        prop::sample::select(vec![1.0, 1000.0]),
        prop::sample::select(vec!["day", "each", "person"]),
    ));
    let change = prop::option::of(prop::sample::select(vec![Change::Rise, Change::Fall]));
    (number, prop::option::of(0.0..50.0), hedge, unit, per, change).prop_map(|(low, more, hedge, unit, per, change)| {
        let span = Span::new(0, 1);
        let of = Counted { head: Some("boat".into()), ..Counted::default() };
        let per = per.map(|(amount, unit)| Per { span, amount, unit: unit.into() });
        let value = (low, low + more.unwrap_or(0.0));
        Quantity { span, number: span, value, unit, of: Some(of), hedge, per, change }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_comparison_does_not_depend_on_the_order(a in quantities(), b in quantities()) {
        prop_assert_eq!(compare_reason(&a, &b), compare_reason(&b, &a));
        prop_assert_eq!(hedge_change(&a, &b).is_some(), hedge_change(&b, &a).is_some());
    }

    #[test]
    fn everything_is_the_same_as_itself(a in quantities()) {
        prop_assert_eq!(compare_reason(&a, &a), (Agreement::Same, AgreementReason::EqualValues));
    }

    #[test]
    fn only_equal_values_are_the_same(a in quantities(), b in quantities()) {
        if by_value(&a, &b).0 == Agreement::Same && a.unit == b.unit {
            prop_assert!((a.value.0 - b.value.0).abs() <= 1e-6 * a.value.0.max(1.0));
        }
    }

    #[test]
    fn dropping_a_hedge_never_makes_a_contradiction(a in quantities()) {
        let bare = Quantity { hedge: None, ..a.clone() };
        prop_assert_ne!(compare(&a, &bare), Agreement::Differs);
    }
}
