//! Feeds, sitemaps and the formats of news agencies.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic in a test is a failed test")]

use coincide_article::{Access, Article, Contents, Fields, Input, Kind, ParagraphKind, read};

fn contents(bytes: &str) -> Contents {
    read(&Input { name: Some("x.xml"), bytes: bytes.as_bytes(), ..Input::default() }, &Fields::default()).unwrap()
}

/// The paragraphs, each with the bytes it came from.
fn paragraphs<'a>(article: &'a Article, bytes: &'a str) -> Vec<(&'a str, &'a str)> {
    let source = |paragraph: &coincide_article::Paragraph| {
        let source = article.text.source(paragraph.span).unwrap();
        (article.text.slice(paragraph.span), &bytes[source.start..source.end])
    };
    article.paragraphs.iter().map(source).collect()
}

/// Every character of every paragraph came from bytes that hold it, or stand for it.
fn check_alignment(article: &Article, bytes: &str) {
    for paragraph in &article.paragraphs {
        for (at, character) in article.text.slice(paragraph.span).char_indices() {
            let start = paragraph.span.start + at;
            let span = coincide_text::Span::new(start, start + character.len_utf8());
            let Some(source) = article.text.source(span) else { continue };
            let below = &bytes[source.start..source.end];
            assert!(below.contains(character) || below.contains('&') || character == ' ', "{character} from {below}");
        }
    }
}

const RSS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Coast Radio &amp;amp; Co</title><link>https://coast-radio.example</link><language>en-GB</language>
<item><title>Ferry &amp;quot;Alma&amp;quot; runs aground</title><link>https://coast-radio.example/ferry</link>
<dc:creator><![CDATA[Inga Strand]]></dc:creator><pubDate>Sun, 04 May 2031 10:15:00 +0200</pubDate>
<description>The ferry ran aground.</description>
<content:encoded><![CDATA[<p>The ferry <b>Alma</b> ran aground off &Oslash;stvik late on Friday evening, the police said.</p>
<p>Nobody was hurt, and the ferry was afloat again on Saturday.</p>]]></content:encoded></item>
<item><title>Harbour closed</title><guid isPermaLink="true">https://coast-radio.example/harbour</guid>
<author>desk@coast-radio.example (Per Holm)</author>
<description>&lt;p&gt;The harbour &amp;amp; the pier are closed until Monday, the harbour master said on Sunday.&lt;/p&gt;</description></item>
<item><title>Only a headline</title><link>https://coast-radio.example/headline</link></item>
<item><title>Only a picture</title><link>https://coast-radio.example/picture</link>
<description>&lt;img src="a.png"&gt;</description></item>
</channel></rss>"#;

#[test]
fn entries_of_rss_are_articles() {
    let contents = contents(RSS);
    assert_eq!((contents.kind, contents.articles.len()), (Kind::Feed, 2));
    let ferry = &contents.articles[0];
    check_alignment(ferry, RSS);
    assert_eq!(
        paragraphs(ferry, RSS),
        [
            ("Ferry \"Alma\" runs aground", "Ferry &amp;quot;Alma&amp;quot; runs aground"),
            (
                "The ferry Alma ran aground off Østvik late on Friday evening, the police said.",
                "The ferry <b>Alma</b> ran aground off &Oslash;stvik late on Friday evening, the police said."
            ),
            (
                "Nobody was hurt, and the ferry was afloat again on Saturday.",
                "Nobody was hurt, and the ferry was afloat again on Saturday."
            ),
        ]
    );
    assert_eq!(ferry.title.as_deref(), Some("Ferry \"Alma\" runs aground"));
    assert_eq!(ferry.outlet.as_deref(), Some("Coast Radio & Co"));
    assert_eq!(ferry.authors, ["Inga Strand"]);
    assert_eq!(ferry.url.as_deref(), Some("https://coast-radio.example/ferry"));
    assert_eq!(ferry.published.as_ref().unwrap().at.date.to_string(), "2031-05-04");
    assert_eq!((ferry.access, contents.articles[1].access), (None, Some(Access::Teaser)));
    let harbour = &contents.articles[1];
    check_alignment(harbour, RSS);
    assert_eq!(
        paragraphs(harbour, RSS)[1],
        (
            "The harbour & the pier are closed until Monday, the harbour master said on Sunday.",
            "The harbour &amp;amp; the pier are closed until Monday, the harbour master said on Sunday."
        )
    );
    assert_eq!(
        (harbour.authors[0].as_str(), harbour.url.as_deref()),
        ("Per Holm", Some("https://coast-radio.example/harbour"))
    );
    let bare: Vec<&str> = contents.addresses.iter().map(|address| address.url.as_str()).collect();
    assert_eq!(bare, ["https://coast-radio.example/headline", "https://coast-radio.example/picture"]);
}

