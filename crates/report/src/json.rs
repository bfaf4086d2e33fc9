use serde::Serialize;

/// `value` as one JSON object over several lines.
///
/// # Errors
///
/// If the value holds a map whose keys are not strings; none of this crate's values does.
pub fn json<V: Serialize>(value: &V) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(value)?;
    text.push('\n');
    Ok(text)
}

/// `value` as one line of JSON lines.
///
/// # Errors
///
/// As those of [`json`].
pub fn jsonl<V: Serialize>(value: &V) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string(value)?;
    text.push('\n');
    Ok(text)
}
