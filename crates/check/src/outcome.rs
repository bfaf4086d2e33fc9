use coincide_story::Comparison;
use coincide_text::Span;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Code;

/// What came out for one draft.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// One claim for each sentence of the draft, in order.
    pub claims: Vec<Claim>,
    /// What there is to look at, in the order of the draft; findings about no place come last.
    pub findings: Vec<Finding>,
    /// What the articles say among themselves.
    pub comparison: Comparison,
}

/// A verdict. In the order in which the worst clause of a sentence decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// An article says otherwise.
    Contradicted,
    /// The articles disagree.
    Conflicting,
    /// No article says it.
    NotFound,
    /// The articles, one or several together, say all of it.
    Supported,
    /// It was not checked; the reason says why.
    NotChecked,
}

/// Why something was not checked, or could not be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// It states an opinion or a judgement.
    Opinion,
    /// It sums up or decorates and states nothing of its own.
    Flourish,
    /// It asks.
    Question,
    /// It is no sentence: a heading, a caption, a byline.
    Fragment,
    /// It belongs to a page, not to the text: `Sign up for our newsletter`.
    Navigation,
    /// It is in a language that is not checked.
    Language,
    /// Checking it failed.
    Failed,
    /// The evidence is too weak to call it.
    Uncertain,
}

impl Reason {
    /// Its name in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Opinion => "opinion",
            Self::Flourish => "flourish",
            Self::Question => "question",
            Self::Fragment => "fragment",
            Self::Navigation => "navigation",
            Self::Language => "language",
            Self::Failed => "failed",
            Self::Uncertain => "uncertain",
        }
    }
}

/// What a passage says about a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// It says so.
    Supports,
    /// It says otherwise.
    Contradicts,
    /// It says nothing of it.
    Silent,
}

/// One sentence of the draft.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Where it stands in the draft.
    pub span: Span,
    /// What comes out: the worst of its clauses.
    pub verdict: Verdict,
    /// Why it was not checked, or uncertain.
    pub reason: Option<Reason>,
    /// The probability that the articles together support it, from 0 to 1; nothing where it was not checked.
    pub score: Option<f64>,
    /// How many independent sources support it.
    pub independent_sources: usize,
    /// How many articles are silent on it.
    pub silent: usize,
    /// What is judged.
    pub clauses: Vec<Clause>,
}

/// A part of a claim that says one thing.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Where it stands in the draft.
    pub span: Span,
    /// What comes out.
    pub verdict: Verdict,
    /// Why it was not checked, or uncertain.
    pub reason: Option<Reason>,
    /// The probability that the articles together support it, from 0 to 1.
    pub score: Option<f64>,
    /// The passages that are not silent, by article.
    pub evidence: Vec<Evidence>,
}

/// A passage of an article that bears on a clause.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evidence {
    /// The article.
    pub article: usize,
    /// What it says about the clause.
    pub stance: Stance,
    /// How sure that stance is, from 0 to 1.
    pub score: f64,
    /// Whether it bears the clause out, or says otherwise, without the others.
    pub alone: bool,
    /// The passage.
    pub span: Span,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Worth knowing.
    Note,
    /// To be looked at.
    Warning,
    /// To be mended.
    Error,
}

/// One thing to look at.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Its code.
    pub code: Code,
    /// How much it matters; at most the code's own level.
    pub level: Level,
    /// What is wrong, in one line without a full stop.
    pub message: String,
    /// The index of the claim it is about.
    pub claim: Option<usize>,
    /// What its spans are of.
    pub place: Place,
    /// The words concerned, in order.
    pub spans: Vec<Span>,
    /// The passages that prove it.
    pub evidence: Vec<Proof>,
    /// Word by word, what differs.
    pub differences: Vec<Difference>,
    /// Further facts, in words.
    pub notes: Vec<Note>,
    /// Words that would mend it.
    pub suggestion: Option<String>,
}

/// What the spans of a finding are of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The draft.
    Draft,
    /// An article.
    Article(usize),
    /// An input of which no text could be read, by name.
    Input(String),
}

/// A passage that proves a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The article.
    pub article: usize,
    /// The passage.
    pub span: Span,
    /// The words in it that matter; none if all do.
    pub words: Vec<Span>,
}

/// Words of the draft and the words of an article that stand in their place. One of them may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// In the draft.
    pub draft: Span,
    /// In the article.
    pub article: Span,
    /// The index of the [`Proof`] the article's words are of.
    pub proof: usize,
}

/// A further fact about a finding: `said`: `Inga Strand, harbour master`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub label: &'static str,
    /// What there is to say.
    pub text: String,
}
