//! Lines that belong to the page, not to the article.

use crate::byline::{is_clock, strip_label};

/// Words of menus, section bars and buttons.
#[rustfmt::skip]
const MENU: &[&str] = &[
    "about", "account", "advertise", "advertisement", "alerts", "apps", "archive", "arts", "back", "business", "careers",
    "classifieds", "close", "comment", "comments", "contact", "cookies", "copy", "culture", "ditto", "e-paper",
    "education", "email", "entertainment", "epaper", "events", "facebook", "faq", "follow", "health", "help", "home",
    "instagram", "jobs", "join", "latest", "lifestyle", "link", "linkedin", "live", "local", "log", "login", "logout",
    "mail", "main", "markets", "menu", "more", "music", "newsletter", "newsletters", "next", "obituaries", "opinion",
    "page", "photos", "pinterest", "podcast", "podcasts", "politics", "previous", "print", "privacy", "profile",
    "puzzles", "reddit", "regions", "register", "rss", "save", "science", "search", "sections", "share", "shop", "sign",
    "signup", "sitemap", "sport", "sports", "style", "subscribe", "support", "tech", "technology", "telegram", "terms",
    "top", "topics", "travel", "trending", "tv", "tweet", "twitter", "us", "video", "videos", "weather", "webmail",
    "whatsapp", "world", "youtube",
];

/// Words that join menu words.
const JOINTS: &[&str] = &[
    "&", "-", "/", "a", "and", "by", "in", "news", "of", "on", "our", "out", "skip", "the", "to", "up", "via", "your",
];

/// What sites say of themselves. Lower case.
#[rustfmt::skip]
const NOTICES: &[&str] = &[
    "maintenance mode", "enable javascript", "javascript is disabled", "javascript is not enabled", "javascript enabled",
    "ad blocker", "adblock", "another browser", "supported browser", "unsupported browser", "outdated browser",
    "upgrade your browser", "update your browser", "we use cookies", "this site uses cookies", "this website uses cookies",
    "cookie policy", "cookie settings", "all rights reserved", "terms of service", "terms of use", "privacy policy",
    "skip to content", "skip to main content", "sign up for our", "sign up to our", "subscribe to our", "follow us on",
    "click here to", "scroll down for video", "story continues below", "article continues below", "protected by recaptcha",
    "download our app", "may not be redistributed", "please log in", "log in to", "to continue reading", "already a subscriber",
];

/// How promotions inside and after a text begin. Lower case.
#[rustfmt::skip]
const PROMOTIONS: &[&str] = &[
    "read more:", "read also:", "also read:", "see also:", "related:", "related article:", "more:", "watch:", "listen:",
    "don't miss:", "recommended:", "must read:", "read next:", "sponsored", "advertisement", "advertisment", "promoted",
];

/// Lines after which only lists of other articles come. Lower case.
#[rustfmt::skip]
const TAIL_HEADINGS: &[&str] = &[
    "also read", "comments", "editors' picks", "latest news", "latest stories", "more from", "more like this", "more news",
    "more on this story", "more stories", "most popular", "most read", "most viewed", "read more", "read next",
    "recommended", "recommended for you", "related", "related articles", "related content", "related links",
    "related news", "related stories", "related topics", "share", "share this", "share this article", "share this story",
    "tags", "top stories", "topics", "trending", "trending now", "you may also like", "you might also like",
];

/// Why a line is part of the page and not of the article; nothing if it may be text. `before_text` says that no
/// paragraph of the article has been seen yet, where banners stand.
pub(crate) fn furniture(line: &str, before_text: bool) -> Option<&'static str> {
    let words: Vec<&str> = line.split_whitespace().collect();
    if words.len() > 60 || words.is_empty() {
        return None;
    }
    if !words.iter().any(|word| word.contains(char::is_alphanumeric)) {
        return Some("navigation");
    }
    let lower = line.to_lowercase();
    let is_speech =
        line.contains(['"', '“', '”', '«']) || words.iter().any(|word| matches!(*word, "said" | "says" | "told"));
    if !is_speech && (NOTICES.iter().any(|notice| lower.contains(notice)) || is_browser_notice(&lower)) {
        return Some("notice");
    }
    if PROMOTIONS.iter().any(|start| lower.starts_with(start)) && words.len() <= 30 {
        return Some("promotion");
    }
    let bars = words.iter().filter(|word| matches!(**word, "|" | "•" | "·" | "»" | "›" | ">")).count();
    let is_sentence = line.trim_end().ends_with(['.', '!', '?', '"', '”']) && bars == 0;
    if has_temperature(&lower) && !is_sentence && (bars > 0 || words.len() <= 8) {
        return Some("weather");
    }
    if !is_sentence && is_navigation(&words, bars, line) {
        return Some("navigation");
    }
    (before_text && is_clock(line)).then_some("clock")
}

