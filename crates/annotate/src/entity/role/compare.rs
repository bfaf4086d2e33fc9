use super::super::words::is_nationality;
use super::parse::{Field, Role, Status, roles};
use super::words::{BODIES, GENERAL, OCCUPATIONS, OFFICES, QUALIFIERS, WITH_FIELD};
use crate::Agreement;

/// What the comparison of two roles was decided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RoleReason {
    /// The same office in the same or other words: `Fisheries Minister`, `minister of fisheries`.
    SameRole,
    /// One says more than the other: `minister`, `fisheries minister`; `official`, `fisheries minister`.
    MoreGeneral,
    /// One says that the office is past, to come or held for a while (`former`, `-elect`, `acting`), the other does not.
    StatusDropped,
    /// Both say when the office is held, and not the same: `former`, `incoming`.
    OtherStatus,
    /// One is below the other: `vice president`, `president`.
    OtherRank,
    /// Two offices that nobody holds at once: `president`, `prime minister`.
    OtherOffice,
    /// One office in two fields: `fisheries minister`, `finance minister`.
    OtherField,
    /// One office in two bodies or countries: `president of Norway`, `president of Chile`.
    OtherBody,
    /// Somebody can be both: `author`, `professor`; `mayor`, `farmer`.
    BothPossible,
    /// One of them names no role that is known.
    Unknown,
}

/// Whether two roles can be of one person at one time; see [`compare_roles_reason`] for the rules.
pub fn compare_roles(a: &str, b: &str) -> Agreement {
    compare_roles_reason(a, b).0
}

/// Whether two roles, as [`Entity::role`](crate::Entity::role) gives them, can be of one person at one time, and what
/// decided it. That they are roles of one person is for the caller to know.
///
/// A role is taken apart into its head (`minister`), its rank (`deputy`), when it is held (`former`) and its fields, the
/// words that say whose or what office it is. Heads are compared in one form for men and women, abbreviations and
/// synonyms (`Gov.`, `premier`); fields by their stems, in British or American spelling, with a country and its adjective as one.
///
/// * Several roles joined by `and` are as compatible as the two that fit best.
/// * Two heads: a general one takes in its kinds (`official`, `leader`, `executive`): compatible. Two offices in state,
///   church or forces differ. Occupations (`author`, `farmer`) go with any other: not comparable.
/// * One head: another rank differs. Equal fields are the same; fewer on one side are compatible. Where both have some
///   of their own, they differ if both name countries, if the office is nothing without its field (`finance minister`,
///   `fisheries minister`), if both say `of` what (`president of`), or if one kind of body has other words before it
///   (`Finance Ministry`, `Fisheries Ministry`); else they are not comparable. Words such as `senior` are no field.
/// * Then, when it is held: `former` beside nothing is compatible, since writers drop it; `former` beside `acting`
///   differs.
pub fn compare_roles_reason(a: &str, b: &str) -> (Agreement, RoleReason) {
    let (x, y) = (roles(a), roles(b));
    let pairs = x.iter().flat_map(|x| y.iter().map(move |y| compare_role(x, y)));
    pairs.min_by_key(|&(agreement, _)| order(agreement)).unwrap_or((Agreement::NotComparable, RoleReason::Unknown))
}

/// The best first. What cannot be compared says nothing against what does not fit, so it comes before it.
const fn order(agreement: Agreement) -> u8 {
    match agreement {
        Agreement::Same => 0,
        Agreement::Compatible => 1,
        Agreement::NotComparable => 2,
        Agreement::Differs => 3,
    }
}

fn compare_role(a: &Role, b: &Role) -> (Agreement, RoleReason) {
    use Agreement as G;
    use RoleReason as R;
    let office = if a.head == b.head { same_head(a, b) } else { other_head(a, b) };
    let held = match (a.status, b.status) {
        (a, b) if a == b => (G::Same, R::SameRole),
        (Some(a), Some(b)) if a != b && (a == Status::Past || b == Status::Past) => (G::Differs, R::OtherStatus),
        _ => (G::Compatible, R::StatusDropped),
    };
    match (office.0, held.0) {
        (G::Differs | G::NotComparable, _) => office,
        (_, G::Differs) => held,
        (G::Compatible, _) => office,
        (G::Same, _) => held,
    }
}

