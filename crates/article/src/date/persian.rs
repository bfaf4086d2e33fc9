//! The Solar Hijri calendar of Iran and Afghanistan.

use jiff::civil::Date;

/// The civil date of a day of the Solar Hijri calendar; nothing outside of the years 1206 to 1498, in which the 33-year
/// cycle of leap years that is used here agrees with the astronomical rule (K. M. Borkowski, "The Persian calendar for
/// 3000 years", 1996).
pub(super) fn civil(year: i64, month: i8, day: i8) -> Option<Date> {
    if !(1206..=1498).contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    let is_leap = (year * 8 + 29).rem_euclid(33) < 8;
    let days_of_month = match month {
        1..=6 => 31,
        7..=11 => 30,
        _ => 29 + i8::from(is_leap),
    };
    if !(1..=days_of_month).contains(&day) {
        return None;
    }
    let month = i64::from(month);
    let before = if month <= 7 { (month - 1) * 31 } else { 186 + (month - 7) * 30 };
    // 1 Farvardin 1300 is 21 March 1921.
    let leaps = |year: i64| (year * 8 + 21).div_euclid(33);
    let days = (year - 1300) * 365 + leaps(year) - leaps(1300) + before + i64::from(day) - 1;
    jiff::civil::date(1921, 3, 21).checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::civil;

    #[test]
    fn days_whose_civil_date_is_known() {
        for ((year, month, day), expected) in [
            ((1300, 1, 1), "1921-03-21"),
            ((1357, 11, 22), "1979-02-11"),
            ((1399, 1, 1), "2020-03-20"),
            ((1399, 4, 12), "2020-07-02"),
            ((1399, 12, 30), "2021-03-20"),
            ((1400, 1, 1), "2021-03-21"),
            ((1403, 1, 1), "2024-03-20"),
            ((1403, 12, 30), "2025-03-20"),
            ((1404, 1, 1), "2025-03-21"),
        ] {
            assert_eq!(civil(year, month, day).map(|date| date.to_string()).as_deref(), Some(expected));
        }
        assert_eq!(civil(1400, 12, 30), None);
        assert_eq!(civil(2020, 1, 1), None);
    }
}
