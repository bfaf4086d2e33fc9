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
/// A name is known if an article has an entity of the same name, or if its articles have all of its words, or, for a
/// person, if they have the last of its words alone as a name, or if they have another name that the draft gives the same
/// organisation or place (`Group of Eight (G8)`). It is spelt otherwise if an article has a variant of it.
pub(crate) fn look_up(case: &Case<'_>, entity: &Entity, span: Span) -> Known {
    let text = case.draft.text();
    let mention = span.of(text);
    let parts = terms(text, &case.draft.annotations, span);
    let unknown =
        |part: &&coincide_retrieve::Term| part.kind != TermKind::Number && case.index.id(&part.stem).is_none();
    let elsewhere_known = entity.mentions.iter().filter(|other| other.named && other.span != span).any(|other| {
        let words = terms(text, &case.draft.annotations, other.span);
        !words.is_empty() && words.iter().all(|word| !unknown(&word))
    });
    let acronym = acronym_after(text, &case.draft.annotations, span);
    let elsewhere_known = elsewhere_known || acronym.is_some_and(|folded| case.index.id(folded).is_some());
    if is_shouted(mention) || is_direction(mention) || (entity.kind != EntityKind::Person && elsewhere_known) {
        return Known::Yes;
    }
    let Some(strange) = parts.iter().find(unknown) else { return Known::Yes };
    let mut variant = None;
    for (article, reading) in case.articles.iter().enumerate() {
        for other in &reading.annotations.entities {
            for name in [mention, entity.name.as_str()] {
                match same_name(name, &other.name) {
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
    let last_is_known =
        parts.last().is_some_and(|last| last.span != strange.span && case.index.id(&last.stem).is_some());
    let rest_is_known = parts.iter().filter(unknown).count() * 2 < parts.len();
    if entity.kind != EntityKind::Person && last_is_known && rest_is_known { Known::Yes } else { Known::No }
}

/// Whether a word is too long in capitals to be an acronym: `ADVERTISEMENT`, a word of the page.
fn is_shouted(name: &str) -> bool {
    name.chars().filter(|character| character.is_alphabetic()).count() > 6 && !name.contains(char::is_lowercase)
}

/// The acronym in brackets right after a name, folded.
fn acronym_after<'a>(text: &str, annotations: &'a Annotations, name: Span) -> Option<&'a str> {
    let at = annotations.token_range(name).end;
    let [open, acronym, close] = annotations.tokens.get(at..at + 3)? else { return None };
    let brackets = &*open.folded == "(" && &*close.folded == ")";
    (brackets && !acronym.span.of(text).contains(char::is_lowercase)).then_some(&*acronym.stem)
}

/// A direction is a name of no one place: `the West`.
fn is_direction(name: &str) -> bool {
    matches!(name, "North" | "South" | "East" | "West")
}
