//! The day that has most behind it.

use jiff::ToSpan;
use jiff::civil::Date;

use super::candidate::{Candidate, Kind, Role};
use super::weights::{Mark, Place};
use super::{Found, weights};
use crate::{DateEvidence, Moment, Precision};

/// Chooses among `candidates`; `month` is that of the address, where it names no day.
pub(super) fn choose(mut candidates: Vec<Candidate>, month: Option<Date>, captured: Option<&Moment>) -> Found {
    candidates.retain(|candidate| is_possible(candidate, captured));
    let local = local_days(&candidates);
    weigh_against_shown(&mut candidates);
    if captured.is_none() {
        weigh_against_labels(&mut candidates);
    }
    let mut days: Vec<Date> = Vec::new();
    for candidate in &candidates {
        if !days.contains(&candidate.published.at.date) && days.len() < 64 {
            days.push(candidate.published.at.date);
        }
    }
    let best = |role: Role| {
        let mut scored: Vec<(i32, Date)> = days
            .iter()
            .map(|&day| (score(&candidates, &local, day, role, month), day))
            .filter(|(score, day)| *score >= weights::LEAST_ALONE && is_told(&candidates, *day, role))
            .collect();
        // Of days with as much behind them the first on the page.
        scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let least = if scored.len() == 1 { weights::LEAST_ALONE } else { weights::LEAST };
        scored.first().filter(|(score, _)| *score >= least).copied()
    };
    let told = |role: Role, day: Date| {
        let of_day = || candidates.iter().filter(|it| it.role == role && it.published.at.date == day);
        let most = of_day().map(|it| it.weight).max()?;
        // A time of day is worth more than none, but not that of whatever happened that day: an entry of a ticker.
        let believed = of_day().filter(|it| it.weight * 3 >= most * 2);
        let precision = |it: &Candidate| it.published.precision;
        believed
            .max_by_key(|it| (precision(it).min(Precision::Minute), it.weight, precision(it)))
            .map(|it| it.published.clone())
    };
    let published = best(Role::Published).and_then(|(_, day)| told(Role::Published, day));
    let modified = best(Role::Modified).and_then(|(_, day)| told(Role::Modified, day));
    let modified = modified.filter(|modified| !published.as_ref().is_some_and(|it| is_before(&modified.at, &it.at)));
    // What says only that it was changed was published some day before, or on the same.
    Found { published: published.or_else(|| modified.clone()), modified, evidence: evidence(candidates) }
}

fn evidence(mut candidates: Vec<Candidate>) -> Vec<DateEvidence> {
    candidates.sort_by_key(|candidate| (candidate.role, std::cmp::Reverse(candidate.weight)));
    let evidence = candidates.into_iter().map(|candidate| DateEvidence {
        published: candidate.published,
        is_modified: candidate.role == Role::Modified,
        place: match candidate.kind {
            Kind::LinkedData => "linked data",
            Kind::Meta => "meta",
            Kind::Attribute => "attribute",
            Kind::Words => "words",
            Kind::Address => "address",
            Kind::Script => "script",
        },
        weight: candidate.weight,
    });
    evidence.collect()
}

/// What stands behind a day: the place that is believed most, and a part of the best of every other kind.
fn score(candidates: &[Candidate], local: &[Date], day: Date, role: Role, month: Option<Date>) -> i32 {
    let mut best = [0; Kind::ALL.len()];
    for candidate in candidates.iter().filter(|candidate| candidate.role == role) {
        let slot = &mut best[candidate.kind as usize];
        *slot = (*slot).max(supports(candidate, local, day).unwrap_or_default());
    }
    let kinds: Vec<(i32, Kind)> = best.into_iter().zip(Kind::ALL).collect();
    let Some(&(first, first_kind)) = kinds.iter().max_by_key(|(weight, _)| *weight) else { return 0 };
    // A content system fills its data from one field; what readers see, and the address, are witnesses of their own.
    let is_data = |kind: Kind| !matches!(kind, Kind::Words | Kind::Address);
    let further: i32 = kinds
        .iter()
        .filter(|(weight, kind)| *kind != first_kind && *weight >= weights::LEAST_ADDED)
        .map(|(weight, kind)| if is_data(*kind) && is_data(first_kind) { weight / 4 } else { weight / 2 })
        .sum();
    // A month is not borne out by the month of the address: it has no day to tell.
    let has_day = candidates.iter().any(|it| it.published.at.date == day && it.published.precision > Precision::Month);
    let in_month = month.is_some_and(|month| month.first_of_month() == day.first_of_month());
    let by_month = if first > 0 && role == Role::Published && has_day && in_month { weights::ADDRESS_MONTH } else { 0 };
    first + further + by_month
}

/// Whether more than a sentence names a day: what is told of is older than the page. A sentence bears out other places.
fn is_told(candidates: &[Candidate], day: Date, role: Role) -> bool {
    let is_sentence = |it: &Candidate| it.kind == Kind::Words && matches!(it.shown, Some((_, Mark::Running)));
    candidates.iter().any(|it| it.role == role && it.published.at.date == day && !is_sentence(it))
}

