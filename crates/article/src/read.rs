use coincide_text::{Span, Text, TextBuilder};
use sha2::{Digest, Sha256};

use crate::decode::{Coding, Decoded, decode};
use crate::facts::Facts;
use crate::json::{elements, feed_name, read_item};
use crate::kind::recognise;
use crate::manuscript::Manuscript;
use crate::parts::{Item, Purpose, article_only, draft_only, given_only};
use crate::{
    Access, Article, Contents, DateSource, Encoding, Error, Fields, Input, Kind, Limits, ParagraphKind, Place, Problem,
};
use crate::{Published, Unit, archive};
use crate::{correction, dateline, html, json, language, markdown, office, record, stripped, url, xml};

/// The largest input that is read, in bytes.
pub const LARGEST_INPUT: u64 = 1 << 30;

/// Reads an input as articles.
///
/// What belongs to the page and not to the article goes to [`Article::dropped`]. A record gives its article and, as a
/// draft, the text to check that it came with. Where nothing else names the outlet, the host of the address or the
/// stem of the input's name stands for it.
///
/// # Errors
///
/// If nothing of the input can be read. What could be read only in part is in [`Contents::problems`].
pub fn read(input: &Input<'_>, fields: &Fields) -> Result<Contents, Error> {
    Reader { input, fields, purpose: Purpose::Article }.read()
}

/// Reads an input as a text to check: everything in it is kept.
///
/// A record gives its `chatgpt` field as the draft, and its article as an article. Any other input gives one draft for
/// each text in it.
///
/// # Errors
///
/// As for [`read`].
pub fn read_draft(input: &Input<'_>, fields: &Fields) -> Result<Contents, Error> {
    Reader { input, fields, purpose: Purpose::Draft }.read()
}

/// Reads an input as texts to annotate: as articles, but plain text and the texts in JSON stay as they are given.
///
/// Nothing of them is dropped and no white space is changed, so a span of such an article counts in the text that the
/// caller has. Pages, Markdown, documents and records are read as by [`read`].
/// The language is only what the input says itself.
///
/// # Errors
///
/// As for [`read`].
pub fn read_given(input: &Input<'_>, fields: &Fields) -> Result<Contents, Error> {
    Reader { input, fields, purpose: Purpose::Given }.read()
}

/// Reads an article from the JSON value `json`, an object or a string, that stands at byte `offset` of a line in UTF-8.
///
/// For the `sources` of a line of a batch: the bytes of its spans are those of the line. The SHA-256 is that of the
/// value.
///
/// # Errors
///
/// If the value is not well-formed or holds no text.
pub fn read_value(json: &str, offset: usize, fields: &Fields) -> Result<Contents, Error> {
    value(json, offset, fields, Purpose::Article)
}

/// Reads a text to check from the JSON value `json`; otherwise as [`read_value`].
///
/// # Errors
///
/// As for [`read_value`].
pub fn read_draft_value(json: &str, offset: usize, fields: &Fields) -> Result<Contents, Error> {
    value(json, offset, fields, Purpose::Draft)
}

fn value(json: &str, offset: usize, fields: &Fields, purpose: Purpose) -> Result<Contents, Error> {
    let text = Text::identical(json, offset);
    let input = Input::default();
    let encoding = Encoding { name: "UTF-8", from: crate::EncodingSource::Valid };
    let mut output = Output::new(Kind::Json, Some(encoding));
    let item = read_item(&text, Span::new(0, json.len()).trim(json), fields, purpose)?;
    Reader { input: &input, fields, purpose }.add(&mut output, item, &sha256(json.as_bytes()));
    Ok(output.contents)
}

/// Line and column of the byte at `offset`, from 1.
fn place(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset];
    (before.matches('\n').count() + 1, offset - before.rfind('\n').map_or(0, |newline| newline + 1) + 1)
}

struct Reader<'a> {
    input: &'a Input<'a>,
    fields: &'a Fields,
    purpose: Purpose,
}