const ATOM: &str = r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Dagens Havn</title>
<author><name>The desk</name></author>
<entry><id>tag:dagens-havn.example,2031:1</id><title type="html">Men &amp;amp; boats</title>
<link rel="self" href="https://dagens-havn.example/1.atom"/><link href="https://dagens-havn.example/1?a=b&amp;c=d"/>
<published>2031-05-04T08:15:00Z</published><updated>2031-05-04T09:00:00Z</updated>
<author><name>Inga Strand</name></author><author><name>Per Holm</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ferry <em>Alma</em> ran aground off Holm on Friday, the police &#8211; and others &#8211; said.</p></div></content></entry>
<entry><title>Plain</title><link href="https://dagens-havn.example/2"/><updated>2031-05-05T08:00:00Z</updated>
<summary>Figures &lt; 3 are shown in the harbour office from Monday morning, it said.</summary></entry></feed>"#;

#[test]
fn entries_of_atom_are_articles() {
    let contents = contents(ATOM);
    assert_eq!((contents.kind, contents.articles.len()), (Kind::Feed, 2));
    let first = &contents.articles[0];
    check_alignment(first, ATOM);
    assert_eq!(
        paragraphs(first, ATOM)[1],
        (
            "The ferry Alma ran aground off Holm on Friday, the police – and others – said.",
            "The ferry <em>Alma</em> ran aground off Holm on Friday, the police &#8211; and others &#8211; said."
        )
    );
    assert_eq!(first.title.as_deref(), Some("Men & boats"));
    assert_eq!(first.authors, ["Inga Strand", "Per Holm"]);
    assert_eq!(first.url.as_deref(), Some("https://dagens-havn.example/1?a=b&c=d"));
    assert_eq!(first.modified.as_ref().unwrap().at.time.unwrap().hour(), 9);
    let second = &contents.articles[1];
    check_alignment(second, ATOM);
    assert_eq!(
        paragraphs(second, ATOM)[1].0,
        "Figures < 3 are shown in the harbour office from Monday morning, it said."
    );
}

#[test]
fn rss_of_the_first_version_has_its_items_outside() {
    let feed = r#"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>Coast Radio</title></channel>
<item rdf:about="y"><title>Ferry aground</title><link>https://coast-radio.example/1</link><dc:date>2031-05-04</dc:date>
<description>The ferry ran aground off Holm on Friday, and nobody was hurt, the police said.</description></item></rdf:RDF>"#;
    let contents = contents(feed);
    check_alignment(&contents.articles[0], feed);
    assert_eq!(contents.articles[0].outlet.as_deref(), Some("Coast Radio"));
    assert!(contents.articles[0].published.is_some());
}

#[test]
fn sitemaps_are_listed() {
    let sitemap = r#"<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://coast-radio.example/1</loc><news:news><news:publication><news:name>Coast Radio</news:name></news:publication>
<news:publication_date>2031-05-04</news:publication_date><news:title>Ferry aground</news:title></news:news></url>
<url><loc>https://coast-radio.example/2</loc></url></urlset>"#;
    let listed = contents(sitemap);
    assert_eq!((listed.kind, listed.articles.len(), listed.addresses.len()), (Kind::Sitemap, 0, 2));
    assert_eq!(listed.addresses[0].title.as_deref(), Some("Ferry aground"));
    assert!(listed.addresses[0].published.is_some());
    let index = "<sitemapindex><sitemap><loc>https://coast-radio.example/map.xml</loc></sitemap></sitemapindex>";
    assert_eq!(contents(index).addresses[0].url, "https://coast-radio.example/map.xml");
}

const NITF: &str = r#"<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><head><title>Ferry</title>
<docdata><doc-id id-string="n-1"/><date.issue norm="20310504T101500Z"/><doc.copyright holder="Coast Agency"/></docdata></head>
<body><body.head><hedline><hl1>Ferry runs aground</hl1><hl2>Nobody hurt off Holm</hl2></hedline><byline>By <person>Inga Strand</person></byline></body.head>
<body.content><block><p>The ferry <em>Alma</em> ran aground off Holm on Friday &amp; floated on Saturday, the police said.</p>
<media><media-caption>The ferry at the pier.</media-caption></media><hl2>Afloat again</hl2>
<p>The harbour master said there was no warning, and an inquiry would follow.</p>
<ul><li>Ninety people were on board</li></ul></block></body.content></body></nitf>"#;

