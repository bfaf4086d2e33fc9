use crate::{Span, WordSet, is_function_word};

/// The sentences of the paragraph `paragraph` of `text`, in order, without the white space around them.
///
/// Rules for news prose, after the usual ones (Palmer and Hearst 1997): a sentence ends at `.`, `!`, `?` or `…`, with the
/// closing marks and brackets that follow, before white space and something that can begin a sentence. It does not end
/// after an abbreviation that stands before a name (`Mr.`, `Sen.`), an initial, an acronym that goes on (`U.S.
/// President`), nor inside `"Why?" she asked`. Inside a quotation of several sentences it does end: each of them says
/// one thing.
pub fn sentences(text: &str, paragraph: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = paragraph.start;
    // Whether a straight mark is open: only then can the next one close.
    let mut quoted = false;
    let mut characters = paragraph.of(text).char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        quoted ^= character == '"';
        if !is_terminal(character) {
            continue;
        }
        let open = quoted;
        while let Some((_, next)) = characters.next_if(|&(_, next)| is_terminal(next) || is_closing(next)) {
            quoted ^= next == '"';
        }
        let end = paragraph.start + characters.peek().map_or(paragraph.len(), |&(next, _)| next);
        let boundary = Boundary { text, start, stop: paragraph.start + at, end, limit: paragraph.end, quoted: open };
        if boundary.ends_sentence(character) {
            found.extend(non_empty(Span::new(start, end).trim(text)));
            start = end;
        }
    }
    found.extend(non_empty(Span::new(start, paragraph.end).trim(text)));
    found
}

fn non_empty(span: Span) -> Option<Span> {
    (!span.is_empty()).then_some(span)
}

const fn is_terminal(character: char) -> bool {
    matches!(character, '.' | '!' | '?' | '…')
}

const fn is_closing(character: char) -> bool {
    matches!(character, '"' | '\'' | '”' | '’' | '»' | '“' | ')' | ']')
}

const fn is_opening(character: char) -> bool {
    matches!(character, '"' | '\'' | '“' | '‘' | '«' | '„' | '(' | '[' | '—' | '–' | '-' | '¿' | '¡')
}

/// A place where a sentence may end.
struct Boundary<'a> {
    text: &'a str,
    /// Where the sentence began.
    start: usize,
    /// Where its first terminal mark stands.
    stop: usize,
    /// After all of its terminal and closing marks.
    end: usize,
    /// Where the paragraph ends.
    limit: usize,
    /// Whether a straight quotation mark is open at the terminal mark.
    quoted: bool,
}

