//! A table of time expressions: one line a case. `text | what is found`, where what is found is a list of
//! `words = value [hedge] [how often]`, one for each expression, in order; `-` for none. The day of publication is Tuesday,
//! 26 June 2018.
//!
//! A line in [`KNOWN_FAILURES`] says what should be found; the test asserts that it still is not, so that a line that
//! has come to pass is moved.

use super::tests::read;
use crate::{Hedge, TimeExpression, TimeKind};

fn shown(time: &TimeExpression, text: &str) -> String {
    let mut shown = format!("{} = {}", time.span.of(text), time.value);
    shown += match time.hedge {
        None => "",
        Some(Hedge::AtLeast) => " [at least]",
        Some(Hedge::MoreThan) => " [more than]",
        Some(Hedge::AtMost) => " [at most]",
        Some(Hedge::LessThan) => " [less than]",
        Some(Hedge::About) => " [about]",
        Some(Hedge::Nearly) => " [nearly]",
    };
    if let Some(frequency) = time.frequency {
        shown += &format!(" [{frequency}x]");
    }
    if time.kind == TimeKind::Set {
        shown += " (set)";
    }
    shown
}

fn all_shown(text: &str) -> String {
    let found: Vec<String> = read(text).iter().map(|time| shown(time, text)).collect();
    if found.is_empty() { "-".to_owned() } else { found.join("; ") }
}

#[test]
fn cases() {
    let wrong: Vec<String> = CASES
        .iter()
        .filter(|(text, expected)| all_shown(text) != *expected)
        .map(|(text, expected)| format!("\n{text}\n  expected {expected}\n  found    {}", all_shown(text)))
        .collect();
    assert!(wrong.is_empty(), "{} of {} cases:{}", wrong.len(), CASES.len(), wrong.concat());
}

#[test]
fn known_failures_still_fail() {
    for (text, should) in KNOWN_FAILURES {
        assert_ne!(all_shown(text), *should, "found now; move it to the cases: {text}");
    }
}

#[test]
fn there_are_enough_cases() {
    assert!(CASES.len() >= 120, "{}", CASES.len());
}

