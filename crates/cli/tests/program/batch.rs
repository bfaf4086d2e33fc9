//! A stream of drafts.

use crate::folder::{COURIER, DRAFT, Folder, RADIO, Run};

fn pair(id: usize) -> String {
    let sources = serde_json::json!([COURIER, {"outlet": "River FM", "text": RADIO}]);
    serde_json::json!({"id": format!("pair-{id}"), "text": DRAFT, "sources": sources}).to_string()
}

fn ids(run: &Run) -> Vec<String> {
    run.out.lines().map(|line| parse(line)["id"].as_str().unwrap().to_owned()).collect()
}

fn parse(line: &str) -> serde_json::Value {
    serde_json::from_str(line).unwrap()
}

#[test]
fn a_line_comes_out_for_every_line_in_order() {
    let folder = Folder::new(&[]);
    let pairs: Vec<String> = (0..40).map(pair).collect();
    folder.add("pairs.jsonl", pairs.join("\n\n").as_bytes());
    let one = folder.run(&["check", "--batch", "pairs.jsonl", "--jobs", "1"]);
    assert_eq!(one.status, 1, "{}", one.told);
    assert_eq!(ids(&one), (0..40).map(|id| format!("pair-{id}")).collect::<Vec<_>>());
    assert!(one.out.starts_with("{\"id\":\"pair-0\",\"schema\":\"coincide.check/1\""), "{:.100}", one.out);
    for jobs in ["2", "7"] {
        assert_eq!(folder.run(&["check", "--batch", "pairs.jsonl", "--jobs", jobs]).out, one.out);
    }
    let standard =
        Run::of(folder.command(&["check", "--batch", "-", "--fail-on", "never"]).write_stdin(pairs.join("\n")));
    assert_eq!((standard.status, standard.out), (0, one.out));
}

#[test]
fn the_spans_of_a_line_are_of_its_text_and_its_bytes() {
    let folder = Folder::new(&[]);
    let line = serde_json::json!({"id": 7, "text": "\"Für immer\" – so hieß es.\n\nA barge broke loose.", "sources": [COURIER]}).to_string();
    let run = Run::of(folder.command(&["check", "--batch", "-", "--fail-on", "never"]).write_stdin(line.clone()));
    let report = run.json();
    assert_eq!(report["id"], "7");
    for claim in report["claims"].as_array().unwrap() {
        let bytes = &claim["span"]["bytes"];
        let (from, to) = (bytes[0].as_u64().unwrap() as usize, bytes[1].as_u64().unwrap() as usize);
        let raw = &line.as_bytes()[from..to];
        let quoted = format!("\"{}\"", std::str::from_utf8(raw).unwrap());
        assert_eq!(serde_json::from_str::<String>(&quoted).unwrap(), claim["text"].as_str().unwrap());
    }
}

#[test]
fn a_record_is_a_line_too() {
    let folder = Folder::new(&[]);
    let line =
        serde_json::json!({"id": "r9", "article": COURIER, "highlights": "A barge broke loose.", "chatgpt": DRAFT});
    let run = Run::of(folder.command(&["check", "--batch", "-", "--fail-on", "never"]).write_stdin(line.to_string()));
    assert_eq!(run.status, 0, "{}", run.told);
    let report = run.json();
    assert_eq!(report["id"], "r9");
    assert_eq!(report["inputs"].as_array().unwrap().len(), 2);
    assert!(!report["claims"].as_array().unwrap().is_empty());
}

