//! A table of words as a text that is compiled in.

use std::cmp::Ordering;

/// Lines of fields parted by tabs, sorted by bytes. The first field is what is looked up, and all of it is ASCII.
///
/// A look-up is a binary search over the text itself, so that nothing is made or kept at run time.
pub(super) struct Table {
    text: &'static str,
}

impl Table {
    pub(super) const fn new(text: &'static str) -> Self {
        Self { text }
    }

    /// The fields of every line, where it has `FIELDS`.
    pub(super) fn all<const FIELDS: usize>(&self) -> impl Iterator<Item = [&'static str; FIELDS]> + use<FIELDS> {
        self.text.lines().filter_map(fields)
    }

    /// The fields of the lines whose first field is `key`.
    pub(super) fn lines<'a, const FIELDS: usize>(
        &self,
        key: &'a str,
    ) -> impl Iterator<Item = [&'static str; FIELDS]> + use<'a, FIELDS> {
        let lines = self.text[self.start(key)..].lines();
        lines.take_while(move |line| key_of(line) == key).filter_map(fields)
    }

    /// Where the first line begins whose key does not come before `key`.
    fn start(&self, key: &str) -> usize {
        let (mut low, mut high) = (0, self.text.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start = self.text[..middle].rfind('\n').map_or(0, |end| end + 1);
            let line = self.text[start..].lines().next().unwrap_or_default();
            match key_of(line).cmp(key) {
                Ordering::Less => low = (start + line.len() + 1).min(self.text.len()),
                Ordering::Equal | Ordering::Greater => high = start,
            }
        }
        low
    }
}

fn key_of(line: &str) -> &str {
    line.split('\t').next().unwrap_or_default()
}

fn fields<const FIELDS: usize>(line: &'static str) -> Option<[&'static str; FIELDS]> {
    let mut parts = line.split('\t');
    let mut fields = [""; FIELDS];
    for field in &mut fields {
        *field = parts.next()?;
    }
    Some(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found_by_its_key() {
        let table = Table::new("ebb\tv\tx\nebb\tw\ty\nebbing\tv\tx\nflow\tn\tz\n");
        let of = |key: &str| -> Vec<String> { table.lines(key).map(|fields: [&str; 3]| fields.concat()).collect() };
        assert_eq!(of("ebb"), ["ebbvx", "ebbwy"]);
        assert_eq!(of("ebbing"), ["ebbingvx"]);
        assert_eq!(of("flow"), ["flownz"]);
        for missing in ["", "a", "eb", "ebbs", "zone"] {
            assert!(of(missing).is_empty(), "{missing}");
        }
    }
}
