//! Where a passage that runs parallel to the draft has something else in the place of a number, a time, a name or a
//! negation, or the antonym of a word.

use coincide_annotate::antonym::Antonymy;
use coincide_annotate::{
    Agreement, Annotations, NameMatch, Quantity, QuantityUnit, Reading, TimeExpression, TimeKind, compare_times,
    compare_values, same_name,
};
use coincide_retrieve::{Term, TermKind, terms};
use coincide_text::{Span, TokenKind};

use crate::case::{self, Case};
use crate::name::is_furniture;
use crate::parallel::{Counterpart, ENOUGH, Parallels};

/// What differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The number.
    Number,
    /// The unit, or what is counted.
    Unit,
    /// The hedge of the number.
    Hedge,
    /// The day or time.
    Time,
    /// The name.
    Name,
    /// Whether it is so.
    Negation,
    /// The antonym of a word.
    Antonym(Antonymy),
}

/// Something of the draft beside what an article has in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Contrast {
    pub(crate) kind: Kind,
    /// In the draft.
    pub(crate) ours: Span,
    /// In the article.
    pub(crate) theirs: Span,
    pub(crate) article: usize,
    /// How many words beside it are the same without a break.
    pub(crate) run: usize,
    /// Whether they stand on both sides.
    pub(crate) enclosed: bool,
}

/// From how many words in a row beside it on there is no doubt that a difference is one.
const SURE: usize = 5;

impl Contrast {
    /// Whether there is no doubt: words stand on both sides, enough of them together.
    pub(crate) fn is_sure(&self) -> bool {
        self.enclosed && self.run >= SURE && self.kind != Kind::Antonym(Antonymy::Inferred)
    }
}

/// What comes out of comparing two things.
enum Compared {
    Agree,
    Differ(Kind, Span),
    Unknown,
}

/// The contrasts of one sentence.
pub(crate) fn contrasts(case: &Case<'_>, sentence: Span, parallels: &Parallels) -> Vec<Contrast> {
    let annotations = &case.draft.annotations;
    let mut found = Vec::new();
    for quantity in within(&annotations.quantities, sentence, |it| it.span) {
        let compared =
            contrast(case, parallels, quantity.number, quantity.span, |other| quantity_against(case, quantity, other));
        found.extend(compared.map(|it| match it.kind {
            // The unit that is wrong may be no unit to us.
            Kind::Unit => Contrast { ours: with_next(case, it.ours), ..it },
            _ => it,
        }));
    }
    for time in within(&annotations.times, sentence, |it| it.span) {
        if matches!(time.kind, TimeKind::Date | TimeKind::Time) {
            found.extend(contrast(case, parallels, time.span, time.span, |other| time_against(case, time, other)));
        }
    }
    for term in figures(case, sentence) {
        let counted = within(&annotations.quantities, sentence, |it| it.span).any(|it| it.span.overlaps(term.span));
        if !counted {
            found.extend(contrast(case, parallels, term.span, term.span, |other| figure_against(case, &term, other)));
        }
        let next = annotations.tokens.get(annotations.token_range(term.span).end);
        if let Some(unit) = next.filter(|token| is_time_unit(&token.stem)) {
            let whole = term.span.cover(unit.span);
            found.extend(contrast(case, parallels, unit.span, whole, |other| unit_against(case, &unit.stem, other)));
        }
    }
    for (span, name) in names(case, sentence) {
        found.extend(contrast(case, parallels, span, span, |other| name_against(case, span, name, other)));
    }
    found.extend(parallels.negations(case).into_iter().map(|it| Contrast {
        kind: Kind::Negation,
        ours: it.ours,
        theirs: it.theirs,
        article: it.article,
        run: it.run,
        enclosed: it.enclosed,
    }));
    found.extend(antonyms(case, sentence, parallels));
    found
}

