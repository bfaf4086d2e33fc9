use std::collections::BTreeMap;

use coincide_annotate::{Agreement, EntityKind, Hedge, Quantity, QuantityUnit, Reading, compare};
use coincide_text::Span;

use super::align::{Link, align};
use super::corpus::Corpus;
use super::label::shorten;
use super::{Row, any_two};
use crate::{Cell, FactKind};

/// How many later quantities of one kind each is compared with.
const NEIGHBOURS: usize = 64;
/// How alike the sentences of two unequal quantities must be if the two have one topic.
const CONTEXT_OF_TOPIC: f64 = 0.12;
/// How alike they must be if only the words counted are the same.
const CONTEXT_OF_WORDS: f64 = 0.25;
/// Two numbers of one topic that are each the only one in their article count the same thing if neither is more than
/// this many times the other.
const RATIO: f64 = 3.0;
/// Counts up to this one that have no topic (`two leaders`, `both sides`) are manners of speaking and not figures.
const MANNER: f64 = 3.0;
/// Counts without a topic that one article alone has are worth a row from here on: smaller ones describe (`the eight
/// nations`) more often than they report.
const FEWEST_ALONE: f64 = 10.0;
/// Characters of a label.
const LABEL: usize = 60;

/// A quantity that may be compared.
struct Item<'a> {
    article: usize,
    quantity: &'a Quantity,
    /// The content stems of its sentence.
    context: &'a [u32],
    /// The sentence.
    passage: Span,
    /// What it may be compared with: its unit and its topic or head noun, or whose age it is.
    key: (String, String),
    /// Whether its article has another with the same key.
    alone: bool,
}

/// The quantities of all articles, those that count the same thing in one row.
pub(super) fn quantities(articles: &[Reading], corpus: &Corpus<'_>) -> Vec<Row> {
    let mut items = items(articles, corpus);
    let owners: Vec<usize> = items.iter().map(|item| item.article).collect();
    let mut kinds: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (index, item) in items.iter().enumerate() {
        kinds.entry(item.key.clone()).or_default().push(index);
    }
    let mut links = Vec::new();
    for members in kinds.values() {
        // Items are in article order, and so are those of one kind.
        let of_one_article = |&one: &usize, &other: &usize| owners[one] == owners[other];
        for same in members.chunk_by(of_one_article) {
            for &member in same {
                items[member].alone = same.len() == 1;
            }
        }
        for (place, &a) in members.iter().enumerate() {
            for &b in members[place + 1..].iter().take(NEIGHBOURS) {
                if items[a].article != items[b].article
                    && let Some(score) = same_thing(corpus, &items[a], &items[b])
                {
                    links.push(Link { score, a, b });
                }
            }
        }
    }
    let mut rows: Vec<Row> = align(&owners, links)
        .into_iter()
        .filter(|group| group.len() > 1 || worth_showing(items[group[0]].quantity))
        .map(|group| row(articles, &items, &group))
        .collect();
    tell_apart(articles, &mut rows);
    rows
}

/// Adds the words that follow to labels that several rows have: `passengers were lifted off`.
fn tell_apart(articles: &[Reading], rows: &mut [Row]) {
    const MORE: usize = 30;
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows.iter() {
        *count.entry(row.label.clone()).or_default() += 1;
    }
    for row in rows.iter_mut().filter(|row| count.get(&row.label).is_some_and(|&rows| rows > 1)) {
        if let Some(cell) = row.cells.first() {
            let rest = Span::new(cell.span.end, cell.passage.end);
            let rest = rest.of(articles[cell.article].text()).trim_start();
            let more = shorten(rest, MORE);
            row.label = if rest.starts_with(&row.label) { more } else { format!("{}: {more}", row.label) };
        }
    }
}

fn items<'a>(articles: &'a [Reading], corpus: &'a Corpus<'_>) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    for (article, reading) in articles.iter().enumerate() {
        for quantity in &reading.annotations.quantities {
            if let Some(key) = key(reading, quantity)
                && let Some(sentence) = corpus.sentence_at(article, quantity.span)
                && sentence.running
            {
                let (context, passage) = (sentence.stems.as_slice(), sentence.span);
                items.push(Item { article, quantity, context, passage, key, alone: true });
            }
        }
    }
    items
}

/// What a quantity may be compared with, or nothing if it cannot be told what it counts.
fn key(article: &Reading, quantity: &Quantity) -> Option<(String, String)> {
    let unit = match &quantity.unit {
        QuantityUnit::Ordinal => return None,
        QuantityUnit::Age => return Some(("age".to_owned(), person(article, quantity)?.to_lowercase())),
        QuantityUnit::Count => "count".to_owned(),
        QuantityUnit::Percent | QuantityUnit::PercentagePoints => format!("{:?}", quantity.unit),
        QuantityUnit::Money(currency) => format!("money {currency}"),
        QuantityUnit::Measure(measure) => format!("measure {measure}"),
    };
    let of = quantity.of.as_ref()?;
    if of.topic.is_none() && quantity.unit == QuantityUnit::Count && quantity.value.1 <= MANNER {
        return None;
    }
    Some((unit, of.topic.map(str::to_owned).or_else(|| of.head.clone())?))
}

