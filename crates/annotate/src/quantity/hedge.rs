use crate::Hedge;
use crate::scan::Scan;

/// Hedges that stand before a number, longest first where one ends in another.
const BEFORE: &[(&[&str], Hedge)] = &[
    (&["no", "fewer", "than"], Hedge::AtLeast),
    (&["no", "less", "than"], Hedge::AtLeast),
    (&["not", "less", "than"], Hedge::AtLeast),
    (&["a", "minimum", "of"], Hedge::AtLeast),
    (&["at", "least"], Hedge::AtLeast),
    (&["no", "more", "than"], Hedge::AtMost),
    (&["not", "more", "than"], Hedge::AtMost),
    (&["a", "maximum", "of"], Hedge::AtMost),
    (&["at", "most"], Hedge::AtMost),
    (&["as", "many", "as"], Hedge::AtMost),
    (&["as", "much", "as"], Hedge::AtMost),
    (&["as", "high", "as"], Hedge::AtMost),
    (&["up", "to"], Hedge::AtMost),
    (&["upwards", "of"], Hedge::MoreThan),
    (&["upward", "of"], Hedge::MoreThan),
    (&["in", "excess", "of"], Hedge::MoreThan),
    (&["north", "of"], Hedge::MoreThan),
    (&["more", "than"], Hedge::MoreThan),
    (&["greater", "than"], Hedge::MoreThan),
    (&["just", "over"], Hedge::MoreThan),
    (&["well", "over"], Hedge::MoreThan),
    (&["over"], Hedge::MoreThan),
    (&["above"], Hedge::MoreThan),
    (&["exceeding"], Hedge::MoreThan),
    (&["less", "than"], Hedge::LessThan),
    (&["fewer", "than"], Hedge::LessThan),
    (&["just", "under"], Hedge::Nearly),
    (&["just", "short", "of"], Hedge::Nearly),
    (&["under"], Hedge::LessThan),
    (&["below"], Hedge::LessThan),
    (&["close", "to"], Hedge::Nearly),
    (&["nearly"], Hedge::Nearly),
    (&["almost"], Hedge::Nearly),
    (&["about"], Hedge::About),
    (&["around"], Hedge::About),
    (&["some"], Hedge::About),
    (&["roughly"], Hedge::About),
    (&["approximately"], Hedge::About),
    (&["estimated"], Hedge::About),
    (&["circa"], Hedge::About),
];

/// Hedges that stand after a number.
const AFTER: &[(&[&str], Hedge)] = &[
    (&["or", "more"], Hedge::AtLeast),
    (&["or", "so"], Hedge::About),
    (&["or", "fewer"], Hedge::AtMost),
    (&["or", "less"], Hedge::AtMost),
];

/// The hedge before the token `from`, and where it starts.
pub(super) fn before(scan: &Scan<'_>, from: usize) -> Option<(Hedge, usize)> {
    // `at least a million` and `an estimated 12`: an article may stand between or in front.
    BEFORE.iter().find(|(words, _)| scan.reads_before(from, words)).map(|&(words, hedge)| {
        let mut start = from - words.len();
        if words == ["estimated"] && start > 0 && scan.folded(start - 1) == "an" {
            start -= 1;
        }
        (hedge, start)
    })
}

/// The hedge after the token `to`, and where it ends: `or more`, a plus sign.
pub(super) fn after(scan: &Scan<'_>, to: usize) -> Option<(Hedge, usize)> {
    if scan.raw(to) == "+" && to > 0 && scan.is_glued(to - 1) {
        return Some((Hedge::AtLeast, to + 1));
    }
    let plus = to + usize::from(scan.is_hyphen(to));
    if scan.folded(plus) == "plus" {
        return Some((Hedge::AtLeast, plus + 1));
    }
    AFTER.iter().find(|(words, _)| scan.reads(to, words)).map(|&(words, hedge)| (hedge, to + words.len()))
}
