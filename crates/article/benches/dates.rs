//! The dates of a page alone, on generated pages.
//!
//!     cargo bench --locked -p coincide-article --bench dates
//!
//! `examples/dates.rs` measures the same on the pages of a labelled set.

#![allow(missing_docs, clippy::unwrap_used)]

use coincide_article::{Input, dates};
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// A page as a news site makes it: some 150 KB, most of it scripts, menus and teasers, with `paragraphs` of text.
fn page(paragraphs: usize) -> String {
    let mut page = String::from(
        r#"<!DOCTYPE html><html lang="en-GB"><head><title>Ferry runs aground | North Sea Courier</title>
<meta property="og:title" content="Ferry runs aground"><meta property="article:published_time" content="2020-03-14T10:00:00Z">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsMediaOrganization","name":"North Sea Courier"},{"@type":"NewsArticle","headline":"Ferry runs aground","datePublished":"2020-03-14T10:00:00Z","dateModified":"2020-03-16T08:00:00Z"}]}</script>
"#,
    );
    page += "<style>.teaser{margin:0 auto;padding:1rem}</style>";
    for index in 0..60 {
        page += &format!(
            "<script>window.part{index} = {{\"id\":{index},\"render\":function(a){{return a.map(x=>x*{index}+1)}},\"label\":\"{}\"}};</script>",
            "x".repeat(900)
        );
    }
    page += "</head><body><nav><ul>";
    for index in 0..120 {
        page += &format!(
            r#"<li class="menu-item"><a href="/section/{index}" data-track="nav-{index}">Section {index}</a></li>"#
        );
    }
    page += r#"</ul></nav><main><article><h1>Ferry runs aground</h1><p class="byline">By Inga Strand, published 14 March 2020, 10:00</p>"#;
    for index in 0..paragraphs {
        page += &format!(
            "<p>The ferry <b>Alma</b> ran aground off Ostvik with {index} people on board, the harbour master said; nobody was hurt, and a tug from the harbour was on its way late on Friday evening.</p>\n"
        );
    }
    page += "</article><aside>";
    for index in 0..120 {
        page += &format!(
            r#"<div class="teaser teaser--small"><a href="/2020/03/{:02}/story-{index}"><h3>Another story of the coast, number {index}</h3></a><time class="date" datetime="2020-03-{:02}T10:00:00Z">{} March 2020</time></div>"#,
            index % 28 + 1,
            index % 28 + 1,
            index % 28 + 1,
        );
    }
    page + "</aside></main><footer>© 2020 North Sea Courier</footer></body></html>"
}

#[divan::bench(args = [20, 200])]
fn dates_of_a_page(bencher: Bencher<'_, '_>, paragraphs: usize) {
    let page = page(paragraphs);
    let input = Input { bytes: page.as_bytes(), ..Input::default() };
    assert_eq!(dates(&input).unwrap().published.unwrap().at.date, jiff::civil::date(2020, 3, 14));
    bencher.counter(BytesCount::of_str(&page)).bench(|| dates(&input));
}
