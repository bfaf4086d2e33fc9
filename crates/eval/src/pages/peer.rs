use std::collections::HashMap;

use serde::{Deserialize, Deserializer};

use super::facts::day;
use super::reading::PageReading;
use super::set::PageSet;
use crate::lines::{Error, rows};

/// What another program read from the pages of a set.
#[derive(Clone, Debug)]
pub struct PeerReadings {
    readings: HashMap<String, PageReading>,
    /// Seconds of processor time it took for all pages, if it is said for every one.
    pub seconds: Option<f64>,
}

#[derive(Debug, Deserialize)]
struct Row {
    id: String,
    #[serde(default, deserialize_with = "present")]
    text: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    title: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    authors: Option<Option<Vec<String>>>,
    #[serde(default, deserialize_with = "present")]
    date: Option<Option<String>>,
    seconds: Option<f64>,
}

/// Tells a field that is null from one that is not there.
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

impl PeerReadings {
    /// JSON lines, gzip'd or not: `{id, text, title, authors, date, seconds}`, `id` as in the set. A field that is null is
    /// one the program gave nothing for; one that is not there is not compared.
    ///
    /// # Errors
    ///
    /// If the bytes are no such lines.
    pub fn from_json_lines(bytes: &[u8]) -> Result<Self, Error> {
        let rows: Vec<Row> = rows(bytes)?;
        let seconds = rows.iter().map(|row| row.seconds).sum();
        let readings = rows.into_iter().map(|row| {
            let reading = PageReading {
                text: row.text.map(Option::unwrap_or_default),
                title: row.title,
                authors: row.authors.map(Option::unwrap_or_default),
                date: row.date.map(|date| date.as_deref().and_then(day)),
                ..PageReading::default()
            };
            (row.id, reading)
        });
        Ok(Self { readings: readings.collect(), seconds })
    }

    /// For each page of a set, in order, what was read from it, if it is known.
    pub fn of(&self, set: &PageSet) -> Vec<Option<PageReading>> {
        set.ids().map(|id| self.readings.get(id).cloned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_null_is_told_from_what_is_not_there() {
        let set = PageSet::from_json_lines(br#"{"id": "p", "html": "<p>x", "date": null}"#).unwrap();
        let line = br#"{"id": "p", "title": null, "authors": ["Inga Strand"], "date": "2024-05-03"}"#;
        let peer = PeerReadings::from_json_lines(line).unwrap();
        let reading = peer.of(&set).remove(0).unwrap();
        assert_eq!(reading.title, Some(None));
        assert_eq!(reading.text, None);
        assert_eq!(reading.date, Some(day("2024-05-03")));
        assert_eq!(peer.seconds, None);
    }
}
