//! The headline: which of the things a page calls itself stands over its text.
//!
//! The headline is what readers see: the heading that metadata names. Metadata alone adds the outlet, a section or a
//! kicker, is cut short, or is written for search engines; a heading alone may be the logo or a section's name.

use super::head::Head;
use super::outlet::Outlets;
use crate::html::attribute::Attribute;
use crate::html::name::Name;
use crate::html::tree::Tree;
use crate::stripped::key;

/// A longer heading is no headline, in bytes.
const LONGEST: usize = 600;

/// Headings past this number are not looked at.
const MOST_HEADINGS: usize = 400;

/// Metadata and a heading that share this part of their words, in tenths, mean the same headline.
const SHARED_TENTHS: usize = 5;

/// A heading inside a title, or a title inside a heading, counts from this many letters on.
const SHORTEST_INSIDE: usize = 8;

/// A heading that no metadata names is a headline from this many words on.
pub(super) const HEADLINE_WORDS: usize = 4;

/// A headline, and the element it stands in if the page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Headline {
    pub(super) text: String,
    pub(super) element: Option<usize>,
}

/// A heading with its words.
struct Heading {
    element: usize,
    words: String,
    key: String,
    is_first_rank: bool,
}

/// The headline of a page. `linked` is the headline that the page's JSON-LD names.
pub(super) fn headline(tree: &Tree, head: &Head, linked: Option<&str>, outlets: &Outlets) -> Option<Headline> {
    let claims = claims(head, linked, outlets);
    let headings = headings(tree);
    let found =
        |heading: &Heading, text: &str| Headline { text: outlets.cut(text).to_owned(), element: Some(heading.element) };
    let keys: Vec<String> = claims.iter().map(|claim| key(claim)).collect();
    // The same words, in a heading of the first rank if there is one.
    let same =
        |first: bool| headings.iter().find(|heading| heading.is_first_rank == first && keys.contains(&heading.key));
    if let Some(heading) = same(true).or_else(|| same(false)) {
        // A kicker may be set apart by layout alone, where metadata has a colon.
        let has_joint = |text: &str| text.contains(": ") || text.contains(" - ") || text.contains(" – ");
        let kicker =
            claims.iter().find(|claim| key(claim) == heading.key && has_joint(claim) && !has_joint(&heading.words));
        return Some(found(heading, kicker.map_or(&heading.words, String::as_str)));
    }
    let titles: Vec<&Heading> =
        headings.iter().filter(|heading| heading.is_first_rank && !outlets.has(&heading.words)).collect();
    for (claim, wanted) in claims.iter().zip(&keys) {
        for heading in &titles {
            let shorter = heading.key.len().min(wanted.len());
            if shorter <= SHORTEST_INSIDE {
                continue;
            }
            // What a claim adds at the end is the outlet or a section; what it leaves out there, it was too long for.
            if wanted.starts_with(&heading.key) || heading.key.starts_with(wanted) {
                return Some(found(heading, &heading.words));
            }
            // What either has before the other is a kicker, which belongs to the claim but not to the heading's text:
            // there a date or a rubric may stand too.
            if wanted.ends_with(&heading.key) || heading.key.ends_with(wanted) {
                // What stands before it in the window's title is the outlet or a section.
                let is_window = outlets.cut(&head.window) == claim && wanted.len() > heading.key.len();
                return Some(found(heading, if is_window { &heading.words } else { claim }));
            }
        }
    }
    let like = titles
        .iter()
        .flat_map(|heading| claims.iter().map(move |claim| (shared_tenths(&heading.words, claim), *heading)))
        .filter(|(shared, _)| *shared >= SHARED_TENTHS)
        .reduce(|best, next| if next.0 > best.0 { next } else { best });
    if let Some((_, heading)) = like {
        return Some(found(heading, &heading.words));
    }
    // A heading that says something else than metadata is the headline if it can be one: a logo or a rubric is shorter.
    if let Some(heading) = titles.iter().find(|heading| heading.words.split_whitespace().count() >= HEADLINE_WORDS) {
        return Some(found(heading, &heading.words));
    }
    if let Some(claim) = claims.into_iter().next() {
        return Some(Headline { text: claim, element: None });
    }
    titles.first().map(|heading| found(heading, &heading.words))
}

/// What metadata says the title is, without the outlet, the most trusted first.
fn claims(head: &Head, linked: Option<&str>, outlets: &Outlets) -> Vec<String> {
    let named = ["og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title"];
    let mut claims: Vec<String> = Vec::new();
    for claim in linked.into_iter().chain(named.iter().filter_map(|name| head.first(&[name]))) {
        for claim in [claim, outlets.cut(claim)] {
            if !claim.is_empty() && !outlets.has(claim) && !claims.iter().any(|known| known == claim) {
                claims.push(claim.to_owned());
            }
        }
    }
    // The form without the outlet is the better one where both are as good.
    claims.sort_by_key(|claim| outlets.cut(claim) != claim);
    let window = outlets.cut(&head.window);
    if !window.is_empty() && !outlets.has(window) {
        claims.push(window.to_owned());
    }
    claims
}

/// The headings of a page that are shown, and what is marked up as its headline.
fn headings(tree: &Tree) -> Vec<Heading> {
    let is_title = |at: usize| {
        let element = &tree.elements[at];
        let marked = tree
            .attribute(at, Attribute::ItemProp)
            .is_some_and(|name| name.split_ascii_whitespace().any(|name| name.eq_ignore_ascii_case("headline")));
        element.name.is_heading() || marked && element.name != Name::Meta
    };
    (0..tree.elements.len())
        .filter(|&at| is_title(at) && !is_hidden(tree, at))
        .take(MOST_HEADINGS)
        .filter_map(|element| {
            let words = super::head::clean(&tree.words(element));
            let key = key(&words);
            let is_first_rank =
                !matches!(tree.elements[element].name, Name::H2 | Name::H3 | Name::H4 | Name::H5 | Name::H6);
            (!key.is_empty() && words.len() <= LONGEST).then_some(Heading { element, words, key, is_first_rank })
        })
        .collect()
}

/// Whether an element, or one around it, is not shown.
pub(super) fn is_hidden(tree: &Tree, element: usize) -> bool {
    std::iter::once(element).chain(tree.ancestors(element)).any(|at| hides(tree, at))
}

/// Whether an element says that what is in it is not shown. React streams parts of a page in hidden elements `S:0`,
/// `S:1`, which its script puts in their place.
pub(super) fn hides(tree: &Tree, element: usize) -> bool {
    let is_streamed = || tree.attribute(element, Attribute::Id).is_some_and(|id| id.starts_with("S:"));
    tree.elements[element].hidden && !is_streamed()
}

/// How many tenths of the different words of both are in both.
fn shared_tenths(a: &str, b: &str) -> usize {
    let words = |text: &str| -> std::collections::BTreeSet<String> {
        text.split(|character: char| !character.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let (a, b) = (words(a), words(b));
    (a.intersection(&b).count() * 10).checked_div(a.union(&b).count()).unwrap_or_default()
}
