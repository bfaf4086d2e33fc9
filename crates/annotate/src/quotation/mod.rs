//! Quotations: what is in marks, what is reported without them, who said it and by which word.
//!
//! The rules follow how news attributes (Pareti 2015; O'Keefe et al. 2012): a cue verb beside the quotation with its
//! subject, `according to`, a name and a colon, or, without any of them, the speaker of the quotation before.

mod attribution;
mod indirect;
mod marks;
mod speaker;
mod words;

#[cfg(test)]
mod tests;

use crate::scan::{Scan, is_in};
use crate::{Entity, Quotation, QuotationKind};
use attribution::{Attribution, Setting};
use marks::Marked;
use speaker::Cast;

/// Whether a folded word is a verb that gives words as said.
pub(crate) fn is_cue(word: &str) -> bool {
    is_in(words::CUES, word)
}

/// The quotations of a text, in order.
pub(crate) fn quotations(scan: &Scan<'_>, entities: &[Entity]) -> Vec<Quotation> {
    let cast = Cast::new(scan, entities);
    let marked = marks::marked(scan);
    let mut found: Vec<Quotation> = Vec::new();
    let mut before = Before::default();
    for (index, words) in marked.iter().enumerate() {
        let previous = index.checked_sub(1).and_then(|index| marked.get(index));
        let setting = Setting::of(scan, words, previous, marked.get(index + 1));
        let mut attribution = attribution::attribute(scan, &cast, &setting, before.speaker);
        let joined = before.joins(scan, &setting, words);
        if attribution.is_none() && joined {
            attribution = before.attribution.clone();
        }
        let kind = kind(scan, words, &setting, attribution.as_ref());
        if kind != QuotationKind::Term {
            if let Some(entity) = attribution
                .as_ref()
                .and_then(|attribution| attribution.speaker.as_ref())
                .and_then(|speaker| speaker.entity)
            {
                before.speaker = Some(entity);
            }
            before.attribution = attribution.clone();
            before.sentence = scan.sentence_of(words.after.saturating_sub(1));
            // The subject of `said` goes on speaking; that of a cue inside a reported clause may not.
            before.is_sure = kind == QuotationKind::Direct
                || attribution.as_ref().is_some_and(|attribution| attribution::is_outer(scan, attribution));
            before.any = true;
        }
        let attribution = if kind == QuotationKind::Term { None } else { attribution };
        let (speaker, cue) = attribution.map_or((None, None), |attribution| (attribution.speaker, attribution.cue));
        found.push(Quotation {
            span: words.span(scan),
            marked: scan.span(words.open, words.after),
            kind,
            speaker,
            cue,
        });
    }
    let mut reported = indirect::indirect(scan, &cast, &found);
    found.append(&mut reported);
    found.sort_by_key(|quotation| (quotation.span.start, quotation.span.end));
    found
}

/// What the quotation before leaves to the next one.
#[derive(Default)]
struct Before {
    attribution: Option<Attribution>,
    /// The last speaker that is known.
    speaker: Option<usize>,
    sentence: usize,
    /// Whether the next sentence may go on with it.
    is_sure: bool,
    any: bool,
}

impl Before {
    /// Whether a quotation without a cue goes on with the one before: in the same sentence, or as a whole utterance in
    /// the sentence after it or one further.
    fn joins(&self, scan: &Scan<'_>, setting: &Setting, words: &Marked) -> bool {
        if !self.any {
            return false;
        }
        let sentence = scan.sentence_of(words.open);
        sentence == self.sentence || (self.is_sure && setting.is_whole(scan) && sentence <= self.sentence + 2)
    }
}

/// Fewer words than this are a phrase and not an utterance.
const UTTERANCE: usize = 4;

/// So many words in marks without a cue are somebody's words all the same.
const LONG: usize = 8;

fn kind(scan: &Scan<'_>, words: &Marked, setting: &Setting, attribution: Option<&Attribution>) -> QuotationKind {
    let count = words.content.clone().filter(|&index| scan.is_word(index) || scan.is_number(index)).count();
    let last = scan.raw(words.content.end.saturating_sub(1));
    let stops = matches!(last, "." | "!" | "?" | "," | "…");
    let inner_stop = words.content.clone().skip(1).any(|index| {
        matches!(scan.raw(index), "." | "!" | "?") && index + 1 < words.content.end && !scan.is_glued(index)
    });
    let whole = setting.is_whole(scan);
    let utterance = count >= UTTERANCE || stops;
    if setting.is_named(scan, words) || (is_title(scan, words) && !setting.is_introduced) {
        return QuotationKind::Term;
    }
    match attribution {
        Some(attribution) => {
            let introduced = setting.is_introduced && (scan.is_capitalised(words.content.start) || count > UTTERANCE);
            if inner_stop || (utterance && (setting.starts_sentence || introduced)) && !attribution.names {
                QuotationKind::Direct
            } else {
                QuotationKind::Mixed
            }
        }
        None if whole && utterance || inner_stop => QuotationKind::Direct,
        None if count >= LONG => {
            if scan.is_capitalised(words.content.start) {
                QuotationKind::Direct
            } else {
                QuotationKind::Mixed
            }
        }
        None => QuotationKind::Term,
    }
}

/// Whether every content word is capitalised, as in the title of a work.
fn is_title(scan: &Scan<'_>, words: &Marked) -> bool {
    let content: Vec<usize> = words
        .content
        .clone()
        .filter(|&index| scan.is_word(index) && !coincide_text::is_function_word(scan.folded(index)))
        .collect();
    content.len() >= 2 && content.len() <= 10 && content.iter().all(|&index| scan.is_capitalised(index))
}
