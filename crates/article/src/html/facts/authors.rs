//! Who wrote: what metadata names, as far as the page bears it out, and what stands beside the headline.

use std::collections::BTreeMap;

use serde_json::Value;

use super::credit::{Credited, Kind, Source, credited, has_label, has_role, without_label};
use super::head::{Head, clean};
use super::outlet::Outlets;
use super::title::is_hidden;
use crate::agency::news_agency;
use crate::html::attribute::Attribute;
use crate::html::linked_data::{LinkedData, text_of};
use crate::html::name::Name;
use crate::html::tree::Tree;
use crate::stripped::key;

/// Authors past this number are left out: a list that long is no byline.
const MOST_AUTHORS: usize = 30;

/// A byline stands at most this far from the headline, in bytes of text: below a summary and a picture's caption.
const FARTHEST: usize = 2500;

/// A byline above the headline stands nearer.
const FARTHEST_ABOVE: usize = 300;

/// A longer line is no byline, in bytes.
const LONGEST_LINE: usize = 240;

/// Who signed an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Authors {
    /// People and the agencies named among them; without any people the organisation that signed.
    pub(super) names: Vec<String>,
    /// The news agency that is credited.
    pub(super) agency: Option<String>,
}

/// The authors of a page whose headline stands in the element `headline`.
pub(super) fn authors(
    tree: &Tree,
    head: &Head,
    linked: &LinkedData,
    outlets: &Outlets,
    headline: Option<usize>,
) -> Authors {
    let settle = |claim| settled(claim, outlets);
    let fields = [of_linked_data(linked), of_head(head)].map(settle);
    let lines = [of_marks(tree, headline), of_byline(tree, headline)].map(settle);
    let shown = Shown::of(tree);
    let has = |list: &[Credited], kind: Kind| list.iter().any(|credited| credited.kind == kind);
    let people = |list: &&Vec<Credited>| has(list, Kind::Person);
    let seen = |list: &&Vec<Credited>| {
        list.iter().all(|credited| credited.kind == Kind::Organisation || shown.has(&credited.name))
    };
    // A desk that metadata names and readers see has signed, unless it is only the outlet's name.
    let signed =
        |list: &&Vec<Credited>| list.iter().any(|credited| !outlets.has(&credited.name) && shown.has(&credited.name));
    let lists = || fields.iter().chain(&lines);
    let chosen = fields
        .iter()
        .find(|list| people(list) && seen(list))
        .or_else(|| fields.iter().find(signed))
        .or_else(|| lines.iter().find(people))
        .or_else(|| fields.iter().find(people))
        .or_else(|| lists().find(|list| has(list, Kind::Agency)))
        .or_else(|| lists().find(|list| !list.is_empty()));
    let agency = lists()
        .flatten()
        .find(|credited| credited.kind == Kind::Agency)
        .and_then(|credited| news_agency(&credited.name));
    let Some(chosen) = chosen else { return Authors::default() };
    let has_people = has(chosen, Kind::Person);
    let signs = |credited: &&Credited| !has_people || credited.kind != Kind::Organisation;
    let names = chosen.iter().filter(signs).take(MOST_AUTHORS).map(|credited| credited.name.clone());
    Authors { names: names.collect(), agency: agency.map(str::to_owned) }
}

/// A list in which what the outlet is called is an organisation.
fn settled(mut list: Vec<Credited>, outlets: &Outlets) -> Vec<Credited> {
    for credited in &mut list {
        if credited.kind == Kind::Person && outlets.has(&credited.name) {
            credited.kind = Kind::Organisation;
        }
    }
    list
}

/// The text that readers see, for names to be found in.
struct Shown {
    key: String,
}

impl Shown {
    fn of(tree: &Tree) -> Self {
        let silent = |at: usize| tree.elements[at].name.is_silent();
        let shown =
            tree.pieces.iter().filter(|piece| !silent(piece.element())).map(|piece| tree.text.slice(piece.span()));
        Self {
            key: shown
                .flat_map(|text| {
                    text.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase)
                })
                .collect(),
        }
    }

    fn has(&self, name: &str) -> bool {
        self.key.contains(&key(name))
    }
}

