//! What recurs: `every Monday`, `daily`, `twice a week`, `every two years`.

use super::Found;
use super::words::{part_of_day, season, unit};
use crate::scan::Scan;
use crate::{TimeKind, number};

/// The set that starts at token `at`. Weekdays (`every Monday`, `Mondays`) are read with the weekdays.
pub(super) fn set(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let found = |to: usize, value: String| Some(Found::new(at, to, TimeKind::Set, value));
    match scan.folded(at) {
        "every" | "each" => {
            let other = usize::from(scan.folded(at + 1) == "other" && scan.folded(at) == "every");
            let word = scan.folded(at + 1 + other);
            if let Some((prefix, letters)) = unit(word).filter(|_| !word.ends_with('s') && word != "second") {
                // `every minute counts`; `each day` recurs all the same.
                return found(at + 2 + other, format!("{prefix}{}{letters}", other + 1));
            }
            if let Some(part) = part_of_day(word) {
                return found(at + 2, format!("XXXX-XX-XX{part}"));
            }
            if let Some((code, _)) = season(word) {
                return found(at + 2, format!("XXXX-{code}"));
            }
            if scan.folded(at) == "every"
                && let Some(number) = number::single(scan, at + 1)
                && let Some((prefix, letters)) = unit(scan.folded(number.end))
                && number.form != number::Form::Ordinal
            {
                return found(number.end + 1, format!("{prefix}{}{letters}", number.low));
            }
            None
        }
        word => {
            let value = match word {
                "hourly" => "PT1H",
                "daily" | "nightly" => "P1D",
                "weekly" => "P1W",
                "biweekly" => "P2W",
                "monthly" => "P1M",
                "quarterly" => "P3M",
                "annual" | "annually" | "yearly" => "P1Y",
                _ => return times_a(scan, at),
            };
            // With a capital it is the name of a paper.
            scan.is_lower(at).then(|| found(at + 1, value.to_owned()))?
        }
    }
}

/// `twice a week`, `three times a day`, `once every two years`.
pub(super) fn times_a(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let (count, end) = match scan.folded(at) {
        "once" => (1.0, at + 1),
        "twice" => (2.0, at + 1),
        _ => {
            let number = number::single(scan, at).filter(|number| scan.folded(number.end) == "times")?;
            (number.low, number.end + 1)
        }
    };
    if !(1.0..=1000.0).contains(&count) || count.fract() != 0.0 {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number within the bounds above"
    )]
    let frequency = Some(count as u16);
    if scan.folded(end) == "every" || scan.folded(end) == "each" {
        let every = set(scan, end).filter(|set| set.kind == TimeKind::Set)?;
        return Some(Found { from: at, frequency, ..every });
    }
    let (prefix, letters) = unit(scan.folded(end + 1))?;
    let per = matches!(scan.folded(end), "a" | "an" | "per") && !scan.folded(end + 1).ends_with('s');
    let value = format!("{prefix}1{letters}");
    per.then(|| Found { frequency, ..Found::new(at, end + 2, TimeKind::Set, value) })
}