struct Output {
    contents: Contents,
    /// Where the articles that are added stand.
    place: Option<Place>,
}

impl Output {
    fn new(kind: Kind, encoding: Option<Encoding>) -> Self {
        let contents = Contents {
            articles: Vec::new(),
            drafts: Vec::new(),
            addresses: Vec::new(),
            problems: Vec::new(),
            kind,
            encoding,
        };
        Self { contents, place: None }
    }
}

impl Reader<'_> {
    fn read(&self) -> Result<Contents, Error> {
        if self.input.kind.is_none() && archive::is_divided(self.input.bytes) || self.input.kind == Some(Kind::Warc) {
            return self.captures();
        }
        self.read_one()
    }

    /// Reads every capture of an archive, or of what is packed.
    fn captures(&self) -> Result<Contents, Error> {
        let mut all = Output::new(Kind::Warc, None).contents;
        let mut first_error = None;
        for capture in archive::captures(self.input.bytes, self.input.name, Limits::default()) {
            let place = capture.as_ref().map_or_else(|error| error.place, |capture| capture.place);
            let read = capture.map_err(|error| error.error).and_then(|capture| {
                let input = Input { given: self.input.given.clone(), ..capture.input(self.input.name) };
                let mut contents = Reader { input: &input, ..*self }.read_one()?;
                contents.problems.splice(..0, capture.problems);
                Ok(contents)
            });
            match read {
                Ok(contents) => {
                    if place.is_none_or(|place| place.unit != Unit::Record) {
                        all.kind = if place.is_some() { Kind::JsonLines } else { contents.kind };
                        all.encoding = contents.encoding;
                    }
                    all.articles.extend(contents.articles);
                    all.drafts.extend(contents.drafts);
                    all.addresses.extend(contents.addresses);
                    all.problems.extend(contents.problems.into_iter().map(|problem| problem.at(place)));
                }
                Err(error) => {
                    all.problems.push(Problem::from(error.clone()).at(place));
                    first_error.get_or_insert(error);
                }
            }
        }
        if all.articles.is_empty() && all.drafts.is_empty() && all.addresses.is_empty() {
            let nothing = || Error::NoText { message: "no page in this archive".to_owned() };
            return Err(first_error.unwrap_or_else(nothing));
        }
        Ok(all)
    }

    /// Reads an input that is not divided.
    fn read_one(&self) -> Result<Contents, Error> {
        let bytes = self.input.bytes;
        if bytes.len() as u64 > LARGEST_INPUT {
            return Err(Error::TooLarge { what: "the input".to_owned(), limit: LARGEST_INPUT });
        }
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(Error::Empty);
        }
        if let Some(kind) =
            self.input.kind.filter(|kind| matches!(kind, Kind::Docx | Kind::Odt)).or_else(|| office::recognise(bytes))
        {
            let mut output = Output::new(kind, None);
            let mut manuscript = office::read(bytes, kind)?;
            if self.purpose == Purpose::Draft {
                stripped::mark_up(&mut manuscript);
            } else {
                stripped::edit(&mut manuscript, stripped::Layout::Elements);
            }
            self.add(&mut output, self.item(manuscript), &sha256(bytes));
            return self.finish(output);
        }
        if self.input.kind == Some(Kind::JsonLines) {
            return self.json_lines();
        }
        let Decoded { text, encoding, problems } = decode(bytes, self.input.charset)?;
        if text.as_str().trim().is_empty() {
            return Err(Error::Empty);
        }
        let kind = self.input.kind.unwrap_or_else(|| recognise(text.as_str(), self.input.name, self.fields));
        if kind == Kind::JsonLines {
            return self.json_lines();
        }
        if let Some(refused) = self.unknown_xml(text.as_str(), kind) {
            return Err(refused);
        }
        let mut output = Output::new(kind, Some(encoding));
        output.contents.problems = problems;
        let hash = sha256(bytes);
        match kind {
            Kind::Json => self.json(&mut output, &text, &hash)?,
            Kind::Feed | Kind::Sitemap | Kind::NewsMl | Kind::Nitf => {
                let holdings = xml::read(&text, kind, self.purpose)?;
                output.contents.problems.extend(holdings.problems);
                output.contents.addresses = holdings.addresses;
                for item in holdings.items {
                    self.add(&mut output, item, &hash);
                }
            }
            Kind::Record => self.records(&mut output, &text, &hash),
            Kind::Markdown => {
                let manuscript =
                    markdown::read(&text, Span::new(0, text.as_str().len()), self.purpose == Purpose::Draft);
                self.add(&mut output, self.item(manuscript), &hash);
            }
            Kind::Html => {
                let manuscript = html::read(
                    &text,
                    Span::new(0, text.as_str().len()),
                    self.context(),
                    self.purpose == Purpose::Draft,
                );
                self.add(&mut output, self.item(manuscript), &hash);
            }
            _ => {
                let whole = Span::new(0, text.as_str().len());
                let manuscript = Manuscript { text, ..Manuscript::default() };
                let item = match self.purpose {
                    Purpose::Draft => draft_only(manuscript, whole),
                    Purpose::Article => article_only(manuscript, None, whole, &[]),
                    Purpose::Given => given_only(stripped::described(manuscript, whole), whole),
                };
                self.add(&mut output, item, &hash);
            }
        }
        self.finish(output)
    }

    /// Why a document in XML that is none of those known is not read; its tags are no text.
    fn unknown_xml(&self, text: &str, kind: Kind) -> Option<Error> {
        let told = self.input.kind.is_none() && matches!(kind, Kind::Text | Kind::Markdown);
        let root = xml::root(text).filter(|_| told && text.trim_start().starts_with("<?xml"))?;
        Some(Error::Vocabulary { root: root.to_owned() })
    }

    fn json(&self, output: &mut Output, text: &Text, hash: &str) -> Result<(), Error> {
        let (spans, mut broken) = elements(text.as_str());
        if spans.is_empty() && broken.is_none() {
            return Err(Error::NoText { message: "the list is empty".to_owned() });
        }
        let outlet = feed_name(text.as_str());
        for span in spans {
            match read_item(text, span, self.fields, self.purpose) {
                Ok(mut item) => {
                    if let Some(article) = &mut item.article {
                        article.facts.outlet = article.facts.outlet.take().or_else(|| outlet.clone());
                    }
                    self.add(output, item, hash);
                }
                Err(error) => {
                    let (line, column) = place(text.as_str(), span.start);
                    output.contents.problems.push(Problem {
                        line: Some(line),
                        column: Some(column),
                        byte: text.source(Span::new(span.start, span.start)).map(|source| source.start),
                        message: error.to_string(),
                    });
                    broken = broken.or(Some(error));
                }
            }
        }
        let nothing = output.contents.articles.is_empty() && output.contents.drafts.is_empty();
        match broken {
            Some(error) if nothing => Err(error),
            Some(Error::Malformed { line, column, message, .. }) => {
                let message = format!("malformed JSON: {message}; what stands before it was read");
                output.contents.problems.push(Problem { line: Some(line), column: Some(column), byte: None, message });
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn json_lines(&self) -> Result<Contents, Error> {
        let coding = Coding::of(self.input.bytes, self.input.charset)?;
        let mut output = Output::new(Kind::JsonLines, Some(coding.name()));
        let mut first_error = None;
        let lines = coding.lines(self.input.bytes);
        let several = lines.iter().filter(|line| !line.iter().all(|&byte| byte <= b' ')).nth(1).is_some();
        for (index, line) in lines.into_iter().enumerate() {
            let Decoded { text, problems, .. } = coding.decode_line(line, index == 0);
            if text.as_str().trim().is_empty() {
                continue;
            }
            let number = self.input.place.map_or(index as u64 + 1, |place| place.number);
            output.place = self.input.place.or(several.then(|| {
                let offset = line.as_ptr() as usize - self.input.bytes.as_ptr() as usize;
                Place { unit: Unit::Line, number, offset: offset as u64 }
            }));
            let number = usize::try_from(number).unwrap_or(usize::MAX);
            output
                .contents
                .problems
                .extend(problems.into_iter().map(|problem| Problem { line: Some(number), ..problem }));
            let json = Span::new(0, text.as_str().len()).trim(text.as_str());
            match whole_value(json.of(text.as_str())).and_then(|()| read_item(&text, json, self.fields, self.purpose)) {
                Ok(item) => self.add(&mut output, item, &sha256(line)),
                Err(error) => {
                    let column = if let Error::Malformed { column, .. } = error { Some(column) } else { None };
                    let message = match &error {
                        Error::Malformed { message, .. } => format!("malformed JSON: {message}"),
                        other => other.to_string(),
                    };
                    output.contents.problems.push(Problem { line: Some(number), column, byte: None, message });
                    first_error.get_or_insert(error.at_line(number));
                }
            }
        }
        match first_error {
            Some(error) if output.contents.articles.is_empty() && output.contents.drafts.is_empty() => Err(error),
            _ => self.finish(output),
        }
    }

    fn records(&self, output: &mut Output, text: &Text, hash: &str) {
        let draft_field = self.fields.draft.as_deref().unwrap_or("chatgpt");
        let article_field = self.fields.article.as_deref().unwrap_or("article");
        for record in record::records(text.as_str(), self.fields) {
            let field = |name: &str| {
                record
                    .iter()
                    .find(|field| field.name == name)
                    .map(|field| field.value)
                    .filter(|value| !value.is_empty())
            };
            let id = field("id").map(|value| value.of(text.as_str()).to_owned());
            // Each article gets a text of its own, so that many records cost no more than their bytes.
            let captured = |values: &[Span]| {
                let mut builder = TextBuilder::over(text);
                let mut spans = Vec::new();
                for value in values {
                    let start = builder.len();
                    builder.push_same(value.of(text.as_str()), value.start);
                    spans.push(Span::new(start, builder.len()));
                }
                let facts = Facts { id: id.clone(), ..Facts::default() };
                (Manuscript { text: builder.finish(), facts, ..Manuscript::default() }, spans)
            };
            let mut item = Item::default();
            if let Some(body) = field(article_field).filter(|_| article_field != draft_field) {
                let values: Vec<Span> = [body].into_iter().chain(field("highlights")).collect();
                let (manuscript, spans) = captured(&values);
                item.article = article_only(manuscript, None, spans[0], &spans[1..]).article;
            }
            if let Some(body) = field(draft_field) {
                let (manuscript, spans) = captured(&[body]);
                item.draft = draft_only(manuscript, spans[0]).draft;
            }
            self.add(output, item, hash);
        }
    }

    /// What is known of a page besides its content.
    fn context(&self) -> html::Context<'_> {
        html::Context {
            url: self.input.given.url.as_deref().or(self.input.url),
            captured: self.input.captured.as_ref(),
        }
    }

    fn item(&self, manuscript: Manuscript) -> Item {
        if self.purpose == Purpose::Draft {
            Item { draft: Some(manuscript), article: None }
        } else {
            Item { article: Some(manuscript), draft: None }
        }
    }

    fn add(&self, output: &mut Output, item: Item, hash: &str) {
        let Output { contents, place } = output;
        let place = place.or(self.input.place);
        contents.articles.extend(item.article.and_then(|manuscript| self.article(manuscript, hash, place)));
        contents.drafts.extend(item.draft.and_then(|manuscript| self.article(manuscript, hash, place)));
    }

    /// The article of a manuscript, or nothing if no text is left.
    fn article(&self, manuscript: Manuscript, hash: &str, place: Option<Place>) -> Option<Article> {
        let (text, paragraphs) = manuscript.assemble();
        if paragraphs.is_empty() {
            return None;
        }
        let given = &self.input.given;
        let facts = Facts {
            url: given.url.clone(),
            outlet: given.outlet.clone(),
            title: given.title.clone(),
            published: given.published.clone().map(|published| Published { from: DateSource::Given, ..published }),
            ..Facts::default()
        }
        .or(manuscript.facts);
        let title = paragraphs
            .iter()
            .find(|paragraph| paragraph.kind == ParagraphKind::Title)
            .map(|paragraph| text.slice(paragraph.span).to_owned());
        let first = paragraphs.iter().find(|paragraph| paragraph.kind == ParagraphKind::Body);
        let dateline = first.and_then(|paragraph| dateline::dateline(text.slice(paragraph.span))).unwrap_or_default();
        let last = paragraphs.iter().rfind(|paragraph| paragraph.kind == ParagraphKind::Body);
        let is_cut = last.is_some_and(|paragraph| {
            text.slice(paragraph.span).trim_end_matches(']').ends_with(['…'])
                || text.slice(paragraph.span).trim_end_matches(']').ends_with("...")
        });
        let access = match facts.access {
            Some(Access::Paywalled) if is_cut => Some(Access::Teaser),
            access => access,
        };
        let corrections = paragraphs
            .iter()
            .map(|paragraph| paragraph.span)
            .filter(|&span| correction::is_correction(text.slice(span)));
        let corrections = corrections.collect();
        let written_in = dateline.place.map(str::to_owned);
        let agency = facts.agency.or_else(|| dateline.agency.map(str::to_owned));
        // The language costs as much as a tenth of what annotating does, and annotations do not ask for it.
        let told = if self.purpose == Purpose::Given { None } else { language::language(text.as_str()) };
        let language = told.or(facts.language);
        Some(Article {
            id: facts.id,
            path: self.input.name.map(str::to_owned),
            sha256: hash.to_owned(),
            url: facts.url.or(self.input.url.map(str::to_owned)),
            outlet: facts.outlet,
            title: given.title.clone().or(facts.title).or(title),
            authors: facts.authors,
            agency,
            dateline: written_in,
            access,
            published: facts.published,
            modified: facts.modified,
            captured: self.input.captured.clone().or(facts.captured),
            place,
            language,
            text,
            paragraphs,
            corrections,
            dropped: manuscript.dropped,
        })
    }

    /// Fills in outlets from addresses and names, and refuses an input without any text.
    fn finish(&self, mut output: Output) -> Result<Contents, Error> {
        let contents = &mut output.contents;
        if contents.articles.is_empty() && contents.drafts.is_empty() && contents.addresses.is_empty() {
            return Err(Error::NoText { message: "nothing that could be a paragraph".to_owned() });
        }
        // `-` is standard input, which has no name.
        let stem = self.input.name.map(stem).filter(|stem| !matches!(*stem, "" | "-"));
        let several = contents.articles.len() > 1;
        for (index, article) in contents.articles.iter_mut().enumerate() {
            let host = || article.url.as_deref().and_then(url::host).map(str::to_owned);
            let number = article.place.map(|place| place.number).or(several.then_some(index as u64 + 1));
            let named = || stem.map(|stem| number.map_or(stem.to_owned(), |number| format!("{stem} {number}")));
            if article.outlet.is_none() {
                article.outlet = host().or_else(named);
            }
        }
        Ok(output.contents)
    }
}

/// The last part of a path without its extension.
fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.strip_suffix(".gz").unwrap_or(name);
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && extension.len() <= 8 => stem,
        _ => name,
    }
}

/// Refuses what is not exactly one JSON value.
fn whole_value(json: &str) -> Result<(), Error> {
    serde_json::from_str::<&serde_json::value::RawValue>(json).map(|_| ()).map_err(|error| json::malformed(&error))
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
