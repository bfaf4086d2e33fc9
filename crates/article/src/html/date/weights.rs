//! How far each place is believed, in points. A point means nothing by itself; only the order and the distances matter.
//! Days that several kinds of place name add up, see [`super::choose`].

/// JSON-LD of an article.
pub(super) const ARTICLE_DATA: i32 = 60;
/// JSON-LD of a second article: one of a list, seldom this one.
pub(super) const FURTHER_ARTICLE: i32 = 25;
/// JSON-LD of the page: of the day it was set up, for pages that are no articles.
pub(super) const PAGE_DATA: i32 = 45;
/// JSON-LD of the video or picture of a page that is nothing else.
pub(super) const MEDIA_DATA: i32 = 25;
/// JSON-LD of what is neither.
pub(super) const OTHER_DATA: i32 = 30;

/// A `meta` element whose name says publication.
pub(super) const META_PUBLISHED: i32 = 56;
/// A `meta` element that says creation, or only a date.
pub(super) const META_DATE: i32 = 36;

/// An address built from a day: it is made when the article is, and no relaunch of the site sets it anew.
pub(super) const ADDRESS_PATH: i32 = 66;
/// A number in an address that can be read as a day.
pub(super) const ADDRESS_NUMBER: i32 = 26;
/// What an address that names a month adds to the days in it.
pub(super) const ADDRESS_MONTH: i32 = 14;

/// A field of the page's programs called for publication.
pub(super) const SCRIPT: i32 = 18;

/// What a place must be believed by itself to add to what another says.
pub(super) const LEAST_ADDED: i32 = 12;

/// What is needed to be told at all.
pub(super) const LEAST: i32 = 10;
/// What is needed where the page has no other day to tell.
pub(super) const LEAST_ALONE: i32 = 8;

/// Where in the page a date is shown, the nearest to the article first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// Beside the headline.
    Headline,
    /// In the element that holds the article.
    Article,
    /// Elsewhere in the page.
    Page,
    /// In what is no part of the article: comments, lists of others, the page's frame.
    Aside,
}

/// How a date is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// As the day of publication, by a label or by name.
    Published,
    /// As a date, by its element or the element's name.
    Date,
    /// By nothing, but it stands in a line of its own or of few words.
    Bare,
    /// It stands in running text.
    Running,
}

/// How far a date in a place is believed.
pub(super) const fn shown(place: Place, mark: Mark) -> i32 {
    match (place, mark) {
        (Place::Headline, Mark::Published) => 54,
        (Place::Headline, Mark::Date) => 48,
        (Place::Headline, Mark::Bare) => 38,
        (Place::Headline, Mark::Running) => 14,
        (Place::Article, Mark::Published) => 42,
        (Place::Article, Mark::Date) => 30,
        (Place::Article, Mark::Bare) => 22,
        (Place::Article, Mark::Running) => 8,
        (Place::Page, Mark::Published) => 32,
        (Place::Page, Mark::Date) => 22,
        (Place::Page, Mark::Bare) => 14,
        (Place::Page, Mark::Running) => 5,
        (Place::Aside, Mark::Published) => 12,
        (Place::Aside, Mark::Date) => 8,
        (Place::Aside, Mark::Bare) => 5,
        (Place::Aside, Mark::Running) => 1,
    }
}
