//! How much the words of a quotation differ from an article's.

use coincide_annotate::{Annotations, QuotationKind};
use coincide_text::Span;

use crate::alignment::{Fit, Step, Word};
use crate::case::Case;
use crate::quotation::{Stretch, is_negation};

/// How much a difference of wording matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Weight {
    /// Spelling, inflection, a word of no content more or less, or words the article does not have in its marks.
    Slight,
    /// Words of content are left out or put in, or a word of no content that tells little stands for another.
    Some,
    /// A word of content stands for another, or one like `before` or `may`, or a number or negation is another.
    Grave,
}

/// Fewest words of content beyond an article's marks that are told of.
const BEYOND: usize = 3;

/// The gravest difference between a quotation and the stretch of an article that fits it.
pub(crate) fn weight(case: &Case<'_>, words: &[Word], stretch: Stretch, fit: &Fit) -> Weight {
    let article = case.words(stretch.article);
    let reading = &case.articles[stretch.article];
    let marked = marked(&reading.annotations, stretch.span);
    let said = |word: &Word| {
        !is_bracketed(reading.text(), word.span)
            && (marked.is_empty() || marked.iter().any(|span| span.contains(word.span)))
    };
    let is_same = |step: &Step| matches!(step, Step::Same(..));
    let mut worst = Weight::Slight;
    let mut before: Option<usize> = None;
    let mut groups = fit.steps.chunk_by(|a, b| is_same(a) == is_same(b)).peekable();
    while let Some(group) = groups.next() {
        if let Some(&Step::Same(_, other)) = group.last() {
            before = Some(other);
            continue;
        }
        let after = match groups.peek().and_then(|next| next.first()) {
            Some(&Step::Same(_, other)) => Some(other),
            _ => None,
        };
        let mut ours: Vec<&Word> = Vec::new();
        let mut theirs: Vec<&Word> = Vec::new();
        for step in group {
            match *step {
                Step::Changed(word, other) => {
                    ours.push(&words[word]);
                    theirs.push(&article[other]);
                }
                Step::Added(word) => ours.push(&words[word]),
                Step::Left(other) => theirs.push(&article[other]),
                Step::Same(..) => {}
            }
        }
        // At an end of the quotation the article may go on, or begin sooner.
        let length = ours.len();
        match (before, after) {
            (Some(last), None) => theirs = article.iter().skip(last + 1).take(length).collect(),
            (None, Some(first)) => theirs = article[first.saturating_sub(length)..first].iter().collect(),
            _ => {}
        }
        let noted =
            |text: &str, words: &[&Word]| !words.is_empty() && words.iter().all(|word| is_bracketed(text, word.span));
        // A note of the draft's own may explain; it may not turn what was said.
        let explains = ours.iter().all(|word| {
            !is_negation(&word.form)
                && TURNING.binary_search(&&*word.form).is_err()
                && !word.form.bytes().any(|byte| byte.is_ascii_digit())
        });
        let bracketed = noted(reading.text(), &theirs) || explains && noted(case.draft.text(), &ours);
        theirs.retain(|word| said(word));
        // What stands in other marks beyond the end is another utterance.
        if let (Some(anchor), None) | (None, Some(anchor)) = (before, after) {
            let marks = marked.iter().find(|span| article.get(anchor).is_some_and(|word| span.contains(word.span)));
            theirs.retain(|word| marks.is_none_or(|span| span.contains(word.span)));
        }
        let beyond = theirs.is_empty() && (before.is_none() || after.is_none());
        worst = worst.max(if bracketed || is_masked((case.draft.text(), &ours), (reading.text(), &theirs)) {
            Weight::Slight
        } else if beyond || is_short_at_end(&ours, article, before, after) {
            // What the article has in its marks begins later or ends earlier.
            if ours.iter().filter(|word| word.content).count() >= BEYOND { Weight::Some } else { Weight::Slight }
        } else {
            difference(&ours, &theirs)
        });
    }
    worst
}

/// Most words of content in a row that an outlet leaves out without a mark; leaving out a negation or number is another
/// matter.
const LEFT_OUT: usize = 2;

/// Whether the last or first words of a quotation are an acronym of what the article has there, or the other way round, or
/// the same letters parted otherwise.
fn is_short_at_end(ours: &[&Word], article: &[Word], before: Option<usize>, after: Option<usize>) -> bool {
    (1..=LONGEST_ACRONYM).any(|length| {
        let theirs = match (before, after) {
            (Some(last), None) => article.get(last + 1..last + 1 + length),
            (None, Some(first)) => first.checked_sub(length).and_then(|from| article.get(from..first)),
            _ => None,
        };
        let theirs: Vec<&Word> = theirs.into_iter().flatten().collect();
        is_acronym(ours, &theirs) || is_acronym(&theirs, ours) || spelt(ours) == spelt(&theirs)
    })
}

