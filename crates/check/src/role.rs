//! What the draft says a person is, against what the articles say.

use coincide_annotate::{
    Agreement, Entity, EntityKind, NameMatch, Reading, RoleReason, compare_roles, compare_roles_reason, same_name,
};
use coincide_text::{Span, Token, tokenize};

use crate::case::{Case, passage};

/// The role an article gives a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Held {
    pub(crate) article: usize,
    /// The role as the article words it.
    pub(crate) role: String,
    /// Where it stands.
    pub(crate) span: Span,
}

/// The roles that the articles give the person `entity` of the draft, if nobody who holds one of them holds the
/// draft's.
///
/// Only people with a full name on both sides are compared: a surname alone may be somebody else's. Nothing if the
/// articles' roles differ among themselves, or if a sentence of an article has the person and the words of the draft's
/// role: it was then said of them somewhere, or of somebody beside them.
pub(crate) fn differing(case: &Case<'_>, entity: &Entity) -> Vec<Held> {
    let Some(ours) = entity.role.as_deref().filter(|_| entity.kind == EntityKind::Person && is_full(&entity.name))
    else {
        return Vec::new();
    };
    let mut found: Vec<Held> = Vec::new();
    for (article, reading) in case.articles.iter().enumerate() {
        let people = reading.annotations.entities.iter().filter(|other| other.kind == EntityKind::Person);
        for other in people.filter(|other| is_full(&other.name)) {
            if same_name(&entity.name, &other.name) == NameMatch::Different {
                continue;
            }
            let theirs = other.role.as_deref().unwrap_or_default();
            let mut named = other.mentions.iter().filter(|mention| mention.named && !theirs.is_empty());
            let span = named.find_map(|mention| beside(reading, mention.span, theirs));
            if other.mentions.iter().any(|mention| has_words(reading, mention.span, ours, span)) {
                return Vec::new();
            }
            let Some(span) = span else { continue };
            if !exclude_each_other(ours, theirs) || is_of_the_past(reading, span) {
                return Vec::new();
            }
            found.push(Held { article, role: theirs.to_owned(), span });
        }
    }
    let differ = |a: &Held| found.iter().any(|b| compare_roles(&a.role, &b.role) == Agreement::Differs);
    if found.iter().any(differ) { Vec::new() } else { found }
}

/// Whether nobody holds both roles at a time, and they are not two ways to word one office.
///
/// Texts word one person's office in many ways (`press secretary`, `spokeswoman`; `DHS Secretary`, `Homeland Security
/// Secretary`; a general who is a minister), so that roles differ is not enough.
fn exclude_each_other(a: &str, b: &str) -> bool {
    let (Agreement::Differs, reason) = compare_roles_reason(a, b) else { return false };
    let (x, y) = (Worded::new(a), Worded::new(b));
    // Who was the one may be the other by now, and what runs into the sentence is no title.
    if x.loose || y.loose || ((x.past || y.past) && reason != RoleReason::OtherStatus) {
        return false;
    }
    match reason {
        RoleReason::OtherStatus => true,
        // An associate justice is a justice, and who speaks for a body may be the second to do so.
        RoleReason::OtherRank => x.office == y.office && x.office.is_some_and(Office::has_one_seat),
        RoleReason::OtherOffice => x.office.zip(y.office).is_some_and(|(x, y)| x.excludes(y)) && !x.lower && !y.lower,
        RoleReason::OtherField => {
            !x.acronym && !y.acronym && x.office == Some(Office::Minister) && y.office == x.office
        }
        RoleReason::OtherBody => {
            !x.acronym && !y.acronym && x.office == y.office && x.office.is_some_and(Office::has_one_seat)
        }
        _ => false,
    }
}

/// Offices of state of which a person holds one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Office {
    Crown,
    Head,
    Minister,
    Governor,
    Mayor,
    Legislator,
    Envoy,
    Attorney,
    Judge,
    Spokesperson,
}

impl Office {
    /// The office a word names. A secretary of a department is a minister.
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "emir" | "emperor" | "empress" | "king" | "pope" | "prince" | "princess" | "queen" | "sultan" => {
                Self::Crown
            }
            "chancellor" | "premier" | "president" => Self::Head,
            "minister" | "secretary" => Self::Minister,
            "gov" | "governor" => Self::Governor,
            "mayor" => Self::Mayor,
            "congressman" | "congresswoman" | "rep" | "representative" | "sen" | "senator" => Self::Legislator,
            "ambassador" => Self::Envoy,
            "judge" | "justice" => Self::Judge,
            "spokesman" | "spokesperson" | "spokeswoman" => Self::Spokesperson,
            _ => return None,
        })
    }

    /// Whether nobody holds two different roles of these kinds. Ministers, heads of government and mayors sit in
    /// parliaments, where some members preside and some speak for their party.
    fn excludes(self, other: Self) -> bool {
        let with = |it: Self| matches!(it, Self::Head | Self::Minister | Self::Mayor | Self::Spokesperson);
        match (self, other) {
            (Self::Legislator, it) | (it, Self::Legislator) => !with(it),
            // `Foreign secretary` and `foreign minister` are one office in two countries' words.
            (Self::Minister | Self::Judge, it) if it == self => false,
            _ => true,
        }
    }

    /// Whether there is one seat, so that another place is another office.
    fn has_one_seat(self) -> bool {
        matches!(self, Self::Crown | Self::Head | Self::Minister | Self::Governor | Self::Mayor | Self::Attorney)
    }
}

