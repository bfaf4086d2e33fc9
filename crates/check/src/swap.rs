//! Two names that an article has on the other sides of the same verb: who did what to whom.

use std::ops::Range;

use coincide_annotate::{Annotations, NameMatch, Reading, same_name};
use coincide_retrieve::terms;
use coincide_text::{Span, Token};

use crate::case::Case;
use crate::support::{Context, Query};

/// Two names of one sentence with a verb between them.
struct Pair<'a> {
    /// The names as they stand and the fullest ones, in order.
    first: (Span, &'a str),
    second: (Span, &'a str),
    verb: Verb<'a>,
}

/// What stands between two names.
struct Verb<'a> {
    /// The stems of its content words, without titles.
    stems: Vec<&'a str>,
    /// `Was accused by`.
    passive: bool,
}

/// Two names of the draft that an article has in each other's place.
pub(crate) struct Swapped {
    /// In the draft.
    pub(crate) ours: [Span; 2],
    /// In the article, in its order.
    pub(crate) theirs: [Span; 2],
    pub(crate) article: usize,
    /// How far the article's sentence speaks of the same thing.
    pub(crate) context: Context,
}

/// Most words between the two names.
const BETWEEN: usize = 8;

/// The least part of the weight of the sentence's other words that the article's sentence must have.
const SAME_THING: f64 = 0.6;

/// The names of the draft's sentence `span` that articles have in each other's place, unless one has them as the draft.
pub(crate) fn swapped(case: &Case<'_>, span: Span) -> Vec<Swapped> {
    let mut found = Vec::new();
    for ours in pairs(case.draft, span, first_name(case, span)) {
        let mut query = None;
        let mut of_pair = Vec::new();
        let mut agrees = false;
        for (article, reading) in case.articles.iter().enumerate() {
            let named = |name: &str| -> Vec<&str> {
                let entities = reading.annotations.entities.iter();
                let names = entities.map(|entity| entity.name.as_str());
                names.filter(|other| same_name(name, other) != NameMatch::Different).collect()
            };
            let (first, second) = (named(ours.first.1), named(ours.second.1));
            if first.is_empty() || second.is_empty() {
                continue;
            }
            for sentence in together(reading, &first, &second) {
                for theirs in pairs(reading, reading.annotations.sentences[sentence].span, None) {
                    let straight = first.contains(&theirs.first.1) && second.contains(&theirs.second.1);
                    let crossed = second.contains(&theirs.first.1) && first.contains(&theirs.second.1);
                    if straight == crossed || !ours.verb.is_that_of(&theirs.verb) {
                        continue;
                    }
                    if straight == (ours.verb.passive == theirs.verb.passive) {
                        agrees = true;
                        continue;
                    }
                    let query = query.get_or_insert_with(|| {
                        Query::new(&case.index, terms(case.draft.text(), &case.draft.annotations, span), Vec::new())
                    });
                    let names = [ours.first.0, ours.second.0];
                    let context = query.context(&case.index, article, &(sentence..sentence + 1), &names);
                    if context.share >= SAME_THING {
                        of_pair.push(Swapped {
                            ours: names,
                            theirs: [theirs.first.0, theirs.second.0],
                            article,
                            context,
                        });
                    }
                }
            }
        }
        if !agrees {
            found.append(&mut of_pair);
        }
    }
    found
}

/// The word a sentence of the draft begins with, if it is none of the draft's names but one of the articles': at the
/// beginning its capital shows nothing, and a short draft may have it only there.
fn first_name<'a>(case: &Case<'a>, sentence: Span) -> Option<(Span, &'a str)> {
    let annotations = &case.draft.annotations;
    let word = annotations.tokens_in(sentence).iter().find(|token| token.is_word())?;
    let text = word.span.of(case.draft.text());
    let named = annotations.names.iter().any(|(span, _)| span.overlaps(word.span));
    if named || !word.is_content() || !word.is_capitalised(case.draft.text()) {
        return None;
    }
    let entities = case.articles.iter().flat_map(|reading| &reading.annotations.entities);
    let mut same = entities.filter(|entity| same_name(text, &entity.name) != NameMatch::Different);
    same.next().map(|entity| (word.span, entity.name.as_str()))
}

