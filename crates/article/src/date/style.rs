//! How dates are to be read: the order of their numbers, and what their language calls the months.

use super::names::{MONTH_FIRST, YEAR_FIRST};

/// What stands first in a date of three numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// `14/3/2020`
    Day,
    /// `3/14/2020`
    Month,
    /// `2020/3/14`, and `20/3/14`
    Year,
}

/// What is known about how a text writes dates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Style {
    /// The order of numbers; nothing if `03/04/2018` could be either.
    pub(crate) order: Option<Order>,
    /// ISO 639 code of the language, in lower case; empty if unknown.
    pub(crate) language: String,
    /// Whether `02.12.19` is a date: only where a page shows one, not inside of running text.
    pub(crate) short_years: bool,
}

impl Style {
    /// The style of a locale as pages name it, `de-AT` or `en_GB`, in a country if that is known from elsewhere (the
    /// page's domain), by the short dates of CLDR. English without a country is left open: pages of every country say `en`.
    pub(crate) fn of_locale(locale: &str, country: Option<&str>) -> Self {
        let mut parts = locale.trim().split(['-', '_']).filter(|part| part.is_ascii());
        let language = parts.next().unwrap_or_default().to_ascii_lowercase();
        let said = parts.find(|part| part.len() == 2).map(str::to_ascii_uppercase);
        let country = match country.map(str::to_ascii_uppercase) {
            Some(country) if country == "UK" => Some("GB".to_owned()),
            country => country,
        };
        // Templates say `en-US` whatever the country; the domain of a country says more.
        let region = if language == "en" { country.or(said) } else { said.or(country) };
        let full = region.as_ref().map(|region| format!("{language}-{region}"));
        let is_listed = |list: &[&str]| {
            full.as_deref().is_some_and(|full| list.contains(&full))
                || language != "en" && list.contains(&language.as_str())
        };
        let order = match region.as_deref() {
            _ if language.is_empty() => None,
            None if language == "en" => None,
            Some("US") if language == "en" => Some(Order::Month),
            _ if is_listed(&MONTH_FIRST) => Some(Order::Month),
            _ if is_listed(&YEAR_FIRST) => Some(Order::Year),
            _ => Some(Order::Day),
        };
        Self { order, language, short_years: false }
    }
}
