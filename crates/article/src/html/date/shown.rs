//! Dates in the body: what readers see, and the attributes of what they see.

use super::candidate::{Candidate, Kind, Role, machine_date};
use super::head::is_of_body;
use super::labels::{Names, label};
use super::weights::{Mark, Place, shown};
use crate::date::{FoundDate, Order, Style, find_dates};
use crate::html::attribute::Attribute;
use crate::html::name::Name;
use crate::html::tree::Tree;
use crate::{DateSource, Precision, Published};

/// Lines with a date that are looked at; a page with more is a list.
const MOST: usize = 600;

/// The longest text, in bytes, of an element whose name can speak for the date in it.
const NAMED_LENGTH: usize = 200;

/// How far behind the headline, and in front of it, a date stands beside it: in bytes of text.
const BEHIND_HEADLINE: usize = 700;
const BEFORE_HEADLINE: usize = 250;
/// How far a date stands at most that follows the headline at once.
const AT_HEADLINE: usize = 120;

/// The text, in bytes, of an element that holds hardly more than a date and who wrote.
const DATE_LINE: usize = 60;

/// Words in front of a date that can be its label, in bytes.
const LABEL_LENGTH: usize = 60;

/// A line of at most this many bytes besides its date is no running text.
const BARE_LENGTH: usize = 90;

/// The longest stretch of running text that is searched.
const LONGEST_LINE: usize = 4000;

pub(super) struct Shown<'a> {
    tree: &'a Tree,
    style: &'a Style,
    /// The element of the headline and where its text stands.
    headline: Option<(usize, usize, usize)>,
    /// For each element the nearest one that begins a line, itself included.
    blocks: Vec<u32>,
    /// For each element, once asked: whether it stands aside.
    aside: Vec<Option<bool>>,
}

impl<'a> Shown<'a> {
    pub(super) fn new(tree: &'a Tree, style: &'a Style, titles: &[String]) -> Self {
        let headline = headline(tree, titles).map(|element| {
            let pieces = &tree.pieces[tree.elements[element].pieces()];
            let start = pieces.first().map_or(0, |piece| piece.span().start);
            (element, start, pieces.last().map_or(start, |piece| piece.span().end))
        });
        Self { tree, style, headline, blocks: blocks(tree), aside: vec![None; tree.elements.len()] }
    }

    /// Adds the dates of attributes.
    pub(super) fn collect_attributes(&mut self, candidates: &mut Vec<Candidate>) {
        let mut count = 0;
        for element in 0..self.tree.elements.len() {
            let name = self.tree.elements[element].name;
            if name == Name::Meta && !is_of_body(self.tree, element) {
                continue;
            }
            let is_time = name == Name::Time;
            let mut named = Names::default();
            let mut best: Option<(Published, bool)> = None;
            for (attribute, value) in self.tree.attributes(element) {
                let says = match attribute {
                    Attribute::ItemProp | Attribute::Property => {
                        named.add(value);
                        continue;
                    }
                    Attribute::DateTime => true,
                    Attribute::Content if named.is_date => true,
                    Attribute::DataTime => false,
                    Attribute::Title if value.len() < 60 && value.bytes().filter(u8::is_ascii_digit).count() >= 5 => {
                        false
                    }
                    _ => continue,
                };
                if best.as_ref().is_none_or(|(_, strong)| says && !strong)
                    && let Some(published) = machine_date(value, self.style)
                {
                    best = Some((published, says));
                }
            }
            let Some((published, says)) = best else { continue };
            count += 1;
            if count > MOST {
                return;
            }
            let names = self.names(element, named);
            let place = self.place(element, self.start_of(element));
            let text = self.label_before(element);
            let role = match text {
                Some(None) => continue,
                Some(role) => role,
                None => names.role,
            };
            let mark = match role {
                Some(_) => Mark::Published,
                None if is_time || names.is_date && says => Mark::Date,
                None if says || names.is_date => Mark::Bare,
                None => Mark::Running,
            };
            let weight = shown(place, mark);
            let by_name = text.is_none();
            let role = role.unwrap_or(Role::Published);
            let shown = Some((place, mark));
            if by_name && role == Role::Modified {
                let weight = weight * 2 / 3;
                let role = Role::Published;
                candidates.push(Candidate { published: published.clone(), role, kind: Kind::Attribute, weight, shown });
            }
            candidates.push(Candidate { published, role, kind: Kind::Attribute, weight, shown });
        }
    }

