//! Who wrote, as the page shows it: what its markup says is the author, and the line beside the headline.

use std::ops::Range;

use super::credit::{Credited, Kind, Source, credited, has_label, has_role};
use super::fields::distinct;
use super::head::clean;
use super::title::hides;
use crate::DateSource;
use crate::date::find_date;
use crate::html::attribute::Attribute;
use crate::html::name::Name;
use crate::html::tree::Tree;

/// A byline stands at most this far from the headline, in bytes of text: below a summary and a picture's caption.
const FARTHEST: usize = 2500;

/// A byline above the headline stands nearer.
const FARTHEST_ABOVE: usize = 300;

/// A longer line is no byline, in bytes.
const LONGEST_LINE: usize = 240;

/// A longer text is no name with what belongs to it, in bytes.
const LONGEST_NAME: usize = 80;

/// A line that begins with an agency's name and is longer may be a sentence, in bytes.
const LONGEST_WIRE: usize = 40;

/// An element with more elements in it is no byline.
const MOST_ELEMENTS: usize = 60;

/// Elements that may be bylines past this number are not looked into.
const MOST_CANDIDATES: usize = 300;

/// What stands far from the headline counts if it is the same one or two people throughout: more are the authors of
/// other articles.
const MOST_FAR: usize = 2;

/// A line without a label is looked for in this many blocks after the headline.
const MOST_BLOCKS: usize = 8;

/// The folders that the pages of authors stand in.
#[rustfmt::skip]
const FOLDERS: &[&str] = &[
    "/author/", "/authors/", "/auteur/", "/auteurs/", "/autor/", "/autore/", "/autoren/", "/autores/", "/autori/", "/by/",
    "/byline/", "/columnist/", "/columnists/", "/contributor/", "/contributors/", "/correspondents/", "/firmas/",
    "/forfatter/", "/journalist/", "/journaliste/", "/journalists/", "/redakteur/",
    "/redakteure/", "/redaktoren/", "/reporter/", "/reporters/", "/skribent/", "/writer/", "/writers/",
    "/yazar/", "/yazarlar/",
];

/// What the class of a byline says it is. Lower case.
const BYLINES: &[&str] =
    &["auteur", "author", "autor", "byline", "contributor", "forfatter", "reporter", "signature", "writer"];

/// What the class of something else on the page says it is. Lower case.
#[rustfmt::skip]
const ELSEWHERE: &[&str] = &[
    "authoris", "authority", "authoriz", "caption", "carousel", "comment", "credit", "footer", "more-from", "most-read",
    "newsletter", "photographer", "popular", "quote", "recommend", "related", "sidebar", "teaser", "testimonial", "trending",
];

/// What stands before the name of someone who did not write.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "checked by", "edited by", "photo by", "photos by", "photography by", "reviewed by", "translated by", "illustration by", "illustrated by",
    "foto:", "fotos:", "photo:", "photos:",
];

/// The places of a page where bylines may stand.
pub(super) struct Bylines<'a> {
    tree: &'a Tree,
    headline: Option<usize>,
    /// For each element whether it belongs to something other than the article: a comment, a teaser of another article,
    /// a menu; or is not shown.
    elsewhere: Vec<bool>,
    range: Range<usize>,
}

impl<'a> Bylines<'a> {
    /// The places around the headline; without one the whole page.
    pub(super) fn near(tree: &'a Tree, headline: Option<usize>) -> Self {
        Self::within(tree, headline, near(tree, headline))
    }

    /// All of the page.
    pub(super) fn all(tree: &'a Tree, headline: Option<usize>) -> Self {
        Self::within(tree, headline, 0..tree.elements.len())
    }

    fn within(tree: &'a Tree, headline: Option<usize>, range: Range<usize>) -> Self {
        // What an element stands in begins before it.
        let mut elsewhere = vec![false; range.end];
        for at in 1..elsewhere.len() {
            // What holds the headline holds the byline too, whatever it is called.
            let around = headline.is_some_and(|headline| tree.contains(at, headline));
            elsewhere[at] = elsewhere[tree.elements[at].parent()] || !around && is_other(tree, at);
        }
        Self { tree, headline, elsewhere, range }
    }

    fn is_elsewhere(&self, at: usize) -> bool {
        self.elsewhere.get(at).copied().unwrap_or(true)
    }

    /// What the markup says is the author: `rel=author`, `itemprop=author`, a link to an author's page.
    pub(super) fn marked(&self) -> Vec<Credited> {
        let mut names = Vec::new();
        let mut until = 0;
        let marked = self.range.clone().filter(|&at| is_marked(self.tree, at) && !self.is_elsewhere(at));
        for at in marked.take(MOST_CANDIDATES) {
            if at < until {
                continue;
            }
            let found = self.named_in(at);
            if !found.is_empty() {
                until = self.tree.elements[at].end();
                names.extend(found);
            }
        }
        distinct(names)
    }

