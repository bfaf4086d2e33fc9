//! Lists every attribution of a labelled set with what was found for it: `quotations FILE [direct|mixed|indirect]`.
//!
//! For whoever works on the rules. A line begins with what is wrong: `-` nothing found, `O` overlap, `P` pieces, `S` speaker,
//! `C` cue, `K` kind; `+` is one that was found and that nobody marked.

#![allow(clippy::print_stdout, reason = "a program")]

use coincide_eval::{Attribution, QuotesOutcome};
use coincide_text::Span;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("usage: quotations FILE [direct|mixed|indirect]")?;
    let only = arguments.next();
    let wanted =
        |it: &Attribution| only.as_ref().is_none_or(|only| format!("{:?}", it.kind).eq_ignore_ascii_case(only));
    let outcomes = coincide_eval::quote_outcomes(&std::fs::read(path)?)?;
    for (number, outcome) in outcomes.iter().enumerate() {
        println!("==== text {}", number + 1);
        let mut lines: Vec<(usize, String)> = Vec::new();
        for (gold, pair) in outcome.gold.iter().zip(&outcome.pairs).filter(|(gold, _)| wanted(gold)) {
            let mut wrong = String::new();
            match pair {
                None => wrong.push('-'),
                Some(pair) => {
                    for (bad, mark) in [
                        (pair.overlap < 0.8, 'O'),
                        (!pair.pieces, 'P'),
                        (!pair.speaker, 'S'),
                        (!pair.cue, 'C'),
                        (!pair.kind, 'K'),
                    ] {
                        if bad {
                            wrong.push(mark);
                        }
                    }
                }
            }
            let mut line = format!("{wrong:<5} GOLD {}", shown(outcome, gold));
            if !wrong.is_empty() {
                if let Some(found) = pair.and_then(|pair| outcome.found.get(pair.found)) {
                    line.push_str(&format!("\n      OURS {}", shown(outcome, found)));
                }
                line.push_str(&format!("\n      TEXT {}", around(outcome, gold)));
            }
            lines.push((gold.contents.first().map_or(0, |it| it.start), line));
        }
        let used: Vec<usize> = outcome.pairs.iter().flatten().map(|pair| pair.found).collect();
        for (index, found) in outcome.found.iter().enumerate().filter(|(_, found)| wanted(found)) {
            if !used.contains(&index) {
                let line = format!("+     OURS {}\n      TEXT {}", shown(outcome, found), around(outcome, found));
                lines.push((found.contents.first().map_or(0, |it| it.start), line));
            }
        }
        lines.sort();
        for (_, line) in lines {
            println!("{line}");
        }
    }
    for (number, outcome) in outcomes.iter().enumerate() {
        let pieces = |all: &[Attribution]| -> Vec<Span> { all.iter().flat_map(|it| it.pieces.clone()).collect() };
        let (gold, found) = (pieces(&outcome.gold), pieces(&outcome.found));
        let near = |a: &Span, b: &Span| a.start.abs_diff(b.start) <= 4 && a.end.abs_diff(b.end) <= 4;
        for (mark, ones, others) in [("PIECE-", &gold, &found), ("PIECE+", &found, &gold)] {
            for one in ones.iter().filter(|one| !others.iter().any(|other| near(one, other))) {
                println!("{mark} {} {}", number + 1, one.of(&outcome.text));
            }
        }
    }
    Ok(())
}

fn shown(outcome: &QuotesOutcome, it: &Attribution) -> String {
    let words = |spans: &[Span]| {
        spans.iter().map(|span| span.of(&outcome.text).replace('\n', "¶")).collect::<Vec<_>>().join(" ## ")
    };
    format!(
        "{:?} | {} | {} | {} | {}",
        it.kind,
        words(&it.speaker),
        words(&it.cue),
        words(&it.contents),
        words(&it.pieces)
    )
}

/// The words of an attribution with some before and after.
fn around(outcome: &QuotesOutcome, it: &Attribution) -> String {
    let spans = || it.contents.iter().chain(&it.speaker).chain(&it.cue);
    let start = spans().map(|span| span.start).min().unwrap_or_default();
    let end = spans().map(|span| span.end).max().unwrap_or_default();
    let mut from = start.saturating_sub(60);
    while !outcome.text.is_char_boundary(from) {
        from -= 1;
    }
    let mut to = (end + 60).min(outcome.text.len());
    while !outcome.text.is_char_boundary(to) {
        to += 1;
    }
    outcome.text.get(from..to).unwrap_or_default().replace('\n', "¶")
}
