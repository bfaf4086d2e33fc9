//! Which attribution that was found stands for which that readers marked.

use coincide_text::Span;

use super::{Attribution, PAIRED, Pair, TOLERANCE, distance};

/// How many letters and digits stand before each byte of a text.
pub(super) struct Letters(Vec<u32>);

impl Letters {
    pub(super) fn of(text: &str) -> Self {
        let mut before = vec![0; text.len() + 1];
        let mut count = 0;
        for (at, character) in text.char_indices() {
            for slot in &mut before[at..at + character.len_utf8()] {
                *slot = count;
            }
            count += u32::from(character.is_alphanumeric());
        }
        before[text.len()] = count;
        Self(before)
    }

    fn within(&self, span: Span) -> u32 {
        self.0[span.end].saturating_sub(self.0[span.start])
    }

    fn in_all(&self, spans: &[Span]) -> u32 {
        spans.iter().map(|&span| self.within(span)).sum()
    }

    /// Dice's coefficient of two contents.
    fn overlap(&self, a: &[Span], b: &[Span]) -> f64 {
        let shared: u32 = a
            .iter()
            .flat_map(|a| b.iter().map(move |b| (a.start.max(b.start), a.end.min(b.end))))
            .filter(|(start, end)| start < end)
            .map(|(start, end)| self.within(Span::new(start, end)))
            .sum();
        let all = self.in_all(a) + self.in_all(b);
        if all == 0 { 0.0 } else { f64::from(2 * shared) / f64::from(all) }
    }
}

/// For each gold attribution the one found for it. The largest overlap is paired first, of equal ones those with the
/// right kind, speaker and cue.
pub(super) fn pairs(text: &str, letters: &Letters, gold: &[Attribution], found: &[Attribution]) -> Vec<Option<Pair>> {
    let mut candidates: Vec<(usize, Pair)> = Vec::new();
    let reach = |it: &Attribution| {
        Span::new(it.contents.first().map_or(0, |it| it.start), it.contents.last().map_or(0, |it| it.end))
    };
    for (index, one) in gold.iter().enumerate() {
        for (other, two) in found.iter().enumerate() {
            if !reach(one).overlaps(reach(two)) {
                continue;
            }
            let overlap = letters.overlap(&one.contents, &two.contents);
            if overlap >= PAIRED {
                candidates.push((index, pair(text, one, two, other, overlap)));
            }
        }
    }
    let rank = |pair: &Pair| u8::from(pair.kind) + u8::from(pair.speaker) + u8::from(pair.cue);
    candidates.sort_by(|(a, x), (b, y)| {
        y.overlap.total_cmp(&x.overlap).then(rank(y).cmp(&rank(x))).then(a.cmp(b)).then(x.found.cmp(&y.found))
    });
    let mut pairs: Vec<Option<Pair>> = vec![None; gold.len()];
    let mut taken = vec![false; found.len()];
    for (index, pair) in candidates {
        if pairs[index].is_none() && !taken[pair.found] {
            taken[pair.found] = true;
            pairs[index] = Some(pair);
        }
    }
    pairs
}

fn pair(text: &str, gold: &Attribution, found: &Attribution, index: usize, overlap: f64) -> Pair {
    Pair {
        found: index,
        overlap,
        kind: gold.kind == found.kind,
        exact: equal(text, &bare(text, &gold.contents), &bare(text, &found.contents)) == gold.contents.len()
            && gold.contents.len() == found.contents.len(),
        pieces: equal(text, &gold.pieces, &found.pieces) == gold.pieces.len()
            && gold.pieces.len() == found.pieces.len(),
        speaker: gold.speaker.is_empty() || overlap_any(&heads(text, &gold.speaker), &found.speaker),
        cue: gold.cue.is_empty() || overlap_any(&content_words(text, &gold.cue), &found.cue),
    }
}

/// How many of `gold` were found, within two characters at either end, each once.
pub(super) fn equal(text: &str, gold: &[Span], found: &[Span]) -> usize {
    let mut taken = vec![false; found.len()];
    let near = |a, b| distance(text, a, b) <= TOLERANCE;
    gold.iter()
        .filter(|one| {
            let at = (0..found.len())
                .find(|&at| !taken[at] && near(found[at].start, one.start) && near(found[at].end, one.end));
            at.map(|at| taken[at] = true).is_some()
        })
        .count()
}

/// Contents without marks, blanks and a leading `that`.
fn bare(text: &str, contents: &[Span]) -> Vec<Span> {
    let strip = |span: Span| {
        let rest = span.of(text).trim_start_matches(|c: char| !c.is_alphanumeric());
        let start = span.end - rest.len();
        Span::new(start, start + rest.trim_end_matches(|c: char| !c.is_alphanumeric()).len())
    };
    contents
        .iter()
        .map(|&span| {
            let span = strip(span);
            match span.of(text).split_once(char::is_whitespace) {
                Some((first, rest)) if first.eq_ignore_ascii_case("that") => {
                    strip(Span::new(span.end - rest.len(), span.end))
                }
                _ => span,
            }
        })
        .collect()
}

