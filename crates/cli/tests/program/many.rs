//! Many articles.

use crate::folder::{DRAFT, Folder};

/// Articles by `count` outlets, some of which print the same text; every one has a figure.
fn articles(count: usize) -> String {
    let article = |number: usize| {
        let print = "The barge broke loose above the weir on Friday evening and was caught by a tug an hour later, while \
            the harbour police kept the lock closed until the river had fallen again by a hand's breadth.";
        let text = match number % 3 {
            0 => print.to_owned(),
            1 => format!("{print} The owner counts {} cracked planks and no injuries.", 40 + number % 5),
            _ => format!("Number {number} of the {} people on the quay saw how the barge broke loose.", 200 + number),
        };
        serde_json::json!({"outlet": format!("Outlet {number}"), "text": text}).to_string()
    };
    (0..count).map(article).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let folder = Folder::new(&[("draft.md", DRAFT), ("articles.jsonl", &articles(120))]);
    for command in [&["check", "draft.md", "articles.jsonl"][..], &["compare", "articles.jsonl"]] {
        let with = |jobs| folder.run(&[command, &["--format", "json", "--jobs", jobs]].concat());
        let one = with("1");
        assert!(one.out.starts_with('{'), "{}", one.told);
        for jobs in ["2", "7"] {
            assert_eq!(with(jobs).out, one.out);
        }
    }
}

#[test]
fn all_articles_count_where_not_all_are_listed() {
    let folder = Folder::new(&[("articles.jsonl", &articles(300))]);
    let report = folder.run(&["compare", "articles.jsonl", "--format", "json"]).json();
    assert_eq!(report["articles"].as_array().unwrap().len(), 300);
    let facts = report["facts"].as_array().unwrap();
    let prints = facts.iter().filter(|fact| fact["kind"] == "statement").max_by_key(|fact| fact["omitted"].as_u64());
    let prints = prints.unwrap();
    assert_eq!(prints["cells"].as_array().unwrap().len(), 64);
    assert_eq!(prints["omitted"], 200 - 64);
    assert_eq!(prints["independent_sources"], 1);
    assert!(report["omitted"]["reuse"].as_u64().unwrap() > 0);
}
