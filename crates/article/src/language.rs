use whatlang::Lang;

/// A text is judged by its first part of about this many bytes.
const WINDOW: usize = 2048;

/// ISO 639-1 code of the language `text` is written in, if that can be told reliably from its letters.
pub(crate) fn language(text: &str) -> Option<String> {
    let end = (WINDOW..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    let info = whatlang::detect(&text[..end])?;
    if !info.is_reliable() {
        return None;
    }
    code(info.lang()).map(str::to_owned)
}

#[rustfmt::skip]
const fn code(language: Lang) -> Option<&'static str> {
    Some(match language {
        Lang::Afr => "af", Lang::Amh => "am", Lang::Ara => "ar", Lang::Aze => "az", Lang::Bel => "be", Lang::Ben => "bn",
        Lang::Bul => "bg", Lang::Cat => "ca", Lang::Ces => "cs", Lang::Cmn => "zh", Lang::Dan => "da", Lang::Deu => "de",
        Lang::Ell => "el", Lang::Eng => "en", Lang::Epo => "eo", Lang::Est => "et", Lang::Fin => "fi", Lang::Fra => "fr",
        Lang::Guj => "gu", Lang::Heb => "he", Lang::Hin => "hi", Lang::Hrv => "hr", Lang::Hun => "hu", Lang::Hye => "hy",
        Lang::Ind => "id", Lang::Ita => "it", Lang::Jav => "jv", Lang::Jpn => "ja", Lang::Kan => "kn", Lang::Kat => "ka",
        Lang::Khm => "km", Lang::Kor => "ko", Lang::Lat => "la", Lang::Lav => "lv", Lang::Lit => "lt", Lang::Mal => "ml",
        Lang::Mar => "mr", Lang::Mkd => "mk", Lang::Mya => "my", Lang::Nep => "ne", Lang::Nld => "nl", Lang::Nob => "nb",
        Lang::Ori => "or", Lang::Pan => "pa", Lang::Pes => "fa", Lang::Pol => "pl", Lang::Por => "pt", Lang::Ron => "ro",
        Lang::Rus => "ru", Lang::Sin => "si", Lang::Slk => "sk", Lang::Slv => "sl", Lang::Sna => "sn", Lang::Spa => "es",
        Lang::Srp => "sr", Lang::Swe => "sv", Lang::Tam => "ta", Lang::Tel => "te", Lang::Tgl => "tl", Lang::Tha => "th",
        Lang::Tuk => "tk", Lang::Tur => "tr", Lang::Ukr => "uk", Lang::Urd => "ur", Lang::Uzb => "uz", Lang::Vie => "vi",
        Lang::Yid => "yi", Lang::Zul => "zu",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_named_only_if_it_is_clear() {
        let english =
            "The ferry left the harbour late in the evening and ran aground before the tide turned in the morning.";
        assert_eq!(language(english).as_deref(), Some("en"));
        let german = "Die Fähre verließ den Hafen am späten Abend und lief auf Grund, bevor die Flut am Morgen kam.";
        assert_eq!(language(german).as_deref(), Some("de"));
        assert_eq!(language("42"), None);
    }
}
