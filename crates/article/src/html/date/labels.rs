//! Words that say what a date is of, in front of it and in the names of its element.

use super::candidate::Role;

/// Stems of words for a change, in the languages of the news. They are looked for before those for publication, since
/// one contains the other in some (`Publication updated`).
const MODIFIED: &[&str] = &[
    "updat",
    "modifi",
    "revis",
    "edited",
    "last change",
    "aktualis",
    "geändert",
    "änderung",
    "bearbeit",
    "überarbeitet",
    "stand:",
    "mis à jour",
    "mise à jour",
    "màj",
    "actualis",
    "actualiz",
    "actualitz",
    "atualiz",
    "aggiorn",
    "modificat",
    "bijgewerkt",
    "gewijzigd",
    "uppdater",
    "oppdater",
    "opdater",
    "ändrad",
    "endret",
    "ændret",
    "päivitetty",
    "muokattu",
    "aktualiz",
    "zmodyfik",
    "upraven",
    "ažurir",
    "posodob",
    "frissít",
    "módosít",
    "обновл",
    "изменен",
    "изменён",
    "редактир",
    "оновлен",
    "güncel",
    "ενημ",
    "تحديث",
    "تعديل",
    "آخر",
    "روز رسانی",
    "بروزرسانی",
    "עודכן",
    "अपडेट",
    "আপডেট",
    "cập nhật",
    "diperbarui",
    "kemas kini",
    "อัปเดต",
    "อัพเดท",
    "更新",
    "修改",
    "수정",
    "업데이트",
    "최종",
];

/// Stems of words for publication, and the labels of dates of which nothing else is said.
const PUBLISHED: &[&str] = &[
    "publi",
    "posted",
    "created",
    "issued",
    "released",
    "filed",
    "written",
    "date:",
    "veröffentlicht",
    "erschien",
    "erstellt",
    "verfasst",
    "geschrieben",
    "eingestellt",
    "datum",
    "mis en ligne",
    "mise en ligne",
    "paru",
    "posté",
    "publ.",
    "fecha",
    "data:",
    "pubblic",
    "inserito",
    "geplaatst",
    "publicerad",
    "julkaist",
    "lagt ud",
    "skrevet",
    "opublik",
    "dodano",
    "zveřejněn",
    "vydán",
    "uverejnen",
    "objavlj",
    "objavi",
    "megjelen",
    "közzé",
    "опублик",
    "дата",
    "опублік",
    "yayın",
    "yayim",
    "eklenme",
    "δημοσ",
    "نشر",
    "تاریخ",
    "انتشار",
    "פורסם",
    "प्रकाशित",
    "প্রকাশ",
    "đăng",
    "diterbitkan",
    "dipublikasikan",
    "เผยแพร่",
    "公開",
    "发布",
    "發布",
    "发表",
    "發表",
    "投稿",
    "掲載",
    "입력",
    "등록",
];

/// Labels of dates that are of something else.
const OTHER: &[&str] = &[
    "copyright",
    "©",
    "since",
    "seit",
    "depuis",
    "desde",
    "dal ",
    "sinds",
    "sedan",
    "deadline",
    "expires",
    "valid",
    "gültig",
    "joined",
    "registriert",
    "registered",
    "member",
    "mitglied",
    "retrieved",
    "accessed",
    "abgerufen",
    "zugriff",
    "born",
    "geboren",
    "birth",
    "beginn",
    "starts",
    "termin",
];

/// What the words in front of a date say it is of: the last of them counts. `Some(None)` is something else.
pub(super) fn label(before: &str) -> Option<Option<Role>> {
    let before = before.to_lowercase();
    // From the end: the nearest stem is what says it.
    for (at, character) in before.char_indices().rev() {
        // Scripts without blanks, and those that join articles to words, have no such starts.
        let is_start = character >= '\u{590}' || !before[..at].ends_with(char::is_alphabetic);
        if !is_start || character.is_whitespace() {
            continue;
        }
        let rest = &before[at..];
        // Of nearly all stems the first byte is another one.
        let first = before.as_bytes()[at];
        let has = |stems: &[&str]| stems.iter().any(|stem| stem.as_bytes()[0] == first && rest.starts_with(stem));
        if has(MODIFIED) {
            return Some(Some(Role::Modified));
        }
        if has(PUBLISHED) {
            return Some(Some(Role::Published));
        }
        if has(OTHER) {
            return Some(None);
        }
    }
    None
}

/// What the names that a page gives an element say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    /// That it holds the date of publication, or of a change.
    pub(super) role: Option<Role>,
    /// That it holds a date.
    pub(super) is_date: bool,
    /// That what it holds is no part of the article.
    is_aside: bool,
    /// That it is the last part of something: of the page, or of an article.
    is_footer: bool,
    /// That it is of an article.
    is_article: bool,
}

