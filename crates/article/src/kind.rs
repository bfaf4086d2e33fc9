//! What an input is, told by its content.

use crate::{Fields, Kind};

/// What a decoded text is. The extension of `name` is asked only where the text can be read in two ways.
pub(crate) fn recognise(text: &str, name: Option<&str>, fields: &Fields) -> Kind {
    let extension = name.and_then(|name| name.rsplit_once('.')).map(|(_, extension)| extension.to_ascii_lowercase());
    let extension = extension.as_deref().unwrap_or_default();
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if is_json(start) {
        return if is_lines(start, extension) { Kind::JsonLines } else { Kind::Json };
    }
    if matches!(extension, "jsonl" | "ndjson") && text.lines().take(50).any(is_complete_object) {
        return Kind::JsonLines;
    }
    if crate::record::is_record(text, fields) {
        return Kind::Record;
    }
    if let Some(kind) = crate::xml::recognise(start) {
        return kind;
    }
    let markdown = matches!(extension, "md" | "markdown");
    if is_html(start, markdown) {
        return Kind::Html;
    }
    if extension == "json" {
        return Kind::Json;
    }
    if markdown || has_front_matter(start) || extension != "txt" && has_markdown(text) {
        Kind::Markdown
    } else {
        Kind::Text
    }
}

fn is_json(start: &str) -> bool {
    let next = |rest: &str| rest.trim_start().chars().next();
    match start.chars().next() {
        Some('{') => matches!(next(&start[1..]), Some('"' | '}')),
        Some('[') => matches!(next(&start[1..]), Some('{' | '"' | '[' | ']')),
        _ => false,
    }
}

/// Whether a JSON text is one object a line: its first line is whole, and others follow.
fn is_lines(start: &str, extension: &str) -> bool {
    let mut lines = start.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or_default();
    let more = lines.next().is_some();
    let named = matches!(extension, "jsonl" | "ndjson");
    named || more && is_complete_object(first)
}

fn is_complete_object(line: &str) -> bool {
    line.trim_start().starts_with('{') && serde_json::from_str::<&serde_json::value::RawValue>(line).is_ok()
}

/// Whether a text is a page or a part of one: it begins with a tag.
pub(crate) fn is_html(start: &str, markdown: bool) -> bool {
    let mut rest = start;
    // Comments and an XML declaration may stand before the first tag.
    for _ in 0..8 {
        let closing = if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<?xml") {
            "?>"
        } else {
            break;
        };
        let Some(end) = rest.find(closing) else { return false };
        rest = rest[end + closing.len()..].trim_start();
    }
    let Some(tag) = rest.strip_prefix('<') else { return false };
    let name: String = tag
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '!')
        .take(12)
        .collect::<String>()
        .to_ascii_lowercase();
    match name.as_str() {
        "!doctype" | "html" | "head" | "body" => true,
        // Markdown may hold a tag or two.
        "article" | "div" | "h1" | "h2" | "header" | "main" | "meta" | "p" | "section" | "span" | "title" | "table"
        | "script" | "style" | "link" | "a" | "b" | "ul" | "nav" | "img" | "figure" | "strong" | "em"
        | "blockquote" | "center" | "font" => !markdown,
        _ => false,
    }
}

fn has_front_matter(start: &str) -> bool {
    let Some(rest) = start.strip_prefix("---\n").or_else(|| start.strip_prefix("---\r\n")) else { return false };
    rest.lines()
        .take(60)
        .take_while(|line| *line != "---")
        .all(|line| line.is_empty() || line.contains(':') || line.starts_with([' ', '-', '#']))
        && rest.lines().take(61).any(|line| line == "---")
}

/// Whether lines of a text are written as only Markdown is: `# Heading`, a fence, a link.
fn has_markdown(text: &str) -> bool {
    text.lines().take(400).any(|line| {
        let heading = line.trim_start_matches('#');
        let depth = line.len() - heading.len();
        (1..=6).contains(&depth) && heading.starts_with(' ')
            || line.starts_with("```")
            || line.contains("](http")
            || line.starts_with("<!-- coincide:")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_and_the_name_breaks_ties() {
        for (text, name, kind) in [
            ("{\"text\": \"a\"}", None, Kind::Json),
            ("{\"text\": \"a\"}\n{\"text\": \"b\"}\n", None, Kind::JsonLines),
            ("{\"text\": \"a\"}", Some("x.jsonl"), Kind::JsonLines),
            ("{\n\"text\": \"a\"}", None, Kind::Json),
            ("[{\"text\": \"a\"}]", Some("x.txt"), Kind::Json),
            ("null", Some("x.json"), Kind::Json),
            ("[1, \"a\"]", Some("x.json"), Kind::Json),
            ("[Photo] The ferry sank.", None, Kind::Text),
            ("<!doctype html><p>a", Some("x.txt"), Kind::Html),
            ("<!-- a --><html>", None, Kind::Html),
            ("<p align=center>a</p>", Some("x.md"), Kind::Markdown),
            ("<p>a</p>", None, Kind::Html),
            ("---\ntitle: a\n---\nb", None, Kind::Markdown),
            ("# Ferry\n\nIt sank.", None, Kind::Markdown),
            ("# Ferry\n\nIt sank.", Some("x.txt"), Kind::Text),
            ("article: a .\nid: 7\n", None, Kind::Record),
            ("The ferry sank.", Some("x.md"), Kind::Markdown),
            ("The ferry sank.", None, Kind::Text),
            ("3 < 4", None, Kind::Text),
        ] {
            assert_eq!(recognise(text, name, &Fields::default()), kind, "{text}");
        }
    }
}