    /// Adds the dates of the text.
    pub(super) fn collect_words(&mut self, candidates: &mut Vec<Candidate>) {
        let tree = self.tree;
        let mut line = String::new();
        let mut previous = String::new();
        let mut at = 0;
        let mut count = 0;
        while at < tree.pieces.len() && count < MOST {
            let element = tree.pieces[at].element();
            let block = self.block(element);
            let start = at;
            while at < tree.pieces.len() {
                let other = tree.pieces[at].element();
                if at > start && (self.block(other) != block || tree.elements[other].name == Name::Br) {
                    break;
                }
                at += 1;
            }
            let has_digit = tree.pieces[start..at]
                .iter()
                .any(|piece| tree.text.slice(piece.span()).bytes().any(|byte| byte.is_ascii_digit() || byte >= 0xd9));
            line.clear();
            for piece in &tree.pieces[start..at] {
                let text = tree.text.slice(piece.span());
                let joins = line.ends_with(char::is_alphanumeric) && text.starts_with(char::is_alphanumeric);
                if joins {
                    line.push(' ');
                }
                if line.len() + text.len() > LONGEST_LINE {
                    break;
                }
                line.push_str(text);
            }
            if has_digit {
                count += self.line(&line, &previous, start, at, candidates);
            }
            if !line.trim().is_empty() {
                std::mem::swap(&mut line, &mut previous);
            }
        }
    }

    /// Adds the dates of a line, made of the pieces from `first` up to `end`; how many there are.
    fn line(&mut self, line: &str, previous: &str, first: usize, end: usize, candidates: &mut Vec<Candidate>) -> usize {
        let found = find_dates(line, self.style, DateSource::Byline);
        let Some(start) = found.first().map(|found| found.span.start) else { return 0 };
        let tree = self.tree;
        let place_in_text = tree.pieces[first].span().start;
        // The element of the piece that the date begins in.
        let mut length = 0;
        let inside = tree.pieces[first..end].iter().find(|piece| {
            length += piece.span().len() + 1;
            length > start
        });
        let element = inside.map_or(tree.pieces[first].element(), |piece| piece.element());
        let names = self.names(element, Names::default());
        let place = self.place(element, place_in_text + start);
        let mut label_start = 0;
        let dates = found.len();
        // Readings of the same words may overlap.
        let words = line.len().saturating_sub(found.iter().map(|found| found.span.len()).sum::<usize>());
        let month_only = found.iter().all(|found| found.published.precision == Precision::Month);
        let starts: Vec<usize> = found.iter().map(|found| found.span.start).skip(1).collect();
        for (index, date) in found.into_iter().enumerate() {
            // A time of day between two dates is part of both.
            let before = tail(line.get(label_start..date.span.start).unwrap_or_default(), LABEL_LENGTH);
            label_start = date.span.end;
            let mut said = label(before);
            if said.is_none() && before.trim().is_empty() && previous.trim().len() < 40 {
                said = label(previous);
            }
            // `14 March 2020 (updated)`; `14. März 2020 veröffentlicht`, where no date follows whose label it could be.
            let after = head(line[date.span.end..].trim_start(), LABEL_LENGTH / 2);
            if said.is_none() && (after.starts_with('(') || index == starts.len()) {
                said = label(after);
            }
            let role = match said {
                Some(None) => continue,
                Some(role) => role,
                None => names.role,
            };
            let mark = match role {
                Some(_) => Mark::Published,
                None if names.is_date => Mark::Date,
                None if words <= BARE_LENGTH || is_set_off(line, &date) => Mark::Bare,
                None => Mark::Running,
            };
            let mut weight = shown(place, mark);
            if month_only {
                weight /= 2;
            }
            if dates > 3 {
                weight /= 2;
            }
            let role = role.unwrap_or(Role::Published);
            let shown = Some((place, mark));
            if mark < Mark::Running
                && let Some(other) = self.otherwise(line, &date)
            {
                let weight = weight / 2;
                candidates.push(Candidate { published: other, role, kind: Kind::Words, weight, shown: None });
            }
            // The microformat hAtom asks for `updated` and so templates call their only date that.
            if said.is_none() && role == Role::Modified {
                let (published, role, weight) = (date.published.clone(), Role::Published, weight * 2 / 3);
                candidates.push(Candidate { published, role, kind: Kind::Words, weight, shown });
            }
            candidates.push(Candidate { published: date.published, role, kind: Kind::Words, weight, shown });
        }
        dates
    }

