use coincide_annotate::{Change, EntityKind, Hedge, QuantityUnit, QuotationKind, Reading, TextCase, TimeKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Span, convert};

/// The schema name of [`AnnotationsValue`].
pub const ANNOTATIONS_SCHEMA: &str = "coincide.annotations/1";

/// What was found in one text: `coincide.annotations/1`. All lists are in text order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AnnotationsValue {
    /// `coincide.annotations/1`.
    #[schemars(extend("const" = ANNOTATIONS_SCHEMA))]
    pub schema: String,
    /// The identifier its record gave the text.
    pub id: Option<String>,
    /// The input's name as the caller gave it.
    pub path: Option<String>,
    /// How the text uses capitals: `mixed`, `upper`, `lower` or `title`. Unless it is `mixed`, most names are missed.
    #[serde(default)]
    pub case: String,
    /// Words given as somebody's.
    pub quotations: Vec<QuotationValue>,
    /// Numbers with their unit and what they count.
    pub quantities: Vec<QuantityValue>,
    /// Time expressions.
    pub times: Vec<TimeValue>,
    /// People, organisations and places, by first mention.
    pub entities: Vec<EntityValue>,
}

/// Words given as somebody's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct QuotationValue {
    /// The content, without the marks.
    pub span: Span,
    /// The content.
    pub text: String,
    /// The whole reported clause, where it is wider than `span`.
    pub content: Option<Span>,
    /// `direct`, `mixed` or `indirect`.
    pub kind: String,
    /// Who says it.
    pub speaker: Option<SpeakerValue>,
    /// The word that says it is said.
    pub cue: Option<Words>,
}

/// The mention that says whose words a quotation is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SpeakerValue {
    /// Where it stands.
    pub span: Span,
    /// The mention.
    pub text: String,
    /// The identifier of the entity it stands for.
    pub entity: Option<String>,
}

/// Some words and where they stand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Words {
    /// Where they stand.
    pub span: Span,
    /// The words.
    pub text: String,
}

/// A number with its unit and what it counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct QuantityValue {
    /// The expression: hedge, number, unit.
    pub span: Span,
    /// The expression.
    pub text: String,
    /// Lowest and highest value it stands for.
    pub value: (f64, f64),
    /// `count`, `ordinal`, `percent`, `percentage_points`, `age`, an ISO 4217 code or the name of a measure.
    pub unit: String,
    /// What is counted or measured.
    pub of: Option<String>,
    /// `at_least`, `more_than`, `at_most`, `less_than`, `about` or `nearly`.
    pub hedge: Option<String>,
    /// What the number is for each of.
    pub per: Option<PerValue>,
    /// `rise` or `fall` if the number is by how much something changed and not how much there is.
    pub change: Option<String>,
}

/// What a rate is for each of: `a day`, `per 100,000 people`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PerValue {
    /// Where the words stand.
    pub span: Span,
    /// The words.
    pub text: String,
    /// For how many of them.
    pub amount: f64,
    /// Of what, in the singular; `each` if the words do not say.
    pub unit: String,
}

/// A time expression.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TimeValue {
    /// The expression.
    pub span: Span,
    /// The expression.
    pub text: String,
    /// Its TIMEX3 value, as far as it could be resolved.
    pub value: String,
    /// `date`, `time`, `duration` or `set`.
    pub kind: String,
    /// How a duration or a time of day is hedged; as for quantities.
    pub hedge: Option<String>,
    /// How often in the period that `value` names, of a set: 2 for `twice a week`.
    pub frequency: Option<u16>,
}

/// A person, organisation or place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EntityValue {
    /// `e1`, `e2` and so on.
    pub id: String,
    /// `person`, `organisation`, `place` or `other`.
    pub kind: String,
    /// Its fullest name in the text.
    pub name: String,
    /// The title or role the text gives.
    pub role: Option<String>,
    /// Every place where it is named or stood for.
    pub mentions: Vec<Span>,
}

