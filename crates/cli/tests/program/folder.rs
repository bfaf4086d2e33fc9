use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

/// A folder with files in which the program runs.
pub(crate) struct Folder(TempDir);

/// What a run came to.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) told: String,
}

impl Folder {
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let folder = Self(TempDir::new().unwrap());
        for (name, content) in files {
            folder.add(name, content.as_bytes());
        }
        folder
    }

    /// A draft, and two articles of which one contradicts it.
    pub(crate) fn with_a_story() -> Self {
        Self::new(&[("draft.md", DRAFT), ("articles/a.txt", COURIER), ("articles/b.txt", RADIO)])
    }

    pub(crate) fn add(&self, name: &str, content: &[u8]) {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn content(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// The program, to be run here.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("coincide").unwrap();
        command.current_dir(self.path()).args(arguments);
        // Without a home there is no cache: tests neither read nor leave anything there.
        for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"] {
            command.env_remove(variable);
        }
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        Run::of(&mut self.command(arguments))
    }
}

impl Run {
    pub(crate) fn of(command: &mut Command) -> Self {
        let output = command.output().unwrap();
        Self {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            told: String::from_utf8(output.stderr).unwrap(),
        }
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}{}", self.out, self.told))
    }

    /// Codes of the findings, in order.
    pub(crate) fn codes(&self) -> Vec<String> {
        let report = self.json();
        let findings = report["findings"].as_array().unwrap();
        findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
    }

    /// The findings X002: what could not be read, and why.
    pub(crate) fn unread(&self) -> Vec<(String, String)> {
        let report = self.json();
        let findings = report["findings"].as_array().unwrap().iter().filter(|finding| finding["code"] == "X002");
        findings.map(|finding| (word(&finding["text"]), word(&finding["message"]))).collect()
    }
}

fn word(value: &serde_json::Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

pub(crate) const DRAFT: &str = "# Barge adrift on the Sorrel\n\nA barge broke loose from the quay at Marrowby on \
    Tuesday night and drifted for six hours.\n\nA lock keeper said \"nobody had checked the ropes for a month\".\n\n\
    The owners have promised every angler a free lunch.\n";

pub(crate) const COURIER: &str = "A barge broke loose from the quay at Marrowby on Tuesday night and drifted for \
    six hours before a tug caught it.\n\nThe lock keeper, Ada Finch, said that the ropes were checked every week.\n";

pub(crate) const RADIO: &str = "Marrowby: a barge that tore itself from its quay on Tuesday night was caught after \
    six hours by a tug, the river authority said. Nobody was hurt.\n";
