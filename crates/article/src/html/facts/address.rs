//! Where a page says it was published.

use super::head::Head;
use crate::html::linked_data::{LinkedData, text_of};
use crate::url::host;

/// The canonical address: `link rel=canonical`, else `og:url`, else what JSON-LD says; always with scheme and host. An
/// address that is only that of the site's front page loses against one of the article.
pub(super) fn address(head: &Head, linked: &LinkedData) -> Option<String> {
    let node = linked.article();
    let page = node.and_then(|node| node.value.get("mainEntityOfPage"));
    let named = [
        head.canonical.clone(),
        head.first(&["og:url"]).map(str::to_owned),
        page.and_then(|page| page.get("@id").or(Some(page))).and_then(text_of),
        node.and_then(|node| node.text("url")),
    ];
    let given: Vec<String> = named.into_iter().flatten().collect();
    let origin = given.iter().find_map(|url| origin(url));
    let absolute: Vec<String> = given.iter().filter_map(|url| absolute(url, origin)).collect();
    absolute.iter().find(|url| !is_front_page(url)).or(absolute.first()).cloned()
}

/// `https://coast.example` of `https://coast.example/a/b`.
fn origin(url: &str) -> Option<&str> {
    let scheme = url.find("://").filter(|&at| matches!(&url[..at], "http" | "https"))?;
    host(url)?;
    let end = url[scheme + 3..].find(['/', '?', '#']).map_or(url.len(), |end| scheme + 3 + end);
    Some(&url[..end])
}

fn absolute(url: &str, site: Option<&str>) -> Option<String> {
    let url = url.trim();
    if origin(url).is_some() {
        return Some(url.to_owned());
    }
    if let Some(rest) = url.strip_prefix("//") {
        return host(rest).map(|_| format!("https://{rest}"));
    }
    let site = site.filter(|_| url.starts_with('/'))?;
    Some(format!("{site}{url}"))
}

fn is_front_page(url: &str) -> bool {
    origin(url).is_some_and(|site| url[site.len()..].trim_matches('/').is_empty())
}
