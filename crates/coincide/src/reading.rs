//! From the caller's inputs to articles and drafts.

use coincide_annotate::Reading;
use coincide_article::{Address, Article, Contents, DateSource, EncodingSource, Fields, Given, Kind, Published, Unit};
use coincide_check::{Code, Finding, Level, Place};
use rayon::prelude::*;

use crate::{Content, Error, ErrorKind, Input, Options, Problem};

/// Articles, with what could not be read beside them.
#[derive(Clone, Debug, Default)]
pub struct Articles {
    /// What was read, in the order of the inputs.
    pub articles: Vec<Article>,
    /// What was only named: the pages of a sitemap, the bare entries of a feed. Nothing is fetched.
    pub addresses: Vec<Address>,
    /// What was not.
    pub problems: Vec<Problem>,
}

/// A draft that was read.
pub(crate) struct Draft {
    /// The draft.
    pub(crate) article: Article,
    /// The article that came with it in one record.
    pub(crate) articles: Vec<Article>,
    /// What its bytes are.
    pub(crate) kind: Kind,
}

/// The articles in `inputs`, cleaned. An input without one is a [`Problem`], and the others are read all the same.
///
/// Many inputs are read by the threads of the current `rayon` pool; the result is the same whatever their number.
///
/// # Errors
///
/// If a date that the caller gave cannot be read.
pub fn read(inputs: impl IntoIterator<Item = Input>, options: &Options) -> Result<Articles, Error> {
    articles(inputs, options, coincide_article::read)
}

fn articles(inputs: impl IntoIterator<Item = Input>, options: &Options, reader: Reader) -> Result<Articles, Error> {
    let inputs: Vec<Input> = inputs.into_iter().collect();
    let mut all = Articles::default();
    for read in on_every_core(inputs, |input: Input| contents(&input, options, reader)) {
        match read? {
            Ok((contents, problems)) => {
                all.problems.extend(problems);
                all.articles.extend(contents.articles);
                all.addresses.extend(contents.addresses);
            }
            Err(problems) => all.problems.extend(problems),
        }
    }
    Ok(all)
}

/// The articles annotated, in their order.
pub(crate) fn readings(articles: Vec<Article>) -> Vec<Reading> {
    on_every_core(articles, Reading::new)
}

/// From how many on things are done on every core. A batch, whose lines have fewer, has its cores busy already.
const PARALLEL: usize = 16;

/// What `work` makes of each of `things`, in their order.
fn on_every_core<T: Send, U: Send>(things: Vec<T>, work: impl Fn(T) -> U + Send + Sync) -> Vec<U> {
    if things.len() < PARALLEL {
        things.into_iter().map(work).collect()
    } else {
        things.into_par_iter().map(work).collect()
    }
}

/// The draft in `input`, and what of it could not be read.
pub(crate) fn draft(input: &Input, options: &Options, found: &mut Vec<Problem>) -> Result<Draft, Error> {
    let (contents, problems) = match contents(input, options, coincide_article::read_draft)? {
        Ok(read) => read,
        Err(problems) => return Err(Error::with(ErrorKind::NoDraft, problems)),
    };
    found.extend(problems);
    let Contents { articles, drafts, kind, .. } = contents;
    let count = drafts.len();
    let mut drafts = drafts.into_iter();
    match (drafts.next(), count) {
        (Some(article), 1) => Ok(Draft { article, articles, kind }),
        (None, _) => Err(Error::with(ErrorKind::NoDraft, std::mem::take(found))),
        _ => Err(Error::new(ErrorKind::ManyDrafts { name: input.name.clone(), count })),
    }
}

