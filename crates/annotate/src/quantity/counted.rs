//! What a number counts: the noun phrase after it, and what happened to it.

use coincide_text::is_function_word;

use super::naming::is_plural;
use super::words::{NOT_COUNTED, OUTCOMES, topic};
use crate::Counted;
use crate::scan::Scan;

/// The longest noun phrase that is read, in words.
const LONGEST: usize = 6;

/// What is counted by the number (with its unit) between the tokens `from` and `to`.
pub(super) fn counted(scan: &Scan<'_>, from: usize, to: usize) -> Option<Counted> {
    let start = noun_phrase_start(scan, to);
    let end = noun_phrase_end(scan, start);
    let phrase = start..end;
    let topic = topic_of(scan, from, start, end);
    let mut words: Vec<usize> = phrase.clone().filter(|&index| scan.is_word(index)).collect();
    if let Some((_, word)) = topic
        && !phrase.contains(&word)
    {
        words.push(word);
    }
    let mut stems: Vec<String> = words
        .iter()
        .filter_map(|&index| scan.tokens.get(index))
        .filter(|token| token.is_content())
        .map(|token| token.stem.to_string())
        .collect();
    let head = phrase.clone().rev().find(|&index| scan.is_word(index)).and_then(|index| scan.tokens.get(index));
    let head = head.filter(|token| token.is_content()).map(|token| token.stem.to_string());
    if stems.is_empty() {
        return None;
    }
    stems.sort();
    stems.dedup();
    let span =
        if phrase.is_empty() { topic.map(|(_, word)| scan.span(word, word + 1))? } else { scan.span(start, end) };
    let predicate = if phrase.is_empty() { None } else { predicate(scan, end) };
    Some(Counted { span, stems, head, topic: topic.map(|(topic, _)| topic), predicate })
}

/// The stem of the verb after the noun phrase that ends before token `end`, past `who`, auxiliaries and adverbs.
fn predicate(scan: &Scan<'_>, end: usize) -> Option<String> {
    let passes = |index: usize| {
        let word = scan.folded(index);
        word.ends_with("ly")
            || matches!(
                word,
                "who"
                    | "that"
                    | "which"
                    | "have"
                    | "has"
                    | "had"
                    | "will"
                    | "would"
                    | "do"
                    | "did"
                    | "does"
                    | "not"
                    | "don't"
                    | "didn't"
                    | "also"
                    | "now"
                    | "still"
                    | "may"
                    | "might"
                    | "could"
                    | "should"
                    | "were"
                    | "are"
                    | "was"
                    | "is"
            )
    };
    let verb = (end..end + 4).find(|&index| !passes(index))?;
    let told =
        scan.is_lower(verb) && !scan.is_function(verb) && !matches!(scan.folded(verb), "according" | "including");
    scan.tokens.get(verb).filter(|_| told).map(|token| token.stem.to_string())
}

/// Past `of`, `of the`, `more`, `other`.
fn noun_phrase_start(scan: &Scan<'_>, to: usize) -> usize {
    let mut start = to;
    if scan.is_hyphen(start) {
        start += 1;
    }
    for _ in 0..3 {
        let owner =
            matches!(scan.folded(start), "its" | "their" | "his" | "her" | "our" | "these" | "those") && start > to;
        let passed = matches!(
            scan.folded(start),
            "of" | "the" | "more" | "other" | "others" | "additional" | "worth" | "further" | "such"
        );
        if owner || passed && !scan.is_capitalised(start) {
            start += 1;
        }
    }
    // `six 7-year-old singers`, `three 12-metre boats`: the measure tells what kind they are.
    if scan.is_number(start) && scan.is_hyphen(start + 1) && scan.is_word(start + 2) {
        start += 3;
        if scan.is_hyphen(start) && scan.is_word(start + 1) {
            start += 2;
        }
    }
    start
}

