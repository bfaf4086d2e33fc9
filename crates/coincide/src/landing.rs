#![allow(missing_docs)]
use coincide_article::*;
use coincide_report::{Check, Compare, Report};
pub(crate) fn read(input: &Input<'_>, _: &Fields) -> Result<Contents, Error> {
    article(input).map(|a| Contents {
        articles: vec![a],
        drafts: vec![],
        problems: vec![],
        kind: Kind::Text,
        encoding: None,
    })
}
pub(crate) fn read_draft(input: &Input<'_>, _: &Fields) -> Result<Contents, Error> {
    article(input).map(|a| Contents {
        articles: vec![],
        drafts: vec![a],
        problems: vec![],
        kind: Kind::Markdown,
        encoding: None,
    })
}
fn article(input: &Input<'_>) -> Result<Article, Error> {
    let text = std::str::from_utf8(input.bytes).map_err(|_| Error::Binary { looks_like: "?" })?;
    if text.trim().is_empty() {
        return Err(Error::Empty);
    }
    let mut at = 0;
    let mut paragraphs = vec![];
    for p in text.split_inclusive("\n\n") {
        paragraphs
            .push(Paragraph { span: coincide_text::Span::new(at, at + p.len()).trim(text), kind: ParagraphKind::Body });
        at += p.len();
    }
    Ok(Article {
        path: input.name.map(str::to_owned),
        outlet: input.given.outlet.clone(),
        text: coincide_text::Text::identical(text, 0),
        paragraphs,
        ..Article::default()
    })
}
pub fn html(_: &Report<Check>) -> String {
    String::new()
}
pub fn html_compare(_: &Report<Compare>) -> String {
    String::new()
}
pub fn markdown(_: &Report<Check>) -> String {
    String::new()
}
pub fn markdown_compare(_: &Report<Compare>) -> String {
    String::new()
}
pub fn sarif(_: &Report<Check>) -> Result<String, serde_json::Error> {
    Ok(String::new())
}
pub fn github(_: &Report<Check>) -> String {
    String::new()
}
