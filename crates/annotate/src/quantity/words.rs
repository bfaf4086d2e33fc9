//! The closed classes that quantities are made of. All tables are sorted by their first member.

/// Stems of words that name one topic, in several wordings.
pub(super) fn topic(stem: &str) -> Option<&'static str> {
    TOPICS.binary_search_by_key(&stem, |&(word, _)| word).ok().map(|index| TOPICS[index].1)
}

#[rustfmt::skip]
pub(super) const TOPICS: &[(&str, &str)] = &[
    ("arrest", "arrest"), ("ballot", "vote"), ("bodi", "death"), ("captiv", "hostage"), ("casualti", "casualty"),
    ("dead", "death"), ("death", "death"), ("detain", "arrest"), ("detaine", "arrest"), ("die", "death"),
    ("displac", "displacement"), ("drown", "death"), ("evacu", "evacuation"), ("evacue", "evacuation"), ("fatal", "death"),
    ("hospit", "hospitalisation"), ("hostag", "hostage"), ("hurt", "injury"), ("infect", "infection"), ("injur", "injury"),
    ("injuri", "injury"), ("kill", "death"), ("miss", "missing"), ("murder", "death"), ("perish", "death"),
    ("refuge", "refugee"), ("slain", "death"), ("vote", "vote"), ("wound", "injury"),
];

/// Verbs whose subject or object is counted, as forms: right before or after the counted people they name the topic.
#[rustfmt::skip]
pub(super) const OUTCOMES: &[&str] = &[
    "arrested", "arresting", "dead", "detained", "detaining", "died", "displaced", "displacing", "drowned", "dying",
    "evacuated", "evacuating", "hospitalised", "hospitalized", "hurt", "hurting", "infected", "injured", "injures",
    "injuring", "kill", "killed", "killing", "kills", "missing", "murdered", "perished", "slain", "wounded",
    "wounding", "wounds",
];

/// The normal name of a unit of measure, from its folded form.
pub(super) fn measure(word: &str) -> Option<&'static str> {
    let unit = match word {
        "km" | "kilometer" | "kilometers" | "kilometre" | "kilometres" => "kilometre",
        "m" | "meter" | "meters" | "metre" | "metres" => "metre",
        "cm" | "centimeter" | "centimeters" | "centimetre" | "centimetres" => "centimetre",
        "mm" | "millimeter" | "millimeters" | "millimetre" | "millimetres" => "millimetre",
        "mile" | "miles" => "mile",
        "ft" | "foot" | "feet" => "foot",
        "inch" | "inches" => "inch",
        "yard" | "yards" => "yard",
        "kg" | "kilo" | "kilos" | "kilogram" | "kilograms" | "kilogramme" | "kilogrammes" => "kilogram",
        "gram" | "grams" => "gram",
        "lb" | "lbs" => "pound-weight",
        "ton" | "tons" => "ton",
        "tonne" | "tonnes" => "tonne",
        "acre" | "acres" => "acre",
        "hectare" | "hectares" | "ha" => "hectare",
        "litre" | "litres" | "liter" | "liters" => "litre",
        "gallon" | "gallons" => "gallon",
        "barrel" | "barrels" => "barrel",
        "mph" => "mile per hour",
        "kph" | "kmh" => "kilometre per hour",
        "knot" | "knots" => "knot",
        "degree" | "degrees" | "°" => "degree",
        "megawatt" | "megawatts" | "mw" => "megawatt",
        "gigawatt" | "gigawatts" | "gw" => "gigawatt",
        "basis" => "basis point",
        _ => return None,
    };
    Some(unit)
}

/// The ISO 4217 code of a currency, from its sign or the folded word.
pub(super) fn currency(word: &str) -> Option<&'static str> {
    let code = match word {
        "$" | "dollar" | "dollars" | "us$" => "USD",
        "£" | "pound" | "pounds" | "sterling" => "GBP",
        "€" | "euro" | "euros" => "EUR",
        "¥" | "yen" => "JPY",
        "yuan" | "renminbi" => "CNY",
        "₹" | "rupee" | "rupees" => "INR",
        "₽" | "ruble" | "rubles" | "rouble" | "roubles" => "RUB",
        "₩" | "won" => "KRW",
        "₪" | "shekel" | "shekels" => "ILS",
        "peso" | "pesos" => "peso",
        "franc" | "francs" => "franc",
        "krone" | "kroner" | "krona" | "kronor" => "krone",
        "cent" | "cents" => "cent",
        _ => return None,
    };
    Some(code)
}

/// Capitalised words after which a number is part of a name.
#[rustfmt::skip]
pub(super) const BEFORE_NAME_NUMBERS: &[&str] = &[
    "airbus", "amendment", "apollo", "area", "article", "boeing", "bus", "channel", "chapter", "class", "district",
    "division", "exhibit", "flight", "formula", "gate", "group", "highway", "interstate", "level", "line", "no",
    "number", "page", "phase", "pier", "platform", "precinct", "prop", "proposition", "psalm", "resolution", "room",
    "route", "rule", "section", "stage", "terminal", "tier", "title", "type", "unit", "volume", "ward", "windows",
];

/// Nouns that an ordinal in words counts: events and ranks. Before others (`a second boat`) it only lists.
#[rustfmt::skip]
pub(super) const RANKED: &[&str] = &[
    "anniversary", "annual", "birthday", "consecutive", "edition", "largest", "quarter", "round", "season",
    "straight", "term", "time",
];

/// Nouns for people, after which `one` counts.
#[rustfmt::skip]
pub(super) const PEOPLE: &[&str] = &[
    "boy", "child", "civilian", "death", "driver", "fatality", "fighter", "firefighter", "girl", "man", "member",
    "officer", "passenger", "pedestrian", "person", "protester", "protestor", "sailor", "soldier", "student",
    "suspect", "teenager", "victim", "woman", "worker",
];

/// Words that end the noun phrase after a number although they are in no closed class: finite verbs of news that look
/// like nouns.
#[rustfmt::skip]
pub(super) const NOT_COUNTED: &[&str] = &[
    "according", "again", "ago", "agreed", "alone", "already", "apart", "away", "back", "became", "began", "came",
    "earlier", "fell", "gave", "got", "held", "later", "left", "like", "lose", "lost", "made", "met", "rose",
    "said", "saw", "say", "says", "together", "told", "took", "total", "went", "won",
];

/// Verbs after which `to` and a figure give the level of their subject.
#[rustfmt::skip]
pub(super) const LEVELS: &[&str] = &[
    "climb", "climbed", "climbing", "cut", "declined", "decreased", "doubled", "drop", "dropped", "fall", "fallen",
    "falling", "fell", "grew", "grow", "grown", "increase", "increased", "jumped", "lowered", "raised", "reduced",
    "rise", "risen", "rising", "rose", "shrank", "slipped", "soared", "surged", "tripled", "widened",
];

/// Verbs after which `at` and a figure give the level of their subject.
#[rustfmt::skip]
pub(super) const AT_LEVEL: &[&str] = &[
    "estimated", "put", "remained", "remains", "stands", "stayed", "stood", "valued",
];

/// Verbs whose subject has its price after them.
#[rustfmt::skip]
pub(super) const COSTING: &[&str] = &[
    "cost", "costing", "costs", "earned", "fetched", "raised", "totaled", "totalled",
];