    /// The date read in the other order of its figures, if there is one.
    fn otherwise(&self, line: &str, date: &FoundDate) -> Option<Published> {
        let text = date.span.of(line);
        if date.published.at.date.day() > 12 || !text.contains(['/', '-', '.']) {
            return None;
        }
        let order = if self.style.order == Some(Order::Month) { Order::Day } else { Order::Month };
        let style = Style { order: Some(order), ..self.style.clone() };
        let other = find_dates(text, &style, DateSource::Byline).into_iter().next()?.published;
        (other.at.date != date.published.at.date).then_some(other)
    }

    /// The nearest element that begins a line, itself included.
    fn block(&self, element: usize) -> usize {
        self.blocks[element] as usize
    }

    /// What the names of an element and of those close around it say.
    fn names(&self, element: usize, mut names: Names) -> Names {
        let tree = self.tree;
        for at in std::iter::once(element).chain(tree.ancestors(element)).take(4) {
            if self.length(at) > NAMED_LENGTH {
                break;
            }
            for (attribute, value) in tree.attributes(at) {
                if matches!(
                    attribute,
                    Attribute::Class | Attribute::Id | Attribute::ItemProp | Attribute::Property | Attribute::DataName
                ) {
                    let mut own = Names::default();
                    own.add(value);
                    names.role = names.role.or(own.role);
                    names.is_date |= own.is_date;
                }
            }
            names.is_date |= tree.elements[at].name == Name::Time;
        }
        names
    }

    /// Bytes of text in an element.
    fn length(&self, element: usize) -> usize {
        let pieces = &self.tree.pieces[self.tree.elements[element].pieces()];
        pieces.first().zip(pieces.last()).map_or(0, |(first, last)| last.span().end - first.span().start)
    }

    /// Where an element begins in the text of the page.
    fn start_of(&self, element: usize) -> usize {
        let next = self.tree.elements[element].pieces().start;
        self.tree.pieces.get(next).map_or(self.tree.text.as_str().len(), |piece| piece.span().start)
    }

    /// What the words in front of an element say, in the line it stands in.
    fn label_before(&self, element: usize) -> Option<Option<Role>> {
        let tree = self.tree;
        let text = tree.text.as_str();
        let start = self.start_of(element);
        let inner = tail(text.get(..start)?, LABEL_LENGTH);
        let block = self.block(element);
        let block_start = self.start_of(block).max(start - inner.len());
        let before = label(text.get(block_start..start)?);
        before.or_else(|| {
            let end = tree.pieces[tree.elements[element].pieces()].last()?.span().end;
            // The label stands inside: `<time>Published on 14 March</time>`.
            let own = head(text.get(start..end)?, LABEL_LENGTH);
            label(own.find(|c: char| c.is_ascii_digit()).map_or("", |digit| &own[..digit]))
        })
    }

    fn place(&mut self, element: usize, start: usize) -> Place {
        if self.is_aside(element) {
            // A name is not enough for what follows the headline at once.
            let follows = self.headline.is_some_and(|(_, _, to)| start >= to && start <= to + AT_HEADLINE);
            let mut around = std::iter::once(element).chain(self.tree.ancestors(element));
            let is_framed = around.any(|at| is_frame(self.tree.elements[at].name));
            return if follows && !is_framed { Place::Article } else { Place::Aside };
        }
        let Some((headline, from, to)) = self.headline else {
            let is_article = |at: usize| matches!(self.tree.elements[at].name, Name::Article | Name::Main);
            return if self.tree.ancestors(element).any(is_article) { Place::Article } else { Place::Page };
        };
        // Another article than the headline's.
        let article = |of: usize| self.tree.ancestors(of).find(|&at| self.tree.elements[at].name == Name::Article);
        let own = article(element);
        let is_other = own.is_some_and(|own| !self.tree.contains(own, headline));
        if start + BEFORE_HEADLINE >= from
            && start <= to + BEHIND_HEADLINE
            && (!is_other || article(headline).is_none())
        {
            return Place::Headline;
        }
        if is_other && article(headline).is_some() {
            return Place::Aside;
        }
        let is_main = own.is_some()
            || self
                .tree
                .ancestors(element)
                .any(|at| self.tree.elements[at].name == Name::Main && self.tree.contains(at, headline));
        if is_main { Place::Article } else { Place::Page }
    }

