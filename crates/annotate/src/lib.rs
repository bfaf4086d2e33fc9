//! Quotations, quantities, time expressions and entity mentions of a text, each with its span and its normal form.

mod annotations;
mod reading;

pub use annotations::{
    Annotations, Context, Counted, Entity, EntityKind, Hedge, Mention, Quantity, QuantityUnit, Quotation,
    QuotationKind, Sentence, Speaker, TimeExpression, TimeKind,
};
pub use reading::{Reading, annotate};
