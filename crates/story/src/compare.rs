use coincide_annotate::Reading;

use crate::facts::facts;
use crate::{Comparison, reuse, sources};

/// What the articles of one story have in common and where they differ: who shares text with whom, which are one
/// source, and what each says, aligned. Articles are named by their place in `articles`.
pub fn compare(articles: &[Reading]) -> Comparison {
    let reuse = reuse(articles);
    let sources = sources(articles.len(), &reuse);
    Comparison { sources, facts: facts(articles, &reuse), reuse }
}
