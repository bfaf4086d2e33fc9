//! Planting a wrong name or speaker.

use std::ops::Range;

use coincide_text::Span;

use super::Site;
use super::edit::Edit;
use super::story::Account;
use super::words::{bare, names, speaks};
use crate::bootstrap::SplitMix;

/// A name becomes another name of the article the sentence is from, of as many words, a person for a person and
/// something else for something else.
pub(super) fn name(site: &Site<'_>, random: &mut SplitMix) -> Vec<Vec<Edit>> {
    replaced(site, &[site.own], false, random)
}

/// A name becomes another name of the supporting article.
pub(super) fn name_hard(site: &Site<'_>, random: &mut SplitMix) -> Vec<Vec<Edit>> {
    replaced(site, &[site.by], false, random)
}

/// The name beside a verb of saying becomes that of another person of the article the sentence is from.
pub(super) fn speaker(site: &Site<'_>, random: &mut SplitMix) -> Vec<Vec<Edit>> {
    replaced(site, &[site.own], true, random)
}

/// The name beside a verb of saying becomes that of somebody who says something in the supporting article.
pub(super) fn speaker_hard(site: &Site<'_>, random: &mut SplitMix) -> Vec<Vec<Edit>> {
    replaced(site, &[site.by], true, random)
}

fn replaced(site: &Site<'_>, from: &[usize], speakers: bool, random: &mut SplitMix) -> Vec<Vec<Edit>> {
    let others: Vec<Name<'_>> = from.iter().flat_map(|&account| all_names(site, account)).collect();
    let mut found = Vec::new();
    for range in names(site.text, site.tokens) {
        let speaking = speaks(site.tokens, &range);
        if !range.clone().all(|at| site.is_free(at)) || speaking != speakers {
            continue;
        }
        let name = Name::new(site, site.text, site.tokens, &range);
        let fits: Vec<&Name<'_>> = others
            .iter()
            .filter(|other| {
                other.words.len() == name.words.len()
                    && other.person == name.person
                    && (!speakers || other.speaks)
                    && other.words.iter().all(|word| !site.tokens.iter().any(|token| bare(&token.folded) == *word))
                    && !is_short_for(other.text, name.text)
            })
            .collect();
        if !fits.is_empty() {
            let other = fits[random.below(fits.len())];
            found.push(vec![Edit::new(name.span, other.text)]);
        }
    }
    found
}

/// A name of a text.
pub(super) struct Name<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
    pub(super) words: Vec<&'a str>,
    pub(super) person: bool,
    speaks: bool,
}

impl<'a> Name<'a> {
    pub(super) fn new(
        site: &Site<'_>,
        text: &'a str,
        tokens: &'a [coincide_text::Token],
        range: &Range<usize>,
    ) -> Self {
        let whole = tokens[range.start].span.cover(tokens[range.end - 1].span);
        let name = bare(whole.of(text));
        let words: Vec<&str> = tokens[range.clone()].iter().map(|token| bare(&token.folded)).collect();
        let last = words.last().copied().unwrap_or_default();
        let person = site.story.accounts.iter().any(|account| account.people.contains(last));
        let span = Span::new(whole.start, whole.start + name.len());
        Self { text: name, span, words, person, speaks: speaks(tokens, range) }
    }
}

fn all_names<'a>(site: &Site<'a>, account: usize) -> Vec<Name<'a>> {
    let account: &'a Account = &site.story.accounts[account];
    let text = account.text();
    let of = |range: &Range<usize>| {
        let tokens = &account.tokens[range.clone()];
        names(text, tokens).into_iter().map(|name| Name::new(site, text, tokens, &name)).collect::<Vec<_>>()
    };
    account.sentences.iter().flat_map(of).collect()
}

/// Whether one name is made of the first letters of the other, as `U.S.` is of `United States`.
fn is_short_for(a: &str, b: &str) -> bool {
    let initials = |name: &str| name.chars().filter(|c| c.is_uppercase()).collect::<String>();
    initials(a) == initials(b)
}
