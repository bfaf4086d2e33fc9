//! Who wrote: what metadata names, as far as the page bears it out, and what stands beside the headline.

use std::cell::OnceCell;

use super::byline::Bylines;
use super::credit::{Credited, Kind};
use super::fields::{of_head, of_linked_data, settled};
use super::head::Head;
use super::outlet::Outlets;
use crate::agency::news_agency;
use crate::html::linked_data::LinkedData;
use crate::html::tree::Tree;
use crate::stripped::key;

/// Authors past this number are left out: a list that long is no byline.
pub(super) const MOST_AUTHORS: usize = 30;

/// Who signed an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Authors {
    /// People and the agencies named among them; without any people the organisation that signed.
    pub(super) names: Vec<String>,
    /// The news agency that is credited.
    pub(super) agency: Option<String>,
}

/// The authors of a page whose headline stands in the element `headline`.
pub(super) fn authors(
    tree: &Tree,
    head: &Head,
    linked: &LinkedData,
    outlets: &Outlets,
    headline: Option<usize>,
) -> Authors {
    let settle = |claim| settled(claim, outlets);
    let fields = [of_linked_data(linked), of_head(head, outlets)].map(settle);
    let bylines = Bylines::near(tree, headline);
    let near = [bylines.marked(), bylines.named(), bylines.labelled()].map(settle);
    let unlabelled = settle(bylines.unlabelled());
    let shown = Shown::of(tree);
    let has = |list: &[Credited], kind: Kind| list.iter().any(|credited| credited.kind == kind);
    let people = |list: &&Vec<Credited>| has(list, Kind::Person);
    let seen = |list: &&Vec<Credited>| {
        list.iter().all(|credited| credited.kind == Kind::Organisation || shown.has(&credited.name))
    };
    // A desk that metadata names and readers see has signed, unless it is only the outlet's name.
    let signed =
        |list: &&Vec<Credited>| list.iter().any(|credited| !outlets.has(&credited.name) && shown.has(&credited.name));
    let lists = || fields.iter().chain(&near).chain([&unlabelled]);
    let chosen = fields
        .iter()
        .find(|list| people(list) && seen(list))
        .or_else(|| fields.iter().find(signed))
        .or_else(|| near.iter().find(people))
        .or_else(|| fields.iter().find(people))
        .or_else(|| lists().find(|list| has(list, Kind::Agency)))
        .or_else(|| fields.iter().find(|list| !list.is_empty()))
        .cloned()
        .or_else(|| Some(unlabelled.clone()).filter(|list| people(&list)))
        .or_else(|| {
            let only = settle(Bylines::all(tree, headline).only());
            let is_best = people(&&only) || near.iter().all(Vec::is_empty);
            Some(only).filter(|only| is_best && !only.is_empty())
        })
        .or_else(|| near.iter().find(|list| !list.is_empty()).cloned());
    let credited = lists().chain(&chosen).flatten();
    let agency =
        credited.filter(|credited| credited.kind == Kind::Agency).find_map(|credited| news_agency(&credited.name));
    let Some(chosen) = chosen else { return Authors::default() };
    let has_people = has(&chosen, Kind::Person);
    let signs = |credited: &&Credited| !has_people || credited.kind != Kind::Organisation;
    let names = chosen.iter().filter(signs).take(MOST_AUTHORS).map(|credited| credited.name.clone());
    Authors { names: names.collect(), agency: agency.map(str::to_owned) }
}

/// The text that readers see, for names to be found in.
struct Shown {
    text: String,
    /// Its letters alone, in lower case.
    key: OnceCell<String>,
}

impl Shown {
    fn of(tree: &Tree) -> Self {
        let silent = |at: usize| tree.elements[at].name.is_silent();
        let shown = tree.pieces.iter().filter(|piece| !silent(piece.element()));
        Self { text: shown.map(|piece| tree.text.slice(piece.span())).collect(), key: OnceCell::new() }
    }

    fn has(&self, name: &str) -> bool {
        self.text.contains(name) || self.key.get_or_init(|| key(&self.text)).contains(&key(name))
    }
}
