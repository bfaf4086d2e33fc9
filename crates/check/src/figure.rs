//! The quantities of a clause against those of the articles.

use coincide_annotate::{Agreement, Hedge, Quantity, QuantityUnit, compare, hedge_change};

use coincide_text::Span;

use crate::case::Case;
use crate::support::Query;

/// The least context two quantities must share to be of the same thing.
pub(crate) const SAME_THING: f64 = 0.45;

/// The least part of the context of the closest quantity that agrees which one that differs must have beside it.
const NEARLY_AS_CLOSE: f64 = 0.75;

/// Fewest words and names that its sentence must share.
const FEWEST_WORDS: usize = 2;

/// A quantity of the draft with what the articles have of the same thing.
pub(crate) struct Figure<'a> {
    pub(crate) quantity: &'a Quantity,
    /// The article quantities for the same thing, the closest in context for each article and agreement.
    pub(crate) rivals: Vec<Rival<'a>>,
    /// The same number, in a passage of the same thing, for something else or in another unit.
    pub(crate) elsewhere: Option<Rival<'a>>,
    /// Whether a passage of the same thing has the number in the same unit, though the two cannot be compared, as where
    /// neither says what is counted.
    pub(crate) echoed: bool,
    /// Whether any article has the number at all.
    pub(crate) known: bool,
    /// Whether it has a definite article: `the 212 passengers` are those the articles have spoken of, whatever else
    /// their sentence says.
    definite: bool,
}

/// An article's quantity for the same thing.
#[derive(Clone, Copy)]
pub(crate) struct Rival<'a> {
    pub(crate) article: usize,
    pub(crate) quantity: &'a Quantity,
    pub(crate) agreement: Agreement,
    /// How far its sentence speaks of the same thing, from 0 to 1.
    pub(crate) context: f64,
}

impl<'a> Figure<'a> {
    /// Compares `quantity` with those of all articles; `query` is its clause.
    pub(crate) fn new(case: &Case<'a>, quantity: &'a Quantity, query: &Query) -> Self {
        let definite = is_definite(case, quantity);
        // That people died or were hurt says nothing about where: a topic is compared as such.
        let topic = quantity.of.as_ref().filter(|of| of.topic.is_some()).map(|of| of.span);
        let apart: Vec<Span> = std::iter::once(quantity.span).chain(topic).collect();
        let mut figure = Self { quantity, rivals: Vec::new(), elsewhere: None, echoed: false, known: false, definite };
        for (article, reading) in case.articles.iter().enumerate() {
            let mut best: [Option<Rival<'a>>; 2] = [None, None];
            for other in &reading.annotations.quantities {
                let equal = other.value == quantity.value;
                figure.known |= equal;
                let agreement = compare(quantity, other);
                if agreement == Agreement::NotComparable && !equal {
                    continue;
                }
                let sentence = case.sentence_of(article, other.span);
                let shared = query.context(&case.index, article, &sentence, &apart);
                let context = if shared.words + shared.names >= FEWEST_WORDS { shared.share } else { 0.0 };
                let rival = Rival { article, quantity: other, agreement, context };
                if agreement == Agreement::NotComparable {
                    figure.echoed |= context >= SAME_THING && other.unit == quantity.unit;
                    if context >= SAME_THING
                        && is_other_thing(quantity, other)
                        && figure.elsewhere.is_none_or(|old| old.context < context)
                    {
                        figure.elsewhere = Some(rival);
                    }
                    continue;
                }
                if definite && agreement == Agreement::Differs {
                    figure.rivals.push(rival);
                    continue;
                }
                let slot = &mut best[usize::from(agreement == Agreement::Differs)];
                if slot.is_none_or(|old| old.context < context) {
                    *slot = Some(rival);
                }
            }
            figure.rivals.extend(best.into_iter().flatten());
        }
        figure
    }

    /// Whether no article has the number, nor one of the same thing that it is compatible with. Numbers up to ten are
    /// left aside: they are often counted by the writer.
    pub(crate) fn is_strange(&self) -> bool {
        let small = self.quantity.unit == QuantityUnit::Count && self.quantity.value.1 <= 10.0;
        !small && !self.known && self.agreeing().next().is_none()
    }

    /// The articles' quantities that agree with it: the same value for the same thing, or one that is compatible in a
    /// sentence that speaks of the same.
    pub(crate) fn agreeing(&self) -> impl Iterator<Item = &Rival<'a>> {
        self.rivals.iter().filter(|rival| match rival.agreement {
            Agreement::Same => true,
            Agreement::Compatible => rival.context >= SAME_THING,
            Agreement::Differs | Agreement::NotComparable => false,
        })
    }

