//! Verbs, nouns and adjectives that give a clause, an act or a thing as what somebody says, thinks, wants or promises.
//!
//! The verbs are grouped as by Levin (1993): communication (37), judgment (33), admiration (31.2), conjecture (29.5),
//! characterising and naming (29.2, 29.3), wish (32); with those that commit the speaker (Searle's commissives) and those
//! that direct others. Each class says what may follow its verbs, since that is how a report is told from another use of
//! the same verb. Forms are made from the base; those that no rule makes stand in [`IRREGULAR`].

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

/// What may follow a word that reports.
pub(super) type Frames = u16;

/// A finite clause, with `that` or without, or before it: `the pier is closed, Holm said`.
pub(super) const SAY: Frames = 1;
/// A finite clause after `that`; without it only where a verb of that clause is in sight.
pub(super) const THAT: Frames = 1 << 1;
/// A question: `asked whether`, `wondered why`.
pub(super) const WH: Frames = 1 << 2;
/// What the subject itself will do: `vowed to leave`.
pub(super) const INF: Frames = 1 << 3;
/// What another one shall do: `urged the crew to leave`.
pub(super) const OBJ_INF: Frames = 1 << 4;
/// A thing or an act: `criticised the plan`.
pub(super) const OBJ: Frames = 1 << 5;
/// An act in the form with -ing: `denied taking the boat`.
pub(super) const ING: Frames = 1 << 6;
/// The first object is whom it is said to: `told the crew that`.
pub(super) const TO_WHOM: Frames = 1 << 7;
/// The verb says how words are brought out, so that words in marks may stand beside it.
pub(super) const SPEECH: Frames = 1 << 8;

/// The inflection of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Base,
    /// Third person: `says`.
    Present,
    /// Past tense, and the participle where it is the same.
    Past,
    /// `saying`.
    Ing,
    /// A participle that is no past tense: `shown`.
    Participle,
    /// No verb: an adjective after `is`, such as `confident`.
    Adjective,
}

/// A form of a word that reports.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) frames: Frames,
    pub(super) form: Form,
    /// The prepositions after which what is reported may stand: `warned of`.
    pub(super) prepositions: [&'static str; 4],
}

struct Class {
    frames: Frames,
    prepositions: &'static str,
    words: &'static str,
}

