use coincide_check::Code;
use serde_json::{Value, json};

use crate::names::Names;
use crate::visible::visible;
use crate::{Check, Finding, Level, Region, Report};

/// The findings in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0), for code scanning and editors.
///
/// Rules are the pages of the codes. A result's related locations are the passages of the articles, whose words stand
/// in the message of each, since articles are captures that no viewer has at hand.
///
/// # Errors
///
/// As those of [`json`](crate::json()).
pub fn sarif(report: &Report<Check>) -> Result<String, serde_json::Error> {
    let check = &report.value;
    let names = Names::new(&check.inputs);
    let rules: Vec<Value> = Code::ALL.iter().map(|&code| rule(code)).collect();
    let results: Vec<Value> = check.findings.iter().map(|finding| result(finding, &names)).collect();
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "coincide", "version": check.version, "rules": rules}},
            "columnKind": "unicodeCodePoints",
            "properties": {"options": check.options},
            "results": results,
        }],
    });
    crate::json(&log)
}

fn rule(code: Code) -> Value {
    let page = code.page();
    let help = format!(
        "{}\n\nHow it is decided: {}\n\nExample: {}\n\nHow to mend it: {}",
        page.why, page.decided, page.example, page.mend
    );
    json!({
        "id": code.name(),
        "name": pascal_case(page.name),
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.meaning},
        "help": {"text": help},
        "defaultConfiguration": {"level": level(page.level)},
    })
}

fn result(finding: &Finding, names: &Names) -> Value {
    let mut message = visible(&finding.message).into_owned();
    for note in &finding.notes {
        message.push_str(&format!("\n{}: {}", visible(&note.label), visible(&note.text)));
    }
    if let Some(suggestion) = &finding.suggestion {
        message.push_str(&format!("\nmend: {}", visible(suggestion)));
    }
    let mut result = json!({
        "ruleId": finding.code,
        "level": level(finding.level),
        "message": {"text": message},
        "partialFingerprints": {"coincide/1": finding.fingerprint},
    });
    if let Some(index) = Code::ALL.iter().position(|code| code.name() == finding.code) {
        result["ruleIndex"] = index.into();
    }
    if let Some(path) = names.file(finding) {
        let mut place = json!({"artifactLocation": {"uri": uri(path)}});
        if let Some(region) = finding.region {
            place["region"] = self::region(region, &finding.text);
        }
        result["locations"] = json!([{"physicalLocation": place}]);
    }
    let related: Vec<Value> = finding
        .evidence
        .iter()
        .enumerate()
        .map(|(index, evidence)| {
            let outlet = names.of(&evidence.article);
            let text = format!("{outlet}, par. {}: {}", evidence.paragraph, visible(&evidence.text));
            let mut location = json!({"id": index + 1, "message": {"text": text}});
            if let Some(path) = names.path(&evidence.article) {
                location["physicalLocation"] = json!({"artifactLocation": {"uri": uri(path)}});
            }
            location
        })
        .collect();
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    result
}

fn region(region: Region, text: &str) -> Value {
    json!({
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
        "snippet": {"text": text},
    })
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::Note => "note",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}

/// `quotation-altered` as SARIF names rules: `QuotationAltered`.
fn pascal_case(name: &str) -> String {
    let capitalised = |word: &str| {
        let mut characters = word.chars();
        characters.next().map(|first| first.to_uppercase().chain(characters).collect::<String>()).unwrap_or_default()
    };
    name.split('-').map(capitalised).collect()
}

/// A file name as a URI reference (RFC 3986): relative as it was given, absolute with its scheme.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let drive = path.as_bytes().get(1) == Some(&b':');
    let mut uri = String::new();
    if drive {
        uri.push_str("file:///");
    } else if path.starts_with('/') {
        uri.push_str("file://");
    }
    for (index, &byte) in path.as_bytes().iter().enumerate() {
        let kept = byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte) || (drive && index == 1);
        if kept {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_become_references() {
        assert_eq!(uri("drafts/my draft: é.md"), "drafts/my%20draft%3A%20%C3%A9.md");
        assert_eq!(uri("/srv/a.md"), "file:///srv/a.md");
        assert_eq!(uri("C:\\a\\b.md"), "file:///C:/a/b.md");
    }
}
