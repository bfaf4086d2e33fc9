//! Entity mentions: people, organisations and places, each with all of its names in the text.
//!
//! Names are runs of capitalised words; titles and roles are split off in front; shorter forms, acronyms and surnames
//! are joined to the full name; what an entity is follows from evidence around all of its mentions. No list of names is
//! used.

mod kind;
mod link;
mod name;
mod names;
mod role;
mod roles;
mod words;

#[cfg(test)]
mod tests;

pub use name::{NameMatch, same_name};
pub use role::{RoleReason, compare_roles, compare_roles_reason};
pub(crate) use words::{ADDRESS, ROLES, is_nationality};

use crate::Entity;
use crate::scan::Scan;
use names::Evidence;

/// The entities of a text, in the order of their first mention.
pub(crate) fn entities(scan: &Scan<'_>) -> Vec<Entity> {
    let evidence = Evidence::gather(scan);
    let mut found = Vec::new();
    for sentence in 0..scan.sentences.len() {
        if !evidence.headlines.get(sentence).copied().unwrap_or_default() {
            for run in names::runs(scan, &evidence, sentence) {
                found.extend(roles::split(scan, run));
            }
        }
    }
    let mut linked = link::link(scan, &found);
    link::add_headlines(scan, &evidence.headlines, &mut linked);
    linked.into_iter().map(|group| kind::entity(scan, group)).collect()
}
