//! What the model made before, kept in the user's cache folder.
//!
//! Each run that makes something new writes it to one file more, all of it at once: a list of keys and places first, so that
//! opening the cache reads only the lists, then the entries. A file that is used is marked as new; the oldest are removed
//! when all together are larger than the limit. Nothing here is worth an error: what cannot be read or does not fit its
//! checksum is made again, and what cannot be written is not kept.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use coincide::{Cache, CacheKey as Key};
use sha2::{Digest, Sha256};

/// What a file begins with.
const MAGIC: &[u8; 16] = b"coincide cache 1";

/// Bytes of a line of the list: key, length, checksum.
const LINE: usize = 32 + 4 + 8;

/// The ending of the names of the files.
const ENDING: &str = "entries";

/// Where an entry is.
struct Place {
    file: usize,
    start: u64,
    length: usize,
    checksum: u64,
}

/// A cache in a folder, of which no other file is touched.
pub(crate) struct FolderCache {
    folder: PathBuf,
    limit: u64,
    files: Vec<PathBuf>,
    places: BTreeMap<Key, Place>,
    used: BTreeSet<usize>,
    fresh: BTreeMap<Key, Vec<u8>>,
}

impl FolderCache {
    /// Opens the cache in `folder`, which need not exist yet; its files shall not be larger than `limit` bytes together.
    pub(crate) fn open(folder: &Path, limit: u64) -> Self {
        let mut cache = Self {
            folder: folder.to_owned(),
            limit,
            files: Vec::new(),
            places: BTreeMap::new(),
            used: BTreeSet::new(),
            fresh: BTreeMap::new(),
        };
        for (_, _, path) in entry_files(folder) {
            let file = cache.files.len();
            // A file that is broken in the middle still gives what its list places in its length.
            if let Ok(list) = read_list(&path, file) {
                cache.places.extend(list);
                cache.files.push(path);
            }
        }
        cache
    }

    /// Writes what is new, marks what was used and removes what is oldest beyond the limit.
    pub(crate) fn save(&mut self) -> io::Result<()> {
        let now = SystemTime::now();
        for file in self.used.iter().filter_map(|file| self.files.get(*file)) {
            // Two runs may remove and mark the same file; then it is gone, which is no harm.
            let _ = File::options().append(true).open(file).and_then(|file| file.set_modified(now));
        }
        let size: usize = self.fresh.values().map(|bytes| LINE + bytes.len()).sum();
        if !self.fresh.is_empty() && size as u64 <= self.limit {
            fs::create_dir_all(&self.folder)?;
            write_entries(&self.folder, &self.fresh)?;
        }
        let mut files = entry_files(&self.folder);
        files.sort();
        let mut total: u64 = files.iter().map(|(_, size, _)| size).sum();
        for (_, size, path) in files {
            if total <= self.limit {
                break;
            }
            fs::remove_file(path)?;
            total -= size;
        }
        Ok(())
    }
}

impl Cache for FolderCache {
    fn get(&mut self, key: &Key) -> Option<Vec<u8>> {
        if let Some(bytes) = self.fresh.get(key) {
            return Some(bytes.clone());
        }
        let place = self.places.get(key)?;
        let mut file = File::open(self.files.get(place.file)?).ok()?;
        file.seek(SeekFrom::Start(place.start)).ok()?;
        let mut bytes = vec![0; place.length];
        file.read_exact(&mut bytes).ok()?;
        if checksum(&bytes) != place.checksum {
            return None;
        }
        self.used.insert(place.file);
        Some(bytes)
    }

    fn put(&mut self, key: Key, bytes: Vec<u8>) {
        self.fresh.insert(key, bytes);
    }
}

/// The folder for caches of this user, by the conventions of the system (on Linux, the XDG Base Directory Specification).
pub(crate) fn user_folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = |name: &str| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let caches = if cfg!(windows) {
        folder("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        folder("HOME").map(|home| home.join("Library/Caches"))
    } else {
        folder("XDG_CACHE_HOME").or_else(|| folder("HOME").map(|home| home.join(".cache")))
    };
    caches.map(|caches| caches.join("coincide"))
}

/// The files of a cache, with the time each was last used and its size.
fn entry_files(folder: &Path) -> Vec<(SystemTime, u64, PathBuf)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let ours = paths.filter(|path| path.extension().is_some_and(|ending| ending == ENDING));
    ours.filter_map(|path| {
        let about = fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
        Some((about.modified().ok()?, about.len(), path))
    })
    .collect()
}

