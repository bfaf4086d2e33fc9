use coincide_report::{CHECK_SCHEMA, Check, Finding};
use coincide_story::Comparison;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::reading::findings;
use crate::{Error, ErrorKind, Input, Options, Problem, VERSION};

/// What comes out for one line of a batch.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// It was checked.
    Checked(Box<Check>),
    /// It could not be checked.
    Failed(Failed),
}

/// A line that could not be checked, as it leaves.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Failed {
    /// The line's identifier; where it has none that can be read, `line 7`.
    pub id: String,
    /// `coincide.check/1`.
    pub schema: String,
    /// One X002 that says why.
    pub findings: Vec<Finding>,
}

impl Line {
    /// A line, the `number`th, that could not be checked for the reason `why`.
    pub fn failed(id: Option<String>, number: usize, why: &str) -> Self {
        let name = place(number);
        let problem =
            Problem { name: name.clone(), line: None, column: None, message: why.to_owned(), harmless: false };
        let findings: Vec<_> = findings(vec![problem]).collect();
        let report =
            coincide_report::compare(VERSION, Options::default().named(), &[], &Comparison::default(), &findings);
        Self::Failed(Failed {
            id: id.unwrap_or(name),
            schema: CHECK_SCHEMA.to_owned(),
            findings: report.value.findings,
        })
    }
}

fn place(number: usize) -> String {
    format!("line {number}")
}
/// Stub.
pub fn check_line(_line: &[u8], number: usize, _options: &Options) -> Line {
    Line::failed(None, number, "stub")
}
