//! One sentence of the draft: what the articles have of it, and what comes out.

use coincide_annotate::{Entity, QuotationKind, Sentence};
use coincide_article::ParagraphKind;
use coincide_retrieve::{Term, terms};
use coincide_text::Span;

use crate::case::Case;
use crate::contrast::{Contrast, contrasts};
use crate::figure::Figure;
use crate::moment::Moment;
use crate::name::{Known, look_up as look_up_name};
use crate::newest::moved_on;
use crate::parallel::Parallels;
use crate::polarity::is_negated;
use crate::quotation::{Found, Quoted, look_up};
use crate::support::{Covered, Query, Support, support};
use crate::view::View;
use crate::{
    Claim, Clause, Evidence, Features, Finding, Place, Question, Reason, SentenceFeatures, Stance, Stances, Unanswered,
    Verdict, checkable, clause, findings, probability,
};

/// A sentence with everything the rules decide by.
pub(crate) struct Judged<'a> {
    /// The index of the claim.
    pub(crate) claim: usize,
    /// Where the sentence stands.
    pub(crate) span: Span,
    /// Its quotations.
    pub(crate) quoted: Vec<Quoted<'a>>,
    /// Its clauses.
    pub(crate) parts: Vec<Part<'a>>,
    /// What passages that run parallel to it have otherwise.
    pub(crate) contrasts: Vec<Contrast>,
}

/// A clause with everything the rules decide by.
pub(crate) struct Part<'a> {
    pub(crate) span: Span,
    pub(crate) query: Query,
    pub(crate) support: Support,
    /// The probability that the articles support it.
    pub(crate) probability: f64,
    pub(crate) figures: Vec<Figure<'a>>,
    pub(crate) moments: Vec<Moment<'a>>,
    pub(crate) names: Vec<Named<'a>>,
    /// For each passage of the support, whether it negates what the clause states or the other way round.
    pub(crate) opposed: Vec<bool>,
    /// What a verifier says of it, question by question; empty where there is none.
    pub(crate) view: &'a [(Question, Stances)],
}

impl Part<'_> {
    /// The figures and dates that no article has at all: with one of them a clause is not found, however many of its
    /// words are.
    pub(crate) fn strange(&self) -> Vec<Span> {
        let figures = self.figures.iter().filter(|figure| figure.is_strange()).map(|figure| figure.quantity.span);
        let dates = self.moments.iter().filter(|moment| moment.unknown).map(|moment| moment.time.span);
        figures.chain(dates).collect()
    }
}

/// A name in a clause.
pub(crate) struct Named<'a> {
    pub(crate) entity: &'a Entity,
    pub(crate) span: Span,
    pub(crate) known: Known,
}

/// From which probability on a clause is supported.
pub(crate) const SUPPORTED: f64 = 0.5;

/// How far below the threshold it is called uncertain.
const UNCERTAIN: f64 = 0.15;

/// The least coverage at which a passage supports a clause by itself.
const BEARS_OUT: f64 = 0.6;

/// From which probability on, the verifier's, the passages of one article support a clause by themselves.
const SUPPORTED_BY_ONE: f64 = 0.5;

/// The least coverage of a passage that supports a clause in other words.
const IN_OTHER_WORDS: f64 = 0.2;

/// The least coverage at which a passage says a clause or its opposite.
pub(crate) const SAYS: f64 = 0.7;

