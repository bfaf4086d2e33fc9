//! The fields of a JSON object, by the names under which articles are usually kept.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::value::RawValue;

use crate::date::{from_epoch, parse_date};
use crate::escape::unescaped;
use crate::facts::Facts;
use crate::{Access, DateSource, Published};

pub(crate) const TEXT: &[&str] = &["text", "article", "body", "content"];
pub(crate) const TITLE: &[&str] = &["title", "headline"];
pub(crate) const SUMMARY: &[&str] = &["standfirst", "highlights"];
const OUTLET: &[&str] = &["outlet", "source", "publisher", "site_name", "domain"];
const DATE: &[&str] =
    &["published", "published_at", "date_published", "datepublished", "pubdate", "publish_date", "date"];
const MODIFIED: &[&str] = &["modified", "updated", "updated_at", "date_modified", "datemodified"];
const CAPTURED: &[&str] = &["captured", "captured_at", "crawled", "crawl_date", "date_download", "fetched_at"];
const AUTHORS: &[&str] = &["authors", "author", "byline"];
const URL: &[&str] = &["url", "link"];
const LANGUAGE: &[&str] = &["language", "lang"];

/// A JSON object: its values as they stand in the input, by folded name.
pub(crate) struct Object<'a> {
    values: BTreeMap<String, &'a RawValue>,
}

impl<'a> Object<'a> {
    pub(crate) fn parse(json: &'a str) -> Result<Self, serde_json::Error> {
        let named: BTreeMap<String, &'a RawValue> = serde_json::from_str(json)?;
        let values = named.into_iter().map(|(name, value)| (fold_name(&name), value)).collect();
        Ok(Self { values })
    }

    pub(crate) fn get(&self, name: &str) -> Option<&'a str> {
        self.values.get(&fold_name(name)).map(|value| value.get())
    }

    /// The first of these fields that is not null and not empty.
    pub(crate) fn first(&self, names: &[&str]) -> Option<&'a str> {
        names.iter().filter_map(|name| self.get(name)).find(|raw| !matches!(*raw, "null" | "\"\"" | "[]" | "{}"))
    }

    /// The names of its fields, for a message.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.values.keys().map(String::as_str)
    }

    /// What the fields besides the text say.
    pub(crate) fn facts(&self) -> Facts {
        let mut outlet = self.first(OUTLET).and_then(name);
        let mut agency = None;
        if let Some(name) = &outlet {
            agency = crate::agency::news_agency(name).map(str::to_owned);
        }
        if outlet.as_deref().is_some_and(|name| name.starts_with("http")) {
            outlet = outlet.as_deref().and_then(crate::url::host).map(str::to_owned);
        }
        Facts {
            id: self.get("id").and_then(identifier),
            url: self.first(URL).and_then(name),
            outlet,
            title: self.first(TITLE).and_then(name),
            authors: self.first(AUTHORS).map(names).unwrap_or_default(),
            agency,
            access: self.get("access").and_then(access),
            published: DATE.iter().filter_map(|field| self.get(field)).find_map(date),
            modified: MODIFIED.iter().filter_map(|field| self.get(field)).find_map(date),
            language: self.first(LANGUAGE).and_then(name).map(|language| language_code(&language)),
            captured: CAPTURED.iter().filter_map(|field| self.get(field)).find_map(date).map(|date| date.at),
        }
    }
}

fn fold_name(name: &str) -> String {
    name.to_ascii_lowercase().replace(['-', ' '], "_")
}

/// The largest field that is looked into for a name or a date, in bytes.
const LONGEST_FACT: usize = 1 << 16;

fn parsed(raw: &str) -> Option<Value> {
    (raw.len() <= LONGEST_FACT).then(|| serde_json::from_str(raw).ok()).flatten()
}

fn name(raw: &str) -> Option<String> {
    name_of(&parsed(raw)?)
}

/// A name: a string, or the `name`, `title` or `rendered` of an object, or the first such of a list.
fn name_of(value: &Value) -> Option<String> {
    let found = match value {
        Value::String(name) => Some(name.as_str()),
        Value::Object(object) => {
            ["name", "title", "rendered"].iter().find_map(|key| object.get(*key)).and_then(Value::as_str)
        }
        Value::Array(list) => return list.iter().find_map(name_of),
        _ => None,
    };
    found.map(|name| words(&unescaped(name))).filter(|name| !name.is_empty())
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn names(raw: &str) -> Vec<String> {
    match parsed(raw) {
        Some(Value::Array(list)) => list.iter().filter_map(name_of).collect(),
        Some(Value::String(line)) => {
            let byline =
                if crate::byline::strip_label(&line, "by ").is_some() { line.clone() } else { format!("By {line}") };
            match crate::byline::credit_line(&byline) {
                Some(credit) if !credit.facts.authors.is_empty() => credit.facts.authors,
                _ => name_of(&Value::String(line)).into_iter().collect(),
            }
        }
        Some(value) => name_of(&value).into_iter().collect(),
        None => Vec::new(),
    }
}

/// What an article that was read before says of its access.
fn access(raw: &str) -> Option<Access> {
    match parsed(raw)?.as_str()? {
        "free" => Some(Access::Free),
        "paywalled" => Some(Access::Paywalled),
        "teaser" => Some(Access::Teaser),
        _ => None,
    }
}

fn identifier(raw: &str) -> Option<String> {
    match parsed(raw)? {
        Value::String(id) if !id.is_empty() => Some(id),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

fn date(raw: &str) -> Option<Published> {
    let value = parsed(raw)?;
    let published = match &value {
        Value::String(text) => parse_date(text)?,
        Value::Number(number) => from_epoch(number.as_i64()?)?,
        Value::Object(object) => {
            let published = parse_date(object.get("value")?.as_str()?)?;
            let from = match object.get("from").and_then(Value::as_str) {
                Some("given") => DateSource::Given,
                Some("metadata") => DateSource::Metadata,
                Some("byline") => DateSource::Byline,
                Some("text") => DateSource::Text,
                _ => DateSource::Field,
            };
            return Some(Published { from, ..published });
        }
        _ => return None,
    };
    Some(Published { from: DateSource::Field, ..published })
}

/// `en` of `en-GB`.
pub(crate) fn language_code(language: &str) -> String {
    language.split(['-', '_']).next().unwrap_or_default().trim().to_ascii_lowercase()
}
