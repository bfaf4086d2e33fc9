//! The closed classes by which names are told from other words and from each other.

use coincide_text::WordSet;

use super::tables::{person_word, place_class};

/// Forms of address, which are no role.
#[rustfmt::skip]
pub(crate) static ADDRESS: WordSet = WordSet::new(&[
    "dame", "lady", "lord", "miss", "mr", "mrs", "ms", "mx", "sir",
]);

/// Nouns for what somebody is, that stand before a name or after it between commas.
#[rustfmt::skip]
pub(crate) static ROLES: WordSet = WordSet::new(&[
    "activist", "actor", "actress", "adm", "admiral", "adviser", "advisor", "aide", "ambassador", "analyst",
    "archbishop", "astronaut", "attorney", "author", "ayatollah", "ballerina", "banker", "baroness", "bishop",
    "boss", "brigadier", "candidate", "capt", "captain", "cardinal", "ceo", "chair", "chairman", "chairperson",
    "chairwoman", "chancellor", "chief", "cleric", "cmdr", "co-founder", "coach", "col", "colonel", "columnist",
    "commander", "commissioner", "congressman", "congresswoman", "consultant", "coordinator", "coroner",
    "correspondent", "councillor", "councilman", "councilwoman", "counsel", "counselor", "cpl", "critic", "dean",
    "defendant", "del", "deputy", "designer", "detective", "dictator", "diplomat", "director", "doctor", "dr",
    "economist", "editor", "emir", "emperor", "engineer", "envoy", "executive", "expert", "farmer", "father",
    "filmmaker", "fisherman", "founder", "gen", "general", "gov", "governor", "head", "historian", "host", "imam",
    "inspector", "investigator", "journalist", "judge", "justice", "king", "lawmaker", "lawyer", "leader", "lecturer",
    "lieutenant", "lt", "maj", "major", "manager", "marshal", "master", "mayor", "meteorologist", "minister",
    "mother", "mp", "musician", "nominee", "novelist", "officer", "official", "operator", "organiser",
    "organizer", "owner", "partner", "pastor", "pilot", "player", "politician", "pollster", "pope", "premier",
    "presenter", "president", "priest", "prime", "prince", "princess", "principal", "producer", "prof", "professor",
    "prosecutor", "queen", "rabbi", "rapper", "rebel", "rep", "reporter", "representative", "researcher",
    "resident", "rev", "reverend", "scholar", "scientist", "secretary", "sen", "senator", "sergeant", "sgt",
    "sheikh", "sheriff", "singer", "skipper", "speaker", "spokesman", "spokesperson", "spokeswoman", "star",
    "strategist", "student", "sultan", "superintendent", "surgeon", "teacher", "treasurer", "trooper", "vice", "whip",
    "worker", "writer",
]);

/// Words before a role that belong to it.
#[rustfmt::skip]
pub(crate) static ROLE_MODIFIERS: WordSet = WordSet::new(&[
    "acting", "assistant", "associate", "chief", "current", "deputy", "ex", "executive", "former", "incoming",
    "interim", "junior", "longtime", "managing", "outgoing", "senior", "then", "veteran", "vice",
]);

/// Roles in companies, outlets and other bodies: what comes after `of` is one.
#[rustfmt::skip]
pub(super) static BUSINESS_ROLES: WordSet = WordSet::new(&[
    "ceo", "chair", "chairman", "chairwoman", "co-founder", "correspondent", "customers", "director", "directors",
    "editor", "employee", "employees", "executive", "founder", "manager", "reporter", "shareholders", "subsidiary",
]);

/// Last words of names of companies.
#[rustfmt::skip]
pub(super) static BUSINESS: WordSet = WordSet::new(&[
    "airlines", "airways", "bank", "co", "company", "corp", "corporation", "ferries", "group", "holdings", "inc",
    "industries", "lines", "llc", "ltd", "media", "motors", "partners", "plc", "shipping", "studios", "systems",
]);

/// Nouns for one person that are no role.
#[rustfmt::skip]
pub(super) static PEOPLE: WordSet = WordSet::new(&[
    "aunt", "baby", "boy", "boyfriend", "brother", "child", "cousin", "daughter", "driver", "girl", "girlfriend",
    "grandfather", "grandmother", "guard", "gunman", "husband", "lady", "man", "neighbor", "neighbour", "nephew",
    "niece", "opponent", "passenger", "patient", "person", "predecessor", "prisoner", "rival", "sailor", "sister",
    "soldier", "somebody", "someone", "son", "successor", "suspect", "teenager", "uncle", "victim", "widow", "wife",
    "witness", "woman",
]);

