//! Planting the opposite of a word.

use coincide_annotate::antonym::{Antonymy, Inflection, Opposable, WordClass, inflected, opposables};
use coincide_text::{Span, Token, TokenKind};

use super::Site;
use super::edit::Edit;
use super::words::is_participle_aux;
use crate::bootstrap::SplitMix;

/// A word of content, outside of quotation marks and without a capital, becomes a direct antonym in the same form. `A` and
/// `an` before it go with it. Words of which the class is open, as that of `left`, are left aside unless all readings have
/// the antonym.
pub(super) fn antonym(site: &Site<'_>, random: &mut SplitMix) -> Vec<Vec<Edit>> {
    let mut found = Vec::new();
    for at in 0..site.tokens.len() {
        let token = &site.tokens[at];
        if !is_plain(site, at) || !token.is_content() {
            continue;
        }
        let mut readings = opposables(&token.folded);
        choose_tense(&mut readings, site.tokens, at);
        let mut classes: Vec<WordClass> = readings.iter().map(|reading| reading.class).collect();
        classes.sort_unstable();
        classes.dedup();
        let of_class = |class: WordClass| -> Vec<String> {
            readings.iter().filter(|reading| reading.class == class).flat_map(direct).collect()
        };
        let Some((first, rest)) = classes.split_first() else { continue };
        let mut antonyms = of_class(*first);
        antonyms.retain(|antonym| rest.iter().all(|class| of_class(*class).contains(antonym)));
        antonyms.retain(|antonym| site.tokens.iter().all(|other| *other.folded != **antonym));
        antonyms.sort_unstable();
        antonyms.dedup();
        if !antonyms.is_empty() {
            found.push(replaced(site, at, &antonyms[random.below(antonyms.len())]));
        }
    }
    found
}

/// A regular form is both the past and the participle: after a form of `be` or `have` the participle, else the past.
fn choose_tense(readings: &mut Vec<Opposable>, tokens: &[Token], at: usize) {
    let before = tokens[..at].iter().rev().take(2);
    let participle = before.into_iter().any(|token| is_participle_aux(&token.folded));
    let other = if participle { Inflection::Past } else { Inflection::PastParticiple };
    let both = |readings: &[Opposable], it: &Opposable| {
        it.inflection == other
            && readings.iter().any(|that| {
                (that.word, that.class) == (it.word, it.class)
                    && matches!(that.inflection, Inflection::Past | Inflection::PastParticiple)
                    && that.inflection != other
            })
    };
    let all = readings.clone();
    readings.retain(|it| !both(&all, it));
}

/// The direct antonyms of a word in its form; none where that would be made with `more`.
fn direct(reading: &Opposable) -> Vec<String> {
    let compared = matches!(reading.inflection, Inflection::Comparative | Inflection::Superlative);
    let antonyms = reading.antonyms().filter(|(_, antonymy)| *antonymy == Antonymy::Direct);
    antonyms
        .filter(|(word, _)| !compared || syllables(word) <= 1 + usize::from(word.ends_with('y')))
        .map(|(word, _)| inflected(word, reading.class, reading.inflection))
        .collect()
}

/// About how many syllables a word has: groups of vowels, without a silent `e`.
fn syllables(word: &str) -> usize {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    word.trim_end_matches('e').split(|c| !vowel(c)).filter(|group| !group.is_empty()).count()
}

/// Words of closed classes that turn what is said, in pairs.
const PAIRS: [(&str, &str); 11] = [
    ("above", "below"),
    ("after", "before"),
    ("against", "for"),
    ("down", "up"),
    ("fewer", "more"),
    ("inside", "outside"),
    ("least", "most"),
    ("less", "more"),
    ("over", "under"),
    ("since", "until"),
    ("with", "without"),
];

/// Prefixes that deny a word. `In` and `im` have too many other meanings, and so has `dis` before a consonant.
const PREFIXES: [&str; 4] = ["un", "non", "il", "ir"];

/// A word of a closed class becomes its opposite, or a word loses or gets a prefix that denies it where some article of
/// the story has the other word. `For`, `over`, `with` and `since` have many meanings and are only put in, not taken out.
pub(super) fn opposite(site: &Site<'_>, random: &mut SplitMix) -> Vec<Vec<Edit>> {
    let known = |word: &str| site.story.accounts.iter().any(|account| account.has(word));
    let mut found = Vec::new();
    for at in (0..site.tokens.len()).filter(|&at| is_plain(site, at)) {
        let word = &*site.tokens[at].folded;
        let numbered = site.tokens.get(at + 1..).is_some_and(|after| after.iter().take(2).any(is_number));
        let mut others: Vec<String> = Vec::new();
        for (a, b) in PAIRS {
            // Before a number it is a hedge, which is another family.
            let fixed = numbered || matches!(word, "for" | "over" | "with" | "since" | "up");
            if !fixed && (word == a || word == b) {
                others.push(if word == a { b } else { a }.to_owned());
            }
        }
        if site.tokens[at].is_content() {
            for prefix in PREFIXES {
                others.extend(word.strip_prefix(prefix).filter(|rest| rest.len() >= SHORTEST).map(str::to_owned));
                others.push(format!("{prefix}{word}"));
            }
            others.retain(|other| PAIRS.iter().any(|(a, b)| other == a || other == b) || known(other));
        }
        others.retain(|other| site.tokens.iter().all(|token| *token.folded != **other));
        if !others.is_empty() {
            found.push(replaced(site, at, &others[random.below(others.len())]));
        }
    }
    found
}

/// Shortest word that may have lost a prefix: `unit` has none.
const SHORTEST: usize = 4;

fn is_number(token: &Token) -> bool {
    token.kind == TokenKind::Number
}

/// Whether a word may be replaced: without a capital, and no part of a longer one.
fn is_plain(site: &Site<'_>, at: usize) -> bool {
    let token = &site.tokens[at];
    let joined = |near: Option<usize>| {
        near.and_then(|near| site.tokens.get(near)).is_some_and(|token| matches!(&*token.folded, "-" | "/" | "’" | "'"))
    };
    site.is_free(at)
        && token.kind == TokenKind::Word
        && !token.is_capitalised(site.text)
        && !joined(at.checked_sub(1))
        && !joined(Some(at + 1))
}

/// The edits that put `word` in the place of a token, and `a` or `an` before it as it asks for.
fn replaced(site: &Site<'_>, at: usize, word: &str) -> Vec<Edit> {
    let article =
        at.checked_sub(1).map(|before| &site.tokens[before]).filter(|token| matches!(&*token.folded, "a" | "an"));
    let token = &site.tokens[at];
    let Some(article) = article else { return vec![Edit::new(token.span, word)] };
    let vowel = |word: &str| word.starts_with(['a', 'e', 'i', 'o', 'u']);
    if vowel(word) == vowel(&token.folded) {
        return vec![Edit::new(token.span, word)];
    }
    // One letter more or less: what is planted is the word.
    let edit = if vowel(word) {
        Edit::new(Span::new(article.span.end, token.span.end), format!("n {word}"))
    } else {
        Edit::new(Span::new(article.span.start + 1, token.span.end), format!(" {word}"))
    };
    vec![edit]
}
