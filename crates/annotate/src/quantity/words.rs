//! The closed classes that quantities are made of. All tables are sorted by their first member.

use coincide_text::WordSet;

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
pub(super) static OUTCOMES: WordSet = WordSet::new(&[
    "arrested", "arresting", "dead", "detained", "detaining", "died", "displaced", "displacing", "drowned", "dying",
    "evacuated", "evacuating", "hospitalised", "hospitalized", "hurt", "hurting", "infected", "injured", "injures",
    "injuring", "kill", "killed", "killing", "kills", "missing", "murdered", "perished", "slain", "wounded", "wounding",
    "wounds",
]);

/// The normal name of a unit of measure, from its folded form.
pub(super) fn measure(word: &str) -> Option<&'static str> {
    if word.len() > 12 {
        return None;
    }
    let unit = match word {
        "km" | "kilometer" | "kilometers" | "kilometre" | "kilometres" | "kms" => "kilometre",
        "m" | "meter" | "meters" | "metre" | "metres" => "metre",
        "cm" | "centimeter" | "centimeters" | "centimetre" | "centimetres" => "centimetre",
        "mm" | "millimeter" | "millimeters" | "millimetre" | "millimetres" => "millimetre",
        "mile" | "miles" => "mile",
        "ft" | "foot" | "feet" => "foot",
        "inch" | "inches" => "inch",
        "yard" | "yards" | "yd" => "yard",
        "mg" | "milligram" | "milligrams" => "milligram",
        "g" | "gram" | "grams" | "gramme" | "grammes" => "gram",
        "kg" | "kgs" | "kilo" | "kilos" | "kilogram" | "kilograms" | "kilogramme" | "kilogrammes" => "kilogram",
        "oz" | "ounce" | "ounces" => "ounce",
        "lb" | "lbs" => "pound-weight",
        "ton" | "tons" => "ton",
        "tonne" | "tonnes" => "tonne",
        "kiloton" | "kilotons" => "kiloton",
        "megaton" | "megatons" => "megaton",
        "acre" | "acres" => "acre",
        "hectare" | "hectares" | "ha" => "hectare",
        "sqm" => "square metre",
        "km2" => "square kilometre",
        "ml" | "millilitre" | "millilitres" | "milliliter" | "milliliters" => "millilitre",
        "litre" | "litres" | "liter" | "liters" => "litre",
        "pint" | "pints" => "pint",
        "gallon" | "gallons" => "gallon",
        "barrel" | "barrels" => "barrel",
        "mph" => "mile per hour",
        "kph" | "kmh" | "kmph" => "kilometre per hour",
        "knot" | "knots" => "knot",
        "degree" | "degrees" | "°" => "degree",
        "watt" | "watts" => "watt",
        "kw" | "kilowatt" | "kilowatts" => "kilowatt",
        "mw" | "megawatt" | "megawatts" => "megawatt",
        "gw" | "gigawatt" | "gigawatts" => "gigawatt",
        "kwh" => "kilowatt hour",
        "volt" | "volts" => "volt",
        "hz" | "hertz" => "hertz",
        "calorie" | "calories" => "calorie",
        "mb" | "megabyte" | "megabytes" => "megabyte",
        "gb" | "gigabyte" | "gigabytes" => "gigabyte",
        "tb" | "terabyte" | "terabytes" => "terabyte",
        "point" | "points" | "pts" => "point",
        _ => return None,
    };
    Some(unit)
}

/// The ISO 4217 code of a currency, from its sign or the folded word; the word itself where several countries have it.
pub(super) fn currency(word: &str) -> Option<&'static str> {
    if word.len() > 8 {
        return None;
    }
    let code = match word {
        "$" | "dollar" | "dollars" | "buck" | "bucks" => "USD",
        "£" | "pound" | "pounds" | "sterling" | "quid" => "GBP",
        "€" | "euro" | "euros" => "EUR",
        "¥" | "yen" => "JPY",
        "yuan" | "renminbi" => "CNY",
        "₹" | "rupee" | "rupees" => "INR",
        "₽" | "ruble" | "rubles" | "rouble" | "roubles" => "RUB",
        "₩" | "won" => "KRW",
        "₪" | "shekel" | "shekels" => "ILS",
        "₺" | "lira" => "TRY",
        "₴" | "hryvnia" => "UAH",
        "₦" | "naira" => "NGN",
        "baht" => "THB",
        "dong" => "VND",
        "forint" => "HUF",
        "rand" => "ZAR",
        "rial" | "rials" => "rial",
        "riyal" | "riyals" => "riyal",
        "ringgit" => "MYR",
        "shilling" => "shilling",
        "zloty" | "zlotys" => "PLN",
        "peso" | "pesos" => "peso",
        "franc" | "francs" => "franc",
        "dinar" | "dinars" => "dinar",
        "dirham" | "dirhams" => "dirham",
        "krone" | "kroner" | "krona" | "kronor" => "krone",
        "cent" | "cents" | "¢" => "cent",
        "pence" | "penny" => "penny",
        _ => return None,
    };
    Some(code)
}

