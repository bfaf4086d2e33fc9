//! The text of a record's article to blocks: its header, its captions, its pull quotes.

use std::collections::BTreeSet;

use coincide_text::Span;

use crate::byline::{Stamp, stamp_label, strip_label};
use crate::date::find_date;
use crate::facts::Facts;
use crate::furniture::furniture;
use crate::manuscript::{Block, Manuscript};
use crate::stripped::key;
use crate::wrap::{Part, PartKind, lines, parts, pull_quote};
use crate::{DateSource, Dropped, ParagraphKind};

/// How many lines at the start may belong to the header.
const HEADER_LINES: usize = 16;

/// Adds the blocks of `span`, a record's article with ` . ` where lines ended.
pub(crate) fn add_article(manuscript: &mut Manuscript, span: Span) {
    let content = manuscript.text.as_str();
    let (header, dropped, start) = header(content, span);
    let known = std::mem::take(&mut manuscript.facts);
    manuscript.facts = known.or(header);
    manuscript.dropped.extend(dropped);
    let body = Span::new(start, span.end);
    let parts = parts(content, body);
    let said = said(content, &parts);
    for part in parts {
        let block = Block { kind: ParagraphKind::Body, pieces: part.pieces };
        if part.kind == PartKind::Sentences {
            manuscript.blocks.push(block);
            continue;
        }
        let words = block.words(&manuscript.text);
        let count = words.split_whitespace().count();
        let repeated = pull_quote(&words).is_some_and(|quote| said.contains(&key(quote)));
        if repeated {
            manuscript.dropped.push(Dropped { reason: "repeated", text: words });
        } else if let Some(reason) = furniture(&words, false) {
            manuscript.dropped.push(Dropped { reason, text: words });
        } else {
            let kind = match pull_quote(&words) {
                Some(_) => ParagraphKind::BlockQuote,
                None if count < 5 => ParagraphKind::Heading,
                None => ParagraphKind::Caption,
            };
            manuscript.blocks.push(Block { kind, ..block });
        }
    }
}

/// Adds the outlet's own summary: one paragraph for each of its lines.
pub(crate) fn add_highlights(manuscript: &mut Manuscript, span: Span) {
    let content = manuscript.text.as_str();
    let mut start = span.start;
    for line in span.of(content).split_inclusive('\n') {
        let found = lines(content, Span::new(start, start + line.len()));
        start += line.len();
        manuscript.blocks.extend(found.into_iter().map(|line| Block::new(ParagraphKind::Standfirst, line)));
    }
}

/// The keys of those pull quotes whose words also stand in the sentences.
fn said(content: &str, parts: &[Part]) -> BTreeSet<String> {
    let joined = |part: &Part| part.pieces.iter().map(|piece| key(piece.of(content))).collect::<String>();
    let (sentences, open): (Vec<_>, Vec<_>) = parts.iter().partition(|part| part.kind == PartKind::Sentences);
    let all: String = sentences.into_iter().map(joined).collect();
    let words = |part: &Part| part.pieces.iter().map(|piece| piece.of(content)).collect::<Vec<_>>().join(" ");
    // A page has few pull quotes; more are not looked up, so that a hostile text costs no more than a long one.
    open.into_iter()
        .filter_map(|part| pull_quote(&words(part)).map(key))
        .take(32)
        .filter(|quote| all.contains(quote.as_str()))
        .collect()
}

/// Reads `By . NAME . PUBLISHED: . DATE . | . UPDATED: . DATE .` and gives what it says and where the text begins.
fn header(content: &str, span: Span) -> (Facts, Vec<Dropped>, usize) {
    let mut facts = Facts::default();
    let mut dropped = Vec::new();
    let mut start = span.start;
    let mut label: Option<Stamp> = None;
    let mut names = false;
    let mut at = span.start;
    for _ in 0..HEADER_LINES {
        let rest = Span::new(at, span.end);
        let Some(stop) = next_artefact(content, rest) else { break };
        let line = Span::new(at, stop).trim(content);
        let words = line.of(content);
        let reason = match header_line(words, names, &mut label, &mut facts) {
            Some(reason) => reason,
            None => break,
        };
        names = reason == "byline" && (names || facts.authors.is_empty() || is_name_joint(words));
        names |= words.eq_ignore_ascii_case("by");
        if words.contains(char::is_alphanumeric) {
            dropped.push(Dropped { reason, text: words.to_owned() });
        }
        at = stop + 1;
        start = at;
    }
    (facts, dropped, start)
}

fn is_name_joint(words: &str) -> bool {
    words.eq_ignore_ascii_case("and") || words.ends_with(',') || words.ends_with(" and")
}

/// The next ` . ` within a header's reach.
fn next_artefact(content: &str, rest: Span) -> Option<usize> {
    let window: usize = rest.of(content).chars().take(160).map(char::len_utf8).sum();
    crate::wrap::artefacts(content, Span::new(rest.start, rest.start + window)).into_iter().find(|&at| at > rest.start)
}

/// What a line of the header is; nothing where the text begins.
fn header_line(words: &str, names: bool, label: &mut Option<Stamp>, facts: &mut Facts) -> Option<&'static str> {
    if words.is_empty() || !words.contains(char::is_alphanumeric) {
        return Some("byline");
    }
    if words.eq_ignore_ascii_case("by") || words.eq_ignore_ascii_case("and") {
        return Some("byline");
    }
    let lower = words.to_lowercase();
    if let Some(stamp) = stamp_label(lower.trim_end_matches(':')) {
        *label = Some(stamp);
        return Some("time stamp");
    }
    if let Some(date) = find_date(words, DateSource::Byline)
        && words.split_whitespace().count() <= 12
    {
        let before = lower.get(..date.span.start).unwrap_or_default().trim().trim_end_matches(':').to_owned();
        let stamp = stamp_label(&before).or(label.take());
        if stamp.is_none() && before.split_whitespace().count() > 1 {
            return None;
        }
        match stamp {
            Some(Stamp::Changed) => facts.modified = Some(date.published),
            Some(Stamp::Shown) => {}
            Some(Stamp::Published) | None => facts.published = Some(date.published),
        }
        return Some("time stamp");
    }
    let people = strip_label(words, "by ").unwrap_or(if names { words } else { "" });
    let people = people.strip_prefix("and ").unwrap_or(people);
    let credit = crate::byline::credit_line(&format!("By {people}"))
        .filter(|_| !people.is_empty() && people.split_whitespace().count() <= 10)?;
    facts.authors.extend(credit.facts.authors);
    facts.agency = facts.agency.take().or(credit.facts.agency);
    Some("byline")
}
