//! A page stripped of its tags: what of it is the article.
//!
//! A careful editor who gets such a page cuts it by what stands where. Above the headline stand banners, menus and
//! clocks. Beside it stand the byline and the time stamps. The window's title repeats the headline with the outlet's
//! name. A summary may be printed twice. Pictures leave captions with a credit. What is cut is kept in `dropped`.

use std::collections::BTreeSet;

use coincide_text::{Span, fold};

use crate::agency::{in_dateline, is_picture_credit, news_agency};
use crate::byline::credit_line;
use crate::date::find_date;
use crate::furniture::{furniture, has_caption_label, is_tail_heading};
use crate::manuscript::{Block, Manuscript};
use crate::{DateSource, Dropped, ParagraphKind, plain};

/// A paragraph is dropped as a repetition only if it has this many words: short ones may recur in a text.
const REPEATED_WORDS: usize = 6;

/// A headline has at most this many words.
const TITLE_WORDS: usize = 30;

/// What is known of the form of a manuscript.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Lines alone.
    Lines,
    /// Elements that say what they are: a picture inside the text does not make a summary of what stands before it.
    Elements,
}

/// A block with its words.
struct Line {
    block: Block,
    words: String,
    count: usize,
    /// Its letters and digits, folded: equal for what reads the same.
    key: String,
}

impl Line {
    fn new(block: Block, manuscript: &Manuscript) -> Self {
        let words = block.words(&manuscript.text);
        let count = words.split_whitespace().count();
        let key = key(&words);
        Self { block, words, count, key }
    }

    fn is_body(&self) -> bool {
        self.block.kind == ParagraphKind::Body
    }

    fn ends_open(&self) -> bool {
        !self.words.trim_end_matches(['"', '”', '’', '\'', ')', '»']).ends_with(['.', ':', ';', ','])
    }
}

