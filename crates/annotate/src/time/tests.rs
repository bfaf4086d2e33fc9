use jiff::civil::date;

use crate::{Agreement, Context, TimeExpression, TimeKind, annotate, compare_times};
use coincide_text::Span;

/// Published on Tuesday, 26 June 2018.
pub(super) fn read(text: &str) -> Vec<TimeExpression> {
    let context = Context { published: Some(date(2018, 6, 26)) };
    annotate(text, &[Span::new(0, text.len())], &context).times
}

fn one(text: &str) -> (String, String) {
    let times = read(text);
    assert_eq!(times.len(), 1, "{text}: {times:?}");
    (times[0].span.of(text).to_owned(), times[0].value.clone())
}

#[test]
fn expressions_and_their_values() {
    for (text, words, value) in [
        ("The ferry sank on June 25, 2018.", "June 25, 2018", "2018-06-25"),
        ("It sank on 25 June.", "25 June", "2018-06-25"),
        ("It sank on the 25th of June 2017.", "the 25th of June 2017", "2017-06-25"),
        ("It sank on Feb. 6, 2014, off Holm.", "Feb. 6, 2014", "2014-02-06"),
        ("It sank in November.", "November", "2017-11"),
        ("He may sail in May.", "May", "2018-05"),
        ("They will sail on September 8-9 to Holm.", "September 8-9", "2018-09-08/2018-09-09"),
        ("It began in April 2014.", "April 2014", "2014-04"),
        ("The 2012 ferry season was short.", "2012", "2012"),
        ("Trade fell in the 1990s.", "1990s", "199"),
        ("The 2010-12 drought ended.", "2010-12", "2010/2012"),
        ("Logged 2018-06-25 at the pier.", "2018-06-25", "2018-06-25"),
        ("Logged 25/6/2018 at the pier.", "25/6/2018", "2018-06-25"),
        ("The mayor spoke on Monday.", "Monday", "2018-06-25"),
        ("The mayor spoke on Tuesday.", "Tuesday", "2018-06-26"),
        ("The mayor will speak on Friday.", "Friday", "2018-06-29"),
        ("The mayor spoke on Friday.", "Friday", "2018-06-22"),
        ("The mayor spoke last Tuesday.", "last Tuesday", "2018-06-19"),
        ("He left earlier Monday.", "earlier Monday", "2018-06-25"),
        ("It sank Monday night.", "Monday night", "2018-06-25TNI"),
        ("It sank on Monday, June 25.", "Monday, June 25", "2018-06-25"),
        ("Boats leave every Monday.", "every Monday", "XXXX-WXX-1"),
        ("The pier closed yesterday.", "yesterday", "2018-06-25"),
        ("It closes tomorrow evening.", "tomorrow evening", "2018-06-27TEV"),
        ("It sank last night.", "last night", "2018-06-25TNI"),
        ("The findings came last week.", "last week", "2018-W25"),
        ("He was chosen earlier this year.", "earlier this year", "2018"),
        ("He won last month.", "last month", "2018-05"),
        ("It closed three days ago.", "three days ago", "2018-06-23"),
        ("It closed a year ago.", "a year ago", "2017"),
        ("Posted 16:34 EST.", "16:34 EST", "T16:34-05:00"),
        ("The boat left at 10 a.m. from Holm.", "10 a.m.", "T10:00"),
        ("The boat left at 5.30pm from Holm.", "5.30pm", "T17:30"),
        ("The boat left at noon.", "noon", "T12:00"),
        ("The boat left at ten o'clock from Holm.", "ten o'clock", "T10:00"),
        ("The boat left at 10 o’clock from Holm.", "10 o’clock", "T10:00"),
        ("The strike went on for 17 months.", "17 months", "P17M"),
        ("It was a two-day meeting.", "two-day", "P2D"),
        ("The three-year-old port strike goes on.", "three-year-old", "P3Y"),
        ("He waited several hours.", "several hours", "PTXH"),
        ("He was jailed for two and a half years.", "two and a half years", "P2.5Y"),
        ("He was jailed for a year and a half.", "a year and a half", "P1.5Y"),
    ] {
        assert_eq!(one(text), (words.to_owned(), value.to_owned()), "{text}");
    }
}

#[test]
fn a_weekday_follows_the_tense_of_the_nearest_verb() {
    let (coming, past) = ("2018-06-29", "2018-06-22");
    for (text, value) in [
        ("The mayor will answer questions on Friday.", coming),
        ("The new captain takes over on Friday.", coming),
        ("The report is due on Friday.", coming),
        ("The council meets on Friday.", coming),
        ("The talks are expected to be held on Friday.", coming),
        ("Inga Strand, who left in May, will speak on Friday.", coming),
        ("They agreed that the mayor would speak on Friday.", coming),
        ("On Friday, the council meets.", coming),
        ("Sailings resume on Friday.", coming),
        ("On Friday the mayor will speak.", coming),
        ("The crew vowed to return on Friday.", coming),
        ("The mayor is to speak on Friday.", coming),
        ("The mayor answered questions on Friday.", past),
        ("The talks were held on Friday.", past),
        ("He will step down, the party said on Friday.", past),
        ("The crew agreed on Friday to return.", past),
        ("The council held its first meeting on Friday.", past),
        ("Three votes on Friday failed.", past),
        ("On Friday the mayor said that he will go.", past),
        ("The mayor was due to speak on Friday.", past),
    ] {
        assert_eq!(read(text).last().map(|time| time.value.as_str()), Some(value), "{text}");
    }
}

#[test]
fn what_is_no_time() {
    for text in [
        "At least 2000 people came.",
        "You may march.",
        "April Holm sang.",
        "A 20-year-old man was held.",
        "He is 44 years old.",
        "The second boat sank.",
        "It cost $2018.",
    ] {
        assert_eq!(read(text), [], "{text}");
    }
}

#[test]
fn without_a_day_of_publication_words_keep_what_they_say() {
    let text = "He spoke on Friday, yesterday and on June 25.";
    let times = annotate(text, &[Span::new(0, text.len())], &Context::default()).times;
    let values: Vec<&str> = times.iter().map(|time| time.value.as_str()).collect();
    assert_eq!(values, ["XXXX-WXX-5", "XXXX-XX-XX", "XXXX-06-25"]);
    assert!(times.iter().all(|time| time.days.is_none()));
}

#[test]
fn weekday_and_date_stand_in_one_expression() {
    let time = &read("It sank on Friday, June 25, 2018.")[0];
    assert_eq!((time.weekday, time.written), (Some(5), (Some(2018), Some(6), Some(25))));
    assert_eq!(time.kind, TimeKind::Date);
}

#[test]
fn comparison() {
    use Agreement::{Compatible, Differs, NotComparable, Same};
    for (a, b, expected) in [
        ("on Monday", "on June 25", Same),
        ("on Monday", "yesterday", Same),
        ("on Monday", "in June", Compatible),
        ("on Monday", "on Friday", Differs),
        ("on June 25", "on June 26", Differs),
        ("in 2014", "in April 2014", Compatible),
        ("in 2014", "in 2015", Differs),
        ("on Friday", "will be on Friday", Compatible),
        ("for 17 months", "for 17 months", Same),
        ("for 17 months", "for 16 months", Differs),
        ("for several years", "for two years", NotComparable),
        ("on Monday", "for two days", NotComparable),
        ("at 10 a.m.", "at noon", Differs),
    ] {
        let (x, y) = (read(a), read(b));
        assert_eq!(compare_times(&x[0], &y[0]), expected, "{a} / {b}");
    }
}
