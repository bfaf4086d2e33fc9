//! The fields of a JSON object, by the names under which articles are usually kept.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::value::RawValue;

use crate::date::{from_epoch, parse_date};
use crate::escape::unescaped;
use crate::facts::Facts;
use crate::{Access, DateSource, Published};

/// Fields with the text of an article, and then those with a page. Where a record has both, somebody has cleaned it.
#[rustfmt::skip]
pub(crate) const TEXT: &[&str] = &[
    "text", "article", "body", "content", "articlebody", "article_text", "body_text", "content_text", "full_text",
    "fulltext", "maintext", "plain_text", "plaintext", "raw_text",
    "html", "raw_html", "page_html", "html_content", "content_html", "article_html", "body_html", "body_xhtml",
    "page_source", "bodies",
];
pub(crate) const TITLE: &[&str] = &["title", "headline", "headlines"];
pub(crate) const SUMMARY: &[&str] = &["standfirst", "highlights"];
#[rustfmt::skip]
const OUTLET: &[&str] = &[
    "outlet", "source", "publisher", "site_name", "sitename", "source_name", "publication", "newspaper", "provider",
    "copyrightholder", "domain", "source_domain", "hostname",
];
#[rustfmt::skip]
const DATE: &[&str] = &[
    "published", "published_at", "publishedat", "date_published", "datepublished", "published_date", "pubdate",
    "publish_date", "date_publish", "publication_date", "publishing_date", "firstcreated", "contentcreated", "date",
    "versioncreated",
];
#[rustfmt::skip]
const MODIFIED: &[&str] = &[
    "modified", "modified_at", "updated", "updated_at", "updatedat", "date_modified", "datemodified", "date_modify",
    "last_modified", "versioncreated",
];
const CAPTURED: &[&str] = &["captured", "captured_at", "crawled", "crawl_date", "date_download", "fetched_at"];
const AUTHORS: &[&str] = &["authors", "author", "byline", "by", "creator"];
const URL: &[&str] = &["url", "link", "source_url", "page_url", "requested_url", "canonical_url", "permalink", "uri"];
const LANGUAGE: &[&str] = &["language", "lang"];
/// Under which a content system or an agency keeps the text of a field that says more than its text.
const INNER: &[&str] = &["rendered", "value"];

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

    /// The first of these fields that holds a text: a string, the string in an object of WordPress, the preferred of
    /// several renditions in ninjs 2 and 3, or a list of strings.
    pub(crate) fn text(&self, names: &[&str]) -> Option<&'a str> {
        let raw = self.first(names)?;
        match raw.as_bytes().first() {
            Some(b'"') => Some(raw),
            Some(b'{') => Self::parse(raw).ok()?.first(INNER).filter(|raw| raw.starts_with('"')),
            Some(b'[') => rendition(raw).or(Some(raw)),
            _ => None,
        }
    }

    /// Whether it is a news item of the IPTC's JSON, in which `title` is a name for editors.
    fn is_ninjs(&self) -> bool {
        self.get("uri").is_some()
            && ["versioncreated", "pubstatus", "bodies"].iter().any(|name| self.get(name).is_some())
    }

    /// The field with the headline.
    pub(crate) fn title(&self) -> Option<&'a str> {
        let names = if self.is_ninjs() { &["headline", "headlines", "title"] } else { TITLE };
        self.text(names)
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
            id: ["id", "guid", "uri"].iter().filter_map(|field| self.get(field)).find_map(identifier),
            // An identifier may look like an address without its scheme; it is none.
            url: URL.iter().filter_map(|field| self.get(field)).filter_map(name).find(|url| url.contains('.')),
            outlet,
            title: self.title().and_then(name),
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

/// The value of the rendition that is to be read, of a list of them: the main one in HTML, which has paragraphs.
fn rendition(raw: &str) -> Option<&str> {
    let list: Vec<&RawValue> = serde_json::from_str(raw).ok()?;
    let rank = |object: &Object<'_>| {
        let says = |field: &str, word: &str| object.get(field).is_some_and(|raw| raw.contains(word));
        // Of equal ones the first is taken, which is the greatest of a reversed list.
        (says("role", "main"), says("contenttype", "html"))
    };
    let objects = list.iter().rev().filter_map(|raw| Object::parse(raw.get()).ok());
    let of_text = objects.filter(|object| object.get("value").is_some_and(|raw| raw.starts_with('"')));
    of_text.max_by_key(rank)?.get("value")
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
