use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use super::LISTED;
use crate::names::{self, Names};
use crate::visible::visible;
use crate::{AnnotationsValue, Document, EntityValue, QuantityValue, QuotationValue, Span};

/// What is found in a text, with the word for it and the plural.
const KINDS: [(&str, &str, &str); 4] = [
    ("quotation", "quotation", "quotations"),
    ("quantity", "quantity", "quantities"),
    ("time", "time", "times"),
    ("name", "name", "names"),
];

/// The texts, folded, with everything that was found in them: marked in place, under boxes that choose what is marked,
/// and as a list with the normal forms.
pub(super) fn texts(documents: &[Document], names: &Names) -> Markup {
    let annotated: Vec<(&Document, &AnnotationsValue)> =
        documents.iter().filter_map(|document| Some((document, document.annotations.as_ref()?))).collect();
    html! {
        section id="texts" aria-labelledby="texts-heading" {
            h2 id="texts-heading" { "What was read in the texts" }
            p.meta { "Every verdict rests on these: who is quoted, the figures, the times and the names. Choose what is marked." }
            @for (class, _, plural) in KINDS {
                input.shows type="checkbox" checked id={ "shows-" (class) } aria-label={ "Mark " (plural) };
            }
            div.kinds aria-hidden="true" {
                @for (class, _, plural) in KINDS { label.{ "shows-" (class) } for={ "shows-" (class) } { span.{ "found " (class) } { (plural) } } }
            }
            div.texts {
                @for (document, found) in &annotated {
                    details.proof {
                        summary {
                            strong { bdi { @if document.id == "draft" { "The draft" } @else { (names.of(&document.id)) } } } ": "
                            (counts(found))
                        }
                        div.text dir="auto" { (marked(document, found)) }
                        (list(found))
                    }
                }
            }
            @if documents.len() > annotated.len() {
                p.meta { "And " (documents.len() - annotated.len()) " more texts, which " code { "coincide annotate" } " shows." }
            }
        }
    }
}

fn counts(found: &AnnotationsValue) -> String {
    let all = [found.quotations.len(), found.quantities.len(), found.times.len(), found.entities.len()];
    let counted = all
        .iter()
        .zip(KINDS)
        .map(|(count, (_, one, many))| format!("{count} {}", if *count == 1 { one } else { many }));
    counted.collect::<Vec<_>>().join(", ")
}

/// Something to mark: which of [`KINDS`] it is, and what is said of it where one points at it.
struct Marking {
    span: Span,
    kind: usize,
    title: String,
}

/// The paragraphs of a text. What overlaps is cut, so that each stretch carries all the kinds that hold there and says
/// what the shortest of them is.
fn marked(document: &Document, found: &AnnotationsValue) -> Markup {
    let markings = markings(found);
    let mut edges: BTreeMap<usize, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (index, marking) in markings.iter().enumerate().filter(|(_, marking)| marking.span.start < marking.span.end) {
        edges.entry(marking.span.start).or_default().0.push(index);
        edges.entry(marking.span.end).or_default().1.push(index);
    }
    for &(start, end) in &document.paragraphs {
        edges.entry(start).or_default();
        edges.entry(end).or_default();
    }
    let mut offsets = document.text.char_indices().map(|(at, _)| at).chain([document.text.len()]).enumerate();
    let mut active: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut stretches: Vec<(usize, &str, Vec<usize>, Option<usize>)> = Vec::new();
    let mut last = 0;
    for (place, (begin, end)) in edges {
        let Some((_, at)) = offsets.find(|&(index, _)| index == place) else { break };
        if at > last {
            let mut kinds: Vec<usize> =
                active.iter().filter_map(|&(_, index)| Some(markings.get(index)?.kind)).collect();
            kinds.sort_unstable();
            kinds.dedup();
            let shortest = active.first().map(|&(_, index)| index);
            stretches.push((place, &document.text[last..at], kinds, shortest));
            last = at;
        }
        let length = |index: &usize| markings.get(*index).map_or(0, |marking| marking.span.end - marking.span.start);
        for index in end {
            active.remove(&(length(&index), index));
        }
        active.extend(begin.iter().map(|index| (length(index), *index)));
    }
    html! {
        @for &(start, end) in &document.paragraphs {
            @let from = stretches.partition_point(|&(stop, ..)| stop <= start);
            @let to = stretches.partition_point(|&(stop, ..)| stop <= end);
            p {
                @for (_, words, kinds, shortest) in stretches.get(from..to).unwrap_or_default() {
                    @if let Some(marking) = shortest.and_then(|index| markings.get(index)) {
                        @let classes: Vec<&str> = kinds.iter().filter_map(|&kind| Some(KINDS.get(kind)?.0)).collect();
                        span class={ "found " (classes.join(" ")) } title=(visible(&marking.title)) { (visible(words)) }
                    } @else { (visible(words)) }
                }
            }
        }
    }
}

fn markings(found: &AnnotationsValue) -> Vec<Marking> {
    let known = entities(found);
    let quotations = found.quotations.iter().map(|quotation| {
        let title = format!("{} quotation: {}", quotation.kind, speaker(quotation, &known));
        Marking { span: quotation.span, kind: 0, title }
    });
    let quantities =
        found.quantities.iter().map(|quantity| Marking { span: quantity.span, kind: 1, title: value(quantity) });
    let times = found.times.iter().map(|time| Marking {
        span: time.span,
        kind: 2,
        title: format!("{} {}", time.kind, time.value),
    });
    let names = found.entities.iter().flat_map(|entity| {
        entity.mentions.iter().map(|&span| Marking {
            span,
            kind: 3,
            title: format!("{}: {}", entity.name, described(entity)),
        })
    });
    quotations.chain(quantities).chain(times).chain(names).collect()
}

