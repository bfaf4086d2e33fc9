use coincide_text::Span;

use super::words;
use crate::{Agreement, Context, Hedge, Quantity, QuantityUnit, annotate, compare};

pub(super) fn read(text: &str) -> Vec<Quantity> {
    annotate(text, &[Span::new(0, text.len())], &Context::default()).quantities
}

pub(super) fn one(text: &str) -> Quantity {
    let found = read(text);
    assert_eq!(found.len(), 1, "{text}: {found:#?}");
    found.into_iter().next().unwrap()
}

fn money(code: &str) -> QuantityUnit {
    QuantityUnit::Money(code.into())
}

fn measure(name: &str) -> QuantityUnit {
    QuantityUnit::Measure(name.into())
}

#[test]
fn topics_are_sorted_for_binary_search() {
    assert!(words::TOPICS.windows(2).all(|pair| pair[0].0 < pair[1].0));
}

#[test]
fn values_and_units() {
    use QuantityUnit::{Age, Count, Ordinal, Percent, PercentagePoints};
    for (text, words, low, high, unit) in [
        ("The storm hit 86,000 homes.", "86,000", 86_000.0, 86_000.0, Count),
        ("The storm hit eighty-six thousand homes.", "eighty-six thousand", 86_000.0, 86_000.0, Count),
        ("The storm hit a hundred and twenty homes.", "a hundred and twenty", 120.0, 120.0, Count),
        ("The storm hit two dozen homes.", "two dozen", 24.0, 24.0, Count),
        ("The storm hit 1.2m homes.", "1.2m", 1_200_000.0, 1_200_000.0, Count),
        ("The storm hit half a million homes.", "half a million", 500_000.0, 500_000.0, Count),
        ("The storm hit 3-4 homes.", "3-4", 3.0, 4.0, Count),
        ("The storm hit three to four million homes.", "three to four million", 3e6, 4e6, Count),
        ("The storm hit between 10 and 12 homes.", "10 and 12", 10.0, 12.0, Count),
        ("The storm hit tens of thousands of homes.", "tens of thousands", 10_000.0, 30.0 * 1000.0, Count),
        ("The dam cost $3bn.", "$3bn", 3e9, 3e9, money("USD")),
        ("The dam cost £20 million.", "£20 million", 2e7, 2e7, money("GBP")),
        ("The dam cost 20 million euros.", "20 million euros", 2e7, 2e7, money("EUR")),
        ("The dam cost C$5.5 million.", "C$5.5 million", 5.5e6, 5.5e6, money("CAD")),
        ("A $250-million dam broke.", "$250-million", 2.5e8, 2.5e8, money("USD")),
        ("Some said 12% of voters stayed away.", "12%", 12.0, 12.0, Percent),
        ("He said 12 per cent of voters stayed away.", "12 per cent", 12.0, 12.0, Percent),
        ("He won by 2.5 percentage points.", "2.5 percentage points", 2.5, 2.5, PercentagePoints),
        ("Half of the crew left.", "Half", 50.0, 50.0, Percent),
        ("Two-thirds of the crew left.", "Two-thirds", 200.0 / 3.0, 200.0 / 3.0, Percent),
        ("One in five sailors left.", "One in five", 20.0, 20.0, Percent),
        ("It was the 47th annual regatta.", "47th", 47.0, 47.0, Ordinal),
        ("A 20-year-old man was held.", "20-year-old", 20.0, 20.0, Age),
        ("Holm, 44, was held.", "44", 44.0, 44.0, Age),
        ("A man aged 44 was held.", "44", 44.0, 44.0, Age),
        ("He is 44 years old.", "44 years old", 44.0, 44.0, Age),
        ("Inga Strand is 44 and has worked there.", "44", 44.0, 44.0, Age),
        ("Strand, who is 44, was held.", "44", 44.0, 44.0, Age),
        ("The skipper, 44, was held.", "44", 44.0, 44.0, Age),
        ("She turned 44 on the boat.", "44", 44.0, 44.0, Age),
        ("The storm hit two and a half million homes.", "two and a half million", 2.5e6, 2.5e6, Count),
        ("The boat drifted 12 miles north.", "12 miles", 12.0, 12.0, measure("mile")),
        ("The boat drifted 12km north.", "12km", 12.0, 12.0, measure("kilometre")),
        ("The fire burnt 300 acres.", "300 acres", 300.0, 300.0, measure("acre")),
        ("The fire burnt 300 square miles.", "300 square miles", 300.0, 300.0, measure("square mile")),
        ("One person was killed.", "One", 1.0, 1.0, Count),
    ] {
        let quantity = one(text);
        assert_eq!(quantity.span.of(text), words, "{text}");
        assert!(
            (quantity.value.0 - low).abs() < 1e-6 && (quantity.value.1 - high).abs() < 1e-6,
            "{text}: {quantity:?}"
        );
        assert_eq!(quantity.unit, unit, "{text}");
    }
}