pub(crate) fn key(words: &str) -> String {
    words.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Cuts out the article: marks title, standfirst, captions and headings, moves what belongs to the page to `dropped`
/// and fills in what the page says of itself.
pub(crate) fn edit(manuscript: &mut Manuscript, layout: Layout) {
    let blocks = std::mem::take(&mut manuscript.blocks);
    let lines: Vec<Line> =
        blocks.into_iter().map(|block| Line::new(block, manuscript)).filter(|line| line.count > 0).collect();
    let mut lines = drop_page(manuscript, lines);
    mark_title(manuscript, &mut lines);
    let lines = drop_repeated(manuscript, lines);
    let mut lines = drop_credits(manuscript, lines);
    mark_captions(&mut lines);
    let mut lines = drop_doubled_captions(manuscript, lines);
    if layout == Layout::Lines {
        mark_standfirst(&mut lines);
        mark_headings(&mut lines);
    }
    date_from_text(manuscript, &lines);
    manuscript.blocks = lines.into_iter().map(|line| line.block).collect();
}

/// The manuscript of the plain text `body` with what its page says of itself, and nothing taken out of it.
pub(crate) fn described(mut manuscript: Manuscript, body: Span) -> Manuscript {
    let mut page = manuscript.clone();
    page.blocks = plain::paragraphs(&page.text, body);
    edit(&mut page, Layout::Lines);
    manuscript.facts = page.facts;
    manuscript
}

/// Marks the headline and the headings of a text to check, and leaves everything in place.
pub(crate) fn mark_up(manuscript: &mut Manuscript) {
    let blocks = std::mem::take(&mut manuscript.blocks);
    let mut lines: Vec<Line> =
        blocks.into_iter().map(|block| Line::new(block, manuscript)).filter(|line| line.count > 0).collect();
    if let Some(title) = title_line(&lines).filter(|&title| title == 0) {
        lines[title].block.kind = ParagraphKind::Title;
        manuscript.facts.title.get_or_insert_with(|| lines[title].words.clone());
    }
    mark_headings(&mut lines);
    manuscript.blocks = lines.into_iter().map(|line| line.block).collect();
}

fn discard(manuscript: &mut Manuscript, line: Line, reason: &'static str) {
    manuscript.dropped.push(Dropped { reason, text: line.words });
}

/// Removes banners, menus, clocks, notices, and the lists of other articles at the end.
fn drop_page(manuscript: &mut Manuscript, lines: Vec<Line>) -> Vec<Line> {
    let mut kept = Vec::with_capacity(lines.len());
    let mut before_text = true;
    let mut below_headline = false;
    let mut tail = false;
    for line in lines {
        let long = line.count > 25 && !line.ends_open();
        below_headline |= line.block.kind == ParagraphKind::Title;
        if !line.is_body() && line.block.kind != ParagraphKind::ListItem {
            kept.push(line);
            continue;
        }
        if is_tail_heading(&line.words) && !before_text {
            tail = true;
            discard(manuscript, line, "navigation");
        } else if below_headline && is_date_line(&line.words) {
            kept.push(line);
        } else if let Some(reason) = furniture(&line.words, before_text) {
            discard(manuscript, line, reason);
        } else if tail && !long {
            discard(manuscript, line, "navigation");
        } else {
            tail = false;
            before_text &= !long;
            kept.push(line);
        }
    }
    kept
}

/// Whether a line says when the article appeared. A page's own clock, which has the same form, stands above the headline.
fn is_date_line(words: &str) -> bool {
    credit_line(words).is_some_and(|credit| credit.facts.published.is_some())
}

/// Marks the headline and drops what repeats it: the window's title, which may add the outlet, and a second print.
fn mark_title(manuscript: &mut Manuscript, lines: &mut Vec<Line>) {
    if let Some(at) = lines.iter().position(|line| line.block.kind == ParagraphKind::Title) {
        manuscript.facts.title.get_or_insert_with(|| lines[at].words.clone());
        return;
    }
    if let Some(title) = manuscript.facts.title.clone() {
        let wanted = key(&title);
        if let Some(line) = lines.iter_mut().take(20).find(|line| line.key == wanted) {
            line.block.kind = ParagraphKind::Title;
        }
        return;
    }
    let Some(first) = title_line(lines) else { return };
    let headline = lines[first].words.clone();
    for (head, outlet) in splits(&headline) {
        let wanted = key(head);
        let Some(second) = lines.iter().skip(first + 1).take(20).position(|line| line.key == wanted) else { continue };
        lines[first + 1 + second].block.kind = ParagraphKind::Title;
        manuscript.facts.title = Some(lines[first + 1 + second].words.clone());
        manuscript.facts.outlet.get_or_insert_with(|| outlet.to_owned());
        let window = lines.remove(first);
        discard(manuscript, window, "repeated");
        return;
    }
    // Without a second print the end is an outlet only if it looks like one; it is cut from the headline.
    let outlet =
        splits(&headline).into_iter().find(|(head, outlet)| head.split_whitespace().count() >= 4 && is_outlet(outlet));
    if let Some((head, outlet)) = outlet {
        let block = &mut lines[first].block;
        if let [piece] = block.pieces.as_slice()
            && let Some(cut) = piece.of(manuscript.text.as_str()).rfind(outlet)
        {
            let slice = Span::new(piece.start, piece.start + cut).of(manuscript.text.as_str());
            let end = slice.trim_end().trim_end_matches(['-', '|', '–', '—', ':']).trim_end().len();
            block.pieces = vec![Span::new(piece.start, piece.start + end)];
            manuscript.dropped.push(Dropped { reason: "outlet", text: outlet.to_owned() });
            manuscript.facts.outlet.get_or_insert_with(|| outlet.to_owned());
            lines[first].words = head.to_owned();
            lines[first].key = key(head);
        }
    }
    lines[first].block.kind = ParagraphKind::Title;
    manuscript.facts.title = Some(lines[first].words.clone());
}

/// The first line that reads as a headline, if more text than itself follows.
fn title_line(lines: &[Line]) -> Option<usize> {
    let at = lines.iter().take(12).position(|line| line.is_body() && credit_line(&line.words).is_none())?;
    let line = &lines[at];
    let is_headline = line.count <= TITLE_WORDS
        && line.ends_open()
        && lines.iter().skip(at + 1).any(|other| other.count > line.count && !other.ends_open());
    is_headline.then_some(at)
}

/// The ways to part a window's title into headline and outlet, the shortest headline last.
pub(crate) fn splits(title: &str) -> Vec<(&str, &str)> {
    const MARKS: [&str; 7] = [" | ", " - ", " – ", " — ", " :: ", " » ", " • "];
    let mut splits = Vec::new();
    for mark in MARKS {
        for (at, _) in title.rmatch_indices(mark) {
            let rest = &title[at + mark.len()..];
            let outlet = MARKS
                .iter()
                .filter_map(|mark| rest.rsplit_once(mark))
                .map(|(_, last)| last)
                .min_by_key(|last| last.len());
            splits.push((title[..at].trim(), outlet.unwrap_or(rest).trim()));
        }
    }
    splits.retain(|(head, outlet)| !head.is_empty() && !outlet.is_empty());
    splits
}

/// Whether the end of a window's title names an outlet: few words, each with a capital, one of them a medium, or a
/// domain.
pub(crate) fn is_outlet(name: &str) -> bool {
    const MEDIA: &[&str] = &[
        "agency",
        "broadcasting",
        "bulletin",
        "chronicle",
        "courier",
        "daily",
        "dispatch",
        "echo",
        "express",
        "gazette",
        "globe",
        "guardian",
        "herald",
        "independent",
        "journal",
        "magazine",
        "mail",
        "media",
        "mirror",
        "monitor",
        "news",
        "newspaper",
        "observer",
        "online",
        "post",
        "press",
        "radio",
        "record",
        "register",
        "reporter",
        "review",
        "standard",
        "star",
        "sun",
        "telegraph",
        "times",
        "today",
        "tribune",
        "tv",
        "voice",
        "weekly",
        "world",
    ];
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_domain = words.len() == 1 && name.contains('.') && !name.ends_with('.');
    let capitals = words.iter().all(|word| {
        word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) || matches!(*word, "of" | "the" | "and" | "&")
    });
    let medium = words.iter().any(|word| MEDIA.contains(&word.to_lowercase().as_str()));
    is_domain || words.len() <= 4 && capitals && medium
}