#[test]
fn nitf_is_read() {
    let contents = contents(NITF);
    let article = &contents.articles[0];
    check_alignment(article, NITF);
    let told: Vec<_> = article.paragraphs.iter().map(|p| (p.kind, article.text.slice(p.span))).collect();
    assert_eq!(
        told,
        [
            (ParagraphKind::Title, "Ferry runs aground"),
            (ParagraphKind::Standfirst, "Nobody hurt off Holm"),
            (
                ParagraphKind::Body,
                "The ferry Alma ran aground off Holm on Friday & floated on Saturday, the police said."
            ),
            (ParagraphKind::Caption, "The ferry at the pier."),
            (ParagraphKind::Heading, "Afloat again"),
            (ParagraphKind::Body, "The harbour master said there was no warning, and an inquiry would follow."),
            (ParagraphKind::ListItem, "Ninety people were on board"),
        ]
    );
    assert_eq!((article.outlet.as_deref(), article.authors[0].as_str()), (Some("Coast Agency"), "Inga Strand"));
    assert_eq!(article.published.as_ref().unwrap().at.date.to_string(), "2031-05-04");
}

fn newsml(content: &str) -> String {
    format!(
        r#"<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:x:1" xml:lang="en-GB"><rightsInfo><copyrightHolder literal="x"><name>Coast Agency</name></copyrightHolder></rightsInfo>
<itemMeta><provider qcode="nprov:AFP"/><versionCreated>2031-05-04T12:00:00Z</versionCreated><firstCreated>2031-05-04T10:15:00Z</firstCreated></itemMeta>
<contentMeta><by>By Inga Strand</by><creditline>AFP</creditline><headline>Ferry runs aground &amp; floats</headline></contentMeta>
<contentSet>{content}</contentSet></newsItem></itemSet></newsMessage>"#
    )
}

#[test]
fn newsml_is_read_with_its_content_in_any_form() {
    let text = "The ferry ran aground off Holm on Friday and floated on Saturday, the police said.";
    for content in [
        format!(
            r#"<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{text}</p></body></html></inlineXML>"#
        ),
        format!(
            r#"<inlineXML contenttype="application/nitf+xml"><nitf><body><body.content><p>{text}</p></body.content></body></nitf></inlineXML>"#
        ),
        format!(r#"<inlineData contenttype="text/plain">{text}</inlineData>"#),
        format!(r#"<inlineData contenttype="text/html">&lt;p&gt;{text}&lt;/p&gt;</inlineData>"#),
    ] {
        let source = newsml(&content);
        let contents = contents(&source);
        assert_eq!(contents.kind, Kind::NewsMl);
        let article = &contents.articles[0];
        check_alignment(article, &source);
        assert_eq!(paragraphs(article, &source).last().unwrap(), &(text, text), "{content}");
        assert_eq!(article.title.as_deref(), Some("Ferry runs aground & floats"));
        assert_eq!((article.outlet.as_deref(), article.agency.as_deref()), (Some("AFP"), Some("AFP")));
        assert_eq!((article.authors[0].as_str(), article.language.as_deref()), ("Inga Strand", Some("en")));
        assert_eq!(article.published.as_ref().unwrap().at.time.unwrap().hour(), 10);
    }
}

#[test]
fn an_agency_that_signs_an_entry_is_among_its_authors() {
    let feed = "<rss xmlns:dc='x'><channel><title>Coast Radio</title><item><title>Ferry aground</title><dc:creator>NTB</dc:creator>\
        <description>The ferry ran aground off Holm on Friday, the police said.</description></item></channel></rss>";
    let article = &contents(feed).articles[0];
    assert_eq!((article.authors.join("; ").as_str(), article.agency.as_deref()), ("NTB", Some("NTB")));
}

#[test]
fn hostile_feeds_end_soon() {
    let entry = "<item><title>Ferry</title><description>&lt;p&gt;The ferry ran aground off Holm on Friday, it said.&lt;/p&gt;</description></item>";
    let many = format!("<rss><channel><title>x</title>{}</channel></rss>", entry.repeat(100_000));
    let bounded = contents(&many);
    assert_eq!(bounded.articles.len(), 50_000);
    assert_eq!(bounded.problems[0].message, "50000 entries beyond the first 50000 are left out");
    let deep = format!("<rss><channel><item><description>{}", "<a>".repeat(200_000));
    let _ = read(&Input { bytes: deep.as_bytes(), ..Input::default() }, &Fields::default());
    let laughs: String =
        (1..50).map(|index| format!("<!ENTITY l{index} '{}'>", format!("&l{};", index - 1).repeat(10))).collect();
    let laughing = format!(
        "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY l0 'ha'>{laughs}]><rss><channel><item><title>a</title><description>The ferry &l49; ran aground off Holm.</description></item></channel></rss>"
    );
    let article = contents(&laughing).articles.remove(0);
    assert!(article.text.as_str().ends_with("The ferry &l49; ran aground off Holm."), "{}", article.text.as_str());
}

#[test]
fn a_feed_that_breaks_off_gives_what_stands_before() {
    let cut = &RSS[..RSS.find("<item><title>Harbour").unwrap() + 40];
    let contents = contents(cut);
    assert_eq!(contents.articles.len(), 1);
}