/// The authors of the article in JSON-LD, references followed.
fn of_linked_data(linked: &LinkedData) -> Vec<Credited> {
    let Some(node) = linked.article() else { return Vec::new() };
    let ids = linked.by_id();
    let mut names = Vec::new();
    for property in ["author", "creator"] {
        let mut waiting: Vec<&Value> = node.value.get(property).into_iter().collect();
        let mut steps = 0;
        while let Some(value) = waiting.pop()
            && steps < 4 * MOST_AUTHORS
        {
            steps += 1;
            match value {
                Value::Array(list) => waiting.extend(list.iter().rev().take(2 * MOST_AUTHORS)),
                Value::String(name) => names.extend(credited(&clean(name), Source::Field)),
                Value::Object(_) => names.extend(of_agent(value, &ids)),
                _ => {}
            }
        }
        if !names.is_empty() {
            break;
        }
    }
    names
}

/// What a person or an organisation of JSON-LD is called.
fn of_agent(value: &Value, ids: &BTreeMap<&str, &Value>) -> Vec<Credited> {
    let known = value.get("@id").and_then(Value::as_str).and_then(|id| ids.get(id).copied());
    let name = value.get("name").or_else(|| known.and_then(|known| known.get("name")));
    let name = match name {
        Some(Value::Array(list)) => {
            let all: Vec<String> = list.iter().filter_map(text_of).collect();
            Some(all.join(", "))
        }
        other => other.and_then(text_of),
    };
    let Some(name) = name.map(|name| clean(&name)) else { return Vec::new() };
    let kind = value.get("@type").or_else(|| known.and_then(|known| known.get("@type"))).and_then(text_of);
    let is_organisation = kind.is_some_and(|kind| kind.ends_with("Organization"));
    let mut names = credited(&name, Source::Field);
    if is_organisation && !names.iter().any(|credited| credited.kind == Kind::Agency) {
        names = vec![Credited { name, kind: Kind::Organisation }];
    }
    names
}

/// The authors that `meta` elements name.
fn of_head(head: &Head) -> Vec<Credited> {
    const FIELDS: &[&str] = &[
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "citation_author",
        "dc.creator",
        "dcterms.creator",
        "dc.creator.personalname",
        "cxenseparse:author",
        "cxense:author",
        "byl",
        "article:author_name",
        "article.author",
        "authors",
        "article-author",
        "author_name",
    ];
    let named = FIELDS
        .iter()
        .map(|name| head.all(name).iter().flat_map(|value| credited(value, Source::Field)).collect::<Vec<_>>());
    let lists: Vec<Vec<Credited>> = named.chain([of_card(head)]).map(distinct).collect();
    let people = |list: &Vec<Credited>| list.iter().filter(|credited| credited.kind == Kind::Person).count();
    // Some fields hold the first author only.
    let most = lists.iter().map(people).max().unwrap_or_default();
    let longest = lists.iter().find(|list| most > 0 && people(list) == most);
    longest.or_else(|| lists.iter().find(|list| !list.is_empty())).cloned().unwrap_or_default()
}

/// What a card for messengers shows beside a label such as `Written by`.
fn of_card(head: &Head) -> Vec<Credited> {
    ["1", "2"]
        .iter()
        .filter(|number| {
            head.first(&[&format!("twitter:label{number}")]).is_some_and(|label| {
                let label = label.trim_end_matches(':').to_lowercase();
                has_label(&format!("{label} x")) || label.split_whitespace().any(has_role)
            })
        })
        .find_map(|number| head.first(&[&format!("twitter:data{number}")]))
        .map(|names| credited(names, Source::Field))
        .unwrap_or_default()
}

fn distinct(names: Vec<Credited>) -> Vec<Credited> {
    let mut kept: Vec<Credited> = Vec::new();
    for name in names {
        if !kept.iter().any(|known| key(&known.name) == key(&name.name)) {
            kept.push(name);
        }
    }
    kept
}

/// Where on a page a byline may stand, by element.
struct Place {
    first: usize,
    last: usize,
}

