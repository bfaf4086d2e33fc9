//! From what the user named to inputs: files, folders, patterns, standard input.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use coincide::Input;
use glob::MatchOptions;
use walkdir::{DirEntry, WalkDir};

use crate::arguments::Reading;
use crate::exit::reason;
use crate::side_file::{self, SideFiles};

/// Inputs longer than this are not read: nothing that is one article or one collection for one report comes near it.
const LONGEST: u64 = 256 << 20;

/// Endings of what is taken from a folder; files without an ending are taken too. A saved page brings a folder of
/// pictures, styles and scripts along, of which each would else be an input that could not be read.
const ENDINGS: &[&str] =
    &["docx", "htm", "html", "json", "jsonl", "markdown", "md", "ndjson", "odt", "text", "txt", "xhtml"];

/// One thing that was named, or found in a folder that was named.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Standard,
    /// Something that is not there or cannot be opened, and why.
    Failed(PathBuf, String),
}

/// Finds and reads inputs.
#[derive(Debug, Default)]
pub(crate) struct Inputs {
    given: BTreeMap<String, side_file::Entry>,
    used: BTreeSet<String>,
    side_files: SideFiles,
    /// Number of files met in folders that are of no kind that is read.
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
        let mut places = Vec::new();
        for name in names {
            self.expand(name, &mut places);
        }
        let mut met = BTreeSet::new();
        places.retain(|place| match place {
            Place::File(path) => met.insert(path.clone()),
            _ => true,
        });
        places.iter().map(|place| self.open(place)).collect()
    }

    /// The draft that `name` stands for.
    pub(crate) fn draft(&mut self, name: &Path) -> Result<Input> {
        let mut places = Vec::new();
        if name.is_dir() {
            bail!("the draft must be one file, and {} is a folder", name.display());
        }
        self.expand(name, &mut places);
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

    fn expand(&mut self, name: &Path, places: &mut Vec<Place>) {
        if name == Path::new("-") {
            places.push(Place::Standard);
        } else if name.is_dir() {
            self.walk(name, places);
        } else if !name.exists()
            && let Some(pattern) = name.to_str()
            && pattern.contains(['*', '?', '['])
        {
            self.matches(name, pattern, places);
        } else {
            places.push(Place::File(name.to_owned()));
        }
    }

    fn matches(&mut self, name: &Path, pattern: &str, places: &mut Vec<Place>) {
        let before = places.len();
        let hidden_only_if_named = MatchOptions { require_literal_leading_dot: true, ..MatchOptions::new() };
        match glob::glob_with(pattern, hidden_only_if_named) {
            // The crate gives them in order.
            Ok(paths) => {
                for path in paths {
                    match path {
                        Ok(path) if path.is_dir() => self.walk(&path, places),
                        Ok(path) => places.push(Place::File(path)),
                        Err(error) => places.push(Place::Failed(error.path().to_owned(), reason(error.error()))),
                    }
                }
                if places.len() == before {
                    places.push(Place::Failed(name.to_owned(), "no file matches this pattern".to_owned()));
                }
            }
            Err(error) => places.push(Place::Failed(name.to_owned(), format!("not a pattern: {}", error.msg))),
        }
    }

    fn walk(&mut self, folder: &Path, places: &mut Vec<Place>) {
        let before = places.len();
        let entries = WalkDir::new(folder).sort_by_file_name().follow_links(true).into_iter();
        for entry in entries.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry)) {
            match entry {
                Ok(entry) if !entry.file_type().is_file() || entry.file_name() == side_file::NAME => {}
                Ok(entry) if is_readable_kind(entry.path()) => places.push(Place::File(entry.into_path())),
                Ok(_) => self.passed_over += 1,
                Err(error) => {
                    let path = error.path().unwrap_or(folder).to_owned();
                    let why = if error.loop_ancestor().is_some() {
                        "a link that leads back to a folder above it".to_owned()
                    } else {
                        error.io_error().map_or_else(|| error.to_string(), reason)
                    };
                    places.push(Place::Failed(path, why));
                }
            }
        }
        if places.len() == before {
            places.push(Place::Failed(folder.to_owned(), "no article in this folder".to_owned()));
        }
    }

    fn open(&mut self, place: &Place) -> Result<Input> {
        let (path, content) = match place {
            Place::File(path) => {
                let content = std::fs::File::open(path).map_err(|error| reason(&error)).and_then(read_bounded);
                (path.as_path(), content)
            }
            Place::Standard => (Path::new("-"), read_bounded(std::io::stdin().lock())),
            Place::Failed(path, why) => (path.as_path(), Err(why.clone())),
        };
        let name = path.display().to_string();
        let given = self.given(path, &name);
        let input = match content {
            Ok(bytes) => Input::new(name, bytes),
            Err(why) => return Ok(Input::missing(name, why)),
        };
        let beside =
            if *place == Place::Standard { side_file::Entry::default() } else { self.side_files.entry(path)? };
        Ok(Input {
            outlet: given.outlet.or(beside.outlet),
            published: given.date.or(beside.date),
            title: given.title.or(beside.title),
            url: beside.url,
            ..input
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

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_str().is_some_and(|name| name.starts_with('.'))
}

fn is_readable_kind(path: &Path) -> bool {
    path.extension().is_none_or(|ending| {
        ending.to_str().is_some_and(|ending| ENDINGS.binary_search(&ending.to_ascii_lowercase().as_str()).is_ok())
    })
}

fn read_bounded(source: impl Read) -> Result<Vec<u8>, String> {
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

    fn names(inputs: &[Input]) -> Vec<&str> {
        inputs.iter().map(|input| input.name.as_str()).collect()
    }

    #[test]
    fn endings_are_sorted_for_binary_search() {
        assert!(ENDINGS.is_sorted());
    }

    #[test]
    fn folders_are_walked_in_order_without_what_is_hidden_or_of_no_kind() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.txt", "a.html", ".hidden.txt", "style.css", "articles.toml", "plain"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        std::fs::create_dir(folder.path().join("aa")).unwrap();
        std::fs::write(folder.path().join("aa/z.md"), "").unwrap();
        let mut inputs = Inputs::new(&Reading::default()).unwrap();
        let found = inputs.articles(&[folder.path().to_owned()]).unwrap();
        let prefix = format!("{}/", folder.path().display());
        let short: Vec<&str> = names(&found).into_iter().map(|name| name.trim_start_matches(&prefix)).collect();
        assert_eq!(short, ["a.html", "aa/z.md", "b.txt", "plain"]);
        assert_eq!(inputs.finish().unwrap(), 1);
    }

    #[test]
    fn what_is_said_of_nobody_is_an_error() {
        let reading = Reading { outlet: vec!["x.txt=Dagens Havn".to_owned()], ..Reading::default() };
        assert!(Inputs::new(&reading).unwrap().finish().is_err());
        let reading = Reading { outlet: vec!["x.txt".to_owned()], ..Reading::default() };
        assert!(Inputs::new(&reading).is_err());
    }
}
