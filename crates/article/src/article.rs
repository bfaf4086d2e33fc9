use coincide_text::{Span, Text};
use jiff::civil::{Date, Time};

use crate::Place;

/// One outlet's account, cleaned; or a draft, which is read in the same way.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// The identifier its record gave it, if any.
    pub id: Option<String>,
    /// The name of the input it was read from, as the caller named it.
    pub path: Option<String>,
    /// SHA-256 of the input's bytes (of the line, for JSON lines; of a record's payload, for archives), in lower-case
    /// hexadecimal.
    pub sha256: String,
    /// Where it was published.
    pub url: Option<String>,
    /// Who published it: an organisation's name.
    pub outlet: Option<String>,
    /// Its headline, without what a page adds to it. The paragraph of that kind may have less or more: a kicker, a date.
    pub title: Option<String>,
    /// Who signed it: people, and agencies or organisations where they sign.
    pub authors: Vec<String>,
    /// The news agency it credits, as `AP` or `Reuters`: the strongest sign of wire copy.
    pub agency: Option<String>,
    /// The place it was written in, as its dateline has it.
    pub dateline: Option<String>,
    /// Whether readers must pay for it, if the page says so.
    pub access: Option<Access>,
    /// When it was published.
    pub published: Option<Published>,
    /// When it was last changed.
    pub modified: Option<Published>,
    /// When its capture was made, if that is known: it was published before. Never the time of publication.
    pub captured: Option<Moment>,
    /// Where in its input it stands, if that is an archive or JSON lines: see [`captures`](crate::captures).
    pub place: Option<Place>,
    /// ISO 639-1 code of the language it is written in, if it could be told.
    pub language: Option<String>,
    /// The clean text: its paragraphs, a blank line between two of them.
    pub text: Text,
    /// The paragraphs of `text`, in order. Title, standfirst and highlights are paragraphs too.
    pub paragraphs: Vec<Paragraph>,
    /// The paragraphs in which the outlet says that it corrected the article.
    pub corrections: Vec<Span>,
    /// What the input held besides, and why it was left out.
    pub dropped: Vec<Dropped>,
}

/// Whether readers must pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Access {
    /// All of it can be read by anyone.
    Free,
    /// It stands behind a paywall; the text may be whole, if the page holds it.
    Paywalled,
    /// The text is only its beginning or a summary: the rest stands behind a paywall, or was left out of a feed.
    Teaser,
}

/// A paragraph of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands in the text.
    pub span: Span,
    /// What it is.
    pub kind: ParagraphKind,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParagraphKind {
    /// The headline.
    Title,
    /// The summary under the headline, or one of the outlet's own highlights.
    Standfirst,
    /// Running text.
    Body,
    /// A heading between paragraphs.
    Heading,
    /// The words under a picture.
    Caption,
    /// An item of a list.
    ListItem,
    /// A quotation set off from the text.
    BlockQuote,
}

/// Something that was in the input and is not part of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Why, in a word or two: `navigation`, `repeated`, `weather`.
    pub reason: &'static str,
    /// What it said.
    pub text: String,
}

/// When an article was published or changed, how precisely that is known and from what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The moment.
    pub at: Moment,
    /// How much of it is known.
    pub precision: Precision,
    /// What says so.
    pub from: DateSource,
}

/// A civil date, the time of day and the zone, as far as they are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day; for a precision of a month, its first.
    pub date: Date,
    /// The time of day.
    pub time: Option<Time>,
    /// The zone or offset as written: `EST`, `+02:00`, `Z`.
    pub zone: Option<String>,
}

/// How much of a moment is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// Year and month.
    Month,
    /// The day.
    Day,
    /// Hour and minute.
    Minute,
    /// The second.
    Second,
}

/// What a date was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateSource {
    /// The caller said so.
    Given,
    /// A field of a record.
    Field,
    /// Metadata of a page.
    Metadata,
    /// A line beside the byline.
    Byline,
    /// The page's address.
    Address,
    /// A dateline or the caption of a picture: the day of the event, a lower bound.
    Text,
}
