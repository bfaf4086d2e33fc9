//! Word-by-word alignment of a quotation with an article.
//!
//! A fitting alignment (Sellers 1980): all of the quotation against whatever stretch of the article fits it best, by
//! dynamic programming over words.

use std::sync::Arc;

use coincide_text::{Span, Token, is_function_word};

/// A word as it is compared in quotations: contractions opened, titles and figures in one form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Its comparable form.
    pub(crate) form: Arc<str>,
    /// Its stem.
    pub(crate) stem: Arc<str>,
    /// Where it stands; two words from one contraction share it.
    pub(crate) span: Span,
    /// Whether it carries content.
    pub(crate) content: bool,
}

/// The comparable words of `tokens`.
pub(crate) fn words(tokens: &[Token]) -> Vec<Word> {
    let mut words = Vec::with_capacity(tokens.len());
    let mut letter: Option<&Token> = None;
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.is_word()) {
        // `[T]here`: a letter that the editor put in belongs to the word after it.
        if is_replaced_letter(tokens, at) {
            letter = Some(token);
            continue;
        }
        let joined = letter.take().map(|letter| format!("{}{}", letter.folded, token.folded));
        let folded = joined.as_deref().unwrap_or(&token.folded);
        let parts = contraction(folded);
        let (first, second) = parts.unwrap_or((folded, ""));
        let form = TITLES.binary_search_by_key(&first, |&(short, _)| short).map_or(first, |index| TITLES[index].1);
        let stem =
            if form == folded && joined.is_none() { token.stem.clone() } else { coincide_text::stem(form).into() };
        let content = token.is_content() && (first == folded || !is_function_word(first));
        words.push(Word { form: form.into(), stem, span: token.span, content });
        if !second.is_empty() {
            words.push(Word { form: second.into(), stem: second.into(), span: token.span, content: second == "not" });
        }
    }
    words
}

/// Whether the token `at` is a single letter in square brackets with a word right after them.
pub(crate) fn is_replaced_letter(tokens: &[Token], at: usize) -> bool {
    let Some([open, letter, close, word]) = at.checked_sub(1).and_then(|from| tokens.get(from..from + 4)) else {
        return false;
    };
    &*open.folded == "["
        && &*close.folded == "]"
        && letter.folded.chars().count() == 1
        && word.is_word()
        && close.span.end == word.span.start
}

/// The two words of a contraction.
fn contraction(folded: &str) -> Option<(&str, &'static str)> {
    match folded {
        "can't" => return Some(("can", "not")),
        "cannot" => return Some(("can", "not")),
        "won't" => return Some(("will", "not")),
        "let's" => return None,
        _ => {}
    }
    for (ending, word) in [("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am")] {
        if let Some(first) = folded.strip_suffix(ending).filter(|first| !first.is_empty()) {
            return Some((first, word));
        }
    }
    None
}

/// Forms of address that newsrooms shorten, and words with two spellings. Sorted by the short form.
const TITLES: &[(&str, &str)] = &[
    ("atty", "attorney"),
    ("capt", "captain"),
    ("col", "colonel"),
    ("dr", "doctor"),
    ("gen", "general"),
    ("gov", "governor"),
    ("lt", "lieutenant"),
    ("mr", "mister"),
    ("okay", "ok"),
    ("percent", "%"),
    ("rep", "representative"),
    ("sen", "senator"),
    ("sgt", "sergeant"),
    ("st", "saint"),
];

/// One step of an alignment. Words are named by their index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// The same word in both.
    Same(usize, usize),
    /// One word in place of another.
    Changed(usize, usize),
    /// A word that only the quotation has.
    Added(usize),
    /// A word that only the article has.
    Left(usize),
}

/// The stretch of an article that fits a quotation best.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fit {
    /// The steps, in order, from the first to the last word of the quotation.
    pub(crate) steps: Vec<Step>,
    /// The weight of the words that are the same, as a part of the weight of the quotation's words, from 0 to 1.
    pub(crate) similarity: f64,
}

impl Fit {
    /// The same fit with the article's words counted from `offset` words further back.
    pub(crate) fn shifted(mut self, offset: usize) -> Self {
        for step in &mut self.steps {
            if let Step::Same(_, article) | Step::Changed(_, article) | Step::Left(article) = step {
                *article += offset;
            }
        }
        self
    }

    /// The words of the article from the first to the last that stand in the fit.
    pub(crate) fn article_words(&self) -> Option<(usize, usize)> {
        let of = |step: &Step| match *step {
            Step::Same(_, article) | Step::Changed(_, article) => Some(article),
            Step::Added(_) | Step::Left(_) => None,
        };
        Some((self.steps.iter().find_map(of)?, self.steps.iter().rev().find_map(of)?))
    }
}

const SAME_CONTENT: i32 = 6;
const SAME_FUNCTION: i32 = 3;
const SAME_STEM: i32 = 2;
const CHANGED: i32 = -2;
const GAP: i32 = -2;