/// Whether a description such as `the Norwegian minister` can stand for somebody of this role.
pub(in crate::entity) fn is_one(role: &Role, description: &Role) -> bool {
    role.status == description.status
        && role.head == description.head
        && matches!(same_head(role, description).0, Agreement::Same | Agreement::Compatible)
}

fn other_head(a: &Role, b: &Role) -> (Agreement, RoleReason) {
    use Agreement as G;
    use RoleReason as R;
    if a.lower == b.lower && (takes_in(&a.head, &b.head) || takes_in(&b.head, &a.head)) {
        return if countries_differ(&a.fields, &b.fields) {
            (G::Differs, R::OtherBody)
        } else {
            (G::Compatible, R::MoreGeneral)
        };
    }
    let office = |role: &Role| OFFICES.contains(&role.head.as_str());
    let known = |role: &Role| office(role) || OCCUPATIONS.contains(&role.head.as_str());
    if office(a) && office(b) {
        (G::Differs, R::OtherOffice)
    } else if known(a) && known(b) {
        (G::NotComparable, R::BothPossible)
    } else {
        (G::NotComparable, R::Unknown)
    }
}

/// Whether a general head takes in a special one.
fn takes_in(general: &str, special: &str) -> bool {
    GENERAL.iter().any(|&(head, kinds)| {
        head == general && kinds.iter().any(|&kind| kind == special || kind == "*" && !OCCUPATIONS.contains(&special))
    })
}

fn same_head(a: &Role, b: &Role) -> (Agreement, RoleReason) {
    use Agreement as G;
    use RoleReason as R;
    if a.lower != b.lower {
        return (G::Differs, R::OtherRank);
    }
    let own = |these: &[Field], those: &[Field]| -> Vec<Field> {
        these
            .iter()
            .filter(|this| !is_qualifier(this) && !those.iter().any(|that| is_akin(this, that)))
            .cloned()
            .collect()
    };
    let (x, y) = (own(&a.fields, &b.fields), own(&b.fields, &a.fields));
    if x.is_empty() && y.is_empty() {
        return (G::Same, R::SameRole);
    }
    if x.is_empty() || y.is_empty() {
        return (G::Compatible, R::MoreGeneral);
    }
    if countries_differ(&x, &y) {
        return (G::Differs, R::OtherBody);
    }
    // A country alone says of whom, not of what: `Norwegian minister`, `fisheries minister`.
    let country = |fields: &[Field]| fields.iter().all(|field| is_nationality(&field.word));
    if country(&x) || country(&y) {
        return (G::Compatible, R::MoreGeneral);
    }
    let complements = |fields: &[Field]| fields.iter().all(|field| field.complement);
    let body = a
        .fields
        .iter()
        .any(|field| BODIES.contains(&field.word.as_str()) && b.fields.iter().any(|other| other.word == field.word));
    if WITH_FIELD.contains(&a.head.as_str()) {
        (G::Differs, R::OtherField)
    } else if body || complements(&x) && complements(&y) {
        (G::Differs, R::OtherBody)
    } else {
        (G::NotComparable, R::Unknown)
    }
}

fn is_qualifier(field: &Field) -> bool {
    !field.complement && QUALIFIERS.contains(&field.word.as_str())
}

/// Whether both name countries by their adjectives and none of them is the same.
fn countries_differ(a: &[Field], b: &[Field]) -> bool {
    let countries =
        |fields: &[Field]| fields.iter().filter(|field| is_nationality(&field.word)).cloned().collect::<Vec<_>>();
    let (x, y) = (countries(a), countries(b));
    !x.is_empty() && !y.is_empty() && !x.iter().any(|one| y.iter().any(|other| is_akin(one, other)))
}

/// One word, or a country and its adjective: at least four letters in common at the beginning.
fn is_akin(a: &Field, b: &Field) -> bool {
    a.key == b.key
        || (is_nationality(&a.word) || is_nationality(&b.word))
            && a.word.chars().zip(b.word.chars()).take_while(|(x, y)| x == y).count() >= 4
}