/// The phrase goes on over content words; it ends before closed classes, marks, numbers and verbs.
fn noun_phrase_end(scan: &Scan<'_>, start: usize) -> usize {
    let mut end = start;
    // `thousands continue to march`: an infinitive or an object follows a verb.
    if scan.is_lower(start)
        && !is_plural(scan.folded(start))
        && matches!(scan.folded(start + 1), "to" | "their" | "its" | "his" | "her" | "them")
        && start > 0
        && is_plural(scan.folded(start - 1))
    {
        return start;
    }
    while end < start + LONGEST {
        let word = scan.folded(end);
        // `international and domestic flights`: the plural is of both.
        let pair = word == "and" && end > start && !is_plural(scan.folded(end - 1)) && !scan.is_function(end + 1);
        if pair && (end + 2..end + 4).any(|index| scan.is_lower(index) && is_plural(scan.folded(index))) {
            end += 1;
            continue;
        }
        if scan.is_hyphen(end) && end > start && scan.is_glued(end) && scan.is_glued(end - 1) {
            end += 1;
            continue;
        }
        if !scan.is_word(end) || scan.is_function(end) || NOT_COUNTED.contains(word) || word == "not" {
            break;
        }
        // The first plural is what is counted (`lawmakers submit letters`), unless another follows (`sports fans`).
        if end > start && !scan.is_hyphen(end - 1) && is_plural(scan.folded(end - 1)) && !is_plural(word) {
            break;
        }
        // `people injured in`, `officers responding to`: a participle after the noun begins a clause.
        let verbal = word.ends_with("ed") || word.ends_with("ing") || OUTCOMES.contains(word);
        let later = end > start;
        if later && verbal && !scan.is_hyphen(end - 1) && !goes_on(scan, end + 1) {
            break;
        }
        // `12 killed`: the outcome stands for the people.
        if !later && OUTCOMES.contains(word) && !goes_on(scan, end + 1) {
            break;
        }
        if later && word.ends_with("ly") && word.len() > 4 {
            break;
        }
        end += 1;
        // The owner of what is counted ends nothing, yet a name after the noun does: `12 people Monday`.
        if scan.is_capitalised(end) && scan.is_lower(end - 1) {
            break;
        }
    }
    while end > start && !scan.is_word(end - 1) {
        end -= 1;
    }
    end
}

/// Whether another noun can follow: `12 injured people`, but not `12 people injured in`.
fn goes_on(scan: &Scan<'_>, at: usize) -> bool {
    scan.is_lower(at)
        && !is_function_word(scan.folded(at))
        && !scan.folded(at).ends_with("ly")
        && !NOT_COUNTED.contains(scan.folded(at))
}

/// The topic, and the word that tells it: in the phrase, in the predicate after it, or in the verb before the number.
fn topic_of(scan: &Scan<'_>, from: usize, start: usize, end: usize) -> Option<(&'static str, usize)> {
    let at = |index: usize| scan.tokens.get(index).and_then(|token| topic(&token.stem)).map(|topic| (topic, index));
    // `fatal` names a topic as a noun only, and `hospitals` are no people in them.
    let names = |index: &usize| !matches!(scan.folded(*index), "fatal" | "hospital" | "hospitals");
    let inside = (start..end).rev().filter(names).find_map(at);
    inside.or_else(|| after(scan, end)).or_else(|| before(scan, from))
}

