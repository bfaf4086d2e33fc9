//! Whether an input is JSON lines.

use std::io::Read;

use serde_json::value::RawValue;

use super::window::Window;

/// How many lines are tried where the name says that they are JSON.
const TRIED: usize = 50;

/// How many bytes are looked at for them.
const AHEAD: usize = 64 << 10;

/// Whether a file of this name holds JSON lines by convention, packed or not.
pub(super) fn has_their_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    name.ends_with(".jsonl") || name.ends_with(".ndjson")
}

/// Whether each line of what `window` stands on is a JSON object: the first is whole and others follow, or the name
/// says so and one of the first is whole.
pub(super) fn are_lines<R: Read>(window: &mut Window<R>, named: bool, longest: u64) -> bool {
    let start = window.peek(AHEAD);
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    if named && start.split(|&byte| byte == b'\n').take(TRIED).any(is_object) {
        return true;
    }
    let mut length = AHEAD;
    loop {
        let ahead = window.peek(length);
        let ended = ahead.len() < length;
        let start = ahead.strip_prefix(b"\xef\xbb\xbf").unwrap_or(ahead).trim_ascii_start();
        if !start.starts_with(b"{") {
            return false;
        }
        if let Some(end) = start.iter().position(|&byte| byte == b'\n') {
            let skipped = ahead.len() - start.len();
            return is_object(&start[..end])
                && !window.peek(skipped + end + AHEAD)[skipped + end..].trim_ascii().is_empty();
        }
        if ended || length as u64 > longest {
            return false;
        }
        length *= 2;
    }
}

fn is_object(line: &[u8]) -> bool {
    line.trim_ascii_start().starts_with(b"{") && serde_json::from_slice::<&RawValue>(line).is_ok()
}