impl Verb<'_> {
    /// Whether two verbs are the same in the main: more than half of the words of either.
    fn is_that_of(&self, other: &Verb<'_>) -> bool {
        let shared = self.stems.iter().filter(|stem| other.stems.contains(stem)).count();
        shared * 2 > self.stems.len().max(other.stems.len())
    }
}

/// The neighbouring names of a sentence with a verb or a deed between them. Names that are joined (`and`, `with`, a comma) do
/// nothing to each other, and a verb of which both are the subject has no sides.
///
/// `first` is a name that the sentence is known to begin with.
fn pairs<'a>(reading: &'a Reading, sentence: Span, first: Option<(Span, &'a str)>) -> Vec<Pair<'a>> {
    let annotations = &reading.annotations;
    let mut names: Vec<(Span, &str)> = first.into_iter().collect();
    for entity in &annotations.entities {
        let from = entity.mentions.partition_point(|mention| mention.span.start < sentence.start);
        let inside = entity.mentions[from..].iter().take_while(|mention| mention.span.end <= sentence.end);
        names.extend(inside.filter(|mention| mention.named).map(|mention| (mention.span, entity.name.as_str())));
    }
    names.sort_unstable_by_key(|(span, _)| *span);
    let pair = |two: &[(Span, &str)]| {
        let (first, second) = (two[0].0, two[1].0);
        let between = annotations.token_range(first).end..annotations.token_range(second).start;
        deed(reading.text(), annotations, between.clone()).or_else(|| verb(reading.text(), annotations, between))
    };
    names
        .windows(2)
        .filter(|two| two[0].1 != two[1].1)
        .filter_map(|two| Some(Pair { verb: pair(two)?, first: two[0], second: two[1] }))
        .collect()
}

/// Most words of a deed.
const DEED: usize = 3;

/// What the owner before `between` does to who stands after it: `A's criticism of B`.
fn deed<'a>(text: &str, annotations: &'a Annotations, between: Range<usize>) -> Option<Verb<'a>> {
    let owner = annotations.tokens.get(between.start.checked_sub(1)?)?;
    let (last, deed) = annotations.tokens.get(between).filter(|tokens| tokens.len() <= DEED + 1)?.split_last()?;
    let plain = |token: &Token| token.is_word() && token.is_content() && !token.is_capitalised(text);
    let owns = ["'s", "’s"].iter().any(|ending| owner.span.of(text).ends_with(ending));
    let on = matches!(&*last.folded, "of" | "on" | "against" | "over" | "for");
    let is_deed = owns && on && !deed.is_empty() && deed.iter().all(plain);
    is_deed.then(|| Verb { stems: deed.iter().map(|token| &*token.stem).collect(), passive: false })
}

fn verb<'a>(text: &str, annotations: &'a Annotations, between: Range<usize>) -> Option<Verb<'a>> {
    let tokens = annotations.tokens.get(between).filter(|tokens| tokens.len() <= BETWEEN)?;
    let joined = |folded: &str| matches!(folded, "and" | "or" | "with" | "like" | "of" | "'s");
    if tokens.iter().any(|token| !token.is_word() && &*token.folded != "-" || joined(&token.folded)) {
        return None;
    }
    let stems: Vec<&str> = tokens
        .iter()
        .filter(|token| token.is_content() && !token.is_capitalised(text))
        .map(|token| &*token.stem)
        .filter(|stem| !matches!(*stem, "meet" | "marri" | "fight"))
        .collect();
    let passive = tokens.iter().any(|token| &*token.folded == "by");
    (!stems.is_empty()).then_some(Verb { stems, passive })
}

/// The sentences in which an entity of one of the names in `a` and one of those in `b` are named.
fn together(reading: &Reading, a: &[&str], b: &[&str]) -> Vec<usize> {
    let sentences = &reading.annotations.sentences;
    let of = |names: &[&str]| -> Vec<usize> {
        let entities = reading.annotations.entities.iter().filter(|entity| names.contains(&entity.name.as_str()));
        let spans = entities.flat_map(|entity| entity.mentions.iter().map(|mention| mention.span));
        let mut found: Vec<usize> =
            spans.map(|span| sentences.partition_point(|sentence| sentence.span.end <= span.start)).collect();
        found.sort_unstable();
        found.dedup();
        found.retain(|&at| at < sentences.len());
        found
    };
    let (a, mut b) = (of(a), of(b));
    b.retain(|at| a.binary_search(at).is_ok());
    b
}
