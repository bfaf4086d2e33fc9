//! Lists every labelled sentence of a set of drafts with its label, its verdict and its findings: `outcomes FILE
//! [model]`.
//!
//! For whoever works on the rules. Lines whose verdict is not the label begin with an `X`.

#![allow(clippy::print_stdout, reason = "a program")]

use coincide_check::Models;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: outcomes FILE [model]")?;
    let model = std::env::args().nth(2).map(|_| coincide::Model::shipped(2)).transpose()?;
    let vectors = model.as_ref().map(|_| coincide::Vectors::shipped()).transpose()?;
    let models = Models {
        verifier: model.as_ref().map(|model| model as &dyn coincide::Verifier),
        embedder: vectors.as_ref().map(|vectors| vectors as &dyn coincide::Embedder),
    };
    for (number, draft) in coincide_eval::outcomes(&std::fs::read(path)?, models)?.iter().enumerate() {
        println!("draft {}", number + 1);
        for sentence in draft {
            let mark = if sentence.label == sentence.verdict { ' ' } else { 'X' };
            let score = sentence.score.map_or_else(|| "-".to_owned(), |score| format!("{score:.2}"));
            println!("{mark} {:?} -> {:?} {score} | {}", sentence.label, sentence.verdict, sentence.text);
            for finding in &sentence.findings {
                println!("      {} {:?} {:?} {}", finding.code, finding.level, finding.words, finding.message);
                for passage in &finding.evidence {
                    println!("          {passage}");
                }
            }
        }
    }
    Ok(())
}
