//! The names of a clause against those of the articles.

use coincide_annotate::{Annotations, Entity, EntityKind, NameMatch, same_name};
use coincide_retrieve::{TermKind, terms};
use coincide_text::Span;

use crate::case::Case;

/// What the articles have of a name of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    /// They have it.
    Yes,
    /// They have it spelt otherwise: the article, its mention and its name.
    Otherwise { article: usize, span: Span, name: String },
    /// They do not have it.
    No,
}

/// Looks up the mention `span` of `entity` in the articles.
///
/// A name is known if an article has an entity of the same name, or if the articles have all of its words, all but one
/// of four or more for an organisation or place, or the acronym in brackets after it (`Harbour Pilots Union (HPU)`). It
/// is spelt otherwise if an article has a variant of it.
pub(crate) fn look_up(case: &Case<'_>, entity: &Entity, span: Span) -> Known {
    let text = case.draft.text();
    let mention = span.of(text);
    let parts = terms(text, &case.draft.annotations, span);
    let unknown =
        |part: &&coincide_retrieve::Term| part.kind != TermKind::Number && case.index.id(&part.stem).is_none();
    let acronym = acronym_after(text, &case.draft.annotations, span);
    let acronym_known = acronym.is_some_and(|folded| case.index.id(folded).is_some());
    if acronym_known || is_furniture(mention) || is_direction(mention) {
        return Known::Yes;
    }
    let strange = parts.iter().filter(unknown).count();
    if strange == 0 {
        return Known::Yes;
    }
    let names = [mention, entity.name.as_str()];
    let names = if mention == entity.name { &names[..1] } else { &names };
    let mut variant = None;
    for (article, reading) in case.articles.iter().enumerate() {
        for other in &reading.annotations.entities {
            for &name in names {
                match same_name(name, &other.name) {
                    // `NBC New York` is not known from `New York`.
                    NameMatch::Same if entity.kind != EntityKind::Person && is_part(&other.name, name) => {}
                    NameMatch::Same => return Known::Yes,
                    NameMatch::Variant if variant.is_none() => {
                        variant = other.mentions.iter().find(|mention| mention.named).map(|mention| Known::Otherwise {
                            article,
                            span: mention.span,
                            name: other.name.clone(),
                        });
                    }
                    NameMatch::Variant | NameMatch::Different => {}
                }
            }
        }
    }
    if let Some(variant) = variant {
        return variant;
    }
    let long = parts.len() >= LONG && strange == 1 && entity.kind != EntityKind::Person;
    if long { Known::Yes } else { Known::No }
}

/// From how many words on the name of an organisation or place may have one that no article has.
const LONG: usize = 4;

/// The acronym in brackets right after a name, folded.
fn acronym_after<'a>(text: &str, annotations: &'a Annotations, name: Span) -> Option<&'a str> {
    let at = annotations.token_range(name).end;
    let [open, acronym, close] = annotations.tokens.get(at..at + 3)? else { return None };
    let brackets = &*open.folded == "(" && &*close.folded == ")";
    (brackets && !acronym.span.of(text).contains(char::is_lowercase)).then_some(&*acronym.stem)
}

/// Whether a name is only some of the words of another.
fn is_part(part: &str, whole: &str) -> bool {
    let words = || part.split_whitespace();
    words().count() < whole.split_whitespace().count()
        && words().all(|word| whole.split_whitespace().any(|it| it == word))
}

/// A direction is a name of no one place: `the West`.
fn is_direction(name: &str) -> bool {
    matches!(name, "North" | "South" | "East" | "West")
}

/// Whether a word in capitals is one of a page and no name.
pub(crate) fn is_furniture(name: &str) -> bool {
    matches!(name, "ADVERTISEMENT" | "BREAKING" | "EXCLUSIVE" | "UPDATED" | "WATCH")
}
