//! From the results of checking and comparing, in byte offsets, to the values that leave, in code points.

use std::collections::BTreeMap;

use coincide_annotate::Reading;
use coincide_article::{Article, DateSource, Moment, Precision};
use coincide_check::{Checked, Place};
use coincide_text::{Span as Bytes, Text};

use crate::fingerprint::Fingerprints;
use crate::{
    CHECK_SCHEMA, COMPARE_SCHEMA, Cell, Check, Claim, Clause, Compare, Comparison, Difference, Document, Evidence,
    Fact, Finding, FindingEvidence, Input, Lines, Note, Omitted, Published, Region, Report, Reuse, ReusedPassage,
    Source, Span, Summary, Verdict,
};
use crate::{annotations, limits};

/// The report on a draft that was checked.
///
/// `version` is the program's and `options` are those that decide the result; both are kept as they are. `articles` are
/// those that `checked` names by index, in the same order. `draft_source` holds the bytes of the draft's file: with it,
/// and if they are UTF-8, claims and findings get the lines and columns they stand at in that file.
pub fn check(
    version: &str,
    options: BTreeMap<String, serde_json::Value>,
    draft: &Reading,
    draft_source: Option<&[u8]>,
    articles: &[Reading],
    checked: &Checked,
) -> Report<Check> {
    let lines = draft_source.and_then(Lines::new);
    let reading = draft;
    let draft = &reading.article;

    let mut claims: Vec<Claim> = Vec::with_capacity(checked.claims.len());
    let mut summary = Summary::default();
    for (index, claim) in checked.claims.iter().enumerate() {
        *match claim.verdict {
            Verdict::Supported => &mut summary.supported,
            Verdict::Contradicted => &mut summary.contradicted,
            Verdict::Conflicting => &mut summary.conflicting,
            Verdict::NotFound => &mut summary.not_found,
            Verdict::NotChecked => &mut summary.not_checked,
        } += 1;
        let place = span(&draft.text, claim.span);
        claims.push(Claim {
            id: format!("c{}", index + 1),
            span: place,
            region: region(lines.as_ref(), place),
            text: draft.text.slice(claim.span).to_owned(),
            verdict: claim.verdict,
            reason: claim.reason.map(|reason| reason.name().to_owned()),
            score: claim.score.map(rounded),
            independent_sources: claim.independent_sources,
            clauses: claim.clauses.iter().map(|clause| self::clause(draft, articles, clause)).collect(),
            silent: claim.silent,
            findings: Vec::new(),
        });
    }

    let mut places = Places { draft, lines: lines.as_ref(), articles, fingerprints: Fingerprints::default() };
    let convert = |(index, finding)| places.finding(index, finding, &mut claims);
    let findings = checked.findings.iter().enumerate().map(convert).collect();

    let inputs = std::iter::once(input("draft".to_owned(), draft))
        .chain(articles.iter().enumerate().map(|(index, article)| input(article_id(index), &article.article)))
        .collect();
    let mut documents = vec![document("draft".to_owned(), reading, true)];
    documents.extend(self::documents(articles));
    let value = Check {
        id: None,
        schema: CHECK_SCHEMA.to_owned(),
        version: version.to_owned(),
        options,
        inputs,
        claims,
        findings,
        comparison: comparison(articles, &checked.comparison),
        summary,
    };
    Report { value, documents }
}

/// The report on articles that were compared; the arguments are as those of [`check`].
///
/// `findings` are about the inputs themselves: one X002 for each that could not be read.
pub fn compare(
    version: &str,
    options: BTreeMap<String, serde_json::Value>,
    articles: &[Reading],
    comparison: &coincide_story::Comparison,
    findings: &[coincide_check::Finding],
) -> Report<Compare> {
    let draft = Article::default();
    let mut places = Places { draft: &draft, lines: None, articles, fingerprints: Fingerprints::default() };
    let convert = |(index, finding)| places.finding(index, finding, &mut []);
    let findings = findings.iter().enumerate().map(convert).collect();
    let value = Compare {
        schema: COMPARE_SCHEMA.to_owned(),
        version: version.to_owned(),
        options,
        findings,
        comparison: self::comparison(articles, comparison),
    };
    Report { value, documents: documents(articles) }
}

