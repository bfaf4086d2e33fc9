//! Measuring whether texts are told to be supported by their sources.

use serde_json::{Value, json};

use crate::folder::Folder;

/// Twelve sources with two texts each: what the source says, and another figure.
fn set() -> String {
    let boats = ["Alma", "Berta", "Cora", "Dagny", "Edda", "Frida", "Gerd", "Hilda", "Inga", "Jorun", "Kari", "Liv"];
    let rows = boats.iter().enumerate().flat_map(|(number, boat)| {
        let said = format!("The ferry {boat} struck a reef off Ostvik with {} passengers on board.", 100 + number);
        let other = format!("The ferry {boat} struck a reef off Ostvik with {} passengers on board.", 300 + number);
        let source = format!("{boat} left Skerra at noon. {said} The sea was calm.");
        [
            json!({"id": format!("{boat} 1"), "text": said, "source": source, "label": 1, "label3": "supported"}),
            json!({"id": format!("{boat} 0"), "text": other, "source": [source], "label": 0, "label3": "contradicted"}),
        ]
    });
    rows.map(|row| row.to_string() + "\n").collect()
}

#[test]
fn scorers_stand_side_by_side() {
    let folder = Folder::new(&[("sets/ferries.jsonl", &set()), ("sets/other.jsonl", "{\"text\": \"no source\"}\n")]);
    let run = folder.run(&["eval", "verify", "sets", "--format", "json"]);
    assert!(run.status == 0 && run.told.contains("pairs a second"), "{}", run.told);
    assert!(
        run.told.contains("skipped: sets/other.jsonl has no labelled texts: line 1: missing field `source`"),
        "{}",
        run.told
    );
    let report = run.json();
    assert_eq!((&report["schema"], report["sets"].as_array().unwrap().len()), (&json!("coincide.eval/1"), 1));
    let set = &report["sets"][0];
    assert_eq!((&set["name"], &set["n"]), (&json!("ferries"), &json!(24)));
    let metrics = &set["metrics"];
    for (name, value) in
        [("rules_auc", 1.0), ("rules_balanced_accuracy", 1.0), ("rules_verdict_balanced_accuracy", 1.0)]
    {
        assert_eq!(metrics[name], value, "{name}: {metrics}");
    }
    assert!(
        metrics["gain_auc_over_best_overlap"].is_number() && metrics["word_coverage_ece"] == Value::Null,
        "{metrics}"
    );
    assert!(!run.out.contains("second"));
}

#[test]
fn held_out_and_training_are_all() {
    let folder = Folder::new(&[("set.jsonl", &set())]);
    let n = |part: &str| {
        folder.run(&["eval", "verify", "set.jsonl", "--part", part, "--format", "json"]).json()["sets"][0]["n"]
            .as_u64()
            .unwrap()
    };
    assert_eq!(n("held-out") + n("training"), 24);
    assert!(n("held-out") < n("training"));
}

#[test]
fn lines_that_cannot_be_read_are_named() {
    let bad = "{\"text\": \"a\", \"source\": \"b\", \"label\": 7}\n{\"text\": \"a\", \"source\": \"b\"}\n";
    let folder = Folder::new(&[("set.jsonl", &format!("{}{bad}", set()))]);
    let run = folder.run(&["eval", "verify", "set.jsonl", "--failures", "1", "--no-model"]);
    assert!(run.told.contains("set.jsonl: line 25: the label 7 is neither 1 nor 0"), "{}", run.told);
    assert!(run.told.contains("1 texts without a label are left out"), "{}", run.told);
    assert!(
        run.status == 2 && run.out.contains("gain of rules over") && run.out.contains("scored lowest by rules"),
        "{}",
        run.out
    );
}

#[test]
fn the_model_stands_before_the_rules() {
    let folder = Folder::new(&[("set.jsonl", &set())]);
    let run = folder.run(&["eval", "verify", "set.jsonl"]);
    assert!(
        run.status == 0 && run.out.contains("gain of check over") && run.out.contains("    rules  "),
        "{}",
        run.out
    );
}
