//! What can be wrong with a model's files or with what it is asked.

/// Why a model could not be loaded or run.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file is not the one that was expected.
    #[error("{file} has the SHA-256 {found}, not {expected}")]
    Digest {
        /// Which of the files.
        file: &'static str,
        /// The digest asked for, in hexadecimal.
        expected: String,
        /// The digest of the bytes given.
        found: String,
    },
    /// The bytes are no ONNX file.
    #[error("not an ONNX file: {0}")]
    Onnx(String),
    /// A tensor that the model needs is not in the file, or has another type.
    #[error("no tensor {name} of {kind}")]
    Tensor {
        /// The name of the tensor.
        name: String,
        /// The type of its elements.
        kind: &'static str,
    },
    /// A tensor does not have the shape that the others ask for.
    #[error("the shapes of {0} do not fit")]
    Shape(String),
    /// The vocabulary is not UTF-8 or lacks a piece that every text needs.
    #[error("the vocabulary has no {0}")]
    Vocabulary(&'static str),
    /// The file has no cross-encoder.
    #[error("the model has no cross-encoder")]
    NoCrossEncoder,
    /// The file has no head that makes stances of the cross-encoder's state.
    #[error("the model has no head")]
    NoHead,
    /// The threads could not be started, or one ended early.
    #[error("the model's threads: {0}")]
    Threads(String),
}
