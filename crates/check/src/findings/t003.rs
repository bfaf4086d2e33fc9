//! T003: order of events reversed.

use crate::case::Case;
use crate::judge::Judged;
use crate::order::orders;
use crate::reversal::reversed;
use crate::{Code, Finding, Level, Page, Place, Proof};

use super::silent_note;

pub(super) const PAGE: Page = Page {
    code: Code::T003,
    name: "order-reversed",
    title: "order of events reversed",
    level: Level::Error,
    verdict: Some("contradicted"),
    meaning: "The draft has one event before another, and the articles have it after.",
    why: "What came first is often the whole question: a warning after the ship has left is no warning.",
    decided: "A sentence states an order by \"after\", \"following\", \"since\", \"in the wake of\", \"before\", \"prior to\", \"ahead of\", \"until\", \"followed by\", \"after which\" or \"and then\"; the events are the words on both sides up to the next mark, conjunction before a verb, relative word or word of time. An article's sentence has the other order if its later event has at least half of the weight of the words of the draft's earlier one and the other way round, 65 per cent of both in the mean, and at most 20 per cent of each stand on the draft's own side; three words and names at least have to fit. Words that both events have are left aside, and a name only counts where it stands. Else two sentences of one article count, each with 80 per cent of one event's words, two of them at least, and a single day; that is a warning. No finding if any article has 40 per cent of both events in the draft's order, by words or by days, if one of the two texts tells what may be (\"would\", \"if\") and the other what was, if either event is denied (\"not until\" alone is read as \"after\"), and on words inside quotation marks. Not seen: orders told over two sentences, by \"when\", \"as\" or \"had\", by times of day, and events named by other words. Known to fail: of two people of whom the sentences tell like things in a relative clause (\"who left before\"), one may be taken for the other.",
    example: "Draft: the warning came before the ferry left. Article: \"the warning came ten minutes after the ferry had left\".",
    mend: "Put the events in the articles' order.",
};

pub(super) fn decide(case: &Case<'_>, judged: &Judged<'_>, out: &mut Vec<Finding>) {
    let annotations = &case.draft.annotations;
    let Some(sentence) = annotations.sentences.get(judged.claim) else { return };
    for order in orders(case.draft.text(), annotations, sentence).iter().filter(|order| !order.quoted) {
        let articles = reversed(case, order);
        let Some(first) = articles.first() else { continue };
        let told = articles.iter().any(|it| !it.by_dates);
        let evidence: Vec<Proof> = articles
            .iter()
            .flat_map(|it| {
                let passages = it.words.iter().map(|&word| (case.passage(it.article, word), word));
                passages.map(|(span, word)| Proof { article: it.article, span, words: vec![word] })
            })
            .collect();
        let marker = order.marker.of(case.draft.text());
        let theirs = first.words.first().map_or("", |word| word.of(case.articles[first.article].text()));
        // Either the word of time is another one, or the events have changed places around it.
        let replaced = told && !theirs.eq_ignore_ascii_case(marker);
        let message = if replaced {
            format!("the articles have \"{theirs}\" here, not \"{marker}\"")
        } else if told {
            "the articles have these two events in the other order".to_owned()
        } else {
            "by the articles' dates these two events were in the other order".to_owned()
        };
        out.push(Finding {
            code: Code::T003,
            level: if told { Level::Error } else { Level::Warning },
            message,
            claim: Some(judged.claim),
            place: Place::Draft,
            spans: vec![order.marker],
            notes: silent_note(case, &evidence).into_iter().collect(),
            evidence,
            differences: Vec::new(),
            suggestion: replaced.then(|| theirs.to_lowercase()),
        });
    }
}
