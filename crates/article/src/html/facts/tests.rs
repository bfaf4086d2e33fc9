//! Pages, and what they say of their article.

use coincide_text::{Span, Text};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{Described, describe};
use crate::Access;
use crate::html::linked_data::LinkedData;
use crate::html::tree::Tree;

fn read(page: &str) -> Described {
    let tree = Tree::parse(&Text::identical(page, 0), Span::new(0, page.len()), 0);
    describe(&tree, &LinkedData::parse(&tree, page))
}

/// A page with JSON-LD, what else stands in its head, and a body.
fn page(linked: &str, head: &str, body: &str) -> String {
    format!(
        "<html lang=en-GB><head>{head}<script type=\"application/ld+json\">{linked}</script></head><body>{body}<p>{}</p></body></html>",
        "The ferry left the harbour late. ".repeat(20)
    )
}

#[test]
fn titles() {
    const H: &str = "<h1>Ferry runs aground off Ostvik</h1>";
    for (linked, head, body, expected) in [
        // The heading that metadata names, in the words readers see.
        ("", "<title>Ferry runs aground off Ostvik | Coast Radio</title>", H, "Ferry runs aground off Ostvik"),
        ("", "<title>Ferry runs aground off Ostvik - News - Coast Radio</title>", H, "Ferry runs aground off Ostvik"),
        ("", "<title>Coast Radio: Ferry runs aground off Ostvik</title>", H, "Ferry runs aground off Ostvik"),
        (
            "",
            "<meta property=og:title content='Ferry runs aground off Ostvik'>",
            "<h1>Coast Radio</h1><h2>Ferry runs aground off Ostvik</h2>",
            "Ferry runs aground off Ostvik",
        ),
        (
            "",
            "<meta property=og:title content='Ferry runs aground off Ostvik'>",
            "<h1>Log in</h1><h1>Ferry runs aground off Ostvik</h1>",
            "Ferry runs aground off Ostvik",
        ),
        (
            "",
            "<meta property=og:title content='‘Late’ ferry runs aground'>",
            "<h1>'Late' ferry runs aground</h1>",
            "'Late' ferry runs aground",
        ),
        (
            r#"{"@type":"NewsArticle","headline":"Ferry runs aground off Ostvik"}"#,
            "<meta property=og:title content='Drama at sea'>",
            H,
            "Ferry runs aground off Ostvik",
        ),
        (
            r#"{"@type":"NewsArticle","headline":"Ferry &amp; tug collide in fog"}"#,
            "",
            "<h1>Ferry &amp; tug collide in fog</h1>",
            "Ferry & tug collide in fog",
        ),
        (
            r#"{"@type":"NewsArticle","headline":"Ferry <i>Alma<\/i> &amp;amp; tug collide"}"#,
            "",
            "",
            "Ferry Alma & tug collide",
        ),
        // Metadata was too long and is cut off.
        (r#"{"@type":"NewsArticle","headline":"Ferry runs aground off"}"#, "", H, "Ferry runs aground off Ostvik"),
        // A kicker.
        (
            "",
            "<meta property=og:title content='Accident at sea: Ferry runs aground off Ostvik'>",
            H,
            "Accident at sea: Ferry runs aground off Ostvik",
        ),
        (
            "",
            "<meta property=og:title content='Ferry runs aground off Ostvik'>",
            "<h1><span>5 June</span> Ferry runs aground off Ostvik</h1>",
            "Ferry runs aground off Ostvik",
        ),
        (
            "",
            "<meta property=og:title content='Accident at sea: Ferry runs aground'>",
            "<h1><span>Accident at sea</span> <span>Ferry runs aground</span></h1>",
            "Accident at sea: Ferry runs aground",
        ),
        // Metadata written for search engines.
        (
            "",
            "<meta property=og:title content='Ferry accident: all you need to know'>",
            H,
            "Ferry runs aground off Ostvik",
        ),
        // A logo, a rubric, a hidden heading.
        (
            "",
            "<meta property=og:title content='Ferry runs aground off Ostvik'><meta property=og:site_name content='Coast Radio'>",
            "<h1>Coast Radio</h1>",
            "Ferry runs aground off Ostvik",
        ),
        (
            "",
            "<meta property=og:title content='Ferry runs aground off Ostvik'>",
            "<h1>Sea news</h1>",
            "Ferry runs aground off Ostvik",
        ),
        (
            "",
            "<title>Ferry runs aground off Ostvik</title>",
            "<h1 hidden>Search the archive of the paper</h1>",
            "Ferry runs aground off Ostvik",
        ),
        (
            "",
            "<meta property=og:title content='Ferry runs aground off Ostvik - Coast Radio'><meta property=og:site_name content='Coast Radio'>",
            "",
            "Ferry runs aground off Ostvik",
        ),
        (
            "",
            "<meta property=og:title content='Ferry runs aground off Ostvik | coastradio.example'><link rel=canonical href=https://www.coastradio.example/a>",
            "",
            "Ferry runs aground off Ostvik | coastradio.example",
        ),
        (
            "",
            "<meta property=og:title content='フェリーが座礁：東海岸新聞'><meta property=og:site_name content=東海岸新聞>",
            "",
            "フェリーが座礁",
        ),
        (
            "",
            "<meta property=og:title content='All about ferries'>",
            "<div hidden id=S:0><h1>Ferry runs aground off Ostvik</h1></div>",
            "Ferry runs aground off Ostvik",
        ),
        (
            "",
            "<meta property=og:title content='Ferries: all you need to know | Sea'><meta property=og:site_name content='Ferries: all you need to know | Sea'>",
            "<h1>Ferries: all you need to know</h1>",
            "Ferries: all you need to know",
        ),
        (
            "",
            "<title>Crane falls on quay - Lindvik Times</title>",
            "<header><h1>Lindvik Times</h1></header><h2>Crane falls on quay</h2>",
            "Crane falls on quay",
        ),
        // A dash that belongs to the headline.
        (
            "",
            "<title>Ferry aground - and nobody noticed | Coast Radio</title><meta property=og:site_name content='Coast Radio'>",
            "",
            "Ferry aground - and nobody noticed",
        ),
        ("", "", H, "Ferry runs aground off Ostvik"),
        ("", "", "<div itemprop='headline'>Ferry runs aground off Ostvik</div>", "Ferry runs aground off Ostvik"),
    ] {
        let found = read(&page(linked, head, body)).facts.title;
        assert_eq!(found.as_deref(), Some(expected), "{linked} {head} {body}");
    }
}

#[test]
fn the_headline_is_an_element() {
    let text = page(
        "",
        "<title>Ferry aground off Ostvik | Coast Radio</title>",
        "<h1>Coast Radio</h1><h1>Ferry aground off Ostvik</h1>",
    );
    let tree = Tree::parse(&Text::identical(text.as_str(), 0), Span::new(0, text.len()), 0);
    let described = describe(&tree, &LinkedData::parse(&tree, &text));
    assert_eq!(described.headline.map(|element| tree.words(element)).as_deref(), Some("Ferry aground off Ostvik"));
}

#[test]
fn authors() {
    const H: &str = "<h1>Ferry runs aground off Ostvik</h1>";
    let body = |rest: &str| format!("{H}{rest}");
    for (linked, head, rest, expected, agency) in [
        // JSON-LD.
        (r#"{"@type":"NewsArticle","author":{"@type":"Person","name":"Anna Holm"}}"#, "", "", "Anna Holm", None),
        (
            r#"{"@type":"NewsArticle","author":[{"name":"Anna Holm"},{"name":"Per Dahl"}]}"#,
            "",
            "",
            "Anna Holm; Per Dahl",
            None,
        ),
        (r#"{"@type":"NewsArticle","author":"Anna Holm"}"#, "", "", "Anna Holm", None),
        (r#"{"@type":"NewsArticle","author":{"name":["Anna Holm","Per Dahl"]}}"#, "", "", "Anna Holm; Per Dahl", None),
        (
            r##"{"@graph":[{"@type":"NewsArticle","author":{"@id":"#1"}},{"@type":"Person","@id":"#1","name":"Anna Holm"}]}"##,
            "",
            "",
            "Anna Holm",
            None,
        ),
        (r#"{"@type":"NewsArticle","creator":["Anna Holm"]}"#, "", "", "Anna Holm", None),
        (r#"{"@type":"NewsArticle","author":{"@type":"Person","name":"Reuters"}}"#, "", "", "Reuters", Some("Reuters")),
        (
            r#"{"@type":"NewsArticle","author":[{"name":"Anna Holm"},{"name":"dpa"}]}"#,
            "",
            "",
            "Anna Holm; dpa",
            Some("dpa"),
        ),
        (
            r#"{"@type":"NewsArticle","author":{"@type":"Organization","name":"Coast Radio"},"publisher":{"name":"Coast Radio"}}"#,
            "<meta name=author content='Anna Holm'>",
            "",
            "Anna Holm",
            None,
        ),
        (
            r#"{"@type":"NewsArticle","author":{"@type":"Person","name":"Coast Radio"},"publisher":{"name":"Coast Radio"}}"#,
            "",
            "",
            "Coast Radio",
            None,
        ),
        (
            r#"{"@type":"NewsArticle","author":{"name":"oniadmin"}}"#,
            "",
            "<p class=byline>By Anna Holm</p>",
            "Anna Holm",
            None,
        ),
        // The name that stands on the page is believed before one that does not.
        (
            r#"{"@type":"NewsArticle","author":{"name":"Ivo Berg"}}"#,
            "<meta name=author content='Anna Holm'>",
            "<p>Anna Holm</p>",
            "Anna Holm",
            None,
        ),
        // Metadata.
        ("", "<meta name=author content='Anna Holm, Per Dahl'>", "", "Anna Holm; Per Dahl", None),
        (
            "",
            "<meta property=article:author content=https://social.example/coastradio><meta name=author content='Anna Holm'>",
            "",
            "Anna Holm",
            None,
        ),
        (
            "",
            "<meta name=citation_author content='Anna Holm'><meta name=citation_author content='Per Dahl'>",
            "",
            "Anna Holm; Per Dahl",
            None,
        ),
        ("", "<meta name=parsely-author content='Anna Holm'>", "", "Anna Holm", None),
        (
            "",
            "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Anna Holm'>",
            "",
            "Anna Holm",
            None,
        ),
        (
            "",
            "<meta name=twitter:label1 content='Reading time'><meta name=twitter:data1 content='3 minutes'>",
            "",
            "",
            None,
        ),
        ("", "<meta itemprop=author content='Anna Holm'>", "", "Anna Holm", None),
        (
            "",
            "<meta name=author content='Coast Radio'><meta property=og:site_name content='Coast Radio'>",
            "<p>By Anna Holm</p>",
            "Anna Holm",
            None,
        ),
        // Markup.
        ("", "", "<a rel=author href=/anna>Anna Holm</a>", "Anna Holm", None),
        ("", "", "<span itemprop=author itemscope><span itemprop=name>Anna Holm</span></span>", "Anna Holm", None),
        ("", "", "<p class='byline vcard'>By <span class=fn>Anna Holm</span></p>", "Anna Holm", None),
        (
            "",
            "",
            "<div>By <a href=/author/anna>Anna Holm</a> and <a href=/author/per>Per Dahl</a></div>",
            "Anna Holm; Per Dahl",
            None,
        ),
        ("", "", "<div class=author-name>Anna</div>", "Anna", None),
        (
            "",
            "",
            "<span class=article__author>Von <a>Anna Holm</a><span>Korrespondentin</span></span>",
            "Anna Holm",
            None,
        ),
        ("", "", "<div class=byline>Coast Radio Newsroom</div>", "Coast Radio Newsroom", None),
        (
            "",
            "",
            "<div class=byline>Reviewed by <span class=name>Ivo Berg</span></div><div class=author>By <span class=name>Anna Holm</span></div>",
            "Anna Holm",
            None,
        ),
        // Lines.
        ("", "", "<p>By Anna Holm and Per Dahl</p>", "Anna Holm; Per Dahl", None),
        ("", "", "<div><span>By</span><span>Anna Holm</span><time>5 June 2024</time></div>", "Anna Holm", None),
        ("", "", "<p>Von Anna Holm, Ostvik</p>", "Anna Holm", None),
        ("", "", "<p>Anna Holm | Senior Writer | 5 June 2024</p>", "Anna Holm", None),
        ("", "", "<p>By The Associated Press</p>", "The Associated Press", Some("AP")),
        // An agency and a place.
        (
            "",
            "<meta name=author content='Coast Radio'><meta property=og:site_name content='Coast Radio'>",
            "<p>AFP, OSTVIK</p>",
            "AFP",
            Some("AFP"),
        ),
        // Someone else.
        ("", "", "<figure><span class=author>Ivo Berg</span></figure>", "", None),
        ("", "", "<div class=related><p>By Ivo Berg</p></div>", "", None),
        ("", "", "<div class=comments><b class=author>Ivo Berg</b></div>", "", None),
        ("", "", "<blockquote><p>By Ivo Berg</p></blockquote>", "", None),
        ("", "", "<p hidden>By Ivo Berg</p>", "", None),
        ("", "", "<p>By Friday the harbour was closed.</p>", "", None),
    ] {
        let facts = read(&page(linked, head, &body(rest))).facts;
        assert_eq!(
            (facts.authors.join("; ").as_str(), facts.agency.as_deref()),
            (expected, agency),
            "{linked} {head} {rest}"
        );
    }
}

#[test]
fn outlets() {
    for (linked, head, body, expected) in [
        (
            r#"{"@type":"NewsArticle","publisher":{"@type":"Organization","name":"Coast Radio"}}"#,
            "",
            "",
            Some("Coast Radio"),
        ),
        (
            r##"{"@graph":[{"@type":"NewsArticle","publisher":{"@id":"#o"}},{"@type":"Organization","@id":"#o","name":"Coast Radio"}]}"##,
            "",
            "",
            Some("Coast Radio"),
        ),
        // The name most places agree on.
        (
            r#"{"@type":"NewsArticle","publisher":{"name":"Sea Media Group"}}"#,
            "<meta property=og:site_name content='Coast Radio'><title>Ferry aground | Coast Radio</title>",
            "",
            Some("Coast Radio"),
        ),
        // A name before an address.
        (
            r#"{"@type":"NewsArticle","publisher":{"name":"Coast Radio"}}"#,
            "<meta property=og:site_name content=coastradio.example>",
            "",
            Some("Coast Radio"),
        ),
        ("", "<meta property=og:site_name content=coastradio.example>", "", Some("coastradio.example")),
        (
            "",
            "<meta property=og:site_name content='https://coastradio.example'><meta name=application-name content='Coast Radio'>",
            "",
            Some("Coast Radio"),
        ),
        (
            "",
            "<title>Ferry runs aground | Sea | Coast Radio</title>",
            "<h1>Ferry runs aground</h1>",
            Some("Coast Radio"),
        ),
        (
            "",
            "<title>Ferry runs aground</title>",
            "<h1>Ferry runs aground</h1><footer>© 2024 Coast Radio. All rights reserved.</footer>",
            Some("Coast Radio"),
        ),
        (
            "",
            "<meta property=og:site_name content='Coast Radio | All the news of the eastern sea and its many islands'>",
            "",
            Some("Coast Radio"),
        ),
        // The logo is the heading of the first rank; a section's name is no headline under one.
        (
            "",
            "<title>Crane falls on quay - Lindvik Times</title>",
            "<header><h1>Lindvik Times</h1></header><h2>Crane falls on quay</h2>",
            Some("Lindvik Times"),
        ),
        ("", "<title>Sea news - Crane falls on quay</title>", "<h1>Crane falls on quay</h1><h2>Sea news</h2>", None),
        // The author of a blog is no publisher.
        (
            r#"{"@type":"BlogPosting","publisher":{"@type":["Person","Organization"],"name":"Anna Holm"}}"#,
            "<meta property=og:site_name content='Notes from the Sea'>",
            "",
            Some("Notes from the Sea"),
        ),
        ("", "<title>Ferry runs aground</title>", "<h1>Ferry runs aground</h1>", None),
    ] {
        assert_eq!(read(&page(linked, head, body)).facts.outlet.as_deref(), expected, "{linked} {head} {body}");
    }
}

#[test]
fn addresses_are_absolute() {
    for (linked, head, expected) in [
        ("", "<link rel=canonical href=https://coast.example/ferry>", Some("https://coast.example/ferry")),
        (
            "",
            "<link rel=canonical href=/ferry><meta property=og:url content=https://coast.example/ferry?amp>",
            Some("https://coast.example/ferry"),
        ),
        ("", "<link rel=canonical href=//coast.example/ferry>", Some("https://coast.example/ferry")),
        (
            "",
            "<link rel=canonical href=https://coast.example/><meta property=og:url content=https://coast.example/ferry>",
            Some("https://coast.example/ferry"),
        ),
        (
            r#"{"@type":"NewsArticle","mainEntityOfPage":{"@id":"https://coast.example/ferry"}}"#,
            "",
            Some("https://coast.example/ferry"),
        ),
        (r#"{"@type":"NewsArticle","url":"https://coast.example/ferry"}"#, "", Some("https://coast.example/ferry")),
        ("", "<link rel=canonical href=/ferry>", None),
        ("", "<link rel=canonical href=javascript:void(0)>", None),
    ] {
        assert_eq!(read(&page(linked, head, "")).facts.url.as_deref(), expected, "{linked} {head}");
    }
}

#[test]
fn who_may_read() {
    let part = "x".repeat(400);
    let paid = r#"{"@type":"NewsArticle","isAccessibleForFree":false,"hasPart":{"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":".paid"}}"#;
    for (linked, head, body, expected) in [
        (r#"{"@type":"NewsArticle","isAccessibleForFree":true}"#, "", String::new(), Some(Access::Free)),
        (
            r#"{"@type":"NewsArticle","isAccessibleForFree":"http://schema.org/True"}"#,
            "",
            String::new(),
            Some(Access::Free),
        ),
        (r#"{"@type":"NewsArticle","isAccessibleForFree":"False"}"#, "", String::new(), Some(Access::Paywalled)),
        (paid, "", format!("<div class='a paid'>{part}</div>"), Some(Access::Paywalled)),
        (paid, "", "<div class='a paid'></div>".to_owned(), Some(Access::Teaser)),
        ("", "<meta property=article:content_tier content=free>", String::new(), Some(Access::Free)),
        ("", "<meta property=article:content_tier content=metered>", String::new(), Some(Access::Paywalled)),
        ("", "", "<div class=paywall-box>Subscribe to read on.</div>".to_owned(), Some(Access::Paywalled)),
        ("", "", "<div class=paywall-box hidden>Subscribe to read on.</div>".to_owned(), None),
        ("", "", format!("<div class=paywall>{part} {part} {part} {part}</div>"), None),
        ("", "", String::new(), None),
    ] {
        assert_eq!(read(&page(linked, head, &body)).facts.access, expected, "{linked} {head} {body}");
    }
}

#[test]
fn languages() {
    assert_eq!(read(&page("", "", "")).facts.language.as_deref(), Some("en"));
    assert_eq!(read("<meta property=og:locale content=nb_NO><p>Ferja").facts.language.as_deref(), Some("nb"));
    assert_eq!(read("<html lang=template><p>Ferja").facts.language, None);
}

#[test]
fn hostile_pages_cost_little() {
    for page in [
        "<div class=author>".repeat(50_000),
        format!("<h1>Ferry</h1>{}", "<a rel=author href=/author/>By Anna Holm</a>".repeat(50_000)),
        format!("<h1>{}</h1>", "Ferry - ".repeat(100_000)),
        format!("<title>{}</title><h1>x</h1>", " | ".repeat(100_000)),
        "<meta name=author content='a, b and c; '>".repeat(50_000),
        "<h1 itemprop=headline>A b c</h1>".repeat(50_000),
        format!("<div class=paywall>{}", "<div class=paywall>subscribe ".repeat(50_000)),
    ] {
        let _ = read(&page);
    }
}

proptest! {
    #[test]
    fn any_page_can_be_described(parts in vec(select(PARTS), 0..60), text in "\\PC{0,20}") {
        let page: String = parts.iter().flat_map(|part| [*part, text.as_str()]).collect();
        let described = read(&page);
        prop_assert!(described.facts.authors.iter().all(|name| !name.trim().is_empty()));
        prop_assert!(described.facts.title.is_none_or(|title| title == title.trim()));
    }
}

/// What pages are made of.
const PARTS: &[&str] = &[
    "<title>",
    "</title>",
    "<h1>",
    "</h1>",
    "<h2 itemprop=headline>",
    " | ",
    " - ",
    "： ",
    "<meta property=og:title content='",
    "<meta name=author content='",
    "<meta property=og:site_name content='",
    "'>",
    "<link rel=canonical href=//",
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"",
    "\",\"author\":[{\"name\":\"",
    "\"}],\"publisher\":{\"name\":\"",
    "\"}}</script>",
    "<div class=byline>By ",
    "<span class=author-name>",
    "<a rel=author>",
    "</a>",
    "</span>",
    "</div>",
    " and ",
    ", ",
    "5 June 2024",
    "© ",
    "<p>",
];
