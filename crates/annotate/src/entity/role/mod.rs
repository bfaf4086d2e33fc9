//! Titles and roles as values: what a role says, and whether two of them can be of one person.

mod compare;
mod parse;
mod words;

#[cfg(test)]
mod tests;

pub(super) use compare::is_one;
pub use compare::{RoleReason, compare_roles, compare_roles_reason};
pub(super) use parse::{Role, roles};
