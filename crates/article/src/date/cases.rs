//! Forms of dates in many languages: what is read, and what is known to be read wrongly.

use super::{Style, find_date_in};
use crate::{DateSource, Moment, Precision};

/// A line, the locale of its page, and what it says: the day, `-` for none.
const CASES: &[(&str, &str, &str)] = &[
    // ISO 8601 and what programs write.
    ("2020-03-14", "", "2020-03-14"),
    ("2020-03-14T16:05:09Z", "", "2020-03-14 16:05:09 Z"),
    ("2020-03-14T16:05:09.123+01:00", "", "2020-03-14 16:05:09 +01:00"),
    ("2020-03-14T16:05+0100", "", "2020-03-14 16:05:00 +0100"),
    ("2020-03-14 16:05:09 UTC", "", "2020-03-14 16:05:09 UTC"),
    ("2020-03", "", "2020-03"),
    ("Sat, 14 Mar 2020 16:05:09 +0000", "", "2020-03-14 16:05:09 +0000"),
    ("Sat, 14 Mar 20 16:05:09 GMT", "", "2020-03-14 16:05:09 GMT"),
    ("Sat Mar 14 16:05:09 2020", "", "2020-03-14"),
    ("Sat Mar 14 16:05:09 +0000 2020", "", "2020-03-14"),
    ("Sat Mar 14 2020 16:05:09 GMT+0100 (CET)", "", "2020-03-14 16:05:09 GMT+0100"),
    ("04:25:06 PM IST Mar 14, 2020", "", "2020-03-14 16:25:06 IST"),
    ("2020/03/14 16:05", "", "2020-03-14 16:05:00"),
    ("2020.03.14", "", "2020-03-14"),
    ("14-Mar-2020", "", "2020-03-14"),
    ("14/Mar/2020:16:05:09 +0000", "", "2020-03-14"),
    // English.
    ("March 14, 2020", "en", "2020-03-14"),
    ("Mar. 14, 2020", "en", "2020-03-14"),
    ("Saturday, March 14th, 2020 at 4:05 p.m. ET", "en", "2020-03-14 16:05:00 ET"),
    ("14 March 2020", "en-GB", "2020-03-14"),
    ("14th of March 2020", "en-GB", "2020-03-14"),
    ("Sat 14 Mar 2020 16.05 GMT", "en-GB", "2020-03-14"),
    ("14 Mar '20", "en", "2020-03-14"),
    ("2020 March 14", "en", "2020-03-14"),
    ("Sept 5, 2020", "en", "2020-09-05"),
    ("MARCH 14, 2020", "en", "2020-03-14"),
    ("March 2020", "en", "2020-03"),
    ("Published 16:05 14 March 2020", "en", "2020-03-14 16:05:00"),
    // Figures: the order is that of the language and the country.
    ("03/14/2020", "en", "2020-03-14"),
    ("14/03/2020", "en", "2020-03-14"),
    ("03/04/2020", "en", "-"),
    ("03/04/2020", "en-US", "2020-03-04"),
    ("03/04/2020", "en-GB", "2020-04-03"),
    ("03/04/2020", "en-AU", "2020-04-03"),
    ("03/04/2020", "en-PH", "2020-03-04"),
    ("03/04/2020", "fr", "2020-04-03"),
    ("03/04/2020", "pt-BR", "2020-04-03"),
    ("03/04/2020", "es-MX", "2020-04-03"),
    ("03/04/2020", "es-PR", "2020-03-04"),
    ("03/04/2020", "ar", "2020-04-03"),
    ("03.04.2020", "de", "2020-04-03"),
    ("03.04.2020", "en-US", "2020-04-03"),
    ("3. 4. 2020", "cs", "2020-04-03"),
    ("3.4.2020 klo 12.45", "fi", "2020-04-03"),
    ("03-04-2020", "nl", "2020-04-03"),
    ("03.04.20", "de", "2020-04-03"),
    ("03/04/20", "fr", "2020-04-03"),
    ("3/4/20", "en-US", "2020-03-04"),
    ("20.03.14", "ko", "2020-03-14"),
    ("2020. 3. 14.", "ko", "2020-03-14"),
    ("2020. 03. 14. 16:05", "hu", "2020-03-14 16:05:00"),
    ("31/04/2020", "fr", "-"),
    ("14/14/2020", "fr", "-"),
    // Languages of Latin letters.
    ("Samstag, 14. März 2020, 16:05 Uhr", "de", "2020-03-14 16:05:00"),
    ("14. Maerz 2020", "de", "-"),
    ("14. Jänner 2020", "de-AT", "2020-01-14"),
    ("am 14. Dez. 2020 um 16:05", "de", "2020-12-14 16:05:00"),
    ("le 14 mars 2020 à 16h05", "fr", "2020-03-14 16:05:00"),
    ("1er août 2020", "fr", "2020-08-01"),
    ("14 déc. 2020", "fr", "2020-12-14"),
    ("14 fevrier 2020", "fr", "2020-02-14"),
    ("14 de marzo de 2020", "es", "2020-03-14"),
    ("14 marzo, 2020", "es", "2020-03-14"),
    ("Marzo 14, 2020", "es", "2020-03-14"),
    ("14 de marzo del 2020 a las 16:05", "es", "2020-03-14 16:05:00"),
    ("14 de março de 2020 às 16h05", "pt", "2020-03-14 16:05:00"),
    ("14 Mar, 2020", "pt", "2020-03-14"),
    ("14 marzo 2020 alle 16:05", "it", "2020-03-14 16:05:00"),
    ("14 maart 2020 om 16:05", "nl", "2020-03-14 16:05:00"),
    ("14 de març de 2020", "ca", "2020-03-14"),
    ("14 d'abril de 2020", "ca", "2020-04-14"),
    ("14 martie 2020", "ro", "2020-03-14"),
    ("14. mars 2020 kl. 16:05", "nb", "2020-03-14 16:05:00"),
    ("14 mars 2020", "sv", "2020-03-14"),
    ("den 14 maj 2020", "sv", "2020-05-14"),
    ("14. marts 2020", "da", "2020-03-14"),
    ("14. maaliskuuta 2020", "fi", "2020-03-14"),
    ("14. mars 2020", "is", "2020-03-14"),
    ("14. märts 2020", "et", "2020-03-14"),
    ("2020. gada 14. marts", "lv", "2020-03-14"),
    ("2020 m. kovo 14 d.", "lt", "2020-03-14"),
    ("14 marca 2020, 16:05", "pl", "2020-03-14 16:05:00"),
    ("14 listopada 2020", "pl", "2020-11-14"),
    ("14. listopada 2020.", "hr", "2020-10-14"),
    ("14. března 2020", "cs", "2020-03-14"),
    ("14. marca 2020", "sk", "2020-03-14"),
    ("14. marec 2020", "sl", "2020-03-14"),
    ("2020. március 14.", "hu", "2020-03-14"),
    ("14 Mart 2020", "tr", "2020-03-14"),
    ("14 Ağustos 2020 Cuma", "tr", "2020-08-14"),
    ("14 mars 2020", "sq", "2020-03-14"),
    ("Sabtu, 14 Maret 2020", "id", "2020-03-14"),
    ("14 Mac 2020", "ms", "2020-03-14"),
    ("Marso 14, 2020", "fil", "2020-03-14"),
    ("Thứ bảy, 14 tháng 3, 2020", "vi", "2020-03-14"),
    ("ngày 14 tháng 3 năm 2020", "vi", "2020-03-14"),
    ("14 Machi 2020", "sw", "2020-03-14"),
    ("14 Maart 2020", "af", "2020-03-14"),
    ("14 Mawrth 2020", "cy", "2020-03-14"),
    ("14 Márta 2020", "ga", "2020-03-14"),
    // Other alphabets.
    ("14 марта 2020 г., 16:05", "ru", "2020-03-14"),
    ("14 марта 2020, 16:05", "ru", "2020-03-14 16:05:00"),
    ("14 мая 2020 в 16:05", "ru", "2020-05-14 16:05:00"),
    ("14 березня 2020", "uk", "2020-03-14"),
    ("14 март 2020", "bg", "2020-03-14"),
    ("14. март 2020.", "sr", "2020-03-14"),
    ("14 сакавіка 2020", "be", "2020-03-14"),
    ("14 Μαρτίου 2020", "el", "2020-03-14"),
    ("14 Μαΐου 2020", "el", "2020-05-14"),
    ("14 მარტი 2020", "ka", "2020-03-14"),
    ("14 մարտի 2020", "hy", "2020-03-14"),
    ("14 במרץ 2020", "he", "2020-03-14"),
    ("14 مارس 2020", "ar", "2020-03-14"),
    ("١٤ مارس ٢٠٢٠", "ar", "2020-03-14"),
    ("14 آذار/مارس 2020", "ar", "2020-03-14"),
    ("14 مارچ 2020", "ur", "2020-03-14"),
    ("۲۴ اسفند ۱۳۹۸", "fa", "2020-03-14"),
    ("24 اسفند 1398", "fa", "2020-03-14"),
    ("1398/12/24", "fa", "2020-03-14"),
    ("14 مارس 2020", "fa", "2020-03-14"),
    ("14 मार्च 2020", "hi", "2020-03-14"),
    ("१४ मार्च २०२०", "mr", "2020-03-14"),
    ("১৪ মার্চ ২০২০", "bn", "2020-03-14"),
    ("14 மார்ச் 2020", "ta", "2020-03-14"),
    ("14 మార్చి 2020", "te", "2020-03-14"),
    ("14 มีนาคม 2563", "th", "2020-03-14"),
    ("14 มี.ค. 2563", "th", "-"),
    ("14 มีนาคม พ.ศ. 2563", "th", "2020-03-14"),
    // East Asia.
    ("2020年3月14日", "ja", "2020-03-14"),
    ("2020年03月14日 16時05分", "ja", "2020-03-14 16:05:00"),
    ("公開日:2020年3月14日(土)", "ja", "2020-03-14"),
    ("2020年3月14日下午4:05", "zh", "2020-03-14 16:05:00"),
    ("2020年3月", "zh", "2020-03"),
    ("民國109年3月14日", "zh-Hant", "2020-03-14"),
    ("2020-03-14 16:05", "zh", "2020-03-14 16:05:00"),
    ("2020년 3월 14일 오후 4:05", "ko", "2020-03-14 16:05:00"),
    ("입력 2020.03.14 16:05", "ko", "2020-03-14 16:05:00"),
    ("２０２０年３月１４日", "ja", "2020-03-14"),
    // What is no date.
    ("two hours ago", "en", "-"),
    ("Copyright 2020", "en", "-"),
    ("vor 3 Stunden", "de", "-"),
    ("1,234,567 readers", "en", "-"),
    ("10.21.6.2018", "en", "-"),
    ("set 2019 records", "en", "-"),
    ("Call 020 7946 0018", "en-GB", "-"),
    ("v1.12.2020", "en", "2020-12-01"),
    ("14 to 16 people", "en", "-"),
    ("32 March 2020", "en", "-"),
    ("29 February 2019", "en", "-"),
    ("29 February 2020", "en", "2020-02-29"),
];

