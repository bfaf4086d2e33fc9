//! The closed classes by which names are told from other words and from each other.

use crate::scan::is_in;

/// Forms of address, which are no role.
#[rustfmt::skip]
pub(crate) const ADDRESS: &[&str] = &[
    "dame", "lady", "lord", "miss", "mr", "mrs", "ms", "mx", "sir",
];

/// Nouns for what somebody is, that stand before a name or after it between commas.
#[rustfmt::skip]
pub(crate) const ROLES: &[&str] = &[
    "activist", "actor", "actress", "adm", "admiral", "adviser", "advisor", "aide", "ambassador", "analyst",
    "archbishop", "astronaut", "attorney", "author", "ayatollah", "ballerina", "banker", "baroness", "bishop",
    "boss", "brigadier", "candidate", "capt", "captain", "cardinal", "ceo", "chair", "chairman", "chairperson",
    "chairwoman", "chancellor", "chief", "cleric", "cmdr", "co-founder", "coach", "col", "colonel", "columnist",
    "commander", "commissioner", "congressman", "congresswoman", "consultant", "coordinator", "coroner",
    "correspondent", "councillor", "councilman", "councilwoman", "counsel", "counselor", "cpl", "critic", "dean",
    "defendant", "del", "deputy", "designer", "detective", "dictator", "diplomat", "director", "doctor", "dr",
    "economist", "editor", "emir", "emperor", "engineer", "envoy", "executive", "expert", "farmer", "father",
    "filmmaker", "fisherman", "founder", "gen", "general", "gov", "governor", "head", "historian", "host", "imam",
    "inspector", "investigator", "journalist", "judge", "justice", "king", "lawmaker", "lawyer", "leader",
    "lecturer", "lieutenant", "lt", "maj", "major", "manager", "marshal", "master", "mayor", "meteorologist",
    "minister", "mother", "mp", "musician", "nominee", "novelist", "officer", "official", "operator", "organiser",
    "organizer", "owner", "partner", "pastor", "pilot", "player", "politician", "pollster", "pope", "premier",
    "presenter", "president", "priest", "prime", "prince", "princess", "principal", "producer", "prof", "professor",
    "prosecutor", "queen", "rabbi", "rapper", "rebel", "rep", "reporter", "representative", "republican",
    "researcher", "resident", "rev", "reverend", "scholar", "scientist", "secretary", "sen", "senator", "sergeant",
    "sgt", "sheikh", "sheriff", "singer", "skipper", "speaker", "spokesman", "spokesperson", "spokeswoman", "star",
    "strategist", "student", "sultan", "superintendent", "surgeon", "teacher", "treasurer", "trooper", "vice",
    "whip", "worker", "writer",
];

/// Words before a role that belong to it.
#[rustfmt::skip]
pub(crate) const ROLE_MODIFIERS: &[&str] = &[
    "acting", "assistant", "associate", "chief", "current", "deputy", "ex", "executive", "former", "incoming",
    "interim", "junior", "longtime", "managing", "outgoing", "senior", "then", "veteran", "vice",
];

/// Roles in companies, outlets and other bodies: what comes after `of` is one.
#[rustfmt::skip]
pub(super) const BUSINESS_ROLES: &[&str] = &[
    "ceo", "chair", "chairman", "chairwoman", "co-founder", "correspondent", "customers", "director", "directors",
    "editor", "employee", "employees", "executive", "founder", "manager", "reporter", "shareholders", "subsidiary",
];

/// Last words of names of companies.
#[rustfmt::skip]
pub(super) const BUSINESS: &[&str] = &[
    "airlines", "airways", "bank", "co", "company", "corp", "corporation", "ferries", "group", "holdings", "inc",
    "industries", "lines", "llc", "ltd", "media", "motors", "partners", "plc", "shipping", "studios", "systems",
];

