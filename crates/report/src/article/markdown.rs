use std::fmt::Write;

use crate::ArticleValue;
use crate::visible::visible;

/// An article in Markdown (CommonMark) behind YAML front matter with what is known of it.
///
/// Front matter is how programs that turn pages into Markdown hand on title, authors and date, and what site generators
/// and note-taking programs read. Its strings are in double quotes, as JSON writes them, which YAML 1.2 reads as they
/// are; what is not known is left out. In the text nothing but what this function wrote is a mark.
pub fn article_markdown(article: &ArticleValue) -> String {
    let mut out = String::with_capacity(article.text.len() + 1024);
    front_matter(article, &mut out);
    let passages = article.passages();
    if let Some(title) = article.title.as_deref()
        && !passages.iter().any(|(paragraph, _)| paragraph.kind == "title")
    {
        let _ = writeln!(out, "\n# {}", in_one_line(title));
    }
    let mut in_list = false;
    for (paragraph, words) in passages {
        let is_item = paragraph.kind == "list_item";
        if !(is_item && in_list) {
            out.push('\n');
        }
        in_list = is_item;
        let _ = match paragraph.kind.as_str() {
            "title" => writeln!(out, "# {}", in_one_line(words)),
            "heading" => writeln!(out, "## {}", in_one_line(words)),
            "standfirst" => writeln!(out, "**{}**", in_one_line(words)),
            "caption" => writeln!(out, "*{}*", in_one_line(words)),
            "list_item" => writeln!(out, "- {}", in_lines(words, "  ")),
            "block_quote" => writeln!(out, "> {}", in_lines(words, "> ")),
            _ => writeln!(out, "{}", in_lines(words, "")),
        };
    }
    out
}

fn front_matter(article: &ArticleValue, out: &mut String) {
    out.push_str("---\n");
    let published = article.published.as_ref().map(|published| published.value.as_str());
    let modified = article.modified.as_ref().map(|modified| modified.value.as_str());
    let mut line = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            let _ = writeln!(out, "{name}: {value}");
        }
    };
    line("title", article.title.as_deref().map(quoted));
    line("outlet", article.outlet.as_deref().map(quoted));
    let authors: Vec<String> = article.authors.iter().map(|author| quoted(author)).collect();
    line("authors", (!authors.is_empty()).then(|| format!("[{}]", authors.join(", "))));
    line("agency", article.agency.as_deref().map(quoted));
    line("access", article.access.as_deref().map(quoted));
    line("published", published.map(quoted));
    line("modified", modified.map(quoted));
    line("captured", article.captured.as_deref().map(quoted));
    line("language", article.language.as_deref().map(quoted));
    line("url", article.url.as_deref().map(quoted));
    line("path", article.path.as_deref().map(quoted));
    out.push_str("---\n");
}

/// A string of YAML 1.2 in double quotes. JSON's escapes are a part of YAML's.
fn quoted(value: &str) -> String {
    serde_json::Value::from(visible(value)).to_string()
}

fn in_one_line(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    escape(&visible(words.trim()), &mut out);
    out
}

/// Lines that stay lines, each but the first behind `indent`.
fn in_lines(words: &str, indent: &str) -> String {
    let mut out = String::with_capacity(words.len());
    // White space before a line would make it code; a line without words would end the paragraph.
    for line in words.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !out.is_empty() {
            out.push_str("\\\n");
            out.push_str(indent);
        }
        escape(&visible(line), &mut out);
    }
    out
}

/// Appends `line` with every character that Markdown would take for a mark as a plain one.
fn escape(line: &str, out: &mut String) {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (at, character) in line.char_indices() {
        let mark = match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' => true,
            // What makes a heading, a list, a rule or an underline only where a line begins.
            '#' | '+' | '-' | '=' => at == 0,
            // The number of a list: `1.` or `1)`.
            '.' | ')' => digits > 0 && at == digits,
            _ => false,
        };
        if mark {
            out.push('\\');
        }
        out.push(character);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_text_is_a_mark() {
        for (plain, written) in [
            ("# <b>a_b</b>", "\\# \\<b\\>a\\_b\\</b\\>"),
            ("- c - d", "\\- c - d"),
            ("1. May was cold", "1\\. May was cold"),
            ("2031) so it was", "2031\\) so it was"),
            ("On 1. May", "On 1. May"),
            ("====", "\\===="),
            ("AT&T | Photo *x*", "AT\\&T \\| Photo \\*x\\*"),
            ("~~gone~~ C:\\new", "\\~\\~gone\\~\\~ C:\\\\new"),
            ("[a](javascript:b)", "\\[a\\](javascript:b)"),
        ] {
            let mut out = String::new();
            escape(plain, &mut out);
            assert_eq!(out, written);
        }
    }

    #[test]
    fn lines_stay_lines_of_their_block() {
        assert_eq!(in_lines("one\n    two\n\n- three", "> "), "one\\\n> two\\\n> \\- three");
        assert_eq!(in_one_line("one\n# two"), "one # two");
    }

    #[test]
    fn front_matter_is_quoted() {
        let article = ArticleValue {
            title: Some("A \"b\": #c\n---".to_owned()),
            authors: vec!["Ada, Finch".to_owned()],
            ..ArticleValue::default()
        };
        let text = article_markdown(&article);
        assert!(text.starts_with("---\ntitle: \"A \\\"b\\\": #c ---\"\nauthors: [\"Ada, Finch\"]\n---\n"), "{text}");
        assert!(text.ends_with("\n\n# A \"b\": #c ---\n"), "{text}");
    }
}
