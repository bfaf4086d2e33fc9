use schemars::{JsonSchema, Schema, generate::SchemaSettings};

use crate::{AnnotationsValue, ArticleValue, Check, Compare};

/// The JSON Schemas (draft 2020-12) of the values that leave, each with the name of its file: `coincide.check.1.json`.
///
/// Readers ignore fields they do not know, so the schemas allow them.
pub fn schemas() -> Vec<(&'static str, Schema)> {
    vec![
        ("coincide.annotations.1.json", schema::<AnnotationsValue>(crate::ANNOTATIONS_SCHEMA)),
        ("coincide.article.1.json", schema::<ArticleValue>(crate::ARTICLE_SCHEMA)),
        ("coincide.check.1.json", schema::<Check>(crate::CHECK_SCHEMA)),
        ("coincide.compare.1.json", schema::<Compare>(crate::COMPARE_SCHEMA)),
    ]
}

fn schema<T: JsonSchema>(title: &str) -> Schema {
    // What leaves, not what is accepted: a field that is always written is required.
    let mut schema = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), title.into());
    schema
}