/// The ISO 4217 code that a word in capitals is, of the currencies that news names by it.
pub(super) fn currency_code(raw: &str) -> Option<&'static str> {
    let code = match raw {
        "USD" => "USD",
        "EUR" => "EUR",
        "GBP" => "GBP",
        "JPY" => "JPY",
        "CNY" | "RMB" => "CNY",
        "CHF" => "CHF",
        "CAD" => "CAD",
        "AUD" => "AUD",
        "NZD" => "NZD",
        "HKD" => "HKD",
        "SGD" => "SGD",
        "INR" | "Rs" => "INR",
        "RUB" => "RUB",
        "BRL" => "BRL",
        "MXN" => "MXN",
        "ZAR" => "ZAR",
        "SEK" => "SEK",
        "NOK" => "NOK",
        "DKK" => "DKK",
        "PLN" => "PLN",
        "AED" => "AED",
        "SAR" => "SAR",
        _ => return None,
    };
    Some(code)
}

/// The ISO 4217 code of a currency that several countries have, from the word for the country before it.
pub(super) fn national(country: &str, currency: &str) -> Option<&'static str> {
    let code = match (country, currency.strip_suffix('s').unwrap_or(currency)) {
        ("us" | "american", "dollar") => "USD",
        ("canadian", "dollar") => "CAD",
        ("australian", "dollar") => "AUD",
        ("zealand", "dollar") => "NZD",
        ("kong", "dollar") => "HKD",
        ("singapore" | "singaporean", "dollar") => "SGD",
        ("taiwan" | "taiwanese", "dollar") => "TWD",
        ("british" | "uk", "pound") => "GBP",
        ("egyptian", "pound") => "EGP",
        ("lebanese", "pound") => "LBP",
        ("syrian", "pound") => "SYP",
        ("swiss", "franc") => "CHF",
        ("indian", "rupee") => "INR",
        ("pakistani", "rupee") => "PKR",
        ("mexican", "peso") => "MXN",
        ("philippine", "peso") => "PHP",
        ("argentine", "peso") => "ARS",
        ("norwegian", "kroner" | "krone") => "NOK",
        ("danish", "kroner" | "krone") => "DKK",
        ("swedish", "kronor" | "krona") => "SEK",
        ("turkish", "lira") => "TRY",
        ("iranian", "rial") => "IRR",
        ("saudi", "riyal") => "SAR",
        ("japanese", "yen") => "JPY",
        ("chinese", "yuan") => "CNY",
        ("korean", "won") => "KRW",
        ("israeli", "shekel") => "ILS",
        ("russian", "ruble" | "rouble") => "RUB",
        _ => return None,
    };
    Some(code)
}

/// The ISO 4217 code of a dollar, from the letters before its sign; nothing if the letters belong to something else.
pub(super) fn country_dollar(prefix: &str) -> Option<&'static str> {
    let code = match prefix {
        "US" | "U.S." => "USD",
        "C" | "CA" | "CAD" => "CAD",
        "A" | "AU" => "AUD",
        "NZ" => "NZD",
        "HK" => "HKD",
        "S" => "SGD",
        "R" => "BRL",
        _ => return None,
    };
    Some(code)
}

/// Capitalised words after which a number is part of a name.
#[rustfmt::skip]
pub(super) static BEFORE_NAME_NUMBERS: WordSet = WordSet::new(&[
    "airbus", "amendment", "apollo", "area", "article", "boeing", "bus", "channel", "chapter", "class", "district",
    "division", "episode", "exhibit", "flight", "formula", "game", "gate", "grade", "group", "highway", "interstate",
    "lane", "level", "line", "no", "number", "page", "part", "phase", "pier", "platform", "precinct", "prop",
    "proposition", "psalm", "resolution", "room", "round", "route", "rule", "season", "section", "stage", "step",
    "terminal", "tier", "title", "type", "unit", "version", "volume", "ward", "windows", "zone",
]);

/// Nouns after which a bare figure is a label, in small letters too: `paragraph 22`, `count 3 of the indictment`.
#[rustfmt::skip]
pub(super) static LABELS: WordSet = WordSet::new(&[
    "article", "category", "chapter", "class", "count", "day", "episode", "exhibit", "figure", "flight", "gate",
    "grade", "group", "individual", "item", "lane", "level", "line", "number", "page", "paragraph", "part", "phase",
    "platform", "question", "room", "round", "route", "row", "section", "stage", "step", "terminal", "tier", "type",
    "unit", "version", "volume", "zone",
]);

/// What an address ends with.
#[rustfmt::skip]
pub(super) static STREETS: WordSet = WordSet::new(&[
    "ave", "avenue", "blvd", "boulevard", "court", "drive", "highway", "lane", "parkway", "place", "plaza", "rd",
    "road", "row", "square", "st", "street", "terrace", "way",
]);

/// Words near two figures that say they are votes.
#[rustfmt::skip]
pub(super) static VOTING: WordSet = WordSet::new(&[
    "approved", "cleared", "confirmed", "decision", "margin", "opinion", "passed", "ratified", "rejected", "ruled",
    "ruling", "vote", "voted", "votes", "voting",
]);