/// Whether a line is the heading of a list of other articles or of comments.
pub(crate) fn is_tail_heading(line: &str) -> bool {
    let line = line.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    TAIL_HEADINGS.binary_search(&line.as_str()).is_ok()
}

fn is_browser_notice(lower: &str) -> bool {
    let browser = ["internet explorer", "ie 11", "ie11", "ie 10", "your browser", "this browser"]
        .iter()
        .any(|name| lower.contains(name));
    browser && ["support", "experience", "upgrade", "update"].iter().any(|word| lower.contains(word))
}

/// Whether a temperature stands in the line: `-7.4°C`, `61 °F`.
fn has_temperature(lower: &str) -> bool {
    lower.match_indices('°').any(|(at, degree)| {
        let number = lower[..at].trim_end().ends_with(|c: char| c.is_ascii_digit());
        let after = lower[at + degree.len()..].trim_start();
        number && (after.is_empty() || after.starts_with(['c', 'f', ' ', '|', ',', '/']))
    })
}

fn is_navigation(words: &[&str], bars: usize, line: &str) -> bool {
    let plain = |word: &&str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let names: Vec<String> = words.iter().map(plain).filter(|word| !word.is_empty()).collect();
    let menu = names.iter().filter(|word| MENU.binary_search(&word.as_str()).is_ok()).count();
    let joints = names.iter().filter(|word| JOINTS.contains(&word.as_str())).count();
    if line.trim_end().ends_with('|') && words.len() <= 6 || bars >= 2 && (menu > 0 || names.len() <= 3 * (bars + 1)) {
        return true;
    }
    menu > 0 && menu + joints == names.len() || names.len() >= 4 && menu * 5 >= names.len() * 3
}

/// Whether a line begins as a picture's caption does.
pub(crate) fn has_caption_label(line: &str) -> bool {
    ["photo:", "picture:", "image:", "file photo", "photograph:", "image caption", "caption:", "image source"]
        .iter()
        .any(|label| strip_label(line, label).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_for_binary_search() {
        for table in [MENU, TAIL_HEADINGS] {
            assert!(table.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", table.windows(2).find(|p| p[0] >= p[1]));
        }
    }

    #[test]
    fn lines_of_the_page_and_lines_of_text() {
        for (line, before, reason) in [
            ("Tides and jobs | Ostvik harbour 4 °C, light rain | Friday 3 May 2024", true, Some("weather")),
            ("Maintenance mode: comments are closed until noon.", true, Some("notice")),
            ("Your browser is too old for this map; upgrade it for free.", true, Some("notice")),
            ("Harbour |", true, Some("navigation")),
            ("Home News Sport Weather Login", true, Some("navigation")),
            ("Share on Facebook", false, Some("navigation")),
            ("Ostvik 12 °C", true, Some("weather")),
            ("14-02-2023 06:17 PM in Ostvik", true, Some("clock")),
            ("READ MORE: Ferry line to close", false, Some("promotion")),
            ("* * *", false, Some("navigation")),
            ("It was 31 °C in the harbour when the ferry left.", false, None),
            ("Ferry runs aground off Ostvik", true, None),
            ("\"Please enable JavaScript,\" said the page of the harbour office.", false, None),
            ("More help is on its way, the mayor said.", false, None),
            ("Business leaders in Ostvik protest", true, None),
        ] {
            assert_eq!(furniture(line, before), reason, "{line}");
        }
    }
}