/// Keeps the first print of a paragraph.
fn drop_repeated(manuscript: &mut Manuscript, lines: Vec<Line>) -> Vec<Line> {
    let title = manuscript.facts.title.as_deref().map(key);
    let mut seen = BTreeSet::new();
    let mut repeated = BTreeSet::new();
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        let is_title = line.block.kind == ParagraphKind::Title;
        let again = !is_title
            && (title.as_ref() == Some(&line.key) || line.count >= REPEATED_WORDS && seen.contains(&line.key));
        seen.insert(line.key.clone());
        if again {
            repeated.insert(line.key.clone());
            discard(manuscript, line, "repeated");
        } else {
            kept.push(line);
        }
    }
    // What a page prints twice right under its headline is its summary.
    if let Some(line) = kept.iter_mut().take(3).find(|line| line.is_body())
        && repeated.contains(&line.key)
    {
        line.block.kind = ParagraphKind::Standfirst;
    }
    kept
}

/// Removes bylines, time stamps and source lines, and keeps what they say.
fn drop_credits(manuscript: &mut Manuscript, lines: Vec<Line>) -> Vec<Line> {
    let mut kept = Vec::with_capacity(lines.len());
    let mut body = 0;
    let last = lines.len();
    for (index, line) in lines.into_iter().enumerate() {
        // They stand around the headline, or in the last lines.
        let near = body < 2 || index + 3 >= last;
        if near
            && line.is_body()
            && let Some(credit) = credit_line(&line.words)
        {
            let known = std::mem::take(&mut manuscript.facts);
            manuscript.facts = known.or(credit.facts);
            discard(manuscript, line, credit.reason);
            continue;
        }
        if line.is_body()
            && line.count <= 4
            && let Some(agency) = news_agency(&line.words)
        {
            manuscript.facts.agency.get_or_insert_with(|| agency.to_owned());
            discard(manuscript, line, "credit");
            continue;
        }
        if line.is_body() && line.count > 25 {
            if body == 0
                && let Some(name) = in_dateline(&line.words)
            {
                match news_agency(name) {
                    Some(agency) => _ = manuscript.facts.agency.get_or_insert_with(|| agency.to_owned()),
                    None => _ = manuscript.facts.outlet.get_or_insert_with(|| name.to_owned()),
                }
            }
            body += 1;
        }
        kept.push(line);
    }
    kept
}

fn mark_captions(lines: &mut [Line]) {
    for line in lines.iter_mut().filter(|line| line.is_body() && line.count <= 80) {
        if has_caption_label(&line.words) || has_picture_credit(&line.words) {
            line.block.kind = ParagraphKind::Caption;
        }
    }
}

