use coincide_text::{Span, Text, TextBuilder};
use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::fields::{Object, SUMMARY, TEXT};
use super::string::push_string;
use crate::facts::Facts;
use crate::manuscript::{Block, Manuscript};
use crate::parts::{Item, Parts, Purpose};
use crate::{Error, Fields, ParagraphKind, stripped};

/// Reads an article object or a string. `text` is the decoded input and `span` is where the value stands in it.
pub(crate) fn read_item(text: &Text, span: Span, fields: &Fields, purpose: Purpose) -> Result<Item, Error> {
    let json = span.of(text.as_str());
    if json.starts_with('"') {
        let mut captured = Captured::new(text);
        let body = captured.push(json, span.start);
        return Ok(captured.finish(Facts::default(), None, Vec::new(), body).item(purpose));
    }
    if !json.starts_with('{') {
        return Err(Error::NoText { message: "neither an object nor a string".to_owned() });
    }
    let object = Object::parse(json).map_err(|error| malformed(&error))?;
    let mut captured = Captured::new(text);
    let facts = object.facts();
    let draft_field = fields.draft.as_deref().unwrap_or("chatgpt");
    let article_fields: &[&str] = match &fields.article {
        Some(field) => &[field.as_str()],
        None => TEXT,
    };
    let place = |raw: &str| span.start + (raw.as_ptr() as usize - json.as_ptr() as usize);
    let draft = object.get(draft_field).filter(|raw| raw.len() > 2 && raw.starts_with('"'));
    let body = article_fields.iter().filter(|field| **field != draft_field).find_map(|field| object.text(&[field]));
    let mut item = Item::default();
    if let Some(raw) = draft {
        let mut captured = Captured::new(text);
        let span = captured.push(raw, place(raw));
        let facts = Facts { id: facts.id.clone(), ..Facts::default() };
        item.draft = captured.finish(facts, None, Vec::new(), span).item(Purpose::Draft).draft;
    }
    if let Some(raw) = body.filter(|raw| purpose == Purpose::Given && raw.starts_with('"')) {
        let span = captured.push(raw, place(raw));
        item.article = captured.finish(facts, None, Vec::new(), span).item(Purpose::Given).article;
    } else if let Some(raw) = body {
        let title = object.title().filter(|raw| raw.starts_with('"')).map(|raw| captured.push(raw, place(raw)));
        let mut summary = Vec::new();
        for raw in SUMMARY.iter().filter_map(|name| object.first(&[name])) {
            summary.extend(captured.push_all(raw, &place));
        }
        let bodies = captured.push_all(raw, &place);
        let whole = bodies.iter().copied().reduce(Span::cover).unwrap_or_default();
        let spans =
            if is_own_schema(&object) { own_paragraphs(&object, captured.builder.as_str(), whole) } else { Vec::new() };
        let parts = captured.finish(facts, title, summary, whole);
        if purpose == Purpose::Draft && item.draft.is_none() {
            item.draft = Parts { title: None, summary: Vec::new(), ..parts }.item(Purpose::Draft).draft;
        } else if spans.is_empty() {
            item.article = parts.item(Purpose::Article).article;
        } else {
            item.article = Some(own(parts, &spans));
        }
    }
    if item.article.is_none() && item.draft.is_none() {
        return Err(Error::NoText { message: without_text(&object, article_fields) });
    }
    Ok(item)
}

/// The fields that a message names.
const SHOWN: &[&str] = &["text", "article", "body", "content", "html"];

/// What is wrong with an object that has no text in one of the `wanted` fields.
fn without_text(object: &Object<'_>, wanted: &[&str]) -> String {
    let found = wanted.iter().find_map(|field| Some((field, object.get(field)?)));
    if let Some((field, raw)) = found {
        let what = match raw.as_bytes().first() {
            Some(b'"') => "empty",
            Some(b'{') => "an object and not a text",
            Some(b'[') => "a list without a text",
            Some(b'n') => "null",
            Some(b't' | b'f') => "true or false and not a text",
            _ => "a number and not a text",
        };
        return format!("the field {field} is {what}");
    }
    let names: Vec<&str> = object.names().take(12).collect();
    if names.is_empty() {
        return "the object has no fields".to_owned();
    }
    // Of the many names that are looked for the first are enough to understand.
    let wanted: Vec<&str> = wanted.iter().copied().filter(|name| wanted.len() < 5 || SHOWN.contains(name)).collect();
    format!("none of the fields {} is there, only: {}", wanted.join(", "), names.join(", "))
}

pub(crate) fn malformed(error: &serde_json::Error) -> Error {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default().to_owned();
    Error::Malformed { format: "JSON", line: error.line(), column: error.column(), message }
}

/// The strings of a value, one after the other, with a blank line between.
struct Captured {
    builder: TextBuilder,
}

impl Captured {
    fn new(text: &Text) -> Self {
        Self { builder: TextBuilder::over(text) }
    }

    fn push(&mut self, raw: &str, offset: usize) -> Span {
        if !self.builder.is_empty() {
            self.builder.push_inserted("\n\n");
        }
        let start = self.builder.len();
        push_string(&mut self.builder, raw, offset);
        Span::new(start, self.builder.len())
    }

    /// Adds a string, or every string of a list.
    fn push_all(&mut self, raw: &str, place: &impl Fn(&str) -> usize) -> Vec<Span> {
        if raw.starts_with('"') {
            return vec![self.push(raw, place(raw))];
        }
        let list: Vec<&RawValue> = serde_json::from_str(raw).unwrap_or_default();
        list.iter()
            .map(|raw| raw.get())
            .filter(|raw| raw.starts_with('"'))
            .map(|raw| self.push(raw, place(raw)))
            .collect()
    }