/// What should be read and is not: the line, its locale, what it says.
const KNOWN_FAILURES: &[(&str, &str, &str)] = &[
    // An umlaut spelt out.
    ("14. Maerz 2020", "de", "2020-03-14"),
    // A short name with stops inside of it.
    ("14 มี.ค. 2563", "th", "2020-03-14"),
    // A stop as the mark of a time without `pm` behind it could be a decimal.
    ("3.4.2020 klo 12.45", "fi", "2020-04-03 12:45:00"),
    ("14. mars 2020 kl. 16.05", "nb", "2020-03-14 16:05:00"),
    // A version is not told from a date.
    ("v1.12.2020", "en", "-"),
    // The fourteenth in words.
    ("March the fourteenth, 2020", "en", "2020-03-14"),
    // Basque declines every part.
    ("2020ko martxoaren 14a", "eu", "2020-03-14"),
    // A range of days is published on its last, if anything.
    ("13-14 March 2020", "en", "2020-03-13"),
];

fn read(text: &str, locale: &str) -> String {
    let style = Style { short_years: true, ..Style::of_locale(locale, None) };
    let Some(found) = find_date_in(text, &style, DateSource::Text) else { return "-".to_owned() };
    let Moment { date, time, zone } = found.published.at;
    let mut shown = date.to_string();
    if found.published.precision == Precision::Month {
        shown.truncate(7);
    }
    shown += &time.map_or(String::new(), |time| format!(" {time}"));
    shown + &zone.map_or(String::new(), |zone| format!(" {zone}"))
}

#[test]
fn dates_of_many_languages() {
    let wrong: Vec<String> = CASES
        .iter()
        .filter_map(|(text, locale, expected)| {
            let read = read(text, locale);
            (read != *expected).then(|| format!("{text} [{locale}]: {read}, not {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_known_to_fail_still_does() {
    for (text, locale, expected) in KNOWN_FAILURES {
        assert_ne!(read(text, locale), *expected, "{text} is read now: move it to the cases");
    }
}

#[test]
fn a_domain_tells_the_country_where_a_language_does_not() {
    let style = |locale, country| Style::of_locale(locale, country).order;
    use super::Order;
    assert_eq!(style("en", Some("uk")), Some(Order::Day));
    assert_eq!(style("en-US", Some("in")), Some(Order::Day));
    assert_eq!(style("en_GB", None), Some(Order::Day));
    assert_eq!(style("en", None), None);
    assert_eq!(style("de", Some("at")), Some(Order::Day));
    assert_eq!(style("fr", Some("ca")), Some(Order::Year));
    assert_eq!(style("", Some("de")), None);
}