    /// The names in the first element whose class says that it is a byline; people before desks.
    pub(super) fn named(&self) -> Vec<Credited> {
        let first = |kind| self.first_named(kind);
        first(Kind::Person).or_else(|| first(Kind::Organisation)).unwrap_or_default()
    }

    fn first_named(&self, kind: Kind) -> Option<Vec<Credited>> {
        let range = self.range.clone();
        range
            .filter(|&at| self.is_called_byline(at))
            .take(MOST_CANDIDATES)
            .map(|at| self.named_in(at))
            .find(|names| names.iter().any(|credited| credited.kind == kind))
    }

    fn is_called_byline(&self, at: usize) -> bool {
        let called = |attribute| {
            self.tree.attribute(at, attribute).is_some_and(|value| {
                let value = value.to_ascii_lowercase();
                BYLINES.iter().any(|name| value.contains(name))
            })
        };
        !self.is_elsewhere(at)
            && self.tree.elements[at].name != Name::Body
            && [Attribute::Class, Attribute::Id, Attribute::DataName].into_iter().any(called)
    }

    /// The names in a line that begins with a label such as `By`.
    pub(super) fn labelled(&self) -> Vec<Credited> {
        self.lines()
            .filter(|(_, line)| has_label(line))
            .take(MOST_CANDIDATES)
            .map(|(_, line)| credited(&line, Source::Line))
            .find(|names| names.iter().any(|credited| credited.kind != Kind::Organisation))
            .unwrap_or_default()
    }

    /// The name in a line right after the headline that gives a role or a date beside it.
    pub(super) fn unlabelled(&self) -> Vec<Credited> {
        let below = self.headline.map_or(0, |headline| self.tree.elements[headline].end());
        self.lines()
            .filter(|(at, _)| *at >= below)
            .take(MOST_BLOCKS)
            .map(|(_, line)| (credited(&line, Source::Line), line))
            .find(|(names, line)| names.first().is_some_and(|first| is_signed(line, first)))
            .map(|(names, _)| names)
            .unwrap_or_default()
    }

    /// The blocks that are short enough for a byline.
    fn lines(&self) -> impl Iterator<Item = (usize, String)> {
        let blocks = self.range.clone().filter(|&at| self.tree.elements[at].name.is_block() && !self.is_elsewhere(at));
        blocks.filter_map(|at| Some((at, self.line(at)?)))
    }

    /// Who alone is marked as an author on all of the page, below the text say.
    pub(super) fn only(&self) -> Vec<Credited> {
        let marked = self.marked();
        if (1..=MOST_FAR).contains(&marked.len()) {
            return marked;
        }
        self.first_named(Kind::Person).unwrap_or_default()
    }

    /// The text of an element that is short enough for a byline. What stands in different elements is parted by line
    /// breaks, unless a blank, a comma or a joint stands between.
    fn line(&self, element: usize) -> Option<String> {
        let pieces = &self.tree.pieces[self.tree.elements[element].pieces()];
        let length = pieces.last()?.span().end - pieces.first()?.span().start;
        if length > LONGEST_LINE || self.tree.descendants(element).len() > MOST_ELEMENTS {
            return None;
        }
        let mut line = String::new();
        for piece in pieces {
            let text = self.tree.text.slice(piece.span());
            let parted = line.ends_with(|last: char| last.is_alphanumeric() || last == ':')
                && text.starts_with(|first: char| first.is_alphanumeric());
            if parted {
                line.push('\n');
            }
            line.push_str(text);
        }
        let clean = line.split('\n').map(clean).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        (!clean.is_empty()).then_some(clean)
    }

    /// The names in an element that is about the author: in the parts of it that hold a name and nothing else, else in
    /// its line.
    fn named_in(&self, element: usize) -> Vec<Credited> {
        let tree = self.tree;
        if tree.elements[element].name == Name::Meta {
            let content = tree.attribute(element, Attribute::Content).map(clean).unwrap_or_default();
            return credited(&content, Source::Field);
        }
        if tree.descendants(element).len() > MOST_ELEMENTS {
            return Vec::new();
        }
        let inner = self.inner_names(element);
        if !inner.is_empty() {
            return inner;
        }
        let Some(line) = self.line(element) else { return Vec::new() };
        let alone = !line.contains('\n') && is_named(tree, element);
        credited(&line, if alone { Source::Field } else { Source::Line })
    }