/// The list at the start of a file. Memory is bounded by the file's length, whatever the list says.
fn read_list(path: &Path, number: usize) -> io::Result<Vec<(Key, Place)>> {
    let mut file = File::open(path)?;
    let size = file.metadata()?.len();
    let mut head = [0; 20];
    file.read_exact(&mut head)?;
    let (magic, count) = head.split_at(MAGIC.len());
    let count = u64::from(count.try_into().map_or(0, u32::from_le_bytes));
    let end = head.len() as u64 + count * LINE as u64;
    if magic != MAGIC || end > size {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut lines = Vec::new();
    file.take(count * LINE as u64).read_to_end(&mut lines)?;
    let mut start = end;
    let mut list = Vec::new();
    for line in lines.as_chunks::<LINE>().0 {
        let (Some(key), Some(length), Some(checksum)) =
            (line.first_chunk(), line[32..].first_chunk(), line.last_chunk())
        else {
            continue;
        };
        let length = u32::from_le_bytes(*length);
        let place = Place { file: number, start, length: length as usize, checksum: u64::from_le_bytes(*checksum) };
        start += u64::from(length);
        if start > size {
            break;
        }
        list.push((Key(*key), place));
    }
    Ok(list)
}

/// Writes a file of entries under another name and then gives it its own, so that no one sees half of it.
fn write_entries(folder: &Path, entries: &BTreeMap<Key, Vec<u8>>) -> io::Result<()> {
    let entries: Vec<_> = entries.iter().filter_map(|(k, b)| Some((k, b, u32::try_from(b.len()).ok()?))).collect();
    let count = u32::try_from(entries.len()).map_err(|_| io::ErrorKind::FileTooLarge)?;
    let mut bytes = MAGIC.to_vec();
    bytes.extend(count.to_le_bytes());
    for (key, entry, length) in &entries {
        bytes.extend(key.0);
        bytes.extend(length.to_le_bytes());
        bytes.extend(checksum(entry).to_le_bytes());
    }
    entries.iter().for_each(|(_, entry, _)| bytes.extend_from_slice(entry));
    // The name is that of the contents: two runs that make the same write the same file.
    let name = format!("{:016x}", checksum(&bytes));
    let part = folder.join(format!("{name}.{}.part", std::process::id()));
    let written = File::create(&part).and_then(|mut file| file.write_all(&bytes));
    let placed = written.and_then(|()| fs::rename(&part, folder.join(format!("{name}.{ENDING}"))));
    if placed.is_err() {
        let _ = fs::remove_file(&part);
    }
    placed
}

/// The beginning of the SHA-256: finds damage; who can write to the user's cache can do worse.
fn checksum(bytes: &[u8]) -> u64 {
    Sha256::digest(bytes).first_chunk().map_or(0, |start| u64::from_le_bytes(*start))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may")]
mod tests {
    use super::*;

    fn key(number: u8) -> Key {
        Key([number; 32])
    }

    fn with(folder: &Path, limit: u64, entries: &[(u8, usize)]) {
        let mut cache = FolderCache::open(folder, limit);
        entries.iter().for_each(|(number, length)| cache.put(key(*number), vec![*number; *length]));
        cache.save().unwrap();
    }

    /// Makes the files of a folder as old as they are many seconds after the epoch, in the order they were written.
    fn age(folder: &Path, seconds: u64) {
        let then = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(seconds);
        for (_, _, path) in entry_files(folder).into_iter().filter(|(time, _, _)| *time > then) {
            File::options().append(true).open(path).unwrap().set_modified(then).unwrap();
        }
    }

    #[test]
    fn gives_what_an_earlier_run_kept() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("not/there/yet");
        with(&folder, 1000, &[(1, 10), (2, 0)]);
        with(&folder, 1000, &[(3, 5)]);
        let mut cache = FolderCache::open(&folder, 1000);
        assert_eq!(cache.get(&key(1)), Some(vec![1; 10]));
        assert_eq!(cache.get(&key(2)), Some(Vec::new()));
        assert_eq!(cache.get(&key(3)), Some(vec![3; 5]));
        assert_eq!(cache.get(&key(4)), None);
    }

    #[test]
    fn removes_what_was_not_used_for_longest() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        with(folder, 1000, &[(1, 100)]);
        age(folder, 10);
        with(folder, 1000, &[(2, 100)]);
        age(folder, 20);
        let mut cache = FolderCache::open(folder, 1000);
        assert!(cache.get(&key(1)).is_some());
        cache.save().unwrap();
        with(folder, 400, &[(3, 100)]);
        let mut cache = FolderCache::open(folder, 400);
        assert!(cache.get(&key(1)).is_some() && cache.get(&key(3)).is_some());
        assert!(cache.get(&key(2)).is_none());
        with(folder, 50, &[(4, 100)]);
        assert!(entry_files(folder).is_empty());
    }

    #[test]
    fn damage_is_what_was_never_kept() {
        let folder = tempfile::tempdir().unwrap();
        with(folder.path(), 1000, &[(1, 20), (2, 20)]);
        let (_, _, path) = entry_files(folder.path()).remove(0);
        let whole = fs::read(&path).unwrap();
        for place in 0..whole.len() {
            let mut broken = whole.clone();
            broken[place] ^= 0x80;
            fs::write(&path, &broken).unwrap();
            let mut cache = FolderCache::open(folder.path(), 1000);
            for number in [1, 2] {
                assert!(cache.get(&key(number)).is_none_or(|bytes| bytes == [number; 20]), "{place}");
            }
            fs::write(&path, &whole[..place]).unwrap();
            let mut cache = FolderCache::open(folder.path(), 1000);
            assert!(cache.get(&key(2)).is_none(), "{place}");
        }
    }

    #[test]
    fn other_files_of_the_folder_stay() {
        let folder = tempfile::tempdir().unwrap();
        let other = folder.path().join("notes.txt");
        fs::write(&other, "x".repeat(2000)).unwrap();
        with(folder.path(), 200, &[(1, 100)]);
        with(folder.path(), 200, &[(2, 100)]);
        assert!(other.exists());
        assert_eq!(entry_files(folder.path()).len(), 1);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_folder_is_that_of_the_convention() {
        let of = |xdg: Option<&str>, home: Option<&str>| {
            user_folder(|name| if name == "HOME" { home } else { xdg }.map(OsString::from))
        };
        assert_eq!(of(Some("/x"), Some("/h")), Some(PathBuf::from("/x/coincide")));
        assert_eq!(of(Some("relative"), Some("/h")), Some(PathBuf::from("/h/.cache/coincide")));
        assert_eq!(of(None, None), None);
    }
}
