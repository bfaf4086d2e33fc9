use coincide_article::Article;
use coincide_text::{Span, sentences, tokenize_into};

use crate::entity::entities;
use crate::grapheme::keep_whole;
use crate::quantity::quantities;
use crate::quotation::quotations;
use crate::scan::Scan;
use crate::time::times;
use crate::{Annotations, Context, Sentence};

/// An article with everything found in it: what comparison and checking work on.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The article.
    pub article: Article,
    /// What was found in its text.
    pub annotations: Annotations,
}

impl Reading {
    /// Annotates `article`.
    pub fn new(article: Article) -> Self {
        let paragraphs: Vec<Span> = article.paragraphs.iter().map(|paragraph| paragraph.span).collect();
        let context = Context { published: article.published.as_ref().map(|published| published.at.date) };
        let annotations = annotate(article.text.as_str(), &paragraphs, &context);
        Self { article, annotations }
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.article.text.as_str()
    }
}

/// Everything found in `text`, whose paragraphs are `paragraphs`, in order and without overlap.
///
/// Paragraphs that do not lie in the text on character boundaries are read as empty. Time and memory grow with the
/// length of the text.
pub fn annotate(text: &str, paragraphs: &[Span], context: &Context) -> Annotations {
    let mut annotations = Annotations::default();
    for (paragraph, &span) in paragraphs.iter().enumerate() {
        for span in sentences(text, span) {
            let first = annotations.tokens.len();
            tokenize_into(text, span, &mut annotations.tokens);
            annotations.sentences.push(Sentence { span, tokens: first..annotations.tokens.len(), paragraph });
        }
    }
    let scan =
        Scan { text, tokens: &annotations.tokens, sentences: &annotations.sentences, published: context.published };
    let times = times(&scan);
    let (entities, case) = entities(&scan);
    let quantities = quantities(&scan, &times, &entities);
    annotations.times = times;
    let quotations = quotations(&scan, &entities);
    annotations.quantities = quantities;
    annotations.entities = entities;
    annotations.case = case;
    annotations.quotations = quotations;
    keep_whole(text, &mut annotations);
    for (index, entity) in annotations.entities.iter().enumerate() {
        let named = entity.mentions.iter().filter(|mention| mention.named);
        annotations.names.extend(named.map(|mention| (mention.span, index)));
    }
    annotations.names.sort_unstable();
    annotations
}
