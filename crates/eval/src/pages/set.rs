use std::collections::BTreeMap;
use std::io::Read;

use jiff::civil::Date;
use serde::Deserialize;

use super::body::{self, Words};
use super::facts;
use super::figures::PageOutcome;
use super::reading::{self, PageReading};
use crate::lines::{Error, rows};

/// Largest page of a folder that is read, unpacked.
const LARGEST_PAGE: u64 = 256 << 20;

/// Pages with what should be read from them.
#[derive(Clone, Debug)]
pub struct PageSet {
    /// Whose conventions the gold follows.
    pub kind: PageSetKind,
    pages: Vec<Page>,
}

/// Whose conventions a gold follows: which parts of an article are its body.
///
/// None of them has the title or the captions of pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageSetKind {
    /// WCXB: paragraphs, headings, lists, tables and quotations; no standfirst.
    Wcxb,
    /// The test cases of fundus: the standfirst, headings and paragraphs.
    Fundus,
    /// Scrapinghub's article-extraction-benchmark: as WCXB.
    Scrapinghub,
    /// Pages with a date and nothing else, as those of htmldate.
    Dates,
}

#[derive(Clone, Debug)]
struct Page {
    id: String,
    url: Option<String>,
    html: Vec<u8>,
    gold: Gold,
}

/// What should be read from a page. What is `None` is not known; a page known to have none has an empty one.
#[derive(Clone, Debug, Default)]
struct Gold {
    body: Option<String>,
    with: Vec<String>,
    without: Vec<String>,
    title: Option<String>,
    authors: Option<Vec<String>>,
    date: Option<Option<Date>>,
}

#[derive(Debug, Deserialize)]
struct Row {
    id: Option<String>,
    url: Option<String>,
    html: String,
    text: Option<String>,
    title: Option<String>,
    author: Option<String>,
    date: Option<String>,
    #[serde(default)]
    with_: Vec<String>,
    #[serde(default)]
    without: Vec<String>,
    gold: Option<BTreeMap<String, Version>>,
}

/// What fundus expects of one page of a publisher.
#[derive(Debug, Deserialize)]
struct Version {
    body: VersionBody,
    title: Option<String>,
    authors: Option<Vec<String>>,
    publishing_date: Option<String>,
}

#[derive(Debug, Deserialize)]
struct VersionBody {
    #[serde(default)]
    summary: Vec<String>,
    #[serde(default)]
    sections: Vec<Section>,
}

#[derive(Debug, Deserialize)]
struct Section {
    #[serde(default)]
    headline: Vec<String>,
    #[serde(default)]
    paragraphs: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct GroundTruth {
    #[serde(rename = "articleBody")]
    article_body: Option<String>,
    url: Option<String>,
}

impl PageSet {
    /// A set of JSON lines, gzip'd or not, of one of these forms:
    ///
    /// * WCXB: `{html, url, text, title, author, date, with_, without}`. `author` is one string; its names are told apart
    ///   by commas, `and` and the like.
    /// * fundus: `{html, url, gold: {VERSION: {body: {summary, sections: [{headline, paragraphs}]}, title, authors,
    ///   publishing_date}}}`. The versions of a publisher are the expected values of several of its pages; as a page
    ///   has one of them, that is the one whose words it holds most of, whatever is read from it.
    /// * dates: `{html, url, date}`, `date` null for a page that names no day.
    ///
    /// The first row decides. The HTML is decoded text; it is read as UTF-8 bytes.
    ///
    /// # Errors
    ///
    /// If the bytes are no such lines.
    pub fn from_json_lines(bytes: &[u8]) -> Result<Self, Error> {
        let rows: Vec<Row> = rows(bytes)?;
        let kind = match rows.first() {
            Some(Row { gold: Some(_), .. }) => PageSetKind::Fundus,
            Some(Row { text: Some(_), .. }) => PageSetKind::Wcxb,
            _ => PageSetKind::Dates,
        };
        let pages = rows.into_iter().enumerate().map(|(index, row)| row.page(index)).collect();
        Ok(Self { kind, pages })
    }

