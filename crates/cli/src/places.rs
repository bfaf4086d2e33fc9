//! What the names on the command line stand for: files, folders, patterns, standard input.

use std::collections::{BTreeSet, VecDeque};
use std::path::{Path, PathBuf};

use glob::{MatchOptions, Paths};
use walkdir::{DirEntry, WalkDir};

use crate::exit::reason;
use crate::side_file;

/// Endings of what is taken from a folder; files without an ending are taken too. A saved page brings a folder of
/// pictures, styles and scripts along, of which each would else be an input that could not be read.
const ENDINGS: &[&str] = &[
    "asp", "aspx", "atom", "docx", "htm", "html", "json", "jsonl", "jsp", "markdown", "md", "ndjson", "newsml", "nitf",
    "odt", "php", "rdf", "rss", "shtml", "text", "txt", "warc", "xht", "xhtml", "xml",
];

/// One thing that was named, or found in a folder that was named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Standard,
    /// Something that is not there or cannot be opened, and why.
    Failed(PathBuf, String),
}

/// What names stand for, in the order named; within a folder, by name. Each file comes once.
///
/// Folders are read as they are come to, so that millions of files take the memory of one folder's names. Only where
/// several names are given, the paths already met are kept.
pub(crate) struct Places {
    names: VecDeque<PathBuf>,
    open: Vec<Open>,
    met: Option<BTreeSet<PathBuf>>,
    /// Number of files met in folders that are of no kind that is read.
    passed_over: usize,
}

/// A name that stands for several things, with what is left of them.
struct Open {
    name: PathBuf,
    rest: Rest,
    found: bool,
}

enum Rest {
    Folder(Box<walkdir::IntoIter>),
    Pattern(Box<Paths>),
}

impl Places {
    /// The places that `names` stand for.
    pub(crate) fn new(names: &[PathBuf]) -> Self {
        let met = (names.len() > 1).then(BTreeSet::new);
        Self { names: names.iter().cloned().collect(), open: Vec::new(), met, passed_over: 0 }
    }

    /// How many files in folders were of no kind that is read, up to here.
    pub(crate) fn passed_over(&self) -> usize {
        self.passed_over
    }

    /// The bytes of all files, as far as the file system tells without reading them.
    pub(crate) fn bytes(names: &[PathBuf]) -> u64 {
        let files = Self::new(names).filter_map(|place| match place {
            Place::File(path) => std::fs::metadata(path).ok(),
            Place::Standard | Place::Failed(..) => None,
        });
        files.map(|metadata| metadata.len()).sum()
    }

    fn named(&mut self, name: PathBuf) -> Option<Place> {
        if name == Path::new("-") {
            Some(Place::Standard)
        } else if name.is_dir() {
            self.folder(name);
            None
        } else if !name.exists()
            && let Some(pattern) = name.to_str()
            && pattern.contains(['*', '?', '['])
        {
            let hidden_only_if_named = MatchOptions { require_literal_leading_dot: true, ..MatchOptions::new() };
            match glob::glob_with(pattern, hidden_only_if_named) {
                // The crate gives them in order.
                Ok(paths) => {
                    self.open.push(Open { name, rest: Rest::Pattern(Box::new(paths)), found: false });
                    None
                }
                Err(error) => Some(Place::Failed(name, format!("not a pattern: {}", error.msg))),
            }
        } else {
            Some(Place::File(name))
        }
    }

    fn folder(&mut self, name: PathBuf) {
        let entries = WalkDir::new(&name).sort_by_file_name().follow_links(true).into_iter();
        self.open.push(Open { name, rest: Rest::Folder(Box::new(entries)), found: false });
    }

    /// The next place in what was opened last; nothing once all of it is done.
    fn opened(&mut self) -> Option<Place> {
        while let Some(mut open) = self.open.pop() {
            let next = match &mut open.rest {
                Rest::Folder(entries) => next_in_folder(entries, &open.name, &mut self.passed_over),
                Rest::Pattern(paths) => paths.next().map(|path| match path {
                    Ok(path) => Place::File(path),
                    Err(error) => Place::Failed(error.path().to_owned(), reason(error.error())),
                }),
            };
            match next {
                Some(Place::File(path)) if matches!(open.rest, Rest::Pattern(_)) && path.is_dir() => {
                    open.found = true;
                    self.open.push(open);
                    self.folder(path);
                }
                Some(place) => {
                    open.found = true;
                    self.open.push(open);
                    return Some(place);
                }
                None if open.found => {}
                None => {
                    let why = match open.rest {
                        Rest::Folder(_) => "no article in this folder",
                        Rest::Pattern(_) => "no file matches this pattern",
                    };
                    return Some(Place::Failed(open.name, why.to_owned()));
                }
            }
        }
        None
    }
}

impl Iterator for Places {
    type Item = Place;

    fn next(&mut self) -> Option<Place> {
        loop {
            let place = match self.opened() {
                Some(place) => Some(place),
                None => {
                    let name = self.names.pop_front()?;
                    self.named(name)
                }
            };
            let seen = match (&place, &mut self.met) {
                (Some(Place::File(path)), Some(met)) => !met.insert(path.clone()),
                _ => false,
            };
            if place.is_some() && !seen {
                return place;
            }
        }
    }
}