/// How far a candidate speaks for a day.
fn supports(candidate: &Candidate, local: &[Date], day: Date) -> Option<i32> {
    let at = &candidate.published.at;
    if candidate.published.precision == Precision::Month {
        return (at.date == day.first_of_month()).then_some(candidate.weight / if at.date == day { 1 } else { 3 });
    }
    if at.date == day {
        return Some(candidate.weight);
    }
    let is_local = local.contains(&day) && is_universal(candidate) && is_same_elsewhere(candidate, day);
    is_local.then_some(candidate.weight * 9 / 10)
}

/// The days that the page shows to readers, or that its address is built from.
fn local_days(candidates: &[Candidate]) -> Vec<Date> {
    let minutes: Vec<i8> = candidates.iter().filter(|it| is_universal(it)).filter_map(minute).collect();
    let is_local = |it: &&Candidate| {
        it.role == Role::Published
            && it.published.precision > Precision::Month
            && match it.kind {
                // The same minute of another hour, in the zone of the outlet.
                _ if !is_universal(it) && minute(it).is_some_and(|minute| minutes.contains(&minute)) => {
                    it.weight >= weights::LEAST_ADDED
                }
                Kind::Words => it.shown.is_some_and(|(place, mark)| {
                    place == Place::Headline && mark <= Mark::Date || place <= Place::Page && mark == Mark::Published
                }),
                Kind::Address => it.weight >= weights::ADDRESS_PATH,
                _ => false,
            }
    };
    candidates.iter().filter(is_local).map(|it| it.published.at.date).collect()
}

/// The minute of a candidate's hour; whole hours are too often the same.
fn minute(candidate: &Candidate) -> Option<i8> {
    candidate.published.at.time.map(|time| time.minute()).filter(|minute| *minute != 0)
}

/// Whether a candidate is a moment in universal time, which programs write where no zone is said.
fn is_universal(candidate: &Candidate) -> bool {
    let is_data = !matches!(candidate.kind, Kind::Words | Kind::Address);
    let zone = candidate.published.at.zone.as_deref();
    is_data
        && candidate.published.at.time.is_some()
        && matches!(zone, None | Some("Z" | "UTC" | "GMT" | "+00:00" | "+0000" | "GMT+0000"))
}

/// Whether a moment of universal time is of that day in some zone: the day before in the Americas, the one after in
/// Asia and Oceania.
fn is_same_elsewhere(candidate: &Candidate, day: Date) -> bool {
    let at = &candidate.published.at;
    let Some(time) = at.time else { return false };
    at.date.yesterday().is_ok_and(|before| before == day && time.hour() < 12)
        || at.date.tomorrow().is_ok_and(|after| after == day && time.hour() >= 10)
}

/// Metadata is believed only as far as the page bears it out. What calls itself only a date, and is later than the
/// change that the page shows, is the day the page was generated.
fn weigh_against_shown(candidates: &mut [Candidate]) {
    let shown = candidates.iter().filter(|it| {
        it.kind == Kind::Words
            && it.role == Role::Modified
            && it.shown.is_some_and(|(place, _)| place == Place::Headline)
    });
    let Some(changed) = shown.map(|it| it.published.at.date).max() else { return };
    for candidate in candidates {
        let is_generic = candidate.kind == Kind::Meta && candidate.weight == weights::META_DATE;
        if is_generic && candidate.role == Role::Published && candidate.published.at.date > changed {
            candidate.weight = weights::LEAST;
        }
    }
}

/// The day a page was generated or imported is later than any it shows, at times by years: where it is not known when
/// the page was captured, data more than a year past all that it labels is believed no more than what must be.
fn weigh_against_labels(candidates: &mut [Candidate]) {
    let labelled = candidates.iter().filter(|it| {
        it.kind == Kind::Words
            && it.published.precision > Precision::Month
            && it.shown.is_some_and(|(place, mark)| place <= Place::Page && mark == Mark::Published)
    });
    let last = labelled.map(|it| it.published.at.date).max().and_then(|last| last.checked_add(1.year()).ok());
    let Some(last) = last else { return };
    for candidate in candidates {
        let is_data = matches!(candidate.kind, Kind::LinkedData | Kind::Meta | Kind::Script);
        if is_data && candidate.published.at.date > last {
            candidate.weight = candidate.weight.min(weights::LEAST);
        }
    }
}

/// Whether a moment is surely before another: by the minute where both are told in one zone, else by more than the zones
/// of the world lie apart.
fn is_before(moment: &Moment, other: &Moment) -> bool {
    if moment.zone != other.zone {
        return moment.date.checked_add(1.day()).is_ok_and(|next| next < other.date);
    }
    let minute = |moment: &Moment| moment.time.map(|time| (time.hour(), time.minute()));
    let is_earlier = minute(moment).zip(minute(other)).is_some_and(|(own, others)| own < others);
    moment.date < other.date || moment.date == other.date && is_earlier
}

/// Whether a page of the web can be of that day: not of the day that computers count from, nor after its capture.
fn is_possible(candidate: &Candidate, captured: Option<&Moment>) -> bool {
    let date = candidate.published.at.date;
    let earliest = match candidate.kind {
        Kind::LinkedData | Kind::Meta => jiff::civil::date(1800, 1, 1),
        _ => jiff::civil::date(1990, 1, 1),
    };
    let is_zero = date == jiff::civil::date(1970, 1, 1);
    // The zones of the world lie a day apart.
    let is_future = captured.is_some_and(|captured| captured.date.checked_add(1.day()).is_ok_and(|last| date > last));
    date >= earliest && !is_zero && !is_future
}
