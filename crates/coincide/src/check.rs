use coincide_annotate::Reading;
use coincide_article::{Article, Kind, Limits};
use coincide_check::{Checked, Place};
use coincide_report::{Check, Compare, Report};

use crate::marks::Marks;
use crate::reading::{self, Articles, date, findings};
use crate::{Content, Error, ErrorKind, Input, Options, Problem, VERSION};

/// Checks the draft in one input against the articles in the others.
///
/// An input of articles that cannot be read is a finding, X002, and the rest is checked. If the draft is a record that
/// brings an article of its own, that is the first of the articles. An input of articles that has the same content as
/// the draft is left out, and a finding says so: a draft does not support itself.
///
/// # Errors
///
/// If there is no draft, or no article at all, or a date in the options or given with an input cannot be read.
pub fn check(
    draft: Input,
    articles: impl IntoIterator<Item = Input>,
    options: &Options,
) -> Result<Report<Check>, Error> {
    let draft = unpacked(draft);
    let mut problems = Vec::new();
    let (articles, copies): (Vec<Input>, Vec<Input>) =
        articles.into_iter().partition(|article| !holds_the_same(article, &draft));
    let mut read = reading::draft(&draft, options, &mut problems)?;
    for copy in copies {
        let message = "this is the draft too, and is left out of the articles";
        problems.push(Problem { harmless: true, ..Problem::new(copy.name, message) });
    }
    let others = reading::read(articles, options)?;
    problems.extend(others.problems);
    let articles: Vec<_> = read.articles.drain(..).chain(others.articles).collect();
    let bytes = match &draft.content {
        Content::Text(text) => text.as_bytes(),
        Content::Bytes(bytes) => bytes,
        Content::Capture(capture) => &capture.bytes,
        Content::Missing(_) | Content::Unread(_) => &[],
    };
    let marks = if options.marks && matches!(read.kind, Kind::Markdown | Kind::Html) {
        Marks::read(bytes, &read.article)
    } else {
        Marks::default()
    };
    problems.extend(marks.unknown.iter().map(|(at, word)| Problem {
        line: Some(bytes.iter().take(*at).filter(|&&byte| byte == b'\n').count() + 1),
        harmless: true,
        ..Problem::new(&draft.name, format!("a mark names `{word}`, and no finding has that code"))
    }));
    // Lines and columns are those of the file; a line of JSON lines or a record counts its own.
    let source = (!matches!(read.kind, Kind::JsonLines | Kind::Warc)).then_some(bytes);
    check_read(read.article, source, articles, problems, &marks, options)
}

/// Checks a draft that was read, `source` being the bytes that its lines and columns are counted in.
pub(crate) fn check_read(
    mut draft: Article,
    source: Option<&[u8]>,
    articles: Vec<Article>,
    problems: Vec<Problem>,
    marks: &Marks,
    options: &Options,
) -> Result<Report<Check>, Error> {
    if articles.is_empty() {
        return Err(Error::with(ErrorKind::NoArticles, problems));
    }
    let written = date(options.draft_date.as_deref(), || "the date of the draft".to_owned())?;
    let now = date(options.now.as_deref(), || "the present day".to_owned())?;
    draft.published = written.or(draft.published.take()).or(now);

    let draft = Reading::new(draft);
    let articles = reading::readings(articles);
    let mut checked = coincide_check::check(&draft, &articles, options.models());
    checked.findings.extend(findings(problems));
    let marked = apply(options, marks, &mut checked);
    let mut named = options.named();
    if marked > 0 {
        named.insert("marked".to_owned(), marked.into());
    }
    Ok(coincide_report::check(VERSION, named, &draft, source, &articles, &checked))
}

/// Compares the articles in `inputs` with each other. An input that cannot be read is a finding, X002, and the rest is
/// compared.
///
/// # Errors
///
/// If there is no article at all, or a date given with an input cannot be read.
pub fn compare(inputs: impl IntoIterator<Item = Input>, options: &Options) -> Result<Report<Compare>, Error> {
    let Articles { articles, problems, .. } = reading::read(inputs, options)?;
    if articles.is_empty() {
        return Err(Error::with(ErrorKind::NoArticles, problems));
    }
    let articles = reading::readings(articles);
    let comparison = coincide_story::compare(&articles, options.embedder.as_deref());
    let findings: Vec<_> = findings(problems).collect();
    Ok(coincide_report::compare(VERSION, options.named(), &articles, &comparison, &findings))
}

/// A draft without its gzip packing, so that lines and marks are those of the text. What is more than one text, or is
/// damaged, stays as it is.
fn unpacked(draft: Input) -> Input {
    let Content::Bytes(bytes) = &draft.content else { return draft };
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return draft;
    }
    let mut parts = coincide_article::captures(bytes.as_slice(), Some(&draft.name), Limits::default());
    match (parts.next(), parts.next()) {
        (Some(Ok(capture)), None) if capture.place.is_none() => draft.part(Ok(capture)),
        _ => draft,
    }
}

fn holds_the_same(article: &Input, draft: &Input) -> bool {
    !matches!(draft.content, Content::Missing(_)) && article.content == draft.content
}

/// Leaves out what the options and marks say and sets the levels. Gives the number of findings that marks accepted.
fn apply(options: &Options, marks: &Marks, checked: &mut Checked) -> usize {
    let mut marked = 0;
    let Checked { claims, findings, .. } = checked;
    findings.retain_mut(|finding| {
        finding.level = options.level(finding.code, finding.level);
        if options.ignore.contains(&finding.code) {
            return false;
        }
        let spans = if finding.place == Place::Draft { finding.spans.as_slice() } else { &[] };
        let claim = finding.claim.and_then(|claim| claims.get(claim)).map(|claim| claim.span);
        let accepted = spans.iter().copied().chain(claim).any(|span| marks.ignore(finding.code, span));
        marked += usize::from(accepted);
        !accepted
    });
    marked
}