/// Nouns for kin, which only a person has: `Holm's wife`.
#[rustfmt::skip]
pub(super) static KIN: WordSet = WordSet::new(&[
    "aunt", "boyfriend", "brother", "brothers", "children", "cousin", "daughter", "daughters", "father", "girlfriend",
    "grandfather", "grandmother", "husband", "lawyer", "lawyers", "mother", "nephew", "niece", "parents", "sister",
    "sisters", "son", "sons", "uncle", "widow", "wife",
]);

/// What a country or town has: `Holmsund's mayor`.
#[rustfmt::skip]
pub(super) static OF_PLACES: WordSet = WordSet::new(&[
    "airport", "airspace", "ambassador", "army", "borders", "capital", "coast", "coastline", "currency", "economy",
    "embassy", "foreign", "government", "harbor", "harbour", "mayor", "military", "navy", "northern", "parliament",
    "population", "port", "premier", "president", "prime", "southern", "streets", "suburbs",
]);

/// What companies do in a relative clause: `Acme, which owns the ship`.
#[rustfmt::skip]
pub(super) static BUSINESS_VERBS: WordSet = WordSet::new(&[
    "builds", "built", "employs", "made", "makes", "manages", "operates", "owned", "owns", "produces", "publishes",
    "runs", "sells", "supplies",
]);

/// Abbreviations of titles and in names that take a point.
#[rustfmt::skip]
pub(super) static ABBREVIATIONS: WordSet = WordSet::new(&[
    "adm", "brig", "capt", "cmdr", "co", "col", "corp", "cpl", "det", "dr", "gen", "gov", "hon", "inc", "insp",
    "jr", "lt", "ltd", "maj", "mr", "mrs", "ms", "mt", "prof", "rep", "rev", "sen", "sgt", "sr", "st", "supt",
]);

/// Particles inside personal names.
#[rustfmt::skip]
pub(super) static PARTICLES: WordSet = WordSet::new(&[
    "al", "bin", "da", "das", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ul", "van",
    "von",
]);

/// Last words of names of organisations.
#[rustfmt::skip]
pub(super) static ORGANISATIONS: WordSet = WordSet::new(&[
    "academy", "administration", "agency", "airlines", "airways", "alliance", "army", "assembly", "association",
    "authority", "bank", "battalion", "board", "brigade", "broadcaster", "broadcasting", "brotherhood", "bulletin",
    "bureau", "cabinet", "campaign", "caucus", "center", "centre", "chamber", "chronicle", "church", "clinic", "club",
    "co", "coalition", "college", "command", "commission", "committee", "company", "confederation", "conference",
    "congress", "consulate", "cooperative", "corp", "corporation", "corps", "council", "courier", "court",
    "democrats", "department", "directorate", "dispatch", "division", "embassy", "examiner", "executive",
    "federation", "ferries", "fleet", "force", "forces", "foundation", "front", "fund", "gallery", "gazette", "globe",
    "government", "group", "guard", "guardian", "herald", "holdings", "hospital", "house", "inc", "industries",
    "initiative", "inquirer", "institute", "institution", "intelligence", "journal", "laboratory", "labour", "league",
    "ledger", "legion", "legislature", "library", "lines", "llc", "ltd", "magazine", "media", "militia", "ministry",
    "mirror", "mission", "motors", "movement", "museum", "navy", "network", "news", "observatory", "observer",
    "office", "orchestra", "organisation", "organization", "parliament", "partners", "party", "patrol", "plc",
    "police", "post", "press", "program", "programme", "project", "radio", "regiment", "reserve", "school", "senate",
    "sentinel", "service", "services", "shipping", "society", "squadron", "state", "studios", "syndicate", "system",
    "taskforce", "team", "telegraph", "television", "theater", "theatre", "times", "today", "treasury", "tribunal",
    "tribune", "trust", "union", "university", "workers",
]);

/// Last words of names of laws, events, works and the like, which are neither people, organisations nor places.
#[rustfmt::skip]
pub(super) static THINGS: WordSet = WordSet::new(&[
    "accord", "accords", "act", "affair", "agreement", "amendment", "award", "awards", "ballot", "battle", "bill",
    "bowl", "championship", "championships", "code", "constitution", "convention", "crisis", "cup", "day", "days",
    "deal", "debate", "declaration", "election", "elections", "era", "eve", "festival", "games", "hurricane",
    "initiative", "language", "law", "medal", "memorandum", "month", "night", "olympics", "pact", "plan", "prize",
    "protocol", "report", "resolution", "revolution", "rule", "rules", "scandal", "series", "session", "show",
    "storm", "strategy", "summit", "syndrome", "tax", "tour", "treaty", "trial", "virus", "war", "week", "year",
]);