/// Nouns that an ordinal in words counts: events and ranks. Before others (`a second boat`) it only lists.
#[rustfmt::skip]
pub(super) static RANKED: WordSet = WordSet::new(&[
    "anniversary", "annual", "birthday", "century", "consecutive", "edition", "floor", "highest", "largest", "place",
    "quarter", "round", "season", "straight", "successive", "term", "time", "year",
]);

/// Periods that a rate is for.
#[rustfmt::skip]
pub(super) static PERIODS: WordSet = WordSet::new(&[
    "century", "day", "decade", "game", "hour", "minute", "month", "night", "quarter", "season", "second", "week",
    "year",
]);

/// Things that a price is for, after an article: `$3 a gallon`.
#[rustfmt::skip]
pub(super) static PER_PIECE: WordSet = WordSet::new(&[
    "acre", "barrel", "bottle", "box", "bushel", "case", "child", "family", "foot", "gallon", "head", "household",
    "kilo", "kilometre", "litre", "mile", "ounce", "pack", "person", "piece", "pop", "pound", "seat", "share",
    "student", "ticket", "ton", "tonne", "unit",
]);

/// Verbs that say something became more, and have the figure after them.
#[rustfmt::skip]
pub(super) static RISING: WordSet = WordSet::new(&[
    "advanced", "climb", "climbed", "climbing", "gained", "grew", "grow", "growing", "grown", "grows", "increase",
    "increased", "increases", "increasing", "jump", "jumped", "jumping", "rallied", "rise", "risen", "rises", "rising",
    "rose", "soared", "soaring", "spiked", "surged", "surging",
]);

/// Verbs that say something became less, and have the figure after them.
#[rustfmt::skip]
pub(super) static FALLING: WordSet = WordSet::new(&[
    "decline", "declined", "declines", "declining", "decrease", "decreased", "decreasing", "dip", "dipped", "dive",
    "dived", "drop", "dropped", "dropping", "drops", "eased", "fall", "fallen", "falling", "falls", "fell", "plummeted",
    "plunged", "plunging", "sank", "shrank", "shrink", "shrunk", "slid", "slipped", "slumped", "tumble", "tumbled",
]);

/// Nouns for a change to more.
#[rustfmt::skip]
pub(super) static RISES: WordSet = WordSet::new(&[
    "boost", "climb", "gain", "gains", "hike", "increase", "increases", "jump", "rally", "rise", "spike", "surge",
    "upswing",
]);

/// Nouns for a change to less.
#[rustfmt::skip]
pub(super) static FALLS: WordSet = WordSet::new(&[
    "cut", "cuts", "decline", "decrease", "dip", "discount", "drop", "fall", "plunge", "reduction", "slide", "slump",
]);

/// Nouns for people, after which `one` counts.
#[rustfmt::skip]
pub(super) static PEOPLE: WordSet = WordSet::new(&[
    "boy", "child", "civilian", "death", "driver", "fatality", "fighter", "firefighter", "girl", "man", "member",
    "officer", "passenger", "pedestrian", "person", "protester", "protestor", "sailor", "soldier", "student", "suspect",
    "teenager", "victim", "woman", "worker",
]);

/// Words that end the noun phrase after a number although they are in no closed class: finite verbs of news that look
/// like nouns.
#[rustfmt::skip]
pub(super) static NOT_COUNTED: WordSet = WordSet::new(&[
    "according", "across", "against", "ago", "agreed", "ahead", "alone", "along", "already", "among", "apart", "apiece",
    "around", "away", "back", "became", "began", "begins", "behind", "besides", "broke", "brought", "burnt", "came",
    "chose", "despite", "drove", "earlier", "else", "elsewhere", "ever", "except", "fell", "fled", "flew", "fought",
    "gave", "got", "grew", "held", "higher", "including", "instead", "kept", "knew", "last", "later", "left", "less",
    "like", "lose", "lost", "lower", "made", "met", "near", "next", "outside", "paid", "plus", "put", "ran", "rose",
    "said", "sank", "sat", "saw", "say", "says", "sent", "shot", "sold", "spoke", "stood", "struck", "swept", "threw",
    "today", "together", "told", "tomorrow", "tonight", "took", "total", "toward", "towards", "unlike", "versus",
    "went", "without", "won", "worth", "wrote", "yesterday",
]);

/// Verbs, besides those of rising and falling, after which `to` and a figure give the level of their subject.
#[rustfmt::skip]
pub(super) static LEVELS: WordSet = WordSet::new(&[
    "amount", "amounted", "amounts", "cut", "doubled", "lowered", "narrowed", "raised", "reduced", "revised", "swelled",
    "tripled", "widened",
]);

/// Verbs after which `at` and a figure give the level of their subject.
#[rustfmt::skip]
pub(super) static AT_LEVEL: WordSet = WordSet::new(&[
    "estimated", "priced", "put", "remained", "remains", "stands", "stayed", "stood", "valued",
]);

/// Verbs whose subject has its price after them.
#[rustfmt::skip]
pub(super) static COSTING: WordSet = WordSet::new(&[
    "cost", "costing", "costs", "earned", "fetched", "raised", "totaled", "totalled",
]);