/// A range of bytes of a clean text in code points, with the bytes of the input it was read from.
pub(crate) fn span(text: &Text, span: Bytes) -> Span {
    let points = text.code_points(span);
    Span { start: points.start, end: points.end, bytes: text.source(span).map(|bytes| (bytes.start, bytes.end)) }
}

/// When an article was published or changed, in ISO 8601.
pub(crate) fn published(published: &coincide_article::Published) -> Published {
    let precision = match published.precision {
        Precision::Month => "month",
        Precision::Day => "day",
        Precision::Minute => "minute",
        Precision::Second => "second",
    };
    let from = match published.from {
        DateSource::Given => "given",
        DateSource::Field => "field",
        DateSource::Metadata => "metadata",
        DateSource::Byline => "byline",
        DateSource::Address => "address",
        DateSource::Text => "text",
    };
    Published {
        value: iso_8601(&published.at, published.precision),
        precision: precision.to_owned(),
        from: from.to_owned(),
    }
}

/// A moment as precisely as it is known.
pub(crate) fn captured(moment: &Moment) -> String {
    iso_8601(moment, if moment.time.is_some() { Precision::Second } else { Precision::Day })
}

fn iso_8601(moment: &Moment, precision: Precision) -> String {
    let date = moment.date;
    let time = match (precision, moment.time) {
        (Precision::Month, _) => return format!("{:04}-{:02}", date.year(), date.month()),
        (Precision::Day, _) | (_, None) => return date.to_string(),
        (Precision::Minute, Some(time)) => format!("{:02}:{:02}", time.hour(), time.minute()),
        (Precision::Second, Some(time)) => format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second()),
    };
    let zone = moment.zone.as_deref().and_then(offset).unwrap_or_default();
    format!("{date}T{time}{zone}")
}

/// The offset of a zone as ISO 8601 writes it. Of the letters in use only those that RFC 5322 gives one meaning are
/// known; `IST`, say, is the time of three countries.
fn offset(zone: &str) -> Option<String> {
    let known = match zone.to_ascii_uppercase().as_str() {
        "Z" | "UT" | "UTC" | "GMT" => "Z",
        "EDT" => "-04:00",
        "EST" | "CDT" => "-05:00",
        "CST" | "MDT" => "-06:00",
        "MST" | "PDT" => "-07:00",
        "PST" => "-08:00",
        other => {
            let digits: String = other.chars().filter(char::is_ascii_digit).collect();
            let sign = other.chars().next().filter(|sign| matches!(sign, '+' | '-'))?;
            return match digits.len() {
                2 => Some(format!("{sign}{digits}:00")),
                4 => Some(format!("{sign}{}:{}", &digits[..2], &digits[2..])),
                _ => None,
            };
        }
    };
    Some(known.to_owned())
}

fn article_id(index: usize) -> String {
    format!("a{}", index + 1)
}

fn rounded(score: f64) -> f64 {
    (score * 1000.0).round() / 1000.0
}

fn input(id: String, article: &Article) -> Input {
    Input {
        id,
        path: article.path.clone(),
        sha256: article.sha256.clone(),
        outlet: article.outlet.clone(),
        title: article.title.clone(),
        authors: article.authors.clone(),
        published: article.published.as_ref().map(published),
    }
}

fn documents(articles: &[Reading]) -> Vec<Document> {
    let document = |(index, article)| document(article_id(index), article, index < limits::TEXTS);
    articles.iter().enumerate().map(document).collect()
}

fn document(id: String, reading: &Reading, annotated: bool) -> Document {
    let Article { text, paragraphs, .. } = &reading.article;
    let points = |span| text.code_points(span);
    let paragraphs =
        paragraphs.iter().map(|paragraph| points(paragraph.span)).map(|span| (span.start, span.end)).collect();
    let annotations = annotated.then(|| annotations(reading));
    Document { id, text: text.as_str().to_owned(), paragraphs, annotations }
}

