//! What a page says of itself in JSON-LD, the scripts that search engines read.
//!
//! Each script is parsed once, into the objects that stand for something of their own: at the top, in a list or a
//! `@graph`, or as the main entity of another. [`LinkedData::article`] is the one that is about the article of the page.
//! Scripts that are no well-formed JSON are mended first, see [`mend`]. Time is linear in the length of the scripts, and
//! what is too long or nested too deep is left out.

mod mend;

use std::borrow::Cow;
use std::collections::BTreeMap;

use coincide_text::Span;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::attribute::Attribute;
use super::name::Name;
use super::tree::Tree;

/// The scripts of a page are parsed up to this length together, in bytes.
const LONGEST: usize = 4 << 20;

/// Objects past this number are left out.
const MOST_NODES: usize = 1000;

/// How deep an object that is taken for itself may stand in graphs, lists and main entities.
const DEEPEST: usize = 4;

/// The JSON-LD of a page.
#[derive(Default)]
pub(crate) struct LinkedData {
    /// In the order of the page, an object before those that stand in it.
    pub(crate) nodes: Vec<Node>,
    article: Option<usize>,
}

/// An object of JSON-LD that has a type.
#[derive(Debug)]
pub(crate) struct Node {
    /// The object, its properties under their names in schema.org. Text is as written: it may hold character references
    /// and tags.
    pub(crate) value: Value,
    /// Where the JSON string of its `articleBody` stands in the text that was parsed, quotation marks included. Its
    /// characters can be read with their places from there, as `json::push_string` does.
    pub(crate) body: Option<Span>,
    /// What its type says it is.
    pub(crate) kind: NodeKind,
}

/// What an object stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NodeKind {
    /// `Article` of schema.org or one of the types below it.
    Article,
    /// Another work with an author and a date: `Recipe`, `Review`, `VideoObject`.
    Work,
    /// The page: `WebPage` or one of the types below it.
    Page,
    /// Anything else: an organisation, a person, a list of crumbs.
    Other,
}

impl LinkedData {
    /// Reads the JSON-LD of a page. `source` is the text that the tree was parsed from.
    pub(crate) fn parse(tree: &Tree, source: &str) -> Self {
        let mut linked = Self::default();
        let mut room = LONGEST;
        for span in scripts(tree) {
            let Some(left) = room.checked_sub(span.end - span.start) else { continue };
            room = left;
            linked.read(span.of(source), span.start);
        }
        linked.article = main_article(tree, &linked.nodes);
        linked
    }

    /// The object that is about the article of the page: among several the one whose headline stands in a heading or
    /// whose address is the page's, else the first. An article comes before other works.
    pub(crate) fn article(&self) -> Option<&Node> {
        self.nodes.get(self.article?)
    }

    /// The objects that have an `@id` and say something of what it stands for, wherever they are.
    pub(crate) fn by_id(&self) -> BTreeMap<&str, &Value> {
        let mut known: BTreeMap<&str, &Value> = BTreeMap::new();
        let size = |value: &Value| value.as_object().map_or(0, Map::len);
        let mut waiting: Vec<&Value> = self.nodes.iter().map(|node| &node.value).collect();
        while let Some(value) = waiting.pop() {
            match value {
                Value::Array(list) => waiting.extend(list),
                Value::Object(object) => {
                    waiting.extend(object.values());
                    if let Some(Value::String(id)) = object.get("@id")
                        && object.len() > known.get(id.as_str()).map_or(1, |known| size(known))
                    {
                        known.insert(id, value);
                    }
                }
                _ => {}
            }
        }
        known
    }

    /// Reads one script, which stands at `offset`.
    fn read(&mut self, script: &str, offset: usize) {
        let mended = match well_formed(script) {
            true => Cow::Borrowed(script),
            false => Cow::Owned(mend::mend(script)),
        };
        let mut waiting: Vec<(&RawValue, usize)> = Vec::new();
        for value in serde_json::Deserializer::from_str(&mended).into_iter::<&RawValue>() {
            let Ok(value) = value else { break };
            waiting.push((value, 0));
        }
        waiting.reverse();
        while let Some((value, depth)) = waiting.pop() {
            let raw = value.get();
            let mut inner: Vec<&RawValue> = Vec::new();
            if raw.starts_with('[') {
                inner = serde_json::from_str(raw).unwrap_or_default();
            } else if raw.starts_with('{') {
                let Ok(named) = serde_json::from_str::<BTreeMap<Cow<'_, str>, &RawValue>>(raw) else { continue };
                let place = |raw: &str| offset + (raw.as_ptr() as usize - mended.as_ptr() as usize);
                let body = named.get("articleBody").map(|raw| raw.get()).filter(|raw| raw.starts_with('"'));
                let body = body.map(|raw| Span::new(place(raw), place(raw) + raw.len()));
                inner.extend(["@graph", "mainEntity", "mainEntityOfPage"].iter().filter_map(|name| named.get(*name)));
                if named.contains_key("@type") || named.contains_key("@id") {
                    self.add(raw, body);
                }
            }
            if depth < DEEPEST && waiting.len() + inner.len() <= MOST_NODES {
                waiting.extend(inner.into_iter().rev().map(|value| (value, depth + 1)));
            }
        }
    }