/// Judges the sentence `sentence`, which becomes claim number `claim`; its findings are added to `out`.
pub(crate) fn judge(
    case: &Case<'_>,
    claim: usize,
    sentence: &Sentence,
    view: Option<&View>,
    after_navigation: bool,
    out: &mut Vec<Finding>,
) -> Claim {
    let text = case.draft.text();
    let kind = case.draft.article.paragraphs.get(sentence.paragraph).map_or(ParagraphKind::Body, |it| it.kind);
    let reason = checkable::reason(text, &case.draft.annotations, sentence, kind, after_navigation);
    // What an article has nearly word for word can be held against it, whoever's opinion it is.
    let opinion = matches!(reason, Some(Reason::Opinion | Reason::Flourish | Reason::Question));
    if let Some(reason) = reason.filter(|_| !opinion || !is_reworded(case, sentence)) {
        return not_checked(sentence.span, reason, case.articles.len());
    }
    let (view, unanswered) = match view {
        Some(Ok(view)) => (Some(view.as_slice()), None),
        Some(Err(Unanswered(why))) => (None, Some(why)),
        None => (None, None),
    };
    let judged = gather(case, claim, sentence, view);
    if judged.parts.iter().all(|part| part.query.terms.is_empty()) && judged.quoted.is_empty() {
        return not_checked(sentence.span, Reason::Fragment, case.articles.len());
    }
    let mut raised = Vec::new();
    findings::decide(case, &judged, &mut raised);
    if let Some(why) = unanswered.filter(|_| !raised.iter().any(|finding| findings::verdict(finding.code).is_some())) {
        // What the rules decide stands; the rest was to be judged by a verifier that gave no answer.
        out.push(findings::failed(claim, sentence.span, Some(why)));
        return not_checked(sentence.span, Reason::Failed, case.articles.len());
    }
    let clauses: Vec<Clause> = judged.parts.iter().map(|part| conclude(case, &judged, part, &raised)).collect();
    findings::decide_by_verdict(case, &judged, &clauses, &mut raised);
    let claim = assemble(case, &judged, clauses);
    out.extend(raised);
    claim
}

/// Whether a passage runs parallel to a sentence and beyond doubt has something else in one place.
fn is_reworded(case: &Case<'_>, sentence: &Sentence) -> bool {
    let terms = query(case, sentence.span).terms;
    contrasts(case, sentence.span, &Parallels::new(case, sentence.span, &terms)).iter().any(Contrast::is_sure)
}

/// A claim that is not checked.
pub(crate) fn not_checked(span: Span, reason: Reason, articles: usize) -> Claim {
    let verdict = Verdict::NotChecked;
    let reason = Some(reason);
    let clause = Clause { span, verdict, reason, score: None, evidence: Vec::new() };
    Claim { span, verdict, reason, score: None, independent_sources: 0, silent: articles, clauses: vec![clause] }
}

fn gather<'a>(
    case: &Case<'a>,
    claim: usize,
    sentence: &Sentence,
    view: Option<&'a [Vec<(Question, Stances)>]>,
) -> Judged<'a> {
    let text = case.draft.text();
    let annotations = &case.draft.annotations;
    let quoted = annotations
        .quotations
        .iter()
        .filter(|quotation| matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed))
        .filter(|quotation| quotation.span.overlaps(sentence.span))
        .filter_map(|quotation| look_up(case, quotation, sentence.span))
        .collect();
    let whole = query(case, sentence.span);
    let contrasts = contrasts(case, sentence.span, &Parallels::new(case, sentence.span, &whole.terms));
    let whole = support(case, &whole, sentence.span).features;
    let parts = clause::clauses(text, annotations, sentence)
        .into_iter()
        .enumerate()
        .map(|(at, span)| {
            let view = view.map(|view| view.get(at).map_or(&[][..], Vec::as_slice));
            part(case, sentence.span, &whole, view, span)
        })
        .collect();
    Judged { claim, span: sentence.span, quoted, parts, contrasts }
}

/// The content words of a part of the draft. Times are compared as times, and a name that is only spelt otherwise is
/// another finding: neither's words need stand in a passage.
pub(crate) fn query(case: &Case<'_>, span: Span) -> Query {
    let annotations = &case.draft.annotations;
    let times = annotations.times.iter().map(|time| time.span);
    let misspelt = names(case, span).into_iter().filter(|named| matches!(named.known, Known::Otherwise { .. }));
    let apart: Vec<Span> = times.chain(misspelt.map(|named| named.span)).filter(|it| span.contains(*it)).collect();
    let words: Vec<Term> = terms(case.draft.text(), annotations, span)
        .into_iter()
        .filter(|term| !apart.iter().any(|it| it.contains(term.span)))
        .collect();
    Query::new(&case.index, words, case.vector(span))
}

