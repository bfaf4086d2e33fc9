use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use coincide::formats::{ArticlePage, ArticleSection, ArticleTable, ArticleValue};
use coincide::{Article, VERSION, formats};

use crate::corpus::{self, Corpus, Made};
use crate::exit::Status;
use crate::output;

/// Turns captured pages, archives, records and documents into clean articles
///
/// What an input is, is told by its content: HTML in any encoding, WARC files, JSON lines, RSS and Atom feeds, JSON,
/// ninjs, NewsML-G2, NITF, Markdown, plain text, records, DOCX and ODT; each may be packed with gzip. Of a folder the
/// files with the usual endings are taken. The addresses in a sitemap are counted on standard error, and neither written
/// nor fetched: a sitemap holds no article.
///
/// The articles come out in the order of the inputs, the same whatever the number of threads. Memory does not grow with
/// the number of files, nor with the size of a WARC file or of JSON lines.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  coincide read page.html --format text
  coincide read captures/ > articles.jsonl
  coincide read crawl.warc.gz --output articles.parquet
  coincide read captures/ --format html --output articles.html
  curl -s https://courier.example/ferry | coincide read - --format markdown
  coincide read 'crawl/*.warc.gz' | jq -r 'select(.language == \"en\") | .title'

Formats:
  jsonl     one article a line with its paragraphs as spans, what was left out and why, and how its
            dates are known: coincide.article/1, the schema of which is in the project
  text      the clean text alone; a form feed stands between two articles
  markdown  YAML front matter (title, outlet, authors, published, url) and the text
  html      one page to read that needs nothing else and runs nothing
  parquet   the fields of jsonl as columns, for data frames and databases

What cannot be read is told on standard error as it happens, with its place and reason, and counted
at the end.

Exit status: 0 everything was read, 2 something was not, or there was no article in it, as in a
sitemap; what could be read is written all the same.")]
pub(crate) struct Arguments {
    /// Files, folders, patterns, JSON lines, web archives, or `-` for standard input
    #[arg(required = true, value_name = "PAGES")]
    pages: Vec<PathBuf>,
    /// The format of the result [default: by the ending of --output, else jsonl]
    #[arg(long, value_enum, value_name = "FORMAT", help_heading = "Output")]
    format: Option<Format>,
    #[command(flatten)]
    corpus: Corpus,
}

/// Formats of articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// `coincide.article/1`, one a line
    Jsonl,
    /// The clean text
    Text,
    /// The clean text with headings, behind front matter
    Markdown,
    /// One page with nothing to fetch
    Html,
    /// A table in Apache Parquet
    Parquet,
}

/// Reads the pages named.
pub(crate) fn run(arguments: &Arguments) -> Result<Status> {
    let format = arguments.format.or_else(|| by_ending(arguments)).unwrap_or(Format::Jsonl);
    let file = arguments.corpus.output.as_deref();
    if format == Format::Parquet && file.is_none() && std::io::stdout().is_terminal() {
        bail!("a Parquet file is nothing for a terminal; name a file with --output");
    }
    let mut writer = Writer::new(format, output::open(file)?)?;
    let read = |input, options: &_| {
        let read = coincide::read([input], options)?;
        Ok(Made { made: read.articles.iter().map(|article| set(format, article)).collect(), problems: read.problems })
    };
    let outcome = arguments.corpus.run(&arguments.pages, "reading", read, &mut writer)?;
    output::finish(writer.finish())?;
    Ok(if outcome.failed > 0 || outcome.articles == 0 { Status::Failed } else { Status::Clean })
}

fn by_ending(arguments: &Arguments) -> Option<Format> {
    Some(match arguments.corpus.output.as_deref()?.extension()?.to_str()? {
        "html" | "htm" => Format::Html,
        "md" | "markdown" => Format::Markdown,
        "parquet" => Format::Parquet,
        "txt" | "text" => Format::Text,
        _ => return None,
    })
}

/// An article in its format.
enum Set {
    Text(String),
    Section(Box<ArticleSection>),
    Row(Box<ArticleValue>),
}

fn set(format: Format, article: &Article) -> Set {
    let value = formats::article(article);
    match format {
        // None of its values is a map whose keys are not strings, the one thing JSON cannot hold.
        Format::Jsonl => Set::Text(formats::jsonl(&value).unwrap_or_default()),
        Format::Text => Set::Text(formats::article_text(&value)),
        Format::Markdown => Set::Text(formats::article_markdown(&value)),
        Format::Html => Set::Section(Box::new(formats::article_section(&value))),
        Format::Parquet => Set::Row(Box::new(value)),
    }
}

type Out = Box<dyn Write + Send>;

/// Puts articles together to one result.
enum Writer {
    /// One after the other, with something between two of them.
    Texts {
        out: Out,
        between: &'static str,
        count: usize,
    },
    Page {
        out: Out,
        page: ArticlePage,
    },
    Table(Box<ArticleTable<Out>>),
}

impl Writer {
    fn new(format: Format, out: Out) -> Result<Self> {
        let texts = |out, between| Self::Texts { out, between, count: 0 };
        Ok(match format {
            Format::Jsonl => texts(out, ""),
            Format::Text => texts(out, "\u{c}\n"),
            Format::Markdown => texts(out, "\n"),
            Format::Html => Self::Page { out, page: ArticlePage::new(VERSION) },
            Format::Parquet => Self::Table(Box::new(ArticleTable::new(out, VERSION)?)),
        })
    }

    fn finish(self) -> std::io::Result<()> {
        match self {
            Self::Texts { mut out, .. } => out.flush(),
            Self::Page { mut out, page } => out.write_all(page.finish().as_bytes()).and_then(|()| out.flush()),
            Self::Table(table) => table.finish(),
        }
    }
}

impl corpus::Output<Set> for Writer {
    fn write(&mut self, article: Set) -> std::io::Result<()> {
        match (self, article) {
            (Self::Texts { out, between, count }, Set::Text(text)) => {
                *count += 1;
                out.write_all(if *count > 1 { between.as_bytes() } else { b"" })?;
                out.write_all(text.as_bytes())
            }
            (Self::Page { out, page }, Set::Section(section)) => out.write_all(page.add(*section).as_bytes()),
            (Self::Table(table), Set::Row(article)) => table.push(&article),
            _ => Ok(()),
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        match self {
            Self::Texts { out, .. } | Self::Page { out, .. } => out.flush(),
            // A table is written row group by row group.
            Self::Table(_) => Ok(()),
        }
    }
}
