//! The JSON values other programs rely on. Within one schema number fields are only ever added.

use std::collections::BTreeMap;

pub use coincide_check::{Level, Stance, Verdict};
pub use coincide_story::{Direction, FactKind, FactState};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::AnnotationsValue;

/// The schema name of [`Check`].
pub const CHECK_SCHEMA: &str = "coincide.check/1";
/// The schema name of [`Compare`].
pub const COMPARE_SCHEMA: &str = "coincide.compare/1";

/// The result of checking one draft: `coincide.check/1`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Check {
    /// In batch mode, the identifier of the line.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub id: Option<String>,
    /// `coincide.check/1`.
    #[schemars(extend("const" = CHECK_SCHEMA))]
    pub schema: String,
    /// The version of the program.
    pub version: String,
    /// The options that decide the result, by name.
    pub options: BTreeMap<String, serde_json::Value>,
    /// The draft, then the articles.
    pub inputs: Vec<Input>,
    /// One for each sentence of the draft.
    pub claims: Vec<Claim>,
    /// What there is to look at, in the order of the draft.
    pub findings: Vec<Finding>,
    /// What the articles say among themselves.
    pub comparison: Comparison,
    /// How many claims have which verdict.
    pub summary: Summary,
}

/// The result of comparing articles: `coincide.compare/1`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Compare {
    /// `coincide.compare/1`.
    #[schemars(extend("const" = COMPARE_SCHEMA))]
    pub schema: String,
    /// The version of the program.
    pub version: String,
    /// The options that decide the result, by name.
    pub options: BTreeMap<String, serde_json::Value>,
    /// Findings about the inputs themselves (X002).
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub findings: Vec<Finding>,
    /// What the articles say among themselves.
    #[serde(flatten)]
    pub comparison: Comparison,
}

/// A draft or an article that was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Input {
    /// `draft`, or `a1`, `a2` and so on.
    pub id: String,
    /// The input's name as the caller gave it.
    pub path: Option<String>,
    /// SHA-256 of its bytes (of the line, for JSON lines).
    pub sha256: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// Who signed it: people, and agencies or organisations where they sign.
    #[serde(default)]
    pub authors: Vec<String>,
    /// When it was published.
    pub published: Option<Published>,
}

/// When an article was published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Published {
    /// ISO 8601, to the precision that is known.
    pub value: String,
    /// `second`, `minute`, `day` or `month`.
    pub precision: String,
    /// What says so: `given`, `field`, `metadata`, `address`, `byline` or `text`.
    pub from: String,
}

/// A range of a clean text, in Unicode code points, and the bytes of the input it was read from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Span {
    /// The first code point.
    pub start: usize,
    /// After the last code point.
    pub end: usize,
    /// The smallest range of the input's bytes whose reading contains it; null where the input has no bytes of its own.
    pub bytes: Option<(usize, usize)>,
}

/// A place in the input file, as editors count: lines and columns from 1, columns in code points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Region {
    /// Line of the first character.
    pub line: usize,
    /// Column of the first character.
    pub column: usize,
    /// Line of the last character.
    pub end_line: usize,
    /// Column after the last character.
    pub end_column: usize,
}

/// One sentence of the draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Claim {
    /// `c1`, `c2` and so on.
    pub id: String,
    /// Where it stands in the draft.
    pub span: Span,
    /// Where it stands in the draft's file.
    pub region: Option<Region>,
    /// The sentence.
    pub text: String,
    /// What comes out.
    pub verdict: Verdict,
    /// Why it was not checked, or `uncertain`.
    pub reason: Option<String>,
    /// The probability that the articles together support it, from 0 to 1; null where it was not checked.
    pub score: Option<f64>,
    /// How many independent sources support it.
    pub independent_sources: usize,
    /// What is judged: parts that each say one thing.
    pub clauses: Vec<Clause>,
    /// How many articles are silent on it.
    pub silent: usize,
    /// Identifiers of its findings.
    pub findings: Vec<String>,
}

/// A part of a claim that says one thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Clause {
    /// Where it stands in the draft.
    pub span: Span,
    /// What comes out.
    pub verdict: Verdict,
    /// Why it was not checked, or `uncertain`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<String>,
    /// As the claim's.
    pub score: Option<f64>,
    /// The passages that are not silent: of very many, those that contradict, then those that support best.
    pub evidence: Vec<Evidence>,
    /// How many more passages the list leaves out; absent where it is complete.
    #[serde(skip_serializing_if = "is_zero", default)]
    pub omitted: usize,
}

/// A passage that bears on a clause.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// The article's identifier.
    pub article: String,
    /// What it says about the clause.
    pub stance: Stance,
    /// How sure that stance is, from 0 to 1.
    pub score: f64,
    /// Where it stands in the article.
    pub span: Span,
    /// The number of its paragraph, from 1.
    pub paragraph: usize,
    /// The passage.
    pub text: String,
}

