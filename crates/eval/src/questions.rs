//! What a verifier is asked on a text, as plain values.

use coincide_annotate::Reading;
use coincide_check::{Features, Models, Question, SentenceFeatures};
use coincide_text::Span;
use serde::{Deserialize, Serialize};

use crate::source::{in_lines, plain};

#[derive(Debug, Deserialize)]
struct Row {
    id: String,
    sources: Vec<String>,
    texts: Vec<String>,
}

/// What is asked on each text of a row.
#[derive(Debug, Serialize)]
pub struct Asked {
    id: String,
    texts: Vec<Vec<Sentence>>,
}

#[derive(Debug, Serialize)]
struct Sentence {
    features: [f64; Features::COUNT],
    clauses: Vec<Clause>,
}

#[derive(Debug, Serialize)]
struct Clause {
    text: String,
    features: [f64; Features::COUNT],
    questions: Vec<Asking>,
}

#[derive(Debug, Serialize)]
struct Asking {
    article: Option<usize>,
    passages: Vec<String>,
    features: [f64; Features::COUNT],
}

/// What is asked on the texts of one line of JSON, `{"id", "sources": [TEXT], "texts": [TEXT]}`, each against all of
/// the sources.
pub fn asked(line: &str) -> Result<Asked, serde_json::Error> {
    let row: Row = serde_json::from_str(line)?;
    let articles: Vec<Reading> = row.sources.into_iter().map(|text| Reading::new(plain(text))).collect();
    let texts = row
        .texts
        .into_iter()
        .map(|text| {
            let draft = Reading::new(plain(in_lines(text)));
            let features = coincide_check::features(&draft, &articles, Models::default());
            let questions = coincide_check::questions(&draft, &articles, None);
            let sentence = |(features, questions): (SentenceFeatures, Vec<Vec<Question>>)| Sentence {
                features: features.sentence.values(),
                clauses: questions
                    .into_iter()
                    .zip(&features.clauses)
                    .map(|(questions, features)| Clause {
                        text: questions.first().map_or("", |it| it.claim.of(draft.text())).to_owned(),
                        features: features.values(),
                        questions: questions.into_iter().map(|it| asking(it, &articles)).collect(),
                    })
                    .collect(),
            };
            features.into_iter().zip(questions).map(sentence).collect()
        })
        .collect();
    Ok(Asked { id: row.id, texts })
}

fn asking(question: Question, articles: &[Reading]) -> Asking {
    let text = |&(article, span): &(usize, Span)| span.of(articles[article].text()).to_owned();
    Asking {
        article: question.article,
        passages: question.passages.iter().map(text).collect(),
        features: question.features.values(),
    }
}
