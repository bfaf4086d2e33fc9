/// The named fields of a WARC record or an HTTP message: `Name: value` a line, where a line that begins with a blank
/// goes on (ISO 28500, 4; RFC 9112, 5).
///
/// What does not fit is passed over: an archive keeps what a server sent. Crates for HTTP refuse it, which is right for
/// them, and none of them takes the fields of WARC.
#[derive(Debug, Default)]
pub(super) struct NamedFields {
    fields: Vec<(String, String)>,
}

impl NamedFields {
    /// The fields in `block`, the lines behind the first.
    pub(super) fn parse(block: &[u8]) -> Self {
        let mut fields: Vec<(String, String)> = Vec::new();
        for line in block.split(|&byte| byte == b'\n') {
            let line = String::from_utf8_lossy(line);
            if line.starts_with([' ', '\t']) {
                if let Some((_, value)) = fields.last_mut() {
                    if !value.is_empty() {
                        value.push(' ');
                    }
                    value.push_str(line.trim());
                }
            } else if let Some((name, value)) = line.split_once(':') {
                fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
        }
        Self { fields }
    }

    /// The first value of a field, whose name is given in lower case.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(known, value)| known == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }

    /// All values of a field whose value is a list, such as `content-encoding`, in lower case.
    pub(super) fn list(&self, name: &str) -> Vec<String> {
        let values = self.fields.iter().filter(|(known, _)| known == name).flat_map(|(_, value)| value.split(','));
        values.map(|value| value.trim().to_ascii_lowercase()).filter(|value| !value.is_empty()).collect()
    }
}

/// A `content-type` taken apart: the type in lower case, and the `charset` if one is named.
pub(super) fn media_type(value: &str) -> (String, Option<String>) {
    let mut parts = value.split(';').map(str::trim);
    let name = parts.next().unwrap_or_default().to_ascii_lowercase();
    let charset = parts
        .filter_map(|part| part.split_once('='))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))
        .map(|(_, value)| value.trim().trim_matches(['"', '\'']).to_owned());
    (name, charset.filter(|charset| !charset.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_leniently() {
        let fields = NamedFields::parse(b"A: 1\r\nbroken\r\nB:\r\n two\r\n\tlines\r\nX : a, B\r\nx: c\r\nb: 3\r\n\r\n");
        assert_eq!((fields.get("a"), fields.get("b"), fields.get("c")), (Some("1"), Some("two lines"), None));
        assert_eq!(fields.list("x"), ["a", "b", "c"]);
    }

    #[test]
    fn a_media_type_may_name_a_charset() {
        assert_eq!(media_type("Text/HTML; a=b; Charset=\"utf-8\""), ("text/html".into(), Some("utf-8".into())));
        assert_eq!(media_type("text/html;charset="), ("text/html".into(), None));
    }
}