/// The letters of words, put together: `workforce` and `work force` are the same.
fn spelt(words: &[&Word]) -> String {
    words.iter().map(|word| spelling(&word.form)).collect()
}

/// Most letters of an acronym that is looked for beyond the words aligned.
const LONGEST_ACRONYM: usize = 4;

/// How much it matters that `ours` stand where the article has `theirs`.
fn difference(ours: &[&Word], theirs: &[&Word]) -> Weight {
    let stems = |words: &[&Word]| -> Vec<String> { words.iter().map(|word| word.stem.to_string()).collect() };
    let told = |words: &[&Word]| -> String {
        words.iter().filter(|word| !is_light(word)).map(|word| spelling(&word.form)).collect()
    };
    if spelt(ours) == spelt(theirs)
        || !told(ours).is_empty() && told(ours) == told(theirs)
        || stems(ours) == stems(theirs)
        || is_acronym(ours, theirs)
        || is_acronym(theirs, ours)
    {
        return Weight::Slight;
    }
    let negations = |words: &[&Word]| words.iter().filter(|word| is_negation(&word.form)).count() % 2;
    let numbers = |words: &[&Word]| -> Vec<String> {
        words
            .iter()
            .filter(|word| word.form.starts_with(|c: char| c.is_ascii_digit()))
            .map(|it| it.form.to_string())
            .collect()
    };
    let content = |words: &[&Word]| words.iter().any(|word| word.content);
    if negations(ours) != negations(theirs) || numbers(ours) != numbers(theirs) {
        Weight::Grave
    } else if content(ours) && content(theirs) {
        // One letter is a slip of the pen as often as another word: `tracking`, `trucking`.
        if spelt_nearly(ours, theirs) { Weight::Some } else { Weight::Grave }
    } else if content(ours) || theirs.iter().filter(|word| word.content).count() > LEFT_OUT {
        Weight::Some
    } else if content(theirs) {
        Weight::Slight
    } else if !ours.is_empty() && !theirs.is_empty() {
        if ours.iter().chain(theirs).all(|word| is_light(word)) {
            Weight::Slight
        } else if turning(ours) == turning(theirs) {
            Weight::Some
        } else {
            Weight::Grave
        }
    } else {
        Weight::Slight
    }
}

/// Whether words differ by one letter each, in words of five letters or more that begin alike.
fn spelt_nearly(ours: &[&Word], theirs: &[&Word]) -> bool {
    ours.len() == theirs.len()
        && ours.iter().zip(theirs).all(|(a, b)| {
            let (a, b): (Vec<char>, Vec<char>) = (a.form.chars().collect(), b.form.chars().collect());
            let start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
            let end = a[start..].iter().rev().zip(b[start..].iter().rev()).take_while(|(x, y)| x == y).count();
            start > 0 && a.len().min(b.len()) >= 5 && a.len().max(b.len()) - start - end <= 1
        })
}

/// Whether the one word `short` is made of the first letters of `long`.
fn is_acronym(short: &[&Word], long: &[&Word]) -> bool {
    let [short] = short else { return false };
    let initials = long.iter().filter_map(|word| word.form.chars().next());
    long.len() > 1 && short.form.chars().filter(|c| c.is_alphanumeric()).eq(initials)
}

/// Articles, demonstratives and conjunctions, and forms of `be` and `have`: one for another may be a slip of whoever took
/// the words down. Sorted.
#[rustfmt::skip]
const LIGHT: &[&str] = &[
    "a", "an", "and", "are", "be", "been", "but", "had", "has", "have", "is", "it", "its", "so", "that", "the", "these",
    "this", "those", "was", "were", "which", "who",
];

fn is_light(word: &Word) -> bool {
    LIGHT.binary_search(&&*word.form).is_ok()
}

/// Words of no content on which the sense hangs: what may, must and will be, conditions, order, direction, more and less.
/// Sorted.
#[rustfmt::skip]
const TURNING: &[&str] = &[
    "above", "after", "against", "all", "although", "because", "before", "below", "both", "can", "down", "either", "few",
    "for", "if", "may", "more", "most", "must", "off", "only", "or", "ought", "out", "over", "same", "shall", "should",
    "since", "some", "though", "under", "unless", "until", "up", "whether", "while", "will", "with", "without",
];