#[test]
fn a_bad_line_does_not_stop_the_others() {
    let folder = Folder::new(&[]);
    let bad = [
        "{\"id\": \"cut\", \"text\": \"A barge",
        "[1, 2]",
        "\"text\"",
        "{\"id\": \"no-sources\", \"text\": \"A barge.\", \"sources\": []}",
        "{\"id\": \"no-text\", \"sources\": [\"A barge.\"]}",
        "{\"id\": \"odd\", \"text\": 5, \"sources\": [\"A barge.\"]}",
        "{\"id\": \"blank\", \"text\": \" \", \"sources\": [\"A barge.\"]}",
        "{\"id\": \"deep\", \"text\": \"A.\", \"sources\": [[[[[\"A barge.\"]]]]]}",
        "\u{fffd}",
    ];
    let mut lines = vec![pair(0)];
    lines.extend(bad.iter().map(|&line| line.to_owned()));
    lines.push(pair(1));
    let run = Run::of(folder.command(&["check", "--batch", "-"]).write_stdin(lines.join("\n")));
    assert_eq!(run.status, 2);
    assert!(run.told.contains("9 of 11 lines could not be checked"), "{}", run.told);
    let out: Vec<_> = run.out.lines().map(parse).collect();
    assert_eq!(out.len(), 11);
    for (index, report) in out.iter().enumerate() {
        if index == 0 || index == 10 {
            assert!(report["claims"].is_array());
            continue;
        }
        let fields: Vec<&String> = report.as_object().unwrap().keys().collect();
        assert_eq!(fields, ["findings", "id", "schema"], "{report}");
        assert_eq!(report["findings"][0]["code"], "X002");
        assert!(
            report["findings"][0]["text"].as_str().unwrap().starts_with(&format!("line {}", index + 1)),
            "{report}"
        );
    }
    assert_eq!(out[1]["id"], "line 2");
    assert_eq!(out[4]["id"], "no-sources");
    assert_eq!(out[6]["id"], "odd");
}

#[test]
fn one_unreadable_source_of_several_is_a_finding() {
    let folder = Folder::new(&[]);
    let line = serde_json::json!({"id": "x", "text": DRAFT, "sources": [COURIER, "", {"outlet": "River FM"}]});
    let run = Run::of(folder.command(&["check", "--batch", "-"]).write_stdin(line.to_string()));
    assert_eq!(run.status, 1, "{}{}", run.out, run.told);
    assert_eq!(run.unread().len(), 2, "{:?}", run.unread());
    assert!(!run.json()["claims"].as_array().unwrap().is_empty());
}

#[test]
fn a_line_of_a_hundred_megabytes_is_passed_over() {
    let folder = Folder::new(&[]);
    let mut content = pair(0).into_bytes();
    content.extend(b"\n{\"id\": \"long\", \"text\": \"");
    content.resize(content.len() + (100 << 20), b'a');
    content.extend(b"\"}\n");
    content.extend(pair(1).into_bytes());
    folder.add("pairs.jsonl", &content);
    let run = folder.run(&["check", "--batch", "pairs.jsonl"]);
    assert_eq!(run.status, 2);
    assert_eq!(ids(&run), ["pair-0", "line 2", "pair-1"]);
    assert!(run.out.contains("longer than 32 MiB"));
}

#[test]
fn what_a_batch_cannot_do_is_said() {
    let folder = Folder::with_a_story();
    folder.add("empty.jsonl", b"\n\n");
    folder.add("wide.jsonl", b"\xff\xfe{\0}\0");
    for (arguments, part) in [
        (&["check", "--batch", "gone.jsonl"][..], "gone.jsonl"),
        (&["check", "--batch", "articles"], "a folder"),
        (&["check", "--batch", "empty.jsonl"], "no line"),
        (&["check", "--batch", "wide.jsonl"], "cannot read wide.jsonl: a batch is read as UTF-8, and this is UTF-16"),
        (
            &["check", "--batch", "-", "--output", "gone/r.jsonl"],
            "cannot write to gone/r.jsonl: no such file or folder",
        ),
        (&["check", "--batch", "-", "--format", "html"], "JSON lines"),
        (&["check", "--batch", "-", "draft.md"], "--batch"),
    ] {
        let run = folder.run(arguments);
        assert!(run.status == 2 && run.told.contains(part), "{arguments:?}: {}", run.told);
    }
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_line() {
    let folder = Folder::new(&[]);
    folder.add("pairs.jsonl", format!("\u{feff}{}\n", pair(0)).as_bytes());
    let run = folder.run(&["check", "--batch", "pairs.jsonl", "--fail-on", "never"]);
    assert_eq!((run.status, ids(&run)), (0, vec!["pair-0".to_owned()]), "{}", run.out);
    let first = &run.json()["claims"][1]["span"]["bytes"];
    let (from, to) = (first[0].as_u64().unwrap() as usize, first[1].as_u64().unwrap() as usize);
    assert!(folder.content("pairs.jsonl")[from..to].starts_with("A barge broke loose"));
}