    fn add(&mut self, raw: &str, body: Option<Span>) {
        if self.nodes.len() < MOST_NODES
            && let Ok(value) = serde_json::from_str::<Value>(raw)
        {
            let kind = value.get("@type").map_or(NodeKind::Other, kind);
            self.nodes.push(Node { value, body, kind });
        }
    }
}

impl Node {
    /// The property `name` if it is a text, its white space made single blanks; nothing if it is empty.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        text_of(self.value.get(name)?)
    }
}

/// A text of JSON-LD, its white space made single blanks: a string, or the first of a list, or the `@value` of an
/// object.
pub(crate) fn text_of(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text,
        Value::Array(list) => list.first().and_then(Value::as_str)?,
        Value::Object(object) => object.get("@value").and_then(Value::as_str)?,
        _ => return None,
    };
    let text = text.replace(mend::STRAY, "").split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

/// Whether a text is one JSON value, which includes that its strings are Unicode.
fn well_formed(script: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(script).is_ok() && !mend::has_half_surrogate(script)
}

/// What stands in the scripts of JSON-LD. The tokeniser may hand on a script in several parts.
fn scripts(tree: &Tree) -> Vec<Span> {
    let mut scripts: Vec<(usize, Span)> = Vec::new();
    for &(element, span) in &tree.scripts {
        let kind = tree.attribute(element, Attribute::Type).unwrap_or_default();
        if !kind.trim().to_ascii_lowercase().starts_with("application/ld+json") {
            continue;
        }
        match scripts.last_mut() {
            Some((last, whole)) if *last == element => *whole = whole.cover(span),
            _ => scripts.push((element, span)),
        }
    }
    scripts.into_iter().map(|(_, span)| span).collect()
}

/// What a `@type`, one or several, says.
fn kind(value: &Value) -> NodeKind {
    const WORKS: &[&str] = &[
        "AudioObject",
        "ClaimReview",
        "CreativeWork",
        "Episode",
        "HowTo",
        "PodcastEpisode",
        "Recipe",
        "RadioEpisode",
        "Review",
        "TVEpisode",
        "VideoObject",
    ];
    let named = |name: &str| {
        let name = name.rsplit(['/', ':', '#']).next().unwrap_or_default();
        if name.ends_with("Article")
            || name.ends_with("Posting") && name != "JobPosting"
            || matches!(name, "Report" | "APIReference")
        {
            NodeKind::Article
        } else if WORKS.contains(&name) {
            NodeKind::Work
        } else if name.ends_with("Page") {
            NodeKind::Page
        } else {
            NodeKind::Other
        }
    };
    let kinds: Vec<NodeKind> = match value {
        Value::Array(list) => list.iter().filter_map(Value::as_str).map(named).collect(),
        Value::String(name) => vec![named(name)],
        _ => Vec::new(),
    };
    let ranked = [NodeKind::Article, NodeKind::Work, NodeKind::Page];
    ranked.into_iter().find(|kind| kinds.contains(kind)).unwrap_or(NodeKind::Other)
}

