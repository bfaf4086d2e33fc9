//! The pages, one line a kind. They are made here, since stored ones would weigh 200 MB.

use std::fmt::Write as _;
use std::io::Write as _;

use crate::story::{Keeps, page, page_of, paragraphs};

/// A page, and what of the story in it must be found.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) keeps: Keeps,
    pub(crate) page: fn() -> Vec<u8>,
    /// Whether it is known that the story is not found, or not all of it.
    pub(crate) known_failure: bool,
}

const fn case(name: &'static str, keeps: Keeps, page: fn() -> Vec<u8>) -> Case {
    Case { name, keeps, page, known_failure: false }
}

const fn known_failure(name: &'static str, keeps: Keeps, page: fn() -> Vec<u8>) -> Case {
    Case { name, keeps, page, known_failure: true }
}

/// What makes a page hostile stands before the story, if nothing else is said.
pub(crate) const CASES: &[Case] = &[
    // Nesting.
    case("20,000 nested elements, never closed", Keeps::All, || before("<div>", 20_000)),
    case("20,000 nested elements around the story", Keeps::All, || {
        page_of("", "", &wrapped("<div>", "</div>", 20_000), "").into_bytes()
    }),
    case("long classes around 30,000 paragraphs", Keeps::Anything, || {
        let class = "a ".repeat(8_000);
        let body = format!("<div class='{class}'><div class='{class}'>{}</div></div>", "<p>x y z".repeat(30_000));
        page("", &body).into_bytes()
    }),
    case("50,000 blocks that are called a lead", Keeps::Anything, || {
        page("", &"<div class=lead>the lead of the story is not a lead of thirty letters</div>".repeat(50_000))
            .into_bytes()
    }),
    case("200,000 paragraphs in 400 nested sections", Keeps::Anything, || {
        page("", &format!("{}{}", "<div>".repeat(400), "<p>x y".repeat(200_000))).into_bytes()
    }),
    case("20,000 nested sections of an unknown name", Keeps::All, || before("<x-box>", 20_000)),
    case("20,000 nested block quotations", Keeps::All, || before("<blockquote>", 20_000)),
    case("20,000 nested lists", Keeps::All, || before("<ul><li>", 20_000)),
    case("10,000 nested tables", Keeps::All, || before("<table><tr><td>", 10_000)),
    case("5,000 nested <b> around the story", Keeps::All, || {
        page_of("", "", &wrapped("<b>", "</b>", 5_000), "").into_bytes()
    }),
    case("200,000 lines within 500 nested <b>", Keeps::Anything, || {
        page("", &format!("{}{}", "<b>".repeat(500), "a<br><br>".repeat(200_000))).into_bytes()
    }),
    case("a million <b>", Keeps::All, || before("<b>", 1_000_000)),
    case("100,000 formatting elements that overlap", Keeps::All, || before("<b><i>x</b>y</i>", 100_000)),
    case("20,000 nested links", Keeps::Anything, || before("<a href=x>", 20_000)),
    case("100,000 ends of what never began", Keeps::All, || before("</div></p></table></b></x-y>", 100_000)),
    case("100,000 drawings", Keeps::All, || before("<svg><path d='M0 0'/></svg>", 100_000)),
    // Attributes.
    case("50,000 attributes on one element", Keeps::All, || {
        page_of("", "", &format!("<p{}>A line.</p>{}", attributes(50_000, |n| n), paragraphs()), "").into_bytes()
    }),
    case("50,000 times the same attribute", Keeps::All, || {
        page_of("", "", &format!("<p{}>A line.</p>{}", attributes(50_000, |_| 0), paragraphs()), "").into_bytes()
    }),
    case("a class of 5 MB", Keeps::All, || page(&format!("<p class='{}'>", "ad ".repeat(1_700_000)), "").into_bytes()),
    case("an address of 5 MB", Keeps::All, || {
        page(&format!("<a href='{}'>x</a>", "?a=1&amp;".repeat(600_000)), "").into_bytes()
    }),
    case("a style of 5 MB", Keeps::All, || {
        page(&format!("<p style='{}'>", "color:red;".repeat(500_000)), "").into_bytes()
    }),
    case("colspan in the billions", Keeps::All, || {
        before("<table><tr><td colspan=4294967297 rowspan=99999999999999999999>1<td colspan=-1>2</table>", 100)
    }),
    // Many of a kind.
    case("a table of 20,000 rows", Keeps::All, || {
        page(&format!("<table>{}</table>", "<tr><td>Berth<td>12<td>open</tr>".repeat(20_000)), "").into_bytes()
    }),
    case("a table of 20,000 columns", Keeps::All, || {
        page(&format!("<table><tr>{}</table>", "<td>12".repeat(20_000)), "").into_bytes()
    }),
    case("50,000 list items of links", Keeps::All, || {
        page(&format!("<ul>{}</ul>", "<li><a href=/x>Weather at the coast</a></li>".repeat(50_000)), "").into_bytes()
    }),
    case("50,000 list items of links, all different", Keeps::All, || {
        let items = numbered(50_000, |n| format!("<li><a href=/x{n}>Boat number {n} left the port</a></li>"));
        page("", &format!("<ul>{items}</ul>")).into_bytes()
    }),
    case("100,000 options", Keeps::All, || {
        page(&format!("<select>{}</select>", "<option>Ostvik".repeat(100_000)), "").into_bytes()
    }),
    case("100,000 empty paragraphs", Keeps::All, || before("<p>", 100_000)),
    case("100,000 breaks in a row", Keeps::All, || before("<br>", 100_000)),
    case("20,000 times the same paragraph", Keeps::All, || {
        page("", &"<p>Share this story with all of your friends on the network.</p>".repeat(20_000)).into_bytes()
    }),
    case("20,000 paragraphs of other stories", Keeps::All, || {
        page(
            "",
            &numbered(20_000, |n| {
                format!("<div><p>Boat number {n} left the port of Skerra, its owner said.</p></div>")
            }),
        )
        .into_bytes()
    }),
    case("50,000 headlines", Keeps::Text, || {
        page("", &numbered(50_000, |n| format!("<h1>Boat number {n} leaves</h1>"))).into_bytes()
    }),
    case("20,000 articles", Keeps::All, || {
        page("", &numbered(20_000, |n| format!("<article><h2>Boat {n}</h2><p>It left the port.</p></article>")))
            .into_bytes()
    }),
    case("50,000 pictures with words under them", Keeps::All, || {
        page("", &"<figure><img src=x alt=y><figcaption>A boat</figcaption></figure>".repeat(50_000)).into_bytes()
    }),
    case("200,000 comments", Keeps::All, || before("<!-- a comment -->", 200_000)),
    // What never ends.
    case("a comment that never ends, behind the story", Keeps::All, || page("", "<!-- x ").into_bytes()),
    case("100,000 comments that begin", Keeps::All, || page("", &"<!-- ".repeat(100_000)).into_bytes()),
    case("a tag that never ends, behind the story", Keeps::All, || page("", "<p class=x ").into_bytes()),
    case("a quotation mark that never ends, behind the story", Keeps::All, || page("", "<p class=\"x ").into_bytes()),
    case("a script that never ends, behind the story", Keeps::All, || page("", "<script>var a = 1;").into_bytes()),
    case("a million <", Keeps::All, || page("", &"<".repeat(1_000_000)).into_bytes()),
    known_failure("a million &", Keeps::All, || page("", &format!("<p>{}", "&".repeat(1_000_000))).into_bytes()),
    case("200,000 references", Keeps::All, || {
        page("", &"<p>&notit;&#x110000;&#xD800;&#0;&ampx".repeat(40_000)).into_bytes()
    }),
    // Long ones.
    case("an inline script of 5 MB", Keeps::All, || {
        page(&format!("<script>{}</script>", "var a = \"<p>x</p>\";\n".repeat(250_000)), "").into_bytes()
    }),
    case("a style sheet of 5 MB", Keeps::All, || {
        page(&format!("<style>{}</style>", "p > a { color: red }\n".repeat(250_000)), "").into_bytes()
    }),
    known_failure("a word of 5 MB", Keeps::All, || page("", &format!("<p>{}</p>", "a".repeat(5_000_000))).into_bytes()),
    case("a paragraph of 5 MB", Keeps::Anything, || {
        page("", &format!("<p>{}</p>", "The boat left the port. ".repeat(200_000))).into_bytes()
    }),
    known_failure("a headline of 2 MB", Keeps::Text, || {
        page(&format!("<h1>{}</h1>", "Boat leaves port ".repeat(120_000)), "").into_bytes()
    }),
    case("a <title> of 2 MB", Keeps::Text, || {
        page_of(&format!("<title>{}</title>", "Boat leaves port - ".repeat(110_000)), "", &paragraphs(), "")
            .into_bytes()
    }),
    // What a page says of itself.
    case("5,000 scripts of JSON-LD", Keeps::All, || {
        in_head(&numbered(5_000, |n| {
            linked_data(&format!("{{\"@type\":\"BreadcrumbList\",\"name\":\"{n}\",\"itemListElement\":[]}}"))
        }))
    }),
    case("5,000 articles in JSON-LD", Keeps::Text, || {
        in_head(&numbered(5_000, |n| {
            linked_data(&format!(
                "{{\"@type\":\"NewsArticle\",\"headline\":\"Boat {n}\",\"datePublished\":\"2024-05-03\"}}"
            ))
        }))
    }),
    case("JSON-LD 100,000 lists deep", Keeps::All, || in_head(&linked_data(&"[".repeat(100_000)))),
    case("JSON-LD 100,000 objects deep", Keeps::All, || in_head(&linked_data(&"{\"@graph\":".repeat(100_000)))),
    case("a body of 2 MB in JSON-LD", Keeps::All, || {
        let body = "The boat left the port. ".repeat(85_000);
        in_head(&linked_data(&format!("{{\"@type\":\"WebPage\",\"articleBody\":\"{body}\"}}")))
    }),
    case("lone surrogates in JSON-LD", Keeps::All, || {
        in_head(&linked_data(
            "{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"\\ud800 \\udc00\"},\"url\":\"\\ud83d\"}",
        ))
    }),
    case("50,000 <meta> with dates", Keeps::All, || {
        in_head(&"<meta property=article:published_time content='2024-05-03T12:00:00Z'>".repeat(50_000))
    }),
    case("50,000 <meta> with authors", Keeps::All, || {
        in_head(&numbered(50_000, |n| format!("<meta name=author content='Inga Strand {n}'>")))
    }),
    case("100,000 <time>", Keeps::All, || {
        page(&numbered(100_000, |n| format!("<time datetime=2024-05-{:02}>{n} May</time>", n % 31 + 1)), "")
            .into_bytes()
    }),
    case("20,000 bylines", Keeps::All, || {
        page("", &numbered(20_000, |n| format!("<p class=byline>By Inga Strand {n}, Coast Radio</p>"))).into_bytes()
    }),
    case("20,000 lines with dates", Keeps::All, || {
        page("", &"<div class=date>Published on 3 May 2024 at 12:30, updated 4 May 2024</div>".repeat(20_000))
            .into_bytes()
    }),
    case("a line of a million digits, as of dates", Keeps::Anything, || {
        page(&format!("<div class=date>{}</div>", "2024-05-03 12/30/1 ".repeat(55_000)), "").into_bytes()
    }),
    case("a line of a million digits", Keeps::All, || {
        page(&format!("<time>{}</time>", "20240503".repeat(125_000)), "").into_bytes()
    }),
    case("200,000 names of months", Keeps::Anything, || {
        page(&format!("<div>{}</div>", "May 3 June 12, ".repeat(100_000)), "").into_bytes()
    }),
    // Bytes.
    case("NULs in tags and texts", Keeps::All, || before("<p\0 class=\"\0\">Sea\0</p>", 3)),
    case("NULs everywhere", Keeps::NothingElseAnError, || before("<p\0 cl\0ass=\"\0\">\0<\0b>\0", 50_000)),
    case("a lone surrogate as bytes", Keeps::All, || {
        behind(&["<p>“Aye”</p>".as_bytes(), b"<p>\xed\xa0\x80</p>"].concat())
    }),
    case("a byte of another encoding", Keeps::All, || behind(b"<p>caf\xe9</p>")),
    case("bytes of another encoding for the most part", Keeps::Anything, || {
        behind(&b"<p>na\xefve caf\xe9 \x93quoted\x94 \xa0</p>".repeat(10_000))
    }),
    case("UTF-16 that ends within a character", Keeps::All, || {
        let utf16: Vec<u8> = page("", "").encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xff\xfe".as_slice(), &utf16, b"\0\xd8x"].concat()
    }),
    case("an encoding that is not there", Keeps::All, || in_head("<meta charset=x-none><meta charset=utf-7>")),
    known_failure("invisible and turned characters", Keeps::All, || {
        page(&format!("<p>{}</p>", "\u{200b}\u{202e}\u{feff}\u{ad}".repeat(200_000)), "").into_bytes()
    }),
    known_failure("a letter with 200,000 accents", Keeps::All, || {
        page(&format!("<p>e{}</p>", "\u{301}".repeat(200_000)), "").into_bytes()
    }),
];

