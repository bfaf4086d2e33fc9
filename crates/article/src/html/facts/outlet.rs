//! Who published a page: an organisation's name, and the other forms under which the page names it.

use serde_json::Value;

use super::head::{Head, clean};
use super::title::HEADLINE_WORDS;
use crate::html::linked_data::{LinkedData, text_of};
use crate::html::name::Name;
use crate::html::tree::Tree;
use crate::stripped::key;
use crate::url;

/// A longer name is a slogan, in words.
const LONGEST: usize = 8;

/// A longer title is not taken apart, in bytes.
const LONGEST_TITLE: usize = 1000;

/// The marks that part a title from an outlet. All but the full-width ones stand between blanks.
const MARKS: &[char] = &['|', '-', '–', '—', '·', '•', '»', '«', ':', '/', '：', '｜', 'ㅣ', '_', '~', '>', '‹', '›'];

/// The names a page gives its outlet.
#[derive(Default)]
pub(super) struct Outlets {
    /// The name to show.
    pub(super) name: Option<String>,
    keys: Vec<String>,
    /// The labels of the host that may be a name: `coastradio` of `www.coastradio.co.uk`.
    host: Option<String>,
}

impl Outlets {
    pub(super) fn of(tree: &Tree, head: &Head, linked: &LinkedData, url: Option<&str>) -> Self {
        let mut names: Vec<String> = Vec::new();
        names.extend(publisher(linked));
        for name in ["og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher"] {
            names.extend(head.first(&[name]).map(str::to_owned));
        }
        names.extend(window_end(tree, head));
        if names.is_empty() {
            names.extend(copyright(tree));
        }
        let host = url.and_then(url::host).and_then(label);
        // Some pages give the title of the article as the name of the site.
        let titles = [head.first(&["og:title"]).map(key), Some(key(&head.window))];
        names.retain(|name| !titles.contains(&Some(key(name))));
        for name in &mut names {
            // A slogan may follow the name.
            let end = marks(name).next().map(|(end, _)| end).filter(|_| name.split_whitespace().count() > LONGEST);
            name.truncate(end.unwrap_or(name.len()));
            name.truncate(name.trim_end().len());
        }
        names.retain(|name| is_name(name));
        let keys: Vec<String> = names.iter().map(|name| key(name)).collect();
        // A name that also stands in the window's title or in the address is the one readers know.
        let window = key(&head.window);
        let agree = |at: usize| {
            let same = keys.iter().filter(|other| **other == keys[at]).count();
            same + usize::from(window.contains(&keys[at]))
                + usize::from(host.as_deref().is_some_and(|host| host == keys[at]))
        };
        let is_domain = |name: &str| !name.contains(' ') && url::host(name).is_some();
        let name = (0..names.len())
            .max_by_key(|&at| (!is_domain(&names[at]), agree(at), std::cmp::Reverse(at)))
            .map(|at| names[at].clone());
        Self { name, keys, host }
    }

    /// Whether `name` is one of the outlet's.
    pub(super) fn has(&self, name: &str) -> bool {
        let wanted = key(name.trim_end_matches(".com"));
        let wanted = wanted.strip_prefix("the").unwrap_or(&wanted);
        let like_host = self.host.as_deref().is_some_and(|host| wanted == host || key(name) == host);
        !wanted.is_empty()
            && (like_host || self.keys.iter().any(|known| known.strip_prefix("the").unwrap_or(known) == wanted))
    }

    /// A title without the outlet at its end or its beginning.
    pub(super) fn cut<'a>(&self, title: &'a str) -> &'a str {
        let mut title = title.trim();
        let most = if title.len() <= LONGEST_TITLE { 3 } else { 0 };
        for _ in 0..most {
            let Some(shorter) = self.cut_once(title) else { break };
            title = shorter;
        }
        title
    }

    fn cut_once<'a>(&self, title: &'a str) -> Option<&'a str> {
        let marks: Vec<(usize, usize)> = marks(title).collect();
        let end =
            marks.iter().rev().find(|&&(at, after)| at > 0 && self.has(&title[after..])).map(|&(at, _)| &title[..at]);
        let start = || marks.iter().find(|&&(at, _)| self.has(&title[..at])).map(|&(_, after)| &title[after..]);
        end.or_else(start).map(str::trim).filter(|rest| key(rest).chars().count() > 1)
    }
}

/// The places of the marks in a title: where the words before end and where those after begin.
fn marks(title: &str) -> impl Iterator<Item = (usize, usize)> {
    title.char_indices().filter(|(_, character)| MARKS.contains(character)).filter_map(|(at, character)| {
        let after = at + character.len_utf8();
        let is_wide = matches!(character, '：' | '｜' | 'ㅣ' | '|' | '_' | '»' | '«');
        let is_joint = character == ':' && title[after..].starts_with(' ');
        let stands_alone =
            title[..at].ends_with(char::is_whitespace) && title[after..].starts_with(char::is_whitespace);
        (is_wide || is_joint || stands_alone).then_some((at, after))
    })
}

