use std::ops::Range;

use coincide_text::{Span, Token};
use jiff::civil::Date;

/// What annotation needs to know of a text besides its words.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// The day the text was published: what `on Friday` and `yesterday` are resolved against. Without it they keep
    /// their words and get no value.
    pub published: Option<Date>,
}

/// Everything found in one text. All lists are in text order; all spans are of that text.
#[derive(Clone, Debug, Default)]
pub struct Annotations {
    /// Words, numbers and marks.
    pub tokens: Vec<Token>,
    /// Sentences.
    pub sentences: Vec<Sentence>,
    /// Quotations, and quoted words that are none ([`QuotationKind::Term`]).
    pub quotations: Vec<Quotation>,
    /// Quantities.
    pub quantities: Vec<Quantity>,
    /// Time expressions.
    pub times: Vec<TimeExpression>,
    /// People, organisations and places, each with all of its mentions.
    pub entities: Vec<Entity>,
    /// Where a name of an entity stands, in text order, and the index of the entity.
    pub names: Vec<(Span, usize)>,
    /// How the text is written. Unless it is [`TextCase::Mixed`], capitals tell no names, and most names are missed.
    pub case: TextCase,
}

/// How a text uses capital letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TextCase {
    /// As prose does: names begin with a capital, most other words do not.
    #[default]
    Mixed,
    /// All in capitals.
    Upper,
    /// Without capitals.
    Lower,
    /// Every word with a capital, as in headlines.
    Title,
}

impl Annotations {
    /// The indices of the tokens that lie within `span`.
    pub fn token_range(&self, span: Span) -> Range<usize> {
        let from = self.tokens.partition_point(|token| token.span.start < span.start);
        let to = self.tokens.partition_point(|token| token.span.end <= span.end);
        from..to.max(from)
    }

    /// Whether `span` lies within a name of an entity.
    pub fn is_in_name(&self, span: Span) -> bool {
        let after = self.names.partition_point(|(name, _)| name.start <= span.start);
        // Names do not overlap but where one is spelled out in brackets beside another: two before are enough.
        self.names.get(after.saturating_sub(2)..after).unwrap_or_default().iter().any(|(name, _)| name.contains(span))
    }

    /// The tokens that lie within `span`.
    pub fn tokens_in(&self, span: Span) -> &[Token] {
        self.tokens.get(self.token_range(span)).unwrap_or_default()
    }
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Its tokens, as indices.
    pub tokens: Range<usize>,
    /// The index of its paragraph.
    pub paragraph: usize,
}

/// Words given as somebody's, or words in quotation marks that are not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The content, without the marks.
    pub span: Span,
    /// The content with its marks; the same as `span` for an indirect quotation.
    pub marked: Span,
    /// The whole reported clause, with the word that begins it (`that`), where it is wider than `span`.
    pub content: Option<Span>,
    /// What it is.
    pub kind: QuotationKind,
    /// Who says it.
    pub speaker: Option<Speaker>,
    /// The word that says it is said: `said`, `according to`.
    pub cue: Option<Span>,
}

/// What words in quotation marks, or reported without them, are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuotationKind {
    /// A whole utterance in marks.
    Direct,
    /// Some words of an utterance in marks inside a reporting clause: `called it "illegal"`.
    Mixed,
    /// An utterance reported without marks: `said that he would leave`.
    Indirect,
    /// In marks, yet nobody's utterance: a title, a nickname, a term of art, scare quotes.
    Term,
}

/// The mention that says whose words a quotation is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The mention: a name, a description or a pronoun.
    pub span: Span,
    /// Index of the entity it stands for in [`Annotations::entities`], where that is known.
    pub entity: Option<usize>,
}

/// A number with its unit and what it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The expression: hedge, number, unit.
    pub span: Span,
    /// The number alone, as written.
    pub number: Span,
    /// Lowest and highest value it stands for; the same for a plain number.
    pub value: (f64, f64),
    /// The unit.
    pub unit: QuantityUnit,
    /// What is counted or measured, if the text says.
    pub of: Option<Counted>,
    /// How the number is hedged.
    pub hedge: Option<Hedge>,
    /// What the number is for each of: `60 dollars a day`, `50 per 100,000 people`.
    pub per: Option<Per>,
    /// Set if the number is by how much something changed (`rose 5 to 93`: the 5) and not how much there is.
    pub change: Option<Change>,
}