    /// A set in the layout of Scrapinghub's article-extraction-benchmark: `ground-truth.json` with `{ID: {articleBody,
    /// url}}`, and for each ID what `page` gives, the bytes of `html/ID.html.gz`.
    ///
    /// # Errors
    ///
    /// If the ground truth is not such JSON, or a page cannot be had or unpacked.
    pub fn from_ground_truth(
        ground_truth: &[u8],
        mut page: impl FnMut(&str) -> std::io::Result<Vec<u8>>,
    ) -> Result<Self, Error> {
        let truths: BTreeMap<String, GroundTruth> =
            serde_json::from_slice(ground_truth).map_err(|source| Error::Line { line: source.line(), source })?;
        let mut pages = Vec::with_capacity(truths.len());
        for (id, truth) in truths {
            let packed = page(&id).map_err(|source| Error::Page { id: id.clone(), source })?;
            let mut html = Vec::new();
            flate2::read::MultiGzDecoder::new(packed.as_slice())
                .take(LARGEST_PAGE)
                .read_to_end(&mut html)
                .map_err(|source| Error::Page { id: id.clone(), source })?;
            let gold = Gold { body: Some(truth.article_body.unwrap_or_default()), ..Gold::default() };
            pages.push(Page { id, url: truth.url, html, gold });
        }
        Ok(Self { kind: PageSetKind::Scrapinghub, pages })
    }

    /// Number of pages.
    pub fn len(&self) -> usize {
        self.pages.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }

    /// Bytes of all pages.
    pub fn bytes(&self) -> usize {
        self.pages.iter().map(|page| page.html.len()).sum()
    }

    /// The identifiers of the pages, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.pages.iter().map(|page| page.id.as_str())
    }

    /// Reads every page, in order, on one core: what a caller who measures the speed takes the time of.
    pub fn read(&self) -> Vec<PageReading> {
        self.pages.iter().map(|page| reading::read(&page.html, page.url.as_deref(), self.kind)).collect()
    }

    /// Reads of every page only its dates, which takes a part of the time; in the order of the set.
    pub fn read_dates(&self) -> Vec<PageReading> {
        self.pages.iter().map(|page| reading::read_dates(&page.html, page.url.as_deref())).collect()
    }

    /// What of the readings, one for each page, is right. A reading of `None` is left out.
    pub fn score(&self, readings: &[Option<PageReading>]) -> Vec<Option<PageOutcome>> {
        self.pages
            .iter()
            .zip(readings)
            .map(|(page, reading)| reading.as_ref().map(|reading| page.score(reading)))
            .collect()
    }
}

impl Row {
    fn page(self, index: usize) -> Page {
        let gold = if let Some(versions) = self.gold {
            matching(versions, &self.html).map(Version::gold).unwrap_or_default()
        } else {
            let date = self.date.as_deref().and_then(facts::day);
            // Where the gold has a body, a date that is null was not looked up; where it has none, the page names no day.
            let has_body = self.text.is_some();
            Gold {
                body: self.text,
                with: self.with_,
                without: self.without,
                title: self.title.filter(|title| !title.trim().is_empty()),
                authors: has_body.then(|| self.author.into_iter().collect()),
                date: if has_body { date.map(Some) } else { Some(date) },
            }
        };
        let id = self.id.unwrap_or_else(|| format!("{}", index + 1));
        Page { id, url: self.url, html: self.html.into_bytes(), gold }
    }
}

/// The version whose words the page holds most of.
fn matching(mut versions: BTreeMap<String, Version>, html: &str) -> Option<Version> {
    if versions.len() > 1 {
        let held = Words::of(html);
        let shares: Vec<(String, f64)> = versions
            .iter()
            .map(|(name, version)| (name.clone(), Words::of(&version.body.text()).overlap(&held).recall()))
            .collect();
        let best = shares.into_iter().reduce(|best, next| if next.1 > best.1 { next } else { best });
        return best.and_then(|(name, _)| versions.remove(&name));
    }
    versions.into_values().next()
}

impl Version {
    fn gold(self) -> Gold {
        Gold {
            body: Some(self.body.text()),
            title: self.title,
            authors: Some(self.authors.unwrap_or_default()),
            date: Some(self.publishing_date.as_deref().and_then(facts::day)),
            ..Gold::default()
        }
    }
}

impl VersionBody {
    fn text(&self) -> String {
        let sections = self.sections.iter().flat_map(|section| section.headline.iter().chain(&section.paragraphs));
        self.summary.iter().chain(sections).map(String::as_str).collect::<Vec<_>>().join("\n")
    }
}