/// First words of names of organisations that go on with `of` or `for`.
#[rustfmt::skip]
pub(super) static BEFORE_OF: WordSet = WordSet::new(&[
    "academy", "association", "bank", "board", "bureau", "center", "centers", "centre", "chamber", "church", "city",
    "college", "commission", "committee", "confederation", "conference", "council", "county", "court", "department",
    "federation", "group", "gulf", "house", "institute", "institutes", "isle", "kingdom", "league", "library",
    "ministry", "museum", "office", "organisation", "organization", "parliament", "port", "republic", "school",
    "society", "state", "states", "strait", "union", "university",
]);

/// Words in names of places: heads such as `Street`, and beginnings such as `Mount`.
#[rustfmt::skip]
pub(super) static PLACES: WordSet = WordSet::new(&[
    "airport", "arena", "avenue", "bay", "beach", "boulevard", "bridge", "building", "canyon", "cape", "castle",
    "cathedral", "cemetery", "city", "coast", "county", "courthouse", "creek", "desert", "district", "emirates",
    "falls", "forest", "fort", "gulf", "harbor", "harbour", "heights", "highway", "hill", "hills", "hotel", "island",
    "islands", "kingdom", "lake", "mount", "mountain", "mountains", "ocean", "palace", "park", "peninsula", "plaza",
    "port", "prison", "province", "reef", "republic", "river", "road", "sea", "springs", "square", "stadium",
    "states", "strait", "street", "terminal", "territory", "tower", "towers", "town", "township", "valley", "village",
    "woods", "zoo",
]);

/// First words of names of places.
#[rustfmt::skip]
pub(super) static BEFORE_PLACES: WordSet = WordSet::new(&[
    "central", "east", "eastern", "fort", "great", "lake", "middle", "mount", "new", "north", "northern", "port",
    "saint", "san", "santa", "south", "southern", "st", "upper", "west", "western",
]);

/// Prepositions after which a name is most often a place.
#[rustfmt::skip]
pub(super) static BEFORE_NAMES_OF_PLACES: WordSet = WordSet::new(&[
    "across", "around", "at", "from", "in", "inside", "into", "near", "outside", "throughout", "to", "toward",
    "towards",
]);

/// Words that begin sentences, are in no closed class and are no names.
#[rustfmt::skip]
pub(super) static BEGINNERS: WordSet = WordSet::new(&[
    "aboard", "according", "across", "against", "ago", "albeit", "almost", "along", "alongside", "already", "always",
    "amongst", "another", "any", "anybody", "anyone", "anything", "around", "aside", "asked", "away", "back",
    "barring", "behind", "beneath", "beside", "besides", "beyond", "called", "certain", "citing", "concerning",
    "considering", "critics", "currently", "despite", "dozens", "earlier", "eight", "eleven", "elsewhere", "enough",
    "eventually", "everybody", "everyone", "everything", "everywhere", "except", "experts", "far", "fewer", "finally",
    "first", "five", "following", "four", "furthermore", "given", "half", "hence", "hundreds", "including", "indeed",
    "inside", "instead", "investigators", "last", "later", "least", "less", "lest", "let", "like", "likewise", "many",
    "maybe", "millions", "moreover", "near", "nearly", "neither", "never", "nevertheless", "new", "next", "nine",
    "no", "nobody", "none", "nonetheless", "not", "nothing", "notwithstanding", "now", "nowhere", "officials",
    "often", "one", "otherwise", "outside", "overall", "pending", "people", "perhaps", "photo", "please", "plus",
    "police", "read", "recently", "regarding", "regardless", "related", "reports", "residents", "second", "seven",
    "several", "share", "six", "somebody", "someone", "something", "sometimes", "somewhere", "soon", "sources",
    "speaking", "still", "supporters", "ten", "thank", "that's", "therefore", "third", "thousands", "three",
    "throughout", "thus", "till", "today", "tomorrow", "tonight", "twice", "two", "underneath", "unless", "various",
    "watch", "well", "whatever", "whenever", "whereas", "wherever", "whichever", "whoever", "whole", "without",
    "witnesses", "yes", "yesterday",
]);

