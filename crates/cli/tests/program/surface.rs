//! Help, explanations, completions, colour: what a newcomer meets.

use crate::folder::{Folder, Run};

const ESCAPE: char = '\u{1b}';

#[test]
fn every_code_is_explained() {
    let folder = Folder::new(&[]);
    let list = folder.run(&["explain"]);
    assert_eq!(list.status, 0);
    for line in list.out.lines().take_while(|line| !line.is_empty()) {
        let code = line.split_whitespace().next().unwrap();
        let page = folder.run(&["explain", code]);
        assert_eq!(page.status, 0);
        assert!(page.out.starts_with(code) && page.out.contains("How it is decided"), "{}", page.out);
        assert!(page.out.lines().all(|line| line.chars().count() <= 100), "{}", page.out);
    }
    assert_eq!(folder.run(&["explain", "q001"]).out, folder.run(&["explain", "Q001"]).out);
    let unknown = folder.run(&["explain", "Z001"]);
    assert!(unknown.status == 2 && unknown.told.contains("Z001"), "{}", unknown.told);
}

#[test]
fn every_command_has_help_completions_and_a_manual_page() {
    let folder = Folder::new(&[]);
    let help = folder.run(&["--help"]);
    for command in ["check", "compare", "read", "annotate", "explain", "eval", "completions", "man"] {
        assert!(help.out.contains(command));
        let own = folder.run(&[command, "--help"]);
        assert!(own.status == 0 && own.out.contains("Example") || command == "eval", "{command}: {}", own.out);
        let page = folder.run(&["man", command]);
        assert!(page.status == 0 && page.out.contains(".SH SYNOPSIS"), "{command}: {}", page.told);
    }
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = folder.run(&["completions", shell]);
        assert!(script.status == 0 && script.out.contains("coincide"), "{shell}");
    }
    assert!(folder.run(&["--version"]).out.starts_with("coincide 0."));
}

#[test]
fn colour_is_for_terminals_and_for_those_who_ask() {
    let folder = Folder::with_a_story();
    let arguments = ["check", "draft.md", "articles"];
    let coloured = |extra: &[&str], variable: Option<(&str, &str)>| {
        let mut command = folder.command(&[&arguments, extra].concat());
        if let Some((name, value)) = variable {
            command.env(name, value);
        }
        Run::of(&mut command).out.contains(ESCAPE)
    };
    assert!(!coloured(&[], None));
    assert!(coloured(&["--color", "always"], None));
    assert!(coloured(&["--color", "always"], Some(("NO_COLOR", "1"))));
    assert!(coloured(&[], Some(("CLICOLOR_FORCE", "1"))));
    assert!(!coloured(&["--color", "never"], Some(("CLICOLOR_FORCE", "1"))));
    assert!(!coloured(&[], Some(("NO_COLOR", "1"))));
    assert!(!folder.run(&["check", "gone.md", "articles"]).told.contains(ESCAPE));
}

#[test]
fn the_ending_of_the_output_file_chooses_the_format() {
    let folder = Folder::with_a_story();
    for (name, start) in
        [("r.html", "<!DOCTYPE html>"), ("r.json", "{\n"), ("r.jsonl", "{\""), ("r.sarif", "{"), ("r.txt", "error[")]
    {
        let run = folder.run(&["check", "draft.md", "articles", "--output", name]);
        assert!(run.status == 1 && run.out.is_empty(), "{name}: {}", run.told);
        assert!(
            folder.content(name).to_lowercase().starts_with(&start.to_lowercase()),
            "{name}: {:.200}",
            folder.content(name)
        );
    }
    let run = folder.run(&["check", "draft.md", "articles", "--output", "gone/r.html"]);
    assert!(run.status == 2 && run.told.contains("gone/r.html"), "{}", run.told);
}