/// The names in a part of the draft.
fn names<'a>(case: &Case<'a>, span: Span) -> Vec<Named<'a>> {
    let entities = case.draft.annotations.entities.iter();
    entities
        .flat_map(|entity| entity.mentions.iter().map(move |mention| (entity, mention)))
        .filter(|(_, mention)| mention.named && span.contains(mention.span))
        .map(|(entity, mention)| Named { entity, span: mention.span, known: look_up_name(case, entity, mention.span) })
        .collect()
}

/// The features of a sentence and of its clauses.
pub(crate) fn features(case: &Case<'_>, sentence: &Sentence, view: Option<&View>) -> SentenceFeatures {
    let of = |span: Span| support(case, &query(case, span), span).features;
    let clauses = clause::clauses(case.draft.text(), &case.draft.annotations, sentence);
    let view = view.and_then(|view| view.as_ref().ok());
    let of_clause = |at| view.map(|view| view.get(at).map_or(SILENT, |answers: &Vec<_>| most_support(answers)));
    let verified = (0..clauses.len()).map(of_clause).collect();
    SentenceFeatures { sentence: of(sentence.span), clauses: clauses.into_iter().map(of).collect(), verified }
}

/// The logarithm of the odds that the passages which support a clause most do so; where none was worth asking about, that
/// they are silent.
fn most_support(answers: &[(Question, Stances)]) -> f64 {
    answers.iter().map(|(_, stances)| stances.support()).reduce(f64::max).unwrap_or(SILENT)
}

/// The logarithm of the odds of support where no passage has enough of a clause to be asked about.
const SILENT: f64 = -2.0;

fn part<'a>(
    case: &Case<'a>,
    sentence: Span,
    whole: &Features,
    view: Option<&'a [(Question, Stances)]>,
    span: Span,
) -> Part<'a> {
    let draft = case.draft;
    let query = query(case, span);
    let support = support(case, &query, span);
    let figures = draft
        .annotations
        .quantities
        .iter()
        .filter(|quantity| span.contains(quantity.span))
        .map(|quantity| Figure::new(case, quantity, &query))
        .collect();
    let moments = draft
        .annotations
        .times
        .iter()
        .filter(|time| span.contains(time.span))
        .map(|time| Moment::new(case, time, sentence, &query, &support))
        .collect();
    let names = names(case, span);
    let negated = is_negated(&draft.annotations, span, |at| query.terms.iter().any(|term| term.span == at));
    let opposed = support
        .passages
        .iter()
        .map(|covered| {
            let annotations = &case.articles[covered.passage.article].annotations;
            let stems: Vec<&str> = query.terms.iter().map(|term| &*term.stem).collect();
            let matched =
                |at: Span| annotations.tokens_in(at).first().is_some_and(|token| stems.contains(&&*token.stem));
            negated != is_negated(annotations, covered.passage.span, matched)
        })
        .collect();
    let probability = probability(whole, &support.features, view.map(most_support));
    let view = view.unwrap_or_default();
    Part { span, query, support, probability, figures, moments, names, opposed, view }
}

