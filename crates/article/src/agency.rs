//! The names of news agencies and picture agencies.

/// News agencies by the name they are given here, and the names they are credited with, folded to lower case.
const NEWS: &[(&str, &[&str])] = &[
    ("AAP", &["aap", "australian associated press"]),
    ("AFP", &["afp", "agence france-presse", "agence france presse"]),
    ("ANSA", &["ansa"]),
    ("AP", &["ap", "associated press", "the associated press"]),
    ("APA", &["apa"]),
    ("Belga", &["belga"]),
    ("CP", &["the canadian press", "canadian press"]),
    ("dpa", &["dpa", "deutsche presse-agentur"]),
    ("EFE", &["efe"]),
    ("IANS", &["ians"]),
    ("Interfax", &["interfax"]),
    ("Kyodo", &["kyodo", "kyodo news"]),
    ("NTB", &["ntb"]),
    ("PA", &["press association", "pa media", "the press association"]),
    ("PTI", &["pti", "press trust of india"]),
    ("Reuters", &["reuters", "thomson reuters"]),
    ("Ritzau", &["ritzau"]),
    ("TASS", &["tass", "itar-tass"]),
    ("UPI", &["upi", "united press international"]),
    ("Xinhua", &["xinhua", "xinhua news agency"]),
    ("Yonhap", &["yonhap", "yonhap news agency"]),
];

/// Agencies and archives credited for pictures alone. Lower case.
const PICTURES: &[&str] = &[
    "getty",
    "getty images",
    "alamy",
    "corbis",
    "epa",
    "shutterstock",
    "pool",
    "pool photo",
    "handout",
    "file",
    "file photo",
    "wireimage",
    "istock",
    "zuma",
    "rex features",
    "rex",
];

/// The agency that `name` stands for, under its usual short name.
pub(crate) fn news_agency(name: &str) -> Option<&'static str> {
    let name = name.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    NEWS.iter().find(|(_, names)| names.contains(&name.as_str())).map(|&(short, _)| short)
}

/// Whether a picture may be credited to `name`.
pub(crate) fn is_picture_credit(name: &str) -> bool {
    let trimmed = name.trim_matches(|c: char| !c.is_alphanumeric());
    news_agency(trimmed).is_some() || PICTURES.contains(&trimmed.to_lowercase().as_str())
}

/// The agency or outlet in a dateline: `OSTVIK (Reuters) - `, `(AP) —`.
pub(crate) fn in_dateline(paragraph: &str) -> Option<&str> {
    let open = paragraph.find('(').filter(|&open| open <= 60)?;
    let close = open + paragraph[open..].find(')').filter(|&close| close <= 40)?;
    let place = &paragraph[..open];
    let after = paragraph[close + 1..].trim_start();
    let is_dateline = after.starts_with(['-', '–', '—'])
        && !place.contains(['.', '?', '!', '"', '“'])
        && place.split_whitespace().count() <= 6;
    is_dateline.then(|| paragraph[open + 1..close].trim()).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agencies_have_one_name() {
        assert_eq!(news_agency("The Associated Press"), Some("AP"));
        assert_eq!(news_agency("(Reuters)"), Some("Reuters"));
        assert_eq!(news_agency("Coast Radio"), None);
        assert!(is_picture_credit("Getty Images"));
    }

    #[test]
    fn datelines_name_their_agency() {
        assert_eq!(in_dateline("OSTVIK, Norway (Reuters) - A ferry sank."), Some("Reuters"));
        assert_eq!(in_dateline("(AP) — A ferry sank."), Some("AP"));
        assert_eq!(in_dateline("The ferry (built in 1988) sank."), None);
    }
}