    /// The names in the elements inside that are marked as names.
    fn inner_names(&self, element: usize) -> Vec<Credited> {
        let tree = self.tree;
        let mut names = Vec::new();
        let mut until = 0;
        for at in tree.descendants(element) {
            if at < until || !is_name(tree, at) || self.is_of_other(at) {
                continue;
            }
            let words = match tree.elements[at].name {
                Name::Meta => tree.attribute(at, Attribute::Content).map(clean),
                _ => self.line(at),
            };
            let words = words.filter(|words| words.len() <= LONGEST_NAME).unwrap_or_default();
            let alone = !words.contains('\n') && is_named(tree, at);
            let found = credited(&words, if alone { Source::Field } else { Source::Line });
            if !found.is_empty() {
                until = tree.elements[at].end();
                names.extend(found);
            }
        }
        distinct(names)
    }

    /// Whether the words before an element say that what follows is someone who did not write.
    fn is_of_other(&self, at: usize) -> bool {
        let first = self.tree.elements[at].pieces().start;
        let before = first.checked_sub(1).and_then(|before| self.tree.pieces.get(before));
        before.is_some_and(|piece| {
            let words = clean(self.tree.text.slice(piece.span())).to_lowercase();
            OTHERS.iter().any(|other| words.ends_with(other))
        })
    }
}

/// The elements around the headline.
fn near(tree: &Tree, headline: Option<usize>) -> Range<usize> {
    let Some(headline) = headline else { return 0..tree.elements.len() };
    let pieces = tree.elements[headline].pieces();
    let start = tree.pieces.get(pieces.start).map_or(0, |piece| piece.span().start);
    let end = pieces.end.checked_sub(1).and_then(|last| tree.pieces.get(last)).map_or(0, |piece| piece.span().end);
    let at = |offset: usize| tree.pieces.partition_point(|piece| piece.span().start < offset);
    let element = |piece: usize| tree.pieces.get(piece).map(|piece| piece.element());
    let first = element(at(start.saturating_sub(FARTHEST_ABOVE))).unwrap_or(0);
    first..element(at(end + FARTHEST)).unwrap_or(tree.elements.len()).max(first)
}

/// Whether an element is something other than the article, or is not shown.
fn is_other(tree: &Tree, at: usize) -> bool {
    let element = &tree.elements[at];
    let called = |attribute| {
        tree.attribute(at, attribute).is_some_and(|value| {
            let value = value.to_ascii_lowercase();
            ELSEWHERE.iter().any(|name| value.contains(name))
        })
    };
    // A page's own frame may be called after what stands beside the article.
    let is_frame = || tree.descendants(at).len() * 2 >= tree.elements.len();
    hides(tree, at)
        || matches!(
            element.name,
            Name::Nav | Name::Footer | Name::Figure | Name::Figcaption | Name::Form | Name::Blockquote
        )
        || [Attribute::Class, Attribute::Id].into_iter().any(called) && !is_frame()
}

fn is_marked(tree: &Tree, at: usize) -> bool {
    let has = |attribute, wanted: &str| {
        tree.attribute(at, attribute)
            .is_some_and(|value| value.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case(wanted)))
    };
    let links = |href: &str| FOLDERS.iter().any(|folder| href.contains(folder));
    has(Attribute::Rel, "author")
        || has(Attribute::ItemProp, "author")
        || has(Attribute::Property, "schema:author")
        || tree.elements[at].name == Name::A && tree.attribute(at, Attribute::Href).is_some_and(links)
}

/// Whether an element may hold the name of the author alone.
fn is_name(tree: &Tree, at: usize) -> bool {
    is_marked(tree, at) || is_named(tree, at)
}

/// Whether an element is marked as a name, of whatever form: by schema.org, by hCard, by its class. A link to an
/// author's page may say `see all`.
fn is_named(tree: &Tree, at: usize) -> bool {
    let class = tree.attribute(at, Attribute::Class).unwrap_or_default().to_ascii_lowercase();
    let item = tree.attribute(at, Attribute::ItemProp).unwrap_or_default();
    matches!(item, "name" | "author")
        || class
            .split_ascii_whitespace()
            .any(|class| matches!(class, "fn" | "author" | "byline") || class.ends_with("name"))
}

/// Whether a line without a label is a byline all the same: right after the name a role or a date, or an
/// agency and a place.
fn is_signed(line: &str, first: &Credited) -> bool {
    let Some(rest) = line.strip_prefix(first.name.as_str()) else { return false };
    let role = || rest.split_whitespace().any(has_role);
    let date = || find_date(rest, DateSource::Byline).is_some();
    // `AFP, OSTVIK`
    let is_wire = first.kind == Kind::Agency && line.len() <= LONGEST_WIRE;
    is_wire
        || first.kind == Kind::Person
            && rest.trim_start_matches(' ').starts_with(['|', '•', '·', ',', '\n'])
            && rest.len() <= LONGEST_NAME
            && (role() || date())
}
