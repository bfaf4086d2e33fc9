//! The closed classes by which words are given as somebody's.

/// Verbs that give words as said, in the forms that stand in news.
#[rustfmt::skip]
pub(super) const CUES: &[&str] = &[
    "accused", "accuses", "accusing", "acknowledged", "acknowledges", "acknowledging", "added", "adding", "adds",
    "admits", "admitted", "admitting", "advised", "affirmed", "affirming", "affirms", "agreed", "agrees", "alleged",
    "alleges", "alleging", "announced", "announces", "announcing", "answered", "answers", "argued", "argues",
    "arguing", "asked", "asking", "asks", "asserted", "asserting", "asserts", "assured", "assures", "assuring",
    "begged", "believes", "blasted", "boasted", "boasting", "bragged", "branded", "called", "calling", "calls",
    "cautioned", "cautioning", "cautions", "characterised", "characterising", "characterized", "characterizing",
    "chided", "claim", "claimed", "claiming", "claims", "commented", "complained", "complaining", "complains",
    "conceded", "concedes", "conceding", "concluded", "concludes", "condemned", "condemning", "confided", "confirmed",
    "confirming", "confirms", "contended", "contends", "continued", "countered", "cried", "criticised", "criticising",
    "criticized", "criticizing", "declared", "declares", "declaring", "decried", "defended", "demanded", "demanding",
    "demands", "denied", "denies", "denounced", "denounces", "denouncing", "denying", "deplored", "described",
    "describes", "describing", "disclosed", "dismissed", "dismissing", "disputed", "echoed", "echoing", "emphasised",
    "emphasized", "emphasizing", "exclaimed", "explained", "explaining", "explains", "expressed", "expressing",
    "fumed", "gushed", "hailed", "hailing", "hinted", "implied", "indicated", "insist", "insisted", "insisting",
    "insists", "interjected", "joked", "joking", "labeled", "labeling", "labelled", "lambasted", "lamented",
    "lamenting", "lauded", "laughed", "maintained", "maintains", "mentioned", "mocked", "murmured", "mused", "noted",
    "notes", "noting", "objected", "observed", "observes", "opined", "pleaded", "pleading", "pledged", "posted",
    "praised", "praising", "predicted", "predicting", "predicts", "proclaimed", "promised", "promises", "promising",
    "protested", "protesting", "questioned", "quipped", "quips", "quoted", "read", "reads", "reasoned", "recalled",
    "recalling", "recalls", "recounted", "referred", "referring", "reflected", "refuted", "reiterated", "reiterating",
    "remarked", "remarking", "repeated", "replied", "replies", "replying", "reported", "reports", "responded",
    "responding", "retorted", "retorts", "revealed", "ridiculed", "said", "say", "saying", "says", "scoffed",
    "shouted", "sighed", "slammed", "slamming", "snapped", "speculated", "stated", "states", "stating", "stress",
    "stressed", "stresses", "stressing", "suggested", "suggesting", "suggests", "swore", "tell", "telling", "tells",
    "testified", "testifies", "thinks", "threatened", "thundered", "told", "touted", "tweeted", "tweeting",
    "underlined", "underscored", "urged", "urges", "urging", "vowed", "vowing", "vows", "warn", "warned", "warning",
    "warns", "whispered", "wondered", "writes", "writing", "wrote", "yelled",
];

/// Words right before a mark that make what follows a name or a term.
#[rustfmt::skip]
pub(super) const BEFORE_TERMS: &[&str] = &[
    "album", "book", "comedy", "documentary", "drama", "dubbed", "entitled", "episode", "essay", "film", "game",
    "headlined", "magazine", "movie", "musical", "named", "nickname", "nicknamed", "novel", "opera", "operation",
    "phrase", "play", "podcast", "poem", "program", "programme", "series", "show", "single", "slogan", "so-called", "song",
    "term", "termed", "titled", "word", "words",
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