/// What the words of a role show.
struct Worded {
    office: Option<Office>,
    /// `former`.
    past: bool,
    /// `vice`.
    lower: bool,
    /// `DHS`.
    acronym: bool,
    /// More than a title: `allegations against the nominee`.
    loose: bool,
}

impl Worded {
    fn new(role: &str) -> Self {
        let tokens = tokenize(role, Span::new(0, role.len()));
        let has = |words: &[&str]| tokens.iter().any(|token| words.contains(&&*token.folded));
        let head =
            tokens.iter().take_while(|token| !matches!(&*token.folded, "of" | "for" | "at" | "to" | "in" | "from"));
        let office = head.filter_map(|token| Office::of(&token.folded)).last();
        let attorney = tokens.windows(2).any(|two| &*two[0].folded == "attorney" && &*two[1].folded == "general");
        // A press secretary or a party's general secretary is none of a department.
        let clerk = office == Some(Office::Minister) && has(&["press", "general", "private", "party", "permanent"]);
        Self {
            office: if attorney { Some(Office::Attorney) } else { office.filter(|_| !clerk) },
            past: has(PAST),
            lower: has(&["vice", "deputy", "assistant", "under"]),
            acronym: tokens
                .iter()
                .any(|token| token.span.len() > 1 && !token.span.of(role).contains(char::is_lowercase)),
            loose: tokens.iter().filter(|token| token.is_content()).count() > LONGEST
                || has(&["against", "by", "said", "says", "with"]),
        }
    }
}

/// Words before a role that are a part of it.
const CUT: &[&str] = &["and", "assistant", "associate", "deputy", "under", "vice"];

/// Most content words of a title.
const LONGEST: usize = 6;

const PAST: &[&str] = &["ex", "former", "late", "onetime", "previous", "retired", "then"];

/// Whether the words before a role say that it is past.
pub(crate) fn is_of_the_past(reading: &Reading, role: Span) -> bool {
    follows(reading, role, PAST)
}

/// Whether one of `words` stands among the few before a role: `then-Governor`.
fn follows(reading: &Reading, role: Span, words: &[&str]) -> bool {
    let annotations = &reading.annotations;
    let at = annotations.token_range(role).start;
    let before = annotations.tokens.get(at.saturating_sub(2)..at).unwrap_or_default();
    before.iter().any(|token| words.contains(&&*token.folded))
}

/// Where `role` stands beside the name `mention`: right before it, or after a comma behind it. A role that may be cut
/// off is none: `Health and Coastal Affairs Secretary`.
pub(crate) fn beside(reading: &Reading, mention: Span, role: &str) -> Option<Span> {
    let span = place(reading, mention, role)?;
    (!follows(reading, span, CUT)).then_some(span)
}

fn place(reading: &Reading, mention: Span, role: &str) -> Option<Span> {
    let text = reading.text();
    let sentence = passage(reading, mention);
    let before = Span::new(sentence.start.min(mention.start), mention.start).of(text);
    let front = before.trim_end_matches([' ', ',', '\n']);
    if front.ends_with(role) {
        let end = sentence.start + front.len();
        return Some(Span::new(end - role.len(), end));
    }
    let after = Span::new(mention.end, sentence.end.max(mention.end)).of(text);
    let at = after.find(role).filter(|&at| at <= APPOSITION && after.starts_with(','))?;
    Some(Span::new(mention.end + at, mention.end + at + role.len()))
}

/// How far behind a name its apposition may begin, in bytes: `, 51, the captain`.
const APPOSITION: usize = 24;

/// Whether a name has a first and a last part.
fn is_full(name: &str) -> bool {
    name.split_whitespace().nth(1).is_some()
}

/// Whether the sentence of `mention` has all content words of `role` outside of the span `apart`.
fn has_words(reading: &Reading, mention: Span, role: &str, apart: Option<Span>) -> bool {
    let tokens = reading.annotations.tokens_in(passage(reading, mention));
    let wanted = tokenize(role, Span::new(0, role.len()));
    let mut wanted = wanted.iter().filter(|token| token.is_content()).peekable();
    let outside = |token: &Token| !apart.is_some_and(|apart| apart.contains(token.span));
    wanted.peek().is_some() && wanted.all(|word| tokens.iter().any(|token| token.stem == word.stem && outside(token)))
}