    fn finish(self, facts: Facts, title: Option<Span>, summary: Vec<Span>, body: Span) -> Parts {
        Parts { text: self.builder.finish(), facts, title, summary, body, is_html: None }
    }
}

fn is_own_schema(object: &Object<'_>) -> bool {
    object.get("schema").is_some_and(|schema| schema.starts_with("\"coincide.article/"))
}

/// The paragraphs that a `coincide.article` object lists, in code points of its text.
fn own_paragraphs(object: &Object<'_>, captured: &str, text: Span) -> Vec<(ParagraphKind, Span)> {
    #[derive(serde::Deserialize)]
    struct Listed {
        start: usize,
        end: usize,
        #[serde(default)]
        kind: Option<String>,
    }
    let listed: Vec<Listed> =
        object.get("paragraphs").and_then(|raw| serde_json::from_str(raw).ok()).unwrap_or_default();
    let mut offsets = text.of(captured).char_indices().map(|(at, _)| at).chain([text.len()]).enumerate().peekable();
    let mut offset = |wanted: usize| {
        while offsets.next_if(|&(index, _)| index < wanted).is_some() {}
        offsets.peek().filter(|&&(index, _)| index == wanted).map(|&(_, at)| text.start + at)
    };
    let mut spans = Vec::with_capacity(listed.len());
    for paragraph in &listed {
        let (Some(start), Some(end)) = (offset(paragraph.start), offset(paragraph.end)) else { return Vec::new() };
        spans.push((kind(paragraph.kind.as_deref()), Span::new(start, end)));
    }
    spans
}

fn kind(name: Option<&str>) -> ParagraphKind {
    match name {
        Some("title") => ParagraphKind::Title,
        Some("standfirst") => ParagraphKind::Standfirst,
        Some("heading") => ParagraphKind::Heading,
        Some("caption") => ParagraphKind::Caption,
        Some("list_item") => ParagraphKind::ListItem,
        Some("block_quote") => ParagraphKind::BlockQuote,
        _ => ParagraphKind::Body,
    }
}

/// An article that Coincide itself cleaned before: its paragraphs are taken as they are.
fn own(parts: Parts, spans: &[(ParagraphKind, Span)]) -> Manuscript {
    let mut manuscript = Manuscript { text: parts.text, facts: parts.facts, ..Manuscript::default() };
    let title = manuscript.facts.title.as_deref().map(stripped::key);
    let text = manuscript.text.as_str();
    let mut blocks: Vec<Block> = spans.iter().map(|&(kind, span)| Block::new(kind, span)).collect();
    if let Some(first) = blocks.first_mut()
        && title == Some(stripped::key(spans[0].1.of(text)))
    {
        first.kind = ParagraphKind::Title;
    }
    manuscript.blocks = blocks;
    manuscript
}

/// The field of an object that lists articles: `articles`, or the `items` of a JSON Feed.
fn list<'a>(object: &Object<'a>) -> Option<&'a str> {
    object.get("articles").or_else(|| object.get("items").filter(|_| is_feed(object)))
}

/// Whether an object is a JSON Feed (jsonfeed.org 1.0 or 1.1).
fn is_feed(object: &Object<'_>) -> bool {
    object.get("version").is_some_and(|raw| raw.contains("jsonfeed.org/version/"))
}

/// The name of a JSON Feed, which is that of the outlet.
pub(crate) fn feed_name(json: &str) -> Option<String> {
    let object = Object::parse(json).ok().filter(is_feed)?;
    object.facts().title
}

/// Where the articles of a JSON text stand: the text itself, the elements of its array or of its `articles`. An array
/// that breaks off gives those before the break, and the error.
pub(crate) fn elements(json: &str) -> (Vec<Span>, Option<Error>) {
    let whole = Span::new(0, json.len()).trim(json);
    if json[whole.start..].starts_with('[') {
        return array(json, 0);
    }
    if !json[whole.start..].starts_with('{') {
        let well_formed = serde_json::from_str::<&RawValue>(whole.of(json));
        return well_formed.map_or_else(|error| (Vec::new(), Some(malformed(&error))), |_| (vec![whole], None));
    }
    match Object::parse(json) {
        Err(error) => (Vec::new(), Some(malformed(&error))),
        Ok(object) => match list(&object).filter(|raw| raw.starts_with('[')) {
            Some(raw) => array(raw, raw.as_ptr() as usize - json.as_ptr() as usize),
            None => (vec![whole], None),
        },
    }
}

fn array(json: &str, offset: usize) -> (Vec<Span>, Option<Error>) {
    struct Elements<'a, 'b> {
        json: &'a str,
        offset: usize,
        found: &'b mut Vec<Span>,
    }
    impl<'de> DeserializeSeed<'de> for Elements<'de, '_> {
        type Value = ();
        fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
            deserializer.deserialize_seq(self)
        }
    }
    impl<'de> Visitor<'de> for Elements<'de, '_> {
        type Value = ();
        fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            formatter.write_str("an array")
        }
        fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<(), A::Error> {
            while let Some(element) = sequence.next_element::<&'de RawValue>()? {
                let start = self.offset + (element.get().as_ptr() as usize - self.json.as_ptr() as usize);
                self.found.push(Span::new(start, start + element.get().len()));
            }
            Ok(())
        }
    }
    let mut found = Vec::new();
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let seed = Elements { json, offset, found: &mut found };
    let result = seed.deserialize(&mut deserializer).and_then(|()| deserializer.end());
    (found, result.err().map(|error| malformed(&error)))
}