/// Whether the words end as a picture's caption does: `(Anna Holm/Coast Pictures)`, `Photo: Anna Holm`, `... 2018. AP`.
fn has_picture_credit(words: &str) -> bool {
    let words = words.trim_end();
    if let Some(open) = words.strip_suffix(')').and_then(|start| start.rfind('(')) {
        let credit = &words[open + 1..words.len() - 1];
        let named = credit.split(['/', ',']).any(is_picture_credit)
            || credit
                .to_lowercase()
                .split_whitespace()
                .any(|word| matches!(word, "photo" | "photos" | "picture" | "image" | "via"));
        let parted = credit
            .split_once('/')
            .is_some_and(|(a, b)| [a, b].iter().all(|side| side.trim().starts_with(char::is_uppercase)));
        return credit.split_whitespace().count() <= 12 && (named || parted);
    }
    let after_stop =
        words.rfind(['.', ':', '|']).filter(|&stop| stop + 1 < words.len()).map_or("", |stop| words[stop + 1..].trim());
    let label = words.rfind("Photo").or_else(|| words.rfind("PHOTO")).or_else(|| words.rfind("Credit"));
    let labelled = label.is_some_and(|at| {
        let after = words[at..].split_once([':', '/']).map_or("", |(_, name)| name.trim());
        !after.is_empty()
            && after.split_whitespace().count() <= 6
            && after.starts_with(char::is_uppercase)
            && !after.contains('.')
    });
    labelled
        || !after_stop.is_empty()
            && after_stop.split_whitespace().count() <= 4
            && after_stop.split('/').any(is_picture_credit)
}

/// A picture may print its caption twice, as text and as description; the one with the credit stays.
fn drop_doubled_captions(manuscript: &mut Manuscript, lines: Vec<Line>) -> Vec<Line> {
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        let doubled = kept.last().is_some_and(|last| {
            let kinds = [last.block.kind, line.block.kind];
            kinds.contains(&ParagraphKind::Caption)
                && kinds.iter().all(|kind| matches!(kind, ParagraphKind::Caption | ParagraphKind::Body))
                && are_alike(&last.words, &line.words)
        });
        if doubled && line.block.kind == ParagraphKind::Caption {
            if let Some(last) = kept.pop() {
                discard(manuscript, last, "repeated");
            }
            kept.push(line);
        } else if doubled {
            discard(manuscript, line, "repeated");
        } else {
            kept.push(line);
        }
    }
    kept
}

/// Whether eight in ten of the different words of the two are shared.
fn are_alike(a: &str, b: &str) -> bool {
    let set = |words: &str| -> BTreeSet<String> {
        words
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| fold(word.trim_end_matches("th")))
            .collect()
    };
    let (a, b) = (set(a), set(b));
    let shared = a.intersection(&b).count();
    shared * 10 >= a.union(&b).count() * 8
}

/// The paragraph under the headline is a summary if a credit, a caption or a heading parts it from the text.
fn mark_standfirst(lines: &mut [Line]) {
    let Some(title) = lines.iter().position(|line| line.block.kind == ParagraphKind::Title) else { return };
    let [first, rest @ ..] = &mut lines[title + 1..] else { return };
    if !first.is_body() || first.count > 45 {
        return;
    }
    let parted = rest.iter().take(2).any(|line| line.block.kind == ParagraphKind::Caption);
    let goes_on = rest.iter().any(|line| line.is_body() && line.count > 15);
    if parted && goes_on {
        first.block.kind = ParagraphKind::Standfirst;
    }
}

/// A short line without a final stop, before a longer one, is a heading.
fn mark_headings(lines: &mut [Line]) {
    for at in 0..lines.len() {
        let goes_on = lines[at + 1..].iter().take(2).any(|next| {
            matches!(next.block.kind, ParagraphKind::Body | ParagraphKind::BlockQuote | ParagraphKind::ListItem)
                && next.count > lines[at].count
        });
        let line = &mut lines[at];
        let capital = line.words.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
        let closed = line.words.ends_with(['.', ':', ';', ',', '!', '?', '…'])
            || line.words.ends_with(['"', '”', '’']) && !line.ends_open();
        if line.is_body() && line.count <= 15 && capital && !closed && goes_on {
            line.block.kind = ParagraphKind::Heading;
        }
    }
}

/// Without any other date, that of a caption: the day of the event.
fn date_from_text(manuscript: &mut Manuscript, lines: &[Line]) {
    if manuscript.facts.published.is_some() {
        return;
    }
    let captions = lines.iter().filter(|line| line.block.kind == ParagraphKind::Caption);
    manuscript.facts.published = captions
        .filter_map(|line| find_date(&line.words, DateSource::Text))
        .map(|found| found.published)
        .find(|published| published.precision >= crate::Precision::Day);
}
