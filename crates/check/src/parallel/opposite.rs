//! Words in the place of which a parallel passage has their antonym.

use coincide_annotate::antonym::{Antonymy, antonymy};
use coincide_text::Span;

use super::{ENOUGH, ONE_SIDED_RUN, Parallel, Parallels, RUN};
use crate::alignment::Word;
use crate::case::Case;
use crate::quotation::is_negation;

/// Most words between two that are the same in both texts.
const WIDEST_GAP: usize = 3;

/// Most words the passage may have more there.
const MORE: usize = 2;

/// A word of the draft in the place of which a passage has its antonym.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Opposite {
    /// The article.
    pub(crate) article: usize,
    /// The word of the draft.
    pub(crate) ours: Span,
    /// The word of the article.
    pub(crate) theirs: Span,
    /// How many words stand beside it in both texts without a break, on both sides together.
    pub(crate) run: usize,
    /// Whether there are such words on both sides.
    pub(crate) enclosed: bool,
    /// How it is known that the two are opposites.
    pub(crate) antonymy: Antonymy,
}

/// A stretch of the sentence that a passage has otherwise, between words that are the same.
struct Gap {
    /// The last word before it, as an index here and there.
    before: Option<(usize, usize)>,
    /// The first word after it.
    after: Option<(usize, usize)>,
}

impl Parallels {
    /// The words in the place of which passages have their antonym, the longest run first for each, unless a passage has
    /// the words around it just as the sentence has. Only words of either text for which `ours` and `theirs` hold are
    /// looked at.
    pub(crate) fn opposites(
        &self,
        case: &Case<'_>,
        ours: impl Fn(Span) -> bool,
        theirs: impl Fn(usize, Span) -> bool,
    ) -> Vec<Opposite> {
        let mut found: Vec<Opposite> = Vec::new();
        for passage in &self.passages {
            for gap in passage.gaps() {
                let theirs = |span| theirs(passage.article, span);
                let Some(opposite) = passage.opposite(case, &self.words, &gap, &ours, theirs) else { continue };
                let anchors = [gap.before, gap.after].into_iter().flatten().map(|(at, _)| self.words[at].span);
                if self.agreeing(anchors.fold(opposite.ours, Span::cover)) * 2 >= opposite.run.min(ENOUGH) {
                    continue;
                }
                match found.iter_mut().find(|old| old.ours == opposite.ours) {
                    Some(old) if old.run < opposite.run => *old = opposite,
                    Some(_) => {}
                    None => found.push(opposite),
                }
            }
        }
        found
    }
}

impl Parallel {
    /// The short stretches of the sentence that the passage has otherwise.
    fn gaps(&self) -> Vec<Gap> {
        let shared = self.same.iter().enumerate().filter_map(|(at, other)| Some((at, (*other)?)));
        let mut gaps = Vec::new();
        let mut before = None;
        for here in shared {
            gaps.push(Gap { before, after: Some(here) });
            before = Some(here);
        }
        gaps.push(Gap { before, after: None });
        gaps.retain(|gap| {
            let words = gap.ours(self.same.len()).len();
            (1..=WIDEST_GAP).contains(&words) && (gap.before.is_some() || gap.after.is_some())
        });
        gaps
    }

    /// The antonym in a gap, where the two texts have no more than that between them: no other word of content, and not
    /// also a negation, since `did not fall` is no opposite of `rose`.
    fn opposite(
        &self,
        case: &Case<'_>,
        own: &[Word],
        gap: &Gap,
        is_ours: impl Fn(Span) -> bool,
        is_theirs: impl Fn(Span) -> bool,
    ) -> Option<Opposite> {
        let ours = &own[gap.ours(own.len())];
        let theirs = case.words(self.article).get(gap.theirs(ours.len(), &self.range))?;
        if theirs.is_empty() || theirs.len() > ours.len() + MORE && gap.before.is_some() && gap.after.is_some() {
            return None;
        }
        let mut pairs: Vec<(usize, usize, Antonymy)> = Vec::new();
        for (at, word) in ours.iter().enumerate() {
            let free = |&there: &usize| pairs.iter().all(|&(_, taken, _)| taken != there);
            let antonym = (0..theirs.len())
                .filter(free)
                .filter(|&there| is_ours(word.span) && is_theirs(theirs[there].span))
                .find_map(|there| Some((at, there, antonymy(&word.form, &theirs[there].form)?)));
            pairs.extend(antonym);
        }
        let &(at, there, antonymy) = pairs.first()?;
        let rest = || {
            let ours = ours.iter().enumerate().filter(|(at, _)| pairs.iter().all(|pair| pair.0 != *at));
            let theirs = theirs.iter().enumerate().filter(|(there, _)| pairs.iter().all(|pair| pair.1 != *there));
            // Beyond the end of the sentence the passage may go on.
            let beyond = gap.before.is_none() || gap.after.is_none();
            ours.chain(theirs.filter(move |_| !beyond)).map(|(_, word)| word)
        };
        let negations = rest().filter(|word| is_negation(&word.form)).count();
        // Two turns cancel out: `less likely`, `more unlikely`.
        let turned = (pairs.len() + negations) % 2 == 1;
        if !turned || rest().any(|word| word.content && !is_negation(&word.form)) {
            return None;
        }
        let before = gap.before.map_or(0, |(at, other)| self.run(at, other, false));
        let after = gap.after.map_or(0, |(at, other)| self.run(at, other, true));
        let enclosed = before > 0 && after > 0;
        // `An increase` and `a decrease` differ in one word.
        let loose = rest().filter(|word| !matches!(&*word.form, "a" | "an" | "the")).count();
        let needed = if enclosed { RUN } else { ONE_SIDED_RUN } + loose;
        let from = gap.before.map_or(0, |(at, _)| at + 1 - before);
        let to = gap.after.map_or(own.len(), |(at, _)| at + after);
        let telling = (from..to).filter(|&at| self.same[at].is_some() && own[at].content).count();
        if before + after < needed || telling == 0 {
            return None;
        }
        Some(Opposite {
            article: self.article,
            ours: ours[at].span,
            theirs: theirs[there].span,
            run: before + after,
            enclosed,
            antonymy,
        })
    }
}

impl Gap {
    /// The sentence's words in it, of which there are `all`.
    fn ours(&self, all: usize) -> std::ops::Range<usize> {
        let to = self.after.map_or(all, |(at, _)| at);
        self.before.map_or(0, |(at, _)| at + 1).min(to)..to
    }

    /// The article's words in it; at an end of the sentence as many as the sentence has there, inside of `passage`.
    fn theirs(&self, length: usize, passage: &std::ops::Range<usize>) -> std::ops::Range<usize> {
        match (self.before, self.after) {
            (Some((_, before)), Some((_, after))) => (before + 1).min(after)..after,
            (Some((_, before)), None) => before + 1..(before + 1 + length).min(passage.end).max(before + 1),
            (None, Some((_, after))) => after.saturating_sub(length).max(passage.start).min(after)..after,
            (None, None) => 0..0,
        }
    }
}