/// The number of the paragraph a place stands in, from 1.
fn paragraph(article: &Article, place: Bytes) -> usize {
    article.paragraphs.partition_point(|paragraph| paragraph.span.start <= place.start).max(1)
}

fn clause(draft: &Article, articles: &[Reading], clause: &coincide_check::Clause) -> Clause {
    let listed = limits::evidence(&clause.evidence);
    let omitted = clause.evidence.len() - listed.len();
    let evidence = listed
        .into_iter()
        .filter_map(|evidence| {
            let article = &articles.get(evidence.article)?.article;
            Some(Evidence {
                article: article_id(evidence.article),
                stance: evidence.stance,
                score: rounded(evidence.score),
                span: span(&article.text, evidence.span),
                paragraph: paragraph(article, evidence.span),
                text: article.text.slice(evidence.span).to_owned(),
            })
        })
        .collect();
    Clause {
        span: span(&draft.text, clause.span),
        verdict: clause.verdict,
        reason: clause.reason.map(|reason| reason.name().to_owned()),
        score: clause.score.map(rounded),
        evidence,
        omitted,
    }
}

fn region(lines: Option<&Lines>, span: Span) -> Option<Region> {
    lines?.region(span.bytes?)
}

/// What the places of findings are in.
struct Places<'a> {
    draft: &'a Article,
    lines: Option<&'a Lines>,
    articles: &'a [Reading],
    fingerprints: Fingerprints,
}

impl Places<'_> {
    /// The `index`th finding as it leaves; its claim is told of it.
    fn finding(&mut self, index: usize, finding: &coincide_check::Finding, claims: &mut [Claim]) -> Finding {
        let id = format!("f{}", index + 1);
        let (input, article) = match &finding.place {
            Place::Draft => (Some("draft".to_owned()), Some(self.draft)),
            Place::Article(article) => (Some(article_id(*article)), self.article(*article)),
            Place::Input(_) => (None, None),
        };
        let cover = finding.spans.iter().copied().reduce(Bytes::cover);
        let text = match (&finding.place, article, cover) {
            (Place::Input(name), _, _) => name.clone(),
            (_, Some(article), Some(cover)) => article.text.slice(cover).to_owned(),
            _ => String::new(),
        };
        let lines = self.lines.filter(|_| finding.place == Place::Draft);
        let (claim, sentence) = match finding.claim.and_then(|claim| claims.get_mut(claim)) {
            Some(claim) => {
                claim.findings.push(id.clone());
                (Some(claim.id.clone()), claim.text.as_str())
            }
            None => (None, ""),
        };
        let spans = |article: &Article| finding.spans.iter().map(|&words| span(&article.text, words)).collect();
        let differences = finding.differences.iter().filter(|one| one.proof < limits::ARTICLES);
        let notes = finding.notes.iter().map(|note| Note { label: note.label.to_owned(), text: note.text.clone() });
        Finding {
            id,
            code: finding.code.name().to_owned(),
            level: finding.level,
            message: finding.message.clone(),
            claim,
            input,
            spans: article.map_or_else(Vec::new, spans),
            region: lines.zip(cover).and_then(|(lines, cover)| region(Some(lines), span(&self.draft.text, cover))),
            evidence: finding.evidence.iter().take(limits::ARTICLES).map(|proof| self.evidence(proof)).collect(),
            omitted: finding.evidence.len().saturating_sub(limits::ARTICLES),
            differences: differences.filter_map(|one| self.difference(finding, one)).collect(),
            notes: notes.collect(),
            suggestion: finding.suggestion.clone(),
            fingerprint: self.fingerprints.next(finding.code.name(), &text, sentence),
            text,
        }
    }

    fn article(&self, index: usize) -> Option<&Article> {
        self.articles.get(index).map(|reading| &reading.article)
    }

    fn evidence(&self, proof: &coincide_check::Proof) -> FindingEvidence {
        let id = article_id(proof.article);
        let Some(article) = self.article(proof.article) else {
            return FindingEvidence { article: id, spans: Vec::new(), paragraph: 1, text: String::new() };
        };
        let spans = std::iter::once(&proof.span).chain(&proof.words);
        FindingEvidence {
            article: id,
            spans: spans.map(|&words| span(&article.text, words)).collect(),
            paragraph: paragraph(article, proof.span),
            text: article.text.slice(proof.span).to_owned(),
        }
    }

    fn difference(
        &self,
        finding: &coincide_check::Finding,
        difference: &coincide_check::Difference,
    ) -> Option<Difference> {
        let article = self.article(finding.evidence.get(difference.proof)?.article)?;
        Some(Difference {
            draft: span(&self.draft.text, difference.draft),
            article: span(&article.text, difference.article),
            evidence: difference.proof,
        })
    }
}