    /// Whether an element stands in what is no part of the article. What holds the headline does not, whatever its name.
    fn is_aside(&mut self, element: usize) -> bool {
        let tree = self.tree;
        // What holds hardly more than a date is named for what is near it: `comment-count`, `teaser-meta`.
        let block = self.block(element);
        let is_line = !is_frame(tree.elements[block].name) && self.length(block) < DATE_LINE;
        let first = if is_line { tree.elements[block].parent() } else { element };
        let mut path = Vec::new();
        let mut known = false;
        for at in std::iter::once(first).chain(tree.ancestors(first)) {
            if let Some(is_aside) = self.aside[at] {
                known = is_aside;
                break;
            }
            path.push(at);
        }
        for &at in path.iter().rev() {
            let holds_headline = self.headline.is_some_and(|(headline, ..)| tree.contains(at, headline));
            let is_page = matches!(tree.elements[at].name, Name::Page | Name::Html | Name::Body);
            known = known && !holds_headline
                || !is_page
                    && !holds_headline
                    && (is_frame(tree.elements[at].name) && !self.is_of_article(at) || self.is_named_aside(at));
            self.aside[at] = Some(known);
        }
        known
    }

    /// Whether a footer is that of an article.
    fn is_of_article(&self, element: usize) -> bool {
        self.tree.elements[element].name == Name::Footer
            && self.tree.ancestors(element).any(|at| self.tree.elements[at].name == Name::Article)
    }

    fn is_named_aside(&self, element: usize) -> bool {
        let mut names = Names::default();
        for (attribute, value) in self.tree.attributes(element) {
            if matches!(attribute, Attribute::Class | Attribute::Id | Attribute::Role | Attribute::DataName) {
                names.add(value);
            }
        }
        names.stands_aside()
    }
}

/// For each element the nearest one that begins a line, itself included; the page where there is none. Made once, since
/// each piece of text is asked for its own, and hundreds of elements that begin none may stand around each.
fn blocks(tree: &Tree) -> Vec<u32> {
    let mut blocks: Vec<u32> = Vec::with_capacity(tree.elements.len());
    // Elements stand behind their parents.
    for (at, element) in (0..).zip(&tree.elements) {
        let of_parent = blocks.get(element.parent()).copied().unwrap_or(0);
        blocks.push(if element.name.is_block() { at } else { of_parent });
    }
    blocks
}

/// The element of the headline: of the headings that say what the page is called the one that says most of it, else the
/// first `h1`.
fn headline(tree: &Tree, titles: &[String]) -> Option<usize> {
    const MOST_HEADINGS: usize = 100;
    let titles: Vec<String> = titles.iter().map(|title| key(title)).filter(|key| key.len() > 3).collect();
    let headings = (0..tree.elements.len()).filter(|&at| {
        let element = &tree.elements[at];
        matches!(element.name, Name::H1 | Name::H2 | Name::H3) && (1..20).contains(&element.pieces().len())
    });
    let mut best = None;
    let mut first = None;
    for at in headings.take(MOST_HEADINGS) {
        let is_first_level = tree.elements[at].name == Name::H1;
        if is_first_level {
            first = first.or(Some(at));
        }
        let own = key(&tree.words(at));
        let is_title = titles.iter().any(|title| title.contains(&own) || own.contains(title.as_str()));
        // The outlet's name is part of the page's title too.
        let length = own.len() + if is_first_level { 4 } else { 0 };
        if own.len() > 3 && is_title && best.is_none_or(|(most, _)| length > most) {
            best = Some((length, at));
        }
    }
    best.map(|(_, at)| at).or(first)
}

/// Whether an element of this name is the frame of a page, or holds what others wrote and when, or a picture with words
/// of its own: embedded posts are quotations.
const fn is_frame(name: Name) -> bool {
    matches!(name, Name::Aside | Name::Nav | Name::Footer | Name::Blockquote | Name::Figure | Name::Figcaption)
}

/// Whether marks that part the entries of a line stand on both sides of a date: `Inga Strand · 14 March 2020 · 3 comments`.
fn is_set_off(line: &str, date: &FoundDate) -> bool {
    let is_mark = |c: char| matches!(c, '|' | '·' | '•' | '⋅' | '/' | '–' | '—' | '[' | ']' | '(' | ')' | '»' | '«');
    let before = line[..date.span.start].trim_end();
    let after = line[date.span.end..].trim_start();
    (before.is_empty() || before.ends_with(is_mark)) && (after.is_empty() || after.starts_with(is_mark))
}

/// A title as it is compared.
fn key(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric()).take(200).flat_map(char::to_lowercase).collect()
}

/// The last `length` bytes of a text, or a few less.
fn tail(text: &str, length: usize) -> &str {
    let mut from = text.len().saturating_sub(length);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..]
}

/// The first `length` bytes of a text, or a few less.
fn head(text: &str, length: usize) -> &str {
    let mut to = text.len().min(length);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    &text[..to]
}
