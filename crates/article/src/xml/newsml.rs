//! NewsML-G2 (IPTC), and the NITF inside of NewsML 1.

use coincide_text::{Span, TextBuilder};

use super::document::Document;
use super::{Holdings, nitf};
use crate::date::parse_date;
use crate::escape::unescaped;
use crate::facts::Facts;
use crate::json::language_code;
use crate::parts::{Item, Parts, Purpose};
use crate::{DateSource, Problem, Published, agency, byline};

/// The news items of a document, alone or in a message. A package only refers to its items, which are counted.
pub(super) fn read(document: &Document<'_>, purpose: Purpose) -> Holdings {
    let mut holdings = Holdings::default();
    if document.is_empty() {
        return holdings;
    }
    let items: Vec<usize> =
        (0..document.len()).filter(|&index| document.element(index).local() == "newsItem").collect();
    let empty = items.iter().filter(|&&item| !read_item(document, item, purpose, &mut holdings.items)).count();
    if items.is_empty() {
        // NewsML 1 packs its texts as NITF, under a head of its own.
        for index in (0..document.len()).filter(|&index| document.element(index).local() == "nitf") {
            holdings.items.extend(nitf::article(document, index, Facts::default(), purpose));
        }
    }
    let references = (0..document.len()).filter(|&index| document.element(index).local() == "itemRef").count();
    if empty > 0 {
        holdings.problems.push(Problem::of_all(format!("{empty} news items bring no text")));
    }
    if holdings.items.is_empty() && references > 0 {
        let message = format!("a package that refers to {references} items and brings none of them along");
        holdings.problems.push(Problem::of_all(message));
    }
    holdings
}

/// Reads the article of a news item. Whether it has one.
fn read_item(document: &Document<'_>, item: usize, purpose: Purpose, items: &mut Vec<Item>) -> bool {
    let facts = facts(document, item);
    let Some(content) = document.find(item, "contentSet") else { return false };
    if let Some(root) = document.find(content, "nitf") {
        let found = nitf::article(document, root, facts, purpose);
        let is_some = found.is_some();
        items.extend(found);
        return is_some;
    }
    let held = document.children(content).find(|&child| {
        matches!(document.element(child).local(), "inlineXML" | "inlineData") && document.has_words(child)
    });
    let Some(body) = held else { return false };
    let mut builder = TextBuilder::over(document.text);
    let title = document.find(item, "headline").map(|headline| {
        document.push(&mut builder, headline);
        let span = Span::new(0, builder.len());
        builder.push_inserted("\n\n");
        span
    });
    let start = builder.len();
    let element = document.element(body);
    let is_html = if element.local() == "inlineXML" {
        builder.push_same(element.inner.of(document.text.as_str()), element.inner.start);
        Some(true)
    } else {
        document.push(&mut builder, body);
        element.attribute("contenttype").map(|form| form.contains("html"))
    };
    let body = Span::new(start, builder.len());
    let parts = Parts { text: builder.finish(), facts, title, summary: Vec::new(), body, is_html };
    items.push(parts.item(purpose));
    true
}

fn facts(document: &Document<'_>, item: usize) -> Facts {
    let meta = document.find(item, "itemMeta").unwrap_or(item);
    let about = document.find(item, "contentMeta").unwrap_or(item);
    let words = |index: Option<usize>| index.and_then(|index| document.words(index)).map(|words| unescaped(&words));
    let date = |index: Option<usize>| {
        let found = parse_date(&document.words(index?)?)?;
        Some(Published { from: DateSource::Field, ..found })
    };
    // The name of a party stands in it, or is its code or literal.
    let party = |index: Option<usize>| {
        let index = index?;
        words(document.find(index, "name")).or_else(|| {
            let element = document.element(index);
            let code = element.attribute("literal").or_else(|| element.attribute("qcode"))?;
            Some(code.rsplit_once(':').map_or(code.as_str(), |(_, code)| code).to_owned())
        })
    };
    let mut people = Vec::new();
    let by = document.children(about).filter(|&child| document.element(child).local() == "by");
    let creators = document.children(about).filter(|&child| document.element(child).local() == "creator");
    for line in by.filter_map(|index| words(Some(index))).chain(creators.filter_map(|index| party(Some(index)))) {
        let credit = byline::credit_line(&format!("By {}", byline::strip_label(&line, "by ").unwrap_or(&line)));
        people.extend(credit.map(|credit| credit.facts.authors).unwrap_or_default());
        if !people.is_empty() {
            break;
        }
    }
    let provider = party(document.find(meta, "provider"));
    let credit = words(document.find(about, "creditline"));
    let agency = credit.iter().chain(&provider).find_map(|name| agency::news_agency(name)).map(str::to_owned);
    let element = document.element(item);
    let language = document.find(about, "language").and_then(|index| document.element(index).attribute("tag"));
    Facts {
        id: element.attribute("guid"),
        outlet: provider.or_else(|| party(document.find(item, "copyrightHolder"))).or(credit),
        title: words(document.find(about, "headline")),
        authors: people,
        agency,
        published: date(document.find(meta, "firstCreated"))
            .or_else(|| date(document.find(about, "contentCreated")))
            .or_else(|| date(document.find(meta, "versionCreated"))),
        modified: date(document.find(about, "contentModified")).or_else(|| date(document.find(meta, "versionCreated"))),
        language: language.or_else(|| element.attribute("xml:lang")).map(|language| language_code(&language)),
        ..Facts::default()
    }
}