/// The last name of the person nearest before an age, in its sentence.
fn person<'a>(article: &'a Reading, quantity: &Quantity) -> Option<&'a str> {
    let near = 60;
    let people = article.annotations.entities.iter().filter(|entity| entity.kind == EntityKind::Person);
    let mentions = people.flat_map(|entity| entity.mentions.iter().map(move |mention| (mention.span, entity)));
    mentions
        .filter(|(span, _)| span.end <= quantity.span.start && quantity.span.start - span.end <= near)
        .max_by_key(|(span, _)| span.end)
        .and_then(|(_, entity)| entity.name.split_whitespace().last())
}

/// How sure it is that two quantities count the same thing, or nothing if they do not.
fn same_thing(corpus: &Corpus<'_>, a: &Item<'_>, b: &Item<'_>) -> Option<f64> {
    let context = corpus.likeness(a.context, b.context);
    let topic = |item: &Item<'_>| item.quantity.of.as_ref().and_then(|of| of.topic).is_some();
    match compare(a.quantity, b.quantity) {
        Agreement::NotComparable => None,
        Agreement::Same => Some(2.0 + context),
        Agreement::Compatible => Some(1.0 + context),
        Agreement::Differs if a.quantity.unit == QuantityUnit::Age => Some(context),
        Agreement::Differs if topic(a) && topic(b) => {
            let only = a.alone && b.alone && ratio(a.quantity.value, b.quantity.value) <= RATIO;
            (only || context >= CONTEXT_OF_TOPIC).then_some(context)
        }
        Agreement::Differs => (context >= CONTEXT_OF_WORDS).then_some(context),
    }
}

fn ratio(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (low, high) = (a.0.min(b.0), a.1.max(b.1));
    if low > 0.0 { high / low } else { f64::INFINITY }
}

/// Whether a quantity that one article alone has is worth a row of its own.
fn worth_showing(quantity: &Quantity) -> bool {
    match quantity.unit {
        QuantityUnit::Age | QuantityUnit::Ordinal | QuantityUnit::Measure(_) => false,
        QuantityUnit::Count => {
            quantity.of.as_ref().is_some_and(|of| of.topic.is_some()) || quantity.value.1 >= FEWEST_ALONE
        }
        QuantityUnit::Percent | QuantityUnit::PercentagePoints | QuantityUnit::Money(_) => true,
    }
}

fn row(articles: &[Reading], items: &[Item<'_>], group: &[usize]) -> Row {
    let cells = group
        .iter()
        .map(|&index| {
            let item = &items[index];
            Cell {
                article: item.article,
                value: item.quantity.span.of(articles[item.article].text()).to_owned(),
                normal: normal(item.quantity),
                span: item.quantity.span,
                passage: item.passage,
            }
        })
        .collect();
    let differs = any_two(group, |a, b| compare(items[a].quantity, items[b].quantity) == Agreement::Differs);
    let first = &items[group[0]];
    Row { kind: FactKind::Quantity, label: label(&articles[first.article], first), cells, differs }
}

/// The hedge and the number: `at least 93000`, `10 to 12`.
fn normal(quantity: &Quantity) -> String {
    let hedge = match quantity.hedge {
        None => "",
        Some(Hedge::AtLeast) => "at least ",
        Some(Hedge::MoreThan) => "more than ",
        Some(Hedge::AtMost) => "at most ",
        Some(Hedge::LessThan) => "less than ",
        Some(Hedge::About) => "about ",
        Some(Hedge::Nearly) => "nearly ",
    };
    let (low, high) = quantity.value;
    let number = if low == high { low.to_string() } else { format!("{low} to {high}") };
    let unit = match &quantity.unit {
        QuantityUnit::Percent => " %",
        QuantityUnit::PercentagePoints => " percentage points",
        QuantityUnit::Money(currency) => &format!(" {currency}"),
        QuantityUnit::Measure(measure) => &format!(" {measure}"),
        QuantityUnit::Count | QuantityUnit::Ordinal | QuantityUnit::Age => "",
    };
    format!("{hedge}{number}{unit}")
}

/// What is counted, as an editor would call it.
fn label(article: &Reading, item: &Item<'_>) -> String {
    if item.quantity.unit == QuantityUnit::Age {
        let name = person(article, item.quantity).unwrap_or_default();
        return format!("age of {name}");
    }
    let Some(of) = &item.quantity.of else { return String::new() };
    match (of.topic, &item.quantity.unit) {
        (Some(topic), _) => plural(topic).to_owned(),
        (None, QuantityUnit::Measure(measure)) => {
            format!("{} ({measure})", shorten(of.span.of(article.text()), LABEL))
        }
        (None, _) => shorten(of.span.of(article.text()), LABEL),
    }
}

/// The plural of a topic that is named in the singular.
fn plural(topic: &str) -> &str {
    const PLURALS: &[(&str, &str)] = &[
        ("arrest", "arrests"),
        ("death", "deaths"),
        ("displacement", "people displaced"),
        ("evacuation", "people evacuated"),
        ("infection", "infections"),
        ("injury", "injuries"),
        ("missing", "people missing"),
        ("vote", "votes"),
    ];
    PLURALS.iter().find(|(singular, _)| *singular == topic).map_or(topic, |(_, plural)| plural)
}
