use coincide_text::WordSet;

use crate::Hedge;
use crate::scan::Scan;

/// Hedges that stand before a number; where one ends in another, the longer stands first.
#[rustfmt::skip]
const BEFORE: &[(&[&str], Hedge)] = &[
    (&["a", "minimum", "of"], Hedge::AtLeast),
    (&["at", "least"], Hedge::AtLeast),
    (&["at", "the", "very", "least"], Hedge::AtLeast),
    (&["as", "few", "as"], Hedge::AtLeast),
    (&["as", "little", "as"], Hedge::AtLeast),
    (&["≥"], Hedge::AtLeast),
    (&["a", "maximum", "of"], Hedge::AtMost),
    (&["at", "most"], Hedge::AtMost),
    (&["at", "the", "most"], Hedge::AtMost),
    (&["as", "many", "as"], Hedge::AtMost),
    (&["as", "much", "as"], Hedge::AtMost),
    (&["as", "high", "as"], Hedge::AtMost),
    (&["up", "to"], Hedge::AtMost),
    (&["not", "exceeding"], Hedge::AtMost),
    (&["≤"], Hedge::AtMost),
    (&["upwards", "of"], Hedge::MoreThan),
    (&["upward", "of"], Hedge::MoreThan),
    (&["in", "excess", "of"], Hedge::MoreThan),
    (&["north", "of"], Hedge::MoreThan),
    (&["just", "over"], Hedge::MoreThan),
    (&["well", "over"], Hedge::MoreThan),
    (&["slightly", "over"], Hedge::MoreThan),
    (&["a", "little", "over"], Hedge::MoreThan),
    (&["over"], Hedge::MoreThan),
    (&["well", "above"], Hedge::MoreThan),
    (&["above"], Hedge::MoreThan),
    (&["exceeding"], Hedge::MoreThan),
    (&["topping"], Hedge::MoreThan),
    (&["surpassing"], Hedge::MoreThan),
    (&[">"], Hedge::MoreThan),
    (&["just", "under"], Hedge::Nearly),
    (&["slightly", "under"], Hedge::Nearly),
    (&["a", "little", "under"], Hedge::Nearly),
    (&["just", "below"], Hedge::Nearly),
    (&["just", "short", "of"], Hedge::Nearly),
    (&["shy", "of"], Hedge::Nearly),
    (&["well", "under"], Hedge::LessThan),
    (&["under"], Hedge::LessThan),
    (&["well", "below"], Hedge::LessThan),
    (&["below"], Hedge::LessThan),
    (&["<"], Hedge::LessThan),
    (&["close", "to"], Hedge::Nearly),
    (&["closer", "to"], Hedge::About),
    (&["nearly"], Hedge::Nearly),
    (&["nearing"], Hedge::Nearly),
    (&["approaching"], Hedge::Nearly),
    (&["almost"], Hedge::Nearly),
    (&["about"], Hedge::About),
    (&["around"], Hedge::About),
    (&["some"], Hedge::About),
    (&["roughly"], Hedge::About),
    (&["approximately"], Hedge::About),
    (&["an", "estimated"], Hedge::About),
    (&["estimated"], Hedge::About),
    (&["circa"], Hedge::About),
    (&["perhaps"], Hedge::About),
    (&["maybe"], Hedge::About),
    (&["probably"], Hedge::About),
    (&["in", "the", "region", "of"], Hedge::About),
    (&["in", "the", "neighborhood", "of"], Hedge::About),
    (&["in", "the", "neighbourhood", "of"], Hedge::About),
    (&["on", "the", "order", "of"], Hedge::About),
    (&["in", "the", "order", "of"], Hedge::About),
    (&["~"], Hedge::About),
    (&["≈"], Hedge::About),
];

/// Hedges that stand after a number.
#[rustfmt::skip]
const AFTER: &[(&[&str], Hedge)] = &[
    (&["or", "more"], Hedge::AtLeast),
    (&["or", "higher"], Hedge::AtLeast),
    (&["or", "above"], Hedge::AtLeast),
    (&["or", "greater"], Hedge::AtLeast),
    (&["and", "counting"], Hedge::AtLeast),
    (&["at", "a", "minimum"], Hedge::AtLeast),
    (&["at", "least"], Hedge::AtLeast),
    (&["or", "so"], Hedge::About),
    (&["or", "thereabouts"], Hedge::About),
    (&["give", "or", "take"], Hedge::About),
    (&["or", "fewer"], Hedge::AtMost),
    (&["or", "less"], Hedge::AtMost),
    (&["or", "lower"], Hedge::AtMost),
    (&["at", "most"], Hedge::AtMost),
    (&["at", "the", "most"], Hedge::AtMost),
];