impl Boundary<'_> {
    fn ends_sentence(&self, terminal: char) -> bool {
        let after = &self.text[self.end..self.limit];
        let next = after.trim_start();
        if next.is_empty() {
            return true;
        }
        let marks = &self.text[self.stop..self.end];
        let closed = marks.chars().any(is_closing);
        if next.len() == after.len() {
            // Glued text: only a full stop or a closing mark before a capital that begins a word of several letters,
            // after a word of several small letters, is a lost blank. A straight mark may as well open what follows.
            let closing = marks.contains(['”', '’', '»']) || (self.quoted && marks.contains('"'));
            let opening = marks.contains('"') && !self.quoted;
            return (terminal == '.' || closing) && !opening && !marks.contains("..") && self.is_glued(next);
        }
        let begins = next.trim_start_matches(is_opening);
        let Some(first) = begins.chars().next() else { return true };
        if first.is_lowercase() || matches!(first, ',' | ';' | ':') {
            return false;
        }
        if closed && marks.contains(['?', '!', '"', '”', '’', '\'']) && self.is_attribution(next) {
            return false;
        }
        if terminal != '.' || closed {
            return true;
        }
        if marks.starts_with("..") {
            return first.is_uppercase();
        }
        self.full_stop_ends(begins, first)
    }

    /// Whether a single full stop before white space ends the sentence and not only a word.
    fn full_stop_ends(&self, next: &str, first: char) -> bool {
        let before = &self.text[self.start..self.stop];
        let word = before
            .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '"' | '“' | '‘' | '—' | '–' | '-'))
            .next()
            .unwrap_or_default();
        if word.is_empty() {
            return true;
        }
        let next_word = next.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').next().unwrap_or_default();
        let folded = word.to_lowercase();
        if word.contains('.') && word.chars().all(|c| c.is_alphabetic() || c == '.') {
            // An acronym ends a sentence only before a word that likes to begin one; the hour (`a.m.`) before any word
            // but a day, a month or a zone.
            let hour = matches!(folded.as_str(), "a.m" | "p.m");
            return is_starter(next_word) || (hour && first.is_uppercase() && !goes_with_hour(next_word));
        }
        let mut letters = word.chars();
        if letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() {
            // An initial: `J. Smith`. `I.` and the `A.` of a list are rare in news.
            return word != "I" && is_starter(next_word) && !before.trim_end().ends_with('.');
        }
        if BEFORE_NAMES.contains(&folded) {
            return false;
        }
        if BEFORE_NUMBERS.contains(&folded) {
            return !first.is_numeric() && is_starter(next_word);
        }
        if INSIDE.contains(&folded) {
            return is_starter(next_word);
        }
        true
    }

    fn is_glued(&self, next: &str) -> bool {
        let mut letters = next.chars();
        let capital = letters.next().is_some_and(|c| c.is_uppercase() || is_opening(c));
        let small = letters.next().is_some_and(char::is_lowercase);
        let word = || self.text[self.start..self.stop].chars().rev().take_while(|c| !c.is_whitespace()).take(64);
        let before = word().take(3).filter(|c| c.is_lowercase()).count() == 3;
        // `www.example.Com` is an address; a word of the next sentence is followed by a blank.
        if word().any(|c| matches!(c, '.' | '/' | '@')) {
            return false;
        }
        let word_end = next.find(|c: char| !c.is_alphabetic()).unwrap_or(next.len());
        capital && small && before && next[word_end..].starts_with([' ', '\n', ',', '\'', '’'])
    }

    /// Whether what follows a closed quotation is its attribution: `Strand asked`, `the Norwegian minister said`.
    fn is_attribution(&self, next: &str) -> bool {
        if next.starts_with(is_opening) {
            return false;
        }
        // After a closed quotation the attribution goes on in small letters, or with a name: a capital on a conjunction,
        // an article or a pronoun begins a sentence (`While Holm had asked …`).
        let first = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        if first != "I" && (is_starter(first) || is_function_word(&first.to_lowercase())) {
            return false;
        }
        for (index, word) in next.split_whitespace().take(8).enumerate() {
            if index > 0 && SAYING.contains(word.trim_end_matches([',', '.', ':', ';'])) {
                return true;
            }
            // `Radio: "Berg said no."` is the next line of a dialogue.
            if word.ends_with(':') || (index > 0 && word.starts_with(is_opening)) {
                return false;
            }
            // A short word with a full stop is an abbreviation: `Sen. Holm asked`.
            if word.ends_with(['?', '!', ';']) || (word.ends_with('.') && word.len() > 4) {
                return false;
            }
        }
        false
    }
}

/// Whether a word goes on after the hour: a zone (`GMT`, `Eastern`), a weekday or a month.
fn goes_with_hour(word: &str) -> bool {
    let zone = word.len() <= 4 && word.chars().all(char::is_uppercase);
    zone || word.ends_with("day") || AFTER_HOUR.contains(word)
}

/// Zones in words and months, which follow the hour.
#[rustfmt::skip]
static AFTER_HOUR: WordSet = WordSet::new(&[
    "April", "Atlantic", "August", "Central", "December", "Eastern", "February", "Greenwich", "January", "July", "June",
    "March", "May", "Mountain", "November", "October", "Pacific", "September",
]);

/// Whether a word begins sentences more often than it follows an abbreviation.
fn is_starter(word: &str) -> bool {
    let mut characters = word.chars();
    let Some(first) = characters.next() else { return true };
    first.is_uppercase() && STARTERS.contains(&word.to_lowercase().replace('’', "'"))
}

/// Abbreviations that stand before a name.
#[rustfmt::skip]
static BEFORE_NAMES: WordSet = WordSet::new(&[
    "adm", "assemb", "atty", "brig", "capt", "cmdr", "col", "cpl", "det", "dr", "drs", "ens", "fr", "gen", "gov", "hon",
    "insp", "lt", "maj", "messrs", "mme", "mr", "mrs", "ms", "msgr", "mt", "mx", "ofc", "pres", "prof", "rep", "reps",
    "rev", "sen", "sens", "sgt", "spc", "spkr", "sr", "st", "ste", "supt", "v", "vs",
]);

/// Abbreviations that stand before a number.
#[rustfmt::skip]
static BEFORE_NUMBERS: WordSet = WordSet::new(&[
    "apr", "aug", "ca", "dec", "feb", "fig", "jan", "jul", "jun", "mar", "no", "nos", "nov", "oct", "p", "par", "pp", "sep", "sept",
]);

