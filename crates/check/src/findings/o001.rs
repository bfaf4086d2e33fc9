//! O001: most independent sources say it, the draft does not.

use coincide_retrieve::{Index, terms};
use coincide_story::{Comparison, FactKind};

use crate::case::Case;
use crate::support::Query;
use crate::{Code, Finding, Level, Page, Place, Proof};

/// Fewest independent sources that make a fact worth missing.
const FEWEST_SOURCES: usize = 3;

/// From which coverage on a sentence of the draft says the fact.
const SAYS: f64 = 0.5;

/// Most facts that are named: a draft is shorter than its articles.
const MOST: usize = 5;

pub(super) const PAGE: Page = Page {
    code: Code::O001,
    name: "omitted",
    title: "most independent sources say it, the draft does not",
    level: Level::Note,
    verdict: None,
    meaning: "A fact that more than half of the independent sources report is not in the draft.",
    why: "What most report and one leaves out may be what matters.",
    decided: "The fact is a figure, a quotation or a statement shared by more than half of the independent sources, at least three, and no sentence of the draft covers half of the weight of the words of any of its passages. The five with most sources are named.",
    example: "All seven report that the sister ship is kept in port.",
    mend: "Add it, or know why not.",
};

pub(super) fn decide(case: &Case<'_>, comparison: &Comparison, out: &mut Vec<Finding>) {
    let draft = Index::new(std::slice::from_ref(case.draft), None);
    let mut missed: Vec<(usize, Finding)> = Vec::new();
    let mut told: Vec<(usize, coincide_text::Span)> = Vec::new();
    for fact in &comparison.facts {
        let sources = fact.independent_sources;
        if sources < FEWEST_SOURCES || sources * 2 <= comparison.sources.len() || fact.kind == FactKind::Time {
            continue;
        }
        let Some(cell) = fact.cells.first() else { continue };
        // A quotation and the sentence it stands in are one thing to miss.
        if told.iter().any(|&(article, span)| article == cell.article && span.overlaps(cell.passage)) {
            continue;
        }
        let said = fact.cells.iter().any(|cell| {
            let reading = &case.articles[cell.article];
            let query = Query::new(&draft, terms(reading.text(), &reading.annotations, cell.passage), Vec::new());
            query
                .passages(&draft, 1)
                .iter()
                .any(|passage| query.coverage(&query.strengths(&draft, 0, &passage.sentences)) >= SAYS)
        });
        if said {
            continue;
        }
        told.extend(fact.cells.iter().map(|cell| (cell.article, cell.passage)));
        let evidence = fact
            .cells
            .iter()
            .map(|cell| Proof { article: cell.article, span: cell.passage, words: vec![cell.span] })
            .collect();
        missed.push((
            sources,
            Finding {
                code: Code::O001,
                level: Level::Note,
                message: format!("{sources} independent sources say it, the draft does not: {}", fact.label),
                claim: None,
                place: Place::Draft,
                spans: Vec::new(),
                evidence,
                differences: Vec::new(),
                notes: Vec::new(),
                suggestion: None,
            },
        ));
    }
    missed.sort_by_key(|&(sources, _)| std::cmp::Reverse(sources));
    out.extend(missed.into_iter().take(MOST).map(|(_, finding)| finding));
}