impl Page {
    fn score(&self, reading: &PageReading) -> PageOutcome {
        let Gold { body, with, without, title, authors, date } = &self.gold;
        PageOutcome {
            id: self.id.clone(),
            error: reading.error.clone(),
            body: body
                .as_deref()
                .zip(reading.text.as_deref())
                .map(|(gold, found)| body::score(gold, found, with, without)),
            title: title
                .as_deref()
                .zip(reading.title.as_ref())
                .map(|(gold, found)| facts::title(gold, found.as_deref().unwrap_or_default())),
            authors: authors.as_deref().zip(reading.authors.as_deref()).map(|(gold, found)| facts::names(gold, found)),
            date: date.zip(reading.date).map(|(gold, found)| facts::date(gold, found)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;
    use crate::pages::pages;

    const PAGE: &str = "<title>Ferry aground - Coast Radio</title><h1>Ferry aground</h1><p>The ferry Alma ran aground off \
        Ostvik late on Friday evening with sixty people on board.<p>All of them were brought ashore before midnight.";
    const BODY: &str = "The ferry Alma ran aground off Ostvik late on Friday evening with sixty people on board.\n\
        All of them were brought ashore before midnight.";

    fn only(set: &PageSet) -> PageOutcome {
        let readings: Vec<_> = set.read().into_iter().map(Some).collect();
        set.score(&readings).remove(0).unwrap()
    }

    #[test]
    fn a_set_of_the_first_kind() {
        let row = serde_json::json!({"id": "p1", "html": PAGE, "text": BODY, "title": "Ferry aground", "author": null,
            "date": null, "with_": ["sixty people"], "without": ["Coast Radio"]});
        let set = PageSet::from_json_lines(row.to_string().as_bytes()).unwrap();
        assert_eq!(set.kind, PageSetKind::Wcxb);
        let outcome = only(&set);
        let body = outcome.body.as_ref().unwrap();
        assert!(body.exact && body.kept == (1, 1) && body.removed == (1, 1), "{outcome:?}");
        assert!(outcome.title.unwrap().exact);
        assert_eq!(outcome.authors.as_ref().unwrap().f1(), 1.0);
        assert_eq!(outcome.date, None);
        assert_eq!(pages("set", &[outcome]).sets[0].metrics["shingle_f1"], 1.0);
    }

    #[test]
    fn the_version_a_page_holds_is_its_gold() {
        let version = |text: &str| {
            serde_json::json!({"body": {"summary": [], "sections": [{"headline": [], "paragraphs": [text]}]},
                "title": "Ferry aground", "authors": ["Inga Strand"], "publishing_date": "2024-05-03 18:00:00+00:00"})
        };
        let row = serde_json::json!({"html": PAGE, "gold": {"V1": version("The council met on Monday."), "V2": version(BODY)}});
        let set = PageSet::from_json_lines(row.to_string().as_bytes()).unwrap();
        assert_eq!(set.kind, PageSetKind::Fundus);
        let outcome = only(&set);
        assert_eq!(outcome.body.unwrap().words.f1(), 1.0);
        assert_eq!(outcome.authors.unwrap().gold.len(), 1);
    }

    #[test]
    fn a_page_without_a_day() {
        let set =
            PageSet::from_json_lines(serde_json::json!({"html": PAGE, "date": null}).to_string().as_bytes()).unwrap();
        assert_eq!(only(&set).date, Some(crate::DateScore::RightlyNone));
    }

    #[test]
    fn a_folder_with_a_ground_truth() {
        let truth = serde_json::json!({"p1": {"articleBody": BODY, "url": "https://coast.example/ferry"}}).to_string();
        let packed = |_: &str| {
            let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
            packer.write_all(PAGE.as_bytes())?;
            packer.finish()
        };
        let set = PageSet::from_ground_truth(truth.as_bytes(), packed).unwrap();
        assert_eq!((set.kind, set.len()), (PageSetKind::Scrapinghub, 1));
        assert!(only(&set).body.unwrap().exact);
        let error = PageSet::from_ground_truth(truth.as_bytes(), |_| Ok(b"no gzip".to_vec())).unwrap_err();
        assert!(error.to_string().starts_with("page p1: "), "{error}");
    }
}
