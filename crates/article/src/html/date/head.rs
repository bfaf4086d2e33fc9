//! Dates in `meta` elements, and what else the head says that dates are read with.

use super::candidate::{Candidate, Kind, Role, machine_date};
use super::weights;
use crate::date::Style;
use crate::html::attribute::Attribute;
use crate::html::name::Name;
use crate::html::tree::Tree;

/// What the head says of the page.
#[derive(Default)]
pub(super) struct Head<'a> {
    /// `meta` elements with their names in the order written.
    named: Vec<(&'a str, &'a str)>,
    /// Where the page says it is: its canonical address, then others.
    pub(super) addresses: Vec<&'a str>,
    pub(super) language: Option<&'a str>,
    /// `og:title` and `title`.
    pub(super) titles: Vec<String>,
}

impl<'a> Head<'a> {
    /// Reads the elements of the head; pages have them in the body too.
    pub(super) fn of(tree: &'a Tree) -> Self {
        let mut head = Self::default();
        let mut canonical = None;
        for (index, element) in tree.elements.iter().enumerate() {
            let attribute = |wanted| tree.attribute(index, wanted).filter(|value| !value.trim().is_empty());
            match element.name {
                Name::Html => head.language = head.language.or(attribute(Attribute::Lang)),
                Name::Link if attribute(Attribute::Rel).is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                    canonical = canonical.or(attribute(Attribute::Href));
                }
                Name::Title if head.titles.len() < 2 => head.titles.push(tree.words(index)),
                Name::Meta => {
                    let Some(content) = attribute(Attribute::Content) else { continue };
                    let names = [Attribute::Property, Attribute::Name, Attribute::ItemProp];
                    for name in names.into_iter().filter_map(attribute) {
                        match name {
                            "og:title" => head.titles.insert(0, content.to_owned()),
                            "og:url" => head.addresses.push(content),
                            // In the body they are of what they stand in, and read with it.
                            _ if is_of_body(tree, index) => {}
                            _ => head.named.push((name, content)),
                        }
                    }
                }
                _ => {}
            }
        }
        if let Some(canonical) = canonical {
            head.addresses.insert(0, canonical);
        }
        head
    }

    /// Adds the dates of the `meta` elements to `candidates`.
    pub(super) fn collect(&self, style: &Style, candidates: &mut Vec<Candidate>) {
        for (name, content) in &self.named {
            let Some((role, weight)) = meaning(name) else { continue };
            if let Some(published) = machine_date(content, style) {
                candidates.push(Candidate { published, role, kind: Kind::Meta, weight, shown: None });
            }
        }
    }
}

/// Whether a `meta` element is of what it stands in, a teaser say, and not of the page.
pub(super) fn is_of_body(tree: &Tree, meta: usize) -> bool {
    tree.attribute(meta, Attribute::ItemProp).is_some()
        && tree.ancestors(meta).any(|at| tree.elements[at].name == Name::Body)
}

/// What a `meta` element of this name says, in the vocabularies of Open Graph, Dublin Core, schema.org, Parsely, Sailthru,
/// IPTC, PRISM, Highwire and of content systems, which all call it a publication, a creation, a change or only a date.
fn meaning(name: &str) -> Option<(Role, i32)> {
    if name.len() > 60 {
        return None;
    }
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&["expir", "valid", "event", "start", "birth", "review", "sinc", "publisher", "publication_type", "verif"]) {
        return None;
    }
    if has(&["modif", "updat", "revis", "lastmod", "changed"]) {
        return Some((Role::Modified, weights::META_PUBLISHED));
    }
    if has(&["publish", "pubdate", "pubtime", "issued", "publicationdate", "datepub", "firstpub", "publicado"]) {
        return Some((Role::Published, weights::META_PUBLISHED));
    }
    let is_date = has(&["created", "creation", "available", "submitted"]) && !has(&["creator"]);
    let ends = ["date", "datum", "fecha", "pubtime", "datetime"].iter().any(|ending| name.ends_with(ending));
    (is_date || ends).then_some((Role::Published, weights::META_DATE))
}
