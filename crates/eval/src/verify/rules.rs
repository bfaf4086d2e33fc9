//! The check as a scorer.

use coincide_check::{Code, Finding, Level, Models, Verdict, check, probability};

use super::{Label, Pair, Scored};

/// The score of the rules alone: the text is checked as a draft against its sources as articles.
///
/// A text is supported only if all of it is, so it scores as its lowest claim. A claim scores the probability that the
/// articles support it; a quarter of it if a rule found that they do not, however many of its words they have, and an
/// eighth if they say otherwise. Claims that were not checked (opinions, questions, fragments) have no part in it. If no
/// claim was checked, as with some headlines, the score is the lowest probability of its sentences by the words that are
/// found, without any rule, and `checked` says so.
pub(super) fn rules(pair: &Pair<'_>) -> Scored {
    by_check(pair, Models::default())
}

/// The score of the check with models, made in the same way.
pub(super) fn by_check(pair: &Pair<'_>, models: Models<'_>) -> Scored {
    let checked = check(pair.text, pair.sources, models);
    let claims = checked.claims.iter().enumerate().filter_map(|(at, claim)| {
        let probability = claim.score?;
        let decided = probability >= 0.5 || checked.findings.iter().any(|finding| denies(finding, at));
        let part = match claim.verdict {
            Verdict::Contradicted => 0.125,
            Verdict::NotFound | Verdict::Conflicting if decided => 0.25,
            _ => 1.0,
        };
        Some((claim.verdict, part * probability))
    });
    match claims.reduce(|a, b| (a.0.min(b.0), a.1.min(b.1))) {
        Some((verdict, support)) => Scored { support, verdict: Some(label(verdict)), checked: true },
        None => {
            let support = unchecked(pair, models);
            let verdict = if support >= 0.5 { Label::Supported } else { Label::NotFound };
            Scored { support, verdict: Some(verdict), checked: false }
        }
    }
}

/// Whether a finding says beyond doubt that a claim stands in no article. S001 says only that few of its words do.
fn denies(finding: &Finding, claim: usize) -> bool {
    finding.claim == Some(claim)
        && finding.level >= Level::Warning
        && finding.code != Code::S001
        && finding.code.page().verdict == Some("not_found")
}

fn label(verdict: Verdict) -> Label {
    match verdict {
        Verdict::Contradicted => Label::Contradicted,
        Verdict::Conflicting | Verdict::NotFound | Verdict::NotChecked => Label::NotFound,
        Verdict::Supported => Label::Supported,
    }
}

/// The lowest probability of a sentence from its features alone; 0 for a text without sentences.
fn unchecked(pair: &Pair<'_>, models: Models<'_>) -> f64 {
    let sentences = coincide_check::features(pair.text, pair.sources, models);
    let of_sentence = sentences.iter().map(|features| {
        let clauses = features.clauses.iter().zip(&features.verified);
        let clauses = clauses.map(|(clause, verified)| probability(&features.sentence, clause, *verified));
        clauses.min_by(f64::total_cmp).unwrap_or_else(|| probability(&features.sentence, &features.sentence, None))
    });
    of_sentence.min_by(f64::total_cmp).unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::super::scored;
    use super::*;

    const SOURCE: &str = "The ferry Alma struck a reef off Ostvik on Tuesday with 212 passengers on board. Nobody was \
                          hurt, the harbour master said.";

    #[test]
    fn a_text_scores_as_its_lowest_claim() {
        let said = scored("The ferry Alma struck a reef off Ostvik on Tuesday.", &[SOURCE], rules);
        let other = scored("The ferry Alma struck a reef off Ostvik with 340 passengers on board.", &[SOURCE], rules);
        let unheard = scored("The owner of the line resigned over the accident in Bergen.", &[SOURCE], rules);
        let both = "The ferry Alma struck a reef off Ostvik on Tuesday. The owner of the line resigned over the \
                    accident in Bergen.";
        let both = scored(both, &[SOURCE], rules);
        assert_eq!(said.verdict, Some(Label::Supported));
        assert_eq!(other.verdict, Some(Label::Contradicted));
        assert_eq!((unheard.verdict, both.verdict), (Some(Label::NotFound), Some(Label::NotFound)));
        assert!(said.support > 0.5 && other.support < 0.25 && unheard.support < 0.25, "{said:?} {other:?} {unheard:?}");
        assert!((both.support - unheard.support).abs() < 0.05, "{both:?}");
    }

    #[test]
    fn a_text_without_a_claim_has_a_score_all_the_same() {
        let headline = scored("Ferry Alma", &[SOURCE], rules);
        assert!(!headline.checked && headline.support > 0.0, "{headline:?}");
        let other = scored("Bergen fair", &[SOURCE], rules);
        assert!(!other.checked && other.support < headline.support, "{other:?}");
        let nothing = scored("", &[SOURCE], rules);
        assert_eq!((nothing.support, nothing.checked), (0.0, false));
    }
}
