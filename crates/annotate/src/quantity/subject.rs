//! What a figure measures where it is said before it: `unemployment rose to 5 percent`, `the bridge cost 3 million`.

use coincide_text::is_function_word;

use super::change;
use super::words::{AT_LEVEL, COSTING, FALLING, LEVELS, RISING, topic};
use crate::scan::Scan;
use crate::{Counted, QuantityUnit};

/// A subject further before the figure than this is not read, in tokens.
const REACH: usize = 24;

/// The subject of the figure that starts, with its hedge, at token `from`.
///
/// Only verbs that name a level are read (`rose to`, `stands at`, `cost`): after `rose 5 percent` the figure is the
/// change, and two changes are seldom of one thing.
pub(super) fn subject(scan: &Scan<'_>, from: usize, unit: &QuantityUnit) -> Option<Counted> {
    let start = scan.sentences.get(scan.sentence_of(from)).map_or(0, |sentence| sentence.tokens.start);
    let start = start.max(from.saturating_sub(REACH));
    // `a cost of 3 million pounds`, `a turnout of 60 percent`
    if *unit != QuantityUnit::Count
        && from >= start + 2
        && scan.folded(from - 1) == "of"
        && scan.is_lower(from - 2)
        && !scan.is_function(from - 2)
    {
        return noun_phrase(scan, start, from - 1);
    }
    let verb = verb(scan, from, start, unit)?;
    let end = predicate_start(scan, verb, start);
    if let Some(counted) = number_of(scan, start, end).or_else(|| toll(scan, start, end)) {
        return Some(counted);
    }
    // A bare count with another subject (`the index rose to 1,200`) is not a count of it.
    if *unit == QuantityUnit::Count {
        return None;
    }
    noun_phrase(scan, start, end)
}

/// What changed by the figure that starts, with its hedge, at token `from`: the subject of the verb (`unemployment rose
/// by 5 percent`).
pub(super) fn of_change(scan: &Scan<'_>, from: usize) -> Option<Counted> {
    let start = scan.sentences.get(scan.sentence_of(from)).map_or(0, |sentence| sentence.tokens.start);
    let start = start.max(from.saturating_sub(REACH));
    let last = from.checked_sub(1).filter(|&last| last > start)?;
    let by = usize::from(scan.folded(last) == "by");
    let verb = last.checked_sub(by).filter(|&verb| verb > start)?;
    let verb = if by > 0 && scan.folded(verb).ends_with("ly") { verb - 1 } else { verb };
    change::direction(scan.folded(verb), by > 0)?;
    let end = predicate_start(scan, verb, start);
    number_of(scan, start, end).or_else(|| toll(scan, start, end)).or_else(|| noun_phrase(scan, start, end))
}

/// The verb before the figure that makes it a level of its subject.
fn verb(scan: &Scan<'_>, from: usize, start: usize, unit: &QuantityUnit) -> Option<usize> {
    let last = from.checked_sub(1).filter(|&last| last > start)?;
    let word = scan.folded(last);
    let money = matches!(unit, QuantityUnit::Money(_));
    if money && COSTING.contains(word) {
        return Some(last);
    }
    if matches!(word, "reached" | "exceeded" | "passed" | "hit") {
        return Some(last);
    }
    let verb = last.checked_sub(1).filter(|&verb| verb > start)?;
    match word {
        "to" => {
            // `rose 5 percent to 93`: the change may stand between.
            let passes = |index: usize| {
                !scan.is_lower(index)
                    || matches!(scan.folded(index), "by" | "percent" | "percentage" | "points" | "point")
            };
            let verb = (start.max(verb.saturating_sub(4))..=verb).rev().find(|&index| !passes(index))?;
            let word = scan.folded(verb);
            (LEVELS.contains(word) || RISING.contains(word) || FALLING.contains(word)).then_some(verb)
        }
        "at" => AT_LEVEL.contains(scan.folded(verb)).then_some(verb),
        _ => None,
    }
}