/// Abbreviations that may stand inside or at the end of a sentence.
#[rustfmt::skip]
static INSIDE: WordSet = WordSet::new(&[
    "ala", "approx", "ariz", "ark", "assn", "ave", "blvd", "bros", "cal", "calif", "co", "colo", "conn", "corp", "dept",
    "est", "etc", "fla", "ft", "hr", "inc", "jr", "kan", "lb", "ltd", "mass", "md", "mich", "min", "minn", "miss", "mont",
    "neb", "nev", "okla", "ore", "oz", "pa", "rd", "tel", "tenn", "tex", "univ", "va", "vt", "wash", "wis", "wyo",
]);

/// Words that begin sentences.
#[rustfmt::skip]
static STARTERS: WordSet = WordSet::new(&[
    "a", "after", "all", "also", "although", "an", "and", "another", "as", "at", "because", "before", "both", "but", "by",
    "despite", "during", "earlier", "for", "from", "he", "her", "his", "how", "however", "i", "if", "in", "instead", "it",
    "its", "last", "later", "many", "meanwhile", "more", "most", "no", "not", "now", "of", "on", "one", "or", "other",
    "others", "our", "she", "since", "so", "some", "that", "the", "their", "then", "there", "these", "they", "this",
    "those", "though", "three", "to", "two", "under", "until", "we", "what", "when", "where", "which", "while", "who",
    "why", "with", "yet", "you",
]);

/// Verbs that follow the speaker right after a quotation.
#[rustfmt::skip]
static SAYING: WordSet = WordSet::new(&[
    "added", "announced", "answered", "argued", "asked", "called", "continued", "cried", "declared", "demanded",
    "exclaimed", "explained", "joked", "noted", "posted", "read", "replied", "said", "says", "shouted", "stated", "told",
    "tweeted", "wondered", "wrote", "yelled",
]);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text, Span::new(0, text.len())).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn full_stops_that_end_and_those_that_do_not() {
        for (text, expected) in [
            ("Mr. Holm left. He was tired.", &["Mr. Holm left.", "He was tired."][..]),
            ("The U.S. President spoke. The U.S. The end.", &["The U.S. President spoke.", "The U.S.", "The end."]),
            ("J. K. Berg of Acme Inc. won. Next.", &["J. K. Berg of Acme Inc. won.", "Next."]),
            ("It fell 3.5 percent on Feb. 3. It rose.", &["It fell 3.5 percent on Feb. 3.", "It rose."]),
            ("\"Why now?\" Berg asked. No one knew.", &["\"Why now?\" Berg asked.", "No one knew."]),
            ("\"Who pays? Who wins?\" the mayor said.", &["\"Who pays?", "Who wins?\" the mayor said."]),
            ("\"Who pays?\" Radio: \"Berg said no.\"", &["\"Who pays?\"", "Radio: \"Berg said no.\""]),
            ("“We left.” She wept.", &["“We left.”", "She wept."]),
            (
                "‘We left.’ While Mr Holm has called it theft, no one asked.",
                &["‘We left.’", "While Mr Holm has called it theft, no one asked."],
            ),
            ("“Who left?” However, Berg said no.", &["“Who left?”", "However, Berg said no."]),
            ("“Who left?” I asked.", &["“Who left?” I asked."]),
            ("“Nobody left the pier?”Holm said it again.", &["“Nobody left the pier?”", "Holm said it again."]),
            ("Holm said \"nobody left.\"The pier closed.", &["Holm said \"nobody left.\"", "The pier closed."]),
            ("Holm asked.\"Nobody knew,\" she said.", &["Holm asked.\"Nobody knew,\" she said."]),
            ("\"See you...Big day!\" the mayor wrote.", &["\"See you...Big day!\" the mayor wrote."]),
            ("The boat sank near the pier.Then it rained.", &["The boat sank near the pier.", "Then it rained."]),
            ("See www.example.Com now", &["See www.example.Com now"]),
            ("They left at 10 a.m. Fourteen came.", &["They left at 10 a.m.", "Fourteen came."]),
            ("It begins at 10 a.m. Eastern on Friday.", &["It begins at 10 a.m. Eastern on Friday."]),
            ("at 10 a.m. on Monday", &["at 10 a.m. on Monday"]),
            ("One case, Holm v. Berg, is old.", &["One case, Holm v. Berg, is old."]),
            ("", &[]),
        ] {
            assert_eq!(split(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn sentences_cover_all_that_is_not_blank(text in "\\PC{0,200}") {
            let found = sentences(&text, Span::new(0, text.len()));
            let mut last = 0;
            for span in &found {
                prop_assert!(text[last..span.start].trim().is_empty());
                prop_assert!(!span.of(&text).is_empty());
                last = span.end;
            }
            prop_assert!(text[last..].trim().is_empty());
        }
    }
}
