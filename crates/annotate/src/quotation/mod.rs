//! Quotations: what is in marks, what is reported without them, who said it and by which word.
//!
//! The rules follow how news attributes (Pareti 2015; O'Keefe et al. 2012): a cue verb beside the quotation with its
//! subject, `according to`, a name and a colon, or, without any of them, the speaker of the quotation before.

mod attribution;
mod behind;
mod complement;
mod endings;
mod lexicon;
mod marks;
mod phrase;
mod report;
mod speaker;
mod words;

#[cfg(test)]
mod forms;
#[cfg(test)]
mod tests;

use crate::scan::{Scan, is_in};
use crate::{Entity, Quotation, QuotationKind};
use attribution::{Attribution, Setting};
use coincide_text::Span;
use marks::Marked;
use phrase::View;
use report::Report;
use speaker::Cast;

/// Whether a folded word is a verb that gives words as said.
pub(crate) fn is_cue(word: &str) -> bool {
    is_in(words::CUES, word)
}

/// The quotations of a text, in order.
pub(crate) fn quotations(scan: &Scan<'_>, entities: &[Entity]) -> Vec<Quotation> {
    let mut marked = marks::marked(scan);
    // Where single marks are the rule, a paragraph in them is an utterance.
    let double =
        marked.iter().filter(|words| words.content.start > words.open + 1 || !marks::is_single(scan.raw(words.open)));
    let is_rule = 2 * double.count() < marked.len();
    for words in &mut marked {
        words.is_crosshead &= !is_rule;
    }
    let cast = Cast::new(scan, entities, &marked);
    let mut pieces: Vec<Piece> = Vec::with_capacity(marked.len());
    let mut before = Before::default();
    for (index, words) in marked.iter().enumerate() {
        let previous = index.checked_sub(1).and_then(|index| marked.get(index));
        let setting = Setting::of(scan, words, previous, marked.get(index + 1));
        let mut attribution = attribution::attribute(scan, &cast, &setting, before.speaker);
        let joined = !words.is_crosshead && (words.goes_on && before.any || before.joins(scan, &setting, words));
        // A beat of another speaker's between two quotations: the second is that one's.
        let beat = (attribution.is_none() && !words.goes_on && !words.is_crosshead && setting.is_whole(scan))
            .then(|| attribution::by_sentence_before(scan, &cast, words.open, before.speaker))
            .flatten()
            .filter(|beat| {
                let entity = beat.speaker.as_ref().and_then(|speaker| speaker.entity);
                !joined || scan.sentence_of(words.open) == before.sentence + 2 && entity != before.speaker
            });
        if beat.is_some() {
            attribution = beat;
        }
        let inherits = attribution.is_none();
        if inherits && joined {
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
        let named = setting.is_named(scan, words);
        let follows = inherits && !words.is_crosshead && setting.is_whole(scan) && kind != QuotationKind::Term;
        pieces.push(Piece { kind, named, attribution, content: None, follows });
    }
    // Paragraphs whose speaker is named only after the last of them.
    for index in (1..pieces.len()).rev() {
        let goes_on = marked.get(index).is_some_and(|words| words.goes_on);
        let Some([before, after]) = pieces.get_mut(index - 1..=index) else { continue };
        if goes_on && before.attribution.is_none() && before.kind != QuotationKind::Term {
            before.attribution.clone_from(&after.attribution);
        }
    }
    let token = |span: Span| scan.tokens.partition_point(|token| token.span.start < span.start);
    let mut taken: Vec<usize> = pieces
        .iter()
        .filter(|piece| piece.kind == QuotationKind::Direct)
        .filter_map(|piece| piece.attribution.as_ref().filter(|it| it.adjacent)?.cue)
        .map(token)
        .collect();
    taken.sort_unstable();
    // `It was, Holm said, "a blow," and …`: words that go on with a clause are no utterance.
    let mut parts: Vec<usize> = marked
        .iter()
        .zip(&pieces)
        .filter(|(_, piece)| piece.kind == QuotationKind::Mixed)
        .filter_map(|(_, piece)| piece.attribution.as_ref().filter(|it| it.adjacent)?.cue)
        .map(token)
        .collect();
    parts.sort_unstable();
    taken.retain(|cue| parts.binary_search(cue).is_err());
    let view = View { scan, marked: &marked };
    let mut found: Vec<Quotation> = Vec::new();
    let reports = report::reports(&view, &cast, &taken);
    go_on(&view, &mut pieces, &reports);
    for report in reports {
        if !claim(&view, &mut pieces, &report) {
            let (from, to) = (report.content.start, report.content.end);
            let that = usize::from(scan.folded(from) == "that" && from + 1 < to);
            let (span, content) = (scan.span(from + that, to), scan.span(from, to));
            found.push(Quotation {
                span,
                marked: span,
                content: (content != span).then_some(content),
                kind: QuotationKind::Indirect,
                speaker: report.speaker,
                cue: Some(scan.span(report.cue.start, report.cue.end)),
            });
        }
    }
    for (words, piece) in marked.iter().zip(pieces) {
        let (speaker, cue) =
            piece.attribution.map_or((None, None), |attribution| (attribution.speaker, attribution.cue));
        found.push(Quotation {
            span: words.span(scan),
            marked: scan.span(words.open, words.after),
            content: piece.content,
            kind: piece.kind,
            speaker,
            cue,
        });
    }
    found.sort_by_key(|quotation| (quotation.span.start, quotation.span.end));
    found
}

/// Gives whole utterances without a cue to the speaker of the report in the sentence before: `The pier is closed, Holm said.
/// "It will stay closed."`
fn go_on(view: &View<'_>, pieces: &mut [Piece], reports: &[Report]) {
    let scan = view.scan;
    let paragraph = |sentence: usize| scan.sentences.get(sentence).map(|sentence| sentence.paragraph);
    // The last report that ended with its cue, and the sentence it is carried to.
    let mut carried: Option<(&Report, usize)> = None;
    // The sentence in which an utterance in marks was given to its speaker; that one goes on.
    let mut given = None;
    for (words, piece) in view.marked.iter().zip(pieces) {
        let sentence = scan.sentence_of(words.open);
        let next = reports.partition_point(|report| report.cue.start < words.open);
        if let Some(report) = next.checked_sub(1).and_then(|last| reports.get(last))
            && scan.sentence_of(report.cue.start) + 1 == sentence
            && paragraph(sentence) == paragraph(sentence - 1)
            && given != Some(sentence - 1)
        {
            carried = Some((report, sentence));
        }
        if !piece.follows {
            if piece.kind == QuotationKind::Direct && piece.attribution.is_some() {
                given = Some(scan.sentence_of(words.after.saturating_sub(1)));
            }
            continue;
        }
        if let Some((report, reached)) = carried
            && reached == sentence
            && report.speaker.is_some()
        {
            piece.attribution = Some(Attribution {
                speaker: report.speaker.clone(),
                cue: Some(scan.span(report.cue.start, report.cue.end)),
                names: false,
                adjacent: false,
            });
            // What follows it goes on in turn.
            carried = Some((report, scan.sentence_of(words.after.saturating_sub(1)) + 1));
        }
    }
}

/// What is known of words in marks.
struct Piece {
    kind: QuotationKind,
    /// Whether they are a name, a title or a term by their own form.
    named: bool,
    /// Whether they are a whole utterance without a cue, whose speaker is that of what goes before.
    follows: bool,
    attribution: Option<Attribution>,
    content: Option<Span>,
}

/// Gives the words in marks that stand in a reported clause to its speaker, as parts of that clause; whether there are
/// any. What Holm says that Berg calls "mad" is Holm's.
fn claim(view: &View<'_>, pieces: &mut [Piece], report: &Report) -> bool {
    let scan = view.scan;
    let first = view.marked.partition_point(|words| words.open < report.content.start);
    let mut claimed = false;
    let content = scan.span(report.content.start, report.content.end);
    for (words, piece) in view.marked.iter().zip(pieces.iter_mut()).skip(first) {
        if words.open >= report.content.end {
            break;
        }
        if piece.named {
            continue;
        }
        claimed = true;
        let whole = words.open <= report.content.start && report.content.end <= words.after;
        if !whole || piece.kind == QuotationKind::Term {
            piece.kind = QuotationKind::Mixed;
        }
        if !whole {
            piece.content = Some(content);
        }
        piece.attribution = Some(Attribution {
            speaker: report.speaker.clone(),
            cue: Some(scan.span(report.cue.start, report.cue.end)),
            names: false,
            adjacent: false,
        });
    }
    claimed
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
    let inner_stop = scan.sentence_of(words.content.start) < scan.sentence_of(words.content.end.saturating_sub(1));
    let whole = setting.is_whole(scan) || words.goes_on;
    // A title may stand right behind a verb (`sang "Home Before Dawn"`); an utterance has a mark before it or a stop.
    let introduced = setting.is_introduced && (stops || scan.is_mark(words.open.wrapping_sub(1)));
    let utterance = count >= UTTERANCE || stops;
    let named = attribution.is_some_and(|it| it.names);
    let said = introduced || named || whole && stops;
    let crosshead = words.is_crosshead && attribution.is_none();
    if crosshead || setting.is_named(scan, words) || !said && is_title(scan, words) {
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
        // `"We will always be here," the angry crowd retaliated`, whatever the verb.
        None if count >= UTTERANCE && setting.starts_sentence && last == "," => QuotationKind::Direct,
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