fn next_in_folder(entries: &mut walkdir::IntoIter, folder: &Path, passed_over: &mut usize) -> Option<Place> {
    while let Some(entry) = entries.next() {
        match entry {
            Ok(entry) if entry.depth() > 0 && is_hidden(&entry) => {
                if entry.file_type().is_dir() {
                    entries.skip_current_dir();
                }
            }
            Ok(entry) if !entry.file_type().is_file() || entry.file_name() == side_file::NAME => {}
            Ok(entry) if is_readable_kind(entry.path()) => return Some(Place::File(entry.into_path())),
            Ok(_) => *passed_over += 1,
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                let why = if error.loop_ancestor().is_some() {
                    "a link that leads back to a folder above it".to_owned()
                } else {
                    error.io_error().map_or_else(|| error.to_string(), reason)
                };
                return Some(Place::Failed(path, why));
            }
        }
    }
    None
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_str().is_some_and(|name| name.starts_with('.'))
}

/// Whether a file in a folder is taken, by its name alone. Of `a.html.gz` the inner ending decides, and of
/// `a.php?id=7`, as programs that mirror sites write it, what stands before the query.
fn is_readable_kind(path: &Path) -> bool {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return false };
    let name = name.to_ascii_lowercase();
    let packed = name.strip_suffix(".gz");
    let name = packed.unwrap_or(&name);
    match Path::new(name).extension().and_then(|ending| ending.to_str()) {
        None => true,
        Some(ending) => {
            let ending = ending.split(|character: char| !character.is_ascii_alphanumeric()).next().unwrap_or_default();
            // A WARC of extracted text, `a.warc.wet.gz`, is one too.
            ENDINGS.binary_search(&ending).is_ok() || packed.is_some() && ending == "wet"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(folder: &Path, names: &[&str]) -> Vec<String> {
        let names: Vec<PathBuf> = names.iter().map(|name| folder.join(name)).collect();
        let prefix = format!("{}/", folder.display());
        let shown = |place| match place {
            Place::File(path) => path.display().to_string().trim_start_matches(&prefix).to_owned(),
            Place::Standard => "-".to_owned(),
            Place::Failed(path, why) => format!("{}: {why}", path.display()).trim_start_matches(&prefix).to_owned(),
        };
        Places::new(&names).map(shown).collect()
    }

    fn folder(names: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in names {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, name).unwrap();
        }
        folder
    }

    #[test]
    fn endings_are_sorted_for_binary_search() {
        assert!(ENDINGS.is_sorted());
    }

    #[test]
    fn names_only_say_what_of_a_folder_is_left_alone() {
        for (name, taken) in [
            ("a.html", true),
            ("a.HTM", true),
            ("plain", true),
            ("a.warc", true),
            ("a.warc.gz", true),
            ("a.warc.wet.gz", true),
            ("a.jsonl.gz", true),
            ("feed.rss", true),
            ("feed.atom", true),
            ("sitemap.xml", true),
            ("story.php?id=7&page=2", true),
            ("a.gz", true),
            ("a.css", false),
            ("a.css.gz", false),
            ("a.tar.gz", false),
            ("a.jpg", false),
            ("a.pdf", false),
        ] {
            assert_eq!(is_readable_kind(Path::new(name)), taken, "{name}");
        }
    }

    #[test]
    fn folders_are_walked_in_order_without_what_is_hidden_or_of_no_kind() {
        let folder = folder(&[
            "in/b.txt",
            "in/a.html",
            "in/.hidden.txt",
            "in/.git/x.txt",
            "in/style.css",
            "in/articles.toml",
            "in/plain",
            "in/aa/z.md",
        ]);
        assert_eq!(found(folder.path(), &["in"]), ["in/a.html", "in/aa/z.md", "in/b.txt", "in/plain"]);
        let mut places = Places::new(&[folder.path().join("in")]);
        assert_eq!((places.by_ref().count(), places.passed_over()), (4, 1));
        assert_eq!(Places::bytes(&[folder.path().join("in")]), 35);
    }

    #[test]
    fn what_is_named_twice_comes_once_where_it_was_named_first() {
        let folder = folder(&["in/a.txt", "in/b.txt", "in/c/d.txt"]);
        assert_eq!(found(folder.path(), &["in/b.txt", "in"]), ["in/b.txt", "in/a.txt", "in/c/d.txt"]);
        assert_eq!(found(folder.path(), &["in/*", "in/b.txt"]), ["in/a.txt", "in/b.txt", "in/c/d.txt"]);
    }

    #[test]
    fn what_stands_for_nothing_says_so() {
        let folder = folder(&["empty/.hidden"]);
        assert_eq!(
            found(folder.path(), &["empty", "*.nothing", "gone.txt"]),
            ["empty: no article in this folder", "*.nothing: no file matches this pattern", "gone.txt"]
        );
    }
}
