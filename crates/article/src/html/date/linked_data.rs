//! Dates in JSON-LD.
//!
//! Many pages' JSON-LD is not well-formed: line breaks in strings, trailing commas, comments. So it is not parsed as a
//! whole; its strings are read in one pass that knows in which object they stand.

use super::candidate::{Candidate, Kind, Role, machine_date};
use super::weights;
use crate::date::Style;
use crate::{DateSource, Published};

/// Objects that stand deeper are read as part of the one at this depth.
const DEEPEST: usize = 64;

/// What an object describes, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    Article,
    Page,
    /// A video, picture or sound.
    Media,
    Other,
}

/// An object or array that is open.
struct Open {
    is_array: bool,
    thing: Thing,
    /// Whether it stands in something that is beside the article: its comments, its pictures, its publisher.
    is_aside: bool,
    published: Option<Published>,
    created: Option<Published>,
    modified: Option<Published>,
    /// The key whose value comes next.
    key: Key,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Type,
    Published,
    Created,
    Modified,
    /// Of something that is beside the article.
    Aside,
    Other,
}

impl Key {
    fn of(key: &str) -> Self {
        match key {
            "@type" => Self::Type,
            "datePublished" => Self::Published,
            "dateCreated" | "uploadDate" => Self::Created,
            "dateModified" => Self::Modified,
            "comment" | "comments" | "review" | "reviews" | "itemListElement" | "hasPart" | "isPartOf" | "video"
            | "image" | "audio" | "thumbnail" | "mentions" | "citation" | "isBasedOn" | "subjectOf"
            | "associatedMedia" | "author" | "liveBlogUpdate" | "suggestedAnswer" | "acceptedAnswer" | "publisher"
            | "about" | "logo" | "blogPost" | "workExample" | "offers" | "event" | "relatedLink"
            | "primaryImageOfPage" => Self::Aside,
            _ => Self::Other,
        }
    }
}

/// Adds the dates of one script to `candidates`.
pub(super) fn collect(script: &str, style: &Style, candidates: &mut Vec<Candidate>) {
    let bytes = script.as_bytes();
    let mut open: Vec<Open> = Vec::new();
    let mut found: Vec<Open> = Vec::new();
    let mut too_deep = 0_usize;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'{' | b'[' if open.len() >= DEEPEST => too_deep += 1,
            b'{' | b'[' => {
                let (key, is_aside) = open.last().map_or((Key::Other, false), |open| (open.key, open.is_aside));
                open.push(Open {
                    is_array: byte == b'[',
                    thing: Thing::Other,
                    is_aside: is_aside || key == Key::Aside,
                    published: None,
                    created: None,
                    modified: None,
                    // The values of an array are values of the key that the array is of.
                    key: if byte == b'[' { key } else { Key::Other },
                });
            }
            b'}' | b']' if too_deep > 0 => too_deep -= 1,
            b'}' | b']' => {
                let Some(closed) = open.pop() else { continue };
                let has_date = closed.published.is_some() || closed.created.is_some() || closed.modified.is_some();
                if closed.is_array {
                    if let Some(outer) = open.last_mut() {
                        outer.thing = outer.thing.min(closed.thing);
                    }
                } else if has_date && !closed.is_aside {
                    found.push(closed);
                }
            }
            b'"' => {
                let end = end_of_string(bytes, at);
                let string = script.get(at..end).unwrap_or_default();
                at = end + 1;
                let Some(object) = open.last_mut().filter(|_| too_deep == 0) else { continue };
                let colon =
                    at + bytes[at.min(bytes.len())..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
                if !object.is_array && bytes.get(colon) == Some(&b':') {
                    object.key = Key::of(string);
                    at = colon + 1;
                } else {
                    value(object, string, style);
                }
            }
            _ => {}
        }
    }
    // A script cut off in the middle.
    found.extend(
        open.into_iter().filter(|open| !open.is_aside && (open.published.is_some() || open.modified.is_some())),
    );
    add(found, candidates);
}

/// Where a string that begins at `start` ends: at its quotation mark, or with the script.
fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return at,
            _ => at += 1,
        }
    }
    bytes.len()
}

fn value(object: &mut Open, string: &str, style: &Style) {
    let slot = match object.key {
        Key::Type => {
            object.thing = object.thing.min(thing(string));
            return;
        }
        Key::Published => &mut object.published,
        Key::Created => &mut object.created,
        Key::Modified => &mut object.modified,
        Key::Aside | Key::Other => return,
    };
    if slot.is_none() && string.len() < 120 {
        let string = string.replace("\\/", "/");
        *slot = machine_date(&string, style).map(|published| Published { from: DateSource::Metadata, ..published });
    }
}

/// What an object of this schema.org type describes.
fn thing(kind: &str) -> Thing {
    let kind = kind.rsplit(['/', ':']).next().unwrap_or(kind);
    let ends = |endings: &[&str]| endings.iter().any(|ending| kind.ends_with(ending));
    if ends(&["Article", "Posting", "Report", "Recipe", "Episode", "Review", "Question"]) {
        Thing::Article
    } else if ends(&["Page", "CreativeWork"]) {
        Thing::Page
    } else if ends(&["VideoObject", "ImageObject", "AudioObject", "MediaObject", "Clip"]) {
        Thing::Media
    } else {
        Thing::Other
    }
}

fn add(found: Vec<Open>, candidates: &mut Vec<Candidate>) {
    let mut seen_article = false;
    for object in found {
        let is_further = seen_article && object.thing == Thing::Article;
        seen_article |= object.thing == Thing::Article;
        let weight = match object.thing {
            Thing::Article if is_further => weights::FURTHER_ARTICLE,
            Thing::Article => weights::ARTICLE_DATA,
            Thing::Page => weights::PAGE_DATA,
            Thing::Media => weights::MEDIA_DATA,
            Thing::Other => weights::OTHER_DATA,
        };
        let dates = [
            (object.published, Role::Published, weight),
            (object.created, Role::Published, weight * 2 / 3),
            (object.modified, Role::Modified, weight),
        ];
        for (published, role, weight) in dates {
            candidates.extend(published.map(|published| Candidate {
                published,
                role,
                kind: Kind::LinkedData,
                weight,
                shown: None,
            }));
        }
    }
}
