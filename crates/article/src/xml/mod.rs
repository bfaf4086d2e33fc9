//! News in XML: feeds, sitemaps, and the formats of news agencies.

mod document;
mod feed;
mod newsml;
mod nitf;
mod sitemap;

use coincide_text::Text;

use crate::parts::{Item, Purpose};
use crate::{Address, Error, Kind, Problem};
use document::Document;

/// Entries of a feed or a sitemap past this number are left out: as many as a sitemap may have (sitemaps.org 0.9).
const MOST_ENTRIES: usize = 50_000;

/// What an XML document holds.
#[derive(Default)]
pub(crate) struct Holdings {
    pub(crate) items: Vec<Item>,
    /// What it names without bringing it along.
    pub(crate) addresses: Vec<Address>,
    pub(crate) problems: Vec<Problem>,
}

impl Holdings {
    /// The entries that are read; the others are counted.
    fn bound(&mut self, entries: &mut Vec<usize>) {
        let left_out = entries.len().saturating_sub(MOST_ENTRIES);
        if left_out > 0 {
            entries.truncate(MOST_ENTRIES);
            let message = format!("{left_out} entries beyond the first {MOST_ENTRIES} are left out");
            self.problems.push(Problem::of_all(message));
        }
    }
}

/// What a document in XML is by its outermost element, if that is one of those read here.
pub(crate) fn recognise(text: &str) -> Option<Kind> {
    let root = root(text)?;
    let local = root.rsplit_once(':').map_or(root, |(_, local)| local);
    Some(match local {
        "rss" | "feed" | "RDF" => Kind::Feed,
        "urlset" | "sitemapindex" => Kind::Sitemap,
        "newsItem" | "newsMessage" | "packageItem" | "NewsML" => Kind::NewsMl,
        "nitf" => Kind::Nitf,
        _ => return None,
    })
}

/// The name of the outermost element, prefix included, if `text` begins as an XML document does.
pub(crate) fn root(text: &str) -> Option<&str> {
    let mut rest = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    // A prologue is short; more of it is none.
    for _ in 0..16 {
        if let Some(declaration) = rest.strip_prefix("<?") {
            rest = declaration.split_once("?>")?.1;
        } else if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->")?.1;
        } else if let Some(doctype) = rest.strip_prefix("<!DOCTYPE") {
            let end = doctype.find(['[', '>'])?;
            rest = match doctype[end..].strip_prefix('[') {
                Some(subset) => subset.split_once(']')?.1.split_once('>')?.1,
                None => &doctype[end + 1..],
            };
        } else {
            break;
        }
        rest = rest.trim_start();
    }
    let name = rest.strip_prefix('<')?;
    let end = name.find(|c: char| !(c.is_alphanumeric() || "_:-.".contains(c)))?;
    (end > 0).then(|| &name[..end])
}

/// Reads a document of one of the kinds that [`recognise`] tells.
///
/// # Errors
///
/// If it breaks before its first element.
pub(crate) fn read(text: &Text, kind: Kind, purpose: Purpose) -> Result<Holdings, Error> {
    let document = Document::parse(text);
    let mut holdings = match kind {
        Kind::Feed => feed::read(&document, purpose),
        Kind::Sitemap => sitemap::read(&document),
        Kind::Nitf => nitf::read(&document, purpose),
        _ => newsml::read(&document, purpose),
    };
    if document.left_out > 0 {
        let message = format!("{} elements beyond the first {} are left out", document.left_out, document.len());
        holdings.problems.push(Problem::of_all(message));
    }
    if let Some((at, message)) = &document.broken {
        let before = &text.as_str()[..*at];
        let (line, column) =
            (before.matches('\n').count() + 1, at - before.rfind('\n').map_or(0, |newline| newline + 1) + 1);
        if document.is_empty() {
            return Err(Error::Malformed { format: "XML", line, column, message: message.clone() });
        }
        holdings.problems.push(Problem {
            line: Some(line),
            column: Some(column),
            byte: None,
            message: format!("malformed XML: {message}; what stands before it was read"),
        });
    }
    Ok(holdings)
}