/// Entities by their identifier.
type Entities<'a> = BTreeMap<&'a str, &'a EntityValue>;

fn entities(found: &AnnotationsValue) -> Entities<'_> {
    found.entities.iter().map(|entity| (entity.id.as_str(), entity)).collect()
}

/// Who says it, by the name that the mention stands for, and the word that says so.
fn speaker(quotation: &QuotationValue, entities: &Entities<'_>) -> String {
    let Some(speaker) = &quotation.speaker else { return "speaker not found".to_owned() };
    let entity = speaker.entity.as_deref().and_then(|id| entities.get(id));
    let who = match entity {
        Some(entity) if entity.name != speaker.text => format!("{} ({})", speaker.text, entity.name),
        _ => speaker.text.clone(),
    };
    quotation.cue.as_ref().map_or(who.clone(), |cue| format!("{who}, {}", cue.text))
}

/// `at least 12 to 14 kilometre; of coast`, in the words of the JSON.
fn value(quantity: &QuantityValue) -> String {
    let (low, high) = quantity.value;
    let number = if low == high { low.to_string() } else { format!("{low} to {high}") };
    let hedge = quantity.hedge.as_deref().map(|hedge| format!("{} ", hedge.replace('_', " "))).unwrap_or_default();
    let unit = match quantity.unit.as_str() {
        "count" => String::new(),
        unit => format!(" {}", unit.replace('_', " ")),
    };
    let of = quantity.of.as_deref().map(|of| format!("; of {of}")).unwrap_or_default();
    format!("{hedge}{number}{unit}{of}")
}

fn described(entity: &EntityValue) -> String {
    entity.role.as_deref().map_or(entity.kind.clone(), |role| format!("{}, {role}", entity.kind))
}

/// Everything found, with its normal form.
fn list(found: &AnnotationsValue) -> Markup {
    let known = entities(found);
    let quotations = found.quotations.iter().map(|quotation| {
        let words = quotation.text.as_str();
        (words.to_owned(), format!("{}; {}", quotation.kind, speaker(quotation, &known)))
    });
    let quantities = found.quantities.iter().map(|quantity| (quantity.text.clone(), value(quantity)));
    let times = found.times.iter().map(|time| (time.text.clone(), format!("{} ({})", time.value, time.kind)));
    let names = found.entities.iter().map(|entity| {
        let mentions = names::counted(entity.mentions.len(), "mention");
        (entity.name.clone(), format!("{}, {mentions}", described(entity)))
    });
    let rows: [Vec<(String, String)>; 4] =
        [quotations.collect(), quantities.collect(), times.collect(), names.collect()];
    html! {
        details.proof {
            summary { "As a list, with normal forms" }
            @for (rows, (class, _, plural)) in rows.iter().zip(KINDS) {
                @if !rows.is_empty() {
                    table.{ "normal " (class) } {
                        caption { (plural) }
                        tbody {
                            @for (words, normal) in rows.iter().take(LISTED) {
                                tr { th scope="row" dir="auto" { (visible(words)) } td dir="auto" { (visible(normal)) } }
                            }
                        }
                    }
                    (super::more(rows.len()))
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use coincide_annotate::Reading;
    use coincide_article::{Article, Paragraph, ParagraphKind};
    use coincide_text::{Span as Bytes, Text};
    use proptest::prelude::*;

    use super::*;

    /// A text of one paragraph as the page shows it.
    fn shown(text: &str) -> String {
        let paragraph = Paragraph { span: Bytes::new(0, text.len()), kind: ParagraphKind::Body };
        let article = Article { text: Text::identical(text, 0), paragraphs: vec![paragraph], ..Article::default() };
        let annotations = Some(crate::annotations(&Reading::new(article)));
        let paragraphs = vec![(0, text.chars().count())];
        let document = Document { id: "a1".to_owned(), text: text.to_owned(), paragraphs, annotations };
        marked(&document, document.annotations.as_ref().unwrap_or(&AnnotationsValue::default())).into_string()
    }

    #[test]
    fn what_stands_inside_a_quotation_is_marked_as_both() {
        let page = shown("\u{201c}We lost 12 boats,\u{201d} said Anna Berg.");
        assert!(page.contains("<span class=\"found quotation quantity\" title=\"12; of boats\">12</span>"), "{page}");
        assert!(page.contains("title=\"direct quotation: Anna Berg, said\">We lost </span>"), "{page}");
        assert!(page.contains("title=\"Anna Berg: person\">Anna Berg</span>"), "{page}");
    }

    proptest! {
        #[test]
        fn no_word_is_lost_between_the_marks(words in proptest::collection::vec("[A-Z][a-z]{2,6}|[0-9]{1,3}|said|\"|on Monday|\\.|é", 1..40)) {
            let text = words.join(" ");
            let page = shown(&text);
            let mut plain = String::new();
            let mut inside = false;
            for character in page.chars() {
                match character {
                    '<' => inside = true,
                    '>' => inside = false,
                    _ if !inside => plain.push(character),
                    _ => {}
                }
            }
            prop_assert_eq!(plain.replace("&quot;", "\""), text);
        }
    }
}
