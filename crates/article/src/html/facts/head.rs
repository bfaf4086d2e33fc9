//! What the head of a page says: `meta` and `link` elements, the window's title.

use std::collections::BTreeMap;

use coincide_text::{Span, Text};

use crate::html::attribute::Attribute;
use crate::html::name::Name;
use crate::html::tree::Tree;
use crate::manuscript::is_invisible;

/// `meta` elements past this number are left out.
const MOST_META: usize = 2000;

/// The head of a page.
#[derive(Default)]
pub(super) struct Head {
    named: BTreeMap<String, Vec<String>>,
    /// The address of `link rel=canonical`, as written.
    pub(super) canonical: Option<String>,
    /// The window's title.
    pub(super) window: String,
    /// The `lang` of the page.
    pub(super) language: Option<String>,
}

impl Head {
    pub(super) fn of(tree: &Tree) -> Self {
        let mut head = Self::default();
        let mut room = MOST_META;
        for (at, element) in tree.elements.iter().enumerate() {
            let value = |attribute| tree.attribute(at, attribute);
            match element.name {
                Name::Meta if room > 0 => {
                    room -= 1;
                    let name = value(Attribute::Property).or_else(|| value(Attribute::Name));
                    let content = value(Attribute::Content).unwrap_or_default();
                    if let Some(name) = name {
                        head.add(name, content);
                    } else if let Some(item) = value(Attribute::ItemProp)
                        && tree.elements[element.parent()].name == Name::Head
                    {
                        head.add(&format!("itemprop:{item}"), content);
                    }
                }
                Name::Link if head.canonical.is_none() => {
                    let rel = value(Attribute::Rel).unwrap_or_default();
                    if rel.split_ascii_whitespace().any(|rel| rel.eq_ignore_ascii_case("canonical")) {
                        head.canonical = value(Attribute::Href).map(|url| url.trim().to_owned());
                    }
                }
                Name::Title if head.window.is_empty() && !stands_in_drawing(tree, at) => {
                    head.window = clean(&tree.words(at));
                }
                Name::Html if head.language.is_none() => {
                    head.language = value(Attribute::Lang).map(str::to_owned);
                }
                _ => {}
            }
        }
        head
    }

    fn add(&mut self, name: &str, content: &str) {
        let content = clean(content);
        if !content.is_empty() {
            self.named.entry(name.trim().to_ascii_lowercase()).or_default().push(content);
        }
    }

    /// The first value under the first of these names, in lower case, that has one.
    pub(super) fn first(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.all(name).first()).map(String::as_str)
    }

    /// All values under a name in lower case.
    pub(super) fn all(&self, name: &str) -> &[String] {
        self.named.get(name).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Whether a `title` is that of a drawing and not of the page.
fn stands_in_drawing(tree: &Tree, element: usize) -> bool {
    tree.ancestors(element).any(|around| matches!(tree.elements[around].name, Name::Svg))
}

/// A text of metadata as a reader would see it: character references and tags undone, also where they were escaped
/// twice, white space made single blanks, invisible characters left out.
pub(super) fn clean(value: &str) -> String {
    let mut text = value.to_owned();
    for _ in 0..2 {
        if !text.contains(['<', '&']) {
            break;
        }
        let whole = Span::new(0, text.len());
        text = Tree::parse(&Text::identical(text, 0), whole, 0).words(0);
    }
    text.retain(|character| !is_invisible(character));
    text.split(|character: char| character.is_whitespace() || character.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
