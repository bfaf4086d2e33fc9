//! `articles.toml`: what stripped captures lack, in a file beside them.
//!
//! ```toml
//! ["courier.txt"]
//! outlet = "North Sea Courier"
//! date = "2031-05-04"
//! title = "Ferry runs aground off Holm"
//! url = "https://courier.example/ferry"
//! ```

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde::Deserialize;

use crate::toml_file;

/// The name of a side file.
pub(crate) const NAME: &str = "articles.toml";

/// What is said of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Entry {
    /// Who published it.
    pub(crate) outlet: Option<String>,
    /// When it was published.
    pub(crate) date: Option<String>,
    /// Its headline.
    pub(crate) title: Option<String>,
    /// Where it was published.
    pub(crate) url: Option<String>,
}

/// The side files of the folders met so far.
#[derive(Debug, Default)]
pub(crate) struct SideFiles {
    folders: BTreeMap<PathBuf, BTreeMap<String, Entry>>,
}

impl SideFiles {
    /// What the side file in the folder of `path` says of it. A folder without one says nothing.
    pub(crate) fn entry(&mut self, path: &Path) -> Result<Entry> {
        let (Some(folder), Some(name)) = (path.parent(), path.file_name().and_then(|name| name.to_str())) else {
            return Ok(Entry::default());
        };
        if !self.folders.contains_key(folder) {
            let file = folder.join(NAME);
            let entries = if file.is_file() { toml_file::read(&file)? } else { BTreeMap::new() };
            self.folders.insert(folder.to_owned(), entries);
        }
        Ok(self.folders.get(folder).and_then(|entries| entries.get(name)).cloned().unwrap_or_default())
    }
}
