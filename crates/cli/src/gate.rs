//! Which findings are shown and which of them make a run fail.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use coincide::{Code, Finding, Level, Options};

use crate::arguments::Reading;
use crate::config::{CodeName, Config};
use crate::exit::Status;

/// The lowest level that makes a run fail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum FailOn {
    /// Errors
    #[default]
    Error,
    /// Warnings and errors
    Warning,
    /// Any finding
    Note,
    /// Nothing: the findings are shown and the status is 0
    Never,
}

impl FailOn {
    /// The status of a run that came to these findings.
    pub(crate) fn status<'a>(self, findings: impl IntoIterator<Item = &'a Finding>) -> Status {
        let least = match self {
            Self::Error => Level::Error,
            Self::Warning => Level::Warning,
            Self::Note => Level::Note,
            Self::Never => return Status::Clean,
        };
        if findings.into_iter().any(|finding| finding.level >= least) { Status::Findings } else { Status::Clean }
    }
}

/// Arguments about findings.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Findings")]
pub(crate) struct Gate {
    /// The lowest level that makes the exit status 1 [default: error]
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(crate) fail_on: Option<FailOn>,
    /// Codes not to show, several with commas between them; may be given more than once
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = code)]
    pub(crate) ignore: Vec<Code>,
    /// The level of a code: `S001=note`; may be given more than once
    ///
    /// A finding about which there is doubt keeps its lower level.
    #[arg(long, value_name = "CODE=LEVEL", value_delimiter = ',', value_parser = code_level)]
    pub(crate) level: Vec<(Code, Level)>,
    /// Settings [default: the nearest coincide.toml of this folder and those above it]
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// A file of known findings, which are not shown and do not count
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Write the findings of this run to the baseline file, and nothing else
    #[arg(long)]
    pub(crate) write_baseline: bool,
}

impl Gate {
    /// The library's options, from the command line and the configuration.
    pub(crate) fn options(&self, reading: &Reading, config: &Config) -> Options {
        let mut levels: BTreeMap<Code, Level> =
            config.level.iter().map(|(&CodeName(code), &level)| (code, level)).collect();
        levels.extend(self.level.iter().copied());
        Options {
            ignore: self.ignore.iter().copied().chain(config.ignore.iter().map(|code| code.0)).collect(),
            levels,
            draft_field: reading.draft_field.clone().or_else(|| config.draft_field.clone()),
            article_field: reading.article_field.clone().or_else(|| config.article_field.clone()),
            ..Options::default()
        }
    }
}

/// A finding code as the user writes it.
pub(crate) fn code(name: &str) -> Result<Code, String> {
    Code::from_name(&name.trim().to_ascii_uppercase())
        .ok_or_else(|| "no finding has this code; `coincide explain` lists them".to_owned())
}

fn code_level(value: &str) -> Result<(Code, Level), String> {
    let (name, level) = value.split_once('=').ok_or("expected CODE=LEVEL, as S001=note")?;
    let level = match level {
        "error" => Level::Error,
        "warning" => Level::Warning,
        "note" => Level::Note,
        _ => return Err("a level is `error`, `warning` or `note`; --ignore hides a code".to_owned()),
    };
    Ok((code(name)?, level))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_levels_are_parsed() {
        assert_eq!(code_level("s001=note"), Ok((Code::S001, Level::Note)));
        for value in ["S001", "S001=loud", "S999=note", "=note"] {
            assert!(code_level(value).is_err(), "{value}");
        }
    }
}