/// The verdict of a clause, from what was raised on it and from its probability.
fn conclude(case: &Case<'_>, judged: &Judged<'_>, part: &Part<'_>, raised: &[Finding]) -> Clause {
    let mut evidence = evidence(part);
    for quoted in judged.quoted.iter().filter(|quoted| part.span.overlaps(quoted.span)) {
        quotation_evidence(case, quoted, &mut evidence);
    }
    let verdict = raised
        .iter()
        .filter(|finding| finding.place == Place::Draft && finding.spans.iter().any(|span| part.span.overlaps(*span)))
        .filter_map(|finding| findings::verdict(finding.code))
        .min();
    for finding in raised.iter().filter(|finding| findings::verdict(finding.code) == Some(Verdict::Contradicted)) {
        if finding.spans.iter().any(|span| part.span.overlaps(*span)) {
            for proof in &finding.evidence {
                contradicts(&mut evidence, proof.article, case.passage(proof.article, proof.span));
            }
        }
    }
    for moved in part.figures.iter().filter_map(|figure| moved_on(case, figure)) {
        for rival in moved.newer {
            contradicts(&mut evidence, rival.article, case.passage(rival.article, rival.quantity.span));
        }
    }
    if verdict == Some(Verdict::Conflicting) {
        for (article, span) in dissent(case, part) {
            contradicts(&mut evidence, article, span);
        }
    }
    evidence.sort_by(|a, b| a.article.cmp(&b.article).then(a.span.cmp(&b.span)));
    let likely = part.probability >= SUPPORTED || is_spoken(judged, part);
    let borne_out = evidence.iter().any(|it| it.stance == Stance::Supports);
    let supported = likely && borne_out && part.strange().is_empty();
    let by_probability = if supported { Verdict::Supported } else { Verdict::NotFound };
    let decided = verdict.is_some_and(|verdict| verdict <= Verdict::NotFound);
    let verdict = verdict.map_or(by_probability, |verdict| verdict.min(by_probability));
    if matches!(verdict, Verdict::NotFound | Verdict::Contradicted) {
        // What has some of the words does not bear the clause out: the articles are silent on it, or say otherwise.
        evidence.retain(|it| it.stance != Stance::Supports);
    }
    let near = part.probability >= SUPPORTED - UNCERTAIN && part.strange().is_empty();
    let uncertain = verdict == Verdict::NotFound && !decided && near;
    let reason = uncertain.then_some(Reason::Uncertain);
    Clause { span: part.span, verdict, reason, score: Some(part.probability), evidence }
}

/// Whether most of a clause's words are those of a quotation that was found: they are borne out, however far apart the
/// articles have them.
fn is_spoken(judged: &Judged<'_>, part: &Part<'_>) -> bool {
    let found = |quoted: &&Quoted<'_>| matches!(quoted.found, Found::Verbatim(_) | Found::Stitched(..));
    let spans: Vec<Span> = judged.quoted.iter().filter(found).map(|quoted| quoted.span).collect();
    let spoken = part.query.terms.iter().filter(|term| spans.iter().any(|span| span.contains(term.span))).count();
    spoken > 0 && spoken * 2 >= part.query.terms.len()
}

/// The passages that say otherwise where the articles disagree: those that deny what the clause states, and those that
/// have another figure or time than the one it shares with some of them.
fn dissent(case: &Case<'_>, part: &Part<'_>) -> Vec<(usize, Span)> {
    let denying =
        part.support.passages.iter().zip(&part.opposed).filter(|(it, opposed)| **opposed && it.coverage >= SAYS);
    let figures = part.figures.iter().filter(|figure| figure.agreeing().next().is_some());
    let other = figures.flat_map(|figure| figure.differing().map(|it| (it.article, it.quantity.span)));
    let moments = part.moments.iter().filter(|moment| !moment.agreeing.is_empty());
    let times = moments.flat_map(|moment| moment.differing.iter().map(|it| (it.article, it.time.span)));
    denying
        .map(|(it, _)| (it.passage.article, it.passage.span))
        .chain(times.map(|(article, span)| (article, case.passage(article, span))))
        .chain(other.map(|(article, span)| (article, case.passage(article, span))))
        .collect()
}

/// The passages that support a clause: of each article its best one if it bears the clause out, and those that do so
/// together.
fn evidence(part: &Part<'_>) -> Vec<Evidence> {
    let first = part.support.chosen.first().copied();
    let alone = |at: usize| bears_out(part, &part.support.passages[at]);
    let mut evidence = Vec::new();
    for (at, covered) in part.support.passages.iter().enumerate() {
        // A second passage is shown only where the first does not bear the clause out by itself.
        let needed = first == Some(at) || first.is_some_and(|first| !alone(first));
        let chosen = part.probability >= SUPPORTED && needed && part.support.chosen.contains(&at);
        if (alone(at) || chosen) && !part.opposed[at] {
            // The score is that of what decided it: the words, or the verifier where it found more in them.
            let verified = verified(part, covered.passage.article).map_or(0.0, |stances| stances.supports);
            evidence.push(Evidence {
                article: covered.passage.article,
                stance: Stance::Supports,
                score: verified.max(covered.coverage).clamp(0.0, 1.0),
                alone: alone(at),
                span: covered.passage.span,
            });
        }
    }
    evidence
}

