//! Sitemaps (sitemaps.org 0.9) with the extension for news: what they list is not fetched.

use super::Holdings;
use super::document::Document;
use crate::date::parse_date;
use crate::{Address, DateSource, Published};

/// The addresses that a sitemap, or an index of sitemaps, lists.
pub(super) fn read(document: &Document<'_>) -> Holdings {
    let mut holdings = Holdings::default();
    let mut entries = document.children(0).collect();
    holdings.bound(&mut entries);
    for entry in entries {
        let said = |name: &str| document.words(document.find(entry, name)?);
        let Some(url) = said("loc") else { continue };
        let published = said("publication_date").and_then(|date| parse_date(&date));
        holdings.addresses.push(Address {
            url,
            title: said("title"),
            published: published.map(|date| Published { from: DateSource::Field, ..date }),
        });
    }
    holdings
}
