use std::fmt::Debug;

/// Turns texts into vectors that lie near each other where the texts speak of the same.
pub trait Embedder: Debug + Send + Sync {
    /// Its name and version, as they stand in results.
    fn name(&self) -> &str;

    /// The vector of `text`: of length 1, or of zeros if it has nothing to go by. All vectors have as many numbers.
    fn embed(&self, text: &str) -> Vec<f32>;
}

/// The cosine of the angle between two vectors of length 1; 0 if one of them is of zeros.
pub fn cosine(a: &[f32], b: &[f32]) -> f64 {
    f64::from(a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>())
}
