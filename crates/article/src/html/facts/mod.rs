//! What a page says of its article, but for the dates: title, outlet, authors, agency, address, language, access.
//!
//! Metadata is believed as far as the page bears it out. A headline is a heading that readers see; an author is someone
//! whose name stands on the page; the name of an outlet is the one that most places agree on. What a page says of itself
//! to search engines alone comes last.

mod access;
mod address;
mod authors;
mod byline;
mod credit;
mod fields;
mod head;
mod outlet;
mod title;

use self::head::{Head, clean};
use self::outlet::Outlets;
use super::linked_data::LinkedData;
use super::tree::Tree;
use crate::facts::Facts;

/// What a page says of its article.
#[derive(Debug)]
pub(crate) struct Described {
    /// All but the dates.
    pub(crate) facts: Facts,
    /// The element the headline stands in, if the page shows it.
    pub(crate) headline: Option<usize>,
}

/// Reads what the page `tree` says of its article. `linked` is its JSON-LD.
pub(crate) fn describe(tree: &Tree, linked: &LinkedData) -> Described {
    let head = Head::of(tree);
    let url = address::address(&head, linked);
    let outlets = Outlets::of(tree, &head, linked, url.as_deref());
    let named = linked.article().and_then(|node| node.text("headline").or_else(|| node.text("name")));
    let named = named.map(|title| clean(&title));
    let headline = title::headline(tree, &head, named.as_deref(), &outlets);
    let element = headline.as_ref().and_then(|headline| headline.element);
    let authors = authors::authors(tree, &head, linked, &outlets, element);
    let facts = Facts {
        url,
        outlet: outlets.name,
        title: headline.map(|headline| headline.text),
        authors: authors.names,
        agency: authors.agency,
        access: access::access(tree, &head, linked),
        language: language(&head, linked),
        ..Facts::default()
    };
    Described { facts, headline: element }
}

/// ISO 639 code of the language that the page says it is in.
fn language(head: &Head, linked: &LinkedData) -> Option<String> {
    let named = linked.article().and_then(|node| node.text("inLanguage"));
    let code = head.language.clone().or(named);
    let code = code.or_else(|| head.first(&["og:locale", "content-language", "language"]).map(str::to_owned));
    let is_code =
        |code: &String| (2..=3).contains(&code.len()) && code.bytes().all(|letter| letter.is_ascii_lowercase());
    code.map(|code| crate::json::language_code(&code)).filter(is_code)
}

#[cfg(test)]
mod tests;
