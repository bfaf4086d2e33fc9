use coincide_text::Span;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the articles of one story have in common and where they differ. Articles are named by their index.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// The independent sources: every article in exactly one, an article with those it shares at least half of its
    /// text with.
    pub sources: Vec<Vec<usize>>,
    /// What they say, aligned.
    pub facts: Vec<Fact>,
    /// Text that two of them share.
    pub reuse: Vec<Reuse>,
}

/// What several articles say about one thing: one row of the comparison.
#[derive(Clone, Debug)]
pub struct Fact {
    /// What it is about.
    pub kind: FactKind,
    /// What is compared, in a few words: `deaths`, `"we will sail on Monday"`.
    pub label: String,
    /// What comes out.
    pub state: FactState,
    /// What each article that speaks of it says, in article order.
    pub cells: Vec<Cell>,
    /// How many independent sources say it, counted for this fact alone.
    pub independent_sources: usize,
}

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// A number.
    Quantity,
    /// Somebody's words.
    Quotation,
    /// A date or time.
    Time,
    /// Anything else that is said.
    Statement,
}

/// What comes out when the cells of a fact are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FactState {
    /// Two articles' values differ.
    Differing,
    /// Two or more independent sources say compatible things.
    Shared,
    /// One independent source only.
    Single,
}

/// What one article says about one thing.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The article.
    pub article: usize,
    /// The value, as the article words it.
    pub value: String,
    /// Its normal form, by which values are compared.
    pub normal: String,
    /// The words the value was taken from.
    pub span: Span,
    /// The sentence they stand in.
    pub passage: Span,
}

/// Text that two articles share.
#[derive(Clone, Debug)]
pub struct Reuse {
    /// The article with the lower index.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// Who took it from whom.
    pub direction: Direction,
    /// What the direction was decided from, in words.
    pub why: String,
    /// Number of words shared.
    pub words: usize,
    /// The part of `a`'s words that is shared, from 0 to 1.
    pub share_of_a: f64,
    /// The part of `b`'s words that is shared, from 0 to 1.
    pub share_of_b: f64,
    /// The passages, in the order of `a`.
    pub passages: Vec<SharedPassage>,
}

/// A passage that two articles share, up to small edits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedPassage {
    /// Where it stands in the first article.
    pub a: Span,
    /// Where it stands in the second.
    pub b: Span,
}

/// Who took text from whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The second article took it from the first.
    AToB,
    /// The first article took it from the second.
    BToA,
    /// Both took it from an agency.
    Common,
    /// Not known.
    Unknown,
}
