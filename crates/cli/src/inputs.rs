//! From what the user named to inputs: opened, and with what the command line and side files say of them.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use coincide::Input;

use crate::arguments::Reading;
use crate::exit::reason;
use crate::places::{Place, Places};
use crate::side_file::{self, SideFiles};

/// Inputs longer than this are not read: nothing that is one article or one collection for one report comes near it.
const LONGEST: u64 = 256 << 20;

/// Finds and reads inputs.
#[derive(Debug, Default)]
pub(crate) struct Inputs {
    given: BTreeMap<String, side_file::Entry>,
    used: BTreeSet<String>,
    side_files: SideFiles,
    passed_over: usize,
}

impl Inputs {
    /// An empty collection, for which `reading` says what the captures lack.
    pub(crate) fn new(reading: &Reading) -> Result<Self> {
        let mut inputs = Self::default();
        for (flag, values) in [("--outlet", &reading.outlet), ("--date", &reading.date), ("--title", &reading.title)] {
            for value in values {
                let Some((path, said)) = value.split_once('=') else {
                    bail!("{flag} takes PATH=VALUE, and `{value}` has no `=`");
                };
                let entry = inputs.given.entry(path.to_owned()).or_default();
                let slot = match flag {
                    "--outlet" => &mut entry.outlet,
                    "--date" => &mut entry.date,
                    _ => &mut entry.title,
                };
                *slot = Some(said.to_owned());
            }
        }
        Ok(inputs)
    }

    /// The articles that `names` stand for, in the order named; within a folder, by name.
    pub(crate) fn articles(&mut self, names: &[PathBuf]) -> Result<Vec<Input>> {
        let mut places = Places::new(names);
        let articles = places.by_ref().map(|place| self.open(&place)).collect();
        self.passed_over += places.passed_over();
        articles
    }

    /// The draft that `name` stands for.
    pub(crate) fn draft(&mut self, name: &Path) -> Result<Input> {
        if name.is_dir() {
            bail!("the draft must be one file, and {} is a folder", name.display());
        }
        let places: Vec<Place> = Places::new(&[name.to_owned()]).collect();
        match places.as_slice() {
            [place] => self.open(place),
            _ => bail!("the draft must be one file, and {} stands for {}", name.display(), places.len()),
        }
    }

    /// An error if something was said on the command line of an article that is not there: a misspelt path must not
    /// leave an article without its outlet unnoticed.
    pub(crate) fn finish(&self) -> Result<usize> {
        if let Some(path) = self.given.keys().find(|path| !self.used.contains(*path)) {
            bail!("something is said of `{path}`, and no input has that path or file name");
        }
        Ok(self.passed_over)
    }

    /// The input at `place`, read whole.
    pub(crate) fn open(&mut self, place: &Place) -> Result<Input> {
        let content = match place {
            Place::File(path) => std::fs::File::open(path).map_err(|error| reason(&error)).and_then(read_bounded),
            Place::Standard => read_bounded(std::io::stdin().lock()),
            Place::Failed(_, why) => Err(why.clone()),
        };
        let about = self.about(place)?;
        Ok(match content {
            Ok(bytes) => Input { content: coincide::Content::Bytes(bytes), ..about },
            Err(why) => Input { content: coincide::Content::Missing(why), ..about },
        })
    }

    /// An input without content: its name, and what the command line or a side file says of it.
    pub(crate) fn about(&mut self, place: &Place) -> Result<Input> {
        let path = match place {
            Place::File(path) | Place::Failed(path, _) => path,
            Place::Standard => Path::new("-"),
        };
        let name = path.display().to_string();
        let given = self.given(path, &name);
        let beside = match place {
            Place::File(_) => self.side_files.entry(path)?,
            Place::Standard | Place::Failed(..) => side_file::Entry::default(),
        };
        Ok(Input {
            name,
            outlet: given.outlet.or(beside.outlet),
            published: given.date.or(beside.date),
            title: given.title.or(beside.title),
            url: beside.url,
            ..Input::default()
        })
    }

    /// What the command line says of the input at `path`, by the path as named or by the file's name.
    fn given(&mut self, path: &Path, name: &str) -> side_file::Entry {
        let file_name = path.file_name().and_then(OsStr::to_str).unwrap_or(name);
        for key in [name, file_name] {
            if let Some(entry) = self.given.get(key) {
                self.used.insert(key.to_owned());
                return entry.clone();
            }
        }
        side_file::Entry::default()
    }
}

/// The bytes of a source that is no longer than an input may be, or why there are none.
pub(crate) fn read_bounded(source: impl Read) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    source.take(LONGEST + 1).read_to_end(&mut bytes).map_err(|error| reason(&error))?;
    if bytes.len() as u64 > LONGEST {
        return Err(format!("longer than {} MiB", LONGEST >> 20));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_nobody_is_an_error() {
        let reading = Reading { outlet: vec!["x.txt=Dagens Havn".to_owned()], ..Reading::default() };
        assert!(Inputs::new(&reading).unwrap().finish().is_err());
        let reading = Reading { outlet: vec!["x.txt".to_owned()], ..Reading::default() };
        assert!(Inputs::new(&reading).is_err());
    }
}
