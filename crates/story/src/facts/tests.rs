use proptest::prelude::*;

use crate::invented::{WIRE, article};
use crate::{Fact, FactKind, FactState, compare};

fn facts(articles: &[&str]) -> Vec<Fact> {
    let outlets = ["North Sea Courier", "Coast Radio", "Dagens Havn", "The Lantern"];
    let read: Vec<_> = articles.iter().zip(outlets).map(|(lines, outlet)| article(outlet, lines)).collect();
    compare(&read, None).facts
}

fn of_kind(facts: &[Fact], kind: FactKind) -> Vec<&Fact> {
    facts.iter().filter(|fact| fact.kind == kind).collect()
}

fn said_by(fact: &Fact) -> Vec<usize> {
    fact.cells.iter().map(|cell| cell.article).collect()
}

#[test]
fn figures_for_one_thing_stand_in_one_row() {
    let found = facts(&[
        "At least 14 people were killed when the ferry sank, the coast guard said.",
        "The coast guard said at least 12 people had been killed when the ferry sank.",
        "The ferry sank off Holm in the night. The harbour is closed.",
        "More than 14 people have been killed in the sinking of the ferry.",
    ]);
    let deaths = of_kind(&found, FactKind::Quantity);
    assert_eq!(deaths.len(), 1, "{deaths:?}");
    assert_eq!((deaths[0].label.as_str(), deaths[0].state), ("deaths", FactState::Differing));
    assert_eq!(said_by(deaths[0]), [0, 1, 3]);
    assert_eq!(deaths[0].cells[1].normal, "at least 12");
    assert_eq!(deaths[0].independent_sources, 3);
}

#[test]
fn one_utterance_in_two_wordings_differs_and_a_cut_does_not() {
    let long = "“Of course our charts do not agree, but both of us want to make the channel safe before the winter \
                storms,” Strand said.";
    let cut = "Strand said “our charts do not agree, but both of us want to make the channel safe”.";
    let reworded = "“Of course our charts do not match, but both of us want to make the channel safe before the \
                    winter storms,” said Strand.";
    let negated = "“Of course our charts do agree, but both of us want to make the channel safe before the winter \
                   storms,” said Strand.";
    let other = "“Nobody has asked the pilots what they think of the new buoys,” Berg said.";
    for (second, state) in [(cut, FactState::Shared), (reworded, FactState::Differing), (negated, FactState::Differing)]
    {
        let found = facts(&[long, other, second]);
        let quotations = of_kind(&found, FactKind::Quotation);
        assert_eq!(quotations.len(), 2, "{second}: {quotations:?}");
        assert_eq!((quotations[0].state, said_by(quotations[0])), (state, vec![0, 2]), "{second}");
        assert_eq!((quotations[1].state, said_by(quotations[1])), (FactState::Single, vec![1]), "{second}");
    }
    let label = &facts(&[cut, long])[0].label;
    assert!(label.starts_with("\"Of course our charts do not agree") && label.ends_with("...\""), "{label}");
}

#[test]
fn what_several_say_is_shared_unless_they_copied_it() {
    let own = "The ferry Solveig struck a sandbank near Holm harbour after midnight and water came in through a tear in \
               the hull.";
    let found = facts(&[WIRE, own]);
    let shared = of_kind(&found, FactKind::Statement);
    assert_eq!((shared[0].state, shared[0].independent_sources), (FactState::Shared, 2), "{shared:?}");

    let copied = facts(&[WIRE, WIRE]);
    assert!(!copied.is_empty());
    for fact in &copied {
        assert_eq!((fact.state, fact.independent_sources, fact.cells.len()), (FactState::Single, 1, 2), "{fact:?}");
    }
}

#[test]
fn a_statement_and_its_denial_differ() {
    let found = facts(&[
        "The harbour office had cleared the ferry to sail that morning, the owner said.",
        "The harbour office had not cleared the ferry to sail that morning, its log shows.",
    ]);
    assert_eq!(of_kind(&found, FactKind::Statement)[0].state, FactState::Differing);
}

#[test]
fn what_one_alone_says_is_shown_once() {
    let visit = "The transport minister will travel to Holm on Thursday to inspect the wreck with Danish engineers.";
    let again = "The minister will travel with Danish engineers to inspect the wreck on Thursday.";
    let found = facts(&[&format!("{WIRE}\n{visit}\n{again}"), WIRE]);
    let alone: Vec<_> = of_kind(&found, FactKind::Statement).into_iter().filter(|fact| fact.cells.len() == 1).collect();
    assert_eq!(alone.len(), 1, "{alone:?}");
    assert_eq!((alone[0].state, alone[0].cells[0].value.as_str()), (FactState::Single, visit));
    assert_eq!(alone[0].label, "The transport minister will travel to Holm on Thursday to inspect the wreck with...");
}

#[test]
fn days_of_one_event_stand_in_one_row() {
    let found = facts(&[
        "The new ferry terminal will open to passengers on 12 May 2031, the harbour office said.",
        "The harbour office said the new ferry terminal would open to passengers on 14 May 2031.",
        "The coast guard bought two boats on 3 April 2031 from a yard in Bergen.",
    ]);
    let times = of_kind(&found, FactKind::Time);
    assert_eq!(times.len(), 1, "{times:?}");
    assert_eq!((times[0].state, said_by(times[0])), (FactState::Differing, vec![0, 1]));
}

#[test]
fn kinds_come_in_order_and_what_differs_first() {
    let found = facts(&[
        &format!(
            "{WIRE}\nAt least 14 people were killed when the ferry sank.\n“The channel is far too narrow for \
                  ships of this size,” Berg said."
        ),
        "The coast guard said 12 people had been killed when the ferry sank. Some 300 passengers were on board.",
    ]);
    let order: Vec<_> = found.iter().map(|fact| (fact.kind, fact.state)).collect();
    let mut sorted = order.clone();
    sorted.sort();
    assert_eq!(order, sorted);
    assert_eq!(order[0], (FactKind::Quantity, FactState::Differing));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn every_cell_slices(
        texts in prop::collection::vec(
            "(([A-ZÄa-zß]{1,8} |“|”|\\. |[0-9,.]{1,7} |people were killed |said |on Monday |\\PC|not ){0,60}\n){0,3}",
            0..4,
        ),
    ) {
        let read: Vec<_> = texts.iter().map(|text| article("One", text)).collect();
        let comparison = compare(&read, None);
        prop_assert_eq!(comparison.sources.iter().flatten().count(), read.len());
        for cell in comparison.facts.iter().flat_map(|fact| &fact.cells) {
            let text = read[cell.article].text();
            prop_assert_eq!(text.get(cell.span.start..cell.span.end), Some(cell.value.as_str()));
            prop_assert!(text.get(cell.passage.start..cell.passage.end).is_some());
            prop_assert!(cell.passage.contains(cell.span));
        }
    }
}
