//! Notes in which an outlet says that it corrected or changed an article.

/// How a note begins that corrects: the word stands alone before a colon, a dash or a stop. Lower case.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "correction", "corrections", "corrected", "corrections and clarifications", "correction and clarification", "clarification",
    "editor's note", "editor’s note", "editors' note", "editors’ note", "update and correction", "correction appended",
    "korrektur", "korrekturhinweis", "berichtigung", "richtigstellung", "anmerkung der redaktion", "hinweis der redaktion",
    "rectificatif", "erratum", "note de la rédaction", "corrección", "rectificación", "fe de errores", "nota de la redacción",
    "nota del editor", "correção", "errata", "errata corrige", "rettifica", "correctie", "rectificatie", "rättelse", "rettelse",
    "berigtigelse", "korreksjon", "presisering", "oikaisu", "sprostowanie", "oprava", "düzeltme", "уточнение", "исправление",
    "訂正", "更正", "정정",
];

/// Labels that correct only if what follows speaks of a mistake or an earlier version.
const GENERAL: &[&str] = &[
    "editor's note",
    "editor’s note",
    "editors' note",
    "editors’ note",
    "anmerkung der redaktion",
    "hinweis der redaktion",
    "note de la rédaction",
    "nota de la redacción",
    "nota del editor",
];

/// What a note says that has no label, or a general one. Lower case.
#[rustfmt::skip]
const PHRASES: &[&str] = &[
    "an earlier version of this", "a previous version of this", "earlier versions of this", "an earlier headline", "a previous headline",
    "this article was corrected", "this story was corrected", "this article has been corrected", "this story has been corrected",
    "this article was amended", "this story was amended", "this article has been amended", "this story has been amended",
    "this article was updated to correct", "this story was updated to correct", "this article has been updated to correct",
    "this story has been updated to correct", "this article originally", "this story originally", "incorrectly stated", "misstated",
    "in einer früheren version", "in einer ersten version", "in einer vorherigen version", "in einer früheren fassung",
    "in der ursprünglichen version", "une version précédente de cet article", "une version antérieure de cet article",
    "una versión anterior de este", "una versión previa de este", "uma versão anterior dest", "una versione precedente di questo",
    "in een eerdere versie van dit", "i en tidigare version av", "i en tidligere versjon av", "i en tidligere version af",
];

/// A longer paragraph is text, in bytes.
const LONGEST: usize = 1500;

/// Whether a paragraph is such a note.
pub(crate) fn is_correction(paragraph: &str) -> bool {
    if paragraph.len() > LONGEST {
        return false;
    }
    let lower = paragraph.to_lowercase();
    let bare = lower.trim_start_matches(|character: char| !character.is_alphanumeric());
    let says = || PHRASES.iter().any(|phrase| lower.contains(phrase));
    let label = LABELS
        .iter()
        .filter(|label| bare.strip_prefix(**label).is_some_and(ends_label))
        .max_by_key(|label| label.len());
    match label {
        Some(label) => !GENERAL.contains(label) || says(),
        // Without a label the phrase opens the note: in the midst of a text it may be about anything.
        None => PHRASES.iter().any(|phrase| bare.starts_with(phrase)),
    }
}

/// Whether what follows a word shows that it was a label: `Correction:`, `Correction (5 June):`, `Correction, June 5:`.
fn ends_label(rest: &str) -> bool {
    let rest = rest.trim_start();
    let dated = rest.starts_with([',', '(']) && rest.char_indices().take(40).any(|(_, character)| character == ':');
    let marks = [':', '：', '—', '–', '-', '.', '|', '】', ']', ')', ' '];
    let says = rest.trim_start_matches(marks);
    dated || says.len() < rest.len() && !says.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_that_correct() {
        for paragraph in [
            "Correction: The ferry was built in 1988, not 1998.",
            "CORRECTION (5 June): The ferry Alma has one mast.",
            "Correction, June 5: The master is called Holm.",
            "Clarification — The harbour office answered after the deadline.",
            "[Correction: It was a Friday.]",
            "Editor’s note: An earlier version of this article named the wrong harbour.",
            "An earlier version of this article misspelled the name of the ferry.",
            "* This article was amended on 5 June to give the right year.",
            "Korrektur: Die Fähre heißt Alma.",
            "Anmerkung der Redaktion: In einer früheren Version stand ein falscher Name.",
            "Rectificatif : le ferry date de 1988.",
            "Fe de errores: el ferri se llama Alma.",
            "Errata corrige: il traghetto è del 1988.",
            "Rättelse: Färjan byggdes 1988.",
            "Уточнение: паром построен в 1988 году.",
            "【訂正】フェリーの名前はアルマでした。",
        ] {
            assert!(is_correction(paragraph), "{paragraph}");
        }
    }

    #[test]
    fn paragraphs_that_speak_of_corrections() {
        for paragraph in [
            "Correction officers searched the ferry.",
            "Editor's note: Anna Holm is a guest writer.",
            "The harbour office said an earlier version of this article of the law was too strict.",
            "Clarifications were asked for.",
            "Update: The ferry is afloat again.",
            "Corrections",
            "Errata are listed in the log.",
            "",
        ] {
            assert!(!is_correction(paragraph), "{paragraph}");
        }
    }
}