/// Whether a passage bears a clause out by itself: it has most of its words, or has some of them and the verifier says
/// that its article supports it. Where the verifier says that it does not, the words must be nearly all there.
fn bears_out(part: &Part<'_>, covered: &Covered) -> bool {
    match verified(part, covered.passage.article) {
        None => covered.coverage >= BEARS_OUT,
        Some(stances) if stances.supports >= SUPPORTED_BY_ONE => covered.coverage >= IN_OTHER_WORDS,
        Some(_) => covered.coverage >= SAYS,
    }
}

/// What the verifier says of the clause and the passages of one article.
fn verified<'a>(part: &Part<'a>, article: usize) -> Option<&'a Stances> {
    part.view.iter().find(|(question, _)| question.article == Some(article)).map(|(_, stances)| stances)
}

fn quotation_evidence(case: &Case<'_>, quoted: &Quoted<'_>, evidence: &mut Vec<Evidence>) {
    let stretches = match &quoted.found {
        Found::Verbatim(places) => places.clone(),
        Found::Stitched(first, second) => vec![*first, *second],
        Found::Altered(_) | Found::Nothing => return,
    };
    for stretch in stretches {
        let span = case.passage(stretch.article, stretch.span);
        match evidence.iter_mut().find(|it| it.article == stretch.article && it.span.overlaps(span)) {
            Some(known) => known.span = known.span.cover(span),
            None => evidence.push(Evidence {
                article: stretch.article,
                stance: Stance::Supports,
                score: 1.0,
                alone: true,
                span,
            }),
        }
    }
}

fn contradicts(evidence: &mut Vec<Evidence>, article: usize, span: Span) {
    evidence.retain(|it| it.article != article || !it.span.overlaps(span) || it.stance == Stance::Contradicts);
    if !evidence.iter().any(|it| it.article == article && it.span == span) {
        evidence.push(Evidence { article, stance: Stance::Contradicts, score: 1.0, alone: true, span });
    }
}

fn assemble(case: &Case<'_>, judged: &Judged<'_>, clauses: Vec<Clause>) -> Claim {
    let verdict = clauses.iter().map(|clause| clause.verdict).min().unwrap_or(Verdict::NotChecked);
    // A clause that was decided for sure leaves no doubt about its sentence.
    let mut reasons = clauses.iter().filter(|clause| clause.verdict == verdict).map(|clause| clause.reason);
    let reason = reasons.next().flatten().filter(|_| reasons.all(|reason| reason.is_some()));
    let score = clauses.iter().filter_map(|clause| clause.score).min_by(f64::total_cmp);
    let mut speaking: Vec<usize> =
        clauses.iter().flat_map(|clause| &clause.evidence).map(|evidence| evidence.article).collect();
    speaking.sort_unstable();
    speaking.dedup();
    let independent_sources = clauses.iter().map(|clause| independent(case, clause)).min().unwrap_or(0);
    let silent = case.articles.len() - speaking.len();
    Claim { span: judged.span, verdict, reason, score, independent_sources, silent, clauses }
}

/// How many independent sources support a clause. Passages that support it only together are one.
pub(crate) fn independent(case: &Case<'_>, clause: &Clause) -> usize {
    let supporting = || clause.evidence.iter().filter(|evidence| evidence.stance == Stance::Supports);
    let alone: Vec<(usize, Span)> =
        supporting().filter(|evidence| evidence.alone).map(|evidence| (evidence.article, evidence.span)).collect();
    if alone.is_empty() {
        return usize::from(supporting().next().is_some());
    }
    coincide_story::independent(&alone, case.reuse)
}
