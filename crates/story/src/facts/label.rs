/// `text` on one line and at most `limit` characters long, cut between words; what was cut is marked by `...`.
pub(super) fn shorten(text: &str, limit: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut label = String::new();
    let mut length = 0;
    for (index, word) in words.iter().enumerate() {
        let more = word.chars().count() + usize::from(index > 0);
        if length + more > limit {
            if index == 0 {
                label.extend(word.chars().take(limit));
            }
            let kept = label.trim_end_matches([',', ';', ':', '-', '–', '—', '.']).len();
            label.truncate(kept);
            label.push_str("...");
            return label;
        }
        if index > 0 {
            label.push(' ');
        }
        label.push_str(word);
        length += more;
    }
    label
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cut_between_words() {
        assert_eq!(shorten("The ferry\n ran aground", 40), "The ferry ran aground");
        assert_eq!(shorten("The ferry, late again, ran aground", 12), "The ferry...");
        assert_eq!(shorten("Straßenbahnhaltestelle", 6), "Straße...");
        assert_eq!(shorten("", 6), "");
    }
}
