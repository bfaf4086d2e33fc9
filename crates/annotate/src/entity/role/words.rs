//! The closed classes by which roles are compared.

/// Abbreviations and variants of a role's head, with the form they are compared by. Sorted.
#[rustfmt::skip]
pub(super) const VARIANTS: &[(&str, &str)] = &[
    ("actress", "actor"), ("adm", "admiral"), ("advisor", "adviser"), ("ambassadress", "ambassador"),
    ("attorney", "lawyer"), ("boss", "head"), ("capt", "captain"), ("cmdr", "commander"), ("cofounder", "founder"),
    ("col", "colonel"), ("congress", "representative"), ("council", "councillor"), ("councilor", "councillor"),
    ("counsel", "lawyer"), ("counselor", "counsellor"), ("cpl", "corporal"), ("dr", "doctor"), ("gen", "general"),
    ("gov", "governor"), ("lawmaker", "legislator"), ("lt", "lieutenant"), ("maj", "major"), ("organizer", "organiser"),
    ("parliamentarian", "legislator"), ("pm", "prime minister"), ("premier", "prime minister"), ("prof", "professor"),
    ("rep", "representative"), ("rev", "reverend"), ("sen", "senator"), ("sgt", "sergeant"), ("spokes", "spokesperson"),
    ("supremo", "head"), ("waitress", "waiter"),
];

/// Words for a time before or after the office, or for holding it only for a while.
#[rustfmt::skip]
pub(super) const PAST: &[&str] = &["ex", "former", "formerly", "late", "onetime", "past", "previous", "retired", "then"];
#[rustfmt::skip]
pub(super) const FUTURE: &[&str] = &["designate", "elect", "incoming"];
#[rustfmt::skip]
pub(super) const PRESENT: &[&str] = &["acting", "caretaker", "current", "incumbent", "interim", "outgoing", "serving", "sitting"];

/// Words before a role that make it a lower one.
#[rustfmt::skip]
pub(super) const RANKS: &[&str] = &["assistant", "associate", "deputy", "under", "vice"];

/// Words that say more of a person or an office without saying which office it is.
#[rustfmt::skip]
pub(super) const QUALIFIERS: &[&str] = &[
    "chief", "conservative", "democrat", "democratic", "embattled", "federal", "first", "gop", "leading", "left",
    "liberal", "local", "longtime", "national", "new", "popular", "powerful", "principal", "prominent", "republican",
    "right", "ruling", "second", "senior", "socialist", "state", "top", "veteran", "wing", "young",
];

/// Heads that say nothing without their field: a minister is one *of* something.
#[rustfmt::skip]
pub(super) const WITH_FIELD: &[&str] = &["chief", "commissioner", "minister", "secretary"];

/// Bodies: of two spokesmen for bodies of one kind, with other words before it, each speaks for another.
#[rustfmt::skip]
pub(super) const BODIES: &[&str] = &[
    "agency", "army", "bank", "city", "club", "college", "commission", "committee", "company", "council", "county",
    "court", "department", "district", "institute", "ministry", "office", "party", "police", "service", "union",
    "university",
];

/// Offices in state, church and forces. Somebody holds one of them at a time.
#[rustfmt::skip]
pub(super) const OFFICES: &[&str] = &[
    "admiral", "ambassador", "archbishop", "ayatollah", "bishop", "brigadier", "cardinal", "chancellor", "colonel",
    "commander", "commissioner", "congressman", "consul", "coroner", "corporal", "councillor", "detective", "emir",
    "emperor", "envoy", "general", "governor", "inspector", "judge", "justice", "king", "lieutenant", "major", "marshal",
    "mayor", "minister", "pastor", "pope", "president", "priest", "prime minister", "prince", "princess", "prosecutor",
    "queen", "rabbi", "representative", "secretary", "senator", "sergeant", "sheriff", "skipper", "speaker",
    "spokesperson", "sultan", "superintendent", "treasurer",
];

/// What somebody does or is. It goes with any office and with others of its kind.
#[rustfmt::skip]
pub(super) const OCCUPATIONS: &[&str] = &[
    "activist", "actor", "adviser", "aide", "analyst", "astronaut", "author", "ballerina", "banker", "candidate",
    "cleric", "coach", "columnist", "consultant", "correspondent", "critic", "defendant", "designer", "diplomat",
    "doctor", "economist", "editor", "engineer", "expert", "farmer", "father", "filmmaker", "fisherman", "founder",
    "historian", "host", "journalist", "lawyer", "lecturer", "legislator", "meteorologist", "mother", "musician", "nominee",
    "novelist", "organiser", "owner", "partner", "player", "politician", "pollster", "presenter", "producer",
    "professor", "rapper", "rebel", "republican", "reporter", "researcher", "resident", "scholar", "scientist",
    "singer", "star", "strategist", "student", "surgeon", "teacher", "worker", "writer",
];

/// Heads that several kinds of office come under, with what they take in. `*` is any office.
#[rustfmt::skip]
pub(super) const GENERAL: &[(&str, &[&str])] = &[
    ("chair", &["president"]),
    ("chief", &["*"]),
    ("clergyman", &["archbishop", "bishop", "cardinal", "pastor", "pope", "priest", "rabbi", "reverend"]),
    ("commander", &["admiral", "brigadier", "captain", "colonel", "general", "major", "marshal"]),
    ("diplomat", &["ambassador", "chargé", "consul", "envoy", "minister", "secretary"]),
    ("executive", &["chair", "chief executive", "director", "founder", "head", "manager", "president"]),
    ("head", &["*"]),
    ("lawyer", &["judge", "justice", "prosecutor"]),
    ("leader", &["*"]),
    ("legislator", &["councillor", "mp", "representative", "senator", "speaker"]),
    ("minister", &["prime minister"]),
    ("officer", &["admiral", "brigadier", "captain", "chief executive", "colonel", "corporal", "detective", "general",
        "inspector", "lieutenant", "major", "sergeant", "superintendent"]),
    ("official", &["*"]),
    ("officeholder", &["*"]),
    ("politician", &["chancellor", "councillor", "governor", "leader", "mayor", "minister", "mp", "president",
        "prime minister", "representative", "secretary", "senator", "speaker"]),
    ("ruler", &["emir", "emperor", "king", "president", "prime minister", "prince", "queen", "sultan"]),
];