const VERBS: &[Class] = &[
    Class {
        frames: SAY | SPEECH,
        prepositions: "",
        words: "add affirm assert assume attest boast brag concede confide contend exclaim fume gloat gripe imply \
            insist interject joke maintain marvel mumble murmur mutter muse opine posit quip reason reckon \
            remark retort say scoff shout shriek sigh snap sniff speculate state stipulate surmise swear testify \
            theorise theorize whisper yell",
    },
    // Manner of speaking.
    Class {
        frames: SPEECH,
        prepositions: "",
        words: "bark bawl bellow boom cackle chant chirp coo croak croon drawl gasp groan growl grunt hiss holler hoot howl \
            intone purr rasp recite roar scream screech sing sneer sob squeal stammer stutter thunder wail whimper \
            whine whoop yelp",
    },
    Class {
        frames: SAY | OBJ | SPEECH,
        prepositions: "",
        words: "acknowledge admit allege announce argue claim confess confirm conjecture declare deny disclose divulge \
            emphasise emphasize estimate explain foresee hint indicate lament mention note observe point predict \
            proclaim profess pronounce recall recount reiterate repeat report reveal signal stress suggest \
            tout trumpet underline underscore verify volunteer write",
    },
    Class {
        frames: SAY | SPEECH,
        prepositions: "about of for on against over with to that",
        words: "agree allude brag caution commiserate complain disagree elaborate grumble inveigh joke moan protest rail \
            rant rave reflect respond reply retort riff speak talk tweet vent wax whine",
    },
    Class { frames: SAY | WH | TO_WHOM | OBJ_INF | SPEECH, prepositions: "of about", words: "advise tell remind" },
    Class { frames: SAY | TO_WHOM | OBJ_INF | SPEECH, prepositions: "of about against", words: "warn" },
    Class {
        frames: SAY | TO_WHOM | SPEECH,
        prepositions: "of about",
        words: "assure brief convince inform notify persuade reassure",
    },
    Class { frames: WH | TO_WHOM | OBJ_INF | INF | SPEECH, prepositions: "about for", words: "ask beg" },
    Class { frames: WH | OBJ | SPEECH, prepositions: "about", words: "inquire enquire query question wonder" },
    Class {
        frames: SAY | OBJ | SPEECH,
        prepositions: "",
        words: "answer counter post quote blog broadcast email text tweet",
    },
    Class {
        frames: OBJ | WH,
        prepositions: "",
        words: "address broach debate discuss dispute highlight outline preview ponder recap \
            relay relate summarise summarize detail rehash mull",
    },
    // Belief and knowledge.
    Class { frames: SAY | INF | OBJ_INF, prepositions: "", words: "believe expect feel think presume suppose suspect" },
    Class { frames: SAY, prepositions: "in of about", words: "believe think" },
    Class { frames: SAY, prepositions: "", words: "guess imagine bet doubt envision" },
    Class {
        frames: THAT | WH | OBJ,
        prepositions: "",
        words: "anticipate appreciate ascertain assess calculate \
            conclude consider deem determine discover fear find forget gather hear know learn notice prove \
            realise realize recognise recognize regard remember rue sense show understand view",
    },
    Class { frames: THAT, prepositions: "about", words: "worry fret care wonder agonise agonize dream" },
    Class { frames: THAT | OBJ, prepositions: "", words: "forecast project rule demonstrate document illustrate" },
    // Judgment, for better or worse.
    Class {
        frames: OBJ | ING,
        prepositions: "",
        words: "accept admonish applaud assail attack bemoan berate blast castigate \
            celebrate censure challenge champion chastise chide commend compliment condemn congratulate credit \
            criticise criticize decry defend denounce deplore deride disparage disavow disown excoriate extol fault \
            hail honor honour hammer impugn insult knock lambast lambaste laud lampoon malign mock pan pillory praise rap \
            rebuke rebuff refute reject renounce reprimand repudiate ridicule rip salute savage scold shame skewer slam \
            slur smear spurn thank trash trumpet upbraid vilify welcome",
    },
    Class { frames: OBJ | TO_WHOM, prepositions: "of", words: "accuse suspect" },
    Class { frames: OBJ, prepositions: "for on", words: "blame fault" },
    // What somebody is for or against.
    Class {
        frames: OBJ | ING,
        prepositions: "",
        words: "advocate abhor admire adore back cheer covet \
            despise detest disfavor disfavour dislike embrace endorse enjoy \
            espouse favor favour hate idolise idolize loathe love oppose prefer regret resent \
            respect support tolerate value",
    },
    // Characterising and naming.
    Class {
        frames: OBJ | SPEECH,
        prepositions: "to",
        words: "brand call caricature cast characterise characterize compare define \
            depict describe diagnose dismiss dub equate frame label liken nickname paint peg portray rate refer term",
    },
    // Promise and refusal.
    Class { frames: SAY | INF, prepositions: "", words: "promise pledge vow swear threaten pretend hope" },
    Class {
        frames: INF,
        prepositions: "for",
        words: "agree aim aspire attempt choose claim consent decline demand elect hope \
            intend long offer opt plan prepare profess propose purport refuse request resolve seek strive threaten \
            undertake volunteer want wish yearn pray push",
    },
    Class { frames: INF | THAT | OBJ, prepositions: "", words: "decide determine" },
    Class {
        frames: OBJ | ING,
        prepositions: "",
        words: "consider contemplate demand offer pledge plan promise propose recommend \
            request seek suggest threaten urge weigh want crave desire wish",
    },
    Class {
        frames: THAT,
        prepositions: "",
        words: "demand propose recommend request wish stipulate ask urge decree mandate",
    },
    // What another one shall do.
    Class {
        frames: OBJ_INF,
        prepositions: "",
        words: "allow authorise authorize beseech challenge command \
            counsel dare direct encourage exhort forbid implore instruct invite like need order permit press \
            pressure prod require urge want expect prefer",
    },
    Class { frames: OBJ_INF, prepositions: "for on", words: "call plead appeal" },
    // Verbs that report only with their preposition.
    Class { frames: OBJ, prepositions: "about at on", words: "comment lie hint dwell expound opine" },
    Class { frames: OBJ, prepositions: "to at", words: "point object nod admit" },
    Class { frames: SAY | SPEECH, prepositions: "out", words: "point" },
    Class { frames: OBJ, prepositions: "", words: "cite echo evoke invoke reference spotlight" },
];