fn overlap_any(gold: &[Span], found: &[Span]) -> bool {
    gold.iter().any(|one| found.iter().any(|other| one.overlaps(*other)))
}

/// The words of some spans, without possessive endings and marks.
fn words(text: &str, span: Span) -> impl Iterator<Item = (Span, &str)> {
    let slice = span.of(text);
    let mut at = 0;
    slice.split_inclusive(char::is_whitespace).map(move |word| {
        let start = span.start + at;
        at += word.len();
        let word = word.trim_end();
        (Span::new(start, start + word.len()), word)
    })
}

/// What ends the head of a noun phrase: prepositions, relative pronouns and participles that follow nouns.
const AFTER_HEADS: &[&str] = &[
    "about",
    "against",
    "among",
    "at",
    "based",
    "between",
    "by",
    "close",
    "familiar",
    "for",
    "from",
    "in",
    "including",
    "inside",
    "involved",
    "known",
    "named",
    "of",
    "on",
    "outside",
    "over",
    "running",
    "speaking",
    "supporting",
    "that",
    "to",
    "under",
    "which",
    "who",
    "whose",
    "with",
    "within",
    "working",
];

/// The head of each conjunct of a mention.
fn heads(text: &str, mentions: &[Span]) -> Vec<Span> {
    let mut heads = Vec::new();
    for &mention in mentions {
        let mut head: Option<Span> = None;
        for (span, word) in words(text, mention) {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            if matches!(bare.as_str(), "and" | "or") {
                heads.extend(head.take());
                continue;
            }
            if word.starts_with(['(', '[', '–', '—']) || (head.is_some() && AFTER_HEADS.contains(&bare.as_str())) {
                break;
            }
            if !bare.is_empty() {
                head = Some(span);
            }
            if word.ends_with(',') {
                break;
            }
        }
        heads.extend(head);
    }
    heads
}

/// Words that are no cue by themselves.
const LIGHT: &[&str] = &[
    "a", "about", "also", "an", "and", "are", "as", "at", "be", "been", "being", "by", "did", "do", "does", "for",
    "from", "had", "has", "have", "having", "he", "in", "into", "is", "it", "later", "not", "of", "on", "out", "she",
    "than", "that", "the", "then", "they", "to", "up", "was", "we", "were", "will", "with", "would",
];

/// The words of a cue that say it is said; all of them if none does.
fn content_words(text: &str, cue: &[Span]) -> Vec<Span> {
    let heavy: Vec<Span> = cue
        .iter()
        .flat_map(|&span| words(text, span))
        .filter(|(_, word)| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            !bare.is_empty() && !bare.ends_with("ly") && !LIGHT.contains(&bare.as_str())
        })
        .map(|(span, _)| span)
        .collect();
    if heavy.is_empty() { cue.to_vec() } else { heavy }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of<'a>(text: &'a str, spans: &[Span]) -> Vec<&'a str> {
        spans.iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn heads_of_mentions() {
        for (mention, expected) in [
            ("Inga Strand", &["Strand"][..]),
            ("Inga Strand, who led the search,", &["Strand,"]),
            ("a spokesman for the ministry", &["spokesman"]),
            ("Sen. Inga Strand (N-Bergen)", &["Strand"]),
            ("Strand and others on the pier", &["Strand", "others"]),
            ("She", &["She"]),
        ] {
            assert_eq!(of(mention, &heads(mention, &[Span::new(0, mention.len())])), expected);
        }
    }

    #[test]
    fn content_words_of_cues() {
        for (cue, expected) in [
            ("has repeatedly said", &["said"][..]),
            ("according to", &["according"]),
            ("said at a briefing", &["said", "briefing"]),
            (":", &[":"]),
            ("to", &["to"]),
        ] {
            assert_eq!(of(cue, &content_words(cue, &[Span::new(0, cue.len())])), expected);
        }
    }

    #[test]
    fn overlap_counts_letters() {
        let text = "abcd, efgh";
        let letters = Letters::of(text);
        let whole = [Span::new(0, text.len())];
        assert_eq!(letters.overlap(&whole, &whole), 1.0);
        assert_eq!(letters.overlap(&whole, &[Span::new(0, 4)]), 8.0 / 12.0);
        assert_eq!(letters.overlap(&whole, &[Span::new(4, 6)]), 0.0);
    }

    #[test]
    fn boundaries_within_two_characters() {
        let text = "\"We left.\"";
        let near = [Span::new(1, 8)];
        assert_eq!(equal(text, &[Span::new(0, 10)], &near), 1);
        assert_eq!(equal(text, &[Span::new(0, 10)], &[Span::new(4, 8)]), 0);
        assert_eq!(equal(text, &[near[0], near[0]], &near), 1);
    }
}
