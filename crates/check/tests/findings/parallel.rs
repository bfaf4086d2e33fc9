//! Sentences with passages that run parallel to them: what they have otherwise, and what means the same.

use coincide_check::Code;

use crate::raised;

/// The code, the words it is on, the draft, the article.
const PARALLEL: &[(Code, &str, &str, &str)] = &[
    (
        Code::N001,
        "4,200",
        "The harbour office fined the owners 4,200 crowns for the missing rafts.",
        "The harbour office fined the owners 2,400 crowns for the missing rafts. It had 4,200 letters.",
    ),
    (
        Code::N001,
        "nine",
        "The log of the bridge was kept for nine months in a safe of the port.",
        "The log of the bridge was kept for seven months in a safe of the port.",
    ),
    (
        Code::N004,
        "seven weeks",
        "The log of the bridge was kept for seven weeks in a safe of the port.",
        "The log of the bridge was kept for seven months in a safe of the port.",
    ),
    (
        Code::N003,
        "nearly 300",
        "The storm has sunk nearly 300 boats in the northern harbours.",
        "The storm has sunk more than 300 boats in the northern harbours.",
    ),
    (
        Code::T001,
        "Friday",
        "The old tug left the northern yard on Friday with a new engine.",
        "The old tug left the northern yard on Monday with a new engine.",
    ),
    (
        Code::E004,
        "Kari Vik",
        "The union has asked Kari Vik to look at the rules again before winter.",
        "The union has asked Inga Strand to look at the rules again before winter. Kari Vik was abroad.",
    ),
    (
        Code::S002,
        "not insured",
        "The owners were not insured against the loss of the ferry.",
        "The owners were insured against the loss of the ferry.",
    ),
    (
        Code::S002,
        "had paid",
        "The owners of the ferry had paid for the rafts before the storm.",
        "The owners of the ferry had not paid for the rafts before the storm.",
    ),
    (
        Code::S002,
        "did not approve",
        "The harbour office did not approve the new rafts in the autumn.",
        "The harbour office approved the new rafts in the autumn.",
    ),
    (
        Code::S002,
        "rises",
        "The price of diesel rises in the northern harbours this winter.",
        "The price of diesel fell in the northern harbours this winter.",
    ),
    (
        Code::S002,
        "criticised",
        "The minister criticised the crew of the ferry on the quay.",
        "The minister praised the crew of the ferry on the quay.",
    ),
    (
        Code::S002,
        "without",
        "The old tug left the northern yard without a new engine.",
        "The old tug left the northern yard with a new engine.",
    ),
    // An antonym of one word, with `an` for `a`.
    (
        Code::S002,
        "increase",
        "The office expects an increase in the number of island ferries.",
        "The office expects a decrease in the number of island ferries.",
    ),
];

#[test]
fn what_a_parallel_passage_has_otherwise_is_found() {
    for &(code, words, draft, article) in PARALLEL {
        let found = raised(draft, article);
        let hit = found.iter().any(|(other, said)| *other == code && said.contains(words));
        assert!(hit, "{code:?} on {words:?} is not raised: {found:?}");
        // Its own words raise nothing.
        let own = article.split_inclusive('.').next().unwrap_or_default();
        assert!(raised(own, article).is_empty(), "{:?}", raised(own, article));
    }
}

#[test]
fn what_means_the_same_is_no_contrast() {
    for (draft, article) in [
        // A shorter name, a pronoun, another form of the name.
        (
            "The union has asked Strand to look at the rules again before winter.",
            "The union has asked Inga Strand to look at the rules again before winter.",
        ),
        (
            "The minister said the union has asked Inga Strand to look at the rules again.",
            "Inga Strand is the minister. The minister said the union has asked her to look at the rules again.",
        ),
        // A number that rounds, and one in words.
        (
            "The storm has sunk seven boats in the northern harbours.",
            "The storm has sunk 7 boats in the northern harbours.",
        ),
        // Two turns cancel out.
        (
            "The price of diesel did not rise in the northern harbours this winter.",
            "The price of diesel fell in the northern harbours this winter.",
        ),
        (
            "The harbour office thought a second storm less likely after the autumn.",
            "The harbour office thought a second storm more unlikely after the autumn.",
        ),
        // The same passage has both words.
        (
            "Women and men went on board the ferry in the northern harbours.",
            "Men and women went on board the ferry in the northern harbours.",
        ),
        // Another sentence bears it out.
        (
            "The price of diesel rose in the northern harbours this winter.",
            "The price of diesel fell in the northern harbours this winter. In the northern harbours diesel rose in price in \
             winter.",
        ),
        // Other things are denied.
        (
            "The captain told the crews of the two ferries not to sail before the storm.",
            "The captain told the crews of the two ferries to stay before the storm.",
        ),
        // Not only turns nothing.
        (
            "The storm has not only sunk boats in the northern harbours but broken piers.",
            "The storm has sunk boats in the northern harbours and broken piers.",
        ),
    ] {
        let found = raised(draft, article);
        let alarms: Vec<_> = found.iter().filter(|(code, _)| !matches!(code, Code::S001)).collect();
        assert!(alarms.is_empty(), "{draft}: {alarms:?}");
    }
}

#[test]
fn what_is_known_not_to_be_found() {
    for (code, draft, article) in [
        // The opposite without a negation.
        (
            Code::S002,
            "The port refused to take the ferry in before the storm.",
            "The port agreed to take the ferry in before the storm.",
        ),
        // A name in the place of a description.
        (
            Code::E004,
            "The union has asked Kari Vik to look at the rules again before winter.",
            "The union has asked the harbour master to look at the rules again before winter. Kari Vik was abroad.",
        ),
    ] {
        let found = raised(draft, article);
        assert!(found.iter().all(|(other, _)| *other != code), "{draft} is found now: move it");
    }
}
