//! Measuring what is read from pages.

use serde_json::{Value, json};

use crate::folder::Folder;

const HTML: &str = "<title>Ferry aground - Coast Radio</title><meta property='article:published_time' content='2024-05-03'>\
    <h1>Ferry aground</h1><p>The ferry Alma ran aground off Ostvik late on Friday evening with sixty people on board.\
    <p>All of them were brought ashore before midnight.";

fn row(id: &str) -> Value {
    let text = "The ferry Alma ran aground off Ostvik late on Friday evening with sixty people on board.\n\n\
        All of them were brought ashore before midnight.";
    json!({"id": id, "html": HTML, "text": text, "title": "Ferry aground", "author": null, "date": "2024-05-03",
        "with_": [], "without": []})
}

fn metric(evaluation: &str, set: usize, name: &str) -> Option<f64> {
    serde_json::from_str::<Value>(evaluation).unwrap()["sets"][set]["metrics"][name].as_f64()
}

#[test]
fn pages_are_measured_alone_and_against_another_program() {
    let set = format!("{}\n{}\n", row("a"), row("b"));
    let peer = format!(
        "{}\n{}\n",
        json!({"id": "a", "text": "The ferry Alma ran aground", "date": null, "seconds": 9}),
        json!({"id": "b", "text": null, "date": "2024-05-03", "seconds": 9})
    );
    let folder = Folder::new(&[("set.jsonl", &set), ("other.jsonl", &peer)]);
    let run = folder.run(&["eval", "pages", "set.jsonl", "--against", "other.jsonl", "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.told);
    assert!(run.told.contains("2 pages read") && run.told.contains("other took"), "{}", run.told);
    assert_eq!(metric(&run.out, 0, "word_f1"), Some(1.0));
    assert_eq!(metric(&run.out, 0, "title_exact"), Some(1.0));
    assert_eq!(metric(&run.out, 2, "date"), Some(0.5));
    assert!(metric(&run.out, 2, "word_f1_low").unwrap() > 0.5, "{}", run.out);
    assert_eq!(metric(&run.out, 2, "title_exact"), None);

    let dates = folder.run(&["eval", "dates", "set.jsonl", "--format", "json"]);
    assert_eq!(metric(&dates.out, 0, "date_accuracy"), Some(1.0));
}

#[test]
fn the_worst_pages_are_listed() {
    let mut wrong = row("b");
    wrong["text"] = json!("Unrelated words altogether.");
    let folder = Folder::new(&[("set.jsonl", &format!("{}\n{wrong}\n", row("a")))]);
    let run = folder.run(&["eval", "pages", "set.jsonl", "--failures", "1"]);
    let last = run.out.lines().last().unwrap_or_default();
    assert!(
        last.trim_start().starts_with("0.000") && last.ends_with("  b") && last.contains("words added"),
        "{}",
        run.out
    );
}

#[test]
fn an_identifier_leads_to_no_other_folder() {
    let truth = json!({"../p": {"articleBody": "x", "url": "https://coast.example/"}}).to_string();
    let folder = Folder::new(&[("bench/ground-truth.json", &truth)]);
    let run = folder.run(&["eval", "pages", "bench"]);
    assert!(run.status == 2 && run.told.contains("page ../p: the identifier is a path"), "{}", run.told);
}