/// The words on which the sense hangs, in order. What is told later is put into another tense: `will`, `would`.
fn turning<'a>(words: &[&'a Word]) -> Vec<&'a str> {
    let present = words.iter().map(|word| match &*word.form {
        "would" => "will",
        "could" => "can",
        "might" => "may",
        form if form.ends_with("'d") => "will",
        form => form,
    });
    let mut found: Vec<&str> = present.filter(|form| TURNING.binary_search(form).is_ok()).collect();
    found.sort_unstable();
    found
}

/// Whether one of two words is the other with all but its first letters hidden: `d--`, `d***`.
fn is_masked(ours: (&str, &[&Word]), theirs: (&str, &[&Word])) -> bool {
    let hides = |(text, short): (&str, &Word), whole: &Word| {
        let hidden = ["*", "_", "--", "——"].iter().any(|mask| text[short.span.end..].starts_with(mask));
        hidden && short.form.chars().count() <= 2 && whole.form.starts_with(&*short.form)
    };
    match (ours.1, theirs.1) {
        ([a], [b]) => hides((ours.0, a), b) || hides((theirs.0, b), a),
        _ => false,
    }
}

/// One spelling for words that have several: British and American, numbers in words, what is written as it is spoken.
fn spelling(form: &str) -> String {
    let spoken = match form {
        "gonna" => "goingto",
        "wanna" => "wantto",
        "gotta" => "gotto",
        "cause" => "because",
        "em" => "them",
        "ok" | "okay" => "ok",
        "everybody" => "everyone",
        "somebody" => "someone",
        "anybody" => "anyone",
        "nobody" => "noone",
        // Numbers in names: `World War II`.
        "ii" => "2",
        "iii" => "3",
        "iv" => "4",
        _ => "",
    };
    if !spoken.is_empty() {
        return spoken.to_owned();
    }
    if let Some(figure) = coincide_retrieve::number_word(form) {
        return figure.to_owned();
    }
    form.replace("our", "or").replace("ise", "ize").replace("isa", "iza")
}

/// The contents of the quotation marks that `span` touches.
fn marked(annotations: &Annotations, span: Span) -> Vec<Span> {
    let quotations = annotations.quotations.iter().filter(|it| it.kind != QuotationKind::Indirect);
    quotations.map(|it| it.marked).filter(|marked| marked.overlaps(span)).collect()
}

/// Longest editor's note in brackets, in bytes.
const LONGEST_NOTE: usize = 80;

/// Whether a word stands in brackets: in a quotation it is the editor's.
fn is_bracketed(text: &str, span: Span) -> bool {
    let before = &text.as_bytes()[span.start.saturating_sub(LONGEST_NOTE)..span.start];
    let after = &text.as_bytes()[span.end..(span.end + LONGEST_NOTE).min(text.len())];
    let is_bracket = |byte: &&u8| matches!(**byte, b'[' | b']' | b'(' | b')');
    matches!(
        (before.iter().rev().find(is_bracket), after.iter().find(is_bracket)),
        (Some(b'['), Some(b']')) | (Some(b'('), Some(b')'))
    )
}

#[cfg(test)]
mod tests {
    use coincide_text::tokenize;

    use super::*;
    use crate::alignment::words;

    #[test]
    fn light_words_are_sorted_for_binary_search() {
        assert!(LIGHT.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(TURNING.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn differences_weigh_by_what_they_change() {
        for (ours, theirs, expected) in [
            ("colour", "color", Weight::Slight),
            ("health care", "healthcare", Weight::Slight),
            ("twenty", "20", Weight::Slight),
            ("gonna", "going to", Weight::Slight),
            ("called", "call", Weight::Slight),
            ("", "that", Weight::Slight),
            ("", "obviously", Weight::Slight),
            ("obviously", "", Weight::Some),
            ("", "obviously without success", Weight::Grave),
            ("", "for reasons everybody here knows", Weight::Some),
            ("those", "the", Weight::Slight),
            ("before", "after", Weight::Grave),
            ("must", "may", Weight::Grave),
            ("and", "or", Weight::Grave),
            ("they would", "they'll", Weight::Some),
            ("his", "this", Weight::Some),
            ("everyone", "that everybody", Weight::Slight),
            ("two", "II", Weight::Slight),
            ("everybody", "everyone", Weight::Slight),
            ("tracking", "trucking", Weight::Some),
            ("US", "United States", Weight::Slight),
            ("harbour", "quay", Weight::Grave),
            ("not", "", Weight::Grave),
            ("60", "80", Weight::Grave),
        ] {
            let of = |text: &str| words(&tokenize(text, Span::new(0, text.len())));
            let (a, b) = (of(ours), of(theirs));
            let (a, b): (Vec<&Word>, Vec<&Word>) = (a.iter().collect(), b.iter().collect());
            assert_eq!(difference(&a, &b), expected, "{ours} for {theirs}");
        }
    }
}