/// Nouns for one person that are no role.
#[rustfmt::skip]
pub(super) const PEOPLE: &[&str] = &[
    "aunt", "baby", "boy", "boyfriend", "brother", "child", "cousin", "daughter", "driver", "girl", "girlfriend",
    "grandfather", "grandmother", "guard", "gunman", "husband", "lady", "man", "neighbor", "neighbour", "nephew",
    "niece", "opponent", "passenger", "patient", "person", "predecessor", "prisoner", "rival", "sailor", "sister",
    "soldier", "somebody", "someone", "son", "successor", "suspect", "teenager", "uncle", "victim", "widow", "wife",
    "witness", "woman",
];

/// Nouns for kin, which only a person has: `Holm's wife`.
#[rustfmt::skip]
pub(super) const KIN: &[&str] = &[
    "aunt", "boyfriend", "brother", "brothers", "children", "cousin", "daughter", "daughters", "father", "girlfriend",
    "grandfather", "grandmother", "husband", "lawyer", "lawyers", "mother", "nephew", "niece", "parents", "sister",
    "sisters", "son", "sons", "uncle", "widow", "wife",
];

/// What a country or town has: `Holmsund's mayor`.
#[rustfmt::skip]
pub(super) const OF_PLACES: &[&str] = &[
    "airport", "airspace", "ambassador", "army", "borders", "capital", "coast", "coastline", "currency", "economy",
    "embassy", "foreign", "government", "harbor", "harbour", "mayor", "military", "navy", "northern", "parliament",
    "population", "port", "premier", "president", "prime", "southern", "streets", "suburbs",
];

/// What companies do in a relative clause: `Acme, which owns the ship`.
#[rustfmt::skip]
pub(super) const BUSINESS_VERBS: &[&str] = &[
    "builds", "built", "employs", "made", "makes", "manages", "operates", "owned", "owns", "produces", "publishes",
    "runs", "sells", "supplies",
];

/// Abbreviations of titles and in names that take a point.
#[rustfmt::skip]
pub(super) const ABBREVIATIONS: &[&str] = &[
    "adm", "brig", "capt", "cmdr", "co", "col", "corp", "cpl", "det", "dr", "gen", "gov", "hon", "inc", "insp",
    "jr", "lt", "ltd", "maj", "mr", "mrs", "ms", "mt", "prof", "rep", "rev", "sen", "sgt", "sr", "st", "supt",
];

/// Particles inside personal names.
#[rustfmt::skip]
pub(super) const PARTICLES: &[&str] = &[
    "al", "bin", "da", "das", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ul", "van",
    "von",
];

/// Last words of names of organisations.
#[rustfmt::skip]
pub(super) const ORGANISATIONS: &[&str] = &[
    "academy", "administration", "agency", "airlines", "airways", "alliance", "army", "assembly", "association",
    "authority", "bank", "board", "brigade", "broadcasting", "brotherhood", "bureau", "cabinet", "center", "centre",
    "chamber", "chronicle", "church", "clinic", "club", "co", "coalition", "college", "commission", "committee",
    "company", "confederation", "conference", "congress", "corp", "corporation", "corps", "council", "courier",
    "court", "democrats", "department", "executive", "federation", "ferries", "force", "forces", "foundation",
    "front", "fund", "gazette", "government", "group", "guard", "guardian", "herald", "holdings", "hospital",
    "house", "inc", "industries", "institute", "institution", "intelligence", "journal", "laboratory", "labour",
    "league", "legislature", "lines", "llc", "ltd", "media", "militia", "ministry", "mission", "motors", "movement",
    "navy", "network", "news", "office", "organisation", "organization", "parliament", "partners", "party", "plc",
    "police", "post", "press", "project", "radio", "reserve", "school", "senate", "service", "services", "shipping",
    "society", "state", "studios", "system", "team", "telegraph", "television", "times", "treasury", "tribune",
    "trust", "union", "university", "workers",
];

/// First words of names of organisations that go on with `of` or `for`.
#[rustfmt::skip]
pub(super) const BEFORE_OF: &[&str] = &[
    "academy", "association", "bank", "board", "bureau", "center", "centers", "centre", "chamber", "church", "city",
    "college", "commission", "committee", "confederation", "conference", "council", "county", "court", "department",
    "federation", "group", "gulf", "house", "institute", "institutes", "isle", "kingdom", "league", "library",
    "ministry", "museum", "office", "organisation", "organization", "parliament", "port", "republic", "school",
    "society", "state", "states", "strait", "union", "university",
];

