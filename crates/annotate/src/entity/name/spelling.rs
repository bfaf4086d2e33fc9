//! How close two spellings of one part of a name are.

/// Whether one part can be the other with a slip of the fingers; `alone` if nothing stands beside it that is equal.
pub(super) fn is_misspelling(a: &str, b: &str, alone: bool) -> bool {
    let longer = a.chars().count().max(b.chars().count());
    if alone && longer < 7 && is_substitution(a, b) {
        return false;
    }
    let allowed = match (alone, longer) {
        (true, 5..) | (false, 4..=7) => 1,
        (false, 8..) => 2,
        _ => 0,
    };
    allowed > 0 && a.chars().next() == b.chars().next() && distance(a, b) <= allowed
}

/// Whether one letter stands for another and all else is equal.
fn is_substitution(a: &str, b: &str) -> bool {
    a.chars().count() == b.chars().count() && a.chars().zip(b.chars()).filter(|(x, y)| x != y).count() == 1
}

/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let substitution = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = substitution.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before_last[j - 2] + 1);
            }
            row.push(least);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or_default()
}

/// Whether two romanisations can be of one name: equal once letters that stand for one sound are made one, doubled
/// letters single and vowels after the first letter dropped.
pub(super) fn same_sound(a: &str, b: &str) -> bool {
    // Names too far apart in length are not worth a key.
    if a.len().abs_diff(b.len()) > 6 {
        return false;
    }
    let (x, y) = (sound(a), sound(b));
    x == y && x.chars().count() >= 3 && distance(a, b) <= 3
}

fn sound(word: &str) -> String {
    let spelt = word
        .replace("ph", "f")
        .replace("kh", "h")
        .replace("gh", "k")
        .replace("dh", "d")
        .replace("th", "t")
        .replace("sch", "sh")
        .replace("tch", "ch")
        .replace("tz", "ts");
    let mut key = String::with_capacity(spelt.len());
    for (index, letter) in spelt.chars().enumerate() {
        let letter = match letter {
            'q' | 'g' | 'c' => 'k',
            'y' | 'j' => 'i',
            'w' => 'v',
            'z' => 's',
            other => other,
        };
        let vowel = matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u');
        if (index == 0 || !vowel) && !key.ends_with(letter) {
            key.push(letter);
        }
    }
    key
}

/// Whether two given names are spoken alike and only spelt otherwise: `Jon` and `John`, `Sara` and `Sarah`.
pub(super) fn spoken_alike(a: &str, b: &str) -> bool {
    let (x, y) = (spoken(a), spoken(b));
    x == y && !x.is_empty()
}

/// A name with one letter for each sound: vowels stay, doubled letters are one, an `h` that is not heard goes, and so
/// does a last `e`.
fn spoken(name: &str) -> String {
    let spelt = name.replace("ph", "f").replace("ck", "k").replace("th", "t").replace("ie", "y").replace("ey", "y");
    let mut key = String::with_capacity(spelt.len());
    for letter in spelt.chars() {
        let letter = match letter {
            'c' | 'q' => 'k',
            'i' | 'j' => 'y',
            'v' => 'f',
            'z' => 's',
            'h' if !key.is_empty() => continue,
            other => other,
        };
        if !key.ends_with(letter) {
            key.push(letter);
        }
    }
    if key.len() > 2 && key.ends_with('e') {
        key.pop();
    }
    key
}