fn main_article(tree: &Tree, nodes: &[Node]) -> Option<usize> {
    let letters = |text: &str| -> String {
        text.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let headings: Vec<String> = (0..tree.elements.len())
        .filter(|&at| matches!(tree.elements[at].name, Name::H1 | Name::Title))
        .take(20)
        .map(|at| letters(&tree.words(at)))
        .collect();
    let address = |url: &str| url.trim_end_matches('/').rsplit("//").next().unwrap_or_default().to_owned();
    let own: Vec<String> = (0..tree.elements.len())
        .filter(|&at| tree.elements[at].name == Name::Link)
        .filter(|&at| tree.attribute(at, Attribute::Rel).is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")))
        .filter_map(|at| tree.attribute(at, Attribute::Href))
        .take(2)
        .map(address)
        .collect();
    let rank = |node: &Node| {
        let headline = ["headline", "name"].iter().find_map(|name| node.text(name)).map(|headline| letters(&headline));
        let in_heading = headline.is_some_and(|headline| {
            headline.len() > 8 && headings.iter().any(|heading| heading.starts_with(headline.as_str()))
        });
        let id = |name: &str| node.value.get(name).and_then(|page| page.get("@id")).and_then(text_of);
        let at_address = ["url", "@id", "mainEntityOfPage"]
            .iter()
            .filter_map(|name| node.text(name).or_else(|| id(name)))
            .any(|url| own.contains(&address(&url)));
        (node.kind == NodeKind::Article, in_heading, at_address)
    };
    (0..nodes.len())
        .filter(|&at| matches!(nodes[at].kind, NodeKind::Article | NodeKind::Work))
        .max_by_key(|&at| (rank(&nodes[at]), std::cmp::Reverse(at)))
}

#[cfg(test)]
mod tests {
    use coincide_text::Text;

    use super::*;

    fn read(page: &str) -> LinkedData {
        let tree = Tree::parse(&Text::identical(page, 0), Span::new(0, page.len()), 0);
        LinkedData::parse(&tree, page)
    }

    fn script(json: &str) -> String {
        format!("<html><head><script type=\"application/ld+json\">{json}</script></head><body>")
    }

    #[test]
    fn the_article_is_found_wherever_it_stands() {
        for json in [
            r#"{"@type": "NewsArticle", "headline": "Ferry"}"#,
            r#"[{"@type": "Organization", "name": "Coast Radio"}, {"@type": ["Article", "NewsArticle"], "headline": "Ferry"}]"#,
            r#"{"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, {"@type": "BlogPosting", "headline": "Ferry"}]}"#,
            r#"{"@type": "WebPage", "mainEntity": {"@type": "ReportageNewsArticle", "headline": "Ferry"}}"#,
            r#"{"@type": "http://schema.org/NewsArticle", "headline": "Ferry"}"#,
            r#"{"@type": "VideoObject", "headline": "Tide"}, {"@type": "NewsArticle", "headline": "Ferry"}"#,
        ] {
            let linked = read(&script(json));
            assert_eq!(linked.article().and_then(|node| node.text("headline")).as_deref(), Some("Ferry"), "{json}");
        }
    }

    #[test]
    fn scripts_that_are_not_well_formed_are_read() {
        for json in [
            "{\"@type\": \"NewsArticle\", \"headline\": \"Ferry\",}",
            "{\"@type\": \"NewsArticle\", \"keywords\": [\"sea\",], \"headline\": \"Fer\\'ry\"}",
            "<!-- {\"@type\": \"NewsArticle\", \"headline\": \"Ferry\"} -->",
            "//<![CDATA[\n{\"@type\": \"NewsArticle\", \"headline\": \"Ferry\"}\n//]]>",
            "/* <![CDATA[ */ {\"@type\": \"NewsArticle\", \"headline\": \"Ferry\"} /* ]]> */",
            "{\"@type\": \"NewsArticle\", \"description\": \"Two\nlines\tthen\", \"headline\": \"Ferry\"};",
            "{\"@type\": \"NewsArticle\", \"description\": \"It \"sank\", they said\", \"headline\": \"Ferry\"}",
            "{\"@type\": \"NewsArticle\", \"description\": \"half \\ud83d!\", \"headline\": \"Ferry\"}",
            "{\"@type\": \"NewsArticle\", \"headline\": \"Ferry\"",
            "\u{feff}{\"@type\": \"Organization\"}\n{\"@type\": \"NewsArticle\", \"headline\": \"Ferry\"}",
        ] {
            let linked = read(&script(json));
            let headline = linked.article().and_then(|node| node.text("headline")).map(|text| text.replace('\'', ""));
            assert_eq!(headline.as_deref(), Some("Ferry"), "{json}");
        }
    }

    #[test]
    fn of_several_articles_that_of_the_heading_counts() {
        let page = r#"<script type="application/ld+json">[{"@type": "NewsArticle", "headline": "Storm on its way north"},
            {"@type": "NewsArticle", "headline": "Ferry runs aground"}]</script><h1>Ferry runs aground</h1>"#;
        assert_eq!(read(page).article().and_then(|node| node.text("headline")).as_deref(), Some("Ferry runs aground"));
    }

    #[test]
    fn the_body_leads_back_to_the_page() {
        for (json, expected) in [
            (r#"{"@type": "NewsArticle", "articleBody": "One\ntwo"}"#, r#""One\ntwo""#),
            ("{\"@graph\": [{\"@type\": \"Article\", \"articleBody\": \"One\ntwo\",}]}", "\"One\ntwo\""),
        ] {
            let page = script(json);
            let linked = read(&page);
            assert_eq!(linked.article().and_then(|node| node.body).unwrap().of(&page), expected);
        }
    }

    #[test]
    fn objects_are_found_by_their_id() {
        let page = script(
            r##"{"@graph": [{"@type": "Article", "author": {"@id": "#anna"}, "publisher": {"@type": "Organization", "@id": "#radio", "name": "Coast Radio"}},
               {"@type": "Person", "@id": "#anna", "name": "Anna Holm"}]}"##,
        );
        let linked = read(&page);
        let ids = linked.by_id();
        for (id, name) in [("#anna", "Anna Holm"), ("#radio", "Coast Radio")] {
            assert_eq!(ids.get(id).and_then(|object| object.get("name")).and_then(text_of).as_deref(), Some(name));
        }
    }

    #[test]
    fn hostile_scripts_cost_little() {
        for json in [
            "[".repeat(1 << 20),
            "{\"@graph\":".repeat(100_000),
            format!("[{}]", "{\"@type\":\"Article\"},".repeat(100_000)),
            "\"".repeat(1 << 20),
            "\\".repeat(1 << 20),
            "/*".repeat(1 << 19),
        ] {
            assert!(read(&script(&json)).nodes.len() <= MOST_NODES);
        }
    }
}