/// Adjectives after a form of `be` (or `feel`, `seem`, `remain`) that say what somebody thinks, wants or fears.
const ADJECTIVES: &[Class] = &[
    Class {
        frames: THAT | INF,
        prepositions: "about of with at by",
        words: "afraid alarmed amazed angry annoyed anxious appalled \
            ashamed astonished aware cautious certain cheered concerned confident convinced cynical disappointed dismayed \
            disturbed doubtful encouraged excited fearful frustrated furious glad grateful happy hopeful horrified \
            leery mindful nervous optimistic outraged pessimistic pleased proud relieved sad sceptical scared shocked \
            skeptical sorry stunned sure surprised suspicious thankful thrilled troubled unaware uncertain \
            unconvinced unhappy unsure upset wary worried",
    },
    Class {
        frames: INF,
        prepositions: "",
        words: "desperate determined eager keen loath poised ready reluctant unwilling willing \
            hesitant inclined",
    },
    Class {
        frames: 0,
        prepositions: "of for with about",
        words: "critical supportive dismissive disdainful contemptuous tired fond enamored",
    },
];

/// Nouns of the same kinds, with what may follow them; each has its plural as well where it has one.
const NOUNS: &[Class] = &[
    Class {
        frames: THAT | INF,
        prepositions: "of about",
        words: "accusation acknowledgement acknowledgment admission affirmation allegation \
            announcement argument assertion assessment assumption assurance belief boast certainty charge claim complaint \
            conclusion contention conviction declaration denial disclosure doubt estimate expectation explanation fear \
            finding forecast guess hint hope hypothesis idea impression indication insistence judgment knowledge \
            message notion opinion point prediction promise reminder report revelation rumor rumour sentiment \
            sense signal speculation statement suggestion suspicion testimony theory threat view vow warning word",
    },
    Class { frames: THAT, prepositions: "about over", words: "anger anxiety concern question uncertainty worry" },
    Class {
        frames: INF | THAT,
        prepositions: "for of",
        words: "agreement aim ambition appeal bid call commitment decision \
            demand desire determination eagerness goal intent intention offer plan plea pledge preference proposal push \
            readiness recommendation refusal reluctance request resolve unwillingness vow willingness wish",
    },
    Class {
        frames: 0,
        prepositions: "of for on to toward towards against",
        words: "admiration approval assault attack backing \
            criticism characterisation characterization condemnation contempt critique defence defense denunciation \
            description disapproval disdain dismissal distaste distrust embrace endorsement enthusiasm hatred \
            mockery opposition portrayal praise rebuke rejection remark ridicule scepticism skepticism \
            support tirade",
    },
];