/// `sailors had been killed`, `12 dead`, `lost their lives`.
fn after(scan: &Scan<'_>, end: usize) -> Option<(&'static str, usize)> {
    let mut skipped = 0;
    for index in end..end + 9 {
        let word = scan.folded(index);
        if OUTCOMES.contains(word) {
            let topic = scan.tokens.get(index).and_then(|token| topic(&token.stem))?;
            // `people kill` and `officers arrested three men`: an object follows, so the counted ones did it.
            let transitive = index == end
                && (scan.is_number(index + 1)
                    || matches!(scan.folded(index + 1), "a" | "the" | "him" | "her" | "them" | "his"));
            let intransitive = matches!(topic, "missing") || matches!(word, "died" | "dead" | "perished" | "drowned");
            let passive = index == end
                || (end..index).any(|index| {
                    matches!(
                        scan.folded(index),
                        "be" | "been" | "being" | "is" | "are" | "was" | "were" | "left" | "got" | "get"
                    )
                });
            return ((passive && !transitive) || intransitive).then_some((topic, index));
        }
        if matches!(word, "lost" | "lose")
            && matches!(scan.folded(index + 1), "their" | "his" | "her")
            && scan.folded(index + 2).starts_with("li")
        {
            return Some(("death", index));
        }
        let passes = matches!(
            word,
            "have"
                | "has"
                | "had"
                | "been"
                | "be"
                | "being"
                | "is"
                | "are"
                | "was"
                | "were"
                | "who"
                | "and"
                | "that"
                | "left"
                | "reported"
                | "confirmed"
                | "feared"
                | "presumed"
                | "found"
                | "believed"
                | "may"
                | "might"
                | "could"
                | "will"
                | "also"
                | "so"
                | "far"
                | "still"
                | "remain"
                | "remained"
                | "remains"
                | "to"
                | "now"
                | "already"
                | "more"
                | "got"
        ) || (is_function_word(word) && matches!(word, "in" | "on" | "from" | "at" | "of"))
            || word.ends_with("ly");
        if !passes {
            // One adverbial, as in `people on the pier were killed`, may stand between.
            skipped += 1;
            if skipped > 3 || !scan.is_word(index) || word == "and" {
                return None;
            }
        }
        if word == "and" {
            return None;
        }
    }
    None
}

/// `claimed 12 lives`, `took the lives of 12 people`; the verb stands at `index`, the number at `from`.
fn takes_lives(scan: &Scan<'_>, index: usize, from: usize) -> bool {
    let takes = matches!(
        scan.folded(index),
        "claim" | "claimed" | "claiming" | "claims" | "cost" | "costing" | "took" | "taken" | "taking" | "lost"
    );
    takes
        && ((index + 1..from).any(|index| scan.folded(index) == "lives")
            || (from..from + 5).any(|index| scan.folded(index) == "lives" && !matches!(scan.folded(index + 1), "in")))
}

/// `killed at least 12 people`, `a death toll of 12`, `claimed 12 lives`.
fn before(scan: &Scan<'_>, from: usize) -> Option<(&'static str, usize)> {
    for index in (from.saturating_sub(6)..from).rev() {
        let word = scan.folded(index);
        if word == "toll" || takes_lives(scan, index, from) {
            return Some(("death", index));
        }
        if word == "dead"
            && index > 0
            && matches!(scan.folded(index - 1), "shot" | "found" | "left")
            && index + 1 == from
        {
            return Some(("death", index));
        }
        // `injured 30 and destroyed 12 homes`: another thing was done to these.
        if matches!(word, "and" | "but") {
            return None;
        }
        if word == "number" && scan.folded(index + 1) == "of" {
            return scan.tokens.get(index + 2).and_then(|token| topic(&token.stem)).map(|topic| (topic, index + 2));
        }
        let adjacent = from - index <= 3;
        if adjacent
            && OUTCOMES.contains(word)
            && !matches!(word, "dead" | "died" | "missing" | "dying" | "drowned" | "perished")
        {
            let passive = index
                .checked_sub(1)
                .is_some_and(|before| matches!(scan.folded(before), "were" | "was" | "been" | "are" | "is" | "be"));
            return if passive {
                None
            } else {
                scan.tokens.get(index).and_then(|token| topic(&token.stem)).map(|topic| (topic, index))
            };
        }
        if scan.is_mark(index) || scan.is_number(index) {
            return None;
        }
    }
    None
}
