//! A table of pairs of time expressions with what comes out when they are compared. The day of publication of both is
//! Tuesday, 26 June 2018, unless the pair is of texts without one.

use proptest::prelude::*;

use super::tests::read;
use super::{compare_times, compare_times_reason};
use crate::{Agreement, AgreementReason, Context, TimeExpression, annotate};
use coincide_text::Span;

use Agreement::{Compatible, Differs, NotComparable, Same};
use AgreementReason as R;

fn one(text: &str) -> TimeExpression {
    let found = read(text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.into_iter().next().unwrap()
}

#[test]
fn pairs() {
    for (a, b, expected) in PAIRS {
        let (x, y) = (one(a), one(b));
        assert_eq!(compare_times_reason(&x, &y), *expected, "{a} / {b}");
        assert_eq!(compare_times_reason(&y, &x), *expected, "{b} / {a}");
        assert!(matches!(compare_times(&x, &x), Same | NotComparable), "{a}");
    }
}

#[test]
fn pairs_without_a_day_of_publication() {
    let undated = |text: &str| annotate(text, &[Span::new(0, text.len())], &Context::default()).times;
    for (a, b, expected) in UNDATED {
        let (x, y) = (undated(a), undated(b));
        assert_eq!(compare_times_reason(&x[0], &y[0]), *expected, "{a} / {b}");
        assert_eq!(compare_times_reason(&y[0], &x[0]), *expected, "{b} / {a}");
    }
}

/// Two expressions, how they compare, and why.
type Pair = (&'static str, &'static str, (Agreement, AgreementReason));

#[rustfmt::skip]
const PAIRS: &[Pair] = &[
    // Days.
    ("on Monday", "on June 25", (Same, R::EqualValues)),
    ("on Monday", "yesterday", (Same, R::EqualValues)),
    ("on 25 June 2018", "on June 25", (Same, R::EqualValues)),
    ("on Christmas Day", "on December 25, 2017", (Same, R::EqualValues)),
    ("on Monday", "in June", (Compatible, R::Overlapping)),
    ("on Monday", "this week", (Compatible, R::Overlapping)),
    ("in 2014", "in April 2014", (Compatible, R::Overlapping)),
    ("in the summer of 2016", "in July 2016", (Compatible, R::Overlapping)),
    ("in the first quarter of 2018", "in May 2018", (Differs, R::Disjoint)),
    ("on Monday", "on Friday", (Differs, R::Disjoint)),
    ("on June 25", "on June 26", (Differs, R::Disjoint)),
    ("in 2014", "in 2015", (Differs, R::Disjoint)),
    ("last week", "this week", (Differs, R::Disjoint)),
    ("on Friday", "will be on Friday", (Compatible, R::WeekdayFits)),
    // Parts of days and times of day.
    ("on Monday night", "on Monday", (Compatible, R::Overlapping)),
    ("on Monday night", "on Monday evening", (Compatible, R::Overlapping)),
    ("on Monday night", "on Monday morning", (Differs, R::Disjoint)),
    ("on Monday morning", "at 10 a.m. on Monday", (Compatible, R::Overlapping)),
    ("on Monday morning", "at 4 p.m. on Monday", (Differs, R::Disjoint)),
    ("at 10 a.m. on Monday", "on Monday", (Compatible, R::Overlapping)),
    ("at 10 a.m. on Monday", "on Friday", (Differs, R::Disjoint)),
    ("at 10 a.m. on Monday", "at 11 a.m. on Monday", (Differs, R::UnequalValues)),
    ("at 10 a.m. on Monday", "at 10 a.m.", (Compatible, R::Overlapping)),
    ("at noon", "at 12 p.m.", (Same, R::EqualValues)),
    ("at 10 a.m.", "at noon", (Differs, R::UnequalValues)),
    ("at 10 a.m.", "at 10:05 a.m.", (Compatible, R::WithinRounding)),
    ("around 10 a.m.", "at 10:20 a.m.", (Compatible, R::WithinHedge)),
    ("at 10 a.m. EDT", "at 14:00 GMT", (Same, R::EqualValues)),
    ("at 10 a.m. EDT", "at 15:00 GMT", (Differs, R::UnequalValues)),
    ("at 10 a.m.", "at 14:00 GMT", (NotComparable, R::Unresolved)),
    ("at 10 a.m.", "at 10 a.m. EDT", (Compatible, R::Overlapping)),
    // Ranges.
    ("from 2010 to 2014", "between 2010 and 2014", (Same, R::EqualValues)),
    ("from 2010 to 2014", "from 2010 to 2015", (Differs, R::UnequalBounds)),
    ("from 2010 to 2014", "from May 2010 to June 2014", (Compatible, R::Overlapping)),
    ("from 2010 to 2014", "in 2012", (Compatible, R::Overlapping)),
    ("from Thursday to Saturday", "from Thursday to Sunday", (Differs, R::UnequalBounds)),
    // Durations.
    ("for 17 months", "for seventeen months", (Same, R::EqualValues)),
    ("for two years", "for 24 months", (Same, R::EqualValues)),
    ("for a week", "for seven days", (Same, R::EqualValues)),
    ("for 90 minutes", "for an hour and a half", (Same, R::EqualValues)),
    ("for a month", "for 30 days", (Compatible, R::Converted)),
    ("for a month", "for 40 days", (Differs, R::Disjoint)),
    ("for 17 months", "for 16 months", (Differs, R::UnequalValues)),
    ("for nearly two years", "for 23 months", (Compatible, R::WithinHedge)),
    ("for at least two years", "for three years", (Compatible, R::WithinHedge)),
    ("for at least two years", "for at least three years", (Differs, R::UnequalBounds)),
    ("for two to three weeks", "for 16 days", (Compatible, R::Overlapping)),
    ("for several years", "for two years", (NotComparable, R::Unresolved)),
    // Sets, and kinds that do not compare.
    ("every day", "daily", (Same, R::EqualValues)),
    ("twice a week", "three times a week", (Differs, R::UnequalValues)),
    ("every Monday", "every Tuesday", (Differs, R::UnequalValues)),
    ("on Monday", "for two days", (NotComparable, R::OtherUnit)),
    ("on Monday", "every Monday", (NotComparable, R::OtherUnit)),
    ("in fiscal 2017", "in fiscal 2018", (Differs, R::UnequalValues)),
    ("in fiscal 2017", "in 2017", (NotComparable, R::Unresolved)),
];

#[rustfmt::skip]
const UNDATED: &[Pair] = &[
    ("on Monday", "on Monday", (Same, R::EqualValues)),
    ("on Monday", "on Friday", (Differs, R::UnequalValues)),
    ("on Monday", "on June 25, 2018", (Compatible, R::WeekdayFits)),
    ("on Monday", "on June 26, 2018", (Differs, R::UnequalValues)),
    ("on June 25", "on June 25, 2018", (Compatible, R::Overlapping)),
    ("on June 25", "on June 26", (Differs, R::UnequalValues)),
    ("yesterday", "yesterday", (NotComparable, R::Unresolved)),
];

proptest! {
    #[test]
    fn a_comparison_does_not_depend_on_the_order(
        a in prop::sample::select(PAIRS), b in prop::sample::select(PAIRS),
    ) {
        for (x, y) in [(one(a.0), one(b.0)), (one(a.0), one(b.1)), (one(a.1), one(b.1))] {
            prop_assert_eq!(compare_times_reason(&x, &y), compare_times_reason(&y, &x));
        }
    }
}
