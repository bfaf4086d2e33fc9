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

/// What an XML document holds.
#[derive(Default)]
pub(crate) struct Holdings {
    pub(crate) items: Vec<Item>,
    /// What it names without bringing it along.
    pub(crate) addresses: Vec<Address>,
    pub(crate) problems: Vec<Problem>,
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
