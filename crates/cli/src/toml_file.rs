//! Files in TOML, with errors that name the file and the place in it.

use std::path::Path;

use anyhow::{Result, anyhow};
use serde::de::DeserializeOwned;

use crate::exit::cannot;

/// The value in the file at `path`. A key or value that does not belong there is an error: a misspelt setting must not
/// pass for one that was obeyed.
pub(crate) fn read<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let content = std::fs::read_to_string(path).map_err(cannot("read", path))?;
    parse(&content, &path.display().to_string())
}

fn parse<T: DeserializeOwned>(content: &str, name: &str) -> Result<T> {
    toml::from_str(content).map_err(|error| {
        let before = error.span().and_then(|span| content.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|&character| character != '\n').count() + 1;
        anyhow!("{name}:{line}:{column}: {}", error.message().trim_end())
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn an_error_names_the_line() {
        let error = parse::<BTreeMap<String, u32>>("one = 1\ntwo = \"x\"\n", "some.toml").unwrap_err();
        assert!(error.to_string().starts_with("some.toml:2:7: "), "{error}");
    }
}