/// What was found in the text of `reading`, as it leaves. Quoted words that are nobody's utterance are left out.
pub fn annotations(reading: &Reading) -> AnnotationsValue {
    let text = &reading.article.text;
    let place = |span| convert::span(text, span);
    let slice = |span| text.slice(span).to_owned();
    let found = &reading.annotations;
    let quotations = found.quotations.iter().filter_map(|quotation| {
        let kind = match quotation.kind {
            QuotationKind::Direct => "direct",
            QuotationKind::Mixed => "mixed",
            QuotationKind::Indirect => "indirect",
            QuotationKind::Term => return None,
        };
        let speaker = quotation.speaker.as_ref().map(|speaker| SpeakerValue {
            span: place(speaker.span),
            text: slice(speaker.span),
            entity: speaker.entity.map(entity_id),
        });
        let cue = quotation.cue.map(|cue| Words { span: place(cue), text: slice(cue) });
        let content = quotation.content.map(place);
        let (span, text) = (place(quotation.span), slice(quotation.span));
        Some(QuotationValue { span, text, content, kind: kind.to_owned(), speaker, cue })
    });
    let quantities = found.quantities.iter().map(|quantity| QuantityValue {
        span: place(quantity.span),
        text: slice(quantity.span),
        value: quantity.value,
        unit: unit(&quantity.unit).to_owned(),
        of: quantity.of.as_ref().map(|of| slice(of.span)),
        hedge: quantity.hedge.map(|hedge| self::hedge(hedge).to_owned()),
        per: quantity.per.as_ref().map(|per| PerValue {
            span: place(per.span),
            text: slice(per.span),
            amount: per.amount,
            unit: per.unit.clone(),
        }),
        change: quantity.change.map(|change| {
            let name = match change {
                Change::Rise => "rise",
                Change::Fall => "fall",
            };
            name.to_owned()
        }),
    });
    let times = found.times.iter().map(|time| TimeValue {
        span: place(time.span),
        text: slice(time.span),
        value: time.value.clone(),
        kind: time_kind(time.kind).to_owned(),
        hedge: time.hedge.map(|hedge| self::hedge(hedge).to_owned()),
        frequency: time.frequency,
    });
    let entities = found.entities.iter().enumerate().map(|(index, entity)| EntityValue {
        id: entity_id(index),
        kind: entity_kind(entity.kind).to_owned(),
        name: entity.name.clone(),
        role: entity.role.clone(),
        mentions: entity.mentions.iter().map(|mention| place(mention.span)).collect(),
    });
    AnnotationsValue {
        schema: ANNOTATIONS_SCHEMA.to_owned(),
        id: reading.article.id.clone(),
        path: reading.article.path.clone(),
        case: text_case(found.case).to_owned(),
        quotations: quotations.collect(),
        quantities: quantities.collect(),
        times: times.collect(),
        entities: entities.collect(),
    }
}

fn entity_id(index: usize) -> String {
    format!("e{}", index + 1)
}

fn unit(unit: &QuantityUnit) -> &str {
    match unit {
        QuantityUnit::Count => "count",
        QuantityUnit::Ordinal => "ordinal",
        QuantityUnit::Percent => "percent",
        QuantityUnit::PercentagePoints => "percentage_points",
        QuantityUnit::Age => "age",
        QuantityUnit::Money(name) | QuantityUnit::Measure(name) => name,
    }
}

const fn hedge(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::AtLeast => "at_least",
        Hedge::MoreThan => "more_than",
        Hedge::AtMost => "at_most",
        Hedge::LessThan => "less_than",
        Hedge::About => "about",
        Hedge::Nearly => "nearly",
    }
}

const fn time_kind(kind: TimeKind) -> &'static str {
    match kind {
        TimeKind::Date => "date",
        TimeKind::Time => "time",
        TimeKind::Duration => "duration",
        TimeKind::Set => "set",
    }
}

const fn entity_kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organisation => "organisation",
        EntityKind::Place => "place",
        EntityKind::Other => "other",
    }
}

const fn text_case(case: TextCase) -> &'static str {
    match case {
        TextCase::Mixed => "mixed",
        TextCase::Upper => "upper",
        TextCase::Lower => "lower",
        TextCase::Title => "title",
    }
}
