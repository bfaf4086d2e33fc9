mod html;
mod markdown;
#[cfg(feature = "parquet")]
mod parquet;
mod text;

use coincide_article::{Access, Article, ParagraphKind, Place, Unit};
use coincide_text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Published, Span, convert};

pub use html::{ArticlePage, ArticleSection, article_section};
pub use markdown::article_markdown;
#[cfg(feature = "parquet")]
pub use parquet::ArticleTable;
pub use text::article_text;

/// The schema name of [`ArticleValue`].
pub const ARTICLE_SCHEMA: &str = "coincide.article/1";

/// A captured page, record or file as a clean article: `coincide.article/1`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ArticleValue {
    /// `coincide.article/1`.
    #[schemars(extend("const" = ARTICLE_SCHEMA))]
    pub schema: String,
    /// The identifier its record gave it.
    pub id: Option<String>,
    /// The input's name as the caller gave it.
    pub path: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// Who signed it: people, and agencies or organisations where they sign.
    pub authors: Vec<String>,
    /// The news agency it credits.
    pub agency: Option<String>,
    /// The place it was written in, as its dateline has it.
    pub dateline: Option<String>,
    /// Whether readers must pay for it, if the page says so: `free`, `paywalled`, or `teaser` if the text is only its
    /// beginning.
    pub access: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// When it was last changed.
    pub modified: Option<Published>,
    /// When its capture was made: `2031-05-04T10:15:00Z`.
    #[serde(default)]
    pub captured: Option<String>,
    /// Where in its input it stands, if that is an archive or JSON lines.
    #[serde(default)]
    pub place: Option<PlaceValue>,
    /// ISO 639-1 code of the language it is written in.
    pub language: Option<String>,
    /// The clean text, its paragraphs a blank line apart.
    pub text: String,
    /// The paragraphs of `text`, in order.
    pub paragraphs: Vec<ParagraphValue>,
    /// The paragraphs in which the outlet says that it corrected the article. They are part of `text`.
    #[serde(default)]
    pub corrections: Vec<Span>,
    /// What the input held besides.
    pub dropped: Vec<DroppedValue>,
    /// SHA-256 of the input's bytes (of the line, for JSON lines; of a record's payload, for archives).
    pub sha256: String,
}

impl ArticleValue {
    /// The paragraphs with their words, in order.
    fn passages(&self) -> Vec<(&ParagraphValue, &str)> {
        let text = Text::identical(self.text.as_str(), 0);
        let words = |span: Span| {
            let bytes = text.from_code_points(span.start, span.end);
            bytes.and_then(|bytes| self.text.get(bytes.start..bytes.end)).unwrap_or_default()
        };
        self.paragraphs.iter().map(|paragraph| (paragraph, words(paragraph.span))).collect()
    }
}

/// A part of an archive or of JSON lines. The `bytes` of spans are those of this part, unpacked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlaceValue {
    /// `record` or `line`.
    pub unit: String,
    /// Which of them, from 1.
    pub number: u64,
    /// The byte of the input at which it begins, or the gzip member that it begins in.
    pub offset: u64,
}

/// A paragraph: its span, and what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ParagraphValue {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// `title`, `standfirst`, `body`, `heading`, `caption`, `list_item` or `block_quote`.
    pub kind: String,
}

/// Something that was in the input and is not part of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DroppedValue {
    /// Why, in a word or two.
    pub reason: String,
    /// What it said.
    pub text: String,
}

/// The value of `article` as it leaves.
pub fn article(article: &Article) -> ArticleValue {
    let paragraphs = article.paragraphs.iter().map(|paragraph| ParagraphValue {
        span: convert::span(&article.text, paragraph.span),
        kind: kind(paragraph.kind).to_owned(),
    });
    let dropped = article
        .dropped
        .iter()
        .map(|dropped| DroppedValue { reason: dropped.reason.to_owned(), text: dropped.text.clone() });
    ArticleValue {
        schema: ARTICLE_SCHEMA.to_owned(),
        id: article.id.clone(),
        path: article.path.clone(),
        url: article.url.clone(),
        outlet: article.outlet.clone(),
        title: article.title.clone(),
        authors: article.authors.clone(),
        agency: article.agency.clone(),
        dateline: article.dateline.clone(),
        access: article.access.map(|access| self::access(access).to_owned()),
        published: article.published.as_ref().map(convert::published),
        modified: article.modified.as_ref().map(convert::published),
        captured: article.captured.as_ref().map(convert::captured),
        place: article.place.map(place),
        language: article.language.clone(),
        text: article.text.as_str().to_owned(),
        paragraphs: paragraphs.collect(),
        corrections: article.corrections.iter().map(|&span| convert::span(&article.text, span)).collect(),
        dropped: dropped.collect(),
        sha256: article.sha256.clone(),
    }
}

fn place(place: Place) -> PlaceValue {
    let unit = match place.unit {
        Unit::Line => "line",
        _ => "record",
    };
    PlaceValue { unit: unit.to_owned(), number: place.number, offset: place.offset }
}

const fn access(access: Access) -> &'static str {
    match access {
        Access::Free => "free",
        Access::Paywalled => "paywalled",
        Access::Teaser => "teaser",
    }
}

const fn kind(kind: ParagraphKind) -> &'static str {
    match kind {
        ParagraphKind::Title => "title",
        ParagraphKind::Standfirst => "standfirst",
        ParagraphKind::Body => "body",
        ParagraphKind::Heading => "heading",
        ParagraphKind::Caption => "caption",
        ParagraphKind::ListItem => "list_item",
        ParagraphKind::BlockQuote => "block_quote",
    }
}
