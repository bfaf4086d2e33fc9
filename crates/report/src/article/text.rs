use crate::ArticleValue;
use crate::visible::visible;

/// The clean text of an article: its paragraphs, a blank line between two of them.
///
/// Line ends stay; everything else that a terminal would obey is shown instead.
pub fn article_text(article: &ArticleValue) -> String {
    let mut out = String::with_capacity(article.text.len() + 1);
    for line in article.text.lines() {
        out.push_str(&visible(line));
        out.push('\n');
    }
    out
}
