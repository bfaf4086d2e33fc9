//! Bootstrap intervals over documents.

/// Number of resamplings.
const SAMPLES: usize = 1000;

/// The bounds between which `statistic` lies in 95 of 100 resamplings of whole documents; nothing if it is never
/// defined.
pub(crate) fn interval<T>(documents: &[Vec<T>], statistic: impl Fn(&[&T]) -> Option<f64>) -> Option<(f64, f64)> {
    intervals(documents, |sample| vec![statistic(sample)]).pop().flatten()
}

/// The bounds of several statistics, as [`interval`] gives them for one, all over the same resamplings: what is compared
/// is compared pair by pair. `statistics` gives as many every time.
pub(crate) fn intervals<T>(
    documents: &[Vec<T>],
    statistics: impl Fn(&[&T]) -> Vec<Option<f64>>,
) -> Vec<Option<(f64, f64)>> {
    let mut random = SplitMix(0x5eed);
    let mut values: Vec<Vec<f64>> = Vec::new();
    for _ in 0..SAMPLES {
        let sample: Vec<&T> = (0..documents.len()).flat_map(|_| &documents[random.below(documents.len())]).collect();
        let here = statistics(&sample);
        values.resize_with(here.len(), Vec::new);
        for (values, value) in values.iter_mut().zip(here) {
            values.extend(value);
        }
    }
    values.into_iter().map(bounds).collect()
}

fn bounds(mut values: Vec<f64>) -> Option<(f64, f64)> {
    values.sort_by(f64::total_cmp);
    let last = values.len().checked_sub(1)?;
    Some((values[last * 25 / 1000], values[last * 975 / 1000]))
}

/// The generator of Steele, Lea and Flood 2014: small, and the same everywhere.
#[derive(Clone, Debug)]
pub(crate) struct SplitMix(pub(crate) u64);

impl SplitMix {
    /// The next number.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`; 0 if that is 0.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_holds_the_mean_and_is_the_same_every_time() {
        let documents: Vec<Vec<f64>> = (0..20).map(|document| vec![f64::from(document % 2); 5]).collect();
        let mean = |sample: &[&f64]| Some(sample.iter().copied().sum::<f64>() / sample.len() as f64);
        let (low, high) = interval(&documents, mean).unwrap();
        assert!(low < 0.5 && 0.5 < high && low > 0.2 && high < 0.8, "{low} {high}");
        assert_eq!(interval(&documents, mean), Some((low, high)));
    }
}
