//! Pages whose places agree, contradict each other or say nothing.

use coincide_text::{Span, Text};

use super::{Context, Found, published};
use crate::html::tree::Tree;
use crate::{Moment, Precision, Published};

/// What the page shows, its address, and the day of publication, `-` for none.
const CASES: &[(&str, &str, &str)] = &[
    // One place.
    (
        r#"<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-03-14T10:00:00+01:00"}</script>"#,
        "",
        "2020-03-14",
    ),
    (
        r#"<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["Article","Thing"],"datePublished":"2020-03-14"}]}</script>"#,
        "",
        "2020-03-14",
    ),
    (
        r#"<script type="application/ld+json">[{"@type":"WebPage","mainEntity":{"@type":"Article","datePublished":"2020-03-14"}}]</script>"#,
        "",
        "2020-03-14",
    ),
    // Not well-formed.
    (
        "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"a\nb\",\"datePublished\":\"14 Mar 2020\",}</script>",
        "",
        "2020-03-14",
    ),
    (r#"<script type="application/ld+json">{"@type":"Article","datePublished":"2020-03-14","descr"#, "", "2020-03-14"),
    (
        r#"<script type="application/ld+json">{"@type":"Article","datePublished":"2020\/03\/14 10:00"}</script>"#,
        "",
        "2020-03-14",
    ),
    (r#"<meta property="article:published_time" content="2020-03-14T10:00:00Z">"#, "", "2020-03-14"),
    (r#"<meta name="DC.date.issued" content="2020-03-14">"#, "", "2020-03-14"),
    (r#"<meta name="parsely-pub-date" content="2020-03-14T10:00:00Z">"#, "", "2020-03-14"),
    (r#"<meta name="sailthru.date" content="Sat, 14 Mar 2020 10:00:00 +0000">"#, "", "2020-03-14"),
    (r#"<meta name="citation_publication_date" content="2020/03/14">"#, "", "2020-03-14"),
    (r#"<meta name="pubdate" content="20200314T100000Z">"#, "", "2020-03-14"),
    (r#"<meta itemprop="datePublished" content="1584180000">"#, "", "2020-03-14"),
    (r#"<h1>Ferry aground</h1><time datetime="2020-03-14">Saturday</time>"#, "", "2020-03-14"),
    (r#"<h1>Ferry aground</h1><abbr class="published" title="2020-03-14T10:00:00Z">Saturday</abbr>"#, "", "2020-03-14"),
    (r#"<h1>Ferry aground</h1><span data-published-time="1584180000000">Saturday</span>"#, "", "2020-03-14"),
    (r#"<h1>Ferry aground</h1><p>By Inga Strand | 14 March 2020 | 3 comments</p>"#, "", "2020-03-14"),
    (
        r#"<html lang="de"><h1>Fähre auf Grund</h1><p>Veröffentlicht am <nobr>14. März 2020</nobr> um 10:00</p>"#,
        "",
        "2020-03-14",
    ),
    (r#"<html lang="ja"><h1>フェリーが座礁</h1><p>公開日:2020年3月14日</p>"#, "", "2020-03-14"),
    (r#"<html lang="fr"><h1>Un ferry échoué</h1><dl><dt>Mise en ligne</dt><dd>03/04/2020</dd></dl>"#, "", "2020-04-03"),
    (
        r#"<html lang="en"><h1>Ferry aground</h1><p class="date">03/04/2020</p>"#,
        "https://courier.example.uk/ferry",
        "2020-04-03",
    ),
    (
        r#"<h1>Ferry aground</h1><div class="date"><span>14</span><span>Mar</span><span>2020</span></div>"#,
        "",
        "2020-03-14",
    ),
    ("<h1>Ferry aground</h1><p>It ran aground.</p>", "https://courier.example/2020/03/14/ferry", "2020-03-14"),
    (
        r#"<script>window.page = {"publishedAt":"2020-03-14T10:00:00.000Z","id":7}</script><h1>Ferry aground</h1>"#,
        "",
        "2020-03-14",
    ),
    // Places that agree or contradict.
    (
        r#"<meta name="date" content="2020-03-16"><h1>Ferry aground</h1><p class="byline">Published 14 March 2020</p>"#,
        "",
        "2020-03-14",
    ),
    (
        // The universal time of an evening in America.
        r#"<meta property="article:published_time" content="2020-03-15T02:30:00Z"><h1>Ferry aground</h1><p class="date">March 14, 2020 9:30 pm</p>"#,
        "",
        "2020-03-14",
    ),
    (
        r#"<meta property="article:published_time" content="2020-03-15T02:30:00Z"><h1>Ferry aground</h1>"#,
        "https://courier.example/2020/03/14/ferry",
        "2020-03-14",
    ),
    (
        // A date of the frame, then one of the article.
        r#"<nav>Monday, 16 March 2020</nav><h1>Ferry aground</h1><p class="date">14 March 2020</p>"#,
        "",
        "2020-03-14",
    ),
    (
        r#"<article><h1>Ferry aground</h1><time datetime="2020-03-14">14 March</time></article><aside><article><h3>Other</h3><time class="published" datetime="2020-03-20">20 March</time></article></aside>"#,
        "",
        "2020-03-14",
    ),
    (
        r#"<h1>Ferry aground</h1><p class="meta">14 March 2020</p><div id="comments"><p><time datetime="2020-03-15">15 March 2020</time> At last.</p><p><time datetime="2020-03-15">15 March 2020</time> No.</p></div>"#,
        "",
        "2020-03-14",
    ),
    (r#"<h1>Ferry aground</h1><p>Published 14 March 2020 | Updated 16 March 2020</p>"#, "", "2020-03-14"),
    (r#"<h1>Ferry aground</h1><p>Updated: 16 March 2020. First published: 14 March 2020</p>"#, "", "2020-03-14"),
    (
        // Two readings of figures; the metadata tells which.
        r#"<html lang="en"><meta property="article:published_time" content="2020-04-03"><h1>Ferry aground</h1><p class="date">03/04/2020</p>"#,
        "",
        "2020-04-03",
    ),
    (
        // The article, and the video in it.
        r#"<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-03-14","video":{"@type":"VideoObject","uploadDate":"2020-03-10"}}</script>"#,
        "",
        "2020-03-14",
    ),
    (
        r#"<script type="application/ld+json">{"@type":"NewsArticle","comment":[{"@type":"Comment","datePublished":"2020-03-19"}],"datePublished":"2020-03-14"}</script>"#,
        "",
        "2020-03-14",
    ),
    // Only a change is told.
    (r#"<h1>Ferry aground</h1><p>Last updated on 16 March 2020</p>"#, "", "2020-03-16"),
    // The only date of many templates is called so.
    (r#"<h1>Ferry aground</h1><span class="post-date updated">14 March 2020</span>"#, "", "2020-03-14"),
    // The archive's date is not the page's.
    ("<h1>Ferry aground</h1>", "https://archive.example/web/20200901120000/https://courier.example/ferry", "-"),
    // What a sentence tells of, in the story and in its first paragraph.
    (
        "<article><h1>Ferry aground</h1><p>The ferry Alma ran aground off Ostvik late in the evening with sixty passengers on board. The quay was opened on 4 June 2004, after the old one had sunk.</p></article>",
        "",
        "-",
    ),
    // What others wrote, and pictures, have days of their own.
    (
        r#"<article><h1>Ferry aground</h1><blockquote class="social-post"><p>It ran aground.</p>— Inga Strand (@inga) <a href="https://posts.example/1">June 4, 2004</a></blockquote></article>"#,
        "",
        "-",
    ),
    (
        r#"<article><h1>Ferry aground</h1><p class="date">14 March 2020</p><blockquote><p>Published 4 June 2004</p></blockquote></article>"#,
        "",
        "2020-03-14",
    ),
    (
        r#"<article><h1>Ferry aground</h1><figure><img src="alma.jpg"><figcaption>The Alma, 4 June 2004</figcaption></figure></article>"#,
        "",
        "-",
    ),
    (
        r#"<article><h1>Ferry aground</h1><p>The ferry Alma ran aground off Ostvik late in the evening with sixty passengers and a crew of nine on board, the rescue centre said.</p><div class="photo-caption">The Alma, seen from the quay of Skerra on the day of her first crossing, 4 June 2004</div></article>"#,
        "",
        "-",
    ),
    // Impossible days.
    (
        r#"<meta property="article:published_time" content="1970-01-01T00:00:00Z"><h1>Ferry aground</h1><p class="date">14 March 2020</p>"#,
        "",
        "2020-03-14",
    ),
    (r#"<meta property="article:published_time" content="0001-01-01T00:00:00"><h1>Ferry aground</h1>"#, "", "-"),
    // Later than its capture, on 30 March 2020.
    (
        r#"<meta property="article:published_time" content="2021-03-14T00:00:00Z"><h1>Ferry aground</h1><p class="date">14 March 2020</p>"#,
        "",
        "2020-03-14",
    ),
    (r#"<meta property="article:published_time" content="2020-04-14"><h1>Ferry aground</h1>"#, "", "-"),
    // Nothing.
    ("<h1>About us</h1><p>We report from the coast.</p><footer>© 2020 North Sea Courier</footer>", "", "-"),
    ("<h1>About us</h1><p>Copyright 14 March 2020 North Sea Courier</p>", "", "-"),
    ("<h1>Profile</h1><p>Member since 14 March 2019</p>", "", "-"),
    ("<h1>Ferry aground</h1><p>2 hours ago</p>", "", "-"),
    (
        r#"<script type="application/ld+json">{"@type":"Person","birthDate":"1970-03-14"}</script><h1>Inga Strand</h1>"#,
        "",
        "-",
    ),
    ("", "", "-"),
];

/// What should be told and is not.
const KNOWN_FAILURES: &[(&str, &str, &str)] = &[
    // A caption by its class alone and with hardly more than a date: such lines are often named for what is near them.
    (
        r#"<article><h1>Ferry aground</h1><p>The ferry Alma ran aground off Ostvik late in the evening with sixty passengers and a crew of nine on board, the rescue centre said.</p><div class="photo-caption">The Alma, 4 June 2004</div></article>"#,
        "",
        "-",
    ),
    // An event's day, in a place and a form like those of a publication.
    ("<h1>Harbour festival</h1><p class=\"date\">14 March 2020</p><p>Doors open at noon.</p>", "", "-"),
    // The day of the week alone, with the year in the address.
    (
        "<h1>Ferry aground</h1><p class=\"date\">Saturday 14 March</p>",
        "https://courier.example/2020/ferry",
        "2020-03-14",
    ),
];

fn read(page: &str, url: &str) -> Found {
    let text = Text::identical(page, 0);
    let tree = Tree::parse(&text, Span::new(0, page.len()), 0);
    let captured = Moment { date: jiff::civil::date(2020, 9, 30), time: None, zone: None };
    // The pages that are later than that are of another capture.
    let early = Moment { date: jiff::civil::date(2020, 3, 30), time: None, zone: None };
    let is_early = page.contains("2021-03-14") || page.contains("2020-04-14");
    let captured = if is_early { early } else { captured };
    published(&tree, &text, Context { url: (!url.is_empty()).then_some(url), captured: Some(&captured) })
}

/// The dates of a page of which it is not known when it was captured.
fn read_at_any_time(page: &str) -> Found {
    let text = Text::identical(page, 0);
    let tree = Tree::parse(&text, Span::new(0, page.len()), 0);
    published(&tree, &text, Context::default())
}

fn day(published: Option<&Published>) -> String {
    published.map_or("-".to_owned(), |published| published.at.date.to_string())
}

#[test]
fn pages() {
    let wrong: Vec<String> = CASES
        .iter()
        .filter_map(|(page, url, expected)| {
            let found = day(read(page, url).published.as_ref());
            (found != *expected).then(|| format!("{page} {url}: {found}, not {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_known_to_fail_still_does() {
    for (page, url, expected) in KNOWN_FAILURES {
        assert_ne!(day(read(page, url).published.as_ref()), *expected, "{page} is told now: move it to the cases");
    }
}

#[test]
fn the_moment_is_as_precise_as_the_page() {
    let page = r#"<meta property="article:published_time" content="2020-03-14T10:00:30+01:00">
        <meta property="article:modified_time" content="2020-03-16T08:00:00+01:00">
        <h1>Ferry aground</h1><p class="date">14 March 2020</p>"#;
    let Found { published, modified, evidence } = read(page, "");
    let published = published.unwrap();
    assert_eq!((published.precision, published.at.zone.as_deref()), (Precision::Second, Some("+01:00")));
    assert_eq!(day(modified.as_ref()), "2020-03-16");
    assert_eq!(evidence.len(), 3);
}

#[test]
fn the_time_is_not_that_of_a_ticker_entry() {
    let entries = r#"<p>One boat left.</p><time datetime="2024-05-14T17:42:09Z">17:42</time>"#.repeat(30);
    let story = "It ran aground. ".repeat(60);
    for (label, expected) in [("Published 14 May 2024 08:50 GMT", Some((8, 50))), ("Published 14 May 2024", None)] {
        let page = format!("<article><h1>Ferry aground</h1><p>{label}</p><p>{story}</p>{entries}</article>");
        let published = read_at_any_time(&page).published.unwrap();
        assert_eq!(day(Some(&published)), "2024-05-14");
        assert_eq!(published.at.time.map(|time| (time.hour(), time.minute())), expected, "{label}");
    }
}

#[test]
fn data_years_past_all_that_is_labelled_is_not_believed_without_a_capture() {
    let page = |data: &str| {
        format!(
            r#"<script type="application/ld+json">{{"@type":"Article","datePublished":"{data}"}}</script>
            <meta property="article:published_time" content="{data}">
            <h1>Ferry aground</h1><p>Published 14 March 2020</p>"#
        )
    };
    assert_eq!(day(read_at_any_time(&page("2023-06-02")).published.as_ref()), "2020-03-14");
    // Within a year the label may be that of something else.
    assert_eq!(day(read_at_any_time(&page("2020-06-02")).published.as_ref()), "2020-06-02");
}

#[test]
fn no_change_is_told_from_before_the_publication() {
    for (modified, expected) in [
        ("2020-03-10T09:00:00Z", "-"),
        ("2020-03-14T09:00:00Z", "-"),
        ("2020-03-14T10:00:10Z", "2020-03-14"),
        ("2020-03-14T05:00:00-05:00", "2020-03-14"),
        ("2020-03-10T05:00:00-05:00", "-"),
        ("2020-03-16T09:00:00Z", "2020-03-16"),
    ] {
        let page = format!(
            r#"<meta property="article:published_time" content="2020-03-14T10:00:30Z">
            <meta property="article:modified_time" content="{modified}"><h1>Ferry aground</h1>"#
        );
        assert_eq!(day(read(&page, "").modified.as_ref()), expected, "{modified}");
    }
}

#[test]
fn hostile_pages_take_bounded_time() {
    let dates = "<p class=date>14 March 2020 ".repeat(40_000);
    let deep = format!("{}14 March 2020", "<div class=date>".repeat(20_000));
    let digits = format!("<p>{}", "1/".repeat(500_000));
    let script = format!("<script>{}</script>", r#""published_at":"#.repeat(100_000));
    let data = format!(r#"<script type="application/ld+json">{}"#, r#"{"datePublished":["#.repeat(100_000));
    let rows = format!("<table>{}", "<tr><td>14.3.2020<td>x".repeat(20_000));
    for page in [dates, deep, digits, script, data, rows] {
        let _ = read(&page, "");
    }
}
