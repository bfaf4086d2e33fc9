//! The URL of a chat endpoint.

use ureq::http::Uri;

use crate::Error;

/// The last parts of the path of the method.
const METHOD: &str = "/chat/completions";

/// Where to ask.
#[derive(Debug, PartialEq)]
pub(crate) struct Endpoint {
    /// The whole URL of the method.
    pub(crate) url: String,
    /// The same without its query, which may hold what is nobody's business.
    pub(crate) shown: String,
    /// The value of `model` in the query, which is not sent as part of the URL.
    pub(crate) model: Option<String>,
}

impl Endpoint {
    pub(crate) fn parse(url: &str) -> Result<Self, Error> {
        let uri: Uri = url.parse().map_err(|_| Error::Url("cannot be read"))?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(Error::Url("has no scheme or no host"));
        };
        match scheme {
            "http" => {}
            "https" if cfg!(feature = "tls") => {}
            "https" => return Err(Error::Feature { what: "a verifier behind https", feature: "tls" }),
            _ => return Err(Error::Url("begins with neither http:// nor https://")),
        }
        if authority.as_str().contains('@') {
            return Err(Error::Url("holds a user or a password"));
        }
        let path = match uri.path().trim_end_matches('/') {
            "" => format!("/v1{METHOD}"),
            whole if whole.ends_with(METHOD) => whole.to_owned(),
            part => format!("{part}{METHOD}"),
        };
        let mut model = None;
        let mut query = String::new();
        for part in uri.query().unwrap_or_default().split('&').filter(|part| !part.is_empty()) {
            if let Some(name) = part.strip_prefix("model=") {
                model = Some(decoded(name).ok_or(Error::Url("names the model in a way that cannot be read"))?);
            } else {
                query.push(if query.is_empty() { '?' } else { '&' });
                query.push_str(part);
            }
        }
        let shown = format!("{scheme}://{authority}{path}");
        Ok(Self { url: format!("{shown}{query}"), shown, model: model.filter(|name| !name.is_empty()) })
    }
}

/// A value of a query with its `%` escapes resolved; nothing if they are no escapes or no UTF-8.
fn decoded(value: &str) -> Option<String> {
    let mut parts = value.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let digits = part.get(..2).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn completes_the_url() {
        let cases = [
            ("http://localhost:8080", "http://localhost:8080/v1/chat/completions", None),
            ("http://localhost:8080/v1/", "http://localhost:8080/v1/chat/completions", None),
            ("http://[::1]:8080/v1", "http://[::1]:8080/v1/chat/completions", None),
            ("http://box/api/v3/chat/completions", "http://box/api/v3/chat/completions", None),
            ("http://box/v1?model=a/b:q4", "http://box/v1/chat/completions", Some("a/b:q4")),
            ("http://box/v1?x=1&model=a%2Fb%20c&y=2", "http://box/v1/chat/completions?x=1&y=2", Some("a/b c")),
        ];
        for (given, url, model) in cases {
            let endpoint = Endpoint::parse(given).unwrap();
            assert_eq!((&*endpoint.url, endpoint.model.as_deref()), (url, model), "{given}");
            assert!(!endpoint.shown.contains('?'));
        }
    }

    #[test]
    fn refuses_what_is_no_endpoint_without_repeating_it() {
        for given in ["ftp://box/v1", "/v1", "box", "http://me:hush@box/v1", "http://box/v1?model=%zz", "http://", ""] {
            let error = Endpoint::parse(given).unwrap_err().to_string();
            assert!(!error.contains("hush"), "{error}");
        }
        #[cfg(not(feature = "tls"))]
        assert!(Endpoint::parse("https://box/v1").unwrap_err().to_string().contains("--features tls"));
    }
}
