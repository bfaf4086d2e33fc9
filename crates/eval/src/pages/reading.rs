use coincide_article::{Article, Dates, Fields, Given, Input, ParagraphKind, read as read_article};
use jiff::civil::Date;

use super::set::PageSetKind;

/// What was read from a page. What is `None` was not asked for.
#[derive(Clone, Debug, Default)]
pub struct PageReading {
    /// The body, its paragraphs on lines of their own.
    pub text: Option<String>,
    /// The title, if there is one.
    pub title: Option<Option<String>>,
    /// Who signed it: people, and agencies or organisations where they sign.
    pub authors: Option<Vec<String>>,
    /// The day of publication, if there is one.
    pub date: Option<Option<Date>>,
    /// Why it could not be read; it then counts as empty.
    pub error: Option<String>,
}

/// Reads a page as `coincide read` does, given its address. Of several articles in it the first counts.
pub(super) fn read(html: &[u8], url: Option<&str>, kind: PageSetKind) -> PageReading {
    let given = Given { url: url.map(str::to_owned), ..Given::default() };
    let input = Input { bytes: html, given, ..Input::default() };
    let (article, error) = match read_article(&input, &Fields::default()) {
        Ok(contents) => (contents.articles.into_iter().next(), None),
        Err(error) => (None, Some(error.to_string())),
    };
    let article = article.unwrap_or_default();
    PageReading {
        text: Some(body(&article, kind)),
        title: Some(article.title),
        authors: Some(article.authors),
        date: Some(article.published.map(|published| published.at.date)),
        error,
    }
}

/// Reads only when a page was published, given its address.
pub(super) fn read_dates(html: &[u8], url: Option<&str>) -> PageReading {
    let given = Given { url: url.map(str::to_owned), ..Given::default() };
    let input = Input { bytes: html, given, ..Input::default() };
    let (dates, error) = match coincide_article::dates(&input) {
        Ok(dates) => (dates, None),
        Err(error) => (Dates::default(), Some(error.to_string())),
    };
    PageReading { date: Some(dates.published.map(|published| published.at.date)), error, ..PageReading::default() }
}

/// The paragraphs of the article that are in its body as the set has it.
fn body(article: &Article, kind: PageSetKind) -> String {
    let counts = |paragraph: ParagraphKind| match paragraph {
        ParagraphKind::Title | ParagraphKind::Caption => false,
        ParagraphKind::Standfirst => kind == PageSetKind::Fundus,
        ParagraphKind::Body | ParagraphKind::Heading | ParagraphKind::ListItem | ParagraphKind::BlockQuote => true,
    };
    let paragraphs = article.paragraphs.iter().filter(|paragraph| counts(paragraph.kind));
    paragraphs.map(|paragraph| paragraph.span.of(article.text.as_str())).collect::<Vec<_>>().join("\n")
}