fn comparison(articles: &[Reading], comparison: &coincide_story::Comparison) -> Comparison {
    let article = |index: usize| articles.get(index).map(|reading| &reading.article);
    let sources = comparison
        .sources
        .iter()
        .enumerate()
        .map(|(index, source)| Source {
            id: format!("s{}", index + 1),
            articles: source.iter().map(|&article| article_id(article)).collect(),
        })
        .collect();
    let cell = |cell: &coincide_story::Cell| {
        let text = &article(cell.article)?.text;
        Some(Cell {
            article: article_id(cell.article),
            value: cell.value.clone(),
            normal: cell.normal.clone(),
            span: span(text, cell.span),
            text: text.slice(cell.span).to_owned(),
            passage: text.slice(cell.passage).to_owned(),
        })
    };
    let (listed, pairs) = (limits::facts(&comparison.facts), limits::reuse(&comparison.reuse));
    let omitted = Omitted { facts: comparison.facts.len() - listed.len(), reuse: comparison.reuse.len() - pairs.len() };
    let facts = listed
        .into_iter()
        .enumerate()
        .map(|(index, fact)| Fact {
            id: format!("x{}", index + 1),
            kind: fact.kind,
            label: fact.label.clone(),
            state: fact.state,
            independent_sources: fact.independent_sources,
            cells: limits::cells(&fact.cells).into_iter().filter_map(cell).collect(),
            omitted: fact.cells.len().saturating_sub(limits::ARTICLES),
        })
        .collect();
    let reuse = pairs
        .into_iter()
        .filter_map(|reuse| {
            let (a, b) = (article(reuse.a)?, article(reuse.b)?);
            Some(Reuse {
                a: article_id(reuse.a),
                b: article_id(reuse.b),
                direction: reuse.direction,
                why: reuse.why.clone(),
                words: reuse.words,
                share_of_a: rounded(reuse.share_of_a),
                share_of_b: rounded(reuse.share_of_b),
                spans: reuse
                    .passages
                    .iter()
                    .map(|passage| ReusedPassage { a: span(&a.text, passage.a), b: span(&b.text, passage.b) })
                    .collect(),
            })
        })
        .collect();
    Comparison {
        articles: articles
            .iter()
            .enumerate()
            .map(|(index, reading)| input(article_id(index), &reading.article))
            .collect(),
        sources,
        facts,
        reuse,
        omitted: (omitted != Omitted::default()).then_some(omitted),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_written_as_offsets_where_they_have_one_meaning() {
        let cases = [
            ("Z", Some("Z")),
            ("est", Some("-05:00")),
            ("+02:00", Some("+02:00")),
            ("-0330", Some("-03:30")),
            ("+02", Some("+02:00")),
            ("IST", None),
            ("", None),
        ];
        for (zone, expected) in cases {
            assert_eq!(offset(zone).as_deref(), expected, "{zone}");
        }
    }

    #[test]
    fn a_moment_is_written_to_its_precision() {
        let at = Moment {
            date: jiff::civil::date(2031, 5, 7),
            time: jiff::civil::Time::new(21, 5, 9, 0).ok(),
            zone: Some("GMT".to_owned()),
        };
        let written = [Precision::Month, Precision::Day, Precision::Minute, Precision::Second]
            .map(|precision| iso_8601(&at, precision));
        assert_eq!(written, ["2031-05", "2031-05-07", "2031-05-07T21:05Z", "2031-05-07T21:05:09Z"]);
    }
}