#[rustfmt::skip]
const CASES: &[(&str, &str)] = &[
    // Dates in all written orders.
    ("The ferry sank on June 25, 2018.", "June 25, 2018 = 2018-06-25"),
    ("The ferry sank on 25 June 2018.", "25 June 2018 = 2018-06-25"),
    ("The ferry sank on 25 June.", "25 June = 2018-06-25"),
    ("The ferry sank on June 25.", "June 25 = 2018-06-25"),
    ("The ferry sank on June 25th.", "June 25th = 2018-06-25"),
    ("The ferry sank on the 25th of June 2017.", "the 25th of June 2017 = 2017-06-25"),
    ("The ferry sank on Feb. 6, 2014, off Holm.", "Feb. 6, 2014 = 2014-02-06"),
    ("The ferry sank on 25/06/2018.", "25/06/2018 = 2018-06-25"),
    ("The ferry sank on 6/25/2018.", "6/25/2018 = 2018-06-25"),
    ("The ferry sank on 6/25/18.", "6/25/18 = 2018-06-25"),
    ("The ferry sank on 5/6/2018.", "5/6/2018 = 2018"),
    ("The ferry sank on 25.06.2018.", "25.06.2018 = 2018-06-25"),
    ("The ferry sank on 2018-06-25.", "2018-06-25 = 2018-06-25"),
    ("The ferry sank on Monday, June 25.", "Monday, June 25 = 2018-06-25"),
    ("The ferry sank on Mon 25 June.", "Mon 25 June = 2018-06-25"),
    ("The ferry sank in November.", "November = 2017-11"),
    ("The ferry sank in April 2014.", "April 2014 = 2014-04"),
    ("He may sail in May.", "May = 2018-05"),
    ("The ferry sank last July.", "last July = 2017-07"),
    ("The ferry sank in May of last year.", "May of last year = 2017-05"),
    ("Seen on Saturday, June 23: two boats.", "Saturday, June 23 = 2018-06-23"),
    ("The ferry sank in mid-June.", "mid-June = 2018-06"),
    ("The ferry sank in early 2017.", "early 2017 = 2017"),
    ("The ferry sank in 2012.", "2012 = 2012"),
    ("The 2012 ferry season was short.", "2012 = 2012"),
    // Decades, centuries, seasons, quarters, fiscal years.
    ("Trade fell in the 1990s.", "1990s = 199"),
    ("Trade fell in the '90s.", "90s = 199"),
    ("Trade fell in the late 1990s.", "late 1990s = 199"),
    ("Trade fell in the 19th century.", "19th century = 18"),
    ("Trade fell in the nineteenth century.", "nineteenth century = 18"),
    ("Trade fell in the summer of 2016.", "summer of 2016 = 2016-SU"),
    ("Trade fell in winter 2016.", "winter 2016 = 2016-WI"),
    ("Trade fell last summer.", "last summer = 2017-SU"),
    ("Trade fell in the spring.", "spring = XXXX-SP"),
    ("Trade fell in the third quarter of 2017.", "third quarter of 2017 = 2017-Q3"),
    ("Profit fell in the first quarter.", "first quarter = 2018-Q1"),
    ("Third-quarter profit fell.", "Third-quarter = 2017-Q3"),
    ("Profit fell in Q3 2017.", "Q3 2017 = 2017-Q3"),
    ("Trade fell in the first half of 2017.", "first half of 2017 = 2017-H1"),
    ("Trade fell in fiscal 2017.", "fiscal 2017 = FY2017"),
    ("Trade fell in fiscal year 2017.", "fiscal year 2017 = FY2017"),
    // Weekdays.
    ("The mayor spoke on Monday.", "Monday = 2018-06-25"),
    ("The mayor spoke on Tuesday.", "Tuesday = 2018-06-26"),
    ("The mayor spoke on Friday.", "Friday = 2018-06-22"),
    ("The mayor will speak on Friday.", "Friday = 2018-06-29"),
    ("The mayor is due to speak on Friday.", "Friday = 2018-06-29"),
    ("The council meets on Friday.", "Friday = 2018-06-29"),
    ("The mayor spoke last Tuesday.", "last Tuesday = 2018-06-19"),
    ("The mayor will speak next Tuesday.", "next Tuesday = 2018-07-03"),
    ("The mayor spoke earlier Monday.", "earlier Monday = 2018-06-25"),
    ("The mayor spoke late Monday.", "late Monday = 2018-06-25"),
    // Parts of days.
    ("The ferry sank Monday night.", "Monday night = 2018-06-25TNI"),
    ("The ferry sank on Monday morning.", "Monday morning = 2018-06-25TMO"),
    ("The ferry sank late Monday night.", "late Monday night = 2018-06-25TNI"),
    ("The ferry sank last night.", "last night = 2018-06-25TNI"),
    ("The ferry sank this morning.", "this morning = 2018-06-26TMO"),
    ("It closes tomorrow evening.", "tomorrow evening = 2018-06-27TEV"),
    ("It closes tonight.", "tonight = 2018-06-26TNI"),
    ("It rained overnight.", "overnight = TNI"),
    ("It sank at dawn.", "dawn = TMO"),
    ("It sank in the evening.", "evening = TEV"),
    // Times of day.
    ("Posted 16:34 EST.", "16:34 EST = T16:34-05:00"),
    ("Posted 16:34 GMT.", "16:34 GMT = T16:34Z"),
    ("Posted 16:34 +0200.", "16:34 +0200 = T16:34+02:00"),
    ("Posted 4:34 p.m. ET.", "4:34 p.m. ET = T16:34-04:00"),
    ("The boat left at 10 a.m. from Holm.", "10 a.m. = T10:00"),
    ("The boat left at 10 a.m. local time.", "10 a.m. local time = T10:00"),
    ("The boat left at 10 a.m. Pacific time.", "10 a.m. Pacific time = T10:00-07:00"),
    ("The boat left at 5.30pm from Holm.", "5.30pm = T17:30"),
    ("The boat left at 5:30pm.", "5:30pm = T17:30"),
    ("The boat left at noon.", "noon = T12:00"),
    ("The boat left around noon.", "around noon = T12:00 [about]"),
    ("The boat left at midnight.", "midnight = T00:00"),
    ("The boat left at ten o'clock.", "ten o'clock = T10:00"),
    ("The boat left at 12 o'clock midnight.", "12 o'clock midnight = T00:00"),
    ("The boat left at 10 a.m. on Monday.", "10 a.m. on Monday = 2018-06-25T10:00"),
    ("The boat left Monday at 10 a.m. ET.", "Monday at 10 a.m. ET = 2018-06-25T10:00-04:00"),
    ("The boat left at 10 a.m. on June 25, 2018.", "10 a.m. on June 25, 2018 = 2018-06-25T10:00"),
    ("The boat left at 1:30 a.m. Monday morning.", "1:30 a.m. Monday morning = 2018-06-25T01:30"),
    ("The boat left around 10 a.m. yesterday.", "around 10 a.m. yesterday = 2018-06-25T10:00 [about]"),
    ("Open from 9 a.m. to 5 p.m.", "9 a.m. to 5 p.m. = T09:00/T17:00"),
    // Relative forms.
    ("The pier closed yesterday.", "yesterday = 2018-06-25"),
    ("The pier closes tomorrow.", "tomorrow = 2018-06-27"),
    ("The pier closed earlier today.", "earlier today = 2018-06-26"),
    ("The findings came last week.", "last week = 2018-W25"),
    ("The findings came late last week.", "late last week = 2018-W25"),
    ("The findings come next month.", "next month = 2018-07"),
    ("He was chosen earlier in the month.", "earlier in the month = 2018-06"),
    ("He was chosen weeks ago.", "weeks ago = XXXX-XX-XX"),
    ("He was chosen earlier this year.", "earlier this year = 2018"),
    ("He won last month.", "last month = 2018-05"),
    ("He won last year.", "last year = 2017"),
    ("He won last weekend.", "last weekend = 2018-W25-WE"),
    ("It closed three days ago.", "three days ago = 2018-06-23"),
    ("It closed a year ago.", "a year ago = 2017"),
    ("It closed two weeks ago.", "two weeks ago = 2018-W24"),
    ("It closed a decade ago.", "a decade ago = 2008"),
    ("It opens three weeks from now.", "three weeks from now = 2018-W29"),
    ("It sank on June 20 and was found two days later.", "June 20 = 2018-06-20; two days later = 2018-06-22"),
    ("It sank on June 20. The day before, it had been seen.", "June 20 = 2018-06-20; The day before = 2018-06-19"),
    ("It sank on June 20 and was found the next day.", "June 20 = 2018-06-20; the next day = 2018-06-21"),
    ("It sank in 2012 and was found two years later.", "2012 = 2012; two years later = 2014"),
    ("It was found two years later.", "two years later = P2Y"),
    ("The day before the storm it sank.", "The day before = XXXX-XX-XX"),
    // Holidays.
    ("The pier closes on Christmas Day.", "Christmas Day = 2018-12-25"),
    ("The pier closed on New Year's Eve.", "New Year's Eve = 2017-12-31"),
    ("The pier closed on Easter Monday.", "Easter Monday = 2018-04-02"),
    ("The pier closed on Good Friday.", "Good Friday = 2018-03-30"),
    ("The pier closed on Memorial Day.", "Memorial Day = 2018-05-28"),
    ("The pier closed last Thanksgiving.", "last Thanksgiving = 2017-11-23"),
    ("The pier closed on Labor Day.", "Labor Day = 2017-09-04"),
    ("The pier closed on Father's Day.", "-"),
    ("The pier closed on Mother's Day.", "-"),
    ("The pier closed on Christmas 2016.", "Christmas 2016 = 2016-12-25"),
    ("The pier closes on the Fourth of July.", "Fourth of July = 2018-07-04"),
    // Durations.
    ("The strike went on for 17 months.", "17 months = P17M"),
    ("It was a two-day meeting.", "two-day = P2D"),
    ("The three-year-old port strike goes on.", "three-year-old = P3Y"),
    ("He waited several hours.", "several hours = PTXH"),
    ("He waited a few days.", "a few days = PXD"),
    ("He waited for years.", "years = PXY"),
    ("He waited for hours without help.", "hours = PTXH"),
    ("He waited half an hour.", "half an hour = PT0.5H"),
    ("He was jailed for two and a half years.", "two and a half years = P2.5Y"),
    ("He was jailed for a year and a half.", "a year and a half = P1.5Y"),
    ("He waited two hours and 15 minutes.", "two hours and 15 minutes = PT2H15M"),
    ("He waited two to three weeks.", "two to three weeks = P2W/P3W"),
    ("He waited at least two weeks.", "at least two weeks = P2W [at least]"),
    ("He waited two weeks or so.", "two weeks or so = P2W [about]"),
    ("He waited nearly three decades.", "nearly three decades = P3DE [nearly]"),
    ("He waited a fortnight.", "-"),
    ("He waited for a fortnight.", "a fortnight = P2W"),
    ("Trade fell over a decade.", "a decade = P1DE"),
    ("He was held for over a decade.", "over a decade = P1DE [more than]"),
    ("A week-long strike ended.", "week-long = P1W"),
    ("In the past three years, trade fell.", "past three years = P3Y"),
    ("It lasted 24 hours.", "24 hours = PT24H"),
    ("Trade fell over the past year.", "past year = P1Y"),
    // Sets.
    ("Boats leave every Monday.", "every Monday = XXXX-WXX-1 (set)"),
    ("Boats leave on Mondays.", "Mondays = XXXX-WXX-1 (set)"),
    ("Boats leave daily.", "daily = P1D (set)"),
    ("Boats leave every day.", "every day = P1D (set)"),
    ("Boats leave twice a week.", "twice a week = P1W [2x] (set)"),
    ("Boats leave three times a day.", "three times a day = P1D [3x] (set)"),
    ("Boats leave every two weeks.", "every two weeks = P2W (set)"),
    ("Boats leave every other day.", "every other day = P2D (set)"),
    ("The annual race was held.", "annual = P1Y (set)"),
    // Ranges.
    ("They will sail on September 8-9 to Holm.", "September 8-9 = 2018-09-08/2018-09-09"),
    ("They sailed 3-5 June.", "3-5 June = 2018-06-03/2018-06-05"),
    ("They sailed from Thursday to Saturday.", "Thursday to Saturday = 2018-06-21/2018-06-23"),
    ("He ruled from 2010 to 2014.", "2010 to 2014 = 2010/2014"),
    ("He ruled between 2010 and 2014.", "2010 and 2014 = 2010/2014"),
    ("The 2010-12 drought ended.", "2010-12 = 2010/2012"),
    ("The 2007-8 drought ended.", "2007-8 = 2007/2008"),
    ("He ruled from June 3, 2010, to May 5, 2014.", "June 3, 2010 = 2010-06-03; May 5, 2014 = 2014-05-05"),
    ("He ruled from June 2010 to May 2014.", "June 2010 to May 2014 = 2010-06/2014-05"),
    // What is no time.
    ("At least 2000 people came.", "-"),
    ("You may march.", "-"),
    ("April Holm sang.", "-"),
    ("Critics of May left.", "-"),
    ("A 20-year-old man was held.", "-"),
    ("He is 44 years old.", "-"),
    ("The second boat sank.", "-"),
    ("It cost $2018.", "-"),
    ("He told USA Today about it.", "-"),
    ("He told the Sunday Post about it.", "-"),
    ("They march with March For Boats.", "-"),
    ("The song lasts 3:56 on the record.", "-"),
    ("He sat down in the sun.", "-"),
    ("They went to a Christmas market.", "-"),
    ("They may one day decide.", "-"),
    ("He saw the Tonight show.", "-"),
];

/// What should be found and is not.
#[rustfmt::skip]
const KNOWN_FAILURES: &[(&str, &str)] = &[
    // A day of the month without its month.
    ("The ferry sank on the 25th.", "the 25th = 2018-06-25"),
    // Told from an event or from another expression.
    ("The pier opens a week from Friday.", "a week from Friday = 2018-07-06"),
    ("It sank two days after Christmas.", "two days after Christmas = 2017-12-27"),
    // The second comma belongs to the first date.
    ("He ruled from June 3, 2010, to May 5, 2014.", "June 3, 2010, to May 5, 2014 = 2010-06-03/2014-05-05"),
    ("He left in the early hours of Monday.", "early hours of Monday = 2018-06-25TMO"),
];
