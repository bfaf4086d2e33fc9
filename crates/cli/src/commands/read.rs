use std::fmt::Write;
use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, ValueEnum};
use coincide::{Article, Options, ParagraphKind, formats};

use crate::arguments::Reading;
use crate::exit::{self, Status, tell_passed_over};
use crate::inputs::Inputs;
use crate::{gate, output};

/// Turns captured pages, records and documents into clean articles
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  coincide read page.html --format text
  coincide read captures/ > articles.jsonl

What was left out of an article (menus, weather, repeated paragraphs) is listed in its `dropped`.

Exit status: 0 everything was read, 1 some inputs were not, 2 none was.")]
pub(crate) struct Arguments {
    /// Files, folders, patterns, JSON lines, or `-` for standard input
    #[arg(required = true, value_name = "PAGES")]
    pages: Vec<PathBuf>,
    /// The format of the result
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "jsonl", help_heading = "Output")]
    format: Format,
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE", help_heading = "Output")]
    output: Option<PathBuf>,
    #[command(flatten)]
    reading: Reading,
}

/// Formats of articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// `coincide.article/1`, one a line
    Jsonl,
    /// The clean text
    Text,
    /// The clean text with headings
    Markdown,
}

/// Reads the pages named.
pub(crate) fn run(arguments: &Arguments) -> Result<Status> {
    let mut inputs = Inputs::new(&arguments.reading)?;
    let pages = inputs.articles(&arguments.pages)?;
    tell_passed_over(inputs.finish()?);
    let options = Options { article_field: arguments.reading.article_field.clone(), ..Options::default() };
    let read = exit::told(coincide::read(pages, &options))?;
    exit::tell_problems(&read.problems);
    let mut text = String::new();
    for (index, article) in read.articles.iter().enumerate() {
        match arguments.format {
            Format::Jsonl => text.push_str(&formats::jsonl(&formats::article(article))?),
            Format::Text => {
                if index > 0 {
                    text.push_str("\n\u{c}\n");
                }
                let _ = writeln!(text, "{}", article.text.as_str());
            }
            Format::Markdown => {
                if index > 0 {
                    text.push_str("\n---\n\n");
                }
                markdown(article, &mut text);
            }
        }
    }
    output::write(arguments.output.as_deref(), text.as_bytes())?;
    Ok(if read.articles.is_empty() { Status::Failed } else { gate::status_of(&read.problems) })
}

fn markdown(article: &Article, text: &mut String) {
    let date = article.published.as_ref().map(|published| published.at.date.to_string());
    let credit: Vec<&str> = article.outlet.as_deref().into_iter().chain(date.as_deref()).collect();
    for paragraph in &article.paragraphs {
        let words = escaped(article.text.slice(paragraph.span));
        let _ = match paragraph.kind {
            ParagraphKind::Title => writeln!(text, "# {words}\n"),
            ParagraphKind::Heading => writeln!(text, "## {words}\n"),
            ParagraphKind::Standfirst => writeln!(text, "**{words}**\n"),
            ParagraphKind::Caption => writeln!(text, "*{words}*\n"),
            ParagraphKind::ListItem => writeln!(text, "- {words}\n"),
            ParagraphKind::BlockQuote => writeln!(text, "> {}\n", words.replace('\n', "\n> ")),
            ParagraphKind::Body => writeln!(text, "{words}\n"),
        };
    }
    if !credit.is_empty() {
        let _ = writeln!(text, "*{}*", escaped(&credit.join(", ")));
    }
}

/// With everything that Markdown would take for a mark or a tag as plain characters.
fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for (at, character) in words.char_indices() {
        let starts = at == 0 || words[..at].ends_with('\n');
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&')
            || (starts && matches!(character, '#' | '+' | '-' | '=' | '~' | '|'))
        {
            text.push('\\');
        }
        text.push(character);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_escaped() {
        assert_eq!(escaped("# <b>a_b</b>\n- c - d"), "\\# \\<b\\>a\\_b\\</b\\>\n\\- c - d");
    }
}