fn before(repeated: &str, times: usize) -> Vec<u8> {
    page(&repeated.repeat(times), "").into_bytes()
}

fn in_head(head: &str) -> Vec<u8> {
    page_of(head, "", &paragraphs(), "").into_bytes()
}

fn wrapped(start: &str, end: &str, times: usize) -> String {
    format!("{}{}{}", start.repeat(times), paragraphs(), end.repeat(times))
}

fn numbered(times: usize, part: impl Fn(usize) -> String) -> String {
    (0..times).map(part).collect()
}

fn attributes(count: usize, number: impl Fn(usize) -> usize) -> String {
    numbered(count, |n| format!(" data-a{}=\"{n}\"", number(n)))
}

fn linked_data(json: &str) -> String {
    format!("<script type=application/ld+json>{json}</script>")
}

/// Bytes that are not UTF-8 behind the story.
fn behind(bytes: &[u8]) -> Vec<u8> {
    [page("", "").as_bytes(), bytes].concat()
}

/// A page as outlets make them: a third of it text, the rest scripts, styles, links and attributes.
pub(crate) fn usual(count: usize) -> Vec<u8> {
    let mut story = paragraphs();
    for number in 0..count {
        let _ = write!(
            story,
            "<p class=\"article__text article__text--body\" data-track=\"paragraph-{number}\">Boat number {number} of the \
             company <a href=\"https://coast-radio.example/boats/{number}?from=story\">left the port of Skerra</a> at noon \
             with its crew of {} on board, its owner said on the quay, and was to be back before the tide turned.</p>\n\
             <div class=\"ad-slot ad-slot--inline\" id=\"slot-{number}\" data-size=\"300x250,320x50\"></div>\
             <script>window.slots = window.slots || []; window.slots.push({{id: \"slot-{number}\", lazy: true}});</script>\n",
            number % 40
        );
    }
    let head = "<style>.article__text { margin: 0 0 1em; font: 1rem/1.5 serif }</style>".repeat(count / 4);
    let links = numbered(count / 4, |n| format!("<li class=menu__item><a href=/topic/{n}>Topic {n}</a></li>"));
    page_of(&head, &format!("<ul class=menu>{links}</ul>"), &story, "").into_bytes()
}

/// A page with 300 MB of blanks behind it, packed.
pub(crate) fn gzip_bomb() -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let blanks = vec![b' '; 1 << 20];
    packer.write_all(page("", "").as_bytes()).unwrap();
    for _ in 0..300 {
        packer.write_all(&blanks).unwrap();
    }
    packer.finish().unwrap()
}
