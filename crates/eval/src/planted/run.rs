use coincide_annotate::Reading;
use coincide_check::{Checked, Finding, Level, Models, check};
use coincide_text::Span;

use super::edit::{Planted, apply};
use super::story::{Row, Story, Supported, fnv, stories, supported};
use super::words::quoted;
use super::{Family, Site, neighbours};
use crate::bootstrap::{SplitMix, interval};
use crate::evaluation::{Evaluation, SCHEMA, Set};
use crate::lines::{Error, rows};
use crate::metrics::{rounded, share};
use crate::source::plain;

/// Most plantings of one family in one article.
const MOST: usize = 4;

/// Most sentences of an article that are checked as they are.
const MOST_UNTOUCHED: usize = 4;

/// Which stories: the rules are tuned on one half, and figures are reported on the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// Those whose name has an even FNV-1a hash: for tuning.
    Even,
    /// Those whose name has an odd one: for reporting.
    Odd,
    /// All.
    Both,
}

/// Stories with the errors planted in their sentences.
pub struct PlantedSet {
    stories: Vec<Planned>,
    /// How many drafts there are to check.
    pub drafts: usize,
}

/// A story with its drafts.
struct Planned {
    story: Story,
    drafts: Vec<Planting>,
}

/// A draft with an error planted, or with none.
#[derive(Clone, Debug)]
pub struct Planting {
    /// The story.
    pub story: String,
    /// The article the sentence is from.
    own: usize,
    /// The family; nothing for a sentence left alone.
    pub family: Option<Family>,
    /// The draft.
    pub draft: String,
    /// Where the sentence stands in it.
    pub sentence: Span,
    /// Where the planted words stand.
    pub planted: Vec<Planted>,
}

/// What came out for one draft.
#[derive(Clone, Debug)]
pub struct PlantingOutcome {
    /// The draft.
    pub planting: Planting,
    /// Whether the error was found.
    pub found: bool,
    /// Whether its sentence has a finding at error.
    pub error: bool,
    /// Whether its sentence has a finding of the families Q, N, T, E at warning or above.
    pub alarm: bool,
    /// The findings on its sentence.
    pub findings: Vec<FindingShown>,
}

/// A finding on a draft.
#[derive(Clone, Debug)]
pub struct FindingShown {
    /// Its code.
    pub code: &'static str,
    /// Its level.
    pub level: Level,
    /// The words concerned.
    pub words: Vec<String>,
    /// What is wrong.
    pub message: String,
    /// Word by word, what differs: the draft's words and the article's.
    pub differences: Vec<(String, String)>,
    /// The passages that prove it.
    pub evidence: Vec<String>,
}

impl PlantedSet {
    /// Reads a set of articles and plants: JSON lines of `{story, outlet, date, title, text}`, gzip'd or not.
    ///
    /// `around` is how many sentences before and after its own a draft has.
    pub fn new(bytes: &[u8], half: Half, around: usize) -> Result<Self, Error> {
        let mut rows = rows::<Row>(bytes)?;
        rows.retain(|row| match half {
            Half::Even => row.is_even(),
            Half::Odd => !row.is_even(),
            Half::Both => true,
        });
        let stories: Vec<Planned> = stories(rows)
            .into_iter()
            .map(|story| {
                let drafts = (0..story.accounts.len()).flat_map(|account| plant(&story, account, around)).collect();
                Planned { story, drafts }
            })
            .collect();
        let drafts = stories.iter().map(|planned| planned.drafts.len()).sum();
        Ok(Self { stories, drafts })
    }

    /// Checks every draft against the other articles of its story, by story.
    pub fn outcomes(&self) -> Vec<Vec<PlantingOutcome>> {
        self.stories
            .iter()
            .map(|Planned { story, drafts }| {
                let mut others: Option<(usize, Vec<Reading>)> = None;
                drafts
                    .iter()
                    .map(|planting| {
                        if others.as_ref().is_none_or(|(own, _)| *own != planting.own) {
                            others = Some((planting.own, story.others(planting.own)));
                        }
                        let articles = others.as_ref().map_or(&[][..], |(_, articles)| articles);
                        outcome(planting, articles)
                    })
                    .collect()
            })
            .collect()
    }

