//! Thresholds on scores, chosen on some documents and used on others.

/// What sources say of a text. In the order of scores: a text that is contradicted scores lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Label {
    /// The sources say otherwise.
    Contradicted,
    /// They do not say it, or not all of it, or do not agree.
    NotFound,
    /// They say it.
    Supported,
}

impl Label {
    /// All, in order.
    pub const ALL: [Self; 3] = [Self::Contradicted, Self::NotFound, Self::Supported];
}

/// Most places at which two thresholds together are tried.
const PLACES: usize = 100;

/// The threshold from which on a text is called supported: the one of the highest balanced accuracy on `scored`, midway
/// between two neighbouring scores; the lowest of several. Nothing without texts of both kinds.
pub(crate) fn threshold(scored: &[(f64, bool)]) -> Option<f64> {
    let positives = scored.iter().filter(|(_, supported)| *supported).count();
    let negatives = scored.len() - positives;
    if positives == 0 || negatives == 0 {
        return None;
    }
    let mut sorted = scored.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    // Everything above the threshold is called supported: at first all texts are.
    let (mut hits, mut rejected) = (positives, 0);
    let mut best = (0.5, sorted[0].0);
    for pair in sorted.windows(2) {
        let (score, supported) = pair[0];
        hits -= usize::from(supported);
        rejected += usize::from(!supported);
        let accuracy = (hits as f64 / positives as f64 + rejected as f64 / negatives as f64) / 2.0;
        if score < pair[1].0 && accuracy > best.0 {
            best = (accuracy, f64::midpoint(score, pair[1].0));
        }
    }
    Some(best.1)
}

/// The thresholds between contradicted and not found and between not found and supported: those of the highest macro F1
/// on `scored`, at quantiles of the scores. Nothing unless all three are there.
pub(crate) fn two_thresholds(scored: &[(f64, Label)]) -> Option<(f64, f64)> {
    let of = |label| scored.iter().filter(|(_, it)| *it == label).count();
    let all = Label::ALL.map(of);
    if all.contains(&0) {
        return None;
    }
    let mut sorted = scored.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    // A place is a score and how many texts of each kind lie below it.
    let mut places = vec![(sorted[0].0, [0; 3])];
    let mut below = [0; 3];
    for (at, pair) in sorted.windows(2).enumerate() {
        below[pair[0].1 as usize] += 1;
        let due = (at + 1) * PLACES / sorted.len() >= places.len();
        if pair[0].0 < pair[1].0 && due {
            places.push((f64::midpoint(pair[0].0, pair[1].0), below));
        }
    }
    let mut best = (-1.0, (sorted[0].0, sorted[0].0));
    for (first, &(low, under)) in places.iter().enumerate() {
        for &(high, beneath) in &places[first..] {
            let called = [
                under,
                [0, 1, 2].map(|label| beneath[label] - under[label]),
                [0, 1, 2].map(|label| all[label] - beneath[label]),
            ];
            let mean = (0..3).map(|label| f1(&called, &all, label)).sum::<f64>() / 3.0;
            if mean > best.0 {
                best = (mean, (low, high));
            }
        }
    }
    Some(best.1)
}

/// F1 of one label, from how many texts of each kind were called each.
fn f1(called: &[[usize; 3]; 3], all: &[usize; 3], label: usize) -> f64 {
    2.0 * called[label][label] as f64 / (called[label].iter().sum::<usize>() + all[label]) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_threshold() {
        assert_eq!(threshold(&[(0.2, false), (0.4, false), (0.6, true), (0.9, true)]), Some(0.5));
        assert_eq!(threshold(&[(0.2, false), (0.2, true), (0.6, true)]), Some(0.4));
        assert_eq!(threshold(&[(0.2, true), (0.9, true)]), None);
        // Scores that tell nothing, or the wrong way round: everything is called supported.
        assert_eq!(threshold(&[(0.3, true), (0.3, false)]), Some(0.3));
        assert_eq!(threshold(&[(0.3, true), (0.4, false)]), Some(0.3));
    }

    #[test]
    fn two() {
        use Label::{Contradicted, NotFound, Supported};
        let scored = [(0.1, Contradicted), (0.3, NotFound), (0.5, NotFound), (0.9, Supported)];
        assert_eq!(two_thresholds(&scored), Some((0.2, 0.7)));
        assert_eq!(two_thresholds(&scored[1..]), None);
        let many: Vec<(f64, Label)> = (0..900).map(|at| (f64::from(at), Label::ALL[at as usize / 300])).collect();
        let (low, high) = two_thresholds(&many).unwrap();
        assert!((low - 299.5).abs() < 10.0 && (high - 599.5).abs() < 10.0, "{low} {high}");
    }
}