/// Where the predicate starts: its auxiliaries and adverbs before the verb belong to it.
fn predicate_start(scan: &Scan<'_>, verb: usize, start: usize) -> usize {
    let mut end = verb;
    while end > start {
        let word = scan.folded(end - 1);
        let auxiliary = matches!(
            word,
            "has"
                | "have"
                | "had"
                | "will"
                | "would"
                | "could"
                | "may"
                | "might"
                | "is"
                | "was"
                | "are"
                | "were"
                | "be"
                | "been"
                | "to"
                | "now"
                | "since"
                | "already"
                | "also"
                | "expected"
                | "likely"
        );
        let adverb = word.ends_with("ly") && scan.is_lower(end - 1);
        if !auxiliary && !adverb {
            break;
        }
        end -= 1;
    }
    end
}

/// `The death toll` or `the death toll of the landslide`, which ends before token `end`.
fn toll(scan: &Scan<'_>, start: usize, end: usize) -> Option<Counted> {
    let word = (start..end).rev().find(|&index| scan.folded(index) == "toll")?;
    let hangs_on_it = matches!(scan.folded(word + 1), "after" | "from" | "in" | "of");
    if word + 1 < end && !hangs_on_it {
        return None;
    }
    let stems = vec!["toll".to_owned()];
    Some(Counted { span: scan.span(word, word + 1), stems, head: None, topic: Some("death"), predicate: None })
}

/// `The number of people injured in the storm (…) has risen to`: the people, and what happened to them.
fn number_of(scan: &Scan<'_>, start: usize, end: usize) -> Option<Counted> {
    let of = (start..end.saturating_sub(1))
        .rev()
        .find(|&index| matches!(scan.folded(index), "number" | "total" | "count") && scan.folded(index + 1) == "of")?
        + 2;
    let mut after = of;
    while after < end && scan.is_word(after) && !scan.is_function(after) {
        after += 1;
    }
    let outcome = (of..end)
        .find_map(|index| scan.tokens.get(index).and_then(|token| topic(&token.stem)).map(|topic| (topic, index)));
    // The head stands before the participle: `people` of `people injured`.
    let participle = outcome.filter(|&(_, index)| index > of && index < after && scan.folded(index).ends_with("ed"));
    let head = participle.map_or(after, |(_, index)| index).checked_sub(1).filter(|&head| head >= of)?;
    let mut stems: Vec<String> = (of..after)
        .chain(outcome.map(|(_, index)| index))
        .filter_map(|index| scan.tokens.get(index))
        .filter(|token| token.is_content())
        .map(|token| token.stem.to_string())
        .collect();
    stems.sort();
    stems.dedup();
    let head = scan.tokens.get(head).map(|token| token.stem.to_string());
    (!stems.is_empty()).then(|| Counted {
        span: scan.span(of, after),
        stems,
        head,
        topic: outcome.map(|(topic, _)| topic),
        predicate: None,
    })
}

/// The noun phrase that ends before token `end`: its head is the last noun before a preposition.
fn noun_phrase(scan: &Scan<'_>, start: usize, end: usize) -> Option<Counted> {
    let mut from = end;
    while from > start {
        let word = scan.folded(from - 1);
        let joins = from < end && matches!(word, "of" | "for" | "in" | "on");
        let article = matches!(word, "the" | "a" | "an" | "its" | "their" | "his" | "her");
        let noun = scan.is_word(from - 1) && !is_function_word(word) || scan.is_hyphen(from - 1);
        if !(joins || article || noun) || crate::quotation::is_cue(word) {
            break;
        }
        from -= 1;
        // An article begins the phrase, unless it hangs on another.
        let hangs = from > start && matches!(scan.folded(from - 1), "of" | "for" | "in" | "on");
        if article && !hangs {
            break;
        }
    }
    let content = |index: &usize| scan.is_word(*index) && !scan.is_function(*index);
    let from = (from..end).find(content)?;
    let preposition =
        (from..end).find(|&index| matches!(scan.folded(index), "of" | "for" | "in" | "on")).unwrap_or(end);
    let head = (from..preposition).rev().find(content)?;
    let mut stems: Vec<String> = (from..end)
        .filter(content)
        .filter_map(|index| scan.tokens.get(index))
        .map(|token| token.stem.to_string())
        .collect();
    stems.sort();
    stems.dedup();
    let head = scan.tokens.get(head).map(|token| token.stem.to_string());
    Some(Counted { span: scan.span(from, end), stems, head, topic: None, predicate: None })
}