/// What a rate is for each of.
#[derive(Clone, Debug, PartialEq)]
pub struct Per {
    /// The words: `a day`, `per 100,000 people`.
    pub span: Span,
    /// For how many of them: 100,000, mostly 1.
    pub amount: f64,
    /// Of what, in the singular: `day`, `person`, `barrel`; `each` if the words do not say.
    pub unit: String,
}

/// Which way something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// It became more.
    Rise,
    /// It became less.
    Fall,
}

/// The unit of a quantity.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum QuantityUnit {
    /// Things that are counted.
    Count,
    /// An ordinal: `47th`.
    Ordinal,
    /// Per cent.
    Percent,
    /// Percentage points.
    PercentagePoints,
    /// Money; an ISO 4217 code, or the word used.
    Money(String),
    /// A person's age in years.
    Age,
    /// A measure, by its normal name in the singular: `kilometre`, `square foot`, `degree celsius`, `point`.
    Measure(String),
}

/// What a quantity counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// The words that say it.
    pub span: Span,
    /// Their stems without function words, sorted and each once.
    pub stems: Vec<String>,
    /// The stem of the head noun (`people` of `young people from the coast`), if there is a noun.
    pub head: Option<String>,
    /// The topic where several wordings have one: `death` for `dead`, `killed`, `lost their lives`; also `injury`,
    /// `arrest`, `displacement`, `evacuation`, `missing`, `infection`, `vote`.
    pub topic: Option<&'static str>,
    /// The stem of the verb that says what they do, where it follows at once: `believ` of `59% of Americans believe`.
    pub predicate: Option<String>,
}

/// How a number is hedged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hedge {
    /// At least, no fewer than.
    AtLeast,
    /// More than, over, upwards of.
    MoreThan,
    /// At most, up to, as many as.
    AtMost,
    /// Less than, under, fewer than.
    LessThan,
    /// About, some, roughly, around.
    About,
    /// Nearly, almost.
    Nearly,
}

impl Hedge {
    /// Whether both say the same to a reader: `at least` and `more than` do.
    pub const fn is_like(self, other: Self) -> bool {
        const fn direction(hedge: Hedge) -> u8 {
            match hedge {
                Hedge::AtLeast | Hedge::MoreThan => 0,
                Hedge::AtMost | Hedge::LessThan => 1,
                Hedge::About => 2,
                Hedge::Nearly => 3,
            }
        }
        direction(self) == direction(other)
    }
}

/// An expression of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeExpression {
    /// The expression.
    pub span: Span,
    /// Its TIMEX3 value (`2018-06-25`, `2018-06`, `P2D`, `XXXX-WXX-5`), as far as it could be resolved.
    pub value: String,
    /// What it is.
    pub kind: TimeKind,
    /// The first and the last day it can mean, for dates that could be resolved.
    pub days: Option<(Date, Date)>,
    /// The weekday it names, Monday being 1.
    pub weekday: Option<i8>,
    /// The year, month and day of the month that the words themselves give, unresolved.
    pub written: (Option<i16>, Option<i8>, Option<i8>),
    /// The time of day.
    pub clock: Option<Clock>,
    /// How a duration or a time of day is hedged: `at least two years`, `around noon`.
    pub hedge: Option<Hedge>,
    /// The days of both ends of a range (`from Monday to Friday`), where they could be resolved.
    pub ends: Option<((Date, Date), (Date, Date))>,
    /// How often in the period that `value` names: 2 for `twice a week`.
    pub frequency: Option<u16>,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Clock {
    /// Minutes from midnight.
    pub minute: u16,
    /// Minutes that its zone is east of Greenwich, if the text names a zone.
    pub offset: Option<i16>,
}

/// What a time expression is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeKind {
    /// A day, month, year or season.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs: `every Monday`.
    Set,
}

/// A person, organisation or place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// What it is, as far as can be told.
    pub kind: EntityKind,
    /// Its fullest name in the text.
    pub name: String,
    /// The title or role the text gives: `Foreign Ministry spokesman`.
    pub role: Option<String>,
    /// Every place where it is named or stood for.
    pub mentions: Vec<Mention>,
}

/// A place where an entity is named or stood for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The words: the name without title or role.
    pub span: Span,
    /// Whether it is a name; else it is a pronoun or a description.
    pub named: bool,
}

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A company, authority, party, team or outlet.
    Organisation,
    /// A country, town, building or natural place.
    Place,
    /// A capitalised name of which it cannot be told.
    Other,
}
