use std::io::Read;

use serde::de::DeserializeOwned;

/// Largest set that is read, unpacked.
const LARGEST: u64 = 4 << 30;

/// Why a set could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The gzip stream is broken.
    #[error("the gzip stream is broken: {0}")]
    Gzip(#[from] std::io::Error),
    /// A line is not what the set should hold.
    #[error("line {line}: {source}")]
    Line {
        /// Its number, from 1.
        line: usize,
        /// What is wrong with it.
        source: serde_json::Error,
    },
    /// A page of a set in a folder cannot be had or unpacked.
    #[error("page {id}: {source}")]
    Page {
        /// Its identifier.
        id: String,
        /// What went wrong.
        source: std::io::Error,
    },
}

/// The rows of a set of JSON lines, gzip'd or not.
pub(crate) fn rows<T: DeserializeOwned>(bytes: &[u8]) -> Result<Vec<T>, Error> {
    each_row(bytes)?.into_iter().collect()
}

/// Every row of a set of JSON lines, gzip'd or not, or why it could not be read.
pub(crate) fn each_row<T: DeserializeOwned>(bytes: &[u8]) -> Result<Vec<Result<T, Error>>, Error> {
    let mut unpacked = Vec::new();
    let text = if bytes.starts_with(&[0x1f, 0x8b]) {
        flate2::read::MultiGzDecoder::new(bytes).take(LARGEST).read_to_end(&mut unpacked)?;
        &unpacked
    } else {
        bytes
    };
    let lines = text.split(|&byte| byte == b'\n').enumerate().filter(|(_, line)| !line.trim_ascii().is_empty());
    Ok(lines
        .map(|(index, line)| serde_json::from_slice(line).map_err(|source| Error::Line { line: index + 1, source }))
        .collect())
}