/// The publisher of the article in JSON-LD; else the organisation or site that it is about.
fn publisher(linked: &LinkedData) -> Option<String> {
    let ids = linked.by_id();
    let resolve = |value: &Value| -> Option<String> {
        let value = if let Value::Array(list) = value { list.first()? } else { value };
        let id = value.get("@id").and_then(Value::as_str);
        let object = id.and_then(|id| ids.get(id).copied()).unwrap_or(value);
        // Programs for blogs name the author as the publisher.
        let is_person = match object.get("@type") {
            Some(Value::Array(kinds)) => kinds.iter().any(|kind| kind == "Person"),
            kind => kind.is_some_and(|kind| kind == "Person"),
        };
        if is_person {
            return None;
        }
        object
            .get("name")
            .or(Some(object).filter(|object| object.is_string()))
            .and_then(text_of)
            .map(|name| clean(&name))
    };
    let of_article = linked.article().and_then(|node| {
        ["publisher", "sourceOrganization"].iter().find_map(|name| node.value.get(name).and_then(resolve))
    });
    let of_page = || {
        linked.nodes.iter().find_map(|node| {
            let kind = node.value.get("@type").and_then(text_of)?;
            let is_site = matches!(kind.as_str(), "NewsMediaOrganization" | "WebSite" | "Organization");
            is_site.then(|| resolve(&node.value)).flatten()
        })
    };
    of_article.or_else(of_page)
}

/// What the window's title adds to a heading of the page.
fn window_end(tree: &Tree, head: &Head) -> Option<String> {
    let titles: Vec<String> = (0..tree.elements.len())
        .filter(|&at| tree.elements[at].name == Name::H1)
        .take(20)
        .map(|at| key(&tree.words(at)))
        .chain(head.first(&["og:title"]).map(key))
        .filter(|title| title.len() > 8)
        .collect();
    if head.window.len() > LONGEST_TITLE {
        return None;
    }
    let marks: Vec<(usize, usize)> = marks(&head.window).collect();
    let Some((at, _)) = marks.iter().copied().find(|&(at, _)| titles.contains(&key(&head.window[..at]))) else {
        return marks.iter().find_map(|&mark| logo(tree, &head.window, mark));
    };
    let last = marks.iter().copied().rfind(|&(last, _)| last >= at)?;
    Some(head.window[last.1..].trim().to_owned())
}

/// The end of the window's title behind a mark, where it is the logo: a heading of the first rank above one of the
/// second that is the title's beginning. A section's name is no such beginning, for it is shorter than a headline.
fn logo(tree: &Tree, window: &str, (end, start): (usize, usize)) -> Option<String> {
    let (title, name) = (&window[..end], window[start..].trim());
    let words = |text: &str| text.split_whitespace().count();
    if words(title) < HEADLINE_WORDS || words(title) <= words(name) {
        return None;
    }
    let is_heading =
        |at: usize, rank: Name, wanted: &str| tree.elements[at].name == rank && key(&tree.words(at)) == wanted;
    let (title, logo) = (key(title), key(name));
    let above = (0..tree.elements.len()).find(|&at| is_heading(at, Name::H1, &logo))?;
    (above..tree.elements.len()).any(|at| is_heading(at, Name::H2, &title)).then(|| name.to_owned())
}

/// Whom the last copyright line names: `© 2024 Coast Radio. All rights reserved.`
fn copyright(tree: &Tree) -> Option<String> {
    let line = tree.pieces.iter().rev().take(300).map(|piece| tree.text.slice(piece.span())).find_map(|text| {
        let (_, after) = text.split_once('©')?;
        (after.len() < 200).then_some(after)
    })?;
    let name = line.trim_start_matches(|character: char| !character.is_alphabetic());
    let name = name.strip_prefix("by ").or_else(|| name.strip_prefix("Copyright ")).unwrap_or(name);
    let end = name.find(['.', ',', '|', '-', '–', '(', ';', '•', '·', '/']).unwrap_or(name.len());
    let name = clean(&name[..end]);
    let name = name.trim_end_matches(|character: char| !character.is_alphabetic());
    let words: Vec<&str> = name.split(' ').collect();
    let capitals = words.iter().all(|word| !word.starts_with(char::is_lowercase));
    (words.len() <= 4 && capitals && !name.is_empty()).then(|| name.to_owned())
}

fn is_name(name: &str) -> bool {
    !name.contains("://")
        && !name.starts_with('@')
        && name.chars().any(char::is_alphabetic)
        && name.split_whitespace().count() <= LONGEST
}

/// The label of a host that names the site: the longest but the last.
fn label(host: &str) -> Option<String> {
    let (labels, _) = host.rsplit_once('.')?;
    let label = labels.split('.').max_by_key(|label| label.len())?;
    Some(label.chars().filter(|character| character.is_alphanumeric()).collect())
        .filter(|label: &String| label.len() > 2)
}