#[test]
fn every_format_of_every_command_is_written() {
    let folder = Folder::with_a_story();
    for format in ["text", "json", "jsonl", "html", "markdown", "sarif", "github"] {
        let run = folder.run(&["check", "draft.md", "articles", "--format", format]);
        assert!(run.status == 1 && run.out.len() > 100, "{format}: {}", run.told);
        assert!(!run.out.contains(folder.path().to_str().unwrap()), "{format} shows where the folder stands");
    }
    for format in ["text", "json", "jsonl", "html", "markdown"] {
        let run = folder.run(&["compare", "articles", "--format", format]);
        assert!(run.status == 0 && run.out.len() > 100, "{format}: {}", run.told);
    }
    for format in ["jsonl", "text", "markdown"] {
        let run = folder.run(&["read", "articles", "--format", format]);
        assert!(run.status == 0 && run.out.contains("Ada Finch"), "{format}: {}", run.told);
    }
    let run = folder.run(&["annotate", "articles"]);
    assert!(run.status == 0 && run.out.lines().count() == 2, "{}", run.told);
}

#[test]
fn annotations_count_in_the_text_that_was_given() {
    let folder = Folder::new(&[]);
    let text = " Menu\n\nAnna Berg said \u{201c}it \u{1f6a2} sank\u{201d}  on Monday,\twith 12 people aboard.";
    folder.add("texts.jsonl", serde_json::json!({"id": "t1", "text": text}).to_string().as_bytes());
    let run = folder.run(&["annotate", "texts.jsonl"]);
    let found = run.json();
    let slice = |span: &serde_json::Value| {
        let place = |name: &str| usize::try_from(span[name].as_u64().unwrap()).unwrap();
        text.chars().skip(place("start")).take(place("end") - place("start")).collect::<String>()
    };
    assert_eq!(found["id"], "t1");
    assert_eq!(slice(&found["quotations"][0]["span"]), "it \u{1f6a2} sank");
    assert_eq!(slice(&found["quotations"][0]["speaker"]["span"]), "Anna Berg");
    assert_eq!(slice(&found["times"][0]["span"]), "Monday");
    assert!(slice(&found["quantities"][0]["span"]).starts_with("12"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let folder = Folder::with_a_story();
    let run = || folder.run(&["check", "draft.md", "articles", "--format", "json"]).out;
    assert_eq!(run(), run());
}

#[test]
fn evaluation_skips_what_is_not_there() {
    let folder = Folder::new(&[]);
    for set in ["drafts", "quotes", "planted", "verify"] {
        let run = folder.run(&["eval", set, "gone.jsonl"]);
        assert!(run.status == 0 && run.told.contains("skipped"), "{set}: {}", run.told);
    }
}

#[test]
fn errors_are_planted_into_what_another_outlet_bears_out() {
    let folder = Folder::new(&[]);
    let sentence = "The ferry Alma struck a reef off Ostvik on Tuesday with 212 passengers and 18 crew on board, \
                    the rescue centre said.";
    let line = |outlet: &str, more: &str| serde_json::json!({"story": "s1", "outlet": outlet, "date": "2025-10-14", "title": "", "text": format!("{sentence}\n{more}")});
    let lines = [
        line("Coast Radio", "Nobody was killed in the accident."),
        line("Skerra Weekly", "The sea was calm again by noon."),
    ];
    folder.add("stories/a.jsonl", format!("{}\n{}\n", lines[0], lines[1]).as_bytes());
    folder.add("stories/b.jsonl", b"{\"text\": \"no story\"}\n");
    let run = folder.run(&["eval", "planted", "stories", "--half", "both", "--format", "json"]);
    assert!(run.status == 0 && run.told.contains("has no stories"), "{}", run.told);
    let report = run.json();
    let sets = report["sets"].as_array().unwrap();
    let of = |family: &str| sets.iter().find(|set| set["name"].as_str().unwrap().ends_with(family)).unwrap();
    assert!(of(": number")["n"].as_u64().unwrap() > 0, "{report}");
    assert_eq!(of(": number")["metrics"]["found"], 1.0);
    assert_eq!(of(": untouched")["metrics"]["error"], 0.0);
    assert!(folder.run(&["eval", "planted", "stories/b.jsonl"]).status != 0);
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_is_no_error() {
    use std::process::{Command, Stdio};

    let folder = Folder::with_a_story();
    let program = assert_cmd::cargo::cargo_bin("coincide");
    let line = format!(
        "{}\n",
        serde_json::json!({"id": "x", "text": crate::folder::DRAFT, "sources": [crate::folder::COURIER]})
    );
    folder.add("pairs.jsonl", line.repeat(300).as_bytes());
    let mut child = Command::new(program)
        .args(["check", "--batch", "pairs.jsonl", "--fail-on", "never"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}
