//! Whom metadata names as the authors.

use std::collections::BTreeMap;

use serde_json::Value;

use super::authors::MOST_AUTHORS;
use super::credit::{Credited, Kind, Source, credited, has_label, has_role};
use super::head::{Head, clean};
use super::outlet::Outlets;
use crate::html::linked_data::{LinkedData, text_of};
use crate::stripped::key;

/// The authors of the article in JSON-LD, references followed.
pub(super) fn of_linked_data(linked: &LinkedData) -> Vec<Credited> {
    let Some(node) = linked.article() else { return Vec::new() };
    let ids = linked.by_id();
    let mut names = Vec::new();
    for property in ["author", "creator"] {
        let mut waiting: Vec<&Value> = node.value.get(property).into_iter().collect();
        let mut steps = 0;
        while let Some(value) = waiting.pop()
            && steps < 4 * MOST_AUTHORS
        {
            steps += 1;
            match value {
                Value::Array(list) => waiting.extend(list.iter().rev().take(2 * MOST_AUTHORS)),
                Value::String(name) => names.extend(credited(&clean(name), Source::Field)),
                Value::Object(_) => names.extend(of_agent(value, &ids)),
                _ => {}
            }
        }
        if !names.is_empty() {
            break;
        }
    }
    names
}

/// What a person or an organisation of JSON-LD is called.
fn of_agent(value: &Value, ids: &BTreeMap<&str, &Value>) -> Vec<Credited> {
    let known = value.get("@id").and_then(Value::as_str).and_then(|id| ids.get(id).copied());
    let name = value.get("name").or_else(|| known.and_then(|known| known.get("name")));
    let name = match name {
        Some(Value::Array(list)) => {
            let all: Vec<String> = list.iter().filter_map(text_of).collect();
            Some(all.join(", "))
        }
        other => other.and_then(text_of),
    };
    let Some(name) = name.map(|name| clean(&name)) else { return Vec::new() };
    let kind = value.get("@type").or_else(|| known.and_then(|known| known.get("@type"))).and_then(text_of);
    let is_organisation = kind.is_some_and(|kind| kind.ends_with("Organization"));
    let mut names = credited(&name, Source::Field);
    if is_organisation && !names.iter().any(|credited| credited.kind == Kind::Agency) {
        names = vec![Credited { name, kind: Kind::Organisation }];
    }
    names
}

/// The authors that `meta` elements name.
pub(super) fn of_head(head: &Head, outlets: &Outlets) -> Vec<Credited> {
    const FIELDS: &[&str] = &[
        "author",
        "article:author",
        "itemprop:author",
        "parsely-author",
        "sailthru.author",
        "citation_author",
        "dc.creator",
        "dcterms.creator",
        "dc.creator.personalname",
        "cxenseparse:author",
        "cxense:author",
        "byl",
        "article:author_name",
        "article.author",
        "authors",
        "article-author",
        "author_name",
    ];
    let named = FIELDS
        .iter()
        .map(|name| head.all(name).iter().flat_map(|value| credited(value, Source::Field)).collect::<Vec<_>>());
    let lists: Vec<Vec<Credited>> =
        named.chain([of_card(head)]).map(|names| settled(distinct(names), outlets)).collect();
    let people = |list: &Vec<Credited>| list.iter().filter(|credited| credited.kind == Kind::Person).count();
    // Some fields hold the first author only.
    let most = lists.iter().map(people).max().unwrap_or_default();
    let longest = lists.iter().find(|list| most > 0 && people(list) == most);
    longest.or_else(|| lists.iter().find(|list| !list.is_empty())).cloned().unwrap_or_default()
}

/// What a card for messengers shows beside a label such as `Written by`.
fn of_card(head: &Head) -> Vec<Credited> {
    ["1", "2"]
        .iter()
        .filter(|number| {
            head.first(&[&format!("twitter:label{number}")]).is_some_and(|label| {
                let label = label.trim_end_matches(':').to_lowercase();
                has_label(&format!("{label} x")) || label.split_whitespace().any(has_role)
            })
        })
        .find_map(|number| head.first(&[&format!("twitter:data{number}")]))
        .map(|names| credited(names, Source::Field))
        .unwrap_or_default()
}

pub(super) fn distinct(names: Vec<Credited>) -> Vec<Credited> {
    let mut kept: Vec<Credited> = Vec::new();
    for name in names {
        if kept.len() < MOST_AUTHORS && !kept.iter().any(|known| key(&known.name) == key(&name.name)) {
            kept.push(name);
        }
    }
    kept
}

/// A list in which what the outlet is called is an organisation.
pub(super) fn settled(mut list: Vec<Credited>, outlets: &Outlets) -> Vec<Credited> {
    for credited in &mut list {
        if credited.kind == Kind::Person && outlets.has(&credited.name) {
            credited.kind = Kind::Organisation;
        }
    }
    list
}
