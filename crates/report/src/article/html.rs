//! Articles as one page to read, which needs nothing but itself and in which nothing runs.

use std::collections::BTreeMap;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{ArticleValue, DroppedValue, ParagraphValue};
use crate::html::hash;
use crate::visible::visible;
use crate::{Published, Span, names};

const STYLE: &str = concat!(include_str!("../html/palette.css"), include_str!("page.css"));

/// Articles that the contents list, so that a page of many thousands still opens.
const LISTED: usize = 500;
/// Passages of one reason that are listed as left out, and characters of each.
const SHOWN: usize = 100;
const EXCERPT: usize = 300;

/// One article as a part of a page, and its line in the contents.
#[derive(Clone, Debug)]
pub struct ArticleSection {
    opening: String,
    headline: String,
    rest: String,
    entry: Entry,
}

#[derive(Clone, Debug)]
struct Entry {
    title: String,
    credit: String,
}

/// A page of articles that is written as they come: hand what each call gives to the output, in order.
///
/// The contents stand at the end of the file, since only then they are known, and at the top of the page. A page with
/// one article is that article's page.
#[derive(Clone, Debug)]
pub struct ArticlePage {
    version: String,
    first: Option<ArticleSection>,
    count: usize,
    contents: Vec<Entry>,
}

/// The part of a page that shows `article`: headline, credit, the paragraphs as what they are, and folded away what was
/// left out and where it was read.
pub fn article_section(article: &ArticleValue) -> ArticleSection {
    let passages = article.passages();
    let headline = passages.iter().find(|(paragraph, _)| paragraph.kind == "title").map(|(_, words)| *words);
    let title = headline.or(article.title.as_deref()).filter(|title| !title.trim().is_empty());
    let language = article.language.as_deref();
    let opening = html! {
        p.credit dir="auto" {
            @if let Some(outlet) = &article.outlet { span.outlet { bdi { (visible(outlet)) } } }
            @if let Some(published) = &article.published { span { (moment(published)) } }
            @if let Some(modified) = &article.modified { span { "changed " (moment(modified)) } }
            @match article.access.as_deref() {
                Some("paywalled") => span { "behind a paywall" },
                Some("teaser") => span { "behind a paywall: only its beginning is here" },
                _ => {}
            }
        }
    };
    let rest = html! {
        @if !article.authors.is_empty() || article.agency.is_some() {
            p.byline dir="auto" { (byline(article)) }
        }
        div.text lang=[language] dir="auto" { (text(&passages, &article.corrections)) }
        (dropped(&article.dropped))
        (source(article))
    };
    let day =
        article.published.as_ref().map(|published| in_words(published.value.split('T').next().unwrap_or_default()));
    let credit: Vec<String> = article.outlet.iter().cloned().chain(day).collect();
    ArticleSection {
        opening: opening.into_string(),
        headline: html! { @match title { Some(title) => (lines(title)), None => span.none { "No headline" } } }
            .into_string(),
        rest: rest.into_string(),
        entry: Entry {
            title: title.map_or_else(|| opening_words(&article.text), |title| visible(title).into_owned()),
            credit: visible(&credit.join(", ")).into_owned(),
        },
    }
}

impl ArticlePage {
    /// A page without articles. It names `version` as that of its maker.
    pub fn new(version: &str) -> Self {
        Self { version: version.to_owned(), first: None, count: 0, contents: Vec::new() }
    }

    /// The next part of the file, which may be nothing yet.
    pub fn add(&mut self, section: ArticleSection) -> String {
        self.count += 1;
        match (self.count, self.first.take()) {
            (1, _) => {
                self.first = Some(section);
                String::new()
            }
            (2, Some(first)) => {
                let start = start("Articles", "page many", &self.version);
                format!("{start}{}{}", self.numbered(1, first), self.numbered(2, section))
            }
            (number, _) => self.numbered(number, section),
        }
    }

    /// The end of the file.
    pub fn finish(self) -> String {
        let footer = html! { footer { p { "Read by coincide " (self.version) "." } } };
        match self.first {
            Some(section) => {
                let start = start(&section.entry.title, "page", &self.version);
                let article = article(1, "h1", &section);
                format!("{start}{article}</main>{}</div></body></html>\n", footer.into_string())
            }
            None if self.count == 0 => {
                let start = start("No article", "page", &self.version);
                let nothing = html! { p { "Nothing was read." } };
                format!("{start}{}</main>{}</div></body></html>\n", nothing.into_string(), footer.into_string())
            }
            None => {
                let contents = contents(&self.contents, self.count).into_string();
                format!("</main>{contents}{}</div></body></html>\n", footer.into_string())
            }
        }
    }

