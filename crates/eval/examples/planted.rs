//! Lists planted errors with what was raised on them: `planted FILE [even|odd|both] [FAMILY] [AROUND]`.
//!
//! For whoever works on the rules. Lines of errors that were not found, and of untouched sentences on which something was
//! raised, begin with an `X`.

#![allow(clippy::print_stdout, reason = "a program")]

use coincide_eval::{Half, PlantedSet};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("usage: planted FILE [even|odd|both] [FAMILY] [AROUND]")?;
    let half = match arguments.next().as_deref() {
        Some("odd") => Half::Odd,
        Some("both") => Half::Both,
        _ => Half::Even,
    };
    let family = arguments.next().unwrap_or_else(|| "all".to_owned());
    let around = arguments.next().map_or(Ok(0), |around| around.parse())?;
    let set = PlantedSet::new(&std::fs::read(path)?, half, around)?;
    if family == "all" {
        print!("{}", set.evaluate());
        return Ok(());
    }
    for outcome in set.outcomes().iter().flatten() {
        let planting = &outcome.planting;
        if family != planting.family.map_or("untouched", |family| family.name()) {
            continue;
        }
        let good = if planting.family.is_some() { outcome.found } else { !outcome.error && !outcome.alarm };
        println!("{} {} | {}", if good { ' ' } else { 'X' }, planting.story, planting.draft);
        for planted in &planting.planted {
            println!("      planted: {}", planted.span().of(&planting.draft));
        }
        for finding in &outcome.findings {
            println!("      {} {:?} {:?} {}", finding.code, finding.level, finding.words, finding.message);
            for (draft, article) in &finding.differences {
                println!("        [{draft}] for [{article}]");
            }
            for passage in &finding.evidence {
                println!("          {passage}");
            }
        }
    }
    Ok(())
}
