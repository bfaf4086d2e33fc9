use coincide_annotate::Reading;
use coincide_retrieve::Embedder;

use crate::facts::facts;
use crate::{Comparison, reuse, sources};

/// What the articles of one story have in common and where they differ: who shares text with whom, which are one
/// source, and what each says, aligned. Articles are named by their place in `articles`. With an embedder, statements are
/// also aligned by what they speak of, and not by their words alone.
pub fn compare(articles: &[Reading], embedder: Option<&dyn Embedder>) -> Comparison {
    let reuse = reuse(articles);
    let sources = sources(articles.len(), &reuse);
    Comparison { sources, facts: facts(articles, &reuse, embedder), reuse }
}
