use serde_json::Value;

use super::page::Page;
use crate::agency::news_agency;
use crate::byline::is_person;
use crate::date::parse_date;
use crate::facts::Facts;
use crate::{DateSource, Published, stripped};

/// The largest JSON-LD script that is parsed, in bytes.
const LARGEST_SCRIPT: usize = 1 << 20;

/// What the head of a page and its JSON-LD say about the article.
pub(crate) fn facts(page: &Page) -> Facts {
    let meta = &page.meta;
    let named = |names: &[&str]| {
        names.iter().find_map(|name| meta.named.get(*name)).map(|value| clean(value)).filter(|value| !value.is_empty())
    };
    let dated =
        |names: &[&str]| names.iter().filter_map(|name| meta.named.get(*name)).find_map(|value| metadata_date(value));
    let linked = meta.linked_data.iter().find_map(|script| linked_data(script)).unwrap_or_default();
    let author = named(&["author", "article:author", "dc.creator", "parsely-author", "sailthru.author"])
        .filter(|name| is_person(name));
    let head = Facts {
        url: meta.canonical.clone().or_else(|| named(&["og:url"])).filter(|url| url.contains("://")),
        outlet: named(&["og:site_name", "application-name", "dc.publisher"]),
        title: named(&["og:title", "twitter:title", "dc.title"]),
        authors: author.into_iter().collect(),
        published: dated(&[
            "article:published_time",
            "datepublished",
            "article:published",
            "date",
            "dc.date.issued",
            "dc.date",
            "pubdate",
            "publishdate",
            "publish-date",
            "parsely-pub-date",
            "sailthru.date",
            "og:published_time",
        ]),
        modified: dated(&["article:modified_time", "datemodified", "og:updated_time", "last-modified"]),
        language: meta.language.as_deref().map(crate::json::language_code).filter(|code| (2..=3).contains(&code.len())),
        ..Facts::default()
    };
    let mut facts = linked.or(head);
    let window = clean(&meta.window);
    let parted = stripped::splits(&window).into_iter().map(|(head, outlet)| (head.to_owned(), outlet.to_owned())).find(
        |(head, outlet)| {
            facts.title.as_deref().is_some_and(|title| stripped::key(title) == stripped::key(head))
                || stripped::is_outlet(outlet)
        },
    );
    if let Some((head, outlet)) = parted {
        facts.title.get_or_insert(head);
        facts.outlet.get_or_insert(outlet);
    }
    // `og:title` often carries the outlet too.
    if let (Some(title), Some(outlet)) = (&facts.title, &facts.outlet)
        && let Some((head, _)) =
            stripped::splits(title).into_iter().find(|(_, end)| stripped::key(end) == stripped::key(outlet))
    {
        facts.title = Some(head.to_owned());
    }
    if facts.title.is_none() && !window.is_empty() {
        facts.title = Some(window);
    }
    facts.published = facts.published.or_else(|| meta.time.as_deref().and_then(metadata_date));
    facts
}

fn clean(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn metadata_date(value: &str) -> Option<Published> {
    parse_date(value).map(|published| Published { from: DateSource::Metadata, ..published })
}

/// The facts of the first article in a JSON-LD script.
fn linked_data(script: &str) -> Option<Facts> {
    let root: Value = (script.len() <= LARGEST_SCRIPT).then(|| serde_json::from_str(script.trim()).ok()).flatten()?;
    let mut waiting = vec![&root];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(list) => waiting.extend(list.iter().rev()),
            Value::Object(object) => {
                if is_article(value) {
                    return Some(article(value));
                }
                waiting.extend(["mainEntity", "@graph"].iter().filter_map(|key| object.get(*key)));
            }
            _ => {}
        }
    }
    None
}

fn is_article(value: &Value) -> bool {
    let named = |kind: &Value| {
        kind.as_str().is_some_and(|kind| kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report")
    };
    match value.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(named),
        Some(kind) => named(kind),
        None => false,
    }
}

fn article(value: &Value) -> Facts {
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(clean).filter(|text| !text.is_empty());
    let date = |key: &str| value.get(key).and_then(Value::as_str).and_then(metadata_date);
    let names = |key: &str| -> Vec<String> {
        let list = match value.get(key) {
            Some(Value::Array(list)) => list.iter().collect(),
            Some(one) => vec![one],
            None => Vec::new(),
        };
        list.into_iter()
            .filter_map(|one| one.as_str().or_else(|| one.get("name").and_then(Value::as_str)))
            .map(clean)
            .filter(|name| !name.is_empty() && !name.contains("://"))
            .collect()
    };
    let (agencies, authors): (Vec<String>, Vec<String>) =
        names("author").into_iter().partition(|name| news_agency(name).is_some());
    Facts {
        url: text("url").filter(|url| url.contains("://")),
        outlet: names("publisher").into_iter().next(),
        title: text("headline"),
        authors,
        agency: agencies.first().and_then(|name| news_agency(name)).map(str::to_owned),
        published: date("datePublished"),
        modified: date("dateModified"),
        language: text("inLanguage").map(|language| crate::json::language_code(&language)),
        ..Facts::default()
    }
}