/// The words in the place of which a passage has their antonym. Names are compared as names, and what belongs to a
/// quantity or time (`more than 50`, `last week`) with it.
fn antonyms(case: &Case<'_>, sentence: Span, parallels: &Parallels) -> Vec<Contrast> {
    let plain = |reading: &Reading, span: Span| {
        let annotations = &reading.annotations;
        let begins = case::passage(reading, span).start == span.start;
        (begins || !span.of(reading.text()).starts_with(char::is_uppercase))
            && !overlaps(&annotations.quantities, span, |it| it.span)
            && !overlaps(&annotations.times, span, |it| it.span)
    };
    let ours = |span| sentence.contains(span) && plain(case.draft, span);
    let theirs = |article: usize, span| plain(&case.articles[article], span);
    let opposites = parallels.opposites(case, ours, theirs).into_iter();
    opposites
        .map(|it| Contrast {
            kind: Kind::Antonym(it.antonymy),
            ours: it.ours,
            theirs: it.theirs,
            article: it.article,
            run: it.run,
            enclosed: it.enclosed,
        })
        .collect()
}

/// Whether something of a list in text order overlaps `span`. Only what begins shortly before is looked at.
fn overlaps<T>(all: &[T], place: Span, span: impl Fn(&T) -> Span) -> bool {
    let to = all.partition_point(|it| span(it).start < place.end);
    all[to.saturating_sub(NEIGHBOURS)..to].iter().any(|it| span(it).overlaps(place))
}

/// How many things of a list are looked at: of those that overlap one word the last few.
const NEIGHBOURS: usize = 4;

/// What of a list in text order stands in the sentence.
fn within<T>(all: &[T], sentence: Span, span: impl Fn(&T) -> Span + Copy) -> impl Iterator<Item = &T> {
    let from = all.partition_point(|it| span(it).start < sentence.start);
    all.iter()
        .skip(from)
        .take_while(move |it| span(it).start < sentence.end)
        .filter(move |it| sentence.contains(span(it)))
}

/// `span` and the word after it.
fn with_next(case: &Case<'_>, span: Span) -> Span {
    let annotations = &case.draft.annotations;
    let next = annotations.tokens.get(annotations.token_range(span).end).filter(|token| token.is_word());
    next.map_or(span, |next| span.cover(next.span))
}

/// The names of a sentence: the mentions of entities that name them, and other runs of words with a capital that do not
/// begin it.
fn names<'a>(case: &Case<'a>, sentence: Span) -> Vec<(Span, Option<&'a str>)> {
    let annotations = &case.draft.annotations;
    let text = case.draft.text();
    let mut names: Vec<(Span, Option<&str>)> = Vec::new();
    for &(span, entity) in within(&annotations.names, sentence, |it| it.0) {
        names.push((span, annotations.entities.get(entity).map(|entity| entity.name.as_str())));
    }
    let taken: Vec<Span> = names
        .iter()
        .map(|(span, _)| *span)
        .chain(within(&annotations.times, sentence, |it| it.span).map(|it| it.span))
        .collect();
    let tokens = annotations.tokens_in(sentence);
    let mut run: Option<Span> = None;
    for (at, token) in tokens.iter().enumerate() {
        let free = !taken.iter().any(|span| span.overlaps(token.span));
        let capital = token.kind == TokenKind::Word && token.is_capitalised(text) && token.is_content();
        if capital && free && at > 0 {
            run = Some(run.map_or(token.span, |run| run.cover(token.span)));
        } else if let Some(run) = run.take() {
            // Right before a name it is a title: `Gov.`
            let next = tokens.iter().skip(at).find(|token| token.is_word());
            if !next.is_some_and(|next| taken.iter().any(|span| span.overlaps(next.span)))
                || token.kind == TokenKind::Word && !capital
            {
                names.push((run, None));
            }
        }
    }
    names.extend(run.map(|run| (run, None)));
    names.retain(|(span, _)| !is_furniture(span.of(text)));
    names
}