impl Names {
    /// Whether what it holds is no part of the article: `post-footer` is, `footer` is not.
    pub(super) fn stands_aside(&self) -> bool {
        self.is_aside || self.is_footer && !self.is_article
    }

    /// Adds what one value of `class`, `id` or the like says.
    pub(super) fn add(&mut self, value: &str) {
        let bytes = value.as_bytes();
        let is_end = |at: usize| {
            let (here, next) = (bytes[at], bytes.get(at + 1));
            next.is_none_or(|next| {
                !next.is_ascii_alphabetic() || next.is_ascii_uppercase() && here.is_ascii_lowercase()
            })
        };
        let mut start = None;
        let mut words = 0;
        for at in 0..bytes.len().min(600) {
            if !bytes[at].is_ascii_alphabetic() {
                continue;
            }
            let from = *start.get_or_insert(at);
            if is_end(at) {
                self.add_word(&value[from..=at]);
                start = None;
                words += 1;
                if words > 60 {
                    return;
                }
            }
        }
    }

    fn add_word(&mut self, word: &str) {
        const LONGEST: usize = 24;
        if word.len() > LONGEST {
            return;
        }
        let mut lower = [0; LONGEST];
        let lower = &mut lower[..word.len()];
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        let lower: &[u8] = lower;
        let starts = |beginnings: &[&str]| beginnings.iter().any(|beginning| lower.starts_with(beginning.as_bytes()));
        let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending.as_bytes()));
        if starts(&["updat", "modif", "lastmod", "revis", "edited", "lastupdat"]) || ends(&["updated", "modified"]) {
            self.role = Some(Role::Modified);
            self.is_date = true;
        } else if starts(&["publish", "publicat", "publica", "pubdate", "pubtime", "posted", "created", "erstell"])
            && !starts(&["publisher", "publications"])
        {
            self.role = self.role.or(Some(Role::Published));
            self.is_date = true;
        } else if ends(&["date", "datum", "fecha", "datetime", "timestamp", "dateline"])
            || starts(&["date", "datum", "timestamp"])
            || matches!(
                lower,
                b"time"
                    | b"data"
                    | b"pub"
                    | b"day"
                    | b"meta"
                    | b"byline"
                    | b"zeit"
                    | b"fecha"
                    | b"tarih"
                    | b"calendar"
                    | b"clock"
            )
        {
            self.is_date = true;
        } else if starts(&[
            "comment",
            "recommend",
            "disqus",
            "trending",
            "newsletter",
            "teaser",
            "promo",
            "sidebar",
            "kommentar",
            "quot",
            "blockquot",
            "pullquot",
            "caption",
            "figcaption",
        ]) || matches!(
            lower,
            b"related"
                | b"respond"
                | b"popular"
                | b"latest"
                | b"widget"
                | b"reply"
                | b"replies"
                | b"aside"
                | b"mostread"
                | b"nav"
                | b"menu"
                | b"navigation"
                | b"copyright"
                | b"ticker"
                | b"carousel"
                | b"slider"
                | b"advert"
        ) {
            self.is_aside = true;
        } else if matches!(lower, b"footer") {
            self.is_footer = true;
        } else if matches!(
            lower,
            b"post" | b"entry" | b"article" | b"story" | b"asset" | b"news" | b"artikel" | b"beitrag"
        ) {
            self.is_article = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_before_a_date() {
        for (before, expected) in [
            ("Published on ", Some(Some(Role::Published))),
            ("Published 3 May, last updated: ", Some(Some(Role::Modified))),
            ("Veröffentlicht am ", Some(Some(Role::Published))),
            ("zuletzt aktualisiert am", Some(Some(Role::Modified))),
            ("Publié le", Some(Some(Role::Published))),
            ("Mis à jour le ", Some(Some(Role::Modified))),
            ("公開日", Some(Some(Role::Published))),
            ("Member since", Some(None)),
            ("By Inga Strand, ", None),
        ] {
            assert_eq!(label(before), expected, "{before}");
        }
    }

    #[test]
    fn names_of_elements() {
        let names = |value: &str| {
            let mut names = Names::default();
            names.add(value);
            names
        };
        assert_eq!(names("entry-date published").role, Some(Role::Published));
        assert_eq!(names("LastUpdatedDateTime_root__202ru").role, Some(Role::Modified));
        assert_eq!(names("entry-date").role, None);
        assert!(names("articlePostDate").is_date);
        assert!(names("comment-list").is_aside);
        assert!(names("wp-caption-text").is_aside);
        assert!(names("article__quotation").is_aside);
        assert!(!names("publisher").is_date);
        assert!(!names("candidate-profile").is_aside);
        assert!(!names("mandate").is_aside);
    }
}
