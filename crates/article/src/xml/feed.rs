//! RSS 0.9x, 1.0 and 2.0 and Atom (RFC 4287).
//!
//! The crate `feed-rs` reads these into values that no longer know where they stood; here every character of an entry
//! keeps its place, through the escaping of the entry and that of the page in it.

use coincide_text::{Span, TextBuilder};

use super::Holdings;
use super::document::Document;
use crate::date::parse_date;
use crate::escape::unescaped;
use crate::facts::Facts;
use crate::json::language_code;
use crate::parts::{Item, Parts, Purpose};
use crate::{Access, Address, DateSource, Problem, Published, agency, byline};

/// The `description` of RSS is a synopsis by its standard, and now and then the whole text; then it is longer than
/// this many characters.
const LONGEST_SUMMARY: usize = 1500;

/// How a text ends that was cut off.
const CUT: &[&str] = &["…", "...", "[…]", "[...]", "[&#8230;]", "[&hellip;]"];

/// The entries of a feed. Those without a text are addresses.
pub(super) fn read(document: &Document<'_>, purpose: Purpose) -> Holdings {
    let mut holdings = Holdings::default();
    if document.is_empty() {
        return holdings;
    }
    let feed = Feed::of(document);
    let mut entries = feed.entries();
    holdings.bound(&mut entries);
    for entry in entries {
        let facts = feed.facts(entry);
        let bare = match feed.body(entry) {
            Some(body) => match feed.parts(entry, body, facts).item(purpose) {
                Item { article: Some(article), .. } if !article.has_text() => article.facts,
                item => {
                    holdings.items.push(item);
                    continue;
                }
            },
            None => facts,
        };
        let Facts { url, title, published, .. } = bare;
        holdings.addresses.extend(url.map(|url| Address { url, title, published }));
    }
    if holdings.items.is_empty() && holdings.addresses.is_empty() {
        holdings.problems.push(Problem::of_all("the feed has no entries"));
    }
    holdings
}

struct Feed<'a, 'b> {
    document: &'b Document<'a>,
    /// The element that says what the feed is: `channel` or `feed`.
    head: usize,
    is_atom: bool,
    /// The prefix of the feed's own elements, with its colon.
    prefix: &'a str,
    outlet: Option<String>,
    language: Option<String>,
}

impl<'a, 'b> Feed<'a, 'b> {
    fn of(document: &'b Document<'a>) -> Self {
        let root = document.element(0);
        let is_atom = root.local() == "feed";
        // The root of RSS 1.0 is that of RDF, and its other elements have no prefix.
        let prefix = if is_atom { &root.name()[..root.name().len() - root.local().len()] } else { "" };
        let head = if is_atom { 0 } else { document.child(0, "channel").unwrap_or(0) };
        let mut feed = Self { document, head, is_atom, prefix, outlet: None, language: None };
        feed.outlet = feed.said(head, "title").map(|title| unescaped(&title));
        let language = feed.said(head, "language").or_else(|| feed.said(head, "dc:language"));
        feed.language = language.or_else(|| root.attribute("xml:lang")).map(|language| language_code(&language));
        feed
    }

    fn entries(&self) -> Vec<usize> {
        let (head, wanted) = (self.head, if self.is_atom { "entry" } else { "item" });
        // RSS 1.0 has its items beside the channel.
        let outer = (head != 0).then(|| self.document.children(0)).into_iter().flatten();
        let mut entries: Vec<usize> = self.document.children(head).chain(outer).collect();
        entries.retain(|&child| self.document.element(child).local() == wanted);
        entries
    }

    /// The child of this name of the feed's own, or of another vocabulary if it has a prefix.
    fn child(&self, entry: usize, name: &str) -> Option<usize> {
        if self.prefix.is_empty() || name.contains(':') {
            return self.document.child(entry, name);
        }
        self.document.child(entry, &format!("{}{name}", self.prefix))
    }

    fn said(&self, entry: usize, name: &str) -> Option<String> {
        self.document.words(self.child(entry, name)?)
    }

    fn date(&self, entry: usize, names: &[&str]) -> Option<Published> {
        let found = names.iter().find_map(|name| parse_date(&self.said(entry, name)?))?;
        Some(Published { from: DateSource::Field, ..found })
    }

    fn facts(&self, entry: usize) -> Facts {
        let source = self.child(entry, "source").and_then(|source| {
            // That of Atom is a feed, that of RSS a name.
            self.said(source, "title").or_else(|| self.document.words(source).filter(|_| !self.is_atom))
        });
        let outlet = source.or_else(|| self.outlet.clone()).map(|outlet| unescaped(&outlet));
        let authors = self.authors(entry);
        let agency = authors.iter().chain(&outlet).find_map(|name| agency::news_agency(name)).map(str::to_owned);
        Facts {
            id: self.said(entry, if self.is_atom { "id" } else { "guid" }),
            url: self.link(entry),
            outlet,
            title: self.said(entry, "title").map(|title| unescaped(&title)),
            authors,
            agency,
            published: self.date(entry, &["published", "pubDate", "dc:date", "dcterms:created", "issued", "updated"]),
            modified: self.date(entry, &["updated", "atom:updated", "dcterms:modified", "modified"]),
            language: self
                .said(entry, "dc:language")
                .map(|language| language_code(&language))
                .or_else(|| self.language.clone()),
            ..Facts::default()
        }
    }