    fn numbered(&mut self, number: usize, section: ArticleSection) -> String {
        let article = article(number, "h2", &section);
        if self.contents.len() < LISTED {
            self.contents.push(section.entry);
        }
        article
    }
}

fn article(number: usize, heading: &str, section: &ArticleSection) -> String {
    let ArticleSection { opening, headline, rest, .. } = section;
    format!("<article id=\"a{number}\">{opening}<{heading} dir=\"auto\">{headline}</{heading}>{rest}</article>\n")
}

fn start(title: &str, class: &str, version: &str) -> String {
    let policy = format!("default-src 'none'; style-src '{}'; base-uri 'none'; form-action 'none'", hash(STYLE));
    let head = html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="referrer" content="no-referrer";
            meta name="generator" content={ "coincide " (version) };
            title { (title) " – Coincide" }
            style { (PreEscaped(STYLE)) }
        }
    };
    let (doctype, head) = (DOCTYPE.into_string(), head.into_string());
    format!("{doctype}<html lang=\"en\">{head}<body><div class=\"{class}\"><p class=\"brand\">Coincide</p><main>\n")
}

fn contents(entries: &[Entry], count: usize) -> Markup {
    html! {
        nav.contents aria-label="Contents" {
            details open {
                summary { (names::counted(count, "article")) }
                ol {
                    @for (index, entry) in entries.iter().enumerate() {
                        li {
                            a href={ "#a" (index + 1) } dir="auto" { (entry.title) }
                            @if !entry.credit.is_empty() { small dir="auto" { (entry.credit) } }
                        }
                    }
                }
                @if count > entries.len() { p { "And " (count - entries.len()) " more." } }
            }
        }
    }
}

/// What an article without a headline is listed by.
fn opening_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(8).collect();
    if words.is_empty() { "No text".to_owned() } else { format!("{} …", visible(&words.join(" "))) }
}

/// The paragraphs, each as what it is; items that follow each other are one list.
fn text(passages: &[(&ParagraphValue, &str)], corrections: &[Span]) -> Markup {
    let runs = passages.chunk_by(|(a, _), (b, _)| a.kind == b.kind && matches!(&*a.kind, "list_item" | "block_quote"));
    html! {
        @for run in runs {
            @match run.first().map(|(paragraph, _)| paragraph.kind.as_str()) {
                Some("title") => {}
                Some("heading") => @for (_, words) in run { h3 dir="auto" { (lines(words)) } },
                Some("standfirst") => @for (_, words) in run { p.standfirst dir="auto" { (lines(words)) } },
                Some("caption") => @for (_, words) in run { p.caption dir="auto" { (lines(words)) } },
                Some("list_item") => ul { @for (_, words) in run { li dir="auto" { (lines(words)) } } },
                Some("block_quote") => blockquote { @for (_, words) in run { p dir="auto" { (lines(words)) } } },
                _ => @for (paragraph, words) in run {
                    p.correction[corrections.contains(&paragraph.span)] dir="auto" { (lines(words)) }
                },
            }
        }
    }
}

/// Words with their line ends.
fn lines(words: &str) -> Markup {
    html! {
        @for (index, line) in words.trim().lines().enumerate() {
            @if index > 0 { br; }
            (visible(line))
        }
    }
}

fn byline(article: &ArticleValue) -> Markup {
    html! {
        @if !article.authors.is_empty() {
            "By "
            @for (index, author) in article.authors.iter().enumerate() {
                @if index > 0 { ", " }
                b { bdi { (visible(author)) } }
            }
        }
        @if let Some(agency) = &article.agency {
            @if !article.authors.is_empty() { " · " }
            "credited to " b { bdi { (visible(agency)) } }
        }
    }
}

/// A time with how it is known, which the reader sees on pointing at it.
fn moment(published: &Published) -> Markup {
    let known = match published.from.as_str() {
        "given" => "given by the user",
        "field" => "a field of the record",
        "metadata" => "metadata of the page",
        "byline" => "a line beside the byline",
        "text" => "the text: the day of the event, a lower bound",
        other => other,
    };
    html! { time datetime=(published.value) title={ "from " (known) } { (in_words(&published.value)) } }
}

/// `4 May 2031, 10:15 +02:00` of `2031-05-04T10:15:30+02:00`.
fn in_words(value: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (date, time) = value.split_once('T').unwrap_or((value, ""));
    let mut parts = date.splitn(3, '-');
    let (year, month, day) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let month = month.and_then(|month| month.parse::<usize>().ok()).and_then(|month| MONTHS.get(month.wrapping_sub(1)));
    let Some(month) = month else { return value.to_owned() };
    let day = day.map(|day| format!("{} ", day.trim_start_matches('0'))).unwrap_or_default();
    let zone = time.find(['+', '-', 'Z']).unwrap_or(time.len());
    let (time, zone) = time.split_at(zone);
    let zone = if matches!(zone, "Z" | "+00:00") { "UTC" } else { zone };
    // Seconds are for programs, which read the attribute.
    let time = time.get(..5).unwrap_or(time);
    let time = [", ", time, " ", zone].concat();
    let time = time.trim_end();
    format!("{day}{month} {year}{}", if time == "," { "" } else { time })
}

