//! Why a verifier could not be made.

/// Why a verifier could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file of the folder is not what it should be.
    #[error("{file}: {reason}")]
    File {
        /// The file, by its usual name.
        file: &'static str,
        /// What is wrong with it.
        reason: String,
    },
    /// What is asked for was left out when the program was built.
    #[error("{what} needs a program built with `--features {feature}`")]
    Feature {
        /// What is asked for.
        what: &'static str,
        /// The feature that has it.
        feature: &'static str,
    },
    /// The URL is not one of a chat endpoint. Its text is not repeated, since it may hold a password.
    #[error("the URL of the verifier {0}")]
    Url(&'static str),
    /// The key has characters that no header may have.
    #[error("the key of the verifier has characters that cannot be sent")]
    Key,
}

impl Error {
    pub(crate) fn file(file: &'static str, reason: impl ToString) -> Self {
        Self::File { file, reason: reason.to_string() }
    }
}