/// The numbers of a sentence that do not stand in a date.
fn figures(case: &Case<'_>, sentence: Span) -> Vec<Term> {
    let annotations = &case.draft.annotations;
    let dated = |time: &&TimeExpression| {
        time.weekday.is_some() || time.written != (None, None, None) || time.kind == TimeKind::Time
    };
    let taken: Vec<Span> = within(&annotations.times, sentence, |it| it.span).filter(dated).map(|it| it.span).collect();
    terms(case.draft.text(), annotations, sentence)
        .into_iter()
        .filter(|term| term.kind == TermKind::Number && !taken.iter().any(|span| span.overlaps(term.span)))
        .collect()
}

fn figure_against(case: &Case<'_>, ours: &Term, other: &Counterpart) -> Compared {
    let reading = &case.articles[other.article];
    let theirs: Vec<Term> = terms(reading.text(), &reading.annotations, other.span)
        .into_iter()
        .filter(|term| term.kind == TermKind::Number)
        .collect();
    match theirs.as_slice() {
        all if all.iter().any(|it| it.stem == ours.stem) => Compared::Agree,
        [only] => Compared::Differ(Kind::Number, only.span),
        _ => Compared::Unknown,
    }
}

/// Units of time, by stem.
fn is_time_unit(stem: &str) -> bool {
    matches!(stem, "second" | "minut" | "hour" | "day" | "week" | "month" | "year" | "decad" | "centuri")
}

fn unit_against(case: &Case<'_>, ours: &str, other: &Counterpart) -> Compared {
    let tokens = case.articles[other.article].annotations.tokens_in(other.span);
    let mut units = tokens.iter().filter(|token| is_time_unit(&token.stem));
    match (units.next(), units.next()) {
        (Some(unit), None) if *unit.stem == *ours => Compared::Agree,
        (Some(unit), None) => Compared::Differ(Kind::Unit, unit.span),
        _ => Compared::Unknown,
    }
}

/// The strongest difference at `place`, unless a passage that runs parallel as long agrees.
fn contrast(
    case: &Case<'_>,
    parallels: &Parallels,
    place: Span,
    whole: Span,
    against: impl Fn(&Counterpart) -> Compared,
) -> Option<Contrast> {
    let mut agreeing = 0;
    let mut differing: Option<Contrast> = None;
    for counterpart in parallels.counterparts(case, place) {
        match against(&counterpart) {
            Compared::Agree => agreeing = agreeing.max(counterpart.run),
            Compared::Differ(kind, theirs) => {
                let Counterpart { article, run, enclosed, .. } = counterpart;
                if differing.is_none_or(|old| old.run < run) {
                    differing = Some(Contrast { kind, ours: whole, theirs, article, run, enclosed });
                }
            }
            Compared::Unknown => {}
        }
    }
    differing.filter(|it| agreeing * 2 < it.run.min(ENOUGH))
}

fn quantity_against(case: &Case<'_>, ours: &Quantity, other: &Counterpart) -> Compared {
    let annotations = &case.articles[other.article].annotations;
    let Some(theirs) = annotations.quantities.iter().find(|it| it.number.overlaps(other.span)) else {
        return if other.same { Compared::Agree } else { Compared::Unknown };
    };
    let differ = |kind| Compared::Differ(kind, theirs.span);
    if ours.value == theirs.value {
        return if is_other_unit((ours, &case.draft.annotations), (theirs, annotations)) {
            differ(Kind::Unit)
        } else if !is_hedged_alike(ours, theirs) {
            differ(Kind::Hedge)
        } else {
            Compared::Agree
        };
    }
    // The words beside them are the same, so they count the same thing unless they say otherwise themselves. 60 miles and
    // 97 kilometres are one length; the numbers of units that we do not know are compared as two ages would be.
    match compare_values(ours, theirs) {
        Agreement::Same | Agreement::Compatible => return Compared::Agree,
        Agreement::Differs => return differ(Kind::Number),
        Agreement::NotComparable => {}
    }
    let bare = |it: &Quantity| Quantity { unit: QuantityUnit::Age, ..it.clone() };
    match compare_values(&bare(ours), &bare(theirs)) {
        Agreement::Same | Agreement::Compatible => Compared::Agree,
        Agreement::Differs => differ(Kind::Number),
        Agreement::NotComparable => Compared::Unknown,
    }
}

