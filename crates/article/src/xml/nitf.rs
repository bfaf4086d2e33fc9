//! NITF, the News Industry Text Format (IPTC, 3.x).

use coincide_text::{Span, TextBuilder};

use super::Holdings;
use super::document::Document;
use crate::date::parse_date;
use crate::facts::Facts;
use crate::manuscript::{Block, Manuscript};
use crate::parts::{Item, Purpose};
use crate::{DateSource, ParagraphKind, Problem, Published, agency, byline, stripped};

/// The article of an NITF document.
pub(super) fn read(document: &Document<'_>, purpose: Purpose) -> Holdings {
    let mut holdings = Holdings::default();
    match article(document, 0, Facts::default(), purpose) {
        Some(item) => holdings.items.push(item),
        None => holdings.problems.push(Problem::of_all("the NITF document has no text")),
    }
    holdings
}

/// The article in the `nitf` element at `root`; `known` is what the document around it says.
pub(super) fn article(document: &Document<'_>, root: usize, known: Facts, purpose: Purpose) -> Option<Item> {
    let mut builder = TextBuilder::over(document.text);
    let mut blocks = Vec::new();
    let mut at = document.descendants(root).start;
    while at < document.descendants(root).end {
        let Some(kind) = block(document, at) else {
            at += 1;
            continue;
        };
        let start = builder.len();
        document.push(&mut builder, at);
        blocks.push(Block::new(kind, Span::new(start, builder.len())));
        builder.push_inserted("\n\n");
        at = document.descendants(at).end;
    }
    if !blocks.iter().any(|block| matches!(block.kind, ParagraphKind::Body | ParagraphKind::ListItem)) {
        return None;
    }
    let facts = known.or(facts(document, root));
    let mut manuscript = Manuscript { text: builder.finish(), blocks, facts, ..Manuscript::default() };
    Some(if purpose == Purpose::Draft {
        stripped::mark_up(&mut manuscript);
        Item { draft: Some(manuscript), article: None }
    } else {
        stripped::edit(&mut manuscript, stripped::Layout::Elements);
        Item { article: Some(manuscript), draft: None }
    })
}

/// What the characters of an element are, if they are a paragraph of the article.
fn block(document: &Document<'_>, index: usize) -> Option<ParagraphKind> {
    let inside = |name: &str| {
        let mut at = index;
        // Blocks stand a few elements deep.
        for _ in 0..16 {
            at = document.element(at).parent;
            if document.element(at).local() == name {
                return true;
            }
        }
        false
    };
    Some(match document.element(index).local() {
        "hl1" => ParagraphKind::Title,
        "hl2" if inside("body.head") => ParagraphKind::Standfirst,
        "abstract" if inside("body.head") => ParagraphKind::Standfirst,
        "hl2" if inside("body.content") => ParagraphKind::Heading,
        "media-caption" => ParagraphKind::Caption,
        "li" => ParagraphKind::ListItem,
        "p" if inside("bq") => ParagraphKind::BlockQuote,
        "p" if inside("body.content") => ParagraphKind::Body,
        _ => return None,
    })
}

fn facts(document: &Document<'_>, root: usize) -> Facts {
    let said = |name: &str| document.words(document.find(root, name)?);
    let attribute = |name: &str, attribute: &str| document.element(document.find(root, name)?).attribute(attribute);
    let date = |text: Option<String>| {
        let text = text?;
        let found = parse_date(&extended(&text).unwrap_or(text))?;
        Some(Published { from: DateSource::Field, ..found })
    };
    let credit = said("bytag").or_else(|| said("byline"));
    let credit = credit
        .and_then(|line| byline::credit_line(&format!("By {}", byline::strip_label(&line, "by ").unwrap_or(&line))));
    let credit = credit.map(|credit| credit.facts).unwrap_or_default();
    let distributor = said("distributor").or_else(|| said("org"));
    Facts {
        id: attribute("doc-id", "id-string"),
        url: None,
        outlet: attribute("pubdata", "name").or_else(|| attribute("doc.copyright", "holder")).or(distributor.clone()),
        title: said("hl1").or_else(|| said("title")),
        authors: credit.authors,
        agency: credit.agency.or_else(|| distributor.as_deref().and_then(agency::news_agency).map(str::to_owned)),
        published: date(attribute("date.issue", "norm"))
            .or_else(|| date(attribute("date.release", "norm")))
            .or_else(|| date(attribute("pubdata", "date.publication")))
            .or_else(|| date(attribute("story.date", "norm"))),
        ..Facts::default()
    }
}

/// `20310504T101500Z`, the basic form of ISO 8601 that NITF asks for, in the extended form.
fn extended(basic: &str) -> Option<String> {
    let (date, time) = basic.trim().split_once('T').unwrap_or((basic.trim(), ""));
    let digits = |text: &str, length: usize| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(date, 8) {
        return None;
    }
    let date = format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..]);
    let (clock, zone) = time.split_at(time.find(['Z', '+', '-']).unwrap_or(time.len()));
    if !digits(clock, 6) {
        return Some(date);
    }
    let zone = match zone.split_at_checked(3) {
        Some((hours, minutes)) if digits(minutes, 2) => format!("{hours}:{minutes}"),
        _ => zone.to_owned(),
    };
    Some(format!("{date}T{}:{}:{}{zone}", &clock[..2], &clock[2..4], &clock[4..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn basic_dates_are_read() {
        for (basic, written) in [
            ("20310504", Some("2031-05-04")),
            ("20310504T101500Z", Some("2031-05-04T10:15:00Z")),
            ("20310504T101500+0200", Some("2031-05-04T10:15:00+02:00")),
            ("20310504T10", Some("2031-05-04")),
            ("2031-05-04", None),
            ("åååå", None),
        ] {
            assert_eq!(extended(basic).as_deref(), written);
        }
    }
}
