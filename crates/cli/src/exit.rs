//! How the program ends.

use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::builder::styling::{AnsiColor, Style};
use coincide::{Error, Problem};

/// What the exit status says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// Done, and nothing at or above `--fail-on`.
    Clean = 0,
    /// Done, and there are findings.
    Findings = 1,
    /// It could not be done; in a batch, not for every line.
    Failed = 2,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

/// The status of a run, after its error, if there is one, has been told on standard error.
pub(crate) fn report(result: anyhow::Result<Status>) -> Status {
    result.unwrap_or_else(|error| {
        tell("error", &format!("{error:#}"));
        Status::Failed
    })
}

/// The result; if there is none, the inputs that could not be read are told first.
pub(crate) fn told<T>(result: Result<T, Error>) -> anyhow::Result<T> {
    result.map_err(|error| {
        tell_problems(error.problems());
        error.into()
    })
}

/// Says on standard error what could not be read.
pub(crate) fn tell_problems(problems: &[Problem]) {
    for problem in problems {
        tell(if problem.harmless { "note" } else { "error" }, &problem.to_string());
    }
}

/// Says on standard error that a folder held files that are not read.
pub(crate) fn tell_passed_over(count: usize) {
    match count {
        0 => {}
        1 => tell("note", "1 file of another kind in the folders is not read"),
        _ => tell("note", &format!("{count} files of other kinds in the folders are not read")),
    }
}

/// Writes a line on standard error: `warning: ...`. That the reader of standard error has gone is no reason to stop.
pub(crate) fn tell(label: &str, message: &str) {
    let style = match label {
        "error" => AnsiColor::Red.on_default().bold(),
        "warning" => AnsiColor::Yellow.on_default().bold(),
        _ => Style::new().bold(),
    };
    let _ = writeln!(anstream::stderr(), "{style}{label}{style:#}: {message}");
}

/// An error of the operating system in words, without its number.
pub(crate) fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "no such file or folder".to_owned(),
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        ErrorKind::IsADirectory => "a folder, not a file".to_owned(),
        ErrorKind::NotADirectory => "a part of the path is a file, not a folder".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "read-only file system".to_owned(),
        ErrorKind::StorageFull => "no space left".to_owned(),
        _ => error.to_string(),
    }
}

/// What could not be done with the file at `path`, in one line: `cannot read pairs.jsonl: permission denied`.
pub(crate) fn cannot<'a>(what: &'a str, path: &'a Path) -> impl FnOnce(std::io::Error) -> anyhow::Error + 'a {
    move |error| anyhow::anyhow!("cannot {what} {}: {}", path.display(), reason(&error))
}