/// Whether two quantities have no hedge or hedges that say the same.
fn is_hedged_alike(ours: &Quantity, theirs: &Quantity) -> bool {
    match (ours.hedge, theirs.hedge) {
        (Some(ours), Some(theirs)) => ours.is_like(theirs),
        (ours, theirs) => ours == theirs,
    }
}

/// Whether two quantities are in different units, and both say in what. An age may go without.
fn is_other_unit(a: (&Quantity, &Annotations), b: (&Quantity, &Annotations)) -> bool {
    let vague = |(it, annotations): (&Quantity, &Annotations)| match it.unit {
        QuantityUnit::Ordinal | QuantityUnit::Age => true,
        QuantityUnit::Count => !annotations
            .tokens
            .get(annotations.token_range(it.span).end)
            .is_some_and(|next| next.kind == TokenKind::Word && next.is_content()),
        _ => false,
    };
    a.0.unit != b.0.unit && !vague(a) && !vague(b)
}

fn time_against(case: &Case<'_>, ours: &TimeExpression, other: &Counterpart) -> Compared {
    let annotations = &case.articles[other.article].annotations;
    let Some(theirs) = annotations.times.iter().find(|it| it.span.overlaps(other.span)) else {
        return if other.same { Compared::Agree } else { Compared::Unknown };
    };
    match compare_times(ours, theirs) {
        Agreement::Same | Agreement::Compatible => Compared::Agree,
        Agreement::Differs => Compared::Differ(Kind::Time, theirs.span),
        Agreement::NotComparable => Compared::Unknown,
    }
}

fn name_against(case: &Case<'_>, span: Span, name: Option<&str>, other: &Counterpart) -> Compared {
    if other.same {
        return Compared::Agree;
    }
    let mention = span.of(case.draft.text());
    let reading = &case.articles[other.article];
    let agrees = |theirs: &str| {
        std::iter::once(mention)
            .chain(name)
            .any(|ours| same_name(ours, theirs) != NameMatch::Different || shares_word(ours, theirs))
    };
    let mut differ = None;
    for entity in &reading.annotations.entities {
        for mention in entity.mentions.iter().filter(|it| it.span.overlaps(other.span)) {
            if agrees(mention.span.of(reading.text())) || agrees(&entity.name) {
                return Compared::Agree;
            }
            if mention.named {
                differ = Some(mention.span);
            }
        }
    }
    // Beside words on one side only a capital may just begin a sentence.
    if differ.is_none() && other.enclosed {
        let capitals = reading.annotations.tokens_in(other.span).iter().filter(|token| {
            let begins = case.passage(other.article, token.span).start == token.span.start;
            token.kind == TokenKind::Word && token.is_content() && token.is_capitalised(reading.text()) && !begins
        });
        differ = capitals.map(|token| token.span).reduce(Span::cover);
        if differ.is_some_and(|theirs| agrees(theirs.of(reading.text()))) {
            return Compared::Agree;
        }
    }
    differ.map_or(Compared::Unknown, |span| Compared::Differ(Kind::Name, span))
}

/// Whether two names have a word in common, or one of its root or its beginning: `Norway` and `Norwegian`, `Ark.` and
/// `Arkansas`.
fn shares_word(a: &str, b: &str) -> bool {
    let words = |name: &str| -> Vec<String> { name.split_whitespace().map(coincide_text::fold).collect() };
    let b = words(b);
    words(a).iter().any(|a| {
        b.iter().any(|b| {
            let begins = a.len().min(b.len()) > 2 && (a.starts_with(b.as_str()) || b.starts_with(a.as_str()));
            begins || a.len() > 3 && b.len() > 3 && a.chars().take(4).eq(b.chars().take(4))
        })
    })
}
