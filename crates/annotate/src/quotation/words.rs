//! The closed classes by which words are given as somebody's.

/// Verbs that give words as said, in the forms that stand in news.
#[rustfmt::skip]
pub(super) const CUES: &[&str] = &[
    "accused", "accuses", "accusing", "acknowledged", "acknowledges", "acknowledging", "added", "adding", "adds",
    "admits", "admitted", "admitting", "advised", "agreed", "alleged", "alleges", "alleging", "announced",
    "announces", "announcing", "answered", "argued", "argues", "arguing", "asked", "asking", "asks", "asserted",
    "asserting", "asserts", "blasted", "branded", "called", "calling", "calls", "cautioned", "cautioning",
    "cautions", "characterised", "characterising", "characterized", "characterizing", "claimed", "claiming",
    "claims", "commented", "complained", "complaining", "conceded", "concedes", "conceding", "concluded",
    "concludes", "condemned", "condemning", "confirmed", "confirming", "confirms", "contended", "contends",
    "continued", "countered", "cried", "criticised", "criticising", "criticized", "criticizing", "declared",
    "declares", "declaring", "decried", "demanded", "demanding", "denied", "denies", "denounced", "denouncing",
    "denying", "deplored", "described", "describes", "describing", "disclosed", "dismissed", "dismissing", "echoed",
    "echoing", "emphasised", "emphasized", "emphasizing", "exclaimed", "explained", "explaining", "explains",
    "expressed", "expressing", "hailed", "hailing", "hinted", "insisted", "insisting", "insists", "joked",
    "labeled", "labeling", "labelled", "lamented", "maintained", "maintains", "mentioned", "mocked", "noted",
    "notes", "noting", "objected", "observed", "opined", "pledged", "posted", "praised", "praising", "predicted",
    "predicting", "predicts", "proclaimed", "promised", "promising", "protested", "questioned", "quipped", "quoted",
    "read", "reads", "recalled", "recalls", "referred", "referring", "reiterated", "reiterating", "remarked",
    "repeated", "replied", "reported", "reports", "responded", "responding", "retorted", "revealed", "said", "say",
    "saying", "says", "scoffed", "shouted", "slammed", "slamming", "stated", "states", "stating", "stressed",
    "stresses", "stressing", "suggested", "suggesting", "suggests", "telling", "tells", "testified", "threatened",
    "thundered", "told", "touted", "tweeted", "tweeting", "urged", "urges", "urging", "vowed", "vows", "warned",
    "warning", "warns", "wondered", "writes", "writing", "wrote", "yelled",
];

/// Those of them that report a clause without marks.
#[rustfmt::skip]
pub(super) const REPORTING: &[&str] = &[
    "acknowledged", "acknowledges", "acknowledging", "added", "adding", "adds", "admits", "admitted", "alleged",
    "alleges", "announced", "announces", "argued", "argues", "arguing", "asserted", "asserts", "cautioned",
    "claimed", "claiming", "claims", "complained", "conceded", "concedes", "concluded", "confirmed", "confirms",
    "contended", "contends", "declared", "denied", "denies", "disclosed", "emphasised", "emphasized", "explained",
    "explaining", "insisted", "insisting", "insists", "maintained", "maintains", "mentioned", "noted", "notes",
    "noting", "observed", "pledged", "predicted", "predicts", "promised", "recalled", "reiterated", "remarked",
    "replied", "reported", "reports", "responded", "revealed", "said", "say", "saying", "says", "stated", "states",
    "stating", "stressed", "stressing", "suggested", "suggests", "telling", "tells", "testified", "told", "tweeted",
    "vowed", "warned", "warning", "warns", "wrote",
];

/// Those after which a clause follows without `that`.
#[rustfmt::skip]
pub(super) const SAYING: &[&str] = &[
    "added", "adding", "adds", "admits", "admitted", "argued", "argues", "believes", "claimed", "claims",
    "conceded", "concedes", "insisted", "insists", "noted", "said", "say", "saying", "says", "suggested", "told",
    "vowed", "warned",
];

/// Words right before a mark that make what follows a name or a term.
#[rustfmt::skip]
pub(super) const BEFORE_TERMS: &[&str] = &[
    "album", "book", "comedy", "documentary", "drama", "dubbed", "entitled", "episode", "essay", "film", "game",
    "headlined", "magazine", "movie", "musical", "named", "nicknamed", "novel", "opera", "operation", "phrase",
    "play", "poem", "program", "programme", "series", "show", "single", "slogan", "so-called", "song", "term",
    "termed", "titled", "word", "words",
];

/// Pronouns that can be a speaker.
#[rustfmt::skip]
pub(super) const PRONOUNS: &[&str] = &[
    "he", "i", "it", "she", "they", "we", "who",
];

/// Words that may stand between a speaker and the cue.
#[rustfmt::skip]
pub(super) const BETWEEN: &[&str] = &[
    "again", "already", "also", "and", "as", "been", "did", "earlier", "further", "going", "had", "has", "have",
    "having", "instead", "is", "just", "later", "long", "never", "not", "now", "often", "on", "once", "quoted",
    "recently", "since", "so", "soon", "still", "then", "to", "today", "was", "went", "were", "will", "would",
    "yesterday",
];

/// Words that may stand before a quotation that begins its sentence.
#[rustfmt::skip]
pub(super) const CONJUNCTIONS: &[&str] = &[
    "and", "as", "but", "or", "so", "then", "though", "yet",
];

/// Prepositions: a name after one is not the subject.
#[rustfmt::skip]
pub(super) const PREPOSITIONS: &[&str] = &[
    "about", "after", "against", "among", "at", "before", "behind", "beside", "between", "by", "for", "from", "in",
    "into", "like", "near", "of", "on", "over", "to", "toward", "towards", "under", "with", "without",
];
