use coincide_article::{Article, Contents, Fields};
use coincide_report::{CHECK_SCHEMA, Check, Finding};
use coincide_story::Comparison;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::check::check_read;
use crate::marks::Marks;
use crate::reading::findings;
use crate::{Error, Input, Options, Problem, VERSION};

/// What comes out for one line of a batch.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// It was checked.
    Checked(Box<Check>),
    /// It could not be checked.
    Failed(Failed),
}

/// A line that could not be checked, as it leaves.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Failed {
    /// The line's identifier; where it has none that can be read, `line 7`.
    pub id: String,
    /// `coincide.check/1`.
    pub schema: String,
    /// One X002 that says why.
    pub findings: Vec<Finding>,
}

impl Line {
    /// A line, the `number`th, that could not be checked for the reason `why`.
    pub fn failed(id: Option<String>, number: usize, why: &str) -> Self {
        let problem = Problem::new(place(number), why);
        let findings: Vec<_> = findings(vec![problem]).collect();
        let report =
            coincide_report::compare(VERSION, Options::default().named(), &[], &Comparison::default(), &findings);
        Self::Failed(Failed {
            id: id.unwrap_or_else(|| place(number)),
            schema: CHECK_SCHEMA.to_owned(),
            findings: report.value.findings,
        })
    }
}

/// A line with `sources`. Values are kept as they stand, so that their bytes are known.
#[derive(Deserialize)]
#[serde(expecting = "an object with `text` and `sources`, or a record")]
struct Pair<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    text: Option<&'a RawValue>,
    #[serde(borrow)]
    sources: Option<&'a RawValue>,
}

/// Checks one line of a batch, the `number`th of its stream.
///
/// A line is `{"id", "text", "sources": [...]}`, where a source is a text or an article as an object, or a record that
/// brings draft and article in one. Spans count the bytes of the line. A source that cannot be read is a finding, X002;
/// a line without anything to check is [`Line::Failed`].
pub fn check_line(line: &[u8], number: usize, options: &Options) -> Line {
    // A stream may begin with a byte order mark.
    let pair: Pair<'_> = match serde_json::from_slice(line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line)) {
        Ok(pair) => pair,
        Err(error) => {
            let why = std::str::from_utf8(line).err().map(|error| error.valid_up_to());
            let why = why.map_or_else(|| malformed(&error), |byte| format!("not valid UTF-8 at byte {byte}"));
            return Line::failed(None, number, &why);
        }
    };
    let id = pair.id.and_then(identifier);
    let result = match pair.sources {
        Some(sources) => check_pair(line, pair.text, sources, options),
        None => check_record(line, number, options),
    };
    match result {
        Ok(mut check) => {
            check.id = Some(id.unwrap_or_else(|| place(number)));
            Line::Checked(Box::new(check))
        }
        Err(why) => Line::failed(id, number, &why),
    }
}

fn check_pair(line: &[u8], text: Option<&RawValue>, sources: &RawValue, options: &Options) -> Result<Check, String> {
    let sources: Vec<&RawValue> =
        serde_json::from_str(sources.get()).map_err(|_| "`sources` is not a list".to_owned())?;
    let text = text.ok_or("it has `sources` and no `text`")?;
    let fields = Fields { draft: options.draft_field.clone(), article: options.article_field.clone() };
    let draft = coincide_article::read_draft_value(text.get(), offset(line, text), &fields);
    let draft = draft
        .map_err(|error| error.to_string())
        .and_then(|contents| contents.drafts.into_iter().next().ok_or_else(|| "no text".to_owned()))
        .map_err(|why| format!("`text`: {why}"))?;
    let mut articles = Vec::with_capacity(sources.len());
    let mut problems = Vec::new();
    for (index, source) in sources.into_iter().enumerate() {
        match coincide_article::read_value(source.get(), offset(line, source), &fields) {
            Ok(Contents { articles: read, .. }) if read.iter().any(|article| !is_blank(article)) => {
                articles.extend(read);
            }
            Ok(_) => problems.push(Problem::new(format!("source {}", index + 1), "the text is empty")),
            Err(error) => problems.push(Problem::new(format!("source {}", index + 1), error.to_string())),
        }
    }
    check_read(draft, None, articles, problems, &Marks::default(), options).map(|report| report.value).map_err(why)
}

fn is_blank(article: &Article) -> bool {
    article.text.as_str().trim().is_empty()
}

fn check_record(line: &[u8], number: usize, options: &Options) -> Result<Check, String> {
    let options = Options { marks: false, ..options.clone() };
    crate::check(Input::new(place(number), line), [], &options).map(|report| report.value).map_err(why)
}

/// An error and the problems that led to it, in one line.
fn why(error: Error) -> String {
    let problems: Vec<String> = error.problems().iter().map(|problem| problem.message.clone()).collect();
    if problems.is_empty() { error.to_string() } else { format!("{error}: {}", problems.join("; ")) }
}

/// An identifier in words: that of a string, else the JSON itself.
fn identifier(raw: &RawValue) -> Option<String> {
    match serde_json::from_str(raw.get()).ok()? {
        serde_json::Value::String(id) => Some(id),
        serde_json::Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

/// The byte of `line` at which `value`, which borrows from it, starts.
fn offset(line: &[u8], value: &RawValue) -> usize {
    value.get().as_ptr().addr() - line.as_ptr().addr()
}

fn malformed(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    format!("malformed JSON, column {}: {message}", error.column())
}

fn place(number: usize) -> String {
    format!("line {number}")
}
