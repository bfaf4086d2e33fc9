//! Writes the features of labelled texts as JSON lines: `features drafts|claims FILE [model]`.
//!
//! Each line is `{"group", "supported", "held_out", "sentences": [{"sentence": [...], "clauses": [[...]], "verified":
//! [...]}]}`, the numbers in the order of `coincide_check::Features::values`, and with `model` what it says of each clause.
//! They are what `fit.py` beside this file fits the weights on.

#![allow(clippy::print_stdout, reason = "a program")]

use coincide_check::Models;
use coincide_eval::{Labelled, claim_features, draft_features};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(kind), Some(path)) = (arguments.next(), arguments.next()) else {
        return Err("usage: features drafts|claims FILE [model]".into());
    };
    let model = arguments.next().map(|_| coincide::Model::shipped(2)).transpose()?;
    let vectors = model.as_ref().map(|_| coincide::Vectors::shipped()).transpose()?;
    let models = Models {
        verifier: model.as_ref().map(|model| model as &dyn coincide::Verifier),
        embedder: vectors.as_ref().map(|vectors| vectors as &dyn coincide::Embedder),
    };
    let bytes = std::fs::read(path)?;
    let groups = match kind.as_str() {
        "drafts" => draft_features(&bytes, models)?,
        "claims" => claim_features(&bytes, models)?.into_iter().map(|claim| vec![claim]).collect(),
        other => return Err(format!("{other} is neither drafts nor claims").into()),
    };
    for (group, items) in groups.iter().enumerate() {
        for item in items.iter().filter(|item| !item.features.is_empty()) {
            println!("{}", line(group, item));
        }
    }
    Ok(())
}

fn line(group: usize, item: &Labelled) -> serde_json::Value {
    let sentences: Vec<serde_json::Value> = item
        .features
        .iter()
        .map(|it| {
            let clauses: Vec<_> = it.clauses.iter().map(coincide_check::Features::values).collect();
            serde_json::json!({"sentence": it.sentence.values(), "clauses": clauses, "verified": it.verified})
        })
        .collect();
    serde_json::json!({"group": group, "supported": item.supported, "held_out": item.held_out, "sentences": sentences})
}