/// Adjectives of nations and peoples that no ending tells, or that are names of people too (`English`, `Georgian`). The
/// class is closed: peoples with a word of their own in English that `is_nationality` does not see by its ending. The
/// packages in `tables/packages.txt` have names of countries and languages, but no adjectives and no words for a people, so
/// that it cannot be derived from them.
#[rustfmt::skip]
static NATIONALITIES: WordSet = WordSet::new(&[
    "afghan", "african", "american", "arab", "argentine", "asian", "azeri", "bahraini", "bangladeshi", "basque",
    "bengali", "bosniak", "brazilian", "catalan", "chechen", "congolese", "cornish", "croat", "cuban", "cypriot",
    "czech", "dane", "dutch", "dutchman", "emirati", "english", "englishman", "european", "fijian", "filipina",
    "filipino", "finn", "flemish", "french", "frenchman", "georgian", "german", "greek", "icelandic", "iraqi", "irish",
    "irishman", "israeli", "kashmiri", "kazakh", "kosovar", "kurd", "kurdish", "kuwaiti", "kyrgyz", "lao", "magyar",
    "maori", "mexican", "muslim", "nepali", "omani", "pakistani", "parisian", "pashtun", "philippine", "pole",
    "punjabi", "qatari", "rohingya", "roma", "samoan", "saudi", "scot", "scots", "scotsman", "scottish", "serb",
    "serbian", "slovak", "slovene", "somali", "spaniard", "swede", "swiss", "tajik", "tatar", "thai", "turk", "turkmen",
    "uighur", "ukrainian", "uyghur", "uzbek", "welsh", "yemeni", "zulu",
]);

/// Members of a faith, a party or a school of thought, and the adjectives for them, which name nobody.
#[rustfmt::skip]
static FOLLOWERS: WordSet = WordSet::new(&[
    "anglican", "buddhist", "catholic", "christian", "communist", "conservative", "democrat", "democratic", "fascist",
    "hindu", "islamic", "islamist", "jew", "jewish", "leninist", "liberal", "libertarian", "maoist", "marxist",
    "mormon", "muslim", "nazi", "orthodox", "pagan", "presbyterian", "protestant", "republican", "shia", "shiite",
    "sikh", "socialist", "sunni", "tories", "tory", "zionist",
]);

/// Whether a folded word is the name of members of a faith or party or the adjective for them.
pub(super) fn is_follower(word: &str) -> bool {
    FOLLOWERS.contains(word) || word.strip_suffix('s').is_some_and(|singular| FOLLOWERS.contains(singular))
}

/// Generations at the end of a name.
pub(super) fn is_generation(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "ii" | "iii" | "iv")
}

/// Whether a folded word is the adjective of a nation, a language or a people (`Norwegian`, `Chinese`, `Danes` not).
///
/// The endings also end names of people (`Brian`, `Fabian`, `Reese`): what the table of people knows is told by the list
/// alone. A surname that no table has (`Petrosian`) looks like an adjective; `entity::entities` keeps it where somebody is
/// named in full by it.
pub(crate) fn is_nationality(word: &str) -> bool {
    let singular = word.strip_suffix('s').unwrap_or(word);
    if NATIONALITIES.contains(word) || NATIONALITIES.contains(singular) {
        return true;
    }
    let ending =
        singular.len() > 4 && ["ian", "ean", "ish", "ese", "ican"].into_iter().any(|ending| singular.ends_with(ending));
    ending && {
        let person = person_word(singular);
        !person.given && !person.surname
    }
}

/// Whether more than its ending says that a word is the adjective of a nation: it is listed, is said of followers
/// (`Republican`), or comes from the name of a place (`Russian`, `Iranian`, `Chinese`). Such a word is taken for no surname, not
/// even where it stands after a name (`Virginia Republican`).
pub(super) fn is_sure_nationality(word: &str) -> bool {
    let singular = word.strip_suffix('s').unwrap_or(word);
    let from_place = [("n", ""), ("ian", ""), ("ese", ""), ("ese", "a"), ("ean", "e"), ("ian", "y")]
        .into_iter()
        .filter_map(|(ending, own)| Some(format!("{}{own}", singular.strip_suffix(ending)?)))
        .any(|place| place_class([place.as_str()].into_iter()).is_some());
    NATIONALITIES.contains(word) || NATIONALITIES.contains(singular) || is_follower(word) || from_place
}