/// Nouns and verbs after which `about` and `over` say what they are of, so that they hedge nothing: `questions about two
/// issues`, `a dispute over three islands`.
#[rustfmt::skip]
pub(super) static OF_TOPICS: WordSet = WordSet::new(&[
    "all", "anger", "argued", "argument", "asked", "battle", "clash", "clashed", "complained", "concern", "concerned",
    "concerns", "conflict", "debate", "details", "dispute", "disputes", "doubts", "fears", "feud", "fight", "fighting",
    "film", "fought", "information", "joked", "knew", "know", "knows", "lawsuit", "lied", "questions", "report",
    "reports", "row", "speak", "spoke", "statements", "stories", "story", "sued", "talk", "talked", "talking", "talks",
    "tensions", "told", "warned", "worried", "worries", "wrote",
]);

/// The hedge before the token `from`, and where it starts.
pub(crate) fn before(scan: &Scan<'_>, from: usize) -> Option<(Hedge, usize)> {
    let (hedge, start) = one_before(scan, from)?;
    // `at least about 12`, `up to some 40`: the bound is what counts.
    if matches!(hedge, Hedge::About | Hedge::Nearly)
        && let Some(outer) = one_before(scan, start)
    {
        return Some(outer);
    }
    Some((hedge, start))
}

fn one_before(scan: &Scan<'_>, from: usize) -> Option<(Hedge, usize)> {
    let last = from.checked_sub(1)?;
    if !scan.is_word(last) && !matches!(scan.raw(last), "~" | "≈" | "<" | ">" | "≤" | "≥") {
        return None;
    }
    if scan.folded(last) == "than" {
        return compared(scan, last);
    }
    let (words, hedge) = BEFORE.iter().find(|(words, _)| scan.reads_before(from, words)).copied()?;
    let start = from - words.len();
    let topic = matches!(words, ["about" | "over" | "around"])
        && start.checked_sub(1).is_some_and(|before| OF_TOPICS.contains(scan.folded(before)));
    (!topic).then_some((hedge, start))
}

/// The hedge that ends in the `than` at token `than`: `more than`, `no fewer than`, `a little less than`.
fn compared(scan: &Scan<'_>, than: usize) -> Option<(Hedge, usize)> {
    let word = than.checked_sub(1)?;
    let more = match scan.folded(word) {
        "more" | "greater" | "higher" | "bigger" | "larger" => true,
        "less" | "fewer" | "lower" | "smaller" => false,
        _ => return None,
    };
    let before = word.checked_sub(1).map_or("", |before| scan.folded(before));
    Some(match before {
        "no" | "not" => (if more { Hedge::AtMost } else { Hedge::AtLeast }, word - 1),
        "just" | "slightly" | "far" | "much" | "well" => {
            let near = matches!(before, "just" | "slightly") && !more;
            (
                if more {
                    Hedge::MoreThan
                } else if near {
                    Hedge::Nearly
                } else {
                    Hedge::LessThan
                },
                word - 1,
            )
        }
        "little" | "bit" if word >= 2 && scan.folded(word - 2) == "a" => {
            (if more { Hedge::MoreThan } else { Hedge::Nearly }, word - 2)
        }
        _ => (if more { Hedge::MoreThan } else { Hedge::LessThan }, word),
    })
}

/// The hedge after the token `to`, and where it ends: `or more`, `-odd`, a plus sign.
pub(crate) fn after(scan: &Scan<'_>, to: usize) -> Option<(Hedge, usize)> {
    if scan.raw(to) == "+" && to > 0 && scan.is_glued(to - 1) {
        return Some((Hedge::AtLeast, to + 1));
    }
    let word = to + usize::from(scan.is_hyphen(to));
    match scan.folded(word) {
        "plus" => return Some((Hedge::AtLeast, word + 1)),
        "odd" => return Some((Hedge::About, word + 1)),
        "or" | "and" | "at" | "give" => {}
        _ => return None,
    }
    AFTER.iter().find(|(words, _)| scan.reads(to, words)).map(|&(words, hedge)| (hedge, to + words.len()))
}
