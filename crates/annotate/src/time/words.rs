//! The closed classes that time expressions are made of.

use coincide_text::WordSet;

/// The month a folded word names, January being 1.
pub(super) fn month(word: &str) -> Option<i8> {
    let month = match word {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    };
    Some(month)
}

/// The weekday a folded word names, Monday being 1.
pub(super) fn weekday(word: &str) -> Option<i8> {
    let weekday = match word {
        "monday" => 1,
        "tuesday" => 2,
        "wednesday" => 3,
        "thursday" => 4,
        "friday" => 5,
        "saturday" => 6,
        "sunday" => 7,
        _ => return None,
    };
    Some(weekday)
}

/// The weekday an abbreviation names. Only taken beside a date: `Sat` and `Sun` are words too.
pub(super) fn short_weekday(word: &str) -> Option<i8> {
    let weekday = match word {
        "mon" => 1,
        "tue" | "tues" => 2,
        "wed" => 3,
        "thu" | "thur" | "thurs" => 4,
        "fri" => 5,
        "sat" => 6,
        "sun" => 7,
        _ => return None,
    };
    Some(weekday)
}

/// The TIMEX3 code of a part of the day.
pub(super) fn part_of_day(word: &str) -> Option<&'static str> {
    let part = match word {
        "morning" => "TMO",
        "midday" | "lunchtime" => "TMI",
        "afternoon" => "TAF",
        "evening" => "TEV",
        "night" | "overnight" => "TNI",
        _ => return None,
    };
    Some(part)
}

/// A unit of time in the singular, as TIMEX3 writes it: the prefix of a duration and its letters.
pub(super) fn unit(word: &str) -> Option<(&'static str, &'static str)> {
    let word = word.strip_suffix('s').unwrap_or(word);
    let unit = match word {
        "second" | "sec" => ("PT", "S"),
        "minute" | "min" => ("PT", "M"),
        "hour" | "hr" => ("PT", "H"),
        "day" => ("P", "D"),
        "weekend" => ("P", "WE"),
        "fortnight" => ("P", "2W"),
        "week" => ("P", "W"),
        "month" => ("P", "M"),
        "year" | "yr" => ("P", "Y"),
        "decade" => ("P", "DE"),
        "century" | "centurie" => ("P", "CE"),
        _ => return None,
    };
    Some(unit)
}

/// The season a folded word names, as TIMEX3 writes it, with its first month.
pub(super) fn season(word: &str) -> Option<(&'static str, i8)> {
    let season = match word {
        "spring" => ("SP", 3),
        "summer" => ("SU", 6),
        "autumn" | "fall" => ("FA", 9),
        "winter" => ("WI", 12),
        _ => return None,
    };
    Some(season)
}

/// Words that follow a weekday, date or time and give its zone.
#[rustfmt::skip]
pub(super) static ZONES: WordSet = WordSet::new(&[
    "bst", "cdt", "cest", "cet", "cst", "edt", "eet", "est", "et", "gmt", "mdt", "mst", "pdt", "pst", "pt", "utc",
]);

/// Words before a date that say it lies ahead.
#[rustfmt::skip]
pub(super) static AHEAD: WordSet = WordSet::new(&[
    "due", "expected", "expects", "planned", "planning", "plans", "scheduled", "shall", "slated", "upcoming",
    "will", "won't",
]);

/// Words that say it lies ahead only before an infinitive: `vowed to return`, `set to open`.
#[rustfmt::skip]
pub(super) static AHEAD_TO: WordSet = WordSet::new(&[
    "about", "agreed", "aims", "hopes", "hoping", "intends", "invited", "pledged", "poised", "prepares", "preparing",
    "promised", "ready", "set", "vowed", "wants",
]);

/// Verbs that news puts in the present where the thing is fixed and lies ahead: `meets on Monday`.
#[rustfmt::skip]
pub(super) static SCHEDULED: WordSet = WordSet::new(&[
    "appears", "arrives", "begins", "closes", "comes", "decides", "departs", "ends", "expires", "faces", "flies",
    "goes", "heads", "holds", "hosts", "joins", "launches", "leaves", "meets", "moves", "opens", "plays", "reopens",
    "resumes", "returns", "runs", "sails", "sits", "speaks", "starts", "steps", "takes", "travels", "visits", "votes",
]);