/// Forms that no rule makes: base, present, past, participle, with -ing; `-` where the rule holds.
const IRREGULAR: &[(&str, [&str; 4])] = &[
    ("say", ["-", "said", "-", "-"]),
    ("tell", ["-", "told", "-", "-"]),
    ("think", ["-", "thought", "-", "-"]),
    ("know", ["-", "knew", "known", "-"]),
    ("write", ["-", "wrote", "written", "-"]),
    ("speak", ["-", "spoke", "spoken", "-"]),
    ("swear", ["-", "swore", "sworn", "swearing"]),
    ("foresee", ["-", "foresaw", "foreseen", "foreseeing"]),
    ("feel", ["-", "felt", "-", "feeling"]),
    ("find", ["-", "found", "-", "-"]),
    ("hear", ["-", "heard", "-", "hearing"]),
    ("understand", ["-", "understood", "-", "-"]),
    ("forget", ["-", "forgot", "forgotten", "forgetting"]),
    ("show", ["-", "showed", "shown", "-"]),
    ("bet", ["-", "bet", "-", "betting"]),
    ("cast", ["-", "cast", "-", "-"]),
    ("fret", ["-", "fretted", "-", "fretting"]),
    ("permit", ["-", "permitted", "-", "permitting"]),
    ("prod", ["-", "prodded", "-", "prodding"]),
    ("rip", ["-", "ripped", "-", "ripping"]),
    ("pan", ["-", "panned", "-", "panning"]),
    ("slam", ["-", "slammed", "-", "slamming"]),
    ("rap", ["-", "rapped", "-", "rapping"]),
    ("nod", ["-", "nodded", "-", "nodding"]),
    ("opt", ["-", "opted", "-", "opting"]),
    ("plan", ["-", "planned", "-", "planning"]),
    ("admit", ["-", "admitted", "-", "admitting"]),
    ("regret", ["-", "regretted", "-", "regretting"]),
    ("rebut", ["-", "rebutted", "-", "rebutting"]),
    ("refer", ["-", "referred", "-", "referring"]),
    ("prefer", ["-", "preferred", "-", "preferring"]),
    ("beg", ["-", "begged", "-", "begging"]),
    ("brag", ["-", "bragged", "-", "bragging"]),
    ("quip", ["-", "quipped", "-", "quipping"]),
    ("snap", ["-", "snapped", "-", "snapping"]),
    ("recap", ["-", "recapped", "-", "recapping"]),
    ("dub", ["-", "dubbed", "-", "dubbing"]),
    ("peg", ["-", "pegged", "-", "pegging"]),
    ("slur", ["-", "slurred", "-", "slurring"]),
    ("rebuff", ["-", "rebuffed", "-", "-"]),
    ("sing", ["-", "sang", "sung", "-"]),
    ("sob", ["-", "sobbed", "-", "sobbing"]),
    ("lie", ["-", "lied", "-", "lying"]),
    ("seek", ["-", "sought", "-", "-"]),
    ("choose", ["-", "chose", "chosen", "-"]),
    ("forbid", ["-", "forbade", "forbidden", "forbidding"]),
    ("dwell", ["-", "dwelt", "-", "-"]),
    ("wax", ["waxes", "-", "-", "-"]),
    ("blog", ["-", "blogged", "-", "blogging"]),
    ("plead", ["-", "pleaded", "-", "-"]),
    ("broadcast", ["-", "broadcast", "-", "-"]),
    ("forecast", ["-", "forecast", "-", "-"]),
    ("rue", ["-", "rued", "-", "ruing"]),
    ("disagree", ["-", "disagreed", "-", "disagreeing"]),
    ("agree", ["-", "agreed", "-", "agreeing"]),
    ("offer", ["-", "offered", "-", "offering"]),
];

/// Forms by word. Every word of a text is looked up, and nearly none is there: a filter over the first, second and last
/// byte answers for most.
struct Forms {
    by_word: HashMap<String, Entry, BuildHasherDefault<Fnv>>,
    filter: [u64; FILTER / 64],
}

impl Default for Forms {
    fn default() -> Self {
        Self { by_word: HashMap::default(), filter: [0; FILTER / 64] }
    }
}

impl Forms {
    fn get(&self, word: &str) -> Option<Entry> {
        let bit = filter_bit(word)?;
        (self.filter[bit / 64] & (1 << (bit % 64)) != 0).then(|| self.by_word.get(word).copied())?
    }
}

/// Bits of the filter.
const FILTER: usize = 1 << 14;

/// The bit of a word; nothing for words shorter than any form.
fn filter_bit(word: &str) -> Option<usize> {
    let [first, second, .., last] = word.as_bytes() else { return None };
    let mixed = usize::from(*first) * 961 + usize::from(*second) * 31 + usize::from(*last) * 7 + word.len() * 131;
    Some(mixed % FILTER)
}

