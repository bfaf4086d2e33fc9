use super::edit::Edit;
use super::{Site, figures, names, negation, opposites, quotes, roles};
use crate::bootstrap::SplitMix;

/// A kind of planted error.
///
/// | family | planted | right codes |
/// | --- | --- | --- |
/// | number | another number of as many digits that no article has | N001 |
/// | number, hard | another number of the supporting article | N001 |
/// | unit | `miles` for `kilometers`, `billion` for `million`, `€` for `$` | N004, N001 |
/// | hedge | `at least` dropped or added, `more than` turned | N003 |
/// | date | another weekday, month, day or year | T001, T002 |
/// | name | another name of the sentence's own article | E004, E001, E002, Q003 |
/// | name, hard | another name of the supporting article | E004, E001, E002, Q003 |
/// | speaker | another person of the sentence's own article who speaks, beside the verb of saying | Q003, E004, E001 |
/// | speaker, hard | another who speaks in the supporting article | Q003, E004 |
/// | quotation | a word inside the marks | Q002 |
/// | cut | the beginning with a negation, or the end with a condition, taken out | Q004 |
/// | negation | `not` put in or taken out | S002 |
/// | antonym | the antonym of a word of content in the same form | S002 |
/// | opposite | `before` for `after`, `likely` for `unlikely` | S002, T003, N003 |
/// | roles | two names exchanged around a verb | E004, Q003 |
///
/// The antonyms are the direct ones of the very table by which the check knows them, so that family tells how often the
/// check sees a difference of which it knows that it is one; the family opposite knows neither more nor less than a short
/// list and a rule of prefixes.
///
/// A name that no article has is E001, and one of the articles in another's place E004. The planter knows a speaker only
/// right beside a few verbs of saying, so a name may be a speaker's as well, and Q003 is right for it too; a speaker of
/// what is said without quotation marks may be E004.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the table says what each is")]
pub enum Family {
    Number,
    NumberHard,
    Unit,
    Hedge,
    Date,
    Name,
    NameHard,
    Speaker,
    SpeakerHard,
    Quotation,
    Cut,
    Negation,
    Antonym,
    Opposite,
    Roles,
}

impl Family {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::Number,
        Self::NumberHard,
        Self::Unit,
        Self::Hedge,
        Self::Date,
        Self::Name,
        Self::NameHard,
        Self::Speaker,
        Self::SpeakerHard,
        Self::Quotation,
        Self::Cut,
        Self::Negation,
        Self::Antonym,
        Self::Opposite,
        Self::Roles,
    ];

    /// Its name in the result.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::NumberHard => "number, hard",
            Self::Unit => "unit",
            Self::Hedge => "hedge",
            Self::Date => "date",
            Self::Name => "name",
            Self::NameHard => "name, hard",
            Self::Speaker => "speaker",
            Self::SpeakerHard => "speaker, hard",
            Self::Quotation => "quotation",
            Self::Cut => "cut",
            Self::Negation => "negation",
            Self::Antonym => "antonym",
            Self::Opposite => "opposite",
            Self::Roles => "roles",
        }
    }

    /// The finding codes that are right for it.
    pub const fn codes(self) -> &'static [&'static str] {
        match self {
            Self::Number | Self::NumberHard => &["N001"],
            Self::Unit => &["N004", "N001"],
            Self::Hedge => &["N003"],
            Self::Date => &["T001", "T002"],
            Self::Name => &["E001", "E002", "E004", "Q003"],
            // The articles have the name: that no article has it would be untrue.
            Self::NameHard => &["E004", "Q003"],
            Self::Speaker => &["Q003", "E004", "E001"],
            Self::SpeakerHard => &["Q003", "E004"],
            Self::Quotation => &["Q002"],
            Self::Cut => &["Q004"],
            Self::Negation | Self::Antonym => &["S002"],
            // The order of events and the bounds of a number turn round with some of the words.
            Self::Opposite => &["S002", "T003", "N003"],
            Self::Roles => &["E004", "Q003"],
        }
    }

    /// Every way of planting it at `site`.
    pub(super) fn plant(self, site: &Site<'_>, random: &mut SplitMix) -> Vec<Vec<Edit>> {
        match self {
            Self::Number => figures::number(site, random),
            Self::NumberHard => figures::number_hard(site, random),
            Self::Unit => figures::unit(site, random),
            Self::Hedge => figures::hedge(site, random),
            Self::Date => figures::date(site, random),
            Self::Name => names::name(site, random),
            Self::NameHard => names::name_hard(site, random),
            Self::Speaker => names::speaker(site, random),
            Self::SpeakerHard => names::speaker_hard(site, random),
            Self::Quotation => quotes::word(site, random),
            Self::Cut => quotes::cut(site, random),
            Self::Negation => negation::negation(site, random),
            Self::Antonym => opposites::antonym(site, random),
            Self::Opposite => opposites::opposite(site, random),
            Self::Roles => roles::roles(site, random),
        }
    }
}