impl Place {
    /// Around the headline; without one the beginning of the page.
    fn of(tree: &Tree, headline: Option<usize>) -> Self {
        let pieces = headline.map_or(0..0, |at| tree.elements[at].pieces());
        let start = tree.pieces.get(pieces.start).map_or(0, |piece| piece.span().start);
        let end = pieces.end.checked_sub(1).and_then(|last| tree.pieces.get(last)).map_or(0, |piece| piece.span().end);
        let at = |offset: usize| tree.pieces.partition_point(|piece| piece.span().start < offset);
        let element = |piece: usize| tree.pieces.get(piece).map(|piece| piece.element());
        Self {
            first: element(at(start.saturating_sub(FARTHEST_ABOVE))).unwrap_or(0),
            last: element(at(end + FARTHEST)).unwrap_or(tree.elements.len()),
        }
    }
}

/// What the markup says is the author: `rel=author`, `itemprop=author`, hCard's `fn` in a byline.
fn of_marks(tree: &Tree, headline: Option<usize>) -> Vec<Credited> {
    let place = Place::of(tree, headline);
    let mut names = Vec::new();
    let mut until = 0;
    for at in place.first..place.last.min(tree.elements.len()) {
        if at < until || !is_marked_author(tree, at) || is_elsewhere(tree, at) {
            continue;
        }
        let element = &tree.elements[at];
        if element.name == Name::Meta {
            names.extend(
                tree.attribute(at, Attribute::Content)
                    .map(|name| credited(&clean(name), Source::Field))
                    .unwrap_or_default(),
            );
            continue;
        }
        let found = named_in(tree, at);
        if !found.is_empty() {
            until = element.end();
            names.extend(found);
        }
    }
    distinct(names)
}

fn is_marked_author(tree: &Tree, at: usize) -> bool {
    let has = |attribute, wanted: &str| {
        tree.attribute(at, attribute)
            .is_some_and(|value| value.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case(wanted)))
    };
    has(Attribute::Rel, "author")
        || has(Attribute::ItemProp, "author")
        || has(Attribute::Property, "schema:author")
        || tree.elements[at].name == Name::A && tree.attribute(at, Attribute::Href).is_some_and(is_author_page)
}

/// Whether an address is that of an author's page.
fn is_author_page(href: &str) -> bool {
    const FOLDERS: &[&str] = &[
        "/author/",
        "/authors/",
        "/autor/",
        "/autoren/",
        "/autores/",
        "/autori/",
        "/auteur/",
        "/auteurs/",
        "/autore/",
        "/byline/",
        "/by/",
        "/journalist/",
        "/journalists/",
        "/journaliste/",
        "/reporter/",
        "/reporters/",
        "/staff/",
        "/contributor/",
        "/contributors/",
        "/columnist/",
        "/writer/",
        "/writers/",
        "/forfatter/",
        "/redakteur/",
        "/redakteure/",
        "/redaktoren/",
        "/skribent/",
        "/firmas/",
        "/yazar/",
        "/yazarlar/",
        "/correspondents/",
        "/profile/",
        "/profiles/",
    ];
    FOLDERS.iter().any(|folder| href.contains(folder))
}

/// Whether an element belongs to something other than the article: a comment, a teaser of another article, a menu.
fn is_elsewhere(tree: &Tree, at: usize) -> bool {
    const WORDS: &[&str] = &[
        "comment",
        "related",
        "teaser",
        "recommend",
        "sidebar",
        "popular",
        "trending",
        "most-read",
        "newsletter",
        "footer",
        "caption",
        "credit",
        "photographer",
        "carousel",
        "more-from",
    ];
    let marked = |at: usize| {
        [Attribute::Class, Attribute::Id].iter().filter_map(|name| tree.attribute(at, *name)).any(|value| {
            let value = value.to_ascii_lowercase();
            WORDS.iter().any(|word| value.contains(word))
        })
    };
    let apart = |at: usize| {
        matches!(tree.elements[at].name, Name::Nav | Name::Footer | Name::Figure | Name::Figcaption | Name::Form)
    };
    // A page's own frame may be called after what stands beside the article.
    let small = |around: usize| tree.elements[around].end() - around < tree.elements.len() / 2;
    std::iter::once(at).chain(tree.ancestors(at)).any(|around| apart(around) || small(around) && marked(around))
        || is_hidden(tree, at)
}