/// A way to read an input.
type Reader = fn(&coincide_article::Input<'_>, &Fields) -> Result<Contents, coincide_article::Error>;

/// What was read of an input, and what was not; or why nothing was.
type Read = Result<(Contents, Vec<Problem>), Vec<Problem>>;

/// What `input` holds.
fn contents(input: &Input, options: &Options, reader: Reader) -> Result<Read, Error> {
    let name = Some(input.name.as_str());
    let raw = match &input.content {
        Content::Text(text) => coincide_article::Input {
            name,
            bytes: text.as_bytes(),
            kind: Some(Kind::Text),
            ..coincide_article::Input::default()
        },
        Content::Bytes(bytes) => coincide_article::Input { name, bytes, ..coincide_article::Input::default() },
        Content::Capture(capture) => capture.input(name),
        Content::Unread(unread) => {
            return Ok(Err(vec![problem(&input.name, unread.error.clone().into(), unread.place)]));
        }
        Content::Missing(why) => return Ok(Err(vec![Problem::new(&input.name, why.clone())])),
    };
    let given = Given {
        outlet: input.outlet.clone(),
        title: input.title.clone(),
        url: input.url.clone(),
        published: date(input.published.as_deref(), || format!("the date given for {}", input.name))?,
    };
    let fields = Fields { draft: options.draft_field.clone(), article: options.article_field.clone() };
    let raw = coincide_article::Input { given, ..raw };
    let place = raw.place;
    let of_capture = match &input.content {
        Content::Capture(capture) => capture.problems.as_slice(),
        _ => &[],
    };
    let named = |found: coincide_article::Problem| problem(&input.name, found, place);
    let mut problems: Vec<Problem> = of_capture.iter().cloned().map(named).collect();
    let mut contents = match reader(&raw, &fields) {
        Ok(contents) => contents,
        Err(error) => {
            problems.push(named(error.into()));
            return Ok(Err(problems));
        }
    };
    problems.extend(std::mem::take(&mut contents.problems).into_iter().map(named));
    problems.extend(notes(&input.name, &contents, place));
    Ok(Ok((contents, problems)))
}

/// What could not be read of the input `name`, at its place if it has one.
fn problem(name: &str, found: coincide_article::Problem, place: Option<coincide_article::Place>) -> Problem {
    let record = place.filter(|place| place.unit == Unit::Record).map(|place| place.number);
    // A record's lines are not those of the file.
    let found = if record.is_some() { found } else { found.at(place) };
    Problem {
        record,
        line: found.line.filter(|_| record.is_none()),
        column: found.column,
        ..Problem::new(name, found.message)
    }
}

/// What is worth knowing of how an input was read: that it only lists addresses, that its encoding is a guess.
fn notes(name: &str, contents: &Contents, place: Option<coincide_article::Place>) -> Vec<Problem> {
    let listed = (!contents.addresses.is_empty()).then(|| {
        let what = if contents.kind == Kind::Sitemap { "a sitemap that lists" } else { "entries without a text:" };
        let count = contents.addresses.len();
        format!("{what} {count} {}, not fetched", if count == 1 { "address" } else { "addresses" })
    });
    let guess = contents.encoding.filter(|encoding| encoding.from == EncodingSource::Detection);
    let guess = guess.map(|encoding| format!("read as {}, which is a guess from its bytes", encoding.name));
    let note = |message| {
        let found = coincide_article::Problem { line: None, column: None, byte: None, message };
        Problem { harmless: true, ..problem(name, found, place) }
    };
    listed.into_iter().chain(guess).map(note).collect()
}

/// The date that `value` stands for; `what` says in an error what it was given as.
pub(crate) fn date(value: Option<&str>, what: impl Fn() -> String) -> Result<Option<Published>, Error> {
    let Some(value) = value else { return Ok(None) };
    match coincide_article::parse_date(value) {
        Some(published) => Ok(Some(Published { from: DateSource::Given, ..published })),
        None => Err(Error::new(ErrorKind::Date { what: what(), value: value.to_owned() })),
    }
}

/// What was not read, as findings.
pub(crate) fn findings(problems: Vec<Problem>) -> impl Iterator<Item = Finding> {
    problems.into_iter().map(|problem| Finding {
        code: Code::X002,
        level: if problem.harmless { Level::Note } else { Level::Error },
        place: Place::Input(problem.place()),
        message: problem.message,
        claim: None,
        spans: Vec::new(),
        evidence: Vec::new(),
        differences: Vec::new(),
        notes: Vec::new(),
        suggestion: None,
    })
}

/// Texts with what was found in them, and what could not be read beside them.
#[derive(Clone, Debug, Default)]
pub struct Annotated {
    /// What was read, in the order of the inputs.
    pub readings: Vec<Reading>,
    /// What was not.
    pub problems: Vec<Problem>,
}

/// The quotations, quantities, time expressions and entities of the texts in `inputs`.
///
/// Plain text and the texts in JSON are annotated as they are given, so that spans count in them; of pages, Markdown,
/// documents and records the article is annotated, as [`read`] gives it.
///
/// # Errors
///
/// As those of [`read`].
pub fn annotate(inputs: impl IntoIterator<Item = Input>, options: &Options) -> Result<Annotated, Error> {
    let Articles { articles, problems, .. } = articles(inputs, options, coincide_article::read_given)?;
    Ok(Annotated { readings: readings(articles), problems })
}
