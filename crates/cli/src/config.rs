//! `coincide.toml`: what a team decided once, for every run in a folder and below.
//!
//! ```toml
//! fail-on = "warning"
//! ignore = ["S004", "O001"]
//! baseline = "coincide-baseline.json"
//!
//! [level]
//! C001 = "warning"
//! ```
//!
//! What is said on the command line wins, except that the codes to ignore of both are put together.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Result;
use coincide::{Code, Level};
use serde::{Deserialize, Deserializer, de};

use crate::arguments::Color;
use crate::commands::check::Format;
use crate::gate::FailOn;
use crate::toml_file;

/// The name of a configuration file.
const NAME: &str = "coincide.toml";

/// The settings of a configuration file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Config {
    /// As `--fail-on`.
    pub(crate) fail_on: Option<FailOn>,
    /// As `--ignore`.
    pub(crate) ignore: Vec<CodeName>,
    /// As `--level`.
    pub(crate) level: BTreeMap<CodeName, Level>,
    /// As `--baseline`; relative to the folder of the file.
    pub(crate) baseline: Option<PathBuf>,
    /// As `--format`, for `check`.
    pub(crate) format: Option<Format>,
    /// As `--color`.
    pub(crate) color: Option<Color>,
    /// As `--width`.
    pub(crate) width: Option<u16>,
    /// As `--jobs`.
    pub(crate) jobs: Option<usize>,
    /// As `--draft-field`.
    pub(crate) draft_field: Option<String>,
    /// As `--article-field`.
    pub(crate) article_field: Option<String>,
}

impl Config {
    /// The settings in `path`, or else in the nearest `coincide.toml` of the current folder and those above it.
    pub(crate) fn find(path: Option<&Path>) -> Result<Self> {
        let Some(path) = path.map(Path::to_owned).or_else(nearest) else {
            return Ok(Self::default());
        };
        let mut config: Self = toml_file::read(&path)?;
        if let (Some(folder), Some(baseline)) = (path.parent(), &config.baseline) {
            config.baseline = Some(folder.join(baseline));
        }
        Ok(config)
    }
}

/// The nearest configuration file, by a path relative to the current folder: where a folder stands on a machine is
/// nothing that a report should show.
fn nearest() -> Option<PathBuf> {
    let levels = std::env::current_dir().ok()?.ancestors().count();
    let mut folder = PathBuf::new();
    for _ in 0..levels {
        let candidate = folder.join(NAME);
        if candidate.is_file() {
            return Some(candidate);
        }
        folder.push("..");
    }
    None
}

/// A finding code in a configuration file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CodeName(pub(crate) Code);

impl<'de> Deserialize<'de> for CodeName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Code::from_name(&name).map(Self).ok_or_else(|| de::Error::custom(format!("no finding has the code `{name}`")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_and_misspelt_ones_are_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(NAME);
        std::fs::write(
            &path,
            "fail-on = \"note\"\nignore = [\"S004\"]\nbaseline = \"known.json\"\n[level]\nC001 = \"warning\"\n",
        )
        .unwrap();
        let config = Config::find(Some(&path)).unwrap();
        assert_eq!(config.ignore, [CodeName(Code::S004)]);
        assert_eq!(config.level.get(&CodeName(Code::C001)), Some(&Level::Warning));
        assert_eq!(config.baseline, Some(folder.path().join("known.json")));
        for (content, place) in [
            ("fail-on = \"note\"\nfail_on = \"note\"\n", ":2:1: "),
            ("ignore = [\n \"S004\",\n \"S999\"]\n", ":1:10: "),
            ("[level]\nX99 = \"note\"\n", ":2:1: "),
            ("[level]\nS001 = \"loud\"\n", ":2:8: "),
        ] {
            std::fs::write(&path, content).unwrap();
            let error = Config::find(Some(&path)).unwrap_err().to_string();
            assert!(error.contains(&format!("{NAME}{place}")), "{content}: {error}");
        }
    }
}
