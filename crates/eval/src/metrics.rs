//! Metrics over pairs of what should have come out and what did.

/// The share of items for which `holds`; nothing if there are none.
pub(crate) fn share<T>(items: &[&T], holds: impl Fn(&T) -> bool) -> Option<f64> {
    (!items.is_empty()).then(|| items.iter().filter(|item| holds(item)).count() as f64 / items.len() as f64)
}

/// F1 of one label: the harmonic mean of precision and recall. Nothing if the label is in neither.
pub(crate) fn f1<T>(items: &[&T], gold: impl Fn(&T) -> bool, found: impl Fn(&T) -> bool) -> Option<f64> {
    let both = items.iter().filter(|item| gold(item) && found(item)).count();
    let either: usize = items.iter().map(|item| usize::from(gold(item)) + usize::from(found(item))).sum();
    (either > 0).then(|| 2.0 * both as f64 / either as f64)
}

/// The area under the ROC curve: the chance that a positive item scores higher than a negative one (Mann and Whitney
/// 1947), ties counting half. Nothing if either kind is missing.
pub(crate) fn area_under_curve(scores: &[(f64, bool)]) -> Option<f64> {
    let mut sorted = scores.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut wins, mut positives, mut negatives) = (0.0, 0.0, 0.0);
    for equal in sorted.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let here = equal.iter().filter(|(_, positive)| *positive).count() as f64;
        let others = equal.len() as f64 - here;
        wins += here * (negatives + others / 2.0);
        positives += here;
        negatives += others;
    }
    (positives > 0.0 && negatives > 0.0).then(|| wins / (positives * negatives))
}

/// A figure as it is reported: to three digits.
pub(crate) fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values() {
        let items = [(true, true), (true, false), (false, true), (false, false)];
        let items: Vec<&(bool, bool)> = items.iter().collect();
        assert_eq!(f1(&items, |item| item.0, |item| item.1), Some(0.5));
        assert_eq!(share(&items, |item| item.0 == item.1), Some(0.5));
        assert_eq!(area_under_curve(&[(0.9, true), (0.1, false), (0.5, true), (0.5, false)]), Some(0.875));
        assert_eq!(area_under_curve(&[(0.9, true)]), None);
    }
}
