//! Levels, ignored codes, the configuration file, marks and baselines.

use crate::folder::{DRAFT, Folder};

const JSON: &[&str] = &["check", "draft.md", "articles", "--format", "json"];

#[test]
fn the_status_follows_the_level_that_counts() {
    let folder = Folder::with_a_story();
    for (arguments, status) in [
        (&[][..], 1),
        (&["--fail-on", "never"], 0),
        (&["--ignore", "Q001"], 0),
        (&["--ignore", "Q001", "--fail-on", "warning"], 1),
        (&["--ignore", "Q001,S001", "--fail-on", "warning"], 0),
        (&["--level", "Q001=warning"], 0),
        (&["--level", "Q001=note,S001=error"], 1),
        (&["--ignore", "S999"], 2),
        (&["--level", "S001=loud"], 2),
        (&["--fail-on", "panic"], 2),
    ] {
        let run = folder.run(&[JSON, arguments].concat());
        assert_eq!(run.status, status, "{arguments:?}: {}{}", run.out, run.told);
    }
    let run = folder.run(&[JSON, &["--ignore", "Q001", "--level", "S001=note"]].concat());
    let report = run.json();
    assert_eq!(report["options"]["ignore"], serde_json::json!(["Q001"]));
    assert_eq!(report["options"]["level"], serde_json::json!({"S001": "note"}));
    // What is not shown stays not found.
    assert_eq!(report["summary"], folder.run(JSON).json()["summary"]);
}

#[test]
fn the_nearest_configuration_counts_and_the_command_line_wins() {
    let folder = Folder::with_a_story();
    folder.add("coincide.toml", b"ignore = [\"Q001\"]\nfail-on = \"warning\"\n[level]\nS001 = \"note\"\n");
    assert_eq!(folder.run(JSON).status, 0);
    assert_eq!(folder.run(&[JSON, &["--level", "S001=error"]].concat()).status, 1);
    assert_eq!(folder.run(&[JSON, &["--fail-on", "note"]].concat()).status, 1);
    folder.add("other.toml", b"fail-on = \"never\"\n");
    assert!(folder.run(&[JSON, &["--config", "other.toml"]].concat()).codes().contains(&"Q001".to_owned()));

    let mut deeper = folder.command(&["check", "../draft.md", "a.txt", "b.txt"]);
    deeper.current_dir(folder.path().join("articles"));
    assert_eq!(crate::folder::Run::of(&mut deeper).status, 0);

    folder.add("coincide.toml", b"ignore = [\"Q001\"]\n\nignroe = [\"Q002\"]\n");
    let run = folder.run(JSON);
    assert!(run.status == 2 && run.told.contains("coincide.toml:3:1: unknown field `ignroe`"), "{}", run.told);
    let run = folder.run(&[JSON, &["--config", "gone.toml"]].concat());
    assert!(run.status == 2 && run.told.contains("gone.toml"), "{}", run.told);
}

#[test]
fn known_findings_are_not_shown_and_do_not_count() {
    let folder = Folder::with_a_story();
    let run = folder.run(&[JSON, &["--baseline", "known.json", "--write-baseline"]].concat());
    assert!(run.status == 0 && run.out.is_empty(), "{}", run.told);
    let written = folder.content("known.json");
    let run = folder.run(&[JSON, &["--baseline", "known.json", "--fail-on", "note"]].concat());
    assert_eq!((run.status, run.codes()), (0, vec![]), "{}", run.out);
    let report = run.json();
    assert!(report["claims"].as_array().unwrap().iter().all(|claim| claim["findings"] == serde_json::json!([])));
    assert!(report["options"]["known_findings"].as_u64().unwrap() > 0);

    // What is new is shown, wherever the known sentences have moved to.
    folder.add("draft.md", format!("The mayor said \"we shall sell the quay to a circus\".\n\n{DRAFT}").as_bytes());
    let run = folder.run(&[JSON, &["--baseline", "known.json"]].concat());
    assert_eq!(run.status, 1);
    assert_eq!(run.codes().iter().filter(|code| *code == "Q001").count(), 1, "{:?}", run.codes());

    // A failure is never known.
    folder.add("draft.md", DRAFT.as_bytes());
    folder.run(&[JSON, &["gone.txt", "--baseline", "known.json", "--write-baseline"]].concat());
    assert_eq!(folder.content("known.json"), written);
    for (content, part) in [("{}", "not a baseline"), ("{\"schema\": \"x/1\", \"findings\": []}", "x/1")] {
        folder.add("known.json", content.as_bytes());
        let run = folder.run(&[JSON, &["--baseline", "known.json"]].concat());
        assert!(run.status == 2 && run.told.contains(part), "{}", run.told);
    }
    assert_eq!(folder.run(&[JSON, &["--write-baseline"]].concat()).status, 2);
}

#[test]
fn a_mark_accepts_a_finding_in_its_paragraph() {
    let folder = Folder::with_a_story();
    assert!(folder.run(JSON).codes().contains(&"Q001".to_owned()));
    let marked = DRAFT.replace("A lock keeper", "<!-- coincide: ignore Q001 -->\nA lock keeper");
    folder.add("draft.md", marked.as_bytes());
    let run = folder.run(JSON);
    assert!(!run.codes().contains(&"Q001".to_owned()), "{:?}", run.codes());
    assert!(run.codes().contains(&"S001".to_owned()), "{:?}", run.codes());
    assert_eq!(run.json()["options"]["marked"], 1);
    assert!(!run.out.contains("<!--"));
    let strict = folder.run(&[JSON, &["--no-marks"]].concat());
    assert!(strict.status == 1 && strict.codes().contains(&"Q001".to_owned()), "{:?}", strict.codes());
    folder.add("draft.md", marked.replace("Q001", "S001").as_bytes());
    assert!(folder.run(JSON).codes().contains(&"Q001".to_owned()));
    folder.add("draft.md", marked.replace("Q001", "Q999").as_bytes());
    assert_eq!(folder.run(JSON).unread()[0].0, "draft.md:5");
}

/// What the model made is kept, and gives the same when it is taken from there.
#[cfg(target_os = "linux")]
#[test]
fn the_cache_changes_nothing_but_time() {
    let folder = Folder::with_a_story();
    let run = |more: &[&str]| {
        let arguments = [&["check", "draft.md", "articles", "--fail-on", "never", "--format", "json"], more].concat();
        let output = folder.command(&arguments).env("XDG_CACHE_HOME", folder.path().join("cache")).output().unwrap();
        assert!(output.status.success());
        output.stdout
    };
    let without = run(&["--no-cache"]);
    assert!(!folder.path().join("cache").exists());
    let first = run(&[]);
    assert_eq!(std::fs::read_dir(folder.path().join("cache/coincide")).unwrap().count(), 1);
    assert!(first == without && run(&[]) == first);
}