#[test]
fn hedges_are_part_of_the_span() {
    use Hedge::{About, AtLeast, AtMost, LessThan, MoreThan, Nearly};
    for (text, words, hedge) in [
        ("Rain hit at least 12 homes.", "at least 12", AtLeast),
        ("Rain hit no fewer than 12 homes.", "no fewer than 12", AtLeast),
        ("Rain hit 12 or more homes.", "12 or more", AtLeast),
        ("Rain hit more than 12 homes.", "more than 12", MoreThan),
        ("Rain hit upwards of 12 homes.", "upwards of 12", MoreThan),
        ("Rain hit up to 12 homes.", "up to 12", AtMost),
        ("Rain hit as many as 12 homes.", "as many as 12", AtMost),
        ("Rain hit fewer than 12 homes.", "fewer than 12", LessThan),
        ("Rain hit nearly 12 homes.", "nearly 12", Nearly),
        ("Rain hit just under 12 homes.", "just under 12", Nearly),
        ("Rain hit about 12 homes.", "about 12", About),
        ("Rain hit an estimated 12 homes.", "an estimated 12", About),
        ("The dam cost more than $3 million.", "more than $3 million", MoreThan),
    ] {
        let quantity = one(text);
        assert_eq!((quantity.span.of(text), quantity.hedge), (words, Some(hedge)), "{text}");
    }
}

#[test]
fn what_is_counted() {
    for (text, topic, head) in [
        ("By then at least 860 people had been killed.", Some("death"), Some("peopl")),
        ("The quake killed no fewer than 840 people.", Some("death"), Some("peopl")),
        ("There were 120 deaths.", Some("death"), Some("death")),
        ("The storm left 12 dead.", Some("death"), None),
        ("Officials counted 12 fatalities.", Some("death"), Some("fatal")),
        ("Some 40 sailors lost their lives.", Some("death"), Some("sailor")),
        ("The death toll rose to 86.", Some("death"), None),
        ("The death toll from the fire in the old mill has risen to 86.", Some("death"), None),
        ("About 30 people were injured.", Some("injury"), Some("peopl")),
        ("The blast wounded 30.", Some("injury"), None),
        ("Officers arrested 14 men.", Some("arrest"), Some("man")),
        ("More than 14 men were detained.", Some("arrest"), Some("man")),
        ("Nearly 4,000 families were displaced.", Some("displacement"), Some("famili")),
        ("Six divers are missing.", Some("missing"), Some("diver")),
        ("He got 4,200 votes.", Some("vote"), Some("vote")),
        ("They sold 12 fishing boats.", None, Some("boat")),
        ("12 percent of voters stayed.", None, Some("voter")),
        ("A $250 million infusion helped.", None, Some("infus")),
    ] {
        let quantity = one(text);
        let of = quantity.of.unwrap_or_default();
        assert_eq!((of.topic, of.head.as_deref()), (topic, head), "{text}");
    }
}

