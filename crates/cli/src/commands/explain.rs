use std::fmt::Write;

use anyhow::Result;
use clap::Args;
use coincide::{Code, Level};

use crate::exit::Status;
use crate::{gate, output};

/// Says what a finding means, why it matters, how it is decided and how to mend it
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  coincide explain           every code with its title
  coincide explain Q002      the page of one")]
pub(crate) struct Arguments {
    /// The code; all are listed if none is named
    #[arg(value_parser = gate::code)]
    code: Option<Code>,
}

/// Columns of a page: those of a plain terminal, wherever it is printed.
const COLUMNS: usize = 80;

/// Prints the page of the code asked for, or the list of all.
pub(crate) fn run(arguments: &Arguments) -> Result<Status> {
    let text = arguments.code.map_or_else(list, page);
    output::write(None, text.as_bytes())?;
    Ok(Status::Clean)
}

fn list() -> String {
    let mut list = String::new();
    for page in Code::ALL.iter().map(|code| code.page()) {
        let _ = writeln!(list, "{}  {:<7}  {}", page.code.name(), level(page.level), page.title);
    }
    list.push_str("\n`coincide explain CODE` says how each is decided.\n");
    list
}

fn page(code: Code) -> String {
    let page = code.page();
    let mut text = format!("{}: {} ({})\n\nLevel: {}", code.name(), page.title, page.name, level(page.level));
    if let Some(verdict) = page.verdict {
        let _ = write!(text, "\nVerdict: {verdict}");
    }
    let parts = [
        ("What it means", page.meaning),
        ("Why it matters", page.why),
        ("How it is decided", page.decided),
        ("Example", page.example),
        ("How to mend it", page.mend),
    ];
    text.push('\n');
    for (heading, body) in parts {
        let _ = write!(text, "\n{heading}\n");
        for line in body.trim().lines() {
            fill(line, &mut text);
        }
    }
    text
}

/// Adds `line`, broken between words and indented.
fn fill(line: &str, text: &mut String) {
    let mut column = 0;
    for word in line.split_whitespace() {
        let length = word.chars().count();
        if column > 0 && column + 1 + length <= COLUMNS {
            text.push(' ');
            column += 1 + length;
        } else {
            text.push_str(if column == 0 { "  " } else { "\n  " });
            column = 2 + length;
        }
        text.push_str(word);
    }
    text.push('\n');
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    }
}