/// One thing to look at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// `f1`, `f2` and so on.
    pub id: String,
    /// Its stable code.
    pub code: String,
    /// How much it matters.
    pub level: Level,
    /// What is wrong, in one line.
    pub message: String,
    /// The claim it is about.
    pub claim: Option<String>,
    /// The input its spans are of: `draft`, an article's identifier, or null where no text could be read.
    pub input: Option<String>,
    /// The words concerned.
    pub spans: Vec<Span>,
    /// Where the first to the last of them stand in the input's file.
    pub region: Option<Region>,
    /// The words from the first to the last of them; the input's name where no text could be read.
    pub text: String,
    /// The passages that prove it: of very many, the first.
    pub evidence: Vec<FindingEvidence>,
    /// How many more passages the list leaves out; absent where it is complete.
    #[serde(skip_serializing_if = "is_zero", default)]
    pub omitted: usize,
    /// Word by word, what differs.
    pub differences: Vec<Difference>,
    /// Further facts in words: who said it, which articles are silent.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// Words that would mend it.
    pub suggestion: Option<String>,
    /// Stays the same while the finding does, wherever it moves in the draft.
    pub fingerprint: String,
}

/// A passage that proves a finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FindingEvidence {
    /// The article's identifier.
    pub article: String,
    /// The words concerned; the first is the passage itself.
    pub spans: Vec<Span>,
    /// The number of the paragraph, from 1.
    pub paragraph: usize,
    /// The passage.
    pub text: String,
}

/// Words of the draft and the words of an article that stand in their place; either may be empty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Difference {
    /// In the draft.
    pub draft: Span,
    /// In the article.
    pub article: Span,
    /// The index of the finding's evidence the article's words are of.
    pub evidence: usize,
}

/// A further fact about a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// What it is about: `said`, `silent`, `same words`.
    pub label: String,
    /// What there is to say.
    pub text: String,
}

/// How many claims have which verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Summary {
    /// The articles say all of it.
    pub supported: usize,
    /// An article says otherwise.
    pub contradicted: usize,
    /// The articles disagree.
    pub conflicting: usize,
    /// No article says it.
    pub not_found: usize,
    /// Not checked.
    pub not_checked: usize,
}

/// What articles say among themselves: the body of `coincide.compare/1`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Comparison {
    /// The articles.
    pub articles: Vec<Input>,
    /// The independent sources; every article is in exactly one.
    pub sources: Vec<Source>,
    /// What they say, aligned.
    pub facts: Vec<Fact>,
    /// Text that two of them share.
    pub reuse: Vec<Reuse>,
    /// How much these lists leave out; absent where they are complete.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub omitted: Option<Omitted>,
}

/// What the comparison of very many articles leaves out. It is counted like the rest and only not listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Omitted {
    /// Facts: of each kind the strongest are listed, differing before shared before single.
    pub facts: usize,
    /// Pairs of articles that share text: of each article those that share most words are listed.
    pub reuse: usize,
}

fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// An independent source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// `s1`, `s2` and so on.
    pub id: String,
    /// The articles that are one source.
    pub articles: Vec<String>,
}

/// What several articles say about one thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Fact {
    /// `x1`, `x2` and so on.
    pub id: String,
    /// What it is about.
    pub kind: FactKind,
    /// What is compared, in a few words.
    pub label: String,
    /// What comes out.
    pub state: FactState,
    /// How many independent sources say it.
    pub independent_sources: usize,
    /// What each article that speaks of it says: of very many, the first with each value before others.
    pub cells: Vec<Cell>,
    /// How many more articles the list leaves out; absent where it is complete.
    #[serde(skip_serializing_if = "is_zero", default)]
    pub omitted: usize,
}

/// What one article says about one thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Cell {
    /// The article's identifier.
    pub article: String,
    /// The value, as the article words it.
    pub value: String,
    /// Its normal form.
    pub normal: String,
    /// The words the value was taken from.
    pub span: Span,
    /// The words the value was taken from, sliced by `span`.
    pub text: String,
    /// The sentence they stand in.
    pub passage: String,
}

/// Text that two articles share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Reuse {
    /// An article.
    pub a: String,
    /// Another.
    pub b: String,
    /// Who took it from whom.
    pub direction: Direction,
    /// What the direction was decided from.
    pub why: String,
    /// Number of words shared.
    pub words: usize,
    /// The part of `a` that is shared, from 0 to 1.
    pub share_of_a: f64,
    /// The part of `b` that is shared, from 0 to 1.
    pub share_of_b: f64,
    /// The passages.
    pub spans: Vec<ReusedPassage>,
}

/// A passage that two articles share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReusedPassage {
    /// In the one.
    pub a: Span,
    /// In the other.
    pub b: Span,
}

/// A clean text of an input, for the formats that show it. Not part of the JSON.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The input's identifier: `draft`, `a1`.
    pub id: String,
    /// The clean text.
    pub text: String,
    /// Its paragraphs, as ranges of code points.
    pub paragraphs: Vec<(usize, usize)>,
    /// What was found in it; only of the first texts of a report that has hundreds.
    pub annotations: Option<AnnotationsValue>,
}

/// What every output format is made from: a value and the texts its spans are of.
#[derive(Clone, Debug)]
pub struct Report<V> {
    /// The value.
    pub value: V,
    /// The draft, if there is one, then the articles.
    pub documents: Vec<Document>,
}
