//! The published schemas: that they are those of the types, and that output obeys them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic in a test is a failed test")]

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
        assert!(published == *schema.as_value(), "{name} is not that of its type");
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
        let mut errors = Vec::new();
        validate(schema.as_value(), schema.as_value(), &value, name, &mut errors);
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

#[test]
fn what_is_wrong_is_told() {
    let (_, schema) = coincide_report::schemas().remove(2);
    let mut value = serde_json::to_value(sample::check().value).unwrap();
    value["claims"][0]["verdict"] = "true".into();
    value["claims"][1].as_object_mut().unwrap().remove("text");
    value["summary"]["supported"] = (-1).into();
    let mut errors = Vec::new();
    validate(schema.as_value(), schema.as_value(), &value, "", &mut errors);
    assert_eq!(errors.len(), 3, "{errors:#?}");
}

/// Checks `value` against the keywords of JSON Schema 2020-12 that the published schemas use. A keyword that is not
/// known here is an error, so that nothing passes unchecked.
fn validate(root: &Value, schema: &Value, value: &Value, at: &str, errors: &mut Vec<String>) {
    let Some(schema) = schema.as_object() else { return };
    for (keyword, rule) in schema {
        let holds = match keyword.as_str() {
            "$ref" => {
                let target = rule.as_str().and_then(|name| root.pointer(name.trim_start_matches('#')));
                target.map(|target| validate(root, target, value, at, errors)).is_some()
            }
            "type" => match rule {
                Value::Array(types) => types.iter().any(|one| is_a(value, one)),
                one => is_a(value, one),
            },
            "const" => value == rule,
            "enum" => rule.as_array().is_some_and(|values| values.contains(value)),
            "anyOf" => matching(root, rule, value, at) > 0,
            "oneOf" => matching(root, rule, value, at) == 1,
            "minimum" => value.as_f64().is_none_or(|number| Some(number) >= rule.as_f64()),
            "maximum" => value.as_f64().is_none_or(|number| Some(number) <= rule.as_f64()),
            "minItems" => value.as_array().is_none_or(|items| Some(items.len() as u64) >= rule.as_u64()),
            "maxItems" => value.as_array().is_none_or(|items| Some(items.len() as u64) <= rule.as_u64()),
            "required" => value.as_object().is_none_or(|fields| {
                rule.as_array()
                    .is_some_and(|names| names.iter().all(|name| fields.contains_key(name.as_str().unwrap())))
            }),
            "properties" => {
                for (name, field) in value.as_object().into_iter().flatten() {
                    if let Some(schema) = rule.get(name) {
                        validate(root, schema, field, &format!("{at}/{name}"), errors);
                    }
                }
                true
            }
            "items" | "prefixItems" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    let schema = if keyword == "items" { Some(rule) } else { rule.get(index) };
                    let Some(schema) = schema else { continue };
                    validate(root, schema, item, &format!("{at}/{index}"), errors);
                }
                true
            }
            "additionalProperties" => rule == &Value::Bool(true),
            "$schema" | "$defs" | "title" | "description" | "default" | "format" => true,
            _ => false,
        };
        if !holds {
            errors.push(format!("{at}: {keyword}: {rule}"));
        }
    }
}

fn matching(root: &Value, rule: &Value, value: &Value, at: &str) -> usize {
    let schemas = rule.as_array().into_iter().flatten();
    let fits = schemas.filter(|schema| {
        let mut errors = Vec::new();
        validate(root, schema, value, at, &mut errors);
        errors.is_empty()
    });
    fits.count()
}

fn is_a(value: &Value, name: &Value) -> bool {
    match name.as_str() {
        Some("null") => value.is_null(),
        Some("boolean") => value.is_boolean(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("number") => value.is_number(),
        Some("string") => value.is_string(),
        Some("array") => value.is_array(),
        Some("object") => value.is_object(),
        _ => false,
    }
}
