//! Inputs that are there, and the many ways in which they are not.

use crate::folder::{COURIER, DRAFT, Folder, RADIO, Run};

const CHECK: &[&str] = &["check", "--format", "json", "--fail-on", "never", "draft.md"];

fn check(folder: &Folder, articles: &[&str]) -> Run {
    folder.run(&[CHECK, articles].concat())
}

fn paths(run: &Run) -> Vec<String> {
    let report = run.json();
    let inputs = report["inputs"].as_array().unwrap();
    inputs.iter().map(|input| input["path"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn files_folders_and_patterns_are_the_same_inputs_in_the_same_order() {
    let folder = Folder::with_a_story();
    folder.add("articles/.hidden.txt", b"never read");
    folder.add("articles/page_files/style.css", b"p { color: red }");
    let named = check(&folder, &["articles/a.txt", "articles/b.txt"]);
    assert_eq!(paths(&named), ["draft.md", "articles/a.txt", "articles/b.txt"]);
    for articles in [&["articles"][..], &["articles/*.txt"], &["articles/a.txt", "articles"]] {
        assert_eq!(check(&folder, articles).out, named.out, "{articles:?}");
    }
    assert!(check(&folder, &["articles"]).told.contains("1 file of another kind"));
    assert_eq!(
        paths(&check(&folder, &["articles/b.txt", "articles/a.txt"])),
        ["draft.md", "articles/b.txt", "articles/a.txt"]
    );
}

#[test]
fn standard_input_is_the_draft_or_an_article_but_not_both() {
    let folder = Folder::with_a_story();
    let run = Run::of(
        folder.command(&["check", "-", "articles", "--format", "json", "--fail-on", "never"]).write_stdin(DRAFT),
    );
    assert_eq!((run.status, paths(&run)[0].as_str()), (0, "-"));
    let run = Run::of(folder.command(&[CHECK, &["-"]].concat()).write_stdin(COURIER));
    assert_eq!(paths(&run), ["draft.md", "-"]);
    let run = folder.run(&["check", "-", "-"]);
    assert_eq!(run.status, 2);
    assert!(run.told.contains("read once"), "{}", run.told);
}

#[test]
fn what_cannot_be_read_is_a_finding_and_the_rest_is_checked() {
    let folder = Folder::with_a_story();
    folder.add("empty.txt", b"");
    folder.add("blank.txt", b" \n\n\t");
    folder.add("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0");
    folder.add("cut.json", b"{\"outlet\": \"Dagens Havn\", \"text\": \"A barge br");
    folder.add("lines.jsonl", format!("{{\"text\": {:?}}}\n{{\"text\": \"cut\n", RADIO).as_bytes());
    std::fs::create_dir(folder.path().join("nothing")).unwrap();
    let bad = ["empty.txt", "blank.txt", "picture.txt", "cut.json", "missing.txt", "nothing", "no*.match"];
    let run = check(&folder, &[&["articles/a.txt", "lines.jsonl"], &bad[..]].concat());
    let unread = run.unread();
    for name in bad.iter().chain(&["lines.jsonl:2"]) {
        let found = unread.iter().find(|(place, _)| place.starts_with(name));
        let (_, why) = found.unwrap_or_else(|| panic!("nothing is said of {name}: {unread:?}"));
        assert!(why.len() > 8, "{name}: {why}");
    }
    assert_eq!(unread.len(), bad.len() + 1, "{unread:?}");
    assert_eq!(paths(&run), ["draft.md", "articles/a.txt", "lines.jsonl"]);
    assert!(!run.json()["claims"].as_array().unwrap().is_empty());
    // One article of several that is missing makes the run fail by its level, not by its own status.
    assert_eq!(folder.run(&["check", "draft.md", "articles", "missing.txt", "--ignore", "Q001"]).status, 1);
}

#[test]
fn nothing_to_check_is_status_2_and_names_every_input() {
    let folder = Folder::with_a_story();
    folder.add("empty.md", b"");
    for (arguments, expected) in [
        (&["check", "draft.md"][..], &["no article"][..]),
        (&["check", "draft.md", "missing.txt", "gone/*.txt"], &["missing.txt", "gone/*.txt", "no article"]),
        (&["check", "missing.md", "articles"], &["missing.md: no such file"]),
        (&["check", "empty.md", "articles"], &["empty.md", "empty"]),
        (&["check", "articles", "articles"], &["articles is a folder"]),
        (&["compare", "missing.txt"], &["missing.txt"]),
        (&["read", "missing.txt"], &["missing.txt"]),
        (&["annotate", "missing.txt"], &["missing.txt"]),
        (&["check"], &["DRAFT"]),
    ] {
        let run = folder.run(arguments);
        assert_eq!(run.status, 2, "{arguments:?}: {}", run.told);
        assert_eq!(run.out, "", "{arguments:?}");
        for part in expected {
            assert!(run.told.contains(part), "{arguments:?}: {}", run.told);
        }
    }
}

#[test]
fn encodings_are_found_out() {
    let folder = Folder::with_a_story();
    let text = "Die Fähre löste sich am Dienstag vom Kai. Größere Schäden gab es nicht.\n\nNiemand wurde verletzt.\n";
    let sixteen: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    folder.add("utf16.txt", &sixteen);
    let latin: Vec<u8> = text.chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect();
    folder.add("latin.txt", &latin);
    for name in ["utf16.txt", "latin.txt"] {
        let run = folder.run(&["read", name, "--format", "text"]);
        assert_eq!(run.status, 0, "{name}: {}", run.told);
        assert_eq!(run.told.contains("windows-1252"), name == "latin.txt", "{}", run.told);
        assert!(run.out.contains("Fähre löste"), "{name}: {}", run.out);
    }
}

#[test]
fn a_draft_does_not_support_itself() {
    let folder = Folder::with_a_story();
    folder.add("articles/copy-of-draft.md", DRAFT.as_bytes());
    let run = check(&folder, &["articles"]);
    assert_eq!(paths(&run), ["draft.md", "articles/a.txt", "articles/b.txt"]);
    let unread = run.unread();
    assert_eq!(unread.len(), 1);
    assert!(unread[0].0 == "articles/copy-of-draft.md" && unread[0].1.contains("draft"), "{unread:?}");
    let alone = folder.run(&["check", "draft.md", "draft.md"]);
    assert_eq!(alone.status, 2);
    assert!(alone.told.contains("draft.md: "), "{}", alone.told);
}

#[test]
fn a_record_brings_its_draft_and_its_article() {
    let folder = Folder::with_a_story();
    folder.add(
        "record.json",
        serde_json::json!({"id": "r1", "article": COURIER, "highlights": "A barge broke loose.", "chatgpt": DRAFT})
            .to_string()
            .as_bytes(),
    );
    let run = folder.run(&["check", "record.json", "articles/b.txt", "--format", "json", "--fail-on", "never"]);
    assert_eq!(paths(&run), ["record.json", "record.json", "articles/b.txt"]);
    assert_eq!(folder.run(&["check", "record.json", "--fail-on", "never"]).status, 0);
    folder.add("other.json", serde_json::json!({"story": COURIER, "summary": DRAFT}).to_string().as_bytes());
    let run = folder.run(&[
        "check",
        "other.json",
        "--article-field",
        "story",
        "--draft-field",
        "summary",
        "--format",
        "json",
        "--fail-on",
        "never",
    ]);
    assert_eq!(paths(&run), ["other.json", "other.json"]);
}

#[test]
fn what_a_capture_lacks_comes_from_the_command_line_or_a_side_file() {
    let folder = Folder::with_a_story();
    folder.add(
        "articles/articles.toml",
        b"[\"a.txt\"]\noutlet = \"Marrowby Courier\"\ndate = \"2031-05-07\"\n[\"b.txt\"]\noutlet = \"River FM\"\n",
    );
    let run = check(&folder, &["articles", "--outlet", "b.txt=River Radio"]);
    let report = run.json();
    assert_eq!(report["inputs"][1]["outlet"], "Marrowby Courier");
    assert_eq!(report["inputs"][1]["published"]["value"], "2031-05-07");
    assert_eq!(report["inputs"][2]["outlet"], "River Radio");

    let run = check(&folder, &["articles", "--outlet", "c.txt=Nobody"]);
    assert!(run.status == 2 && run.told.contains("c.txt"), "{}", run.told);
    let run = check(&folder, &["articles", "--date", "a.txt=someday"]);
    assert!(run.status == 2 && run.told.contains("someday") && run.told.contains("articles/a.txt"), "{}", run.told);
    folder.add("articles/articles.toml", b"[\"a.txt\"]\noutlet = \"x\"\noutlit = \"y\"\n");
    let run = check(&folder, &["articles"]);
    assert!(run.status == 2 && run.told.contains("articles/articles.toml:3:1"), "{}", run.told);
}

#[cfg(unix)]
#[test]
fn an_unreadable_folder_is_named() {
    use std::os::unix::fs::PermissionsExt;

    let folder = Folder::with_a_story();
    folder.add("locked/a.txt", b"text");
    let locked = folder.path().join("locked");
    std::fs::set_permissions(&locked, std::fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser may read everything.
    if std::fs::read_dir(&locked).is_err() {
        let run = check(&folder, &["articles", "locked"]);
        assert!(run.unread().contains(&("locked".to_owned(), "permission denied".to_owned())), "{}", run.out);
    }
    std::fs::set_permissions(&locked, std::fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_hundred_megabytes_are_refused_or_read_but_never_fatal() {
    let folder = Folder::with_a_story();
    let mut line = br#"{"text": ""#.to_vec();
    line.resize(100 << 20, b'a');
    folder.add("long.jsonl", &line);
    let run = check(&folder, &["articles", "long.jsonl"]);
    assert_eq!(run.status, 0);
    assert!(run.unread().iter().any(|(place, _)| place.starts_with("long.jsonl")), "{:?}", run.unread());
}

#[test]
fn json_of_another_shape_is_named_with_its_place() {
    let folder = Folder::with_a_story();
    for (name, content, place, why) in [
        ("null.json", "null", "null.json", "neither an object nor a string"),
        ("number.json", "{\"text\": 5}", "number.json", "the field text is a number"),
        ("none.json", "[]", "none.json", "the list is empty"),
        ("cut.json", "{\"text\":\n\"A barge", "cut.json:2:8", "malformed JSON"),
        (
            "list.json",
            "[\n{\"text\": \"A barge broke loose.\"},\n 7]",
            "list.json:3:2",
            "neither an object nor a string",
        ),
    ] {
        folder.add(name, content.as_bytes());
        let run = check(&folder, &["articles", name]);
        let unread = run.unread();
        assert!(unread.len() == 1 && unread[0].0 == place && unread[0].1.contains(why), "{name}: {unread:?}");
    }
    let two = serde_json::json!([{"text": DRAFT}, {"text": DRAFT}]);
    folder.add("two.json", two.to_string().as_bytes());
    let run = folder.run(&["check", "two.json", "articles"]);
    assert!(run.status == 2 && run.told.contains("two.json holds 2 drafts"), "{}", run.told);
    let run = folder.run(&["check", "draft.md", "articles", "--output", "articles"]);
    assert!(run.status == 2 && run.told.contains("cannot write to articles: a folder"), "{}", run.told);
}

#[test]
fn ten_thousand_small_articles_are_read() {
    let folder = Folder::new(&[]);
    for index in 0..10_000 {
        folder.add(&format!("many/{index}.txt"), format!("Barge number {index} broke loose.\n").as_bytes());
    }
    let run = folder.run(&["read", "many"]);
    assert_eq!((run.status, run.out.lines().count()), (0, 10_000), "{:.300}", run.told);
}