    /// How much of each family is found, and how much is raised on sentences left alone.
    ///
    /// One set a family with `found`, and one of the sentences left alone with `error` and `alarm` (see the module).
    pub fn evaluate(&self) -> Evaluation {
        let outcomes = self.outcomes();
        let mut sets: Vec<Set> = Family::ALL
            .iter()
            .map(|&family| set(family.name(), &outcomes, Some(family), &[("found", |outcome| outcome.found)]))
            .collect();
        let raised: &[Metric] = &[("error", |outcome| outcome.error), ("alarm", |outcome| outcome.alarm)];
        sets.push(set("untouched", &outcomes, None, raised));
        Evaluation { schema: SCHEMA, sets }
    }
}

type Metric = (&'static str, fn(&PlantingOutcome) -> bool);

fn set(name: &str, outcomes: &[Vec<PlantingOutcome>], family: Option<Family>, metrics: &[Metric]) -> Set {
    let documents: Vec<Vec<&PlantingOutcome>> = outcomes
        .iter()
        .map(|story| story.iter().filter(|outcome| outcome.planting.family == family).collect::<Vec<_>>())
        .filter(|story| !story.is_empty())
        .collect();
    let all: Vec<&&PlantingOutcome> = documents.iter().flatten().collect();
    let mut set = Set { name: name.to_owned(), n: all.len(), metrics: Default::default() };
    for (metric, holds) in metrics {
        let statistic = |items: &[&&PlantingOutcome]| share(items, |item| holds(item));
        let Some(value) = statistic(&all) else { continue };
        set.metrics.insert((*metric).to_owned(), rounded(value));
        if let Some((low, high)) = interval(&documents, statistic) {
            set.metrics.insert(format!("{metric}_low"), rounded(low));
            set.metrics.insert(format!("{metric}_high"), rounded(high));
        }
    }
    set
}

fn plant(story: &Story, own: usize, around: usize) -> Vec<Planting> {
    let account = &story.accounts[own];
    let sites = supported(story, own);
    let mut drafts = Vec::new();
    let draft = |site: &Supported, family: Option<Family>, edits: &[super::edit::Edit]| {
        let near = neighbours(site.sentence, around, account.sentences.len());
        let window = near.map(|at| account.span(at)).reduce(Span::cover)?;
        let (draft, planted) = apply(account.text(), window, edits);
        let own_span = account.span(site.sentence);
        let grown = draft.len() as isize - window.len() as isize;
        let start = own_span.start - window.start;
        let end = (own_span.end - window.start).saturating_add_signed(grown);
        let sentence = Span::new(start, end);
        Some(Planting { story: story.id.clone(), own, family, draft, sentence, planted })
    };
    for family in Family::ALL {
        let seed = story.id.bytes().chain(family.name().bytes()).chain([own as u8]);
        let mut random = SplitMix(fnv(seed));
        let mut ways: Vec<Planting> = Vec::new();
        for site in &sites {
            let range = account.sentences[site.sentence].clone();
            let tokens = &account.tokens[range];
            let here = Site {
                story,
                own,
                by: site.by,
                text: account.text(),
                tokens,
                shared: &site.shared,
                quoted: &quoted(tokens),
            };
            let mut edits = family.plant(&here, &mut random);
            if edits.is_empty() {
                continue;
            }
            let chosen = edits.swap_remove(random.below(edits.len()));
            ways.extend(draft(site, Some(family), &chosen));
        }
        drafts.extend(draw(ways, MOST, &mut random));
    }
    let mut random = SplitMix(fnv(story.id.bytes().chain([own as u8])));
    let untouched = sites.iter().filter_map(|site| draft(site, None, &[])).collect();
    drafts.extend(draw(untouched, MOST_UNTOUCHED, &mut random));
    drafts
}

/// At most `most` of `all`, drawn.
fn draw<T>(mut all: Vec<T>, most: usize, random: &mut SplitMix) -> Vec<T> {
    let mut drawn = Vec::new();
    while drawn.len() < most && !all.is_empty() {
        drawn.push(all.swap_remove(random.below(all.len())));
    }
    drawn
}

fn outcome(planting: &Planting, articles: &[Reading]) -> PlantingOutcome {
    let draft = Reading::new(plain(planting.draft.clone()));
    // By rules alone: a verifier raises no finding of these families.
    let checked = check(&draft, articles, Models::default());
    let on_it: Vec<&Finding> = checked.findings.iter().filter(|finding| is_on(&checked, finding, planting)).collect();
    let right = |finding: &&&Finding| {
        planting.family.is_some_and(|family| family.codes().contains(&finding.code.name()))
            && finding.level >= Level::Warning
    };
    let spans: Vec<Span> = on_it.iter().filter(right).flat_map(|finding| finding.spans.iter().copied()).collect();
    let found = !planting.planted.is_empty() && planting.planted.iter().all(|planted| planted.is_shown_by(&spans));
    let of_family = |finding: &&&Finding| matches!(finding.code.name().as_bytes()[0], b'Q' | b'N' | b'T' | b'E');
    PlantingOutcome {
        planting: planting.clone(),
        found,
        error: on_it.iter().any(|finding| finding.level == Level::Error),
        alarm: on_it.iter().filter(of_family).any(|finding| finding.level >= Level::Warning),
        findings: on_it
            .into_iter()
            .map(|finding| FindingShown {
                code: finding.code.name(),
                level: finding.level,
                words: finding.spans.iter().map(|span| span.of(&planting.draft).to_owned()).collect(),
                message: finding.message.clone(),
                differences: finding
                    .differences
                    .iter()
                    .filter_map(|it| {
                        let article = finding.evidence.get(it.proof)?.article;
                        let theirs = it.article.of(articles[article].text()).to_owned();
                        Some((it.draft.of(&planting.draft).to_owned(), theirs))
                    })
                    .collect(),
                evidence: finding
                    .evidence
                    .iter()
                    .map(|proof| proof.span.of(articles[proof.article].text()).to_owned())
                    .collect(),
            })
            .collect(),
    }
}

/// Whether a finding is about the sentence of a planting.
fn is_on(checked: &Checked, finding: &Finding, planting: &Planting) -> bool {
    let claim = finding.claim.and_then(|claim| checked.claims.get(claim));
    claim.is_some_and(|claim| claim.span.overlaps(planting.sentence))
        && finding.spans.iter().any(|span| span.overlaps(planting.sentence))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two outlets with the same sentence; in the second a further one that has other names and figures.
    fn set() -> PlantedSet {
        let shared = "The coast guard said on Tuesday that 84 people were not on board when the ferry Alba sank, and \
                      Captain Jon Holm said that Minister Inga Strand told the crew to wait.";
        let rows = [
            ("Gazette", format!("{shared}\nSen. Tor Lund said later that 71 boats went out.")),
            ("Courier", format!("{shared}\nSen. Tor Lund said that 62 boats had gone out from Vik.")),
        ];
        let lines: Vec<String> = rows
            .iter()
            .map(|(outlet, text)| serde_json::json!({"story": "s1", "outlet": outlet, "text": text}).to_string())
            .collect();
        PlantedSet::new(lines.join("\n").as_bytes(), Half::Both, 0).unwrap()
    }

    #[test]
    fn planted_words_stand_where_they_are_said_to() {
        let set = set();
        let drafts: Vec<&Planting> = set.stories.iter().flat_map(|story| &story.drafts).collect();
        for family in [Family::Number, Family::NumberHard, Family::Date, Family::Negation, Family::Roles] {
            let planting = drafts.iter().find(|it| it.family == Some(family)).unwrap_or_else(|| panic!("{family:?}"));
            let whole = Span::new(0, planting.draft.len());
            assert!(planting.planted.iter().all(|it| whole.contains(it.span())), "{planting:?}");
        }
        let hard = drafts.iter().find(|it| it.family == Some(Family::NumberHard)).unwrap();
        assert_eq!(hard.planted[0].span().of(&hard.draft), "62");
        assert!(drafts.iter().any(|it| it.family.is_none() && it.planted.is_empty()));
    }

    #[test]
    fn the_same_errors_are_planted_every_time() {
        let drafts = |set: &PlantedSet| -> Vec<String> {
            set.stories.iter().flat_map(|story| &story.drafts).map(|it| it.draft.clone()).collect()
        };
        assert_eq!(drafts(&set()), drafts(&set()));
        let evaluation = set().evaluate();
        assert_eq!(evaluation.sets.len(), Family::ALL.len() + 1);
    }
}
