//! Baselines: findings a team knows and accepts, by fingerprint.
//!
//! A known finding is left out of the report; its claim keeps its verdict. A fingerprint does not depend on where a
//! sentence stands, so a finding stays known while the rest of the draft changes. Findings that say that something
//! could not be checked or read (X001, X002) are never known: a failure does not become a pass.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use coincide::{Check, Finding};
use serde::{Deserialize, Serialize};

use crate::exit::cannot;

/// The schema of a baseline file.
const SCHEMA: &str = "coincide.baseline/1";

/// A baseline file. The fingerprint alone decides; code and text are for the people who review it.
#[derive(Debug, Serialize, Deserialize)]
struct File {
    schema: String,
    findings: BTreeSet<Known>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Known {
    fingerprint: String,
    code: String,
    text: String,
}

/// The fingerprints of known findings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Baseline {
    fingerprints: BTreeSet<String>,
}

impl Baseline {
    /// The baseline in the file at `path`.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let name = path.display();
        let bytes = std::fs::read(path)
            .map_err(cannot("read the baseline", path))
            .map_err(|error| anyhow!("{error}; --write-baseline makes one"))?;
        let file: File = serde_json::from_slice(&bytes).with_context(|| format!("{name} is not a baseline"))?;
        if file.schema != SCHEMA {
            bail!("{name} is of the schema `{}`, not `{SCHEMA}`", file.schema);
        }
        Ok(Self { fingerprints: file.findings.into_iter().map(|known| known.fingerprint).collect() })
    }

    /// Takes the known findings out of `check` and gives their number. The others keep their identifiers.
    pub(crate) fn apply(&self, check: &mut Check) -> usize {
        if self.fingerprints.is_empty() {
            return 0;
        }
        let mut known = BTreeSet::new();
        check.findings.retain(|finding| {
            let shown = !can_be_known(finding) || !self.fingerprints.contains(&finding.fingerprint);
            if !shown {
                known.insert(finding.id.clone());
            }
            shown
        });
        for claim in &mut check.claims {
            claim.findings.retain(|id| !known.contains(id));
        }
        known.len()
    }
}

/// Writes the findings that can be known to `path`, sorted, and gives their number.
pub(crate) fn write<'a>(path: &Path, findings: impl IntoIterator<Item = &'a Finding>) -> Result<usize> {
    let findings: BTreeSet<Known> = findings
        .into_iter()
        .filter(|finding| can_be_known(finding))
        .map(|finding| Known {
            fingerprint: finding.fingerprint.clone(),
            code: finding.code.clone(),
            text: finding.text.clone(),
        })
        .collect();
    let count = findings.len();
    let mut bytes = serde_json::to_vec_pretty(&File { schema: SCHEMA.to_owned(), findings })?;
    bytes.push(b'\n');
    std::fs::write(path, bytes).map_err(cannot("write the baseline", path))?;
    Ok(count)
}

fn can_be_known(finding: &Finding) -> bool {
    !finding.code.starts_with('X')
}