/// Irregular past forms of the verbs that news tells events by.
#[rustfmt::skip]
pub(super) static PAST: WordSet = WordSet::new(&[
    "became", "began", "broke", "brought", "built", "came", "caught", "chose", "cut", "drove", "fell", "fled", "flew",
    "fought", "found", "gave", "got", "grew", "held", "hit", "kept", "knew", "left", "lost", "made", "met", "paid",
    "ran", "rose", "said", "sank", "sat", "saw", "sent", "shot", "sold", "spent", "spoke", "stood", "struck", "swept",
    "swore", "threw", "told", "took", "went", "won", "wrote",
]);

/// Prepositions that a bare year or month can follow.
#[rustfmt::skip]
pub(super) static BEFORE_YEARS: WordSet = WordSet::new(&[
    "after", "and", "around", "before", "between", "by", "circa", "during", "early", "end", "for", "from", "in",
    "into", "late", "mid", "of", "or", "since", "through", "throughout", "till", "to", "until",
]);

/// Nouns that last and are not people: `a two-year-old war` tells a duration, `a two-year-old boy` an age.
#[rustfmt::skip]
pub(super) static LASTING: WordSet = WordSet::new(&[
    "act", "agreement", "alliance", "armistice", "ban", "battle", "boycott", "building", "campaign", "case",
    "ceasefire", "church", "club", "company", "conflict", "crisis", "deal", "dispute", "embargo", "fight", "firm",
    "government", "house", "initiative", "institution", "insurgency", "investigation", "law", "newspaper",
    "operation", "pact", "party", "policy", "program", "programme", "project", "rebellion", "record", "republic",
    "revolt", "rule", "school", "ship", "site", "stalemate", "standoff", "startup", "strike", "struggle", "system",
    "tower", "tradition", "treaty", "tree", "truce", "union", "uprising", "war",
]);

/// Words that a time expression in words can start with.
#[rustfmt::skip]
pub(super) static OPENERS: WordSet = WordSet::new(&[
    "a", "afternoon", "an", "annual", "annually", "apr", "april", "armistice", "ash", "aug", "august", "autumn",
    "bastille", "billions", "biweekly", "black", "bonfire", "boxing", "canada", "centuries", "century", "christmas",
    "columbus", "coming", "couple", "cyber", "daily", "dawn", "day", "days", "dec", "decade", "decades", "december",
    "dozens", "dusk", "each", "earlier", "early", "earth", "easter", "eight", "eighteen", "eighteenth", "eighth",
    "eighty", "election", "eleven", "eleventh", "evening", "every", "fall", "father", "feb", "february", "few",
    "fifteen", "fifteenth", "fifth", "fifty", "first", "fiscal", "five", "following", "forty", "four", "fourteen",
    "fourteenth", "fourth", "fourty", "fri", "friday", "fridays", "fy", "good", "groundhog", "h1", "h2", "half",
    "halloween", "hour", "hourly", "hours", "hundred", "hundreds", "jan", "january", "jul", "july", "jun", "june",
    "juneteenth", "labor", "last", "late", "later", "many", "mar", "march", "martin", "maundy", "may", "memorial",
    "mid", "midday", "midnight", "millions", "minutes", "mon", "monday", "mondays", "month", "monthly", "months",
    "morning", "new", "next", "nightly", "nine", "nineteen", "nineteenth", "ninety", "ninth", "noon", "nov", "november",
    "oct", "october", "once", "one", "overnight", "palm", "past", "pentecost", "presidents", "previous", "q1", "q2",
    "q3", "q4", "quarter", "quarterly", "remembrance", "same", "sat", "saturday", "saturdays", "scores", "second",
    "sep", "sept", "september", "seven", "seventeen", "seventeenth", "seventh", "seventy", "several", "six", "sixteen",
    "sixteenth", "sixth", "sixty", "spring", "st", "summer", "sun", "sunday", "sundays", "ten", "tens", "tenth",
    "thanksgiving", "that", "the", "third", "thirteen", "thirteenth", "thirty", "this", "thousands", "three", "thu",
    "thur", "thurs", "thursday", "thursdays", "today", "tomorrow", "tonight", "trillions", "tue", "tues", "tuesday",
    "tuesdays", "twelfth", "twelve", "twentieth", "twenty", "twice", "two", "valentine", "valentines", "veterans",
    "wed", "wednesday", "wednesdays", "week", "weekly", "weeks", "winter", "year", "yearly", "years", "yesterday",
    "zero",
]);

/// Words of newspapers and programmes that follow a weekday in a name: `the Sunday Post`.
#[rustfmt::skip]
pub(super) static IN_NAMES: WordSet = WordSet::new(&[
    "bulletin", "express", "gazette", "herald", "independent", "mail", "mirror", "post", "review", "service", "star",
    "telegraph", "times", "tribune",
]);
