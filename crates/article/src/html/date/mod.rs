//! When a page was published, and when it was changed.
//!
//! Everything that says so is collected with how far it is believed ([`weights`]): JSON-LD ([`linked_data`]), `meta`
//! elements ([`head`]), what is shown and the attributes of it ([`shown`]), the address ([`address`]), fields of the
//! page's programs ([`script`]). Then [`choose`] finds the day that has most behind it. No place is believed alone where
//! others contradict it: a template's date, an archive's, the day a page was generated and the dates of neighbouring
//! articles all stand in places that are right on other pages.

mod address;
mod candidate;
#[cfg(test)]
mod cases;
mod choose;
mod head;
mod labels;
mod linked_data;
mod script;
mod shown;
mod weights;

use coincide_text::Text;

use self::candidate::{Candidate, Kind, Role};
use self::head::Head;
use self::shown::Shown;
use super::attribute::Attribute;
use super::tree::Tree;
use crate::date::Style;
use crate::{DateEvidence, DateSource, Moment, Published};

/// What is known of a page besides its content.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Context<'a> {
    /// Where it was published, if the caller knows.
    pub(crate) url: Option<&'a str>,
    /// When it was captured: nothing in it is later.
    pub(crate) captured: Option<&'a Moment>,
}

/// The dates of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) published: Option<Published>,
    pub(crate) modified: Option<Published>,
    /// What was chosen from, what is believed most first.
    pub(crate) evidence: Vec<DateEvidence>,
}

/// The dates of the page `tree`, which was parsed from `text`.
pub(crate) fn published(tree: &Tree, text: &Text, context: Context<'_>) -> Found {
    let head = Head::of(tree);
    let addresses: Vec<&str> = context.url.into_iter().chain(head.addresses.iter().copied()).collect();
    let country = addresses.iter().find_map(|address| country(address));
    let mut style = Style::of_locale(head.language.unwrap_or_default(), country);
    style.short_years = true;
    let mut candidates = Vec::new();
    for (element, span) in &tree.scripts {
        let is_data = tree.attribute(*element, Attribute::Type).is_some_and(|kind| kind.contains("ld+json"));
        let script = span.of(text.as_str());
        if is_data {
            linked_data::collect(script, &style, &mut candidates);
        } else {
            script::collect(script, &style, &mut candidates);
        }
    }
    head.collect(&style, &mut candidates);
    let mut shown = Shown::new(tree, &style, &head.titles);
    shown.collect_attributes(&mut candidates);
    shown.collect_words(&mut candidates);
    let mut month = None;
    if let Some(found) = addresses.iter().find_map(|address| address::date_of(address)) {
        if found.precision == crate::Precision::Month {
            month = Some(found.date);
        } else {
            let weight = if found.is_path { weights::ADDRESS_PATH } else { weights::ADDRESS_NUMBER };
            let at = Moment { date: found.date, time: None, zone: None };
            let published = Published { at, precision: found.precision, from: DateSource::Address };
            candidates.push(Candidate { published, role: Role::Published, kind: Kind::Address, weight, shown: None });
        }
    }
    choose::choose(candidates, month, context.captured)
}

/// The country that the domain of an address is of.
fn country(address: &str) -> Option<&str> {
    let host = address.split_once("://")?.1.split(['/', ':', '?']).next()?;
    host.rsplit_once('.').map(|(_, top)| top).filter(|top| top.len() == 2)
}