/// The names in an element that is about the author: in the parts of it that hold a name and nothing else.
fn named_in(tree: &Tree, element: usize) -> Vec<Credited> {
    let words = tree.words(element);
    if words.len() > LONGEST_LINE {
        return inner_names(tree, element);
    }
    let pieces: Vec<String> = tree.pieces[tree.elements[element].pieces()]
        .iter()
        .map(|piece| clean(tree.text.slice(piece.span())))
        .filter(|text| text.chars().any(char::is_alphabetic))
        .collect();
    if let [one] = pieces.as_slice() {
        return credited(one, Source::Line);
    }
    let inner = inner_names(tree, element);
    if !inner.is_empty() {
        return inner;
    }
    // The label stands in one element, the name in the next.
    let mut pieces = pieces.iter().map(String::as_str).skip_while(|piece| is_label(piece));
    pieces.next().map(|piece| credited(piece, Source::Line)).unwrap_or_default()
}

fn is_label(piece: &str) -> bool {
    has_label(&format!("{piece} x")) && without_label(&format!("{piece} x")) == "x"
}

/// The names in the elements inside that are marked as names.
fn inner_names(tree: &Tree, element: usize) -> Vec<Credited> {
    let is_name = |at: usize| {
        let class = tree.attribute(at, Attribute::Class).unwrap_or_default().to_ascii_lowercase();
        let item = tree.attribute(at, Attribute::ItemProp).unwrap_or_default();
        item == "name"
            || is_marked_author(tree, at)
            || class.split_ascii_whitespace().any(|class| class == "fn" || class.ends_with("name"))
    };
    let mut names = Vec::new();
    let mut until = 0;
    for at in tree.descendants(element) {
        if at < until || !is_name(at) {
            continue;
        }
        let words = if tree.elements[at].name == Name::Meta {
            tree.attribute(at, Attribute::Content).map(clean).unwrap_or_default()
        } else {
            tree.words(at)
        };
        let found = if words.len() <= 80 { credited(&words, Source::Line) } else { Vec::new() };
        if !found.is_empty() {
            until = tree.elements[at].end();
            names.extend(found);
        }
    }
    distinct(names)
}

/// The byline: an element whose class says so, or a line near the headline that begins with `By`.
fn of_byline(tree: &Tree, headline: Option<usize>) -> Vec<Credited> {
    let place = Place::of(tree, headline);
    let named = |at: usize| {
        [Attribute::Class, Attribute::Id, Attribute::DataName].iter().filter_map(|name| tree.attribute(at, *name)).any(
            |value| {
                let value = value.to_ascii_lowercase();
                [
                    "author",
                    "byline",
                    "autor",
                    "auteur",
                    "autore",
                    "forfatter",
                    "writer",
                    "contributor",
                    "reporter",
                    "signature",
                ]
                .iter()
                .any(|word| value.contains(word))
            },
        )
    };
    let marked = |range: std::ops::Range<usize>, kind: Kind| {
        range
            .filter(|&at| named(at) && !is_elsewhere(tree, at) && tree.elements[at].name != Name::Body)
            .map(|at| named_in(tree, at))
            .find(|names| names.iter().any(|credited| credited.kind == kind))
    };
    let near = || place.first..place.last.min(tree.elements.len());
    let labelled = || {
        near()
            .filter(|&at| {
                tree.elements[at].end() - at < 30 && tree.elements[at].name.is_block() && !is_elsewhere(tree, at)
            })
            .map(|at| tree.words(at))
            .filter(|line| line.len() <= LONGEST_LINE && has_label(line))
            .map(|line| credited(&line, Source::Line))
            .find(|names| names.iter().any(|credited| credited.kind != Kind::Organisation))
    };
    marked(near(), Kind::Person)
        .or_else(labelled)
        .or_else(|| marked(near(), Kind::Organisation))
        .or_else(|| marked(0..tree.elements.len(), Kind::Person))
        .unwrap_or_default()
}
