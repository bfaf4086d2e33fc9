//! The example story: every planted error is found where it was planted, and the clean draft raises nothing.

use std::collections::BTreeSet;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

/// The table of `examples/README.md`: the line of the draft and the code planted there.
const PLANTED: &[(u64, &str)] = &[
    (4, "Q002"),
    (5, "S003"),
    (8, "N003"),
    (9, "N001"),
    (10, "N005"),
    (12, "E001"),
    (13, "Q005"),
    (14, "C001"),
    (17, "Q003"),
    (18, "E002"),
    (19, "Q001"),
    (22, "N004"),
    (23, "Q004"),
    (24, "T001"),
    (25, "Q006"),
    (27, "T002"),
    (28, "S001"),
    (29, "S004"),
    (30, "N002"),
    (31, "E003"),
    (32, "T003"),
    (33, "E004"),
    (34, "S002"),
];

/// What the same table says is not checked, and why.
const NOT_CHECKED: &[(u64, &str)] = &[(16, "question"), (20, "opinion"), (35, "flourish")];

fn coincide(arguments: &[&str]) -> Command {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut command = Command::cargo_bin("coincide").unwrap();
    command.current_dir(root).args(arguments);
    command.env_remove("HOME").env_remove("XDG_CACHE_HOME").env_remove("LOCALAPPDATA");
    command
}

fn report(arguments: &[&str]) -> Value {
    let output = coincide(arguments).args(["--format", "json", "--fail-on", "never"]).assert().success();
    serde_json::from_slice(&output.get_output().stdout).unwrap()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

#[test]
fn every_planted_error_is_found_on_its_line() {
    let report = report(&["check", "examples/ferry/draft.md", "examples/ferry/articles"]);
    let findings = report["findings"].as_array().unwrap();
    let found: BTreeSet<(u64, &str)> =
        findings.iter().map(|it| (it["region"]["line"].as_u64().unwrap_or(0), text(it, "code"))).collect();
    let missed: Vec<_> = PLANTED.iter().filter(|planted| !found.contains(planted)).collect();
    assert!(missed.is_empty(), "not found: {missed:?}; found: {found:?}");
    assert!(findings.iter().any(|it| text(it, "code") == "O001"), "what the draft leaves out is not told");
}

#[test]
fn nothing_at_warning_or_above_is_raised_where_nothing_was_planted() {
    let report = report(&["check", "examples/ferry/draft.md", "examples/ferry/articles"]);
    let planted: BTreeSet<u64> = PLANTED.iter().map(|&(line, _)| line).collect();
    let alarms: Vec<_> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| text(it, "level") != "note" && !planted.contains(&it["region"]["line"].as_u64().unwrap_or(0)))
        .collect();
    assert!(alarms.is_empty(), "{alarms:#?}");
}

#[test]
fn questions_opinions_and_flourishes_are_not_checked() {
    let report = report(&["check", "examples/ferry/draft.md", "examples/ferry/articles"]);
    for &(line, reason) in NOT_CHECKED {
        let claims = report["claims"].as_array().unwrap();
        let claim = claims.iter().find(|it| it["region"]["line"].as_u64() == Some(line)).unwrap();
        assert_eq!((text(claim, "verdict"), text(claim, "reason")), ("not_checked", reason), "line {line}");
    }
}

#[test]
fn the_clean_draft_passes_at_warning() {
    coincide(&["check", "examples/ferry/draft-clean.md", "examples/ferry/articles", "--fail-on", "warning"])
        .assert()
        .success();
}

#[test]
fn the_first_command_of_the_readme_ends_well() {
    let arguments = ["check", "examples/ferry/draft.md", "examples/ferry/articles", "--fail-on", "never"];
    let output = coincide(&arguments).assert().success();
    let printed = String::from_utf8(output.get_output().stdout.clone()).unwrap();
    assert!(printed.starts_with("error[Q002]"), "the altered quotation comes first: {printed}");
}

#[test]
fn a_broken_article_is_told_and_the_rest_is_checked() {
    let report = report(&["check", "examples/ferry/draft-clean.md", "examples/ferry/articles", "examples/broken"]);
    let unreadable: Vec<_> =
        report["findings"].as_array().unwrap().iter().filter(|it| text(it, "code") == "X002").collect();
    assert!(!unreadable.is_empty());
    assert!(report["summary"]["supported"].as_u64().unwrap() > 10);
}

#[test]
fn every_pair_of_the_batch_is_answered_in_order() {
    let output = coincide(&["check", "--batch", "examples/pairs.jsonl", "--fail-on", "never"]).assert().success();
    let lines: Vec<Value> = String::from_utf8(output.get_output().stdout.clone())
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let pairs =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/pairs.jsonl")).unwrap();
    let asked: Vec<Value> =
        pairs.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].clone()).collect();
    let answered: Vec<Value> = lines.iter().map(|line| line["id"].clone()).collect();
    assert_eq!(answered, asked);
}
