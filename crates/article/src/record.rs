//! Data-set records in plain text: `article:`, `highlights:`, `id:`, `chatgpt:`.

use coincide_text::Span;

use crate::Fields;

/// The fields that make a text a record; the first is where a record begins.
const NAMES: [&str; 4] = ["article", "highlights", "id", "chatgpt"];

/// One field of a record and where its value stands.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) value: Span,
}

/// Whether `text` is a record in plain text: lines that begin with two or more of the names, `article` among them.
pub(crate) fn is_record(text: &str, fields: &Fields) -> bool {
    let names = names(fields);
    let mut found: Vec<&str> = Vec::new();
    let first =
        text.lines().map(str::trim_start).find(|line| !line.is_empty()).and_then(|line| field_name(line, &names));
    for name in text.lines().filter_map(|line| field_name(line, &names)) {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    first.is_some() && found.len() >= 2
}

/// The records of a text, each as its fields. A name that comes again begins the next record.
pub(crate) fn records(text: &str, fields: &Fields) -> Vec<Vec<Field>> {
    let names = names(fields);
    let mut records: Vec<Vec<Field>> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        if let Some(name) = field_name(line.trim_start(), &names) {
            let value = Span::new(start + name.len() + 1, at + line.len());
            let field = Field { name: name.to_owned(), value };
            match records.last_mut() {
                Some(record) if record.iter().all(|known| known.name != name) => record.push(field),
                _ => records.push(vec![field]),
            }
        } else if let Some(field) = records.last_mut().and_then(|record| record.last_mut()) {
            field.value.end = at + line.len();
        }
        at += line.len();
    }
    for field in records.iter_mut().flatten() {
        field.value = field.value.trim(text);
    }
    records
}

fn names(fields: &Fields) -> Vec<&str> {
    NAMES.into_iter().chain(fields.draft.as_deref()).chain(fields.article.as_deref()).collect()
}

fn field_name<'a>(line: &str, names: &[&'a str]) -> Option<&'a str> {
    names.iter().copied().find(|name| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(':')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_run_to_the_next_name() {
        let text = "article: The ferry sank .\nIt was late.\nhighlights: Ferry sinks .\nid: 7\nchatgpt: A ferry.\narticle: Next.\nid: 8\n";
        assert!(is_record(text, &Fields::default()));
        let records = records(text, &Fields::default());
        let values: Vec<Vec<&str>> =
            records.iter().map(|record| record.iter().map(|field| field.value.of(text)).collect()).collect();
        assert_eq!(
            values,
            [vec!["The ferry sank .\nIt was late.", "Ferry sinks .", "7", "A ferry."], vec!["Next.", "8"]]
        );
        assert!(!is_record("The article: it came with highlights.", &Fields::default()));
    }
}