    /// The address of the page that an entry is about.
    fn link(&self, entry: usize) -> Option<String> {
        let named = format!("{}link", self.prefix);
        let links = || self.document.children(entry).filter(|&child| self.document.element(child).name() == named);
        if self.is_atom {
            let of_relation = |wanted: &str| {
                links().map(|link| self.document.element(link)).find_map(|link| {
                    let relation = link.attribute("rel").unwrap_or_else(|| "alternate".to_owned());
                    link.attribute("href").filter(|_| relation == wanted)
                })
            };
            return of_relation("alternate").or_else(|| of_relation("self"));
        }
        let link = links().find_map(|link| self.document.words(link));
        let guid = || {
            let guid = self.child(entry, "guid")?;
            let is_link = self.document.element(guid).attribute("isPermaLink").is_none_or(|value| value == "true");
            self.document.words(guid).filter(|address| is_link && address.starts_with("http"))
        };
        link.or_else(guid)
    }

    /// Who signed an entry, or an Atom feed whose entries do not name theirs: people, and agencies where they sign.
    fn authors(&self, entry: usize) -> Vec<String> {
        let mut names = Vec::new();
        let holders = [entry, self.head];
        for &holder in if self.is_atom { &holders[..] } else { &holders[..1] } {
            for child in self.document.children(holder) {
                match self.document.element(child).local() {
                    "author" if self.is_atom => names.extend(self.said(child, "name")),
                    "author" => names.extend(self.document.words(child).map(|author| person(&author).to_owned())),
                    "creator" => names.extend(self.document.words(child)),
                    _ => {}
                }
            }
            if !names.is_empty() {
                break;
            }
        }
        let mut people: Vec<String> = Vec::new();
        for name in names.iter().map(|name| unescaped(name)) {
            let credit = byline::credit_line(&format!("By {}", byline::strip_label(&name, "by ").unwrap_or(&name)));
            let found = credit.map(|credit| credit.facts.authors).filter(|found| !found.is_empty());
            for person in found.unwrap_or_else(|| vec![name]) {
                if !people.contains(&person) {
                    people.push(person);
                }
            }
        }
        people
    }

    /// The child of this name that has a text.
    fn with_words(&self, entry: usize, name: &str) -> Option<usize> {
        self.child(entry, name).filter(|&child| self.document.has_words(child))
    }

    /// The element with the text of an entry.
    fn body(&self, entry: usize) -> Option<usize> {
        let [full, short] = if self.is_atom { ["content", "summary"] } else { ["content:encoded", "description"] };
        self.with_words(entry, full).or_else(|| self.with_words(entry, short))
    }

    /// Whether the text of an entry is not all of the article: a summary by its name or its length, or cut off.
    fn is_teaser(&self, body: usize, text: &str) -> bool {
        let text = text.trim_end().trim_end_matches("</p>").trim_end();
        let is_short = || text.chars().nth(LONGEST_SUMMARY).is_none();
        match self.document.element(body).local() {
            "summary" => true,
            "description" if is_short() => true,
            _ => CUT.iter().any(|mark| text.ends_with(mark)),
        }
    }

    /// The parts of an entry whose text stands in the element `body`.
    fn parts(&self, entry: usize, body: usize, facts: Facts) -> Parts {
        let mut builder = TextBuilder::over(self.document.text);
        let mut push = |element: usize| {
            if !builder.is_empty() {
                builder.push_inserted("\n\n");
            }
            let start = builder.len();
            let form = self.document.element(element).attribute("type");
            if self.is_atom && form.is_some_and(|form| form == "xhtml" || form.ends_with("+xml")) {
                let inner = self.document.element(element).inner;
                builder.push_same(inner.of(self.document.text.as_str()), inner.start);
            } else {
                self.document.push(&mut builder, element);
            }
            Span::new(start, builder.len())
        };
        let title = self.with_words(entry, "title").map(&mut push);
        let span = push(body);
        let form = self.document.element(body).attribute("type");
        let is_plain = self.is_atom && form.is_none_or(|form| form == "text" || form == "text/plain");
        let access = self.is_teaser(body, span.of(builder.as_str())).then_some(Access::Teaser);
        let facts = Facts { access, ..facts };
        Parts { text: builder.finish(), facts, title, summary: Vec::new(), body: span, is_html: Some(!is_plain) }
    }
}

/// The name in the `author` of RSS: `desk@coast-radio.example (Inga Strand)`.
fn person(author: &str) -> &str {
    match author.split_once('(') {
        Some((address, name)) if address.contains('@') => name.trim_end_matches(')').trim(),
        _ => author,
    }
}