    /// The articles' quantities that differ from it and are of the same thing: where others agree, in sentences that
    /// speak of it nearly as much as theirs do.
    ///
    /// Where one agrees, another ordinal or age is of something or somebody else: the second quarter and the first, the
    /// victim of 47 and the one of 63.
    pub(crate) fn differing(&self) -> impl Iterator<Item = &Rival<'a>> {
        let agreeing: Vec<usize> = self.agreeing().map(|rival| rival.article).collect();
        let closest = self.agreeing().map(|rival| rival.context).fold(0.0, f64::max);
        let one_of_many = matches!(self.quantity.unit, QuantityUnit::Ordinal | QuantityUnit::Age);
        let settled = one_of_many && !agreeing.is_empty();
        let definite = self.definite && agreeing.is_empty();
        self.rivals.iter().filter(move |rival| {
            rival.agreement == Agreement::Differs
                && (rival.context >= SAME_THING.max(NEARLY_AS_CLOSE * closest) || definite)
                && !settled
                && !agreeing.contains(&rival.article)
        })
    }

    /// Of the differing quantities those with the value that most articles have; the closest in context first.
    pub(crate) fn prevailing(&self) -> Vec<&Rival<'a>> {
        let differing: Vec<&Rival<'a>> = self.differing().collect();
        let articles = |value: (f64, f64)| {
            let mut articles: Vec<usize> =
                differing.iter().filter(|rival| rival.quantity.value == value).map(|rival| rival.article).collect();
            articles.dedup();
            articles.len()
        };
        let rank = |rival: &&&Rival<'a>| (articles(rival.quantity.value), std::cmp::Reverse(rival.article));
        let Some(value) = differing.iter().max_by_key(rank).map(|rival| rival.quantity.value) else {
            return Vec::new();
        };
        let mut prevailing: Vec<&Rival<'a>> =
            differing.iter().copied().filter(|rival| rival.quantity.value == value).collect();
        prevailing.sort_by(|a, b| b.context.total_cmp(&a.context).then(a.article.cmp(&b.article)));
        prevailing.dedup_by_key(|rival| rival.article);
        prevailing
    }

    /// The agreeing quantity whose value is the same and whose hedge is not, if no other has the same hedge.
    pub(crate) fn hedged_otherwise(&self) -> Option<&Rival<'a>> {
        let equal =
            |rival: &&Rival<'a>| rival.quantity.value == self.quantity.value && rival.context >= SAME_THING / 2.0;
        let mut changed = None;
        for rival in self.rivals.iter().filter(equal) {
            hedge_change(self.quantity, rival.quantity)?;
            if changed.is_none_or(|old: &Rival<'a>| old.context < rival.context) {
                changed = Some(rival);
            }
        }
        changed
    }
}

/// Whether a quantity of the draft has a definite article before it: all of those that were spoken of.
fn is_definite(case: &Case<'_>, quantity: &Quantity) -> bool {
    let annotations = &case.draft.annotations;
    let before = annotations.token_range(quantity.span).start.checked_sub(1);
    before.is_some_and(|at| &*annotations.tokens[at].folded == "the")
        && quantity.hedge.is_none()
        && quantity.of.is_some()
}

/// Whether two quantities of one value clearly are of different things: both say what they count or measure, and the
/// units or the things differ.
fn is_other_thing(a: &Quantity, b: &Quantity) -> bool {
    if matches!(a.unit, QuantityUnit::Ordinal) || matches!(b.unit, QuantityUnit::Ordinal) {
        return false;
    }
    let says_nothing = |it: &Quantity| it.unit == QuantityUnit::Count && it.of.is_none();
    if says_nothing(a) || says_nothing(b) {
        return false;
    }
    if a.unit != b.unit {
        return true;
    }
    match (&a.of, &b.of) {
        // `Loans` may be `applications` in another article; `deaths` are not `injuries`.
        (Some(a), Some(b)) => a.topic.is_some() && b.topic.is_some() && a.topic != b.topic,
        _ => false,
    }
}

/// A hedge in words.
pub(crate) const fn hedge_words(hedge: Option<Hedge>) -> &'static str {
    match hedge {
        Some(Hedge::AtLeast) => "at least",
        Some(Hedge::MoreThan) => "more than",
        Some(Hedge::AtMost) => "at most",
        Some(Hedge::LessThan) => "less than",
        Some(Hedge::About) => "about",
        Some(Hedge::Nearly) => "nearly",
        None => "no hedge",
    }
}
