//! Dates in the data of a page's programs: `"publishedAt": "2020-03-14T10:00:00Z"`, `publication_date = '2020-03-14'`.

use memchr::memmem::Finder;

use super::candidate::{Candidate, Kind, Role, machine_date};
use super::weights;
use crate::date::Style;

/// Fields that are read of one page: the first are those of the article, later ones are of its neighbours.
const MOST: usize = 8;

/// Adds the dates of the fields called for publication to `candidates`.
pub(super) fn collect(script: &str, style: &Style, candidates: &mut Vec<Candidate>) {
    let bytes = script.as_bytes();
    let mut known = candidates.iter().filter(|candidate| candidate.kind == Kind::Script).count();
    for at in Finder::new("ubli").find_iter(bytes) {
        if known >= MOST {
            return;
        }
        let Some(value) = field(bytes, at).and_then(|(start, end)| script.get(start..end)) else { continue };
        if let Some(published) = machine_date(value, style) {
            known += 1;
            let weight = weights::SCRIPT - i32::try_from(known).unwrap_or_default();
            candidates.push(Candidate { published, role: Role::Published, kind: Kind::Script, weight, shown: None });
        }
    }
}

/// Where the value of the field stands whose name has the stem at `at`, if the name is that of a date.
fn field(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b':');
    let end = at + bytes[at..].iter().take(40).take_while(|byte| is_name(byte) && **byte != b':').count();
    let start = at - bytes[..at].iter().rev().take(40).take_while(|byte| is_name(byte)).count();
    let name = bytes.get(start..end)?.to_ascii_lowercase();
    let has = |word: &[u8]| name.windows(word.len()).any(|window| window == word);
    let is_date = has(b"date") || has(b"time") || has(b"published") || has(b"_at") || name.ends_with(b"at");
    if !is_date || has(b"publisher") || has(b"until") || has(b"updat") || has(b"modif") {
        return None;
    }
    // `":"`, `' = '`, `\":\"` inside of a string.
    let gap = bytes[end..]
        .iter()
        .take(8)
        .take_while(|byte| matches!(byte, b'"' | b'\'' | b':' | b'=' | b' ' | b'\\'))
        .count();
    let value = end + gap;
    if gap == 0 || !bytes[end..value].iter().any(|byte| matches!(byte, b':' | b'=')) {
        return None;
    }
    let length = bytes[value..]
        .iter()
        .take(80)
        .take_while(|byte| !matches!(byte, b'"' | b'\'' | b'\\' | b',' | b'}' | b'<' | b';'))
        .count();
    Some((value, value + length))
}