/// Fowler, Noll and Vo's hash, 1a: short words need no more.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Every form of every verb and adjective.
static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let mut forms = Forms::default();
    for class in VERBS {
        for base in class.words.split_whitespace() {
            let irregular = IRREGULAR.iter().find(|(word, _)| *word == base).map_or(&["-"; 4], |(_, forms)| forms);
            let made = [present(base), past(base), String::new(), ing(base)];
            let kinds = [Form::Present, Form::Past, Form::Participle, Form::Ing];
            add(&mut forms, base.to_owned(), Form::Base, class);
            for ((made, given), form) in made.into_iter().zip(irregular).zip(kinds) {
                let form_of = if *given == "-" { made } else { (*given).to_owned() };
                if !form_of.is_empty() {
                    add(&mut forms, form_of, form, class);
                }
            }
        }
    }
    for class in ADJECTIVES {
        for word in class.words.split_whitespace() {
            add(&mut forms, word.to_owned(), Form::Adjective, class);
        }
    }
    forms
});

/// Every noun and its plural.
static NOUN_FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let mut forms = Forms::default();
    for class in NOUNS {
        for noun in class.words.split_whitespace() {
            add(&mut forms, noun.to_owned(), Form::Base, class);
            add(&mut forms, present(noun), Form::Present, class);
        }
    }
    forms
});

/// A word that stands in several classes may be followed by what any of them allows.
fn add(forms: &mut Forms, word: String, form: Form, class: &'static Class) {
    if let Some(bit) = filter_bit(&word) {
        forms.filter[bit / 64] |= 1 << (bit % 64);
    }
    let entry = forms.by_word.entry(word).or_insert(Entry { frames: 0, form, prepositions: [""; 4] });
    entry.frames |= class.frames;
    if !class.prepositions.is_empty()
        && let Some(free) = entry.prepositions.iter_mut().find(|list| list.is_empty())
    {
        *free = class.prepositions;
    }
    // `found` is the past of `find`; a participle that is also an adjective (`worried`) stays a verb.
    if entry.form == Form::Adjective {
        entry.form = form;
    }
}

/// The form of a verb that reports, or of such an adjective.
pub(super) fn verb(word: &str) -> Option<Entry> {
    FORMS.get(word)
}

/// The form of a noun that reports.
pub(super) fn noun(word: &str) -> Option<Entry> {
    NOUN_FORMS.get(word)
}

/// Whether what is reported may stand after this preposition.
pub(super) fn takes(entry: &Entry, preposition: &str) -> bool {
    !preposition.is_empty()
        && entry.prepositions.iter().any(|list| list.split(' ').any(|allowed| allowed == preposition))
}

fn present(base: &str) -> String {
    if ends_in_y(base) {
        format!("{}ies", &base[..base.len() - 1])
    } else if ["s", "x", "z", "ch", "sh"].iter().any(|ending| base.ends_with(ending)) {
        format!("{base}es")
    } else {
        format!("{base}s")
    }
}

fn past(base: &str) -> String {
    if ends_in_y(base) {
        format!("{}ied", &base[..base.len() - 1])
    } else if base.ends_with('e') {
        format!("{base}d")
    } else {
        format!("{base}ed")
    }
}

fn ing(base: &str) -> String {
    match base.strip_suffix('e') {
        Some(stem) if !stem.ends_with('e') => format!("{stem}ing"),
        _ => format!("{base}ing"),
    }
}

/// Whether it ends in a y that turns into i: after a consonant.
fn ends_in_y(base: &str) -> bool {
    base.strip_suffix('y').is_some_and(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_made_from_the_base() {
        for (word, form) in [
            ("say", Form::Base),
            ("says", Form::Present),
            ("denies", Form::Present),
            ("denied", Form::Past),
            ("said", Form::Past),
            ("shown", Form::Participle),
            ("admitting", Form::Ing),
            ("permitted", Form::Past),
            ("prodding", Form::Ing),
            ("arguing", Form::Ing),
            ("agreeing", Form::Ing),
            ("confident", Form::Adjective),
        ] {
            assert_eq!(verb(word).map(|entry| entry.form), Some(form), "{word}");
        }
        assert!(noun("allegations").is_some_and(|noun| noun.frames & THAT != 0));
        assert!(verb("pier").is_none() && noun("pier").is_none());
    }
}
