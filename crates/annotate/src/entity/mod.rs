//! Entity mentions: people, organisations and places, each with all of its names in the text.
//!
//! Names are runs of capitalised words; titles and roles are split off in front; shorter forms, acronyms and surnames
//! are joined to the full name, and so are descriptions and pronouns where only one entity fits; what an entity is
//! follows from evidence around all of its mentions first, and from tables of names second.

mod brackets;
mod case;
mod caseless;
mod kind;
mod link;
mod name;
mod names;
mod refer;
mod role;
mod roles;
mod tables;
mod words;

#[cfg(test)]
mod tests;

pub use name::{NameMatch, same_name};
pub use role::{RoleReason, compare_roles, compare_roles_reason};
pub(crate) use words::{ADDRESS, ROLES, is_nationality};

use crate::scan::Scan;
use crate::{Entity, TextCase};
use names::Evidence;

/// The entities of a text, in the order of their first mention, and how the text is written.
pub(crate) fn entities(scan: &Scan<'_>) -> (Vec<Entity>, TextCase) {
    let case = case::of_text(scan);
    let caseless = case != TextCase::Mixed;
    let evidence = Evidence::gather(scan);
    let headlines = if caseless { vec![true; scan.sentences.len()] } else { evidence.headlines.clone() };
    let (mut found, mut adjectives) = (Vec::new(), Vec::new());
    for (sentence, &headline) in headlines.iter().enumerate() {
        if caseless {
            found.extend(caseless::names(scan, sentence));
        } else if !headline {
            for run in names::runs(scan, &evidence, sentence) {
                let names = roles::split(scan, run);
                if names.is_empty() && run.to == run.from + 1 && is_nationality(scan.folded(run.from)) {
                    adjectives.push(run.from);
                }
                found.extend(names);
            }
        }
    }
    roles::keep_surnames(scan, &adjectives, &mut found);
    let (mut found, definitions) = brackets::define(scan, found);
    link::share_surnames(scan, &mut found);
    let mut linked = link::link(scan, &found, &definitions);
    link::add_headlines(scan, &headlines, caseless, &mut linked);
    let mut entities: Vec<Entity> = linked.iter().map(|group| kind::entity(scan, group)).collect();
    let genders: Vec<_> = linked.iter().zip(&entities).map(|(group, entity)| kind::gender(group, entity)).collect();
    refer::refer(scan, &mut entities, &genders);
    (entities, case)
}
