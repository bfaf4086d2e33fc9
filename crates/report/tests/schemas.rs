//! The published schemas: that they are those of the types, and that output obeys them.

mod sample;

use std::path::PathBuf;

use serde_json::Value;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../schemas")
}

/// Write them again with `cargo run -p coincide-report --example schemas -- schemas`.
#[test]
fn the_published_schemas_are_those_of_the_types() {
    for (name, schema) in coincide_report::schemas() {
        let published = std::fs::read_to_string(folder().join(name)).unwrap();
        let published: Value = serde_json::from_str(&published).unwrap();
        assert_eq!(published, serde_json::to_value(schema).unwrap(), "{name} is not that of its type");
    }
}

#[test]
fn output_obeys_its_schema() {
    let reading = sample::articles().remove(0);
    let values = [
        ("coincide.annotations.1.json", serde_json::to_value(coincide_report::annotations(&reading)).unwrap()),
        ("coincide.article.1.json", serde_json::to_value(coincide_report::article(&reading.article)).unwrap()),
        ("coincide.check.1.json", serde_json::to_value(sample::check().value).unwrap()),
        ("coincide.compare.1.json", serde_json::to_value(sample::compare().value).unwrap()),
    ];
    for ((name, schema), (of, value)) in coincide_report::schemas().into_iter().zip(values) {
        assert_eq!(name, of);
        let validator = jsonschema::validator_for(schema.as_value()).unwrap();
        let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
}