#[test]
fn two_counts_in_one_sentence_keep_apart() {
    for text in
        ["12 people were killed and 30 injured.", "The blast killed 12 people and injured 30.", "12 dead, 30 wounded."]
    {
        let topics: Vec<_> = read(text).iter().map(|quantity| quantity.of.as_ref().and_then(|of| of.topic)).collect();
        assert_eq!(topics, [Some("death"), Some("injury")], "{text}");
    }
}

#[test]
fn what_is_no_quantity() {
    for text in [
        "The Boeing 737 landed.",
        "He lives off Highway 61 now.",
        "Leaders of the Group of 20 met.",
        "The F-35 crashed.",
        "It sank on June 25, 2018.",
        "It sank at 10:30 p.m.",
        "It took 17 months.",
        "Call 202-555-0100 now.",
        "He was no one.",
        "One of them left.",
        "One thing is clear.",
        "They won 3-1 at home.",
        "A second boat left.",
        "The 5G network failed.",
        "The three-year-old port strike goes on.",
    ] {
        assert_eq!(read(text), [], "{text}");
    }
}

#[test]
fn wordings_of_one_thing_compare() {
    use Agreement::{Compatible, Differs, NotComparable, Same};
    for (a, b, expected) in [
        ("By then at least 860 people had been killed.", "At least 840 died.", Differs),
        ("By then at least 860 people had been killed.", "Upwards of 860 deaths were counted.", Same),
        ("860 people were killed.", "At least 840 died.", Compatible),
        ("860 people were killed.", "860 people were injured.", NotComparable),
        ("It cost $3 million.", "It took 3 million people.", NotComparable),
        ("They sold 12 boats.", "They sold 13 boats.", Differs),
        ("They sold 12 boats.", "They sold 13 cars.", NotComparable),
        ("Half of voters stayed away.", "50% of voters stayed away.", Same),
        ("The man is 44 years old.", "A 45-year-old man left.", Differs),
    ] {
        assert_eq!(compare(&one(a), &one(b)), expected, "{a} / {b}");
    }
}

#[test]
fn both_ends_of_from_and_to_have_the_unit() {
    let found = read("Support rose from 10 to 12 percent, and spending from 3 to 4 million euros.");
    let units: Vec<_> = found.iter().map(|quantity| (quantity.value.0, quantity.unit.clone())).collect();
    let percent = QuantityUnit::Percent;
    assert_eq!(units, [(10.0, percent.clone()), (12.0, percent), (3e6, money("EUR")), (4e6, money("EUR"))]);
}

#[test]
fn a_level_is_of_its_subject() {
    for (text, topic, head) in [
        ("Unemployment rose to 5 percent.", None, Some("unemploy")),
        ("The rate of inflation stands at 5 percent.", None, Some("rate")),
        ("The bridge cost 3.4 million pounds.", None, Some("bridg")),
        ("The repair of the Tarn Bridge will cost 3.4 million pounds.", None, Some("repair")),
        ("The county expects the repair to cost 3.4 million pounds.", None, Some("repair")),
        ("The bridge came at a cost of 3.4 million pounds.", None, Some("cost")),
        ("The number of people injured in the storm has risen to 17.", Some("injury"), Some("peopl")),
        ("The number of injured people rose to 17.", Some("injury"), Some("peopl")),
        ("The number of arrests stood at 17.", Some("arrest"), Some("arrest")),
        ("The death toll rose to 17.", Some("death"), None),
    ] {
        let quantity = one(text);
        let of = quantity.of.unwrap_or_default();
        assert_eq!((of.topic, of.head.as_deref()), (topic, head), "{text}");
    }
    let rose = one("Unemployment rose 5 percent.");
    assert_eq!(compare(&rose, &one("Unemployment rose to 5 percent.")), Agreement::NotComparable);
    assert_eq!(one("The index rose to 1,200.").of, None);
    let (a, b) = ("The repair will cost 3.4 million pounds.", "They expect the repair to cost 4.3 million pounds.");
    assert_eq!(compare(&one(a), &one(b)), Agreement::Differs);
}