fn dropped(dropped: &[DroppedValue]) -> Markup {
    let mut reasons: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for passage in dropped {
        reasons.entry(&passage.reason).or_default().push(&passage.text);
    }
    html! {
        @if !reasons.is_empty() {
            details.fold {
                summary {
                    b { (names::counted(dropped.len(), "passage")) } " left out: "
                    @for (index, (reason, passages)) in reasons.iter().enumerate() {
                        @if index > 0 { ", " }
                        (reason) " " (passages.len())
                    }
                }
                div {
                    @for (reason, passages) in &reasons {
                        p.reason { (reason) }
                        ul {
                            @for passage in passages.iter().take(SHOWN) { li dir="auto" { (excerpt(passage)) } }
                            @if passages.len() > SHOWN { li { "and " (passages.len() - SHOWN) " more" } }
                        }
                    }
                }
            }
        }
    }
}

fn excerpt(text: &str) -> String {
    let shown: String = text.trim().chars().take(EXCERPT).collect();
    let more = if shown.len() < text.trim().len() { "…" } else { "" };
    format!("{}{more}", visible(&shown))
}

fn source(article: &ArticleValue) -> Markup {
    // Only an address that a browser fetches: no other scheme of a stranger's becomes a link.
    let link = article.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    html! {
        details.fold {
            summary { "Where it was read" }
            div {
                dl {
                    @if let Some(url) = &article.url {
                        dt { "address" }
                        dd { @match link {
                            Some(link) => a href=(link) rel="noreferrer nofollow external" { (visible(url)) },
                            None => (visible(url)),
                        } }
                    }
                    @if let Some(path) = &article.path {
                        dt { "input" }
                        dd {
                            (visible(path))
                            @if let Some(place) = &article.place { ", " (visible(&place.unit)) " " (place.number) }
                        }
                    }
                    @if let Some(captured) = &article.captured { dt { "captured" } dd { (in_words(captured)) } }
                    @if let Some(id) = &article.id { dt { "identifier" } dd { (visible(id)) } }
                    @if let Some(language) = &article.language { dt { "language" } dd { (visible(language)) } }
                    @if !article.sha256.is_empty() { dt { "SHA-256" } dd { code { (article.sha256) } } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_as_people_do() {
        for (value, words) in [
            ("2031-05-04T10:15:00+02:00", "4 May 2031, 10:15 +02:00"),
            ("2031-05-04T10:15Z", "4 May 2031, 10:15 UTC"),
            ("2031-05-04T10:15+00:00", "4 May 2031, 10:15 UTC"),
            ("2031-12-24", "24 December 2031"),
            ("2031-05", "May 2031"),
            ("2031", "2031"),
            ("<b>", "<b>"),
            ("2031-99-01", "2031-99-01"),
        ] {
            assert_eq!(in_words(value), words);
        }
    }

    #[test]
    fn only_addresses_of_the_web_become_links() {
        let of =
            |url: &str| source(&ArticleValue { url: Some(url.to_owned()), ..ArticleValue::default() }).into_string();
        assert!(
            of("https://courier.example/a?b=1&c=\"2").contains("href=\"https://courier.example/a?b=1&amp;c=&quot;2\"")
        );
        for url in ["javascript:alert(1)", "data:text/html,x", "//courier.example", "HTTPS.example"] {
            assert!(!of(url).contains("href"), "{url}");
        }
    }

    #[test]
    fn one_article_is_a_page_and_many_have_contents() {
        let section =
            |title: &str| article_section(&ArticleValue { title: Some(title.to_owned()), ..ArticleValue::default() });
        let page = |titles: &[&str]| {
            let mut page = ArticlePage::new("1.2.3");
            let mut text: String = titles.iter().map(|title| page.add(section(title))).collect();
            text.push_str(&page.finish());
            text
        };
        let one = page(&["A < B"]);
        assert!(one.contains("<title>A &lt; B – Coincide</title>") && one.contains("<h1 dir=\"auto\">A &lt; B</h1>"));
        assert!(!one.contains("<nav"));
        let three = page(&["A", "B", "C"]);
        assert!(three.contains("<h2 dir=\"auto\">C</h2>") && three.contains("<a href=\"#a3\" dir=\"auto\">C</a>"));
        assert_eq!((three.matches("<article").count(), three.matches("</article>").count()), (3, 3));
        assert!(page(&[]).contains("Nothing was read"));
    }
}