/// Words in names of places: heads such as `Street`, and beginnings such as `Mount`.
#[rustfmt::skip]
pub(super) const PLACES: &[&str] = &[
    "airport", "avenue", "bay", "beach", "boulevard", "bridge", "canyon", "cape", "city", "coast", "county",
    "creek", "desert", "district", "emirates", "falls", "forest", "fort", "gulf", "harbor", "harbour", "heights",
    "highway", "hill", "hills", "island", "islands", "kingdom", "lake", "mount", "mountain", "mountains", "ocean",
    "park", "peninsula", "port", "province", "reef", "republic", "river", "road", "sea", "springs", "square",
    "states", "strait", "street", "territory", "town", "township", "valley", "village", "woods",
];

/// First words of names of places.
#[rustfmt::skip]
pub(super) const BEFORE_PLACES: &[&str] = &[
    "central", "east", "eastern", "fort", "great", "lake", "middle", "mount", "new", "north", "northern", "port",
    "saint", "san", "santa", "south", "southern", "st", "upper", "west", "western",
];

/// Prepositions after which a name is most often a place.
#[rustfmt::skip]
pub(super) const BEFORE_NAMES_OF_PLACES: &[&str] = &[
    "across", "around", "at", "from", "in", "inside", "into", "near", "outside", "throughout", "to", "toward",
    "towards",
];

/// Words that begin sentences, are in no closed class and are no names.
#[rustfmt::skip]
pub(super) const BEGINNERS: &[&str] = &[
    "according", "another", "any", "anyone", "asked", "back", "called", "citing", "critics", "dozens", "earlier",
    "eight", "eleven", "everyone", "everything", "experts", "five", "following", "four", "given", "hundreds",
    "investigators", "last", "later", "let", "like", "many", "maybe", "millions", "nearly", "neither", "never",
    "new", "next", "nine", "no", "nobody", "none", "not", "nothing", "now", "officials", "one", "people", "perhaps",
    "photo", "please", "police", "read", "related", "reports", "residents", "seven", "several", "share", "six",
    "someone", "something", "sources", "speaking", "still", "supporters", "ten", "thank", "that's", "thousands",
    "three", "today", "tomorrow", "tonight", "two", "watch", "well", "witnesses", "yes", "yesterday",
];

/// Adjectives of nations that no ending tells.
#[rustfmt::skip]
const NATIONALITIES: &[&str] = &[
    "american", "arab", "brazilian", "cuban", "cypriot", "czech", "dutch", "french", "german", "greek", "icelandic",
    "iraqi", "israeli", "kurd", "kurdish", "kuwaiti", "mexican", "muslim", "omani", "pakistani", "philippine",
    "qatari", "saudi", "scots", "swiss", "thai", "uzbek", "welsh", "yemeni",
];

/// Whether a folded word is the adjective of a nation, a language or a people (`Norwegian`, `Chinese`, `Danes` not).
/// The endings also end a few first names, so a name of two words is not judged by its first.
pub(crate) fn is_nationality(word: &str) -> bool {
    let singular = word.strip_suffix('s').unwrap_or(word);
    let ending = singular.len() > 4
        && ["ian", "ean", "ish", "ese", "ican"].into_iter().any(|ending| singular.ends_with(ending))
        && !matches!(singular, "parish");
    ending || is_in(NATIONALITIES, word) || is_in(NATIONALITIES, singular)
}

#[cfg(test)]
pub(super) const TABLES: &[&[&str]] = &[
    ADDRESS,
    ROLES,
    ROLE_MODIFIERS,
    BUSINESS_ROLES,
    BUSINESS,
    BUSINESS_VERBS,
    KIN,
    OF_PLACES,
    PEOPLE,
    ABBREVIATIONS,
    PARTICLES,
    ORGANISATIONS,
    BEFORE_OF,
    PLACES,
    BEFORE_PLACES,
    BEFORE_NAMES_OF_PLACES,
    BEGINNERS,
    NATIONALITIES,
];
