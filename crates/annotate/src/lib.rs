//! Quotations, quantities, time expressions and entity mentions of a text, each with its span and its normal form.

mod agreement;
mod annotations;
pub mod antonym;
mod entity;
mod grapheme;
mod number;
mod quantity;
mod quotation;
mod reading;
mod scan;
mod time;

pub use agreement::{Agreement, AgreementReason};
pub use annotations::{
    Annotations, Change, Clock, Context, Counted, Entity, EntityKind, Hedge, Mention, Per, Quantity, QuantityUnit,
    Quotation, QuotationKind, Sentence, Speaker, TextCase, TimeExpression, TimeKind,
};
pub use entity::{NameMatch, RoleReason, compare_roles, compare_roles_reason, same_name};
pub use quantity::{HedgeChange, compare, compare_reason, compare_values, hedge_change};
pub use reading::{Reading, annotate};
pub use time::{compare_times, compare_times_reason};
