use super::page::{Page, PageBlock};
use crate::byline::credit_line;
use crate::facts::Facts;
use crate::manuscript::{Block, Manuscript};
use crate::{Dropped, ParagraphKind, stripped};

/// A block with more than half of its characters in links is a list of links, not text.
const LINK_SHARE: usize = 2;

/// A block of at least this many characters can be running text by its length alone.
const RUNNING_TEXT: usize = 80;

/// A container holds the article if it holds eight tenths of the running text of the container around it.
const HOLDS_TENTHS: usize = 8;

/// The article of a page: the blocks of its main container, after the headline and what stands between the two.
pub(crate) fn manuscript(mut page: Page, facts: Facts, as_draft: bool) -> Manuscript {
    settle_reasons(&mut page);
    let chosen = if as_draft { 0 } else { main_container(&page) };
    let inside = contained(&page, chosen);
    let headline = headline(&page, &facts, &inside);
    let first = page.blocks.iter().position(|block| inside[block.container]).unwrap_or_default();
    let mut manuscript = Manuscript { facts, ..Manuscript::default() };
    for (index, block) in page.blocks.iter().enumerate() {
        let words = || Block::new(block.kind, block.span).words(&page.text);
        let reason = page.containers[block.container].reason;
        let is_headline = headline == Some(index);
        let above = headline.is_some_and(|headline| headline < index && index < first);
        if block.is_byline && !as_draft {
            let line = words();
            let credit = credit_line(&line).or_else(|| credit_line(&format!("By {line}"))).filter(|_| line.len() < 200);
            if let Some(credit) = credit {
                let known = std::mem::take(&mut manuscript.facts);
                manuscript.facts = known.or(credit.facts);
                manuscript.dropped.push(Dropped { reason: credit.reason, text: line });
                continue;
            }
        }
        let linked = block.linked * LINK_SHARE > block.length;
        let is_text = is_headline
            || reason.is_none()
                && !linked
                && (inside[block.container]
                    || above && (is_running(block) || block.length < RUNNING_TEXT && credit_line(&words()).is_some()));
        if is_text {
            let kind = match block.kind {
                ParagraphKind::Title if !is_headline => ParagraphKind::Heading,
                ParagraphKind::Body if above && is_running(block) => ParagraphKind::Standfirst,
                _ if is_headline => ParagraphKind::Title,
                kind => kind,
            };
            manuscript.blocks.push(Block::new(kind, block.span));
        } else {
            let reason = reason.unwrap_or(if linked { "navigation" } else { "outside" });
            manuscript.dropped.push(Dropped { reason, text: words() });
        }
    }
    manuscript.text = page.text;
    // A picture's caption, a list or a heading at the very end leads nowhere.
    while !as_draft && manuscript.blocks.last().is_some_and(|block| block.kind == ParagraphKind::Heading) {
        if let Some(block) = manuscript.blocks.pop() {
            manuscript.dropped.push(Dropped { reason: "navigation", text: block.words(&manuscript.text) });
        }
    }
    manuscript
}

/// Whether a block reads as running text: in an element made for it, or long, and not made of links.
fn is_running(block: &PageBlock) -> bool {
    block.linked * LINK_SHARE <= block.length
        && (block.is_paragraph && block.length >= 30 || block.length >= RUNNING_TEXT)
}

/// Running text in each container, those in it included, of the blocks that `counts`.
fn masses(page: &Page, counts: impl Fn(&PageBlock) -> bool) -> Vec<usize> {
    let mut mass = vec![0_usize; page.containers.len()];
    for block in page.blocks.iter().filter(|block| is_running(block) && counts(block)) {
        mass[block.container] += block.length - block.linked;
    }
    // Containers stand after the ones they are in, so one pass from the end adds up what each holds.
    for index in (1..mass.len()).rev() {
        mass[page.containers[index].parent] += mass[index];
    }
    mass
}

/// Extends the reasons to what stands inside. A container with a third of the page's running text is no furniture,
/// whatever its class says: layouts are called `has-sidebar` and `menu-open`.
fn settle_reasons(page: &mut Page) {
    let mass = masses(page, |_| true);
    for index in 1..page.containers.len() {
        let outside = page.containers[page.containers[index].parent].reason;
        let own = page.containers[index].reason.filter(|_| mass[index] * 3 <= mass[0] || mass[index] == 0);
        page.containers[index].reason = outside.or(own);
    }
}

/// The smallest container that holds most of the running text.
fn main_container(page: &Page) -> usize {
    let count = page.containers.len();
    let mass = masses(page, |block| page.containers[block.container].reason.is_none());
    let marked = (1..count)
        .filter(|&index| page.containers[index].is_article && mass[index] * 2 > mass[0])
        .max_by_key(|&index| (mass[index], std::cmp::Reverse(index)));
    let mut chosen = marked.unwrap_or(0);
    // One pass suffices to go down, for the same reason.
    for index in chosen + 1..count {
        if page.containers[index].parent == chosen && mass[index] * 10 >= mass[chosen] * HOLDS_TENTHS && mass[index] > 0
        {
            chosen = index;
        }
    }
    chosen
}

/// For each container whether it is `chosen` or stands in it.
fn contained(page: &Page, chosen: usize) -> Vec<bool> {
    let mut inside = vec![false; page.containers.len()];
    for index in 0..inside.len() {
        inside[index] = index == chosen || index > 0 && inside[page.containers[index].parent];
    }
    inside
}

/// The block of the headline: the first `h1` that says what the page says it is called, else the first in the article,
/// else the last one above it.
fn headline(page: &Page, facts: &Facts, inside: &[bool]) -> Option<usize> {
    let key = |block: &PageBlock| stripped::key(page.text.slice(block.span));
    let wanted: Vec<String> = facts
        .title
        .iter()
        .map(|title| stripped::key(title))
        .chain([stripped::key(&page.meta.window)])
        .filter(|key| !key.is_empty())
        .collect();
    let titles = || page.blocks.iter().enumerate().filter(|(_, block)| block.kind == ParagraphKind::Title);
    let named = titles().find(|(_, block)| {
        let key = key(block);
        key.len() > 8 && wanted.iter().any(|wanted| wanted.starts_with(&key) || key.starts_with(wanted.as_str()))
    });
    let inner = || titles().find(|(_, block)| inside[block.container]);
    let first = page.blocks.iter().position(|block| inside[block.container]).unwrap_or_default();
    let above = || titles().take_while(|(index, _)| *index < first).last();
    let same = || {
        page.blocks
            .iter()
            .enumerate()
            .take(first + 3)
            .find(|(_, block)| facts.title.as_deref().is_some_and(|title| key(block) == stripped::key(title)))
    };
    named.or_else(inner).or_else(above).or_else(same).map(|(index, _)| index)
}