/// The best fit of `quotation` in `article`; nothing if no word of it is there or one of them is empty.
///
/// Takes time and memory in proportion to the product of both lengths; callers bound the quotation.
pub(crate) fn fit(quotation: &[Word], article: &[Word]) -> Option<Fit> {
    let (rows, columns) = (quotation.len(), article.len());
    if rows == 0 || columns == 0 {
        return None;
    }
    // One row of scores at a time; the way back needs only a direction per cell.
    let mut previous = vec![0i32; columns + 1];
    let mut current = vec![0i32; columns + 1];
    let mut way = vec![Way::Diagonal; rows * (columns + 1)];
    for (row, word) in quotation.iter().enumerate() {
        current[0] = previous[0] + GAP;
        way[row * (columns + 1)] = Way::Up;
        for (column, other) in article.iter().enumerate() {
            let diagonal = previous[column] + score(word, other);
            let up = previous[column + 1] + GAP;
            let left = current[column] + GAP;
            let (best, direction) = if diagonal >= up && diagonal >= left {
                (diagonal, Way::Diagonal)
            } else if up >= left {
                (up, Way::Up)
            } else {
                (left, Way::Left)
            };
            current[column + 1] = best;
            way[row * (columns + 1) + column + 1] = direction;
        }
        std::mem::swap(&mut previous, &mut current);
    }
    let end = (0..=columns).max_by_key(|&column| (previous[column], std::cmp::Reverse(column)))?;
    let steps = trace(&way, quotation, article, end);
    let same = |step: &Step| match *step {
        Step::Same(word, _) => weight(&quotation[word]),
        _ => 0.0,
    };
    let total: f64 = quotation.iter().map(weight).sum();
    let similarity = steps.iter().map(same).sum::<f64>() / total;
    (similarity > 0.0).then_some(Fit { steps, similarity })
}

#[derive(Clone, Copy)]
enum Way {
    Diagonal,
    Up,
    Left,
}

fn trace(way: &[Way], quotation: &[Word], article: &[Word], end: usize) -> Vec<Step> {
    let columns = article.len();
    let (mut row, mut column) = (quotation.len(), end);
    let mut steps = Vec::with_capacity(quotation.len() + 4);
    while row > 0 {
        match way[(row - 1) * (columns + 1) + column] {
            Way::Diagonal => {
                let same = quotation[row - 1].form == article[column - 1].form;
                steps.push(if same { Step::Same(row - 1, column - 1) } else { Step::Changed(row - 1, column - 1) });
                row -= 1;
                column -= 1;
            }
            Way::Up => {
                steps.push(Step::Added(row - 1));
                row -= 1;
            }
            Way::Left => {
                steps.push(Step::Left(column - 1));
                column -= 1;
            }
        }
    }
    steps.reverse();
    steps
}

fn score(a: &Word, b: &Word) -> i32 {
    if a.form == b.form {
        if a.content { SAME_CONTENT } else { SAME_FUNCTION }
    } else if a.stem == b.stem {
        SAME_STEM
    } else {
        CHANGED
    }
}

/// Function words count a third of content words.
fn weight(word: &Word) -> f64 {
    if word.content { 1.0 } else { 1.0 / 3.0 }
}

/// Every place where `needle` stands word for word in `article`, as the index of its first word.
pub(crate) fn verbatim(needle: &[Word], article: &[Word]) -> Vec<usize> {
    if needle.is_empty() || needle.len() > article.len() {
        return Vec::new();
    }
    (0..=article.len() - needle.len())
        .filter(|&at| needle.iter().zip(&article[at..]).all(|(a, b)| a.form == b.form))
        .collect()
}

#[cfg(test)]
mod tests {
    use coincide_text::tokenize;
    use proptest::prelude::*;

    use super::*;

    fn of(text: &str) -> Vec<Word> {
        words(&tokenize(text, Span::new(0, text.len())))
    }

    #[test]
    fn titles_are_sorted_for_binary_search() {
        assert!(TITLES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn contractions_and_titles_are_the_same_words() {
        let draft = of("Senator Holm couldn't say");
        let article = of("Sen. Holm could not say");
        let fit = fit(&draft, &article).unwrap();
        assert!(fit.steps.iter().all(|step| matches!(step, Step::Same(..))));
        assert_eq!(verbatim(&draft, &article), [0]);
    }

    #[test]
    fn a_letter_in_brackets_belongs_to_its_word() {
        assert_eq!(verbatim(&of("[T]here was a bang"), &of("There was a bang")), [0]);
        assert_eq!(of("[a] ferry").len(), 2);
    }

    #[test]
    fn an_altered_word_is_shown_in_its_place() {
        let draft = of("we did not receive any warning");
        let article = of("She said that we never did receive a clear warning before noon");
        let fit = fit(&draft, &article).unwrap();
        assert!(fit.similarity > 0.5, "{fit:?}");
        let same: Vec<&str> = fit
            .steps
            .iter()
            .filter_map(|step| match *step {
                Step::Same(word, _) => Some(&*draft[word].form),
                _ => None,
            })
            .collect();
        assert_eq!(same, ["we", "did", "receive", "warning"]);
    }

    proptest! {
        #[test]
        fn every_word_of_the_quotation_is_in_the_fit(a in "[a-e ]{1,40}", b in "[a-e ]{1,60}") {
            let (draft, article) = (of(&a), of(&b));
            if let Some(fit) = fit(&draft, &article) {
                let covered: Vec<usize> = fit.steps.iter().filter_map(|step| match *step {
                    Step::Same(word, _) | Step::Changed(word, _) | Step::Added(word) => Some(word),
                    Step::Left(_) => None,
                }).collect();
                prop_assert_eq!(covered, (0..draft.len()).collect::<Vec<_>>());
                prop_assert!((0.0..=1.0 + 1e-9).contains(&fit.similarity));
            }
        }
    }
}
